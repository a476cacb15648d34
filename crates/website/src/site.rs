//! What every page is handed: the place, its people, its settings, and which pages there are.
//!
//! The rule: it is shared by all requests and never changed by one, except for what is remembered of rendered pages.

use std::sync::Arc;

use definitions::Trouble;
use desk::Desk;
use desk::people::{People, PeopleSettings};
use register::Moment;

use crate::Stop;
use crate::assets::Assets;
use crate::importing::KeptFiles;
use crate::map::MapsDrawn;
use crate::overview::Shelf;
use crate::remembered::Remembered;
use crate::routes::Routes;
use crate::settings::Settings;

/// The site of one place.
pub struct Site {
    /// Name of the place, as its pages show it.
    pub place: String,
    /// The desk that looks after it.
    pub desk: Arc<Desk>,
    /// How it is run.
    pub settings: Settings,
    /// Its people.
    pub people: People,
    pub(crate) assets: Assets,
    pub(crate) routes: Routes,
    pub(crate) remembered: Remembered,
    pub(crate) kept_files: KeptFiles,
    pub(crate) shelf: Shelf,
    pub(crate) maps: MapsDrawn,
}

/// Which state of the place a page shows: it changes when an entry is made, when a day begins, and when the place is searched again or
/// boundaries are loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Number of the last entry in the log.
    pub number: u64,
    /// The day, in days since 1970.
    pub day: i32,
    /// Of what stands beside the register: the report of the last search, and the boundaries.
    pub beside: u64,
}

impl Site {
    /// The site of the place that `desk` looks after.
    ///
    /// # Errors
    /// When what passwords are made into cannot be made on this machine.
    pub fn new(desk: Arc<Desk>, settings: Settings) -> Result<Site, Trouble> {
        let people =
            PeopleSettings { address: settings.address.clone(), mailing: settings.mailing.clone(), sign_on: settings.sign_on.clone() };
        Ok(Site {
            place: desk.place().name.clone(),
            people: People::new(Arc::clone(&desk), people)?,
            desk,
            settings,
            assets: Assets::built_in(),
            routes: Routes::all(),
            remembered: Remembered::default(),
            kept_files: KeptFiles::default(),
            shelf: Shelf::default(),
            maps: MapsDrawn::default(),
        })
    }

    /// Which state of the place there is now.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn edition(&self, now: Moment) -> Result<Edition, Stop> {
        Ok(Edition { number: self.desk.store().last_number()?, day: now.day().0, beside: self.desk.beside()? })
    }

    /// True where a form can be sent to this address.
    pub(crate) fn takes_forms(&self, path: &str) -> bool {
        self.routes.find(path).is_ok_and(|(route, _)| route.send.is_some())
    }

    /// True where there is a page at this address, so that no link leads nowhere.
    pub fn has_page(&self, path: &str) -> bool {
        self.routes.find(path).is_ok_and(|(route, _)| route.read.is_some())
    }
}
