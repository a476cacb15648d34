//! What a body leaves behind when it ends, and how each arrangement goes on.
//!
//! The rule: every arrangement in which the body still has a part asks what becomes of it, and nothing is decided by itself:
//! of several successors none is guessed. To pass a part on adds a happening and a partner; who had it before reads on.

use bodies::Heirs;
use definitions::{ArrangementId, BodyId, Day, Trouble};

use crate::{Arrangement, Happening, Passed, Passing, Record, Register, Role, Stage, What, name_of};

/// An arrangement in which a body that ends has a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// Which.
    pub arrangement: ArrangementId,
    /// The part of the body in it.
    pub role: Role,
    /// How far it has come on that day.
    pub stage: Stage,
    /// Everybody else who has a part in it on that day.
    pub others: Vec<BodyId>,
    /// How it can go on, in the order in which to offer it.
    pub choices: Vec<Choice>,
}

/// A way in which it can go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// By law, to the one successor.
    Transfer {
        /// Who follows.
        to: BodyId,
    },
    /// One of several successors keeps it for all of them.
    Host {
        /// Who may.
        by: Vec<BodyId>,
    },
    /// By a new agreement, to any body.
    Novate,
    /// It ends with the body.
    End,
}

/// Every arrangement that has not ended and in which `body` still has a part on `day`, by id.
pub fn left_behind(register: &Register, body: &BodyId, day: Day) -> Vec<LeftBehind> {
    let choices = choices(register, body);
    let mut left = Vec::new();
    for said in register.naming(body).map(Record::arrangement) {
        let (stage, parties) = (said.stage_on(day), said.parties_on(day));
        let Some(party) = parties.iter().find(|party| party.body == *body).filter(|_| stage != Stage::Ended) else { continue };
        let others = parties.iter().filter(|other| other.body != *body).map(|other| other.body.clone()).collect();
        left.push(LeftBehind { arrangement: said.id.clone(), role: party.role, stage, others, choices: choices.clone() });
    }
    left
}

/// `said` with the part of one body passed on as decided, dated, with the role that it had.
///
/// # Errors
/// Where that body has no part in it on the day before, or the part would go to the same body.
pub fn pass_on(said: &Arrangement, from: &BodyId, passed: &Passed) -> Result<Arrangement, Trouble> {
    let could_not = |because: String, try_next: &str| Trouble::new(format!("pass on the part of {from} in {}", said.id), because, try_next);
    if passed.to == *from {
        return Err(could_not("it would go to the same body".to_string(), "Choose who carries it on."));
    }
    if passed.arrangement != said.id {
        return Err(could_not(format!("what was decided is of {}", passed.arrangement), "Decide it for this arrangement."));
    }
    let eve = Day(passed.when.first_day().0.saturating_sub(1));
    let Some(party) = said.parties_on(eve).into_iter().find(|party| party.body == *from) else {
        let because = format!("it has no part in it on {}", eve.long());
        return Err(could_not(because, "Look at who took part then, and correct the day or the body."));
    };
    let mut after = said.clone();
    after.parties.push(crate::Party { body: passed.to.clone(), role: party.role });
    let what = What::Passed { from: from.clone(), to: passed.to.clone(), how: passed.how };
    after.happenings.push(Happening { when: passed.when, what, note: String::new(), sources: Vec::new() });
    Ok(after)
}

impl Choice {
    /// For people: `Transfer to Rowan Borough Council, by law`.
    pub fn words(&self, register: &Register) -> String {
        let name = |body: &BodyId| name_of(body, register.directory());
        match self {
            Choice::Transfer { to } => format!("Transfer to {}, by law", name(to)),
            Choice::Host { by } => {
                let by: Vec<String> = by.iter().map(name).collect();
                format!("One successor hosts it for all: {}", by.join(" or "))
            }
            Choice::Novate => "Novate to another body, by a new agreement".to_string(),
            Choice::End => "It ends".to_string(),
        }
    }

    /// On which footing it goes on; `None` where it ends.
    pub fn passing(&self) -> Option<Passing> {
        match self {
            Choice::Transfer { .. } => Some(Passing::Transfer),
            Choice::Host { .. } => Some(Passing::Host),
            Choice::Novate => Some(Passing::Novate),
            Choice::End => None,
        }
    }
}

/// What can become of the parts of `body`, by who follows it the day after its last.
fn choices(register: &Register, body: &BodyId) -> Vec<Choice> {
    let last_day = register.directory().get(body).and_then(|known| known.last_day);
    let heirs = last_day.map(|last| register.directory().heirs_on(body, Day(last.0.saturating_add(1))));
    let by_law = match heirs {
        Some(Heirs::One(to)) => Some(Choice::Transfer { to }),
        Some(Heirs::Several(by)) => Some(Choice::Host { by }),
        Some(Heirs::Itself | Heirs::Nobody) | None => None,
    };
    by_law.into_iter().chain([Choice::Novate, Choice::End]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up::{day, directory, entries, register, when};
    use crate::{Change, Savings, Standing, totals, validate};

    fn id(text: &str) -> BodyId {
        BodyId::new(text)
    }

    fn passed(to: &str, on: &str) -> Passed {
        Passed { arrangement: ArrangementId::new("legal"), how: Passing::Transfer, to: id(to), when: when(on) }
    }

    #[test]
    fn everything_in_which_an_ended_body_still_has_a_part_asks_what_becomes_of_it() {
        let register = register(&[
            "legal | thorn lead, beck | started 2017",
            "ict | ash lead, thorn | started 2017, ended 2020",
            "waste | ash lead, thorn | started 2017, left thorn 2019",
            "energy | ash, beck | started 2017",
        ]);
        let left = left_behind(&register, &id("thorn"), day("2023-04-01"));
        assert_eq!(left.len(), 1);
        assert_eq!((left[0].arrangement.as_str(), left[0].role, &left[0].others[..]), ("legal", Role::Lead, &[id("beck")][..]));
        assert_eq!(left[0].choices, [Choice::Transfer { to: id("rowan") }, Choice::Novate, Choice::End]);
        assert_eq!(left[0].choices[0].words(&register), "Transfer to Rowan Borough Council, by law");
    }

    #[test]
    fn of_several_successors_none_is_guessed() {
        let register = register(&["legal | yew lead, beck | started 2017"]);
        let left = left_behind(&register, &id("yew"), day("2023-04-01"));
        assert_eq!(left[0].choices[0], Choice::Host { by: vec![id("elm"), id("oak")] });
    }

    #[test]
    fn what_was_passed_on_is_no_longer_left_behind_and_its_history_reads_on() {
        let mut register = register(&["legal | thorn lead, beck | started 2017 | s1 realised 5 a year from 2017"]);
        let said = register.arrangement(&ArrangementId::new("legal")).expect("published").clone();
        let after = pass_on(&said, &id("thorn"), &passed("rowan", "2023-04-01")).expect("Thorn has a part");
        assert_eq!(validate(&after, register.directory()), []);
        register.apply(&entries(vec![Change::Published(Box::new(after.clone()))])[0]);
        assert!(left_behind(&register, &id("thorn"), day("2023-04-01")).is_empty());
        let bodies = |on: &str| {
            after.parties_on(day(on)).into_iter().map(|party| format!("{} {}", party.body, party.role.code())).collect::<Vec<_>>()
        };
        assert_eq!(bodies("2023-03-31"), ["thorn lead", "beck partner"]);
        assert_eq!(bodies("2023-04-01"), ["beck partner", "rowan lead"]);
        let sums = totals(&register, day("2023-04-01")).sums;
        assert!(sums.len() == 1 && sums[0].standing == Standing::Realised, "what it saves reads on too");
        assert!(matches!(after.savings, Savings::Lines(_)));
    }

    #[test]
    fn a_partner_that_takes_over_stays_a_partner_before_and_can_be_published() {
        let said = crate::made_up::arrangement("legal | thorn lead, rowan | started 2017");
        let after = pass_on(&said, &id("thorn"), &passed("rowan", "2023-04-01")).expect("Thorn has a part");
        assert_eq!(after.parties_on(day("2023-03-31")).len(), 2);
        assert_eq!(after.parties_on(day("2023-04-01")).len(), 1);
        let doubled =
            pass_on(&crate::made_up::arrangement("legal | thorn, rowan, ash | started 2017"), &id("thorn"), &passed("rowan", "2023-04-01"));
        assert_eq!(
            validate(&doubled.expect("Thorn has a part"), &directory()),
            [],
            "the same body twice with the same role, once by passing"
        );
    }

    #[test]
    fn a_part_that_is_not_there_cannot_be_passed_on() {
        let said = crate::made_up::arrangement("legal | thorn lead, beck | started 2017, left thorn 2019");
        let trouble = pass_on(&said, &id("thorn"), &passed("rowan", "2023-04-01")).expect_err("Thorn left");
        assert_eq!(
            trouble.to_string(),
            "could not pass on the part of thorn in legal: it has no part in it on 31 March 2023. \
             Look at who took part then, and correct the day or the body."
        );
        assert!(pass_on(&said, &id("beck"), &passed("beck", "2018")).is_err());
    }
}
