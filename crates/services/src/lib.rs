#![doc = include_str!("../README.md")]

mod addressable;
mod classify;
mod codes;
mod family;
mod matcher;
mod remembering;
mod words;

pub use addressable::{NotAddressable, addressability};
pub use classify::{Because, Classified, Words, classify, mostly_paid_for};
pub use family::{Chapter, Family, Nature, PriorRow, contents};
pub use remembering::Judge;
