//! Every file that real bodies published, where a collection of them lies beside the checkout.
//!
//! The rule: each file is read as what it is, and what was counted adds up. No line, name or figure of those files is
//! in this test: it holds only which folder holds which kind.

#![allow(clippy::disallowed_methods, reason = "a test may read files; the room may not")]

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use definitions::{Pence, Remark};
use intake::{Contract, Limits, LocalRules, Payment, TableKind, TableUnderstood, Taker};

/// Where a collection lies, if there is one: beside the folder of the workspace.
const COLLECTION: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/published");

#[derive(Default)]
struct Counted {
    payments: u64,
    contracts: u64,
    sum: Pence,
    remarks: u64,
}

impl Taker for Counted {
    fn sheet(&mut self, _: Option<&str>) {}

    fn payment(&mut self, payment: &Payment<'_>) -> bool {
        self.payments += 1;
        self.sum += payment.amount;
        true
    }

    fn contract(&mut self, _: Contract) -> bool {
        self.contracts += 1;
        true
    }

    fn remark(&mut self, _: Remark) -> bool {
        self.remarks += 1;
        true
    }

    fn progress(&mut self, _: u64) -> bool {
        true
    }
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        match path.extension().and_then(|extension| extension.to_str()) {
            _ if path.is_dir() => files(&path, into),
            Some("csv" | "xls" | "xlsx" | "json" | "jsonl") => into.push(path),
            _ => {}
        }
    }
}

/// The kind that the path of a file says it must be.
fn expected(path: &str) -> TableKind {
    let lower = path.to_lowercase();
    let has = |word: &str| lower.contains(word);
    if has("transparency-code") && !has("government_procurement_card") && !has("grants") || has("pos_oct_dec") {
        return TableKind::NotOneOfThese;
    }
    if has("grants") {
        return TableKind::Grants;
    }
    if has("property_assets") {
        return TableKind::NotOneOfThese;
    }
    if has("published-tenders") || has("contracts-finder") {
        return TableKind::Notices;
    }
    if has("contract") || has("/norfolk/") {
        return TableKind::Contracts;
    }
    if has("/wigan/") || has("card") {
        return TableKind::PurchaseCards;
    }
    TableKind::Payments
}

fn summary(table: &TableUnderstood) -> String {
    let listed = |counts: &std::collections::BTreeMap<definitions::RemarkKind, u64>| {
        counts.iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", ")
    };
    format!(
        "{}\t{:?}\t{}\t{}\t{}\t{:?}\taside: {}\trepaired: {}\t{}",
        table.sheet.as_deref().unwrap_or(""),
        table.kind,
        table.rows_read,
        table.rows_kept,
        table.total.plain(),
        table.basis,
        listed(&table.set_aside),
        listed(&table.repaired),
        table.kind_why
    )
}

/// What is wrong with what was understood of one file.
fn faults(name: &str, path: &Path) -> Vec<String> {
    let mut counted = Counted::default();
    let mut bytes = BufReader::new(File::open(path).expect("the file was listed"));
    let understood = match intake::read(name, &mut bytes, &LocalRules::default(), &Limits::default(), &mut counted) {
        Ok(understood) => understood,
        Err(trouble) => return vec![format!("{name}: {trouble}")],
    };
    let mut faults = Vec::new();
    for table in &understood.tables {
        println!("{name}\t{}", summary(table));
        if table.rows_read != table.rows_kept + table.set_aside.values().sum::<u64>() {
            faults.push(format!("{name}: rows do not add up: {}", summary(table)));
        }
    }
    let kept: u64 = understood.tables.iter().map(|table| table.rows_kept).sum();
    let total: Pence = understood.tables.iter().map(|table| table.total).sum();
    if kept != counted.payments + counted.contracts || total != counted.sum {
        faults.push(format!(
            "{name}: {kept} rows and {total} said, {} and {} handed on",
            counted.payments + counted.contracts,
            counted.sum
        ));
    }
    let wanted = expected(&format!("/{name}"));
    if !understood.tables.iter().any(|table| table.kind == wanted) {
        let kinds: Vec<String> = understood.tables.iter().map(|table| format!("{:?} ({})", table.kind, table.kind_why)).collect();
        faults.push(format!("{name}: expected {wanted:?}, was {}", kinds.join("; ")));
    }
    faults
}

#[test]
fn every_published_file_is_read_as_what_it_is_and_what_was_counted_adds_up() {
    let mut paths = Vec::new();
    files(Path::new(COLLECTION), &mut paths);
    if paths.is_empty() {
        println!("There is no collection of published files beside the checkout: nothing was tried.");
        return;
    }
    let wrong: Vec<String> =
        paths.iter().flat_map(|path| faults(&path.strip_prefix(COLLECTION).unwrap_or(path).display().to_string(), path)).collect();
    assert!(wrong.is_empty(), "{} of {} files:\n{}", wrong.len(), paths.len(), wrong.join("\n"));
}
