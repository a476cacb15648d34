//! GOV.UK textarea, and the same with a count of what is left.
//!
//! The rule: without a script the limit is said in words; with one it is counted as a person types. The limit is checked
//! again when the form is posted.

use maud::{Markup, Render, html};

use super::Field;

/// Several lines of text.
#[derive(Clone, Copy, Debug)]
pub struct Textarea<'a> {
    field: Field<'a>,
    rows: u8,
    most_characters: Option<u32>,
}

impl<'a> Textarea<'a> {
    /// A textarea of five lines.
    pub const fn new(field: Field<'a>) -> Textarea<'a> {
        Textarea { field, rows: 5, most_characters: None }
    }

    /// As high as so many lines.
    pub const fn rows(self, rows: u8) -> Textarea<'a> {
        Textarea { rows, ..self }
    }

    /// With a limit, which is said and counted.
    pub const fn up_to(self, most_characters: u32) -> Textarea<'a> {
        Textarea { most_characters: Some(most_characters), ..self }
    }

    fn described_by(&self) -> Option<String> {
        let count = self.most_characters.map(|_| format!("{}-info", self.field.id));
        let ids: Vec<String> = [count, self.field.described_by()].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

impl Render for Textarea<'_> {
    fn render(&self) -> Markup {
        let field = &self.field;
        let is_counted = self.most_characters.is_some();
        let group = field.group_class(if is_counted { "govuk-character-count" } else { "" });
        let class = field.control_class("govuk-textarea") + if is_counted { " govuk-js-character-count" } else { "" };
        html! {
            div class=(group) data-module=[is_counted.then_some("govuk-character-count")] data-maxlength=[self.most_characters] {
                (field.above())
                // A browser drops the first line break after the tag, so one is put there to be dropped.
                textarea class=(class) id=(field.id) name=(field.name) rows=(self.rows) aria-describedby=[self.described_by()] {
                    @if field.value.starts_with('\n') { "\n" }
                    (field.value)
                }
                @if let Some(most) = self.most_characters {
                    div id={ (field.id) "-info" } class="govuk-hint govuk-character-count__message" {
                        "You can enter up to " (most) " characters"
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
    fn textareas_are_like_those_of_the_design_system() {
        let plain = Field::new("more-detail", "Can you provide more detail?");
        assert_like_fixture("textarea", "default", &Textarea::new(plain).render());
        let wrong = Field::new("with-hint-error", "With hint and error").hint("Hint").error(Some("Error message"));
        assert_like_fixture("textarea", "with hint and error message", &Textarea::new(wrong).render());
        let filled = Field::new("full-address", "Full address").named("address").value("221B Baker Street\nLondon\nNW1 6XE\n");
        assert_like_fixture("textarea", "with default value", &Textarea::new(filled).render());
    }

    #[test]
    fn a_counted_textarea_is_like_the_character_count_of_the_design_system() {
        let plain = Field::new("more-detail", "Can you provide more detail?");
        assert_like_fixture("character-count", "default", &Textarea::new(plain).up_to(10).render());
        let hint = "Don't include personal or financial information, eg your National Insurance number or credit card details.";
        let wrong = Field::new("with-error", "Can you provide more detail?").hint(hint).error(Some("Please provide more detail"));
        assert_like_fixture("character-count", "with hint and error", &Textarea::new(wrong).up_to(10).render());
    }

    #[test]
    fn text_that_begins_with_an_empty_line_keeps_it() {
        let shown = Textarea::new(Field::new("why", "Why").value("\nBecause")).render().0;
        assert!(shown.contains(">\n\nBecause</textarea>"), "{shown}");
    }
}
