#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "this room listens, reads the clock and the settings of a place")]

mod asking;
mod form;
mod layout;
mod paging;
mod pairs;
mod reply;
mod routes;
mod site;
mod stop;
mod told;

mod asked_day;
mod asker;
mod described;
mod links;
mod overview;

mod about;
mod api;
mod arrangements;
mod bodies;
mod changes;
mod checks;
mod home;
mod map;
mod opportunities;
mod people;
mod services;
mod sources;
mod totals;

mod answering;
mod drafts;
mod exporting;
mod importing;
mod publishing;
mod record_form;
mod still_true;
mod succession;
mod taking;

mod assets;
mod door;
mod finish;
mod incoming;
mod made;
mod patience;
mod posted;
mod remembered;
mod secret;
mod serve;
mod settings;
mod stop_page;

#[cfg(test)]
mod tests;

pub use api::{Description, Parameter};
pub use asking::{Asking, Format, Upload, Visitor};
pub use form::Form;
pub use layout::Page;
pub use paging::{Numbered, Piece, linked, numbered, piece};
pub use pairs::{NotText, Pairs};
pub use reply::Reply;
pub use routes::{Handler, Route};
pub use serve::{serve, serve_until};
pub use settings::Settings;
pub use site::{Edition, Site};
pub use stop::Stop;
pub use told::{Sheet, csv, told, told_as_list};
