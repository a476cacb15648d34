//! GOV.UK select with its label: one choice out of a list.
//!
//! The rule: the label stands above, in words, and is tied to the control.

use maud::{Markup, Render, html};

use super::Field;

/// One choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the page is told.
    pub value: String,
    /// What the reader sees.
    pub words: String,
    /// Help under it; empty for none. A list shows none.
    pub hint: String,
}

impl Choice {
    /// A choice without a hint.
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Choice {
        Choice { value: value.into(), words: words.into(), hint: String::new() }
    }

    /// The same with a hint.
    pub fn hint(self, hint: impl Into<String>) -> Choice {
        Choice { hint: hint.into(), ..self }
    }
}

/// A select with its label.
pub fn select(id: &str, label: &str, choices: &[Choice]) -> Markup {
    Select::new(Field::new(id, label), choices).render()
}

/// A select whose field's value is what is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Select<'a> {
    field: Field<'a>,
    choices: &'a [Choice],
}

impl<'a> Select<'a> {
    /// A select; the choice with the field's value is chosen.
    pub const fn new(field: Field<'a>, choices: &'a [Choice]) -> Select<'a> {
        Select { field, choices }
    }
}

impl Render for Select<'_> {
    fn render(&self) -> Markup {
        let field = &self.field;
        html! {
            div class=(field.group_class("")) {
                (field.above())
                select class=(field.control_class("govuk-select")) id=(field.id) name=(field.name) aria-describedby=[field.described_by()] {
                    @for choice in self.choices {
                        option value=(choice.value) selected[!field.value.is_empty() && choice.value == field.value] { (choice.words) }
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
    fn a_select_is_like_the_one_of_the_design_system() {
        let choice = |number: u32, words: &str| Choice::new(number.to_string(), words);
        let ours = select("with-falsy-items", "Label text goes here", &[choice(1, "Option 1"), choice(2, "Options 2")]);
        assert_like_fixture("select", "with falsy items", &ours);
    }

    #[test]
    fn a_select_with_something_wrong_is_like_the_one_of_the_design_system() {
        let choices: Vec<Choice> =
            (1..=3).map(|number| Choice::new(number.to_string(), format!("GOV.UK frontend option {number}"))).collect();
        let field = Field::new("select-2", "Label text goes here").hint("Hint text goes here").error(Some("Error message goes here"));
        assert_like_fixture("select", "with hint text and error message", &Select::new(field, &choices).render());
    }

    #[test]
    fn what_was_chosen_before_is_chosen() {
        let choices = [Choice::new("a", "A"), Choice::new("b", "B")];
        let shown = Select::new(Field::new("which", "Which").value("b"), &choices).render().0;
        assert!(shown.contains(r#"<option value="b" selected>"#) && shown.matches(" selected").count() == 1, "{shown}");
    }
}
