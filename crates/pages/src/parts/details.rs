//! GOV.UK details: something that opens when it is asked for, without any script.
//!
//! The rule: the summary says what is inside and how much of it.

use maud::{Markup, html};

/// `content` under a summary that opens it.
pub fn details(summary: &str, content: &Markup) -> Markup {
    html! {
        details class="govuk-details" {
            summary class="govuk-details__summary" { span class="govuk-details__summary-text" { (summary) } }
            div class="govuk-details__text" { (content) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn details_are_like_those_of_the_design_system() {
        let words = "We need to know your nationality so we can work out which elections you’re entitled to vote in. \
                     If you can’t provide your nationality, you’ll have to send copies of identity documents through the post.";
        assert_like_fixture("details", "default", &details("Help with nationality", &html! { (words) }));
    }
}
