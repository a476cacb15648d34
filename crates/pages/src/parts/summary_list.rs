//! GOV.UK summary list: a few facts, each with its name.
//!
//! The rule: a fact has a short name; where it has several lines, each is a paragraph.

use maud::{Markup, html};

/// One fact.
pub struct SummaryRow {
    key: String,
    value: Markup,
    action: Option<(String, String)>,
}

/// A fact with its name.
pub fn summary_row(key: impl Into<String>, value: Markup) -> SummaryRow {
    SummaryRow { key: key.into(), value, action: None }
}

impl SummaryRow {
    /// With a link to where the fact can be changed; its word is followed, unseen, by the fact's name.
    pub fn action(self, href: impl Into<String>, word: impl Into<String>) -> SummaryRow {
        SummaryRow { action: Some((href.into(), word.into())), ..self }
    }
}

/// The facts.
pub fn summary_list(rows: &[SummaryRow]) -> Markup {
    html! {
        dl class="govuk-summary-list" {
            @for row in rows {
                div class="govuk-summary-list__row" {
                    dt class="govuk-summary-list__key" { (row.key) }
                    dd class="govuk-summary-list__value" { (row.value) }
                    @if let Some((href, word)) = &row.action {
                        dd class="govuk-summary-list__actions" {
                            a class="govuk-link" href=(href) { (word) span class="govuk-visually-hidden" { " " (row.key.to_lowercase()) } }
                        }
                    }
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
    fn a_summary_list_is_like_the_one_of_the_design_system() {
        let contact = html! {
            p class="govuk-body" { "email@email.com" }
            p class="govuk-body" { "Address line 1" br; "Address line 2" br; "Address line 3" br; "Address line 4" br; "Address line 5" }
        };
        let rows = [
            summary_row("Name", html! { "Firstname Lastname" }),
            summary_row("Date of birth", html! { "13/08/1980" }),
            summary_row("Contact information", contact),
        ];
        assert_like_fixture("summary-list", "default", &summary_list(&rows));
    }
}
