//! What a supplier is called on a page, and in an address.
//!
//! The rule: a shown name is always one that was published; it is never made up. An id depends on
//! the names alone: not on their order, their number of uses, or anything outside the supplier.

use definitions::{SupplierId, slug};

use crate::forms::Form;
use crate::normal::normalise;

/// The best name to show for a supplier: complete, not shouting, most used. `names` with their use counts.
pub fn name_to_show(names: &[(&str, u64)]) -> String {
    let best = names.iter().max_by(|a, b| fitness(a).partial_cmp(&fitness(b)).unwrap_or(std::cmp::Ordering::Equal).then(b.0.cmp(a.0)));
    best.map(|(name, _)| name.split_whitespace().collect::<Vec<&str>>().join(" ")).unwrap_or_default()
}

/// Points for a name: uses count by their order of magnitude, so that a tidy name beats a slightly more used shout.
fn fitness((name, uses): &(&str, u64)) -> f64 {
    let normal = normalise(name);
    let is_lettered = name.chars().any(char::is_alphabetic);
    let shouts = is_lettered && !name.chars().any(char::is_lowercase);
    let whispers = is_lettered && !name.chars().any(char::is_uppercase);
    let noted =
        name.contains(['*', '#', '[', '\u{fffd}']) || name.to_uppercase().contains("DO NOT USE") || name.to_uppercase().contains("A/C");
    let mut points = ((*uses).max(1) as f64).log10();
    points += if normal.form == Form::Unsaid { 0.0 } else { 0.6 };
    points -= if shouts { 0.7 } else { 0.0 } + if whispers { 0.9 } else { 0.0 };
    points -= if noted { 2.0 } else { 0.0 } + if normal.others.is_empty() { 0.0 } else { 0.8 };
    points -= if normal.may_be_cut && normal.form == Form::Unsaid { 0.8 } else { 0.0 };
    points
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
