//! What earlier runs decided about names, and what became of it.
//!
//! The rule: a supplier keeps its id from run to run, so that a link to it does not rot. Names that no file has any more
//! are remembered with their supplier, and every change of an id is logged and told.

use std::collections::{BTreeMap, BTreeSet};

use definitions::{Day, SupplierId, Trouble};
use evidence::{Engine, Hold, Manifest, SupplierChangeRow, SupplierIdRow};
use suppliers::{IdChange, IdChangeKind, Party, id_changes, kept_ids};

/// What earlier runs decided.
#[derive(Clone, Debug, Default)]
pub(crate) struct Earlier {
    names: Vec<SupplierIdRow>,
    changes: Vec<SupplierChangeRow>,
}

/// The suppliers of this run, with the ids they have from now on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Remembered {
    /// The id of each supplier.
    pub(crate) ids: Vec<SupplierId>,
    /// Every name met so far with its supplier.
    pub(crate) names: Vec<SupplierIdRow>,
    /// Every change so far; this run's last.
    pub(crate) changes: Vec<SupplierChangeRow>,
    /// How many of the changes are this run's.
    pub(crate) new_changes: usize,
}

impl Earlier {
    /// Asks the evidence that the last whole run left; nothing where there is none.
    pub(crate) fn of(hold: &Hold, before: &Manifest, memory_bytes: usize) -> Result<Earlier, Trouble> {
        if before.derived.is_none() {
            return Ok(Earlier::default());
        }
        let engine = Engine::open(hold, before, memory_bytes)?;
        Ok(Earlier { names: engine.supplier_ids()?, changes: engine.supplier_changes()? })
    }

    /// Gives each supplier the id it had; `fresh` are those it would have if it were new.
    pub(crate) fn remember(self, parties: &[Party<'_>], supplier_of: &[u32], fresh: &[SupplierId], today: Day) -> Remembered {
        let keys: Vec<String> = parties.iter().map(|party| key(party.body.unwrap_or_default(), party.name)).collect();
        let known: Vec<String> = self.names.iter().map(|row| key(row.body.as_str(), &row.name)).collect();
        let earlier: BTreeMap<&str, SupplierId> =
            known.iter().map(String::as_str).zip(self.names.iter().map(|row| row.id.clone())).collect();
        let mut now: Vec<Vec<&str>> = vec![Vec::new(); fresh.len()];
        for (key, supplier) in keys.iter().zip(supplier_of) {
            now[*supplier as usize].push(key);
        }
        now.iter_mut().for_each(|names| {
            names.sort_unstable();
            names.dedup();
        });
        let ids = with_fresh(kept_ids(&earlier, &now), fresh);
        let told = id_changes(&earlier, &now, &ids);
        let new_changes = told.len();
        let mut changes = self.changes;
        changes.extend(told.into_iter().map(|change| row(change, today)));
        Remembered { names: names(parties, supplier_of, &ids, self.names), changes, new_changes, ids }
    }
}

fn key(body: &str, name: &str) -> String {
    format!("{body}\n{name}")
}

/// The ids kept, and for a supplier without one the id it would have if it were new, told apart where another has it.
fn with_fresh(kept: Vec<Option<SupplierId>>, fresh: &[SupplierId]) -> Vec<SupplierId> {
    let mut taken: BTreeSet<SupplierId> = kept.iter().flatten().cloned().collect();
    let alone = |id: &SupplierId, taken: &BTreeSet<SupplierId>| {
        let numbered = (2..).map(|number| SupplierId::new(&format!("{id}-{number}")));
        std::iter::once(id.clone()).chain(numbered).find(|id| !taken.contains(id)).expect("numbers do not end")
    };
    let mut ids = Vec::with_capacity(fresh.len());
    for (kept, fresh) in kept.into_iter().zip(fresh) {
        let id = kept.unwrap_or_else(|| alone(fresh, &taken));
        taken.insert(id.clone());
        ids.push(id);
    }
    ids
}

fn row(change: IdChange<SupplierId>, day: Day) -> SupplierChangeRow {
    let word = match change.kind {
        IdChangeKind::Joined => "joined",
        IdChangeKind::Split => "split",
        IdChangeKind::Moved => "moved",
    };
    SupplierChangeRow { day, id: change.id, change: word.to_string(), now: change.now }
}

/// The change as a sentence.
pub(crate) fn sentence(change: &SupplierChangeRow) -> String {
    match change.change.as_str() {
        "joined" => format!("{} was joined into {}.", change.id, change.now),
        "split" => format!("Some names of {} are a supplier of their own now: {}.", change.id, change.now),
        _ => format!("Some names of {} went to {}.", change.id, change.now),
    }
}

/// The names of this run, and those of earlier runs that it has not.
fn names(parties: &[Party<'_>], supplier_of: &[u32], ids: &[SupplierId], before: Vec<SupplierIdRow>) -> Vec<SupplierIdRow> {
    let mut all: BTreeMap<(definitions::BodyId, String), SupplierId> =
        before.into_iter().map(|row| ((row.body, row.name), row.id)).collect();
    for (party, supplier) in parties.iter().zip(supplier_of) {
        let body = definitions::BodyId::new(party.body.unwrap_or_default());
        all.insert((body, party.name.to_string()), ids[*supplier as usize].clone());
    }
    all.into_iter().map(|((body, name), id)| SupplierIdRow { body, name, id }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(texts: &[&str]) -> Vec<SupplierId> {
        texts.iter().map(|text| SupplierId::new(text)).collect()
    }

    fn parties<'a>(names: &[&'a str]) -> Vec<Party<'a>> {
        names.iter().map(|name| Party { name, body: Some("aldford"), ..Party::default() }).collect()
    }

    fn after(run: Remembered) -> Earlier {
        Earlier { names: run.names, changes: run.changes }
    }

    #[test]
    fn a_supplier_whose_file_was_away_for_a_month_comes_back_under_its_id() {
        let day = Day(20_000);
        let first = Earlier::default().remember(&parties(&["Quince Ltd", "Medlar Ltd"]), &[0, 1], &ids(&["quince", "medlar"]), day);
        let second = after(first).remember(&parties(&["Medlar Ltd"]), &[0], &ids(&["medlar"]), day);
        let third = after(second).remember(&parties(&["A Quince Ltd", "Quince Ltd"]), &[0, 0], &ids(&["a-quince"]), day);
        assert_eq!(third.ids, ids(&["quince"]));
        assert_eq!(third.changes, []);
    }

    #[test]
    fn a_join_is_logged_once_with_its_day() {
        let first = Earlier::default().remember(
            &parties(&["Quince Ltd", "Quince Group", "Medlar"]),
            &[0, 0, 1],
            &ids(&["quince", "medlar"]),
            Day(1),
        );
        let second = after(first).remember(&parties(&["Quince Ltd", "Quince Group", "Medlar"]), &[0, 0, 0], &ids(&["medlar"]), Day(2));
        let told: Vec<String> = second.changes.iter().map(sentence).collect();
        assert_eq!(
            (second.ids.clone(), told, second.new_changes),
            (ids(&["quince"]), vec!["medlar was joined into quince.".to_string()], 1)
        );
        let third = after(second).remember(&parties(&["Quince Ltd", "Quince Group", "Medlar"]), &[0, 0, 0], &ids(&["medlar"]), Day(3));
        assert_eq!((third.changes.len(), third.new_changes), (1, 0));
    }

    #[test]
    fn a_new_supplier_never_takes_the_id_of_another() {
        let first = Earlier::default().remember(&parties(&["Quince Ltd", "Quince Group"]), &[0, 0], &ids(&["quince"]), Day(1));
        let second =
            after(first).remember(&parties(&["Quince Ltd", "Quince Group", "Quince"]), &[0, 0, 1], &ids(&["quince", "quince"]), Day(2));
        assert_eq!(second.ids, ids(&["quince", "quince-2"]));
    }
}
