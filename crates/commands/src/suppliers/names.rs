//! `commonweal suppliers names IN.csv OUT.csv`.
//!
//! The rule: the kernel that `find` uses, on its own, for anyone who has a list of names.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use definitions::thousands;

use crate::Done;
use crate::screen::Screen;

/// Join a list of names: reads id,name[,postcode], writes id,cluster.
///
/// Names that are one supplier get the same cluster number. Columns body, supplier_id, company_number, vat_number and
/// charity_number are used where they are there. With --earlier, suppliers keep the number they had.
#[derive(Args)]
pub(super) struct Words {
    /// CSV with the headings id and name.
    input: PathBuf,
    /// CSV to write.
    output: PathBuf,
    /// Join names only when they are at least this likely to be one supplier, 0 to 1.
    #[arg(long, value_name = "P", value_parser = probability)]
    threshold: Option<f64>,
    /// Add a column that says why each name was joined, and to which.
    #[arg(long)]
    why: bool,
    /// What this command wrote for an earlier list with the same ids: suppliers keep their number, and what was joined or
    /// parted since is said.
    #[arg(long, value_name = "OLD.csv")]
    earlier: Option<PathBuf>,
    /// Judgements to obey: a place's folder or a judgements.csv.
    #[arg(long, value_name = "PLACE")]
    judgements: Option<PathBuf>,
}

pub(super) fn run(words: &Words, screen: &Screen) -> Done {
    let mut settings = suppliers::Settings::default();
    words.threshold.iter().for_each(|threshold| settings.threshold = *threshold);
    if let Some(path) = &words.judgements {
        settings.judgements = actions::judgements(path)?;
    }
    let list = actions::List { input: &words.input, output: &words.output, earlier: words.earlier.as_deref(), tell_why: words.why };
    let joined = actions::join_names(&list, &settings, screen)?;
    screen.finish();
    if screen.json {
        let answer = serde_json::json!({
            "names": joined.names, "suppliers": joined.suppliers, "changes": joined.changes, "out": words.output,
        });
        screen.say(&answer.to_string());
        return Ok(ExitCode::SUCCESS);
    }
    joined.changes.iter().for_each(|change| screen.say(change));
    screen.advise(&format!(
        "{} names are {} suppliers; written to {}",
        thousands(joined.names as u64),
        thousands(joined.suppliers as u64),
        words.output.display()
    ));
    Ok(ExitCode::SUCCESS)
}

fn probability(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| "write a number from 0 to 1, such as 0.95".to_string())?;
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err("it must lie from 0 to 1".to_string()) }
}
