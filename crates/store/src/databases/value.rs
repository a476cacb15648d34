//! What goes into a statement and comes out of it: whole numbers, texts, and nothing.
//!
//! The rule: a row that does not hold what was asked for is a fault with the column's place, never a panic.

use definitions::{Fingerprint, Trouble};
use register::Moment;

use super::{Fault, FaultKind};

/// One value of a statement or a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// No value.
    Nothing,
    /// A whole number.
    Whole(i64),
    /// A text.
    Text(String),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_string())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Value {
        Value::Text(text.clone())
    }
}

impl From<Moment> for Value {
    fn from(moment: Moment) -> Value {
        Value::Whole(moment.0)
    }
}

impl From<Fingerprint> for Value {
    fn from(fingerprint: Fingerprint) -> Value {
        Value::Text(fingerprint.to_string())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Whole(i64::from(number))
    }
}

/// A number beyond `i64` is no number of ours; it is kept as the largest, which nothing has.
impl From<u64> for Value {
    fn from(number: u64) -> Value {
        Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Nothing, Into::into)
    }
}

/// One row of an answer; columns are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row(pub(crate) Vec<Value>);

impl Row {
    /// The text in a column.
    pub(crate) fn text(&self, column: usize) -> Result<String, Fault> {
        self.text_if_any(column)?.ok_or_else(|| unlike(column, "a text"))
    }

    /// The text in a column that may be empty.
    pub(crate) fn text_if_any(&self, column: usize) -> Result<Option<String>, Fault> {
        match self.0.get(column) {
            Some(Value::Text(text)) => Ok(Some(text.clone())),
            Some(Value::Nothing) => Ok(None),
            _ => Err(unlike(column, "a text")),
        }
    }

    /// The number in a column.
    pub(crate) fn whole(&self, column: usize) -> Result<i64, Fault> {
        self.whole_if_any(column)?.ok_or_else(|| unlike(column, "a whole number"))
    }

    /// The number in a column that may be empty.
    pub(crate) fn whole_if_any(&self, column: usize) -> Result<Option<i64>, Fault> {
        match self.0.get(column) {
            Some(Value::Whole(number)) => Ok(Some(*number)),
            Some(Value::Nothing) => Ok(None),
            _ => Err(unlike(column, "a whole number")),
        }
    }

    /// The count in a column.
    pub(crate) fn count(&self, column: usize) -> Result<u64, Fault> {
        u64::try_from(self.whole(column)?).map_err(|_| unlike(column, "a count"))
    }

    /// The version in a column.
    pub(crate) fn version(&self, column: usize) -> Result<u32, Fault> {
        u32::try_from(self.whole(column)?).map_err(|_| unlike(column, "a version"))
    }

    /// The moment in a column.
    pub(crate) fn moment(&self, column: usize) -> Result<Moment, Fault> {
        Ok(Moment(self.whole(column)?))
    }
}

fn unlike(column: usize, wanted: &str) -> Fault {
    Fault::new(FaultKind::Damaged, format!("column {} of the answer is not {wanted}", column + 1))
}

/// The longest text, in bytes, by which rows are looked up. PostgreSQL's indexes hold 2,704 bytes a row, which may be two texts.
const LOOKED_UP_BYTES_AT_MOST: usize = 1000;

/// A text by which its row will be looked up.
pub(crate) fn looked_up(text: &str) -> Result<Value, Fault> {
    if text.len() <= LOOKED_UP_BYTES_AT_MOST {
        return Ok(text.into());
    }
    let begins: String = text.chars().take(40).collect();
    Err(Fault::Told(Trouble::new(
        format!("keep something under the name {begins:?}…"),
        format!("the name is {} bytes long, and {LOOKED_UP_BYTES_AT_MOST} is the most", text.len()),
        "Give it a shorter name.",
    )))
}

/// Refuses a text that PostgreSQL cannot keep or that is too long, before either database sees it.
pub(super) fn keepable(values: &[Value]) -> Result<(), Fault> {
    for value in values {
        let Value::Text(text) = value else { continue };
        if text.contains('\0') {
            return Err(Fault::Told(Trouble::new(
                "use a text",
                "it holds the character number nought, which no text has",
                "It often comes of pasting from a damaged file: type the text anew.",
            )));
        }
        if text.len() > crate::TEXT_BYTES_AT_MOST {
            return Err(Fault::Told(Trouble::new(
                "use a text",
                format!("it is {} bytes long, and {} is the most", text.len(), crate::TEXT_BYTES_AT_MOST),
                "Keep long documents where they are published and cite them.",
            )));
        }
    }
    Ok(())
}
