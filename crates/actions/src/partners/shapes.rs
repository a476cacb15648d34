//! Words that several files about partners share: percentages, groups with values, how costs behave.
//!
//! The rule: a percentage is written as people say it, 3 for 3 %. A number between 0 and 1 is refused, since nobody can
//! tell whether 0.03 is 3 % or three hundredths of one; `"0.5 %"` in quotes says so without doubt. A word that is not known
//! is refused, never passed over.

use std::collections::BTreeMap;
use std::fmt;

use definitions::Trouble;
use partnerships::{Fault, GameKind, Sharing};
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};
use toml::Spanned;

use super::officer_file::OfficerFile;

/// A fraction from 0 to 1, written in percent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Percent(pub(super) f64);

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Percent, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Percent;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a percentage such as 3 or \"0.5 %\"")
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Percent, E> {
                self.visit_f64(number as f64)
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Percent, E> {
                if number > 0.0 && number < 1.0 {
                    return Err(E::custom(format!(
                        "{number} may be {} % or {number} %: write {} for the one, \"{number} %\" in quotes for the other",
                        number * 100.0,
                        number * 100.0
                    )));
                }
                percent(number).map_err(E::custom)
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Percent, E> {
                let number = text.trim().strip_suffix('%').and_then(|number| number.trim().parse().ok());
                number
                    .ok_or_else(|| E::custom(format!("{text:?} is no percentage; write 3 or \"0.5 %\"")))
                    .and_then(|number| percent(number).map_err(E::custom))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

fn percent(number: f64) -> Result<Percent, String> {
    if (0.0..=100.0).contains(&number) { Ok(Percent(number / 100.0)) } else { Err(format!("{number} % is not from 0 to 100")) }
}

/// What values of groups are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Values {
    /// What a group would pay by itself.
    Costs,
    /// What a group would save by itself.
    #[default]
    Savings,
}

impl Values {
    /// As the room says it.
    pub(super) fn kind(self) -> GameKind {
        match self {
            Values::Costs => GameKind::Cost,
            Values::Savings => GameKind::Saving,
        }
    }
}

/// `[model]`: how costs behave when partners join.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModelShape {
    /// The part of doubled fixed costs that goes.
    #[serde(default)]
    fixed_saved_percent: Percent,
    /// How much cheaper a unit of work is at twice the volume.
    #[serde(default)]
    saved_by_doubling_percent: Percent,
    /// The volume beyond which more is no cheaper.
    enough_volume: Option<f64>,
}

impl ModelShape {
    /// As the room says it, with a price for each trust fracture point.
    pub(super) fn sharing(&self, price_per_point: f64) -> Sharing {
        Sharing {
            fixed_saved: self.fixed_saved_percent.0,
            saved_by_doubling: self.saved_by_doubling_percent.0,
            enough_volume: self.enough_volume.unwrap_or(f64::INFINITY),
            price_per_point,
        }
    }

    /// In a sentence.
    pub(super) fn in_words(&self) -> String {
        let enough =
            self.enough_volume.map_or("no limit to that".to_string(), |volume| format!("nothing more beyond a volume of {volume}"));
        format!(
            "Modelled: partners who join keep the largest fixed cost and save {:.0} % of the others; work costs {:.1} % less each time its volume \
            doubles, with {enough}. These are assumptions of the file, not findings.",
            self.fixed_saved_percent.0 * 100.0,
            self.saved_by_doubling_percent.0 * 100.0
        )
    }
}

/// `[groups]`: a value for each group, as `"Ashby + Brook" = 34.69`.
pub(super) type Groups = BTreeMap<Spanned<String>, f64>;

/// Groups with their values, each with the line it stands on.
#[derive(Debug, Default)]
pub(super) struct GroupValues {
    /// Members and value.
    pub(super) groups: Vec<(Vec<String>, f64)>,
    /// The line of each.
    pub(super) lines: Vec<usize>,
}

impl GroupValues {
    /// From `[groups]` of a TOML file.
    pub(super) fn of_toml(file: &OfficerFile, groups: &Groups) -> GroupValues {
        let mut rows: Vec<(usize, &str, f64)> =
            groups.iter().map(|(name, value)| (file.line_at(name.span().start), name.get_ref().as_str(), *value)).collect();
        rows.sort_by_key(|(line, _, _)| *line);
        GroupValues {
            groups: rows.iter().map(|(_, name, value)| (members(name), *value)).collect(),
            lines: rows.iter().map(|(line, _, _)| *line).collect(),
        }
    }

    /// From a CSV with the columns members and value.
    pub(super) fn of_csv(file: &OfficerFile) -> Result<GroupValues, Trouble> {
        let (headings, rows) = file.csv()?;
        let (who, value) = (file.column(&headings, &["members", "group"])?, file.column(&headings, &["value", "cost", "saving"])?);
        let mut values = GroupValues::default();
        for row in &rows {
            values.groups.push((members(row.cells.get(who).unwrap_or_default()), file.number(row, value)?));
            values.lines.push(row.line);
        }
        if values.groups.is_empty() {
            return Err(file.wrong_at(1, "there is no group in it", "Write one group a line, such as Ashby + Brook,34.69"));
        }
        Ok(values)
    }

    /// Everybody who is named, in the order in which they are first named.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for name in self.groups.iter().flat_map(|(members, _)| members) {
            if !names.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                names.push(name.clone());
            }
        }
        names
    }
}

/// The members of `Ashby + Brook`.
fn members(group: &str) -> Vec<String> {
    group.split('+').map(|name| name.trim().to_string()).filter(|name| !name.is_empty()).collect()
}

/// The place of a name in a list, whatever its letters' case.
pub(super) fn place_of(names: &[String], name: &str) -> Result<usize, Fault> {
    let found = names.iter().position(|known| known.trim().eq_ignore_ascii_case(name.trim()));
    found.ok_or_else(|| Fault::whole(format!("no body is called {name:?}"), format!("The bodies are {}.", names.join(", "))))
}
