//! GOV.UK radios and checkboxes: one choice, or several, out of a few that are all seen.
//!
//! The rule: the question is the legend; nothing is chosen for a person unless she chose it before.

use maud::{Markup, Render, html};

use super::{Choice, Field, fieldset::legend_of};

/// One choice out of a few.
#[derive(Clone, Copy, Debug)]
pub struct Radios<'a> {
    field: Field<'a>,
    choices: &'a [Choice],
    look: Look,
}

/// Several choices out of a few.
#[derive(Clone, Copy, Debug)]
pub struct Checkboxes<'a> {
    field: Field<'a>,
    choices: &'a [Choice],
    chosen: &'a [&'a str],
    look: Look,
}

#[derive(Clone, Copy, Debug)]
enum Look {
    Stacked,
    Inline,
    Small,
}

impl<'a> Radios<'a> {
    /// Radios under each other; the field's value is what is chosen.
    pub const fn new(field: Field<'a>, choices: &'a [Choice]) -> Radios<'a> {
        Radios { field, choices, look: Look::Stacked }
    }

    /// Beside each other: for two short answers.
    pub const fn inline(self) -> Radios<'a> {
        Radios { look: Look::Inline, ..self }
    }

    /// Smaller: for filters.
    pub const fn small(self) -> Radios<'a> {
        Radios { look: Look::Small, ..self }
    }
}

impl<'a> Checkboxes<'a> {
    /// Checkboxes under each other, with the values that are chosen.
    pub const fn new(field: Field<'a>, choices: &'a [Choice], chosen: &'a [&'a str]) -> Checkboxes<'a> {
        Checkboxes { field, choices, chosen, look: Look::Stacked }
    }

    /// Smaller: for filters.
    pub const fn small(self) -> Checkboxes<'a> {
        Checkboxes { look: Look::Small, ..self }
    }
}

impl Render for Radios<'_> {
    fn render(&self) -> Markup {
        let part = Part { base: "govuk-radios", kind: "radio", look: self.look, field: &self.field };
        let is_chosen = |choice: &Choice| !self.field.value.is_empty() && choice.value == self.field.value;
        part.show(self.choices, &is_chosen)
    }
}

impl Render for Checkboxes<'_> {
    fn render(&self) -> Markup {
        let part = Part { base: "govuk-checkboxes", kind: "checkbox", look: self.look, field: &self.field };
        part.show(self.choices, &|choice| self.chosen.contains(&choice.value.as_str()))
    }
}

/// What radios and checkboxes have in common.
struct Part<'a> {
    base: &'static str,
    kind: &'static str,
    look: Look,
    field: &'a Field<'a>,
}

impl Part<'_> {
    fn show(&self, choices: &[Choice], is_chosen: &dyn Fn(&Choice) -> bool) -> Markup {
        let class = match self.look {
            Look::Stacked => self.base.to_string(),
            Look::Inline => format!("{0} {0}--inline", self.base),
            Look::Small => format!("{0} {0}--small", self.base),
        };
        html! {
            div class=(self.field.group_class("")) {
                fieldset class="govuk-fieldset" aria-describedby=[self.field.described_by()] {
                    (legend_of(self.field.label, self.field.label_size))
                    (self.field.help())
                    div class=(class) data-module=(self.base) {
                        @for (place, choice) in choices.iter().enumerate() { (self.item(place, choice, is_chosen)) }
                    }
                }
            }
        }
    }

    fn item(&self, place: usize, choice: &Choice, is_chosen: &dyn Fn(&Choice) -> bool) -> Markup {
        let base = self.base;
        let id = if place == 0 { self.field.id.to_string() } else { format!("{}-{}", self.field.id, place + 1) };
        let hint_id = (!choice.hint.is_empty()).then(|| format!("{id}-item-hint"));
        html! {
            div class={ (base) "__item" } {
                input class={ (base) "__input" } id=(id) name=(self.field.name) type=(self.kind) value=(choice.value)
                    checked[is_chosen(choice)] aria-describedby=[hint_id.as_deref()];
                label class={ "govuk-label " (base) "__label" } for=(id) { (choice.words) }
                @if let Some(hint_id) = &hint_id { div id=(hint_id) class={ "govuk-hint " (base) "__hint" } { (choice.hint) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    fn choices(pairs: &[(&str, &str)]) -> Vec<Choice> {
        pairs.iter().map(|(value, words)| Choice::new(*value, *words)).collect()
    }

    #[test]
    fn radios_are_like_those_of_the_design_system() {
        let question = "Have you changed your name?";
        let yes_no = choices(&[("yes", "Yes"), ("no", "No")]);
        assert_like_fixture("radios", "default", &Radios::new(Field::new("example-default", question), &yes_no).render());
        let hint = "This includes changing your last name or spelling your name differently.";
        let chosen = Field::new("example", question).hint(hint).value("no");
        assert_like_fixture("radios", "inline", &Radios::new(chosen, &yes_no).inline().render());
        let wrong = Field::new("example-error-message-hint", question).hint(hint).error(Some("Please select an option"));
        assert_like_fixture("radios", "with hint and error message", &Radios::new(wrong, &yes_no).render());
    }

    #[test]
    fn checkboxes_are_like_those_of_the_design_system() {
        let three = choices(&[("british", "British"), ("irish", "Irish"), ("other", "Citizen of another country")]);
        let field = Field::new("nationality", "What is your nationality?");
        assert_like_fixture("checkboxes", "default", &Checkboxes::new(field, &three, &[]).render());
        let small = choices(&[("a", "a thing"), ("b", "another thing"), ("c", "this thing")]);
        let field = Field::new("nationality", "Filter by");
        assert_like_fixture("checkboxes", "small", &Checkboxes::new(field, &small, &[]).small().render());
        let hint = "If you have dual nationality, select all options that are relevant to you.";
        let wrong = Field::new("example", "What is your nationality?").hint(hint).error(Some("Please select an option"));
        let two = choices(&[("british", "British"), ("irish", "Irish")]);
        assert_like_fixture("checkboxes", "with error message and hint", &Checkboxes::new(wrong, &two, &[]).render());
    }

    #[test]
    fn what_was_chosen_before_is_chosen_and_a_choice_can_have_a_hint() {
        let two = [Choice::new("a", "A"), Choice::new("b", "B").hint("Rarely right")];
        let shown = Checkboxes::new(Field::new("which", "Which"), &two, &["b"]).render().0;
        assert!(shown.contains(r#"value="b" checked aria-describedby="which-2-item-hint""#), "{shown}");
        assert_eq!(shown.matches(" checked").count(), 1);
    }
}
