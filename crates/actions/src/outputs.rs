//! The files a person opens: report, tables, remarks, suppliers.
//!
//! The rule: each is written whole or not at all, and all of them from one report, so that they cannot differ.
//! No cell of a table can start a formula.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use definitions::{RemarkKind, Trouble};
use evidence::{Engine, write_whole};
use pages::{Report, SupplierView, csv_cell_safe};

use crate::judged::JudgementRemark;

/// The file to open first.
pub(crate) fn report_path(out: &Path) -> PathBuf {
    out.join("report.html")
}

/// Every file written beside the evidence folder.
const WRITTEN: &[&str] =
    &["report.html", "opportunities.csv", "opportunities.json", "opportunities.xlsx", "remarks.csv", "suppliers.csv", "report.json"];

/// What is written, besides what the evidence holds.
pub(crate) struct Written<'a> {
    /// The report.
    pub(crate) report: &'a Report,
    /// Every supplier.
    pub(crate) suppliers: &'a [SupplierView],
    /// What people decided about names.
    pub(crate) judgements: &'a [JudgementRemark],
}

/// Writes them all.
pub(crate) fn write_all(out: &Path, written: &Written<'_>, engine: &Engine) -> Result<(), Trouble> {
    let Written { report, suppliers, judgements } = *written;
    remarks(&out.join("remarks.csv"), engine, judgements)?;
    write_whole(&out.join("suppliers.csv"), &pages::suppliers_csv(suppliers))?;
    write_whole(&out.join("opportunities.csv"), &pages::opportunities_csv(report))?;
    write_whole(&out.join("opportunities.json"), &pages::opportunities_json(report))?;
    write_whole(&out.join("opportunities.xlsx"), &pages::opportunities_xlsx(report)?)?;
    write_whole(&report_path(out), pages::report_html(report).as_bytes())?;
    // The report as data, so that an unchanged run can show its table without asking the engine; the spend profile,
    // which is large and no page shows, stays in the evidence.
    let brief = Report { place: opportunities::Place { spend: Vec::new(), ..report.place.clone() }, ..report.clone() };
    let text = serde_json::to_vec(&brief)
        .map_err(|error| Trouble::new("write report.json", error.to_string(), "This is a fault of the program: please report it."))?;
    write_whole(&out.join("report.json"), &text)
}

/// The report of the run before, if everything it wrote is still there.
pub(crate) fn read_back(out: &Path) -> Option<Report> {
    let all_there = WRITTEN.iter().all(|name| out.join(name).is_file());
    all_there.then(|| std::fs::read(out.join("report.json")).ok()).flatten().and_then(|text| serde_json::from_slice(&text).ok())
}

/// Every remark, streamed, since there may be millions; what people decided about names comes first.
fn remarks(path: &Path, engine: &Engine, judgements: &[JudgementRemark]) -> Result<(), Trouble> {
    let beside = path.with_extension("part");
    let cannot = |error: &dyn std::fmt::Display| {
        Trouble::new(
            format!("write {}", path.display()),
            error.to_string(),
            "Check that the disk is not full and that the file is not open in another program.",
        )
    };
    let mut file = BufWriter::new(File::create(&beside).map_err(|error| cannot(&error))?);
    writeln!(file, "body,file,sheet,line,column,kind,meaning,seen,done").map_err(|error| cannot(&error))?;
    for judgement in judgements {
        let line = judgement.line.to_string();
        let meaning = "A person decided about two names.";
        let cells = ["", &judgement.file, "", &line, "judgement", judgement.kind, meaning, &judgement.seen, judgement.done];
        writeln!(file, "{}", cells.map(csv_cell).join(",")).map_err(|error| cannot(&error))?;
    }
    engine.each_remark(|remark| {
        let meaning = RemarkKind::ALL.iter().find(|kind| kind.code() == remark.kind).map_or("", |kind| kind.sentence());
        let line = remark.line.to_string();
        let cells = [
            remark.body.as_str(),
            &remark.file,
            remark.sheet.as_deref().unwrap_or_default(),
            &line,
            remark.column.as_deref().unwrap_or_default(),
            &remark.kind,
            meaning,
            &remark.seen,
            &remark.done,
        ];
        let cells: Vec<String> = cells.iter().map(|cell| csv_cell(cell)).collect();
        writeln!(file, "{}", cells.join(",")).map_err(|error| cannot(&error))
    })?;
    file.flush().and_then(|()| std::fs::rename(&beside, path)).map_err(|error| cannot(&error))
}

/// A cell that starts no formula, quoted where it must be.
pub(crate) fn csv_cell(text: &str) -> String {
    let safe = csv_cell_safe(text);
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe.into_owned() }
}
