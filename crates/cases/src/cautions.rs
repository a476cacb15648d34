//! What a reader must know before believing the figures of a case: which tables were used, what is not in them, what was assumed.
//!
//! The rule: a caution stands only where it bears on this case, and says what it bears on. None of them changes a figure.

use std::collections::BTreeSet;

use definitions::FinancialYear;

use crate::bias::{Allowance, GRADES_CAUTION, ProjectType, REALISED_SOURCE};
use crate::case::{Case, CaseOption};
use crate::chance::Chances;
use crate::compare::listed;
use crate::discount::SCHEDULE;
use crate::draft::TO_BE_FILLED_IN;
use crate::line::{Kind, Line, Prices};
use crate::prices::{DEFLATOR, straddles_the_pandemic};
use crate::scale::what_size_brings;

/// What bears on every option.
pub fn cautions(case: &Case) -> Vec<String> {
    let lines: Vec<&Line> = case.options.iter().flat_map(|option| &option.lines).collect();
    let mut cautions: Vec<String> = still_to_fill_in(case).into_iter().collect();
    cautions.push(SCHEDULE.caution.to_string());
    cautions.extend(of_prices(case, &lines));
    if lines.iter().any(|line| matches!(line.allowance, Allowance::Grade(_))) {
        cautions.push(GRADES_CAUTION.to_string());
    }
    if lines.iter().any(|line| line.allowance == Allowance::Realised) {
        cautions.push(format!("Benefits marked as realised are multiplied by a {REALISED_SOURCE}."));
    }
    if lines.iter().any(|line| line.kind != Kind::Payment && line.carries_no_doubt()) {
        cautions.push("Some lines carry no doubt at all: neither a range, nor a project type, nor a grade of evidence. They are shown in the working as written.".to_string());
    }
    cautions.extend(what_size_brings(case));
    cautions.extend(of_partners(case));
    cautions.push("Amounts are taken to be without VAT that can be recovered, and no tax or precept is modelled: where partners charge different council tax, harmonising it is a cost of its own.".to_string());
    cautions
}

/// What bears on one option, once it has been drawn.
pub fn cautions_of(option: &CaseOption, chances: &Chances) -> Vec<String> {
    let mut cautions = Vec::new();
    if chances.uncertain_figures == 0 && !option.lines.is_empty() {
        cautions.push(format!("{}: no figure has a range, so nothing can be said of how likely its results are.", option.name));
    }
    let has_long_tail = option
        .lines
        .iter()
        .any(|line| matches!(line.allowance, Allowance::Project(ProjectType::InformationTechnology, _)) && line.central_pounds() != 0.0);
    if chances.public().is_mean_ruled_by_its_tail() || chances.costs.is_mean_ruled_by_its_tail() {
        cautions.push(format!(
            "{}: a few ruinous draws make the mean what it is. Judge by the middle and the ends (P50, P80, P95), never by the mean.",
            option.name
        ));
    } else if has_long_tail {
        cautions.push(format!(
            "{}: information technology projects have a long tail. Of 5,392, 18 in 100 ran over by more than half, and those by 447 % on average.",
            option.name
        ));
    }
    cautions
}

/// The lines whose figures nobody has filled in yet, as a sentence; `None` where there are none.
pub fn still_to_fill_in(case: &Case) -> Option<String> {
    let empty = |line: &&Line| line.evidence.starts_with(TO_BE_FILLED_IN);
    let named = |option: &CaseOption| -> Vec<String> {
        option.lines.iter().filter(empty).map(|line| format!("{} ({}, line {})", line.name, option.name, line.file_line)).collect()
    };
    let names: Vec<String> = case.options.iter().flat_map(named).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    (!names.is_empty())
        .then(|| format!("Some figures are still to be filled in, and results mean little until they are: {}.", listed(&names)))
}

fn of_prices(case: &Case, lines: &[&Line]) -> Vec<String> {
    let written: BTreeSet<FinancialYear> = lines
        .iter()
        .filter_map(|line| match line.prices {
            Prices::Of(year) if year != case.price_year => Some(year),
            _ => None,
        })
        .collect();
    let inflation = format!("{} %", (case.inflation * 1000.0).round() / 10.0);
    let mut cautions = Vec::new();
    if !written.is_empty() {
        cautions.push(format!(
            "Amounts in prices of other years are brought to {} by the {}. {}",
            case.price_year, DEFLATOR.source, DEFLATOR.caution
        ));
    }
    if written.iter().any(|year| straddles_the_pandemic(*year, case.price_year)) {
        cautions.push(
            "A comparison of prices passes over 2020-21, when the deflator was distorted by how closed public services were measured."
                .to_string(),
        );
    }
    cautions.push(format!(
        "Prices after {} are assumed to rise by {inflation} a year; cash is worked out with that.",
        DEFLATOR.last_published_year()
    ));
    cautions
}

fn of_partners(case: &Case) -> Vec<String> {
    let mut cautions = Vec::new();
    for partner in &case.partners {
        let Some(last_day) = partner.last_day else { continue };
        let after = match &partner.successor {
            Some(successor) => format!("what it would have paid and gained goes to {} from the next day", successor.name),
            None => "nobody is named to take over from it, so what it leaves stands under no body's name".to_string(),
        };
        cautions.push(format!(
            "{} ends on {}: {after}. Its successor is not bound by what it did not agree to.",
            partner.name,
            last_day.long()
        ));
    }
    if case.partners.iter().all(|partner| partner.today_yearly_pounds == 0.0) {
        cautions.push("No partner says what it spends today, so whatever is split by that is split evenly.".to_string());
    }
    cautions
}
