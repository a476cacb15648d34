//! What the amount of a line is multiplied by, as HM Treasury's guidance for local partnerships (2014) multiplies it.
//!
//! The rule: each factor is kept by its name, so that the working shows it and it can be doubted on its own; those that lessen a benefit are
//! written as the share that is lost, and taken from one here and nowhere else.

use crate::uncertain::Uncertain;

/// Something that the amount is multiplied by.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Which.
    pub kind: FactorKind,
    /// How much.
    pub figure: Uncertain,
}

/// The factors there are, as the guidance for local partnerships multiplies them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorKind {
    /// How many people or things it is about.
    Population,
    /// The share of them that is reached.
    TakeUp,
    /// The share of those reached that drops out.
    Attrition,
    /// The share of those left on whom it works.
    Impact,
    /// The share that would have happened anyway.
    Deadweight,
    /// A multiple of amounts written year by year.
    Times,
}

impl FactorKind {
    /// The word in a case file.
    pub fn code(self) -> &'static str {
        match self {
            FactorKind::Population => "population",
            FactorKind::TakeUp => "take_up",
            FactorKind::Attrition => "attrition",
            FactorKind::Impact => "impact",
            FactorKind::Deadweight => "deadweight",
            FactorKind::Times => "times",
        }
    }

    /// What the amount is multiplied by when the figure is `figure`.
    pub fn multiple(self, figure: f64) -> f64 {
        match self {
            FactorKind::Attrition | FactorKind::Deadweight => 1.0 - figure,
            _ => figure,
        }
    }

    /// True where a higher figure makes the line smaller.
    pub fn lessens(self) -> bool {
        matches!(self, FactorKind::Attrition | FactorKind::Deadweight)
    }
}
