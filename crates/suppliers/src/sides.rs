//! One of two names while it is compared: what the comparison must know of it, and no more.
//!
//! The rule: facts that every comparison asks for lie together in one short row a name, because a
//! million names are compared millions of times. Nothing is decided here.

use crate::forms::Form;
use crate::names::Name;

/// What a comparison must know of a name besides its words.
#[derive(Clone, Copy, Debug)]
pub struct Facts {
    /// Its legal form.
    pub form: Form,
    /// It was published at a length at which systems cut names.
    pub may_be_cut: bool,
    /// It carries a company number or a postcode.
    pub has_more: bool,
    /// In how many spellings names with the same words were published.
    pub spellings: u32,
    /// Which of its own words stand in brackets, one bit a word.
    pub brackets: u32,
}

impl Facts {
    /// The facts of one name.
    pub fn of(name: &Name) -> Facts {
        Facts {
            form: name.normal.form,
            may_be_cut: name.normal.may_be_cut,
            has_more: name.company_number.is_some() || !name.postcodes.is_empty(),
            spellings: name.spellings,
            brackets: name.normal.main.brackets,
        }
    }
}

/// One side of a comparison: one wording of one name.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Facts of the name.
    pub facts: Facts,
    /// The words of the wording.
    pub words: &'a [u32],
    /// True where the wording is the name's own, not a trading or former name.
    pub is_own: bool,
    /// The company number it carries.
    pub company_number: Option<&'a str>,
    /// Postcodes it carries.
    pub postcodes: &'a [String],
}

impl Side<'_> {
    /// Which of the marked words stand in brackets.
    pub fn in_brackets(&self, marks: u32) -> u32 {
        if self.is_own { self.facts.brackets & marks } else { 0 }
    }
}
