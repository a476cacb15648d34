//! What the words of a heading mean, by the table of `vocabulary`.
//!
//! The rule: the first line whose words are all in the heading. Every row near the top of every file is asked, so the
//! table is turned once into sets of bits: a heading is a set of words, and a line fits by a few comparisons of sets.

use std::sync::LazyLock;

use super::vocabulary::{AGREEMENTS, Family, Line, MONEY, OTHER_WORDS, SHARED};
use super::words::{HeadingWords, Known, heading_words, split};
use crate::Meaning;

/// What one heading means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Recognised {
    /// The meaning.
    pub(super) meaning: Meaning,
    /// 0 is best; columns of one meaning compete.
    pub(super) rank: u8,
}

/// True where `text` is a heading of some table of ours: at once where its words are known, after mending where not.
pub(super) fn is_known_heading(text: &str) -> bool {
    const LONGEST_WORDS: usize = 9;
    let is_known = |words: &[String]| [Family::Money, Family::Agreements].iter().any(|family| recognise(words, *family).is_some());
    let words = split(text);
    words.len() <= LONGEST_WORDS && (is_known(&words) || is_known(&read_heading(text).words))
}

/// The words of `heading`, with slips mended.
pub(super) fn read_heading(heading: &str) -> HeadingWords {
    heading_words(heading, &TABLE.known)
}

/// What the words mean over a table of `family`.
pub(super) fn recognise(words: &[String], family: Family) -> Option<Recognised> {
    let (mut heading, mut count) = (Set::default(), 0);
    for word in words {
        heading.join(&TABLE.set_of(word));
        count += usize::from(word != "gbp");
    }
    let own = match family {
        Family::Money => &TABLE.money,
        Family::Agreements => &TABLE.agreements,
    };
    let line = TABLE.shared.iter().chain(own).find(|line| line.fits(&heading, count))?;
    Some(Recognised { meaning: line.meaning, rank: line.rank })
}

/// Words of the table, by their places in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Set([u64; 10]);

impl Set {
    fn insert(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    fn join(&mut self, other: &Set) {
        self.0.iter_mut().zip(other.0).for_each(|(own, other)| *own |= other);
    }

    fn meets(&self, other: &Set) -> bool {
        self.0.iter().zip(other.0).any(|(own, other)| own & other != 0)
    }
}

/// One line of the table as sets.
struct LineOfSets {
    meaning: Meaning,
    rank: u8,
    groups: Vec<Set>,
    without: Set,
    is_whole: bool,
}

impl LineOfSets {
    fn fits(&self, heading: &Set, words: usize) -> bool {
        (!self.is_whole || words == 1) && self.groups.iter().all(|group| group.meets(heading)) && !self.without.meets(heading)
    }
}

struct Table {
    /// Every word, in order.
    known: Known,
    shared: Vec<LineOfSets>,
    money: Vec<LineOfSets>,
    agreements: Vec<LineOfSets>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let all = SHARED.iter().chain(MONEY).chain(AGREEMENTS);
    let words = all.flat_map(|line| line.words.split([' ', '|', '=']).chain(line.without.split(' '))).filter(|word| !word.is_empty());
    let known = Known::new(words.chain(OTHER_WORDS.iter().copied()).collect());
    let mut table = Table { known, shared: Vec::new(), money: Vec::new(), agreements: Vec::new() };
    let of_sets = |lines: &[Line]| lines.iter().map(|line| table.line_of_sets(line)).collect();
    let (shared, money, agreements) = (of_sets(SHARED), of_sets(MONEY), of_sets(AGREEMENTS));
    (table.shared, table.money, table.agreements) = (shared, money, agreements);
    table
});

impl Table {
    /// The word itself, and the one it is several of.
    fn set_of(&self, word: &str) -> Set {
        let mut set = Set::default();
        for word in [Some(word), word.strip_suffix('s')].into_iter().flatten() {
            if let Some(place) = self.known.place(word) {
                set.insert(place);
            }
        }
        set
    }

    /// Exactly these words.
    fn set_of_all<'w>(&self, words: impl Iterator<Item = &'w str>) -> Set {
        let mut set = Set::default();
        words.filter_map(|word| self.known.place(word)).for_each(|place| set.insert(place));
        set
    }

    fn line_of_sets(&self, line: &Line) -> LineOfSets {
        let whole = line.words.strip_prefix('=');
        LineOfSets {
            meaning: line.meaning,
            rank: line.rank,
            groups: whole.unwrap_or(line.words).split(' ').map(|group| self.set_of_all(group.split('|'))).collect(),
            without: self.set_of_all(line.without.split(' ')),
            is_whole: whole.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tables::words::is_word;

    /// The same, word by word.
    fn fits_slowly(line: &Line, words: &[String]) -> bool {
        let has = |wanted: &str| words.iter().any(|word| is_word(word, wanted));
        if let Some(whole) = line.words.strip_prefix('=') {
            let meant: Vec<&String> = words.iter().filter(|word| *word != "gbp").collect();
            return meant.len() == 1 && whole.split('|').any(|wanted| is_word(meant[0], wanted) || (wanted == "gbp" && has("gbp")));
        }
        line.words.split(' ').all(|group| group.split('|').any(has)) && !line.without.split(' ').any(has)
    }

    #[test]
    fn there_is_room_for_every_word_of_the_table() {
        assert!(TABLE.known.words().len() <= Set::default().0.len() * 64);
    }

    proptest! {
        #[test]
        fn sets_of_words_give_the_same_answer_as_words_one_by_one(
            words in prop::collection::vec(prop::sample::select(TABLE.known.words().to_vec()), 0..5),
            several in any::<bool>(),
            is_money in any::<bool>(),
        ) {
            let words: Vec<String> = words.iter().map(|word| if several { format!("{word}s") } else { (*word).to_string() }).collect();
            let (family, own) = if is_money { (Family::Money, MONEY) } else { (Family::Agreements, AGREEMENTS) };
            let slow = SHARED.iter().chain(own).find(|line| fits_slowly(line, &words)).map(|line| (line.meaning, line.rank));
            prop_assert_eq!(recognise(&words, family).map(|found| (found.meaning, found.rank)), slow);
        }
    }
}
