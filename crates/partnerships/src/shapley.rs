//! The Shapley value: what each player adds, on average over every order in which all could join.
//!
//! The rule: exact, over all groups at once. A group's value counts for each member and against each outsider with a weight
//! that only its size decides, so that one pass over the values is enough: sums for all players come from folding a block
//! of values onto half of itself again and again. Blocks are added in their order, so that the number of threads changes
//! nothing.

use rayon::prelude::*;

use crate::Game;

/// Values folded at a time, as a power of two: 32 kB.
const BLOCK_PLAYERS: usize = 12;

/// The Shapley value (Shapley 1953), one amount a player; they add up to the total.
/// x_i = sum over groups S without i of |S|! (n-|S|-1)! / n! times (c(S with i) - c(S)).
pub fn shapley(game: &Game) -> Vec<f64> {
    let players = game.players().len();
    let low_players = players.min(BLOCK_PLAYERS);
    let weights = Weights::of(players);
    let blocks: Vec<(Vec<f64>, f64)> = game
        .values()
        .par_chunks(1 << low_players)
        .enumerate()
        .map(|(block, values)| {
            let high_size = block.count_ones() as usize;
            let size = |place: usize| high_size + place.count_ones() as usize;
            let against: f64 = values.iter().enumerate().map(|(place, value)| weights.against[size(place)] * value).sum();
            let folded: Vec<f64> = values.iter().enumerate().map(|(place, value)| weights.both[size(place)] * value).collect();
            (sums_by_member(folded, low_players), against)
        })
        .collect();
    let mut amounts = vec![0.0; players];
    for (block, (by_member, against)) in blocks.iter().enumerate() {
        let (low, all) = (&by_member[..low_players], by_member[low_players]);
        amounts.iter_mut().zip(low).for_each(|(amount, sum)| *amount += sum);
        (low_players..players).filter(|player| block >> (player - low_players) & 1 == 1).for_each(|player| amounts[player] += all);
        amounts.iter_mut().for_each(|amount| *amount -= against);
    }
    amounts
}

/// Weights by the size of the group.
struct Weights {
    /// What a group's value counts for each member, and against each outsider, together.
    both: Vec<f64>,
    /// What it counts against each outsider.
    against: Vec<f64>,
}

impl Weights {
    fn of(players: usize) -> Weights {
        // s! (n-s-1)! / n! is 1 / (n times n-1 over s).
        let one_order = |size: usize| 1.0 / (players as f64 * choose(players - 1, size));
        let against: Vec<f64> = (0..=players).map(|size| if size < players { one_order(size) } else { 0.0 }).collect();
        let both = (0..=players).map(|size| if size > 0 { one_order(size - 1) + against[size] } else { 0.0 }).collect();
        Weights { both, against }
    }
}

/// How many ways there are to choose `some` of `all`.
fn choose(all: usize, some: usize) -> f64 {
    (0..some).fold(1.0, |ways, place| ways * (all - place) as f64 / (place + 1) as f64)
}

/// The sum over the groups that hold each player, the first player first, and last the sum over all groups.
fn sums_by_member(mut values: Vec<f64>, players: usize) -> Vec<f64> {
    let mut sums = vec![0.0; players + 1];
    for player in (0..players).rev() {
        let (without, with) = values.split_at_mut(1 << player);
        sums[player] = with.iter().sum();
        without.iter_mut().zip(with.iter()).for_each(|(without, with)| *without += with);
        values.truncate(1 << player);
    }
    sums[players] = values[0];
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_adds_up_the_values_of_the_groups_that_hold_each_player() {
        // Groups: nobody 1, a 2, b 3, ab 4, c 5, ac 6, bc 7, abc 8.
        let sums = sums_by_member(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0], 3);
        assert_eq!(sums, [2.0 + 4.0 + 6.0 + 8.0, 3.0 + 4.0 + 7.0 + 8.0, 5.0 + 6.0 + 7.0 + 8.0, 36.0]);
    }

    #[test]
    fn orders_are_counted_once_each() {
        // Of 4 players 1 in 4 orders begins with a given one; of the 24 orders 2 have two given players before a third.
        let weights = Weights::of(4);
        assert_eq!(weights.against[0], 1.0 / 4.0);
        assert!((weights.against[2] - 2.0 / 24.0).abs() < 1e-15);
    }
}
