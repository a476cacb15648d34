//! Which amount is counted, and whether VAT is in it.
//!
//! The rule: net before an amount that does not say, before gross. A basis is never guessed from the size of the
//! amounts: it comes from a heading, a title line or the file's name, or it is unknown and said to be. Where there is
//! only gross beside VAT, gross is counted as gross and VAT is not taken off: publishers mean different things by the
//! VAT column (all of it, or what cannot be recovered), and a net made from the wrong one would be false to the penny.

use super::columns::{Column, is_amount};
use super::words::split;
use crate::{Basis, Meaning};

/// What was decided about the amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AmountChosen {
    /// The column counted.
    pub(super) place: usize,
    /// Whether VAT is in it.
    pub(super) basis: Basis,
    /// For people.
    pub(super) why: String,
}

/// Chooses among the amount columns. `said` are the title lines, the sheet's name and the file's name; `ruled` is the
/// publisher's own word.
pub(super) fn choose(all: &mut [Column], said: &[&str], ruled: Option<&str>) -> Option<AmountChosen> {
    let place = best(all)?;
    let named = if all[place].heading.is_empty() { format!("column {}", place + 1) } else { format!("'{}'", all[place].heading) };
    for (other, column) in all.iter_mut().enumerate() {
        if other != place && column.meaning == Meaning::Amount {
            (column.meaning, column.why) = (Meaning::OtherNumber, format!("{}; {named} is counted instead", column.why));
        } else if other != place && is_amount(column.meaning) {
            column.why = format!("{}; {named} is counted", column.why);
        }
    }
    let (basis, why) = basis(&all[place], &named, said, ruled);
    if basis == Basis::Gross && all.iter().any(|column| column.meaning == Meaning::VatAmount) {
        return Some(AmountChosen { place, basis, why: format!("{why}; VAT stands beside it and is not taken off") });
    }
    Some(AmountChosen { place, basis, why })
}

fn best(all: &[Column]) -> Option<usize> {
    let order = |column: &Column| {
        let kind = match column.meaning {
            Meaning::NetAmount => 0,
            Meaning::Amount => 1,
            _ => 2,
        };
        let is_thin = column.holds.filled == 0;
        (!column.is_ruled, is_thin, kind, column.rank)
    };
    (0..all.len()).filter(|place| is_amount(all[*place].meaning)).min_by_key(|place| order(&all[*place]))
}

fn basis(column: &Column, named: &str, said: &[&str], ruled: Option<&str>) -> (Basis, String) {
    match ruled {
        Some("net") => return (Basis::Net, "the publisher's own file says net".to_string()),
        Some("gross") => return (Basis::Gross, "the publisher's own file says gross".to_string()),
        _ => {}
    }
    match column.meaning {
        Meaning::NetAmount => return (Basis::Net, format!("heading {named}")),
        Meaning::GrossAmount => return (Basis::Gross, format!("heading {named}")),
        _ => {}
    }
    for text in said {
        if let Some(basis) = said_of_vat(text) {
            let shown: String = text.chars().take(80).collect();
            return (basis, format!("'{}' says so", shown.trim()));
        }
    }
    (Basis::Unknown, format!("neither heading {named} nor a title line nor the file's name says whether VAT is in it"))
}

/// What a title line or a file's name says of VAT, if it says one thing.
fn said_of_vat(text: &str) -> Option<Basis> {
    let words = split(text);
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    if !has(&["vat"]) {
        let is_of_amounts = has(&["amount", "amounts", "value", "values", "figures", "spend", "payments", "expenditure"]);
        return match (has(&["net"]), has(&["gross"])) {
            (true, false) if is_of_amounts => Some(Basis::Net),
            (false, true) if is_of_amounts => Some(Basis::Gross),
            _ => None,
        };
    }
    let is_net = has(&["net", "exc", "excl", "excluding", "exclusive", "ex", "excludes", "exclude", "without", "less"]);
    let is_gross = has(&["gross", "inc", "incl", "including", "inclusive", "includes", "include"]);
    match (is_net, is_gross || has(&["irrecoverable"])) {
        (true, false) => Some(Basis::Net),
        (false, true) if has(&["irrecoverable"]) => Some(Basis::Net),
        (false, true) => Some(Basis::Gross),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_line_can_say_that_amounts_are_without_vat() {
        assert_eq!(said_of_vat("All figures are net of VAT"), Some(Basis::Net));
        assert_eq!(said_of_vat("Payments over £500 exc VAT"), Some(Basis::Net));
        assert_eq!(said_of_vat("spend-over-500-inc-vat-2023.csv"), Some(Basis::Gross));
        assert_eq!(said_of_vat("Amounts include irrecoverable VAT"), Some(Basis::Net));
        assert_eq!(said_of_vat("Internet payments"), None);
        assert_eq!(said_of_vat("Including and excluding VAT"), None);
    }
}
