//! A group of players as bits of a number.
//!
//! The rule: player k is in the group where bit k is set, of at most 64, so that every group of up to 24 players is also
//! its own place in a dense table. Names are kept by the game, never here.

/// A group of players: player k is in it where bit k is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Coalition(pub u64);

impl Coalition {
    /// Nobody.
    pub const NOBODY: Coalition = Coalition(0);

    /// All of `players` players, at most 64.
    pub fn everybody(players: usize) -> Coalition {
        Coalition(if players >= 64 { u64::MAX } else { (1 << players) - 1 })
    }

    /// Player `player` by itself.
    pub fn alone(player: usize) -> Coalition {
        Coalition(1 << player)
    }

    /// True where `player` is in the group.
    pub fn has(self, player: usize) -> bool {
        self.0 >> player & 1 == 1
    }

    /// How many players are in the group.
    pub fn size(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The group and `player`.
    pub fn with(self, player: usize) -> Coalition {
        Coalition(self.0 | 1 << player)
    }

    /// The group but `player`.
    pub fn without(self, player: usize) -> Coalition {
        Coalition(self.0 & !(1 << player))
    }

    /// True where nobody is in both groups.
    pub fn is_apart_from(self, other: Coalition) -> bool {
        self.0 & other.0 == 0
    }

    /// The group and all of another.
    pub fn joined_by(self, other: Coalition) -> Coalition {
        Coalition(self.0 | other.0)
    }

    /// Everybody else among `players` players.
    pub fn others(self, players: usize) -> Coalition {
        Coalition(Coalition::everybody(players).0 & !self.0)
    }

    /// Its players, lowest first.
    pub fn members(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let next = (left != 0).then(|| left.trailing_zeros() as usize);
            left &= left.wrapping_sub(1);
            next
        })
    }

    /// Its place in a dense table.
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_knows_its_members_and_who_is_left_outside() {
        let group = Coalition::alone(1).with(3);
        assert_eq!(group.members().collect::<Vec<_>>(), [1, 3]);
        assert_eq!((group.size(), group.has(3), group.has(0)), (2, true, false));
        assert_eq!(group.others(5), Coalition(0b10101));
        assert_eq!(group.without(1), Coalition::alone(3));
        assert_eq!(Coalition::everybody(64).size(), 64);
        assert!(group.is_apart_from(group.others(64)) && group.joined_by(group.others(64)) == Coalition::everybody(64));
    }
}
