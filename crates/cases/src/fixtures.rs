//! Small cases for the tests of this room, read from text as any other.
//!
//! The rule: each test shows only its own facts; the rest of a case is the same for all.

use crate::case::Case;
use crate::file::read;

/// Two partners, Aldford and Bexton, of equal size, unless others are given; business as usual, do minimum, and what is given.
pub(crate) fn case_of(partners: &[&str], more: &str) -> Case {
    read(&text_of(partners, more)).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"))
}

/// The text of that case.
pub(crate) fn text_of(partners: &[&str], more: &str) -> String {
    let usual = ["id = \"aldford\"\nname = \"Aldford\"\ntoday_yearly = 100", "id = \"bexton\"\nname = \"Bexton\"\ntoday_yearly = 100"];
    let partners = if partners.is_empty() { &usual[..] } else { partners };
    let partners: String = partners.iter().map(|partner| format!("[[partner]]\n{partner}\n")).collect();
    format!(
        "title = \"A case\"\nfirst_year = \"2026-27\"\nyears = 10\nprices = \"2026-27\"\ninflation = 0.02\n{partners}\
         [[option]]\nid = \"usual\"\nform = \"business-as-usual\"\n[[option]]\nid = \"minimum\"\nform = \"do-minimum\"\n{more}"
    )
}

/// A third option with these lines.
pub(crate) fn option_lines(lines: &str) -> String {
    format!("[[option]]\nid = \"shared\"\nname = \"Shared\"\nform = \"lead-authority\"\n{lines}")
}
