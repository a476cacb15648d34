//! Reads what partners would cost or save, and asks for the splits.
//!
//! The rule: three ways to say what groups would cost alone, and one of them in a file: a value for each group, a model of
//! fixed and variable costs, or nested needs. Whatever is missing, doubled or no number is told with its line; nothing is
//! taken to be nought.

use std::path::Path;

use definitions::{Pence, Trouble};
use partnerships::{
    CostModel, Draws, Fault, Game, GameKind, MOST_PLAYERS, Need, PartnerCosts, TrueUp, Weighting, airport, airport_nucleolus,
    chance_of_holding, compare, core_ranges, refuse_doubled_names, sampled_shapley, true_up,
};
use serde::Deserialize;
use toml::Spanned;

use super::officer_file::OfficerFile;
use super::shapes::{GroupValues, Groups, ModelShape, Percent, Values};
use super::split_told::{self, Asked, NestedSplit, WholeSplit};
use super::{Told, figures::Figures};

/// What a person adds on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SplitWords {
    /// Orders of joining to draw, for more partners than can be looked at group by group.
    pub orders: Option<usize>,
    /// The seed of the draws.
    pub seed: u64,
    /// The unit of values in a CSV.
    pub unit: Option<String>,
    /// What values in a CSV are; costs where it is left out.
    pub kind: Option<GameKind>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SplitShape {
    title: Option<String>,
    #[serde(default)]
    unit: String,
    values: Option<Values>,
    #[serde(default)]
    partner: Vec<Spanned<PartnerShape>>,
    groups: Option<Groups>,
    groups_file: Option<String>,
    model: Option<ModelShape>,
    #[serde(default)]
    price_per_point: f64,
    estimates_within_percent: Option<Percent>,
    true_up: Option<TrueUpShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartnerShape {
    name: String,
    #[serde(default)]
    weights: std::collections::BTreeMap<String, f64>,
    fixed: Option<f64>,
    variable: Option<f64>,
    volume: Option<f64>,
    need: Option<f64>,
    users: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TrueUpShape {
    cost_pounds: f64,
    tolerance_percent: Percent,
    agreed: String,
    actual: String,
}

/// Players for whom the limits of the core are worked out: two programmes each.
const MOST_RANGED: usize = 16;

/// Splits what the file says, every way there is.
///
/// # Errors
/// Names the file, and the line where there is one, of what cannot be used.
pub fn split(path: &Path, words: &SplitWords) -> Result<Told, Trouble> {
    let file = OfficerFile::open(path)?;
    if file.is_csv() {
        let values = GroupValues::of_csv(&file)?;
        let kind = words.kind.unwrap_or(GameKind::Cost);
        let game = Game::from_groups(kind, values.names(), &values.groups).map_err(|fault| file.faulty(fault, &values.lines))?;
        let asked =
            Asked { title: file.title(), file: file.name(), unit: words.unit.clone().unwrap_or_default(), model: None, doubt: None };
        return whole(&file, &asked, (&game, &[], None), &[]);
    }
    let shape: SplitShape = file.toml()?;
    let reading = Reading { lines: shape.partner.iter().map(|partner| file.line_at(partner.span().start)).collect(), shape, file };
    reading.told(words)
}

/// A file that was read, with the line of each partner.
struct Reading {
    file: OfficerFile,
    shape: SplitShape,
    lines: Vec<usize>,
}

impl Reading {
    fn told(&self, words: &SplitWords) -> Result<Told, Trouble> {
        let asked = Asked {
            title: self.shape.title.clone().unwrap_or_else(|| self.file.title()),
            file: self.file.name(),
            unit: self.shape.unit.clone(),
            model: self.shape.model.as_ref().map(ModelShape::in_words),
            doubt: self.shape.estimates_within_percent.map(|percent| percent.0),
        };
        let weightings = self.weightings()?;
        let has_needs = self.partners().any(|partner| partner.need.is_some());
        let ways = [self.shape.groups.is_some() || self.shape.groups_file.is_some(), self.shape.model.is_some(), has_needs];
        if ways.iter().filter(|way| **way).count() != 1 {
            return Err(self.file.faulty(
                Fault::whole(
                    "it must say in one way what groups would cost alone",
                    "Give [groups] or groups_file, or [model] with fixed, variable and volume of each partner, or a need for each partner.",
                ),
                &[],
            ));
        }
        if has_needs {
            return self.nested(&asked);
        }
        let true_up = self.true_up(&weightings)?;
        if self.shape.model.is_some() {
            let model = self.model()?;
            if let (true, Some(orders)) = (model.partners().len() > MOST_PLAYERS, words.orders) {
                return self.sampled(&asked, &model, Draws { orders, seed: words.seed });
            }
            let game = Game::from_rule(GameKind::Cost, self.names(), |group| model.cost(group))
                .map_err(|fault| self.faulty(told_to_sample(fault)))?;
            return whole(&self.file, &asked, (&game, &weightings, true_up), &self.lines);
        }
        let game = self.game()?;
        whole(&self.file, &asked, (&game, &weightings, true_up), &self.lines)
    }

    fn partners(&self) -> impl Iterator<Item = &PartnerShape> {
        self.shape.partner.iter().map(Spanned::get_ref)
    }

    fn names(&self) -> Vec<String> {
        self.partners().map(|partner| partner.name.clone()).collect()
    }

    fn faulty(&self, fault: Fault) -> Trouble {
        self.file.faulty(fault, &self.lines)
    }

    /// The game of the groups listed here or in a file beside.
    fn game(&self) -> Result<Game, Trouble> {
        let kind = self.shape.values.unwrap_or(Values::Costs).kind();
        let beside = self.shape.groups_file.as_ref().map(|name| self.file.beside(name)).transpose()?;
        let (file, values) = match (&beside, &self.shape.groups) {
            (Some(file), _) => (file, GroupValues::of_csv(file)?),
            (None, Some(groups)) => (&self.file, GroupValues::of_toml(&self.file, groups)),
            (None, None) => (&self.file, GroupValues::default()),
        };
        let names = if self.shape.partner.is_empty() { values.names() } else { self.names() };
        // Names are looked at first, so that a fault of theirs is told with the line of the partner.
        refuse_doubled_names(&names).map_err(|fault| self.faulty(fault))?;
        Game::from_groups(kind, names, &values.groups).map_err(|fault| file.faulty(fault, &values.lines))
    }

    fn model(&self) -> Result<CostModel, Trouble> {
        let shape = self.shape.model.as_ref().expect("the caller has looked");
        let mut partners = Vec::new();
        for (row, partner) in self.partners().enumerate() {
            let (Some(fixed), Some(variable)) = (partner.fixed, partner.variable) else {
                let fault =
                    Fault::at(row, format!("{} has no fixed or no variable cost", partner.name), "Give both, 0 where there is none.");
                return Err(self.faulty(fault));
            };
            partners.push(PartnerCosts { name: partner.name.clone(), fixed, variable, volume: partner.volume.unwrap_or(0.0) });
        }
        CostModel::of(partners, shape.sharing(self.shape.price_per_point)).map_err(|fault| self.faulty(fault))
    }

    /// Every weight that any partner has, which then all must have.
    fn weightings(&self) -> Result<Vec<Weighting>, Trouble> {
        let names: std::collections::BTreeSet<&String> = self.partners().flat_map(|partner| partner.weights.keys()).collect();
        let mut weightings = Vec::new();
        for name in names {
            let mut weights = Vec::new();
            for (row, partner) in self.partners().enumerate() {
                let weight = partner.weights.get(name).copied().ok_or_else(|| {
                    let fault = Fault::at(
                        row,
                        format!("{} has no weight {name:?}, which others have", partner.name),
                        "Give it, 0 where it has none.",
                    );
                    self.faulty(fault)
                })?;
                if !weight.is_finite() || weight < 0.0 {
                    let fault = Fault::at(row, format!("the weight {name:?} of {} is {weight}", partner.name), "Write 0 or more.");
                    return Err(self.faulty(fault));
                }
                weights.push(weight);
            }
            weightings.push(Weighting { name: name.clone(), weights });
        }
        Ok(weightings)
    }

    fn true_up(&self, weightings: &[Weighting]) -> Result<Option<TrueUp>, Trouble> {
        let Some(shape) = &self.shape.true_up else { return Ok(None) };
        let weights = |name: &String| {
            let found = weightings.iter().find(|weighting| weighting.name == *name).map(|weighting| &weighting.weights);
            found.ok_or_else(|| {
                self.faulty(Fault::whole(
                    format!("no partner has a weight {name:?}, by which to true up"),
                    "Give it to each partner under weights.",
                ))
            })
        };
        let pence = (shape.cost_pounds * 100.0).round();
        if !pence.is_finite() || pence.abs() > 9e15 {
            return Err(self.faulty(Fault::whole(format!("cost_pounds is {}", shape.cost_pounds), "Write the cost of the year in pounds.")));
        }
        let made = true_up(Pence(pence as i64), weights(&shape.agreed)?, weights(&shape.actual)?, shape.tolerance_percent.0);
        made.map(Some).map_err(|fault| self.faulty(fault))
    }

    fn nested(&self, asked: &Asked) -> Result<Told, Trouble> {
        let mut needs = Vec::new();
        for (row, partner) in self.partners().enumerate() {
            let cost = partner.need.ok_or_else(|| {
                self.faulty(Fault::at(
                    row,
                    format!("{} has no need, which others have", partner.name),
                    "Write what would meet its need alone.",
                ))
            })?;
            needs.push(Need { cost, users: partner.users.unwrap_or(1) });
        }
        // The names are held to what those of any game are.
        refuse_doubled_names(&self.names()).map_err(|fault| self.faulty(fault))?;
        let split = NestedSplit {
            names: self.names(),
            by_rule: airport(&needs).map_err(|fault| self.faulty(fault))?,
            by_nucleolus: airport_nucleolus(&needs).map_err(|fault| self.faulty(fault))?,
            needs,
        };
        Ok(split_told::nested(asked, &split))
    }

    fn sampled(&self, asked: &Asked, model: &CostModel, draws: Draws) -> Result<Told, Trouble> {
        let names = self.names();
        let sampled = sampled_shapley(names.len(), draws, |group| model.cost(group)).map_err(|fault| self.faulty(fault))?;
        Ok(split_told::sampled(asked, model, &sampled))
    }
}

/// A game with all its splits.
fn whole(
    file: &OfficerFile,
    asked: &Asked,
    (game, weightings, true_up): (&Game, &[Weighting], Option<TrueUp>),
    lines: &[usize],
) -> Result<Told, Trouble> {
    let comparison = compare(game, weightings).map_err(|fault| file.faulty(fault, lines))?;
    let has_few = game.players().len() <= MOST_RANGED;
    let ranges = if has_few { core_ranges(game).map_err(|fault| file.faulty(fault, lines))? } else { None };
    let figures = Figures::of(&asked.unit, game.alone().into_iter().chain([game.total()]));
    let draws = Draws { orders: split_told::DRAWS, seed: 1 };
    let chances = |doubt: f64| comparison.splits.iter().map(|split| chance_of_holding(game, &split.amounts, doubt, draws)).collect();
    let doubt = asked.doubt.filter(|_| has_few).map(|doubt| (doubt, chances(doubt)));
    Ok(split_told::whole(
        asked,
        &WholeSplit { game, comparison: &comparison, ranges: ranges.as_deref(), true_up: true_up.as_ref(), doubt, figures },
    ))
}

fn told_to_sample(fault: Fault) -> Fault {
    if fault.try_next.contains("sampling") {
        Fault { try_next: format!("{} Sampling is asked for by --sample 10000.", fault.try_next), ..fault }
    } else {
        fault
    }
}
