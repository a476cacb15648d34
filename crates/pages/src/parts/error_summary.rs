//! GOV.UK error summary: everything that is wrong with a form, at the top, each leading to its field.
//!
//! The rule: its words are those beside the fields, in the order of the fields.

use maud::{Markup, html};

/// The errors: the id of the field (none where an error belongs to no field) and the sentence. Nothing for no errors.
pub fn error_summary(errors: &[(Option<String>, String)]) -> Markup {
    if errors.is_empty() {
        return html! {};
    }
    html! {
        div class="govuk-error-summary" data-module="govuk-error-summary" {
            div role="alert" {
                h2 class="govuk-error-summary__title" { "There is a problem" }
                div class="govuk-error-summary__body" {
                    ul class="govuk-list govuk-error-summary__list" {
                        @for (field, words) in errors {
                            li { @if let Some(field) = field { a href={ "#" (field) } { (words) } } @else { (words) } }
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
    fn an_error_summary_is_like_the_one_of_the_design_system() {
        let errors = [
            (None, "Invalid username or password".to_string()),
            (Some("example-error-1".to_string()), "Agree to the terms of service to log in".to_string()),
        ];
        assert_like_fixture("error-summary", "mixed with and without links", &error_summary(&errors));
    }

    #[test]
    fn a_form_with_nothing_wrong_has_no_summary() {
        assert_eq!(error_summary(&[]).0, "");
    }
}
