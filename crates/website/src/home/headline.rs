//! The headline figures of the front page.
//!
//! The rule: each leads to the lines that make it; the savings stand in a table in which nothing is added up.

use definitions::Day;
use maud::{Markup, html};
use pages::parts::{Column, Table};
use register::{Net, Span, Standing, Totals};

use crate::links::link;
use crate::totals::{Of, code_of};

/// The figures of arrangements and bodies.
pub(super) fn counts(totals: &Totals, day: Day, opportunities: usize, unconfirmed: usize) -> Markup {
    let of = |of: Of| format!("/totals?on={day}&of={}", of.code(totals));
    let figures = [
        (totals.live.len(), "live arrangements", of(Of::Live)),
        (totals.sharing.len(), "bodies share", of(Of::Sharing)),
        (opportunities, "opportunities found", "/opportunities".to_string()),
        (unconfirmed, "entries unconfirmed for over a year", "/arrangements?unconfirmed=yes".to_string()),
    ];
    html! {
        dl class="cw-figures" {
            @for (number, words, address) in &figures {
                div class="cw-figure" {
                    dt class="cw-figure__words" { (words) }
                    dd class="cw-figure__number" {
                        a class="govuk-link" href=(address) { (definitions::thousands(*number as u64)) span class="govuk-visually-hidden" { " " (words) } }
                    }
                }
            }
        }
    }
}

/// The savings by standing, a year and in all.
pub(super) fn savings(totals: &Totals, day: Day) -> Markup {
    let columns = [Column::words("Savings"), Column::words("A year"), Column::words("In all")];
    let row = |standing: Standing| {
        let name = crate::arrangements::first_in_capitals(standing.words());
        vec![html! { (name) }, cell(totals, day, standing, Span::AYear), cell(totals, day, standing, Span::InAll)]
    };
    let rows = Standing::ALL.iter().map(|standing| row(*standing)).collect();
    let caption = format!("Savings on {}", day.long());
    html! {
        (Table { caption_size: Some("m"), ..Table::new(&caption, &columns, rows) }.framed())
        p class="govuk-body-s cw-quiet" {
            "Planned, realised and certified are never added together. " (link(&format!("/totals?on={day}"), "How these totals are made")) "."
        }
    }
}

fn cell(totals: &Totals, day: Day, standing: Standing, span: Span) -> Markup {
    let sums: Vec<_> = totals.sums.iter().filter(|sum| sum.standing == standing && sum.span == span).collect();
    html! {
        @if sums.is_empty() { span class="cw-quiet" { "None told" } }
        @for sum in &sums {
            div class="cw-sum" {
                (link(&format!("/totals?on={day}&of={}", code_of(sum)), &sum.in_words()))
                " " span class="cw-sum__net" { (short_net(sum.net)) }
            }
        }
    }
}

fn short_net(net: Net) -> &'static str {
    match net {
        Net::Gross => "before set-up costs",
        Net::Net => "after set-up costs",
        Net::NotSaid => "set-up costs not told",
    }
}
