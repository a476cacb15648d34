#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "an action walks folders and asks the clock, so that the rooms below need not")]

mod ask;
mod cards;
mod case;
mod facts;
mod find;
mod join_names;
mod listener;
mod naming;
mod outputs;
mod partners;
mod place;
mod published;
mod reading;
mod repeats;
mod report;
mod understand;
mod who;
mod whose;

pub use ask::{Question, ask};
pub use case::{Begun, WorkedOut, begin_case, work_out_case, write_case_paper};
pub use find::{Found, Searched, find};
pub use join_names::{JoinedNames, join_names};
pub use listener::{Listener, Quiet, Stage};
pub use partners::{GroupWords, SplitWords, Told, WORKING, group, sites, split, trust, write_page};
pub use place::{PlaceFile, today};
pub use understand::{Understood, understand};
pub use who::{Who, who};
