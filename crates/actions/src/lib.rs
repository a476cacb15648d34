#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "an action walks folders and asks the clock, so that the rooms below need not")]

mod find;
mod place;
mod published;
mod whose;
mod reading;
mod repeats;
mod naming;
mod facts;
mod cards;
mod report;
mod outputs;
mod understand;
mod ask;
mod join_names;
mod listener;

pub use ask::{Question, ask};
pub use find::{Found, Searched, find};
pub use join_names::{JoinedNames, join_names};
pub use listener::{Listener, Quiet, Stage};
pub use place::{PlaceFile, today};
pub use understand::{Understood, understand};
