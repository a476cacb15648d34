#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "this room listens, reads the clock and the settings of a place")]

mod site;
mod routes;
mod asking;
mod reply;
mod stop;
mod layout;
mod form;
mod told;
mod paging;
mod pairs;

mod asker;
mod asked_day;
mod links;
mod described;
mod overview;

mod home;
mod arrangements;
mod about;
mod people;
mod api;

mod serve;
mod patience;
mod door;
mod incoming;
mod posted;
mod made;
mod secret;
mod finish;
mod remembered;
mod stop_page;
mod assets;
mod settings;

#[cfg(test)]
mod tests;

pub use asking::{Asking, Format, Upload, Visitor};
pub use reply::Reply;
pub use serve::{serve, serve_until};
pub use settings::Settings;
pub use site::{Edition, Site};
pub use stop::Stop;
