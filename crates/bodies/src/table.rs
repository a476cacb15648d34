//! The table of bodies that comes with the program.
//!
//! The rule: the table is facts (names, codes, days, residents) with their sources at its head, one body a line, and every
//! line is right or a test fails; nothing is mended while reading.

use definitions::BodyId;

use crate::{Body, BodyKind, Point, Region};

/// One line: the body, and by what else it is known.
pub(crate) struct Entry {
    /// The body.
    pub body: Body,
    /// Codes of older lists: former GSS codes and the four characters of SNAC (`00BL`).
    pub old_codes: Vec<String>,
    /// Other names.
    pub other_names: Vec<String>,
    /// The county council in whose area a district lies.
    pub county: Option<BodyId>,
    /// The combined authority in whose area a council lies today.
    pub combined: Option<BodyId>,
}

/// Every line of the table that can be read; a test holds that this is every line.
pub(crate) fn entries() -> Vec<Entry> {
    lines().filter_map(entry).collect()
}

/// The councils in whose areas a police force, fire authority or care board works, as `areas.csv` has them.
pub(crate) fn councils_of_area(id: &BodyId) -> impl Iterator<Item = BodyId> {
    let own = areas().find(|(body, _)| *body == id.as_str());
    own.into_iter().flat_map(|(_, councils)| councils.split(' ').map(BodyId::new))
}

fn areas() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("areas.csv")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.starts_with("body|"))
        .filter_map(|line| line.split_once('|'))
}

fn lines() -> impl Iterator<Item = &'static str> {
    include_str!("authorities.csv").lines().filter(|line| !line.starts_with('#') && !line.starts_with("id|"))
}

fn entry(line: &str) -> Option<Entry> {
    let cells: Vec<&str> = line.split('|').collect();
    let [id, name, short_name, gss, old_codes, kind, rest @ ..] = &cells[..] else { return None };
    let [county, combined, region, latitude, longitude, population, first_day, last_day, successors, other_names] = rest else {
        return None;
    };
    let text = |cell: &str| (!cell.is_empty()).then(|| cell.to_string());
    let body_id = |cell: &str| text(cell).map(|id| BodyId::new(&id));
    let body = Body {
        id: BodyId::new(id),
        name: name.to_string(),
        short_name: short_name.to_string(),
        gss: text(gss),
        kind: BodyKind::from_code(kind)?,
        region: Region::from_code(region),
        at: latitude.parse().ok().zip(longitude.parse().ok()).and_then(|(latitude, longitude)| Point::new(latitude, longitude)),
        thousand_residents: population.parse::<u32>().ok().map(|residents| f64::from(residents) / 1000.0),
        first_day: first_day.parse().ok(),
        last_day: last_day.parse().ok(),
        successors: successors.split_whitespace().map(BodyId::new).collect(),
    };
    let other_names = other_names.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_string).collect();
    let old_codes = old_codes.split_whitespace().map(str::to_string).collect();
    Some(Entry { body, old_codes, other_names, county: body_id(county), combined: body_id(combined) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_body_with_an_id_of_its_own() {
        let entries = entries();
        assert_eq!(entries.len(), lines().count());
        let ids: BTreeSet<_> = entries.iter().map(|entry| entry.body.id.as_str().to_string()).collect();
        assert_eq!(ids.len(), entries.len());
        assert!(ids.iter().all(|id| *id == definitions::slug(id)), "an id is safe in an address");
    }

    #[test]
    fn every_successor_county_and_combined_authority_is_itself_in_the_table() {
        let entries = entries();
        let ids: BTreeSet<_> = entries.iter().map(|entry| entry.body.id.clone()).collect();
        for entry in &entries {
            assert!(
                entry.body.successors.iter().chain(&entry.county).chain(&entry.combined).all(|id| ids.contains(id)),
                "{}",
                entry.body.id
            );
        }
    }

    #[test]
    fn every_force_fire_authority_and_care_board_has_an_area_of_known_councils() {
        let entries = entries();
        let ids: BTreeSet<_> = entries.iter().map(|entry| entry.body.id.clone()).collect();
        for entry in entries.iter().filter(|entry| matches!(entry.body.kind, BodyKind::Police | BodyKind::Fire | BodyKind::Health)) {
            assert!(councils_of_area(&entry.body.id).count() > 0, "{}", entry.body.id);
            assert!(councils_of_area(&entry.body.id).all(|id| ids.contains(&id)), "{}", entry.body.id);
        }
        assert!(areas().all(|(body, _)| ids.contains(&BodyId::new(body))));
    }

    #[test]
    fn a_cell_that_is_written_is_read() {
        for (line, entry) in lines().zip(entries()) {
            let cells: Vec<&str> = line.split('|').collect();
            let body = entry.body;
            let read = [
                body.region.is_some(),
                body.at.is_some(),
                body.at.is_some(),
                body.thousand_residents.is_some(),
                body.first_day.is_some(),
                body.last_day.is_some(),
            ];
            let written: Vec<bool> = cells[8..14].iter().map(|cell| !cell.is_empty()).collect();
            assert_eq!(read.as_slice(), written, "{line}");
        }
    }

    #[test]
    fn a_council_that_was_abolished_has_its_last_day_before_its_successors_first() {
        let entries = entries();
        let find = |id: &str| entries.iter().find(|entry| entry.body.id.as_str() == id).map(|entry| &entry.body);
        let (before, after) = (find("cumbria").expect("Cumbria is in the table"), find("cumberland").expect("Cumberland is in the table"));
        assert_eq!(before.last_day.map(|day| day.to_string()), Some("2023-03-31".to_string()));
        assert_eq!(after.first_day.map(|day| day.to_string()), Some("2023-04-01".to_string()));
        assert!(before.successors.contains(&after.id));
    }
}
