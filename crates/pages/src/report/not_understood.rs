//! Files that could not be understood, each with the reason.
//!
//! The rule: a file is never left out in silence.

use maud::{Markup, html};

use super::Page;
use crate::parts::{Column, Table};
use crate::words::count;

/// Files listed.
const MOST_LISTED: usize = 200;

/// The section, or nothing where every file was understood.
pub(super) fn not_understood(page: &Page<'_>) -> Markup {
    let files = &page.report.headline.files_not_understood;
    if files.is_empty() {
        return html! {};
    }
    let columns = [Column::words("File"), Column::words("Why")];
    let rows = files.iter().take(MOST_LISTED).map(|(file, why)| vec![html! { span class="cw-source" { (file) } }, html! { (why) }]);
    html! {
        section class="cw-section" aria-labelledby="not-understood" {
            h2 class="govuk-heading-l" id="not-understood" { "Files not understood" }
            p class="govuk-body" { (count(files.len() as u64, "file", "files")) " could not be read. Nothing of them is in any figure." }
            (Table::new("Files not understood", &columns, rows.collect()).framed())
            @if files.len() > MOST_LISTED { p class="govuk-body-s cw-quiet" { (files.len() - MOST_LISTED) " more are not listed." } }
        }
    }
}
