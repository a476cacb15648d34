//! GOV.UK select with its label: one choice out of a list.
//!
//! The rule: the label stands above, in words, and is tied to the control.

use maud::{Markup, html};

/// One choice.
pub(crate) struct Choice {
    /// What the page is told.
    pub(crate) value: String,
    /// What the reader sees.
    pub(crate) words: String,
}

/// A select with its label.
pub(crate) fn select(id: &str, label: &str, choices: &[Choice]) -> Markup {
    html! {
        div class="govuk-form-group" {
            label class="govuk-label" for=(id) { (label) }
            select class="govuk-select" id=(id) name=(id) {
                @for choice in choices { option value=(choice.value) { (choice.words) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn a_select_is_like_the_one_of_the_design_system() {
        let choice = |number: u32, words: &str| Choice { value: number.to_string(), words: words.to_string() };
        let ours = select("with-falsy-items", "Label text goes here", &[choice(1, "Option 1"), choice(2, "Options 2")]);
        assert_like_fixture("select", "with falsy items", &ours);
    }
}
