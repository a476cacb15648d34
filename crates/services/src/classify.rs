//! Puts a published line in a service family, with the reason.
//!
//! The rule: a published code that names the purchase wins; then the surest words, wherever they stand; at equal
//! sureness the body's own category before the purpose, before the supplier's name, before the department. A code
//! for a whole division yields to plain words. It never guesses: with nothing to go on it says so.

use std::sync::LazyLock;

use definitions::Pence;

use crate::Family;
use crate::codes::{self, Breadth};
use crate::matcher::{Found, Phrases};
use crate::words::{self, Strength, Table};

/// What a published line says about what was bought. All texts are as published.
#[derive(Clone, Copy, Debug, Default)]
pub struct Words<'a> {
    /// ProClass code or label ("321100", "SOCIAL CARE : Equipment").
    pub proclass: Option<&'a str>,
    /// CPV code or label.
    pub cpv: Option<&'a str>,
    /// SeRCOP or BVACOP code or label.
    pub sercop: Option<&'a str>,
    /// The body's own category, expense type or merchant category.
    pub category: Option<&'a str>,
    /// Department, directorate or service area.
    pub service: Option<&'a str>,
    /// Purpose or description, a contract's title.
    pub purpose: Option<&'a str>,
    /// The supplier's name as published, if it may be shown.
    pub supplier: Option<&'a str>,
}

/// Why a line was put in its family.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Because {
    /// A published ProClass code or label.
    ProClass,
    /// A published CPV code or label.
    Cpv,
    /// A published SeRCOP code or label.
    Sercop,
    /// Words of the body's own category.
    CategoryWords,
    /// Words of the department or service.
    ServiceWords,
    /// Words of the purpose or title.
    PurposeWords,
    /// Words of the supplier's name.
    SupplierWords,
    /// What the supplier is mostly paid for elsewhere.
    SupplierElsewhere,
    /// Nothing published says what it is.
    Nothing,
}

/// A family with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classified {
    /// The family; `None` is shown as "not classified".
    pub family: Option<Family>,
    /// Why.
    pub because: Because,
    /// The word or code that decided, from this room's own tables.
    pub evidence: &'static str,
}

/// Puts one line in a family, by published codes first, then words.
pub fn classify(words: &Words<'_>) -> Classified {
    let mut best = Best::default();
    if let Some(text) = words.proclass {
        best.offer_code(codes::proclass(text), Because::ProClass);
        best.offer_words(text, Because::ProClass);
    }
    if let Some(text) = words.cpv {
        best.offer_code(codes::cpv(text), Because::Cpv);
        best.offer_words(text, Because::Cpv);
    }
    let fields = [
        (words.category, Because::CategoryWords),
        (words.purpose, Because::PurposeWords),
        (words.supplier, Because::SupplierWords),
        (words.sercop, Because::Sercop),
        (words.service, Because::ServiceWords),
    ];
    for (text, because) in fields {
        if let Some(text) = text {
            best.offer_words(text, because);
        }
    }
    best.narrowed_by(words.service)
}

/// The family a supplier is mostly paid for, if one clearly leads by value.
///
/// A clear lead is 60 % of all that was paid for anything known; credits (negative amounts) are left out, since a
/// refund says nothing new about what a firm sells.
pub fn mostly_paid_for(paid: &[(Family, Pence)]) -> Option<Family> {
    let mut totals: Vec<(Family, Pence)> = Vec::new();
    for &(family, amount) in paid.iter().filter(|(_, amount)| *amount > Pence::ZERO) {
        match totals.iter_mut().find(|(known, _)| *known == family) {
            Some((_, total)) => *total += amount,
            None => totals.push((family, amount)),
        }
    }
    let all: i128 = totals.iter().map(|(_, total)| i128::from(total.0)).sum();
    totals.into_iter().find(|(_, total)| i128::from(total.0) * 10 >= all * 6).map(|(family, _)| family)
}

/// What a phrase of the tables means.
#[derive(Clone, Copy)]
struct Sense {
    family: Option<Family>,
    strength: Strength,
    table: Table,
}

static PHRASES: LazyLock<Phrases<Sense>> = LazyLock::new(|| {
    Phrases::compile(words::ALL.iter().flat_map(|&(table, meanings)| {
        meanings
            .iter()
            .flat_map(move |&(family, strength, phrases)| phrases.iter().map(move |&phrase| (phrase, Sense { family, strength, table })))
    }))
});

/// How much a word counts, by where it stands and how sure it is. Only the order of these numbers matters.
///
/// Read down a column: a certain word in a department (55) beats a likely one in a supplier's name (50), which
/// beats a wide heading (40): a bill headed "repairs" from a firm called "Lifts" paid by Housing is for a lift.
fn weight(because: Because, strength: Strength, table: Table) -> u8 {
    let [deciding, certain, likely, broad, hint] = match (because, table) {
        (Because::ProClass | Because::Cpv, _) => [96, 95, 92, 28, 22],
        (Because::CategoryWords, _) => [91, 90, 70, 40, 20],
        (Because::PurposeWords, _) => [86, 85, 60, 38, 18],
        (Because::SupplierWords, Table::Names) => [80, 80, 50, 26, 10],
        // A trade in a firm's name is less sure than the same words said of a payment.
        (Because::SupplierWords, _) => [50, 50, 26, 10, 5],
        _ => [56, 55, 45, 30, 15],
    };
    match strength {
        Strength::Deciding => deciding,
        Strength::Certain => certain,
        Strength::Likely => likely,
        Strength::Broad => broad,
        Strength::Hint => hint,
    }
}

/// What is bought and who pays, where together they mean a narrower family: rent paid by a homelessness service is
/// for temporary accommodation, repairs paid by a housing revenue account are to social housing.
const NARROWER: &[(Family, Family)] = &[
    (Family::Estates, Family::Homelessness),
    (Family::TravelAndEvents, Family::Homelessness),
    (Family::BuildingMaintenance, Family::SocialHousing),
    (Family::Construction, Family::SocialHousing),
    (Family::BuildingMaintenance, Family::Highways),
    (Family::Construction, Family::Highways),
    (Family::Construction, Family::Waste),
    (Family::BuildingMaintenance, Family::FleetMaintenance),
    (Family::Vehicles, Family::PassengerTransport),
    (Family::AdultCare, Family::ChildrensCare),
    (Family::Education, Family::SpecialEducation),
];

/// A published code that names what was bought outweighs all words.
const SPECIFIC_CODE_WEIGHT: u8 = 100;

/// A code that names only a division yields to words that name the thing: "software" within all of ICT.
const DIVISION_CODE_WEIGHT: u8 = 65;

fn reads(because: Because, table: Table) -> bool {
    match table {
        Table::Things => true,
        Table::Departments => matches!(because, Because::ServiceWords | Because::Sercop),
        Table::Names => because == Because::SupplierWords,
    }
}

struct Best {
    weight: u8,
    word_count: usize,
    classified: Classified,
}

impl Default for Best {
    fn default() -> Best {
        Best { weight: 0, word_count: 0, classified: Classified { family: None, because: Because::Nothing, evidence: "" } }
    }
}

impl Best {
    fn offer_code(&mut self, code: Option<codes::CodeMeaning>, because: Because) {
        if let Some(code) = code {
            let weight = match code.breadth {
                Breadth::Specific => SPECIFIC_CODE_WEIGHT,
                Breadth::Division => DIVISION_CODE_WEIGHT,
                Breadth::Drawer => weight(because, Strength::Broad, Table::Things),
            };
            self.offer(weight, code.prefix.len(), Classified { family: Some(code.family), because, evidence: code.prefix });
        }
    }

    fn offer_words(&mut self, text: &str, because: Because) {
        PHRASES.each_in(
            text,
            |sense| reads(because, sense.table),
            |Found { meaning, as_written, word_count, .. }| {
                if let Some(family) = meaning.family {
                    let weight = weight(because, meaning.strength, meaning.table);
                    self.offer(weight, word_count, Classified { family: Some(family), because, evidence: as_written });
                }
            },
        );
    }

    /// The narrower family where the department's words give one. A code that names the purchase is never narrowed.
    fn narrowed_by(self, service: Option<&str>) -> Classified {
        let (Some(family), Some(service)) = (self.classified.family, service) else { return self.classified };
        let could_narrow = NARROWER.iter().any(|(wide, _)| *wide == family);
        if !could_narrow || self.weight == SPECIFIC_CODE_WEIGHT || self.classified.because == Because::ServiceWords {
            return self.classified;
        }
        let mut department = Best::default();
        department.offer_words(service, Because::ServiceWords);
        let is_narrower = department.classified.family.is_some_and(|narrow| NARROWER.contains(&(family, narrow)));
        if is_narrower { department.classified } else { self.classified }
    }

    /// Keeps the weightier; at equal weight the longer phrase; at equal length the earlier.
    fn offer(&mut self, weight: u8, word_count: usize, classified: Classified) {
        if (weight, word_count) > (self.weight, self.word_count) {
            *self = Best { weight, word_count, classified };
        }
    }
}
