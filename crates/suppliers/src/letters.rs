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
    marks: Vec<[u64; 4]>,
}

/// Of the letter pairs of the shorter, at least so many in a hundred must be in the longer.
const LEAST_COMMON_PERCENT: u32 = 60;

impl Letters {
    /// Marks every wording.
    pub fn of(compared: &Compared) -> Letters {
        Letters { marks: (0..compared.wordings.count()).into_par_iter().map(|wording| mark(compared, wording)).collect() }
    }

    /// True where any wording of `a` shares enough letter pairs with any of `b`.
    pub fn may_be_alike(&self, compared: &Compared, a: u32, b: u32) -> bool {
        let alike = |x: u32, y: u32| {
            let (first, second) = (&self.marks[x as usize], &self.marks[y as usize]);
            let bits = |mark: &[u64; 4]| mark.iter().map(|part| part.count_ones()).sum::<u32>();
            let common: u32 = first.iter().zip(second).map(|(p, q)| (p & q).count_ones()).sum();
            common * 100 >= LEAST_COMMON_PERCENT * bits(first).min(bits(second))
        };
        compared.wordings.of_name(a).any(|x| compared.wordings.of_name(b).any(|y| alike(x, y)))
    }
}

/// Neighbours inside a word only, so that the order of words does not matter.
fn mark(compared: &Compared, wording: u32) -> [u64; 4] {
    let mut mark = [0u64; 4];
    for word in compared.wordings.words(wording) {
        let text = compared.vocabulary.text(*word).as_bytes();
        for pair in text.windows(2) {
            let bit = (usize::from(pair[0]) * 31 + usize::from(pair[1]) * 7) % 256;
            mark[bit / 64] |= 1 << (bit % 64);
        }
    }
    mark
}
