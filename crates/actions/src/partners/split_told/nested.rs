//! The split of nested needs, told.
//!
//! The rule: where a need has many users, what one of them pays stands beside what all of them do.

use pages::{Block, Paper, Section};
use partnerships::Need;
use serde_json::{Value, json};

use super::super::figures::Figures;
use super::super::{Told, WORKING, table};
use super::{Asked, facts};

/// Nested needs with their splits, for one user of each.
pub(in super::super) struct NestedSplit {
    pub(in super::super) names: Vec<String>,
    pub(in super::super) needs: Vec<Need>,
    pub(in super::super) by_rule: Vec<f64>,
    pub(in super::super) by_nucleolus: Vec<f64>,
}

/// The whole answer.
pub(in super::super) fn nested(asked: &Asked, split: &NestedSplit) -> Told {
    let figures = Figures::of(&asked.unit, split.by_rule.iter().chain(&split.by_nucleolus).copied());
    let largest = split.needs.iter().map(|need| need.cost).fold(0.0, f64::max);
    let all = Figures::of(&asked.unit, [largest]);
    let has_many = split.needs.iter().any(|need| need.users != 1);
    let row = |place: usize| {
        let need = split.needs[place];
        let mut row = vec![split.names[place].clone(), all.cell(need.cost)];
        row.extend(has_many.then(|| definitions::thousands(need.users)));
        row.extend([figures.cell(split.by_rule[place]), figures.cell(split.by_nucleolus[place])]);
        row.extend(has_many.then(|| all.cell(split.by_rule[place] * need.users as f64)));
        row
    };
    let headings: &[&str] = if has_many {
        &["Its need alone", "Users", "Each, airport rule", "Each, nucleolus", "All of them, airport rule"]
    } else {
        &["Its need alone", "Airport rule (recommended)", "Nucleolus"]
    };
    let caption = format!("What each pays{}", all.in_unit());
    let rows = (0..split.names.len()).map(row).collect();
    let paper = Paper {
        title: format!("A fair split of nested needs: {}", asked.title),
        lede: vec![
            format!("One thing for all costs {}, what the largest need would cost alone.", all.said(largest)),
            "Recommended: the airport rule. \
            Each slice of the cost is borne equally by those who need it, so that nobody pays for more than it needs."
                .to_string(),
        ],
        figures: Vec::new(),
        facts: facts(asked, split.names.len()),
        sections: vec![
            Section::new("The split", vec![table(&caption, &["Partner"], headings, rows)]),
            Section::new(
                WORKING,
                vec![Block::Text(
                    "The airport rule is the Shapley value of nested needs (Littlechild and Owen 1973); \
                    the nucleolus as Littlechild 1974. Both keep every group inside: none would be better off alone."
                        .to_string(),
                )],
            ),
        ],
    };
    let partners: Vec<Value> = (0..split.names.len())
        .map(|place| {
            json!({
                "partner": split.names[place],
                "need": split.needs[place].cost,
                "users": split.needs[place].users,
                "airport_rule_each": split.by_rule[place],
                "nucleolus_each": split.by_nucleolus[place],
            })
        })
        .collect();
    Told { paper, data: json!({ "title": asked.title, "unit": asked.unit, "total": largest, "partners": partners }) }
}
