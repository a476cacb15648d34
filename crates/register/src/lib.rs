#![doc = include_str!("../README.md")]

// What a record says.
mod arrangement;
mod happening;
mod own_body;
mod saving;
mod when;

// How it is changed, and what all changes make.
mod entry;
mod record;
mod register;
mod whole;

// What it is on a day.
mod counting;
mod left_behind;
mod on_day;
mod questions;
mod totals;

// What may be wrong with it.
mod checks;
mod faults;

// In words, and as a spreadsheet.
mod changed;
mod field;
mod sheet;
mod telling;
mod words;

#[cfg(test)]
mod made_up;

pub use arrangement::{Aim, Arrangement, Cited, Kind, Lead, Party, PriceOfLeaving, Role};
pub use changed::{Changed, what_changed};
pub use checks::{Check, Finding, checks, checks_of};
pub use counting::{Why, WhyNot, counting};
pub use entry::{Author, Change, Ending, Entry, Given, Moment, Passed, Successor};
pub use faults::{Cleaned, Fault, cleaned, nearest, validate, validate_ending, validate_own_body};
pub use field::Field;
pub use happening::{Happening, Passing, Stage, What};
pub use left_behind::{Choice, LeftBehind, left_behind, pass_on};
pub use own_body::OwnBody;
pub use questions::ToConfirm;
pub use record::{Record, Told, Version};
pub use register::{Draft, Register, Strange};
pub use saving::{Cashable, Net, NoFigure, Period, SavingLine, Savings, Standing};
pub use sheet::{Column, ColumnRead, Note, Plan, Planned, Reading, RowRead, Sheet, SheetRow, dry_run, read_sheet, sheet_of};
pub use telling::{name_of, pounds};
pub use totals::{Counted, NotCounted, Span, Total, Totals, totals, totals_rule};
pub use when::When;
pub use whole::{Export, FORMAT, export, import};
