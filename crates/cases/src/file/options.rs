//! The options of a case file, and what has been agreed about leaving each.
//!
//! The rule: an option has a form, and business as usual changes nothing, so lines under it are a mistake and not a baseline. Which
//! options are lacking is no mistake here: the case is read, and the paper says so.

use super::figures::{by_partner, shares_written_out};
use super::lines::lines;
use super::table::{Figure, Table};
use super::{Ground, MOST_POUNDS, within};
use crate::case::{CaseOption, Form, Leaving};

/// The most options: a long list is shortened before it is appraised.
const MOST_OPTIONS: usize = 20;
/// The most lines of all options together.
const MOST_LINES: usize = 2_000;

/// Every option, in the order of the file.
pub(super) fn options(whole: &Table<'_>, ground: &Ground<'_>) -> Vec<CaseOption> {
    let tables = whole.tables("option");
    if tables.is_empty() {
        whole.mistake("option", "there is no option. Write one [[option]] with id, name and form for each thing that could be done.");
    }
    let mut options: Vec<CaseOption> = Vec::new();
    if tables.len() > MOST_OPTIONS {
        whole.mistake(
            "option",
            &format!("there are {} options, and at most {MOST_OPTIONS} are compared. Shorten the list first.", tables.len()),
        );
    }
    for table in tables.iter().take(MOST_OPTIONS) {
        let option = option(table, ground);
        if !option.id.is_empty() && options.iter().any(|other| other.id == option.id) {
            table.mistake("id", &format!("two options have the id {:?}. Give each its own.", option.id));
        }
        options.push(option);
    }
    let count: usize = options.iter().map(|option| option.lines.len()).sum();
    if count > MOST_LINES {
        whole.mistake(
            "option",
            &format!("there are {count} lines, and a case is worked out for at most {MOST_LINES}. Put small ones together."),
        );
    }
    options
}

fn option(table: &Table<'_>, ground: &Ground<'_>) -> CaseOption {
    let id = table.needed_text("id");
    let forms = Form::ALL.map(|form| (form.code(), form));
    if !table.has("form") {
        table.mistake("form", "it is missing. Write how this would be done, such as form = \"lead-authority\".");
    }
    let form = table.one_of("form", &forms).unwrap_or(Form::DoMinimum);
    let lines = lines(table, ground);
    if form == Form::BusinessAsUsual && !lines.is_empty() {
        table.mistake(
            "form",
            "business as usual has a line of its own. Every line is a change from business as usual: what happens anyway belongs in no \
             option, and what each partner spends today stands under [[partner]] as today_yearly.",
        );
    }
    let option = CaseOption {
        name: table.text("name").filter(|name| !name.is_empty()).unwrap_or_else(|| id.clone()),
        id,
        form,
        text: table.text("text").unwrap_or_default(),
        lines,
        leaving: leaving(table, ground),
    };
    table.others_are_mistakes();
    option
}

fn leaving(option: &Table<'_>, ground: &Ground<'_>) -> Leaving {
    let nothing_said = Leaving { shares: Vec::new(), notice_years: 0, disaggregation_pounds: vec![None; ground.partners.len()] };
    let Some(table) = option.table("leaving") else { return nothing_said };
    let leaving = Leaving {
        shares: table.table("shares").map(|shares| shares_written_out(&shares, ground)).unwrap_or_default(),
        notice_years: within(&table, "notice_years", 0, 0..=10) as u32,
        disaggregation_pounds: disaggregation(&table, ground),
    };
    table.others_are_mistakes();
    leaving
}

/// One figure for every partner, or one for each.
fn disaggregation(table: &Table<'_>, ground: &Ground<'_>) -> Vec<Option<f64>> {
    let each = match table.figure("disaggregation") {
        None => vec![None; ground.partners.len()],
        Some(Figure::Number(pounds)) => vec![Some(pounds); ground.partners.len()],
        Some(Figure::Table(inner)) => by_partner(&inner, ground),
    };
    if let Some(wrong) = each.iter().flatten().find(|pounds| !(0.0..=MOST_POUNDS).contains(*pounds)) {
        table.mistake(
            "disaggregation",
            &format!("{wrong} is not what it can cost to take a partner out again. Write pounds, above nought."),
        );
    }
    each
}
