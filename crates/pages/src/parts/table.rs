//! GOV.UK table, in a frame that scrolls by itself where the screen is narrow.
//!
//! The rule: a table has a caption, its columns say whether they hold numbers, and a table too wide for a
//! phone scrolls inside its frame, so that the page never does.

use maud::{Markup, html};

/// One column.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    /// Heading; a table whose headings are all empty has no heading row.
    pub heading: &'a str,
    /// True where the cells are numbers, which stand on the right.
    pub is_numeric: bool,
}

impl<'a> Column<'a> {
    /// A column of words.
    pub const fn words(heading: &'a str) -> Column<'a> {
        Column { heading, is_numeric: false }
    }

    /// A column of numbers.
    pub const fn numbers(heading: &'a str) -> Column<'a> {
        Column { heading, is_numeric: true }
    }
}

/// A table.
pub struct Table<'a> {
    /// What the table shows.
    pub caption: &'a str,
    /// Size of the caption: `s`, `m` or `l`; nothing for the ordinary size.
    pub caption_size: Option<&'a str>,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// The cells, row by row.
    pub rows: Vec<Vec<Markup>>,
    /// True where the first cell of each row is its heading.
    pub has_row_headings: bool,
}

impl<'a> Table<'a> {
    /// A table with row headings and an ordinary caption.
    pub fn new(caption: &'a str, columns: &'a [Column<'a>], rows: Vec<Vec<Markup>>) -> Table<'a> {
        Table { caption, caption_size: None, columns, rows, has_row_headings: true }
    }

    /// The table in small text, in a frame that scrolls and can be reached with the keyboard.
    pub fn framed(&self) -> Markup {
        html! {
            div class="cw-scroll" role="region" tabindex="0" aria-label=(self.caption) {
                (self.with_class("govuk-table cw-table-small"))
            }
        }
    }

    /// The table in text of the ordinary size, for few columns, in the same sort of frame.
    pub fn plain(&self) -> Markup {
        html! {
            div class="cw-scroll" role="region" tabindex="0" aria-label=(self.caption) { (self.with_class("govuk-table")) }
        }
    }

    fn with_class(&self, class: &str) -> Markup {
        let caption_class = match self.caption_size {
            Some(size) => format!("govuk-table__caption govuk-table__caption--{size}"),
            None => "govuk-table__caption".to_string(),
        };
        html! {
            table class=(class) {
                @if !self.caption.is_empty() { caption class=(caption_class) { (self.caption) } }
                @if self.columns.iter().any(|column| !column.heading.is_empty()) { (self.head()) }
                tbody class="govuk-table__body" { @for row in &self.rows { (self.row(row)) } }
            }
        }
    }

    fn head(&self) -> Markup {
        html! {
            thead class="govuk-table__head" {
                tr class="govuk-table__row" {
                    @for column in self.columns {
                        th scope="col" class=(class_of("govuk-table__header", column.is_numeric)) { (column.heading) }
                    }
                }
            }
        }
    }

    fn row(&self, cells: &[Markup]) -> Markup {
        html! {
            tr class="govuk-table__row" {
                @for (place, cell) in cells.iter().enumerate() {
                    @let is_numeric = self.columns.get(place).is_some_and(|column| column.is_numeric);
                    @if place == 0 && self.has_row_headings {
                        th scope="row" class="govuk-table__header" { (cell) }
                    } @else {
                        td class=(class_of("govuk-table__cell", is_numeric)) { (cell) }
                    }
                }
            }
        }
    }
}

fn class_of(base: &str, is_numeric: bool) -> String {
    if is_numeric { format!("{base} {base}--numeric") } else { base.to_string() }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    fn cells(row: [&str; 3]) -> Vec<Markup> {
        row.iter().map(|text| html! { (text) }).collect()
    }

    #[test]
    fn a_table_without_headings_is_like_the_one_of_the_design_system() {
        let columns = [Column::words(""), Column::numbers(""), Column::numbers("")];
        let rows = vec![cells(["January", "£85", "£95"]), cells(["February", "£75", "£55"]), cells(["March", "£165", "£125"])];
        let table = Table { has_row_headings: false, ..Table::new("", &columns, rows) };
        assert_like_fixture("table", "default", &table.with_class("govuk-table"));
    }

    #[test]
    fn a_table_with_headings_and_a_caption_is_like_the_one_of_the_design_system() {
        let columns = [Column::words("Month you apply"), Column::numbers("Rate for bicycles"), Column::numbers("Rate for vehicles")];
        let rows = vec![cells(["January", "£85", "£95"]), cells(["February", "£75", "£55"]), cells(["March", "£165", "£125"])];
        let caption = "Caption 1: Months and rates";
        let table = Table { caption_size: Some("m"), ..Table::new(caption, &columns, rows) };
        assert_like_fixture("table", "with head and caption", &table.with_class("govuk-table"));
    }

    #[test]
    fn a_cell_that_holds_markup_of_a_supplier_shows_it_as_text() {
        let rows = vec![vec![html! { ("<script>alert(1)</script>") }]];
        let shown = Table::new("Names", &[Column::words("Name")], rows).framed().0;
        assert!(shown.contains("&lt;script&gt;") && !shown.contains("<script>"));
    }
}
