//! When a line of a case file falls, and how much in each year.
//!
//! The rule: a line falls once (`year`), every year from one to another (`from`, `to`, `profile`), or as written year by year
//! (`by_year`), and says which. Years before the first of the case are refused: what was spent by then is spent whatever is decided.
//! A lag moves the whole line later; what it moves past the last year is lost.

use definitions::FinancialYear;

use super::figures::pounds;
use super::table::Table;
use super::{Ground, within};
use crate::timing::Timing;
use crate::uncertain::Uncertain;

/// The amount with its years: `year`, `from` with an amount and a profile, or `by_year` with an amount for each.
pub(super) fn amount_and_timing(table: &Table<'_>, ground: &Ground<'_>) -> (Uncertain, Timing) {
    let lag = within(table, "lag_years", 0, 0..=30) as u32;
    let by_year = table.numbers("by_year");
    let ways = [table.has("year"), table.has("from")].iter().filter(|is_there| **is_there).count();
    if ways != 1 {
        table.mistake(
            "year",
            "it is not said when this falls. Write year = \"2026-27\" for once, or from = \"2026-27\" for every year from then.",
        );
    }
    let key = if table.has("year") { "year" } else { "from" };
    let first = year_of_case(table, key, ground).unwrap_or(0).saturating_add(lag);
    let last_of_case = ground.years;
    let to = year_of_case(table, "to", ground).map_or(last_of_case, |to| to.saturating_add(lag + 1)).min(last_of_case);
    if table.has("to") && to <= first && first < last_of_case {
        table.mistake("to", "the last year comes before the first. Exchange them.");
    }
    let Some(each) = by_year else {
        let amount = pounds(table, "amount");
        if amount.is_none() && !table.has("amount") {
            table
                .mistake("amount", "it is missing. Write pounds, such as amount = 120_000, or a range { low = …, central = …, high = … }.");
        }
        let profile = profile(table);
        let end = if key == "year" { (first + profile.len() as u32).min(last_of_case) } else { to };
        return (
            amount.unwrap_or_else(|| Uncertain::certain(0.0)),
            Timing { first, end, profile, is_once: key == "year", is_year_by_year: false },
        );
    };
    if table.has("amount") || table.has("profile") || key == "year" || table.has("to") {
        table.mistake("by_year", "amounts for each year stand beside amount, profile, year or to. Write from and by_year alone.");
    }
    let end = first.saturating_add(each.len() as u32);
    if each.is_empty() || end > last_of_case + lag {
        table.mistake(
            "by_year",
            &format!(
                "{} amounts are written, and the years from the first to the end of the case are {}. Write one for each year that has one.",
                each.len(),
                (last_of_case + lag).saturating_sub(first)
            ),
        );
    }
    let profile = if each.is_empty() { vec![0.0] } else { each };
    (Uncertain::certain(1.0), Timing { first, end: end.min(last_of_case), profile, is_once: true, is_year_by_year: true })
}

fn year_of_case(table: &Table<'_>, key: &'static str, ground: &Ground<'_>) -> Option<u32> {
    let year = table.year(key)?;
    let last = FinancialYear(ground.first_year.0 + ground.years as i32 - 1);
    if year < ground.first_year {
        table.mistake(key, &format!("{year} comes before the first year of the case, {}. What was spent by then is spent whatever is decided: leave it out, or let the case begin earlier.", ground.first_year));
        return None;
    }
    if year > last {
        table.mistake(key, &format!("{year} comes after the last year of the case, {last}. Raise years, or leave the line out."));
        return None;
    }
    Some((year.0 - ground.first_year.0) as u32)
}

fn profile(table: &Table<'_>) -> Vec<f64> {
    let Some(profile) = table.numbers("profile") else { return vec![1.0] };
    if profile.is_empty() || profile.iter().any(|part| !(0.0..=1.0).contains(part)) {
        table.mistake("profile", "a profile holds the part of the amount that falls in each year, from 0 to 1, such as [0.25, 0.5, 1].");
        return vec![1.0];
    }
    profile
}
