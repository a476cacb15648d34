//! The manual and the example are run: what `docs/decide.md` shows can be read, and it explains every word that can be written.
//!
//! The rule: two lists are never kept in step by hand. The words are asked of the reader itself.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads the project's own documents")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use cases::{compare, read};

fn document(path: &str) -> String {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::read_to_string(root.join(path)).unwrap()
}

/// The small case of the manual.
fn small_case() -> String {
    let manual = document("docs/decide.md");
    let (_, after) = manual.split_once("```toml\n").unwrap();
    after.split_once("```").unwrap().0.to_string()
}

#[test]
fn the_small_case_of_the_manual_can_be_worked_out_and_its_lead_option_is_best() {
    let case = read(&small_case()).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    let comparison = compare(&case);
    assert_eq!(comparison.best, Some(2));
    // A press of 30,000 raised by 20 %, and 31,000 a year lowered by 5 % for four years from the second.
    let four_years: f64 = (1..=4).map(|year| 1.035_f64.powi(-year)).sum();
    let expected = 31_000.0 * 0.95 * four_years - 36_000.0;
    assert!((comparison.options[2].appraisal.public.net() - expected).abs() < 0.01);
}

#[test]
fn the_whole_example_is_read_and_lacks_nothing() {
    let case = read(&document("examples/decide/legal.toml")).unwrap_or_else(|mistakes| panic!("{mistakes:#?}"));
    assert_eq!((case.partners.len(), case.options.len(), case.years), (4, 5, 10));
    let mut quick = case.clone();
    quick.draws.count = 1_000;
    assert!(compare(&quick).lacking.is_empty());
}

/// A word that no table knows is told with every word that the table does know.
#[test]
fn the_manual_explains_every_word_that_can_be_written_in_a_case_file() {
    let probe = "zzzzzzzzzzzzzzzzzzzz = 1\n";
    let text = format!(
        "{probe}title = \"A\"\nfirst_year = \"2026-27\"\n[chance]\n{probe}[words]\n{probe}[proposed]\n{probe}option = \"a\"\n[[partner]]\n{probe}id = \"aldford\"\ntoday_yearly = 1\n\
         [[option]]\n{probe}id = \"a\"\nform = \"company\"\n[[option.cost]]\n{probe}[[option.benefit]]\n{probe}[[option.payment]]\n{probe}[option.leaving]\n{probe}"
    );
    let mistakes = read(&text).unwrap_err();
    let told: Vec<&str> =
        mistakes.iter().filter_map(|mistake| mistake.words.split_once("What can stand here: ")).map(|(_, words)| words).collect();
    assert_eq!(told.len(), 10, "{mistakes:#?}");
    let words: BTreeSet<&str> = told.iter().flat_map(|words| words.trim_end_matches('.').split(", ")).collect();
    let manual = document("docs/decide.md");
    // The names of tables stand in the manual as they are written in a file.
    let is_explained = |word: &&str| {
        let forms = [
            format!("`{word}`"),
            format!("`[{word}]`"),
            format!("`[[{word}]]`"),
            format!("`[option.{word}]`"),
            format!("`[[option.{word}]]`"),
        ];
        forms.iter().any(|form| manual.contains(form.as_str()))
    };
    let missing: Vec<&str> = words.iter().copied().filter(|word| !is_explained(word)).collect();
    assert!(missing.is_empty(), "docs/decide.md does not explain {missing:?}");
    assert!(words.len() > 40, "{words:?}");
}
