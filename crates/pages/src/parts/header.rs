//! The header: the product's name, after the design system's generic header, without a crown.
//!
//! The rule: nothing in it could be taken for GOV.UK or for a council's own site.

use maud::{Markup, html};

/// The header of a site: its name leads to the address `home`, and `more` stands on the right.
pub fn site_header(name: &str, home: &str, more: &Markup) -> Markup {
    html! {
        div class="govuk-generic-header cw-site-header" {
            div class="govuk-generic-header__container govuk-width-container" {
                div class="govuk-generic-header__logo" {
                    a href=(home) class="govuk-generic-header__homepage-link" { (name) }
                }
                @if !more.0.is_empty() { div class="cw-site-header__more" { (more) } }
            }
        }
    }
}

/// The header of one page; its name leads to the element with the id `top`.
pub fn header(name: &str, top: &str) -> Markup {
    html! {
        div class="govuk-generic-header" {
            div class="govuk-generic-header__container govuk-width-container" {
                div class="govuk-generic-header__logo" {
                    a href={ "#" (top) } class="govuk-generic-header__homepage-link" { (name) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn the_header_is_like_the_generic_one_of_the_design_system() {
        let ours = maud::PreEscaped(header("My cool service", "").0.replace("href=\"#\"", "href=\"/\""));
        assert_like_fixture("generic-header", "default", &ours);
    }
}
