//! The store, on both databases: every test here is run on a SQLite file and on a PostgreSQL database.
//!
//! The rule: a test says what an officer may rely on. Where PostgreSQL is not installed, the tests say so and try SQLite alone.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test keeps files, starts programs and may stop at a surprise")]

#[path = "store/places.rs"]
mod places;
mod server;

#[path = "store/accounts.rs"]
mod accounts;
#[path = "store/backups.rs"]
mod backups;
#[path = "store/encrypted.rs"]
mod encrypted;
#[path = "store/full_disk.rs"]
mod full_disk;
#[path = "store/killed.rs"]
mod killed;
#[path = "store/log.rs"]
mod log;
#[path = "store/restarted.rs"]
mod restarted;
#[path = "store/tables.rs"]
mod tables;
#[path = "store/tampering.rs"]
mod tampering;
#[path = "store/threads.rs"]
mod threads;
#[path = "store/twin.rs"]
mod twin;
