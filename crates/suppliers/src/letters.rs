//! A cheap look at two names before the dear one.
//!
//! The rule: every wording leaves a mark of 256 bits, one for each pair of neighbouring letters in
//! it. Two names whose marks have little in common cannot score well, and are not compared further.
//! It may only save work: what it turns away would not have been joined.

use rayon::prelude::*;

use crate::pairs::Compared;

/// The marks of all wordings.
#[derive(Debug)]
pub struct Letters {
    marks: Vec<Mark>,
}

/// Two letters swapped inside a word change three of its pairs, and a second slip may touch one more.
const LOST_TO_ONE_SLIP: u32 = 4;

#[derive(Clone, Copy, Debug)]
struct Mark {
    bits: [u64; 4],
    /// How many of them are set.
    count: u32,
}

/// Of the letter pairs of the shorter, at least so many in a hundred must be in the longer.
const LEAST_COMMON_PERCENT: u32 = 50;

impl Letters {
    /// Marks every wording.
    pub fn of(compared: &Compared) -> Letters {
        Letters { marks: (0..compared.wordings.count()).into_par_iter().map(|wording| mark(compared, wording)).collect() }
    }

    /// True where any wording of `a` shares enough letter pairs with any of `b`, and not both have a known word that nothing
    /// in the other can stand for.
    pub fn may_be_alike(&self, compared: &Compared, a: u32, b: u32) -> bool {
        if compared.facts(a).initials_of(compared.facts(b)).is_some() {
            return true;
        }
        let (of_a, of_b) = (compared.wordings.of_name(a), compared.wordings.of_name(b));
        if of_a.len() == 1 && of_b.len() == 1 {
            return self.are_alike(of_a.start, of_b.start) && !both_have_lonely(compared, of_a.start, of_b.start);
        }
        of_a.into_iter().any(|x| of_b.clone().any(|y| self.are_alike(x, y)))
    }

    fn are_alike(&self, x: u32, y: u32) -> bool {
        let (first, second) = (&self.marks[x as usize], &self.marks[y as usize]);
        let common: u32 = first.bits.iter().zip(&second.bits).map(|(p, q)| (p & q).count_ones()).sum();
        let fewer = first.count.min(second.count);
        common + LOST_TO_ONE_SLIP >= fewer || common * 100 >= LEAST_COMMON_PERCENT * fewer
    }
}

fn both_have_lonely(compared: &Compared, x: u32, y: u32) -> bool {
    let (x, y) = (compared.wordings.words(x), compared.wordings.words(y));
    has_lonely(compared, x, y) && has_lonely(compared, y, x)
}

/// True where a word that other names have too has nothing among `others` that could stand for it.
fn has_lonely(compared: &Compared, words: &[u32], others: &[u32]) -> bool {
    let known = |word: &u32| compared.vocabulary.known(*word);
    let is_lonely =
        |word: &u32| !others.contains(word) && known(word).is_known && !others.iter().any(|other| known(word).may_stand_for(known(other)));
    words.iter().any(is_lonely)
}

/// Neighbours inside a word only, so that the order of words does not matter.
fn mark(compared: &Compared, wording: u32) -> Mark {
    let mut bits = [0u64; 4];
    for word in compared.wordings.words(wording) {
        let text = compared.vocabulary.bytes(*word);
        for pair in text.windows(2) {
            let bit = (usize::from(pair[0]) * 31 + usize::from(pair[1]) * 7) % 256;
            bits[bit / 64] |= 1 << (bit % 64);
        }
    }
    Mark { bits, count: bits.iter().map(|part| part.count_ones()).sum() }
}
