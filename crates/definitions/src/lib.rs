#![doc = include_str!("../README.md")]

mod money;
mod day;
mod names;
mod source;
mod remark;
mod range;
mod trouble;

pub use day::{Day, FinancialYear, Month};
pub use money::Pence;
pub use names::{BodyId, OpportunityId, SupplierId, slug};
pub use range::SavingRange;
pub use remark::{Remark, RemarkKind};
pub use source::{Fingerprint, Source};
pub use trouble::Trouble;
