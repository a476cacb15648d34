//! A posted form: what was typed, what is wrong with it, and the fields that show both again.
//!
//! The rule: nothing that was typed is lost when something is wrong. Every value has a bound. Errors stand at the top in the order
//! in which they were found, each leading to its field.

use maud::Markup;
use pages::parts::{Field, error_summary};

use crate::Asking;
use crate::pairs::Pairs;

/// A form as it was posted, or an empty one.
#[derive(Clone, Debug, Default)]
pub struct Form {
    typed: Pairs,
    wrong: Vec<(Option<String>, String)>,
}

impl Form {
    /// A form that nobody filled in yet, with what is known already.
    pub fn with(known: &[(&str, &str)]) -> Form {
        let mut typed = Pairs::none();
        known.iter().for_each(|(name, value)| typed.add(*name, *value));
        Form { typed, wrong: Vec::new() }
    }

    /// A form filled in with these.
    pub(crate) fn of(typed: Pairs) -> Form {
        Form { typed, wrong: Vec::new() }
    }

    /// Puts `value` in the place of whatever was sent under `name`: what a form carries unseen.
    pub(crate) fn carry(&mut self, name: &str, value: &str) {
        self.typed = self.typed.with(name, value);
    }

    /// Everything that was typed.
    pub(crate) fn pairs(&self) -> &Pairs {
        &self.typed
    }

    /// What was posted.
    pub fn posted(asking: &Asking) -> Form {
        Form { typed: asking.form.clone(), wrong: Vec::new() }
    }

    /// What was typed into a field, as it was typed.
    pub fn typed(&self, name: &str) -> &str {
        self.typed.value(name)
    }

    /// Everything that was chosen under one name.
    pub fn chosen<'a>(&'a self, name: &'a str) -> Vec<&'a str> {
        self.typed.values(name).filter(|value| !value.is_empty()).collect()
    }

    /// One line of text without the spaces around it, which must be there: `missing` is the sentence where it is not.
    pub fn line(&mut self, name: &str, most_characters: usize, missing: &str) -> String {
        let text = self.line_if_any(name, most_characters);
        if text.is_empty() && self.error(name).is_none() {
            self.wrong(name, missing);
        }
        text
    }

    /// One line of text without the spaces around it, which may be left out.
    pub fn line_if_any(&mut self, name: &str, most_characters: usize) -> String {
        let text = self.text_if_any(name, most_characters);
        if text.contains('\n') {
            self.wrong(name, "This must be one line of text");
        }
        text
    }

    /// Text of several lines, which may be left out. Line ends are `\n`; signs that are not seen or turn text around are refused.
    pub fn text_if_any(&mut self, name: &str, most_characters: usize) -> String {
        let text = self.typed(name).replace("\r\n", "\n").trim().to_string();
        if text.chars().count() > most_characters {
            self.wrong(name, &format!("This must be {} characters or fewer", definitions::thousands(most_characters as u64)));
        } else if text.chars().any(is_hidden) {
            self.wrong(name, "This holds signs that cannot be seen. Type it again, or paste it as plain text");
        }
        text
    }

    /// Notes what is wrong with a field.
    pub fn wrong(&mut self, field: &str, sentence: &str) {
        self.wrong.push((Some(field.to_string()), sentence.to_string()));
    }

    /// Notes what is wrong with the form as a whole.
    pub fn wrong_in_all(&mut self, sentence: &str) {
        self.wrong.push((None, sentence.to_string()));
    }

    /// True where something is wrong.
    pub fn has_errors(&self) -> bool {
        !self.wrong.is_empty()
    }

    /// What is wrong with a field.
    pub fn error(&self, field: &str) -> Option<&str> {
        self.wrong.iter().find(|(name, _)| name.as_deref() == Some(field)).map(|(_, sentence)| sentence.as_str())
    }

    /// True where something is wrong with a field whose name begins like this.
    pub(crate) fn has_error_under(&self, beginning: &str) -> bool {
        self.wrong.iter().any(|(name, _)| name.as_deref().is_some_and(|name| name.starts_with(beginning)))
    }

    /// The field `name` with its label, what was typed into it, and what is wrong with that.
    pub fn field<'a>(&'a self, name: &'a str, label: &'a str) -> Field<'a> {
        Field::new(name, label).value(self.typed(name)).error(self.error(name))
    }

    /// Everything that is wrong, for the top of the page.
    pub fn summary(&self) -> Markup {
        error_summary(&self.wrong)
    }
}

/// Control characters, and those that turn the order of letters around, so that text is not what it looks like.
fn is_hidden(letter: char) -> bool {
    (letter.is_control() && letter != '\n' && letter != '\t')
        || matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use maud::Render;

    #[test]
    fn what_was_typed_comes_back_with_what_is_wrong_about_it() {
        let mut form = Form::with(&[("title", "  Shared\tlegal  "), ("why", "")]);
        assert_eq!(form.line("title", 100, "Enter a title"), "Shared\tlegal");
        assert_eq!(form.line("why", 100, "Enter why"), "");
        let field = pages::parts::Input::new(form.field("why", "Why")).render().0;
        assert!(field.contains("Enter why") && form.summary().0.contains(r##"href="#why""##));
    }

    #[test]
    fn text_that_is_too_long_or_hides_something_is_refused_with_its_field() {
        for (typed, sentence) in [
            ("x".repeat(10_000_000), "This must be 1,000 characters or fewer"),
            ("Shared \u{202e}lagel".to_string(), "This holds signs that cannot be seen. Type it again, or paste it as plain text"),
            ("a\u{0}b".to_string(), "This holds signs that cannot be seen. Type it again, or paste it as plain text"),
        ] {
            let mut form = Form::with(&[("title", &typed)]);
            form.line("title", 1_000, "Enter a title");
            assert_eq!(form.error("title"), Some(sentence));
        }
    }
}
