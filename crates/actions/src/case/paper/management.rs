//! The management case: who leads, by when, and what will be counted to know whether it worked.
//!
//! The rule: a benefit that cannot be measured cannot be claimed, so every benefit of the option is listed with the body that would bank it
//! and the evidence it starts from.

use cases::{Kind, Line};
use pages::{Block, Grid, GridColumn, Section};

use super::{View, words};

pub(super) fn section(view: &View<'_>) -> Section {
    let mut blocks = words(
        &view.case().words.management,
        "management",
        "who leads and decides, by when, what could stop it, and who counts what was saved.",
    );
    let benefits: Vec<&Line> = view.option().lines.iter().filter(|line| matches!(line.kind, Kind::Benefit(..))).collect();
    if !benefits.is_empty() {
        blocks.push(Block::Heading("What is to be counted".into()));
        blocks.push(Block::Text(
            "Agree for each, before work begins: how much there is today and from which record, who measures it, and who checks that. What cannot be measured cannot be claimed."
                .into(),
        ));
        blocks.push(Block::Table(to_count(view, &benefits)));
    }
    Section::new("Management case: who does it, and how one will know", blocks)
}

fn to_count(view: &View<'_>, benefits: &[&Line]) -> Grid {
    let case = view.case();
    let row = |line: &&Line| {
        let bodies: Vec<&str> =
            case.partners.iter().zip(&line.shares).filter(|(_, share)| **share > 0.0).map(|(partner, _)| partner.name.as_str()).collect();
        let bodies = if bodies.len() == case.partners.len() { "All".to_string() } else { bodies.join(", ") };
        vec![line.name.clone(), super::working::kind(line), bodies, line.timing.in_words(case.first_year), line.evidence.clone()]
    };
    Grid {
        caption: format!("Benefits of \"{}\"", view.option().name),
        columns: ["Benefit", "Kind", "Falls to", "Years", "Starts from"]
            .into_iter()
            .map(|heading| GridColumn::Words(heading.into()))
            .collect(),
        rows: benefits.iter().map(row).collect(),
    }
}
