//! The bodies of one opportunity: their parts, how alike they are, how well their years can be compared.
//!
//! The rule: a body's figure always comes with the year and the months it rests on, and every weakness of it that
//! could mislead is said in a sentence.

use definitions::{FinancialYear, Pence};

use crate::priors::Partners;
use crate::profile::{BodyNumber, Profile};
use crate::score::Grounds;
use crate::{BodyShare, EvidenceWanted};

/// What one body spends on the subject, before it is written out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part {
    pub(crate) body: BodyNumber,
    pub(crate) yearly: Pence,
    pub(crate) lines: u64,
    pub(crate) suppliers: u32,
}

/// Largest first, then by name.
pub(crate) fn largest_first(parts: &mut [Part]) {
    parts.sort_by(|a, b| b.yearly.cmp(&a.yearly).then(a.body.cmp(&b.body)));
}

/// The names of the bodies, in their order.
pub(crate) fn names<'a>(profile: &'a Profile<'_>, parts: &[Part]) -> Vec<&'a str> {
    parts.iter().map(|part| profile.body(part.body).name()).collect()
}

/// Parts that rest on the payments of each body's comparable year.
pub(crate) fn shares_by_payments(profile: &Profile<'_>, parts: &[Part]) -> Vec<BodyShare> {
    let share = |part: &Part| {
        let body = profile.body(part.body);
        BodyShare {
            body: body.id.clone(),
            yearly: part.yearly,
            year: body.comparable.map(|comparable| comparable.year),
            months: body.comparable.map_or(0, |comparable| comparable.months),
            lines: part.lines,
            suppliers: part.suppliers,
        }
    };
    parts.iter().map(share).collect()
}

/// Parts that rest on contracts.
pub(crate) fn shares_by_contracts(profile: &Profile<'_>, parts: &[Part]) -> Vec<BodyShare> {
    let share = |part: &Part| BodyShare {
        body: profile.body(part.body).id.clone(),
        yearly: part.yearly,
        year: None,
        months: 12,
        lines: part.lines,
        suppliers: part.suppliers,
    };
    parts.iter().map(share).collect()
}

/// One request for evidence for each body, in its comparable year.
pub(crate) fn evidence(
    profile: &Profile<'_>,
    parts: &[Part],
    wanted: impl Fn(FinancialYear, &Part) -> EvidenceWanted,
) -> Vec<EvidenceWanted> {
    let year = |part: &Part| profile.body(part.body).comparable.map(|comparable| comparable.year);
    parts.iter().filter_map(|part| year(part).map(|year| wanted(year, part))).collect()
}

/// True where all are known to be of one kind.
pub(crate) fn are_of_one_kind(profile: &Profile<'_>, parts: &[Part]) -> bool {
    let mut kinds = parts.iter().map(|part| profile.body(part.body).facts.map(|facts| facts.kind));
    let first = kinds.next().flatten();
    first.is_some() && kinds.all(|kind| kind == first)
}

/// What bears on the choice of a prior.
pub(crate) fn for_prior(profile: &Profile<'_>, parts: &[Part], use_a_framework: bool) -> Partners {
    let residents = parts.iter().filter_map(|part| profile.body(part.body).facts?.thousand_residents);
    Partners { smallest_thousand_residents: residents.min_by(f64::total_cmp), use_a_framework }
}

/// How well the yearly values are known.
pub(crate) fn grounds(profile: &Profile<'_>, parts: &[Part], has_contracts: bool, is_classified: bool) -> Grounds {
    let months = |part: &Part| f64::from(profile.body(part.body).comparable.map_or(0, |comparable| comparable.months));
    let all: f64 = parts.iter().map(|part| part.yearly.as_pounds()).sum();
    let weighted: f64 = parts.iter().map(|part| part.yearly.as_pounds() * months(part)).sum();
    let months = if all > 0.0 { weighted / all } else { 0.0 };
    let is_comparable = years(profile, parts).len() <= 1 && !parts.iter().any(|part| break_of(profile, part).is_some());
    Grounds { months, has_contracts, is_classified, is_comparable }
}

/// What to beware of in the years: months missing, years that differ, series that break.
pub(crate) fn year_cautions(profile: &Profile<'_>, parts: &[Part]) -> Vec<String> {
    let mut cautions = Vec::new();
    let years = years(profile, parts);
    if let (Some(first), Some(last)) = (years.first(), years.last())
        && first != last
    {
        cautions.push(format!(
            "Bodies are looked at in different years, from {first} to {last}; prices and needs may have changed between them."
        ));
    }
    for part in parts {
        let body = profile.body(part.body);
        let name = body.name();
        match body.comparable {
            Some(one) if one.is_too_short() => cautions.push(format!(
                "{name} published only {} of {}; its figure is what was paid in them, not a year's.",
                crate::wording::plural(one.months as usize, "month"),
                one.year
            )),
            Some(one) if one.is_scaled() => cautions.push(format!(
                "{name} published {} months of {}; its figure is scaled up to twelve and may be seasonal.",
                one.months, one.year
            )),
            _ => {}
        }
        if let Some(words) = break_of(profile, part) {
            cautions.push(format!("The series of {name} breaks: {}.", words.trim_end_matches('.')));
        }
    }
    cautions
}

fn years(profile: &Profile<'_>, parts: &[Part]) -> Vec<FinancialYear> {
    let mut years: Vec<FinancialYear> = parts.iter().filter_map(|part| Some(profile.body(part.body).comparable?.year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn break_of<'a>(profile: &Profile<'a>, part: &Part) -> Option<&'a str> {
    profile.body(part.body).facts?.break_in_series.as_deref()
}
