//! Every name that bodies of a place wrote, with what stands beside it: what `suppliers` is asked about.
//!
//! The rule: `find`, the review and the explanation ask about the same list, so that they cannot differ. Private persons
//! and redacted names are not in it: `intake` took them out.

use std::path::Path;

use definitions::Trouble;
use evidence::{ContractRow, Engine, Hold, Manifest, PartyRow};
use suppliers::Party;

/// The names of a place.
#[derive(Debug)]
pub(crate) struct KnownNames {
    /// Names that were paid, by number.
    pub(crate) paid: Vec<PartyRow>,
    /// Contracts and notices, with the names in them.
    pub(crate) contracts: Vec<ContractRow>,
}

impl KnownNames {
    /// Asks the engine for them.
    pub(crate) fn of(engine: &Engine) -> Result<KnownNames, Trouble> {
        Ok(KnownNames { paid: engine.parties()?, contracts: engine.contracts()? })
    }

    /// Asks the evidence in a folder, together with what each name is paid for.
    pub(crate) fn in_folder(evidence: &Path) -> Result<(KnownNames, Vec<evidence::FamilyPaid>), Trouble> {
        let hold = Hold::to_read(evidence)?;
        let engine = Engine::open(&hold, &Manifest::read(evidence)?, MEMORY_BYTES)?;
        Ok((KnownNames::of(&engine)?, engine.party_families()?))
    }

    /// The list: first the names that were paid, then those of contracts, contract by contract.
    pub(crate) fn parties(&self) -> Vec<Party<'_>> {
        let of_contracts = self.contracts.iter().flat_map(|contract| contract.suppliers.iter().map(move |supplier| (contract, supplier)));
        let of_contracts = of_contracts.map(|(contract, supplier)| Party {
            name: &supplier.name,
            body: Some(contract.body.as_str()),
            company_number: supplier.company_number.as_deref(),
            postcode: supplier.postcode.as_deref(),
            ..Party::default()
        });
        self.paid.iter().map(paid_party).chain(of_contracts).collect()
    }
}

const MEMORY_BYTES: usize = 512 << 20;

fn paid_party(row: &PartyRow) -> Party<'_> {
    Party {
        name: &row.name,
        body: Some(row.body.as_str()),
        supplier_number: row.supplier_number.as_deref(),
        company_number: row.company_number.as_deref(),
        vat_number: row.vat_number.as_deref(),
        charity_number: row.charity_number.as_deref(),
        postcode: row.postcode.as_deref(),
    }
}
