//! Zips of other files.

use std::io::Cursor;

use super::super::archive::members;
use super::{small_limits, zip_of};

/// Each member with its length, or what was said of it.
type Listed = Vec<(String, Result<usize, String>)>;

fn listed(bytes: &[u8]) -> Result<Listed, String> {
    let mut listed = Vec::new();
    members("made-up.zip", &mut Cursor::new(bytes.to_vec()), &small_limits(), &mut |name, unpacked| {
        listed.push((name.to_string(), unpacked.map(|unpacked| unpacked.len()).map_err(|trouble| trouble.to_string())));
        true
    })
    .map_err(|trouble| trouble.to_string())?;
    Ok(listed)
}

#[test]
fn members_are_given_one_by_one_and_a_macs_notes_are_not() {
    let found =
        listed(&zip_of(&[("2023/", b""), ("2023/april.csv", b"A,B\n"), ("__MACOSX/2023/._april.csv", b"x"), ("../../up.csv", b"C\n")]))
            .unwrap();
    assert_eq!(found, [("2023/april.csv".to_string(), Ok(4)), ("../../up.csv".to_string(), Ok(2))]);
}

#[test]
fn a_locked_member_is_passed_over_and_the_next_is_read() {
    let mut archive = zip_of(&[("a.csv", b"A,B\n"), ("b.csv", b"C,D\n")]);
    // The lowest bit of the flags, at byte 6 of a member's own header and byte 8 of its line in the directory.
    let directory = (0..archive.len()).find(|place| archive[*place..].starts_with(b"PK\x01\x02")).unwrap();
    archive[6] |= 1;
    archive[directory + 8] |= 1;
    let found = listed(&archive).unwrap();
    assert!(found[0].1.as_ref().unwrap_err().contains("password"));
    assert_eq!(found[1].1, Ok(4));
}

#[test]
fn a_member_too_large_is_passed_over_and_an_archive_far_too_large_refused() {
    let large = vec![b'x'; 3 << 20];
    let found = listed(&zip_of(&[("large.csv", &large), ("small.csv", b"A,B\n")])).unwrap();
    assert!(found[0].1.as_ref().unwrap_err().contains("larger than the 1 MB"));
    assert_eq!(found[1].1, Ok(4));
    let larger = vec![b'x'; 9 << 20];
    assert!(listed(&zip_of(&[("larger.csv", &larger)])).unwrap_err().contains("larger than the 8 MB"));
}
