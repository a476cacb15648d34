//! The headline totals of any day, by a rule that is printed beside them, each number with the list that makes it.
//!
//! The rule: planned, realised and certified are never added together, nor amounts a year and amounts in all, nor gross and
//! net. The same entries and the same day give the same totals for ever. With the register as it was known at a moment, they are
//! the totals as they were told then. There is no number here without its list.

use std::collections::BTreeMap;

use definitions::{ArrangementId, BodyId, Day, Pence};

use crate::counting::{Why, WhyNot, counting};
use crate::{Arrangement, Cashable, Net, NoFigure, Period, Record, Register, Savings, Stage, Standing};

/// The totals of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// The day they are true on.
    pub true_on: Day,
    /// Arrangements that are live.
    pub live: Vec<ArrangementId>,
    /// Bodies that have a part in a live arrangement and exist on that day, with the arrangements.
    pub sharing: BTreeMap<BodyId, Vec<ArrangementId>>,
    /// Parts in live arrangements of bodies that do not exist on that day: they are not counted among those that share.
    pub of_bodies_not_there: Vec<(ArrangementId, BodyId)>,
    /// One sum for each standing, span and net that has a line, in this order.
    pub sums: Vec<Total>,
    /// Lines that do not count, with the reason.
    pub not_counted: Vec<NotCounted>,
    /// Live arrangements without any figure, by reason.
    pub without_figure: BTreeMap<NoFigure, Vec<ArrangementId>>,
}

/// Whether an amount is a year's or all there was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Span {
    /// So much every year.
    AYear,
    /// So much in all.
    InAll,
}

/// One sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// How far it is proved.
    pub standing: Standing,
    /// A year, or in all.
    pub span: Span,
    /// Before or after the cost of setting up, or not said.
    pub net: Net,
    /// The sum of the lines.
    pub amount_pence: Pence,
    /// True where a line says "more than", so that the sum is "at least" this much.
    pub is_at_least: bool,
    /// The sum parted into what is cashable, what is not, and what is not said; only parts that have a line.
    pub parts: Vec<(Cashable, Pence)>,
    /// The lines, by arrangement and line.
    pub lines: Vec<Counted>,
}

/// A line that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Of which arrangement.
    pub arrangement: ArrangementId,
    /// Its name within the arrangement.
    pub line: String,
    /// How much.
    pub amount_pence: Pence,
    /// True where it says "more than".
    pub at_least: bool,
    /// Whether a budget is lower by it.
    pub cashable: Cashable,
    /// Why it counts.
    pub why: Why,
}

/// A line that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCounted {
    /// Of which arrangement.
    pub arrangement: ArrangementId,
    /// Its name within the arrangement.
    pub line: String,
    /// How much it would have been.
    pub amount_pence: Pence,
    /// Why it does not count.
    pub why: WhyNot,
}

impl Span {
    /// `a year` or `in all`.
    pub fn words(self) -> &'static str {
        match self {
            Span::AYear => "a year",
            Span::InAll => "in all",
        }
    }

    fn of(period: &Period) -> Span {
        match period {
            Period::EachYear { .. } => Span::AYear,
            Period::InTotal { .. } | Period::ToDate { .. } => Span::InAll,
        }
    }
}

impl Total {
    /// `at least £1,500,000`, or `£1,500,000`.
    pub fn in_words(&self) -> String {
        let at_least = if self.is_at_least { "at least " } else { "" };
        format!("{at_least}{}", crate::pounds(self.amount_pence))
    }
}

/// The rule by which totals are made, as sentences to be printed beside them.
pub fn totals_rule() -> &'static [&'static str] {
    RULE
}

/// The totals true on `true_on`, of what the register holds.
pub fn totals(register: &Register, true_on: Day) -> Totals {
    let mut totals = Totals {
        true_on,
        live: Vec::new(),
        sharing: BTreeMap::new(),
        of_bodies_not_there: Vec::new(),
        sums: Vec::new(),
        not_counted: Vec::new(),
        without_figure: BTreeMap::new(),
    };
    let mut counted: BTreeMap<(Standing, Span, Net), Vec<Counted>> = BTreeMap::new();
    for said in register.published().map(Record::arrangement) {
        if said.stage_on(true_on) == Stage::Live {
            totals.add_live(said, register);
        }
        totals.add_lines(said, &mut counted);
    }
    totals.sums = counted.into_iter().map(|(key, lines)| summed(key, lines)).collect();
    totals
}

impl Totals {
    fn add_live(&mut self, said: &Arrangement, register: &Register) {
        self.live.push(said.id.clone());
        for party in said.parties_on(self.true_on) {
            let is_there = register.directory().get(&party.body).is_some_and(|body| body.exists_on(self.true_on));
            if is_there {
                self.sharing.entry(party.body).or_default().push(said.id.clone());
            } else {
                self.of_bodies_not_there.push((said.id.clone(), party.body));
            }
        }
        if let Savings::NoFigure(reason) = &said.savings {
            self.without_figure.entry(*reason).or_default().push(said.id.clone());
        }
    }

    fn add_lines(&mut self, said: &Arrangement, counted: &mut BTreeMap<(Standing, Span, Net), Vec<Counted>>) {
        for (line, answer) in counting(said, self.true_on) {
            let (arrangement, id, amount_pence) = (said.id.clone(), line.id.clone(), line.amount_pence);
            match answer {
                Ok(why) => {
                    let lines = counted.entry((line.standing, Span::of(&line.period), line.net)).or_default();
                    lines.push(Counted { arrangement, line: id, amount_pence, at_least: line.at_least, cashable: line.cashable, why });
                }
                Err(why) => self.not_counted.push(NotCounted { arrangement, line: id, amount_pence, why }),
            }
        }
    }
}

fn summed((standing, span, net): (Standing, Span, Net), mut lines: Vec<Counted>) -> Total {
    lines.sort_by(|a, b| {
        let place = |line: &Counted| (line.amount_pence, line.cashable, line.at_least);
        (&a.arrangement, &a.line).cmp(&(&b.arrangement, &b.line)).then_with(|| place(a).cmp(&place(b)))
    });
    let of = |cashable: &Cashable| lines.iter().filter(|line| line.cashable == *cashable).collect::<Vec<_>>();
    let parts: Vec<(Cashable, Pence)> = Cashable::ALL
        .iter()
        .map(|one| (*one, of(one)))
        .filter(|(_, lines)| !lines.is_empty())
        .map(|(one, lines)| (one, sum(lines)))
        .collect();
    Total { standing, span, net, amount_pence: sum(&lines), is_at_least: lines.iter().any(|line| line.at_least), parts, lines }
}

/// Added up in numbers so wide that the order of the lines can never matter, then held within what an amount can be.
fn sum<'a>(lines: impl IntoIterator<Item = &'a Counted>) -> Pence {
    let wide: i128 = lines.into_iter().map(|line| i128::from(line.amount_pence.0)).sum();
    Pence(wide.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64)
}

const RULE: &[&str] = &[
    "An arrangement is live from the day it started until the day it ended, both included.",
    "What begins in a month or a year counts from its first day, and what ends in it until its last.",
    "A body shares if it has a part in a live arrangement and exists on the day.",
    "Planned, realised and certified savings are never added together, nor amounts a year and amounts in all, nor amounts before and after the cost of setting up.",
    "A realised or certified amount a year counts on the days of its period while the arrangement is live.",
    "A planned amount counts on the days that the plan covers, until the arrangement ends.",
    "A realised or certified amount over a time counts in full once that time is over, and still when the arrangement has ended.",
    "Of amounts to date the latest one up to the day counts, in the place of earlier ones and of amounts over a time that began before it.",
    "Where a source says “more than”, its amount is counted as it stands and the sum is told as “at least”.",
    "What is withdrawn, and what is only a draft, counts nowhere.",
];

#[cfg(test)]
mod tests;
