//! A case: who would share what, the options, and what is asked of them.
//!
//! The rule: every line is a change from business as usual, so business as usual itself has none; every year is a financial year,
//! and the first is year 0. A partner that is abolished names its successor, and what it would have paid or gained goes there from
//! the next day. Amounts here are pounds as a person wrote them; nothing is worked out in this file.

use definitions::{BodyId, Day, FinancialYear, OpportunityId};

use crate::discount::Rates;
use crate::line::Line;

/// A case as it was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it is about, in one line.
    pub title: String,
    /// The opportunity it was made from.
    pub opportunity: Option<OpportunityId>,
    /// Year 0.
    pub first_year: FinancialYear,
    /// How many years are appraised.
    pub years: u32,
    /// The year in whose prices results are given, and amounts are unless their line says another.
    pub price_year: FinancialYear,
    /// How much prices rise a year after the last published index, as a fraction.
    pub inflation: f64,
    /// Discount rates.
    pub rates: Rates,
    /// How chances are drawn.
    pub draws: Draws,
    /// Who would share.
    pub partners: Vec<Partner>,
    /// What could be done, in the order of the file.
    pub options: Vec<CaseOption>,
    /// The option that the file proposes, and why.
    pub proposed: Option<Proposal>,
    /// What the file says under each of the five headings.
    pub words: FiveCases,
}

/// How chances are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Draws {
    /// How many.
    pub count: u32,
    /// Where the numbers start: the same seed gives the same draws on every machine.
    pub seed: u64,
    /// How far figures of one case go wrong together, 0 to 1: the correlation of any two.
    pub together: f64,
}

impl Default for Draws {
    /// 100,000 draws; half of what goes wrong goes wrong together, which is judgement.
    fn default() -> Draws {
        Draws { count: 100_000, seed: 1, together: 0.5 }
    }
}

/// A body that would share.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Its name in the file.
    pub id: BodyId,
    /// Its name for people.
    pub name: String,
    /// What it spends on this in a year today, in pounds.
    pub today_yearly_pounds: f64,
    /// How many residents it serves, where the file says.
    pub residents: Option<u32>,
    /// Its last day, where it is to be abolished.
    pub last_day: Option<Day>,
    /// Who takes over from it.
    pub successor: Option<Successor>,
}

/// Who takes over from a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Successor {
    /// The same for two partners that become one.
    pub id: BodyId,
    /// Its name for people.
    pub name: String,
}

/// Something that could be done.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseOption {
    /// Its name in the file.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// How it would be done.
    pub form: Form,
    /// What it would mean, in a few sentences.
    pub text: String,
    /// What it would change.
    pub lines: Vec<Line>,
    /// What has been agreed about leaving it.
    pub leaving: Leaving,
}

/// How an option would be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Nothing is decided.
    BusinessAsUsual,
    /// The least that meets the need.
    DoMinimum,
    /// One partner does it for the others.
    LeadAuthority,
    /// A committee of the partners.
    JointCommittee,
    /// A company the partners own.
    Company,
    /// A contract with a provider.
    Contract,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 6] =
        [Form::BusinessAsUsual, Form::DoMinimum, Form::LeadAuthority, Form::JointCommittee, Form::Company, Form::Contract];

    /// The word in a case file.
    pub fn code(self) -> &'static str {
        match self {
            Form::BusinessAsUsual => "business-as-usual",
            Form::DoMinimum => "do-minimum",
            Form::LeadAuthority => "lead-authority",
            Form::JointCommittee => "joint-committee",
            Form::Company => "company",
            Form::Contract => "contract",
        }
    }

    /// The same for people.
    pub fn in_words(self) -> &'static str {
        match self {
            Form::BusinessAsUsual => "business as usual",
            Form::DoMinimum => "do minimum",
            Form::LeadAuthority => "lead authority",
            Form::JointCommittee => "joint committee",
            Form::Company => "company",
            Form::Contract => "contract",
        }
    }

    /// True for a form in which bodies share.
    pub fn is_sharing(self) -> bool {
        !matches!(self, Form::BusinessAsUsual | Form::DoMinimum)
    }
}

/// What has been agreed about leaving.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Leaving {
    /// The share of each partner in setting up and in what cannot be shed, adding up to 1; empty where nothing was said, and then by what each
    /// spends today.
    pub shares: Vec<f64>,
    /// How many years a leaver goes on paying its share of what cannot be shed.
    pub notice_years: u32,
    /// What it costs to take each partner's part out again, in pounds of the case's price year; `None` where the file does not say.
    pub disaggregation_pounds: Vec<Option<f64>>,
}

/// The option that the file proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Which.
    pub option: String,
    /// Why.
    pub why: String,
}

/// What the file says under each of the five headings; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FiveCases {
    /// Why change, and to what ends.
    pub strategic: String,
    /// How the options were found and what is not in the figures.
    pub economic: String,
    /// Who would provide it, on what terms.
    pub commercial: String,
    /// From which budgets, and whether they can bear it.
    pub financial: String,
    /// Who leads, by when, and how it will be known to have worked.
    pub management: String,
}

impl Case {
    /// Every financial year that is appraised.
    pub fn financial_years(&self) -> Vec<FinancialYear> {
        (0..self.years as i32).map(|year| FinancialYear(self.first_year.0 + year)).collect()
    }

    /// Each partner's share of what all spend today; equal shares where nobody says.
    pub fn shares_by_today(&self) -> Vec<f64> {
        let total: f64 = self.partners.iter().map(|partner| partner.today_yearly_pounds).sum();
        let share = |partner: &Partner| {
            if total > 0.0 { partner.today_yearly_pounds / total } else { 1.0 / self.partners.len() as f64 }
        };
        self.partners.iter().map(share).collect()
    }

    /// The option with this name.
    pub fn option(&self, id: &str) -> Option<&CaseOption> {
        self.options.iter().find(|option| option.id == id)
    }
}
