//! The store: one handle that any thread may use, to one register.
//!
//! The rule: what a method says was kept is on disk; what failed changed nothing. Callers never see which database it is.

use std::fmt;
use std::sync::Arc;

use definitions::Trouble;

use crate::StoreAddress;
use crate::databases::{Connection, Database, Fault, PostgresDatabase, SqliteDatabase};

/// A register that is open. Clones are the same register.
#[derive(Clone)]
pub struct Store {
    address: StoreAddress,
    database: Arc<dyn Database>,
}

impl Store {
    /// Opens the register at `address`, made where there is none, and takes its tables forward.
    ///
    /// # Errors
    /// When it cannot be reached, is something else, or was made by a newer program.
    pub fn open(address: &StoreAddress) -> Result<Store, Trouble> {
        Store::opened(address, || match address {
            StoreAddress::Sqlite(path) => Ok(Arc::new(SqliteDatabase::open(path)?)),
            StoreAddress::Postgres(address) => Ok(Arc::new(PostgresDatabase::open(address)?)),
        })
    }

    /// Opens the register at `address` where there is one: for looking, checking and backing up, in which a slip in a name
    /// must not make a new register and find it in good order.
    ///
    /// # Errors
    /// When there is none, and as [`Store::open`].
    pub fn open_existing(address: &StoreAddress) -> Result<Store, Trouble> {
        Store::opened(address, || match address {
            StoreAddress::Sqlite(path) => Ok(Arc::new(SqliteDatabase::open_existing(path)?)),
            StoreAddress::Postgres(address) => Ok(Arc::new(PostgresDatabase::open_existing(address)?)),
        })
    }

    fn opened(address: &StoreAddress, open: impl FnOnce() -> Result<Arc<dyn Database>, Fault>) -> Result<Store, Trouble> {
        match open() {
            Ok(database) => Ok(Store { address: address.clone(), database }),
            Err(fault) => Err(fault.told(&format!("open the register {address}"))),
        }
    }

    /// Where it is.
    pub fn address(&self) -> &StoreAddress {
        &self.address
    }

    pub(crate) fn reading<T>(&self, could_not: &str, mut ask: impl FnMut(&mut dyn Connection) -> Result<T, Fault>) -> Result<T, Trouble> {
        let mut answer = None;
        let done = self.database.reading(&mut |connection| ask(connection).map(|found| answer = Some(found)));
        answered(done, answer).map_err(|fault| fault.told(could_not))
    }

    pub(crate) fn reading_one_moment<T>(
        &self,
        could_not: &str,
        mut ask: impl FnMut(&mut dyn Connection) -> Result<T, Fault>,
    ) -> Result<T, Trouble> {
        let mut answer = None;
        let done = self.database.reading_one_moment(&mut |connection| ask(connection).map(|found| answer = Some(found)));
        answered(done, answer).map_err(|fault| fault.told(could_not))
    }

    /// A change of one table that needs no more than one or a few statements.
    pub(crate) fn writing<T>(&self, could_not: &str, mut work: impl FnMut(&mut dyn Connection) -> Result<T, Fault>) -> Result<T, Trouble> {
        self.try_writing(&mut work).map_err(|fault| fault.told(could_not))
    }

    /// The same, for those who want to see what the fault is.
    pub(crate) fn try_writing<T>(&self, work: &mut dyn FnMut(&mut dyn Connection) -> Result<T, Fault>) -> Result<T, Fault> {
        let mut answer = None;
        let done = self.database.writing(&mut |connection| work(connection).map(|made| answer = Some(made)));
        answered(done, answer)
    }

    /// Reads the number and digest of the last entry, and holds them against other writers.
    pub(crate) fn held_head(&self, connection: &mut dyn Connection) -> Result<(u64, definitions::Fingerprint), Fault> {
        crate::stored::head(connection, self.database.hold())
    }
}

/// Its address, without a password.
impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Store").field(&self.address).finish()
    }
}

fn answered<T>(done: Result<(), Fault>, answer: Option<T>) -> Result<T, Fault> {
    done.map(|()| answer.expect("work that was done left its answer"))
}
