//! GOV.UK password input: typed unseen, and seen where a person asks.
//!
//! The rule: a password is never sent back to a page, so it has no value.

use maud::{Markup, Render, html};

use super::Field;

/// A password input.
#[derive(Clone, Copy, Debug)]
pub struct PasswordInput<'a> {
    field: Field<'a>,
    autocomplete: &'static str,
}

impl<'a> PasswordInput<'a> {
    /// For the password that a person has.
    pub const fn current(field: Field<'a>) -> PasswordInput<'a> {
        PasswordInput { field, autocomplete: "current-password" }
    }

    /// For a password that a person chooses: browsers offer to make one up.
    pub const fn new(field: Field<'a>) -> PasswordInput<'a> {
        PasswordInput { field, autocomplete: "new-password" }
    }
}

impl Render for PasswordInput<'_> {
    fn render(&self) -> Markup {
        let field = &self.field;
        let error = if field.error.is_some() { " govuk-input--error" } else { "" };
        html! {
            div class=(field.group_class("govuk-password-input")) data-module="govuk-password-input" {
                (field.above())
                div class="govuk-input__wrapper govuk-password-input__wrapper" {
                    input class=(format!("govuk-input govuk-password-input__input govuk-js-password-input-input{error}")) id=(field.id)
                        name=(field.name) type="password" spellcheck="false" aria-describedby=[field.described_by()]
                        autocomplete=(self.autocomplete) autocapitalize="none";
                    button type="button"
                        class="govuk-button govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
                        data-module="govuk-button" aria-controls=(field.id) aria-label="Show password" hidden { "Show" }
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
    fn password_inputs_are_like_those_of_the_design_system() {
        let field = Field::new("password-input-new-password", "Password").named("password");
        assert_like_fixture("password-input", "with new-password autocomplete", &PasswordInput::new(field).render());
        let hint = "It probably has some letters, numbers and maybe even some symbols in it.";
        let field = Field::new("password-input-with-error-message", "Password").named("test-name-3").hint(hint);
        let wrong = PasswordInput::current(field.error(Some("Error message goes here")));
        assert_like_fixture("password-input", "with error message", &wrong.render());
    }
}
