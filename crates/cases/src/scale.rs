//! What size alone would bring: how much dearer a small body is than one that is large enough.
//!
//! The rule: a statement beside a case, never a figure in it. The curve is judgement, shaped after one study of tax departments, and
//! holds for services made of many like transactions; for others nothing is said.

use definitions::thousands;

use crate::case::Case;

/// Where size has no more to give, in thousand residents (Niaounakis and Blank 2017, Local Government Studies: Dutch tax departments).
const LARGE_ENOUGH_THOUSAND: f64 = 60.0;
/// The share by which a body of ten thousand residents is dearer, in the same study: up to this.
const DEARER_AT_TEN_THOUSAND: f64 = 0.3;

/// The share of its cost by which a body of so many thousand residents is dearer than one that is large enough:
/// `0.30 x ln(60 / p) / ln 6`, and nothing from 60 thousand on. Judgement; the shape follows Niaounakis and Blank 2017.
pub fn dearer_by(thousand_residents: f64) -> f64 {
    let per_thousand = DEARER_AT_TEN_THOUSAND / (LARGE_ENOUGH_THOUSAND / 10.0).ln();
    (per_thousand * (LARGE_ENOUGH_THOUSAND / thousand_residents).ln()).max(0.0)
}

/// What size alone may bring the partners whose residents the file gives, as a sentence; `None` where it gives none.
pub fn what_size_brings(case: &Case) -> Option<String> {
    let sized = case.partners.iter().filter_map(|partner| Some((partner, f64::from(partner.residents?) / 1000.0)));
    let (small, large): (Vec<_>, Vec<_>) = sized.partition(|(_, thousand)| *thousand < LARGE_ENOUGH_THOUSAND);
    let source = "(judgement, shaped after Dutch tax departments, Niaounakis and Blank 2017; for services of many like transactions only)";
    if small.is_empty() {
        return (!large.is_empty()).then(|| format!("By size alone sharing brings nothing: every partner whose residents are given has {LARGE_ENOUGH_THOUSAND} thousand or more {source}."));
    }
    let each: Vec<String> = small
        .iter()
        .map(|(partner, thousand)| {
            let residents = thousands(u64::from(partner.residents.unwrap_or(0)));
            format!("{} with {residents} residents may be dearer by {:.0} %", partner.name, dearer_by(*thousand) * 100.0)
        })
        .collect();
    Some(format!("By size alone: {}; larger partners gain nothing {source}.", each.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::case_of;

    #[test]
    fn a_body_of_10_000_is_dearer_by_30_per_cent_one_of_20_000_by_18_one_of_40_000_by_7_and_one_of_60_000_not_at_all() {
        for (thousand, share) in [(10.0, 0.300), (20.0, 0.184), (40.0, 0.068), (60.0, 0.0), (170.0, 0.0)] {
            assert!((dearer_by(thousand) - share).abs() < 0.0005, "{thousand}: {}", dearer_by(thousand));
        }
    }

    #[test]
    fn a_case_whose_partners_are_all_large_is_told_that_size_brings_nothing() {
        let partner = |id: &str, residents: u32| format!("id = \"{id}\"\nname = \"{id}\"\ntoday_yearly = 1\nresidents = {residents}");
        let large = case_of(&[&partner("aldford", 104_000), &partner("bexton", 88_000)], "");
        assert!(what_size_brings(&large).unwrap().starts_with("By size alone sharing brings nothing"));
        let small = case_of(&[&partner("aldford", 104_000), &partner("carrow", 20_000)], "");
        assert!(what_size_brings(&small).unwrap().contains("carrow with 20,000 residents may be dearer by 18 %"));
        assert_eq!(what_size_brings(&case_of(&[], "")), None);
    }
}
