//! What an arrangement is on a day: how far it has come, and who has a part in it.
//!
//! The rule: both are worked out from what happened and are stored nowhere. What begins counts from its day on, in a month or
//! year from the first; what ends (an ending, a leaving) still stands on its day, in a month or year until the last, so that an
//! end in 2017 never comes before a start in May 2017. The order in which happenings are listed never matters.

use definitions::{BodyId, Day};

use crate::{Arrangement, Happening, Party, Stage, What, When};

impl Happening {
    /// The first day on which things are different because of it.
    pub fn counts_from(&self) -> Day {
        match self.what {
            What::Left { .. } | What::Ended | What::Split { .. } => Day(self.when.last_day().0.saturating_add(1)),
            _ => self.when.first_day(),
        }
    }

    /// On one day an ending comes before a new beginning, and a proposal before what was made of it.
    fn place_in_the_day(&self) -> u8 {
        match self.what {
            What::Ended | What::Split { .. } => 0,
            What::Left { .. } => 1,
            What::Passed { .. } => 2,
            What::Proposed => 3,
            What::Agreed => 4,
            What::Joined { .. } => 5,
            What::Started => 6,
            What::Renewed => 7,
            What::Reviewed => 8,
        }
    }
}

impl Arrangement {
    /// What happened, in the order of the days from which it counts.
    pub fn in_order(&self) -> Vec<&Happening> {
        let mut happenings: Vec<&Happening> = self.happenings.iter().collect();
        // The rest of the comparison only keeps what counts alike in one order.
        happenings.sort_by(|a, b| {
            let place = |happening: &Happening| (happening.counts_from(), happening.place_in_the_day());
            place(a).cmp(&place(b)).then_with(|| (a.when, &a.what, &a.note).cmp(&(b.when, &b.what, &b.note)))
        });
        happenings
    }

    /// How far it has come on `day`. A start or a renewal after an ending makes it live again.
    pub fn stage_on(&self, day: Day) -> Stage {
        let until_then = self.in_order().into_iter().take_while(|happening| happening.counts_from() <= day);
        until_then.fold(Stage::NotYet, |stage, happening| match happening.what {
            What::Proposed => stage.max(Stage::Proposed),
            What::Agreed => stage.max(Stage::Agreed),
            What::Started | What::Renewed => Stage::Live,
            What::Ended | What::Split { .. } => Stage::Ended,
            What::Joined { .. } | What::Left { .. } | What::Passed { .. } | What::Reviewed => stage,
        })
    }

    /// When it first began to work, where that is told.
    pub fn started(&self) -> Option<When> {
        self.in_order().into_iter().find(|happening| happening.what == What::Started).map(|happening| happening.when)
    }

    /// When it ended, where that is told and nothing later began it anew.
    pub fn ended(&self) -> Option<When> {
        let of_the_term: Vec<&Happening> = self.in_order().into_iter().filter(|happening| happening.what.is_of_the_term()).collect();
        let since_it_last_began = of_the_term.into_iter().rev().take_while(|happening| happening.what.is_an_ending());
        since_it_last_began.last().map(|happening| happening.when)
    }

    /// Who has a part in it on `day`, in the order of the record, each body once with its leading role. Once it has ended, those
    /// who were in it then.
    pub fn parties_on(&self, day: Day) -> Vec<Party> {
        let in_order = self.in_order();
        let mut parties: Vec<Party> = Vec::new();
        for party in &self.parties {
            if parties.iter().any(|known| known.body == party.body) {
                continue;
            }
            if let Some(role) = self.role_on(&party.body, &in_order, day) {
                parties.push(Party { body: party.body.clone(), role });
            }
        }
        parties
    }

    /// Every body that is named anywhere in it, each once, in the order of the record.
    pub fn bodies(&self) -> Vec<&BodyId> {
        let mut bodies: Vec<&BodyId> = Vec::new();
        let in_parties = self.parties.iter().map(|party| &party.body);
        let in_happenings = self.happenings.iter().flat_map(|happening| happening.what.bodies());
        for body in in_parties.chain(in_happenings) {
            if !bodies.contains(&body) {
                bodies.push(body);
            }
        }
        bodies
    }

    /// The role of `body` on `day`; `None` where it has no part then.
    ///
    /// A body is listed once for its own part, and once more for each part that was passed to it beside that. So one that is
    /// listed as often as something was passed to it had no part before.
    fn role_on(&self, body: &BodyId, in_order: &[&Happening], day: Day) -> Option<crate::Role> {
        let mut parts: Vec<_> = self.parties.iter().filter(|party| party.body == *body).map(|party| party.role).collect();
        let of_body: Vec<&Happening> = in_order.iter().copied().filter(|happening| happening.what.moves(body)).collect();
        let was_passed = |happening: &&&Happening| matches!(&happening.what, What::Passed { to, .. } if to == body);
        let passed_parts = of_body.iter().filter(was_passed).count();
        let has_own_part = parts.len() > passed_parts;
        let joined_later = of_body.first().is_some_and(|first| matches!(first.what, What::Joined { .. }));
        let mut is_in = has_own_part && !joined_later;
        let mut has_received = false;
        for happening in of_body.into_iter().take_while(|happening| happening.counts_from() <= day) {
            is_in = match &happening.what {
                What::Joined { .. } => true,
                What::Passed { to, .. } if to == body => {
                    has_received = true;
                    true
                }
                _ => false,
            };
        }
        if has_own_part && !has_received {
            parts.truncate(parts.len() - passed_parts);
        }
        parts.into_iter().min().filter(|_| is_in)
    }
}

impl What {
    /// True for what ends an arrangement.
    pub fn is_an_ending(&self) -> bool {
        matches!(self, What::Ended | What::Split { .. })
    }

    /// True for what begins or ends its work.
    fn is_of_the_term(&self) -> bool {
        matches!(self, What::Started | What::Renewed) || self.is_an_ending()
    }

    /// The bodies it names.
    pub fn bodies(&self) -> Vec<&BodyId> {
        match self {
            What::Joined { body } | What::Left { body } => vec![body],
            What::Passed { from, to, .. } => vec![from, to],
            _ => Vec::new(),
        }
    }

    /// True where a part of `body` begins or ends with it. What a body passes to itself changes nothing.
    fn moves(&self, body: &BodyId) -> bool {
        !matches!(self, What::Passed { from, to, .. } if from == to) && self.bodies().contains(&body)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Role;
    use crate::made_up::{arrangement, arrangements, day};

    fn stages(told: &str, days: &[&str]) -> Vec<Stage> {
        let arrangement = arrangement(told);
        days.iter().map(|on| arrangement.stage_on(day(on))).collect()
    }

    fn who(told: &str, on: &str) -> String {
        let parties = arrangement(told).parties_on(day(on));
        parties.iter().map(|party| format!("{} {}", party.body, party.role.code())).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_stage_follows_what_happened_and_what_ended_on_a_day_still_stood_on_it() {
        let told = "legal | ash lead, beck | proposed 2015, agreed 2016-02-01, started 2016-04, ended 2019-03-31";
        assert_eq!(stages("legal | ash, beck | started 2017-05, ended 2017", &["2017-12-31", "2018-01-01"]), [Stage::Live, Stage::Ended]);
        let days = ["2014-12-31", "2015-01-01", "2016-02-01", "2016-04-01", "2019-03-31", "2019-04-01"];
        assert_eq!(stages(told, &days), [Stage::NotYet, Stage::Proposed, Stage::Agreed, Stage::Live, Stage::Live, Stage::Ended]);
    }

    #[test]
    fn an_arrangement_that_is_renewed_the_day_after_its_end_has_no_gap() {
        let told = "legal | ash lead, beck | renewed 2019-04-01, ended 2019-03-31, started 2016-04";
        assert_eq!(stages(told, &["2019-03-31", "2019-04-01", "2030-01-01"]), [Stage::Live; 3]);
        assert_eq!(arrangement(told).ended(), None);
    }

    #[test]
    fn what_is_said_to_have_ended_twice_ended_the_first_time() {
        let told = arrangement("legal | ash, beck | started 2010, ended 2012, renewed 2014, ended 2016, split ict 2018");
        assert_eq!(told.ended().map(|when| when.to_string()), Some("2016".to_string()));
    }

    #[test]
    fn a_proposal_repeated_after_the_start_sets_nothing_back() {
        let told = "legal | ash lead, beck | started 2016-04, proposed 2018, agreed 2019";
        assert_eq!(stages(told, &["2020-01-01"]), [Stage::Live]);
    }

    #[test]
    fn who_joined_is_in_from_that_day_and_who_left_is_out_from_the_day_after() {
        let told = "legal | ash lead, beck, elm customer | started 2016-04, joined elm 2017-01-01, left beck 2018-03-31";
        assert_eq!(who(told, "2016-12-31"), "ash lead, beck partner");
        assert_eq!(who(told, "2018-03-31"), "ash lead, beck partner, elm customer");
        assert_eq!(who(told, "2018-04-01"), "ash lead, elm customer");
    }

    #[test]
    fn a_successor_has_the_part_from_the_day_it_was_passed_on_and_not_before() {
        let told = "legal | ash lead, beck, rowan lead | started 2016-04, passed ash rowan 2023-04-01";
        assert_eq!(who(told, "2023-03-31"), "ash lead, beck partner");
        assert_eq!(who(told, "2023-04-01"), "beck partner, rowan lead");
    }

    #[test]
    fn a_partner_that_takes_over_the_lead_was_a_partner_all_along() {
        let told = "legal | ash lead, beck, beck lead | started 2016-04, passed ash beck 2023-04-01";
        assert_eq!(who(told, "2023-03-31"), "ash lead, beck partner");
        assert_eq!(who(told, "2023-04-01"), "beck lead");
    }

    #[test]
    fn a_body_with_two_roles_is_shown_once_with_the_leading_one() {
        assert_eq!(who("legal | ash customer, ash lead, beck | started 2016", "2017-01-01"), "ash lead, beck partner");
        assert_eq!(arrangement("legal | ash customer, beck | ").parties[0].role, Role::Customer);
    }

    proptest! {
        #[test]
        fn the_order_in_which_happenings_are_listed_changes_nothing(one in arrangements(), turn in 0..8_usize, on in 14_000..22_000_i32) {
            let mut other = one.clone();
            let length = other.happenings.len().max(1);
            other.happenings.rotate_left(turn % length);
            other.happenings.reverse();
            prop_assert_eq!(one.stage_on(Day(on)), other.stage_on(Day(on)));
            prop_assert_eq!(one.parties_on(Day(on)), other.parties_on(Day(on)));
        }

        #[test]
        fn whoever_has_a_part_is_named_in_the_record_and_only_once(one in arrangements(), on in 14_000..22_000_i32) {
            let parties = one.parties_on(Day(on));
            for (place, party) in parties.iter().enumerate() {
                prop_assert!(one.parties.contains(party));
                prop_assert!(parties[..place].iter().all(|earlier| earlier.body != party.body));
            }
        }
    }
}
