//! An estimated split of many partners, told.
//!
//! The rule: no amount without its standard error, and it is said what was not looked at.

use pages::{Block, Paper, Section};
use partnerships::{Coalition, CostModel, Sampled};
use serde_json::json;

use super::super::figures::Figures;
use super::super::{Told, WORKING, table};
use super::{Asked, facts};

/// The whole answer.
pub(in super::super) fn sampled(asked: &Asked, model: &CostModel, sampled: &Sampled) -> Told {
    let partners = model.partners();
    let alone: Vec<f64> = (0..partners.len()).map(|partner| model.cost(Coalition::alone(partner))).collect();
    let total: f64 = sampled.amounts.iter().sum();
    let figures = Figures::of(&asked.unit, alone.iter().copied().chain([total]));
    let row = |place: usize| {
        let error = sampled.standard_errors[place];
        vec![
            partners[place].name.clone(),
            figures.cell(alone[place]),
            figures.cell(sampled.amounts[place]),
            figures.cell(error),
            figures.cell(alone[place] - sampled.amounts[place]),
        ]
    };
    let paper = Paper {
        title: format!("A fair split, estimated: {}", asked.title),
        lede: vec![
            format!("{} partners have too many groups to look at one by one. The Shapley value is estimated from {} orders of joining; \
            each amount has its standard error.", partners.len(), definitions::thousands(sampled.orders as u64)),
 "Whether any group would be better off outside was not looked at: put partners that always act together under one name to have that \
 answered.".to_string(),
        ],
        figures: Vec::new(),
        facts: facts(asked, partners.len()),
        sections: vec![
            Section::new(
                "The split",
                vec![table(
                    &format!("What each pays{}", figures.in_unit()),
                    &["Partner"],
                    &["Alone", "Shapley value", "Standard error", "Less than alone"],
                    (0..partners.len()).map(row).collect(),
                )],
            ),
            Section::new(
                WORKING,
                asked
                    .model
                    .iter()
                    .map(|model| Block::Inset(model.clone()))
                    .chain([Block::Text(
                        "Orders are drawn with \
                        a fixed seed, each taken backwards too. An amount is within twice its standard error 19 times in 20."
                            .to_string(),
                    )])
                    .collect(),
            ),
        ],
    };
    let data = json!({
        "title": asked.title,
        "unit": asked.unit,
        "orders": sampled.orders,
        "partners": partners.iter().map(|partner| &partner.name).collect::<Vec<_>>(),
        "alone": alone,
        "shapley": sampled.amounts,
        "standard_errors": sampled.standard_errors,
    });
    Told { paper, data }
}
