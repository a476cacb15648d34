//! Months by name, and the month a file's or sheet's name tells.
//!
//! The rule: a name tells a month only where it tells exactly one, with its year. A quarter, a span of months or a bare year
//! tells none, and `2009-10`, which may be a financial year or an October, tells none either.

use definitions::Month;

/// 1 to 12, for `apr`, `April`, `Sept`; a name of at least three letters, cut short anywhere.
pub(crate) fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    if !(3..=9).contains(&word.len()) || !word.is_ascii() {
        return None;
    }
    let place = MONTHS.iter().position(|month| month.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))?;
    Some(place as u32 + 1)
}

/// The month a file's or sheet's name tells, if it tells exactly one: `bolton_apr_2023.csv`, `Sept-25`, `filename_1701`.
pub(crate) fn month_in_name(text: &str) -> Option<Month> {
    let pieces = pieces_of(text);
    if pieces.iter().any(|piece| matches!(piece, Piece::Quarter)) {
        return None;
    }
    let mut named = pieces.iter().enumerate().filter_map(|(place, piece)| match piece {
        Piece::Month(month) => Some((place, *month)),
        _ => None,
    });
    match (named.next(), named.next()) {
        (Some((place, month)), None) => Month::from_year_month(year_near(&pieces, place, month)?, month),
        (None, _) => from_numbers(&pieces),
        // The same month said twice is still one: `April 2023 (Apr-23)`.
        (Some((place, month)), Some((_, again))) if month == again && named.all(|(_, other)| other == month) => {
            Month::from_year_month(year_near(&pieces, place, month)?, month)
        }
        _ => None,
    }
}

/// A word or number of a name.
#[derive(Clone, Copy, Debug)]
enum Piece {
    Month(u32),
    Quarter,
    /// Its value, how many digits it has, and whether letters stood beside it.
    Number {
        value: u32,
        length: usize,
        stands_alone: bool,
    },
    Other,
}

/// The name in pieces: runs of letters or of digits. A run of letters and digits mixed more than once is a code, and one piece.
fn pieces_of(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for run in text.split(|character: char| !character.is_ascii_alphanumeric()).filter(|run| !run.is_empty()) {
        let changes = run.as_bytes().windows(2).filter(|pair| pair[0].is_ascii_digit() != pair[1].is_ascii_digit()).count();
        if changes > 2 {
            pieces.push(Piece::Other);
            continue;
        }
        let mut rest = run;
        while let Some(first) = rest.bytes().next() {
            let end = rest.bytes().position(|byte| byte.is_ascii_digit() != first.is_ascii_digit()).unwrap_or(rest.len());
            pieces.push(piece(&rest[..end], changes == 0));
            rest = &rest[end..];
        }
        if is_quarter(run) {
            pieces.push(Piece::Quarter);
        }
    }
    pieces
}

fn piece(text: &str, stands_alone: bool) -> Piece {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.parse() {
            Ok(value) if text.len() <= 8 => Piece::Number { value, length: text.len(), stands_alone },
            _ => Piece::Other,
        };
    }
    month_named(text).map_or(Piece::Other, Piece::Month)
}

fn is_quarter(run: &str) -> bool {
    let is = |word: &str| run.eq_ignore_ascii_case(word);
    let numbered = run.len() == 2 && run.starts_with(['q', 'Q']) && run.ends_with(['1', '2', '3', '4']);
    numbered || is("quarter") || is("quarterly") || is("qtr")
}

/// The year beside the month (after it before before it), or the only year in the name. Where the name gives a financial
/// year, 2023-24, January to March lie in its second half.
fn year_near(pieces: &[Piece], place: usize, month: u32) -> Option<i32> {
    let beside = |place: Option<usize>| place.and_then(|place| pieces.get(place)).copied().and_then(year_of);
    if let Some(first_year) = financial_year(pieces) {
        return Some(if month >= 4 { first_year } else { first_year + 1 });
    }
    if let Some(year) = beside(Some(place + 1)).or_else(|| beside(place.checked_sub(1)).filter(|_| !follows_day(pieces, place))) {
        return Some(year);
    }
    // `03 April 2023` was met above; what is left is a year standing elsewhere, in full.
    let mut years = pieces.iter().filter_map(|piece| match piece {
        Piece::Number { length: 4, .. } => year_of(*piece),
        _ => None,
    });
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// True where the number before the month is a day, because a full year stands elsewhere.
fn follows_day(pieces: &[Piece], place: usize) -> bool {
    let is_short = matches!(place.checked_sub(1).and_then(|before| pieces.get(before)), Some(Piece::Number { length: 1 | 2, .. }));
    is_short && pieces.iter().any(|piece| matches!(piece, Piece::Number { length: 4, .. }) && year_of(*piece).is_some())
}

/// A full year, or two digits from 10 to 49: no file older than the transparency code is looked for.
fn year_of(piece: Piece) -> Option<i32> {
    match piece {
        Piece::Number { value: 2000..=2069, length: 4, .. } => piece_value(piece),
        Piece::Number { value: 10..=49, length: 2, .. } => piece_value(piece).map(|year| year + 2000),
        _ => None,
    }
}

fn piece_value(piece: Piece) -> Option<i32> {
    match piece {
        Piece::Number { value, .. } => i32::try_from(value).ok(),
        _ => None,
    }
}

/// `2023-24` or `2023/2024`, standing side by side.
fn financial_year(pieces: &[Piece]) -> Option<i32> {
    pieces.windows(2).find_map(|pair| match (pair[0], pair[1]) {
        (Piece::Number { value: first @ 2000..=2069, .. }, Piece::Number { value: second, length, .. }) => {
            let follows = (length == 2 && second == (first + 1) % 100) || (length == 4 && second == first + 1);
            follows.then_some(first as i32)
        }
        _ => None,
    })
}

/// `2023-04`, `04-2023`, `202304`, `2023-04-30`, `20230430`, and `1701` standing alone for January 2017.
fn from_numbers(pieces: &[Piece]) -> Option<Month> {
    if financial_year(pieces).is_some() {
        return None;
    }
    let mut found = pieces.windows(2).filter_map(pair_of_numbers).chain(pieces.iter().copied().filter_map(one_number));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

fn pair_of_numbers(pair: &[Piece]) -> Option<Month> {
    match (pair[0], pair[1]) {
        (Piece::Number { value: year @ 2000..=2069, length: 4, .. }, Piece::Number { value: month, length: 2, .. })
        | (Piece::Number { value: month, length: 2, .. }, Piece::Number { value: year @ 2000..=2069, length: 4, .. }) => {
            Month::from_year_month(year as i32, month)
        }
        _ => None,
    }
}

fn one_number(piece: Piece) -> Option<Month> {
    let Piece::Number { value, length, stands_alone: true } = piece else { return None };
    let (year, month) = match length {
        // `2010` to `2012` are years before they are October to December of 2020.
        4 if (1_000..5_000).contains(&value) && !(2_001..=2_012).contains(&value) => (2_000 + value / 100, value % 100),
        6 => (value / 100, value % 100),
        8 => (value / 10_000, value / 100 % 100),
        _ => return None,
    };
    Month::from_year_month(year as i32, month).filter(|_| (2000..=2069).contains(&year))
}

#[cfg(test)]
mod tests;
