//! GOV.UK skip link: the first thing the keyboard reaches, past the header to the content.
//!
//! The rule: it is the first element of the page that can be focused.

use maud::{Markup, html};

/// A link to the element with the id `target`.
pub fn skip_link(target: &str, words: &str) -> Markup {
    html! { a href={ "#" (target) } class="govuk-skip-link" data-module="govuk-skip-link" { (words) } }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn the_skip_link_is_like_the_one_of_the_design_system() {
        assert_like_fixture("skip-link", "default", &skip_link("test-target-element", "Skip to main content"));
    }
}
