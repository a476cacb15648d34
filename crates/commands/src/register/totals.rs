//! `commonweal register totals`: what is shared and saved on any day, by a rule that is printed beside it.
//!
//! The rule: planned, realised and certified are never added, nor a year and in all; each sum can be followed to its lines.

use std::process::ExitCode;

use clap::Args;
use definitions::Day;
use register::{Moment, Register, Total, Totals, totals, totals_rule};

use crate::place::PlaceWords;
use crate::screen::Screen;
use crate::table::{Side, lines};
use crate::{Done, find};

/// Total what is shared on a day: as it was told on that day, or with what is known now.
#[derive(Args)]
pub(crate) struct Words {
    /// The day the totals are true on [default: today].
    #[arg(long, value_name = "DAY", value_parser = find::day)]
    on: Option<Day>,
    /// Only what had been entered by the end of this day [default: all that is known now].
    #[arg(long, value_name = "DAY", value_parser = find::day)]
    known: Option<Day>,
    /// Also list the lines that make each sum.
    #[arg(long)]
    lines: bool,
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let desk = words.place.desk()?;
    let day = words.on.unwrap_or_else(|| desk.today());
    match words.known {
        Some(known) => tell(&*desk.register_until(Moment::end_of(known))?, day, words, screen),
        None => tell(desk.register()?.register(), day, words, screen),
    }
    Ok(ExitCode::SUCCESS)
}

fn tell(register: &Register, day: Day, words: &Words, screen: &Screen) {
    let told = totals(register, day);
    if screen.json {
        screen.say(&data(&told).to_string());
        return;
    }
    let bodies = told.sharing.len();
    screen.say(&format!(
        "{} live on {}, of {bodies} {}.",
        super::counted(told.live.len()),
        day.long(),
        if bodies == 1 { "body" } else { "bodies" }
    ));
    let headings = [("Saving", Side::Left), ("", Side::Left), ("Set-up cost", Side::Left), ("Sum", Side::Right), ("Lines", Side::Right)];
    let row = |sum: &Total| {
        vec![
            sum.standing.words().to_string(),
            sum.span.words().to_string(),
            sum.net.words().to_string(),
            sum.in_words(),
            sum.lines.len().to_string(),
        ]
    };
    let rows: Vec<Vec<String>> = told.sums.iter().map(row).collect();
    lines(&headings, &rows, screen.width()).iter().for_each(|line| screen.say(line));
    for (reason, those) in &told.without_figure {
        screen.say(&format!("No figure, {}: {}.", reason.words(), super::counted(those.len())));
    }
    if words.lines {
        for sum in &told.sums {
            screen.say(&screen.bold(&format!("\n{} {}, {}", sum.standing.words(), sum.span.words(), sum.in_words())));
            sum.lines
                .iter()
                .for_each(|line| screen.say(&format!("  {}  {} {}", register::pounds(line.amount_pence), line.arrangement, line.line)));
        }
    }
    screen.advise("");
    totals_rule().iter().for_each(|sentence| screen.advise(sentence));
}

fn data(told: &Totals) -> serde_json::Value {
    let line = |line: &register::Counted| serde_json::json!({ "arrangement": line.arrangement, "line": line.line, "amount_pence": line.amount_pence });
    let sum = |sum: &Total| {
        serde_json::json!({
            "standing": sum.standing, "span": sum.span.words(), "net": sum.net, "amount_pence": sum.amount_pence,
            "is_at_least": sum.is_at_least, "lines": sum.lines.iter().map(line).collect::<Vec<_>>(),
        })
    };
    serde_json::json!({
        "true_on": told.true_on, "live": told.live, "bodies_sharing": told.sharing.len(),
        "sums": told.sums.iter().map(sum).collect::<Vec<_>>(), "rule": totals_rule(),
    })
}
