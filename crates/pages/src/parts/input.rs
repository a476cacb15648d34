//! GOV.UK text input: one line of text.
//!
//! The rule: what can be typed is checked when it is posted, never by the browser alone; a browser that knows the answer
//! (`completing`) may fill it in.

use maud::{Markup, Render, html};

use super::Field;

/// A text input.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    field: Field<'a>,
    kind: &'static str,
    width: Option<u8>,
    prefix: Option<&'a str>,
    autocomplete: Option<&'static str>,
    input_mode: Option<&'static str>,
    spellcheck: Option<&'static str>,
}

impl<'a> Input<'a> {
    /// An input for text of any sort.
    pub const fn new(field: Field<'a>) -> Input<'a> {
        Input { field, kind: "text", width: None, prefix: None, autocomplete: None, input_mode: None, spellcheck: None }
    }

    /// An input for an e-mail address: browsers offer the right keyboard and do not correct the spelling.
    pub const fn email(field: Field<'a>) -> Input<'a> {
        Input { kind: "email", spellcheck: Some("false"), ..Input::new(field) }
    }

    /// An input for words to search for.
    pub const fn search(field: Field<'a>) -> Input<'a> {
        Input { kind: "search", ..Input::new(field) }
    }

    /// An input for a whole number; phones offer the digits.
    pub const fn number(field: Field<'a>) -> Input<'a> {
        Input { input_mode: Some("numeric"), ..Input::new(field) }
    }

    /// As wide as so many characters: 2, 3, 4, 5, 10, 20 or 30.
    pub const fn width(self, characters: u8) -> Input<'a> {
        Input { width: Some(characters), ..self }
    }

    /// With a sign before it, such as `£`, which the label must also say.
    pub const fn prefix(self, sign: &'a str) -> Input<'a> {
        Input { prefix: Some(sign), ..self }
    }

    /// With the token of the HTML standard that says what a browser may fill in: `email`, `name`.
    pub const fn completing(self, token: &'static str) -> Input<'a> {
        Input { autocomplete: Some(token), ..self }
    }

    fn control(&self) -> Markup {
        let mut class = self.field.control_class("govuk-input");
        if let Some(characters) = self.width {
            class.push_str(&format!(" govuk-input--width-{characters}"));
        }
        let value = (!self.field.value.is_empty()).then_some(self.field.value);
        html! {
            input class=(class) id=(self.field.id) name=(self.field.name) type=(self.kind) value=[value] spellcheck=[self.spellcheck]
                inputmode=[self.input_mode] autocomplete=[self.autocomplete] aria-describedby=[self.field.described_by()];
        }
    }
}

impl Render for Input<'_> {
    fn render(&self) -> Markup {
        html! {
            div class=(self.field.group_class("")) {
                (self.field.above())
                @if let Some(sign) = self.prefix {
                    div class="govuk-input__wrapper" {
                        div class="govuk-input__prefix" aria-hidden="true" { (sign) }
                        (self.control())
                    }
                } @else {
                    (self.control())
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    const HINT: &str = "It’s on your National Insurance card, benefit letter, payslip or P60. For example, ‘QQ 12 34 56 C’.";
    const WRONG: &str = "Enter a National Insurance number in the correct format";

    #[test]
    fn inputs_are_like_those_of_the_design_system() {
        let plain = Field::new("test-name", "National Insurance number");
        assert_like_fixture("input", "default", &Input::new(plain).render());
        let valued = Field::new("with-value", "With value").value("QQ 12 34 56 C");
        assert_like_fixture("input", "value", &Input::new(valued).render());
        let narrow = Field::new("input-width-10", "National insurance number").named("test-width-10").hint(HINT);
        assert_like_fixture("input", "with width-10 class", &Input::new(narrow).width(10).render());
        let pounds = Field::new("input-with-prefix", "Amount, in pounds").named("amount");
        assert_like_fixture("input", "with prefix", &Input::new(pounds).prefix("£").render());
        let postcode = Field::new("input-with-autocomplete-attribute", "Postcode").named("postcode");
        assert_like_fixture("input", "with autocomplete attribute", &Input::new(postcode).completing("postal-code").render());
    }

    #[test]
    fn an_input_with_something_wrong_is_like_the_one_of_the_design_system() {
        let field = Field::new("with-error-hint", "National insurance number").hint(HINT).error(Some(WRONG));
        assert_like_fixture("input", "with error and hint", &Input::new(field).render());
    }

    #[test]
    fn what_was_typed_is_shown_as_text_and_never_as_markup() {
        let shown = Input::new(Field::new("title", "Title").value("\"><script>alert(1)</script>")).render().0;
        assert!(!shown.contains("<script>") && shown.contains("&quot;&gt;&lt;script&gt;"), "{shown}");
    }
}
