//! Files for spreadsheets and other programs: CSV, JSON and XLSX.
//!
//! The rule: those of a search are all made from the same report, and no cell of any of them can start a formula.

mod cell;
mod opportunities;
mod opportunities_json;
mod opportunities_xlsx;
mod rows_csv;
mod rows_xlsx;
mod suppliers;
mod table;

pub use cell::csv_cell_safe;
pub use opportunities::opportunities_csv;
pub use opportunities_json::opportunities_json;
pub use opportunities_xlsx::opportunities_xlsx;
pub use rows_csv::rows_csv;
pub use rows_xlsx::rows_xlsx;
pub use suppliers::suppliers_csv;
