#![doc = include_str!("../README.md")]

mod body;
mod directory;
mod health;
mod naming;
mod place_file;
mod succession;
mod table;
mod whereabouts;

pub use body::{Body, BodyKind};
pub use directory::Directory;
pub use place_file::{BodyInFile, PlaceFile};
pub use succession::{Change, Heirs};
pub use whereabouts::{Point, Region};
