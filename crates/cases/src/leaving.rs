//! The price of leaving: what each partner would pay, or be owed, if it left at the start of each year.
//!
//! The rule: leaving is priced before anybody joins. A leaver pays its agreed share of what was spent on setting up and has not yet been
//! used up, less what it has paid of that itself (so a lead that paid for all is owed); its agreed share of costs that cannot be shed, for
//! the years of notice; and what it costs to take its part out. What it would have gained by staying stands beside that and is
//! never mixed into it. Amounts are real, at the central estimate, as of the day of leaving.

use definitions::FinancialYear;

use crate::case::{Case, CaseOption};
use crate::discount::SCHEDULE;
use crate::flows::Flows;
use crate::line::{Kind, Line};

/// What leaving at the start of one year would mean for one partner, in pounds of the price year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leave {
    /// The year from which it is out.
    pub year: FinancialYear,
    /// Its agreed share of setting up not yet used up, less what it has paid of that; below nought it is owed.
    pub set_up: f64,
    /// Its agreed share of what cannot be shed, over the years of notice.
    pub stranded: f64,
    /// What it costs to take its part out; `None` where the file does not say.
    pub disaggregation: Option<f64>,
    /// The cash that it would have gained from then on by staying, less what it would have spent.
    pub forgone: f64,
}

impl Leave {
    /// What it pays; below nought it is owed.
    pub fn pays(&self) -> f64 {
        self.set_up + self.stranded + self.disaggregation.unwrap_or(0.0)
    }

    /// How much worse off it is for leaving: what it pays and what it forgoes.
    pub fn worse_off_by(&self) -> f64 {
        self.pays() + self.forgone
    }
}

/// For each partner, what leaving means at the start of each year after the first.
pub fn price_of_leaving(case: &Case, option: &CaseOption) -> Vec<Vec<Leave>> {
    let flows = Flows::of(case, option);
    let discount = SCHEDULE.factors(case.rates, case.years);
    let view = View { case, option, flows: &flows, discount: &discount, agreed: agreed_shares(case, option) };
    let of_partner = |partner: usize| (1..case.years).map(|year| view.leave(partner, year)).collect();
    (0..case.partners.len()).map(of_partner).collect()
}

/// Each partner's share of setting up and of what cannot be shed: as agreed, or by what each spends today.
pub fn agreed_shares(case: &Case, option: &CaseOption) -> Vec<f64> {
    if option.leaving.shares.is_empty() { case.shares_by_today() } else { option.leaving.shares.clone() }
}

struct View<'a> {
    case: &'a Case,
    option: &'a CaseOption,
    flows: &'a Flows,
    discount: &'a [f64],
    agreed: Vec<f64>,
}

impl View<'_> {
    fn leave(&self, partner: usize, year: u32) -> Leave {
        Leave {
            year: FinancialYear(self.case.first_year.0 + year as i32),
            set_up: self.set_up(partner, year),
            stranded: self.stranded(partner, year),
            disaggregation: self.option.leaving.disaggregation_pounds[partner],
            forgone: self.forgone(partner, year),
        }
    }

    /// What was spent in a year is used up evenly from that year to the end of the case.
    fn set_up(&self, partner: usize, leaving: u32) -> f64 {
        let mut owed = 0.0;
        for (place, line) in self.lines().filter(|(_, line)| line.is_set_up() || (line.kind == Kind::Payment && line.timing.is_once)) {
            for spent in 0..leaving {
                let left = f64::from(self.case.years - leaving) / f64::from(self.case.years - spent);
                let flow = self.flows.real(place, spent) * left;
                let spent_by_all = if line.kind == Kind::Payment { 0.0 } else { -flow };
                // A flow of a partner's is below nought where it pays.
                owed += self.agreed[partner] * spent_by_all + flow * line.shares[partner];
            }
        }
        owed
    }

    fn stranded(&self, partner: usize, leaving: u32) -> f64 {
        let end = (leaving + self.option.leaving.notice_years).min(self.case.years);
        let fixed = |(place, line): (usize, &Line)| -> f64 {
            (leaving..end).map(|year| -self.flows.real(place, year) * line.fixed_share * self.worth(year, leaving)).sum()
        };
        self.agreed[partner] * self.lines().filter(|(_, line)| line.is_cost() && !line.timing.is_once).map(fixed).sum::<f64>()
    }

    fn forgone(&self, partner: usize, leaving: u32) -> f64 {
        let cash = self.lines().filter(|(_, line)| line.is_cash());
        let gained = |(place, line): (usize, &Line)| -> f64 {
            (leaving..self.case.years).map(|year| self.flows.real(place, year) * line.shares[partner] * self.worth(year, leaving)).sum()
        };
        cash.map(gained).sum()
    }

    fn lines(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.option.lines.iter().enumerate()
    }

    /// What a pound of `year` is worth on the day of leaving.
    fn worth(&self, year: u32, leaving: u32) -> f64 {
        self.discount[year as usize] / self.discount[leaving as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::{case_of, option_lines};

    /// Aldford pays 1,000 to set up; each gains 100 a year; running costs 40 a year, half of them fixed.
    const LINES: &str = "[[option.cost]]\nwhat = \"Set-up\"\nspend = \"capital\"\nyear = \"2026-27\"\namount = 1000\nbody = \"aldford\"\nevidence = \"quotation\"\n\
        [[option.cost]]\nwhat = \"Team\"\nspend = \"revenue\"\nfrom = \"2026-27\"\namount = 40\nfixed = 0.5\nbody = \"aldford\"\nevidence = \"plan\"\n\
        [[option.benefit]]\nwhat = \"Posts\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nfrom = \"2026-27\"\namount = 200\nsplit = \"equal\"\nevidence = \"plan\"\n";

    fn leaves(more: &str) -> Vec<Vec<Leave>> {
        let case = case_of(&[], &option_lines(&format!("{LINES}{more}")));
        price_of_leaving(&case, &case.options[2])
    }

    #[test]
    fn a_partner_that_paid_nothing_of_setting_up_owes_half_of_what_is_left_of_it_and_who_paid_it_all_is_owed_that() {
        // Leaving after 5 of 10 years, half of 1,000 is used up: 500 are left, 250 of them each one's.
        let leaves = leaves("");
        let (aldford, bexton) = (leaves[0][4], leaves[1][4]);
        assert_eq!(bexton.year.to_string(), "2031-32");
        assert!((bexton.set_up - 250.0).abs() < 1e-9 && (aldford.set_up + 250.0).abs() < 1e-9);
        assert!((aldford.pays() + 250.0).abs() < 1e-9);
    }

    #[test]
    fn a_leaver_pays_its_share_of_what_cannot_be_shed_for_its_years_of_notice_and_the_cost_of_taking_it_out() {
        let leaves = leaves("[option.leaving]\nnotice_years = 2\ndisaggregation = { bexton = 70 }\n");
        // Half of 40 is fixed, half of that Bexton's: 10, and 10 / 1.035 a year later.
        let bexton = leaves[1][4];
        assert!((bexton.stranded - (10.0 + 10.0 / 1.035)).abs() < 1e-9);
        assert_eq!((bexton.disaggregation, leaves[0][4].disaggregation), (Some(70.0), None));
        // What it would have gained: 100 a year for five years.
        let five_years: f64 = (0..5).map(|year| 100.0 / 1.035_f64.powi(year)).sum();
        assert!((bexton.forgone - five_years).abs() < 1e-9);
        assert!((bexton.worse_off_by() - bexton.pays() - five_years).abs() < 1e-9);
    }

    #[test]
    fn what_a_partner_paid_another_towards_setting_up_counts_as_its_own() {
        let paid = "[[option.payment]]\nwhat = \"Contribution\"\nyear = \"2026-27\"\namount = 500\npayer = \"bexton\"\nreceiver = \"aldford\"\nevidence = \"agreement\"\n";
        let leaves = leaves(paid);
        assert!(leaves[0].iter().chain(&leaves[1]).all(|leave| leave.set_up.abs() < 1e-9), "{leaves:#?}");
    }

    #[test]
    fn what_one_is_owed_for_setting_up_the_others_owe_in_every_year() {
        let leaves = leaves("[option.leaving]\nshares = { aldford = 0.3, bexton = 0.7 }\n");
        for (aldford, bexton) in leaves[0].iter().zip(&leaves[1]) {
            assert!((aldford.set_up + bexton.set_up).abs() < 1e-9);
        }
        // A year on, 9 tenths of 1,000 are left and Bexton's part of them is 630.
        assert!((leaves[1][0].set_up - 630.0).abs() < 1e-9);
    }
}
