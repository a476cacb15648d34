//! The cells that name bodies, by the role that their column gives them.
//!
//! The rule: a column that says something new says who has that role now; who left, or passed its part on, is in no cell and
//! stays in the record. A lead that is listed among the councils involved too is named once.

use super::Column;
use super::names::names;
use super::row::RowReader;
use crate::{Arrangement, Party, Role};

/// The columns of parties, each with the role of those in it.
pub(super) const PARTY_COLUMNS: [(Column, Role); 4] = [
    (Column::Lead, Role::Lead),
    (Column::Partners, Role::Partner),
    (Column::Customers, Role::Customer),
    (Column::JointOwners, Role::JointOwner),
];

/// Sets the parties of `said` by the cells of its row.
pub(super) fn set(said: &mut Arrangement, row: &mut RowReader<'_>) {
    let mut marked: Vec<Party> = Vec::new();
    for (column, role) in PARTY_COLUMNS {
        let Some(cell) = row.changed(column) else { continue };
        let read = names(&cell, row.directory);
        read.remarks.into_iter().for_each(|remark| row.remark(column, remark));
        read.faults.into_iter().for_each(|fault| row.fault(column, fault));
        // Who left, or passed its part on, is in no cell and stays in the record.
        let now: Vec<Party> = said.parties_on(row.told_on);
        said.parties.retain(|party| party.role != role || !now.contains(party));
        for (body, bracket) in read.bodies {
            marked.push(Party { body, role: bracket.unwrap_or(role) });
        }
    }
    let has_leading_role = |body: &Party, all: &[Party]| all.iter().any(|other| other.body == body.body && other.role < body.role);
    for party in &marked {
        // Sheets list the lead among the councils involved too.
        let is_lead_too = party.role == Role::Partner && (has_leading_role(party, &marked) || has_leading_role(party, &said.parties));
        if !is_lead_too && !said.parties.contains(party) {
            said.parties.push(party.clone());
        }
    }
}
