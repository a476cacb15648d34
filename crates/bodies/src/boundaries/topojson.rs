//! TopoJSON: borders as arcs, which areas name by number, forwards or backwards.
//!
//! The rule: arcs are steps from point to point where the file says how steps are scaled, and points where it does not. An arc
//! that is not there is trouble. Points are counted each time an arc is used, so that a small file cannot make a large map.

use definitions::Trouble;
use serde_json::Value;

use super::areas::{Area, Budget, Position, number, spoilt};
use super::could_not_read;

/// The areas of every object in the file.
pub(super) fn areas(json: &Value, budget: &mut Budget) -> Result<Vec<Area>, Trouble> {
    let arcs = arcs(json, budget)?;
    let objects = json.get("objects").and_then(Value::as_object).into_iter().flatten();
    let mut file = File { arcs, areas: Vec::new() };
    for (_, object) in objects {
        file.take(object, budget)?;
    }
    Ok(file.areas)
}

struct File {
    arcs: Vec<Vec<Position>>,
    areas: Vec<Area>,
}

/// Every arc as points.
fn arcs(json: &Value, budget: &mut Budget) -> Result<Vec<Vec<Position>>, Trouble> {
    let spoilt = |place: usize, because: &str| {
        could_not_read(&format!("arc {place} {because}"), "Download it again; the file may have been cut short.")
    };
    let transform = json.get("transform");
    let pair = |name: &str| {
        let pair = transform.and_then(|transform| transform.get(name));
        pair.and_then(|pair| Some([number(pair.get(0))?, number(pair.get(1))?]))
    };
    let steps = pair("scale").zip(pair("translate"));
    let list =
        json.get("arcs").and_then(Value::as_array).ok_or_else(|| could_not_read("it has no arcs", "Download it again as GeoJSON."))?;
    let mut arcs = Vec::with_capacity(list.len());
    for (place, arc) in list.iter().enumerate() {
        let points = arc.as_array().ok_or_else(|| spoilt(place, "is no list of points"))?;
        budget.points(points.len())?;
        let (mut at, mut own) = ([0.0, 0.0], Vec::with_capacity(points.len()));
        for point in points {
            let [east, north] = number(point.get(0))
                .zip(number(point.get(1)))
                .map(<[f64; 2]>::from)
                .ok_or_else(|| spoilt(place, "has a point that is not two numbers"))?;
            own.push(match steps {
                Some((scale, translate)) => {
                    at = [at[0] + east, at[1] + north];
                    [at[0] * scale[0] + translate[0], at[1] * scale[1] + translate[1]]
                }
                None => [east, north],
            });
        }
        arcs.push(own);
    }
    Ok(arcs)
}

impl File {
    fn take(&mut self, object: &Value, budget: &mut Budget) -> Result<(), Trouble> {
        if let Some(parts) = object.get("geometries").and_then(Value::as_array) {
            return parts.iter().try_for_each(|part| self.take(part, budget));
        }
        budget.area()?;
        let place = self.areas.len() + 1;
        let mut area = Area::new(object);
        let list = object.get("arcs").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        match object.get("type").and_then(Value::as_str) {
            Some("Polygon") => self.rings(list, place, budget, &mut area)?,
            Some("MultiPolygon") => {
                for polygon in list {
                    let own = polygon.as_array().ok_or_else(|| spoilt(place, "has a polygon that is no list of rings"))?;
                    self.rings(own, place, budget, &mut area)?;
                }
            }
            _ => {}
        }
        if area.rings.is_empty() {
            budget.without_shape();
        } else {
            self.areas.push(area);
        }
        Ok(())
    }

    fn rings(&self, polygon: &[Value], place: usize, budget: &mut Budget, area: &mut Area) -> Result<(), Trouble> {
        for ring in polygon {
            let numbers = ring.as_array().ok_or_else(|| spoilt(place, "has a ring that is no list of arcs"))?;
            let mut points: Vec<Position> = Vec::new();
            for number in numbers {
                let arc =
                    number.as_i64().and_then(|number| self.arc(number)).ok_or_else(|| spoilt(place, "names an arc that is not there"))?;
                budget.points(arc.0.len())?;
                // The first point of an arc is the last of the one before.
                points.pop();
                if arc.1 { points.extend(arc.0.iter().rev()) } else { points.extend(arc.0) }
            }
            area.rings.extend(budget.ring(points));
        }
        Ok(())
    }

    /// The arc of this number, and whether it runs backwards: -1 is the first arc backwards.
    fn arc(&self, number: i64) -> Option<(&[Position], bool)> {
        let is_backwards = number < 0;
        let place = if is_backwards { !number } else { number };
        self.arcs.get(usize::try_from(place).ok()?).map(|arc| (arc.as_slice(), is_backwards))
    }
}
