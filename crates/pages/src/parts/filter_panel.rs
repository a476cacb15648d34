//! The filters beside a list: what to choose by, what is chosen, and a way to take each choice away. Our own part.
//!
//! The rule: it is a form that only asks, so that every filtered list has an address that can be kept and sent; it needs no script.

use maud::{Markup, html};

use super::Button;

/// One choice that was made.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// What was chosen by: `Service`.
    pub by: String,
    /// What was chosen: `Legal services`.
    pub words: String,
    /// The address of the list without this choice.
    pub without: String,
}

/// The panel: the list's address, what is chosen, and the controls.
pub fn filter_panel(address: &str, chosen: &[Chosen], controls: &Markup) -> Markup {
    html! {
        form class="cw-filter" action=(address) method="get" role="search" aria-labelledby="filter-heading" {
            h2 class="govuk-heading-m" id="filter-heading" { "Filter" }
            @if !chosen.is_empty() {
                div class="cw-filter__chosen" {
                    h3 class="govuk-heading-s" { "Chosen" }
                    ul class="govuk-list" { @for choice in chosen { (chosen_item(choice)) } }
                    p class="govuk-body-s" { a class="govuk-link" href=(address) { "Clear all filters" } }
                }
            }
            (controls)
            (Button::new("Apply filters").asking())
        }
    }
}

fn chosen_item(choice: &Chosen) -> Markup {
    html! {
        li {
            a class="cw-filter__remove" href=(choice.without) {
                span class="govuk-visually-hidden" { "Remove the filter " } (choice.by) ": " (choice.words)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_choice_can_be_taken_away_by_a_link_that_says_so() {
        let chosen = [Chosen { by: "Service".into(), words: "Legal services".into(), without: "/arrangements?kind=delegation".into() }];
        let shown = filter_panel("/arrangements", &chosen, &html! {}).0;
        assert!(shown.contains(r#"href="/arrangements?kind=delegation""#) && shown.contains("Remove the filter "), "{shown}");
        assert!(shown.contains("Clear all filters"));
    }

    #[test]
    fn where_nothing_is_chosen_nothing_is_offered_to_be_cleared() {
        assert!(!filter_panel("/arrangements", &[], &html! {}).0.contains("Clear all"));
    }
}
