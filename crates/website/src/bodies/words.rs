//! The sorts of bodies, in words.
//!
//! The rule: one table, for filters, answers and pages; a test holds that it has every sort once.

use bodies::BodyKind;

/// Every sort with its code and its words.
pub(super) const KINDS: [(BodyKind, &str, &str); 9] = [
    (BodyKind::County, "county", "County council"),
    (BodyKind::District, "district", "District, borough or city council under a county"),
    (BodyKind::Unitary, "unitary", "Unitary council"),
    (BodyKind::Combined, "combined", "Combined authority"),
    (BodyKind::Police, "police", "Police"),
    (BodyKind::Fire, "fire", "Fire and rescue authority"),
    (BodyKind::Health, "health", "NHS body"),
    (BodyKind::Park, "park", "National park authority"),
    (BodyKind::Other, "other", "Another body"),
];

/// The words of a sort.
pub(super) fn kind_words(kind: BodyKind) -> &'static str {
    KINDS.iter().find(|one| one.0 == kind).map_or("Another body", |one| one.2)
}

/// The code of a sort.
pub(super) fn kind_code(kind: BodyKind) -> &'static str {
    KINDS.iter().find(|one| one.0 == kind).map_or("other", |one| one.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sort_has_the_code_that_files_use() {
        for (kind, code, words) in KINDS {
            assert_eq!(BodyKind::from_code(code), Some(kind));
            assert!(!words.is_empty());
        }
    }
}
