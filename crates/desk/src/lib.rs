#![doc = include_str!("../README.md")]

mod record_file;

pub use record_file::records;
