//! GOV.UK warning text: something that could do harm.
//!
//! The rule: a warning says what could happen and to whom, and is rare.

use maud::{Markup, html};

/// A warning.
pub fn warning_text(words: &str) -> Markup {
    html! {
        div class="govuk-warning-text" {
            span class="govuk-warning-text__icon" aria-hidden="true" { "!" }
            strong class="govuk-warning-text__text" { span class="govuk-visually-hidden" { "Warning" } " " (words) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn a_warning_is_like_the_one_of_the_design_system() {
        assert_like_fixture("warning-text", "default", &warning_text("You can be fined up to £5,000 if you don’t register."));
    }
}
