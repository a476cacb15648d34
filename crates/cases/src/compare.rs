//! The options of a case side by side: which is best, and why each of the others is not.
//!
//! The rule: the best option has the highest middle result for the public as a whole, and where none is better than nothing, business as
//! usual is best. The ratio of benefits to costs is shown and decides nothing. Every reason is a sentence with its figures, and a
//! body that would lose money under the best option is named, since it can stop it.

use definitions::Pence;

use crate::appraisal::{Appraisal, appraise};
use crate::case::{Case, CaseOption, Form};
use crate::chance::{Chances, chance_of_more, draw_chances};

/// The options of a case, worked out.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// One for each option, in the order of the file.
    pub options: Vec<Compared>,
    /// Place of the best option; `None` where business as usual is best and is not in the file.
    pub best: Option<usize>,
    /// Options that a case must have and this one lacks, as sentences.
    pub lacking: Vec<String>,
}

/// One option.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Its results.
    pub appraisal: Appraisal,
    /// Its chances.
    pub chances: Chances,
    /// Places of holders that would lose money at the central estimate.
    pub losers: Vec<usize>,
    /// Why it is not the best, as sentences; of the best, what speaks against it.
    pub reasons: Vec<String>,
}

/// Works out every option and compares them.
pub fn compare(case: &Case) -> Comparison {
    let mut options: Vec<Compared> = case.options.iter().map(|option| worked_out(case, option)).collect();
    let best = best(case, &options);
    let reasons: Vec<Vec<String>> = (0..options.len())
        .map(|place| match best {
            Some(best) if best == place => against_the_best(case, &options, best),
            _ => why_not(case, &options, place, best),
        })
        .collect();
    options.iter_mut().zip(reasons).for_each(|(option, reasons)| option.reasons = reasons);
    Comparison { options, best, lacking: lacking(case) }
}

/// Pounds for a sentence or a table.
pub fn short(pounds: f64) -> String {
    Pence((pounds * 100.0).round() as i64).short()
}

/// A chance for a table: `23 in 100`, and certain only where every draw says so.
pub fn in_a_hundred(chance: f64) -> String {
    match chance {
        0.0 => "none".to_string(),
        1.0 => "all".to_string(),
        _ if chance < 0.005 => "under 1 in 100".to_string(),
        _ if chance > 0.995 => "over 99 in 100".to_string(),
        _ => format!("{:.0} in 100", chance * 100.0),
    }
}

/// The same for a sentence: `in 23 of 100 draws`.
pub fn in_draws(chance: f64) -> String {
    match chance {
        0.0 => "in no draw".to_string(),
        1.0 => "in every draw".to_string(),
        _ if chance < 0.005 => "in fewer than 1 of 100 draws".to_string(),
        _ if chance > 0.995 => "in more than 99 of 100 draws".to_string(),
        _ => format!("in {:.0} of 100 draws", chance * 100.0),
    }
}

fn worked_out(case: &Case, option: &CaseOption) -> Compared {
    let appraisal = appraise(case, option);
    // Less than a pound is what rounding leaves.
    let losers = (0..appraisal.by_holder.len()).filter(|holder| appraisal.by_holder[*holder].cash < -1.0).collect();
    Compared { chances: draw_chances(case, option), losers, appraisal, reasons: Vec::new() }
}

/// The option with the highest middle result; of equals the first. Nothing at all is worth nought.
fn best(case: &Case, options: &[Compared]) -> Option<usize> {
    let middle = |place: usize| options[place].chances.public().p50;
    let usual = case.options.iter().position(|option| option.form == Form::BusinessAsUsual);
    let highest = (0..options.len()).rev().max_by(|a, b| middle(*a).total_cmp(&middle(*b)))?;
    if middle(highest) > 0.0 { Some(highest) } else { usual }
}

fn why_not(case: &Case, options: &[Compared], place: usize, best: Option<usize>) -> Vec<String> {
    let own = &options[place];
    let mut reasons = Vec::new();
    let Some(best) = best else {
        reasons.push(format!("Its middle result is {}, and doing nothing costs nothing.", short(own.chances.public().p50)));
        return reasons;
    };
    let other = &options[best];
    let name = format!("\"{}\"", case.options[best].name);
    let less = other.chances.public().p50 - own.chances.public().p50;
    // Less than a pound is what rounding leaves.
    if less < 1.0 {
        reasons.push(format!("Its middle result is that of {name}, which stands before it in the file."));
        return reasons;
    }
    reasons.push(format!(
        "Its middle result is {} against {} for {name}: {} less.",
        short(own.chances.public().p50),
        short(other.chances.public().p50),
        short(less)
    ));
    if own.chances.uncertain_figures + other.chances.uncertain_figures > 0 {
        reasons.push(format!("It is worth more than {name} {}.", in_draws(chance_of_more(&own.chances, &other.chances))));
    }
    let losers_more: Vec<&str> = own
        .losers
        .iter()
        .filter(|holder| !other.losers.contains(holder))
        .map(|holder| own.appraisal.holders.all[*holder].name.as_str())
        .collect();
    if !losers_more.is_empty() {
        reasons.push(format!("Under it money is lost by {}, and not under {name}.", listed(&losers_more)));
    }
    reasons
}

fn against_the_best(case: &Case, options: &[Compared], best: usize) -> Vec<String> {
    let own = &options[best];
    let mut reasons = Vec::new();
    if own.chances.public().chance_of_loss > 0.0 {
        reasons.push(format!("It is worth less than doing nothing {}.", in_draws(own.chances.public().chance_of_loss)));
    }
    if own.chances.cash.chance_of_loss > 0.0 {
        reasons.push(format!("It costs more cash than it brings {}.", in_draws(own.chances.cash.chance_of_loss)));
    }
    let losers: Vec<String> = own.losers.iter().map(|holder| loser(own, *holder)).collect();
    let names: Vec<&str> = losers.iter().map(String::as_str).collect();
    if let [one] = names[..] {
        reasons.push(format!("Money is lost by {one}: without a payment from the others it has a reason to refuse."));
    } else if !names.is_empty() {
        reasons.push(format!("Money is lost by {}: without payments from the others each has a reason to refuse.", listed(&names)));
    }
    if let Some(proposal) = case.proposed.as_ref().filter(|proposal| proposal.option != case.options[best].id) {
        reasons.push(format!("The file proposes {:?} instead; the figures put this one first.", proposal.option));
    }
    reasons
}

/// A body that loses money, by how much, and whether that is only because it ends before the gains begin.
fn loser(own: &Compared, holder: usize) -> String {
    let holders = &own.appraisal.holders;
    let lost = short(own.appraisal.by_holder[holder].cash);
    let name = &holders.all[holder].name;
    match holders.handovers.iter().find(|handover| handover.partner == holder) {
        Some(handover) => format!("{name} ({lost} by {}, its last day)", handover.last_day.long()),
        None => format!("{name} ({lost})"),
    }
}

fn lacking(case: &Case) -> Vec<String> {
    let has = |form: Form| case.options.iter().any(|option| option.form == form);
    let mut lacking = Vec::new();
    if !has(Form::BusinessAsUsual) {
        lacking.push(
            "Business as usual is not among the options. Every case needs it; it is compared with here as nothing changed.".to_string(),
        );
    }
    if !has(Form::DoMinimum) {
        lacking.push("Do minimum is not among the options. Every case needs the least that would meet the need, or nobody can tell what sharing adds.".to_string());
    }
    if case.options.iter().filter(|option| option.form.is_sharing()).count() < 2 {
        lacking.push(
            "Fewer than two forms of sharing are among the options. Add a second, such as a joint committee beside a lead authority."
                .to_string(),
        );
    }
    lacking
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_string(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::case_of;

    fn sharing(id: &str, aldford: i32, bexton: i32) -> String {
        let line = |body: &str, pounds: i32| {
            let (table, kind) =
                if pounds < 0 { ("cost", "spend = \"revenue\"") } else { ("benefit", "kind = \"cashable\"\nvalue = \"fiscal\"") };
            format!(
                "[[option.{table}]]\nwhat = \"{body}\"\n{kind}\nyear = \"2026-27\"\namount = {}\nbody = \"{body}\"\nevidence = \"plan\"\n",
                pounds.abs()
            )
        };
        format!("[[option]]\nid = \"{id}\"\nname = \"{id}\"\nform = \"company\"\n{}{}", line("aldford", aldford), line("bexton", bexton))
    }

    #[test]
    fn the_option_worth_most_to_all_is_best_even_where_one_body_loses_and_that_body_is_named() {
        let case = case_of(&[], &format!("{}{}", sharing("small", 40, 40), sharing("large", 300, -100)));
        let comparison = compare(&case);
        assert_eq!(comparison.best, Some(3));
        let against = comparison.options[3].reasons.join(" ");
        assert!(against.contains("Money is lost by Bexton (-£100)"), "{against}");
        let why_not = comparison.options[2].reasons.join(" ");
        assert!(why_not.contains("£80 against £200 for \"large\": £120 less"), "{why_not}");
        assert!(comparison.lacking.is_empty());
    }

    #[test]
    fn where_every_way_of_sharing_loses_money_business_as_usual_is_best() {
        let case = case_of(&[], &format!("{}{}", sharing("small", -40, 10), sharing("large", -300, 100)));
        assert_eq!(compare(&case).best, Some(0));
    }

    #[test]
    fn a_case_without_business_as_usual_or_do_minimum_or_a_second_form_of_sharing_is_told_so() {
        let mut case = case_of(&[], &sharing("small", 40, 40));
        case.options.drain(..2);
        let lacking = compare(&case).lacking;
        assert_eq!(lacking.len(), 3);
        assert!(lacking[0].starts_with("Business as usual") && lacking[1].starts_with("Do minimum"));
    }

    #[test]
    fn a_file_that_proposes_another_option_than_the_figures_is_told_so() {
        let more = format!(
            "{}{}[proposed]\noption = \"small\"\nwhy = \"Members prefer it\"\n",
            sharing("small", 40, 40),
            sharing("large", 90, 90)
        );
        let comparison = compare(&case_of(&[], &more));
        assert!(comparison.options[3].reasons.iter().any(|reason| reason.contains("The file proposes \"small\"")));
    }

    #[test]
    fn a_chance_is_never_said_to_be_certain_unless_every_draw_says_so() {
        assert_eq!(in_a_hundred(0.001), "under 1 in 100");
        assert_eq!(in_draws(0.999), "in more than 99 of 100 draws");
        assert_eq!(in_a_hundred(0.38), "38 in 100");
        assert_eq!((in_draws(0.0), in_draws(1.0)), ("in no draw".to_string(), "in every draw".to_string()));
    }
}
