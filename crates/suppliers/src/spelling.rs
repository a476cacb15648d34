//! How far two spellings are apart.
//!
//! The rule: distance is optimal string alignment: one step is a letter added, lost, changed, or
//! two neighbours swapped. It stops as soon as the limit is passed and never allocates.

const LONGEST: usize = 64;

/// Steps between `a` and `b`, or `None` where there are more than `limit`. Texts over 64 bytes are compared by their first 64.
pub fn distance(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let (a, b) = without_shared_ends(a, b);
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before_last = [0u8; LONGEST + 1];
    let mut last = [0u8; LONGEST + 1];
    let mut row = [0u8; LONGEST + 1];
    for (place, cell) in last.iter_mut().enumerate() {
        *cell = place as u8;
    }
    for i in 1..=a.len() {
        row[0] = i as u8;
        let mut least = row[0];
        for j in 1..=b.len() {
            let changed = last[j - 1] + u8::from(a[i - 1] != b[j - 1]);
            let mut best = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before_last[j - 2] + 1);
            }
            row[j] = best;
            least = least.min(best);
        }
        if usize::from(least) > limit {
            return None;
        }
        before_last = last;
        last = row;
    }
    Some(usize::from(last[b.len()])).filter(|steps| *steps <= limit)
}

fn without_shared_ends<'a>(a: &'a [u8], b: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[start..], &b[start..]);
    let end = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (&a[..a.len() - end], &b[..b.len() - end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn swapped_neighbours_are_one_step() {
        assert_eq!(distance(b"OCLNE", b"COLNE", 2), Some(1));
        assert_eq!(distance(b"COLNE", b"COLNE", 0), Some(0));
        assert_eq!(distance(b"LEEDS", b"BOLTON", 2), None);
    }

    fn slow(a: &[u8], b: &[u8]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = match (i, j) {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => {
                        let mut best =
                            (table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1])).min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                            best = best.min(table[i - 2][j - 2] + 1);
                        }
                        best
                    }
                };
            }
        }
        table[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn the_quick_distance_agrees_with_the_full_table(a in "[ABC]{0,9}", b in "[ABC]{0,9}", limit in 0usize..6) {
            let steps = slow(a.as_bytes(), b.as_bytes());
            prop_assert_eq!(distance(a.as_bytes(), b.as_bytes(), limit), (steps <= limit).then_some(steps));
        }
    }
}
