//! What sharing has been found to save: one row for each kind of service, as a judgement with its grounds.
//!
//! The rule: every figure here is a judgement informed by the studies it names, and says so wherever it is shown;
//! none was published as it stands. A range may be, and often is, a loss. Rows change by being argued about in
//! `docs/opportunities.md`, never to make an opportunity look better.

use definitions::{Metalog, Pence, SavingRange};
use services::{Family, PriorRow};

/// How good the evidence behind a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Grade {
    /// Matched studies in England.
    A,
    /// Studies of many bodies elsewhere.
    B,
    /// Both B and C, for different parts of the row.
    BAndC,
    /// Both B and D, for different parts of the row.
    BAndD,
    /// Audited results of single cases.
    C,
    /// What partners say of themselves, or judgement.
    D,
}

impl Grade {
    fn in_words(self) -> &'static str {
        match self {
            Grade::A => "matched studies in England",
            Grade::B => "studies of many bodies elsewhere",
            Grade::BAndC => "studies elsewhere and audited cases",
            Grade::BAndD => "studies elsewhere and partners' own reports",
            Grade::C => "audited results of single cases",
            Grade::D => "judgement or partners' own reports only",
        }
    }
}

/// The recurring change in addressable spend, in per cent, before one-off costs.
#[derive(Debug)]
pub(crate) struct Prior {
    /// What the row is about.
    pub(crate) about: &'static str,
    pub(crate) p10: f64,
    pub(crate) p50: f64,
    pub(crate) p90: f64,
    support: &'static str,
    grade: Grade,
}

impl Prior {
    /// The range in pounds a year on an addressable value.
    pub(crate) fn saving(&self, addressable: Pence) -> SavingRange {
        SavingRange {
            p10: addressable.share(self.p10 / 100.0),
            p50: addressable.share(self.p50 / 100.0),
            p90: addressable.share(self.p90 / 100.0),
            chance_of_none: self.chance_of_none(),
            source: self.source(),
        }
    }

    /// The chance, 0 to 1, that nothing is saved or something is lost.
    pub(crate) fn chance_of_none(&self) -> f64 {
        Metalog::through(self.p10, self.p50, self.p90).map_or(1.0, |metalog| metalog.chance_of_at_most(0.0))
    }

    fn source(&self) -> String {
        let support = if self.support.is_empty() { String::new() } else { format!(", informed by {}", self.support) };
        let (p10, p50, p90) = (self.p10, self.p50, self.p90);
        format!("prior (judgement) for {}: {p10} %, {p50} %, {p90} %{support}; grounds: {}", self.about, self.grade.in_words())
    }
}

/// What is known of the partners that bears on the choice of a row.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Partners {
    /// Residents of the smallest, in thousands, where known.
    pub(crate) smallest_thousand_residents: Option<f64>,
    /// True where a contract of theirs says it was bought through a framework.
    pub(crate) use_a_framework: bool,
}

/// Below this many thousand residents a body is too small to reach the scale at which collecting pays.
const SMALL_THOUSAND_RESIDENTS: f64 = 20.0;

/// The row for a family; what is not classified is taken for a contracted service.
pub(crate) fn prior(family: Option<Family>, partners: Partners) -> &'static Prior {
    // Where residents are not known the row for large bodies stands, which promises less.
    let has_small_partner = partners.smallest_thousand_residents.is_some_and(|thousand| thousand < SMALL_THOUSAND_RESIDENTS);
    let is_on_framework = partners.use_a_framework || matches!(family, Some(Family::Energy | Family::Fuel));
    match family.map_or(PriorRow::ContractedServices, Family::prior_row) {
        PriorRow::ProfessionalBackOffice => &BACK_OFFICE,
        PriorRow::RevenuesAndBenefits if has_small_partner => &REVENUES_SMALL,
        PriorRow::RevenuesAndBenefits => &REVENUES_LARGE,
        PriorRow::SeniorManagement => &SENIOR_MANAGEMENT,
        PriorRow::Ict => &ICT,
        PriorRow::Goods if is_on_framework => &GOODS_ON_FRAMEWORK,
        PriorRow::Goods => &GOODS_OFF_FRAMEWORK,
        PriorRow::ContractedServices => &CONTRACTED_SERVICES,
        PriorRow::Waste if has_small_partner => &WASTE_SMALL,
        PriorRow::Waste => &WASTE_LARGE,
        PriorRow::HighwaysStreetsGrounds => &HIGHWAYS,
        PriorRow::PlanningAndRegulatory => &PLANNING,
        PriorRow::AdultCare => &ADULT_CARE,
        PriorRow::Libraries => &LIBRARIES,
        PriorRow::Fire => &FIRE,
        PriorRow::PoliceSupport => &POLICE_SUPPORT,
        PriorRow::Estates => &ESTATES,
        PriorRow::FleetAndWorkshops => &FLEET,
    }
}

macro_rules! priors {
    ($($row:ident, $about:literal, $p10:literal, $p50:literal, $p90:literal, $none:literal, $grade:ident, $support:literal;)*) => {
        $(static $row: Prior = Prior { about: $about, p10: $p10, p50: $p50, p90: $p90, support: $support, grade: Grade::$grade };)*

        /// Every row with the chance of no saving worked out for it by hand when the table was argued.
        #[cfg(test)]
        static ALL: &[(&Prior, f64)] = &[$((&$row, $none)),*];
    };
}

// P10, P50, P90 in per cent; then the chance of no saving, against which the distribution is tested.
priors! {
    BACK_OFFICE, "shared finance, HR, payroll, legal and audit", -6.0, 2.0, 12.0, 0.38, A,
        "Elston and Dixon 2020 (no gain found); NAO 2012 and 2016 (losses); LGA 2012 (reported gains)";
    REVENUES_LARGE, "revenues and benefits, larger partners", -6.0, 1.0, 8.0, 0.42, A,
        "Elston, Bel and Wang 2025; Niaounakis and Blank 2017";
    REVENUES_SMALL, "revenues and benefits, a partner under 20,000 residents", -2.0, 7.0, 20.0, 0.16, B,
        "Niaounakis and Blank 2017";
    SENIOR_MANAGEMENT, "shared senior management (pay of the posts)", 0.0, 20.0, 40.0, 0.10, D,
        "Vale of White Horse and South Oxfordshire; London tri-borough";
    ICT, "shared ICT", -15.0, 4.0, 18.0, 0.38, C,
        "LGSS; research on overruns of IT projects";
    GOODS_OFF_FRAMEWORK, "like-for-like goods not yet on a framework", 0.0, 6.0, 18.0, 0.10, B,
        "NAO and Audit Commission 2010; Bandiera and others 2009";
    GOODS_ON_FRAMEWORK, "goods already bought on a framework", -1.0, 1.5, 5.0, 0.22, D,
        "";
    CONTRACTED_SERVICES, "contracted services", -4.0, 2.0, 8.0, 0.32, D,
        "";
    WASTE_LARGE, "waste, larger partners", -5.0, 3.0, 11.0, 0.30, B,
        "Aldag, Warner and Bel 2020; Gradus and others 2018; Allers and de Greef 2018 (no gain found)";
    WASTE_SMALL, "waste, a partner under 20,000 residents", 0.0, 9.0, 20.0, 0.10, B,
        "Bel and Fageda 2009; Bel and Mur 2009";
    HIGHWAYS, "highways, streets and grounds", -5.0, 3.0, 10.0, 0.30, B,
        "Aldag, Warner and Bel 2020";
    PLANNING, "planning, building control and regulation", -8.0, 0.0, 8.0, 0.50, BAndD,
        "Aldag, Warner and Bel 2020 (dearer when shared); Devon and Somerset trading standards";
    ADULT_CARE, "adult care and other services made with the people served", -10.0, -1.0, 6.0, 0.57, B,
        "Aldag, Warner and Bel 2020 (dearer when shared); Elston, Bel and Wang 2025";
    LIBRARIES, "libraries", -4.0, 3.0, 10.0, 0.28, B,
        "Aldag, Warner and Bel 2020";
    FIRE, "fire and rescue", -3.0, 1.0, 5.0, 0.37, BAndC,
        "Aldag, Warner and Bel 2020 (no difference found); Devon and Somerset Fire";
    POLICE_SUPPORT, "police support", -4.0, 2.0, 8.0, 0.32, BAndD,
        "Aldag, Warner and Bel 2020; Police Scotland";
    ESTATES, "sharing buildings (their running cost)", 0.0, 10.0, 25.0, 0.10, C,
        "One Public Estate";
    FLEET, "fleet and workshops", -3.0, 4.0, 10.0, 0.22, D,
        "single cases";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_the_eighteen_rows_gives_the_chance_of_no_saving_that_was_argued_for_it() {
        assert_eq!(ALL.len(), 18);
        for (prior, argued) in ALL {
            assert!((prior.chance_of_none() - argued).abs() < 0.0051, "{}: {}", prior.about, prior.chance_of_none());
        }
    }

    #[test]
    fn a_range_is_never_shown_without_saying_that_it_is_a_judgement() {
        assert!(ALL.iter().all(|(prior, _)| prior.source().starts_with("prior (judgement)")));
        assert!(Family::ALL.iter().all(|family| prior(Some(*family), Partners::default()).p10 <= 0.0));
    }

    #[test]
    fn a_million_pounds_of_paper_off_framework_may_save_from_nothing_to_180_000() {
        let saving = prior(Some(Family::PrintAndPost), Partners::default()).saving(Pence(100_000_000));
        assert_eq!((saving.p10, saving.p50, saving.p90), (Pence(0), Pence(6_000_000), Pence(18_000_000)));
        assert!(saving.source.contains("Bandiera and others 2009"));
    }

    #[test]
    fn paper_already_bought_on_a_framework_promises_less_and_so_does_electricity() {
        let on_framework = Partners { use_a_framework: true, ..Partners::default() };
        assert_eq!(prior(Some(Family::PrintAndPost), on_framework).p50, 1.5);
        assert_eq!(prior(Some(Family::Energy), Partners::default()).p50, 1.5);
    }

    #[test]
    fn waste_promises_more_where_a_partner_has_fewer_than_20_000_residents_and_not_where_nobody_says() {
        let of = |thousand| Partners { smallest_thousand_residents: thousand, ..Partners::default() };
        assert_eq!(prior(Some(Family::Waste), of(Some(19.0))).p50, 9.0);
        assert_eq!(prior(Some(Family::Waste), of(Some(90.0))).p50, 3.0);
        assert_eq!(prior(Some(Family::Waste), of(None)).p50, 3.0);
        assert_eq!(prior(Some(Family::RevenuesAndBenefits), of(Some(12.0))).p50, 7.0);
    }

    #[test]
    fn what_nobody_classified_is_valued_as_a_contracted_service() {
        assert_eq!(prior(None, Partners::default()).about, "contracted services");
    }
}
