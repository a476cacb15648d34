//! SQLite: the register in one file.
//!
//! The rule: one connection writes and waits its turn; several read beside it, from a write-ahead log. What was said to be kept
//! is on the disk before it is said (`synchronous = full`). The file is its owner's alone (mode 0600), and one that is not
//! ours is refused unread.

use std::fs::OpenOptions;
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use definitions::Trouble;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection as Open, ErrorCode, OpenFlags, ToSql};

use super::migrations::{NOTE_STEP, VERSION, still_to_do};
use super::pool::Pool;
use super::value::keepable;
use super::{Connection, Database, Fault, FaultKind, Row, Value, Work};

/// "CmnW", by which the file is known as ours.
const APPLICATION_ID: i64 = 0x436d_6e57;

/// How long a writer of another process is waited for.
const BUSY: Duration = Duration::from_secs(10);

/// More readers than processors gain nothing; a few more cost nothing.
const READERS_AT_MOST: usize = 8;

/// A register in a file.
pub(crate) struct SqliteDatabase {
    path: PathBuf,
    writer: Mutex<Open>,
    readers: Pool<Open>,
}

impl SqliteDatabase {
    /// Opens the file, made where there is none, and takes its tables forward.
    pub(crate) fn open(path: &Path) -> Result<SqliteDatabase, Fault> {
        make_where_missing(path)?;
        let mut writer = connect(path)?;
        migrate(&mut writer, path)?;
        take_habits(&writer)?;
        write_ahead(&writer)?;
        Ok(SqliteDatabase { path: path.to_path_buf(), writer: Mutex::new(writer), readers: Pool::new(READERS_AT_MOST) })
    }

    /// The same, where there is a register already.
    pub(crate) fn open_existing(path: &Path) -> Result<SqliteDatabase, Fault> {
        if !path.exists() {
            return Err(Fault::new(FaultKind::Absent, "there is no such file"));
        }
        SqliteDatabase::open(path)
    }

    fn reader(&self) -> Result<Open, Fault> {
        let reader = connect(&self.path)?;
        take_habits(&reader)?;
        reader.execute_batch("pragma query_only = on").map_err(fault)?;
        Ok(reader)
    }
}

impl Database for SqliteDatabase {
    fn reading(&self, work: &mut Work<'_>) -> Result<(), Fault> {
        work(self.readers.take(&|| self.reader())?.connection())
    }

    fn reading_one_moment(&self, work: &mut Work<'_>) -> Result<(), Fault> {
        let mut reader = self.readers.take(&|| self.reader())?;
        let open = reader.connection();
        open.execute_batch("begin").map_err(fault)?;
        let done = work(open);
        // Nothing was written, so that nothing is lost if this fails; the connection would say so when it is used next.
        let _ = open.execute_batch("rollback");
        done
    }

    fn writing(&self, work: &mut Work<'_>) -> Result<(), Fault> {
        // Whoever panicked while holding it left a transaction, which is rolled back here before the next begins.
        let mut writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        if !writer.is_autocommit() {
            writer.execute_batch("rollback").map_err(fault)?;
        }
        transaction(&mut writer, work)
    }

    fn hold(&self) -> &'static str {
        // `begin immediate` holds the whole file already.
        ""
    }
}

impl Connection for Open {
    fn change(&mut self, statement: &str, values: &[Value]) -> Result<u64, Fault> {
        keepable(values)?;
        let mut prepared = self.prepare(&numbered(statement)).map_err(fault)?;
        prepared.execute(rusqlite::params_from_iter(values)).map(|rows| rows as u64).map_err(fault)
    }

    fn rows(&mut self, statement: &str, values: &[Value]) -> Result<Vec<Row>, Fault> {
        keepable(values)?;
        let mut prepared = self.prepare(&numbered(statement)).map_err(fault)?;
        let columns = prepared.column_count();
        let mut answer = prepared.query(rusqlite::params_from_iter(values)).map_err(fault)?;
        let mut rows = Vec::new();
        while let Some(row) = answer.next().map_err(fault)? {
            let values = (0..columns).map(|column| row.get_ref(column).map(value).map_err(fault)).collect::<Result<_, Fault>>()?;
            rows.push(Row(values));
        }
        Ok(rows)
    }
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Nothing => ValueRef::Null,
            Value::Whole(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
        }))
    }
}

fn transaction(open: &mut Open, work: &mut Work<'_>) -> Result<(), Fault> {
    open.execute_batch("begin immediate").map_err(fault)?;
    let done = work(open).and_then(|()| open.execute_batch("commit").map_err(fault));
    if done.is_err() && !open.is_autocommit() {
        // The first fault is the one to tell. If this fails too, the next writer rolls back.
        let _ = open.execute_batch("rollback");
    }
    done
}

/// `$1` as SQLite numbers it. No statement of this room has a `$` in a text.
fn numbered(statement: &str) -> String {
    statement.replace('$', "?")
}

/// Bytes that are no text (put there behind our back) are read with marks in their place, so that the walk along the digests
/// finds and names them.
fn value(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Integer(number) => Value::Whole(number),
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Nothing,
    }
}

/// Makes an empty file that only its owner may open, before SQLite would make one that others may.
fn make_where_missing(path: &Path) -> Result<(), Fault> {
    let told =
        |because: String, try_next: &str| Fault::Told(Trouble::new(format!("open the register {}", path.display()), because, try_next));
    if path.is_dir() {
        return Err(told("it is a folder".into(), "Name a file in it, such as register.db."));
    }
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(told("the folder it should lie in does not exist".into(), "Make the folder first, or name another."))
        }
        Err(error) => Err(told(error.to_string(), "See that the folder can be written in and that its disk has room, or name another.")),
    }
}

fn connect(path: &Path) -> Result<Open, Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = Open::open_with_flags(path, flags).map_err(fault)?;
    open.busy_timeout(BUSY).map_err(fault)?;
    Ok(open)
}

fn take_habits(open: &Open) -> Result<(), Fault> {
    open.execute_batch("pragma foreign_keys = on; pragma synchronous = full; pragma trusted_schema = off").map_err(fault)
}

/// Changes to the write-ahead log. SQLite does not wait for others while it changes, so this does.
fn write_ahead(open: &Open) -> Result<(), Fault> {
    let mut left = 200;
    loop {
        match open.query_row("pragma journal_mode = wal", [], |row| row.get::<_, String>(0)) {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(mode) => return Err(Fault::new(FaultKind::Other, format!("its disk allows no write-ahead log (it answered {mode:?})"))),
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && left > 0 => left -= 1,
            Err(error) => return Err(fault(error)),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Takes the tables forward, in one step with knowing the file as ours: of two processes that start together on a new file
/// one comes after the other.
fn migrate(open: &mut Open, path: &Path) -> Result<(), Fault> {
    match open.execute_batch("begin immediate") {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) => {
            return Err(not_ours(path, "it is not a database file"));
        }
        begun => begun.map_err(fault)?,
    }
    let done = migrate_inside(open, path).and_then(|()| open.execute_batch("commit").map_err(fault));
    if done.is_err() && !open.is_autocommit() {
        // The first fault is the one to tell, and the connection is closed after it.
        let _ = open.execute_batch("rollback");
    }
    done
}

fn migrate_inside(open: &mut Open, path: &Path) -> Result<(), Fault> {
    let number = |sql: &str| open.query_row(sql, [], |row| row.get::<_, i64>(0)).map_err(fault);
    match number("pragma application_id")? {
        APPLICATION_ID => {}
        0 if number("select count(*) from sqlite_schema")? == 0 => {
            open.execute_batch(&format!("pragma application_id = {APPLICATION_ID}")).map_err(fault)?;
        }
        _ => return Err(not_ours(path, "it is a database of something else")),
    }
    let table = "create table if not exists schema_steps (version integer primary key, done integer not null) strict";
    open.execute_batch(table).map_err(fault)?;
    let version = open.rows(VERSION, &[])?;
    for (to, step) in still_to_do(&version)? {
        open.execute_batch(step.sqlite).map_err(fault)?;
        let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |since| since.as_secs());
        open.change(NOTE_STEP, &[to.into(), now.into()])?;
    }
    Ok(())
}

fn not_ours(path: &Path, because: &str) -> Fault {
    let try_next = "Name the register's own file, or one that does not exist yet; this one was left as it is.";
    Fault::Told(Trouble::new(format!("open the register {}", path.display()), because, try_next))
}

fn fault(error: rusqlite::Error) -> Fault {
    let kind = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => FaultKind::Full,
        // It also cannot be opened where the files beside it, which it needs, cannot be made.
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => FaultKind::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => FaultKind::Busy,
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => FaultKind::Damaged,
        _ => FaultKind::Other,
    };
    Fault::new(kind, error.to_string())
}
