//! `commonweal suppliers review [FOLDER]`: the doubtful pairs of names, the most valuable first.
//!
//! The rule: a table to read, JSON for another program, or a file to fill in and give back to `suppliers judge --file`.

use std::path::PathBuf;
use std::process::ExitCode;

use actions::{Asked, Review, Whereabouts};
use clap::Args;
use definitions::thousands;

use super::Where;
use crate::Done;
use crate::screen::Screen;
use crate::table::{Side, lines};

/// Ask about doubtful names: which pairs a person should look at, those first where most money depends on the answer.
///
/// "At stake" is what the smaller side was paid, over all years read: the money that would be counted under another
/// supplier. One answer settles every pair of names that goes with the two.
#[derive(Args)]
pub(super) struct Words {
    #[command(flatten)]
    whereabouts: Where,
    /// How many questions to ask.
    #[arg(long, value_name = "N", default_value_t = 40)]
    most: usize,
    /// Write the questions to a CSV to fill in: same, different or unsure in its first column, then why and by.
    #[arg(long, value_name = "QUESTIONS.csv")]
    out: Option<PathBuf>,
}

pub(super) fn run(words: &Words, screen: &Screen) -> Done {
    let whereabouts = Whereabouts::of(words.whereabouts.folder.as_deref(), words.whereabouts.evidence.as_deref())?;
    let review = actions::review(&whereabouts, words.most, screen)?;
    screen.finish();
    if review.not_askable > 0 {
        screen.advise(&format!(
            "{} more could not be asked about: two suppliers that one body writes with one name and number.",
            thousands(review.not_askable as u64)
        ));
    }
    if let Some(path) = &words.out {
        actions::write_questions(&review.asked, path)?;
    }
    match &words.out {
        _ if screen.json => screen.say(&as_json(&review).to_string()),
        Some(path) => {
            screen.say(&format!("{} of {} questions written to {}", review.asked.len(), thousands(review.all as u64), path.display()));
            screen.advise(&format!(
                "Fill in the first three columns, then: commonweal suppliers judge --file {} --place {}",
                path.display(),
                whereabouts.place.display()
            ));
        }
        None => tell(&review, screen),
    }
    Ok(ExitCode::SUCCESS)
}

fn tell(review: &Review, screen: &Screen) {
    if review.asked.is_empty() {
        screen.say("No pair of names is doubtful.");
        return;
    }
    let headings = [
        ("", Side::Right),
        ("Name", Side::Left),
        ("Other name", Side::Left),
        ("Likely", Side::Right),
        ("Now", Side::Left),
        ("At stake", Side::Right),
        ("Settles", Side::Right),
    ];
    let rows: Vec<Vec<String>> = review.asked.iter().enumerate().map(|(place, asked)| row(place + 1, asked)).collect();
    for (place, line) in lines(&headings, &rows, screen.width()).iter().enumerate() {
        screen.say(&if place == 0 { screen.bold(line) } else { line.clone() });
    }
    screen.advise(&format!(
        "\n{} of {} questions. Answer one: commonweal suppliers judge A B same|different|unsure --by WHO --why TEXT; or many: --out QUESTIONS.csv",
        review.asked.len(),
        thousands(review.all as u64)
    ));
}

fn row(rank: usize, asked: &Asked) -> Vec<String> {
    let [a, b] = asked.names.each_ref().map(suppliers::JudgedName::written);
    let now = match (asked.is_unsure, asked.are_one) {
        (true, _) => "unsure",
        (false, true) => "one",
        (false, false) => "two",
    };
    vec![
        rank.to_string(),
        a,
        b,
        format!("{:.0}%", asked.probability * 100.0),
        now.to_string(),
        asked.at_stake.short(),
        thousands(asked.settles_pairs),
    ]
}

fn as_json(review: &Review) -> serde_json::Value {
    let one = |asked: &Asked| {
        let side = |place: usize| {
            let name = &asked.names[place];
            serde_json::json!({
                "name": name.name, "body": name.body, "supplier_id": name.supplier_number,
                "shown_as": asked.shown[place], "bodies": asked.bodies[place],
            })
        };
        serde_json::json!({
            "a": side(0),
            "b": side(1),
            "probability": asked.probability,
            "are_one": asked.are_one,
            "is_unsure": asked.is_unsure,
            "at_stake_pence": asked.at_stake.0,
            "settles_pairs": asked.settles_pairs,
        })
    };
    let questions: Vec<serde_json::Value> = review.asked.iter().map(one).collect();
    serde_json::json!({ "questions": questions, "in_all": review.all, "not_askable": review.not_askable, "at_stake_in_all_pence": review.at_stake.0 })
}
