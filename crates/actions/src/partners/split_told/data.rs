//! The splits as data, for another program.
//!
//! The rule: numbers as they were worked out, unrounded, in the unit of the file; the true-up in whole pence.

use partnerships::{Coalition, Floor, Split, TrueUp, TrueUpLine};
use serde_json::{Value, json};

use super::{Asked, WholeSplit};

impl WholeSplit<'_> {
    /// The whole answer.
    pub(super) fn data(&self, asked: &Asked) -> Value {
        let splits: Vec<Value> = self.comparison.splits.iter().enumerate().map(|(place, split)| self.split_data(place, split)).collect();
        json!({
            "title": asked.title,
            "unit": asked.unit,
            "values": if self.is_cost() { "costs" } else { "savings" },
            "partners": self.game.players(),
            "total": self.game.total(),
            "alone": self.game.alone(),
            "has_core": self.comparison.has_core(),
            "least_core": self.comparison.least_core,
            "core_ranges": self.ranges,
            "splits": splits,
            "why": self.comparison.why(),
            "true_up": self.true_up.map(true_up_data),
        })
    }

    fn split_data(&self, place: usize, split: &Split) -> Value {
        let members = |group: Coalition| group.members().map(|player| self.game.players()[player].clone()).collect::<Vec<_>>();
        let worst = split.better_outside.worst.iter();
        let worst: Vec<Value> = worst.map(|(group, gain)| json!({ "members": members(*group), "gain": gain })).collect();
        let payments = match &split.floor {
            Floor::Reached(payments) => json!(payments),
            Floor::Holds | Floor::OutOfReach(_) => Value::Null,
        };
        json!({
            "rule": split.rule.name(),
            "recommended": place == self.comparison.recommended,
            "amounts": split.amounts,
            "groups_better_outside": split.better_outside.count,
            "worst": worst,
            "side_payments": payments,
            "holds_together": self.doubt.as_ref().map(|(_, chances)| chances[place]),
        })
    }
}

fn true_up_data(true_up: &TrueUp) -> Value {
    let line = |line: &TrueUpLine| {
        json!({
            "agreed": line.agreed,
            "actual": line.actual,
            "charged_pence": line.charged.0,
            "adjustment_pence": line.adjustment.0,
        })
    };
    let lines: Vec<Value> = true_up.lines.iter().map(line).collect();
    json!({ "is_due": true_up.is_due(), "furthest": true_up.furthest, "tolerance": true_up.tolerance, "lines": lines })
}
