//! One value of a notice: a text, a day, a sum of money.
//!
//! The rule: JSON numbers, texts and nothing are all taken; HTML that an editor left in a text is undone; pounds are read
//! by the same reader as any other cell, and another currency is never taken for pounds.

use definitions::{Day, Pence, RemarkKind};
use serde_json::Value;

use crate::formats::Cell;
use crate::values::amounts::amount;
use crate::values::dates::{DateOrder, DateRead, date};

/// Doubts met while reading one notice: kind, column, seen, done.
pub(super) type Doubts = Vec<(RemarkKind, &'static str, String, String)>;

/// A text without HTML's spellings and with single spaces; `None` where there is nothing.
pub(super) fn text(value: Option<&Value>) -> Option<String> {
    let plain = match value? {
        Value::String(text) => plain(text),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    };
    (!plain.is_empty()).then_some(plain)
}

/// The texts of a list, or the one text.
pub(super) fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::Array(list)) => list.iter().filter_map(|item| text(Some(item)).or_else(|| text(item.get("name")))).collect(),
        Some(Value::Object(parts)) => text(parts.get("name")).into_iter().collect(),
        other => text(other).into_iter().collect(),
    }
}

/// Text with HTML's spellings undone and every run of white space as one space.
pub(super) fn plain(text: &str) -> String {
    let unspelt = unspelt(text);
    let words: Vec<&str> =
        unspelt.split(|character: char| character.is_whitespace() || character.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The same, line by line: a list of names may have one on each.
pub(super) fn plain_lines(text: &str) -> String {
    unspelt(text).lines().map(plain).collect::<Vec<_>>().join("\n")
}

fn unspelt(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find('&') {
        out.push_str(&rest[..place]);
        rest = &rest[place..];
        let (character, length) = spelt_character(rest).unwrap_or(('&', 1));
        out.push(character);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The character spelt at the start of `text` (`&amp;`, `&#39;`, `&#x27;`) and the length of its spelling.
fn spelt_character(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let character = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "lsquo" | "rsquo" => '\'',
        "nbsp" => ' ',
        "pound" => '£',
        "ndash" | "mdash" => '–',
        "ldquo" | "rdquo" => '"',
        "bull" => '•',
        "eacute" => 'é',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = number
                .strip_prefix(['x', 'X'])
                .map_or_else(|| number.parse().ok(), |hexadecimal| u32::from_str_radix(hexadecimal, 16).ok())?;
            char::from_u32(code)?
        }
    };
    Some((character, end + 1))
}

/// A day, from `2023-04-03`, `2023-04-03T00:00:00Z` or any form officers write.
pub(super) fn day(value: Option<&Value>) -> Option<Day> {
    let text = value?.as_str()?.trim();
    if let Some(day) = text.get(..10).and_then(|start| start.parse::<Day>().ok()) {
        // Services that keep universal time write midnight of a summer's day as 11 p.m. of the day before.
        let is_midnight_in_summer =
            text.get(10..).is_some_and(|time| time.starts_with("T23:00:00") && (time.ends_with('Z') || time.ends_with("+00:00")));
        return Some(if is_midnight_in_summer && is_summer_time(day) { Day(day.0 + 1) } else { day });
    }
    match date(Cell::Text(text), DateOrder::DayFirst) {
        DateRead::Day { day, .. } => Some(day),
        _ => None,
    }
}

/// From the last Sunday of March to the day before the last Sunday of October.
fn is_summer_time(day: Day) -> bool {
    let (year, _, _) = day.ymd();
    let last_sunday = |month: u32| {
        Day::from_ymd(year, month, 31).map(|last| {
            // 1 January 1970 was a Thursday, so day 3 was a Sunday.
            Day(last.0 - (last.0 - 3).rem_euclid(7))
        })
    };
    matches!((last_sunday(3), last_sunday(10)), (Some(begins), Some(ends)) if begins <= day && day < ends)
}

/// Pounds from `{"amount": 1200, "currency": "GBP"}`; nothing from zero, which stands where no value was given.
pub(super) fn pounds(value: Option<&Value>, doubts: &mut Doubts) -> Option<Pence> {
    let value = value?;
    let currency = text(value.get("currency"));
    pounds_in(value.get("amount").or_else(|| value.get("amountGross"))?, currency.as_deref(), doubts)
}

/// Pounds from a bare number or text.
pub(super) fn pounds_in(value: &Value, currency: Option<&str>, doubts: &mut Doubts) -> Option<Pence> {
    let read = match value {
        Value::Number(number) => amount(Cell::Number(number.as_f64()?)),
        Value::String(text) if !text.trim().is_empty() => amount(Cell::Text(text.trim())),
        _ => return None,
    };
    let seen = || plain(&value.to_string());
    match (read, currency.filter(|currency| !currency.eq_ignore_ascii_case("GBP"))) {
        (Ok(read), None) => (read.pence > Pence::ZERO).then_some(read.pence),
        (Ok(read), Some(_)) if read.pence <= Pence::ZERO => None,
        (Ok(_), Some(currency)) => {
            doubts.push((
                RemarkKind::AmountUnreadable,
                "value",
                format!("{} {currency}", seen()),
                "The value is not in pounds and is left out; the contract is kept.".to_string(),
            ));
            None
        }
        (Err(_), _) => {
            doubts.push((
                RemarkKind::AmountUnreadable,
                "value",
                seen(),
                "The value could not be read and is left out; the contract is kept.".to_string(),
            ));
            None
        }
    }
}
