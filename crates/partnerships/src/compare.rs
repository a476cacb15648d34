//! Splits side by side, which is recommended, and why.
//!
//! The rule: every split is put to the same question, whether any group would be better off outside, and to the floor that
//! nobody does worse than alone. Where some split leaves no group better off outside, the nucleolus per member is
//! recommended: it is in the core, and nobody pays less when the total rises (Young, Okada and Hashimoto 1982). Where none
//! does, the Shapley value, with the warning that the whole group does not hold together by any split. A recommendation is
//! ours, and is said to be.

use crate::groups::Yardstick;
use crate::nucleolus::{least_core, nucleolus};
use crate::proportional::{by_weight, separable_costs_remaining_benefits};
use crate::shapley::shapley;
use crate::stability::{BetterOutside, better_outside};
use crate::{Fault, Game, GameKind};

/// How a split is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// As a weight is: residents, spend, use.
    ByWeight(String),
    /// Separable costs, remaining benefits.
    SeparableCosts,
    /// The Shapley value.
    Shapley,
    /// The nucleolus.
    Nucleolus,
    /// The nucleolus per member.
    NucleolusPerMember,
    /// The nucleolus for each pound of a group's own cost.
    NucleolusPerCost,
}

/// A weight by which to divide.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighting {
    /// What it is, such as `residents`.
    pub name: String,
    /// One number a partner, 0 or more.
    pub weights: Vec<f64>,
}

/// One split and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// How it is made.
    pub rule: Rule,
    /// What each pays (or gets).
    pub amounts: Vec<f64>,
    /// Groups that would be better off outside.
    pub better_outside: BetterOutside,
    /// What brings everybody to no worse than alone.
    pub floor: Floor,
}

/// The floor under a split: nobody worse off than alone.
#[derive(Clone, Debug, PartialEq)]
pub enum Floor {
    /// Nobody is.
    Holds,
    /// Side payments bring it about: what each is paid (pays, where negative) on top; they add up to nothing.
    Reached(Vec<f64>),
    /// No payments can: the whole group does worse than all alone, by this much.
    OutOfReach(f64),
}

/// Splits side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Weights first, in the order given, then the others from the simple to the demanding.
    pub splits: Vec<Split>,
    /// The highest advantage that every group can have at once; below 0 where no split keeps all inside.
    pub least_core: f64,
    /// True where some split keeps every group inside.
    has_core: bool,
    /// Which split is recommended.
    pub recommended: usize,
}

/// What a rule promises, whatever the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Promises {
    /// Nobody does worse than alone.
    pub never_worse_than_alone: &'static str,
    /// In the core wherever there is one.
    pub in_the_core: &'static str,
    /// Nobody pays less when the total rises.
    pub nobody_pays_less_when_the_total_rises: &'static str,
    /// How many figures it needs, for n partners.
    pub figures_needed: &'static str,
}

/// Players for whom nucleoli are worked out here: beyond, three of them take minutes, and the Shapley value stands alone.
const MOST_SETTLED: usize = 20;

/// Players for whom the nucleolus for each pound of cost is worked out here: its programmes take a hundred times the steps of the
/// others, two seconds for 16 of a model and many minutes for 20.
const MOST_SETTLED_BY_COST: usize = 16;

/// Groups shown of those that would be better off outside.
const MOST_SHOWN: usize = 10;

/// Every split of a game, judged.
///
/// # Errors
/// Names the weight that cannot be used; and as [`nucleolus`].
pub fn compare(game: &Game, weightings: &[Weighting]) -> Result<Comparison, Fault> {
    let mut made = Vec::new();
    for weighting in weightings {
        let amounts = by_weight(game.total(), &weighting.weights)
            .and_then(|amounts| if amounts.len() == game.players().len() { Ok(amounts) } else { Err(too_few(game, weighting)) })
            .map_err(|fault| Fault { because: format!("by {}: {}", weighting.name, fault.because), ..fault })?;
        made.push((Rule::ByWeight(weighting.name.clone()), amounts));
    }
    made.push((Rule::SeparableCosts, separable_costs_remaining_benefits(game)));
    made.push((Rule::Shapley, shapley(game)));
    if game.players().len() <= MOST_SETTLED {
        made.push((Rule::Nucleolus, nucleolus(game, Yardstick::Plain)?));
        made.push((Rule::NucleolusPerMember, nucleolus(game, Yardstick::PerMember)?));
    }
    if game.players().len() <= MOST_SETTLED_BY_COST {
        // A game of savings, or with a group that costs nothing, has no such nucleolus, and is compared without it.
        made.extend(nucleolus(game, Yardstick::PerCost).ok().map(|amounts| (Rule::NucleolusPerCost, amounts)));
    }
    let splits: Vec<Split> = made.into_iter().map(|(rule, amounts)| judged(game, rule, amounts)).collect();
    let least_core = least_core(game, Yardstick::Plain)?;
    let has_core = least_core >= -game.rounding();
    let place = |wanted: &Rule| splits.iter().position(|split| split.rule == *wanted);
    let settled = place(&Rule::NucleolusPerMember).filter(|_| has_core);
    let recommended = settled.or_else(|| place(&Rule::Shapley)).expect("the Shapley value is made above");
    Ok(Comparison { recommended, splits, least_core, has_core })
}

/// What [`compare`] leaves out of a game for its size, as a sentence.
pub fn left_out_for_size(game: &Game) -> Option<&'static str> {
    let players = game.players().len();
    let is_small = players <= MOST_SETTLED_BY_COST || players <= MOST_SETTLED && game.kind() == GameKind::Saving;
    if is_small {
        None
    } else if players <= MOST_SETTLED {
        Some("With more than 16 partners the nucleolus per pound of cost is left out: it would take minutes.")
    } else {
        Some("With more than 20 partners the nucleoli are left out: they would take minutes.")
    }
}

/// A split put to its questions.
pub fn judged(game: &Game, rule: Rule, amounts: Vec<f64>) -> Split {
    Split { better_outside: better_outside(game, &amounts, MOST_SHOWN), floor: floor(game, &amounts), rule, amounts }
}

/// What brings everybody to no worse than alone: who does worse is paid the difference, by the others in proportion to what they gain.
pub fn floor(game: &Game, amounts: &[f64]) -> Floor {
    let gain = |player: usize| game.advantage(crate::Coalition::alone(player), amounts);
    let gains: Vec<f64> = (0..amounts.len()).map(gain).collect();
    let lost: f64 = gains.iter().filter(|gain| **gain < -game.rounding()).map(|gain| -gain).sum();
    let gained: f64 = gains.iter().filter(|gain| **gain > 0.0).sum();
    if lost == 0.0 {
        Floor::Holds
    } else if lost > gained + game.rounding() {
        Floor::OutOfReach(lost - gained)
    } else {
        Floor::Reached(gains.iter().map(|gain| if *gain < -game.rounding() { -gain } else { -gain.max(0.0) * lost / gained }).collect())
    }
}

impl Rule {
    /// Its name in a table.
    pub fn name(&self) -> String {
        match self {
            Rule::ByWeight(weight) => format!("By {weight}"),
            Rule::SeparableCosts => "Separable costs, remaining benefits".to_string(),
            Rule::Shapley => "Shapley value".to_string(),
            Rule::Nucleolus => "Nucleolus".to_string(),
            Rule::NucleolusPerMember => "Nucleolus per member".to_string(),
            Rule::NucleolusPerCost => "Nucleolus per pound of cost".to_string(),
        }
    }

    /// Its name at the head of a narrow column.
    pub fn short_name(&self) -> String {
        match self {
            Rule::SeparableCosts => "Separable costs".to_string(),
            Rule::NucleolusPerMember => "Per member".to_string(),
            Rule::NucleolusPerCost => "Per pound".to_string(),
            other => other.name(),
        }
    }

    /// What it does, in words a member can repeat.
    pub fn in_words(&self) -> String {
        match self {
            Rule::ByWeight(weight) => format!("Each bears its part of the {weight}. It asks nothing about what anybody could do alone."),
            Rule::SeparableCosts => "Each first bears what only its own joining brings about; the rest is shared as joining still \
            benefits each."
                .to_string(),
            Rule::Shapley => "Each bears what it adds, on average over every order in which the partners could have joined.".to_string(),
            Rule::Nucleolus => "The group of partners that gains least by staying gains as much as any split can give it; then the next, \
            and so on."
                .to_string(),
            Rule::NucleolusPerMember => "The group that gains least for each of its members gains as much as any split can give it; then \
            the next, and so on."
                .to_string(),
            Rule::NucleolusPerCost => "The group that gains least for each pound it would cost alone gains as much as any split can give \
            it; then the next, and so on."
                .to_string(),
        }
    }

    /// What it promises. The Shapley value and separable costs keep nobody worse than alone where joining never costs more than staying apart.
    pub fn promises(&self) -> Promises {
        let promises = |alone, core, total, figures| Promises {
            never_worse_than_alone: alone,
            in_the_core: core,
            nobody_pays_less_when_the_total_rises: total,
            figures_needed: figures,
        };
        match self {
            Rule::ByWeight(_) => promises("no", "no", "yes", "n + 1"),
            Rule::SeparableCosts => promises("where joining always saves", "no", "no", "2n + 1"),
            Rule::Shapley => {
                promises("where joining always saves", "where each joiner adds less than the one before", "yes", "every group")
            }
            Rule::Nucleolus => promises("yes", "yes", "no", "every group"),
            Rule::NucleolusPerMember => promises("where there is a core", "yes", "yes", "every group"),
            Rule::NucleolusPerCost => promises("where there is a core", "yes", "yes", "every group"),
        }
    }
}

impl Comparison {
    /// The recommended split.
    pub fn recommended(&self) -> &Split {
        &self.splits[self.recommended]
    }

    /// True where some split keeps every group inside.
    pub fn has_core(&self) -> bool {
        self.has_core
    }

    /// Why it is recommended.
    pub fn why(&self) -> &'static str {
        match (&self.recommended().rule, self.has_core) {
            (Rule::Shapley, true) => {
                "So many partners have too many groups for a nucleolus, which would keep all inside. Each bears what it adds; look below at who \
                would be better off outside, and whether partners that act together can stand under one name."
            }
            (Rule::Shapley, false) => {
                "Whatever the split, some group would be better off outside: the whole group does not hold together by money alone. The Shapley \
                value is recommended, since each bears what it adds; look at smaller groups before agreeing to this one."
            }
            _ => {
                "Under some splits no group would be better off outside. Of those this one leaves the group that gains least for each of its \
                members as well off as can be, and nobody pays less because the total has risen."
            }
        }
    }
}

fn too_few(game: &Game, weighting: &Weighting) -> Fault {
    Fault::whole(
        format!("there are {} weights for {} partners", weighting.weights.len(), game.players().len()),
        "Give every partner a weight.",
    )
}
