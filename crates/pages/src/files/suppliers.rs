//! `suppliers.csv`: which names, as published, were taken for one supplier, and who pays it what.
//!
//! The rule: one line for each name as published by one body, so that a wrong join can be found and undone.

use definitions::{BodyId, Pence};

use super::table::{Cell, Column, csv};
use crate::words::family_name;
use crate::{NamePublished, SupplierView};

/// The suppliers as CSV, one line for each name as published.
pub fn suppliers_csv(suppliers: &[SupplierView]) -> Vec<u8> {
    let rows: Vec<Row<'_>> = suppliers.iter().flat_map(|view| view.names.iter().map(|name| Row { view, name })).collect();
    csv(Row::COLUMNS, &rows)
}

struct Row<'a> {
    view: &'a SupplierView,
    name: &'a NamePublished,
}

impl<'a> Row<'a> {
    const COLUMNS: &'a [Column<Row<'a>>] = &[
        Column { heading: "Supplier id", width: 24.0, fill: |row| Cell::text(row.view.id.as_str()) },
        Column { heading: "Supplier", width: 36.0, fill: |row| Cell::text(&row.view.name) },
        Column { heading: "Name as published", width: 36.0, fill: |row| Cell::text(&row.name.text) },
        Column { heading: "Published by", width: 24.0, fill: |row| Cell::text(row.name.body.as_str()) },
        Column { heading: "Payments under this name", width: 12.0, fill: |row| Cell::Whole(row.name.payments) },
        Column {
            heading: "Paid by this body to this supplier, all years (£)",
            width: 16.0,
            fill: |row| Cell::Money(paid_by(row.view, &row.name.body)),
        },
        Column { heading: "Paid by all bodies, all years (£)", width: 16.0, fill: |row| Cell::Money(paid_by_all(row.view)) },
        Column { heading: "Mostly paid for", width: 24.0, fill: |row| Cell::text(family_name(row.view.family)) },
        Column { heading: "What people decided", width: 60.0, fill: |row| Cell::text(row.view.judged.join(" ")) },
        Column { heading: "Why the names are one supplier", width: 60.0, fill: |row| Cell::text(row.view.why.join(" ")) },
    ];
}

fn paid_by(view: &SupplierView, body: &BodyId) -> Pence {
    view.paid.iter().filter(|paid| paid.body == *body).map(|paid| paid.paid).sum()
}

fn paid_by_all(view: &SupplierView) -> Pence {
    view.paid.iter().map(|paid| paid.paid).sum()
}
