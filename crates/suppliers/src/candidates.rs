//! Which pairs of names are worth comparing.
//!
//! The rule: two names are compared when they share a telling word or its misspelling, two or three
//! everyday words that few names share, or nearly the same letters from the left or from the right.
//! A list of names that grew too long is not compared all against all, so the work per name is bounded.

use rayon::prelude::*;

use crate::letters::Letters;
use crate::lists::Lists;
use crate::neighbours::Neighbours;
use crate::pairs::Compared;
use crate::tokens::{Vocabulary, key};

/// A list of names longer than this says too little: those that belong together share a longer key.
const LONGEST_LIST: usize = 40;

/// So many of a name's most telling words are used for pairs of words.
const MOST_PAIRED_WORDS: usize = 5;

/// The search for names worth comparing.
#[derive(Debug)]
pub struct Candidates<'a> {
    compared: &'a Compared,
    lists: Lists,
    lists_of_name: Lists,
    neighbours: [Neighbours; 2],
    letters: Letters,
}

impl<'a> Candidates<'a> {
    /// Makes the lists of names that share a key.
    pub fn of(compared: &'a Compared) -> Candidates<'a> {
        let heads: Vec<Head> = heads(compared);
        let all = 0..heads.len() as u32;
        let mut keys: Vec<(u64, u32)> = all.into_par_iter().flat_map_iter(|name| keys_of_name(compared, &heads, name)).collect();
        keys.par_sort_unstable();
        keys.dedup();
        let mut lists = Lists::default();
        for list in keys.chunk_by(|a, b| a.0 == b.0).filter(|list| (2..=LONGEST_LIST).contains(&list.len())) {
            lists.push(list.iter().map(|(_, name)| *name));
        }
        drop(keys);
        let neighbours = [Neighbours::from_the_left(compared), Neighbours::from_the_right(compared)];
        Candidates { lists_of_name: lists.turned(heads.len()), compared, lists, neighbours, letters: Letters::of(compared) }
    }

    /// The names after `name` worth comparing it with, in order, each once, in place of what `found` held.
    pub fn after(&self, name: u32, found: &mut Vec<u32>) {
        found.clear();
        for list in self.lists_of_name.of(name) {
            let list = self.lists.of(*list);
            let next = list.partition_point(|other| *other <= name);
            found.extend(&list[next..]);
        }
        found.extend(self.neighbours.iter().flat_map(|neighbours| neighbours.of(name)).filter(|other| *other > name));
        found.sort_unstable();
        found.dedup();
        found.retain(|other| self.letters.may_be_alike(self.compared, name, *other));
    }
}

/// Where the names that say the same words begin.
#[derive(Clone, Copy)]
struct Head {
    /// The first of them.
    of_words: u32,
    /// The first of them that states the same legal form: it stands in the lists on behalf of all of that form.
    of_form: u32,
}

fn heads(compared: &Compared) -> Vec<Head> {
    let names = &compared.names;
    let mut heads: Vec<Head> = Vec::with_capacity(names.len());
    let mut first = 0;
    for (place, name) in names.iter().enumerate() {
        if name.normal.main.text != names[first].normal.main.text {
            first = place;
        }
        let of_form = (first..place).find(|other| names[*other].normal.form == name.normal.form).unwrap_or(place);
        heads.push(Head { of_words: first as u32, of_form: of_form as u32 });
    }
    heads
}

fn keys_of_name(compared: &Compared, heads: &[Head], name: u32) -> Vec<(u64, u32)> {
    let Head { of_words, of_form } = heads[name as usize];
    let own = compared.wordings.of_name(name).start;
    let mut keys = Vec::with_capacity(32);
    keys.push((key(&[of_form, u32::MAX]), name));
    if of_form == name {
        keys.push((key(&[of_words, u32::MAX - 1]), name));
        keys.extend(compared.facts(name).initials.map(|initials| (key(&[initials.packed, u32::MAX - 2]), name)));
    }
    for wording in compared.wordings.of_name(name).filter(|wording| of_form == name || *wording != own) {
        keys_of_words(&compared.vocabulary, compared.wordings.words(wording), |key| keys.push((key, name)));
    }
    keys
}

fn keys_of_words(vocabulary: &Vocabulary, words: &[u32], mut push: impl FnMut(u64)) {
    let is_telling = |word: &u32| vocabulary.known(*word).names_with as usize <= LONGEST_LIST;
    push(vocabulary.key_of_meant(words) ^ 1);
    for word in words.iter().filter(|word| is_telling(word)) {
        push(key(&[*word]));
        // A word that few names have may be a misspelling: such a name also stands in the list of the word it is near.
        vocabulary.near(*word).iter().filter(|near| is_telling(near)).for_each(|near| push(key(&[*near])));
    }
    let meant = everyday_words(vocabulary, words);
    for (place, a) in meant.iter().enumerate() {
        for (next, b) in meant.iter().enumerate().skip(place + 1) {
            push(key(&[*a, *b]));
            meant[next + 1..].iter().for_each(|c| push(key(&[*a, *b, *c])));
        }
    }
}

/// The most telling of the words that too many names have to meet by one of them alone. Misspelt words stand as what they are probably meant to be.
fn everyday_words(vocabulary: &Vocabulary, words: &[u32]) -> Vec<u32> {
    let is_everyday = |word: &u32| vocabulary.known(*word).names_with as usize > LONGEST_LIST / 2;
    let mut meant: Vec<u32> = words.iter().map(|word| vocabulary.known(*word).meant).filter(is_everyday).collect();
    meant.sort_unstable_by_key(|word| (vocabulary.known(*word).names_with, *word));
    meant.dedup();
    meant.truncate(MOST_PAIRED_WORDS);
    meant.sort_unstable();
    meant
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Party;
    use crate::contradictions::Settled;
    use crate::names::gather;
    use proptest::prelude::*;

    const WORDS: [&str; 14] = [
        "Quincewell",
        "Quincewel",
        "Medlar",
        "Medlars",
        "Damson",
        "Damosn",
        "Care",
        "Services",
        "Plumbing",
        "Plumbng",
        "School",
        "(Leeds)",
        "Holdings",
        "Q & M",
    ];

    fn some_names() -> impl Strategy<Value = Vec<String>> {
        let words = prop::collection::vec(0..WORDS.len(), 1..4)
            .prop_map(|words| words.iter().map(|word| WORDS[*word]).collect::<Vec<_>>().join(" "));
        let name = (words, prop::sample::select(vec!["", " Ltd", " LIMITED", " PLC"])).prop_map(|(words, form)| words + form);
        prop::collection::vec(name, 2..24)
    }

    /// For each name the first that a chain of likely pairs leads to.
    fn chained(count: u32, likely: &[(u32, u32)]) -> Vec<u32> {
        let mut first: Vec<u32> = (0..count).collect();
        for _ in 0..count {
            for (a, b) in likely {
                let least = first[*a as usize].min(first[*b as usize]);
                (first[*a as usize], first[*b as usize]) = (least, least);
            }
        }
        first
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn comparing_everybody_with_everybody_links_no_two_names_that_the_search_leaves_unlinked(names in some_names()) {
            let parties: Vec<Party<'_>> = names.iter().map(|name| Party { name, ..Party::default() }).collect();
            let compared = Compared::of(gather(&parties, &Settled::default()).all);
            let candidates = Candidates::of(&compared);
            let count = compared.names.len() as u32;
            let is_likely = |a: u32, b: u32| {
                let verdict = compared.verdict(a, b);
                verdict.against.is_none() && verdict.probability >= 0.45
            };
            let all: Vec<(u32, u32)> = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))).filter(|(a, b)| is_likely(*a, *b)).collect();
            let mut found = Vec::new();
            let mut searched = Vec::new();
            for a in 0..count {
                candidates.after(a, &mut found);
                searched.extend(found.iter().map(|b| (a, *b)).filter(|(a, b)| is_likely(*a, *b)));
            }
            prop_assert_eq!(chained(count, &all), chained(count, &searched));
        }
    }
}
