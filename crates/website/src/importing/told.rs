//! What a file that was tried would change, told: how its columns were understood, and each row as new, changed, the same or refused.
//!
//! The rule: every row and every remark is told, or counted where a page would not end; whatever stands in a cell is shown as text.

use desk::Tried;
use maud::{Markup, html};
use pages::parts::{Colour, Column, Table, tag, warning_text};
use register::{Note, Planned, Reading};
use sha2::{Digest, Sha256};

/// The most lines of one list; the others are counted.
const LINES_AT_MOST: usize = 500;

/// What the file would do, in a few letters: two that do the same have the same.
pub(super) fn fingerprint(tried: &Tried) -> String {
    let mut digest = Sha256::new();
    for row in &tried.plan.rows {
        digest.update(format!("{row:?}\0").as_bytes());
    }
    digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// How many of each.
pub(super) fn summary(tried: &Tried) -> Markup {
    let (new, changed, same) = tried.plan.counts();
    let refused = tried.reading.rows.iter().filter(|row| row.arrangement.is_none()).count();
    let lines = [(new, "new"), (changed, "changed"), (same, "the same as in the register"), (refused, "refused")];
    html! {
        ul class="govuk-list govuk-list--bullet" {
            @for (count, words) in lines.into_iter().filter(|(count, _)| *count > 0) {
                li { (definitions::thousands(count as u64)) @if count == 1 { " arrangement is " } @else { " arrangements are " } (words) }
            }
        }
    }
}

/// What keeps it from being entered.
pub(super) fn faults(faults: &[Note]) -> Markup {
    html! {
        (warning_text("Nothing can be entered until these are put right in the file. Mend them and choose the file again."))
        (notes("What must be put right", faults))
    }
}

/// What was supposed, left out or set aside.
pub(super) fn remarks(reading: &Reading) -> Markup {
    let all: Vec<Note> = reading.all_remarks().cloned().collect();
    html! {
        @if !all.is_empty() {
            (notes("What was supposed or left out", &all))
        }
    }
}

fn notes(caption: &str, notes: &[Note]) -> Markup {
    let columns = [Column::words("Line"), Column::words("Column"), Column::words("What stands there"), Column::words("What to know")];
    let row = |note: &Note| {
        let line = if note.line == 0 { String::new() } else { note.line.to_string() };
        vec![html! { (line) }, html! { (note.heading) }, html! { (note.seen) }, html! { (note.sentence) }]
    };
    let rows = notes.iter().take(LINES_AT_MOST).map(row).collect();
    html! {
        (Table { caption_size: Some("m"), ..Table::new(caption, &columns, rows) }.framed())
        (further(notes.len()))
    }
}

/// Each row with what it would do, but for those that are the same.
pub(super) fn rows(tried: &Tried) -> Markup {
    let told: Vec<Vec<Markup>> = tried.plan.rows.iter().filter_map(row).collect();
    let count = told.len();
    let columns = [Column::words("Line"), Column::words("Arrangement"), Column::words("What it would be"), Column::words("What changes")];
    html! {
        @if count > 0 {
            (Table { caption_size: Some("m"), ..Table::new("Row by row", &columns, told.into_iter().take(LINES_AT_MOST).collect()) }.framed())
            (further(count))
        }
    }
}

fn row(planned: &Planned) -> Option<Vec<Markup>> {
    match planned {
        Planned::New { line, arrangement } => Some(vec![
            html! { (line) },
            html! { (arrangement.title) },
            tag("New", Colour::Green),
            html! { "It is published for the first time." },
        ]),
        Planned::Changed { line, arrangement, changed, .. } => Some(vec![
            html! { (line) },
            html! { (arrangement.title) },
            tag("Changed", Colour::Blue),
            html! { ul class="govuk-list" { @for one in changed { li { (one.sentence) } } } },
        ]),
        Planned::Same { .. } => None,
    }
}

/// How each column was understood.
pub(super) fn columns(reading: &Reading) -> Markup {
    let columns = [Column::words("Heading"), Column::words("What it was taken for")];
    let rows: Vec<Vec<Markup>> = reading
        .columns
        .iter()
        .filter(|column| !column.heading.trim().is_empty())
        .map(|column| vec![html! { (column.heading) }, html! { (column.why) }])
        .collect();
    html! {
        @if !rows.is_empty() {
            (Table { caption_size: Some("m"), ..Table::new("How the columns were understood", &columns, rows) }.framed())
        }
    }
}

fn further(count: usize) -> Markup {
    html! {
        @if count > LINES_AT_MOST {
            p class="govuk-body" { "And " (definitions::thousands((count - LINES_AT_MOST) as u64)) " more." }
        }
    }
}
