//! What every page is handed: the place, its people, its settings, and which pages there are.
//!
//! The rule: it is shared by all requests and never changed by one, except for what is remembered of rendered pages.

use std::sync::Arc;

use desk::people::People;
use register::Moment;

use crate::assets::Assets;
use crate::remembered::Remembered;
use crate::routes::Routes;
use crate::settings::Settings;
use crate::Stop;

/// The site of one place.
pub struct Site {
    /// Name of the place, as its pages show it.
    pub place: String,
    /// How it is run.
    pub settings: Settings,
    /// Its people.
    pub people: Arc<People>,
    pub(crate) assets: Assets,
    pub(crate) routes: Routes,
    pub(crate) remembered: Remembered,
}

/// Which state of the place a page shows: it changes when an entry is made and when a day begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Number of the last entry in the log.
    pub number: u64,
    /// The day, in days since 1970.
    pub day: i32,
}

impl Site {
    /// The site of the place called `place`.
    pub fn new(place: &str, settings: Settings, people: Arc<People>) -> Site {
        Site {
            place: place.to_string(),
            settings,
            people,
            assets: Assets::built_in(),
            routes: Routes::all(),
            remembered: Remembered::default(),
        }
    }

    /// Which state of the place there is now.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn edition(&self, now: Moment) -> Result<Edition, Stop> {
        Ok(Edition { number: self.people.store().last_number()?, day: now.day().0 })
    }

    /// True where there is a page at this address, so that no link leads nowhere.
    pub fn has_page(&self, path: &str) -> bool {
        self.routes.find(path).is_ok_and(|(route, _)| route.read.is_some())
    }
}
