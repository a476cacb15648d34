//! What every GOV.UK form part has in common: a name, a label, a hint, what was typed, and what is wrong with it.
//!
//! The rule: a hint and an error are tied to their control by id, so that a screen reader says them with it; what a person
//! typed is shown again as it was typed.

use maud::{Markup, html};

/// One thing that a form asks.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The id of its control, to which an error summary links.
    pub id: &'a str,
    /// The name under which it is posted.
    pub name: &'a str,
    /// What is asked; for a set of radios or checkboxes, its legend.
    pub label: &'a str,
    /// The size of the label or legend: `s`, `m` or `l`; nothing for the ordinary size.
    pub label_size: Option<&'a str>,
    /// Help that stands above the control.
    pub hint: Option<&'a str>,
    /// What is wrong, as a sentence that says what to do.
    pub error: Option<&'a str>,
    /// What was typed.
    pub value: &'a str,
}

impl<'a> Field<'a> {
    /// A field whose id is also its name.
    pub const fn new(id: &'a str, label: &'a str) -> Field<'a> {
        Field { id, name: id, label, label_size: None, hint: None, error: None, value: "" }
    }

    /// Posted under another name than its id.
    pub const fn named(self, name: &'a str) -> Field<'a> {
        Field { name, ..self }
    }

    /// With a label or legend of this size: `s`, `m` or `l`.
    pub const fn sized(self, size: &'a str) -> Field<'a> {
        Field { label_size: Some(size), ..self }
    }

    /// With a hint.
    pub const fn hint(self, hint: &'a str) -> Field<'a> {
        Field { hint: Some(hint), ..self }
    }

    /// With what was typed.
    pub const fn value(self, value: &'a str) -> Field<'a> {
        Field { value, ..self }
    }

    /// With what is wrong, where something is.
    pub const fn error(self, error: Option<&'a str>) -> Field<'a> {
        Field { error, ..self }
    }

    /// The class of its group, with `more` after it.
    pub(super) fn group_class(&self, more: &str) -> String {
        let error = if self.error.is_some() { " govuk-form-group--error" } else { "" };
        let gap = if more.is_empty() { "" } else { " " };
        format!("govuk-form-group{error}{gap}{more}")
    }

    /// The class of its control: `govuk-input`, and `govuk-input--error` where something is wrong.
    pub(super) fn control_class(&self, base: &str) -> String {
        if self.error.is_some() { format!("{base} {base}--error") } else { base.to_string() }
    }

    /// The ids of its hint and its error, for `aria-describedby`.
    pub(super) fn described_by(&self) -> Option<String> {
        let hint = self.hint.map(|_| format!("{}-hint", self.id));
        let error = self.error.map(|_| format!("{}-error", self.id));
        let ids: Vec<String> = [hint, error].into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// Label, hint and error, as they stand above one control.
    pub(super) fn above(&self) -> Markup {
        html! {
            (label(self.id, self.label, self.label_size))
            (self.help())
        }
    }

    /// Hint and error.
    pub(super) fn help(&self) -> Markup {
        html! {
            @if let Some(words) = self.hint { (hint(&format!("{}-hint", self.id), words)) }
            @if let Some(words) = self.error { (error_message(Some(&format!("{}-error", self.id)), words)) }
        }
    }
}

/// GOV.UK label, tied to the control with the id `control`.
pub fn label(control: &str, words: &str, size: Option<&str>) -> Markup {
    let class = size.map_or("govuk-label".to_string(), |size| format!("govuk-label govuk-label--{size}"));
    html! { label class=(class) for=(control) { (words) } }
}

/// GOV.UK hint with its id.
pub fn hint(id: &str, words: &str) -> Markup {
    html! { div id=(id) class="govuk-hint" { (words) } }
}

/// GOV.UK error message: what is wrong with one field, and what to do.
pub fn error_message(id: Option<&str>, words: &str) -> Markup {
    html! { p id=[id] class="govuk-error-message" { span class="govuk-visually-hidden" { "Error:" } " " (words) } }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn labels_hints_and_error_messages_are_like_those_of_the_design_system() {
        let error = "Error message about full name goes here";
        assert_like_fixture("error-message", "default", &error_message(None, error));
        assert_like_fixture("hint", "id", &hint("my-hint", "It's on your National Insurance card, benefit letter, payslip or P60."));
    }
}
