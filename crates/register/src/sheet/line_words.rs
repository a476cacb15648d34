//! A savings line as one line of a cell, written so that people can read it and it reads back:
//! `s1: realised, more than £400,000 a year from 2017-04 until 2019, cashable, net, said by Ash Council`.
//!
//! The rule: what is written reads back as the same line, but for its evidence and sources, which a sheet does not hold. A line
//! that is almost like this is not read as one.

use super::amounts::{AmountCell, amount};
use crate::{Cashable, Net, Period, SavingLine, Standing, When, pounds};

/// The line in words.
pub(super) fn written(line: &SavingLine) -> String {
    let at_least = if line.at_least { "more than " } else { "" };
    let period = match line.period {
        Period::EachYear { from, until: None } => format!("a year from {from}"),
        Period::EachYear { from, until: Some(until) } => format!("a year from {from} until {until}"),
        Period::InTotal { from, until } => format!("in all from {from} until {until}"),
        Period::ToDate { until } => format!("in all up to {until}"),
    };
    let mut text = format!("{}: {}, {at_least}{} {period}", line.id, line.standing.code(), pounds(line.amount_pence));
    if line.cashable != Cashable::NotSaid {
        text = format!("{text}, {}", line.cashable.code());
    }
    if line.net != Net::NotSaid {
        text = format!("{text}, {}", line.net.code());
    }
    let said_by = line.said_by.split_whitespace().collect::<Vec<_>>().join(" ");
    if said_by.is_empty() { text } else { format!("{text}, said by {said_by}") }
}

/// True where the text begins as a line does, with a name and a standing.
pub(super) fn begins_as_one(text: &str) -> bool {
    text.split_once(':').is_some_and(|(_, rest)| standing(rest).is_some())
}

/// The line that the text says; `None` where it says none.
pub(super) fn read(text: &str) -> Option<SavingLine> {
    let (id, rest) = text.split_once(':')?;
    let (standing, rest) = standing(rest)?;
    let (rest, said_by) = rest.split_once(", said by ").unwrap_or((rest, ""));
    let mut parts = rest.split(", ").map(str::trim);
    let (amount_words, period) = period(parts.next()?)?;
    let AmountCell::Amount(read) = amount(&amount_words)? else { return None };
    let (mut cashable, mut net) = (Cashable::NotSaid, Net::NotSaid);
    for part in parts {
        match (Cashable::from_code(part), Net::from_code(part)) {
            (Some(choice), _) => cashable = choice,
            (None, Some(choice)) => net = choice,
            (None, None) => return None,
        }
    }
    Some(SavingLine {
        id: id.trim().to_string(),
        amount_pence: read.pence,
        at_least: read.at_least,
        period,
        standing,
        cashable,
        net,
        said_by: said_by.trim().to_string(),
        evidence: String::new(),
        sources: Vec::new(),
    })
}

/// The standing at the start, and what follows its comma.
fn standing(rest: &str) -> Option<(Standing, &str)> {
    let (word, rest) = rest.split_once(',')?;
    Standing::from_code(word.trim()).map(|standing| (standing, rest))
}

/// The amount's words and its period.
fn period(text: &str) -> Option<(String, Period)> {
    let when = |text: &str| text.trim().parse::<When>().ok();
    if let Some((amount, rest)) = text.split_once(" a year from ") {
        let (from, until) = match rest.split_once(" until ") {
            Some((from, until)) => (when(from)?, Some(when(until)?)),
            None => (when(rest)?, None),
        };
        return Some((amount.to_string(), Period::EachYear { from, until }));
    }
    if let Some((amount, until)) = text.split_once(" in all up to ") {
        return Some((amount.to_string(), Period::ToDate { until: when(until)? }));
    }
    let (amount, rest) = text.split_once(" in all from ")?;
    let (from, until) = rest.split_once(" until ")?;
    Some((amount.to_string(), Period::InTotal { from: when(from)?, until: when(until)? }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::Savings;
    use crate::made_up::arrangements;

    #[test]
    fn a_line_is_written_as_people_read_it() {
        let told = "legal | ash, beck | | s1 realised over 400000 a year from 2017-04 until 2019 cashable net";
        let Savings::Lines(lines) = crate::made_up::arrangement(told).savings else { panic!("the test writes a line") };
        let expected = "s1: realised, more than £400,000 a year from 2017-04 until 2019, cashable, net, said by Ash Council";
        assert_eq!(written(&lines[0]), expected);
        assert!(begins_as_one(expected) && !begins_as_one("Source: £5m") && !begins_as_one("£5m"));
    }

    #[test]
    fn what_is_almost_a_line_is_not_read_as_one() {
        for text in [
            "s1: realised, £5",
            "s1: realised, £5 a year from soon",
            "s1: hoped, £5 a year from 2017",
            "s1: realised, £5 a year from 2017, nett",
            "",
            ":",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_line_with_a_plain_name_and_amount_reads_back(said in arrangements()) {
            let Savings::Lines(lines) = said.savings else { return Ok(()) };
            for mut line in lines {
                line.amount_pence.0 %= 10_000_000_000_000;
                line.said_by = line.said_by.split_whitespace().filter(|word| *word != "by").collect::<Vec<_>>().join(" ");
                line.evidence.clear();
                line.sources.clear();
                prop_assert_eq!(read(&written(&line)), Some(line));
            }
        }
    }
}
