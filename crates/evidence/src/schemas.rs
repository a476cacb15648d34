//! The stored shape of each dataset.
//!
//! The rule: the writer fills columns in this order, and the engine is told these types rather than guessing
//! them from files. Money is whole pence in `Int64`; days are `Date32`.

use std::sync::Arc;

use datafusion::arrow::datatypes::DataType::{Boolean, Date32, Int32, Int64, UInt32, UInt64, Utf8};
use datafusion::arrow::datatypes::{DataType, Field, Schema, SchemaRef};

/// One row a published payment.
pub(crate) fn payments() -> SchemaRef {
    schema(&[
        ("file", Utf8),
        ("file_id", UInt64),
        ("sheet", Utf8),
        ("line", UInt32),
        ("row", UInt32),
        ("body", Utf8),
        ("party", UInt64),
        ("payee", Utf8),
        ("amount_pence", Int64),
        ("day", Date32),
        ("month", Date32),
        ("financial_year", Int32),
        ("month_bit", Int32),
        ("via", Utf8),
        ("family", Utf8),
        ("family_reason", Utf8),
        ("not_addressable", Utf8),
        ("category", Utf8),
        ("service", Utf8),
        ("purpose", Utf8),
        ("proclass", Utf8),
        ("cpv", Utf8),
        ("reference", Utf8),
        ("key", UInt64),
        ("key_is_strong", Boolean),
    ])
}

/// One row a party that a published file names: a name as written by one body, with the identifiers beside it.
pub(crate) fn parties() -> SchemaRef {
    schema(&[
        ("party", UInt64),
        ("body", Utf8),
        ("supplier", Utf8),
        ("supplier_number", Utf8),
        ("company_number", Utf8),
        ("vat_number", Utf8),
        ("charity_number", Utf8),
        ("postcode", Utf8),
    ])
}

/// One row a contract or notice.
pub(crate) fn contracts() -> SchemaRef {
    schema(&[
        ("file", Utf8),
        ("sheet", Utf8),
        ("line", UInt32),
        ("body", Utf8),
        ("reference", Utf8),
        ("title", Utf8),
        ("suppliers", Utf8),
        ("company_number", Utf8),
        ("postcode", Utf8),
        ("family", Utf8),
        ("family_reason", Utf8),
        ("start", Date32),
        ("end", Date32),
        ("earliest_end", Date32),
        ("latest_end", Date32),
        ("annual_value_pence", Int64),
        ("total_value_pence", Int64),
        ("status", Utf8),
        ("is_not_yet_awarded", Boolean),
        ("joint_words", Utf8),
        ("is_sme", Boolean),
        ("is_vcse", Boolean),
    ])
}

/// One row a remark.
pub(crate) fn remarks() -> SchemaRef {
    schema(&[
        ("file", Utf8),
        ("sheet", Utf8),
        ("line", UInt32),
        ("column", Utf8),
        ("body", Utf8),
        ("kind", Utf8),
        ("seen", Utf8),
        ("done", Utf8),
        ("sets_aside", Boolean),
    ])
}

/// One row a payment that another file counts.
pub(crate) fn repeats() -> SchemaRef {
    schema(&[("file_id", UInt64), ("row", UInt32), ("file", Utf8), ("counted_in", Utf8)])
}

/// One row a party of the place.
pub(crate) fn names() -> SchemaRef {
    schema(&[
        ("party", UInt64),
        ("supplier_id", Utf8),
        ("supplier", Utf8),
        ("supplier_number", Utf8),
        ("company_number", Utf8),
        ("vat_number", Utf8),
        ("charity_number", Utf8),
        ("postcode", Utf8),
    ])
}

/// One row a supplier.
pub(crate) fn suppliers() -> SchemaRef {
    schema(&[("supplier_id", Utf8), ("name", Utf8), ("is_body", Utf8), ("mostly", Utf8), ("names", UInt32)])
}

/// One row a supplier of a contract.
pub(crate) fn contract_suppliers() -> SchemaRef {
    schema(&[("file", Utf8), ("sheet", Utf8), ("line", UInt32), ("supplier_id", Utf8)])
}

/// One row a name as written by one body, with the supplier it was last decided to be, also where no file has it any more.
pub(crate) fn supplier_ids() -> SchemaRef {
    schema(&[("body", Utf8), ("supplier", Utf8), ("supplier_id", Utf8)])
}

/// One row an id whose names went elsewhere.
pub(crate) fn supplier_changes() -> SchemaRef {
    schema(&[("day", Date32), ("supplier_id", Utf8), ("change", Utf8), ("now_supplier_id", Utf8)])
}

/// One row a publishing body.
pub(crate) fn bodies() -> SchemaRef {
    schema(&[("body", Utf8), ("name", Utf8), ("kind", Utf8), ("gss", Utf8)])
}

/// One row a sheet of a published file.
pub(crate) fn files() -> SchemaRef {
    schema(&[
        ("file", Utf8),
        ("sheet", Utf8),
        ("publisher", Utf8),
        ("format", Utf8),
        ("kind", Utf8),
        ("basis", Utf8),
        ("rows_kept", UInt64),
        ("rows_set_aside", UInt64),
        ("total_pence", Int64),
        ("note", Utf8),
    ])
}

/// One row a set of payments whose published lines are wanted.
pub(crate) fn wanted() -> SchemaRef {
    schema(&[("wanted", UInt32), ("body", Utf8), ("supplier_id", Utf8), ("family", Utf8), ("financial_year", Int32)])
}

fn schema(fields: &[(&str, DataType)]) -> SchemaRef {
    Arc::new(Schema::new(fields.iter().map(|(name, kind)| Field::new(*name, kind.clone(), true)).collect::<Vec<_>>()))
}
