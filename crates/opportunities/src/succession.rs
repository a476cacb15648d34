//! What it means that bodies end, merge and split: said of every opportunity whose bodies it concerns.
//!
//! The rule: a body that has ended is never a partner. What it paid counts to the one body that took over from it, and this is
//! said; where several took over, nobody is guessed. A body that will end is a partner whose successors are bound.

use std::collections::{BTreeMap, BTreeSet};

use definitions::Day;

use crate::profile::{BodyNumber, Profile};
use crate::{BodyFacts, Place, wording};

/// What became of the bodies of a place that have ended, a sentence each: whose figures stand in whose, and which stand nowhere.
pub fn ended_bodies(place: &Place) -> Vec<String> {
    let mut said = Vec::new();
    for body in place.standing() {
        let before: Vec<&str> = body.carries.iter().map(|one| one.name.as_str()).collect();
        if !before.is_empty() {
            let them = if before.len() == 1 { "it" } else { "them" };
            said.push(format!("What {} published counts to {}, which took over from {them}.", wording::list(&before), body.name));
        }
    }
    let carried: BTreeSet<&str> = place.bodies.iter().flat_map(|body| body.carries.iter().map(|one| one.name.as_str())).collect();
    for body in place.bodies.iter().filter(|body| body.has_ended(place.today) && !carried.contains(body.name.as_str())) {
        let Some(last) = body.last_day else { continue };
        let heirs: Vec<&str> = body.heirs.iter().map(String::as_str).collect();
        let became = match heirs.as_slice() {
            [] => "and it is not known who followed it".to_string(),
            several => format!("and what it had was split among {}", wording::list(several)),
        };
        said.push(format!("{} ended on {}, {became}: it is in no opportunity.", body.name, last.long()));
    }
    said
}

/// What binds whom past which day, and whose payments are counted as whose.
pub(crate) fn cautions(profile: &Profile<'_>, bodies: impl Iterator<Item = BodyNumber>) -> Vec<String> {
    let bodies: BTreeSet<BodyNumber> = bodies.collect();
    let facts: Vec<&BodyFacts> = bodies.iter().filter_map(|body| profile.body(*body).facts).collect();
    let mut all = coming(profile, &facts);
    all.extend(become_one(&facts, bodies.len()));
    all.extend(bodies.iter().filter_map(|body| carried(profile, *body)));
    all
}

/// Which of them end, and what that means for anything signed now.
fn coming(profile: &Profile<'_>, facts: &[&BodyFacts]) -> Vec<String> {
    let mut by_end: BTreeMap<(Day, &[String]), Vec<&str>> = BTreeMap::new();
    for body in facts {
        if let Some(last) = body.last_day.filter(|last| *last >= profile.place.today) {
            by_end.entry((last, &body.heirs)).or_default().push(&body.name);
        }
    }
    let mut said: Vec<String> = by_end.iter().map(|((last, heirs), names)| ends(*last, heirs, names)).collect();
    let vesting = profile.place.vesting.filter(|vesting| *vesting > profile.place.today);
    if let (true, Some(vesting)) = (said.is_empty(), vesting) {
        said.push(format!("Bodies of the place are replaced on {}.", vesting.long()));
    }
    if let Some(last) = said.last_mut() {
        last.push_str(BINDS);
    }
    said
}

/// The law, once for all of them.
const BINDS: &str = " What is signed past that day binds their successors: each contract must be transferred, hosted or novated, and a \
                     new one or an extension may need consent under section 24 of the Local Government and Public Involvement in \
                     Health Act 2007.";

fn ends(last: Day, heirs: &[String], names: &[&str]) -> String {
    let verb = if names.len() == 1 { "ends" } else { "end" };
    let heirs: Vec<&str> = heirs.iter().map(String::as_str).collect();
    match heirs.as_slice() {
        [] => format!("{} {verb} on {}.", wording::list(names), last.long()),
        [one] => format!("{} {verb} on {}, and {one} takes over.", wording::list(names), last.long()),
        several => format!(
            "{} {verb} on {}, and what {} is split among {}: settle who takes over this before anything is signed.",
            wording::list(names),
            last.long(),
            if names.len() == 1 { "it has" } else { "they have" },
            wording::list(several)
        ),
    }
}

/// Partners that will be one body share nothing from then on: they buy once.
fn become_one(facts: &[&BodyFacts], bodies: usize) -> Option<String> {
    let [first, others @ ..] = facts else { return None };
    let [heir] = first.heirs.as_slice() else { return None };
    let is_one = facts.len() == bodies && !others.is_empty() && others.iter().all(|body| body.heirs == first.heirs);
    is_one.then(|| format!("All of them become {heir}: agree now how {heir} will buy this, and sign nothing that ties it apart."))
}

/// Whose payments stand in a body's figure besides its own.
fn carried(profile: &Profile<'_>, body: BodyNumber) -> Option<String> {
    let view = profile.body(body);
    let year = view.comparable?.year;
    let before: Vec<&str> =
        view.facts?.carries.iter().filter(|one| one.last_day >= year.first_day()).map(|one| one.name.as_str()).collect();
    (!before.is_empty()).then(|| {
        let verb = if before.len() == 1 { "has" } else { "have" };
        format!(
            "In the figure of {} stands what was published by {}, which {verb} ended and which it replaced.",
            view.name(),
            wording::list(&before)
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::facts::place;

    #[test]
    fn what_became_of_every_body_that_has_ended_is_said() {
        let place = place(
            "today 2026-06-01
             body ashby unitary carries=Fenby:2023-03-31 2025-26=12
             body fenby district last=2023-03-31 heirs=Ashby
             body gorse county last=2023-03-31 heirs=Ashby+Brook",
        );
        assert_eq!(
            super::ended_bodies(&place),
            [
                "What Fenby published counts to Ashby, which took over from it.",
                "Gorse ended on 31 March 2023, and what it had was split among Ashby and Brook: it is in no opportunity."
            ]
        );
        assert_eq!(place.standing().count(), 1);
    }

    const SPEND: &str = "paid ashby firm software 2025-26 £90,000
         paid brook firm software 2025-26 £90,000\n";

    fn cautions(bodies: &str) -> Vec<String> {
        let found = crate::find(&place(&format!("today 2026-06-01\n{bodies}\n{SPEND}")));
        found.into_iter().flat_map(|one| one.cautions).collect()
    }

    #[test]
    fn a_body_that_has_ended_is_no_partner() {
        let ended = "body ashby district last=2026-03-31 2025-26=12\nbody brook district 2025-26=12";
        let on_its_last_day = "body ashby district last=2026-06-01 2025-26=12\nbody brook district 2025-26=12";
        let found = |bodies: &str| crate::find(&place(&format!("today 2026-06-01\n{bodies}\n{SPEND}"))).len();
        assert_eq!(found(ended), 0);
        assert!(found(on_its_last_day) > 0);
    }

    #[test]
    fn who_follows_a_body_that_will_end_is_said_with_what_binds_it() {
        let all = cautions("body ashby district last=2028-03-31 heirs=Westmarch 2025-26=12\nbody brook district 2025-26=12");
        let says = |words: &str| all.iter().any(|caution| caution.contains(words));
        assert!(says("Ashby ends on 31 March 2028, and Westmarch takes over. What is signed past that day binds their successors"));
        assert!(!says("All of them become"));
    }

    #[test]
    fn a_body_that_will_be_split_needs_to_say_who_takes_this_over() {
        let all = cautions("body ashby district last=2028-03-31 heirs=Eastmarch+Westmarch 2025-26=12\nbody brook district 2025-26=12");
        assert!(all.iter().any(|caution| caution.contains("what it has is split among Eastmarch and Westmarch")), "{all:?}");
    }

    #[test]
    fn bodies_that_become_one_are_told_to_agree_how_it_will_buy() {
        let all = cautions(
            "body ashby district last=2028-03-31 heirs=Westmarch 2025-26=12\nbody brook district last=2028-03-31 heirs=Westmarch 2025-26=12",
        );
        assert!(
            all.iter().any(|caution| caution.starts_with("Ashby and Brook end on 31 March 2028, and Westmarch takes over.")),
            "{all:?}"
        );
        assert!(all.iter().any(|caution| caution.starts_with("All of them become Westmarch")), "{all:?}");
    }

    #[test]
    fn a_figure_that_a_body_takes_over_from_another_says_so_while_it_counts() {
        let carried = |last: &str| cautions(&format!("body ashby unitary carries=Fenby:{last} 2025-26=12\nbody brook district 2025-26=12"));
        let words = "In the figure of Ashby stands what was published by Fenby, which has ended and which it replaced.";
        assert!(carried("2025-09-30").iter().any(|caution| caution == words));
        assert!(!carried("2025-03-31").iter().any(|caution| caution == words));
    }
}
