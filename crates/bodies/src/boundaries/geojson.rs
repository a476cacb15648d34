//! GeoJSON (RFC 7946): features with polygons.
//!
//! The rule: only polygons have an area; a point or a line is counted and left out. A third number of a point, its height, is
//! not read.

use definitions::Trouble;
use serde_json::Value;

use super::areas::{Area, Budget, Position, number, spoilt};

/// The areas of a feature or a collection of features.
pub(super) fn areas(json: &Value, budget: &mut Budget) -> Result<Vec<Area>, Trouble> {
    let features = match json.get("features").and_then(Value::as_array) {
        Some(features) => features.as_slice(),
        None => std::slice::from_ref(json),
    };
    let mut areas = Vec::new();
    for (place, feature) in features.iter().enumerate() {
        budget.area()?;
        let mut area = Area::new(feature);
        let geometry = feature.get("geometry").unwrap_or(&Value::Null);
        polygons(geometry, place + 1, budget, &mut area)?;
        if area.rings.is_empty() {
            budget.without_shape();
        } else {
            areas.push(area);
        }
    }
    Ok(areas)
}

fn polygons(geometry: &Value, place: usize, budget: &mut Budget, area: &mut Area) -> Result<(), Trouble> {
    let list = |name: &str| geometry.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    match geometry.get("type").and_then(Value::as_str) {
        Some("Polygon") => rings(list("coordinates"), place, budget, area),
        Some("MultiPolygon") => {
            for polygon in list("coordinates") {
                let own = polygon.as_array().ok_or_else(|| spoilt(place, "has a polygon that is no list of rings"))?;
                rings(own, place, budget, area)?;
            }
            Ok(())
        }
        // Nested as deeply as the reader of JSON allows, which is bounded.
        Some("GeometryCollection") => list("geometries").iter().try_for_each(|own| polygons(own, place, budget, area)),
        _ => Ok(()),
    }
}

fn rings(polygon: &[Value], place: usize, budget: &mut Budget, area: &mut Area) -> Result<(), Trouble> {
    for ring in polygon {
        let ring = ring.as_array().ok_or_else(|| spoilt(place, "has a ring that is no list of points"))?;
        budget.points(ring.len())?;
        let points: Option<Vec<Position>> = ring.iter().map(position).collect();
        let points = points.ok_or_else(|| spoilt(place, "has a point that is not two numbers"))?;
        area.rings.extend(budget.ring(points));
    }
    Ok(())
}

fn position(point: &Value) -> Option<Position> {
    Some([number(point.get(0))?, number(point.get(1))?])
}
