//! What the number of lines a month says of a series: gaps, breaks and months that are not whole.
//!
//! The rule: lines are counted, never pounds, because one large payment makes a month's value and a change of system makes
//! its lines. A month is whole with a fifth of its series' median; a series is broken where the medians of at least three
//! months on either side differ five-fold.

use definitions::{Month, Pence, thousands};

/// Months on each side of a break, so that one odd month is never one.
const FEWEST_MONTHS: usize = 3;
/// How many times fewer or more lines there are after a break.
const BREAK_FACTOR: f64 = 5.0;

/// The sentence that says where the series breaks, if it does. Months are in order; those without payments may be left out.
pub fn break_in_series(months: &[(Month, u64, Pence)]) -> Option<String> {
    let split = split(months)?;
    let [before, after] = [&months[..split], &months[split..]].map(|side| thousands(median(side).round() as u64));
    Some(format!(
        "From {} there are about {after} lines a month where there were about {before}: a change of system or of what is published. Do not compare across it.",
        months[split].0.long()
    ))
}

/// The months with enough lines to be whole, in order; judged on each side of a break by that side's own median.
pub fn whole_months(months: &[(Month, u64, Pence)]) -> Vec<Month> {
    let (before, after) = months.split_at(split(months).unwrap_or(0));
    [before, after]
        .into_iter()
        .flat_map(|side| {
            let median = median(side);
            side.iter().filter(move |(_, rows, _)| *rows > 0 && *rows as f64 * 5.0 >= median).map(|(month, _, _)| *month)
        })
        .collect()
}

/// Months without a line between the first and the last month with more than a stray one (a hundredth of the median).
pub(super) fn gaps(months: &[(Month, u64, Pence)]) -> Vec<Month> {
    let median = median(months);
    let mut real = months.iter().filter(|(_, rows, _)| *rows as f64 * 100.0 >= median && *rows > 0).map(|(month, _, _)| *month);
    let Some(first) = real.next() else { return Vec::new() };
    let last = real.next_back().unwrap_or(first);
    let has_rows = |month: Month| months.iter().any(|(own, rows, _)| *own == month && *rows > 0);
    (first.0..=last.0).map(Month).filter(|month| !has_rows(*month)).collect()
}

/// Where the second part begins: of all places whose medians differ enough, the one with the fewest months on the wrong side.
fn split(months: &[(Month, u64, Pence)]) -> Option<usize> {
    let places = FEWEST_MONTHS..(months.len() + 1).saturating_sub(FEWEST_MONTHS);
    let broken = places.filter_map(|place| {
        let (before, after) = (median(&months[..place]).max(1.0), median(&months[place..]).max(1.0));
        let factor = (before / after).max(after / before);
        // The middle between two sizes of months, as sizes multiply.
        let middle = (before * after).sqrt();
        let misplaced =
            |side: &[(Month, u64, Pence)], is_larger: bool| side.iter().filter(|(_, rows, _)| (*rows as f64 > middle) != is_larger).count();
        (factor >= BREAK_FACTOR).then(|| (misplaced(&months[..place], before > after) + misplaced(&months[place..], after > before), place))
    });
    broken.min().map(|(_, place)| place)
}

fn median(months: &[(Month, u64, Pence)]) -> f64 {
    let mut rows: Vec<u64> = months.iter().map(|(_, rows, _)| *rows).collect();
    rows.sort_unstable();
    match (rows.len(), rows.len() / 2) {
        (0, _) => 0.0,
        (length, middle) if length % 2 == 0 => (rows[middle - 1] + rows[middle]) as f64 / 2.0,
        (_, middle) => rows[middle] as f64,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Months from April 2023 with so many lines each.
    fn months(rows: &[u64]) -> Vec<(Month, u64, Pence)> {
        (0..).zip(rows).map(|(place, rows)| (Month(2023 * 12 + 3 + place), *rows, Pence(100))).collect()
    }

    #[test]
    fn a_change_of_system_is_found_in_the_month_it_happened() {
        let sentence = break_in_series(&months(&[14_183, 13_900, 14_500, 14_200, 237, 240, 230]));
        assert_eq!(
            sentence.as_deref(),
            Some(
                "From August 2023 there are about 237 lines a month where there were about 14,192: a change of system or of what is published. Do not compare across it."
            )
        );
    }

    #[test]
    fn a_slow_rise_one_odd_month_and_a_short_series_are_no_breaks() {
        assert_eq!(break_in_series(&months(&[100, 130, 160, 200, 260, 300, 390])), None);
        assert_eq!(break_in_series(&months(&[1_000, 1_000, 1_000, 2, 1_000, 1_000, 1_000])), None);
        assert_eq!(break_in_series(&months(&[1_000, 1_000, 10, 10])), None);
    }

    #[test]
    fn a_month_with_a_fifth_of_the_usual_lines_is_whole_and_one_with_less_is_not() {
        assert_eq!(whole_months(&months(&[1_000, 1_000, 199, 200, 1_000])).len(), 4);
    }

    #[test]
    fn small_months_after_a_change_of_system_are_whole_months_of_the_new_series() {
        assert_eq!(whole_months(&months(&[14_000, 14_000, 14_000, 237, 240, 230, 3])).len(), 6);
    }

    #[test]
    fn a_month_without_payments_is_a_gap_and_a_stray_date_years_before_opens_none() {
        let mut published = months(&[500, 0, 500, 500]);
        assert_eq!(gaps(&published).iter().map(|month| month.long()).collect::<Vec<_>>(), ["May 2023"]);
        published.insert(0, (Month(2003 * 12), 1, Pence(100)));
        assert_eq!(gaps(&published).len(), 1);
    }

    proptest! {
        #[test]
        fn whole_months_are_months_of_the_series_in_order(rows in prop::collection::vec(0_u64..20_000, 0..40)) {
            let series = months(&rows);
            let whole = whole_months(&series);
            prop_assert!(whole.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(whole.iter().all(|month| series.iter().any(|own| own.0 == *month && own.1 > 0)));
            let gaps = gaps(&series);
            prop_assert!(gaps.iter().all(|month| !whole.contains(month)));
        }

        #[test]
        fn a_series_of_much_the_same_months_is_never_broken(rows in prop::collection::vec(1_000_u64..4_000, 0..40)) {
            prop_assert_eq!(break_in_series(&months(&rows)), None);
        }
    }
}
