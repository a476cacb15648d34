//! What an arrangement saves, line by line, each with who said so and how far it is proved.
//!
//! The rule: planned, realised and certified are never added together; nor are amounts a year and amounts in total, nor
//! gross and net. A line is never changed in the log: a correction is a new version of the record, and the old one reads on.

use definitions::Pence;
use serde::{Deserialize, Serialize};

use crate::{Cited, When};

/// How far a saving is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Expected, in a case or a plan.
    Planned,
    /// Said by the partners to have happened.
    Realised,
    /// Checked by someone who is not a partner in it.
    Certified,
}

/// To which days an amount belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "period")]
pub enum Period {
    /// So much every year, from a day until a day or until the arrangement ends.
    EachYear {
        /// From when.
        from: When,
        /// Until when, if it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<When>,
    },
    /// So much in all over a time; once only, or the sum of several years.
    InTotal {
        /// From when.
        from: When,
        /// Until when.
        until: When,
    },
    /// So much in all from the beginning until a day. A later line of the same standing takes the place of an earlier one.
    ToDate {
        /// The day up to which it was counted, or on which it was said.
        until: When,
    },
}

/// Whether money leaves a budget because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cashable {
    /// A budget is lower by it.
    Cashable,
    /// Time, quality or a cost avoided: no budget is lower.
    NotCashable,
    /// The source does not say.
    NotSaid,
}

/// Whether the cost of getting there has been taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Net {
    /// Before the cost of setting up.
    Gross,
    /// After the cost of setting up.
    Net,
    /// The source does not say.
    NotSaid,
}

/// One amount saved, or meant to be.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SavingLine {
    /// Its own name within the arrangement, kept when it is corrected: `s1`, `s2`.
    pub id: String,
    /// How much; below nought it is a cost. With `at_least` the source says "more than".
    pub amount_pence: Pence,
    /// True where the source says "more than" or "over".
    #[serde(default)]
    pub at_least: bool,
    /// To which days it belongs.
    #[serde(flatten)]
    pub period: Period,
    /// How far it is proved.
    pub standing: Standing,
    /// Whether a budget is lower by it.
    pub cashable: Cashable,
    /// Whether the cost of setting up has been taken off.
    pub net: Net,
    /// Who said so: a body, a paper, an auditor.
    pub said_by: String,
    /// What it rests on, in a sentence.
    #[serde(default)]
    pub evidence: String,
    /// Where it can be read.
    #[serde(default)]
    pub sources: Vec<Cited>,
}

/// Why an arrangement has no figure. One of these is asked for where there is no line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoFigure {
    /// It was never meant to save money.
    NotMeantToSave,
    /// It has not begun, or has only begun.
    TooEarly,
    /// No baseline was kept, so nothing can be measured.
    NoBaseline,
    /// The partners do not count it.
    NotCounted,
    /// The source that this entry rests on does not say.
    NotInSource,
    /// The partners know, and do not publish it.
    NotPublished,
}

/// What is said of an arrangement's savings: lines, or why there are none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Savings {
    /// One line or more.
    Lines(Vec<SavingLine>),
    /// No figure, and why.
    NoFigure(NoFigure),
}
