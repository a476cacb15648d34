//! The figures of the totals, each with its code, its words and its lines.
//!
//! The rule: a figure is what its lines make, and its lines can always be asked for; a piece of them is made without the rest.

use bodies::Directory;
use definitions::{ArrangementId, Pence};
use register::{Net, NoFigure, Register, Standing, Total, Totals};

use crate::links::{arrangement_address, body_address};

/// One figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Arrangements that are live.
    Live,
    /// Bodies that share.
    Sharing,
    /// A sum of savings, by its place in the totals.
    Sum(usize),
    /// Live arrangements without a figure, for this reason.
    NoFigure(NoFigure),
    /// Lines that do not count.
    NotCounted,
    /// Parts of bodies that do not exist on the day.
    NotThere,
}

/// A line behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it leads.
    pub(crate) address: String,
    /// What it is of.
    pub(crate) title: String,
    /// Its stable name: of an arrangement, or of a body.
    pub(crate) id: String,
    /// Name of the saving line, where it is one.
    pub(crate) line: String,
    /// Its amount, where it has one.
    pub(crate) amount: Option<Pence>,
    /// True where the source says more than this.
    pub(crate) is_at_least: bool,
    /// Why it counts, or does not.
    pub(crate) why: String,
}

impl Of {
    /// Every figure of these totals.
    pub(crate) fn all(totals: &Totals) -> Vec<Of> {
        let mut all = vec![Of::Live, Of::Sharing];
        all.extend((0..totals.sums.len()).map(Of::Sum));
        all.extend(totals.without_figure.keys().map(|reason| Of::NoFigure(*reason)));
        all.extend([Of::NotCounted, Of::NotThere]);
        all
    }

    /// The figure of a code.
    pub(crate) fn from_code(code: &str, totals: &Totals) -> Option<Of> {
        Of::all(totals).into_iter().find(|of| of.code(totals) == code)
    }

    /// Its code, also its place on the page.
    pub(crate) fn code(self, totals: &Totals) -> String {
        match self {
            Of::Live => "live".to_string(),
            Of::Sharing => "sharing".to_string(),
            Of::Sum(place) => code_of(&totals.sums[place]),
            Of::NoFigure(reason) => format!("no-figure-{}", reason.code()),
            Of::NotCounted => "not-counted".to_string(),
            Of::NotThere => "not-there".to_string(),
        }
    }

    /// What it counts.
    pub(crate) fn words(self, totals: &Totals) -> String {
        match self {
            Of::Live => "Live arrangements".to_string(),
            Of::Sharing => "Bodies that share".to_string(),
            Of::Sum(place) => words_of(&totals.sums[place]),
            Of::NoFigure(reason) => format!("Live arrangements without a figure: {}", reason.words()),
            Of::NotCounted => "Savings lines that do not count on the day".to_string(),
            Of::NotThere => "Parts of bodies that do not exist on the day".to_string(),
        }
    }

    /// The figure.
    pub(crate) fn figure(self, totals: &Totals) -> String {
        match self {
            Of::Sum(place) => totals.sums[place].in_words(),
            other => definitions::thousands(other.count(totals) as u64),
        }
    }

    /// How many lines it has.
    pub(crate) fn count(self, totals: &Totals) -> usize {
        match self {
            Of::Live => totals.live.len(),
            Of::Sharing => totals.sharing.len(),
            Of::Sum(place) => totals.sums[place].lines.len(),
            Of::NoFigure(reason) => totals.without_figure.get(&reason).map_or(0, Vec::len),
            Of::NotCounted => totals.not_counted.len(),
            Of::NotThere => totals.of_bodies_not_there.len(),
        }
    }

    /// `take` of its lines after the first `skip`.
    pub(crate) fn lines(self, totals: &Totals, register: &Register, skip: usize, take: usize) -> Vec<Line> {
        let live = |id: &ArrangementId| arrangement_line(register, id, "It is live on the day.");
        match self {
            Of::Live => totals.live.iter().skip(skip).take(take).map(live).collect(),
            Of::NoFigure(reason) => {
                let why = format!("There is no figure: {}.", reason.words());
                let ids = totals.without_figure.get(&reason).into_iter().flatten();
                ids.skip(skip).take(take).map(|id| arrangement_line(register, id, &why)).collect()
            }
            Of::Sharing => {
                let sharing = totals.sharing.iter().skip(skip).take(take);
                sharing.map(|(body, ids)| body_line(register.directory(), body, &part_in(ids.len()))).collect()
            }
            Of::Sum(place) => {
                let lines = totals.sums[place].lines.iter().skip(skip).take(take);
                lines.map(|line| saving_line(register, line)).collect()
            }
            Of::NotCounted => {
                let lines = totals.not_counted.iter().skip(skip).take(take);
                lines
                    .map(|line| Line {
                        line: line.line.clone(),
                        amount: Some(line.amount_pence),
                        address: format!("{}#line-{}", arrangement_address(&line.arrangement), line.line),
                        ..arrangement_line(register, &line.arrangement, line.why.sentence())
                    })
                    .collect()
            }
            Of::NotThere => {
                let parts = totals.of_bodies_not_there.iter().skip(skip).take(take);
                parts.map(|(id, body)| arrangement_line(register, id, &not_there(register.directory(), body))).collect()
            }
        }
    }
}

/// The code of a sum: `realised-a-year-net`.
pub(crate) fn code_of(sum: &Total) -> String {
    format!("{}-{}-{}", sum.standing.code(), sum.span.words().replace(' ', "-"), sum.net.code())
}

fn words_of(sum: &Total) -> String {
    let standing = match sum.standing {
        Standing::Planned => "Planned",
        Standing::Realised => "Realised",
        Standing::Certified => "Certified",
    };
    format!("{standing} savings {}, {}", sum.span.words(), net_words(sum.net))
}

/// Whether the cost of setting up was taken off, short.
pub(crate) fn net_words(net: Net) -> &'static str {
    match net {
        Net::Gross => "before the cost of setting up",
        Net::Net => "after the cost of setting up",
        Net::NotSaid => "not said whether before or after the cost of setting up",
    }
}

fn part_in(arrangements: usize) -> String {
    format!("It has a part in {}.", pages::count(arrangements as u64, "live arrangement", "live arrangements"))
}

fn not_there(directory: &Directory, body: &definitions::BodyId) -> String {
    format!("{} has a part in it and does not exist on the day.", register::name_of(body, directory))
}

fn arrangement_line(register: &Register, id: &ArrangementId, why: &str) -> Line {
    Line {
        address: arrangement_address(id),
        title: register.arrangement(id).map_or_else(|| id.to_string(), |said| said.title.clone()),
        id: id.to_string(),
        line: String::new(),
        amount: None,
        is_at_least: false,
        why: why.to_string(),
    }
}

fn body_line(directory: &Directory, body: &definitions::BodyId, why: &str) -> Line {
    Line {
        address: body_address(body),
        title: register::name_of(body, directory),
        id: body.to_string(),
        line: String::new(),
        amount: None,
        is_at_least: false,
        why: why.to_string(),
    }
}

fn saving_line(register: &Register, counted: &register::Counted) -> Line {
    let cashable = match counted.cashable {
        register::Cashable::NotSaid => "Not said whether cashable.".to_string(),
        other => format!("{}.", crate::arrangements::first_in_capitals(other.words())),
    };
    Line {
        address: format!("{}#line-{}", arrangement_address(&counted.arrangement), counted.line),
        line: counted.line.clone(),
        amount: Some(counted.amount_pence),
        is_at_least: counted.at_least,
        ..arrangement_line(register, &counted.arrangement, &format!("{} {cashable}", counted.why.sentence()))
    }
}
