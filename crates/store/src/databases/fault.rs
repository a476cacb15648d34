//! What went wrong with a statement, sorted by what can be done about it.
//!
//! The rule: the database's own words are kept, and what to try next is said in ours. A fault never says a password.

use definitions::Trouble;

use crate::{NotAdded, Overtaken};

/// A statement that was not done.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// The database, or the way to it, failed.
    Database(FaultKind, String),
    /// This room found it, and has said it whole.
    Told(Trouble),
    /// Somebody else changed the record first.
    Overtaken(Box<Overtaken>),
    /// The account cannot be added as it is.
    NotAdded(Box<NotAdded>),
}

/// What can be done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FaultKind {
    /// The connection went before anything was kept; another one may do.
    Lost,
    /// The connection went while it was being kept: nobody here knows whether it was.
    Unsure,
    /// No room left.
    Full,
    /// It may only be read.
    ReadOnly,
    /// Others held it for too long.
    Busy,
    /// The door was not opened.
    NotAllowed,
    /// There is no register there.
    Absent,
    /// What is in it is not what was put there.
    Damaged,
    /// Anything else.
    Other,
}

impl Fault {
    /// A fault of a kind, in the database's words.
    pub(crate) fn new(kind: FaultKind, because: impl Into<String>) -> Fault {
        Fault::Database(kind, because.into())
    }

    /// True where the connection went and nothing was kept.
    pub(crate) fn may_be_tried_again(&self) -> bool {
        matches!(self, Fault::Database(FaultKind::Lost, _))
    }

    /// As a person is told; `could_not` completes "could not …".
    pub(crate) fn told(self, could_not: &str) -> Trouble {
        let (kind, because) = match self {
            Fault::Told(trouble) => return trouble,
            Fault::Overtaken(overtaken) => return crate::Refused::Overtaken(*overtaken).told(could_not),
            Fault::NotAdded(why) => return why.told(could_not),
            Fault::Database(kind, because) => (kind, because),
        };
        let try_next = match kind {
            FaultKind::Lost => "Nothing was changed. See that the database server runs and can be reached, and try again.",
            FaultKind::Unsure => "It may or may not have been kept: look at the record before you enter it again.",
            FaultKind::Full => {
                "Nothing was changed. Make room on the disk that holds the register, and try again; where there is room, the disk may be failing."
            }
            FaultKind::ReadOnly => {
                "Nothing was changed. Give this program the right to write there, in the file and in its folder, or name another."
            }
            FaultKind::Busy => "Nothing was changed. Others were writing for too long: try again in a moment.",
            FaultKind::NotAllowed => "Check the name, the password and the rights in the setting that names the register.",
            FaultKind::Absent => "Nothing was made. Look for a slip in its name; `commonweal serve` makes a new register.",
            FaultKind::Damaged => "Run `commonweal check`, and keep the file as it is until you have restored a backup elsewhere.",
            FaultKind::Other => "Nothing was changed. Try again, and if it fails again run `commonweal check`.",
        };
        Trouble::new(could_not, because, try_next)
    }
}
