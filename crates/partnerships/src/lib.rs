#![doc = include_str!("../README.md")]

// Who the partners are, and what each group of them would cost or save.
mod coalition;
mod fault;
mod game;
mod model;

// How to divide it, from the simple to the demanding.
mod compare;
mod nested;
mod nucleolus;
mod pence;
mod proportional;
mod sampling;
mod shapley;
mod stability;

// Who should group with whom, and what trust that takes.
mod constraints;
mod cover;
mod grouping;
mod improve;
mod partition;
mod trust;

// Where shared sites should be.
mod assign;
mod locate;
mod relaxed;
mod sites;

// What the answers stand on.
mod groups;
mod linear;
mod random;
mod span;

pub use coalition::Coalition;
pub use compare::{Comparison, Floor, Promises, Rule, Split, Weighting, compare, floor, judged, left_out_for_size};
pub use constraints::Constraint;
pub use fault::{Fault, refuse_doubled_names};
pub use game::{Game, GameKind, MOST_PLAYERS};
pub use grouping::{Division, Grouped, Grouping, MOST_EXACT, Respect, Worth, best_groups, respect};
pub use groups::Yardstick;
pub use model::{CostModel, PartnerCosts, Sharing};
pub use nested::{Need, airport, airport_nucleolus};
pub use nucleolus::{can_spare_each_player, least_core, nucleolus};
pub use pence::{TrueUp, TrueUpLine, in_pence, true_up};
pub use proportional::{by_weight, separable, separable_costs_remaining_benefits};
pub use sampling::{Draws, Sampled, sampled_shapley};
pub use shapley::shapley;
pub use sites::{Journey, Located, MOST_SITES, Place, Site, Sites, best_sites};
pub use stability::{BetterOutside, better_outside, chance_of_holding, core_ranges, has_core};
pub use trust::{SeatRow, Seating, Structure, Structures, points_in_two_tiers, seating, structures};
