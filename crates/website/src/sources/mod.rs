//! Sources and method: where what stands on the site comes from, how figures are made, and what is not known.
//!
//! The rule: it is true of this program and of this place as they are; each method says its limits.

use definitions::{thousands, trust_fracture_points, trust_team};
use maud::{Markup, html};
use pages::{Report, ReportOnSite, count};
use register::Register;

use crate::layout::Page;
use crate::links::link;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop, totals};

pub(crate) const ROUTES: &[Route] = &[Route::page("/sources", page)];

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let report = site.desk.report()?;
    let standing = site.desk.register()?;
    let register = standing.register();
    let content = html! {
        h1 class="govuk-heading-xl" { "Sources and method" }
        (entries(register))
        h2 class="govuk-heading-l" id="totals" { "How totals are made" }
        p class="govuk-body" { "The " (link("/totals", "totals of any day")) " are made by this rule. Each figure leads to its lines." }
        (totals::rule())
        h2 class="govuk-heading-l" id="checks" { "Checks" }
        p class="govuk-body" { "What is published is checked every time it is read. " (link("/checks", "The checks, with what they find today")) "." }
        (trust_points())
        (method(report.as_deref()))
        (not_known())
        (licences())
    };
    Ok(Page::new("Sources and method").narrow().show(site, asking, &content))
}

fn entries(register: &Register) -> Markup {
    let published = register.published().count() as u64;
    html! {
        h2 class="govuk-heading-l" id="entries" { "Where entries come from" }
        p class="govuk-body" {
            "The register holds " (count(published, "arrangement", "arrangements")) ", made by "
            (count(register.log().len() as u64, "entry", "entries")) " in its log. People of the bodies make them, each from a source that the entry names. "
            "An entry says who made it, when and why; it is never changed or taken away, and a correction is a new entry beside the old one. "
            (link("/changes", "What changed")) "."
        }
        p class="govuk-body" {
            "The log is chained by digests, so that a quiet change in the database is found. Once a year the owner of each arrangement is asked whether it is still true; "
            (link("/arrangements?unconfirmed=yes", "those that nobody has confirmed for over a year")) " are shown as such."
        }
    }
}

fn trust_points() -> Markup {
    let example = 6;
    let points = trust_fracture_points(example);
    html! {
        h2 class="govuk-heading-l" id="trust-points" { "Trust fracture points" }
        p class="govuk-body" {
            "Every pair of partners is a place where trust can break: n partners have n(n−1)/2 of them. "
            (example) " partners have " (points) ", and a project among them needs a team of at least " (trust_team(points)) ". "
            "It is a rule of thumb from the practice of shared services. It ranks, and never forbids."
        }
    }
}

fn method(report: Option<&Report>) -> Markup {
    html! {
        h2 class="govuk-heading-l" id="method" { "How opportunities are found" }
        (ReportOnSite::trust())
        p class="govuk-body" {
            "A search reads what the bodies publish: payments over £500 or £250, contracts, and notices of contracts. Suppliers that are one firm under several "
            "names are joined, with the reason for each join. Then four things are looked for: one supplier paid by several bodies, contracts that could end together, "
            "one need met by several suppliers, and what is shared already."
        }
        p class="govuk-body" {
            "Each saving is a range from published studies of what sharing saved, with the chance that nothing is saved. It is a judgement and is marked as one. "
            "Payments that sharing cannot reach (grants, precepts, benefits, pensions, taxes) are left out, with the reason."
        }
        @if let Some(report) = report {
            p class="govuk-body" {
                "The last search of this place, on " (report.place.today.long()) ", read " (count(report.headline.files_read, "file", "files")) " with "
                (thousands(report.headline.payments)) " payments and " (count(report.headline.contracts, "contract or notice", "contracts and notices")) ". "
                @if !report.headline.files_not_understood.is_empty() {
                    (count(report.headline.files_not_understood.len() as u64, "file was", "files were")) " not understood. "
                }
                (link("/opportunities/place", "What stands for the whole place")) "."
            }
        }
    }
}

fn not_known() -> Markup {
    html! {
        h2 class="govuk-heading-l" id="not-known" { "What is not known" }
        ul class="govuk-list govuk-list--bullet" {
            li { "What nobody entered. A body with few arrangements here may share more than it has told." }
            li { "Quality. A saving says what money was not spent; whether the service became better or worse stands in the sources, if anywhere." }
            li { "Savings where no baseline was kept. Such an entry gives that reason in place of a figure." }
            li { "The first days of old bodies, and borders: a hexagon on the map has no true size." }
        }
    }
}

fn licences() -> Markup {
    html! {
        h2 class="govuk-heading-l" id="licences" { "Licences" }
        p class="govuk-body" {
            "Names, codes and dates of bodies are facts after the Office for National Statistics and legislation.gov.uk, under the "
            (link("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/", "Open Government Licence v3.0"))
            ". What people enter here may be used again under the same licence, with the register named as its source."
        }
    }
}
