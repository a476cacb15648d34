//! Days as people know them: a day, a month or a year, typed as day, month and year.
//!
//! The rule: the day, and then the month, may be left out where nobody knows them; a month may be written as a word. What is
//! typed comes back as it was typed, right or wrong.

use definitions::{Day, Month};
use register::When;

use crate::form::Form;

/// Names of months, as far as they differ.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The three parts that were typed for `name`.
pub(crate) fn typed<'a>(form: &'a Form, name: &str) -> [&'a str; 3] {
    ["day", "month", "year"].map(|part| form.typed(&format!("{name}-{part}")).trim())
}

/// The parts under which `when` is shown in a form.
pub(crate) fn parts(when: When) -> [String; 3] {
    match when {
        When::Day(day) => {
            let (year, month, day) = day.ymd();
            [day.to_string(), month.to_string(), year.to_string()]
        }
        When::Month(month) => {
            let (year, month) = month.year_month();
            [String::new(), month.to_string(), year.to_string()]
        }
        When::Year(year) => [String::new(), String::new(), year.to_string()],
    }
}

/// What was typed for `name`, in words; nothing where it is no day, month or year.
pub(crate) fn in_words(form: &Form, name: &str) -> String {
    read(typed(form, name)).ok().flatten().map(When::long).unwrap_or_default()
}

/// What was typed for `name`, as exactly as it is known; `None` where nothing was, or what was typed is wrong, which is noted.
pub(crate) fn when(form: &mut Form, name: &str) -> Option<When> {
    let read = read(typed(form, name));
    read.unwrap_or_else(|wrong| {
        form.wrong(name, wrong);
        None
    })
}

/// The same, where the whole day must be known.
pub(crate) fn day(form: &mut Form, name: &str) -> Option<Day> {
    match when(form, name)? {
        When::Day(day) => Some(day),
        When::Month(_) | When::Year(_) => {
            form.wrong(name, "Give the whole day: day, month and year");
            None
        }
    }
}

fn read([day, month, year]: [&str; 3]) -> Result<Option<When>, &'static str> {
    if [day, month, year].iter().all(|part| part.is_empty()) {
        return Ok(None);
    }
    let year = whole(year).filter(|year| (1_000..=9_999).contains(year)).ok_or("Give the year with four digits, such as 2017")?;
    if month.is_empty() {
        return if day.is_empty() { Ok(Some(When::Year(year))) } else { Err("Give the month too, or leave the day out") };
    }
    let number = named_month(month).or_else(|| whole(month)).and_then(|month| u32::try_from(month).ok());
    let known = number.and_then(|month| Month::from_year_month(year, month)).ok_or("Give a month from 1 to 12, or its name")?;
    if day.is_empty() {
        return Ok(Some(When::Month(known)));
    }
    let number = whole(day).and_then(|day| u32::try_from(day).ok()).ok_or("Give a day from 1 to 31, or leave it out")?;
    let (year, month) = known.year_month();
    Day::from_ymd(year, month, number).map(|day| Some(When::Day(day))).ok_or("There is no such day in that month")
}

fn whole(text: &str) -> Option<i32> {
    let is_number = text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// `January`, `jan`, `Sept`.
fn named_month(text: &str) -> Option<i32> {
    let text = text.to_lowercase();
    let is_word = text.len() >= 3 && text.chars().all(|letter| letter.is_ascii_alphabetic());
    let place = MONTHS.iter().position(|month| is_word && text.starts_with(month))?;
    i32::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(parts: [&str; 3]) -> Result<Option<String>, &'static str> {
        read(parts).map(|when| when.map(When::long))
    }

    #[test]
    fn a_day_a_month_and_a_year_are_each_taken_as_they_are_known() {
        assert_eq!(told(["5", "1", "2017"]), Ok(Some("5 January 2017".into())));
        assert_eq!(told(["", "January", "2017"]), Ok(Some("January 2017".into())));
        assert_eq!(told(["", "", "2017"]), Ok(Some("2017".into())));
        assert_eq!(told(["29", "feb", "2024"]), Ok(Some("29 February 2024".into())));
        assert_eq!(told(["", "", ""]), Ok(None));
    }

    #[test]
    fn a_day_that_never_was_is_refused_with_the_part_that_is_wrong() {
        for (parts, part) in [
            (["30", "2", "2017"], "no such day"),
            (["1", "13", "2017"], "month from 1 to 12"),
            (["5", "", "2017"], "month too"),
            (["5", "1", "17"], "four digits"),
            (["5", "1", ""], "four digits"),
            (["x", "1", "2017"], "day from 1 to 31"),
            (["99999999999", "1", "2017"], "day from 1 to 31"),
            (["1", "1", "２０１７"], "four digits"),
            (["1", "ma", "2017"], "month from 1 to 12"),
        ] {
            let wrong = read(parts).expect_err(part);
            assert!(wrong.contains(part), "{parts:?}: {wrong}");
        }
    }

    #[test]
    fn what_is_shown_in_a_form_is_read_back_as_the_same() {
        for text in ["2017-01-05", "2017-01", "2017"] {
            let when: When = text.parse().expect("a day");
            let shown = parts(when);
            assert_eq!(read([&shown[0], &shown[1], &shown[2]]), Ok(Some(when)));
        }
    }
}
