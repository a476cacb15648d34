//! Reads bodies, what groups of them are worth and what they must keep to, and asks for the best divisions.
//!
//! The rule: a constraint is asked for by name, and its figures stand with the bodies. A constraint whose figures are
//! missing is refused, since a group that was never checked is not one that keeps to it.

use std::collections::BTreeMap;
use std::path::Path;

use definitions::Trouble;
use partnerships::{Coalition, Constraint, CostModel, Fault, GameKind, Grouping, PartnerCosts, best_groups, refuse_doubled_names, respect};
use serde::Deserialize;
use toml::Spanned;

use super::Told;
use super::group_told::{self, Answer};
use super::officer_file::OfficerFile;
use super::shapes::{GroupValues, Groups, ModelShape, Values, place_of};

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupShape {
    title: Option<String>,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    values: Values,
    #[serde(default)]
    price_per_point: f64,
    #[serde(default)]
    body: Vec<Spanned<BodyShape>>,
    groups: Option<Groups>,
    groups_file: Option<String>,
    model: Option<ModelShape>,
    #[serde(default)]
    constraints: ConstraintsShape,
    #[serde(default)]
    drive: Vec<Spanned<DriveShape>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BodyShape {
    name: String,
    fixed: Option<f64>,
    variable: Option<f64>,
    volume: Option<f64>,
    kind: Option<String>,
    #[serde(default)]
    neighbours: Vec<String>,
    #[serde(default)]
    can_host: bool,
    successor: Option<String>,
    #[serde(default)]
    owns_across_boundary: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConstraintsShape {
    largest_size: Option<usize>,
    #[serde(default)]
    one_area: bool,
    most_minutes: Option<f64>,
    kinds_that_mix: Option<Vec<Vec<String>>>,
    #[serde(default)]
    together: Vec<Vec<String>>,
    #[serde(default)]
    apart: Vec<Vec<String>>,
    #[serde(default)]
    one_can_host: bool,
    #[serde(default)]
    within_future_boundaries: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DriveShape {
    from: String,
    to: String,
    minutes: f64,
}

/// What a person adds on the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupWords {
    /// How many different divisions are wanted.
    pub many: usize,
    /// The unit of values in a CSV.
    pub unit: Option<String>,
    /// What values in a CSV are; savings where it is left out.
    pub kind: Option<GameKind>,
}

/// The best divisions of the bodies in a file.
///
/// # Errors
/// Names the file, and the line where there is one, of what cannot be used.
pub fn group(path: &Path, words: &GroupWords) -> Result<Told, Trouble> {
    let file = OfficerFile::open(path)?;
    let shape = if file.is_csv() {
        let values = if words.kind == Some(GameKind::Cost) { Values::Costs } else { Values::Savings };
        GroupShape { unit: words.unit.clone().unwrap_or_default(), values, ..GroupShape::default() }
    } else {
        file.toml::<GroupShape>()?
    };
    let reading = Reading { lines: shape.body.iter().map(|body| file.line_at(body.span().start)).collect(), shape, file };
    reading.told(words.many)
}

/// A file that was read, with the line of each body.
struct Reading {
    file: OfficerFile,
    shape: GroupShape,
    lines: Vec<usize>,
}

impl Reading {
    fn told(&self, many: usize) -> Result<Told, Trouble> {
        if self.shape.model.is_some() && (self.shape.groups.is_some() || self.shape.groups_file.is_some()) {
            return Err(self.faulty(Fault::whole("it gives both a model and values of groups", "Keep one of the two.")));
        }
        if self.shape.model.is_some() {
            let model = self.model()?;
            return self.grouped(self.names(), &|group| model.saving(group), many);
        }
        let values = self.values()?;
        let names = if self.shape.body.is_empty() { values.names() } else { self.names() };
        let worth = self.listed(&names, &values)?;
        // A group that is not listed cannot be formed; a body that is not listed alone stays as it is, worth nothing.
        let worth = |group: Coalition| worth.get(&group).copied().unwrap_or(if group.size() == 1 { 0.0 } else { f64::NEG_INFINITY });
        self.grouped(names, &worth, many)
    }

    fn grouped(&self, names: Vec<String>, worth: &(dyn Fn(Coalition) -> f64 + Sync), many: usize) -> Result<Told, Trouble> {
        refuse_doubled_names(&names).map_err(|fault| self.faulty(fault))?;
        let constraints = self.constraints(&names)?;
        let grouping = Grouping { bodies: names, worth, price_per_point: self.shape.price_per_point, constraints };
        let grouped = best_groups(&grouping, many).map_err(|fault| self.faulty(fault))?;
        // Against a best that is not proven, the cost of a constraint would be partly what was not found.
        let proven = grouped.best.first().filter(|_| grouped.is_proven);
        let respects = proven.map_or(Vec::new(), |best| respect(&grouping, best.worth));
        let answer = Answer {
            title: self.shape.title.clone().unwrap_or_else(|| self.file.title()),
            file: self.file.name(),
            unit: self.shape.unit.clone(),
            model: self.shape.model.as_ref().map(ModelShape::in_words),
            is_cost: self.shape.values == Values::Costs && self.shape.model.is_none(),
        };
        Ok(group_told::told(&answer, &grouping, &grouped, &respects))
    }

    fn names(&self) -> Vec<String> {
        self.bodies().map(|body| body.name.clone()).collect()
    }

    fn bodies(&self) -> impl Iterator<Item = &BodyShape> {
        self.shape.body.iter().map(Spanned::get_ref)
    }

    fn faulty(&self, fault: Fault) -> Trouble {
        self.file.faulty(fault, &self.lines)
    }

    fn model(&self) -> Result<CostModel, Trouble> {
        let shape = self.shape.model.as_ref().expect("the caller has looked");
        let mut partners = Vec::new();
        for (row, body) in self.bodies().enumerate() {
            let (Some(fixed), Some(variable)) = (body.fixed, body.variable) else {
                return Err(self.faulty(Fault::at(
                    row,
                    format!("{} has no fixed or no variable cost", body.name),
                    "Give both, 0 where there is none.",
                )));
            };
            partners.push(PartnerCosts { name: body.name.clone(), fixed, variable, volume: body.volume.unwrap_or(0.0) });
        }
        CostModel::of(partners, shape.sharing(0.0)).map_err(|fault| self.faulty(fault))
    }

    /// Values of groups from this file or one beside it.
    fn values(&self) -> Result<GroupValues, Trouble> {
        if self.file.is_csv() {
            return GroupValues::of_csv(&self.file);
        }
        match (&self.shape.groups, &self.shape.groups_file) {
            (Some(groups), None) => Ok(GroupValues::of_toml(&self.file, groups)),
            (None, Some(name)) => GroupValues::of_csv(&self.file.beside(name)?),
            _ => Err(self.faulty(Fault::whole(
                "it does not say what groups are worth",
                "Give [groups], or groups_file, or [model] with fixed, variable and volume of each body.",
            ))),
        }
    }

    /// The worth of each group listed: a saving, or a cost with its sign turned.
    fn listed(&self, names: &[String], values: &GroupValues) -> Result<BTreeMap<Coalition, f64>, Trouble> {
        let mut worth = BTreeMap::new();
        if names.len() > 64 {
            return Err(self.faulty(Fault::whole(format!("{} bodies are named", names.len()), "Name at most 64.")));
        }
        for (row, (members, value)) in values.groups.iter().enumerate() {
            let wrong = |fault: Fault| self.file.faulty(Fault { row: Some(row), ..fault }, &values.lines);
            let group = self.group_of(names, members).map_err(wrong)?;
            if !value.is_finite() {
                return Err(wrong(Fault::whole(format!("{value} is no amount"), "Write a number.")));
            }
            let value = if self.shape.values.kind() == GameKind::Cost { -value } else { *value };
            if group == Coalition::NOBODY || worth.insert(group, value).is_some() {
                return Err(wrong(Fault::whole("the group has no members or a value already", "Keep one line a group.")));
            }
        }
        Ok(worth)
    }

    fn group_of(&self, names: &[String], members: &[String]) -> Result<Coalition, Fault> {
        let mut group = Coalition::NOBODY;
        for name in members {
            let body = place_of(names, name)?;
            if group.has(body) {
                return Err(Fault::whole(format!("{name:?} is named twice in one group"), "Name each body once."));
            }
            group = group.with(body);
        }
        Ok(group)
    }

    fn constraints(&self, names: &[String]) -> Result<Vec<Constraint>, Trouble> {
        let shape = &self.shape.constraints;
        let those = |is_one: &dyn Fn(&BodyShape) -> bool| {
            self.bodies().enumerate().filter(|(_, body)| is_one(body)).fold(Coalition::NOBODY, |group, (place, _)| group.with(place))
        };
        let wrong = |fault: Fault| self.faulty(fault);
        let mut constraints: Vec<Constraint> = shape.largest_size.map(Constraint::LargestSize).into_iter().collect();
        if shape.largest_size == Some(0) {
            return Err(wrong(Fault::whole("largest_size is 0, and every body is in a group", "Write 1 or more.")));
        }
        if shape.one_area {
            constraints.push(self.neighbours(names)?);
        }
        if let Some(most_minutes) = shape.most_minutes {
            constraints.push(self.drive_times(names, most_minutes)?);
        }
        if let Some(mixes) = &shape.kinds_that_mix {
            constraints.push(self.kinds(mixes)?);
        }
        for members in &shape.together {
            constraints.push(Constraint::Together(self.group_of(names, members).map_err(wrong)?));
        }
        for members in &shape.apart {
            constraints.push(Constraint::Apart(self.group_of(names, members).map_err(wrong)?));
        }
        if shape.one_can_host {
            constraints.push(Constraint::Host(those(&|body| body.can_host)));
        }
        if shape.within_future_boundaries {
            let successors: Vec<&String> = self.bodies().filter_map(|body| body.successor.as_ref()).collect();
            let number = |name: &String| successors.iter().position(|known| known.trim().eq_ignore_ascii_case(name.trim()));
            let successor = self.bodies().map(|body| body.successor.as_ref().and_then(number)).collect();
            constraints.push(Constraint::Boundary { successor, owners: those(&|body| body.owns_across_boundary) });
        }
        Ok(constraints)
    }

    /// Neighbours are so both ways, wherever one of the two is said to have the other.
    fn neighbours(&self, names: &[String]) -> Result<Constraint, Trouble> {
        let mut neighbours = vec![Coalition::NOBODY; names.len()];
        for (row, body) in self.bodies().enumerate() {
            for name in &body.neighbours {
                let other = place_of(names, name).map_err(|fault| self.faulty(Fault { row: Some(row), ..fault }))?;
                neighbours[row] = neighbours[row].with(other);
                neighbours[other] = neighbours[other].with(row);
            }
        }
        Ok(Constraint::Neighbours(neighbours))
    }

    fn drive_times(&self, names: &[String], most_minutes: f64) -> Result<Constraint, Trouble> {
        let mut minutes = vec![vec![f64::NAN; names.len()]; names.len()];
        for drive in &self.shape.drive {
            let line = self.file.line_at(drive.span().start);
            let drive = drive.get_ref();
            let wrong = |fault: Fault| self.file.wrong_at(line, fault.because, fault.try_next);
            let (from, to) = (place_of(names, &drive.from).map_err(wrong)?, place_of(names, &drive.to).map_err(wrong)?);
            if !drive.minutes.is_finite() || drive.minutes < 0.0 {
                return Err(wrong(Fault::whole(format!("{} minutes are no time", drive.minutes), "Write 0 or more.")));
            }
            minutes[from][to] = drive.minutes;
            if minutes[to][from].is_nan() {
                minutes[to][from] = drive.minutes;
            }
        }
        for from in 0..names.len() {
            if let Some(to) = (0..names.len()).find(|to| *to != from && minutes[from][*to].is_nan()) {
                let because = format!("there is no drive time from {} to {}, and most_minutes asks for all", names[from], names[to]);
                return Err(self.faulty(Fault::at(from, because, "Add it as [[drive]] with from, to and minutes.")));
            }
        }
        Ok(Constraint::DriveTime { minutes, most_minutes })
    }

    /// Bodies of one kind may always mix, and those of kinds that stand in one list.
    fn kinds(&self, mixes: &[Vec<String>]) -> Result<Constraint, Trouble> {
        let mut kinds = Vec::new();
        for (row, body) in self.bodies().enumerate() {
            let kind = body.kind.clone().ok_or_else(|| {
                self.faulty(Fault::at(
                    row,
                    format!("{} has no kind, and kinds_that_mix asks for one", body.name),
                    "Give it, such as kind = \"district\".",
                ))
            })?;
            kinds.push(kind);
        }
        let may_mix = |one: &String, other: &String| one == other || mixes.iter().any(|mix| mix.contains(one) && mix.contains(other));
        let with = |kind: &String| (0..kinds.len()).filter(|other| may_mix(kind, &kinds[*other])).fold(Coalition::NOBODY, Coalition::with);
        Ok(Constraint::Kinds(kinds.iter().map(with).collect()))
    }
}
