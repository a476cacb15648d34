//! The manual of the register says what the register does.
//!
//! The rule: every check with its sentence, every sentence of the rule of totals, and every heading that is written stand in
//! docs/register.md, word by word; a list there that falls behind fails here.

use register::{Check, Column, NoFigure, totals_rule};

/// The manual with single spaces, so that it may be broken into lines anywhere.
fn manual() -> String {
    include_str!("../../../docs/register.md").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_manual_lists_every_check_as_the_program_tells_it() {
    for check in Check::ALL {
        let line = format!("| `{}` | {} |", check.code(), check.sentence());
        assert!(manual().contains(&line), "{line}");
    }
}

#[test]
fn the_manual_has_the_rule_of_totals_word_by_word() {
    for (sentence, number) in totals_rule().iter().zip(1..) {
        let line = format!("{number}. {sentence}");
        assert!(manual().contains(&line), "{line}");
    }
}

#[test]
fn the_manual_names_every_heading_that_is_written() {
    for column in Column::written() {
        let heading = column.heading();
        // `Lead member role` stands there as "Lead member … with role and contact".
        let short = heading.trim_end_matches(" role").trim_end_matches(" contact");
        assert!(manual().contains(short), "{heading}");
    }
}

#[test]
fn the_manual_gives_every_reason_for_having_no_figure() {
    for reason in NoFigure::ALL {
        assert!(manual().contains(reason.words()), "{}", reason.words());
    }
}
