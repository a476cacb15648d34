//! Any bytes at all through the front door.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| intake_fuzz::read_and_check("made-up", bytes));
