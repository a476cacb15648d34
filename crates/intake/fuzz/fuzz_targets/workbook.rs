//! Workbooks: the bytes stand for parts of one, wrapped in a zip, since random bytes seldom make a zip.
#![no_main]

use std::io::{Cursor, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, ZipWriter};

/// The parts that the bytes are cut into, at each 0xff. Parts not given are as a spreadsheet program writes them.
const PARTS: [(&str, &str); 6] = [
    ("xl/worksheets/sheet1.xml", "<worksheet><sheetData/></worksheet>"),
    ("xl/sharedStrings.xml", "<sst><si><t>Supplier</t></si><si><t>Amount</t></si></sst>"),
    ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    ("xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
    (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
    ),
    (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
    ),
];

fn zipped<'p>(parts: impl Iterator<Item = (&'p str, &'p [u8])>) -> Option<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, contents) in parts {
        writer.start_file(name, options).ok()?;
        writer.write_all(contents).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let (choice, rest) = bytes.split_first().unwrap_or((&0, bytes));
    let file = match choice % 4 {
        // An OpenDocument spreadsheet.
        0 => zipped([("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]), ("content.xml", rest)].into_iter()),
        // An old workbook.
        1 => Some([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", rest].concat()),
        _ => {
            let given: Vec<&[u8]> = rest.split(|byte| *byte == 0xff).collect();
            zipped(PARTS.iter().enumerate().map(|(place, (name, usual))| {
                (*name, given.get(place).copied().filter(|part| !part.is_empty()).unwrap_or(usual.as_bytes()))
            }))
        }
    };
    if let Some(file) = file {
        intake_fuzz::read_and_check("made-up.xlsx", &file);
    }
});
