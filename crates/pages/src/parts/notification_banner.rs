//! GOV.UK notification banner: something a reader must know about the whole page.
//!
//! The rule: at most one on a page, at its top.

use maud::{Markup, html};

/// A banner; `more` stands under the heading and may be empty.
pub(crate) fn notification_banner(heading: &str, more: &Markup) -> Markup {
    html! {
        div class="govuk-notification-banner" role="region" aria-labelledby="govuk-notification-banner-title"
            data-module="govuk-notification-banner" {
            div class="govuk-notification-banner__header" {
                h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title" { "Important" }
            }
            div class="govuk-notification-banner__content" {
                p class="govuk-notification-banner__heading" { (heading) }
                (more)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn the_banner_is_like_the_one_of_the_design_system() {
        let ours = notification_banner("This publication was withdrawn on 7 March 2014.", &html! {});
        assert_like_fixture("notification-banner", "default", &ours);
    }
}
