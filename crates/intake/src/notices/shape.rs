//! Which part of a JSON document is its list of records, and what the records are.
//!
//! The rule: Open Contracting packages by their standard's names; anything else by its longest list, however it is called
//! and wherever it lies within three levels.

use serde_json::Value;

use super::fields::Field;

/// What the records of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Open Contracting releases or records.
    OpenContracting,
    /// Flat notices, as notice services give them and third parties keep them.
    FlatNotices,
    /// Anything else.
    Rows,
}

/// The names of lists in packages of the Open Contracting Data Standard.
const PACKAGE_LISTS: [&str; 2] = ["records", "releases"];
/// How far down a list of records is looked for: `{"result": {"data": {"items": [ … ]}}}`.
const LEVELS: usize = 3;

/// The records of a document.
pub(super) fn records_in(mut document: Value) -> Vec<Value> {
    if is_open_contracting(&document) {
        return vec![document];
    }
    match longest_list(&mut document, LEVELS) {
        Some(list) => {
            let items = std::mem::take(list);
            // Packages may themselves be listed.
            items.into_iter().flat_map(|item| if package_list(&item).is_some() { records_in(item) } else { vec![item] }).collect()
        }
        None => vec![document],
    }
}

/// Gives each record of one line to `take`: those of a package one by one, anything else as it is.
pub(super) fn each_record(value: &Value, take: &mut dyn FnMut(&Value) -> bool) -> bool {
    match package_list(value) {
        Some(list) => list.iter().all(take),
        None => take(value),
    }
}

/// True for a release, or a record of releases.
pub(super) fn is_open_contracting(value: &Value) -> bool {
    let has = |name: &str| value.get(name).is_some_and(|part| !part.is_null());
    has("ocid") && (has("compiledRelease") || has("releases") || has("tag") || has("tender") || has("awards") || has("buyer"))
}

/// True where the fields of a flat record are those of a notice: a title and two things that only notices have.
pub(super) fn is_flat_notice(record: &[(Field, &Value)]) -> bool {
    let mut fields: Vec<Field> = record.iter().map(|(field, _)| *field).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.contains(&Field::Title) && fields.iter().filter(|field| field.is_of_notices()).count() >= 2
}

fn package_list(value: &Value) -> Option<&Vec<Value>> {
    let list = PACKAGE_LISTS.iter().find_map(|name| value.get(name)?.as_array())?;
    (value.get("ocid").is_none() && list.first().is_none_or(|first| first.get("ocid").is_some())).then_some(list)
}

fn longest_list(value: &mut Value, levels: usize) -> Option<&mut Vec<Value>> {
    match value {
        Value::Array(list) => Some(list),
        Value::Object(parts) if levels > 0 => parts
            .iter_mut()
            .filter_map(|(_, part)| longest_list(part, levels - 1))
            .filter(|list| list.iter().any(|item| item.is_object() || item.is_array()))
            .max_by_key(|list| list.len()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::fields::Keys;
    use super::*;

    #[test]
    fn the_longest_list_of_a_dump_is_its_records_whatever_it_is_called() {
        let dump = json!({"meta": {"by_year": [1, 2, 3, 4]}, "stats": {"top": [{"a": 1}]}, "contracts": [{"title": "x"}, {"title": "y"}]});
        assert_eq!(records_in(dump), [json!({"title": "x"}), json!({"title": "y"})]);
        assert_eq!(records_in(json!({"result": {"fields": [{"id": "a"}], "records": [{"a": 1}, {"a": 2}]}})).len(), 2);
    }

    #[test]
    fn a_release_by_itself_is_one_record_and_a_list_of_packages_is_all_their_releases() {
        let release = json!({"ocid": "ocds-1", "tag": ["tender"], "tender": {"items": [{"id": 1}]}});
        assert_eq!(records_in(release.clone()), std::slice::from_ref(&release));
        let packages = json!([{"releases": [release.clone()]}, {"releases": [release.clone(), release.clone()]}]);
        assert_eq!(records_in(packages).len(), 3);
    }

    #[test]
    fn a_property_list_is_not_notices() {
        let is_notice = |record: Value| is_flat_notice(&Keys::default().read(&record, 100));
        assert!(!is_notice(json!({"name": "Depot", "postcode": "BC1 1AA", "value": 12, "status": "Freehold"})));
        assert!(is_notice(json!({"title": "Gritting", "organisation": "Ambridge", "publishedDate": "2023-01-01", "awarded_value": 12})));
    }
}
