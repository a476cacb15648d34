//! The overviews of the days that were asked for last.
//!
//! The rule: what is there is handed out at once, also while another day is worked out; no two requests work out the same one.
//! Few are kept, and today's, which every page uses, is never the one that goes.

use std::sync::{Arc, Mutex, PoisonError};

use definitions::Day;
use register::Register;

use super::Overview;

/// How many are kept.
const KEPT: usize = 6;

/// Overviews, the one that was asked for last at the end.
#[derive(Default)]
pub(crate) struct Shelf {
    kept: Mutex<Vec<Arc<Overview>>>,
    making: Mutex<()>,
}

impl Shelf {
    /// The overview of `register` on a day.
    pub(crate) fn overview(&self, register: &Register, on: Day) -> Arc<Overview> {
        if let Some(there) = self.there(register, on) {
            return there;
        }
        let _turn = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(there) = self.there(register, on) {
            return there;
        }
        let before = self.kept.lock().unwrap_or_else(PoisonError::into_inner).iter().rfind(|one| one.on == on).cloned();
        let made = Arc::new(Overview::made(register, on, before.as_deref()));
        drop(before);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        // What this one was made of is of no more use; what is known later of the same day still is.
        kept.retain(|one| !(one.on == on && one.state < made.state));
        if kept.len() >= KEPT {
            kept.remove(0);
        }
        kept.push(Arc::clone(&made));
        made
    }

    fn there(&self, register: &Register, on: Day) -> Option<Arc<Overview>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|one| one.is_of(register, on))?;
        let there = kept.remove(place);
        kept.push(Arc::clone(&there));
        Some(there)
    }
}
