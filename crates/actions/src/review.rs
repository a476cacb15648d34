//! Review: the doubtful pairs of names, those first that matter most.
//!
//! The rule: a pair is worth asking about by the money that would move with the answer times how uncertain it is. One
//! question settles every pair of names that goes with it. What nobody could tell when asked comes last.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use definitions::{Pence, Trouble};
use suppliers::{Doubt, JudgedName, Party, Settings};

use crate::judge::judgements;
use crate::known_names::KnownNames;
use crate::listener::{Listener, Stage};
use crate::outputs::csv_cell;
use crate::reading::stopped;
use crate::whereabouts::Whereabouts;

/// One question for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The two names, with the body where the same name is written by another supplier too.
    pub names: [JudgedName; 2],
    /// What each is shown as in the report.
    pub shown: [String; 2],
    /// Who writes them.
    pub bodies: [Vec<String>; 2],
    /// How likely they are one supplier, 0 to 1.
    pub probability: f64,
    /// True where they are one supplier now.
    pub are_one: bool,
    /// What the side that would move was paid, over all years read.
    pub at_stake: Pence,
    /// How many pairs of names the answer settles.
    pub settles_pairs: u64,
    /// True where somebody looked and could not tell.
    pub is_unsure: bool,
}

/// The queue.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// The most valuable questions first.
    pub asked: Vec<Asked>,
    /// How many there are in all.
    pub all: usize,
    /// Money at stake in all of them.
    pub at_stake: Pence,
    /// Doubts nobody can be asked about: two suppliers of one name, body and number, which no judgement can name apart.
    pub not_askable: usize,
}

/// Makes the queue of a place, of at most `most` questions.
///
/// # Errors
/// When there is no evidence, or the judgements cannot be understood.
pub fn review(whereabouts: &Whereabouts, most: usize, listener: &dyn Listener) -> Result<Review, Trouble> {
    let settings = Settings { judgements: judgements(&whereabouts.place)?, ..Settings::default() };
    listener.begins(Stage::Names, 0);
    let (known, _) = KnownNames::in_folder(&whereabouts.evidence)?;
    let parties = known.parties();
    let doubts = suppliers::doubts(&parties, &settings, &|_| listener.advances(0)).ok_or_else(stopped)?;
    let queue = Queue { known: &known, parties: &parties };
    let mut asked: Vec<(f64, Asked)> = doubts.iter().filter_map(|doubt| queue.question(doubt)).collect();
    let not_askable = doubts.len() - asked.len();
    asked.sort_by(|(worth, one), (other_worth, other)| {
        let last = |asked: &Asked| (asked.is_unsure, Reverse(asked.settles_pairs), asked.names.clone());
        (one.is_unsure.cmp(&other.is_unsure)).then(other_worth.total_cmp(worth)).then_with(|| last(one).cmp(&last(other)))
    });
    let at_stake = asked.iter().map(|(_, asked)| asked.at_stake).sum();
    let all = asked.len();
    Ok(Review { asked: asked.into_iter().take(most).map(|(_, asked)| asked).collect(), all, at_stake, not_askable })
}

struct Queue<'a> {
    known: &'a KnownNames,
    parties: &'a [Party<'a>],
}

impl Queue<'_> {
    /// The question, and what its answer is worth; `None` where its two suppliers cannot be named apart.
    fn question(&self, doubt: &Doubt) -> Option<(f64, Asked)> {
        let paid = doubt.sides.each_ref().map(|side| self.paid(side));
        let names = doubt.sides.each_ref().map(|side| self.names(side));
        let at_stake = paid[0].min(paid[1]);
        let asked = Asked {
            names: suppliers::names_to_ask(self.parties, doubt)?,
            shown: doubt.sides.each_ref().map(|side| self.shown(side)),
            bodies: doubt.sides.each_ref().map(|side| self.bodies(side)),
            probability: doubt.probability,
            are_one: doubt.are_one,
            at_stake,
            settles_pairs: names[0].len() as u64 * names[1].len() as u64,
            is_unsure: doubt.is_unsure,
        };
        Some((at_stake.as_pounds() * doubt.uncertainty(), asked))
    }

    fn paid(&self, side: &[u32]) -> Pence {
        let paid: Pence = side.iter().filter_map(|party| self.known.paid.get(*party as usize)).map(|row| row.paid).sum();
        paid.max(Pence::ZERO)
    }

    fn names(&self, side: &[u32]) -> BTreeSet<&str> {
        side.iter().map(|party| self.parties[*party as usize].name).collect()
    }

    fn bodies(&self, side: &[u32]) -> Vec<String> {
        let bodies: BTreeSet<&str> = side.iter().filter_map(|party| self.parties[*party as usize].body).collect();
        bodies.into_iter().map(str::to_string).collect()
    }

    fn shown(&self, side: &[u32]) -> String {
        let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
        for party in side {
            let payments = self.known.paid.get(*party as usize).map_or(1, |row| row.payments);
            *counts.entry(self.parties[*party as usize].name).or_default() += payments;
        }
        suppliers::name_to_show(&counts.into_iter().collect::<Vec<_>>())
    }
}

/// Writes the questions as a file to be filled in: `judgement`, `why` and `by` are empty.
///
/// # Errors
/// When it cannot be written.
pub fn write_questions(asked: &[Asked], path: &Path) -> Result<(), Trouble> {
    let headings = "judgement,why,by,name_a,body_a,supplier_id_a,name_b,body_b,supplier_id_b,now,likely_percent,at_stake_pounds,\
                    pairs_settled,bodies_a,bodies_b";
    let mut text = format!("\u{feff}{headings}\r\n");
    for one in asked {
        let name = |side: usize| {
            let name = &one.names[side];
            let or_nothing = |text: &Option<String>| text.clone().unwrap_or_default();
            [name.name.clone(), or_nothing(&name.body), or_nothing(&name.supplier_number)]
        };
        let mut cells = vec![String::new(), String::new(), String::new()];
        cells.extend(name(0).into_iter().chain(name(1)));
        cells.extend([
            if one.are_one { "one supplier" } else { "two suppliers" }.to_string(),
            format!("{:.0}", one.probability * 100.0),
            one.at_stake.plain(),
            one.settles_pairs.to_string(),
            one.bodies[0].join(" "),
            one.bodies[1].join(" "),
        ]);
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    evidence::write_whole(path, text.as_bytes())
}
