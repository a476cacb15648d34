//! GOV.UK notification banner: something a reader must know about the whole page, or that what she did is done.
//!
//! The rule: at most one on a page, at its top.

use maud::{Markup, html};

/// A banner; `more` stands under the heading and may be empty.
pub fn notification_banner(heading: &str, more: &Markup) -> Markup {
    banner("govuk-notification-banner", "region", "Important", &html! { (said(heading)) (more) })
}

/// A banner that says what was done; a screen reader says it at once.
pub fn success_banner(done: &str) -> Markup {
    banner("govuk-notification-banner govuk-notification-banner--success", "alert", "Success", &said(done))
}

fn said(heading: &str) -> Markup {
    html! { p class="govuk-notification-banner__heading" { (heading) } }
}

fn banner(class: &str, role: &str, title: &str, content: &Markup) -> Markup {
    html! {
        div class=(class) role=(role) aria-labelledby="govuk-notification-banner-title" data-module="govuk-notification-banner" {
            div class="govuk-notification-banner__header" {
                h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title" { (title) }
            }
            div class="govuk-notification-banner__content" { (content) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn banners_are_like_those_of_the_design_system() {
        let ours = notification_banner("This publication was withdrawn on 7 March 2014.", &html! {});
        assert_like_fixture("notification-banner", "default", &ours);
        assert_like_fixture("notification-banner", "with type as success", &success_banner("Email sent to example@email.com"));
    }
}
