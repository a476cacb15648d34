//! Puts a published line in a service family, with the reason.
//!
//! The rule: a published code that names the purchase wins; then the surest words, wherever they stand; at equal
//! sureness the body's own category before the purpose, before the supplier's name, before the department. A code
//! for a whole division yields to plain words. It never guesses: with nothing to go on it says so.

use std::sync::LazyLock;

use definitions::{LinePlaces, Pence};

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
    /// Where category, service, purpose and supplier stand among the texts already met; the default is nowhere.
    pub places: LinePlaces,
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
    classified(words, &mut |text, because| Offer::of(text, because))
}

/// The same, with `offer` giving what each field has to say: a reader of many lines may have it remembered.
pub(crate) fn classified(words: &Words<'_>, offer: &mut impl FnMut(&str, Because) -> Offer) -> Classified {
    let fields = [
        (words.proclass, Because::ProClass),
        (words.cpv, Because::Cpv),
        (words.category, Because::CategoryWords),
        (words.purpose, Because::PurposeWords),
        (words.supplier, Because::SupplierWords),
        (words.sercop, Because::Sercop),
        (words.service, Because::ServiceWords),
    ];
    let mut best = Offer::default();
    for (text, because) in fields {
        if let Some(text) = text.filter(|_| best.weight <= most_weight(because)) {
            best.yield_to(offer(text, because));
        }
    }
    best.narrowed_by(|| words.service.map(|service| offer(service, Because::ServiceWords)))
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

/// The most that a field can weigh: one that weighs less than what was found already need not be read.
fn most_weight(because: Because) -> u8 {
    match because {
        Because::ProClass | Because::Cpv => SPECIFIC_CODE_WEIGHT,
        _ => weight(because, Strength::Deciding, Table::Names),
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

/// The family that one field speaks for, and how weightily.
#[derive(Clone, Copy)]
pub(crate) struct Offer {
    weight: u8,
    word_count: usize,
    classified: Classified,
}

impl Default for Offer {
    fn default() -> Offer {
        Offer { weight: 0, word_count: 0, classified: Classified { family: None, because: Because::Nothing, evidence: "" } }
    }
}

impl Offer {
    /// What the text of one field has to say.
    pub(crate) fn of(text: &str, because: Because) -> Offer {
        let mut best = Offer::default();
        let code = match because {
            Because::ProClass => codes::proclass(text),
            Because::Cpv => codes::cpv(text),
            _ => None,
        };
        // The label beside a code names no more than the code does: `350000 Street & Traffic Management` is all of that division.
        let most = code.map_or(u8::MAX, |code| best.add_code(code, because));
        best.add_words(text, because, most);
        best
    }

    /// Adds what a code says; gives the weight it has.
    fn add_code(&mut self, code: codes::CodeMeaning, because: Because) -> u8 {
        let weight = match code.breadth {
            Breadth::Specific => SPECIFIC_CODE_WEIGHT,
            Breadth::Division => DIVISION_CODE_WEIGHT,
            Breadth::Drawer => weight(because, Strength::Broad, Table::Things),
        };
        let classified = Classified { family: Some(code.family), because, evidence: code.prefix };
        self.yield_to(Offer { weight, word_count: code.prefix.len(), classified });
        weight
    }

    fn add_words(&mut self, text: &str, because: Because, most: u8) {
        PHRASES.each_in(
            text,
            |sense| reads(because, sense.table),
            |Found { meaning, as_written, word_count, .. }| {
                if let Some(family) = meaning.family {
                    let weight = weight(because, meaning.strength, meaning.table).min(most);
                    let classified = Classified { family: Some(family), because, evidence: as_written };
                    self.yield_to(Offer { weight, word_count, classified });
                }
            },
        );
    }

    /// The narrower family where the department's words give one. A code that names the purchase is never narrowed.
    fn narrowed_by(self, department: impl FnOnce() -> Option<Offer>) -> Classified {
        let Some(family) = self.classified.family else { return self.classified };
        let could_narrow = NARROWER.iter().any(|(wide, _)| *wide == family);
        if !could_narrow || self.weight == SPECIFIC_CODE_WEIGHT || self.classified.because == Because::ServiceWords {
            return self.classified;
        }
        let Some(department) = department() else { return self.classified };
        let is_narrower = department.classified.family.is_some_and(|narrow| NARROWER.contains(&(family, narrow)));
        if is_narrower { department.classified } else { self.classified }
    }

    /// Keeps the weightier; at equal weight the longer phrase; at equal length the earlier.
    fn yield_to(&mut self, other: Offer) {
        if (other.weight, other.word_count) > (self.weight, self.word_count) {
            *self = other;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_category(text: &str) -> Option<Family> {
        classify(&Words { category: Some(text), ..Words::default() }).family
    }

    fn by_supplier(text: &str) -> Option<Family> {
        classify(&Words { supplier: Some(text), ..Words::default() }).family
    }

    #[test]
    fn street_lighting_electricity_under_the_code_of_all_street_and_traffic_management_is_energy() {
        let of = |proclass, purpose| classify(&Words { proclass: Some(proclass), purpose: Some(purpose), ..Words::default() }).family;
        let streets = "350000 Street & Traffic Management";
        assert_eq!(of(streets, "Supply of electricity to all public lighting"), Some(Family::Energy));
        assert_eq!(of("270000 Information Communication Technology", "Choice based lettings software"), Some(Family::Software));
        assert_eq!(of(streets, "MQ-2021 studies"), Some(Family::Highways), "with nothing plainer the division stands");
    }

    #[test]
    fn a_published_code_that_names_the_purchase_wins_over_every_word() {
        let words = Words { proclass: Some("271440"), category: Some("Agency staff"), supplier: Some("A1 Taxis"), ..Words::default() };
        let answer = classify(&words);
        assert_eq!((answer.family, answer.because), (Some(Family::Software), Because::ProClass));
    }

    #[test]
    fn labels_of_published_classifications_are_read_as_words() {
        let proclass = |text| classify(&Words { proclass: Some(text), ..Words::default() }).family;
        assert_eq!(proclass("FACILITIES MGT : Security"), Some(Family::Security));
        assert_eq!(proclass("SOCIAL CARE : Equipment"), Some(Family::MedicalSupplies));
        assert_eq!(proclass("WORKS - CONSTRUCTION : Roads"), Some(Family::Highways));
    }

    #[test]
    fn a_code_for_all_of_ict_yields_to_the_word_software() {
        let words = Words { proclass: Some("270000"), purpose: Some("Planning software licence"), ..Words::default() };
        assert_eq!(classify(&words).family, Some(Family::Software));
        assert_eq!(classify(&Words { proclass: Some("270000"), ..Words::default() }).family, Some(Family::Ict));
    }

    #[test]
    fn subjective_headings_of_ledgers_have_their_families() {
        assert_eq!(by_category("Residential Home Long Stay Fees"), Some(Family::AdultCare));
        assert_eq!(by_category("Agency staff"), Some(Family::AgencyStaff));
        assert_eq!(by_category("Vehicle hire"), Some(Family::Vehicles));
        assert_eq!(by_category("Hire of Transport - Home to School"), Some(Family::PassengerTransport));
        assert_eq!(by_category("Water Charges - Metered"), Some(Family::Water));
        assert_eq!(by_category("Print Stat & Gen Office Exps"), Some(Family::PrintAndPost));
    }

    #[test]
    fn a_heading_that_holds_anything_says_nothing_and_the_department_is_asked() {
        assert_eq!(by_category("Private Contractors"), None);
        let words = Words { category: Some("Private Contractors"), service: Some("Street Lighting"), ..Words::default() };
        assert_eq!((classify(&words).family, classify(&words).because), (Some(Family::Highways), Because::ServiceWords));
    }

    #[test]
    fn a_department_is_the_weakest_witness() {
        let words = Words { category: Some("Computer software"), service: Some("Adult Social Care"), ..Words::default() };
        assert_eq!(classify(&words).family, Some(Family::Software));
    }

    #[test]
    fn repairs_paid_by_the_housing_revenue_account_are_to_social_housing() {
        let words = Words { category: Some("Repairs & Maintenance"), service: Some("Housing Revenue Account"), ..Words::default() };
        assert_eq!(classify(&words).family, Some(Family::SocialHousing));
        let words = Words { category: Some("Rents"), service: Some("Homelessness"), ..Words::default() };
        assert_eq!(classify(&words).family, Some(Family::Homelessness));
    }

    #[test]
    fn refurbishing_a_library_is_construction_and_insuring_one_is_insurance() {
        let purpose = |text| classify(&Words { purpose: Some(text), ..Words::default() }).family;
        assert_eq!(purpose("Refurbishment of Westown Library"), Some(Family::Construction));
        assert_eq!(purpose("Insurance of libraries and leisure centres"), Some(Family::Insurance));
        assert_eq!(purpose("Provision of taxis, home to school"), Some(Family::PassengerTransport));
    }

    #[test]
    fn the_name_of_a_firm_says_its_trade_where_nothing_else_is_said() {
        assert_eq!(by_supplier("WESTOWN TAXIS"), Some(Family::PassengerTransport));
        assert_eq!(by_supplier("Larkfield Care Home Ltd"), Some(Family::AdultCare));
        assert_eq!(by_supplier("Northern Example Water PLC"), Some(Family::Water));
        assert_eq!(by_supplier("SOFTCAT PLC"), Some(Family::Ict));
        assert_eq!(by_supplier("New Horizons (Example) Ltd"), None, "new is not the plural of news");
    }

    #[test]
    fn nothing_said_is_nothing_known() {
        let answer = classify(&Words::default());
        assert_eq!((answer.family, answer.because, answer.evidence), (None, Because::Nothing, ""));
    }

    #[test]
    fn a_supplier_is_mostly_paid_for_what_takes_three_fifths_of_its_money() {
        assert_eq!(mostly_paid_for(&[(Family::Energy, Pence(60)), (Family::Water, Pence(40))]), Some(Family::Energy));
        assert_eq!(mostly_paid_for(&[(Family::Energy, Pence(59)), (Family::Water, Pence(41))]), None);
        assert_eq!(
            mostly_paid_for(&[(Family::Energy, Pence(50)), (Family::Energy, Pence(25)), (Family::Water, Pence(25))]),
            Some(Family::Energy)
        );
        assert_eq!(mostly_paid_for(&[(Family::Energy, Pence(-500)), (Family::Water, Pence(1))]), Some(Family::Water));
        assert_eq!(mostly_paid_for(&[]), None);
    }

    proptest! {
        #[test]
        fn no_text_whatever_stops_it(text in ".{0,300}", other in "\\PC{0,80}") {
            let words = Words { proclass: Some(&text), cpv: Some(&other), sercop: Some(&text), category: Some(&other), service: Some(&text), purpose: Some(&text), supplier: Some(&other), ..Words::default() };
            classify(&words);
            crate::addressability(&words);
        }

        #[test]
        fn capitals_and_white_space_change_nothing(words in proptest::collection::vec("(care|home|School|TAXI|fees|of|repairs|library|agency|staff|x1|water)", 0..9)) {
            let plain = words.join(" ");
            let shouted = format!("\t {} \u{a0}", words.join("  \u{a0} ").to_uppercase());
            let of = |text: &str| classify(&Words { category: Some(text), supplier: Some(text), service: Some(text), ..Words::default() });
            prop_assert_eq!(of(&plain), of(&shouted));
        }
    }
}
