//! The tables of words: which words, as bodies publish them, mean which family, and how surely.
//!
//! The rule: a word stands here because several bodies could use it, never to fit one body's file. Plurals,
//! capitals, apostrophes, punctuation and small words ("of", "and", "to") need not be written: the matcher drops
//! them on both sides. The longest phrase at a place in the text wins, so `car park` hides `park`.

mod blue_light;
mod departments;
mod names;
mod organisation;
mod people;
mod place;
mod property;
mod transport;

use crate::Family;

/// How surely words say what was bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Strength {
    /// They point there when nothing else is said.
    Hint,
    /// A wide heading that usually means it.
    Broad,
    /// They mean it, unless something plainer stands beside them.
    Likely,
    /// They name the thing itself.
    Certain,
    /// They name what is done, whatever it is done to: refurbishing a library is construction.
    Deciding,
}

/// Which fields of a line a table is read against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Table {
    /// What is bought: every field, though less surely in a supplier's name.
    Things,
    /// Departments and services only.
    Departments,
    /// Suppliers' names only.
    Names,
}

/// Words that mean one family with one strength; no family means the words say nothing, and hide shorter ones.
pub(crate) type Meaning = (Option<Family>, Strength, &'static [&'static str]);

/// All tables, each with the fields it is read against; of the same words in two, the earlier table speaks.
pub(crate) const ALL: &[(Table, &[Meaning])] = &[
    (Table::Departments, departments::WORDS),
    (Table::Names, names::WORDS),
    (Table::Things, people::WORDS),
    (Table::Things, place::WORDS),
    (Table::Things, property::WORDS),
    (Table::Things, organisation::WORDS),
    (Table::Things, transport::WORDS),
    (Table::Things, blue_light::WORDS),
];
