//! Totals that anyone can rerun: worked examples by hand, a slow obvious twin, and what no later entry may change.
//!
//! The rule: expected figures are worked out by hand from the sentences of the rule, or by the twin, which reads the sentences
//! word by word and shares no code with what it checks.

use proptest::prelude::*;

use super::*;
use crate::made_up::{arrangements, day, directory, entries, logs, register};
use crate::{Change, Entry, Moment, SavingLine, What};

fn told(register: &Register, on: &str) -> Vec<String> {
    let sums = totals(register, day(on)).sums;
    sums.iter().map(|sum| format!("{} {}: {}, {}", sum.standing.words(), sum.span.words(), sum.in_words(), sum.net.code())).collect()
}

#[test]
fn standings_spans_gross_and_net_are_kept_apart_and_each_sum_lists_its_lines() {
    let register = register(&[
        "legal | ash lead, beck | started 2017 | s1 realised 400000 a year from 2017; s2 certified 100000 a year from 2017 net",
        "ict | ash, elm | started 2018 | s1 realised over 1000000 to date 2018-06; s2 realised 50000 a year from 2018 cashable",
        "waste | beck, elm | agreed 2018 | s1 planned 250000 a year from 2018 gross; s2 realised 7 a year from 2018",
    ]);
    assert_eq!(
        told(&register, "2018-12-31"),
        [
            "planned a year: £250,000, gross",
            "realised a year: £450,000, not-said",
            "realised in all: at least £1,000,000, not-said",
            "certified a year: £100,000, net",
        ]
    );
    let totals = totals(&register, day("2018-12-31"));
    let realised = &totals.sums[1];
    let lines: Vec<String> =
        realised.lines.iter().map(|line| format!("{} {} {}", line.arrangement, line.line, line.amount_pence)).collect();
    assert_eq!(lines, ["ict s2 £50,000.00", "legal s1 £400,000.00"]);
    assert_eq!(realised.parts, [(Cashable::Cashable, Pence(5_000_000)), (Cashable::NotSaid, Pence(40_000_000))]);
    assert_eq!(totals.not_counted.len(), 1, "the agreed arrangement realises nothing yet");
    assert_eq!(totals.not_counted[0].why, WhyNot::NotLive);
}

#[test]
fn live_arrangements_and_the_bodies_that_share_are_those_of_the_day() {
    let register = register(&[
        "legal | ash lead, beck, thorn | started 2017, left beck 2019 | not-counted",
        "ict | ash, elm | started 2018, ended 2020 | not-counted",
        "waste | oak, elm | proposed 2018 | too-early",
    ]);
    let on = |text: &str| totals(&register, day(text));
    assert_eq!(on("2018-06-01").live.len(), 2);
    assert_eq!(on("2018-06-01").sharing.keys().map(|body| body.to_string()).collect::<Vec<_>>(), ["ash", "beck", "elm", "thorn"]);
    assert_eq!(on("2018-06-01").without_figure[&NoFigure::NotCounted].len(), 2);
    let later = on("2023-04-01");
    assert_eq!(later.sharing.keys().map(|body| body.to_string()).collect::<Vec<_>>(), ["ash"]);
    assert_eq!(later.of_bodies_not_there, [(ArrangementId::new("legal"), BodyId::new("thorn"))]);
}

#[test]
fn what_was_told_last_year_is_told_again_this_year_though_it_was_corrected_since() {
    let first = "legal | ash lead, beck | started 2017 | s1 realised 400000 a year from 2017";
    let corrected = "legal | ash lead, beck | started 2017 | s1 realised 450000 a year from 2017";
    let register = register(&[first, corrected]);
    let as_told = register.as_entered_until(Moment::end_of(day("2020-01-01")));
    assert_eq!(told(&as_told, "2019-12-31"), ["realised a year: £400,000, not-said"]);
    assert_eq!(told(&register, "2019-12-31"), ["realised a year: £450,000, not-said"]);
}

#[test]
fn sums_too_large_to_hold_stop_at_the_largest_amount() {
    let mut log = entries(Vec::new());
    for name in ["legal", "ict"] {
        let mut said = crate::made_up::arrangement(&format!("{name} | ash, beck | started 2017 | s1 realised 1 a year from 2017"));
        if let Savings::Lines(lines) = &mut said.savings {
            lines[0].amount_pence = Pence(i64::MAX);
        }
        log.extend(entries(vec![Change::Published(Box::new(said))]));
    }
    let totals = totals(&Register::of(directory(), &log), day("2018-01-01"));
    assert_eq!(totals.sums[0].amount_pence, Pence(i64::MAX));
}

/// The rule read word by word: every line is looked at by itself, and periods are walked day by day.
fn twin(register: &Register, on: Day) -> BTreeMap<(Standing, Span, Net), i64> {
    let mut sums = BTreeMap::new();
    for said in register.published().map(Record::arrangement) {
        let Savings::Lines(lines) = &said.savings else { continue };
        for line in lines.iter().filter(|line| twin_counts(said, lines, line, on)) {
            *sums.entry((line.standing, Span::of(&line.period), line.net)).or_insert(0) += line.amount_pence.0;
        }
    }
    sums
}

fn twin_counts(said: &Arrangement, lines: &[SavingLine], line: &SavingLine, on: Day) -> bool {
    let is_plan = line.standing == Standing::Planned;
    let covers = |from: crate::When, until: Day| (from.first_day().0..=until.0).any(|one| one == on.0);
    let later_told = |than: crate::When| {
        let is_later = |period: &Period| matches!(period, Period::ToDate { until } if *until > than && until.first_day() <= on);
        lines.iter().any(|other| other.standing == line.standing && is_later(&other.period))
    };
    let holds = |from: crate::When| {
        let is_held = |period: &Period| matches!(period, Period::ToDate { until } if until.first_day() <= on && until.first_day() >= from.first_day());
        lines.iter().any(|other| other.standing == line.standing && is_held(&other.period))
    };
    let (is_live, has_ended) = (twin_is_live(said, on), twin_has_ended(said, on));
    match line.period {
        _ if is_plan && has_ended => false,
        Period::EachYear { from, until } => (is_plan || is_live) && covers(from, until.map_or(Day(30_000), crate::When::last_day)),
        Period::InTotal { from, .. } if holds(from) => false,
        Period::InTotal { from, until } if is_plan => covers(from, until.last_day()),
        Period::InTotal { until, .. } => until.last_day() <= on,
        Period::ToDate { until } => until.first_day() <= on && !later_told(until),
    }
}

/// The last day on which something began or ended decides; an end takes effect on the day after, before anything that begins then.
fn twin_last(said: &Arrangement, on: Day) -> Option<bool> {
    let mut last: Option<(i32, bool)> = None;
    for happening in &said.happenings {
        let began = matches!(happening.what, What::Started | What::Renewed);
        let ended = matches!(happening.what, What::Ended | What::Split { .. });
        let at = if ended { happening.when.last_day().0 + 1 } else { happening.when.first_day().0 };
        if (began || ended) && at <= on.0 {
            last = last.max(Some((at, began)));
        }
    }
    last.map(|(_, began)| began)
}

fn twin_is_live(said: &Arrangement, on: Day) -> bool {
    twin_last(said, on) == Some(true)
}

fn twin_has_ended(said: &Arrangement, on: Day) -> bool {
    twin_last(said, on) == Some(false)
}

/// A log of arrangements whose amounts are such as a form would take.
fn plain_logs() -> impl Strategy<Value = Vec<Entry>> {
    proptest::collection::vec(arrangements(), 0..8).prop_map(|mut drawn| {
        for (place, said) in drawn.iter_mut().enumerate() {
            said.id = ArrangementId::new(&format!("a{}", place % 5));
            if let Savings::Lines(lines) = &mut said.savings {
                lines.iter_mut().for_each(|line| line.amount_pence = Pence(line.amount_pence.0 % 1_000_000_000_000));
            }
        }
        entries(drawn.into_iter().map(|said| Change::Published(Box::new(said))).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn the_totals_are_those_of_reading_the_rule_word_by_word(log in plain_logs(), on in 14_000..22_000_i32) {
        let register = Register::of(directory(), &log);
        let found = totals(&register, Day(on)).sums;
        let found: BTreeMap<_, _> = found.into_iter().map(|sum| ((sum.standing, sum.span, sum.net), sum.amount_pence.0)).collect();
        prop_assert_eq!(found, twin(&register, Day(on)));
    }

    #[test]
    fn the_parts_and_the_lines_always_make_the_total_and_no_line_is_left_out(log in plain_logs(), on in 14_000..22_000_i32) {
        let register = Register::of(directory(), &log);
        let totals = totals(&register, Day(on));
        for sum in &totals.sums {
            prop_assert_eq!(sum.parts.iter().map(|(_, part)| *part).sum::<Pence>(), sum.amount_pence);
            prop_assert_eq!(sum.lines.iter().map(|line| line.amount_pence).sum::<Pence>(), sum.amount_pence);
            prop_assert_eq!(sum.is_at_least, sum.lines.iter().any(|line| line.at_least));
        }
        let all_lines = register.published().map(|record| match &record.arrangement().savings {
            Savings::Lines(lines) => lines.len(),
            Savings::NoFigure(_) => 0,
        });
        let listed: usize = totals.sums.iter().map(|sum| sum.lines.len()).sum();
        prop_assert_eq!(listed + totals.not_counted.len(), all_lines.sum::<usize>());
    }

    #[test]
    fn no_later_entry_changes_what_was_told_on_a_day(log in logs(), known in 0..12_usize, on in 14_000..22_000_i32) {
        let known = known.min(log.len());
        let moment = log[..known].last().map_or(Moment(0), |entry| entry.entered);
        let until_then = log.iter().filter(|entry| entry.entered <= moment);
        let then = totals(&Register::of(directory(), until_then), Day(on));
        let now = totals(&Register::of(directory(), &log).as_entered_until(moment), Day(on));
        prop_assert_eq!(then, now);
    }

    #[test]
    fn the_order_of_lines_and_happenings_changes_no_total(mut log in plain_logs(), on in 14_000..22_000_i32) {
        let before = totals(&Register::of(directory(), &log), Day(on));
        for entry in &mut log {
            if let Change::Published(said) = &mut entry.change {
                said.happenings.reverse();
                if let Savings::Lines(lines) = &mut said.savings {
                    lines.reverse();
                }
            }
        }
        let after = totals(&Register::of(directory(), &log), Day(on));
        prop_assert_eq!(before.sums, after.sums);
        prop_assert_eq!((before.live, before.sharing), (after.live, after.sharing));
    }
}
