//! The suppliers of Westmarch with their names as published.

use definitions::Pence;
use opportunities::SupplierFacts;
use pages::{BodyPaid, NamePublished, SupplierView};

use super::{body, family, pounds, supplier_id};

/// Name, family, bodies that pay it, and pounds over all years.
const SUPPLIERS: [(&str, &str, &[usize], i64); 18] = [
    ("Tallow Lane Staffing", "agency-staff", &[0, 1, 2, 3, 4], 46_210_000),
    ("Brackenfell Waste", "waste", &[0, 1, 3], 33_840_000),
    ("Stonecroft Highways", "highways", &[0, 3], 31_115_000),
    ("Saltmarsh Energy", "energy", &[0, 3, 4, 5], 22_300_000),
    ("Lumen Street Services", "highways", &[0, 3], 12_420_000),
    ("Marram Environmental", "waste", &[2], 8_610_000),
    ("Brightwell Cleaning", "cleaning-and-facilities", &[0, 1, 4, 5], 7_300_000),
    ("Northgate Power Supply", "energy", &[1, 4], 5_950_000),
    ("Meridian Cover Brokers", "insurance", &[0, 1, 2, 5], 5_100_000),
    ("Quillwood Care Recruitment", "agency-staff", &[0, 3], 4_020_000),
    ("Gantry Motor Factors", "fleet-maintenance", &[4, 5], 3_150_000),
    ("Ledgerstone Software", "software", &[0, 1, 2, 3], 2_283_000),
    ("Oxbow Interim", "agency-staff", &[0, 3], 1_970_000),
    ("Wharfside Mutual", "insurance", &[3, 4], 1_640_000),
    ("Watchgate Security", "security", &[1, 3, 4], 1_510_000),
    ("Harebell Facilities", "cleaning-and-facilities", &[2, 3], 980_000),
    ("Spindle & Sons Cleaning", "cleaning-and-facilities", &[1], 212_000),
    ("=SUM(A1) <script>alert(1)</script> Printers", "print-and-post", &[1, 2], 49_400),
];

/// For the place.
pub(super) fn facts() -> Vec<SupplierFacts> {
    let fact = |name: &str| SupplierFacts { id: supplier_id(name), name: name.to_string(), is_body: None, is_sme: None, is_vcse: false };
    SUPPLIERS.iter().map(|(name, ..)| fact(name)).chain([fact("Alderbrook")]).collect()
}

/// For the report.
pub(super) fn suppliers() -> Vec<SupplierView> {
    SUPPLIERS.iter().map(|(name, code, payers, paid)| view(name, code, payers, *paid)).collect()
}

/// One supplier with the names its payers publish.
pub(super) fn view(name: &str, code: &str, payers: &[usize], paid: i64) -> SupplierView {
    let spelt = |place: usize| match place % 4 {
        0 => format!("{name} Limited"),
        1 => format!("{} LTD", name.to_uppercase()),
        2 => name.to_string(),
        _ => format!("{} LTD (BACS)", name.to_uppercase()),
    };
    let published =
        |(place, payer): (usize, &usize)| NamePublished { text: spelt(place), body: body(*payer), payments: 412 / (place as u64 + 1) };
    let part = |(place, payer): (usize, &usize)| BodyPaid {
        body: body(*payer),
        paid: Pence(pounds(paid).0 / payers.len() as i64 - place as i64 * 1_234_567),
        payments: 412 / (place as u64 + 1),
    };
    SupplierView {
        id: supplier_id(name),
        name: name.to_string(),
        names: payers.iter().enumerate().map(published).collect(),
        why: vec![
            "The names are the same once “Ltd” and “Limited” are set aside.".into(),
            "Two bodies publish the same company number for it.".into(),
        ],
        judged: Vec::new(),
        paid: payers.iter().enumerate().map(part).collect(),
        family: family(code),
    }
}
