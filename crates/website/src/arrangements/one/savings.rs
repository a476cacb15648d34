//! What an arrangement saves, line by line, under planned, realised and certified.
//!
//! The rule: lines are shown and never added up; each says who said so and what it rests on. Where there is no figure, the reason
//! stands in its place.

use maud::{Markup, html};
use pages::parts::{Column, Table};
use register::{Arrangement, SavingLine, Savings, Standing};

use crate::arrangements::panel::first_in_capitals;
use crate::links::{cited, link};

const COLUMNS: [Column<'static>; 4] =
    [Column::words("Amount"), Column::words("Said by"), Column::words("What it rests on"), Column::words("Of what sort")];

/// The section.
pub(super) fn savings(said: &Arrangement) -> Markup {
    html! {
        h2 class="govuk-heading-l" id="savings" { "Savings" }
        @match &said.savings {
            Savings::NoFigure(reason) => p class="govuk-body" { "There is no figure: " (reason.words()) "." },
            Savings::Lines(lines) => {
                p class="govuk-body" {
                    "Planned, realised and certified savings are never added together. " (link("/totals", "How totals are made")) "."
                }
                @for standing in Standing::ALL { (of_standing(lines, *standing)) }
            }
        }
    }
}

fn of_standing(lines: &[SavingLine], standing: Standing) -> Markup {
    let rows: Vec<Vec<Markup>> = lines.iter().filter(|line| line.standing == standing).map(row).collect();
    if rows.is_empty() {
        return html! {};
    }
    let caption = match standing {
        Standing::Planned => "Planned: expected, in a case or a plan",
        Standing::Realised => "Realised: said by the partners to have happened",
        Standing::Certified => "Certified: checked by someone who is not a partner",
    };
    Table { caption_size: Some("m"), ..Table::new(caption, &COLUMNS, rows) }.framed()
}

fn row(line: &SavingLine) -> Vec<Markup> {
    vec![
        html! { span id={ "line-" (line.id) } { (first_in_capitals(&line.amount_in_words())) } },
        html! { (line.said_by) },
        html! {
            (line.evidence)
            @for source in &line.sources { p class="govuk-body-s" { (cited(source)) } }
            @if line.evidence.trim().is_empty() && line.sources.is_empty() { "Not given" }
        },
        html! { (first_in_capitals(line.cashable.words())) "; " (line.net.words()) },
    ]
}
