//! Names whose supplier is known: `id,name` beside `id,cluster`.
//!
//! The rule: suppliers fall into two halves by their number in the truth. The first half is learnt
//! from, the second is for measuring only.

use std::collections::HashMap;

use crate::csv_rows::read_csv;

/// Names, and the supplier of each.
pub struct Known {
    pub names: Vec<String>,
    pub suppliers: Vec<String>,
}

/// Reads a set; a name without a supplier in the truth has an empty one.
pub fn read_known(names: &str, truth: &str) -> Result<Known, Box<dyn std::error::Error>> {
    let mut rows = read_csv(&std::fs::read_to_string(names)?);
    let truth: HashMap<String, String> =
        read_csv(&std::fs::read_to_string(truth)?).into_iter().map(|mut row| (row.remove(0), row.remove(0))).collect();
    rows.remove(0);
    let suppliers = rows.iter().map(|row| truth.get(&row[0]).cloned().unwrap_or_default()).collect();
    Ok(Known { names: rows.into_iter().map(|mut row| row.remove(1)).collect(), suppliers })
}

/// True for the half that is learnt from.
pub fn is_first_half(supplier: &str) -> bool {
    supplier.bytes().fold(7u32, |hash, byte| hash.wrapping_mul(31).wrapping_add(u32::from(byte))).is_multiple_of(2)
}
