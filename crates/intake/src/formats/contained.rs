//! The one door to the readers of workbooks, through which no panic passes.
//!
//! The rule: a workbook made wrongly (or made to do harm) can set off an arithmetic or indexing panic inside the
//! library that reads it. That is bad input, not a fault of the officer's computer, so it becomes a sentence.
//! Only calls into that library go through here: a panic in our own code is a fault, and is never hidden.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static IS_INSIDE: Cell<bool> = const { Cell::new(false) };
}

static QUIET: Once = Once::new();

/// Runs `call`; `None` when it panicked. What it borrowed must not be used again after that.
pub(super) fn contained<T>(call: impl FnOnce() -> T) -> Option<T> {
    QUIET.call_once(hush);
    IS_INSIDE.set(true);
    let answer = catch_unwind(AssertUnwindSafe(call));
    IS_INSIDE.set(false);
    answer.ok()
}

/// Panics that are caught here are not printed: an officer would take the noise for a crash. All others go to the hook that was there.
fn hush() {
    let others = take_hook();
    set_hook(Box::new(move |panic| {
        if !IS_INSIDE.get() {
            others(panic);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_inside_the_door_becomes_an_answer_and_a_good_call_its_result() {
        assert_eq!(contained(|| 2 + 2), Some(4));
        assert_eq!(contained(|| -> u32 { panic!("a workbook made wrongly") }), None);
        assert!(!IS_INSIDE.get());
    }
}
