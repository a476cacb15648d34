//! An arrangement as it stands in a list on one day.
//!
//! The rule: it holds what lists show, filter and sort by, worked out once. Who has a part, and how far it has come, are those of
//! the day.

use bodies::{Directory, Region};
use definitions::{ArrangementId, BodyId, Day, OpportunityId};
use register::{Aim, Arrangement, Kind, Moment, Record, Role, Savings, Stage, Standing, When};
use services::Family;

use crate::links::short_name;

/// An arrangement in a list.
pub(crate) struct Card {
    /// Its stable name.
    pub(crate) id: ArrangementId,
    /// What people call it.
    pub(crate) title: String,
    /// In which way they share.
    pub(crate) kind: Kind,
    /// Which services.
    pub(crate) services: Vec<Family>,
    /// What it is for.
    pub(crate) aims: Vec<Aim>,
    /// How far it has come on the day.
    pub(crate) stage: Stage,
    /// Who has a part in it on the day.
    pub(crate) partners: Vec<Partner>,
    /// Where they are, each region once.
    pub(crate) regions: Vec<Region>,
    /// How far its savings are proved, each standing once.
    pub(crate) standings: Vec<Standing>,
    /// When it first began to work.
    pub(crate) started: Option<When>,
    /// When it ended.
    pub(crate) ended: Option<When>,
    /// True where its owner has not answered for it for over a year.
    pub(crate) is_unconfirmed: bool,
    /// The days of a review or of the end of its term that are still to come, with what is to be decided.
    pub(crate) next: Vec<(Day, &'static str)>,
    /// The opportunity it was found as.
    pub(crate) found_as: Option<OpportunityId>,
    /// When it was last published, corrected or confirmed.
    pub(crate) changed: Moment,
    /// Its words in small letters, for searching.
    words: String,
    title_in_small: String,
}

/// A body with a part in an arrangement on the day.
pub(crate) struct Partner {
    /// Which body.
    pub(crate) body: BodyId,
    /// Its short name.
    pub(crate) name: String,
    /// Its role.
    pub(crate) role: Role,
}

impl Card {
    /// The card of a record on a day.
    pub(crate) fn of(record: &Record, directory: &Directory, on: Day) -> Card {
        let said = record.arrangement();
        let partners: Vec<Partner> = said
            .parties_on(on)
            .into_iter()
            .map(|party| Partner { name: short_name(&party.body, directory), body: party.body, role: party.role })
            .collect();
        let mut regions: Vec<Region> =
            partners.iter().filter_map(|partner| directory.get(&partner.body).and_then(|body| body.region)).collect();
        regions.sort_unstable();
        regions.dedup();
        let last = record.versions().next_back().map(|version| version.entry.entered);
        Card {
            id: said.id.clone(),
            title: said.title.clone(),
            kind: said.kind,
            services: said.services.clone(),
            aims: said.aims.clone(),
            stage: said.stage_on(on),
            regions,
            standings: standings(said),
            started: said.started(),
            ended: said.ended(),
            is_unconfirmed: record.is_unconfirmed_for_over_a_year(on),
            next: next(said, on),
            found_as: said.found_as.clone(),
            changed: last.max(record.last_confirmed().map(|entry| entry.entered)).unwrap_or_default(),
            words: words(said, directory),
            title_in_small: said.title.to_lowercase(),
            partners,
        }
    }

    /// What it is sorted by where titles decide.
    pub(crate) fn by_title(&self) -> (&str, &ArrangementId) {
        (&self.title_in_small, &self.id)
    }

    /// True where every one of these words, in small letters, is found in it.
    pub(crate) fn has_words(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.words.contains(word.as_str()))
    }

    /// True where a body has a part in it on the day.
    pub(crate) fn has_partner(&self, body: &BodyId) -> bool {
        self.partners.iter().any(|partner| partner.body == *body)
    }
}

/// What is still to be decided of one that has not ended.
fn next(said: &Arrangement, on: Day) -> Vec<(Day, &'static str)> {
    if said.stage_on(on) == Stage::Ended {
        return Vec::new();
    }
    let reviews = said.reviews.iter().map(|day| (*day, "The partners look at it again."));
    let term = said.agreed_until.map(|until| (until.last_day(), "Its agreed term ends: renew it, change it or let it end."));
    reviews.chain(term).filter(|(day, _)| *day >= on).collect()
}

fn standings(said: &Arrangement) -> Vec<Standing> {
    let Savings::Lines(lines) = &said.savings else { return Vec::new() };
    let mut standings: Vec<Standing> = lines.iter().map(|line| line.standing).collect();
    standings.sort_unstable();
    standings.dedup();
    standings
}

fn words(said: &Arrangement, directory: &Directory) -> String {
    let mut words = vec![said.id.as_str(), &said.title, &said.summary, &said.legal_form, said.kind.words()];
    words.extend(said.services.iter().map(|family| family.name()));
    words.extend(said.sources.iter().map(|source| source.document.as_str()));
    for id in said.bodies() {
        words.push(id.as_str());
        words.extend(directory.get(id).into_iter().flat_map(|body| [body.name.as_str(), body.short_name.as_str()]));
    }
    words.join("\n").to_lowercase()
}
