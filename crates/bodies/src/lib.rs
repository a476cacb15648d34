#![doc = include_str!("../README.md")]

mod body;
mod boundaries;
mod changes;
mod directory;
mod health;
mod hexagons;
mod history;
mod naming;
mod place_changes;
mod place_file;
mod succession;
mod table;
mod whereabouts;

pub use body::{Body, BodyKind};
pub use boundaries::{Boundaries, MOST_BYTES as MOST_BYTES_OF_BOUNDARIES, Outline, read_boundaries};
pub use changes::{Ending, Follower, Renaming, Standing};
pub use directory::Directory;
pub use hexagons::{HexPlace, Hexagon, ROW_STEP};
pub use history::{Event, EventKind};
pub use place_changes::{EndingInFile, FollowerInFile, RenamingInFile};
pub use place_file::{BodyInFile, PlaceFile};
pub use succession::{Change, Heirs, Wanted};
pub use whereabouts::{Point, Region};
