//! The splits, told: side by side, which is recommended and why, who would be better off outside.
//!
//! The rule: no split is shown without the groups that would leave it. What a member gets is said in a sentence that can be
//! repeated at a table. Amounts are modelled, so that they are shown in the unit of the file and never as ledger pence, but
//! for the true-up, which is money.

mod data;
mod nested;
mod sampled;
mod true_up;

use pages::{Block, Paper, Section, Span, Spans};
use partnerships::{Coalition, Comparison, Floor, Game, GameKind, Split, TrueUp, left_out_for_size};

use super::figures::{Figures, percent};
use super::{Told, WORKING, table};

pub(super) use nested::{NestedSplit, nested};
pub(super) use sampled::sampled;

/// Cases of doubt in which a split is tried.
pub(super) const DRAWS: usize = 1_000;

/// What was asked, besides the figures.
pub(super) struct Asked {
    pub(super) title: String,
    pub(super) file: String,
    pub(super) unit: String,
    /// How values were modelled, in words.
    pub(super) model: Option<String>,
    /// How far values of groups may be out, as a fraction.
    pub(super) doubt: Option<f64>,
}

/// A game with its splits.
pub(super) struct WholeSplit<'a> {
    pub(super) game: &'a Game,
    pub(super) comparison: &'a Comparison,
    pub(super) ranges: Option<&'a [(f64, f64)]>,
    pub(super) true_up: Option<&'a TrueUp>,
    /// How far values may be out, as a fraction, and how often each split then keeps all inside.
    pub(super) doubt: Option<(f64, Vec<f64>)>,
    pub(super) figures: Figures,
}

/// The whole answer.
pub(super) fn whole(asked: &Asked, split: &WholeSplit<'_>) -> Told {
    let mut sections = vec![split.recommended_section(), split.side_by_side(), split.outside()];
    sections.extend(split.floors());
    sections.extend(split.true_up.map(|true_up| true_up::section(true_up, split.game.players())));
    sections.push(split.would_change());
    sections.push(split.working(asked));
    let paper = Paper {
        title: format!("A fair split: {}", asked.title),
        lede: split.lede(),
        figures: Vec::new(),
        facts: facts(asked, split.game.players().len()),
        sections,
    };
    Told { data: split.data(asked), paper }
}

fn facts(asked: &Asked, partners: usize) -> Vec<(String, String)> {
    let mut facts = vec![("Made from".to_string(), asked.file.clone()), ("Partners".to_string(), partners.to_string())];
    if !asked.unit.is_empty() {
        facts.push(("Amounts".to_string(), format!("in {}", asked.unit)));
    }
    facts
}

impl WholeSplit<'_> {
    fn is_cost(&self) -> bool {
        self.game.kind() == GameKind::Cost
    }

    /// `pays` or `gets`.
    fn takes(&self) -> &'static str {
        if self.is_cost() { "pays" } else { "gets" }
    }

    fn recommended(&self) -> &Split {
        self.comparison.recommended()
    }

    fn lede(&self) -> Vec<String> {
        let (game, figures) = (self.game, &self.figures);
        let joined = game.advantage_of_joining();
        let alone: f64 = game.alone().iter().sum();
        let all = match (self.is_cost(), joined < -game.rounding()) {
            (true, false) => format!(
                "Together {} partners pay {} where each alone would pay {} in all: {} less.",
                game.players().len(),
                figures.said(game.total()),
                figures.said(alone),
                figures.said(joined)
            ),
            (true, true) => format!(
                "Together {} partners pay {}, which is {} more than each alone: no split can make that good.",
                game.players().len(),
                figures.said(game.total()),
                figures.said(-joined)
            ),
            (false, _) => format!(
                "Together {} partners save {}; each alone would save {} in all.",
                game.players().len(),
                figures.said(game.total()),
                figures.said(alone)
            ),
        };
        vec![all, format!("Recommended: {}. {}", lowered(&self.recommended().rule.name()), self.comparison.why())]
    }

    fn recommended_section(&self) -> Section {
        let split = self.recommended();
        let alone = self.game.alone();
        let mut blocks = vec![Block::Text(split.rule.in_words())];
        blocks.push(match self.ranges {
            Some(ranges) => Block::Spans(Spans {
                caption: format!(
                    "What each {} by the recommended split{}, and the least and most that keep every group inside (the core{})",
                    self.takes(),
                    self.figures.in_unit(),
                    if self.is_drawn_in_parts() { "; drawn as parts of the cost alone" } else { "" }
                ),
                headings: ["Partner", "Alone", "Recommended", "Least", "Most"].map(str::to_string).to_vec(),
                line: self.is_drawn_in_parts().then_some(1.0),
                rows: ranges.iter().enumerate().map(|(player, range)| self.span(player, *range)).collect(),
            }),
            None => {
                let rows = (0..alone.len()).map(|player| self.row(player, &[alone[player], split.amounts[player]])).collect();
                table(&format!("What each {}{}", self.takes(), self.figures.in_unit()), &["Partner"], &["Alone", "Recommended"], rows)
            }
        });
        blocks.push(Block::Points((0..alone.len()).map(|player| self.sentence(player)).collect()));
        Section::new("The recommended split", blocks)
    }

    /// Drawn in parts of what the partner costs alone, so that small partners are seen beside large ones.
    fn span(&self, player: usize, (least, most): (f64, f64)) -> Span {
        let (alone, amount) = (self.game.alone()[player], self.recommended().amounts[player]);
        let part = if self.is_drawn_in_parts() { alone } else { 1.0 };
        Span {
            name: self.game.players()[player].clone(),
            words: [alone, amount, least, most].iter().map(|amount| self.figures.cell(*amount)).collect(),
            low: least / part,
            high: most / part,
            mark: Some(amount / part),
        }
    }

    fn is_drawn_in_parts(&self) -> bool {
        self.is_cost() && self.game.alone().iter().all(|alone| *alone > self.game.rounding())
    }

    fn row(&self, player: usize, amounts: &[f64]) -> Vec<String> {
        std::iter::once(self.game.players()[player].clone()).chain(amounts.iter().map(|amount| self.figures.cell(*amount))).collect()
    }

    /// What a member can repeat.
    fn sentence(&self, player: usize) -> String {
        let (name, alone, amount) = (&self.game.players()[player], self.game.alone()[player], self.recommended().amounts[player]);
        let gain = self.game.advantage_over(Coalition::alone(player), amount);
        let figures = &self.figures;
        let part = if alone.abs() > self.game.rounding() { format!(" ({})", percent(gain.abs() / alone.abs())) } else { String::new() };
        match (self.is_cost(), gain < -self.game.rounding()) {
            (true, false) => format!(
                "{name} pays {} where alone it would pay {}: {} less{part}.",
                figures.brief(amount),
                figures.brief(alone),
                figures.brief(gain)
            ),
            (true, true) => format!(
                "{name} pays {} where alone it would pay {}: {} more{part}.",
                figures.brief(amount),
                figures.brief(alone),
                figures.brief(-gain)
            ),
            (false, false) => {
                format!("{name} gets {} of the saving, {} more than it would save alone.", figures.brief(amount), figures.brief(gain))
            }
            (false, true) => {
                format!("{name} gets {} of the saving, {} less than it would save alone.", figures.brief(amount), figures.brief(-gain))
            }
        }
    }

    fn side_by_side(&self) -> Section {
        let splits = &self.comparison.splits;
        let name = |(place, split): (usize, &Split)| {
            split.rule.short_name() + if place == self.comparison.recommended { " (recommended)" } else { "" }
        };
        let headings: Vec<String> = std::iter::once("Alone".to_string()).chain(splits.iter().enumerate().map(name)).collect();
        let alone = self.game.alone();
        let amounts = |player: usize| std::iter::once(alone[player]).chain(splits.iter().map(move |split| split.amounts[player]));
        let mut rows: Vec<Vec<String>> = (0..alone.len()).map(|player| self.row(player, &amounts(player).collect::<Vec<_>>())).collect();
        let last = |name: &str, cell: &dyn Fn(usize) -> String| {
            [name.to_string(), String::new()].into_iter().chain((0..splits.len()).map(cell)).collect::<Vec<_>>()
        };
        rows.push(last("Groups that would leave", &|split| splits[split].better_outside.count.to_string()));
        let mut blocks: Vec<Block> = left_out_for_size(self.game).map(|said| Block::Text(said.to_string())).into_iter().collect();
        if let Some((doubt, chances)) = &self.doubt {
            rows.push(last("Holds together in", &|split| percent(chances[split])));
            blocks.push(Block::Text(format!(
 "Holds together: in how many of {} cases no group would leave, when what groups could do by themselves is up to {} more or less than \
 given.",
                definitions::thousands(DRAWS as u64),
                percent(*doubt)
            )));
        }
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let caption = format!("What each {} by each split{}", self.takes(), self.figures.in_unit());
        blocks.insert(0, table(&caption, &["Partner"], &headings, rows));
        Section::new("The splits side by side", blocks)
    }

    fn outside(&self) -> Section {
        let with_leavers: Vec<&Split> = self.comparison.splits.iter().filter(|split| split.better_outside.count > 0).collect();
        let mut blocks = Vec::new();
        if self.comparison.least_core < -self.game.rounding() {
            blocks.push(Block::Warning(format!(
 "No split keeps every group inside: whatever is agreed, some group would gain {} or more by leaving. Smaller groups may hold together \
 where this one does not: see commonweal group.",
                self.figures.said(-self.comparison.least_core)
            )));
        }
        if with_leavers.is_empty() {
            blocks.push(Block::Text("By none of these splits would any group be better off outside.".to_string()));
            return Section::new("Who would be better off outside", blocks);
        }
        let mut rows = Vec::new();
        for split in with_leavers {
            for (rank, (group, gain)) in split.better_outside.worst.iter().take(3).enumerate() {
                let (name, count) =
                    if rank == 0 { (split.rule.name(), split.better_outside.count.to_string()) } else { (String::new(), String::new()) };
                rows.push(vec![name, count, self.game.named(*group), self.figures.cell(*gain)]);
            }
        }
        let caption = format!("Groups that would do better by themselves, the three that would gain most{}", self.figures.in_unit());
        blocks.push(table(&caption, &["Split", "Groups", "Those that gain most"], &["Gain outside"], rows));
        Section::new("Who would be better off outside", blocks)
    }

    /// Side payments where a split leaves somebody worse than alone.
    fn floors(&self) -> Option<Section> {
        let mut blocks = Vec::new();
        for split in &self.comparison.splits {
            match &split.floor {
                Floor::Holds => {}
                Floor::Reached(payments) => {
                    let told = |player: usize| {
                        let payment = payments[player];
                        let verb = if payment > 0.0 { "receives" } else { "pays" };
                        (payment.abs() > self.game.rounding())
                            .then(|| format!("{} {verb} {}", self.game.players()[player], self.figures.said(payment.abs())))
                    };
                    let told: Vec<String> = (0..payments.len()).filter_map(told).collect();
                    blocks.push(format!("{}: {}.", split.rule.name(), told.join("; ")));
                }
                Floor::OutOfReach(short) => {
                    blocks.push(format!("{}: no side payments can; {} is missing.", split.rule.name(), self.figures.said(*short)))
                }
            }
        }
        (!blocks.is_empty()).then(|| {
            let text = Block::Text(
                "Side payments that bring everybody to no worse than alone, paid by those who gain in proportion to what they gain:"
                    .to_string(),
            );
            Section::new("Nobody worse off than alone", vec![text, Block::Points(blocks)])
        })
    }

    fn would_change(&self) -> Section {
        let level = self.comparison.least_core;
        let mut points = Vec::new();
        if level >= -self.game.rounding() {
            points.push(format!(
 "Groups could do up to {} better by themselves than is given here, all of them at once, before no split could keep everybody inside.",
                self.figures.said(level)
            ));
        }
        points.push(
            "What each group would cost or save alone is rarely observed: where those figures are estimates, so is the split. \
            Agree the rule, the weights and when it is looked at again before the outturn is known."
                .to_string(),
        );
        points.push("Split savings by the same rule when they are verified, not when they are promised.".to_string());
        Section::new("What would change the answer", vec![Block::Points(points)])
    }

    fn working(&self, asked: &Asked) -> Section {
        let rules = self.comparison.splits.iter().map(|split| {
            let promises = split.rule.promises();
            vec![
                split.rule.name(),
                promises.never_worse_than_alone.to_string(),
                promises.in_the_core.to_string(),
                promises.nobody_pays_less_when_the_total_rises.to_string(),
                promises.figures_needed.to_string(),
            ]
        });
        let headings = [
            "Split",
            "Nobody worse than alone",
            "Keeps all inside if any split does",
            "Nobody pays less when the total rises",
            "Figures needed",
        ];
        let mut blocks = vec![table("What each split promises, whatever the figures", &headings, &[], rules.collect())];
        blocks.push(Block::Points(
            self.comparison.splits.iter().map(|split| format!("{}: {}", split.rule.name(), split.rule.in_words())).collect(),
        ));
        blocks.extend(asked.model.iter().map(|model| Block::Inset(model.clone())));
        blocks.push(Block::Text(
            "Shapley 1953; Schmeidler 1969 for the nucleolus, by linear programmes that settle groups only where every best split agrees; separable costs as by United States water agencies; all groups \
            are asked whether they would be better off outside. The recommendation is Commonweal's judgement: the nucleolus per member where some split keeps all inside, the Shapley value where none does."
                .to_string(),
        ));
        Section::new(WORKING, blocks)
    }
}

/// A name within a sentence: its first letter small, but for names of people.
fn lowered(name: &str) -> String {
    if name.starts_with("Shapley") {
        return format!("the {name}");
    }
    let mut letters = name.chars();
    let first = letters.next().map(char::to_lowercase);
    format!("the {}{}", first.into_iter().flatten().collect::<String>(), letters.as_str())
}
