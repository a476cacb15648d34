//! The four roles a person can have, for one body or for the whole place.
//!
//! The rule: a role includes all that the roles before it may do. A role for a body never reaches another body, and a role
//! for the whole place reaches every body. What a role may do is said by `action.rs` alone.

use serde::{Deserialize, Serialize};

/// A role, the one that may least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Anyone, signed in or not.
    Reader,
    /// Writes drafts for a body.
    Officer,
    /// Publishes for a body, and answers for its records.
    Owner,
    /// Looks after the place, or the people of one body.
    Administrator,
}

impl Role {
    /// Every role, the one that may least first.
    pub const ALL: &[Role] = &[Role::Reader, Role::Officer, Role::Owner, Role::Administrator];

    /// The code used in the log, in addresses and on the terminal.
    pub fn code(self) -> &'static str {
        match self {
            Role::Reader => "reader",
            Role::Officer => "officer",
            Role::Owner => "owner",
            Role::Administrator => "administrator",
        }
    }

    /// The role of a code; `None` where it is not one.
    pub fn from_code(code: &str) -> Option<Role> {
        Role::ALL.iter().copied().find(|role| role.code() == code)
    }

    /// What it is, for people.
    pub fn sentence(self) -> &'static str {
        match self {
            Role::Reader => "A reader sees what is published.",
            Role::Officer => "An officer also writes drafts for a body.",
            Role::Owner => "An owner also publishes for a body, and says once a year that its records are still true.",
            Role::Administrator => {
                "An administrator also looks after people and roles, and, of the whole place, after its bodies and data."
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_reads_back_from_its_code_and_the_log_writes_that_code() {
        for role in Role::ALL {
            assert_eq!(Role::from_code(role.code()), Some(*role));
            assert!(role.sentence().starts_with('A') && role.sentence().ends_with('.'));
        }
        assert_eq!(Role::from_code("Owner"), None);
        assert_eq!(Role::from_code(""), None);
    }
}
