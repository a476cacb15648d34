//! Which notices of a file are superseded by later ones.
//!
//! The rule: of all notices with one contract's identifier only the furthest stage stands (awarded before invited before
//! planned). Within that stage each award stands by its latest notice, so two lots awarded on two days both stand, and an
//! invitation by the latest. Two notices of one day and one award that say the same are one.

use definitions::Day;
use rustc_hash::FxHashMap;

use super::{Found, Stage};

/// What is known of all notices after the first walk.
#[derive(Default)]
pub(super) struct Standing {
    furthest: FxHashMap<String, Stage>,
    latest: FxHashMap<(String, String), (Option<Day>, u64)>,
    met: u64,
}

impl Standing {
    /// Takes one more notice into account; notices are met in the same order in both walks.
    pub(super) fn meet(&mut self, found: &Found) {
        self.met += 1;
        if found.key.is_empty() {
            return;
        }
        let furthest = self.furthest.entry(found.key.clone()).or_insert(found.stage);
        *furthest = (*furthest).max(found.stage);
        let mine = (found.noticed, self.met);
        let latest = self.latest.entry(part(found)).or_insert(mine);
        *latest = (*latest).max(mine);
    }

    /// The second walk begins.
    pub(super) fn begin_again(&mut self) {
        self.met = 0;
    }

    /// True where a later notice stands instead of this one.
    pub(super) fn is_superseded(&mut self, found: &Found) -> bool {
        self.met += 1;
        if found.key.is_empty() {
            return false;
        }
        self.furthest.get(&found.key).is_some_and(|furthest| *furthest > found.stage)
            || self.latest.get(&part(found)).is_some_and(|latest| *latest != (found.noticed, self.met))
    }
}

fn part(found: &Found) -> (String, String) {
    (format!("{:?} {}", found.stage, found.key), found.part.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Contract;

    fn notice(key: &str, part: &str, stage: Stage, noticed: &str) -> Found {
        Found {
            contract: Contract::default(),
            key: key.to_string(),
            part: part.to_string(),
            stage,
            noticed: noticed.parse().ok(),
            doubts: Vec::new(),
        }
    }

    fn standing(notices: &[Found]) -> Vec<bool> {
        let mut standing = Standing::default();
        notices.iter().for_each(|found| standing.meet(found));
        standing.begin_again();
        notices.iter().map(|found| !standing.is_superseded(found)).collect()
    }

    #[test]
    fn an_award_supersedes_the_invitation_of_the_same_contract_whichever_is_first_in_the_file() {
        let award = || notice("ocds-1", "a", Stage::Awarded, "2023-05-01");
        let invitation = || notice("ocds-1", "", Stage::Invited, "2023-01-01");
        assert_eq!(standing(&[invitation(), award()]), [false, true]);
        assert_eq!(standing(&[award(), invitation()]), [true, false]);
    }

    #[test]
    fn two_lots_awarded_on_two_days_both_stand_and_a_corrected_award_stands_once() {
        let lot = |part, day| notice("ocds-1", part, Stage::Awarded, day);
        assert_eq!(standing(&[lot("1", "2023-05-01"), lot("2", "2023-06-01"), lot("1", "2023-07-01")]), [false, true, true]);
    }

    #[test]
    fn the_same_notice_twice_stands_once_and_notices_without_an_identifier_all_stand() {
        let same = || notice("ocds-1", "1", Stage::Awarded, "2023-05-01");
        let nameless = || notice("", "", Stage::Awarded, "2023-05-01");
        assert_eq!(standing(&[same(), same(), nameless(), nameless()]), [false, true, true, true]);
    }
}
