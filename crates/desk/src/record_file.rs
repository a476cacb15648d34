//! Records as a person or another program writes them in a file: TOML or JSON, one arrangement or a list of them.
//!
//! The rule: a word that is not known is refused with the record and the word, never passed over, since a misspelt saving
//! that is silently lost is worse than none. A file is taken whole or not at all.

use definitions::Trouble;
use register::Arrangement;
use serde_json::Value;

/// The largest file of records, in bytes.
const MOST_BYTES: usize = 32 << 20;

/// The arrangements in the text of a file, in its order. `name` is for messages; the text decides which of the two forms it is.
///
/// # Errors
/// When it is neither TOML nor JSON, or a record in it says something that is not understood.
pub fn records(name: &str, text: &str) -> Result<Vec<Arrangement>, Trouble> {
    if text.len() > MOST_BYTES {
        return Err(trouble(name, &format!("it has more than {} MB", MOST_BYTES >> 20)));
    }
    let whole = if text.trim_start().starts_with(['{', '[']) && !text.trim_start().starts_with("[[") {
        json(name, text)?
    } else {
        toml_text(name, text)?
    };
    let listed = match whole {
        Value::Array(records) => records,
        Value::Object(mut table) => match table.remove("arrangement").or_else(|| table.remove("arrangements")) {
            Some(Value::Array(records)) if table.is_empty() => records,
            Some(Value::Array(_)) => {
                let others: Vec<&String> = table.keys().collect();
                return Err(trouble(name, &format!("beside the arrangements it says {others:?}, which is not understood")));
            }
            Some(one) if table.is_empty() => vec![one],
            Some(_) | None if !table.is_empty() => vec![Value::Object(table)],
            _ => Vec::new(),
        },
        _ => Vec::new(),
    };
    if listed.is_empty() {
        return Err(trouble(name, "no arrangement is in it"));
    }
    listed.into_iter().enumerate().map(|(place, value)| one(name, place + 1, value)).collect()
}

fn json(name: &str, text: &str) -> Result<Value, Trouble> {
    serde_json::from_str(text).map_err(|error| trouble(name, &error.to_string()))
}

fn toml_text(name: &str, text: &str) -> Result<Value, Trouble> {
    toml::from_str(text).map_err(|error| trouble(name, error.to_string().trim()))
}

fn one(name: &str, place: usize, value: Value) -> Result<Arrangement, Trouble> {
    let called = value.get("id").or_else(|| value.get("title")).and_then(Value::as_str).unwrap_or("without a name").to_string();
    let whose = format!("arrangement {place} ({called})");
    let read: Arrangement = serde_json::from_value(value.clone()).map_err(|error| trouble(name, &format!("{whose}: {error}")))?;
    let written = serde_json::to_value(&read).map_err(|error| trouble(name, &format!("{whose}: {error}")))?;
    match not_taken(&value, &written, String::new()) {
        Some(word) => Err(trouble(name, &format!("{whose}: the word `{word}` is not understood there"))),
        None => Ok(read),
    }
}

/// The first word of `given` that did not arrive in what was read; values of nothing need not arrive.
fn not_taken(given: &Value, read: &Value, at: String) -> Option<String> {
    match (given, read) {
        (Value::Object(given), Value::Object(read)) => given.iter().find_map(|(word, value)| {
            let at = if at.is_empty() { word.clone() } else { format!("{at}.{word}") };
            match read.get(word) {
                Some(arrived) => not_taken(value, arrived, at),
                None => (!value.is_null()).then_some(at),
            }
        }),
        (Value::Array(given), Value::Array(read)) => {
            given.iter().zip(read).enumerate().find_map(|(place, (given, read))| not_taken(given, read, format!("{at}[{}]", place + 1)))
        }
        _ => None,
    }
}

fn trouble(name: &str, because: &str) -> Trouble {
    Trouble::new(
        format!("understand {name}"),
        because,
        "Mend it and try again: nothing of it was taken. docs/register.md shows every word of a record.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
[[arrangement]]
id = "one-depot"
title = "One depot"
kind = "co-location"
parties = [{ body = "aldford", role = "lead" }]
happenings = [{ when = "2024-04", what = "started" }]
[arrangement.savings]
no-figure = "too-early"
"#;

    #[test]
    fn a_record_is_read_from_toml_and_from_json_alike() {
        let from_toml = records("a.toml", GOOD).expect("it is right");
        let as_json = serde_json::to_string(&from_toml).expect("plain values");
        assert_eq!(records("a.json", &as_json).expect("it is right"), from_toml);
        let alone = serde_json::to_string(&from_toml[0]).expect("plain values");
        assert_eq!(records("a.json", &alone).expect("it is right"), from_toml);
    }

    #[test]
    fn a_misspelt_word_is_refused_with_the_record_and_the_word() {
        for (right, wrong, named) in [
            ("title = ", "titel = ", "title"),
            ("when = \"2024-04\"", "when = \"2024-04\", wher = \"x\"", "happenings[1].wher"),
            ("\"too-early\"", "\"too-soon\"", "too-soon"),
            ("2024-04", "2024-14", "2024-14"),
        ] {
            let refused = records("a.toml", &GOOD.replace(right, wrong)).expect_err(wrong).to_string();
            assert!(refused.contains("one-depot") && refused.contains(named), "{refused}");
        }
    }

    #[test]
    fn a_file_without_a_record_is_refused() {
        for text in ["", "[]", "{}", "place = 3", "[[arrangement", "\u{0}"] {
            assert!(records("a", text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn the_examples_are_understood_word_for_word() {
        for (text, known) in [
            (include_str!("../../../examples/westmarch/arrangements.toml"), 25),
            (include_str!("../../../examples/in-the-news/arrangements.toml"), 11),
        ] {
            assert_eq!(records("examples", text).map(|records| records.len()), Ok(known));
        }
    }
}
