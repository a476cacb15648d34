//! One entry in the log: who changed what, when, and why.
//!
//! The rule: entries are added and never changed; the state of the register on any day is what the entries until then make.
//! The moment of entry and the days that an entry speaks of are two things. It knows nothing of how the log is kept.

use std::fmt;

use bodies::Follower;
use definitions::{ArrangementId, BodyId, Day};
use serde::{Deserialize, Serialize};

use crate::{Arrangement, OwnBody, Passing, When};

/// A moment, as whole seconds since 1970-01-01 00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Moment(pub i64);

/// The first of January of the year 0.
const FIRST_DAY: Day = Day(-719_528);
/// The last of December of the year 9999.
const LAST_DAY: Day = Day(2_932_896);

impl Moment {
    /// The day in UTC on which it lies. One outside the years 0 to 9999, which no clock gives, is taken to the nearer end of them.
    pub fn day(self) -> Day {
        let days = self.0.div_euclid(86_400).clamp(i64::from(FIRST_DAY.0), i64::from(LAST_DAY.0));
        Day(days as i32)
    }

    /// The last moment of `day`.
    pub fn end_of(day: Day) -> Moment {
        Moment(i64::from(day.0) * 86_400 + 86_399)
    }
}

/// `2026-11-22T17:05:09Z`, as RFC 3339 has it.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.0.rem_euclid(86_400);
        write!(f, "{}T{:02}:{:02}:{:02}Z", self.day(), second / 3600, second / 60 % 60, second % 60)
    }
}

/// Who made an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Author {
    /// Their account; empty where a command or a link made it.
    #[serde(default)]
    pub account: String,
    /// Their name as shown, or `commonweal import`.
    pub name: String,
}

/// An entry: a change with its circumstances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its place in the log, from 1, without gaps.
    pub number: u64,
    /// When it was entered.
    pub entered: Moment,
    /// Who entered it.
    pub by: Author,
    /// Why, in their words; may be empty only for a draft.
    pub why: String,
    /// What changed.
    pub change: Change,
}

/// What an entry changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "change", content = "with")]
pub enum Change {
    /// A draft of an arrangement was saved; the published one, if there is one, stands.
    Drafted(Box<Arrangement>),
    /// A draft was thrown away.
    DraftDropped(ArrangementId),
    /// An arrangement was published, for the first time or in a corrected version.
    Published(Box<Arrangement>),
    /// A published arrangement was taken out, as entered by mistake; its history reads on.
    Withdrawn(ArrangementId),
    /// Its owner said that it is still true.
    Confirmed(ArrangementId),
    /// A body of this place's own was added or corrected.
    BodyKept(Box<OwnBody>),
    /// What becomes of a body was entered: it ends on a day, and these follow it.
    BodyEnds(Box<Ending>),
    /// An account got a role, or another one, for a body; `None` takes it away.
    RoleGiven(Given),
}

impl Change {
    /// The record it is a version of: its kind and its name, such as `arrangement/devon-and-somerset-trading-standards`.
    /// An arrangement and its draft are two records, so that saving a draft does not overtake who publishes.
    pub fn record(&self) -> String {
        match self {
            Change::Drafted(arrangement) => format!("draft/{}", arrangement.id),
            Change::DraftDropped(id) => format!("draft/{id}"),
            Change::Published(arrangement) => format!("arrangement/{}", arrangement.id),
            Change::Withdrawn(id) | Change::Confirmed(id) => format!("arrangement/{id}"),
            Change::BodyKept(body) => format!("body/{}", body.id),
            Change::BodyEnds(ending) => format!("ending/{}", ending.body),
            Change::RoleGiven(Given { account, body: Some(body), .. }) => format!("role/{account}/{body}"),
            Change::RoleGiven(Given { account, body: None, .. }) => format!("role/{account}"),
        }
    }
}

/// The end of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    /// Which body.
    pub body: BodyId,
    /// Its last day.
    pub last_day: Day,
    /// Who follows it, the whole of it or a part.
    pub successors: Vec<Successor>,
    /// Where it can be read.
    #[serde(default)]
    pub sources: Vec<crate::Cited>,
}

/// One that follows a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Successor {
    /// Which body.
    pub body: BodyId,
    /// Which part goes to it, in words; empty where it has the whole: `the wards of Ash and Beck`.
    #[serde(default)]
    pub part: String,
}

impl Ending {
    /// It as the directory of bodies takes it. What was entered here is settled.
    pub fn of_body(&self) -> bodies::Ending {
        let follower =
            |successor: &Successor| Follower { body: successor.body.clone(), part: successor.part.clone(), share_of_residents: None };
        bodies::Ending {
            body: self.body.clone(),
            last_day: self.last_day,
            followers: self.successors.iter().map(follower).collect(),
            standing: bodies::Standing::Settled,
            source: self.sources.first().map(|cited| cited.document.clone()).unwrap_or_default(),
        }
    }
}

/// A role of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// Whose.
    pub account: String,
    /// Shown name of the account.
    pub name: String,
    /// For which body; `None` is for the whole place.
    pub body: Option<BodyId>,
    /// The code of the role in `permissions`; `None` takes it away.
    pub role: Option<String>,
}

/// What is decided of one arrangement when a body in it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passed {
    /// Which arrangement.
    pub arrangement: ArrangementId,
    /// On which footing it goes on.
    pub how: Passing,
    /// To whom.
    pub to: BodyId,
    /// From when.
    pub when: When,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_as_rfc_3339_has_it() {
        // `date -u -d @1795366509` says so.
        assert_eq!(Moment(1_795_366_509).to_string(), "2026-11-22T16:55:09Z");
        assert_eq!(Moment(i64::MAX).day(), Day::from_ymd(9999, 12, 31).expect("a day"));
        assert_eq!(Moment(i64::MIN).day(), Day::from_ymd(0, 1, 1).expect("a day"));
        assert_eq!(Moment::end_of(Day::from_ymd(2026, 11, 22).expect("a day")).to_string(), "2026-11-22T23:59:59Z");
    }

    #[test]
    fn confirming_an_arrangement_overtakes_its_correction_and_saving_a_draft_does_not() {
        let id = ArrangementId::new("shared-legal-team");
        assert_eq!(Change::Confirmed(id.clone()).record(), "arrangement/shared-legal-team");
        assert_eq!(Change::Withdrawn(id.clone()).record(), "arrangement/shared-legal-team");
        assert_eq!(Change::DraftDropped(id).record(), "draft/shared-legal-team");
    }

    #[test]
    fn a_role_for_one_body_and_a_role_for_the_whole_place_are_two_records() {
        let given = |body: Option<&str>| Given { account: "a7".into(), name: "Ann".into(), body: body.map(BodyId::new), role: None };
        assert_eq!(Change::RoleGiven(given(Some("ashby"))).record(), "role/a7/ashby");
        assert_eq!(Change::RoleGiven(given(None)).record(), "role/a7");
    }
}
