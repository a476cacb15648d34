//! Texts of a row's cells, written out where they are numbers or days, without a new allocation a row.
//!
//! The rule: a number that stands for a code is written as a person would write it: `1008`, never `1008.0`.

use std::fmt::Write;

use crate::formats::Cell;

/// The text of `cell`, borrowed from it or written into `buffer`.
pub(super) fn text<'a>(cell: Cell<'a>, buffer: &'a mut String) -> Option<&'a str> {
    match cell {
        Cell::Empty => None,
        Cell::Text(text) => Some(text),
        Cell::Number(_) | Cell::Day(_) => {
            buffer.clear();
            write_cell(cell, buffer);
            Some(buffer)
        }
    }
}

/// A code and its label, joined by a space; or the one that is there.
pub(super) fn joined<'a>(code: Cell<'a>, label: Cell<'a>, buffer: &'a mut String) -> Option<&'a str> {
    if code == Cell::Empty || label == Cell::Empty || code == label {
        return text(if code == Cell::Empty { label } else { code }, buffer);
    }
    buffer.clear();
    write_cell(code, buffer);
    buffer.push(' ');
    write_cell(label, buffer);
    Some(buffer)
}

/// The text of `cell` as its own.
pub(super) fn owned(cell: Cell<'_>) -> Option<String> {
    let mut buffer = String::new();
    text(cell, &mut buffer).map(str::to_string)
}

fn write_cell(cell: Cell<'_>, out: &mut String) {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => out.push_str(text),
        // Writing to a String cannot fail.
        Cell::Number(number) => drop(write!(out, "{number}")),
        Cell::Day(day) => drop(write!(out, "{day}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_supplier_number_of_a_workbook_has_no_decimal_point() {
        assert_eq!(text(Cell::Number(1_904_252_271.0), &mut String::new()), Some("1904252271"));
    }

    #[test]
    fn a_code_and_its_label_stand_together() {
        assert_eq!(joined(Cell::Text("271440"), Cell::Text("Software"), &mut String::new()), Some("271440 Software"));
        assert_eq!(joined(Cell::Empty, Cell::Text("Software"), &mut String::new()), Some("Software"));
        assert_eq!(joined(Cell::Text("271440"), Cell::Empty, &mut String::new()), Some("271440"));
    }
}
