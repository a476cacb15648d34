//! What every group of partners would cost, or save, by itself.
//!
//! The rule: a game is complete. Every group has a finite value, or the game is not made and the fault names the first
//! group that is missing and how many are. Values are floats in whatever unit the caller names, since they are modelled and
//! never ledger pounds.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{Coalition, Fault, fault::refuse_doubled_names};

/// What the values of a game are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GameKind {
    /// What a group would pay by itself: less is better.
    Cost,
    /// What a group would save by itself: more is better.
    Saving,
}

/// What every group of 2 to 24 players would cost or save by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Game {
    kind: GameKind,
    players: Vec<String>,
    /// One value a group, at [`Coalition::place`]; nobody is worth 0.
    values: Vec<f64>,
}

/// Most players of a dense game: 2^24 values are 128 MB.
pub const MOST_PLAYERS: usize = 24;

impl Game {
    /// A game from groups as an officer lists them, each a list of names and a value.
    ///
    /// # Errors
    /// Names the row of a group that is given twice, names nobody known, names a partner twice or has no finite value; and
    /// the first group for which there is no row.
    pub fn from_groups(kind: GameKind, players: Vec<String>, groups: &[(Vec<String>, f64)]) -> Result<Game, Fault> {
        refuse_players(&players)?;
        let mut values = vec![f64::NAN; 1 << players.len()];
        values[0] = 0.0;
        let mut rows: BTreeMap<Coalition, usize> = BTreeMap::new();
        for (row, (names, value)) in groups.iter().enumerate() {
            let group = group_named(&players, names).map_err(|because| {
                Fault::at(row, because, "Name each partner of the group once, as it is written in the list of partners.")
            })?;
            if let Some(before) = rows.insert(group, row) {
                return Err(Fault::at(
                    row,
                    format!("the group {} has a value already (number {} of the list)", named(&players, group), before + 1),
                    "Keep one of the two.",
                ));
            }
            refuse_value(kind, *value, &named(&players, group)).map_err(|fault| Fault { row: Some(row), ..fault })?;
            values[group.place()] = *value;
        }
        refuse_gaps(&players, &values)?;
        Ok(Game { kind, players, values })
    }

    /// A game from a rule that says what a group would cost or save by itself. The rule is asked once for each group.
    ///
    /// # Errors
    /// When there are fewer than 2 or more than 24 players, one is named twice, or a value is not finite.
    pub fn from_rule(kind: GameKind, players: Vec<String>, rule: impl Fn(Coalition) -> f64 + Sync) -> Result<Game, Fault> {
        refuse_players(&players)?;
        let groups = Coalition::everybody(players.len()).0;
        let values: Vec<f64> = (0..=groups).into_par_iter().map(|bits| if bits == 0 { 0.0 } else { rule(Coalition(bits)) }).collect();
        Game::from_values(kind, players, values)
    }

    /// A game from a dense table: the value of each group at its bits, the first player the lowest bit, the first value 0.
    ///
    /// # Errors
    /// When there are not 2^n values for n players, the first is not 0, or one is not finite.
    pub fn from_values(kind: GameKind, players: Vec<String>, values: Vec<f64>) -> Result<Game, Fault> {
        refuse_players(&players)?;
        if values.len() != 1 << players.len() || values[0] != 0.0 {
            return Err(Fault::whole(
                format!(
                    "{} partners have {} groups with nobody, and {} values were given",
                    players.len(),
                    1 << players.len(),
                    values.len()
                ),
                "Give one value a group, and 0 for nobody first.",
            ));
        }
        if let Some(bits) = (1..values.len()).find(|bits| refuse_value(kind, values[*bits], "").is_err()) {
            refuse_value(kind, values[bits], &named(&players, Coalition(bits as u64)))?;
        }
        Ok(Game { kind, players, values })
    }

    /// Whether values are costs or savings.
    pub fn kind(&self) -> GameKind {
        self.kind
    }

    /// Names, the first player first.
    pub fn players(&self) -> &[String] {
        &self.players
    }

    /// The value of a group.
    pub fn value(&self, group: Coalition) -> f64 {
        self.values[group.place()]
    }

    /// Every value, at the bits of its group.
    pub fn values(&self) -> &[f64] {
        &self.values
    }

    /// All players.
    pub fn everybody(&self) -> Coalition {
        Coalition::everybody(self.players.len())
    }

    /// What the whole group costs or saves.
    pub fn total(&self) -> f64 {
        self.value(self.everybody())
    }

    /// What each player costs or saves alone.
    pub fn alone(&self) -> Vec<f64> {
        (0..self.players.len()).map(|player| self.value(Coalition::alone(player))).collect()
    }

    /// Names of a group, such as `Ashby, Brook and Cale`.
    pub fn named(&self, group: Coalition) -> String {
        named(&self.players, group)
    }

    /// By how much a group does better inside a split than by itself; negative where it would be better off outside.
    /// It is c(S) - x(S) for costs and x(S) - v(S) for savings: the excess of the literature, with its sign.
    pub fn advantage(&self, group: Coalition, amounts: &[f64]) -> f64 {
        self.advantage_over(group, group.members().map(|player| amounts[player]).sum())
    }

    /// By how much a group that pays (or gets) `inside` together does better than by itself.
    pub fn advantage_over(&self, group: Coalition, inside: f64) -> f64 {
        match self.kind {
            GameKind::Cost => self.value(group) - inside,
            GameKind::Saving => inside - self.value(group),
        }
    }

    /// A difference in the unit of the values that is no more than rounding.
    pub fn rounding(&self) -> f64 {
        let largest = self.values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
        largest.max(f64::MIN_POSITIVE) * 1e-9
    }

    /// The saving of every group against its members alone: v(S) = sum of c({i}) less c(S). A saving game is its own.
    pub fn savings(&self) -> Game {
        let alone = self.alone();
        let saved = |group: Coalition| group.members().map(|player| alone[player]).sum::<f64>() - self.value(group);
        match self.kind {
            GameKind::Saving => self.clone(),
            GameKind::Cost => Game {
                kind: GameKind::Saving,
                players: self.players.clone(),
                values: (0..self.values.len() as u64).map(|bits| saved(Coalition(bits))).collect(),
            },
        }
    }
}

/// Names of a group, such as `Ashby, Brook and Cale`.
fn named(players: &[String], group: Coalition) -> String {
    let names: Vec<&str> = group.members().map(|player| players[player].as_str()).collect();
    listed(&names)
}

/// Names as a sentence has them.
pub(crate) fn listed(names: &[&str]) -> String {
    match names {
        [] => "nobody".to_string(),
        [only] => (*only).to_string(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn refuse_players(players: &[String]) -> Result<(), Fault> {
    refuse_doubled_names(players)?;
    match players.len() {
        0 | 1 => Err(Fault::whole("there is nobody to share with", "Name two partners or more.")),
        2..=MOST_PLAYERS => Ok(()),
        many => Err(Fault::whole(
            format!("{many} partners have 2^{many} groups, and at most 2^{MOST_PLAYERS} can be looked at one by one"),
            "Ask for an estimate by sampling, put partners that always act together under one name, or use the rule for nested needs.",
        )),
    }
}

fn refuse_value(kind: GameKind, value: f64, group: &str) -> Result<(), Fault> {
    if !value.is_finite() {
        return Err(Fault::whole(format!("the value of {group} is {value}, which is no amount"), "Write a number."));
    }
    if kind == GameKind::Cost && value < 0.0 {
        return Err(Fault::whole(
            format!("the cost of {group} is {value}, below zero"),
            "Write costs as they are paid; where values are savings, say so.",
        ));
    }
    Ok(())
}

fn refuse_gaps(players: &[String], values: &[f64]) -> Result<(), Fault> {
    let missing = values.iter().filter(|value| value.is_nan()).count();
    let by_size = |bits: &usize| (Coalition(*bits as u64).size(), *bits);
    let Some(first) = (0..values.len()).filter(|bits| values[*bits].is_nan()).min_by_key(by_size) else { return Ok(()) };
    let others = match missing {
        1 => String::new(),
        2 => ", nor has another one".to_string(),
        many => format!(", nor have {} others", many - 1),
    };
    Err(Fault::whole(
        format!("the group {} has no value{others}", named(players, Coalition(first as u64))),
        format!("{} partners need {} values, one for each group of them.", players.len(), values.len() - 1),
    ))
}

fn group_named(players: &[String], names: &[String]) -> Result<Coalition, String> {
    let mut group = Coalition::NOBODY;
    for name in names {
        let player = players.iter().position(|player| player.trim().eq_ignore_ascii_case(name.trim()));
        let player = player.ok_or_else(|| format!("no partner is called {name:?}"))?;
        if group.has(player) {
            return Err(format!("the partner {name:?} is named twice in one group"));
        }
        group = group.with(player);
    }
    if group == Coalition::NOBODY { Err("a group has no members".to_string()) } else { Ok(group) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three(groups: &str) -> Result<Game, Fault> {
        let read = |line: &str| {
            let (names, value) = line.split_once(' ').unwrap();
            (names.split('+').map(str::to_string).collect(), value.parse().unwrap())
        };
        let groups: Vec<(Vec<String>, f64)> = groups.split(", ").map(read).collect();
        Game::from_groups(GameKind::Cost, ["A", "B", "C"].map(str::to_string).to_vec(), &groups)
    }

    #[test]
    fn every_group_has_its_value_whatever_the_order_of_rows_or_names() {
        let game = three("C+B 7, A 1, A+B+C 9, B 2, A+C 6, C 4, A+B 3").unwrap();
        assert_eq!(game.values(), [0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 7.0, 9.0]);
        assert_eq!(game.savings().values(), [0.0, 0.0, 0.0, 0.0, 0.0, -1.0, -1.0, -2.0]);
    }

    #[test]
    fn a_group_without_a_value_is_named_with_how_many_are_missing() {
        let fault = three("A 1, B 2, C 4, A+B 3, A+B+C 9").unwrap_err();
        assert!(fault.because.contains("the group A and C has no value, nor has another one"), "{fault}");
    }

    #[test]
    fn a_row_that_names_a_stranger_a_partner_twice_or_no_amount_is_named() {
        let row = |groups: &str| three(groups).unwrap_err();
        assert_eq!(row("A 1, D 2").row, Some(1));
        assert!(row("A 1, D 2").because.contains("no partner is called \"D\""));
        assert!(row("A+A 1").because.contains("named twice in one group"));
        assert!(row("A 1, B 2, A 3").because.contains("has a value already (number 1 of the list)"));
        assert!(row("A NaN").because.contains("NaN, which is no amount"));
        assert!(row("A inf").because.contains("inf, which is no amount"));
        assert!(row("A -1").because.contains("below zero"));
    }

    #[test]
    fn sixty_partners_asked_for_exactly_are_told_what_to_do_instead() {
        let players = (0..60).map(|number| format!("Body {number}")).collect();
        let fault = Game::from_rule(GameKind::Cost, players, |_| 1.0).unwrap_err();
        assert!(fault.because.contains("60 partners have 2^60 groups") && fault.try_next.contains("sampling"), "{fault}");
    }

    #[test]
    fn a_partner_named_twice_is_refused_whatever_the_letters_case() {
        let fault = Game::from_rule(GameKind::Cost, vec!["Ashby".into(), "Brook".into(), "ashby".into()], |_| 1.0).unwrap_err();
        assert_eq!(fault.row, Some(2));
    }
}
