//! `commonweal suppliers names IN.csv OUT.csv`.
//!
//! The rule: the kernel that `find` uses, on its own, for anyone who has a list of names.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Subcommand};

use crate::Done;
use crate::screen::Screen;

/// Decide which names are one supplier.
#[derive(Args)]
pub(crate) struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Join a list of names: reads id,name[,postcode], writes id,cluster.
    ///
    /// Names that are one supplier get the same cluster number. Columns body, supplier_id, company_number, vat_number and
    /// charity_number are used where they are there.
    Names {
        /// CSV with the headings id and name.
        input: PathBuf,
        /// CSV to write.
        output: PathBuf,
        /// Join names only when they are at least this likely to be one supplier, 0 to 1.
        #[arg(long, value_name = "P", value_parser = probability)]
        threshold: Option<f64>,
        /// Add a column that says why each name was joined.
        #[arg(long)]
        why: bool,
    },
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let Command::Names { input, output, threshold, why } = &words.command;
    let mut settings = suppliers::Settings::default();
    threshold.iter().for_each(|threshold| settings.threshold = *threshold);
    let joined = actions::join_names(input, output, &settings, *why, screen)?;
    screen.finish();
    if screen.json {
        screen.say(&serde_json::json!({ "names": joined.names, "suppliers": joined.suppliers, "out": output }).to_string());
    } else {
        screen.advise(&format!("{} names are {} suppliers; written to {}", joined.names, joined.suppliers, output.display()));
    }
    Ok(ExitCode::SUCCESS)
}

fn probability(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "write a number from 0 to 1, such as 0.95".to_string())?;
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err("it must lie from 0 to 1".to_string()) }
}
