//! Many short lists of numbers, stored one after the other.
//!
//! The rule: two allocations however many lists there are. A list is known by its place.

/// Lists of numbers, one after the other.
#[derive(Debug)]
pub struct Lists {
    all: Vec<u32>,
    starts: Vec<u32>,
}

impl Default for Lists {
    fn default() -> Lists {
        Lists { all: Vec::new(), starts: vec![0] }
    }
}

impl Lists {
    /// Adds a list after the others.
    pub fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.all.extend(list);
        self.starts.push(self.all.len() as u32);
    }

    /// One list.
    pub fn of(&self, place: u32) -> &[u32] {
        &self.all[self.starts[place as usize] as usize..self.starts[place as usize + 1] as usize]
    }

    /// How many lists there are.
    pub fn count(&self) -> u32 {
        self.starts.len() as u32 - 1
    }

    /// Everything in all lists, to be changed in place.
    pub fn all_mut(&mut self) -> &mut [u32] {
        &mut self.all
    }

    /// For each number under `count` the places of the lists that hold it, in order.
    pub fn turned(&self, count: usize) -> Lists {
        let mut starts = vec![0u32; count + 1];
        for number in &self.all {
            starts[*number as usize + 1] += 1;
        }
        for number in 0..count {
            starts[number + 1] += starts[number];
        }
        let mut next = starts.clone();
        let mut all = vec![0; self.all.len()];
        for place in 0..self.count() {
            for number in self.of(place) {
                all[next[*number as usize] as usize] = place;
                next[*number as usize] += 1;
            }
        }
        Lists { all, starts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turned_lists_say_which_lists_hold_a_number() {
        let mut lists = Lists::default();
        lists.push([0, 2]);
        lists.push([]);
        lists.push([2]);
        let turned = lists.turned(3);
        assert_eq!([turned.of(0), turned.of(1), turned.of(2)], [&[0][..], &[], &[0, 2]]);
    }
}
