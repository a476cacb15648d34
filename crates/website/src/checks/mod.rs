//! The checks: what may be wrong with what is published, as a list with names.
//!
//! The rule: every check is listed, also one that finds nothing; each says what to do. Nothing is hidden from the public here, since
//! it is what is public that is checked.

use definitions::Day;
use maud::{Markup, html};
use pages::count;
use register::{Check, Finding, Register};

use crate::api::Description;
use crate::described::{Described, answers};
use crate::layout::Page;
use crate::links::{arrangement_address, link, whole};
use crate::routes::Route;
use crate::told::{Sheet, told_as_list};
use crate::{Asking, Reply, Site, Stop};

pub(crate) const ROUTES: &[Route] = &[Route::page("/checks", page).described(&CHECKS)];

/// How many findings of one check the page shows.
const MOST_SHOWN: usize = 20;
/// How many findings of one check programs are told.
const MOST_TOLD: usize = 1_000;

const CHECKS: Description =
    Description { summary: "Every check with what it finds today.", parameters: &[], answer: Answer::schema, has_sheet: true };

answers! {
    /// Every check with what it finds.
    Answer {
        /// The address of this list.
        url: String,
        /// The day for which it is told.
        day: Day,
        /// The checks.
        checks: Vec<CheckTold>,
    }

    /// A check.
    CheckTold {
        /// Its code.
        code: String,
        /// What it finds.
        sentence: String,
        /// What to do about it.
        to_do: String,
        /// How much it finds.
        count: usize,
        /// What it finds, at most 1,000; the CSV holds all.
        findings: Vec<FindingTold>,
    }

    /// Something that a check finds.
    FindingTold {
        /// What is wrong here.
        sentence: String,
        /// The addresses of the arrangements.
        arrangements: Vec<String>,
    }
}

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let standing = site.desk.register()?;
    let register = standing.register();
    let day = asking.now.day();
    let overview = site.shelf.overview(register, day);
    let findings = overview.findings(register);
    let of = |check: Check| findings.iter().filter(move |finding| finding.check == check);
    let answer =
        Answer { url: whole(site, "/checks"), day, checks: Check::ALL.iter().map(|check| told(site, *check, of(*check))).collect() };
    told_as_list(
        asking,
        &answer,
        || sheet(site, findings),
        || {
            let content = html! {
                h1 class="govuk-heading-xl" { "Checks" }
                p class="govuk-body-l" { "What may be wrong with what is published. A check finds and says; it refuses nothing and mends nothing." }
                p class="govuk-body" { "Today " (count(findings.len() as u64, "thing was", "things were")) " found. Take them with you as " (link("/checks.csv", "CSV")) "." }
                @for check in Check::ALL { (section(register, *check, &of(*check).collect::<Vec<_>>())) }
            };
            Ok(Page::new("Checks").under("/sources", "Sources").show(site, asking, &content))
        },
    )
}

fn told<'a>(site: &Site, check: Check, findings: impl Iterator<Item = &'a Finding>) -> CheckTold {
    let findings: Vec<&Finding> = findings.collect();
    let finding = |finding: &&Finding| FindingTold {
        sentence: finding.sentence.clone(),
        arrangements: finding.arrangements.iter().map(|id| whole(site, &arrangement_address(id))).collect(),
    };
    CheckTold {
        code: check.code().to_string(),
        sentence: check.sentence().to_string(),
        to_do: check.to_do().to_string(),
        count: findings.len(),
        findings: findings.iter().take(MOST_TOLD).map(finding).collect(),
    }
}

fn section(register: &Register, check: Check, findings: &[&Finding]) -> Markup {
    let title = |id| register.arrangement(id).map_or_else(|| id.to_string(), |said| said.title.clone());
    html! {
        h2 class="govuk-heading-m" id=(check.code()) { (check.sentence()) }
        @if findings.is_empty() { p class="govuk-body cw-quiet" { "Nothing found." } }
        @else {
            p class="govuk-body" { (count(findings.len() as u64, "finding", "findings")) ". " (check.to_do()) }
            ul class="govuk-list govuk-list--bullet" {
                @for finding in findings.iter().take(MOST_SHOWN) {
                    li {
                        @for (place, id) in finding.arrangements.iter().enumerate() {
                            @if place > 0 { ", " }
                            (link(&arrangement_address(id), &title(id)))
                        }
                        ": " (finding.sentence)
                    }
                }
            }
            @if findings.len() > MOST_SHOWN { p class="govuk-body" { "And " (findings.len() - MOST_SHOWN) " more in the CSV." } }
        }
    }
}

fn sheet(site: &Site, findings: &[Finding]) -> Sheet {
    let headings = ["Check", "What it finds", "Here", "What to do", "Arrangements"];
    let row = |finding: &Finding| {
        let addresses: Vec<String> = finding.arrangements.iter().map(|id| whole(site, &arrangement_address(id))).collect();
        let check = finding.check;
        vec![
            check.code().to_string(),
            check.sentence().to_string(),
            finding.sentence.clone(),
            check.to_do().to_string(),
            addresses.join(" "),
        ]
    };
    Sheet { name: "checks".to_string(), headings: headings.map(str::to_string).to_vec(), rows: findings.iter().map(row).collect() }
}
