//! GOV.UK date input: a day that a person knows, as day, month and year.
//!
//! The rule: what was typed comes back as it was typed, right or wrong; the page that asked says which part is wrong.

use maud::{Markup, Render, html};

use super::{Field, fieldset::legend_of};

/// A date in three parts; they are posted as `name-day`, `name-month` and `name-year`.
#[derive(Clone, Copy, Debug)]
pub struct DateInput<'a> {
    field: Field<'a>,
    typed: [&'a str; 3],
}

impl<'a> DateInput<'a> {
    /// A date input with what was typed as day, month and year.
    pub const fn new(field: Field<'a>, typed: [&'a str; 3]) -> DateInput<'a> {
        DateInput { field, typed }
    }

    fn item(&self, place: usize) -> Markup {
        const PARTS: [(&str, &str, u8); 3] = [("day", "Day", 2), ("month", "Month", 2), ("year", "Year", 4)];
        let (part, words, width) = PARTS[place];
        let id = format!("{}-{part}", self.field.id);
        let error = if self.field.error.is_some() { " govuk-input--error" } else { "" };
        let value = (!self.typed[place].is_empty()).then_some(self.typed[place]);
        html! {
            div class="govuk-date-input__item" {
                div class="govuk-form-group" {
                    label class="govuk-label govuk-date-input__label" for=(id) { (words) }
                    input class=(format!("govuk-input govuk-date-input__input{error} govuk-input--width-{width}")) id=(id)
                        name={ (self.field.name) "-" (part) } type="text" value=[value] inputmode="numeric";
                }
            }
        }
    }
}

impl Render for DateInput<'_> {
    fn render(&self) -> Markup {
        html! {
            div class=(self.field.group_class("")) {
                fieldset class="govuk-fieldset" role="group" aria-describedby=[self.field.described_by()] {
                    (legend_of(self.field.label, self.field.label_size))
                    (self.field.help())
                    div class="govuk-date-input" id=(self.field.id) {
                        @for place in 0..3 { (self.item(place)) }
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
    fn a_date_input_is_like_the_one_of_the_design_system() {
        let field = Field::new("with-values-name-prefix", "What is your date of birth?").named("dob").hint("For example, 31 3 1980");
        let ours = DateInput::new(field, ["31", "3", "1980"]).render();
        assert_like_fixture("date-input", "with values and name prefix", &ours);
    }

    #[test]
    fn a_date_input_with_something_wrong_is_like_the_one_of_the_design_system() {
        let hint = "For example, 31 3 1980";
        let field = Field::new("dob-errors", "What is your date of birth?").hint(hint).error(Some("Error message goes here"));
        let ours = maud::PreEscaped(DateInput::new(field, ["", "", ""]).render().0.replace("name=\"dob-errors-", "name=\""));
        assert_like_fixture("date-input", "with error message and hint", &ours);
    }
}
