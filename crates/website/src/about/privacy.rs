//! The privacy notice: what is kept of people, why, and for how long.
//!
//! The rule: it says exactly what the program keeps; a change in what is kept is a change here.

use super::*;

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let publisher = if site.settings.publisher.is_empty() { "Whoever runs this site" } else { &site.settings.publisher };
    let content = html! {
        h1 class="govuk-heading-l" { "Privacy notice" }
        p class="govuk-body" { (publisher) " is responsible for what is kept here." }
        h2 class="govuk-heading-m" { "If you only read" }
        p class="govuk-body" {
            "Nothing is kept of you. There is no counting of visitors, nothing is fetched from other sites, and no cookie is set until "
            "you open a form that changes something, such as the one to sign in."
        }
        h2 class="govuk-heading-m" { "If you have an account" }
        p class="govuk-body" { "These are kept:" }
        ul class="govuk-list govuk-list--bullet" {
            li { "your name and work e-mail address" }
            li { "of your password, only a digest from which it cannot be read; none where you sign in with your organisation" }
            li { "who you are at your organisation’s sign-in, where you use it" }
            li { "your roles, and who gave you them" }
            li { "what you entered into the register, when, and why: it is the record of a public matter, and stays" }
            li { "when each of your sessions began and was last used, until it ends: after 12 hours without use, or after a week" }
        }
        p class="govuk-body" {
            "To stop passwords from being guessed, each attempt to sign in, and each letter asked for, is counted under digests of the e-mail "
            "address and of the network address it came from. They are forgotten after a day."
        }
        h2 class="govuk-heading-m" { "If you are named in a record" }
        p class="govuk-body" {
            "A record can name the member and the officer who answer for an arrangement, with a work contact, as its sources publish them. "
            "Private persons have no page here and cannot be searched for."
        }
        h2 class="govuk-heading-m" { "Cookies" }
        p class="govuk-body" { "Only what is needed, none of it read by scripts:" }
        dl class="govuk-summary-list" {
            (cookie("commonweal", "Says that you are signed in. Gone when you sign out or close the browser."))
            (cookie("commonweal-visit", "Makes sure that a form you send was opened by you. Gone when you close the browser."))
            (cookie("commonweal-sign-on", "Leads you back from your organisation’s sign-in. Gone after ten minutes."))
        }
        h2 class="govuk-heading-m" { "Your rights" }
        p class="govuk-body" {
            "You can ask what is kept of you, and have it put right. If you are not content with the answer, you can complain to the "
            a class="govuk-link" href="https://ico.org.uk/make-a-complaint/" { "Information Commissioner’s Office" } "."
        }
        (contact(site))
    };
    Ok(Page::new("Privacy notice").narrow().show(site, asking, &content))
}

fn cookie(name: &str, what: &str) -> Markup {
    html! {
        div class="govuk-summary-list__row" {
            dt class="govuk-summary-list__key" { (name) }
            dd class="govuk-summary-list__value" { (what) }
        }
    }
}
