//! What a person gets who gives the program something wrong: a clear sentence, and nothing lost.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test runs the program and reads what it wrote")]

mod place;

use std::fs;
use std::process::Command;

use place::{Place, Ran, program, year_of_spend};

fn says(ran: &Ran, parts: &[&str]) {
    for part in parts {
        assert!(ran.errors.contains(part) || ran.text.contains(part), "{part:?} is in neither\n{}\nnor\n{}", ran.text, ran.errors);
    }
}

#[test]
fn an_empty_folder_is_told_what_to_put_in_it() {
    let ran = Place::empty().find();
    assert_eq!(ran.code, 2);
    says(&ran, &["could not find anything in", "there is no file in it", "a folder of its own"]);
}

#[test]
fn a_folder_that_is_not_there_is_said_to_be_so() {
    let ran = Ran::of(program().args(["find", "no-such-folder"]).output().unwrap());
    assert_eq!(ran.code, 2);
    says(&ran, &["could not open the folder no-such-folder", "Check the spelling"]);
}

#[test]
fn a_file_given_in_place_of_a_folder_is_told_apart() {
    let place = Place::with_two_boroughs();
    let file = place.published().join("aldford/spend-2025-26.csv");
    let ran = Ran::of(program().arg("find").arg(&file).output().unwrap());
    assert_eq!(ran.code, 2);
    says(&ran, &["it is a file, and `find` searches a folder"]);
}

#[test]
fn one_body_alone_has_nobody_to_share_with_and_still_gets_its_report_card() {
    let place = Place::empty();
    place.write("aldford/spend.csv", year_of_spend("Kestrel Civic Software Ltd", 1));
    let ran = place.find();
    assert_eq!(ran.code, 0, "{}", ran.errors);
    says(&ran, &["there is only one body"]);
    assert!(fs::read_to_string(place.out().join("report.html")).unwrap().contains("aldford/spend.csv"));
}

#[test]
fn a_folder_with_no_payments_says_what_it_holds_instead() {
    let place = Place::empty();
    place.write("aldford/assets.csv", "UPRN,PropertyName,PostCode,TenureType\n1,Town Hall,ZZ1 1ZZ,Freehold\n2,Depot,ZZ1 1ZZ,Freehold\n");
    let ran = place.find();
    assert_eq!(ran.code, 0, "{}", ran.errors);
    says(&ran, &["Nothing in these files is a payment or a contract", "commonweal read"]);
    assert_eq!(place.ask("select kind from files"), ["not-one-of-these"]);
}

#[test]
fn a_folder_named_like_a_file_is_searched_as_a_folder() {
    let place = Place::with_two_boroughs();
    place.write("carrow/x.csv/inside.csv", year_of_spend("Kestrel Civic Software", 1));
    let ran = place.find();
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert_eq!(place.ask("select count(*) from payments where body = 'carrow'"), ["36"]);
    let read = Ran::of(program().arg("read").arg(place.published().join("carrow/x.csv")).output().unwrap());
    says(&read, &["it is a folder, whatever its name"]);
}

#[test]
fn files_that_cannot_be_understood_are_named_and_the_others_are_read() {
    let place = Place::with_two_boroughs();
    place.write("aldford/minutes.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj");
    place.write("aldford/cut.xlsx", b"PK\x03\x04\x14\x00\x06\x00\x08\x00cut short");
    place.write("aldford/error.csv", "<!DOCTYPE html><html><head><title>404</title></head><body>Page not found</body></html>");
    let ran = place.find();
    assert_eq!(ran.code, 1, "{}", ran.text);
    says(&ran, &["aldford/minutes.pdf", "aldford/cut.xlsx", "aldford/error.csv", "Kestrel Civic Software"]);
}

#[test]
fn a_full_disk_is_said_and_the_evidence_of_before_still_answers() {
    let place = Place::with_two_boroughs();
    place.find();
    place.write("aldford/more.csv", year_of_spend("Kestrel Civic Software Ltd", 2_000));
    // A limit of 64 kB on any file the program writes stands in for a full disk: the same error from the same calls.
    let line = format!(
        "trap '' XFSZ; ulimit -f 64; exec '{}' find '{}' --out '{}'",
        env!("CARGO_BIN_EXE_commonweal"),
        place.published().display(),
        place.out().display()
    );
    let ran = Ran::of(Command::new("bash").args(["-c", &line]).output().unwrap());
    assert_eq!(ran.code, 2, "{}", ran.text);
    says(&ran, &["could not write", "disk is not full"]);
    assert_eq!(place.ask("select count(*) from payments where is_counted"), ["72"]);
    fs::remove_file(place.published().join("aldford/more.csv")).unwrap();
    assert_eq!(place.find().code, 0);
}

#[test]
fn a_place_where_one_may_not_write_is_said() {
    let place = Place::with_two_boroughs();
    let ran = Ran::of(program().arg("find").arg(place.published()).args(["--out", "/proc/nowhere"]).output().unwrap());
    assert_eq!(ran.code, 2);
    says(&ran, &["could not make the folder /proc/nowhere", "--out"]);
}

#[test]
fn a_broken_manifest_is_not_mistaken_for_an_empty_one() {
    let place = Place::with_two_boroughs();
    place.find();
    fs::write(place.out().join("evidence/manifest.json"), "{\"files\": 7}").unwrap();
    let ran = place.find();
    assert_eq!(ran.code, 2);
    says(&ran, &["could not understand", "manifest.json", "remove the evidence folder"]);
}

#[test]
fn wrong_use_is_answered_with_the_right_use() {
    for words in [&["find"][..], &["sql"], &["suppliers", "names", "only-one.csv"], &["nonsense"], &["find", "x", "--today", "yesterday"]] {
        assert_eq!(Ran::of(program().args(words).output().unwrap()).code, 2, "{words:?}");
    }
    assert_eq!(Ran::of(program().arg("--help").output().unwrap()).code, 0);
}

#[test]
fn names_to_join_need_ids_and_names_and_no_id_twice() {
    let folder = tempfile::tempdir().unwrap();
    let (input, output) = (folder.path().join("in.csv"), folder.path().join("out.csv"));
    let run = |text: &str| {
        fs::write(&input, text).unwrap();
        Ran::of(program().args(["suppliers", "names"]).arg(&input).arg(&output).output().unwrap())
    };
    says(&run(""), &["the file is empty"]);
    says(&run("id,postcode\n1,ZZ1\n"), &["there is no column name on line 1"]);
    says(&run("id,name\n1,Kestrel Ltd\n1,Kestrel Limited\n"), &["the id \"1\" stands on line 2 and again on line 3"]);
    assert!(!output.exists());
    assert_eq!(run("id,name\na,Kestrel Civic Software Ltd\nb,Corner Bakery\nc,KESTREL CIVIC SOFTWARE LIMITED\n").code, 0);
    assert_eq!(fs::read_to_string(&output).unwrap(), "id,cluster\na,0\nb,1\nc,0\n");
}
