//! Many draws of one result, summed up.
//!
//! The rule: the middle and the ends are told before the mean, and where a few very bad draws make the mean what it is, that is said,
//! since such a mean means little. Percentiles are draws that happened, never something between two.

/// What many draws of one result say.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// One draw in twenty lies below.
    pub p5: f64,
    /// One draw in ten lies below.
    pub p10: f64,
    /// Half lie below.
    pub p50: f64,
    /// Four in five lie below.
    pub p80: f64,
    /// Nine in ten lie below.
    pub p90: f64,
    /// Nineteen in twenty lie below.
    pub p95: f64,
    /// The mean.
    pub mean: f64,
    /// The mean without the worst draw in every hundred.
    pub mean_without_worst: f64,
    /// The share of draws below nought, 0 to 1.
    pub chance_of_loss: f64,
    /// Twenty steps from the first to the last percentile, for drawing.
    pub steps: Vec<Step>,
}

/// The draws that lie in one stretch; those beyond the first and last percentile are in the outer ones.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The share of draws in it, 0 to 1.
    pub share: f64,
}

/// How many steps are drawn.
const STEPS: usize = 20;

impl Spread {
    /// Sums up results, of which low ones are the bad ones.
    pub(crate) fn of_results(mut draws: Vec<f64>) -> Spread {
        draws.sort_unstable_by(f64::total_cmp);
        let without_worst = mean(&draws[draws.len() / 100..]);
        Spread::of_sorted(&draws, without_worst)
    }

    /// Sums up costs, of which high ones are the bad ones.
    pub(crate) fn of_costs(mut draws: Vec<f64>) -> Spread {
        draws.sort_unstable_by(f64::total_cmp);
        let without_worst = mean(&draws[..draws.len() - draws.len() / 100]);
        Spread::of_sorted(&draws, without_worst)
    }

    /// True where the worst draw in every hundred moves the mean by more than a tenth of the way from P10 to P90.
    pub fn is_mean_ruled_by_its_tail(&self) -> bool {
        (self.mean - self.mean_without_worst).abs() > 0.1 * (self.p90 - self.p10)
    }

    fn of_sorted(draws: &[f64], mean_without_worst: f64) -> Spread {
        let below = draws.partition_point(|draw| *draw < 0.0);
        Spread {
            p5: percentile(draws, 0.05),
            p10: percentile(draws, 0.1),
            p50: percentile(draws, 0.5),
            p80: percentile(draws, 0.8),
            p90: percentile(draws, 0.9),
            p95: percentile(draws, 0.95),
            mean: mean(draws),
            mean_without_worst,
            chance_of_loss: below as f64 / draws.len().max(1) as f64,
            steps: steps(draws),
        }
    }
}

/// The lowest draw that at least `share` of all do not pass.
fn percentile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(0.0)
}

fn mean(draws: &[f64]) -> f64 {
    draws.iter().sum::<f64>() / draws.len().max(1) as f64
}

fn steps(sorted: &[f64]) -> Vec<Step> {
    let (first, last) = (percentile(sorted, 0.01), percentile(sorted, 0.99));
    let width = (last - first) / STEPS as f64;
    if width <= 0.0 {
        return Vec::new();
    }
    let place = |step: usize| match step {
        0 => 0,
        STEPS => sorted.len(),
        _ => sorted.partition_point(|draw| *draw < first + width * step as f64),
    };
    let step = |step: usize| Step {
        from: first + width * step as f64,
        to: first + width * (step + 1) as f64,
        share: (place(step + 1) - place(step)) as f64 / sorted.len() as f64,
    };
    (0..STEPS).map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_numbers_from_1_to_100_a_tenth_lie_up_to_10_and_the_middle_is_50() {
        let spread = Spread::of_results((1..=100).rev().map(f64::from).collect());
        assert_eq!((spread.p5, spread.p10, spread.p50, spread.p80, spread.p90, spread.p95), (5.0, 10.0, 50.0, 80.0, 90.0, 95.0));
        assert_eq!((spread.mean, spread.mean_without_worst), (50.5, 51.0));
        assert_eq!(spread.chance_of_loss, 0.0);
        assert!((spread.steps.iter().map(|step| step.share).sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_result_of_nothing_is_no_loss() {
        assert_eq!(Spread::of_results(vec![-1.0, 0.0, 0.0, 1.0]).chance_of_loss, 0.25);
    }

    #[test]
    fn one_ruinous_draw_in_a_hundred_rules_the_mean_and_is_said_to() {
        let mut costs: Vec<f64> = (0..990).map(|draw| 100.0 + f64::from(draw % 100)).collect();
        costs.extend([10_000.0; 10]);
        let spread = Spread::of_costs(costs);
        assert!(spread.is_mean_ruled_by_its_tail(), "{spread:?}");
        assert!(!Spread::of_costs((0..1000).map(|draw| f64::from(draw % 100)).collect()).is_mean_ruled_by_its_tail());
    }

    #[test]
    fn draws_that_are_all_the_same_have_no_shape_to_draw() {
        assert!(Spread::of_results(vec![7.0; 50]).steps.is_empty());
    }
}
