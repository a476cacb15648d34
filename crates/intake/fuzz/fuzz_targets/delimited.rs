//! Delimited text: a payments heading, then whatever comes, so that the rows go all the way to typed payments.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let headings: [&[u8]; 4] =
        [b"Supplier,Date,Amount\n", b"Supplier;Date;Amount\r\n", b"\xef\xbb\xbfSupplier\tDate\tAmount\r", b"Title,Start,End,Value\n"];
    let (choice, rest) = bytes.split_first().unwrap_or((&0, bytes));
    intake_fuzz::read_and_check("made-up.csv", &[headings[usize::from(*choice) % headings.len()], rest].concat());
});
