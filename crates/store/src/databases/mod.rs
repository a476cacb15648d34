//! The two databases, behind one small wall: everything else in this room puts the same statements to both.
//!
//! The rule: a statement uses only what both understand, writes its values as `$1`, `$2`, and its columns are whole numbers
//! and texts. What the two do differently (how a transaction begins, how the log is held while it grows, how tables are made)
//! stands in their two files and nowhere else.

mod encryption;
mod fault;
mod migrations;
mod pool;
mod postgres;
mod sqlite;
mod value;

pub(crate) use self::postgres::PostgresDatabase;
pub(crate) use fault::{Fault, FaultKind};
pub(crate) use sqlite::SqliteDatabase;
pub(crate) use value::{Row, Value, looked_up};

/// One open connection, to which statements are put.
pub(crate) trait Connection {
    /// Does something; the answer is how many rows it touched.
    fn change(&mut self, statement: &str, values: &[Value]) -> Result<u64, Fault>;
    /// Asks for rows.
    fn rows(&mut self, statement: &str, values: &[Value]) -> Result<Vec<Row>, Fault>;
}

/// What is done over a connection. It may be done a second time, when the connection was lost before anything was kept.
pub(crate) type Work<'a> = dyn FnMut(&mut dyn Connection) -> Result<(), Fault> + 'a;

/// A database, from which any thread may ask for a connection.
pub(crate) trait Database: Send + Sync {
    /// Asks, each statement by itself.
    fn reading(&self, work: &mut Work<'_>) -> Result<(), Fault>;
    /// Asks, all statements of the same moment whatever others write meanwhile.
    fn reading_one_moment(&self, work: &mut Work<'_>) -> Result<(), Fault>;
    /// Does all of it, or nothing where `work` or the keeping fails.
    fn writing(&self, work: &mut Work<'_>) -> Result<(), Fault>;
    /// Ends the statement that reads the head of the log with whatever makes other writers wait for this one.
    fn hold(&self) -> &'static str;
}
