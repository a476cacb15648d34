//! Columns known by what they hold, where no heading says it.
//!
//! The rule: only what a payment cannot do without is guessed, money before dates before names; and a guess says
//! what it saw. A table with headings keeps its headings: only the gaps are filled.

use super::columns::{Column, is_amount};
use super::vocabulary::Family;
use crate::Meaning;

/// Finds the amount, the date and the supplier among columns whose headings did not say; and, where there is no heading
/// at all, the body, services and purposes too.
pub(super) fn fill_gaps(all: &mut [Column], family: Family, has_no_heading: bool) {
    if family == Family::Agreements {
        return;
    }
    if !all.iter().any(|column| is_amount(column.meaning)) {
        take_best(all, Meaning::Amount, money_score, "its cells are amounts of money");
    }
    if !all.iter().any(|column| column.meaning == Meaning::Day) {
        take_best(all, Meaning::Day, date_score, "its cells are dates");
    }
    if !all.iter().any(|column| column.meaning == Meaning::Supplier) {
        take_best(all, Meaning::Supplier, supplier_score, "its cells are names of firms");
    }
    if has_no_heading {
        take_best(all, Meaning::Body, body_score, "every cell is the same body");
        take_best(all, Meaning::Reference, reference_score, "its cells are codes, nearly all different");
        take_best(all, Meaning::Purpose, purpose_score, "its cells are texts, mostly different");
    }
    if !all.iter().any(|column| column.meaning == Meaning::Service) {
        take_first(all, Meaning::Service, "its cells are a few texts, repeated");
    }
    if !all.iter().any(|column| matches!(column.meaning, Meaning::Category | Meaning::MerchantCategory | Meaning::ProclassLabel)) {
        call_repeated_purposes_categories(all);
        take_first(all, Meaning::Category, "its cells are some texts, repeated");
    }
}

/// A "description" of some dozens of repeated texts is the body's own category.
fn call_repeated_purposes_categories(all: &mut [Column]) {
    for column in all.iter_mut().filter(|column| column.meaning == Meaning::Purpose && !column.is_ruled && column.rank >= 2) {
        if column.holds.filled >= 200 && column.holds.variety() < 0.2 {
            column.meaning = Meaning::Category;
            column.why = format!("{}, and its {} texts are repeated, so it is a category", column.why, column.holds.kinds());
        }
    }
}

fn is_free(column: &Column) -> bool {
    !column.is_ruled && column.rank >= 9 && matches!(column.meaning, Meaning::OtherText | Meaning::OtherNumber) && column.holds.filled > 0
}

fn take_best(all: &mut [Column], meaning: Meaning, score: fn(&Column) -> f64, reason: &str) {
    let mut best: Option<(f64, usize)> = None;
    for (place, column) in all.iter().enumerate().filter(|(_, column)| is_free(column)) {
        let score = score(column);
        if score > 0.0 && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, place));
        }
    }
    if let Some((_, place)) = best {
        all[place].meaning = meaning;
        all[place].why = format!("{}; {reason}", all[place].why);
    }
}

/// The first column of repeated texts.
fn take_first(all: &mut [Column], meaning: Meaning, reason: &str) {
    let is_repeated = |column: &&mut Column| {
        let holds = &column.holds;
        is_free(column)
            && holds.filled >= 20
            && holds.kinds() >= 2
            && holds.variety() < 0.3
            && holds.part(holds.phrases) > 0.3
            && holds.part(holds.numbers) < 0.1
            && holds.part(holds.dates) < 0.1
    };
    if let Some(column) = all.iter_mut().find(is_repeated) {
        column.meaning = meaning;
        column.why = format!("{}; {reason}", column.why);
    }
}

/// Where amounts stand beside their VAT, the amounts are the larger.
fn money_score(column: &Column) -> f64 {
    let holds = &column.holds;
    if !holds.is_money() || holds.part(holds.like_money) < 0.2 || holds.part(holds.noughts) > 0.5 {
        return 0.0;
    }
    holds.sum
}

fn date_score(column: &Column) -> f64 {
    let share = column.holds.part(column.holds.dates);
    if share >= 0.7 { share * column.holds.filled as f64 } else { 0.0 }
}

fn supplier_score(column: &Column) -> f64 {
    let holds = &column.holds;
    let is_text = holds.part(holds.numbers) < 0.2 && holds.part(holds.dates) < 0.1 && holds.part(holds.addresses) < 0.1;
    let has_firms = holds.part(holds.firms) + holds.part(holds.redacted) >= 0.1 && holds.kinds() > 1;
    if is_text && has_firms { (holds.part(holds.firms) + holds.part(holds.redacted)) * (0.2 + holds.variety().min(0.5)) } else { 0.0 }
}

fn body_score(column: &Column) -> f64 {
    let holds = &column.holds;
    let is_one_body = holds.filled >= 5 && holds.kinds() <= 3 && holds.part(holds.firms) > 0.9;
    if is_one_body { holds.part(holds.firms) } else { 0.0 }
}

fn reference_score(column: &Column) -> f64 {
    let holds = &column.holds;
    let is_code = holds.part(holds.phrases) < 0.1
        && holds.variety() > 0.3
        && holds.part(holds.dates) < 0.1
        && (4.0..24.0).contains(&holds.mean_length());
    if is_code { holds.variety() } else { 0.0 }
}

fn purpose_score(column: &Column) -> f64 {
    let holds = &column.holds;
    let is_text = holds.part(holds.phrases) > 0.5 && holds.variety() > 0.3 && holds.mean_length() > 8.0;
    if is_text { holds.mean_length() } else { 0.0 }
}
