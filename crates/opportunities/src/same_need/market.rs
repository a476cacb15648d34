//! The suppliers of one family: how concentrated, how many small ones, how long a tail.
//!
//! The rule: shares are of what the bodies of one opportunity pay named suppliers; these figures warn of harm and
//! are never part of a saving.

use definitions::Pence;

/// What can be said of the suppliers of a family.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Market {
    /// How many suppliers.
    pub(crate) suppliers: usize,
    /// Herfindahl-Hirschman index: the sum of squared shares, 0 to 1.
    pub(crate) concentration: f64,
    /// How many suppliers, the smallest ones, share the last fifth of the money.
    pub(crate) in_the_tail: usize,
    /// Suppliers for each million pounds a year.
    pub(crate) for_each_million: f64,
}

impl Market {
    /// From what each supplier is paid in a year.
    pub(crate) fn of(paid: &[Pence]) -> Market {
        let mut pounds: Vec<f64> = paid.iter().map(|paid| paid.as_pounds()).filter(|pounds| *pounds > 0.0).collect();
        pounds.sort_by(|a, b| b.total_cmp(a));
        let all: f64 = pounds.iter().sum();
        if all <= 0.0 {
            return Market { suppliers: 0, concentration: 0.0, in_the_tail: 0, for_each_million: 0.0 };
        }
        let mut larger = 0.0;
        let mut before_the_tail = 0;
        for one in &pounds {
            // A supplier is in the tail if those larger than it already make four fifths; a hair's breadth for rounding.
            if larger >= 0.8 * all - 1e-6 {
                break;
            }
            larger += one;
            before_the_tail += 1;
        }
        Market {
            suppliers: pounds.len(),
            concentration: pounds.iter().map(|one| (one / all).powi(2)).sum(),
            in_the_tail: pounds.len() - before_the_tail,
            for_each_million: pounds.len() as f64 / (all / 1e6),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_half_three_tenths_and_two_tenths_give_an_index_of_038() {
        // 0.25 + 0.09 + 0.04 = 0.38; the first two make four fifths, so the third is the tail.
        let market = Market::of(&[Pence(20_000_000), Pence(50_000_000), Pence(30_000_000)]);
        assert!((market.concentration - 0.38).abs() < 1e-9);
        assert_eq!((market.suppliers, market.in_the_tail), (3, 1));
        assert!((market.for_each_million - 3.0).abs() < 1e-9);
    }

    #[test]
    fn ten_equal_suppliers_give_an_index_of_one_tenth_and_a_tail_of_two() {
        let market = Market::of(&[Pence(100); 10]);
        assert!((market.concentration - 0.1).abs() < 1e-9);
        assert_eq!(market.in_the_tail, 2);
    }

    #[test]
    fn no_payments_make_no_market() {
        assert_eq!(Market::of(&[Pence(0), Pence(-5)]).suppliers, 0);
    }
}
