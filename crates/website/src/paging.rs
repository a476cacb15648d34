//! A long list in pieces, for programs by cursor and for people by number.
//!
//! The rule: a cursor names the last thing that was shown, so nothing is skipped or shown twice when the list grows meanwhile; what
//! it holds is nobody's business, and one that was not made here is refused.

use crate::{Asking, Reply, Stop};

/// How many things a program gets at once where it does not say.
const AT_ONCE: usize = 100;
/// How many it can get at most.
const AT_MOST: usize = 1_000;

/// A piece of a list, for programs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a, T> {
    /// The things in it.
    pub things: &'a [T],
    /// The address of the next piece, where there is one.
    pub next: Option<String>,
}

/// The piece that is asked for by `?after=…&limit=…`. The list is sorted by `key`, which no two things share.
///
/// # Errors
/// A bad request where the cursor was not made here or the limit is no number from 1 to 1,000.
pub fn piece<'a, T>(asking: &Asking, all: &'a [T], key: impl Fn(&T) -> String) -> Result<Piece<'a, T>, Stop> {
    let limit = match asking.query.value("limit") {
        "" => AT_ONCE,
        text => text.parse().ok().filter(|limit| (1..=AT_MOST).contains(limit)).ok_or_else(|| wrong("limit", "a number from 1 to 1000"))?,
    };
    let start = match asking.query.value("after") {
        "" => 0,
        cursor => {
            let after = key_of(cursor).ok_or_else(|| wrong("after", "the cursor of an earlier answer"))?;
            all.partition_point(|thing| key(thing) <= after)
        }
    };
    let end = all.len().min(start.saturating_add(limit));
    let things = &all[start..end];
    let next = things.last().filter(|_| end < all.len());
    let next = next.map(|last| asking.query.with("after", &cursor(&key(last))).address(&format!("{}.json", asking.path)));
    Ok(Piece { things, next })
}

/// The reply with a header that leads to the next piece.
pub fn linked(reply: Reply, next: Option<&str>) -> Reply {
    match next {
        Some(address) => reply.header("link", format!("<{address}>; rel=\"next\"")),
        None => reply,
    }
}

/// A page of a list, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered<'a, T> {
    /// The things on it.
    pub things: &'a [T],
    /// Its number, from 1.
    pub number: usize,
    /// How many pages there are, at least 1.
    pub pages: usize,
    /// The place of its first thing in the list, from 1; 0 where the list is empty.
    pub first: usize,
}

/// The page that is asked for by `?page=…`; a number past the end is the last page, and what is no number the first.
pub fn numbered<'a, T>(asking: &Asking, all: &'a [T], on_a_page: usize) -> Numbered<'a, T> {
    let pages = all.len().div_ceil(on_a_page.max(1)).max(1);
    let number = asking.query.value("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let start = (number - 1) * on_a_page;
    let things = &all[start..all.len().min(start + on_a_page)];
    Numbered { things, number, pages, first: if all.is_empty() { 0 } else { start + 1 } }
}

fn wrong(name: &str, expected: &str) -> Stop {
    Stop::BadRequest(format!("In the address, {name} must be {expected}. Leave it out to begin at the beginning."))
}

/// A key as a cursor: its bytes in hexadecimal, so that it needs no encoding in an address.
fn cursor(key: &str) -> String {
    key.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn key_of(cursor: &str) -> Option<String> {
    if !cursor.len().is_multiple_of(2) || !cursor.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let byte = |place: usize| u8::from_str_radix(&cursor[place..place + 2], 16).ok();
    let bytes: Option<Vec<u8>> = (0..cursor.len()).step_by(2).map(byte).collect();
    String::from_utf8(bytes?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::asking;
    use proptest::prelude::*;

    #[test]
    fn following_the_cursors_shows_everything_once_even_while_the_list_grows() {
        let mut all: Vec<String> = (0..25).map(|number| format!("thing {number:03}")).collect();
        let mut seen = Vec::new();
        let mut address = "/things.json?limit=10".to_string();
        loop {
            let asking = asking(&address);
            let piece = piece(&asking, &all, Clone::clone).expect("a good cursor");
            seen.extend(piece.things.to_vec());
            let Some(next) = piece.next else { break };
            all.insert(0, format!("thing -{}", all.len()));
            all.sort();
            address = next;
        }
        assert_eq!(seen.len(), 25);
        assert!(seen.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_page_past_the_end_is_the_last_and_an_empty_list_has_one_page() {
        let all: Vec<u32> = (0..45).collect();
        assert_eq!(numbered(&asking("/things?page=99"), &all, 20).things, &all[40..]);
        assert_eq!(numbered(&asking("/things?page=-1"), &all, 20).first, 1);
        let none = numbered::<u32>(&asking("/things"), &[], 20);
        assert_eq!((none.number, none.pages, none.first), (1, 1, 0));
    }

    proptest! {
        #[test]
        fn no_cursor_makes_the_list_fail_otherwise_than_by_saying_so(after in ".{0,40}", limit in ".{0,6}") {
            let all = ["a".to_string(), "b".to_string()];
            let address = crate::pairs::Pairs::none().with("after", &after).with("limit", &limit).address("/things.json");
            match piece(&asking(&address), &all, Clone::clone) {
                Ok(piece) => prop_assert!(piece.things.len() <= 2),
                Err(stop) => prop_assert!(matches!(stop, Stop::BadRequest(_))),
            }
        }
    }
}
