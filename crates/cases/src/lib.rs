#![doc = include_str!("../README.md")]

// What a case says, and the file that says it.
mod case;
mod draft;
mod factor;
mod file;
mod line;
mod timing;
mod uncertain;

// Whose money, in which prices, with which allowance for hope.
mod bias;
mod discount;
mod flows;
mod holders;
mod prices;
mod scale;

// What it is worth, to whom, and what would change that.
mod appraisal;
mod cash;
mod cautions;
mod compare;
mod fair_split;
mod leaving;
mod sensitivity;

// How surely.
mod bell;
mod chance;
mod random;
mod spread;

#[cfg(test)]
mod fixtures;

pub use appraisal::{Appraisal, HolderWorth, Reason, Until, Worth, YearRow, appraise, days_of_interest};
pub use bias::{Allowance, EvidenceGrade, GRADES_CAUTION, ProjectType, REALISED, REALISED_SOURCE};
pub use case::{Case, CaseOption, Draws, FiveCases, Form, Leaving, Partner, Proposal, Successor};
pub use cash::{CashRow, CashView, cash_view};
pub use cautions::{cautions, cautions_of, still_to_fill_in};
pub use chance::{Chances, chance_of_more, draw_chances};
pub use compare::{Compared, Comparison, compare, in_a_hundred, in_draws, short};
pub use discount::{Rates, SCHEDULE, Schedule};
pub use draft::{Beginning, TO_BE_FILLED_IN, draft};
pub use factor::{Factor, FactorKind};
pub use fair_split::{FairSplit, MOST_PARTNERS_SPLIT, fair_split};
pub use file::{Mistake, read};
pub use holders::{Handover, Holder, Holders};
pub use leaving::{Leave, agreed_shares, price_of_leaving};
pub use line::{Benefit, Input, Kind, Line, Prices, PublicValue, Spend};
pub use prices::{DEFLATOR, Deflator, straddles_the_pandemic};
pub use scale::{dearer_by, what_size_brings};
pub use sensitivity::{Bar, SwitchingValues, switching_values, tornado};
pub use spread::{Spread, Step};
pub use timing::Timing;
pub use uncertain::{LONG_TAIL, LongTail, NoRange, Uncertain};
