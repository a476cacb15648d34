#![doc = include_str!("../README.md")]

mod day;
mod metalog;
mod money;
mod names;
mod range;
mod remark;
mod source;
mod split_mix;
mod text_place;
mod trouble;
mod trust;

pub use day::{Day, FinancialYear, Month};
pub use metalog::Metalog;
pub use money::{Pence, thousands};
pub use names::{ArrangementId, BodyId, OpportunityId, SupplierId, slug};
pub use range::SavingRange;
pub use remark::{Remark, RemarkKind};
pub use source::{Fingerprint, Source};
pub use split_mix::{SPLIT_MIX_STEP, split_mixed};
pub use text_place::{ByPlace, LinePlaces, Round, TextPlace};
pub use trouble::Trouble;
pub use trust::{trust_fracture_points, trust_team};
