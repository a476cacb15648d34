#![doc = include_str!("../README.md")]
#![allow(clippy::disallowed_methods, reason = "this room keeps files and speaks to databases")]

mod address;
mod store;

mod log;
mod stored;

mod chain;
mod digest;

mod accounts;
mod attempts;
mod boundaries;
mod sessions;
mod tokens;

mod backup;
mod backup_file;
mod backup_reading;
mod restore;

mod databases;

pub use accounts::{Account, NotAdded, SignOn};
pub use address::StoreAddress;
pub use backup::BackupMade;
pub use backup_file::Counts;
pub use boundaries::{BoundarySet, Outline};
pub use chain::{Chain, ChainFault};
pub use digest::{FIRST_DIGEST, entry_digest};
pub use log::{Expected, Kept, Overtaken, Refused, TEXT_BYTES_AT_MOST, Writing};
pub use restore::Restored;
pub use sessions::{SessionKept, SessionOpened};
pub use store::Store;
pub use stored::Stored;
pub use tokens::Token;
