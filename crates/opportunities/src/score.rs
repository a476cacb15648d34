//! How good an opportunity looks, from 0 to 100, with the parts in the open.
//!
//! The rule: five parts, fixed weights that add up to 1, each with its reason in a sentence. What is already shared
//! earns nothing for money, likelihood or date, so that it stands in the list for the register and never above a saving.

use definitions::{Day, Pence, SavingRange};

use crate::{FirstDate, Score, ScorePart};

const MONEY: f64 = 0.35;
const LIKELIHOOD: f64 = 0.20;
const EASE: f64 = 0.15;
const SOON: f64 = 0.15;
const EVIDENCE: f64 = 0.15;

/// What the score looks at.
pub(crate) struct Judged<'a> {
    pub(crate) today: Day,
    pub(crate) saving: Option<&'a SavingRange>,
    pub(crate) first_date: Option<&'a FirstDate>,
    pub(crate) trust_fracture_points: u32,
    pub(crate) are_of_one_kind: bool,
    pub(crate) step: Step,
    /// Set where only a part of the value can be brought together, with the reason; a tenth of it is scored then.
    pub(crate) only_a_part: Option<&'static str>,
    pub(crate) grounds: Grounds,
}

/// How far the bodies would have to move.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step {
    /// They already do it; it wants writing down.
    None,
    /// They deal with the same supplier already.
    Small,
    /// They must bring contracts with one supplier to one day.
    Medium,
    /// They must choose between suppliers.
    Large,
}

/// How well it is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grounds {
    /// Published months of the years looked at, 0 to 12, weighted by money; months with payments where it is already shared.
    pub(crate) months: f64,
    /// True where contracts behind it are published; not asked of what is already shared.
    pub(crate) has_contracts: bool,
    /// True where what is bought was classified.
    pub(crate) is_classified: bool,
    /// True where all bodies are looked at in one year and no series breaks.
    pub(crate) is_comparable: bool,
}

/// The score, with its parts in the order of their weights.
pub(crate) fn score(judged: &Judged<'_>) -> Score {
    let parts = vec![money(judged), likelihood(judged), ease(judged), soon(judged), evidence(judged)];
    let sum: f64 = parts.iter().map(|part| part.value * part.weight).sum();
    Score { total: (sum * 1000.0).round() / 10.0, parts }
}

fn part(name: &str, weight: f64, value: f64, why: String) -> ScorePart {
    ScorePart { name: name.to_string(), value: value.clamp(0.0, 1.0), weight, why }
}

/// A thousand pounds a year is nothing and a million is everything, each tenfold a third of the way.
fn money(judged: &Judged<'_>) -> ScorePart {
    let Some(saving) = judged.saving else { return part("money", MONEY, 0.0, "Nothing new is proposed, so nothing new is saved.".into()) };
    if saving.p50 <= Pence::ZERO {
        return part("money", MONEY, 0.0, "It is as likely to cost money as to save any.".into());
    }
    let (scored, why) = match judged.only_a_part {
        Some(reason) => (saving.p50.as_pounds() / 10.0, format!(" {reason} A tenth of it is scored.")),
        None => (saving.p50.as_pounds(), String::new()),
    };
    part("money", MONEY, (scored.log10() - 3.0) / 3.0, format!("The middle estimate is {} a year.{why}", saving.p50.short()))
}

fn likelihood(judged: &Judged<'_>) -> ScorePart {
    let Some(saving) = judged.saving else { return part("likelihood", LIKELIHOOD, 0.0, "No saving is claimed.".into()) };
    let chances = (saving.chance_of_none * 100.0).round();
    part("likelihood", LIKELIHOOD, 1.0 - saving.chance_of_none, format!("{chances} chances in 100 that nothing is saved."))
}

/// Halves when ten pairs must come to trust each other; less again for unlike bodies and for longer steps.
fn ease(judged: &Judged<'_>) -> ScorePart {
    let trust = 10.0 / (10.0 + f64::from(judged.trust_fracture_points.saturating_sub(1)));
    let (kind, kind_words) = if judged.are_of_one_kind { (1.0, "bodies of one kind") } else { (0.8, "bodies of different kinds") };
    let (step, step_words) = match judged.step {
        Step::None => (1.0, "it is done already"),
        Step::Small => (1.0, "they deal with the same supplier already"),
        Step::Medium => (0.8, "contracts must be brought to one day"),
        Step::Large => (0.5, "they must choose between suppliers"),
    };
    let points = crate::wording::plural(judged.trust_fracture_points as usize, "pair");
    part("ease", EASE, trust * kind * step, format!("{points} to trust each other, {kind_words}, and {step_words}."))
}

/// Full within a year, none after five.
fn soon(judged: &Judged<'_>) -> ScorePart {
    let Some(first) = judged.first_date.filter(|_| judged.step != Step::None) else {
        return part("soon", SOON, 0.0, "There is no date to meet.".into());
    };
    let months = f64::from(first.day.month().0 - judged.today.month().0);
    part("soon", SOON, 1.0 - (months - 12.0) / 48.0, format!("It can be done from {}.", first.day.long()))
}

fn evidence(judged: &Judged<'_>) -> ScorePart {
    let Grounds { months, has_contracts, is_classified, is_comparable } = judged.grounds;
    if judged.saving.is_none() {
        let value = 0.6 * months / 12.0 + 0.2 * share(is_classified) + 0.2 * share(is_comparable);
        let current = if is_comparable { "and still is" } else { "and may have ended" };
        return part("evidence", EVIDENCE, value, format!("Paid in {months:.0} months of the year, {current}."));
    }
    let value = 0.4 * months / 12.0 + 0.2 * share(has_contracts) + 0.2 * share(is_classified) + 0.2 * share(is_comparable);
    let contracts = if has_contracts { "contracts are published" } else { "no contract was found" };
    let classified = if is_classified { "what is bought is known" } else { "what is bought is not known" };
    let comparable = if is_comparable { "the years can be compared" } else { "the years differ or break" };
    part("evidence", EVIDENCE, value, format!("{months:.0} of 12 months published, {contracts}, {classified}, {comparable}."))
}

fn share(is_so: bool) -> f64 {
    f64::from(u8::from(is_so))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn saving(p50_pounds: i64, chance_of_none: f64) -> SavingRange {
        let p50 = Pence(p50_pounds * 100);
        SavingRange { p10: Pence(0), p50, p90: p50 + p50, chance_of_none, source: String::new() }
    }

    const GROUNDS: Grounds = Grounds { months: 12.0, has_contracts: true, is_classified: true, is_comparable: true };

    fn judged<'a>(saving: Option<&'a SavingRange>, first_date: Option<&'a FirstDate>) -> Judged<'a> {
        let today = Day(0);
        Judged {
            today,
            saving,
            first_date,
            trust_fracture_points: 1,
            are_of_one_kind: true,
            step: Step::Small,
            only_a_part: None,
            grounds: GROUNDS,
        }
    }

    #[test]
    fn the_weights_add_up_to_one_and_the_best_there_could_be_scores_a_hundred() {
        let (saving, first) = (saving(1_000_000, 0.0), FirstDate { day: Day(180), why: String::new() });
        let best = score(&judged(Some(&saving), Some(&first)));
        assert!((best.parts.iter().map(|part| part.weight).sum::<f64>() - 1.0).abs() < 1e-12);
        assert_eq!(best.total, 100.0);
    }

    #[test]
    fn thirty_thousand_pounds_a_year_is_about_half_way_from_a_thousand_to_a_million() {
        let saving = saving(31_623, 0.3);
        let parts = score(&judged(Some(&saving), None)).parts;
        assert!((parts[0].value - 0.5).abs() < 0.001);
        assert!((parts[1].value - 0.7).abs() < 1e-9);
    }

    #[test]
    fn where_only_a_part_can_be_brought_together_a_tenth_is_scored() {
        let saving = saving(316_228, 0.3);
        let parts = score(&Judged { only_a_part: Some("A family is broad."), ..judged(Some(&saving), None) }).parts;
        assert!((parts[0].value - 0.5).abs() < 0.001);
        assert_eq!(parts[0].why, "The middle estimate is £316k a year. A family is broad. A tenth of it is scored.");
    }

    #[test]
    fn what_is_already_shared_can_never_score_more_than_thirty() {
        let first = FirstDate { day: Day(0), why: String::new() };
        let shared = Judged { step: Step::None, ..judged(None, Some(&first)) };
        assert_eq!(score(&shared).total, 30.0);
    }

    #[test]
    fn eleven_pairs_halve_the_ease_of_two_bodies() {
        let many = Judged { trust_fracture_points: 11, ..judged(None, None) };
        assert!((score(&many).parts[2].value - 0.5).abs() < 1e-9);
    }
}
