//! The place a command is about: its folder, its register, and who does something to it at the terminal.
//!
//! The rule: the folder one stands in is meant where none is named; a server's database is meant only where `DATABASE_URL` says
//! so; what is entered from a terminal is remembered under the name of who sat there.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use definitions::Trouble;
use desk::people::{People, PeopleSettings};
use desk::{Desk, Person, Place};
use register::Moment;
use store::{Store, StoreAddress};
use website::Settings;

/// Which place is meant.
#[derive(Args)]
pub(crate) struct PlaceWords {
    /// The folder of the place, which holds its register [default: the one you stand in].
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    pub(crate) place: PathBuf,
}

impl PlaceWords {
    /// The place, as its folder says it is.
    pub(crate) fn place(&self) -> Result<Place, Trouble> {
        Place::open(&self.place)
    }

    /// Where its register is kept.
    pub(crate) fn address(&self) -> Result<StoreAddress, Trouble> {
        self.place()?.store_address(std::env::var("DATABASE_URL").ok().as_deref())
    }

    /// Opens it for work.
    pub(crate) fn desk(&self) -> Result<Desk, Trouble> {
        Desk::open(self.place()?, Store::open(&self.address()?)?, None, now)
    }

    /// Opens it with its people.
    pub(crate) fn people(&self) -> Result<People, Trouble> {
        let settings = Settings::of_place(&self.place, &secret)?;
        people(Arc::new(self.desk()?), &settings)
    }
}

/// The people of a place whose site is run like this.
pub(crate) fn people(desk: Arc<Desk>, settings: &Settings) -> Result<People, Trouble> {
    let (address, mailing, sign_on) = (settings.address.clone(), settings.mailing.clone(), settings.sign_on.clone());
    People::new(desk, PeopleSettings { address, mailing, sign_on })
}

/// A secret from the environment.
pub(crate) fn secret(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// What time it is.
pub(crate) fn now() -> Moment {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    Moment(i64::try_from(seconds).unwrap_or(i64::MAX))
}

/// Who sits at the terminal: the name they gave, else that of their account on this machine.
pub(crate) fn person(named: Option<&str>) -> Person {
    let own = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()).filter(|name| !name.is_empty());
    let name = named.map(str::to_string).or_else(own).unwrap_or_else(|| "Somebody".to_string());
    Person::at_the_terminal(&format!("{name}, at the terminal"))
}
