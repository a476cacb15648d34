//! How far one division of names into suppliers agrees with the truth.
//!
//! The rule: every pair of names counts once (pairwise figures), or every name once (B-cubed, Bagga and Baldwin 1998); a
//! wrong cluster is one with names of more than one supplier, and its strangers are those not of the supplier it has most of.

use std::collections::HashMap;

/// Agreement with the truth.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// Of the pairs joined, the share that are one supplier.
    pub precision: f64,
    /// Of the pairs that are one supplier, the share joined.
    pub recall: f64,
    /// The harmonic mean of the two.
    pub f1: f64,
    /// The harmonic mean of precision and recall seen from each name.
    pub b_cubed_f1: f64,
    /// Names in the largest cluster.
    pub largest: u64,
    /// Names in the largest wrong cluster.
    pub largest_wrong: u64,
    /// Strangers in the cluster that has most.
    pub most_strangers: u64,
}

/// Compares: for each name its true supplier and the cluster it was put in.
pub fn score(truth: &[u32], found: &[u32]) -> Score {
    let mut of_true: HashMap<u32, u64> = HashMap::new();
    let mut of_found: HashMap<u32, u64> = HashMap::new();
    let mut of_both: HashMap<(u32, u32), u64> = HashMap::new();
    for (truth, found) in truth.iter().zip(found) {
        *of_true.entry(*truth).or_default() += 1;
        *of_found.entry(*found).or_default() += 1;
        *of_both.entry((*truth, *found)).or_default() += 1;
    }
    let pairs = |counts: &mut dyn Iterator<Item = u64>| counts.map(|count| count * (count - 1) / 2).sum::<u64>() as f64;
    let (joined, one) = (pairs(&mut of_found.values().copied()), pairs(&mut of_true.values().copied()));
    let right = pairs(&mut of_both.values().copied());
    let share = |part: f64, whole: f64| if whole == 0.0 { 1.0 } else { part / whole };
    let names = truth.len() as f64;
    let squares = |size: &dyn Fn(u32, u32) -> u64| {
        of_both.iter().map(|((truth, found), count)| (count * count) as f64 / size(*truth, *found) as f64).sum::<f64>()
    };
    let b_precision = share(squares(&|_, found| of_found[&found]), names);
    let b_recall = share(squares(&|truth, _| of_true[&truth]), names);
    let mut main: HashMap<u32, u64> = HashMap::new();
    for ((_, found), count) in &of_both {
        let most = main.entry(*found).or_default();
        *most = (*most).max(*count);
    }
    let wrong = || of_found.iter().filter(|(found, count)| main[*found] < **count);
    let (precision, recall) = (share(right, joined), share(right, one));
    Score {
        precision,
        recall,
        f1: harmonic(precision, recall),
        b_cubed_f1: harmonic(b_precision, b_recall),
        largest: of_found.values().copied().max().unwrap_or(0),
        largest_wrong: wrong().map(|(_, count)| *count).max().unwrap_or(0),
        most_strangers: wrong().map(|(found, count)| count - main[found]).max().unwrap_or(0),
    }
}

fn harmonic(a: f64, b: f64) -> f64 {
    if a + b == 0.0 { 0.0 } else { 2.0 * a * b / (a + b) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_division_worked_out_by_hand_is_scored_as_by_hand() {
        // Suppliers {0 1 2} {3 4}; clusters {0 1} {2 3 4}. Joined pairs: 01 23 24 34, right: 01 34; true pairs: 01 02 12 34.
        let score = score(&[0, 0, 0, 1, 1], &[7, 7, 8, 8, 8]);
        assert_eq!((score.precision, score.recall, score.f1), (0.5, 0.5, 0.5));
        // Precision by name: 1, 1, 1/3, 2/3, 2/3, in all 11/15; recall: 2/3, 2/3, 1/3, 1, 1, in all 11/15.
        assert!((score.b_cubed_f1 - 11.0 / 15.0).abs() < 1e-12);
        assert_eq!((score.largest, score.largest_wrong, score.most_strangers), (3, 3, 1));
    }

    #[test]
    fn nothing_joined_is_precise_and_finds_nothing() {
        let score = score(&[0, 0, 1], &[0, 1, 2]);
        assert_eq!((score.precision, score.recall, score.f1), (1.0, 0.0, 0.0));
        assert_eq!((score.largest_wrong, score.most_strangers), (0, 0));
    }
}
