//! Checks of the saving lines of one record: totals that their parts do not make, that overlap, or that fall.
//!
//! The rule: only lines of one standing and one net are compared, for others are never added. A total is compared with amounts a
//! year only where those cover its time without a gap. Sources round, so a hundredth apart is no finding.

use std::collections::BTreeMap;

use definitions::{Month, Pence};

use super::{Check, Found};
use crate::{Net, Period, Record, SavingLine, Savings, Standing, When, pounds};

/// Looks at the lines of one record.
pub(super) fn check(found: &mut Found<'_>) {
    let Savings::Lines(lines) = &found.said.savings else { return };
    if lines.is_empty() {
        found.say(Check::NoFigureNoReason, "It has neither a savings line nor a reason.".to_string());
    }
    for total in lines {
        not_made_by_parts(found, total, lines);
    }
    overlapping(found, lines);
    falling(found, lines);
}

/// Looks at the amounts to date of all versions of one record, in a row.
pub(super) fn told_lower(found: &mut Found<'_>, record: &Record) {
    let mut told: BTreeMap<(Standing, Net), (When, Pence, u32)> = BTreeMap::new();
    for version in record.versions() {
        for (key, (until, amount)) in latest_to_date(&version.arrangement.savings) {
            if let Some((earlier, was, number)) = told.get(&key).filter(|(earlier, was, _)| *earlier < until && amount < *was) {
                let sentence = format!(
                    "Version {number} told {} up to {}, and version {} tells {} up to {}.",
                    pounds(*was),
                    earlier.long(),
                    version.number,
                    pounds(amount),
                    until.long()
                );
                found.say(Check::ToldLower, sentence);
            }
            told.insert(key, (until, amount, version.number));
        }
    }
}

fn latest_to_date(savings: &Savings) -> BTreeMap<(Standing, Net), (When, Pence)> {
    let mut latest: BTreeMap<(Standing, Net), (When, Pence)> = BTreeMap::new();
    let Savings::Lines(lines) = savings else { return latest };
    for line in lines {
        if let Period::ToDate { until } = line.period {
            let key = (line.standing, line.net);
            latest.entry(key).and_modify(|known| *known = (*known).max((until, line.amount_pence))).or_insert((until, line.amount_pence));
        }
    }
    latest
}

/// The sum of `amount x months / 12` over the amounts a year within the time of the total, where they cover all of it.
fn not_made_by_parts(found: &mut Found<'_>, total: &SavingLine, lines: &[SavingLine]) {
    let Period::InTotal { from, until } = total.period else { return };
    let (first, last) = (from.first_day().month(), until.last_day().month());
    let (mut covered, mut in_twelfths): (Vec<(i32, i32)>, i128) = (Vec::new(), 0);
    for line in lines.iter().filter(|line| line.standing == total.standing && line.net == total.net) {
        let Period::EachYear { from, until } = line.period else { continue };
        let begins = from.first_day().month().max(first);
        let ends = until.map_or(last, |until| until.last_day().month()).min(last);
        if begins <= ends {
            covered.push((begins.0, ends.0));
            in_twelfths += i128::from(line.amount_pence.0) * i128::from(ends.0 - begins.0 + 1);
        }
    }
    if !covers(covered, first, last) {
        return;
    }
    let total_in_twelfths = i128::from(total.amount_pence.0) * 12;
    let is_below = total_in_twelfths < in_twelfths;
    let is_apart = (total_in_twelfths - in_twelfths).abs() * 100 > total_in_twelfths.abs().max(in_twelfths.abs());
    // "More than" is kept by any total above the parts.
    if is_apart && (is_below || !total.at_least) {
        let made = Pence(i64::try_from(in_twelfths / 12).unwrap_or(i64::MAX));
        let sentence =
            format!("Savings line {}: {}, and the amounts a year make {} over that time.", total.id, total.amount_in_words(), pounds(made));
        found.say(Check::TotalNotMadeByParts, sentence);
    }
}

/// True where the months from `first` to `last` are all in one of the spans.
fn covers(mut spans: Vec<(i32, i32)>, first: Month, last: Month) -> bool {
    spans.sort_unstable();
    let reached =
        spans.into_iter().fold(first.0, |next, (begins, ends)| if begins <= next { next.max(ends.saturating_add(1)) } else { next });
    first <= last && reached > last.0
}

fn overlapping(found: &mut Found<'_>, lines: &[SavingLine]) {
    let mut totals: Vec<(&SavingLine, When, When)> = Vec::new();
    for line in lines {
        if let Period::InTotal { from, until } = line.period {
            totals.push((line, from, until));
        }
    }
    let key = |line: &SavingLine| (line.standing, line.net, line.cashable);
    totals.sort_by_key(|(line, from, until)| (key(line), from.last_day(), *until, line.id.clone()));
    for pair in totals.windows(2) {
        let [(one, _, until), (other, from, _)] = pair else { continue };
        // Months and years may still meet in a way that parts them, so only what overlaps in every reading is found.
        if key(one) == key(other) && from.last_day() <= until.first_day() {
            let sentence = format!("Savings lines {} ({}) and {} ({}).", one.id, one.amount_in_words(), other.id, other.amount_in_words());
            found.say(Check::TotalsOverlap, sentence);
        }
    }
}

fn falling(found: &mut Found<'_>, lines: &[SavingLine]) {
    let mut to_date: Vec<(Standing, Net, When, &SavingLine)> = Vec::new();
    for line in lines {
        if let Period::ToDate { until } = line.period {
            to_date.push((line.standing, line.net, until, line));
        }
    }
    to_date.sort_by_key(|(standing, net, until, line)| (*standing, *net, *until, line.amount_pence));
    for pair in to_date.windows(2) {
        let [(standing, net, earlier, was), (of, with, later, is)] = pair else { continue };
        if (standing, net) == (of, with) && earlier < later && is.amount_pence < was.amount_pence {
            let sentence = format!("Savings line {} ({}) and then {} ({}).", was.id, was.amount_in_words(), is.id, is.amount_in_words());
            found.say(Check::ToDateFalls, sentence);
        }
    }
}
