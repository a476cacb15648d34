//! Which names are one supplier, over all payments and contracts of a place.
//!
//! The rule is `suppliers`'; this brings it every name as written with the identifiers beside it, and carries
//! its answer to the evidence. A supplier that is itself a public body is marked.

use std::collections::{BTreeMap, BTreeSet};

use bodies::Directory;
use definitions::{BodyId, Day, Pence, SupplierId, Trouble};
use evidence::{ContractRow, ContractSupplierRow, Engine, PartyRow, SupplierRow};
use services::Family;
use suppliers::{Basis, Join, Judgements, Party, Settings};

use crate::earlier::{Earlier, Remembered};
use crate::judged;
use crate::known_names::KnownNames;
use crate::listener::Listener;
use crate::reading::stopped;

/// The suppliers of a place.
pub(crate) struct Named {
    /// Every party that was paid.
    pub(crate) parties: Vec<PartyRow>,
    /// Every contract and notice.
    pub(crate) contracts: Vec<ContractRow>,
    /// The supplier of each party, by its place in `parties`.
    pub(crate) supplier_of: Vec<usize>,
    /// The suppliers.
    pub(crate) suppliers: Vec<SupplierRow>,
    /// For each contract, its suppliers, by place in `suppliers`.
    pub(crate) of_contract: Vec<Vec<usize>>,
    /// Why names were joined, by place in `suppliers`.
    pub(crate) why: BTreeMap<usize, Vec<String>>,
    /// What people decided, by place in `suppliers`.
    pub(crate) judged: BTreeMap<usize, Vec<String>>,
    /// The ids of suppliers in this run and the earlier ones.
    pub(crate) remembered: Remembered,
}

/// What names are decided by, besides the names.
pub(crate) struct Naming<'a> {
    /// The evidence.
    pub(crate) engine: &'a Engine,
    /// Every body known.
    pub(crate) directory: &'a Directory,
    /// What people decided.
    pub(crate) judgements: &'a Judgements,
    /// The day of this run.
    pub(crate) today: Day,
}

/// Decides, for everything the engine knows.
pub(crate) fn decide(naming: &Naming<'_>, earlier: Earlier, listener: &dyn Listener) -> Result<Named, Trouble> {
    let known = KnownNames::of(naming.engine)?;
    let all = known.parties();
    let settings = Settings { judgements: naming.judgements.clone(), ..Settings::default() };
    let resolution = suppliers::resolve(&all, &settings, &|_| listener.advances(0)).ok_or_else(stopped)?;
    let (parties, contracts) = (&known.paid, &known.contracts);
    let families = naming.engine.party_families()?;
    let mut clusters = Clusters::gather(&all, &resolution.cluster_of);
    clusters.count(parties, &resolution.cluster_of);
    clusters.pay_families(parties, &resolution.cluster_of, &families);
    let mut suppliers = clusters.rows(naming.directory);
    let fresh: Vec<SupplierId> = suppliers.iter().map(|supplier| supplier.id.clone()).collect();
    let remembered = earlier.remember(&all, &resolution.cluster_of, &fresh, naming.today);
    suppliers.iter_mut().zip(&remembered.ids).for_each(|(supplier, id)| supplier.id = id.clone());
    let supplier_of: Vec<usize> = resolution.cluster_of[..parties.len()].iter().map(|cluster| *cluster as usize).collect();
    let mut rest = resolution.cluster_of[parties.len()..].iter().map(|cluster| *cluster as usize);
    let of_contract = contracts.iter().map(|contract| unique(rest.by_ref().take(contract.suppliers.len()).collect())).collect();
    let why = sentences(&resolution.joins, &resolution.cluster_of);
    let judged = judged::sentences(naming.judgements, &all, &resolution.cluster_of);
    let KnownNames { paid, contracts } = known;
    Ok(Named { parties: paid, contracts, supplier_of, suppliers, of_contract, why, judged, remembered })
}

impl Named {
    /// Rows for the dataset of names.
    pub(crate) fn names(&self) -> Vec<(&PartyRow, &SupplierId)> {
        self.parties.iter().zip(&self.supplier_of).map(|(party, supplier)| (party, &self.suppliers[*supplier].id)).collect()
    }

    /// Rows for the dataset of contract suppliers.
    pub(crate) fn contract_suppliers(&self) -> Vec<ContractSupplierRow> {
        let rows = self.contracts.iter().zip(&self.of_contract).flat_map(|(contract, suppliers)| {
            suppliers.iter().map(move |supplier| {
                let source = &contract.source;
                (source.file.clone(), source.sheet.clone(), source.line, self.suppliers[*supplier].id.clone())
            })
        });
        rows.collect()
    }
}

fn unique(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

/// Joins are told once for each sentence, and no more than a reader would read.
fn sentences(joins: &[Join], cluster_of: &[u32]) -> BTreeMap<usize, Vec<String>> {
    let mut why: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    // What a person decided is told with the judgements.
    for join in joins.iter().filter(|join| !matches!(join.basis, Basis::Judgement(_))) {
        let told = why.entry(cluster_of[join.a as usize] as usize).or_default();
        if told.len() < 12 && !told.contains(&join.why) {
            told.push(join.why.clone());
        }
    }
    why
}

#[derive(Default)]
struct Cluster<'a> {
    names: BTreeMap<&'a str, u64>,
    families: BTreeMap<Family, Pence>,
}

struct Clusters<'a>(Vec<Cluster<'a>>);

impl<'a> Clusters<'a> {
    fn gather(all: &[Party<'a>], cluster_of: &[u32]) -> Clusters<'a> {
        let count = cluster_of.iter().max().map_or(0, |last| *last as usize + 1);
        let mut clusters: Vec<Cluster<'a>> = (0..count).map(|_| Cluster::default()).collect();
        for (party, cluster) in all.iter().zip(cluster_of) {
            clusters[*cluster as usize].names.entry(party.name).or_default();
        }
        Clusters(clusters)
    }

    fn count(&mut self, parties: &'a [PartyRow], cluster_of: &[u32]) {
        for (party, cluster) in parties.iter().zip(cluster_of) {
            *self.0[*cluster as usize].names.entry(&party.name).or_default() += party.payments;
        }
    }

    fn pay_families(&mut self, parties: &[PartyRow], cluster_of: &[u32], families: &[evidence::FamilyPaid]) {
        for paid in families {
            // Both lists are in the order of the party's number.
            if let Ok(place) = parties.binary_search_by_key(&paid.party, |party| party.party) {
                *self.0[cluster_of[place] as usize].families.entry(paid.family).or_default() += paid.paid;
            }
        }
    }

    fn rows(&self, directory: &Directory) -> Vec<SupplierRow> {
        let mut rows: Vec<SupplierRow> = self.0.iter().map(|cluster| cluster.row(directory)).collect();
        self.tell_apart(&mut rows);
        rows
    }

    /// Gives each supplier an id of its own. Two suppliers may share their plainest name (two firms with one name and two
    /// company numbers): the one whose names come first keeps the id, the others add a hash of all their names.
    fn tell_apart(&self, rows: &mut [SupplierRow]) {
        let mut by_id: BTreeMap<SupplierId, Vec<usize>> = BTreeMap::new();
        rows.iter().enumerate().for_each(|(place, row)| by_id.entry(row.id.clone()).or_default().push(place));
        for mut places in by_id.into_values().filter(|places| places.len() > 1) {
            places.sort_by_key(|place| self.0[*place].names.keys().copied().collect::<Vec<_>>());
            for (order, place) in places.into_iter().enumerate().skip(1) {
                let names: Vec<Option<&str>> = self.0[place].names.keys().copied().map(Some).collect();
                let hash = evidence::text_hash(&names) & 0xffff_ffff;
                rows[place].id = SupplierId::new(&format!("{}-{order}-{hash:08x}", rows[place].id));
            }
        }
    }
}

impl Cluster<'_> {
    fn row(&self, directory: &Directory) -> SupplierRow {
        let names: Vec<&str> = self.names.keys().copied().collect();
        let counted: Vec<(&str, u64)> = self.names.iter().map(|(name, count)| (*name, *count)).collect();
        let families: Vec<(Family, Pence)> = self.families.iter().map(|(family, paid)| (*family, *paid)).collect();
        let known: BTreeSet<&BodyId> = names.iter().filter_map(|name| directory.paid_as_supplier(name)).map(|body| &body.id).collect();
        let name = suppliers::name_to_show(&counted);
        SupplierRow {
            id: suppliers::supplier_id(&names),
            // Names that mean two bodies mean neither.
            is_body: match known.len() {
                0 => directory.public_body(&name),
                1 => known.into_iter().next().cloned(),
                _ => None,
            },
            name,
            mostly: services::mostly_paid_for(&families),
            names: u32::try_from(names.len()).unwrap_or(u32::MAX),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_firms_with_one_name_and_two_company_numbers_have_an_id_each() {
        let party = |body, number| Party { name: "Footlights Ltd", body: Some(body), company_number: Some(number), ..Party::default() };
        let clusters = Clusters::gather(&[party("aldford", "01234567"), party("bexton", "07654321")], &[0, 1]);
        let rows = clusters.rows(&Directory::uk());
        assert_ne!(rows[0].id, rows[1].id);
    }
}
