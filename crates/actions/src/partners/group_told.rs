//! The best divisions, told: who is with whom, what it is worth, how much trust it takes, what each constraint costs.
//!
//! The rule: the second best and those after it stand beside the best, with how little they lose; an answer that is not
//! proven says how far it may be from the best.

use pages::{Block, Paper, Section};
use partnerships::{Coalition, Division, Grouped, Grouping, Respect};
use serde_json::{Value, json};

use super::figures::Figures;
use super::{Told, WORKING, table};

/// What was asked, besides the figures.
pub(super) struct Answer {
    pub(super) title: String,
    pub(super) file: String,
    pub(super) unit: String,
    /// How worth was modelled, in words.
    pub(super) model: Option<String>,
    /// True where worth is a cost with its sign turned.
    pub(super) is_cost: bool,
}

/// The whole answer.
pub(super) fn told(answer: &Answer, grouping: &Grouping<'_>, grouped: &Grouped, respects: &[Respect]) -> Told {
    let figures = Figures::of(&answer.unit, grouped.best.iter().map(|division| division.worth).chain([grouped.bound]));
    let telling = Telling { answer, grouping, grouped, figures };
    let mut sections = vec![telling.best(), telling.others()];
    sections.extend((!respects.is_empty()).then(|| telling.respected(respects)));
    sections.push(telling.working());
    let paper = Paper {
        title: format!("Who should group with whom: {}", answer.title),
        lede: telling.lede(),
        figures: Vec::new(),
        facts: vec![("Made from".to_string(), answer.file.clone()), ("Bodies".to_string(), grouping.bodies.len().to_string())],
        sections,
    };
    Told { data: telling.data(respects), paper }
}

struct Telling<'a> {
    answer: &'a Answer,
    grouping: &'a Grouping<'a>,
    grouped: &'a Grouped,
    figures: Figures,
}

impl Telling<'_> {
    fn named(&self, group: Coalition) -> String {
        group.members().map(|body| self.grouping.bodies[body].as_str()).collect::<Vec<_>>().join(", ")
    }

    fn divided(&self, division: &Division) -> String {
        division.groups.iter().map(|group| self.named(*group)).collect::<Vec<_>>().join(" | ")
    }

    /// A worth as people read it: a cost without the turned sign.
    fn worth(&self, worth: f64) -> f64 {
        if self.answer.is_cost { -worth } else { worth }
    }

    fn points(&self, division: &Division) -> u32 {
        division.groups.iter().map(|group| definitions::trust_fracture_points(group.size())).sum()
    }

    fn lede(&self) -> Vec<String> {
        let best = &self.grouped.best[0];
        let verb = if self.answer.is_cost { "cost" } else { "save" };
        let groups = best.groups.iter().filter(|group| group.size() > 1).count();
        let alone = best.groups.len() - groups;
        let trust = if self.grouping.price_per_point > 0.0 { ", trust paid for" } else { "" };
        let alone = match alone {
            0 => "no body".to_string(),
            1 => "1 body".to_string(),
            many => format!("{many} bodies"),
        };
        let mut lede = vec![format!(
            "The best division has {groups} {} and leaves {alone} alone. Together they {verb} {}{trust}.",
            if groups == 1 { "group" } else { "groups" },
            self.figures.said(self.worth(best.worth))
        )];
        lede.push(if self.grouped.is_proven {
            "It is proven: no other division is better.".to_string()
        } else {
            let gap = self.grouped.bound - best.worth;
            let part = if best.worth.abs() > 0.0 { format!(" ({:.2} %)", gap / best.worth.abs() * 100.0) } else { String::new() };
            format!("It is the best that was found. None can be better by more than {}{part}.", self.figures.said(gap))
        });
        lede
    }

    fn best(&self) -> Section {
        let best = &self.grouped.best[0];
        let row = |(place, group): (usize, &Coalition)| {
            let points = definitions::trust_fracture_points(group.size());
            let worth = self.worth(self.grouping.net_worth(*group));
            vec![format!("{}", place + 1), self.named(*group), points.to_string(), self.figures.cell(worth)]
        };
        let caption = format!("The best division{}", self.figures.in_unit());
        let worth = if self.answer.is_cost { "Cost" } else { "Saving" };
        Section::new(
            "The best division",
            vec![table(&caption, &["Group", "Bodies"], &["Trust points", worth], best.groups.iter().enumerate().map(row).collect())],
        )
    }

    fn others(&self) -> Section {
        let best = self.grouped.best[0].worth;
        let row = |(place, division): (usize, &Division)| {
            vec![
                format!("{}", place + 1),
                self.divided(division),
                self.points(division).to_string(),
                self.figures.cell(self.worth(division.worth)),
                self.figures.cell(best - division.worth),
            ]
        };
        let rows = self.grouped.best.iter().enumerate().map(row).collect();
        let worth = if self.answer.is_cost { "Cost" } else { "Saving" };
        let caption = format!("The best {} divisions{}", self.grouped.best.len(), self.figures.in_unit());
        let mut blocks = vec![table(&caption, &["", "Groups, parted by |"], &["Trust points", worth, "Worse than the best by"], rows)];
        if !self.grouped.is_proven {
            blocks.push(Block::Warning(
                "The divisions after the first are the best that were met on the way; there may be better ones between them.".to_string(),
            ));
        }
        Section::new("Other good divisions", blocks)
    }

    fn respected(&self, respects: &[Respect]) -> Section {
        let row = |respect: &Respect| {
            let words = self.grouping.constraints[respect.constraint].in_words(&self.grouping.bodies);
            let cost = respect.cost.map_or("not worked out: too many groups without it".to_string(), |cost| self.figures.cell(cost));
            vec![capital(&words), cost]
        };
        let caption = format!("What the best division would gain without each constraint, the others kept{}", self.figures.in_unit());
        Section::new(
            "What each constraint costs",
            vec![table(&caption, &["Constraint"], &["Cost of respecting it"], respects.iter().map(row).collect())],
        )
    }

    fn working(&self) -> Section {
        let how = if self.grouping.bodies.len() <= partnerships::MOST_EXACT {
            "Every division of every subset of the bodies was looked at, so that the answer is exact (dynamic programming; Rothkopf, Pekeč and \
            Harstad 1998)."
        } else {
            "A linear programme over every group that may be formed bounds what any division can be worth; a search for divisions up to that bound, \
            and re-dividing two or three groups at a time, find the answer."
        };
        let mut blocks = vec![Block::Text(how.to_string())];
        if self.grouping.price_per_point > 0.0 {
            blocks.push(Block::Text(format!(
                "Each pair of bodies within a group is a trust fracture point and is taken to cost {}.",
                self.figures.said(self.grouping.price_per_point)
            )));
        }
        blocks.extend(self.answer.model.iter().map(|model| Block::Inset(model.clone())));
        blocks.push(Block::Text(
            "Money is one reason to group. Whether leaders will is another: councils of one kind and size that lie \
            close together are those that do (Dixon and Elston 2020)."
                .to_string(),
        ));
        Section::new(WORKING, blocks)
    }

    fn data(&self, respects: &[Respect]) -> Value {
        let members = |group: &Coalition| group.members().map(|body| self.grouping.bodies[body].clone()).collect::<Vec<_>>();
        let division = |division: &Division| {
            json!({
                "groups": division.groups.iter().map(members).collect::<Vec<_>>(),
                "value": self.worth(division.worth), "trust_fracture_points": self.points(division),
            })
        };
        let respect = |respect: &Respect| {
            let constraint = self.grouping.constraints[respect.constraint].in_words(&self.grouping.bodies);
            json!({ "constraint": constraint, "cost": respect.cost })
        };
        json!({
            "title": self.answer.title,
            "unit": self.answer.unit,
            "values": if self.answer.is_cost { "costs" } else { "savings" },
            "bodies": self.grouping.bodies,
            "best": self.grouped.best.iter().map(division).collect::<Vec<_>>(),
            "bound": self.worth(self.grouped.bound),
            "is_proven": self.grouped.is_proven,
            "constraints": respects.iter().map(respect).collect::<Vec<_>>(),
        })
    }
}

/// A sentence's first letter.
fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
