//! Cells that choose from a list: kinds, aims, families of services, stages, reasons for no figure.
//!
//! The rule: the codes and the words of the register come first, then the words that people use for them, each in the table
//! below; then, for services alone, the words by which spending is recognised. What is none of these is a fault with the list.

use services::{Family, Words, classify};

use super::columns::words;
use crate::{Aim, Kind, NoFigure, Stage};

/// What a service cell was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FamilyRead {
    /// By its code or name.
    Named(Family),
    /// By its words, which should be said.
    Recognised(Family),
}

/// The kind that a cell names.
pub(super) fn kind(cell: &str) -> Option<Kind> {
    let wanted = words(cell);
    let own = |kind: &Kind| words(kind.code()) == wanted || words(kind.words()) == wanted;
    Kind::ALL.iter().copied().find(own).or_else(|| listed(KINDS, &wanted))
}

/// The aim that a part of a cell names.
pub(super) fn aim(part: &str) -> Option<Aim> {
    let wanted = words(part);
    let own = |aim: &Aim| words(aim.code()) == wanted || words(aim.words()) == wanted;
    Aim::ALL.iter().copied().find(own).or_else(|| listed(AIMS, &wanted))
}

/// The stage that a cell names.
pub(super) fn stage(cell: &str) -> Option<Stage> {
    let wanted = words(cell);
    let own = |stage: &Stage| words(stage.code()) == wanted || words(stage.words()) == wanted;
    Stage::ALL.iter().copied().find(own).or_else(|| listed(STAGES, &wanted))
}

/// The reason that a cell names.
pub(super) fn no_figure(cell: &str) -> Option<NoFigure> {
    let wanted = words(cell);
    NoFigure::ALL.iter().copied().find(|reason| words(reason.code()) == wanted || words(reason.words()) == wanted)
}

/// The family that a part of a cell names.
pub(super) fn family(part: &str) -> Option<FamilyRead> {
    let wanted = words(part);
    let own = |family: &Family| words(family.code()) == wanted || words(family.name()) == wanted;
    if let Some(family) = Family::ALL.iter().copied().find(own).or_else(|| listed(FAMILIES, &wanted)) {
        return Some(FamilyRead::Named(family));
    }
    // Longer than any name of a service, and then it is a description.
    let short: String = part.chars().take(200).collect();
    classify(&Words { category: Some(&short), ..Words::default() }).family.map(FamilyRead::Recognised)
}

fn listed<T: Copy>(table: &[(&str, T)], wanted: &str) -> Option<T> {
    table.iter().find(|(listed, _)| listed.split('|').any(|one| one.trim() == wanted)).map(|(_, choice)| *choice)
}

const KINDS: &[(&str, Kind)] = &[
    ("joint committees | joint board | statutory joint committee", Kind::JointCommittee),
    ("delegation | delegated function | delegated functions | section 101", Kind::Delegation),
    ("lead authority | lead authority model | lead council | host authority | lead authority agreement | contract", Kind::LeadAuthority),
    (
        "company | jointly owned company | joint venture | local authority company | teckal company | teckal | joint company",
        Kind::JointCompany,
    ),
    (
        "shared management | shared management team | joint management team | shared chief executive | joint chief executive | shared post | shared posts | shared staff",
        Kind::SharedManagement,
    ),
    ("procurement | joint procurement | shared procurement | joint contract | co procurement", Kind::JointProcurement),
    ("colocation | shared building | shared premises | shared accommodation | shared headquarters", Kind::CoLocation),
    ("shared fleet | shared workshop | fleet | pooled fleet", Kind::PooledFleet),
    ("partnership | network | collaboration | memorandum of understanding | mou", Kind::WorkingGroup),
    ("another | others", Kind::Other),
];

const AIMS: &[(&str, Aim)] = &[
    ("savings | saving money | efficiency | cost | cost reduction | financial | efficiency savings", Aim::Money),
    ("resilient | continuity | capacity", Aim::Resilience),
    ("better service | better services | service improvement | improvement | service quality", Aim::Quality),
    ("expertise | specialist skills | recruitment | skill", Aim::Skills),
    ("speed | response times | faster response", Aim::Response),
];

const STAGES: &[(&str, Stage)] = &[
    ("operational | active | running | in operation | ongoing | current | established | started", Stage::Live),
    ("proposal | planned | under consideration | in development | developing | exploring | idea", Stage::Proposed),
    ("approved | committed | signed", Stage::Agreed),
    ("closed | ceased | finished | dissolved | terminated | discontinued", Stage::Ended),
    ("not started", Stage::NotYet),
];

/// What the old maps called them.
const FAMILIES: &[(&str, Family)] = &[
    ("trading standards | regulatory services | environmental health | licensing", Family::EnvironmentalServices),
    ("legal | legal services", Family::Legal),
    ("audit | internal audit | finance | counter fraud | accountancy", Family::FinanceAndAudit),
    ("ict | it | information technology | digital", Family::Ict),
    ("hr | human resources | payroll | personnel | training", Family::HumanResources),
    ("revenues and benefits | revenues | benefits | council tax", Family::RevenuesAndBenefits),
    ("building control | planning | planning services | development control", Family::PlanningAndBuildingControl),
    ("management | shared management | senior management | chief executive | management team", Family::SeniorManagement),
    ("waste | refuse | recycling | waste collection | waste and recycling", Family::Waste),
    ("adult social care | adult services | social care", Family::AdultCare),
    ("children s services | childrens services | children services", Family::ChildrensCare),
    ("libraries | library services", Family::Libraries),
    ("highways | street lighting | roads", Family::Highways),
    ("fleet | fleet management | vehicle maintenance | workshops", Family::FleetMaintenance),
    ("property | estates | facilities | assets", Family::Estates),
    ("public health", Family::HealthServices),
    ("emergency planning | resilience | community safety", Family::Security),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_reads_back_from_its_code_and_from_its_words() {
        assert!(Kind::ALL.iter().all(|one| kind(one.code()) == Some(*one) && kind(one.words()) == Some(*one)));
        assert!(Aim::ALL.iter().all(|one| aim(one.code()) == Some(*one) && aim(one.words()) == Some(*one)));
        assert!(Stage::ALL.iter().all(|one| stage(one.code()) == Some(*one) && stage(one.words()) == Some(*one)));
        assert!(NoFigure::ALL.iter().all(|one| no_figure(one.code()) == Some(*one) && no_figure(one.words()) == Some(*one)));
        assert!(
            Family::ALL
                .iter()
                .all(|one| family(one.name()) == Some(FamilyRead::Named(*one)) && family(one.code()) == Some(FamilyRead::Named(*one)))
        );
    }

    #[test]
    fn the_words_of_the_old_maps_are_known() {
        assert_eq!(family("Trading Standards"), Some(FamilyRead::Named(Family::EnvironmentalServices)));
        assert_eq!(kind("Shared Chief Executive"), Some(Kind::SharedManagement));
        assert_eq!(stage("Operational"), Some(Stage::Live));
        assert_eq!(aim("Efficiency"), Some(Aim::Money));
        assert_eq!(family("Xyzzy"), None);
        assert_eq!(kind(""), None);
    }
}
