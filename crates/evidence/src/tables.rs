//! Every table an analyst can ask, with what each column means.
//!
//! The rule: this list is the manual. `commonweal sql --tables` and the page in `docs/` are printed from
//! it, and a test compares it with what the engine really offers.

/// A table of the evidence.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name in SQL.
    pub name: &'static str,
    /// What one row is.
    pub one_row: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name in SQL.
    pub name: &'static str,
    /// What it holds.
    pub meaning: &'static str,
}

/// Datasets written once for each published file.
pub(crate) const PER_FILE: &[&str] = &["payments", "parties", "contracts", "remarks"];
/// Datasets worked out over all files.
pub(crate) const DERIVED: &[&str] =
    &["repeats", "names", "suppliers", "contract_suppliers", "supplier_ids", "supplier_changes", "bodies", "files", "wanted"];
/// Every dataset folder.
pub(crate) const DATASETS: &[&str] = &[
    "payments",
    "parties",
    "contracts",
    "remarks",
    "repeats",
    "names",
    "suppliers",
    "contract_suppliers",
    "supplier_ids",
    "supplier_changes",
    "bodies",
    "files",
    "wanted",
];

macro_rules! columns {
    ($($name:literal $meaning:literal)*) => { &[$(Column { name: $name, meaning: $meaning }),*] };
}

/// The tables, in the order an analyst meets them.
pub const TABLES: &[Table] = &[
    Table {
        name: "payments",
        one_row: "One published payment.",
        columns: columns! {
            "body" "Who paid, as an id of the table bodies."
            "supplier_id" "Who was paid; empty for redacted names, private persons and missing names."
            "supplier_name" "The name of the supplier as this evidence shows it."
            "supplier" "The name as published, codes taken out; empty where it may not be named."
            "payee" "supplier, redacted-personal, redacted-commercial, redacted-other, person or missing."
            "amount" "Pounds, exact to the penny; negative for a credit."
            "amount_pence" "The same in whole pence."
            "day" "Day of payment; empty where none was published."
            "month" "First day of the month, also where only a month was published."
            "financial_year" "2023 for 2023-24; empty where there is no month."
            "via" "invoice, card or grant."
            "family" "Service family; empty where it is not classified."
            "family_reason" "What decided the family: a published code, words, or what the supplier is paid for elsewhere."
            "not_addressable" "Why no sharing can reach it; empty where it is addressable."
            "is_counted" "False where the same payment is counted in another file."
            "category" "The body's own category, as published."
            "service" "Department or service, as published."
            "purpose" "Purpose or description, as published; empty where it may name a person."
            "proclass" "ProClass code and label, as published."
            "cpv" "CPV code and label, as published."
            "reference" "Transaction number, as published."
            "supplier_number" "The body's own number for the supplier."
            "company_number" "Companies House number."
            "vat_number" "VAT number."
            "charity_number" "Charity number."
            "postcode" "Supplier's postcode."
            "file" "Path of the published file."
            "sheet" "Sheet or archive member; empty for plain files."
            "line" "Line or sheet row, from 1."
        },
    },
    Table {
        name: "contracts",
        one_row: "One line of a contracts register, or one notice.",
        columns: columns! {
            "body" "Whose register or notice it is in."
            "reference" "As published."
            "title" "As published."
            "suppliers" "Names as published, separated by semicolons."
            "family" "Service family."
            "family_reason" "What decided the family."
            "start" "First day."
            "end" "Last day as it stands."
            "earliest_end" "If a published break is used."
            "latest_end" "If every possible extension is taken."
            "annual_value" "Pounds a year."
            "total_value" "Pounds over the whole term."
            "status" "As published."
            "is_not_yet_awarded" "True for invitations and plans."
            "joint_words" "Words that say other bodies are in it."
            "file" "Path of the published file."
            "sheet" "Sheet or archive member."
            "line" "Line, sheet row or record, from 1."
        },
    },
    Table {
        name: "suppliers",
        one_row: "One supplier: all the names, as written, that are one firm.",
        columns: columns! {
            "supplier_id" "Its id, stable from run to run."
            "name" "The name shown."
            "is_body" "The id of the public body it is, if it is one."
            "mostly" "The family it is mostly paid for."
            "names" "How many names, as written, it has."
        },
    },
    Table {
        name: "supplier_changes",
        one_row: "One supplier id whose names went elsewhere, wholly or in part, when names were decided anew.",
        columns: columns! {
            "day" "The day of the run that changed it."
            "supplier_id" "The id as it was."
            "change" "joined, split or moved: all its names went, some became a supplier of their own, or some went to another."
            "now_supplier_id" "The id under which those names are since."
        },
    },
    Table {
        name: "bodies",
        one_row: "One body that publishes.",
        columns: columns! {
            "body" "Its id."
            "name" "Its name."
            "kind" "county, district, unitary, combined, police, fire, health, park or other."
            "gss" "ONS code, where known."
        },
    },
    Table {
        name: "files",
        one_row: "One sheet of a published file, or a file that was not read.",
        columns: columns! {
            "file" "Path."
            "sheet" "Sheet or archive member."
            "publisher" "Whose folder it is in."
            "format" "csv, xlsx, xls, ods, json, json-lines or zip; empty where it was not understood."
            "kind" "What the sheet holds; refused or same-as where it was not read."
            "basis" "net, gross or unknown."
            "rows_kept" "Rows counted in payments or contracts."
            "rows_set_aside" "Rows not counted; the table remarks says why."
            "total" "Sum of the rows kept, in pounds."
            "note" "What else there is to say."
        },
    },
    Table {
        name: "remarks",
        one_row: "One thing repaired, set aside or doubted.",
        columns: columns! {
            "body" "Whose file."
            "file" "Path."
            "sheet" "Sheet or archive member."
            "line" "Line, from 1; 0 for the whole file."
            "column" "Heading of the column."
            "kind" "What sort of remark."
            "seen" "What was seen; empty where it may name a person."
            "done" "What was done."
            "sets_aside" "True where the row was not counted."
        },
    },
    Table {
        name: "repeats",
        one_row: "One payment that is also in another file and is counted there.",
        columns: columns! {
            "file" "The file whose row is not counted."
            "row" "Its place among the payments of that file, from 0."
            "counted_in" "The file where it is counted."
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_dataset_folders_is_the_two_lists_it_is_made_of() {
        let both: Vec<_> = PER_FILE.iter().chain(DERIVED).copied().collect();
        assert_eq!(both, DATASETS);
    }
}
