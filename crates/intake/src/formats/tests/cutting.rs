//! Where rows are cut, beside the slow and obvious way: the `csv` crate on well-formed text.

use proptest::prelude::*;

use super::super::records::{Cut, Cutter, RowCut};

/// Cuts `text` handed over in pieces of `piece` bytes, as a window on a file would.
fn cut_all(text: &[u8], piece: usize) -> Vec<Vec<String>> {
    let cutter = Cutter { delimiter: b',', columns: 100 };
    let (mut row, mut rows, mut start, mut end) = (RowCut::default(), Vec::new(), 0, 0);
    while start < text.len() {
        match cutter.cut(&text[start..end], end == text.len(), &mut row) {
            Cut::NeedsMore => end = (end + piece).min(text.len()),
            Cut::Row { length, .. } => {
                if !row.spans.is_empty() {
                    let cell = |span: &super::super::records::Span| {
                        String::from_utf8_lossy(&text[start + span.start..start + span.end]).replace("\"\"", "\"")
                    };
                    rows.push(row.spans.iter().map(cell).collect());
                }
                start += length;
            }
        }
    }
    rows
}

proptest! {
    #[test]
    fn well_formed_text_is_cut_exactly_as_the_csv_crate_cuts_it(
        rows in proptest::collection::vec(proptest::collection::vec("[ab,\"\n\r £é\\\\]{0,6}", 1..5), 1..8),
        piece in 1_usize..40,
        ends_with_crlf in any::<bool>(),
    ) {
        let terminator = if ends_with_crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().flexible(true).terminator(terminator).from_writer(Vec::new());
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let text = writer.into_inner().unwrap();
        let theirs: Vec<Vec<String>> = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(&text[..])
            .records().map(|record| record.unwrap().iter().map(str::to_string).collect()).collect();
        prop_assert_eq!(cut_all(&text, piece), theirs);
    }

    #[test]
    fn how_the_text_arrives_never_changes_where_it_is_cut(text in "[ab,\"\n\r ]{0,60}", piece in 1_usize..20) {
        prop_assert_eq!(cut_all(text.as_bytes(), piece), cut_all(text.as_bytes(), 1_000));
    }
}
