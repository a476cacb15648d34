//! One line of an option: a cost, a benefit, or a payment between partners.
//!
//! The rule: a line says whose it is, when it falls, in which prices, how sure it is and where it comes from. What is multiplied
//! together is kept apart (take-up, attrition, impact, deadweight), so that the working can be shown and each can be doubted on its own.
//! A payment between partners adds up to nothing, so it is never a cost or a benefit of the whole.

use definitions::FinancialYear;

use crate::bias::{Allowance, EvidenceGrade};
use crate::factor::Factor;
use crate::timing::Timing;
use crate::uncertain::Uncertain;

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub name: String,
    /// The line of the file on which it begins, from 1.
    pub file_line: usize,
    /// What it counts as.
    pub kind: Kind,
    /// Each partner's share: adding up to 1; for a payment, -1 for who pays and 1 for who is paid.
    pub shares: Vec<f64>,
    /// When it falls.
    pub timing: Timing,
    /// Pounds; a whole year's, or one unit's where there are factors.
    pub amount: Uncertain,
    /// What the amount is multiplied by.
    pub factors: Vec<Factor>,
    /// The prices it is written in.
    pub prices: Prices,
    /// The allowance for optimism that it carries.
    pub allowance: Allowance,
    /// How good the evidence is.
    pub grade: Option<EvidenceGrade>,
    /// Where the figure comes from.
    pub evidence: String,
    /// The part of a cost that is the same whoever shares, 0 to 1: it does not fall when a partner leaves or never joins.
    pub fixed_share: f64,
}

/// What a line counts as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something to be spent.
    Cost(Spend),
    /// Something gained, or lost, by sharing.
    Benefit(Benefit, PublicValue),
    /// Money from one partner to another.
    Payment,
}

/// How a cost is borne.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spend {
    /// From a revenue budget.
    Revenue,
    /// From a capital budget.
    Capital,
    /// In people's time or in rooms, with no money spent.
    InKind,
}

/// What sort of benefit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Benefit {
    /// A budget can be cut by it.
    Cashable,
    /// Capacity, time or a cost avoided; no budget falls.
    NonCashable,
    /// Money that comes in.
    Income,
    /// Something made worse; counted against the benefits.
    Disbenefit,
}

/// To whom a benefit is worth something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicValue {
    /// To public bodies' budgets.
    Fiscal,
    /// To the economy: earnings, growth.
    Economic,
    /// To people's lives.
    Social,
}

/// The prices a line is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prices {
    /// Of one year, whenever it falls.
    Of(FinancialYear),
    /// Of the year in which it falls, as on an invoice.
    Cash,
}

/// One uncertain figure of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// The amount.
    Amount,
    /// The factor at this place.
    Factor(usize),
    /// What the allowance multiplies by.
    Allowance,
}

impl Line {
    /// 1 for what is gained, -1 for what is spent or lost.
    pub fn sign(&self) -> f64 {
        match self.kind {
            Kind::Cost(_) | Kind::Benefit(Benefit::Disbenefit, _) => -1.0,
            Kind::Benefit(..) | Kind::Payment => 1.0,
        }
    }

    /// True where money is spent, saved or received.
    pub fn is_cash(&self) -> bool {
        match self.kind {
            Kind::Cost(spend) => spend != Spend::InKind,
            Kind::Benefit(benefit, _) => matches!(benefit, Benefit::Cashable | Benefit::Income),
            Kind::Payment => true,
        }
    }

    /// True where it is a cost to, or worth something to, public bodies' budgets, in cash or not.
    pub fn is_fiscal(&self) -> bool {
        match self.kind {
            Kind::Cost(_) => true,
            Kind::Benefit(_, value) => value == PublicValue::Fiscal,
            Kind::Payment => false,
        }
    }

    /// True for a cost.
    pub fn is_cost(&self) -> bool {
        matches!(self.kind, Kind::Cost(_))
    }

    /// True for a cost of setting up, as against one of every year.
    pub fn is_set_up(&self) -> bool {
        self.is_cost() && self.timing.is_once
    }

    /// True where no figure of the line has a range and no allowance is made.
    pub fn carries_no_doubt(&self) -> bool {
        self.inputs().all(|(_, figure)| figure.is_certain()) && matches!(self.allowance, Allowance::None)
    }

    /// What the allowance multiplies the line by.
    pub fn allowance_multiple(&self) -> Uncertain {
        if self.is_cost() { self.allowance.on_cost() } else { self.allowance.on_benefit() }
    }

    /// What the allowance does to the line, as a sentence.
    pub fn allowance_sentence(&self) -> String {
        if self.is_cost() { self.allowance.sentence_on_cost() } else { self.allowance.sentence_on_benefit() }
    }

    /// The amount of a year with profile 1, every figure at its centre, the allowance taken.
    pub fn central_pounds(&self) -> f64 {
        self.inputs().map(|(input, figure)| self.multiple(input, figure.central())).product()
    }

    /// Every figure that is multiplied together, in the order of the formula.
    pub fn inputs(&self) -> impl Iterator<Item = (Input, Uncertain)> {
        let factors = self.factors.iter().enumerate().map(|(place, factor)| (Input::Factor(place), factor.figure.clone()));
        std::iter::once((Input::Amount, self.amount.clone()))
            .chain(factors)
            .chain(std::iter::once((Input::Allowance, self.allowance_multiple())))
    }

    /// What `figure` of `input` multiplies the line by.
    pub fn multiple(&self, input: Input, figure: f64) -> f64 {
        match input {
            Input::Amount | Input::Allowance => figure,
            Input::Factor(place) => self.factors[place].kind.multiple(figure),
        }
    }

    /// True where a higher figure of `input` makes the case worse.
    pub fn is_worse_when_higher(&self, input: Input) -> bool {
        let lessens = matches!(input, Input::Factor(place) if self.factors[place].kind.lessens());
        (self.sign() < 0.0) != lessens
    }

    /// What `input` is called, for people.
    pub fn input_name(&self, input: Input) -> String {
        match input {
            Input::Amount => self.name.clone(),
            Input::Allowance if self.allowance == Allowance::Realised => format!("{}: how much is realised", self.name),
            Input::Allowance => format!("{}: allowance for optimism", self.name),
            Input::Factor(place) => format!("{}: {}", self.name, self.factors[place].kind.code().replace('_', " ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::factor::FactorKind;

    fn line() -> Line {
        let factor = |kind, figure| Factor { kind, figure: Uncertain::certain(figure) };
        Line {
            name: "Fewer repeat claims".into(),
            file_line: 1,
            kind: Kind::Benefit(Benefit::NonCashable, PublicValue::Fiscal),
            shares: vec![1.0],
            timing: Timing { first: 1, end: 5, profile: vec![0.5, 1.0], is_once: false, is_year_by_year: false },
            amount: Uncertain::certain(5000.0),
            factors: vec![
                factor(FactorKind::Population, 1000.0),
                factor(FactorKind::TakeUp, 0.6),
                factor(FactorKind::Attrition, 0.2),
                factor(FactorKind::Impact, 0.15),
                factor(FactorKind::Deadweight, 0.2),
            ],
            prices: Prices::Cash,
            allowance: Allowance::Grade(EvidenceGrade::new(4).unwrap()),
            grade: EvidenceGrade::new(4),
            evidence: String::new(),
            fixed_share: 0.0,
        }
    }

    #[test]
    fn the_guidance_for_local_partnerships_makes_244_800_pounds_of_a_thousand_people_at_5_000_pounds_each() {
        // 1,000 x 0.6 x 0.8 = 480; x 0.15 x 0.8 = 57.6; x 5,000 x (1 - 0.15) = 244,800.
        assert!((line().central_pounds() - 244_800.0).abs() < 1e-6);
    }

    #[test]
    fn more_deadweight_makes_a_benefit_worse_and_more_take_up_better() {
        let line = line();
        assert!(line.is_worse_when_higher(Input::Factor(4)) && !line.is_worse_when_higher(Input::Factor(1)));
        assert!(!line.is_worse_when_higher(Input::Amount));
        let cost = Line { kind: Kind::Cost(Spend::Revenue), ..line };
        assert!(cost.is_worse_when_higher(Input::Amount) && !cost.is_worse_when_higher(Input::Factor(4)));
    }
}
