#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "the desk opens the folder of a place and asks the clock it is given")]

mod desk;
mod found;
mod place;

mod arrangements;
mod boundaries;
mod record_file;
mod sheets;
mod succession;

pub mod people;

#[cfg(test)]
mod acts;
#[cfg(test)]
mod made_up;

pub use boundaries::Outlines;
pub use desk::{Desk, NotDone, Person, Standing, WHY_CHARACTERS};
pub use place::Place;
pub use record_file::records;
pub use sheets::{Tried, whole_copy};
pub use succession::Decided;
