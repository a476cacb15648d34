//! A made-up place for tests: three councils, and one desk with a clock that stands still.
//!
//! The rule: nothing in it is real, and each test has a register of its own in a folder that goes away with it.

use std::path::Path;

use definitions::{ArrangementId, BodyId, Day, OpportunityId, Pence, SupplierId};
use opportunities::{BodyShare, Kind as Found, Opportunity, Score, SupplierFacts};
use permissions::{Asker, Role};
use register::{Arrangement, Author, Cited, Happening, Kind, Moment, NoFigure, Party, PriceOfLeaving, Savings, What, When};
use store::{Store, StoreAddress};
use tempfile::TempDir;

use crate::{Desk, Person, Place};

/// The bodies of the place; Dunmere ended and Ashby follows it.
const PLACE: &str = r#"
name = "Madeshire"
[[body]]
name = "Ashby Council"
short_name = "Ashby"
[[body]]
name = "Beckton Council"
short_name = "Beckton"
[[body]]
name = "Corley Council"
short_name = "Corley"
"#;

/// A desk, and the folder that it is kept in.
pub(crate) struct MadeUp {
    pub(crate) desk: Desk,
    pub(crate) folder: TempDir,
}

/// The moment at which everything is done: noon on 22 November 2026.
pub(crate) fn noon() -> Moment {
    Moment(1_795_348_800)
}

/// A desk of a place without any entry.
pub(crate) fn made_up() -> MadeUp {
    let folder = tempfile::tempdir().expect("a temporary folder");
    std::fs::write(folder.path().join("place.toml"), PLACE).expect("the place is written");
    let desk = open(folder.path());
    MadeUp { desk, folder }
}

/// Another desk over the same place, as another program would open it.
pub(crate) fn open(folder: &Path) -> Desk {
    let place = Place::open(folder).expect("a place");
    let address: StoreAddress = place.store_address(None).expect("a file in its folder");
    let store = Store::open(&address).expect("a register");
    Desk::open(place, store, None, noon).expect("a desk")
}

/// Somebody with one role for one body.
pub(crate) fn person(role: Role, body: &str) -> Person {
    let account = format!("{}-of-{body}", role.code());
    let author = Author { account: account.clone(), name: format!("An {} of {body}", role.code()) };
    Person { asker: Asker::signed_in(&account, vec![(Some(BodyId::new(body)), role)]), author }
}

/// An administrator of the whole place.
pub(crate) fn administrator() -> Person {
    let author = Author { account: "ada".to_string(), name: "Ada".to_string() };
    Person { asker: Asker::signed_in("ada", vec![(None, Role::Administrator)]), author }
}

/// A plain arrangement of these bodies, the first of which leads.
pub(crate) fn arrangement(id: &str, bodies: &[&str]) -> Arrangement {
    let role = |place| if place == 0 { register::Role::Lead } else { register::Role::Partner };
    let parties = bodies.iter().enumerate().map(|(place, body)| Party { body: BodyId::new(body), role: role(place) });
    Arrangement {
        id: ArrangementId::new(id),
        title: format!("Shared {id}"),
        summary: "What is done together.".to_string(),
        services: vec![services::Family::Legal],
        service_list_ids: Vec::new(),
        parties: parties.collect(),
        kind: Kind::LeadAuthority,
        legal_form: String::new(),
        aims: vec![register::Aim::Resilience],
        happenings: vec![Happening { when: When::Year(2020), what: What::Started, note: String::new(), sources: Vec::new() }],
        agreed_until: None,
        reviews: Vec::new(),
        break_terms: String::new(),
        price_of_leaving: PriceOfLeaving::NotSaid,
        lead_member: None,
        lead_officer: None,
        savings: Savings::NoFigure(NoFigure::NotCounted),
        sources: vec![Cited { document: "Cabinet report".to_string(), ..Cited::default() }],
        found_as: None,
    }
}

/// A day written as `2026-11-22`.
pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("the test writes a real day")
}

/// The report of a search that found one opportunity, `already-sharing-beckton--legal`: Ashby pays Beckton for legal services.
pub(crate) fn report() -> pages::Report {
    let supplier = SupplierId::new("beckton-council");
    let facts = SupplierFacts {
        id: supplier.clone(),
        name: "Beckton Council".into(),
        is_body: Some(BodyId::new("beckton")),
        is_sme: None,
        is_vcse: false,
    };
    let place = opportunities::Place {
        name: "Madeshire".into(),
        today: day("2026-11-20"),
        vesting: None,
        bodies: Vec::new(),
        suppliers: vec![facts],
        spend: Vec::new(),
        contracts: Vec::new(),
    };
    pages::Report {
        place,
        opportunities: vec![opportunity(supplier)],
        lines: Default::default(),
        headline: headline(),
        suppliers: Vec::new(),
        supplier_notes: Default::default(),
        cards: Vec::new(),
        families: Vec::new(),
        overlap: Vec::new(),
        not_addressable: Vec::new(),
    }
}

fn opportunity(supplier: SupplierId) -> Opportunity {
    let share = BodyShare { body: BodyId::new("ashby"), yearly: Pence(1_000_000), year: None, months: 12, lines: 12, suppliers: 1 };
    Opportunity {
        id: OpportunityId::new("already-sharing-beckton--legal"),
        kind: Found::AlreadySharing,
        title: "Ashby already pays Beckton Council for legal services".into(),
        summary: "Ashby pays Beckton each month.".into(),
        bodies: vec![share],
        suppliers: vec![supplier],
        suppliers_in_all: 1,
        family: Some(services::Family::Legal),
        total_yearly: Pence(1_000_000),
        addressable_yearly: Pence(0),
        left_out: Vec::new(),
        saving: None,
        trust_fracture_points: 1,
        team: 2,
        first_date: None,
        deadlines: Vec::new(),
        contracts: Vec::new(),
        cautions: Vec::new(),
        harms: Vec::new(),
        score: Score { total: 50.0, parts: Vec::new() },
        overlaps: Vec::new(),
        counted_once_yearly: Pence(0),
        evidence: Vec::new(),
    }
}

fn headline() -> pages::Headline {
    pages::Headline {
        files: 1,
        files_read: 1,
        files_other: 0,
        files_not_understood: Vec::new(),
        payments: 12,
        paid: Pence(1_000_000),
        repeated: 0,
        contracts: 0,
        redacted: (0, Pence(0)),
        persons: (0, Pence(0)),
        unclassified_share: 0.0,
        period: Some((day("2025-04-03"), day("2026-03-28"))),
    }
}
