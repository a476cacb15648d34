#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "the desk opens the folder of a place and asks the clock it is given")]

mod desk;
mod found;
mod place;

pub mod people;

mod record_file;

pub use desk::{Desk, NotDone, Person, Standing};
pub use place::Place;
pub use record_file::records;
