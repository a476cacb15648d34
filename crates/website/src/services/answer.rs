//! What programs are told of services.
//!
//! The rule: the shape of an answer changes only here, on purpose.

use definitions::Day;

use crate::arrangements::ArrangementInList;
use crate::described::answers;

answers! {
    /// Every family of services.
    Services {
        /// The address of this list.
        url: String,
        /// The day for which it is told.
        day: Day,
        /// The families, in the order of their chapters.
        services: Vec<ServiceInList>,
    }

    /// A family of services in a list.
    ServiceInList {
        /// Its address.
        url: String,
        /// Its code.
        code: String,
        /// Its name.
        name: String,
        /// The chapter it stands in.
        chapter: String,
        /// Arrangements that are live on the day.
        live_arrangements: usize,
        /// Arrangements at whatever stage.
        arrangements: usize,
        /// Opportunities that the last search found.
        opportunities: usize,
    }

    /// One family of services.
    Service {
        /// Its address.
        url: String,
        /// What it is, with its figures.
        service: ServiceInList,
        /// What is in it, in a sentence.
        sentence: String,
        /// The day for which it is told.
        day: Day,
        /// Its arrangements, by title.
        arrangements: Vec<ArrangementInList>,
        /// The addresses of its opportunities, the best first.
        opportunities: Vec<String>,
    }
}
