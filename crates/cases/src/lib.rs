#![doc = include_str!("../README.md")]

mod appraisal;
mod bell;
mod bias;
mod case;
mod cash;
mod cautions;
mod chance;
mod compare;
mod discount;
mod draft;
mod factor;
mod file;
#[cfg(test)]
mod fixtures;
mod flows;
mod holders;
mod leaving;
mod line;
mod prices;
mod random;
mod scale;
mod sensitivity;
mod spread;
mod timing;
mod uncertain;

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
