//! What is known of a place: the plain facts that opportunities are found in.
//!
//! The rule: small and plain, made by `evidence` from published lines; repeated payments are already out,
//! private persons were never in.

use bodies::BodyKind;
use definitions::{BodyId, Day, FinancialYear, Pence, Source, SupplierId};
use serde::{Deserialize, Serialize};
use services::{Family, NotAddressable};

/// The facts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Name for headings.
    pub name: String,
    /// The day on which the question is asked; dates already past are not proposed.
    pub today: Day,
    /// The day on which bodies of the place are replaced, if that is decided (`place.toml`).
    pub vesting: Option<Day>,
    /// Bodies that published something, by id.
    pub bodies: Vec<BodyFacts>,
    /// Suppliers with spend, by id.
    pub suppliers: Vec<SupplierFacts>,
    /// Spend profile, by body, supplier, family and year.
    pub spend: Vec<SpendLine>,
    /// Contracts, in the order of body, file and line.
    pub contracts: Vec<ContractFacts>,
}

/// One publishing body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BodyFacts {
    /// Its name for files.
    pub id: BodyId,
    /// Its name for tables, `Bolton`.
    pub name: String,
    /// What sort of body.
    pub kind: BodyKind,
    /// Residents, in thousands, where known (the priors differ under 20 and over 60).
    pub thousand_residents: Option<f64>,
    /// How much of each year was published, oldest first.
    pub years: Vec<YearCovered>,
    /// Set when the series breaks: "publishes 237 rows a month from July 2022 instead of 14,183".
    pub break_in_series: Option<String>,
    /// Its last day, where it has ended or will. One that has ended is no partner to anything.
    #[serde(default)]
    pub last_day: Option<Day>,
    /// Names of the bodies that have what was its after its last day.
    #[serde(default)]
    pub heirs: Vec<String>,
    /// Bodies that ended and that it alone took over from: their payments and contracts are counted as its own.
    #[serde(default)]
    pub carries: Vec<Carried>,
}

impl Place {
    /// The bodies that exist on the day of asking: those that can be partners.
    pub fn standing(&self) -> impl Iterator<Item = &BodyFacts> {
        self.bodies.iter().filter(|body| !body.has_ended(self.today))
    }
}

impl BodyFacts {
    /// True where it is no more on `day`: what it paid stays evidence, but nobody can agree anything with it.
    pub fn has_ended(&self, day: Day) -> bool {
        self.last_day.is_some_and(|last| last < day)
    }
}

/// A body that ended, seen from the one that took over from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Carried {
    /// Its name for tables.
    pub name: String,
    /// Its last day.
    pub last_day: Day,
}

/// How much of one financial year a body published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearCovered {
    /// The year.
    pub year: FinancialYear,
    /// Bit 0 is April, bit 11 is March: months with a normal number of rows.
    pub months: u16,
}

/// One supplier.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SupplierFacts {
    /// Its name for files.
    pub id: SupplierId,
    /// Its name for people.
    pub name: String,
    /// Set when the supplier is itself a public body.
    pub is_body: Option<BodyId>,
    /// Published somewhere as small or medium enterprise.
    pub is_sme: Option<bool>,
    /// Published somewhere as voluntary, or with a charity number.
    pub is_vcse: bool,
}

/// What one body paid one supplier for one family in one financial year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpendLine {
    /// Who paid.
    pub body: BodyId,
    /// Who was paid; `None` for redacted, missing and private-person payees together.
    pub supplier: Option<SupplierId>,
    /// What for; `None` is not classified.
    pub family: Option<Family>,
    /// Set when no sharing can reach it.
    pub not_addressable: Option<NotAddressable>,
    /// When.
    pub year: FinancialYear,
    /// Bit 0 is April, bit 11 is March: months with at least one payment.
    pub months: u16,
    /// How many payments.
    pub payments: u64,
    /// Their sum.
    pub paid: Pence,
}

/// One contract of a register, or one award notice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ContractFacts {
    /// Whose register or notice it is in.
    pub body: BodyId,
    /// Where it was published.
    pub source: Source,
    /// As published.
    pub reference: Option<String>,
    /// As published.
    pub title: String,
    /// Suppliers; several on a framework.
    pub suppliers: Vec<SupplierId>,
    /// What for.
    pub family: Option<Family>,
    /// First day.
    pub start: Option<Day>,
    /// End as it stands.
    pub end: Option<Day>,
    /// Latest end if every extension is taken.
    pub latest_end: Option<Day>,
    /// Earliest end if a break is used.
    pub earliest_end: Option<Day>,
    /// Value of one year.
    pub annual_value: Option<Pence>,
    /// Words as published that say other bodies are in it.
    pub joint_words: Option<String>,
    /// True for invitations and plans.
    pub is_not_yet_awarded: bool,
}
