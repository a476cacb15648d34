//! GOV.UK breadcrumbs and back link: where a page stands, and the way back.
//!
//! The rule: breadcrumbs on pages that are read, a back link on pages of a form; never both.

use maud::{Markup, html};

/// The way from the front page: the address and the words of each page above this one.
pub fn breadcrumbs(above: &[(&str, &str)]) -> Markup {
    html! {
        nav class="govuk-breadcrumbs govuk-breadcrumbs--collapse-on-mobile" aria-label="Breadcrumb" {
            ol class="govuk-breadcrumbs__list" {
                @for (href, words) in above {
                    li class="govuk-breadcrumbs__list-item" { a class="govuk-breadcrumbs__link" href=(href) { (words) } }
                }
            }
        }
    }
}

/// A link to the page before.
pub fn back_link(href: &str, words: &str) -> Markup {
    html! { a href=(href) class="govuk-back-link" { (words) } }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn breadcrumbs_and_the_back_link_are_like_those_of_the_design_system() {
        let above = [
            ("/", "Home"),
            ("/education", "Education, training and skills"),
            (
                "/education/special-educational-needs-and-disability-send-and-high-needs",
                "Special educational needs and disability (SEND) and high needs",
            ),
        ];
        assert_like_fixture("breadcrumbs", "with collapse on mobile", &breadcrumbs(&above));
        assert_like_fixture("back-link", "with custom text and link", &back_link("/home", "Back to home"));
    }
}
