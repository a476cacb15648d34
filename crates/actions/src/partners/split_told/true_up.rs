//! The true-up of a year, told.
//!
//! The rule: it is said whether anything is due and why, and every line adds up in whole pence.

use pages::{Block, Section};
use partnerships::TrueUp;

use super::super::{figures::percent, table};

/// What the year's own figures change for each partner.
pub(super) fn section(true_up: &TrueUp, names: &[String]) -> Section {
    let said = if true_up.is_due() {
        format!(
            "The furthest part is {} from what was agreed, beyond the tolerance of {}: everybody is put right.",
            percent(true_up.furthest),
            percent(true_up.tolerance)
        )
    } else {
        format!(
            "The furthest part is {} from what was agreed, within the tolerance of {}: nothing is paid.",
            percent(true_up.furthest),
            percent(true_up.tolerance)
        )
    };
    let headings = ["Agreed part", "Actual part", "Charged", "Adjustment"];
    let rows = names.iter().zip(&true_up.lines).map(|(name, line)| {
        vec![name.clone(), percent(line.agreed), percent(line.actual), line.charged.to_string(), line.adjustment.to_string()]
    });
    Section::new(
        "The true-up of the year",
        vec![Block::Text(said), table("What the year's own figures change", &["Partner"], &headings, rows.collect())],
    )
}
