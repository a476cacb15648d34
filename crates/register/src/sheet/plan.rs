//! What an import would change, before anything is: new, changed, the same, or refused.
//!
//! The rule: all or nothing. A sheet with one fault changes nothing; without any, each row that says something new becomes one
//! published version. It only says what would be done; the entries are made by whoever may.

use definitions::{ArrangementId, Trouble};

use super::{Note, Reading};
use crate::{Arrangement, Change, Changed, Register, what_changed};

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// What each row that was taken would do, in the order of the sheet.
    pub rows: Vec<Planned>,
    /// What is wrong; with one of these nothing is done.
    pub faults: Vec<Note>,
}

/// What one row would do.
#[derive(Clone, Debug, PartialEq)]
pub enum Planned {
    /// Publish an arrangement that the register does not have.
    New {
        /// Line of the row.
        line: u32,
        /// What would be published.
        arrangement: Box<Arrangement>,
    },
    /// Publish a new version.
    Changed {
        /// Line of the row.
        line: u32,
        /// What would be published.
        arrangement: Box<Arrangement>,
        /// What changes, in words.
        changed: Vec<Changed>,
        /// The version that stands now, so that one published meanwhile is noticed.
        over_version: u32,
    },
    /// Nothing: the register says the same.
    Same {
        /// Line of the row.
        line: u32,
        /// Which arrangement.
        arrangement: ArrangementId,
    },
}

/// What importing the sheet would change, in the register as it stands.
pub fn dry_run(register: &Register, reading: &Reading) -> Plan {
    let mut plan = Plan { rows: Vec::new(), faults: reading.all_faults().cloned().collect() };
    for row in &reading.rows {
        let Some(said) = &row.arrangement else { continue };
        let (line, known) = (row.line, register.record(&said.id));
        plan.rows.push(match known.filter(|known| known.withdrawn().is_none()) {
            Some(known) if known.arrangement() == said => Planned::Same { line, arrangement: said.id.clone() },
            Some(known) => Planned::Changed {
                line,
                arrangement: Box::new(said.clone()),
                changed: what_changed(known.arrangement(), said, register.directory()),
                over_version: known.latest().number,
            },
            None => Planned::New { line, arrangement: Box::new(said.clone()) },
        });
    }
    plan
}

impl Plan {
    /// How many rows are new, changed and the same.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |wanted: fn(&Planned) -> bool| self.rows.iter().filter(|row| wanted(row)).count();
        (
            count(|row| matches!(row, Planned::New { .. })),
            count(|row| matches!(row, Planned::Changed { .. })),
            count(|row| matches!(row, Planned::Same { .. })),
        )
    }

    /// The changes to be entered, in the order of the sheet.
    ///
    /// # Errors
    /// Where anything is wrong: then nothing is to be entered.
    pub fn changes(&self) -> Result<Vec<Change>, Trouble> {
        if let Some(first) = self.faults.first() {
            let others = self.faults.len() - 1;
            let because = if others == 0 { first.to_string() } else { format!("{first} ({others} more are listed)") };
            return Err(Trouble::new("import the sheet", because, "Mend what is listed and import it again: nothing was changed."));
        }
        let published = self.rows.iter().filter_map(|row| match row {
            Planned::New { arrangement, .. } | Planned::Changed { arrangement, .. } => Some(Change::Published(arrangement.clone())),
            Planned::Same { .. } => None,
        });
        Ok(published.collect())
    }
}
