//! What matters: by how much each figure can be wrong before the answer changes, and how far each moves it.
//!
//! The rule: one thing is changed at a time and the rest stays at its centre; a figure without a range has no bar, so that a bar is
//! never a guess about a guess. Benefits a year late always have one, since they usually are.

use crate::case::{Case, CaseOption};
use crate::discount::SCHEDULE;
use crate::flows::Flows;
use crate::line::{Input, Kind};

/// By what each part would have to be multiplied for the net present social value to be nought; `None` where nothing would do it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SwitchingValues {
    /// All costs together.
    pub all_costs: Option<f64>,
    /// All benefits together.
    pub all_benefits: Option<f64>,
    /// Each line, in the order of the option; payments have none.
    pub lines: Vec<Option<f64>>,
}

/// How far one figure moves the net present social value.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Which figure.
    pub name: String,
    /// The figure at its unfavourable and favourable end: one in ten is beyond each; `None` for a year's delay.
    pub ends: Option<(f64, f64)>,
    /// True where the ends are pounds, and not what the amount is multiplied by.
    pub is_in_pounds: bool,
    /// The result at the unfavourable end.
    pub worse: f64,
    /// The result at the favourable end.
    pub better: f64,
}

impl Bar {
    /// How far apart the two results are.
    pub fn width(&self) -> f64 {
        (self.better - self.worse).abs()
    }
}

/// The switching values of an option.
pub fn switching_values(case: &Case, option: &CaseOption) -> SwitchingValues {
    let present = present_values(case, option);
    let net: f64 = present.iter().sum();
    let all = |is_cost: bool| -> f64 {
        option.lines.iter().zip(&present).filter(|(line, _)| line.is_cost() == is_cost).map(|(_, present)| present).sum()
    };
    SwitchingValues {
        all_costs: switching_value(net, all(true)),
        all_benefits: switching_value(net, all(false)),
        lines: present.iter().map(|present| switching_value(net, *present)).collect(),
    }
}

/// What moves the result of an option most, the widest first.
pub fn tornado(case: &Case, option: &CaseOption) -> Vec<Bar> {
    let present = present_values(case, option);
    let net: f64 = present.iter().sum();
    let mut bars = Vec::new();
    for (line, present) in option.lines.iter().zip(&present).filter(|(line, _)| line.kind != Kind::Payment) {
        for (input, figure) in line.inputs().filter(|(_, figure)| !figure.is_certain()) {
            let (low, high) = figure.one_in_ten();
            let ends = if line.is_worse_when_higher(input) { (high, low) } else { (low, high) };
            let at = |end: f64| net + present * (changed(line, input, end, figure.central()) - 1.0);
            // Where the centre is nothing, nothing can be scaled from it; the range still moves the result when chances are drawn.
            if line.multiple(input, figure.central()) != 0.0 {
                bars.push(Bar {
                    name: line.input_name(input),
                    ends: Some(ends),
                    is_in_pounds: input == Input::Amount,
                    worse: at(ends.0),
                    better: at(ends.1),
                });
            }
        }
    }
    bars.extend(a_year_late(case, option, net));
    bars.sort_by(|a, b| b.width().total_cmp(&a.width()).then_with(|| a.name.cmp(&b.name)));
    bars
}

/// The factor that brings `net` to nought when it multiplies the part of it that is `part`.
fn switching_value(net: f64, part: f64) -> Option<f64> {
    let factor = 1.0 - net / part;
    (part != 0.0 && factor >= 0.0).then_some(factor)
}

fn changed(line: &crate::Line, input: Input, end: f64, central: f64) -> f64 {
    line.multiple(input, end) / line.multiple(input, central)
}

/// The present value of each line at its centre; nought for payments.
fn present_values(case: &Case, option: &CaseOption) -> Vec<f64> {
    let (flows, discount) = (Flows::of(case, option), SCHEDULE.factors(case.rates, case.years));
    let present = |line: usize| (0..case.years).map(|year| flows.real(line, year) * discount[year as usize]).sum();
    let is_payment = |line: usize| option.lines[line].kind == Kind::Payment;
    (0..option.lines.len()).map(|line| if is_payment(line) { 0.0 } else { present(line) }).collect()
}

/// Every benefit a year later, and the last year's lost.
fn a_year_late(case: &Case, option: &CaseOption, net: f64) -> Option<Bar> {
    let (flows, discount) = (Flows::of(case, option), SCHEDULE.factors(case.rates, case.years));
    let lost = |line: usize| -> f64 {
        (0..case.years)
            .map(|year| {
                let late = discount.get(year as usize + 1).copied().unwrap_or(0.0);
                flows.real(line, year) * (late - discount[year as usize])
            })
            .sum()
    };
    let benefits = option.lines.iter().enumerate().filter(|(_, line)| matches!(line.kind, Kind::Benefit(..)));
    let change: f64 = benefits.map(|(line, _)| lost(line)).sum();
    (change != 0.0).then(|| Bar {
        name: "Every benefit a year later".to_string(),
        ends: None,
        is_in_pounds: false,
        worse: net + change,
        better: net,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{case_of, option_lines};

    fn lines() -> String {
        option_lines(
            "[[option.cost]]\nwhat = \"Set-up\"\nspend = \"revenue\"\nyear = \"2026-27\"\namount = { low = 100, central = 100, high = 200 }\nbody = \"aldford\"\nevidence = \"quotation\"\n\
             [[option.benefit]]\nwhat = \"Posts\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nyear = \"2027-28\"\namount = 207\ndeadweight = { low = 0, central = 0, high = 0.5 }\nbody = \"aldford\"\nevidence = \"plan\"\n",
        )
    }

    #[test]
    fn a_case_that_gains_twice_what_it_costs_survives_until_benefits_halve_or_costs_double() {
        let case = case_of(&[], &lines());
        let switching = switching_values(&case, &case.options[2]);
        // 207 a year on is worth 200, and 100 is spent.
        assert!((switching.all_benefits.unwrap() - 0.5).abs() < 1e-9);
        assert!((switching.all_costs.unwrap() - 2.0).abs() < 1e-9);
        assert!((switching.lines[0].unwrap() - 2.0).abs() < 1e-9);
    }

    #[test]
    fn no_multiple_of_a_cost_saves_a_case_whose_benefits_are_worse_than_nothing() {
        assert_eq!(switching_value(-50.0, -20.0), None);
        assert_eq!(switching_value(10.0, 0.0), None);
    }

    #[test]
    fn the_figure_that_moves_the_result_most_stands_first_and_its_bad_end_is_on_the_losing_side() {
        let case = case_of(&[], &lines());
        let bars = tornado(&case, &case.options[2]);
        // A triangle leaning on its low end has its upper tenth at 200 - 100 x root of 0.1 = 168.38, and its lower at 105.13.
        let set_up = bars.iter().find(|bar| bar.name == "Set-up").unwrap();
        assert!((set_up.worse - (200.0 - 168.377223)).abs() < 1e-5 && (set_up.better - (200.0 - 105.131670)).abs() < 1e-5);
        // Deadweight likewise at half the size, of 200: 0.341886 and 0.025658.
        let deadweight = bars.iter().find(|bar| bar.name == "Posts: deadweight").unwrap();
        assert!((deadweight.worse - (100.0 - 200.0 * 0.341886)).abs() < 1e-3, "{deadweight:?}");
        assert!(bars.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
    }

    #[test]
    fn benefits_a_year_late_are_worth_a_year_less_and_those_of_the_last_year_are_lost() {
        let case = case_of(&[], &lines());
        let late = tornado(&case, &case.options[2]).into_iter().find(|bar| bar.ends.is_none()).unwrap();
        assert!((late.worse - (200.0 / 1.035 - 100.0)).abs() < 1e-9);
    }
}
