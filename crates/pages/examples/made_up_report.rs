//! Writes the report of the made-up county to a path: `cargo run -p pages --example made_up_report -- report.html [large|one-body|nothing]`.
//!
//! The rule: made-up data only; this is what the browser tests and the pictures in the documentation look at.

#[path = "../tests/made_up/mod.rs"]
mod made_up;

use std::process::ExitCode;

#[allow(clippy::disallowed_methods, reason = "an example is handed a path by a person and writes there; the room itself does not")]
fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("could not write the report: no path was given. Type: made_up_report report.html");
        return ExitCode::FAILURE;
    };
    let report = match arguments.next().as_deref() {
        Some("large") => made_up::large(),
        Some("one-body") => made_up::one_body(),
        Some("nothing") => made_up::nothing_read(),
        _ => made_up::westmarch(),
    };
    let html = pages::report_html(&report);
    match std::fs::write(&path, &html) {
        Ok(()) => {
            println!("{path}: {} bytes", html.len());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("could not write {path}: {error}. Give a path in a folder that exists.");
            ExitCode::FAILURE
        }
    }
}
