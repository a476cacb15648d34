//! Where a text stands among those a reader has met, so that what was decided of a text is found without reading it again.
//!
//! The rule: the same place is the same text of the same column; a text may have no place, and then it is read. A place
//! never outlives the round of texts it was given in: no two rounds of a process share a number.

use std::sync::atomic::{AtomicU64, Ordering};

/// The place of a text. The default is no place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TextPlace {
    /// From 1; 0 is no round.
    round: u64,
    place: u32,
}

/// The places of the texts of one line of spending.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LinePlaces {
    /// Of the body's own category.
    pub category: TextPlace,
    /// Of the department.
    pub service: TextPlace,
    /// Of the purpose.
    pub purpose: TextPlace,
    /// Of the supplier's name.
    pub supplier: TextPlace,
}

/// Texts that are numbered together, from 0.
#[derive(Debug)]
pub struct Round(u64);

impl Round {
    /// A round that no text has a place in yet.
    pub fn begin() -> Round {
        static ROUNDS: AtomicU64 = AtomicU64::new(1);
        Round(ROUNDS.fetch_add(1, Ordering::Relaxed))
    }

    /// The place of the text numbered `place`.
    pub fn place(&self, place: u32) -> TextPlace {
        TextPlace { round: self.0, place }
    }
}

/// What was decided of texts, by their places.
#[derive(Debug)]
pub struct ByPlace<T> {
    round: u64,
    decided: Vec<Option<T>>,
}

impl<T> Default for ByPlace<T> {
    fn default() -> ByPlace<T> {
        ByPlace { round: 0, decided: Vec::new() }
    }
}

impl<T: Copy> ByPlace<T> {
    /// What was decided of the text at `place`, decided now if it is new; `None` where it has no place.
    pub fn ask(&mut self, place: TextPlace, decide: impl FnOnce() -> T) -> Option<T> {
        if place.round == 0 {
            return None;
        }
        if place.round != self.round {
            self.round = place.round;
            self.decided.clear();
        }
        let number = place.place as usize;
        if number >= self.decided.len() {
            self.decided.resize(number + 1, None);
        }
        Some(*self.decided[number].get_or_insert_with(decide))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_decided_once_in_its_round_and_again_in_the_next() {
        let (first, second) = (Round::begin(), Round::begin());
        let mut by_place = ByPlace::default();
        assert_eq!(by_place.ask(first.place(3), || "care"), Some("care"));
        assert_eq!(by_place.ask(first.place(3), || "roads"), Some("care"));
        assert_eq!(by_place.ask(second.place(3), || "roads"), Some("roads"));
        assert_eq!(by_place.ask(first.place(3), || "care"), Some("care"));
    }

    #[test]
    fn a_text_without_a_place_is_not_decided_here() {
        assert_eq!(ByPlace::default().ask(TextPlace::default(), || 1), None);
    }
}
