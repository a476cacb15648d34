//! PostgreSQL: the register on a server, for several processes at once.
//!
//! The rule: whoever adds to the log holds its head row until done, so that numbers have no gap and no double. A connection
//! that broke is thrown away, with those that lay idle beside it, and what was asked is asked once more where nothing can
//! have been kept. Nothing here may run on a thread that drives asynchronous work: its client waits.

use std::sync::Arc;
use std::time::SystemTime;

use ::postgres::error::SqlState;
use ::postgres::types::{ToSql, Type};
use ::postgres::{Client, Config};
use definitions::Trouble;
use tokio_postgres_rustls::MakeRustlsConnect;

use super::encryption::configured;
use super::migrations::{NOTE_STEP, VERSION, still_to_do};
use super::pool::Pool;
use super::value::keepable;
use super::{Connection, Database, Fault, FaultKind, Row, Value, Work};

/// As many as the server's usual hundred leaves room for, with several processes and its own.
const CONNECTIONS_AT_MOST: usize = 12;

/// A number that no other program is likely to have chosen: "commonwe" as eight bytes.
const MIGRATION_LOCK: i64 = 0x636f_6d6d_6f6e_7765;

/// What every connection is told first. A server may be set to say "kept" before it is; not to this program.
const HABITS: &str = "set statement_timeout = '60s'; set lock_timeout = '15s'; \
                      set idle_in_transaction_session_timeout = '60s'; set synchronous_commit = on";

/// A register on a server.
pub(crate) struct PostgresDatabase {
    config: Config,
    encryption: Option<MakeRustlsConnect>,
    pool: Arc<Pool<Client>>,
}

impl PostgresDatabase {
    /// Reaches the server and takes the tables forward.
    pub(crate) fn open(address: &str) -> Result<PostgresDatabase, Fault> {
        let database = PostgresDatabase::reach(address)?;
        let mut client = database.connect()?;
        refuse_unless_unicode(&mut client)?;
        client.batch_execute("begin").map_err(fault)?;
        // On any fault the client is dropped here, and the server undoes what was begun.
        migrate_inside(&mut client)?;
        client.batch_execute("commit").map_err(fault)?;
        Ok(database)
    }

    /// The same, where there is a register already.
    pub(crate) fn open_existing(address: &str) -> Result<PostgresDatabase, Fault> {
        if !has_register(&mut PostgresDatabase::reach(address)?.connect()?)? {
            return Err(Fault::new(FaultKind::Absent, "there is no register in that database"));
        }
        PostgresDatabase::open(address)
    }

    fn reach(address: &str) -> Result<PostgresDatabase, Fault> {
        let (config, encryption) = configured(address)?;
        Ok(PostgresDatabase { config, encryption, pool: Arc::new(Pool::new(CONNECTIONS_AT_MOST)) })
    }

    fn connect(&self) -> Result<Client, Fault> {
        let client = match &self.encryption {
            Some(encryption) => self.config.connect(encryption.clone()),
            None => self.config.connect(::postgres::NoTls),
        };
        let mut client = client.map_err(unreached)?;
        client.batch_execute(HABITS).map_err(fault)?;
        Ok(client)
    }

    /// Lends a connection to `work`; once more with a new one, where the first was lost and nothing can have been kept.
    fn lend(&self, work: &mut dyn FnMut(&mut Client) -> Result<(), Fault>) -> Result<(), Fault> {
        match self.lend_once(work) {
            Err(fault) if fault.may_be_tried_again() => {
                self.pool.empty();
                self.lend_once(work)
            }
            done => done,
        }
    }

    fn lend_once(&self, work: &mut dyn FnMut(&mut Client) -> Result<(), Fault>) -> Result<(), Fault> {
        let mut taken = self.pool.take(&|| self.connect())?;
        let done = work(taken.connection());
        if matches!(done, Err(Fault::Database(..))) {
            taken.throw_away();
        }
        done
    }
}

/// Closing a connection waits for the server, which a thread that drives asynchronous work may not do; and the last handle to
/// a register may well be dropped on one. So they are closed on a thread of their own.
impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        let pool = self.pool.clone();
        let closed = std::thread::Builder::new().name("close-register".into()).spawn(move || pool.empty());
        if let Ok(closing) = closed {
            // A panic while closing has been printed, and there is nothing left to be saved.
            let _ = closing.join();
        }
    }
}

impl Database for PostgresDatabase {
    fn reading(&self, work: &mut Work<'_>) -> Result<(), Fault> {
        self.lend(&mut |client| work(client))
    }

    fn reading_one_moment(&self, work: &mut Work<'_>) -> Result<(), Fault> {
        self.lend(&mut |client| {
            client.batch_execute("begin isolation level repeatable read read only").map_err(fault)?;
            let done = work(client);
            undone(client, done)
        })
    }

    fn writing(&self, work: &mut Work<'_>) -> Result<(), Fault> {
        self.lend(&mut |client| {
            client.batch_execute("begin").map_err(fault)?;
            match work(client) {
                Ok(()) => client.batch_execute("commit").map_err(|error| match fault(error) {
                    Fault::Database(FaultKind::Lost, because) => Fault::new(FaultKind::Unsure, because),
                    fault => fault,
                }),
                done => undone(client, done),
            }
        })
    }

    fn hold(&self) -> &'static str {
        " for update"
    }
}

/// Ends a transaction of which nothing is kept. After a fault of the database the connection is thrown away, and the server
/// undoes by itself what was begun; otherwise it goes back, and must be fit for the next.
fn undone(client: &mut Client, done: Result<(), Fault>) -> Result<(), Fault> {
    if !matches!(done, Err(Fault::Database(..))) {
        client.batch_execute("rollback").map_err(fault)?;
    }
    done
}

impl Connection for Client {
    fn change(&mut self, statement: &str, values: &[Value]) -> Result<u64, Fault> {
        keepable(values)?;
        self.execute_typed(statement, &typed(values)).map_err(fault)
    }

    fn rows(&mut self, statement: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        keepable(values)?;
        let rows = self.query_typed(statement, &typed(values)).map_err(fault)?;
        rows.iter().map(|row| (0..row.len()).map(|column| value(row, column)).collect::<Result<_, Fault>>().map(Row)).collect()
    }
}

/// Each value with its own type; that of no value is left for the server to see.
fn typed(values: &[Value]) -> Vec<(&(dyn ToSql + Sync), Type)> {
    fn with_type(value: &Value) -> (&(dyn ToSql + Sync), Type) {
        match value {
            Value::Nothing => (&None::<&str>, Type::UNKNOWN),
            Value::Whole(number) => (number, Type::INT8),
            Value::Text(text) => (text, Type::TEXT),
        }
    }
    values.iter().map(with_type).collect()
}

fn value(row: &::postgres::Row, column: usize) -> Result<Value, Fault> {
    let found = if *row.columns()[column].type_() == Type::INT8 {
        row.try_get::<_, Option<i64>>(column).map(|number| number.map(Value::Whole))
    } else {
        row.try_get::<_, Option<String>>(column).map(|text| text.map(Value::Text))
    };
    Ok(found.map_err(fault)?.unwrap_or(Value::Nothing))
}

fn refuse_unless_unicode(client: &mut Client) -> Result<(), Fault> {
    let rows = client.rows("select current_setting('server_encoding')", &[])?;
    let encoding = rows.first().map(|row| row.text(0)).transpose()?.unwrap_or_default();
    if encoding == "UTF8" {
        return Ok(());
    }
    Err(Fault::Told(Trouble::new(
        "open the register on the server",
        format!("its database keeps texts as {encoding}, in which not every name can be written"),
        "Make the database anew with: createdb --encoding=UTF8 --template=template0 NAME",
    )))
}

fn has_register(client: &mut Client) -> Result<bool, Fault> {
    let found = client.rows("select to_regclass('schema_steps')::text", &[])?;
    found.first().map_or(Ok(false), |row| Ok(row.text_if_any(0)?.is_some()))
}

/// Two processes that start together come here one after the other.
fn migrate_inside(client: &mut Client) -> Result<(), Fault> {
    client.rows("select pg_advisory_xact_lock($1)::text", &[Value::Whole(MIGRATION_LOCK)])?;
    if !has_register(client)? {
        client.batch_execute("create table schema_steps (version bigint primary key, done bigint not null)").map_err(fault)?;
    }
    let version = client.rows(VERSION, &[])?;
    for (to, step) in still_to_do(&version)? {
        client.batch_execute(step.postgres).map_err(of_step)?;
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        client.change(NOTE_STEP, &[to.into(), now.into()])?;
    }
    Ok(())
}

/// A table of the same name that is not ours is the likeliest of faults there.
fn of_step(error: ::postgres::Error) -> Fault {
    if error.code() != Some(&SqlState::DUPLICATE_TABLE) {
        return fault(error);
    }
    Fault::Told(Trouble::new(
        "make the tables of the register",
        format!("the database holds tables of something else ({})", said(&error)),
        "Give the register a database of its own: createdb --encoding=UTF8 NAME",
    ))
}

/// The client says of encryption only in words that it failed.
fn unreached(error: ::postgres::Error) -> Fault {
    if !error.to_string().starts_with("error performing TLS handshake") {
        return fault(error);
    }
    Fault::Told(Trouble::new(
        "speak to the register's server in secret",
        said(&error),
        "The server must encrypt (ssl = on) and prove its name. Add &sslrootcert=FILE to its address where your organisation \
         has roots of its own, or ?sslmode=disable where the network is yours alone.",
    ))
}

fn fault(error: ::postgres::Error) -> Fault {
    let kind = match error.code() {
        Some(code) => kind_of(code),
        // It did not come from the server: the way there broke, or none was found.
        None => FaultKind::Lost,
    };
    Fault::new(kind, said(&error))
}

fn kind_of(code: &SqlState) -> FaultKind {
    match code.code() {
        // The server stops, starts or threw us out; or two transactions stood in each other's way and this one was undone.
        "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "40001" | "40P01" => FaultKind::Lost,
        code if code.starts_with("08") => FaultKind::Lost,
        "53100" => FaultKind::Full,
        "25006" => FaultKind::ReadOnly,
        "57014" | "55P03" | "53300" => FaultKind::Busy,
        "3D000" | "42501" => FaultKind::NotAllowed,
        code if code.starts_with("28") => FaultKind::NotAllowed,
        "XX001" | "XX002" => FaultKind::Damaged,
        _ => FaultKind::Other,
    }
}

/// In the server's words, or those of what broke; the outermost of several says the least.
fn said(error: &::postgres::Error) -> String {
    if let Some(server) = error.as_db_error() {
        return server.message().to_string();
    }
    let mut innermost: &dyn std::error::Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
