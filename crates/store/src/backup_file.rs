//! The form of a backup: lines of JSON, the first saying what it is and the last what it should hold.
//!
//! The rule: the last line's digest is of every byte before that line, so that a file cut short or altered anywhere is known
//! for one. A line has a bound, so that a file made to fill the memory cannot.

use definitions::Fingerprint;
use register::Moment;
use serde::{Deserialize, Serialize};

use crate::stored::Stored;
use crate::{Account, BoundarySet, Outline, SignOn, TEXT_BYTES_AT_MOST, Token};

/// The version of the form that is written, and the only one that is read.
pub(crate) const FORM: u32 = 1;

/// No line is longer: an entry has five texts, and JSON writes the worst of bytes as six.
pub(crate) const LINE_BYTES_AT_MOST: usize = 32 * TEXT_BYTES_AT_MOST;

/// How many of each a backup holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counts {
    /// Entries of the log.
    pub entries: u64,
    /// Accounts.
    pub accounts: u64,
    /// Tokens of letters that have been sent.
    pub tokens: u64,
    /// Sets of boundaries.
    pub boundary_sets: u64,
    /// Outlines in them.
    pub outlines: u64,
}

impl Counts {
    /// Counts one line.
    pub(crate) fn count(&mut self, line: &Line) {
        match line {
            Line::Backup { .. } | Line::End { .. } => {}
            Line::Entry { .. } => self.entries += 1,
            Line::Account(_) => self.accounts += 1,
            Line::Token(_) => self.tokens += 1,
            Line::BoundarySet(_) => self.boundary_sets += 1,
            Line::Outline(_) => self.outlines += 1,
        }
    }
}

/// `1,204 entries, 31 accounts, 2 tokens, 1 set of boundaries with 317 outlines`
impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of = |count: u64, one: &str, more: &str| format!("{} {}", definitions::thousands(count), if count == 1 { one } else { more });
        write!(
            f,
            "{}, {}, {}, {} with {}",
            of(self.entries, "entry", "entries"),
            of(self.accounts, "account", "accounts"),
            of(self.tokens, "token", "tokens"),
            of(self.boundary_sets, "set of boundaries", "sets of boundaries"),
            of(self.outlines, "outline", "outlines")
        )
    }
}

/// One line.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(crate) enum Line {
    /// The first.
    #[serde(rename = "commonweal-backup")]
    Backup {
        /// The version of the form.
        form: u32,
    },
    /// An entry of the log.
    Entry {
        /// As it lies in the log.
        stored: Stored,
        /// Its digest.
        digest: Fingerprint,
    },
    /// An account.
    Account(#[serde(with = "AccountLine")] Account),
    /// A token of a letter that was sent.
    Token(Token),
    /// A set of boundaries; its outlines follow it.
    BoundarySet(BoundarySet),
    /// An outline of the set before it.
    Outline(Outline),
    /// The last.
    End {
        /// How many lines of each sort there are.
        counts: Counts,
        /// Digest of the last entry; all nought where there is none.
        last_digest: Fingerprint,
        /// SHA-256 of every byte before this line.
        sha256: Fingerprint,
    },
}

/// An account is written here and nowhere else: it holds what is kept of a password, and must not slip into an answer.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Account", deny_unknown_fields)]
struct AccountLine {
    id: String,
    email: String,
    name: String,
    password: Option<String>,
    sign_on: Option<SignOn>,
    added: Moment,
    closed: Option<Moment>,
}
