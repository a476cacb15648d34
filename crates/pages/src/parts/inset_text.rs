//! GOV.UK inset text: words that stand apart from the rest.
//!
//! The rule: for what a reader should know before she reads on; never for decoration.

use maud::{Markup, html};

/// Words set apart.
pub fn inset_text(content: &Markup) -> Markup {
    html! { div class="govuk-inset-text" { (content) } }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn inset_text_is_like_the_one_of_the_design_system() {
        let words = "It can take up to 8 weeks to register a lasting power of attorney if there are no mistakes in the application.";
        assert_like_fixture("inset-text", "default", &inset_text(&html! { (words) }));
    }
}
