//! A record in brief, for somebody who is asked whether it is still true.
//!
//! The rule: what a person must know to answer, and no more: who, what, how far, until when, what it saves.

use definitions::Day;
use maud::{Markup, html};
use pages::parts::{summary_list, summary_row};
use register::{Arrangement, Register, Savings};

use crate::record_form::capital;

/// What a record says on `day`, in a few lines.
pub(crate) fn brief(said: &Arrangement, register: &Register, day: Day) -> Markup {
    let partners = said.parties_on(day);
    let mut rows = vec![
        summary_row("What", html! { @if said.summary.is_empty() { "No summary is given" } @else { (said.summary) } }),
        summary_row("Stage", html! { (capital(said.stage_on(day).words())) }),
        summary_row("Partners", lines(partners.iter().map(|party| party.in_words(register.directory())))),
    ];
    if let Some(until) = said.agreed_until {
        rows.push(summary_row("Agreed until", html! { (until.long()) }));
    }
    rows.push(match &said.savings {
        Savings::NoFigure(reason) => summary_row("Savings", html! { "No figure: " (reason.words()) }),
        Savings::Lines(saved) => summary_row(
            "Savings",
            lines(saved.iter().map(|line| capital(&format!("{}, {}", line.amount_in_words(), line.standing.words())))),
        ),
    });
    if let Some(lead) = &said.lead_officer {
        rows.push(summary_row("Lead officer", html! { (lead.role) @if !lead.contact.is_empty() { ", " (lead.contact) } }));
    }
    if let Some(record) = register.record(&said.id) {
        rows.push(summary_row("Last answered for", html! { (record.vouched_on().long()) }));
    }
    summary_list(&rows)
}

fn lines(lines: impl Iterator<Item = String>) -> Markup {
    let lines: Vec<String> = lines.collect();
    html! { @if lines.is_empty() { "None" } @else { ul class="govuk-list" { @for line in &lines { li { (line) } } } } }
}
