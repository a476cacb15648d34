//! How likely each result is: every uncertain figure drawn a hundred thousand times.
//!
//! The rule: a draw depends on the seed, the name of the figure and the number of the draw, so the same case gives the same chances on
//! one core or sixteen. What goes wrong goes wrong together: each figure leans on one shared fortune of the case and on its own,
//! and the shared one pushes every figure the bad way at once. Options share their fortune, so that they can be compared draw by draw.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::appraisal::days_of_interest;
use crate::bell::normal_chance;
use crate::case::{Case, CaseOption};
use crate::discount::SCHEDULE;
use crate::flows::Flows;
use crate::holders::Holders;
use crate::line::{Kind, Line};
use crate::random::Stream;
use crate::spread::Spread;
use crate::uncertain::Uncertain;

/// What the draws of an option say.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// How many uncertain figures were drawn; with none, every draw is the central estimate.
    pub uncertain_figures: usize,
    /// The net present social value, up to each day of interest; the last is the whole.
    pub until: Vec<Spread>,
    /// The net present value of cash.
    pub cash: Spread,
    /// The present value of costs, above nought.
    pub costs: Spread,
    /// The present value of cash of each holder.
    pub by_holder: Vec<Spread>,
    /// The net present social value of each draw, in their order.
    pub public_by_draw: Vec<f64>,
}

impl Chances {
    /// The net present social value of the whole.
    pub fn public(&self) -> &Spread {
        self.until.last().expect("results are always given for the whole")
    }
}

/// Draws an option.
pub fn draw_chances(case: &Case, option: &CaseOption) -> Chances {
    let plan = Plan::of(case, option);
    let drawn = plan.draw();
    // One result at a time is laid out whole, so that memory holds the draws once.
    let of_result = |result: usize| -> Vec<f64> { drawn.iter().flat_map(|chunk| chunk[result].iter().copied()).collect() };
    let public_by_draw = of_result(plan.days - 1);
    let costs_place = plan.days + 1;
    let spread =
        |place: usize| if place == costs_place { Spread::of_costs(of_result(place)) } else { Spread::of_results(of_result(place)) };
    let mut until: Vec<Spread> = (0..plan.weights.len()).into_par_iter().map(spread).collect();
    let by_holder = until.split_off(plan.days + 2);
    let costs = until.remove(costs_place);
    let cash = until.remove(plan.days);
    Chances { uncertain_figures: plan.lines.iter().map(|line| line.figures.len()).sum(), until, cash, costs, by_holder, public_by_draw }
}

/// The share of draws, 0 to 1, in which one option is worth more than another. Both were drawn of one case.
pub fn chance_of_more(one: &Chances, other: &Chances) -> f64 {
    let pairs = one.public_by_draw.iter().zip(&other.public_by_draw);
    let more = pairs.clone().filter(|(one, other)| one > other).count();
    more as f64 / pairs.len().max(1) as f64
}

/// Draws that are worked out together: large enough to be worth a thread, small enough for its nearest memory.
const AT_ONCE: usize = 1024;

/// All that a draw needs. The results of a draw are, in this order: public value up to each day of interest, cash, costs, and
/// the cash of each holder.
struct Plan {
    lines: Vec<PlannedLine>,
    /// For each result, what each line adds to it when its uncertain figures multiply to 1.
    weights: Vec<Vec<f64>>,
    /// How many days of interest there are.
    days: usize,
    fortune: Stream,
    draws: usize,
    /// The weights of the shared fortune and of a figure's own.
    shared_weight: f64,
    own_weight: f64,
}

/// The uncertain figures of a line.
struct PlannedLine {
    figures: Vec<PlannedFigure>,
}

struct PlannedFigure {
    figure: Uncertain,
    own: Stream,
    /// True for a figure that is taken from 1 before it multiplies.
    lessens: bool,
    /// True where a higher figure makes the case worse.
    is_worse_when_higher: bool,
}

impl Plan {
    fn of(case: &Case, option: &CaseOption) -> Plan {
        let holders = Holders::of(case);
        let mut weights = weights(case, option, &holders);
        let mut names = BTreeMap::new();
        for (place, line) in option.lines.iter().enumerate() {
            let certain: f64 = line
                .inputs()
                .filter(|(_, figure)| figure.is_certain())
                .map(|(input, figure)| line.multiple(input, figure.central()))
                .product();
            weights.iter_mut().for_each(|of_result| of_result[place] *= certain);
        }
        Plan {
            lines: option.lines.iter().map(|line| planned(case, line, &mut names)).collect(),
            weights,
            days: days_of_interest(case, &holders).len(),
            fortune: Stream::new(case.draws.seed, "shared fortune"),
            draws: case.draws.count as usize,
            shared_weight: case.draws.together.sqrt(),
            own_weight: (1.0 - case.draws.together).sqrt(),
        }
    }

    /// Every draw, some at a time, and of each time its results.
    fn draw(&self) -> Vec<Vec<Vec<f64>>> {
        let starts: Vec<usize> = (0..self.draws).step_by(AT_ONCE).collect();
        starts.into_par_iter().map(|start| self.results(start, AT_ONCE.min(self.draws - start))).collect()
    }

    /// The results of `count` draws from `start`.
    fn results(&self, start: usize, count: usize) -> Vec<Vec<f64>> {
        let fortune: Vec<f64> = (start..start + count).map(|draw| self.shared_weight * self.fortune.normal(draw as u64)).collect();
        let mut results = vec![vec![0.0; count]; self.weights.len()];
        let mut multiples = vec![1.0; count];
        for (place, line) in self.lines.iter().enumerate() {
            multiples.fill(1.0);
            line.figures.iter().for_each(|figure| self.multiply(figure, start, &fortune, &mut multiples));
            for (result, weights) in results.iter_mut().zip(&self.weights).filter(|(_, weights)| weights[place] != 0.0) {
                result.iter_mut().zip(&multiples).for_each(|(sum, multiple)| *sum += weights[place] * multiple);
            }
        }
        results
    }

    fn multiply(&self, planned: &PlannedFigure, start: usize, fortune: &[f64], multiples: &mut [f64]) {
        // A higher chance is a higher figure, which is not always the worse one.
        let direction = if planned.is_worse_when_higher { 1.0 } else { -1.0 };
        // In steps, so that the processor can work on several draws at once.
        let mut drawn: Vec<f64> = (0..multiples.len()).map(|place| planned.own.normal((start + place) as u64)).collect();
        for (own, fortune) in drawn.iter_mut().zip(fortune) {
            *own = normal_chance(direction * (fortune + self.own_weight * *own)).clamp(LEAST_CHANCE, 1.0 - LEAST_CHANCE);
        }
        for (multiple, chance) in multiples.iter_mut().zip(&drawn) {
            let figure = planned.figure.quantile(*chance);
            *multiple *= if planned.lessens { 1.0 - figure } else { figure };
        }
    }
}

/// No quantile is asked for nearer to its end than this, where a smooth curve would run to infinity.
const LEAST_CHANCE: f64 = 1e-12;

/// What each line adds to each result when all its figures multiply to 1.
fn weights(case: &Case, option: &CaseOption, holders: &Holders) -> Vec<Vec<f64>> {
    let (flows, discount) = (Flows::of(case, option), SCHEDULE.factors(case.rates, case.years));
    let present = |place: usize, part: &dyn Fn(u32) -> f64| -> f64 {
        (0..case.years).map(|year| flows.unit[place][year as usize] * discount[year as usize] * part(year)).sum()
    };
    let of_lines = |is_in: &dyn Fn(&Line) -> bool, part: &dyn Fn(usize, u32) -> f64| -> Vec<f64> {
        let lines = option.lines.iter().enumerate();
        lines.map(|(place, line)| if is_in(line) { present(place, &|year| part(place, year)) } else { 0.0 }).collect()
    };
    let is_of_the_whole = |line: &Line| line.kind != Kind::Payment;
    let mut weights: Vec<Vec<f64>> = days_of_interest(case, holders)
        .into_iter()
        .map(|(day, _)| of_lines(&is_of_the_whole, &|_, year| holders.part_until(day, year)))
        .collect();
    weights.push(of_lines(&|line| is_of_the_whole(line) && line.is_cash(), &|_, _| 1.0));
    weights.push(of_lines(&Line::is_cost, &|_, _| -1.0));
    for holder in 0..holders.all.len() {
        weights.push(of_lines(&Line::is_cash, &|place, year| holders.divide(&option.lines[place].shares, year)[holder]));
    }
    weights
}

/// The uncertain figures of a line, each with a name of its own: two lines that are called the same are told apart by their order.
fn planned(case: &Case, line: &Line, names: &mut BTreeMap<String, usize>) -> PlannedLine {
    let count = names.entry(line.name.clone()).or_default();
    *count += 1;
    let figures = line.inputs().filter(|(_, figure)| !figure.is_certain()).map(|(input, figure)| PlannedFigure {
        figure,
        own: Stream::new(case.draws.seed, &format!("{} {count} {input:?}", line.name)),
        lessens: line.multiple(input, 0.0) == 1.0,
        is_worse_when_higher: line.is_worse_when_higher(input),
    });
    PlannedLine { figures: figures.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{case_of, option_lines};
    use crate::{Allowance, Factor, Input, appraise};

    const LINES: &str = "[[option.cost]]\nwhat = \"Set-up\"\nspend = \"revenue\"\nyear = \"2026-27\"\namount = 300\nbody = \"aldford\"\nproject = \"it\"\nmitigation = 0.5\nevidence = \"quotation\"\n\
        [[option.cost]]\nwhat = \"Team\"\nspend = \"revenue\"\nfrom = \"2027-28\"\namount = { low = 10, central = 20, high = 40 }\nsplit = \"equal\"\nevidence = \"plan\"\n\
        [[option.benefit]]\nwhat = \"Posts\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nfrom = \"2027-28\"\namount = { p10 = 40, p50 = 90, p90 = 150 }\ndeadweight = { low = 0, central = 0.1, high = 0.3 }\nsplit = \"today\"\nevidence = \"plan\"\n\
        [[option.payment]]\nwhat = \"Charge\"\nfrom = \"2027-28\"\namount = { low = 5, central = 10, high = 12 }\npayer = \"bexton\"\nreceiver = \"aldford\"\nevidence = \"agreement\"\n";

    fn case(draws: u32) -> Case {
        let mut case = case_of(&[], &option_lines(LINES));
        case.draws.count = draws;
        case
    }

    /// The same option with the figures of one draw written in as if they were certain.
    fn with_figures_of(case: &Case, draw: u64) -> CaseOption {
        let mut option = case.options[2].clone();
        let fortune = Stream::new(case.draws.seed, "shared fortune").normal(draw);
        for line in &mut option.lines {
            let drawn = |input: Input, figure: &Uncertain| {
                let own = Stream::new(case.draws.seed, &format!("{} 1 {input:?}", line.name)).normal(draw);
                let badness = case.draws.together.sqrt() * fortune + (1.0 - case.draws.together).sqrt() * own;
                let chance = normal_chance(if line.is_worse_when_higher(input) { badness } else { -badness });
                if figure.is_certain() { figure.central() } else { figure.quantile(chance) }
            };
            let inputs: Vec<(Input, f64)> = line.inputs().map(|(input, figure)| (input, drawn(input, &figure))).collect();
            let of = |wanted: Input| inputs.iter().find(|(input, _)| *input == wanted).unwrap().1;
            let amount = of(Input::Amount) * of(Input::Allowance);
            let factors = line.factors.iter().enumerate();
            let factors =
                factors.map(|(place, factor)| Factor { kind: factor.kind, figure: Uncertain::certain(of(Input::Factor(place))) }).collect();
            (line.amount, line.factors, line.allowance) = (Uncertain::certain(amount), factors, Allowance::None);
        }
        option
    }

    #[test]
    fn a_draw_is_the_appraisal_of_the_figures_drawn() {
        let case = case(3_000);
        let chances = draw_chances(&case, &case.options[2]);
        for draw in [0, 1, 2, 1023, 1024, 2999] {
            let slow = appraise(&case, &with_figures_of(&case, draw)).public.net();
            let fast = chances.public_by_draw[draw as usize];
            assert!((slow - fast).abs() < 1e-6 * (1.0 + slow.abs()), "draw {draw}: {fast} is not {slow}");
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let case = case(20_000);
        let on = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| draw_chances(&case, &case.options[2]))
        };
        assert_eq!(on(1), on(4));
    }

    #[test]
    fn chances_rise_from_p10_to_p90_and_the_bodies_means_add_up_to_that_of_the_whole() {
        let case = case(20_000);
        let chances = draw_chances(&case, &case.options[2]);
        for spread in chances.until.iter().chain(&chances.by_holder).chain([&chances.cash, &chances.costs]) {
            assert!(spread.p5 <= spread.p10 && spread.p10 <= spread.p50 && spread.p50 <= spread.p80);
            assert!(spread.p80 <= spread.p90 && spread.p90 <= spread.p95);
        }
        let means: f64 = chances.by_holder.iter().map(|spread| spread.mean).sum();
        assert!((means - chances.cash.mean).abs() < 1e-6);
    }

    #[test]
    fn where_nothing_is_uncertain_every_draw_is_the_central_estimate() {
        let lines = "[[option.cost]]\nwhat = \"Set-up\"\nspend = \"revenue\"\nyear = \"2026-27\"\namount = 300\nbody = \"aldford\"\nevidence = \"quotation\"\n";
        let case = case_of(&[], &option_lines(lines));
        let chances = draw_chances(&case, &case.options[2]);
        assert_eq!((chances.uncertain_figures, chances.public().p10, chances.public().p90), (0, -300.0, -300.0));
        assert_eq!(chances.public().chance_of_loss, 1.0);
    }

    #[test]
    fn what_goes_wrong_together_spreads_further_than_what_goes_wrong_alone() {
        let width = |together: f64| {
            let mut case = case(20_000);
            case.draws.together = together;
            let chances = draw_chances(&case, &case.options[2]);
            chances.public().p90 - chances.public().p10
        };
        assert!(width(0.0) < width(0.5) && width(0.5) < width(1.0));
    }

    #[test]
    fn a_metalog_from_minus_6_over_2_to_12_is_drawn_with_38_chances_in_100_of_nothing_and_a_mean_of_2_6() {
        let lines = "[[option.benefit]]\nwhat = \"Saved\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nyear = \"2026-27\"\namount = { p10 = -6, p50 = 2, p90 = 12 }\nbody = \"aldford\"\nevidence = \"prior (judgement)\"\n";
        let case = case_of(&[], &option_lines(lines));
        let chances = draw_chances(&case, &case.options[2]);
        let public = chances.public();
        // Four standard errors of a share of 0.38 in 100,000 draws are 0.006.
        assert!((public.chance_of_loss - 0.38).abs() < 0.011, "{}", public.chance_of_loss);
        assert!((public.p10 + 6.0).abs() < 0.15 && (public.p50 - 2.0).abs() < 0.15 && (public.p90 - 12.0).abs() < 0.2);
        assert!((public.mean - 2.57).abs() < 0.15, "{}", public.mean);
    }
}
