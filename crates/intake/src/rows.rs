//! The rows that come out of a published file, and who takes them.
//!
//! The rule: a row borrows its text from the reader and says its line. A payee that may not be named
//! is not a name: the types have no place for a private person's or a redacted name.

use definitions::{Day, LinePlaces, Month, Pence, Remark};
use serde::{Deserialize, Serialize};

/// Whether amounts include VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// Without VAT that can be recovered.
    Net,
    /// With VAT.
    Gross,
    /// The file does not say.
    Unknown,
}

/// How money was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PaymentVia {
    /// An ordinary payment in a spend file.
    Invoice,
    /// A purchase card.
    Card,
    /// A grant list.
    Grant,
}

/// Why a publisher withheld a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Redaction {
    /// Personal data.
    Personal,
    /// Commercial confidentiality.
    Commercial,
    /// Another reason, or none given.
    Other,
}

/// Who was paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payee<'a> {
    /// A supplier, with codes taken out of the name and white space made single.
    Supplier(&'a str),
    /// The publisher withheld the name.
    Redacted(Redaction),
    /// The name looks like a private person's and is not handed on.
    PrivatePerson,
    /// The cell was empty.
    Missing,
}

/// One published payment. Texts are trimmed, never empty, and otherwise as published.
#[derive(Clone, Copy, Debug)]
pub struct Payment<'a> {
    /// Line or sheet row, from 1.
    pub line: u32,
    /// What a body-name column says, if there is one.
    pub body_name: Option<&'a str>,
    /// The day, if a real one was published.
    pub day: Option<Day>,
    /// The month: of the day, or where only a month was published (or only the file or sheet name tells it).
    pub month: Option<Month>,
    /// The amount on the table's basis; negative for a credit.
    pub amount: Pence,
    /// Who was paid.
    pub payee: Payee<'a>,
    /// How it was paid.
    pub via: PaymentVia,
    /// The body's own number for the supplier.
    pub supplier_number: Option<&'a str>,
    /// Companies House number, eight characters, checked for form.
    pub company_number: Option<&'a str>,
    /// VAT number, nine or twelve digits, check digit right.
    pub vat_number: Option<&'a str>,
    /// Charity Commission number.
    pub charity_number: Option<&'a str>,
    /// Supplier's postcode.
    pub postcode: Option<&'a str>,
    /// Transaction, document or invoice number.
    pub reference: Option<&'a str>,
    /// Department, directorate, service area.
    pub service: Option<&'a str>,
    /// The body's own category, expense type, merchant category.
    pub category: Option<&'a str>,
    /// Summary of purpose, description. `None` where it may name a person.
    pub purpose: Option<&'a str>,
    /// ProClass code and label, as published, joined by a space.
    pub proclass: Option<&'a str>,
    /// CPV code and label.
    pub cpv: Option<&'a str>,
    /// SeRCOP or BVACOP code and label.
    pub sercop: Option<&'a str>,
    /// Where its texts stand among those already met, for who remembers what was decided of them.
    pub places: LinePlaces,
}

/// One line of a contracts register, or one notice or OCDS release.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// Line, sheet row or record, from 1.
    pub line: u32,
    /// What a body-name or buyer column says.
    pub body_name: Option<String>,
    /// The body's own reference, or the notice's.
    pub reference: Option<String>,
    /// Open Contracting ID.
    pub ocid: Option<String>,
    /// Title.
    pub title: Option<String>,
    /// Description.
    pub description: Option<String>,
    /// Suppliers; several on a framework. Private persons and redacted names are left out and counted in `unnamed_suppliers`.
    pub suppliers: Vec<String>,
    /// Suppliers that may not be named.
    pub unnamed_suppliers: u32,
    /// Company number of the supplier, where there is one supplier.
    pub company_number: Option<String>,
    /// Supplier's postcode, where there is one supplier.
    pub postcode: Option<String>,
    /// Department.
    pub service: Option<String>,
    /// ProClass code and label.
    pub proclass: Option<String>,
    /// CPV codes and labels.
    pub cpv: Option<String>,
    /// The body's own category.
    pub category: Option<String>,
    /// First day.
    pub start: Option<Day>,
    /// End as it stands now: extensions already taken are in it, possible ones are not.
    pub end: Option<Day>,
    /// The latest end if every possible extension is taken.
    pub latest_end: Option<Day>,
    /// The earliest end if a published break or review date is used.
    pub earliest_end: Option<Day>,
    /// Value of one year, as published or worked out from the whole and the term.
    pub annual_value: Option<Pence>,
    /// Value of the whole.
    pub total_value: Option<Pence>,
    /// As published: "Live", "awarded", "Closed".
    pub status: Option<String>,
    /// True when it is an invitation or plan, not an agreed contract.
    pub is_not_yet_awarded: bool,
    /// Words as published that say other bodies are in it ("STAR Procurement on behalf of Stockport, Trafford and Rochdale").
    pub joint_words: Option<String>,
    /// As published: small or medium enterprise.
    pub is_sme: Option<bool>,
    /// As published: voluntary, community or social enterprise.
    pub is_vcse: Option<bool>,
    /// Address of the notice.
    pub url: Option<String>,
}

/// Who takes the rows. Returning `false` stops the reading at once (a person pressed stop, a disk is full).
pub trait Taker {
    /// A sheet or member begins.
    fn sheet(&mut self, sheet: Option<&str>);
    /// A payment.
    fn payment(&mut self, payment: &Payment<'_>) -> bool;
    /// A contract or notice.
    fn contract(&mut self, contract: Contract) -> bool;
    /// Something repaired or set aside.
    fn remark(&mut self, remark: Remark) -> bool;
    /// How many bytes of the file have been read; called now and then.
    fn progress(&mut self, bytes: u64) -> bool;
}
