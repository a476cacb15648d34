//! The codes and the words of every choice in a record: for forms, spreadsheets, addresses and sentences.
//!
//! The rule: a choice has one code, which is also what the log writes (a test holds it so), and one name that an officer would
//! use. Adding a choice without its words does not compile. It never decides what a word in a file means.

use crate::{Aim, Cashable, Kind, Net, NoFigure, Passing, Role, Stage, Standing};

macro_rules! choices {
    ($($type:ident { $($variant:ident, $code:literal, $words:literal;)* })*) => {$(
        impl $type {
            /// Every choice, in the order in which a form shows them.
            pub const ALL: &[$type] = &[$($type::$variant),*];

            /// Its code, as in the log, in addresses and in JSON.
            pub fn code(self) -> &'static str {
                match self { $($type::$variant => $code,)* }
            }

            /// Its name, for people.
            pub fn words(self) -> &'static str {
                match self { $($type::$variant => $words,)* }
            }

            /// The choice of a code; `None` where there is none such.
            pub fn from_code(code: &str) -> Option<$type> {
                $type::ALL.iter().copied().find(|choice| choice.code() == code)
            }
        }
    )*};
}

choices! {
    Kind {
        JointCommittee, "joint-committee", "joint committee";
        Delegation, "delegation", "delegation of a function";
        LeadAuthority, "lead-authority", "lead authority contract";
        JointCompany, "joint-company", "jointly owned company";
        SharedManagement, "shared-management", "shared post or management team";
        JointProcurement, "joint-procurement", "joint procurement";
        CoLocation, "co-location", "co-location";
        PooledFleet, "pooled-fleet", "pooled fleet or workshop";
        WorkingGroup, "working-group", "working group";
        Other, "other", "another way of sharing";
    }
    Role {
        Lead, "lead", "lead";
        Partner, "partner", "partner";
        Customer, "customer", "customer";
        JointOwner, "joint-owner", "joint owner";
    }
    Aim {
        Money, "money", "to spend less";
        Resilience, "resilience", "to carry on when people or systems fail";
        Quality, "quality", "to serve better";
        Skills, "skills", "to have skills that one body alone could not keep";
        Response, "response", "to come sooner";
    }
    Stage {
        NotYet, "not-yet", "not begun";
        Proposed, "proposed", "proposed";
        Agreed, "agreed", "agreed";
        Live, "live", "live";
        Ended, "ended", "ended";
    }
    Passing {
        Transfer, "transfer", "transfer by law to a successor";
        Host, "host", "one successor keeps it for all";
        Novate, "novate", "novation by a new agreement";
    }
    Standing {
        Planned, "planned", "planned";
        Realised, "realised", "realised";
        Certified, "certified", "certified";
    }
    Cashable {
        Cashable, "cashable", "cashable";
        NotCashable, "not-cashable", "not cashable";
        NotSaid, "not-said", "not said whether cashable";
    }
    Net {
        Gross, "gross", "before the cost of setting up";
        Net, "net", "after the cost of setting up";
        NotSaid, "not-said", "not said whether before or after the cost of setting up";
    }
    NoFigure {
        NotMeantToSave, "not-meant-to-save", "it was never meant to save money";
        TooEarly, "too-early", "it is too early to say";
        NoBaseline, "no-baseline", "no baseline was kept, so nothing can be measured";
        NotCounted, "not-counted", "the partners do not count it";
        NotInSource, "not-in-source", "the source does not say";
        NotPublished, "not-published", "the partners know, and do not publish it";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_what_the_log_writes_and_reads_back_as_its_choice() {
        macro_rules! held {
            ($($type:ident)*) => {$(
                for choice in $type::ALL {
                    assert_eq!(serde_json::to_value(choice).expect("a choice is text"), choice.code());
                    assert_eq!($type::from_code(choice.code()), Some(*choice));
                    assert!(!choice.words().is_empty());
                }
            )*};
        }
        held!(Kind Role Aim Passing Standing Cashable Net NoFigure);
        assert_eq!(Kind::from_code("Joint committee"), None);
    }
}
