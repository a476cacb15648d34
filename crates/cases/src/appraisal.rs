//! What an option is worth, as the Green Book works it out: real prices, discounted, for the public as a whole.
//!
//! The rule: payments between partners are no cost and no benefit; a disbenefit is taken from the benefits; costs and benefits are each
//! discounted and then compared. Three answers stand side by side and are never added: public value, what reaches public
//! budgets, and cash. Results are also given for the first years alone and up to the day on which a partner ends.

use definitions::{Day, FinancialYear};

use crate::case::{Case, CaseOption};
use crate::discount::{Rates, SCHEDULE};
use crate::flows::Flows;
use crate::holders::Holders;
use crate::line::{Kind, Line};

/// What an option is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Appraisal {
    /// Who pays and gains.
    pub holders: Holders,
    /// Year by year, for the public as a whole.
    pub years: Vec<YearRow>,
    /// Everything: fiscal, economic and social. Its net is the net present social value.
    pub public: Worth,
    /// What reaches public budgets, in cash or not.
    pub fiscal: Worth,
    /// Money alone.
    pub cash: Worth,
    /// The net present social value without pure time preference, asked for where a case runs over 50 years.
    pub sensitivity_net: Option<f64>,
    /// Results up to certain days, soonest first; the last is the whole.
    pub until: Vec<Until>,
    /// For each holder, the present value of all that falls to it.
    pub by_holder: Vec<HolderWorth>,
    /// For each line, the present value of its central estimate, signed.
    pub lines: Vec<f64>,
}

/// One year for the public as a whole, in pounds of the price year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearRow {
    /// Which.
    pub year: FinancialYear,
    /// What is spent, above nought.
    pub costs: f64,
    /// What is gained, less what is lost.
    pub benefits: f64,
    /// What a pound of this year is worth in year 0.
    pub discount: f64,
    /// All to the end of this year, discounted.
    pub cumulative: f64,
}

/// Discounted costs and benefits, and what follows from them.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Worth {
    /// Present value of costs, above nought.
    pub costs: f64,
    /// Present value of benefits, less that of disbenefits.
    pub benefits: f64,
    /// The first year, from 0, at whose end all that was spent has come back; `None` if it never has.
    pub payback_year: Option<u32>,
}

impl Worth {
    /// Benefits less costs.
    pub fn net(&self) -> f64 {
        self.benefits - self.costs
    }

    /// Benefits over costs; `None` where nothing is spent.
    pub fn ratio(&self) -> Option<f64> {
        (self.costs > 0.0).then(|| self.benefits / self.costs)
    }
}

/// Results up to a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Until {
    /// Why that day.
    pub reason: Reason,
    /// The last day counted.
    pub day: Day,
    /// Everything.
    pub public: Worth,
    /// Money alone.
    pub cash: Worth,
}

/// Why results are given up to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// So many whole years.
    Years(u32),
    /// Partners that end on that day, by their places.
    PartnersEnd(Vec<usize>),
}

/// The present value of all that falls to one holder.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HolderWorth {
    /// Its part of public value; payments between partners are in it.
    pub public: f64,
    /// Its part of what is cash; payments between partners are in it.
    pub cash: f64,
}

/// Appraises an option.
pub fn appraise(case: &Case, option: &CaseOption) -> Appraisal {
    let flows = Flows::of(case, option);
    let holders = Holders::of(case);
    let discount = SCHEDULE.factors(case.rates, case.years);
    let view = View { case, option, flows: &flows, discount: &discount };
    Appraisal {
        years: view.years(),
        public: view.worth(&|_| true, &whole),
        fiscal: view.worth(&Line::is_fiscal, &whole),
        cash: view.worth(&Line::is_cash, &whole),
        sensitivity_net: (case.years > 50).then(|| {
            let discount = SCHEDULE.factors(Rates::Sensitivity, case.years);
            View { discount: &discount, ..view }.worth(&|_| true, &whole).net()
        }),
        until: view.until(&holders),
        by_holder: view.by_holder(&holders),
        lines: (0..option.lines.len()).map(|line| view.present(line, &whole)).collect(),
        holders,
    }
}

/// The days up to which results are given, soonest first and the whole last: 3, 5 and 10 years, and each day on which a partner ends.
pub fn days_of_interest(case: &Case, holders: &Holders) -> Vec<(Day, Reason)> {
    let end_of = |years: u32| FinancialYear(case.first_year.0 + years as i32 - 1).last_day();
    let mut days: Vec<(Day, Reason)> =
        [3, 5, 10].into_iter().filter(|years| *years < case.years).map(|years| (end_of(years), Reason::Years(years))).collect();
    for handover in &holders.handovers {
        if handover.last_day < case.first_year.first_day() {
            continue;
        }
        let same_day = days.iter_mut().find_map(|(day, reason)| match reason {
            Reason::PartnersEnd(partners) if *day == handover.last_day => Some(partners),
            _ => None,
        });
        match same_day {
            Some(partners) => partners.push(handover.partner),
            None => days.push((handover.last_day, Reason::PartnersEnd(vec![handover.partner]))),
        }
    }
    days.sort_by_key(|(day, _)| *day);
    days.push((end_of(case.years), Reason::Years(case.years)));
    days
}

/// The part of each year that is counted: all of it.
fn whole(_year: u32) -> f64 {
    1.0
}

/// An option with all that its figures are worked out from.
#[derive(Clone, Copy)]
struct View<'a> {
    case: &'a Case,
    option: &'a CaseOption,
    flows: &'a Flows,
    discount: &'a [f64],
}

impl View<'_> {
    /// The present value of the central estimate of a line, over the parts of years that are counted.
    fn present(&self, line: usize, counted: &dyn Fn(u32) -> f64) -> f64 {
        (0..self.case.years).map(|year| self.flows.real(line, year) * self.discount[year as usize] * counted(year)).sum()
    }

    fn worth(&self, included: &dyn Fn(&Line) -> bool, counted: &dyn Fn(u32) -> f64) -> Worth {
        let mut worth = Worth::default();
        for (place, line) in self.option.lines.iter().enumerate().filter(|(_, line)| line.kind != Kind::Payment && included(line)) {
            let present = self.present(place, counted);
            if line.is_cost() {
                worth.costs -= present;
            } else {
                worth.benefits += present;
            }
        }
        worth.payback_year = self.payback(included, counted);
        worth
    }

    /// Nothing has come back before something was spent or gained.
    fn payback(&self, included: &dyn Fn(&Line) -> bool, counted: &dyn Fn(u32) -> f64) -> Option<u32> {
        let (mut cumulative, mut has_begun) = (0.0, false);
        (0..self.case.years).find(|year| {
            let net: f64 = self.lines(included).map(|line| self.flows.real(line, *year)).sum();
            cumulative += net * self.discount[*year as usize] * counted(*year);
            has_begun |= net != 0.0;
            has_begun && cumulative >= 0.0 && counted(*year) > 0.0
        })
    }

    fn lines(&self, included: &dyn Fn(&Line) -> bool) -> impl Iterator<Item = usize> {
        let lines = self.option.lines.iter().enumerate();
        lines.filter(|(_, line)| line.kind != Kind::Payment && included(line)).map(|(place, _)| place)
    }

    fn years(&self) -> Vec<YearRow> {
        let mut cumulative = 0.0;
        let row = |(place, year): (usize, FinancialYear)| {
            let sum = |is_cost: bool| -> f64 {
                self.lines(&|line| line.is_cost() == is_cost).map(|line| self.flows.real(line, place as u32)).sum()
            };
            let (costs, benefits) = (-sum(true), sum(false));
            cumulative += (benefits - costs) * self.discount[place];
            // Nothing spent is nought and not minus nought, which would be written with its sign.
            YearRow { year, costs: costs + 0.0, benefits, discount: self.discount[place], cumulative }
        };
        self.case.financial_years().into_iter().enumerate().map(row).collect()
    }

    fn until(&self, holders: &Holders) -> Vec<Until> {
        let until = |(day, reason): (Day, Reason)| {
            let counted = |year| holders.part_until(day, year);
            Until { public: self.worth(&|_| true, &counted), cash: self.worth(&Line::is_cash, &counted), reason, day }
        };
        days_of_interest(self.case, holders).into_iter().map(until).collect()
    }

    fn by_holder(&self, holders: &Holders) -> Vec<HolderWorth> {
        let mut by_holder = vec![HolderWorth::default(); holders.all.len()];
        for year in 0..self.case.years {
            for (place, line) in self.option.lines.iter().enumerate() {
                let present = self.flows.real(place, year) * self.discount[year as usize];
                for (worth, part) in by_holder.iter_mut().zip(holders.divide(&line.shares, year)) {
                    worth.public += present * part;
                    worth.cash += if line.is_cash() { present * part } else { 0.0 };
                }
            }
        }
        by_holder
    }
}
