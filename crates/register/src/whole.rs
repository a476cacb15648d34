//! Everything in one piece: the whole log, to be taken elsewhere and begun again from.
//!
//! The rule: what is exported is the log as it was made, drafts, roles and withdrawn records included, and importing it into an
//! empty place makes the same place. A copy that has a gap, or is of a version that is not known, is refused whole. It holds no
//! password and no session, for the log has none.

use definitions::Trouble;
use serde::{Deserialize, Serialize};

use crate::{Entry, Register};

/// What an export says it is.
pub const FORMAT: &str = "commonweal-register";

/// The version of the format that is written.
const VERSION: u32 = 1;

/// A whole register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Export {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of the format, from 1.
    pub version: u32,
    /// The number of the last entry; 0 where there is none.
    pub last_entry: u64,
    /// Every entry, the first one first.
    pub entries: Vec<Entry>,
}

/// Everything that the register was made of.
pub fn export(register: &Register) -> Export {
    Export {
        format: FORMAT.to_string(),
        version: VERSION,
        last_entry: register.last_number(),
        entries: register.log().iter().map(|entry| entry.as_ref().clone()).collect(),
    }
}

/// The entries of a copy, to be entered into `into`, which must be empty.
///
/// # Errors
/// Where the copy is of another format or has a gap, or where the place has entries already.
pub fn import(copy: &Export, into: &Register) -> Result<Vec<Entry>, Trouble> {
    let trouble = |because: String, try_next: &str| Err(Trouble::new("import the copy of a register", because, try_next));
    if copy.format != FORMAT || copy.version != VERSION {
        let shown: String = copy.format.chars().take(40).collect();
        let because = format!("it says that it is “{shown}”, version {}, and not “{FORMAT}”, version {VERSION}", copy.version);
        return trouble(because, "Export it again with this version of the program.");
    }
    if into.last_number() != 0 {
        let because = format!("this place has {} entries already", into.log().len());
        return trouble(because, "Import it into an empty place; to add arrangements, import a spreadsheet.");
    }
    for (entry, expected) in copy.entries.iter().zip(1_u64..) {
        if entry.number != expected {
            let because = format!("entry {} stands where entry {expected} should", entry.number);
            return trouble(because, "Something is missing or was changed: export it again.");
        }
    }
    if copy.last_entry != copy.entries.len() as u64 {
        let because = format!("it should end with entry {}, and has {} entries", copy.last_entry, copy.entries.len());
        return trouble(because, "Something is missing: export it again.");
    }
    Ok(copy.entries.clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::made_up::{directory, logs, register};

    #[test]
    fn a_copy_with_a_gap_of_another_format_or_into_a_place_that_has_entries_is_refused() {
        let full = register(&["legal | ash, beck | ", "ict | ash, elm | "]);
        let empty = Register::new(directory());
        let copy = export(&full);
        assert!(import(&copy, &empty).is_ok());
        assert!(import(&copy, &full).is_err());
        let mut gap = copy.clone();
        gap.entries.remove(0);
        assert!(import(&gap, &empty).expect_err("a gap").to_string().contains("entry 2 stands where entry 1 should"));
        let mut short = copy.clone();
        short.entries.pop();
        assert!(import(&short, &empty).expect_err("too short").to_string().contains("should end with entry 2"));
        assert!(import(&Export { version: 2, ..copy }, &empty).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_copy_written_read_and_imported_into_an_empty_place_is_the_same_place(log in logs()) {
            let register = Register::of(directory(), &log);
            let text = serde_json::to_string(&export(&register)).expect("an export is plain data");
            let read: Export = serde_json::from_str(&text).expect("what was written reads back");
            let empty = Register::new(directory());
            let entries = import(&read, &empty).expect("a whole copy into an empty place");
            prop_assert_eq!(&entries, &log);
            let again = Register::of(directory(), &entries);
            prop_assert_eq!(export(&again), export(&register));
        }
    }
}
