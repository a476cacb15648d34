//! An answer that is told once, shown on a terminal, as JSON, or written as a page.
//!
//! The rule: the terminal prints the paper's own words and figures, so that the two cannot differ. Drawings are left to the
//! page, and so is how it was worked out.

use std::path::Path;
use std::process::ExitCode;

use actions::{Told, WORKING};
use clap::ValueEnum;
use definitions::Trouble;
use pages::{Block, Grid, GridColumn, Paper};
use partnerships::GameKind;

use crate::Done;
use crate::screen::Screen;
use crate::table::{Side, lines, plain};

/// What values of groups in a CSV are.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum ValuesWord {
    /// What a group would pay by itself.
    Costs,
    /// What a group would save by itself.
    Savings,
}

impl ValuesWord {
    pub(crate) fn kind(self) -> GameKind {
        match self {
            ValuesWord::Costs => GameKind::Cost,
            ValuesWord::Savings => GameKind::Saving,
        }
    }
}

/// Shows an answer, and writes its page where one is wanted.
pub(crate) fn give(told: &Told, out: Option<&Path>, screen: &Screen) -> Done {
    if let Some(path) = out {
        write(&told.paper, path)?;
    }
    print(told, screen)?;
    match out {
        Some(path) => screen.advise(&format!("Written to {}: open it in a browser, or print it on A4.", path.display())),
        None if !screen.json => screen.advise("With --out FILE.html it is written as a paper, with how it was worked out."),
        None => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Shows an answer on the screen alone.
pub(crate) fn print(told: &Told, screen: &Screen) -> Done {
    if screen.json {
        screen.say(&told.data.to_string());
    } else {
        show(&told.paper, screen);
    }
    Ok(ExitCode::SUCCESS)
}

fn write(paper: &Paper, path: &Path) -> Result<(), Trouble> {
    let is_page = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("html"));
    if !is_page {
        return Err(Trouble::new(format!("write {}", path.display()), "the paper is a web page", "Name a file ending in .html."));
    }
    actions::write_page(path, paper)
}

fn show(paper: &Paper, screen: &Screen) {
    screen.say(&screen.bold(&plain(&paper.title)));
    for paragraph in &paper.lede {
        wrapped(paragraph, "", screen);
    }
    for section in paper.sections.iter().filter(|section| section.heading != WORKING) {
        screen.say("");
        screen.say(&screen.bold(&plain(&section.heading)));
        section.blocks.iter().for_each(|block| show_block(block, screen));
    }
    screen.say("");
}

fn show_block(block: &Block, screen: &Screen) {
    match block {
        Block::Heading(text) => screen.say(&screen.bold(&plain(text))),
        Block::Text(text) | Block::Inset(text) => wrapped(text, "", screen),
        Block::Warning(text) => wrapped(text, "! ", screen),
        Block::Points(points) => points.iter().for_each(|point| wrapped(point, "- ", screen)),
        Block::Steps(steps) => steps.iter().enumerate().for_each(|(place, step)| wrapped(step, &format!("{}. ", place + 1), screen)),
        Block::Facts(facts) => facts.iter().for_each(|(name, words)| wrapped(words, &format!("{name}: "), screen)),
        Block::Table(grid) => table(grid, screen),
        Block::Bars(bars) => {
            let rows = bars.rows.iter().map(|(name, amount, _)| vec![name.clone(), amount.clone()]).collect();
            table(&grid(&bars.caption, &[bars.name_heading.clone(), bars.amount_heading.clone()], rows), screen);
        }
        Block::Spans(spans) => {
            let rows =
                spans.rows.iter().map(|span| std::iter::once(span.name.clone()).chain(span.words.iter().cloned()).collect()).collect();
            table(&grid(&spans.caption, &spans.headings, rows), screen);
        }
        Block::Lines(chart) => {
            let headings: Vec<String> = std::iter::once(chart.across.clone()).chain(chart.labels.iter().cloned()).collect();
            let row =
                |line: &pages::Line| std::iter::once(line.name.clone()).chain(line.points.iter().map(|(words, _)| words.clone())).collect();
            table(&grid(&chart.caption, &headings, chart.lines.iter().map(row).collect()), screen);
        }
        Block::Shaded(shaded) => {
            let row = |(name, cells): &(String, Vec<(String, f64)>)| {
                std::iter::once(name.clone()).chain(cells.iter().map(|(words, _)| words.clone())).collect()
            };
            table(&grid(&shaded.caption, &shaded.headings, shaded.rows.iter().map(row).collect()), screen);
        }
        Block::Details(..) => {}
    }
}

/// A first column of words, the others numbers.
fn grid(caption: &str, headings: &[String], rows: Vec<Vec<String>>) -> Grid {
    let column = |(place, heading): (usize, &String)| {
        if place == 0 { GridColumn::Words(heading.clone()) } else { GridColumn::Numbers(heading.clone()) }
    };
    Grid { caption: caption.to_string(), columns: headings.iter().enumerate().map(column).collect(), rows }
}

fn table(grid: &Grid, screen: &Screen) {
    wrapped(&format!("{}:", grid.caption), "", screen);
    let headings: Vec<(&str, Side)> = grid
        .columns
        .iter()
        .map(|column| match column {
            GridColumn::Words(heading) => (heading.as_str(), Side::Left),
            GridColumn::Numbers(heading) => (heading.as_str(), Side::Right),
        })
        .collect();
    let width = screen.width() - 2;
    lines(&headings, &unfolded(grid, width), width).iter().for_each(|line| screen.say(&format!("  {line}")));
}

/// The rows of a table that is too wide, with its widest column of words over several lines, so that nothing is cut.
fn unfolded(grid: &Grid, width: usize) -> Vec<Vec<String>> {
    let long = |text: &str| text.chars().count();
    let heading = |column: usize| match &grid.columns[column] {
        GridColumn::Words(text) | GridColumn::Numbers(text) => long(text),
    };
    let widths: Vec<usize> = (0..grid.columns.len())
        .map(|column| grid.rows.iter().filter_map(|row| row.get(column)).map(|cell| long(cell)).max().unwrap_or(0).max(heading(column)))
        .collect();
    let all = widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1);
    let is_words = |column: &usize| matches!(grid.columns[*column], GridColumn::Words(_));
    let Some(widest) = (0..widths.len()).filter(is_words).max_by_key(|column| widths[*column]).filter(|_| all > width) else {
        return grid.rows.clone();
    };
    let room = (widths[widest] + width).saturating_sub(all).max(16);
    let mut rows = Vec::new();
    for row in &grid.rows {
        for (place, part) in folded(row.get(widest).map_or("", String::as_str), room).into_iter().enumerate() {
            let mut line = if place == 0 { row.clone() } else { vec![String::new(); row.len()] };
            line[widest] = part;
            rows.push(line);
        }
    }
    rows
}

/// A text in lines of no more characters than `room`, but for words that are longer.
fn folded(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let last = lines.last_mut().expect("there is one to begin with");
        if !last.is_empty() && last.chars().count() + 1 + word.chars().count() > room {
            lines.push(word.to_string());
        } else {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(word);
        }
    }
    lines
}

/// A paragraph in lines no wider than the screen, the first after `mark` and the others below it.
fn wrapped(text: &str, mark: &str, screen: &Screen) {
    let indent = mark.chars().count();
    // A space that no line is broken at stays within its word.
    for (place, line) in folded(&plain(text), screen.width().min(110) - indent).iter().enumerate() {
        let before = if place == 0 { mark.to_string() } else { " ".repeat(indent) };
        screen.say(&format!("{before}{line}"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_too_wide_for_the_terminal_has_its_longest_words_over_several_lines() {
        let columns = vec![GridColumn::Words("Group".into()), GridColumn::Words("Bodies".into()), GridColumn::Numbers("Saving".into())];
        let row = vec!["1".to_string(), "Aldford, Bexton, Carrow, Dunholme".to_string(), "209".to_string()];
        let grid = Grid { caption: String::new(), columns, rows: vec![row] };
        assert_eq!(unfolded(&grid, 200), grid.rows);
        // Five, two, sixteen, two and six characters: the least room a column of words gets is sixteen.
        let narrow = unfolded(&grid, 31);
        assert_eq!(narrow, [["1", "Aldford, Bexton,", "209"], ["", "Carrow, Dunholme", ""]]);
    }
}
