//! The report: one HTML file that opens from disk, reads on a phone and prints as a committee paper.
//!
//! The rule: everything is in the file; it asks for nothing from anywhere and works without its script.

use crate::Report;

/// The whole report as one HTML file.
pub fn report_html(report: &Report) -> String {
    maud::html! { (maud::DOCTYPE) html lang="en-GB" { head { title { (report.place.name) } } body {} } }.into_string()
}
