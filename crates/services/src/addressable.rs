//! What sharing cannot reach: money handed on, set by law, or moved within the body.
//!
//! The rule: the body's own words for a payment decide, and a supplier's name only where it is the name of a tax
//! office, a pension fund or a lender. A firm called Grant, Levy or Precept is a firm. Where the words leave doubt
//! the line stays addressable, because hiding spend hides opportunities.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::matcher::Phrases;
use crate::{Because, Words};

/// Why no sharing can reach a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotAddressable {
    /// A precept or share of tax collected for another body.
    Precept,
    /// A levy set by another body.
    Levy,
    /// A grant given, or funding passed on to schools.
    Grant,
    /// A benefit or allowance passed to people.
    Benefit,
    /// Pension contributions and funds.
    Pension,
    /// Tax, National Insurance, rates and VAT paid over.
    Tax,
    /// Loans, interest and investments.
    Loan,
    /// A charge from one part of the body to another.
    InternalRecharge,
    /// A payment to another public body of the place.
    BetweenBodies,
    /// The supplier's name was redacted.
    Redacted,
    /// The supplier looks like a private person.
    PrivatePerson,
    /// Pay of the body's own staff.
    OwnPay,
}

impl NotAddressable {
    /// Every reason, in the order reports list them.
    pub const ALL: [NotAddressable; 12] = [
        NotAddressable::Precept,
        NotAddressable::Levy,
        NotAddressable::Grant,
        NotAddressable::Benefit,
        NotAddressable::Pension,
        NotAddressable::Tax,
        NotAddressable::Loan,
        NotAddressable::InternalRecharge,
        NotAddressable::BetweenBodies,
        NotAddressable::Redacted,
        NotAddressable::PrivatePerson,
        NotAddressable::OwnPay,
    ];

    /// Stable code for files: `internal-recharge`.
    pub fn code(self) -> &'static str {
        self.code_and_name().0
    }

    /// For people: `Internal recharges`.
    pub fn name(self) -> &'static str {
        self.code_and_name().1
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<NotAddressable> {
        NotAddressable::ALL.into_iter().find(|reason| reason.code() == code)
    }

    fn code_and_name(self) -> (&'static str, &'static str) {
        match self {
            NotAddressable::Precept => ("precept", "Precepts and shares of tax collected for others"),
            NotAddressable::Levy => ("levy", "Levies"),
            NotAddressable::Grant => ("grant", "Grants given and funding passed on to schools"),
            NotAddressable::Benefit => ("benefit", "Benefits and allowances paid to people"),
            NotAddressable::Pension => ("pension", "Pensions"),
            NotAddressable::Tax => ("tax", "Taxes and rates"),
            NotAddressable::Loan => ("loan", "Loans, interest and investments"),
            NotAddressable::InternalRecharge => ("internal-recharge", "Internal recharges"),
            NotAddressable::BetweenBodies => ("between-bodies", "Payments to other public bodies of the place"),
            NotAddressable::Redacted => ("redacted", "Names redacted by the publisher"),
            NotAddressable::PrivatePerson => ("private-person", "Private persons"),
            NotAddressable::OwnPay => ("own-pay", "Pay of own staff"),
        }
    }
}

/// Whether the words of a line say that no sharing can reach it; `None` is addressable.
/// `BetweenBodies`, `Redacted` and `PrivatePerson` are decided by the caller, who knows them.
pub fn addressability(words: &Words<'_>) -> Option<NotAddressable> {
    first_reason(words, &mut |text, _, reader| reason_in(text, reader))
}

/// The same, with `reason` giving what each field has to say: a reader of many lines may have it remembered.
pub(crate) fn first_reason(
    words: &Words<'_>,
    reason: &mut impl FnMut(&str, Because, Reader) -> Option<NotAddressable>,
) -> Option<NotAddressable> {
    let fields = [
        (words.category, Because::CategoryWords, Reader::Spending),
        (words.purpose, Because::PurposeWords, Reader::Spending),
        (words.proclass, Because::ProClass, Reader::Spending),
        (words.sercop, Because::Sercop, Reader::Spending),
        (words.service, Because::ServiceWords, Reader::Service),
        (words.supplier, Because::SupplierWords, Reader::Supplier),
    ];
    fields.into_iter().find_map(|(text, because, reader)| reason(text?, because, reader))
}

/// Which field is being read. Whole headings are read with the spending words, but must be all that is said.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Reader {
    Spending,
    WholeSpending,
    Service,
    Supplier,
}

type Sense = (Reader, Option<NotAddressable>);

static PHRASES: LazyLock<Phrases<Sense>> = LazyLock::new(|| {
    Phrases::compile(WORDS.iter().flat_map(|&(reader, reason, phrases)| phrases.iter().map(move |&phrase| (phrase, (reader, reason)))))
});

pub(crate) fn reason_in(text: &str, reader: Reader) -> Option<NotAddressable> {
    let mut reason = None;
    let wanted = |(table, _): Sense| table == reader || (table == Reader::WholeSpending && reader == Reader::Spending);
    PHRASES.each_in(text, wanted, |found| {
        let (table, because) = found.meaning;
        if table != Reader::WholeSpending || found.is_whole_text {
            reason = reason.or(because);
        }
    });
    reason
}

/// Words and the reason they give; no reason means that they are bought after all, and hide shorter words.
#[rustfmt::skip]
const WORDS: &[(Reader, Option<NotAddressable>, &[&str])] = &[
    (Reader::Spending, None, &[
        "loan of equipment", "equipment loan", "equipment on loan", "loan equipment", "library loan", "inter library loan", "loan store", "loan stores", "laptop loan", "loan of vehicle",
        "community infrastructure levy", "climate change levy", "landfill tax", "vat advice", "vat consultancy", "tax advice", "tax consultancy", "tax adviser", "council tax collection", "council tax billing", "council tax administration", "council tax software", "vehicle tax", "road tax", "fuel tax",
        "housing benefit administration", "benefit administration", "benefit processing", "pension administration", "pensions administration", "pension service contract", "pension advice", "pension software", "pension actuary",
        "disabled facilities grant", "disabled facility grant", "grant funded", "grant finder", "grants software", "grant administration", "staff benefit", "employee benefit", "rechargeable", "recharge point", "ev recharge", "agency net pay", "direct payment support", "direct payments pa support", "direct payment support service", "interest free", "green homes grant", "homes grant", "affordable warmth grant", "services direct payment"]),
    (Reader::Spending, Some(NotAddressable::Precept), &[
        "precept", "precepts", "parish precept", "council tax precept", "ctax precept", "demand on collection fund", "collection fund", "cfund", "cfund ctax cred", "cfund ndr cred", "central share", "business rates central share", "nndr pool", "business rates retention", "brr rsg", "business rates tariff", "council tax requirement", "tariff due", "pecept", "precerpt"]),
    (Reader::Spending, Some(NotAddressable::Levy), &["levy", "levies", "levies payable", "statutory levy", "waste disposal levy", "passenger transport levy", "flood levy"]),
    (Reader::Spending, Some(NotAddressable::Tax), &[
        "apprenticeship levy", "paye", "paye tax", "income tax", "national insurance", "nat ins", "nat insurance", "ni contribution", "vat", "vat adjustment", "vat payment", "hmrc", "construction industry tax", "corporation tax", "stamp duty", "nndr", "national non domestic rate", "business rates", "business rate payable", "non domestic rates", "council tax business rates", "council tax and business rates", "cis tax"]),
    (Reader::WholeSpending, Some(NotAddressable::Tax), &["rates", "council tax", "rates payable", "tax"]),
    (Reader::Spending, Some(NotAddressable::Grant), &[
        "grant", "grants", "capital grant", "improvement grant", "grants and subscription", "vol assoc grants", "cap grant oth bodies", "covid 19 payment", "school budget share", "schools block funding", "payments to academies", "payment academies", "dedicated schools grant", "sch unall chq bk", "schools unall ch bk", "pupil premium", "hnb place funding", "expansion funding", "early years 3 4yo", "3 4 yr old funding", "3 4 year old funding", "2 year old funding", "early years funding", "early years entitlement", "free early education"]),
    (Reader::Spending, Some(NotAddressable::Benefit), &[
        "housing benefit payment", "housing benefit", "benefits rent allowances", "rent allowance", "rent allowances", "rent rebate", "rent rebates", "council tax support", "council tax reduction", "council tax rebate", "council tax refund", "energy rebate", "direct payment", "direct payments", "personal budget", "personal health budget", "household support fund", "discretionary housing payment", "hardship payment", "hardship fund", "fostering allowance", "foster allowance", "foster carer payment", "foster parent skill payment", "payments to carers", "allowances fostering", "allowances fostering general", "allowances leaving care", "allowances adoption", "adoption allowance", "special guardianship", "special guardianship allowance", "allowances ros sgos", "residence order allowance", "staying put allowance", "student award", "mandatory student award", "payment to social care client", "client allowance", "other transfer payment", "transfer payments general", "assistance to families grants", "welfare assistance", "crisis payment", "leaving care allowance"]),
    (Reader::Spending, Some(NotAddressable::Pension), &[
        "pension", "pensions", "pension fund", "pension contribution", "pension deficit", "lgps", "superannuation", "supn", "superann", "teachers pension", "added years", "avc", "additional voluntary contribution", "retirement award", "retirement awards", "pension strain", "gratuities"]),
    (Reader::Spending, Some(NotAddressable::Loan), &[
        "loan", "loans", "temporary loan", "temp loan", "temp investment", "temporary investment", "treasury investment", "treasury deposit", "treasury management deposit", "term deposit", "short term borrowing", "short term investment", "long term borrowing", "interest payable", "interest payment", "interest payments", "interest paid", "interst paid", "loan interest", "interest on loan", "int rec temp investments", "pwlb", "p w l b", "public works loan", "market bond", "debt repayment", "principal repayment", "money market", "minimum revenue provision", "housing co shares"]),
    (Reader::WholeSpending, Some(NotAddressable::Loan), &["investments", "interest", "deposits", "borrowing"]),
    (Reader::Spending, Some(NotAddressable::InternalRecharge), &[
        "recharge", "recharges", "internal recharge", "intnl rchrg", "intrnl rchrg", "rchrg", "internal charge", "internal transfer", "independent units of council", "departmental administration", "interdepartmental", "inter departmental", "internal trading", "chg internal training recharge", "internal sla", "support service charge internal", "chg in house", "op in house"]),
    (Reader::Spending, Some(NotAddressable::OwnPay), &[
        "net pay", "net wages", "net salaries", "payroll net", "payroll deduction", "salary payment", "staff salaries", "weekly payroll", "monthly payroll", "salary advance", "redundancy", "severance", "union subscription", "attachment of earnings", "members allowances", "councillors allowances", "capital salaries", "gen ie wkly basic"]),
    (Reader::WholeSpending, Some(NotAddressable::OwnPay), &["wages", "payroll"]),
    (Reader::Service, Some(NotAddressable::Precept), &["collection fund", "precepts", "precept"]),
    (Reader::Service, None, &["pension administration"]),
    (Reader::Service, Some(NotAddressable::Benefit), &["household support fund", "rent allowances", "rent rebates"]),
    (Reader::Service, Some(NotAddressable::Levy), &["waste disposal levy", "transport levy"]),
    (Reader::Service, Some(NotAddressable::Pension), &["pension fund"]),
    (Reader::Supplier, Some(NotAddressable::Tax), &["hmrc", "hm revenue customs", "hm revenue and customs", "inland revenue", "h m revenue customs"]),
    (Reader::Supplier, Some(NotAddressable::Pension), &["pension fund", "pensions fund", "superannuation fund", "teachers pension", "teachers pensions", "pension scheme", "pension trust", "nhs pensions", "prudential avc"]),
    (Reader::Supplier, Some(NotAddressable::Loan), &["public works loan board", "pwlb", "debt management office", "dmadf", "money market fund", "liquidity fund", "debt management account"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn category(text: &str) -> Option<NotAddressable> {
        addressability(&Words { category: Some(text), ..Words::default() })
    }

    fn supplier(text: &str) -> Option<NotAddressable> {
        addressability(&Words { supplier: Some(text), ..Words::default() })
    }

    #[test]
    fn money_collected_for_another_body_cannot_be_shared() {
        assert_eq!(category("Precepts"), Some(NotAddressable::Precept));
        assert_eq!(category("Waste Disposal Levy"), Some(NotAddressable::Levy));
        assert_eq!(category("Business rates: central share"), Some(NotAddressable::Precept));
    }

    #[test]
    fn money_handed_to_people_or_charities_cannot_be_shared() {
        assert_eq!(category("GRANTS TO OTHER BODIES"), Some(NotAddressable::Grant));
        assert_eq!(category("Housing Benefit Payments"), Some(NotAddressable::Benefit));
        assert_eq!(category("Direct Payments"), Some(NotAddressable::Benefit));
    }

    #[test]
    fn tax_pensions_loans_and_own_pay_cannot_be_shared() {
        assert_eq!(category("PAYE Tax"), Some(NotAddressable::Tax));
        assert_eq!(category("Rates"), Some(NotAddressable::Tax));
        assert_eq!(supplier("HM Revenue & Customs"), Some(NotAddressable::Tax));
        assert_eq!(supplier("Westshire Pension Fund"), Some(NotAddressable::Pension));
        assert_eq!(category("Interest Payable Temporary Loan"), Some(NotAddressable::Loan));
        assert_eq!(supplier("Public Works Loan Board"), Some(NotAddressable::Loan));
        assert_eq!(category("Sus Acc - Net Pay"), Some(NotAddressable::OwnPay));
        assert_eq!(category("Internal Recharges"), Some(NotAddressable::InternalRecharge));
        assert_eq!(category("Apprenticeship Levy"), Some(NotAddressable::Tax), "it is a payroll tax, whatever its name");
    }

    #[test]
    fn a_firm_with_an_unlucky_name_is_still_a_firm() {
        for name in [
            "Grant Thornton UK LLP",
            "Grantham Motors",
            "A1 Taxis",
            "Pension Street Garage",
            "LEVY Roofing",
            "Precept Ltd",
            "Tax Free Shopping Ltd",
            "Loan & Sons Builders",
            "Wages Lane Nursery",
        ] {
            assert_eq!(supplier(name), None, "{name}");
        }
    }

    #[test]
    fn things_that_only_sound_like_transfers_are_bought_after_all() {
        for text in [
            "Loan of equipment",
            "Inter-library loans",
            "VAT advice",
            "Water rates",
            "Rechargeable repairs",
            "Staff benefits",
            "Housing benefit administration",
            "Pensions administration",
            "Disabled Facilities Grant",
            "Taxis",
            "Landfill tax",
            "Hourly rates for contractors",
            "Vatican exhibition",
        ] {
            assert_eq!(category(text), None, "{text}");
        }
    }

    #[test]
    fn every_reason_has_a_code_of_its_own() {
        let mut codes: Vec<_> = NotAddressable::ALL.iter().map(|reason| reason.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), NotAddressable::ALL.len());
    }
}
