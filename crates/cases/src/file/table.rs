//! One table of a case file, asked key by key; the only file of the room that knows TOML.
//!
//! The rule: nothing that a person wrote is passed over. A key that is not asked for is a mistake, with the nearest word that would
//! have been; a value of the wrong sort is one, with what to write in its place; and all mistakes of a file are told at once, each with
//! its line.

use std::cell::RefCell;
use std::collections::BTreeSet;

use definitions::{Day, FinancialYear};
use toml::de::{DeTable, DeValue};

use super::spelling::{financial_year, nearest};

/// One mistake in a case file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The line, from 1; 0 for the whole file.
    pub line: usize,
    /// The key, with the table it stands in, such as `option.cost.amount`.
    pub key: String,
    /// What is wrong and what to do, as sentences.
    pub words: String,
}

/// Where the lines of a file begin, and the mistakes found in it so far.
pub(super) struct Text {
    /// Where each line begins, in bytes.
    line_starts: Vec<usize>,
    mistakes: RefCell<Vec<Mistake>>,
}

/// A table, and which of its keys were asked for.
pub(super) struct Table<'a> {
    text: &'a Text,
    table: &'a DeTable<'a>,
    name: String,
    /// The line on which it begins.
    pub(super) line: usize,
    asked: RefCell<BTreeSet<&'static str>>,
}

/// A value: a number, or a table of numbers.
pub(super) enum Figure<'a> {
    /// A number.
    Number(f64),
    /// A table.
    Table(Table<'a>),
}

impl Text {
    pub(super) fn new(text: &str) -> Text {
        let after_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(place, _)| place + 1);
        Text { line_starts: std::iter::once(0).chain(after_ends).collect(), mistakes: RefCell::default() }
    }

    /// The file's own table, where the text is TOML at all.
    pub(super) fn whole<'a>(&'a self, parsed: &'a DeTable<'a>) -> Table<'a> {
        Table { text: self, table: parsed, name: String::new(), line: 1, asked: RefCell::default() }
    }

    /// Notes that the text is not TOML.
    pub(super) fn is_not_toml(&self, error: &toml::de::Error) {
        let line = error.span().map_or(0, |span| self.line_of(span.start));
        self.mistake(line, "", &format!("this is not TOML: {}. Compare the line with the example in docs/decide.md.", error.message()));
    }

    pub(super) fn mistake(&self, line: usize, key: &str, words: &str) {
        self.mistakes.borrow_mut().push(Mistake { line, key: key.to_string(), words: words.to_string() });
    }

    /// Every mistake, in the order of the file.
    pub(super) fn mistakes(self) -> Vec<Mistake> {
        let mut mistakes = self.mistakes.into_inner();
        mistakes.sort();
        mistakes.dedup();
        mistakes
    }

    fn line_of(&self, place: usize) -> usize {
        self.line_starts.partition_point(|start| *start <= place)
    }
}

impl<'a> Table<'a> {
    /// Notes a mistake about `key` of this table, on the key's line or else the table's.
    pub(super) fn mistake(&self, key: &str, words: &str) {
        let line = self.table.get_key_value(key).map_or(self.line, |(key, _)| self.text.line_of(key.span().start));
        self.text.mistake(line, &self.named(key), words);
    }

    /// True where the key is there.
    pub(super) fn has(&self, key: &'static str) -> bool {
        self.value(key).is_some()
    }

    /// A text; `None` where it is not there.
    pub(super) fn text(&self, key: &'static str) -> Option<String> {
        match self.value(key)? {
            DeValue::String(text) => Some(text.trim().to_string()),
            other => self.is_not(key, "a text in quotation marks", other),
        }
    }

    /// A text that must be there and say something.
    pub(super) fn needed_text(&self, key: &'static str) -> String {
        let text = self.text(key).unwrap_or_default();
        if text.is_empty() && !matches!(self.value(key), Some(other) if !other.is_str()) {
            self.mistake(key, &format!("it is missing. Write {key} = \"…\"."));
        }
        text
    }

    /// One of a few words.
    pub(super) fn one_of<T: Copy>(&self, key: &'static str, choices: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(key)?;
        let found = choices.iter().find(|(code, _)| *code == text).map(|(_, choice)| *choice);
        if found.is_none() {
            let codes: Vec<String> = choices.iter().map(|(code, _)| format!("\"{code}\"")).collect();
            self.mistake(key, &format!("{text:?} is not known here. Write one of {}.", codes.join(", ")));
        }
        found
    }

    /// A number that is one.
    pub(super) fn number(&self, key: &'static str) -> Option<f64> {
        self.read_number(key, self.value(key)?)
    }

    /// A whole number.
    pub(super) fn whole_number(&self, key: &'static str) -> Option<i64> {
        match self.value(key)? {
            DeValue::Integer(integer) => {
                let read = i64::from_str_radix(integer.as_str(), integer.radix()).ok();
                read.or_else(|| self.is_wrong(key, "the number is too large to be meant."))
            }
            other => self.is_not(key, "a whole number", other),
        }
    }

    /// A number or a table of numbers.
    pub(super) fn figure(&self, key: &'static str) -> Option<Figure<'a>> {
        let value = self.value(key)?;
        match value {
            DeValue::Table(table) => Some(Figure::Table(self.inner(key, table, self.line_of(key)))),
            DeValue::Integer(_) | DeValue::Float(_) => self.read_number(key, value).map(Figure::Number),
            other => self.is_not(key, "a number, or a range such as { low = 1, central = 2, high = 3 }", other),
        }
    }

    /// A row of numbers.
    pub(super) fn numbers(&self, key: &'static str) -> Option<Vec<f64>> {
        match self.value(key)? {
            DeValue::Array(array) => array.iter().map(|value| self.read_number(key, value.get_ref())).collect(),
            other => self.is_not(key, "numbers in square brackets, such as [0.5, 1]", other),
        }
    }

    /// A financial year.
    pub(super) fn year(&self, key: &'static str) -> Option<FinancialYear> {
        let text = self.text(key)?;
        financial_year(&text).or_else(|| self.is_wrong(key, &format!("{text:?} is not a financial year. Write it as \"2026-27\".")))
    }

    /// A day.
    pub(super) fn day(&self, key: &'static str) -> Option<Day> {
        let text = match self.value(key)? {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(day) => day.to_string(),
            other => return self.is_not(key, "a day such as \"2028-03-31\"", other),
        };
        text.parse().ok().or_else(|| self.is_wrong(key, &format!("{text:?} is not a day. Write it as \"2028-03-31\".")))
    }

    /// A table inside this one.
    pub(super) fn table(&self, key: &'static str) -> Option<Table<'a>> {
        match self.value(key)? {
            DeValue::Table(table) => Some(self.inner(key, table, self.line_of(key))),
            other => self.is_not(key, "a table", other),
        }
    }

    /// Tables of one name, in the order of the file.
    pub(super) fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        match self.value(key) {
            None => Vec::new(),
            Some(DeValue::Array(array)) => {
                let inner = |value: &'a toml::Spanned<DeValue<'a>>| match value.get_ref() {
                    DeValue::Table(table) => Some(self.inner(key, table, self.text.line_of(value.span().start))),
                    other => self.is_not(key, "a table", other),
                };
                array.iter().filter_map(inner).collect()
            }
            Some(other) => self.is_not(key, &format!("a table that begins with [[{}]]", self.named(key)), other).unwrap_or_default(),
        }
    }

    /// Every key with a number, for tables whose keys are names of partners.
    pub(super) fn named_numbers(&self) -> Vec<(String, f64)> {
        let read = |(key, value): (&toml::Spanned<std::borrow::Cow<'a, str>>, &'a toml::Spanned<DeValue<'a>>)| {
            Some((key.get_ref().to_string(), self.read_number(key.get_ref(), value.get_ref())?))
        };
        self.table.iter().filter_map(read).collect()
    }

    /// Notes every key that nobody asked for. Called when all that can be asked has been.
    pub(super) fn others_are_mistakes(&self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table.iter().filter(|(key, _)| !asked.contains(key.get_ref().as_ref())) {
            let advice = match nearest(key.get_ref(), asked.iter().copied()) {
                Some(known) => format!("Is {known} meant?"),
                None => format!("What can stand here: {}.", asked.iter().copied().collect::<Vec<_>>().join(", ")),
            };
            self.mistake(key.get_ref(), &format!("this word is not known here. {advice}"));
        }
    }

    fn inner(&self, key: &str, table: &'a DeTable<'a>, line: usize) -> Table<'a> {
        Table { text: self.text, table, name: self.named(key), line, asked: RefCell::default() }
    }

    fn value(&self, key: &'static str) -> Option<&'a DeValue<'a>> {
        self.asked.borrow_mut().insert(key);
        self.table.get(key).map(toml::Spanned::get_ref)
    }

    fn line_of(&self, key: &str) -> usize {
        self.table.get_key_value(key).map_or(self.line, |(key, _)| self.text.line_of(key.span().start))
    }

    fn named(&self, key: &str) -> String {
        match (self.name.is_empty(), key.is_empty()) {
            (true, _) => key.to_string(),
            (false, true) => self.name.clone(),
            (false, false) => format!("{}.{key}", self.name),
        }
    }

    fn read_number(&self, key: &str, value: &DeValue<'_>) -> Option<f64> {
        let text = match value {
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str(),
            DeValue::Float(float) => float.as_str(),
            other => return self.is_not(key, "a number without a pound sign or commas", other),
        };
        match text.replace('_', "").parse::<f64>() {
            Ok(number) if number.is_finite() => Some(number),
            _ => self.is_wrong(key, &format!("{text} is not an amount. Write a number, or leave the line out until one is known.")),
        }
    }

    fn is_wrong<T>(&self, key: &str, words: &str) -> Option<T> {
        self.mistake(key, words);
        None
    }

    fn is_not<T>(&self, key: &str, wanted: &str, found: &DeValue<'_>) -> Option<T> {
        self.is_wrong(key, &format!("{} is written where there should be {wanted}.", a_kind(found)))
    }
}

fn a_kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
