#![doc = include_str!("../README.md")]

mod body;
mod whereabouts;
mod directory;
mod health;
mod naming;
mod succession;
mod table;

pub use body::{Body, BodyKind};
pub use directory::Directory;
pub use succession::{Change, Heirs};
pub use whereabouts::{Point, Region};
