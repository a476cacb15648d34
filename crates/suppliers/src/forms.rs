//! Legal forms and the short forms of everyday words.
//!
//! The rule: a legal form says what sort of body a supplier is, not which one, so it is taken off
//! the name and kept beside it. The tables hold words of the trade; no supplier is named here.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::spelling::distance;

/// What sort of body a name says it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// The name does not say.
    #[default]
    Unsaid,
    /// Limited, LTD.
    Limited,
    /// Public limited company.
    Plc,
    /// Limited liability partnership.
    Partnership,
    /// Community interest company.
    CommunityInterest,
    /// Charitable incorporated organisation.
    CharitableIncorporated,
    /// NHS trust or foundation trust.
    NhsTrust,
    /// A form of another country: INC, LLC, GMBH.
    Foreign,
}

impl Form {
    /// As people write it.
    pub fn written(self) -> &'static str {
        match self {
            Form::Unsaid => "no legal form",
            Form::Limited => "LTD",
            Form::Plc => "PLC",
            Form::Partnership => "LLP",
            Form::CommunityInterest => "CIC",
            Form::CharitableIncorporated => "CIO",
            Form::NhsTrust => "NHS TRUST",
            Form::Foreign => "a form of another country",
        }
    }

    /// LTD, PLC and LLP exclude one another: a firm that changes from one to another is a different register entry.
    /// A community interest company is usually also a limited one, so that pair is no contradiction.
    pub fn contradicts(self, other: Form) -> bool {
        let exclusive = |form| matches!(form, Form::Limited | Form::Plc | Form::Partnership);
        exclusive(self) && exclusive(other) && self != other
    }
}

/// Legal forms of several words, longest first.
pub const LONG_FORMS: &[(&[&str], Form)] = &[
    (&["CHARITABLE", "INCORPORATED", "ORGANISATION"], Form::CharitableIncorporated),
    (&["COMMUNITY", "INTEREST", "COMPANY"], Form::CommunityInterest),
    (&["COMMUNITY", "INTEREST", "CO"], Form::CommunityInterest),
    (&["LIMITED", "LIABILITY", "PARTNERSHIP"], Form::Partnership),
    (&["PUBLIC", "LIMITED", "COMPANY"], Form::Plc),
    (&["COMPANY", "LIMITED"], Form::Limited),
    (&["COMPANY", "LTD"], Form::Limited),
    (&["CO", "LIMITED"], Form::Limited),
    (&["CO", "LTD"], Form::Limited),
    (&["LIMITED", "COMPANY"], Form::Limited),
    (&["LTD", "COMPANY"], Form::Limited),
    (&["LTD", "CO"], Form::Limited),
    (&["LIMITED", "CO"], Form::Limited),
    (&["P", "L", "C"], Form::Plc),
    (&["L", "L", "P"], Form::Partnership),
    (&["C", "I", "C"], Form::CommunityInterest),
    (&["C", "I", "O"], Form::CharitableIncorporated),
    (&["L", "T", "D"], Form::Limited),
];

/// The legal form that one word is, wherever it stands.
pub fn form_of_word(word: &str) -> Option<Form> {
    match word {
        "LTD" | "LIMITED" | "CYFYNGEDIG" | "CYF" => Some(Form::Limited),
        "PLC" | "CCC" => Some(Form::Plc),
        "LLP" => Some(Form::Partnership),
        "CIC" => Some(Form::CommunityInterest),
        "CIO" => Some(Form::CharitableIncorporated),
        "NHSFT" | "NHST" | "NHSFTRUST" => Some(Form::NhsTrust),
        _ => None,
    }
}

/// The legal form that the last word of a name is, mistyped or cut short as it may be.
pub fn form_of_last_word(word: &str) -> Option<Form> {
    let foreign = matches!(word, "INC" | "LLC" | "GMBH" | "BV" | "PTY");
    if foreign {
        return Some(Form::Foreign);
    }
    let cut = matches!(word, "LT" | "LD" | "LI" | "LIM" | "LIMI" | "LIMIT" | "LIMITE" | "LTS" | "LTDS" | "LDT" | "TLD");
    let mistyped = word.len() >= 5 && distance(word.as_bytes(), b"LIMITED", 2).is_some_and(|steps| steps <= word.len().abs_diff(7).max(1));
    if cut || mistyped { Some(Form::Limited) } else { form_of_word(word) }
}

/// Titles of persons; they are taken off and remembered.
pub fn is_title(word: &str) -> bool {
    matches!(word, "MR" | "MRS" | "MISS" | "MS" | "DR" | "PROF" | "PROFESSOR" | "REV" | "MESSRS")
}

/// Words that say nothing about which supplier it is.
pub fn is_filler(word: &str) -> bool {
    matches!(word, "THE" | "AND" | "OF" | "FOR" | "Y" | "YR" | "TEH" | "HTE")
}

/// True where a word can be no name by itself: a filler, a title or a legal form.
pub fn says_nothing(word: &str) -> bool {
    is_filler(word) || is_title(word) || form_of_word(word).is_some()
}

/// Bodies that every council pays under many spellings and for many purposes: the words, and the one word they become.
pub const NATIONAL_BODIES: &[(&[&str], &str)] = &[
    (&["HM", "REVENUE", "AND", "CUSTOM"], "HMRC"),
    (&["HM", "REVENUE", "CUSTOM"], "HMRC"),
    (&["HER", "MAJESTY", "REVENUE", "AND", "CUSTOM"], "HMRC"),
    (&["INLAND", "REVENUE"], "HMRC"),
    (&["DEPARTMENT", "FOR", "WORK", "AND", "PENSION"], "DWP"),
    (&["DRIVER", "AND", "VEHICLE", "LICENSING", "AGENCY"], "DVLA"),
];

/// Words that say which tax, or which office that takes it.
pub fn is_tax_word(word: &str) -> bool {
    const TAX_WORDS: &[&str] = &[
        "AC",
        "ACC",
        "ACCT",
        "CHANGE",
        "CLASS",
        "CLIMATE",
        "CUMBERNAULD",
        "CUSTOM",
        "DEBT",
        "DUTY",
        "EMPLOYER",
        "EMPLOYMENT",
        "GOVERMENT",
        "GOVERNMENT",
        "HM",
        "INSURANCE",
        "LEVY",
        "NATIONAL",
        "NI",
        "NIC",
        "NOT",
        "ONLY",
        "OTHER",
        "PAYE",
        "PAYROLL",
        "RECOVERY",
        "REVENUE",
        "SHIPLEY",
        "STAMP",
        "TAX",
        "TAXE",
        "VAT",
    ];
    TAX_WORDS.binary_search(&word).is_ok()
}

/// Notes of the accounts office, as runs of words; they are taken off wherever they stand.
pub const OFFICE_NOTES: &[&[&str]] = &[
    &["INVOICE", "PAYMENTS"],
    &["SELF", "EMPLOYED"],
    &["RE", "EXPENSES"],
    &["CLIENT", "ACCOUNT"],
    &["CLIENT", "A", "C"],
    &["BUSINESS", "RATES"],
    &["COUNCIL", "TAX"],
    &["FOSTER", "CARER"],
    &["VAT", "TEAM", "USE", "ONLY"],
    &["VAT", "TEAM", "USE"],
    &["VAT", "TEAM", "ONLY"],
    &["VAT", "USE", "ONLY"],
    &["DO", "NOT", "USE"],
    &["DONT", "USE"],
    &["NO", "LONGER", "USED"],
    &["IN", "LIQUIDATION"],
    &["IN", "ADMINISTRATION"],
    &["IN", "RECEIVERSHIP"],
    &["CREDIT", "CARD"],
    &["HEAD", "OFFICE"],
    &["RENT", "A", "C"],
    &["RENT", "ACCOUNT"],
    &["RE", "RENT"],
    &["PURCHASE", "LEDGER"],
    &["ACCOUNTS", "DEPT"],
    &["ACCOUNTS", "PAYABLE"],
    &["ACCOUNTS", "RECEIVABLE"],
    &["C", "O"],
];

/// Words that are a note of the accounts office when they stand last.
pub fn is_office_word(word: &str) -> bool {
    matches!(
        word,
        "BACS"
            | "FACTORED"
            | "GROUPED"
            | "SHARED"
            | "ACCOUNTS"
            | "ACCOUNT"
            | "PAYMENTS"
            | "PAYMENT"
            | "INVOICES"
            | "CHAPS"
            | "RATES"
            | "NNDR"
    )
}

/// The everyday word behind a short form, its plural already taken off.
pub fn written_out(word: &str) -> Option<&'static str> {
    static SHORT_FORM: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| SHORT_FORMS.iter().copied().collect());
    SHORT_FORM.get(word).copied()
}

/// Short form and word, in alphabetical order of the short form. Words stand without their plural S.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("ACAD", "ACADEMY"),
    ("ADMIN", "ADMINISTRATION"),
    ("AGCY", "AGENCY"),
    ("ASSC", "ASSOCIATION"),
    ("ASSN", "ASSOCIATION"),
    ("ASSOC", "ASSOCIATION"),
    ("ASSOCIATE", "ASSOCIATION"),
    ("AUTH", "AUTHORITY"),
    ("BHAM", "BIRMINGHAM"),
    ("BLDG", "BUILDING"),
    ("BLDR", "BUILDER"),
    ("BOR", "BOROUGH"),
    ("BORO", "BOROUGH"),
    ("BR", "BRANCH"),
    ("BRO", "BROTHER"),
    ("CATH", "CATHOLIC"),
    ("CCG", "CLINICAL COMMISSIONING GROUP"),
    ("CENT", "CENTRE"),
    ("CENTER", "CENTRE"),
    ("CH", "CHURCH"),
    ("CNCL", "COUNCIL"),
    ("CNT", "CENTRE"),
    ("CNTR", "CENTRE"),
    ("CNTY", "COUNTY"),
    ("COLL", "COLLEGE"),
    ("COMM", "COMMUNITY"),
    ("COMML", "COMMERCIAL"),
    ("COMMS", "COMMUNICATION"),
    ("CONS", "CONSULT"),
    ("CONSLT", "CONSULT"),
    ("CONST", "CONSTRUCTION"),
    ("CONSTR", "CONSTRUCTION"),
    ("CONTR", "CONTRACTOR"),
    ("COUNC", "COUNCIL"),
    ("CTR", "CENTRE"),
    ("DEPT", "DEPARTMENT"),
    ("DEV", "DEVELOPMENT"),
    ("DEVT", "DEVELOPMENT"),
    ("DIST", "DISTRICT"),
    ("DISTR", "DISTRIBUTION"),
    ("ED", "EDUCATION"),
    ("EDUC", "EDUCATION"),
    ("EDUCN", "EDUCATION"),
    ("ELEC", "ELECTRICAL"),
    ("ELECT", "ELECTRICAL"),
    ("ENG", "ENGINEERING"),
    ("ENGR", "ENGINEER"),
    ("ENGRG", "ENGINEERING"),
    ("ENT", "ENTERPRISE"),
    ("ENV", "ENVIRONMENTAL"),
    ("EQPT", "EQUIPMENT"),
    ("EQUIP", "EQUIPMENT"),
    ("EST", "ESTATE"),
    ("FDN", "FOUNDATION"),
    ("FIN", "FINANCE"),
    ("FNDN", "FOUNDATION"),
    ("FOUND", "FOUNDATION"),
    ("GB", "UK"),
    ("GEN", "GENERAL"),
    ("GOVT", "GOVERNMENT"),
    ("GP", "GROUP"),
    ("GRP", "GROUP"),
    ("GT", "GREAT"),
    ("GTR", "GREATER"),
    ("GVT", "GOVERNMENT"),
    ("HA", "HOUSING ASSOCIATION"),
    ("HLDG", "HOLDING"),
    ("HLTH", "HEALTH"),
    ("HOSP", "HOSPITAL"),
    ("HSE", "HOUSE"),
    ("HSG", "HOUSING"),
    ("IND", "INDUSTRY"),
    ("INFO", "INFORMATION"),
    ("INS", "INSURANCE"),
    ("INST", "INSTITUTE"),
    ("INT", "INTERNATIONAL"),
    ("INTERNAT", "INTERNATIONAL"),
    ("INTL", "INTERNATIONAL"),
    ("INTNL", "INTERNATIONAL"),
    ("INV", "INVESTMENT"),
    ("LAB", "LABORATORY"),
    ("LABS", "LABORATORY"),
    ("LB", "LONDON BOROUGH"),
    ("LRNG", "LEARNING"),
    ("MACH", "MACHINERY"),
    ("MAINT", "MAINTENANCE"),
    ("MANF", "MANUFACTURING"),
    ("MANU", "MANUFACTURING"),
    ("MBC", "METROPOLITAN BOROUGH COUNCIL"),
    ("MDC", "METROPOLITAN DISTRICT COUNCIL"),
    ("MED", "MEDICAL"),
    ("MET", "METROPOLITAN"),
    ("MFG", "MANUFACTURING"),
    ("MGMT", "MANAGEMENT"),
    ("MGNT", "MANAGEMENT"),
    ("MGT", "MANAGEMENT"),
    ("MH", "MENTAL HEALTH"),
    ("MKTG", "MARKETING"),
    ("MT", "MOUNT"),
    ("NAT", "NATIONAL"),
    ("NATL", "NATIONAL"),
    ("NE", "NORTH EAST"),
    ("NTH", "NORTH"),
    ("NTHN", "NORTHERN"),
    ("NW", "NORTH WEST"),
    ("ORG", "ORGANISATION"),
    ("ORGAN", "ORGANISATION"),
    ("ORGANIZATION", "ORGANISATION"),
    ("PCT", "PRIMARY CARE TRUST"),
    ("PRI", "PRIMARY"),
    ("PRIM", "PRIMARY"),
    ("PROD", "PRODUCT"),
    ("PROF", "PROFESSIONAL"),
    ("PROP", "PROPERTY"),
    ("PSHIP", "PARTNERSHIP"),
    ("PTNR", "PARTNER"),
    ("PTNRSHIP", "PARTNERSHIP"),
    ("RC", "ROMAN CATHOLIC"),
    ("RD", "ROAD"),
    ("RECRUIT", "RECRUITMENT"),
    ("RES", "RESIDENTIAL"),
    ("RYL", "ROYAL"),
    ("SAINT", "ST"),
    ("SCH", "SCHOOL"),
    ("SCI", "SCIENCE"),
    ("SE", "SOUTH EAST"),
    ("SEC", "SECONDARY"),
    ("SERV", "SERVICE"),
    ("SOC", "SOCIETY"),
    ("SOL", "SOLUTION"),
    ("SOLN", "SOLUTION"),
    ("SOLU", "SOLUTION"),
    ("SPEC", "SPECIALIST"),
    ("SRV", "SERVICE"),
    ("STH", "SOUTH"),
    ("STHN", "SOUTHERN"),
    ("SUPERANN", "PENSION"),
    ("SUPERANNUATION", "PENSION"),
    ("SUPP", "SUPPLY"),
    ("SVC", "SERVICE"),
    ("SW", "SOUTH WEST"),
    ("SYS", "SYSTEM"),
    ("TECH", "TECHNOLOGY"),
    ("TELECOM", "TELECOMMUNICATION"),
    ("TPT", "TRANSPORT"),
    ("TR", "TRUST"),
    ("TRANS", "TRANSPORT"),
    ("TRG", "TRAINING"),
    ("TRNG", "TRAINING"),
    ("TRST", "TRUST"),
    ("UNI", "UNIVERSITY"),
    ("UNIV", "UNIVERSITY"),
    ("VOL", "VOLUNTARY"),
    ("XPRESS", "EXPRESS"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limited_is_known_mistyped_or_cut_short_at_the_end_of_a_name() {
        for word in ["LTD", "LIMITED", "LIMTED", "LIMITD", "LIMITE", "LT", "LIMIITED"] {
            assert_eq!(form_of_last_word(word), Some(Form::Limited), "{word}");
        }
        assert_eq!(form_of_last_word("LINED"), None);
    }

    #[test]
    fn no_short_form_stands_twice() {
        assert!(SHORT_FORMS.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(written_out("MGMT"), Some("MANAGEMENT"));
    }

    #[test]
    fn a_limited_company_is_not_the_plc_of_the_same_name() {
        assert!(Form::Limited.contradicts(Form::Plc));
        assert!(!Form::Limited.contradicts(Form::CommunityInterest));
        assert!(!Form::Limited.contradicts(Form::Unsaid));
    }
}
