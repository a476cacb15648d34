#![doc = include_str!("../README.md")]

mod body;
mod directory;
mod health;
mod naming;
mod table;

pub use body::{Body, BodyKind};
pub use directory::Directory;
