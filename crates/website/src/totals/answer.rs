//! What programs are told of totals.
//!
//! The rule: the shape of an answer changes only here, on purpose. Each figure has the address of its lines.

use definitions::{Day, Pence};
use register::{Cashable, Net, Standing};

use super::of::{Line, Of};
use super::page::Side;
use crate::described::answers;
use crate::links::whole;
use crate::paging::{linked, piece};
use crate::{Asking, Reply, Site, Stop};

answers! {
    /// The totals of a day.
    Answer {
        /// The address of these totals.
        url: String,
        /// The day they are true on.
        on: Day,
        /// The rule by which they are made.
        rule: Vec<String>,
        /// Every figure, or the one that was asked for.
        figures: Vec<Figure>,
        /// The lines of the figure that was asked for; empty where none was.
        lines: Vec<LineTold>,
        /// The address of the next piece of lines.
        next: Option<String>,
    }

    /// A figure.
    Figure {
        /// Its code.
        code: String,
        /// What it counts.
        words: String,
        /// The figure, in words.
        value: String,
        /// How many lines it has.
        count: usize,
        /// The sum in pence, where it is one.
        amount_pence: Option<Pence>,
        /// True where a line says more than its amount.
        is_at_least: bool,
        /// How far the saving is proved, where it is one.
        standing: Option<Standing>,
        /// `a year` or `in all`, where it is a saving.
        span: Option<String>,
        /// Whether the cost of setting up has been taken off, where it is a saving.
        net: Option<Net>,
        /// The sum parted into what is cashable, what is not, and what is not said.
        parts: Vec<Part>,
        /// The address of its lines.
        lines: String,
    }

    /// A part of a sum.
    Part {
        /// Whether a budget is lower by it.
        cashable: Cashable,
        /// How much, in pence.
        amount_pence: Pence,
    }

    /// A line behind a figure.
    LineTold {
        /// The address of what it is of.
        url: String,
        /// The stable name of what it is of.
        id: String,
        /// What it is of.
        title: String,
        /// Name of the saving line, where it is one.
        line: String,
        /// How much, in pence, where it is an amount.
        amount_pence: Option<Pence>,
        /// True where the source says more than this.
        is_at_least: bool,
        /// Why it counts, or does not.
        why: String,
    }
}

pub(super) fn reply(site: &Site, asking: &Asking, side: &Side<'_>, of: Option<Of>) -> Result<Reply, Stop> {
    let totals = side.totals();
    let figures = of.map_or_else(|| Of::all(totals), |of| vec![of]);
    let lines = of.map(|of| of.lines(totals, side.register, 0, usize::MAX)).unwrap_or_default();
    // A cursor names a place in the list, with as many digits for every place: lines are in the order of arrangements already.
    let placed: Vec<(usize, Line)> = lines.into_iter().enumerate().collect();
    let piece = piece(asking, &placed, |(place, _)| format!("{place:010}"))?;
    let told = Answer {
        url: whole(site, &asking.query.address("/totals")),
        on: totals.true_on,
        rule: register::totals_rule().iter().map(|sentence| (*sentence).to_string()).collect(),
        figures: figures.into_iter().map(|of| figure(site, asking, side, of)).collect(),
        lines: piece.things.iter().map(|(_, line)| line_told(site, line)).collect(),
        next: piece.next.as_deref().map(|next| whole(site, next)),
    };
    Ok(linked(Reply::json(&told), piece.next.as_deref()))
}

fn figure(site: &Site, asking: &Asking, side: &Side<'_>, of: Of) -> Figure {
    let totals = side.totals();
    let code = of.code(totals);
    let sum = if let Of::Sum(place) = of { totals.sums.get(place) } else { None };
    Figure {
        words: of.words(totals),
        value: of.figure(totals),
        count: of.count(totals),
        amount_pence: sum.map(|sum| sum.amount_pence),
        is_at_least: sum.is_some_and(|sum| sum.is_at_least),
        standing: sum.map(|sum| sum.standing),
        span: sum.map(|sum| sum.span.words().to_string()),
        net: sum.map(|sum| sum.net),
        parts: sum
            .iter()
            .flat_map(|sum| &sum.parts)
            .map(|(cashable, amount)| Part { cashable: *cashable, amount_pence: *amount })
            .collect(),
        lines: whole(site, &asking.query.with("of", &code).address("/totals.json")),
        code,
    }
}

fn line_told(site: &Site, line: &Line) -> LineTold {
    LineTold {
        url: whole(site, line.address.split('#').next().unwrap_or_default()),
        id: line.id.clone(),
        title: line.title.clone(),
        line: line.line.clone(),
        amount_pence: line.amount,
        is_at_least: line.is_at_least,
        why: line.why.clone(),
    }
}
