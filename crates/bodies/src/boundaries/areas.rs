//! An area as a file has it: its properties, and its rings of points.
//!
//! The rule: points are counted before they are kept, a ring that is not closed is closed and told, and one that encloses
//! nothing is left out and told.

use std::collections::BTreeMap;

use definitions::Trouble;
use serde_json::Value;

use super::could_not_read;

/// The most points that are read: the ONS's fullest files of districts have as many.
const MOST_POINTS: usize = 4_000_000;

/// The most areas.
const MOST_AREAS: usize = 50_000;

/// A point as the file has it: east, then north, in the file's own units.
pub(super) type Position = [f64; 2];

/// One area.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Area {
    /// Its properties that are text, and its own id as `id`.
    pub(super) properties: BTreeMap<String, String>,
    /// Outer rings and holes alike, the last point of each unlike its first.
    pub(super) rings: Vec<Vec<Position>>,
}

impl Area {
    /// The properties of a feature or of a geometry in TopoJSON.
    pub(super) fn new(feature: &Value) -> Area {
        let texts = feature.get("properties").and_then(Value::as_object).into_iter().flatten();
        let text = |(name, value): (&String, &Value)| value.as_str().map(|text| (name.clone(), text.trim().to_string()));
        let mut properties: BTreeMap<String, String> = texts.filter_map(text).collect();
        if let Some(id) = feature.get("id").and_then(Value::as_str) {
            properties.entry("id".to_string()).or_insert_with(|| id.trim().to_string());
        }
        Area { properties, rings: Vec::new() }
    }

    pub(super) fn property(&self, name: &str) -> Option<&str> {
        self.properties.get(name).map(String::as_str)
    }

    /// The code with a name, where a property has one: `E12000007 London`.
    pub(super) fn told(&self, code: &str) -> String {
        let is_name = |name: &str| {
            let name = name.to_lowercase();
            name == "name" || name.ends_with("nm")
        };
        let name = self.properties.iter().find(|(name, _)| is_name(name)).map_or("without a name", |(_, value)| value);
        if code.is_empty() { format!("no code, {name}") } else { format!("{code} {name}") }
    }
}

/// What has been read so far, and what was mended.
#[derive(Default)]
pub(super) struct Budget {
    points: usize,
    areas: usize,
    not_closed: usize,
    empty: usize,
    no_area: usize,
}

impl Budget {
    /// Counts one area.
    pub(super) fn area(&mut self) -> Result<(), Trouble> {
        self.areas += 1;
        if self.areas > MOST_AREAS {
            return Err(could_not_read(
                &format!("it has more than {MOST_AREAS} areas"),
                "Choose a file of districts, not of wards or parishes.",
            ));
        }
        Ok(())
    }

    /// Counts points before they are kept.
    pub(super) fn points(&mut self, many: usize) -> Result<(), Trouble> {
        self.points = self.points.saturating_add(many);
        if self.points > MOST_POINTS {
            let because = format!("it has more than {MOST_POINTS} points");
            return Err(could_not_read(&because, "Download the \"ultra generalised\" (BUC) version, which is small and enough for a map."));
        }
        Ok(())
    }

    /// Counts an area that has no shape, such as a point.
    pub(super) fn without_shape(&mut self) {
        self.no_area += 1;
    }

    /// The ring without its last point where that is its first; none where it encloses nothing.
    pub(super) fn ring(&mut self, mut ring: Vec<Position>) -> Option<Vec<Position>> {
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        } else {
            self.not_closed += 1;
        }
        ring.dedup();
        self.empty += usize::from(ring.len() < 3);
        (ring.len() >= 3).then_some(ring)
    }

    /// What was mended or left out.
    pub(super) fn remarks(&self) -> Vec<String> {
        let told = [
            (self.not_closed, "rings were not closed; they were closed by a straight line."),
            (self.empty, "rings enclose nothing; they were left out."),
            (self.no_area, "entries have no area, such as points and lines; they were left out."),
        ];
        told.into_iter().filter(|(many, _)| *many > 0).map(|(many, words)| format!("{many} {words}")).collect()
    }
}

/// A number that is one.
pub(super) fn number(value: Option<&Value>) -> Option<f64> {
    value.and_then(Value::as_f64).filter(|number| number.is_finite())
}

/// Trouble with one area.
pub(super) fn spoilt(area: usize, because: &str) -> Trouble {
    could_not_read(&format!("area {area} {because}"), "Download it again; the file may have been cut short.")
}
