//! GOV.UK fieldset: questions that belong together under one legend.
//!
//! The rule: the legend is what a screen reader says before each question, so it is short.

use maud::{Markup, html};

/// `content` under a legend; its size is `s`, `m` or `l`, or nothing for the ordinary one.
pub fn fieldset(legend: &str, size: Option<&str>, content: &Markup) -> Markup {
    html! {
        fieldset class="govuk-fieldset" {
            (legend_of(legend, size))
            (content)
        }
    }
}

/// The legend alone.
pub(super) fn legend_of(words: &str, size: Option<&str>) -> Markup {
    let class = size.map_or("govuk-fieldset__legend".to_string(), |size| format!("govuk-fieldset__legend govuk-fieldset__legend--{size}"));
    html! { legend class=(class) { (words) } }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn fieldsets_are_like_those_of_the_design_system() {
        assert_like_fixture("fieldset", "default", &fieldset("What is your address?", None, &html! {}));
        assert_like_fixture("fieldset", "styled as medium text", &fieldset("What is your address?", Some("m"), &html! {}));
    }
}
