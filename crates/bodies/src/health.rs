//! Health bodies by the words of their names.
//!
//! The rule: the NHS protects its name, so that a supplier called NHS and Trust, Board or Commissioning is a public body even
//! where our table does not list it: trusts are merged and renamed faster than a table can follow. A firm that works for
//! the NHS does not carry those words.

use definitions::{BodyId, slug};

/// The body a name means if it is a health body by its words.
pub(crate) fn health_body(name: &str) -> Option<BodyId> {
    let id = slug(name);
    let words: Vec<&str> = id.split('-').collect();
    let is_nhs = words.contains(&"nhs");
    let is_body = words.iter().any(|word| ["trust", "board", "icb", "ccg", "commissioning", "england"].contains(word));
    let is_firm = words.iter().any(|word| ["ltd", "limited", "llp", "plc", "charity", "union"].contains(word));
    (is_nhs && is_body && !is_firm).then(|| BodyId::new(&id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trust_or_board_of_the_nhs_is_a_public_body() {
        assert_eq!(health_body("Westmarch Hospitals NHS Foundation Trust").unwrap().as_str(), "westmarch-hospitals-nhs-foundation-trust");
        assert!(health_body("NHS WESTMARCH ICB").is_some());
    }

    #[test]
    fn a_firm_or_charity_that_serves_the_nhs_is_not() {
        assert_eq!(health_body("NHS Trust Supplies Ltd"), None);
        assert_eq!(health_body("National Trust"), None);
        assert_eq!(health_body("Westmarch Hospitals NHS Trust Charity"), None);
    }
}
