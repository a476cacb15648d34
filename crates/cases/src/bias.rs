//! How far plans are usually too hopeful: three published or argued allowances, of which a line may carry one.
//!
//! The rule: one line, one allowance. By type of project (HM Treasury, on costs), by grade of evidence (the guidance for local
//! partnerships, on costs and benefits), or by what forecasts of sharing have turned out to be worth (our judgement, on benefits).
//! An allowance starts at its upper bound and is lowered only by evidence, never below its lower bound. The table of grades is
//! recalled and not yet compared with the published document; everything that shows it says so.

use crate::uncertain::Uncertain;

/// What sort of project a cost belongs to (HM Treasury's supplementary guidance on optimism bias, after Mott MacDonald 2002).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectType {
    /// Ordinary buildings.
    StandardBuildings,
    /// Buildings unlike most.
    NonStandardBuildings,
    /// Ordinary roads, pipes and the like.
    StandardEngineering,
    /// Civil engineering unlike most.
    NonStandardEngineering,
    /// Equipment and development, where no large information technology is built.
    Equipment,
    /// The same bounds, and the long tail of information technology projects when chances are drawn.
    InformationTechnology,
    /// Work given to another provider: on what is spent every year.
    Outsourcing,
}

impl ProjectType {
    /// Every type, in the order of the published table.
    pub const ALL: [ProjectType; 7] = [
        ProjectType::StandardBuildings,
        ProjectType::NonStandardBuildings,
        ProjectType::StandardEngineering,
        ProjectType::NonStandardEngineering,
        ProjectType::Equipment,
        ProjectType::InformationTechnology,
        ProjectType::Outsourcing,
    ];

    /// The word in a case file.
    pub fn code(self) -> &'static str {
        match self {
            ProjectType::StandardBuildings => "standard-buildings",
            ProjectType::NonStandardBuildings => "non-standard-buildings",
            ProjectType::StandardEngineering => "standard-engineering",
            ProjectType::NonStandardEngineering => "non-standard-engineering",
            ProjectType::Equipment => "equipment",
            ProjectType::InformationTechnology => "it",
            ProjectType::Outsourcing => "outsourcing",
        }
    }

    /// The same for people.
    pub fn in_words(self) -> &'static str {
        match self {
            ProjectType::StandardBuildings => "a standard building",
            ProjectType::NonStandardBuildings => "a building unlike most",
            ProjectType::StandardEngineering => "standard civil engineering",
            ProjectType::NonStandardEngineering => "civil engineering unlike most",
            ProjectType::Equipment => "equipment and development",
            ProjectType::InformationTechnology => "an information technology project",
            ProjectType::Outsourcing => "outsourced work",
        }
    }

    /// Upper and lower bound of the allowance, as fractions of the cost. The upper bounds were read in a published copy of the
    /// table; the lower ones, but for 4 % of non-standard buildings, are recalled.
    pub fn bounds(self) -> (f64, f64) {
        match self {
            ProjectType::StandardBuildings => (0.24, 0.02),
            ProjectType::NonStandardBuildings => (0.51, 0.04),
            ProjectType::StandardEngineering => (0.44, 0.03),
            ProjectType::NonStandardEngineering => (0.66, 0.06),
            ProjectType::Equipment | ProjectType::InformationTechnology => (2.0, 0.1),
            ProjectType::Outsourcing => (0.41, 0.0),
        }
    }

    /// The allowance left when `mitigation`, a fraction, of what makes such plans too hopeful has been dealt with.
    pub fn allowance(self, mitigation: f64) -> f64 {
        mitigated(self.bounds(), mitigation)
    }
}

/// How good the evidence for a figure is, from 1 (independently audited, or a trial) to 6 (uncorroborated view of an expert).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvidenceGrade(u8);

impl EvidenceGrade {
    /// The grade, or `None` outside 1 to 6.
    pub fn new(grade: i64) -> Option<EvidenceGrade> {
        u8::try_from(grade).ok().filter(|grade| (1..=6).contains(grade)).map(EvidenceGrade)
    }

    /// From 1 to 6.
    pub fn number(self) -> u8 {
        self.0
    }

    /// What the grade means, in a few words.
    pub fn in_words(self) -> &'static str {
        GRADES[usize::from(self.0) - 1].words
    }

    /// What costs of this grade are raised by, and benefits lowered by, as fractions.
    pub fn allowances(self) -> (f64, f64) {
        let row = &GRADES[usize::from(self.0) - 1];
        (row.costs, row.benefits)
    }

    /// How far a figure of this grade is known to be out either way, as a fraction.
    pub fn known_error(self) -> f64 {
        GRADES[usize::from(self.0) - 1].known_error
    }
}

/// Said wherever a grade changes a figure.
pub const GRADES_CAUTION: &str = "The allowances by grade of evidence are recalled from HM Treasury's guidance for local partnerships (2014) and are to be verified against it.";

/// What forecasts of savings from sharing were worth when somebody counted: achieved over forecast, P10, P50 and P90. Judgement
/// from six audited cases (NAO 2012 and 2016, Southwest One, One Public Estate, Devon and Somerset Fire).
pub const REALISED: (f64, f64, f64) = (0.0, 0.45, 1.2);

/// Said wherever [`REALISED`] changes a figure.
pub const REALISED_SOURCE: &str = "prior (judgement): achieved savings over forecast ones, P10 0, P50 0.45, P90 1.2, from six audited cases; \
     a partnership's own ledger should replace it";

/// The one allowance that a line carries.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Allowance {
    /// None: the figure stands as it was written.
    #[default]
    None,
    /// The figure is a range, which carries the doubt.
    InTheRange,
    /// By type of project; the fraction is the mitigation.
    Project(ProjectType, f64),
    /// By grade of evidence.
    Grade(EvidenceGrade),
    /// By what forecasts of sharing have turned out to be worth.
    Realised,
}

impl Allowance {
    /// What a cost is multiplied by.
    pub fn on_cost(self) -> Uncertain {
        match self {
            Allowance::Project(ProjectType::InformationTechnology, mitigation) => {
                Uncertain::long_tail(1.0 + ProjectType::InformationTechnology.allowance(mitigation))
            }
            Allowance::Project(project, mitigation) => {
                let (upper, lower) = project.bounds();
                let central = project.allowance(mitigation);
                Uncertain::between(1.0 + lower, 1.0 + central, 1.0 + upper).expect("the allowance lies between its bounds")
            }
            Allowance::Grade(grade) => out_by(1.0 + grade.allowances().0, grade.known_error()),
            Allowance::None | Allowance::InTheRange | Allowance::Realised => Uncertain::certain(1.0),
        }
    }

    /// What a benefit is multiplied by.
    pub fn on_benefit(self) -> Uncertain {
        match self {
            Allowance::Grade(grade) => out_by(1.0 - grade.allowances().1, grade.known_error()),
            Allowance::Realised => Uncertain::through(REALISED.0, REALISED.1, REALISED.2).expect("the prior is a range"),
            Allowance::None | Allowance::InTheRange | Allowance::Project(..) => Uncertain::certain(1.0),
        }
    }

    /// What was done to a cost, as a sentence.
    pub fn sentence_on_cost(self) -> String {
        match self {
            Allowance::Project(project, mitigation) => format!(
                "Raised by {} for {} (upper bound {}, {} of it dealt with, not below {}).",
                percent(project.allowance(mitigation)),
                project.in_words(),
                percent(project.bounds().0),
                percent(mitigation),
                percent(project.bounds().1),
            ),
            Allowance::Grade(grade) => {
                format!("Raised by {} for evidence of grade {}, to be verified.", percent(grade.allowances().0), grade.0)
            }
            Allowance::InTheRange => IN_THE_RANGE.to_string(),
            Allowance::None | Allowance::Realised => NO_ALLOWANCE.to_string(),
        }
    }

    /// What was done to a benefit, as a sentence.
    pub fn sentence_on_benefit(self) -> String {
        match self {
            Allowance::Grade(grade) => {
                format!("Lowered by {} for evidence of grade {}, to be verified.", percent(grade.allowances().1), grade.0)
            }
            Allowance::Realised => "Times 0.45, what forecasts of sharing have been worth in the middle case (judgement).".to_string(),
            Allowance::InTheRange => IN_THE_RANGE.to_string(),
            Allowance::None | Allowance::Project(..) => NO_ALLOWANCE.to_string(),
        }
    }
}

const IN_THE_RANGE: &str = "As written: the range carries the doubt.";
const NO_ALLOWANCE: &str = "As written: no allowance for optimism.";

fn percent(fraction: f64) -> String {
    format!("{} %", (fraction * 1000.0).round() / 10.0)
}

fn mitigated((upper, lower): (f64, f64), mitigation: f64) -> f64 {
    (upper * (1.0 - mitigation)).max(lower)
}

struct GradeRow {
    words: &'static str,
    known_error: f64,
    benefits: f64,
    costs: f64,
}

/// Grades 1 to 6 in their order.
static GRADES: [GradeRow; 6] = [
    GradeRow { words: "audited costs, agency's own data or a UK trial", known_error: 0.02, benefits: 0.0, costs: 0.0 },
    GradeRow { words: "contract costs, local statistics or a trial abroad", known_error: 0.05, benefits: 0.05, costs: 0.05 },
    GradeRow {
        words: "costs monitored by practitioners, similar areas, independent monitoring",
        known_error: 0.1,
        benefits: 0.1,
        costs: 0.1,
    },
    GradeRow { words: "ready reckoners, national analysis, practitioners' monitoring", known_error: 0.15, benefits: 0.15, costs: 0.15 },
    GradeRow { words: "similar cases elsewhere, secondary evidence", known_error: 0.2, benefits: 0.25, costs: 0.25 },
    GradeRow { words: "uncorroborated view of an expert", known_error: 0.25, benefits: 0.4, costs: 0.4 },
];

fn out_by(multiple: f64, error: f64) -> Uncertain {
    Uncertain::between(multiple * (1.0 - error), multiple, multiple * (1.0 + error)).expect("an error is not negative")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raised(pounds: f64, project: ProjectType, mitigation: f64) -> f64 {
        pounds * Allowance::Project(project, mitigation).on_cost().central()
    }

    #[test]
    fn hm_treasurys_worked_example_a_hundred_million_pound_building_with_92_per_cent_mitigated_costs_111_with_its_risk_management() {
        // Mott MacDonald 2002: 51 % x (1 - 0.92) = 4.08 %, published rounded as 4 %: £104m, and £7m for managing risks.
        let cost = raised(100.0, ProjectType::NonStandardBuildings, 0.92);
        assert!((cost - 104.08).abs() < 1e-9);
        assert_eq!(cost.round() + 7.0, 111.0);
    }

    #[test]
    fn with_nothing_mitigated_a_hundred_becomes_151_and_with_half_of_a_fifty_per_cent_allowance_125() {
        assert!((raised(100.0, ProjectType::NonStandardBuildings, 0.0) - 151.0).abs() < 1e-9);
        assert!((100.0 * (1.0 + mitigated((0.5, 0.0), 0.5)) - 125.0).abs() < 1e-9);
    }

    #[test]
    fn mitigation_never_brings_an_allowance_below_its_lower_bound() {
        assert!((raised(100.0, ProjectType::StandardBuildings, 1.0) - 102.0).abs() < 1e-9);
        assert!((raised(100.0, ProjectType::Equipment, 1.0) - 110.0).abs() < 1e-9);
        assert!((raised(100.0, ProjectType::Outsourcing, 1.0) - 100.0).abs() < 1e-9);
    }

    #[test]
    fn worse_evidence_never_makes_a_case_look_better() {
        let grades: Vec<EvidenceGrade> = (1..=6).filter_map(EvidenceGrade::new).collect();
        assert_eq!(grades.len(), 6);
        for pair in grades.windows(2) {
            assert!(pair[0].allowances().0 <= pair[1].allowances().0 && pair[0].allowances().1 <= pair[1].allowances().1);
        }
        assert_eq!(EvidenceGrade::new(0), None);
        assert_eq!(EvidenceGrade::new(7), None);
    }

    #[test]
    fn a_benefit_counted_as_forecasts_have_turned_out_is_worth_less_than_half_and_may_be_nothing() {
        let realised = Allowance::Realised.on_benefit();
        assert_eq!(realised.central(), 0.45);
        assert!((realised.quantile(0.1)).abs() < 1e-9);
    }

    #[test]
    fn half_of_the_worst_it_overrun_is_dealt_with_and_the_tail_is_still_drawn() {
        let cost = Allowance::Project(ProjectType::InformationTechnology, 0.5).on_cost();
        assert_eq!(cost.central(), 2.0);
        assert!(cost.quantile(0.95) > 2.0);
    }
}
