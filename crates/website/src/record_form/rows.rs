//! Rows of a form that a person can have more or fewer of: partners, events, savings, sources, reviews.
//!
//! The rule: a row is its number in the names of its fields, such as `parties-2-body`. To add or take out a row, the form is
//! sent and comes back with one more or fewer, so it works without a script; nothing else in it changes.

use crate::pairs::Pairs;

/// The most rows of one kind that a form shows.
const ROWS_AT_MOST: usize = 500;

/// How many rows of `list` there are: one more than the highest number among its fields.
pub(crate) fn count(pairs: &Pairs, list: &str) -> usize {
    pairs.iter().filter_map(|(name, _)| row_of(name, list)).map(|(row, _)| row + 1).max().unwrap_or(0)
}

/// With one empty row more of `list`.
pub(crate) fn with_one_more(pairs: &Pairs, list: &str) -> Pairs {
    let mut more = pairs.clone();
    let row = count(pairs, list);
    if row < ROWS_AT_MOST {
        more.add(format!("{list}-{row}-is-there"), "yes");
    }
    more
}

/// Without the row `gone` of `list`; those after it move up.
pub(crate) fn without(pairs: &Pairs, list: &str, gone: usize) -> Pairs {
    let mut fewer = Pairs::none();
    for (name, value) in pairs.iter() {
        match row_of(name, list) {
            Some((row, _)) if row == gone => {}
            Some((row, rest)) if row > gone => fewer.add(format!("{list}-{}-{rest}", row - 1), value),
            _ => fewer.add(name, value),
        }
    }
    fewer
}

/// The number of the row and the rest of the name, where it is a field of a row of `list`.
fn row_of<'a>(name: &'a str, list: &str) -> Option<(usize, &'a str)> {
    let (row, rest) = name.strip_prefix(list)?.strip_prefix('-')?.split_once('-')?;
    let row: usize = row.parse().ok()?;
    (row < ROWS_AT_MOST).then_some((row, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(text: &str) -> Pairs {
        Pairs::read(text.as_bytes()).expect("text")
    }

    #[test]
    fn a_row_that_is_taken_out_leaves_the_others_in_their_order() {
        let before = pairs("title=T&parties-0-body=A&parties-1-body=B&parties-1-role=lead&parties-2-body=C&happenings-1-what=started");
        let after = without(&before, "parties", 1);
        assert_eq!(after, pairs("title=T&parties-0-body=A&parties-1-body=C&happenings-1-what=started"));
        assert_eq!((count(&before, "parties"), count(&after, "parties")), (3, 2));
    }

    #[test]
    fn a_row_that_is_added_comes_last_and_changes_nothing_else() {
        let more = with_one_more(&pairs("parties-0-body=A&why=x"), "parties");
        assert_eq!((count(&more, "parties"), more.value("parties-0-body"), more.value("why")), (2, "A", "x"));
    }

    #[test]
    fn a_form_made_by_hand_cannot_ask_for_endless_rows() {
        assert_eq!(count(&pairs("parties-4000000000-body=A&parties-x-body=B&parties--body=C"), "parties"), 0);
    }
}
