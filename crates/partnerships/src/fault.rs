//! What is wrong with something handed in.
//!
//! The rule: a fault says which row of what was handed in is wrong, why, and what to try next. The room knows no files;
//! whoever read the row adds the file and the line.

use std::fmt;

/// Something handed in that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The row that is wrong, counted from 0 in the list handed in; `None` where it is the list as a whole.
    pub row: Option<usize>,
    /// Why it cannot be used, naming the thing.
    pub because: String,
    /// What to try next.
    pub try_next: String,
}

impl Fault {
    /// A fault of the whole.
    pub fn whole(because: impl Into<String>, try_next: impl Into<String>) -> Fault {
        Fault { row: None, because: because.into(), try_next: try_next.into() }
    }

    /// A fault of one row.
    pub fn at(row: usize, because: impl Into<String>, try_next: impl Into<String>) -> Fault {
        Fault { row: Some(row), because: because.into(), try_next: try_next.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}. {}", self.because.trim_end_matches('.'), self.try_next)
    }
}

impl std::error::Error for Fault {}

/// Refuses a list of names in which one is empty or stands twice.
///
/// # Errors
/// Names the row, and where the name stood first.
pub fn refuse_doubled_names(names: &[String]) -> Result<(), Fault> {
    let mut first = std::collections::BTreeMap::new();
    for (row, name) in names.iter().enumerate() {
        if name.trim().is_empty() {
            return Err(Fault::at(row, "a partner has no name", "Give every partner a name of its own."));
        }
        let plain = name.trim().to_lowercase();
        if let Some(before) = first.insert(plain, row) {
            return Err(Fault::at(
                row,
                format!("the partner {name:?} is named twice (it is also number {} of the list)", before + 1),
                "Name each partner once; write two bodies of one name differently.",
            ));
        }
    }
    Ok(())
}
