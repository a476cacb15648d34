#![doc = include_str!("../README.md")]

mod family;
mod classify;
mod addressable;

pub use addressable::{NotAddressable, addressability};
pub use classify::{Because, Classified, Words, classify, mostly_paid_for};
pub use family::Family;
