//! What people ask of the register on a day: who shares what, who answers for it, and what is due to be confirmed.
//!
//! The rule: every answer is for a day that is asked for, and is worked out from what is published. An owner is asked once a
//! year whether a record is still true; one that has ended is asked about no more.

use std::collections::{BTreeMap, BTreeSet};

use bodies::Heirs;
use definitions::{ArrangementId, BodyId, Day};
use services::Family;

use crate::{Arrangement, Record, Register, Role, Stage};

/// A record whose owner is to say that it is still true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToConfirm {
    /// Which.
    pub arrangement: ArrangementId,
    /// The day on which its owner last answered for it.
    pub vouched_on: Day,
    /// The day from which it counts as unconfirmed for over a year.
    pub due_on: Day,
}

impl Record {
    /// The day from which it counts as unconfirmed for over a year.
    pub fn to_be_confirmed_on(&self) -> Day {
        self.vouched_on().plus_months(12)
    }

    /// True where its owner has not answered for it for a year, and it has not ended.
    pub fn is_unconfirmed_for_over_a_year(&self, on: Day) -> bool {
        self.to_be_confirmed_on() <= on && self.arrangement().stage_on(on) != Stage::Ended
    }
}

impl Register {
    /// Everything that is unconfirmed for over a year on `on`, the longest first.
    pub fn confirmation_due(&self, on: Day) -> Vec<ToConfirm> {
        let due = self.published().filter(|record| record.is_unconfirmed_for_over_a_year(on));
        let mut due: Vec<ToConfirm> = due
            .map(|record| ToConfirm {
                arrangement: record.arrangement().id.clone(),
                vouched_on: record.vouched_on(),
                due_on: record.to_be_confirmed_on(),
            })
            .collect();
        due.sort_by(|a, b| (a.vouched_on, &a.arrangement).cmp(&(b.vouched_on, &b.arrangement)));
        due
    }

    /// What is live on `on`.
    pub fn live_on(&self, on: Day) -> impl Iterator<Item = &Arrangement> {
        self.published().map(Record::arrangement).filter(move |said| said.stage_on(on) == Stage::Live)
    }

    /// The arrangements in which `body` has a part on `on`, at whatever stage, with its role.
    pub fn arrangements_of(&self, body: &BodyId, on: Day) -> Vec<(&Arrangement, Role)> {
        let role = |said: &Arrangement| said.parties_on(on).into_iter().find(|party| party.body == *body).map(|party| party.role);
        self.naming(body).map(Record::arrangement).filter_map(|said| role(said).map(|role| (said, role))).collect()
    }

    /// The families that are shared on `on`, with how many live arrangements share each.
    pub fn services_in_use(&self, on: Day) -> BTreeMap<Family, usize> {
        let mut in_use = BTreeMap::new();
        for said in self.live_on(on) {
            let families: BTreeSet<Family> = said.services.iter().copied().collect();
            families.into_iter().for_each(|family| *in_use.entry(family).or_default() += 1);
        }
        in_use
    }

    /// The bodies whose owners answer for an arrangement on `on`: those that have a part in it then, and those that follow one
    /// that has ended. Where nobody has a part, everybody who is named as a partner.
    pub fn answering_for(&self, said: &Arrangement, on: Day) -> Vec<BodyId> {
        let mut parties: Vec<BodyId> = said.parties_on(on).into_iter().map(|party| party.body).collect();
        if parties.is_empty() {
            parties = said.parties.iter().map(|party| party.body.clone()).collect();
        }
        let mut answering: Vec<BodyId> = Vec::new();
        for body in parties {
            let heirs = match self.directory().heirs_on(&body, on) {
                Heirs::One(heir) => vec![heir],
                Heirs::Several(heirs) => heirs,
                Heirs::Itself | Heirs::Nobody => Vec::new(),
            };
            for one in std::iter::once(body).chain(heirs) {
                if !answering.contains(&one) {
                    answering.push(one);
                }
            }
        }
        answering
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up::{arrangement, day, directory, entries, register};
    use crate::{Change, Moment};

    fn names(bodies: Vec<BodyId>) -> Vec<String> {
        bodies.into_iter().map(|body| body.to_string()).collect()
    }

    #[test]
    fn a_record_is_due_a_year_after_it_was_published_and_a_year_after_it_was_confirmed() {
        let told = Change::Published(Box::new(arrangement("legal | ash, beck | started 2017")));
        let mut log = entries(vec![told, Change::Confirmed(ArrangementId::new("legal"))]);
        log[1].entered = Moment::end_of(day("2021-02-10"));
        let due = |until: usize, on: &str| Register::of(directory(), &log[..until]).confirmation_due(day(on)).len();
        assert_eq!((due(1, "2020-12-31"), due(1, "2021-01-01")), (0, 1));
        assert_eq!((due(2, "2022-02-09"), due(2, "2022-02-10")), (0, 1));
    }

    #[test]
    fn nobody_is_asked_about_what_has_ended() {
        let register = register(&["legal | ash, beck | started 2017, ended 2019"]);
        assert!(register.confirmation_due(day("2030-01-01")).is_empty());
    }

    #[test]
    fn what_a_body_shares_is_asked_for_a_day() {
        let register = register(&["legal | ash lead, beck | started 2017, left beck 2019-03-31", "ict | ash, elm | started 2018"]);
        let of = |who: &str, on: &str| {
            let shared = register.arrangements_of(&BodyId::new(who), day(on));
            shared.into_iter().map(|(said, role)| format!("{} {}", said.id, role.code())).collect::<Vec<_>>()
        };
        assert_eq!(of("ash", "2019-06-01"), ["ict partner", "legal lead"]);
        assert_eq!(of("beck", "2019-03-31"), ["legal partner"]);
        assert!(of("beck", "2019-04-01").is_empty());
        assert_eq!(register.services_in_use(day("2017-06-01")), BTreeMap::from([(Family::Legal, 1)]));
    }

    #[test]
    fn the_owners_of_a_successor_answer_for_what_an_ended_body_left() {
        let register = register(&["legal | ash lead, thorn, yew, beck | started 2017, left beck 2020"]);
        let said = register.arrangement(&ArrangementId::new("legal")).expect("published");
        assert_eq!(names(register.answering_for(said, day("2022-01-01"))), ["ash", "thorn", "yew"]);
        assert_eq!(names(register.answering_for(said, day("2023-04-01"))), ["ash", "thorn", "rowan", "yew", "elm", "oak"]);
    }
}
