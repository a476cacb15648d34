//! GOV.UK button: the thing that a page is for.
//!
//! The rule: one ordinary button on a page; the others are secondary. A button that cannot be undone is a warning. What only
//! leads elsewhere is a link.

use maud::{Markup, Render, html};

/// A button that sends its form.
#[derive(Clone, Copy, Debug)]
pub struct Button<'a> {
    words: &'a str,
    class: &'static str,
    name: Option<&'a str>,
    value: Option<&'a str>,
    is_sent_once: bool,
}

impl<'a> Button<'a> {
    /// The ordinary button; a double click sends its form once.
    pub const fn new(words: &'a str) -> Button<'a> {
        Button { words, class: "govuk-button", name: None, value: None, is_sent_once: true }
    }

    /// A button beside the ordinary one.
    pub const fn secondary(words: &'a str) -> Button<'a> {
        Button { class: "govuk-button govuk-button--secondary", ..Button::new(words) }
    }

    /// A button for what cannot be undone.
    pub const fn warning(words: &'a str) -> Button<'a> {
        Button { class: "govuk-button govuk-button--warning", ..Button::new(words) }
    }

    /// A button of a form that only asks, which may be sent as often as one likes.
    pub const fn asking(self) -> Button<'a> {
        Button { is_sent_once: false, ..self }
    }

    /// With a name and a value, so that the form is told which button it was.
    pub const fn named(self, name: &'a str, value: &'a str) -> Button<'a> {
        Button { name: Some(name), value: Some(value), ..self }
    }
}

impl Render for Button<'_> {
    fn render(&self) -> Markup {
        html! {
            button type="submit" name=[self.name] value=[self.value] data-prevent-double-click=[self.is_sent_once.then_some("true")]
                class=(self.class) data-module="govuk-button" { (self.words) }
        }
    }
}

/// A link that looks like a button, where it begins something.
pub fn button_link(words: &str, href: &str) -> Markup {
    html! { a href=(href) role="button" draggable="false" class="govuk-button" data-module="govuk-button" { (words) } }
}

/// A link that looks like a secondary button.
pub fn secondary_button_link(words: &str, href: &str) -> Markup {
    html! {
        a href=(href) role="button" draggable="false" class="govuk-button govuk-button--secondary" data-module="govuk-button" { (words) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn buttons_are_like_those_of_the_design_system() {
        assert_like_fixture("button", "default", &Button::new("Save and continue").asking().render());
        assert_like_fixture("button", "prevent double click", &Button::new("Submit").render());
        let warning = Button { name: Some("Warning"), ..Button::warning("Warning button").asking() };
        assert_like_fixture("button", "warning", &warning.render());
        let secondary = Button { name: Some("secondary"), ..Button::secondary("Secondary button").asking() };
        assert_like_fixture("button", "secondary", &secondary.render());
        assert_like_fixture("button", "link", &button_link("Link button", "/"));
    }
}
