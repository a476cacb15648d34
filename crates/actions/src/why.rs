//! Why: what speaks for and against two names being one supplier, and what decided.
//!
//! The rule: with the evidence of a run, the answer is that of the run, with every name around the two and what was
//! published beside them; without it, the two names are compared as if there were no others, and that is said.

use definitions::{Pence, Trouble};
use evidence::{FamilyPaid, PartyRow};
use services::Family;
use suppliers::{Explanation, JudgedName, Judgements, Party, Settings};

use crate::judge::judgements;
use crate::known_names::KnownNames;
use crate::whereabouts::Whereabouts;

/// Why two names are one supplier, or two.
#[derive(Clone, Debug)]
pub struct Why {
    /// The reasons.
    pub explanation: Explanation,
    /// On the way from one to the other, the names each step leads from and to.
    pub steps: Vec<[String; 2]>,
    /// What bodies published under each name; empty where no evidence was asked.
    pub published: [Vec<Published>; 2],
}

/// One name as one body wrote it, with what it published beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Published {
    /// As written.
    pub name: String,
    /// By whom.
    pub body: String,
    /// Numbers and postcode, each with what it is: `company number 01234567`.
    pub beside: Vec<String>,
    /// How many payments; none where it is named in a contract only.
    pub payments: u64,
    /// Their sum.
    pub paid: Pence,
    /// What it is paid for, the most first.
    pub families: Vec<(Family, Pence)>,
}

/// Explains two names by their text alone, with `judgements`.
///
/// # Errors
/// When one of them names nobody, or looks like a private person's.
pub fn why_by_text(names: &[JudgedName; 2], judgements: Judgements) -> Result<Why, Trouble> {
    screened(names)?;
    let parties = names.each_ref().map(|name| Party {
        name: &name.name,
        body: name.body.as_deref(),
        supplier_number: name.supplier_number.as_deref(),
        ..Party::default()
    });
    let settings = Settings { judgements, ..Settings::default() };
    let explanation = suppliers::why(&parties, [0, 1], &settings).ok_or_else(|| hidden(names))?;
    Ok(Why { steps: steps(&explanation, &parties), explanation, published: [Vec::new(), Vec::new()] })
}

/// Explains two names as the evidence has them.
///
/// # Errors
/// When there is no evidence, or nobody writes a supplier so.
pub fn why_in_evidence(names: &[JudgedName; 2], whereabouts: &Whereabouts) -> Result<Why, Trouble> {
    screened(names)?;
    let (known, families) = KnownNames::in_folder(&whereabouts.evidence)?;
    let parties = known.parties();
    let found = [the_parties(&parties, &names[0])?, the_parties(&parties, &names[1])?];
    let settings = Settings { judgements: judgements(&whereabouts.place)?, ..Settings::default() };
    let first =
        |side: usize| found[side].iter().copied().max_by_key(|party| (known.paid.get(*party).map(|row| row.paid), usize::MAX - party));
    let pair = [first(0).expect("at least one was found"), first(1).expect("at least one was found")];
    let explanation = suppliers::why(&parties, pair, &settings).ok_or_else(|| hidden(names))?;
    let published = found.each_ref().map(|found| {
        let each =
            found.iter().map(|party| known.paid.get(*party).map_or_else(|| in_contract(&parties[*party]), |row| paid(row, &families)));
        each.fold(Vec::new(), |mut all: Vec<Published>, one| {
            if !all.contains(&one) {
                all.push(one);
            }
            all
        })
    });
    Ok(Why { steps: steps(&explanation, &parties), explanation, published })
}

fn steps(explanation: &Explanation, parties: &[Party<'_>]) -> Vec<[String; 2]> {
    let written = |party: u32| parties[party as usize].name.to_string();
    explanation.steps.iter().map(|step| [written(step.from), written(step.to)]).collect()
}

/// Every party so written.
fn the_parties(parties: &[Party<'_>], name: &JudgedName) -> Result<Vec<usize>, Trouble> {
    let found: Vec<usize> = (0..parties.len()).filter(|place| name.means(&parties[*place])).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let cannot =
        |because: String, try_next: &str| Err(Trouble::new(format!("find a supplier written {}", name.written()), because, try_next));
    let like = like_names(parties, &name.name);
    if like.is_empty() {
        cannot("no body writes one so in this evidence".to_string(), "Look for how it is written in suppliers.csv.")
    } else {
        cannot(format!("no body writes one so; some write: {}", like.join("; ")), "Write one of these, letter case and spaces aside.")
    }
}

/// Some names that have the longest word of `name`.
fn like_names<'a>(parties: &[Party<'a>], name: &str) -> Vec<&'a str> {
    let name = name.to_lowercase();
    let Some(longest) = name.split_whitespace().max_by_key(|word| word.chars().count()) else { return Vec::new() };
    let mut like: Vec<&str> = parties.iter().map(|party| party.name).filter(|other| other.to_lowercase().contains(longest)).collect();
    like.sort_unstable();
    like.dedup();
    like.truncate(5);
    like
}

fn paid(row: &PartyRow, families: &[FamilyPaid]) -> Published {
    let beside = [
        ("the body's own number", &row.supplier_number),
        ("company number", &row.company_number),
        ("VAT number", &row.vat_number),
        ("charity number", &row.charity_number),
        ("postcode", &row.postcode),
    ];
    let mut of_party: Vec<(Family, Pence)> =
        families.iter().filter(|paid| paid.party == row.party).map(|paid| (paid.family, paid.paid)).collect();
    of_party.sort_by_key(|(family, paid)| (std::cmp::Reverse(*paid), *family));
    Published {
        name: row.name.clone(),
        body: row.body.as_str().to_string(),
        beside: beside.iter().filter_map(|(what, number)| number.as_ref().map(|number| format!("{what} {number}"))).collect(),
        payments: row.payments,
        paid: row.paid,
        families: of_party,
    }
}

fn in_contract(party: &Party<'_>) -> Published {
    let beside = [("company number", party.company_number), ("postcode", party.postcode)];
    Published {
        name: party.name.to_string(),
        body: party.body.unwrap_or_default().to_string(),
        beside: beside.iter().filter_map(|(what, number)| number.map(|number| format!("{what} {number}"))).collect(),
        payments: 0,
        paid: Pence::ZERO,
        families: Vec::new(),
    }
}

fn screened(names: &[JudgedName; 2]) -> Result<(), Trouble> {
    let is_private = names.iter().any(|name| intake::names_private_person(&name.name));
    let try_next = "If it is a firm, add its legal form or its trade.";
    let because = "one of them looks like a private person's name, and those are never compared";
    if is_private { Err(Trouble::new("compare the two names", because, try_next)) } else { Ok(()) }
}

fn hidden(names: &[JudgedName; 2]) -> Trouble {
    let [a, b] = names.each_ref().map(JudgedName::written);
    Trouble::new(
        format!("compare {a:?} and {b:?}"),
        "one of them names nobody (redacted, not available), and is joined to nobody",
        "Compare names of firms.",
    )
}
