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

/// The same of a binary workbook, but for its links; its parts are cut from the bytes at each 0xfe.
const RECORDS: [(&str, &[u8]); 4] = [
    ("xl/worksheets/sheet1.bin", b"\x94\x01\x10\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x91\x01\0\0\x04\0\0\0\0\x92\x01\0"),
    ("xl/sharedStrings.bin", b"\x9f\x01\x08\x01\0\0\0\x01\0\0\0\x13\x07\0\x01\0\0\0A\0"),
    ("xl/styles.bin", b"\xe9\x04\x04\0\0\0\0"),
    ("xl/workbook.bin", b"\x9c\x01\x1a\0\0\0\0\x01\0\0\0\x04\0\0\0r\0I\0d\x001\0\x01\0\0\0A\0\x90\x01\0\x84\x01\0"),
];
const LINKS: &[u8] = b"<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.bin\"/></Relationships>";

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
        _ if *choice >= 0xc0 => {
            let given: Vec<&[u8]> = rest.split(|byte| *byte == 0xfe).collect();
            let part = |(place, (name, usual)): (usize, &(&'static str, &'static [u8]))| {
                (*name, given.get(place).copied().filter(|part| !part.is_empty()).unwrap_or(usual))
            };
            let parts: Vec<(&str, &[u8])> = RECORDS.iter().enumerate().map(part).collect();
            zipped(parts.into_iter().chain([("xl/_rels/workbook.bin.rels", LINKS)]))
        }
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
