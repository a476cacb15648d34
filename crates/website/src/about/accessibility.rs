//! The accessibility statement, in the form that the regulations of 2018 ask of public bodies.
//!
//! The rule: it claims what the browser tests of this program check on every kind of page, and no more.

use super::*;

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let publisher = if site.settings.publisher.is_empty() { "whoever runs this site" } else { &site.settings.publisher };
    let content = html! {
        h1 class="govuk-heading-l" { "Accessibility statement" }
        p class="govuk-body" { "This statement is about the website of " (site.place) ". It is run by " (publisher) "." }
        p class="govuk-body" { "On every page you should be able to:" }
        ul class="govuk-list govuk-list--bullet" {
            li { "make the text four times as large without losing any of it" }
            li { "get everywhere with the keyboard alone, and see where you are" }
            li { "read everything with a screen reader: every map and chart has its figures in words or in a table beside it" }
            li { "do everything without scripts; the map can then be read as its list" }
        }
        h2 class="govuk-heading-m" { "How accessible it is" }
        p class="govuk-body" {
            "The site is built to meet the "
            a class="govuk-link" href="https://www.w3.org/TR/WCAG22/" { "Web Content Accessibility Guidelines version 2.2" }
            " at level AA. Every kind of page is checked by program in a real browser, on a wide screen and at 320 pixels, each time the "
            "software is changed. A check by program finds only some faults, and the site has not been audited by people who use "
            "assistive technology every day, so we cannot say that it fully complies."
        }
        h2 class="govuk-heading-m" { "What we know is not good enough" }
        p class="govuk-body" { "Documents that a record leads to are published by others, and may not be accessible." }
        h2 class="govuk-heading-m" { "Telling us about a problem" }
        p class="govuk-body" { "If you cannot read something, or need it in another form, say which page it is and what you need." }
        (contact(site))
        h2 class="govuk-heading-m" { "If you are not content with the answer" }
        p class="govuk-body" {
            "The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) "
            "Accessibility Regulations 2018. Contact the "
            a class="govuk-link" href="https://www.equalityadvisoryservice.com/" { "Equality Advisory and Support Service" }
            ". In Northern Ireland, contact the "
            a class="govuk-link" href="https://www.equalityni.org/" { "Equality Commission for Northern Ireland" } "."
        }
    };
    Ok(Page::new("Accessibility statement").narrow().show(site, asking, &content))
}
