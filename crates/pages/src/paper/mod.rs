//! A paper for a committee: one HTML file with a title, a summary, and sections made of a few kinds of block.
//!
//! The rule: a paper is plain values in, and every chart in it has its figures as a table. It opens from disk, asks for
//! nothing, and prints on A4. It holds no rule of what a case or a split is worth: whoever fills it has worked that out.

mod blocks;
mod lines;
mod spans;

use maud::{Markup, html};

use crate::parts::{figures, summary_list, summary_row};
use crate::report::document;

pub use lines::{Line, Lines};
pub use spans::{Span, Spans};

/// A whole paper.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// What it is about, in one line.
    pub title: String,
    /// What a reader must take away, a paragraph each.
    pub lede: Vec<String>,
    /// At most five headline figures: the number, and the words that say what it counts.
    pub figures: Vec<(String, String)>,
    /// Facts about the paper itself: who wrote it, from which file, as of which day.
    pub facts: Vec<(String, String)>,
    /// The sections, in reading order.
    pub sections: Vec<Section>,
}

/// One heading with what stands under it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// The heading, which is also the line in the contents.
    pub heading: String,
    /// What stands under it, in reading order.
    pub blocks: Vec<Block>,
}

impl Section {
    /// A section of `blocks` under `heading`.
    pub fn new(heading: impl Into<String>, blocks: Vec<Block>) -> Section {
        Section { heading: heading.into(), blocks }
    }
}

/// One thing on a paper. Every text in it is shown as it is: none is taken for markup.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A heading inside a section.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Points without an order.
    Points(Vec<String>),
    /// Steps in their order, numbered.
    Steps(Vec<String>),
    /// Words that stand apart, to be known before reading on.
    Inset(String),
    /// What could do harm, and to whom.
    Warning(String),
    /// A few facts, each with its name.
    Facts(Vec<(String, String)>),
    /// Figures in rows and columns.
    Table(Grid),
    /// Amounts above and below nought, drawn beside their figures.
    Bars(Bars),
    /// Ranges on one scale, drawn beside their figures: what moves a result, or what each partner may be asked.
    Spans(Spans),
    /// Amounts over years, with the figures as a table behind them.
    Lines(Lines),
    /// Signed amounts, shaded by their size: who pays and who gains, when.
    Shaded(Shaded),
    /// What is opened when it is asked for; printed only if open, so nothing that must be read stands here.
    Details(String, Vec<Block>),
}

/// Rows and columns of words and numbers. The first cell of each row is its heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What the table shows.
    pub caption: String,
    /// The columns.
    pub columns: Vec<GridColumn>,
    /// The cells, row by row, as they are read.
    pub rows: Vec<Vec<String>>,
}

/// The heading of a column, and whether numbers stand in it.
#[derive(Clone, Debug, PartialEq)]
pub enum GridColumn {
    /// Words, which stand on the left.
    Words(String),
    /// Numbers, which stand on the right.
    Numbers(String),
}

/// Amounts above and below nought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What the bars show.
    pub caption: String,
    /// Heading of what each bar is.
    pub name_heading: String,
    /// Heading of the amounts.
    pub amount_heading: String,
    /// Name, amount as it is read, amount as it is drawn.
    pub rows: Vec<(String, String, f64)>,
}

/// Signed amounts in rows and columns, shaded by size; a loss is told by its sign as well as by its shade.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shaded {
    /// What the table shows.
    pub caption: String,
    /// Headings: of the rows' names, then of each column.
    pub headings: Vec<String>,
    /// Name of the row, and each cell as it is read and as it is shaded.
    pub rows: Vec<(String, Vec<(String, f64)>)>,
}

/// The whole paper as one HTML file.
pub fn paper_html(paper: &Paper) -> String {
    let content = html! {
        h1 class="govuk-heading-xl" { (paper.title) }
        @for paragraph in &paper.lede { p class="govuk-body-l" { (paragraph) } }
        @if !paper.figures.is_empty() {
            (figures(&paper.figures.iter().map(|(number, words)| (number.clone(), html! { (words) })).collect::<Vec<_>>()))
        }
        @if !paper.facts.is_empty() { (facts(&paper.facts)) }
        (contents(&paper.sections))
        @for (place, section) in paper.sections.iter().enumerate() { (whole(place, section)) }
    };
    document::document(&paper.title, FOOTER, &content).into_string()
}

/// Whose words these are.
const FOOTER: &str =
    "Made by Commonweal from the figures of the file named above. Not a GOV.UK service and not the view of any body named in it.";

fn contents(sections: &[Section]) -> Markup {
    html! {
        @if sections.len() > 2 {
            nav class="cw-contents" aria-labelledby="contents" {
                h2 class="govuk-heading-m" id="contents" { "Contents" }
                ol class="govuk-list" {
                    @for (place, section) in sections.iter().enumerate() {
                        li { a class="govuk-link" href={ "#" (id(place)) } { (section.heading) } }
                    }
                }
            }
        }
    }
}

fn whole(place: usize, section: &Section) -> Markup {
    html! {
        section class="cw-section cw-paper" aria-labelledby=(id(place)) {
            h2 class="govuk-heading-l" id=(id(place)) { (section.heading) }
            @for block in &section.blocks { (blocks::block(block)) }
        }
    }
}

fn facts(facts: &[(String, String)]) -> Markup {
    let rows: Vec<_> = facts.iter().map(|(name, words)| summary_row(name.as_str(), html! { (words) })).collect();
    summary_list(&rows)
}

/// Sections are counted from one, as a committee cites them.
fn id(place: usize) -> String {
    format!("section-{}", place + 1)
}
