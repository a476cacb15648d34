//! Names next to each other by their letters.
//!
//! The rule: names are put in the order of their letters without spaces, from the left and again from
//! the right (Hernández and Stolfo's sorted neighbourhood). It finds what words cannot: lost spaces
//! (`DRUM AND MONKEYRESTAURANT`), names cut short and, from the right, codes in front.

use rayon::prelude::*;

use crate::pairs::Compared;

/// In the order of letters each name is compared with so many that follow it.
const NEXT_BY_LETTERS: usize = 3;

/// All names in the order of their letters.
#[derive(Debug)]
pub struct Neighbours {
    order: Vec<u32>,
    places: Vec<u32>,
}

impl Neighbours {
    /// By their first letters.
    pub fn from_the_left(compared: &Compared) -> Neighbours {
        Neighbours::in_order_of(compared, |text| packed(text.bytes()))
    }

    /// By their last letters, the last one first.
    pub fn from_the_right(compared: &Compared) -> Neighbours {
        Neighbours::in_order_of(compared, |text| packed(text.bytes().rev()))
    }

    fn in_order_of(compared: &Compared, letters: impl Fn(&str) -> u128 + Sync) -> Neighbours {
        let mut sorted: Vec<(u128, u32)> = compared
            .names
            .par_iter()
            .zip(0..compared.names.len() as u32)
            .map(|(name, place)| (letters(&name.normal.main.text), place))
            .collect();
        sorted.par_sort_unstable();
        let order: Vec<u32> = sorted.into_iter().map(|(_, name)| name).collect();
        let mut places = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(name, place)| places[*name as usize] = place);
        Neighbours { order, places }
    }

    /// The names just before and after `name`.
    pub fn of(&self, name: u32) -> impl Iterator<Item = u32> {
        let place = self.places[name as usize] as usize;
        let near = place.saturating_sub(NEXT_BY_LETTERS)..(place + NEXT_BY_LETTERS + 1).min(self.order.len());
        self.order[near].iter().copied()
    }
}

/// The first 25 letters in five bits each; digits and letters of other alphabets share the numbers that are left.
fn packed(bytes: impl Iterator<Item = u8>) -> u128 {
    let number = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A' + 1,
        other => 27 + other % 5,
    };
    bytes.filter(|byte| *byte != b' ').map(number).chain([0; 25]).take(25).fold(0, |all, number| all << 5 | u128::from(number))
}
