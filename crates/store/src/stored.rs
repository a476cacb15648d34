//! Entries as they lie in the database: their texts as they were written, so that they can be digested again byte for byte.
//!
//! The rule: reading understands nothing and judges nothing, so that an entry changed behind our back can still be read, and
//! named. Understanding is a second step, and fails in a sentence.

use std::ops::RangeInclusive;

use definitions::{Fingerprint, Trouble};
use register::{Author, Change, Entry, Moment};
use serde::{Deserialize, Serialize};

use crate::Kept;
use crate::databases::{Connection, Fault, FaultKind, Row, looked_up};
use crate::digest::fingerprint_of;

/// An entry as it lies in the database, its change as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored {
    /// Its place in the log.
    pub number: u64,
    /// The record it is a version of.
    pub record: String,
    /// Which version.
    pub version: u32,
    /// When it was entered.
    pub entered: Moment,
    /// Who entered it.
    pub by: Author,
    /// Why.
    pub why: String,
    /// What changed, as the JSON text that was written.
    pub change: String,
}

impl Stored {
    /// With its change, which was not written only as text.
    pub(crate) fn kept_as(self, digest: Fingerprint, change: Change) -> Kept {
        let Stored { number, record, version, entered, by, why, .. } = self;
        Kept { entry: Entry { number, entered, by, why, change }, record, version, digest }
    }

    /// With its change understood.
    pub(crate) fn understood(self, digest: Fingerprint) -> Result<Kept, Trouble> {
        let not_understood = |because: String| {
            let try_next = "Use the newest commonweal; if it does not help, run `commonweal check`.";
            Trouble::new(format!("understand entry {} of the log, about {}", self.number, self.record), because, try_next)
        };
        if !CALENDAR.contains(&self.entered.0) {
            return Err(not_understood("it was entered in no year of four digits".into()));
        }
        match serde_json::from_str(&self.change) {
            Ok(change) => Ok(self.kept_as(digest, change)),
            Err(error) => Err(not_understood(error.to_string())),
        }
    }
}

/// The number and digest of the last entry; `hold` makes other writers wait.
pub(crate) fn head(connection: &mut dyn Connection, hold: &str) -> Result<(u64, Fingerprint), Fault> {
    let rows = connection.rows(&format!("select number, digest from head{hold}"), &[])?;
    let row = rows.first().ok_or_else(|| Fault::new(FaultKind::Damaged, "the head of the log is missing"))?;
    Ok((row.count(0)?, fingerprint(row, 1)?))
}

/// Notes what the last entry is now.
pub(crate) fn keep_head(connection: &mut dyn Connection, number: u64, digest: Fingerprint) -> Result<(), Fault> {
    connection.change("update head set number = $1, digest = $2", &[number.into(), digest.into()]).map(drop)
}

/// Puts one entry into its table. One that could not be understood again for its moment is refused: it would stop everything
/// after it from being read.
pub(crate) fn insert(connection: &mut dyn Connection, stored: &Stored, digest: Fingerprint) -> Result<(), Fault> {
    if !CALENDAR.contains(&stored.entered.0) {
        return Err(Fault::Told(Trouble::new(
            format!("enter a change of {}", stored.record),
            format!("the moment {} (in seconds since 1970) lies in no year of four digits", stored.entered.0),
            "See that the clock of this machine is right, or the file that says when it was entered.",
        )));
    }
    let values = [
        stored.number.into(),
        looked_up(&stored.record)?,
        stored.version.into(),
        stored.entered.into(),
        (&stored.by.account).into(),
        (&stored.by.name).into(),
        (&stored.why).into(),
        (&stored.change).into(),
        digest.into(),
    ];
    connection.change(&format!("insert into entries ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)"), &values).map(drop)
}

/// Up to `at_most` entries as they lie there, with their digests.
pub(crate) fn entries_after(connection: &mut dyn Connection, number: u64, at_most: usize) -> Result<Vec<(Stored, Fingerprint)>, Fault> {
    let statement = format!("select {COLUMNS} from entries where number > $1 order by number limit $2");
    let rows = connection.rows(&statement, &[number.into(), (at_most as u64).into()])?;
    rows.iter().map(|row| Ok((entry(row)?, fingerprint(row, 8)?))).collect()
}

const COLUMNS: &str = "number, record, version, entered, account, author, why, change, digest";

/// The moments of the years 1 to 9999, which can be shown.
const CALENDAR: RangeInclusive<i64> = -62_135_596_800..=253_402_300_799;

fn entry(row: &Row) -> Result<Stored, Fault> {
    Ok(Stored {
        number: row.count(0)?,
        record: row.text(1)?,
        // A number that is no version is read as nought, which none is: the walk along the log names it.
        version: u32::try_from(row.whole(2)?).unwrap_or(0),
        entered: row.moment(3)?,
        by: Author { account: row.text(4)?, name: row.text(5)? },
        why: row.text(6)?,
        change: row.text(7)?,
    })
}

/// A text that is no fingerprint is read as none that can be: it fits no entry, and so it is found.
fn fingerprint(row: &Row, column: usize) -> Result<Fingerprint, Fault> {
    Ok(fingerprint_of(&row.text(column)?).unwrap_or(Fingerprint([0xff; 32])))
}
