//! `commonweal suppliers why A B`: every comparison in a sentence with its weight, and what decided.
//!
//! The rule: the answer comes first, then what decided, then the sum line by line, so that it can be disputed line by line.

use std::path::PathBuf;
use std::process::ExitCode;

use actions::{Published, Whereabouts, Why};
use clap::Args;
use definitions::{Trouble, thousands};
use suppliers::{Explanation, Judgements};

use super::TwoNames;
use crate::Done;
use crate::screen::Screen;
use crate::table::plain;

/// Say why two names are one supplier, or two: every comparison in a sentence, with its weight.
///
/// Without --place or --evidence the two are compared as if there were no other names. With either, the answer is that of
/// the run of `find`, with what bodies published beside the names.
#[derive(Args)]
pub(super) struct Words {
    #[command(flatten)]
    names: TwoNames,
    /// The folder you give to `commonweal find`, or the one it wrote.
    #[arg(long, value_name = "FOLDER")]
    place: Option<PathBuf>,
    /// What `find` wrote about it [default: commonweal-FOLDER here].
    #[arg(long, value_name = "DIR")]
    evidence: Option<PathBuf>,
}

pub(super) fn run(words: &Words, screen: &Screen) -> Done {
    let names = words.names.judged().ok_or_else(|| {
        Trouble::new("compare", "two names are needed", "Write both, each in quotes: commonweal suppliers why \"Quince Ltd\" \"QUINCE\"")
    })?;
    let is_about_place = words.place.is_some() || words.evidence.is_some();
    let why = if is_about_place {
        actions::why_in_evidence(&names, &Whereabouts::of(words.place.as_deref(), words.evidence.as_deref())?)?
    } else {
        actions::why_by_text(&names, Judgements::default())?
    };
    if screen.json {
        screen.say(&as_json(&why).to_string());
    } else {
        tell(&why, screen);
        if !is_about_place {
            screen.advise("\nCompared by their text alone; with --place FOLDER the answer is that of the last `commonweal find`.");
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn tell(why: &Why, screen: &Screen) {
    let explained = &why.explanation;
    screen.say(&screen.bold(if explained.are_one { "One supplier." } else { "Two suppliers." }));
    explained.decided_by.iter().for_each(|sentence| screen.say(&plain(sentence)));
    for (step, [from, to]) in explained.steps.iter().zip(&why.steps) {
        screen.say(&plain(&format!("  {from} – {to}: {} ({:.2})", step.why, step.probability)));
    }
    screen.say("");
    screen.say("By the names alone (weights are natural logarithms of odds; they add up):");
    screen.say(&format!("{:>7.2}  where any two names start that the search brings together", explained.start));
    explained.comparisons.iter().for_each(|one| screen.say(&format!("{:>+7.2}  {}", one.weight, plain(&one.sentence))));
    screen.say(&sum(explained));
    if !explained.facts.is_empty() {
        screen.say("");
        screen.say("Facts, which outweigh the sum:");
        explained
            .facts
            .iter()
            .for_each(|fact| screen.say(&format!("{:>7}  {}", if fact.weight > 0.0 { "for" } else { "against" }, plain(&fact.sentence))));
    }
    for published in &why.published {
        tell_published(published, screen);
    }
}

fn sum(explained: &Explanation) -> String {
    let odds = (explained.probability / (1.0 - explained.probability)).ln();
    format!("{odds:>+7.2}  in all: a probability of {:.2}; names are joined from {:.2} on", explained.probability, explained.threshold)
}

fn tell_published(published: &[Published], screen: &Screen) {
    let Some(first) = published.first() else { return };
    screen.say("");
    screen.say(&screen.bold(&format!("Published as {}", plain(&first.name))));
    for one in published {
        let paid = match one.payments {
            0 => "named in a contract".to_string(),
            1 => format!("1 payment, {}", one.paid.whole_pounds()),
            count => format!("{} payments, {}", thousands(count), one.paid.whole_pounds()),
        };
        let beside = if one.beside.is_empty() { "no number beside it".to_string() } else { one.beside.join(", ") };
        let bought: Vec<&str> = one.families.iter().take(3).map(|(family, _)| family.name()).collect();
        let bought = if bought.is_empty() { String::new() } else { format!("; for {}", bought.join(", ")) };
        screen.say(&plain(&format!("  {}: {paid}{bought}; {beside}", one.body)));
    }
}

fn as_json(why: &Why) -> serde_json::Value {
    let explained = &why.explanation;
    let steps: Vec<serde_json::Value> = explained
        .steps
        .iter()
        .zip(&why.steps)
        .map(|(step, [from, to])| serde_json::json!({ "from": from, "to": to, "probability": step.probability, "why": step.why }))
        .collect();
    let published = |all: &Vec<Published>| -> Vec<serde_json::Value> {
        let one = |one: &Published| {
            serde_json::json!({
                "name": one.name, "body": one.body, "beside": one.beside, "payments": one.payments, "paid_pence": one.paid.0,
            })
        };
        all.iter().map(one).collect()
    };
    serde_json::json!({
        "are_one": explained.are_one,
        "decided_by": explained.decided_by,
        "start": explained.start,
        "comparisons": explained.comparisons,
        "facts": explained.facts,
        "probability": explained.probability,
        "threshold": explained.threshold,
        "steps": steps,
        "published": why.published.each_ref().map(published),
    })
}
