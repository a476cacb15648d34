//! How far two spellings are apart.
//!
//! The rule: distance is optimal string alignment: one step is a letter added, lost, changed, or
//! two neighbours swapped. A whole column of the table is worked out at once, one bit a letter
//! (Hyyrö 2003); it stops as soon as the limit is passed and never allocates.

const LONGEST: usize = 64;

/// Steps between `a` and `b`, or `None` where there are more than `limit`. Texts over 64 bytes are compared by their first 64.
pub fn distance(a: &[u8], b: &[u8], limit: usize) -> Option<usize> {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    let (a, b) = without_shared_ends(a, b);
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    match short.len() {
        0 => Some(long.len()),
        _ if limit == 0 => None,
        1 => Some(long.len() - usize::from(long.contains(&short[0]))).filter(|steps| *steps <= limit),
        _ if short.is_ascii() && long.is_ascii() => by_columns::<128>(short, long, limit),
        _ => by_columns::<256>(short, long, limit),
    }
}

/// Bit `i` of a column says something of the first `i + 1` letters of `short`.
fn by_columns<const BYTES: usize>(short: &[u8], long: &[u8], limit: usize) -> Option<usize> {
    let mut stands_at = [0u64; BYTES];
    for (place, byte) in short.iter().enumerate() {
        stands_at[usize::from(*byte) % BYTES] |= 1 << place;
    }
    let last = 1u64 << (short.len() - 1);
    let (mut up, mut down, mut diagonal, mut before) = (u64::MAX, 0u64, 0u64, 0u64);
    let mut steps = short.len();
    for (place, byte) in long.iter().enumerate() {
        let equal = stands_at[usize::from(*byte) % BYTES];
        let swapped = ((!diagonal & equal) << 1) & before;
        diagonal = (((equal & up).wrapping_add(up)) ^ up) | equal | down | swapped;
        let right = down | !(diagonal | up);
        let left = diagonal & up;
        steps = steps + usize::from(right & last != 0) - usize::from(left & last != 0);
        // Every letter of `long` that is left can lower the sum by one at most.
        if steps > limit + (long.len() - 1 - place) {
            return None;
        }
        let right = (right << 1) | 1;
        up = (left << 1) | !(diagonal | right);
        down = right & diagonal;
        before = equal;
    }
    Some(steps).filter(|steps| *steps <= limit)
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
