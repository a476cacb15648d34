//! The words that publishers put over their columns, and what they mean.
//!
//! The rule: a heading means the first line of the table below whose words are all in it, in any order. Each line has
//! a rank, so that where two columns could be the date, the payment date wins over the invoice date.
//! Nothing here looks at a cell: `columns` decides, and what the cells hold may overrule a heading.
//!
//! This file is longer than most because it is one table, tested heading by heading.

use crate::Meaning;
use crate::Meaning::*;

/// Which sort of table the headings are read for: `Name` is a supplier over payments and a title over contracts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Payments, purchase cards and grants.
    Money,
    /// Contracts and notices.
    Agreements,
}

/// Words of the trade that decide nothing, so that they are not "mended" into words that do.
pub(super) const OTHER_WORDS: &[&str] = &[
    "account",
    "address",
    "capital",
    "revenue",
    "contact",
    "county",
    "country",
    "street",
    "payments",
    "services",
    "costing",
    "charges",
    "comments",
    "currency",
    "responsible",
    "received",
    "creation",
    "council",
    "balance",
    "grants",
    "parking",
    "salary",
    "employee",
    "owned",
    "chargeable",
    "identified",
];

/// One line of the table.
pub(super) struct Line {
    /// What a heading with these words means.
    pub(super) meaning: Meaning,
    /// 0 is best; columns of one meaning compete.
    pub(super) rank: u8,
    /// Groups parted by spaces, alternatives by `|`; every group must have a word in the heading. After `=`: the whole heading.
    pub(super) words: &'static str,
    /// Words that must not be there.
    pub(super) without: &'static str,
}

const fn line(meaning: Meaning, rank: u8, words: &'static str, without: &'static str) -> Line {
    Line { meaning, rank, words, without }
}

/// Lines for every family; they come first.
#[rustfmt::skip]
pub(super) const SHARED: &[Line] = &[
    line(BodyCode, 1, "body|organisation|organization|org|authority|council code|id|uri|url|identifier", "recipient supplier beneficiary"),
    line(OpenContractingId, 0, "ocid", ""),
    line(OpenContractingId, 0, "open contracting", ""),
    line(SercopCode, 1, "service category uri|code", "proclass"),
    line(SercopLabel, 1, "service category label", "proclass"),
    line(VatNumber, 0, "vat number|no|reg|registration|registered|id", "amount value"),
    line(CharityNumber, 0, "charity|charitable number|no|commission|reg|registration|registered|id", ""),
    line(CompanyNumber, 0, "crn", ""),
    line(CompanyNumber, 0, "company|coy number|no|reg|registration|registered", "name charity vcse"),
    line(Url, 3, "uri|url|website|link|hyperlink", ""),
    line(Postcode, 0, "postcode|postal", ""),
    line(ProclassCode, 0, "proclass code|id|number|no", "description label"),
    line(ProclassLabel, 0, "proclass", ""),
    line(CpvCode, 0, "cpv code|id|number|no", "description label"),
    line(CpvLabel, 0, "cpv", ""),
    line(SercopCode, 0, "sercop|bvacop|bvaccop|cipfa code|id", ""),
    line(SercopLabel, 0, "sercop|bvacop|bvaccop|cipfa", ""),
    line(Sme, 0, "sme|smes", ""),
    line(Vcse, 0, "vcse|vcs|vcfse|voluntary", "grant type"),
    line(Contact, 3, "email|telephone|phone|fax|contact", ""),
];

/// Lines for payments, purchase cards and grants.
#[rustfmt::skip]
pub(super) const MONEY: &[Line] = &[
    line(CardMark, 0, "card|pcard|gpc|gpcs transaction|indicator|flag|type|yn|payment", "date amount value number no id ref"),
    line(Redacted, 0, "redact|redacted|redaction", "amount"),
    // Dates: the day money left first, then the ledger's day, then the invoice's.
    line(OtherText, 6, "date|dated start|end|order|created|birth|publication|published|extract|review|modified|from|to", "payment paid"),
    line(Day, 0, "date|dated payment|paid|pay|cleared|clearing|cheque|remittance|bacs|settlement|settled|disbursement", ""),
    line(Day, 1, "date|dated award|awarded|grant", ""),
    line(Day, 3, "date|dated posting|posted|gl|ledger|journal|accounting|processed|processing|entry", ""),
    line(Day, 4, "date|dated invoice|inv|document|doc|tax|received", ""),
    line(Day, 5, "date|dated due|effective", ""),
    line(Day, 2, "date|dated|paydate|day", "name"),
    line(Month, 0, "month|period|yearmonth", "amount value total"),
    line(Year, 0, "=year|yr|fy", ""),
    line(Year, 0, "financial|fiscal|calendar|payment|accounting year|yr", "amount value total"),
    // VAT, then amounts.
    line(NetAmount, 0, "irrecoverable|nonrecoverable|unrecoverable inc|incl|including|plus|with", "exc excl excluding"),
    line(VatAmount, 0, "irrecoverable|nonrecoverable|unrecoverable", "exc excl excluding net"),
    line(NetAmount, 0, "vat net|nett|exc|excl|excluding|exclusive|ex|less|without|before", "code rate"),
    line(GrossAmount, 0, "vat inc|incl|including|inclusive|gross|plus|with", "code rate"),
    line(OtherText, 6, "vat|tax code|rate|type|status|group|indicator", ""),
    line(VatAmount, 0, "vat", ""),
    line(OtherNumber, 6, "amount|value|cost|total|sum applied|requested|budget|remaining|limit|threshold|annual|cumulative|ytd|balance|outstanding|disbursed|order|po", "paid awarded invoice"),
    line(NetAmount, 0, "net|nett amount|amt|value|invoice|inv|total|price|cost|spend|sum|payment|paid|line|expenditure|gbp|figure", "type"),
    line(NetAmount, 0, "=net|nett", ""),
    line(GrossAmount, 0, "gross", "type"),
    // Suppliers.
    line(SupplierNumber, 0, "supplier|vendor|creditor|payee|beneficiary|merchant|recipient|provider|contractor id|no|number|code|ref|key|account|identifier|num|uri", "name invoice inv date amount category classification"),
    line(Reference, 3, "supplier|vendor|creditor|their|external invoice|inv|ref|reference|bill number|no|ref|reference|id|num", ""),
    line(MerchantCategory, 0, "merchant category|type|classification|code|description|group", ""),
    line(MerchantCategory, 0, "mcc", ""),
    line(OtherText, 5, "supplier|vendor|creditor|payee|beneficiary|merchant|recipient|org address|town|city|street|county|country|status|size|description|location|latitude|longitude|web|ward|region|locality|site|bank", "name"),
    line(Category, 3, "supplier|vendor|creditor|beneficiary|payee category|type|classification|class|group|sector", ""),
    line(Supplier, 0, "supplier|vendor|creditor|payee|beneficiary|recipient|grantee name|final|label|title|org", "location geographic code"),
    line(Supplier, 1, "supplier|vendor|creditor|payee|beneficiary|recipient|merchant|provider|contractor|grantee|seller", "amount value date total sum location geographic code"),
    line(Supplier, 2, "paid|payable|payment to", "date amount"),
    line(Supplier, 2, "trading|business|firm name", "unit"),
    line(Supplier, 3, "=name|names", ""),
    line(Supplier, 4, "company name", ""),
    // Services and categories; codes first.
    line(Service, 1, "expense|expenditure|spend area", ""),
    line(OtherText, 6, "department family", ""),
    line(OtherText, 5, "currency", "amount value"),
    line(OtherText, 5, "expenditure|expense|account|ac|gl|nominal|subjective|ledger|element|spend|category|commodity code|no|number|id", "description desc name label"),
    line(Category, 0, "expenditure|expense|spend|spending type|category|class|classification|group|heading|analysis", ""),
    line(Category, 1, "account|gl|nominal|subjective|ledger|objective description|desc|name|detail|label|title|category|type|text|heading", ""),
    line(Category, 1, "procurement|purchasing|commodity|internal category|class|classification|group|label|name|description", ""),
    line(Category, 1, "grant programme|program", ""),
    line(Service, 4, "cost|costcentre code|centre|name|description|desc", ""),
    line(OtherText, 5, "service|department|directorate|division|team|unit|costcentre|portfolio|centre|section|location|fund|area|profit code|id|no|number", "description desc name label"),
    line(Service, 0, "service area|label|name|division|description|desc|categorisation|unit|group", "category"),
    line(Service, 0, "=service", ""),
    line(Service, 1, "department|dept|dep|departmental", "category"),
    line(Service, 1, "organisational|organizational|operational|business unit", ""),
    line(Service, 2, "directorate|service", "category reference"),
    line(Service, 3, "portfolio|division|section|costcentre|school|branch|team|faculty", ""),
    line(Body, 0, "body|organisation|organization|authority|council|auth|entity|trust|funding|funder name|label|title|org", "unit code id type head non recipient"),
    line(Body, 1, "body|organisation|organization|authority|council|auth|entity|trust|force|employer", "unit code id ref type head non area responsible recipient amount date"),
    line(Body, 3, "company", "code id number name"),
    line(Category, 2, "category|categories", ""),
    line(Category, 2, "=procurement|account|subjective|nominal|commodity", ""),
    line(Category, 3, "=type", ""),
    // What it was for.
    line(Purpose, 0, "purpose|purposes", ""),
    line(Purpose, 1, "narrative|narration", ""),
    line(Purpose, 2, "description|desc|details|reason|summary|particulars", "code"),
    line(Purpose, 3, "detail|comment|text|notes|item|title", "number no code"),
    // References.
    line(OtherNumber, 5, "=line|row|position", ""),
    line(OtherNumber, 5, "line|item|row|position|distribution no|number|item|id|num", ""),
    line(Reference, 0, "transaction|trans|document|doc|voucher|payment number|no|id|ref|reference|num|nos", "amount"),
    line(Reference, 0, "transno|docno|voucher|documentno", "amount"),
    line(Reference, 1, "invoice|inv|cheque|bacs|remittance|order|po number|no|id|ref|reference|num|transaction", "amount"),
    // Money that does not say whether VAT is in it.
    line(Amount, 0, "amount|amt", "type code description name no number id date centre category"),
    line(Amount, 1, "value|gbp|paid|invoiced|sum|pounds|debit", "type code description name no number id date centre category"),
    line(Amount, 2, "total|cost|spend|price|expenditure|charge|figure", "type code description name no number id date centre category"),
    line(Amount, 3, "=payment|payments|invoice", ""),
    line(Reference, 2, "reference|ref|id|identifier|uid|unique|recid|transaction", ""),
];

/// Lines for contracts and notices.
#[rustfmt::skip]
pub(super) const AGREEMENTS: &[Line] = &[
    line(TotalValue, 0, "total|whole|lifetime|overall value|cost|amount|price|sum", "type annual"),
    line(ExtensionsTaken, 0, "extension|ext taken|used|exercised|invoked", ""),
    line(ExtensionCount, 0, "extension|ext many|number|no|count", "month months date"),
    line(LatestEnd, 0, "maximum|max|latest|final|last|possible|ultimate|potential extension|extended|expiry|end|completion", "value month months"),
    line(LatestEnd, 1, "end|expiry including|incl|inc|with extension|extensions", "value"),
    line(OtherText, 6, "value|cost extension", ""),
    line(ExtensionMonths, 0, "extension|extend|extended|ext month|option|period|duration|length|available|possible|term|optional|year", "date"),
    line(ExtensionMonths, 1, "extension|extend", "date"),
    line(End, 0, "current expiry|end|expires|finish", "value"),
    line(Review, 0, "review|break|renewal", "value"),
    line(OtherText, 6, "date|deadline closing|published|interest|tender|signed|issue|issued|advert|advertised|effective|extract|modified|created|submission|updated", "contract"),
    line(Start, 0, "start|commencement|commence|begin|commencing", "value interest"),
    line(OtherText, 6, "interest start|end|closing|date", ""),
    line(End, 1, "end|expiry|expire|expires|expiration|finish|completion|termination", "user value"),
    line(OtherText, 6, "date award|awarded|published|interest", ""),
    line(AnnualValue, 0, "annual|annually|yearly|pa|annualised value|cost|spend|amount|price|sum|expenditure|gbp|contract", ""),
    line(VatAmount, 0, "irrecoverable|nonrecoverable", ""),
    line(OtherText, 6, "fixed estimated|cost", ""),
    line(TotalValue, 0, "total|whole|lifetime|overall|full|aggregate|estimated|awarded|contract|agreement value|cost|amount|price|sum|spend", "type"),
    line(TotalValue, 1, "value|sum|amount|cost|price|gbp", "type"),
    line(VatAmount, 1, "vat", ""),
    line(TermMonths, 0, "duration|term|length|period|months", ""),
    line(Status, 0, "status|state|stage", ""),
    line(OtherText, 5, "supplier|vendor|contractor|provider type|category|classification|size", ""),
    line(SupplierNumber, 0, "supplier|vendor|contractor|provider id|no|number|ref|code|reference|identifier", "name"),
    line(OtherText, 5, "supplier|vendor|contractor|provider address|town|city|street|county|country", "name"),
    line(Contact, 1, "manager|officer|owner|buyer|contact|requester|author", "organisation authority body"),
    line(Supplier, 0, "supplier|vendor|contractor|provider|tenderer|bidder name|company|organisation|details|trading", ""),
    line(Supplier, 1, "supplier|vendor|contractor|provider|awardee|winning|successful|consultant", "number no id"),
    line(Supplier, 2, "awarded to", ""),
    line(Process, 0, "process|route|procedure|ojeu", ""),
    line(Reference, 0, "contract|agreement|tender|notice|procurement|opportunity|register reference|ref|number|no|id|identifier|code|refno|uid", ""),
    line(Reference, 1, "uid|reference|ref|id|refno|recid|number|identifier", ""),
    line(Title, 0, "title|titles", "job"),
    line(Title, 1, "contract|agreement|tender|project|framework name|subject", "supplier"),
    line(Description, 0, "description|desc|details|goods|purpose|summary|scope|subject|nature|specification", ""),
    line(Process, 1, "procurement|tender|contract|agreement type|method", ""),
    line(Category, 0, "category|classification|categories|commodity", ""),
    line(Body, 0, "purchasing|contracting|buying|procuring|lead|commissioning body|authority|organisation|council|party", ""),
    line(Service, 0, "service|department|directorate|dept|division|portfolio|unit|team|section|function", ""),
    line(Body, 1, "organisation|organization|authority|council|body|entity|buyer|trust", ""),
    line(Body, 2, "customer|client", ""),
    line(Title, 2, "=name", ""),
    line(Title, 3, "=contract|agreement|project|framework|works", ""),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::recognise::{read_heading, recognise};

    fn over(family: Family, heading: &str) -> Option<Meaning> {
        recognise(&read_heading(heading).words, family).map(|found| found.meaning)
    }

    fn money(heading: &str) -> Option<Meaning> {
        over(Family::Money, heading)
    }

    fn agreement(heading: &str) -> Option<Meaning> {
        over(Family::Agreements, heading)
    }

    #[test]
    fn the_headings_of_an_nhs_trust_are_known() {
        assert_eq!(money("Department Family"), Some(OtherText));
        assert_eq!(money("Entity"), Some(Body));
        assert_eq!(money("Expense Type"), Some(Category));
        assert_eq!(money("Expense Area"), Some(Service));
        assert_eq!(money("Transaction Number"), Some(Reference));
        assert_eq!(money("AP Amount (£)"), Some(Amount));
    }

    #[test]
    fn the_headings_of_the_transparency_code_are_known() {
        for (heading, meaning) in [
            ("OrganisationLabel", Body),
            ("OrganisationURI", BodyCode),
            ("OrganisationalUnit", Service),
            ("BeneficiaryName", Supplier),
            ("BeneficiaryOtherID", SupplierNumber),
            ("CompaniesHouseRegistrationNumber", CompanyNumber),
            ("CharityCommissionNumber", CharityNumber),
            ("PaymentDate", Day),
            ("TransactionNumber", Reference),
            ("Amount", Amount),
            ("IrrecoverableVATAmount", VatAmount),
            ("Purpose", Purpose),
            ("CategoryInternalName", Category),
            ("ProclassCode", ProclassCode),
            ("ProclassLabel", ProclassLabel),
            ("CPVLabel", CpvLabel),
            ("MerchantCategoryCode", MerchantCategory),
            ("CardTransaction", CardMark),
        ] {
            assert_eq!(money(heading), Some(meaning), "{heading}");
        }
    }

    #[test]
    fn an_amount_says_whether_vat_is_in_it_in_many_words() {
        assert_eq!(money("Amount (Net of VAT)"), Some(NetAmount));
        assert_eq!(money("Net Amount(\u{fffd})"), Some(NetAmount));
        assert_eq!(money("Amount exc. VAT £"), Some(NetAmount));
        assert_eq!(money("Amount including irrecoverable VAT"), Some(NetAmount));
        assert_eq!(money("Gross Value (detail)"), Some(GrossAmount));
        assert_eq!(money("Total inc VAT"), Some(GrossAmount));
        assert_eq!(money("Vat Amount"), Some(VatAmount));
        assert_eq!(money("VAT Registraation Number"), Some(VatNumber));
        assert_eq!(money("£"), Some(Amount));
        assert_eq!(money("Net Order Value"), Some(OtherNumber));
        assert_eq!(money("Amount Applied For"), Some(OtherNumber));
        assert_eq!(money("Amount Awarded"), Some(Amount));
    }

    #[test]
    fn the_headings_of_boroughs_counties_and_police_forces_are_known() {
        for (heading, meaning) in [
            ("Amount in local currency", Amount),
            ("Currency", OtherText),
            ("Amount Excl VAT", NetAmount),
            ("Original Gross Amount", GrossAmount),
            ("Line Amount", Amount),
            ("Invoice/Document Number", Reference),
            ("PO Number", Reference),
            ("Cheque/BACS No", Reference),
            ("Account Code Description", Category),
            ("Account Code", OtherText),
            ("Cost Centre Description", Service),
            ("Subjective Description", Category),
            ("Cabinet Portfolio", Service),
            ("Date Paid", Day),
            ("Posting Date", Day),
            ("Paid To", Supplier),
            ("Vendor No", SupplierNumber),
            ("Merchant Name", Supplier),
            ("Trading Name", Supplier),
            ("Funding Org:Identifier", BodyCode),
            ("Funding Org:Name", Body),
            ("Narrative", Purpose),
        ] {
            assert_eq!(money(heading), Some(meaning), "{heading}");
        }
    }

    #[test]
    fn a_name_is_a_supplier_over_payments_and_a_title_over_contracts() {
        assert_eq!(money("Name:  "), Some(Supplier));
        assert_eq!(agreement("Name"), Some(Title));
        assert_eq!(money("Suuplier ID (T)"), Some(SupplierNumber));
        assert_eq!(money("Recipient Org:Name"), Some(Supplier));
        assert_eq!(money("Company(T)"), Some(Body));
    }

    #[test]
    fn the_headings_of_contracts_registers_are_known() {
        for (heading, meaning) in [
            ("Current Expiry Date", End),
            ("End Date", End),
            ("Contract start date", Start),
            ("Maximum Extension Date", LatestEnd),
            ("Last extension date", LatestEnd),
            ("Option to extend (months)", ExtensionMonths),
            ("How many extensions", ExtensionCount),
            ("Extension 1 Taken?", ExtensionsTaken),
            ("Contract Duration (months)", TermMonths),
            (" Annual Contract Value (average)", AnnualValue),
            (" Total Contract Value (including extensions)", TotalValue),
            ("Purchasing Body", Body),
            ("Supplier Company Name", Supplier),
            ("Title of the Agreement", Title),
            ("Contract Reference number / ID", Reference),
            ("Directorate / service responsible", Service),
            ("STAR Category Manager", Contact),
            ("SME Supplier?", Sme),
        ] {
            assert_eq!(agreement(heading), Some(meaning), "{heading}");
        }
    }
}
