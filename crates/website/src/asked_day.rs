//! The day that a page is asked for: in its address, or typed in three boxes.
//!
//! The rule: an address names a day as `?day=2024-03-31`, which can be kept and sent. What was typed in boxes leads to that
//! address. What is no day is refused with what to type, and never taken for today.

use definitions::Day;

use crate::pairs::Pairs;
use crate::{Asking, Stop};

/// The parts in which a day is typed.
const PARTS: [&str; 3] = ["day", "month", "year"];

/// The day asked for under `name`; `None` where none is.
///
/// # Errors
/// A bad request where what stands there is no day.
pub(crate) fn asked_day(asking: &Asking, name: &str) -> Result<Option<Day>, Stop> {
    match asking.query.value(name) {
        "" => Ok(None),
        text => read(text).map(Some).ok_or_else(|| no_day(text)),
    }
}

/// The address without empty choices, and with days that were typed in boxes under `days` as one word each; `None` where the
/// address is so already.
///
/// # Errors
/// A bad request where what was typed is no day.
pub(crate) fn tidied(asking: &Asking, days: &[&str]) -> Result<Option<String>, Stop> {
    let box_names: Vec<String> = days.iter().flat_map(|name| PARTS.iter().map(move |part| format!("{name}-{part}"))).collect();
    let is_tidy = asking.query.iter().all(|(name, value)| !value.trim().is_empty() && !box_names.iter().any(|one| one == name));
    if is_tidy {
        return Ok(None);
    }
    let mut tidy = Pairs::none();
    let kept = asking.query.iter().filter(|(name, value)| !value.trim().is_empty() && !box_names.iter().any(|one| one == name));
    kept.for_each(|(name, value)| tidy.add(name, value.trim()));
    for name in days {
        let typed = PARTS.map(|part| asking.query.value(&format!("{name}-{part}")).trim().to_string());
        if typed.iter().any(|part| !part.is_empty()) {
            tidy = tidy.with(name, &typed_day(&typed)?.to_string());
        }
    }
    Ok(Some(tidy.address(&asking.path)))
}

/// The day as it stands in the three boxes.
pub(crate) fn in_boxes(day: Day) -> [String; 3] {
    let (year, month, day) = day.ymd();
    [day.to_string(), month.to_string(), year.to_string()]
}

fn typed_day(typed: &[String; 3]) -> Result<Day, Stop> {
    let number = |place: usize| typed[place].parse::<u32>().ok().filter(|number| *number < 10_000);
    let year = number(2).and_then(|year| i32::try_from(year).ok()).filter(|year| *year >= 1000);
    let day = year.zip(number(1)).zip(number(0)).and_then(|((year, month), day)| Day::from_ymd(year, month, day));
    day.ok_or_else(|| no_day(&typed.join(" ")))
}

fn read(text: &str) -> Option<Day> {
    let is_written_so = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_written_so.then(|| text.parse().ok()).flatten().filter(|day: &Day| day.ymd().0 >= 1000)
}

fn no_day(text: &str) -> Stop {
    let shown: String = text.chars().filter(|letter| !letter.is_control()).take(20).collect();
    Stop::BadRequest(format!(
        "“{shown}” is not a day of the calendar. Go back and type a day, a month and a year as numbers, such as 31 3 2024; in an \
         address a day is written 2024-03-31."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::asking;

    #[test]
    fn a_day_typed_in_boxes_leads_to_an_address_that_can_be_kept() {
        let typed = asking("/totals?on-day=31&on-month=3&on-year=2024&kind=");
        assert_eq!(tidied(&typed, &["on"]), Ok(Some("/totals?on=2024-03-31".to_string())));
        assert_eq!(tidied(&asking("/totals?on=2024-03-31"), &["on"]), Ok(None));
        assert_eq!(tidied(&asking("/totals?on-day=&on-month=&on-year="), &["on"]), Ok(Some("/totals".to_string())));
    }

    #[test]
    fn what_is_no_day_is_never_taken_for_today() {
        for wrong in ["2024-02-30", "31/3/2024", "20240331", "0099-01-01", "２０２４-01-01", "2024-1-1"] {
            assert!(asked_day(&asking(&format!("/totals?on={}", crate::pairs::encoded(wrong))), "on").is_err(), "{wrong}");
        }
        assert!(tidied(&asking("/totals?on-day=31&on-month=2&on-year=2024"), &["on"]).is_err());
        assert!(tidied(&asking("/totals?on-year=2024"), &["on"]).is_err());
    }
}
