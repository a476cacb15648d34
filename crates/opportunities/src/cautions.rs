//! What could make an opportunity wrong, whatever its kind.
//!
//! The rule: a caution is a sentence an officer can act on; none is left off because a figure looks good.

use services::{Family, Nature, PriorRow};

/// The names of suppliers were joined by likeness.
pub(crate) const NAMES: &str =
    "Names were joined: one firm under two names, or two firms under one, would change these figures. Look at the names as published.";
/// Publishers differ in what an amount is.
pub(crate) const BASIS: &str = "Bodies publish on different bases: some amounts include VAT, some leave out payments under £500 or £250.";
/// Families come from words.
pub(crate) const WORDS: &str = "What was bought was worked out from published codes and words; some payments will be in the wrong family.";
/// Nothing says what was bought.
pub(crate) const NOT_CLASSIFIED: &str =
    "Nothing published says what was bought, so the bodies may be buying different things from this supplier.";
/// The same, as a reason to score only a part.
pub(crate) const UNNAMED: &str = "Nothing says that the bodies buy the same thing.";
/// Goods are often bought together already.
pub(crate) const FRAMEWORK: &str =
    "A framework such as those of YPO, ESPO, CCS or NHS SBS may be in use already; then most of the gain has been taken.";
/// No saving is ready to bank.
pub(crate) const BEFORE_COSTS: &str =
    "The range is before the cost of getting there, and the average shared service does not reliably save money.";
/// A family holds different things.
pub(crate) const BROAD: &str = "A family is broad and only a part of it can be specified together.";
/// Works are single jobs.
const WORKS: &str = "Works are single jobs: what was paid in one year need not be paid in the next.";
/// Nobody can share another's rent.
const BUILDINGS: &str = "The range is for sharing buildings. Rent, rates and land cannot be bought together; only the running cost of buildings that could be shared counts.";

/// What to beware of in a family.
pub(crate) fn of_family(family: Family) -> Option<&'static str> {
    only_a_part(family).or_else(|| family.is_goods().then_some(FRAMEWORK))
}

/// Why only a part of what is paid for a family could be brought together, even with one supplier.
pub(crate) fn only_a_part(family: Family) -> Option<&'static str> {
    match (family.nature(), family.prior_row()) {
        (_, PriorRow::Estates) => Some(BUILDINGS),
        (Nature::Works, _) => Some(WORKS),
        _ => None,
    }
}
