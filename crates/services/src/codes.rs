//! Published classification codes and the families they mean.
//!
//! The rule: the longest prefix of a code decides the family; the code itself decides how much it says. One that names
//! a whole division ("Information Communication Technology") yields to surer words, and one that bodies use as a
//! drawer for the rest ("Financial Services") says almost nothing. Facts from ProClass 17 (ProClass, free for UK public
//! bodies) and the Common Procurement Vocabulary 2008 (EU Regulation 213/2008); the classifications are not copied here.

mod cpv_prefixes;
mod proclass_prefixes;

use crate::Family;

/// A code's meaning in our families.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CodeMeaning {
    pub(crate) family: Family,
    pub(crate) breadth: Breadth,
    /// The prefix that decided.
    pub(crate) prefix: &'static str,
}

/// How much a code says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Breadth {
    /// It names what was bought.
    Specific,
    /// It names a division, such as all of ICT.
    Division,
    /// It names a division of unlike things.
    Drawer,
}

/// A row of a prefix table: prefix, family, and whether the prefix keeps to like things (otherwise it is a drawer).
type Row = (&'static str, Family, bool);

/// The meaning of the narrowest ProClass code (six digits) in `text`; of two as narrow, the first.
pub(crate) fn proclass(text: &str) -> Option<CodeMeaning> {
    // Social care for adults and for children are divisions of ProClass 17 in spite of their numbers.
    narrowest(text, 6, proclass_prefixes::ROWS, |digits| digits.ends_with("0000") || matches!(digits, "321000" | "321100"))
}

/// The meaning of the narrowest CPV code (eight digits, with or without check digit) in `text`; of two as narrow, the first.
pub(crate) fn cpv(text: &str) -> Option<CodeMeaning> {
    narrowest(text, 8, cpv_prefixes::ROWS, |digits| digits.ends_with("000000"))
}

fn narrowest(text: &str, length: usize, rows: &[Row], is_division: impl Fn(&str) -> bool) -> Option<CodeMeaning> {
    text.split(|character: char| !character.is_ascii_digit())
        .filter(|digits| digits.len() == length)
        .filter_map(|digits| {
            let &(prefix, family, keeps_to_like_things) = longest_prefix(rows, digits)?;
            let breadth = match (keeps_to_like_things, is_division(digits)) {
                (false, _) => Breadth::Drawer,
                (true, true) => Breadth::Division,
                (true, false) => Breadth::Specific,
            };
            Some(CodeMeaning { family, breadth, prefix })
        })
        .min_by_key(|meaning| meaning.breadth)
}

fn longest_prefix<'rows>(rows: &'rows [Row], digits: &str) -> Option<&'rows Row> {
    rows.iter().filter(|(prefix, _, _)| digits.starts_with(prefix)).max_by_key(|(prefix, _, _)| prefix.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_prefix_stands_twice_in_a_table() {
        for rows in [proclass_prefixes::ROWS, cpv_prefixes::ROWS] {
            let mut prefixes: Vec<_> = rows.iter().map(|(prefix, _, _)| prefix).collect();
            prefixes.sort_unstable();
            assert!(prefixes.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", prefixes.windows(2).find(|pair| pair[0] == pair[1]));
        }
    }

    #[test]
    fn the_longest_prefix_decides_what_a_code_means() {
        assert_eq!(proclass("271440").map(|code| code.family), Some(Family::Software));
        assert_eq!(proclass("271800 - Mobile").map(|code| code.family), Some(Family::Telecoms));
        assert_eq!(cpv("45233140-2").map(|code| code.family), Some(Family::Highways));
        assert_eq!(cpv("79710000").map(|code| code.family), Some(Family::Security));
    }

    #[test]
    fn of_several_codes_the_narrowest_decides() {
        let code = proclass("270000 - Information Communication Technology, 271440 - Software");
        assert_eq!(code.map(|code| (code.family, code.breadth)), Some((Family::Software, Breadth::Specific)));
    }

    #[test]
    fn a_number_of_another_length_is_no_code() {
        assert_eq!(proclass("2714"), None);
        assert_eq!(cpv("271440"), None);
    }
}
