//! The evidence from write to answer, on a real disk with the real engine.
//!
//! The rule: each test writes a few made-up payments and asks what an officer would ask.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test that cannot go on should stop, and looks at the disk")]

use std::path::Path;

use definitions::{BodyId, Day, Fingerprint, Pence, SupplierId};
use evidence::{Derived, Engine, FileEntry, FileWriter, Hold, Manifest, Outcome, RowVerdict, SupplierRow, TABLES, data_key, sql};
use intake::{Format, Payee, Payment, PaymentVia, Understanding};
use services::{Because, Family};

const MEMORY_BYTES: usize = 64 << 20;

/// One payment as a line of a test: line, body, supplier (or `-` for a redacted one), day, pounds.
fn written(hold: &Hold, path: &str, rows: &str) -> FileEntry {
    let publisher = BodyId::new("aldford");
    let fingerprint = Fingerprint([path.len() as u8; 32]);
    let key = data_key(&fingerprint, &publisher, path, "rules");
    let mut writer = FileWriter::begin(hold, path, &key).unwrap();
    for row in rows.lines().map(str::trim).filter(|row| !row.is_empty()) {
        let cells: Vec<&str> = row.split_whitespace().collect();
        let [line, body, supplier, day, pounds] = cells.as_slice() else { panic!("five cells a row: {row}") };
        let day: Day = day.parse().unwrap();
        let payee = if *supplier == "-" { Payee::Redacted(intake::Redaction::Personal) } else { Payee::Supplier(supplier) };
        let payment = payment(line.parse().unwrap(), day, Pence(pounds.parse::<i64>().unwrap() * 100), payee);
        let body = BodyId::new(body);
        let key = intake::payment_key(body.as_str(), &payment);
        let verdict = RowVerdict {
            body: &body,
            family: Some(Family::ALL[0]),
            because: Because::CategoryWords,
            not_addressable: None,
            key: key.hash,
            key_is_strong: key.is_strong,
        };
        writer.payment(&payment, &verdict).unwrap();
    }
    let rows = writer.finish().unwrap();
    FileEntry {
        path: path.to_string(),
        size_bytes: 1,
        modified_nanos: 1,
        fingerprint,
        publisher,
        key,
        outcome: Outcome::Read(Understanding { format: Format::Csv, tables: Vec::new() }),
        payments: rows.payments,
        parties: rows.parties,
        contracts: rows.contracts,
        remarks: rows.remarks,
    }
}

fn payment(line: u32, day: Day, amount: Pence, payee: Payee<'_>) -> Payment<'_> {
    Payment {
        line,
        body_name: None,
        day: Some(day),
        month: None,
        amount,
        payee,
        via: PaymentVia::Invoice,
        supplier_number: Some("S-1"),
        company_number: None,
        vat_number: None,
        charity_number: None,
        postcode: None,
        reference: None,
        service: None,
        category: Some("Paper"),
        purpose: None,
        proclass: None,
        cpv: None,
        sercop: None,
        places: Default::default(),
    }
}

fn held(folder: &Path) -> Hold {
    Hold::to_write(folder, &|| {}).unwrap()
}

fn manifest(files: Vec<FileEntry>) -> Manifest {
    Manifest { rules: "rules".to_string(), searched: None, files, derived: Some("00000000000000aa".to_string()), stamp: None }
}

/// Makes every party a supplier of its own.
fn named_apart(hold: &Hold, manifest: &Manifest) {
    let parties = Engine::open(hold, manifest, MEMORY_BYTES).unwrap().parties().unwrap();
    let ids: Vec<SupplierId> = parties.iter().map(|party| SupplierId::new(&party.name)).collect();
    let derived = Derived::begin(hold, "00000000000000aa");
    derived.names(&parties.iter().zip(&ids).collect::<Vec<_>>()).unwrap();
}

fn answer(hold: &Hold, manifest: &Manifest, query: &str) -> Vec<Vec<Option<String>>> {
    let engine = Engine::open(hold, manifest, MEMORY_BYTES).unwrap();
    sql(&engine, query, 100, None, str::to_string).unwrap().rows
}

#[test]
fn a_payment_written_is_found_again_with_its_file_and_line() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let manifest = manifest(vec![written(&hold, "aldford/april.csv", "12 aldford Larkfield 2025-04-03 1500")]);
    named_apart(&hold, &manifest);
    let rows = answer(&hold, &manifest, "select file, line, amount, supplier, financial_year from payments");
    let expected = ["aldford/april.csv", "12", "1500.00", "Larkfield", "2025"].map(|cell| Some(cell.to_string()));
    assert_eq!(rows, [expected.to_vec()]);
}

#[test]
fn the_tables_and_columns_told_to_analysts_are_those_the_engine_has() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let engine = Engine::open(&hold, &manifest(Vec::new()), MEMORY_BYTES).unwrap();
    for table in TABLES {
        let headings = sql(&engine, &format!("select * from {}", table.name), 1, None, str::to_string).unwrap().headings;
        let told: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(headings, told, "table {}", table.name);
    }
}

#[test]
fn a_payment_that_another_file_counts_is_in_no_total() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let first = written(&hold, "aldford/april.csv", "2 aldford Larkfield 2025-04-03 100\n3 aldford Larkfield 2025-04-04 50");
    let again = written(&hold, "aldford/april-again.csv", "2 aldford Larkfield 2025-04-03 100");
    let manifest = manifest(vec![first.clone(), again.clone()]);
    Derived::begin(&hold, "00000000000000aa").repeats(&[(&again, 0, &first)]).unwrap();
    let engine = Engine::open(&hold, &manifest, MEMORY_BYTES).unwrap();
    let totals = engine.totals().unwrap();
    assert_eq!((totals[0].payments, totals[0].paid), (2, Pence(15_000)));
    let left_out = engine.repeated_values().unwrap();
    assert_eq!(left_out[&("aldford/april-again.csv".to_string(), "aldford/april.csv".to_string())], (1, Pence(10_000)));
}

#[test]
fn the_spend_profile_gathers_names_of_one_supplier_and_leaves_redacted_ones_unnamed() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let rows = "2 aldford Larkfield 2025-04-03 100
                3 aldford LARKFIELD 2025-06-03 40
                4 aldford - 2025-06-04 7";
    let manifest = manifest(vec![written(&hold, "aldford/april.csv", rows)]);
    let parties = Engine::open(&hold, &manifest, MEMORY_BYTES).unwrap().parties().unwrap();
    assert_eq!(parties.len(), 2, "a redacted name is no party");
    let id = SupplierId::new("larkfield");
    let derived = Derived::begin(&hold, "00000000000000aa");
    derived.names(&parties.iter().map(|party| (party, &id)).collect::<Vec<_>>()).unwrap();
    derived.suppliers(&[SupplierRow { id: id.clone(), name: "Larkfield".to_string(), is_body: None, mostly: None, names: 2 }]).unwrap();
    let profile = Engine::open(&hold, &manifest, MEMORY_BYTES).unwrap().spend_profile().unwrap();
    let told: Vec<_> = profile.iter().map(|line| (line.supplier.clone(), line.payments, line.paid, line.months)).collect();
    assert_eq!(told, [(None, 1, Pence(700), 0b100), (Some(id), 2, Pence(14_000), 0b101)]);
}

#[test]
fn a_party_that_two_files_name_is_one_party_paid_by_both() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let april = written(&hold, "aldford/april.csv", "2 aldford Larkfield 2025-04-03 100\n3 aldford Larkfield 2025-04-04 50");
    let may = written(&hold, "aldford/may.csv", "2 aldford Larkfield 2025-05-03 30\n3 bexton Larkfield 2025-05-03 1");
    let parties = Engine::open(&hold, &manifest(vec![april, may]), MEMORY_BYTES).unwrap().parties().unwrap();
    let mut told: Vec<_> = parties.iter().map(|party| (party.body.as_str(), party.name.as_str(), party.payments, party.paid)).collect();
    told.sort();
    assert_eq!(told, [("aldford", "Larkfield", 3, Pence(18_000)), ("bexton", "Larkfield", 1, Pence(100))]);
    assert_eq!(parties[0].supplier_number.as_deref(), Some("S-1"));
}

#[test]
fn a_question_that_would_change_or_copy_anything_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let engine = Engine::open(&hold, &manifest(Vec::new()), MEMORY_BYTES).unwrap();
    let out = folder.path().join("stolen.csv");
    for query in [
        "drop view payments".to_string(),
        "create table mine as select 1".to_string(),
        format!("copy (select 1) to '{}'", out.display()),
        "insert into payments select * from payments".to_string(),
        "set datafusion.execution.batch_size = 1".to_string(),
        format!("select * from '{}'", folder.path().join("manifest.json").display()),
    ] {
        assert!(sql(&engine, &query, 1, None, str::to_string).is_err(), "{query}");
    }
    assert!(!out.exists());
}

#[test]
fn a_file_half_written_counts_for_nothing_and_is_swept_by_the_next_commit() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let kept = written(&hold, "aldford/april.csv", "2 aldford Larkfield 2025-04-03 100");
    written(&hold, "aldford/forgotten.csv", "2 aldford Larkfield 2025-04-05 900");
    drop(FileWriter::begin(&hold, "aldford/half.csv", "00000000000000bb").unwrap());
    std::fs::write(folder.path().join("payments/00000000000000bb.part"), b"PAR1 half").unwrap();
    let manifest = manifest(vec![kept]);
    hold.commit(&manifest).unwrap();
    assert_eq!(std::fs::read_dir(folder.path().join("payments")).unwrap().count(), 1);
    assert_eq!(answer(&hold, &manifest, "select sum(amount) from payments")[0][0].as_deref(), Some("100.00"));
    assert_eq!(Manifest::read(folder.path()).unwrap(), manifest);
}

#[test]
fn a_data_file_cut_short_by_a_power_cut_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let entry = written(&hold, "aldford/april.csv", "2 aldford Larkfield 2025-04-03 100");
    assert!(hold.has_data_of(&entry));
    let path = folder.path().join("payments").join(format!("{}.parquet", entry.key));
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() - 9]).unwrap();
    assert!(!hold.has_data_of(&entry));
}

#[test]
fn a_second_writer_is_told_that_it_waits_and_goes_on_when_the_first_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let first = held(folder.path());
    let (told, wait) = std::sync::mpsc::channel();
    let path = folder.path().to_path_buf();
    let second = std::thread::spawn(move || Hold::to_write(&path, &|| told.send(()).unwrap()).map(|_| ()));
    wait.recv().unwrap();
    drop(first);
    second.join().unwrap().unwrap();
}

#[test]
fn an_answer_written_as_csv_starts_no_formula_and_as_json_keeps_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let hold = held(folder.path());
    let manifest = manifest(vec![written(&hold, "aldford/april.csv", "2 aldford =1+1 2025-04-03 -5")]);
    named_apart(&hold, &manifest);
    let engine = Engine::open(&hold, &manifest, MEMORY_BYTES).unwrap();
    let query = "select supplier, amount_pence from payments";
    let safe = |text: &str| if text.starts_with('=') { format!("'{text}") } else { text.to_string() };
    let (csv, json) = (folder.path().join("a.csv"), folder.path().join("a.json"));
    sql(&engine, query, 1, Some((&csv, evidence::AnswerForm::Csv)), safe).unwrap();
    sql(&engine, query, 1, Some((&json, evidence::AnswerForm::JsonLines)), safe).unwrap();
    assert_eq!(std::fs::read_to_string(csv).unwrap(), "supplier,amount_pence\n'=1+1,-500\n");
    assert_eq!(std::fs::read_to_string(json).unwrap(), "{\"supplier\":\"=1+1\",\"amount_pence\":-500}\n");
}
