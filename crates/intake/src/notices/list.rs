//! A list of flat objects as a sheet of rows, for the readers of tables.
//!
//! The rule: the keys are the heading, in alphabetical order within a record, for JSON gives them none; an object within an
//! object gives a column for each of its keys; what is deeper is no table. A list of lists is a sheet already. A broken
//! line is an empty row and a remark.

use definitions::{Remark, RemarkKind, Trouble};
use serde_json::Value;

use super::fields::Keys;
use super::records::{Item, Records};
use crate::formats::{CellHeld, RowView, Sheet};

/// Records seen as rows. The heading has line 0, so that a row's line is its record.
pub(super) struct ListSheet<'a> {
    records: Records<'a>,
    keys: Keys,
    broken: Vec<Remark>,
}

impl ListSheet<'_> {
    /// A sheet over records whose keys have been gathered.
    pub(super) fn new(records: Records<'_>, keys: Keys) -> ListSheet<'_> {
        ListSheet { records, keys, broken: Vec::new() }
    }
}

impl Sheet for ListSheet<'_> {
    fn name(&self) -> Option<&str> {
        None
    }

    fn text_form(&self) -> String {
        self.records.text_form()
    }

    fn rows(&mut self, each: &mut dyn FnMut(u32, u64, &RowView<'_>) -> bool) -> Result<(), Trouble> {
        let heading: Vec<CellHeld> = self.keys.all().iter().map(|key| CellHeld::Text(key.name.clone())).collect();
        if !heading.is_empty() && !each(0, 0, &RowView::Cells(&heading)) {
            return Ok(());
        }
        let (keys, broken) = (self.keys.all(), &mut self.broken);
        broken.clear();
        let mut cells: Vec<CellHeld> = Vec::new();
        self.records.walk(&mut |line, read, item| {
            cells.clear();
            match item {
                Item::Value(Value::Array(list)) => cells.extend(list.iter().map(|value| cell(Some(value)))),
                Item::Value(record) if record.is_object() => cells.extend(keys.iter().map(|key| cell(key.value(record)))),
                Item::Value(bare) => cells.push(cell(Some(bare))),
                Item::Broken(why) => broken.push(broken_line(line, &why)),
                Item::Blank => {}
            }
            each(line, read, &RowView::Cells(&cells))
        })
    }

    fn remarks(&mut self) -> Vec<Remark> {
        std::mem::take(&mut self.broken)
    }
}

fn broken_line(line: u32, why: &str) -> Remark {
    Remark {
        kind: RemarkKind::Truncated,
        sheet: None,
        line,
        column: None,
        seen: String::new(),
        done: format!("The line is not JSON and was not read: {why}."),
    }
}

/// Past this a float no longer holds every whole number: an identifier is safer as text.
const LARGEST_WHOLE: u64 = 1 << 53;

fn cell(value: Option<&Value>) -> CellHeld {
    match value {
        None | Some(Value::Null | Value::Object(_)) => CellHeld::Empty,
        Some(Value::Bool(yes)) => CellHeld::Text(if *yes { "Yes" } else { "No" }.to_string()),
        Some(Value::Number(number)) => match number.as_f64() {
            Some(float) if number.as_u64().is_none_or(|whole| whole < LARGEST_WHOLE) => CellHeld::Number(float),
            _ => CellHeld::Text(number.to_string()),
        },
        Some(Value::String(text)) if text.is_empty() => CellHeld::Empty,
        Some(Value::String(text)) => CellHeld::Text(text.clone()),
        Some(Value::Array(list)) => {
            let texts: Vec<String> = list
                .iter()
                .filter_map(|item| item.as_str().map(str::to_string).or_else(|| item.as_number().map(ToString::to_string)))
                .collect();
            if texts.is_empty() { CellHeld::Empty } else { CellHeld::Text(texts.join("; ")) }
        }
    }
}
