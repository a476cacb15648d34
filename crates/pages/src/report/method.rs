//! Method and sources: how the figures were made, and what published evidence says of sharing.
//!
//! The rule: what is published is told with its source; what is our judgement is called a prior (judgement).

use maud::{Markup, html};

use crate::parts::summary_list;
use crate::parts::summary_row;
use crate::words::{KINDS, kind_name, kind_sentence};

/// The section.
pub(super) fn method() -> Markup {
    let kinds: Vec<_> = KINDS.iter().map(|kind| summary_row(kind_name(*kind), html! { (kind_sentence(*kind)) })).collect();
    html! {
        section class="cw-section" aria-labelledby="method" {
            h2 class="govuk-heading-l" id="method" { "Method and sources" }
            h3 class="govuk-heading-m" { "Four kinds of opportunity" }
            (summary_list(&kinds))
            (money())
            (savings())
            (trust_points())
            (limits())
        }
    }
}

fn money() -> Markup {
    html! {
        h3 class="govuk-heading-m" { "Money" }
        ul class="govuk-list govuk-list--bullet" {
            li { "Amounts are a year’s spend as published. A year with six to eleven months published is scaled up and one with fewer is not; each table says which." }
            li { "A payment that two files publish is counted once. A row that is not a payment (a total, a note, a blank) is set aside with its reason." }
            li { "What sharing cannot reach is left out before anything is ranked: precepts, levies, grants, benefits, pensions, tax, loans, pay, charges within a body and between bodies." }
            li { "“Not counted above” is what adds up: it leaves out pounds that an opportunity ranked higher counts already." }
            li { "Some files give amounts with VAT and some without. Each file’s basis is on its body’s card." }
        }
    }
}

fn savings() -> Markup {
    html! {
        h3 class="govuk-heading-m" { "Savings" }
        p class="govuk-body" {
            "Each saving is a range a year before one-off costs: one chance in ten that it is below P10, one in ten that it is above P90. "
            "The rates are a " strong { "prior (judgement)" } ": our reading of published studies, not a measurement of these bodies. "
            "Set-up costs, redundancy, systems and the time of the people who would do it are not in it."
        }
        p class="govuk-body" { "What the studies say:" }
        ul class="govuk-list govuk-list--bullet" {
            li { "Dixon and Elston (2019, Public Money & Management), all English councils: no significant benefit from shared administration or tax collection." }
            li { "Elston, Bel and Wang (2025, Journal of Policy Analysis and Management 44(3)), housing benefit in 314 English authorities: no saving in the short run, weak later, and slower processing for a time." }
            li { "Aldag, Warner and Bel (2020, Journal of Public Administration Research and Theory), New York State: lower cost for waste, roads, police, libraries and sewers; no difference for several services; higher cost for elder services and planning." }
            li { "Niaounakis and Blank (2017, Local Government Studies), Dutch tax departments: gains of scale are largely used up at about 60,000 residents." }
        }
        p class="govuk-body" { "So: savings depend on the service, the size and the way it is governed. They are not automatic, and the total of many ranges is not a forecast." }
    }
}

fn trust_points() -> Markup {
    html! {
        h3 class="govuk-heading-m" id="trust-points" { "Trust fracture points" }
        p class="govuk-body" {
            "Every pair of bodies in an arrangement is a place where trust can break: n bodies have n × (n − 1) ÷ 2 of them. "
            "Five bodies have 10, ten have 45. A project needs at least two people for each, which is the team shown. "
            "A smaller group that starts sooner is often the better one."
        }
    }
}

fn limits() -> Markup {
    html! {
        h3 class="govuk-heading-m" { "What this cannot see" }
        ul class="govuk-list govuk-list--bullet" {
            li { "Payments under the publishing threshold (usually £500), and whatever a body does not publish." }
            li { "Quality, terms, notice periods and reasons that are not in the files." }
            li { "Whether two names are one supplier, beyond doubt: the reasons are given so that a person can judge." }
            li { "Arrangements that already exist but leave no mark in payments or registers." }
        }
        p class="govuk-body" {
            "More in the project’s documentation: docs/opportunities.md (how each kind is found, valued and scored, with its sources) and docs/repeats.md (what is counted once). "
            "The files beside this report hold the same figures: opportunities.csv, opportunities.xlsx, opportunities.json, suppliers.csv, remarks.csv."
        }
    }
}
