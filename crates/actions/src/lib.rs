#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "an action walks folders and asks the clock, so that the rooms below need not")]

mod ask;
mod cards;
mod case;
mod earlier;
mod facts;
mod find;
mod join_names;
mod judge;
mod judged;
mod judgement_file;
mod known_names;
mod listener;
mod naming;
mod outputs;
mod partners;
mod place;
mod published;
mod reading;
mod repeats;
mod report;
mod review;
mod understand;
mod whereabouts;
mod who;
mod whose;
mod why;

pub use ask::{Question, ask};
pub use case::{Begun, WorkedOut, begin_case, work_out_case, write_case_paper};
pub use find::{Found, Searched, find};
pub use join_names::{JoinedNames, List, join_names};
pub use judge::{Recorded, Recording, judge, judge_file, judgements, merge};
pub use judged::contradictions;
pub use listener::{Listener, Quiet, Stage};
pub use partners::{GroupWords, SplitWords, Told, WORKING, group, sites, split, trust, write_page};
pub use place::today;
pub use review::{Asked, Review, review, write_questions};
pub use understand::{Understood, understand};
pub use whereabouts::{Whereabouts, default_out, only_evidence_here};
pub use who::{Who, who};
pub use why::{Published, Why, why_by_text, why_in_evidence};
