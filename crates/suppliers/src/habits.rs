//! Words that a group has in spelling after spelling, and another group never.
//!
//! The rule: a note or a slip is written once or twice. A word that most spellings of a well-written group have, and no name of another
//! well-written group has or comes near to, is part of what tells the two apart, and the whole of both groups shows it
//! where no pair of names can. It says how two groups differ, not what follows from it.

use rustc_hash::FxHashMap;

use crate::likeness::word_likeness;
use crate::pairs::Compared;

/// A group in fewer spellings than this has no habits.
const WELL_WRITTEN: u32 = 3;

/// Which of two groups have a habit of their own; neither, where one is in too few spellings to have habits.
pub fn habits(compared: &Compared, groups: [&[u32]; 2]) -> [bool; 2] {
    let spellings = groups.map(|names| names.iter().map(|name| compared.names[*name as usize].spellings).sum::<u32>());
    if spellings.iter().any(|count| *count < WELL_WRITTEN) {
        return [false; 2];
    }
    let words = groups.map(|names| spellings_with(compared, names));
    [(0, 1), (1, 0)].map(|(own, other)| {
        let is_habit = |count: u32| count * 4 >= spellings[own] * 3;
        let stands_for = |word: u32, near: u32| near == word || word_likeness(&compared.vocabulary, word, near) > 0.0;
        let others_with =
            |word: u32| words[other].iter().filter(|(near, _)| stands_for(word, **near)).map(|(_, count)| *count).sum::<u32>();
        words[own].iter().any(|(word, count)| is_habit(*count) && others_with(*word) * 8 <= spellings[other])
    })
}

/// In how many spellings of a group each word stands, as it was meant. What stands behind a name says nothing: it may be a site.
fn spellings_with(compared: &Compared, names: &[u32]) -> FxHashMap<u32, u32> {
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    for name in names {
        let own = compared.wordings.of_name(*name).start;
        let mut words: Vec<u32> = compared.wordings.words(own).iter().map(|word| compared.vocabulary.known(*word).meant).collect();
        words.sort_unstable();
        words.dedup();
        words.iter().for_each(|word| *counts.entry(*word).or_default() += compared.names[*name as usize].spellings);
    }
    counts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Party;
    use crate::contradictions::Settled;
    use crate::names::gather;

    /// All names of one list, and the places of those that begin with the first or with the second letters.
    fn habits_of(names: &[&str], first: &str, second: &str) -> [bool; 2] {
        let parties: Vec<Party<'_>> = names.iter().map(|name| Party { name, ..Party::default() }).collect();
        let gathered = gather(&parties, &Settled::default());
        let places = |beginning: &str| {
            let all = gathered.of_party.iter().zip(names).filter(|(_, name)| name.starts_with(beginning));
            let mut places: Vec<u32> = all.filter_map(|(place, _)| *place).collect();
            places.sort_unstable();
            places.dedup();
            places
        };
        let groups = [places(first), places(second)];
        habits(&Compared::of(gathered.all), groups.each_ref().map(Vec::as_slice))
    }

    #[test]
    fn a_word_in_three_spellings_is_a_habit_and_in_two_it_may_be_a_note() {
        let thrice =
            ["Quince Marmalade", "Quince Marmalade Ltd", "QUINCE MARMALADE", "quince Medlar", "quince Medlar Ltd", "quince MEDLAR"];
        assert_eq!(habits_of(&thrice, "Q", "q"), [true, true]);
        assert_eq!(habits_of(&thrice[..5], "Q", "q"), [false, false]);
    }

    #[test]
    fn a_misspelt_word_is_no_habit() {
        let names = [
            "Quince Marmalade",
            "Quince Marmalade Ltd",
            "QUINCE MARMALADE",
            "quince Marmelade",
            "quince Marmelade Ltd",
            "quince MARMELADE",
        ];
        assert_eq!(habits_of(&names, "Q", "q"), [false, false]);
    }

    const WORDS: [&str; 5] = ["Quince", "Medlar", "Damson", "Tansy", "Yarrow"];

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

        // The words are far from one another, so that a word stands for itself alone.
        #[test]
        fn habits_are_what_counting_names_by_hand_gives(
            names in prop::collection::btree_set(prop::collection::btree_set(0..WORDS.len(), 1..4), 6..15),
            share in 1usize..14,
        ) {
            let written: Vec<String> = names.iter().map(|name| name.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" ")).collect();
            let parties: Vec<Party<'_>> = written.iter().map(|name| Party { name, ..Party::default() }).collect();
            let gathered = gather(&parties, &Settled::default());
            let places: Vec<u32> = gathered.of_party.iter().map(|place| place.expect("no name is hidden")).collect();
            let share = share.min(places.len() - 1);
            let names: Vec<_> = names.into_iter().collect();
            let by_hand = |own: std::ops::Range<usize>, other: std::ops::Range<usize>| {
                let with = |range: &std::ops::Range<usize>, word: usize| names[range.clone()].iter().filter(|name| name.contains(&word)).count();
                own.len() >= 3 && other.len() >= 3
                    && (0..WORDS.len()).any(|word| with(&own, word) * 4 >= own.len() * 3 && with(&other, word) * 8 <= other.len())
            };
            let expected = [by_hand(0..share, share..names.len()), by_hand(share..names.len(), 0..share)];
            let compared = Compared::of(gathered.all);
            prop_assert_eq!(habits(&compared, [&places[..share], &places[share..]]), expected);
        }
    }
}
