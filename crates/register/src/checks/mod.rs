//! Checks: what may be wrong with what is published, as a list with names.
//!
//! The rule: a check finds and says; it refuses nothing and mends nothing. Each has a code, a sentence and what to do. Where a
//! date is known only to the month or year, a check speaks only of what is wrong in every reading of it. No check compares
//! every record with every other: records are laid side by side by what they share.

mod claimed_twice;
mod dates;
mod money;
mod parties;
mod said;

use definitions::{ArrangementId, Day};

use crate::{Arrangement, Record, Register};

pub(crate) use dates::is_surely_before;
pub(crate) use said::is_web_address;

/// One thing found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// By which check.
    pub check: Check,
    /// Of which arrangements.
    pub arrangements: Vec<ArrangementId>,
    /// What is wrong here, in a sentence.
    pub sentence: String,
}

macro_rules! checks {
    ($($check:ident, $code:literal, $sentence:literal, $to_do:literal;)*) => {
        /// The checks, in the order in which they are listed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check {
            $(#[doc = $sentence] $check,)*
        }

        impl Check {
            /// Every check.
            pub const ALL: &[Check] = &[$(Check::$check),*];

            /// Its code: `end-before-start`.
            pub fn code(self) -> &'static str {
                match self { $(Check::$check => $code,)* }
            }

            /// What it finds.
            pub fn sentence(self) -> &'static str {
                match self { $(Check::$check => $sentence,)* }
            }

            /// What to do about it.
            pub fn to_do(self) -> &'static str {
                match self { $(Check::$check => $to_do,)* }
            }
        }
    };
}

checks! {
    SamePartnersAndService, "same-partners-and-service", "Two entries share the same service among the same bodies.",
        "If they are one arrangement, withdraw one of them; if not, let the titles say how they differ.";
    SavingClaimedTwice, "saving-claimed-twice", "The same saving seems to be claimed in two entries.",
        "Keep the line where the saving was made and take it out of the other entry.";
    EndBeforeStart, "end-before-start", "Something ends before it starts.",
        "Look the days up in the source and correct the one that is wrong.";
    ImpossibleOrder, "impossible-order", "Things happened in an order that cannot be.",
        "Look the days up in the source; add what is missing, or correct the day that is wrong.";
    BodyNotThere, "body-not-there", "A body took part on a day on which it did not exist.",
        "Name the body that existed on that day: the one before it, or the one that followed.";
    EndedAndNotPassedOn, "ended-and-not-passed-on", "A body that has ended still has a part.",
        "Say who carries its part on: transfer it, let one successor host it, novate it, or end it.";
    TotalNotMadeByParts, "total-not-made-by-parts", "An amount over a time is not what the amounts a year in that time make.",
        "Find out which of them the source supports, and correct the other.";
    TotalsOverlap, "totals-overlap", "Two amounts of the same kind are over times that overlap.",
        "If they hold the same savings, keep the one that holds all of them.";
    ToDateFalls, "to-date-falls", "An amount to date is lower than an earlier one.",
        "A total from the beginning can fall only by a correction: correct the earlier line or the later one.";
    ToldLower, "told-lower", "A later version tells a lower amount to date than an earlier version did for an earlier day.",
        "Say in the evidence why the earlier total was wrong, or correct the later one.";
    NoFigureNoReason, "no-figure-no-reason", "There are no savings and no reason why.",
        "Give a figure, or choose a reason from the list.";
    Unconfirmed, "unconfirmed", "Nobody has confirmed the entry for over a year.",
        "Ask its owner whether it is still true.";
    LinkNotWeb, "link-not-web", "A link is not a web address.",
        "Write an address that begins with https:// or http://, or leave the link out.";
    NoSource, "no-source", "The entry names no source.",
        "Name the paper, page or report in which it can be read.";
    TermOver, "term-over", "The agreed term is over, and nothing says that it ended or was renewed.",
        "Say whether it ended or was renewed, and when.";
    FewerThanTwo, "fewer-than-two", "It is live with fewer than two bodies.",
        "Say that it ended, or who has joined.";
    OtherWithoutSummary, "other-without-summary", "Its kind is none of the list, and no summary says what it is.",
        "Write in the summary how the bodies share, or choose a kind.";
    SplitIntoUnknown, "split-into-unknown", "It went on as an arrangement that is not in the register.",
        "Publish what it went on as, or correct the reference.";
}

/// Everything that the checks find on `on`, by check and arrangement.
pub fn checks(register: &Register, on: Day) -> Vec<Finding> {
    let mut findings: Vec<Finding> = register.published().flat_map(|record| of_record(record, register, on)).collect();
    findings.extend(parties::same_partners_and_service(register, on));
    findings.extend(claimed_twice::saving_claimed_twice(register));
    findings.sort();
    findings
}

/// What the checks find of one published arrangement on `on`, alone and beside others.
pub fn checks_of(id: &ArrangementId, register: &Register, on: Day) -> Vec<Finding> {
    checks(register, on).into_iter().filter(|finding| finding.arrangements.contains(id)).collect()
}

fn of_record(record: &Record, register: &Register, on: Day) -> Vec<Finding> {
    let said = record.arrangement();
    let mut found = Found { said, all: Vec::new() };
    dates::check(&mut found, on);
    parties::check(&mut found, register.directory(), on);
    money::check(&mut found);
    said::check(&mut found, register);
    money::told_lower(&mut found, record);
    if record.is_unconfirmed_for_over_a_year(on) {
        found.say(Check::Unconfirmed, format!("Its owner last answered for it on {}.", record.vouched_on().long()));
    }
    found.all
}

/// What was found of one arrangement so far.
struct Found<'a> {
    said: &'a Arrangement,
    all: Vec<Finding>,
}

impl Found<'_> {
    fn say(&mut self, check: Check, sentence: String) {
        self.all.push(Finding { check, arrangements: vec![self.said.id.clone()], sentence });
    }
}

#[cfg(test)]
mod tests;
