//! When the headings of a body's payment files changed.
//!
//! The rule: files are taken in the order of what they cover; a heading that went and one that came with the same meaning are
//! one heading renamed. Capitals and spaces are no change.

use crate::{Meaning, TableUnderstood};

use super::Tables;

/// A sentence for each change, in order.
pub(super) fn changes(payments: &Tables<'_>) -> Vec<String> {
    in_order(payments).windows(2).filter_map(|pair| change(pair[0].1, pair[1])).collect()
}

/// Payments in tables whose headings are not those that most payments stand under.
pub(super) fn rows_under_other_headings(payments: &Tables<'_>) -> u64 {
    let mut rows: std::collections::BTreeMap<Vec<String>, u64> = std::collections::BTreeMap::new();
    for (_, table) in in_order(payments) {
        *rows.entry(headings(table).into_iter().map(|(heading, _)| heading).collect()).or_default() += table.rows_kept;
    }
    let most = rows.values().copied().max().unwrap_or(0);
    rows.values().sum::<u64>() - most
}

/// Tables of one kind only are compared: a card file has other headings than a spend file, and may.
fn in_order<'a>(payments: &Tables<'a>) -> Vec<(&'a str, &'a TableUnderstood)> {
    let main_kind = payments.0.iter().max_by_key(|(_, table)| table.rows_kept).map(|(_, table)| table.kind);
    let mut tables: Vec<(&str, &TableUnderstood)> = payments
        .0
        .iter()
        .filter(|(_, table)| Some(table.kind) == main_kind && table.heading_line.is_some())
        .map(|(file, table)| (file.name, *table))
        .collect();
    tables.sort_by_key(|(name, table)| (table.period, *name));
    tables
}

/// Headings with their meaning, in alphabetical order, without empty ones.
fn headings(table: &TableUnderstood) -> Vec<(String, Meaning)> {
    let plain = |heading: &str| heading.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let mut all: Vec<(String, Meaning)> =
        table.columns.iter().map(|column| (plain(&column.heading), column.meaning)).filter(|(heading, _)| !heading.is_empty()).collect();
    all.sort();
    all.dedup();
    all
}

fn change(before: &TableUnderstood, (file, after): (&str, &TableUnderstood)) -> Option<String> {
    let (old, new) = (headings(before), headings(after));
    let is_in = |list: &[(String, Meaning)], heading: &str| list.iter().any(|(own, _)| own == heading);
    let gone: Vec<_> = old.iter().filter(|(heading, _)| !is_in(&new, heading)).collect();
    let mut came: Vec<_> = new.iter().filter(|(heading, _)| !is_in(&old, heading)).collect();
    let mut said: Vec<String> = Vec::new();
    for (heading, meaning) in gone {
        match came.iter().position(|(_, own)| own == meaning) {
            Some(place) => said.push(format!("'{heading}' became '{}'", came.remove(place).0)),
            None => said.push(format!("'{heading}' went")),
        }
    }
    said.extend(came.iter().map(|(heading, _)| format!("'{heading}' came")));
    if said.is_empty() {
        return None;
    }
    let when = after.period.map_or_else(String::new, |(first, _)| format!(" (from {})", first.month().long()));
    Some(format!("In {file}{when}: {}.", said.join(", ")))
}
