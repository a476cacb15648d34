//! What happened to an arrangement, each happening dated and with its source.
//!
//! The rule: the stage on any day, and who is a partner on that day, are worked out from happenings and never stored.

use definitions::{ArrangementId, BodyId};
use serde::{Deserialize, Serialize};

use crate::{Cited, When};

/// One dated thing that happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Happening {
    /// When, as exactly as it is known.
    pub when: When,
    /// What.
    #[serde(flatten)]
    pub what: What,
    /// In a sentence, where the kind alone does not say it.
    #[serde(default)]
    pub note: String,
    /// Where it can be read.
    #[serde(default)]
    pub sources: Vec<Cited>,
}

/// What can happen to an arrangement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "what")]
pub enum What {
    /// Somebody proposed it in public.
    Proposed,
    /// The partners agreed to it.
    Agreed,
    /// It began to work.
    Started,
    /// A body became a partner after the start.
    Joined {
        /// Which.
        body: BodyId,
    },
    /// A body ceased to be a partner.
    Left {
        /// Which.
        body: BodyId,
    },
    /// What one body had in it went to another: a transfer to a successor, or a novation.
    Passed {
        /// Who had it.
        from: BodyId,
        /// Who has it now.
        to: BodyId,
        /// On which footing.
        how: Passing,
    },
    /// Its term was begun anew.
    Renewed,
    /// Its owner looked at it and kept it as it was.
    Reviewed,
    /// It went on as these arrangements instead.
    Split {
        /// Which.
        into: Vec<ArrangementId>,
    },
    /// It ended.
    Ended,
}

/// How an arrangement of a body that ends goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Passing {
    /// By law, to the successor.
    Transfer,
    /// One successor keeps it for all of them.
    Host,
    /// By a new agreement, to a body that need not be a successor.
    Novate,
}

/// How far an arrangement has come, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Nothing dated has happened yet.
    NotYet,
    /// Proposed, and not agreed.
    Proposed,
    /// Agreed, and not begun.
    Agreed,
    /// At work.
    Live,
    /// Over.
    Ended,
}
