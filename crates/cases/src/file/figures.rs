//! Amounts, shares of the whole and shares of partners, as they may be written in a case file.
//!
//! The rule: a figure is one number, or three in rising order, and nothing is guessed about which of the three is which. Percentages
//! are written as fractions, and a number above 1 where a fraction belongs is taken for a slip and never silently divided.

use super::table::{Figure, Table};
use super::{Ground, MOST_POUNDS};
use crate::uncertain::{NoRange, Uncertain};

/// An amount in pounds, certain or not; `None` where it is missing or wrong, which has then been noted.
pub(super) fn pounds(table: &Table<'_>, key: &'static str) -> Option<Uncertain> {
    read(table, key, -MOST_POUNDS, MOST_POUNDS, "pounds")
}

/// A share of a whole, 0 to 1, certain or not.
pub(super) fn share(table: &Table<'_>, key: &'static str) -> Option<Uncertain> {
    read(table, key, 0.0, 1.0, "a fraction, such as 0.03 for 3 %")
}

/// How many, or how many times, certain or not.
pub(super) fn count(table: &Table<'_>, key: &'static str) -> Option<Uncertain> {
    read(table, key, 0.0, 1e9, "a number from nought")
}

/// Each partner's share of a line: the whole of it by `body`, `shares` written out, or `split` by a rule.
pub(super) fn partners_shares(table: &Table<'_>, ground: &Ground<'_>) -> Vec<f64> {
    let count = ground.partners.len();
    let ways = [table.has("body"), table.has("shares"), table.has("split")].iter().filter(|is_there| **is_there).count();
    if ways != 1 {
        let words = if ways == 0 { "it is not said whose this is" } else { "it is said twice whose this is" };
        table.mistake("body", &format!("{words}. Write one of body = \"…\", shares = {{ … }} and split = \"today\" or \"equal\"."));
        return vec![0.0; count];
    }
    if table.has("body") {
        let mut shares = vec![0.0; count];
        if let Some(place) = partner(table, "body", ground) {
            shares[place] = 1.0;
        }
        return shares;
    }
    if let Some(inner) = table.table("shares") {
        return shares_written_out(&inner, ground);
    }
    match table.one_of("split", &[("today", true), ("equal", false)]) {
        Some(true) => ground.shares_by_today.clone(),
        _ => vec![1.0 / count.max(1) as f64; count],
    }
}

/// The place of the partner that `key` names.
pub(super) fn partner(table: &Table<'_>, key: &'static str, ground: &Ground<'_>) -> Option<usize> {
    let id = table.needed_text(key);
    let place = place_of(&id, ground);
    if place.is_none() && !id.is_empty() {
        table.mistake(key, &not_a_partner(&id, ground));
    }
    place
}

/// A share for each partner, adding up to the whole.
pub(super) fn shares_written_out(table: &Table<'_>, ground: &Ground<'_>) -> Vec<f64> {
    let shares = by_partner(table, ground);
    let mut each: Vec<f64> = shares.iter().map(|share| share.unwrap_or(0.0)).collect();
    let total: f64 = each.iter().sum();
    if each.iter().any(|share| !(0.0..=1.0).contains(share)) || (total - 1.0).abs() > 0.001 {
        let advice = if (total - 100.0).abs() < 0.1 {
            "Write percentages as fractions: 0.4 for 40 %."
        } else {
            "Write fractions from 0 to 1 that add up to 1."
        };
        table.mistake("", &format!("the shares add up to {}. {advice}", (total * 1000.0).round() / 1000.0));
        return each;
    }
    // A thousandth may be lost in writing thirds; it is not lost in the money.
    each.iter_mut().for_each(|share| *share /= total);
    each
}

/// A number for each partner named.
pub(super) fn by_partner(table: &Table<'_>, ground: &Ground<'_>) -> Vec<Option<f64>> {
    let mut each = vec![None; ground.partners.len()];
    for (id, number) in table.named_numbers() {
        match place_of(&id, ground) {
            Some(place) => each[place] = Some(number),
            None => table.mistake(&id, &not_a_partner(&id, ground)),
        }
    }
    each
}

fn place_of(id: &str, ground: &Ground<'_>) -> Option<usize> {
    ground.partners.iter().position(|partner| partner.id.as_str() == id)
}

fn not_a_partner(id: &str, ground: &Ground<'_>) -> String {
    let known: Vec<&str> = ground.partners.iter().map(|partner| partner.id.as_str()).collect();
    format!("no partner has the id {id:?}. Write one of: {}, or add a [[partner]].", known.join(", "))
}

fn read(table: &Table<'_>, key: &'static str, least: f64, most: f64, wanted: &str) -> Option<Uncertain> {
    let (figures, range) = match table.figure(key)? {
        Figure::Number(number) => (vec![number], Ok(Uncertain::certain(number))),
        Figure::Table(inner) => range(table, key, &inner)?,
    };
    if let Some(outside) = figures.iter().find(|figure| !(least..=most).contains(*figure)) {
        let advice = if most == 1.0 && (1.0..=100.0).contains(outside) {
            format!("{outside} is more than the whole. For {outside} % write {}.", outside / 100.0)
        } else {
            format!("{outside} is not {wanted}.")
        };
        table.mistake(key, &advice);
        return None;
    }
    match range {
        Ok(range) => Some(range.within(least, most)),
        Err(NoRange::OutOfOrder) => {
            table.mistake(key, &format!("the range {} does not rise. Write the lowest first and the highest last.", listed(&figures)));
            None
        }
        Err(NoRange::TooLopsided) => {
            table.mistake(
                key,
                &format!(
                    "the middle of {} stands too near an end for a smooth curve through three percentiles (it must lie in the middle two \
                     thirds). Write it as {{ low = …, central = …, high = … }} instead.",
                    listed(&figures)
                ),
            );
            None
        }
    }
}

type Range = (Vec<f64>, Result<Uncertain, NoRange>);

fn range(table: &Table<'_>, key: &'static str, inner: &Table<'_>) -> Option<Range> {
    let ends = (inner.number("low"), inner.number("central"), inner.number("high"));
    let percentiles = (inner.number("p10"), inner.number("p50"), inner.number("p90"));
    inner.others_are_mistakes();
    match (ends, percentiles) {
        ((Some(low), Some(central), Some(high)), (None, None, None)) => {
            Some((vec![low, central, high], Uncertain::between(low, central, high)))
        }
        ((None, None, None), (Some(p10), Some(p50), Some(p90))) => Some((vec![p10, p50, p90], Uncertain::through(p10, p50, p90))),
        _ => {
            table.mistake(key, "a range needs three figures: { low = …, central = …, high = … }, or { p10 = …, p50 = …, p90 = … }.");
            None
        }
    }
}

fn listed(figures: &[f64]) -> String {
    figures.iter().map(f64::to_string).collect::<Vec<_>>().join(", ")
}
