//! What a supplier is called on a page, and in an address.
//!
//! The rule: a shown name is always one that was published; it is never made up. An id depends on
//! the names alone: not on their order, their number of uses, or anything outside the supplier.

use std::collections::BTreeMap;

use definitions::{SupplierId, slug};

use crate::commonness::names_in_ten_thousand;
use crate::forms::Form;
use crate::normal::{Normal, normalise};
use crate::spelling::distance;
use crate::tokens::most_steps;

/// The best name to show for a supplier: spelt as most write it, complete, not shouting, most used. `names` with their use counts.
pub fn name_to_show(names: &[(&str, u64)]) -> String {
    let normals: Vec<Normal> = names.iter().map(|(name, _)| normalise(name)).collect();
    let spelling = Spelling::of(names, &normals);
    let fitness = |place: usize| fitness(names[place], &normals[place]) - spelling.slips(&normals[place]);
    let better = |a: &usize, b: &usize| fitness(*a).total_cmp(&fitness(*b)).then(names[*b].0.cmp(names[*a].0));
    let best = (0..names.len()).max_by(better).map(|place| names[place].0);
    best.map(|name| name.split_whitespace().collect::<Vec<&str>>().join(" ")).unwrap_or_default()
}

/// Points for a name: uses count by their order of magnitude, so that a tidy name beats a slightly more used shout.
fn fitness((name, uses): (&str, u64), normal: &Normal) -> f64 {
    let is_lettered = name.chars().any(char::is_alphabetic);
    let shouts = is_lettered && !name.chars().any(char::is_lowercase);
    let whispers = is_lettered && !name.chars().any(char::is_uppercase);
    let noted =
        name.contains(['*', '#', '[', '\u{fffd}']) || name.to_uppercase().contains("DO NOT USE") || name.to_uppercase().contains("A/C");
    let mut points = (uses.max(1) as f64).log10();
    points += if normal.form == Form::Unsaid { 0.0 } else { 0.6 };
    points -= if shouts { 0.7 } else { 0.0 } + if whispers { 0.9 } else { 0.0 };
    points -= if noted { 2.0 } else { 0.0 } + if normal.others.is_empty() { 0.0 } else { 0.8 };
    points -= if normal.may_be_cut && normal.form == Form::Unsaid { 0.8 } else { 0.0 };
    points
}

/// Which words of a supplier's names look like slips of others.
struct Spelling<'a> {
    /// Each word with how often names that have it are used.
    uses: BTreeMap<&'a str, u64>,
}

/// What a misspelt word costs a name: more than being a shout.
const SLIP: f64 = 1.5;

/// Words shorter than this differ by a letter without being slips of each other.
const SHORTEST: usize = 5;

impl<'a> Spelling<'a> {
    fn of(names: &[(&str, u64)], normals: &'a [Normal]) -> Spelling<'a> {
        let mut uses: BTreeMap<&str, u64> = BTreeMap::new();
        for ((_, count), normal) in names.iter().zip(normals) {
            normal.main.words().for_each(|word| *uses.entry(word).or_default() += (*count).max(1));
        }
        Spelling { uses }
    }

    fn slips(&self, normal: &Normal) -> f64 {
        normal.main.words().filter(|word| self.is_slip(word)).count() as f64 * SLIP
    }

    /// True where another name of the supplier has a word that this one is a letter or two from and that is an everyday word where
    /// this is none, or is used more; or where this one is the beginning of it, cut short.
    fn is_slip(&self, word: &str) -> bool {
        let is_everyday = |word: &str| names_in_ten_thousand(word) > 1.0;
        let is_better = |other: &str, used: u64| match (is_everyday(other), is_everyday(word)) {
            (true, false) => true,
            (false, true) => false,
            _ => used > self.uses[word],
        };
        let is_near = |other: &str| {
            let limit = most_steps(word.len().min(other.len()) as u32);
            distance(word.as_bytes(), other.as_bytes(), limit).is_some()
        };
        let is_cut = |other: &str| other.len() > word.len() && other.starts_with(word) && !is_everyday(word);
        let is_right = |other: &str, used: u64| is_cut(other) || (is_better(other, used) && is_near(other));
        let has_letters_only = |word: &str| word.len() >= SHORTEST && word.bytes().all(|byte| byte.is_ascii_alphabetic());
        has_letters_only(word) && self.uses.iter().any(|(other, used)| *other != word && has_letters_only(other) && is_right(other, *used))
    }
}

/// The name of a supplier in an address: the same for the same names in any order, run after run. Two suppliers without a
/// name in common never have the same id in practice: it ends in 48 bits taken from the names themselves.
pub fn supplier_id(cluster_names: &[&str]) -> SupplierId {
    let smallest = cluster_names.iter().map(|name| (normalise(name).main.text, *name)).min().unwrap_or_default();
    let all = smallest.1.split_whitespace().collect::<Vec<&str>>().join(" ");
    let mut text: String =
        slug(&smallest.0).chars().filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-').take(48).collect();
    text.truncate(text.trim_end_matches('-').len());
    let text = if text.is_empty() { "supplier".to_string() } else { text };
    SupplierId::new(&format!("{text}-{:012x}", fnv(all.as_bytes()) >> 16))
}

/// FNV-1a with a final mix; chosen because it is the same on every machine and in every version.
fn fnv(bytes: &[u8]) -> u64 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_complete_quiet_name_is_shown_before_a_shout_or_a_name_cut_short() {
        let names =
            [("QUINCE PLUMBING LTD", 30), ("Quince Plumbing Ltd", 20), ("Quince Plumbing - DO NOT USE", 90), ("quince plumbing", 25)];
        assert_eq!(name_to_show(&names), "Quince Plumbing Ltd");
        assert_eq!(name_to_show(&[]), "");
    }

    #[test]
    fn a_misspelt_name_is_not_shown_even_where_the_others_shout() {
        let names = [("TANSY LOCKE RECRUITMENT LTD", 15), ("TANSY LOCKE RECRUITMENT LIMITED", 14), ("Tansy Locke Recruitmnt Ltd", 21)];
        assert_eq!(name_to_show(&names), "TANSY LOCKE RECRUITMENT LTD");
        // Neither spelling is an everyday word: the one that is used more is taken to be right.
        assert_eq!(name_to_show(&[("Sorrelwick Ltd", 30), ("Sorelwick Ltd", 9)]), "Sorrelwick Ltd");
        assert_eq!(name_to_show(&[("Medlar Catering Authori", 40), ("Medlar Catering Authority", 20)]), "Medlar Catering Authority");
    }

    #[test]
    fn an_id_does_not_depend_on_the_order_of_names() {
        let id = supplier_id(&["Quince Plumbing Ltd", "QUINCE PLUMBERS"]);
        assert_eq!(id, supplier_id(&["QUINCE PLUMBERS", "Quince Plumbing Ltd"]));
        assert!(id.as_str().starts_with("quince-plumber-"), "{id}");
    }

    #[test]
    fn suppliers_whose_names_reduce_to_the_same_words_have_different_ids() {
        assert_ne!(supplier_id(&["Quince Ltd"]), supplier_id(&["Quince PLC"]));
        assert_ne!(supplier_id(&["***"]), supplier_id(&["---"]));
    }
}
