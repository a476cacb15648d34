//! What programs are told of the place as a whole.
//!
//! The rule: the shape of an answer changes only here, on purpose.

use definitions::Day;

use crate::described::answers;

answers! {
    /// The place in a few figures.
    Home {
        /// The address of the site.
        url: String,
        /// The name of the place.
        place: String,
        /// The day for which it is told.
        day: Day,
        /// Live arrangements on that day.
        live_arrangements: usize,
        /// Bodies that share on that day.
        bodies_that_share: usize,
        /// Opportunities that the last search found.
        opportunities: usize,
        /// The number of the last entry in the log.
        last_entry: u64,
        /// The addresses of lists.
        lists: Vec<Address>,
    }

    /// An address with what is there.
    Address {
        /// The address.
        url: String,
        /// What is there.
        words: String,
    }
}
