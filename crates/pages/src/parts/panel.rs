//! GOV.UK panel: it is done.
//!
//! The rule: only on the page after something was done, as its first heading.

use maud::{Markup, html};

/// A panel that says what was done.
pub fn panel(title: &str, body: &Markup) -> Markup {
    html! {
        div class="govuk-panel govuk-panel--confirmation" {
            h1 class="govuk-panel__title" { (title) }
            @if !body.0.is_empty() { div class="govuk-panel__body" { (body) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn a_panel_is_like_the_one_of_the_design_system() {
        let body = html! { "Your reference number" br; strong { "HDJ2123F" } };
        assert_like_fixture("panel", "default", &panel("Application complete", &body));
    }
}
