#![doc = include_str!("../README.md")]

mod action;
mod asker;
mod may;
mod role;

pub use action::{Action, Who};
pub use asker::Asker;
pub use may::{Permitted, Refusal, may, may_take_away_administrator};
pub use role::Role;
