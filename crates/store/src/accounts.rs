//! Accounts: who may sign in.
//!
//! The rule: an account is closed and never removed, since what it entered goes on naming it. Of a password only what cannot
//! be turned back is kept, as the desk made it. An e-mail address belongs to one account, however it is written.

use definitions::Trouble;
use register::Moment;
use serde::{Deserialize, Serialize};

use crate::Store;
use crate::databases::{Connection, Fault, Row, Value, looked_up};

/// Who may sign in.
#[derive(Clone, PartialEq, Eq)]
pub struct Account {
    /// Stable name, as the log has it.
    pub id: String,
    /// E-mail address, in lower-case letters.
    pub email: String,
    /// Shown name.
    pub name: String,
    /// What is kept of the password: a text in the PHC format, made by the desk. `None` where none has been set.
    pub password: Option<String>,
    /// Who they are at their organisation's own sign-in.
    pub sign_on: Option<SignOn>,
    /// When it was added.
    pub added: Moment,
    /// When it was closed.
    pub closed: Option<Moment>,
}

/// What is kept of a password is never shown.
impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let password = self.password.as_ref().map(|_| "…");
        f.debug_struct("Account").field("id", &self.id).field("email", &self.email).field("password", &password).finish_non_exhaustive()
    }
}

/// Somebody at an organisation's own sign-in (OpenID Connect).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOn {
    /// Which sign-in: its address.
    pub issuer: String,
    /// Who, in its words.
    pub subject: String,
}

/// Why an account was not added, or not linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// Another account has this e-mail address.
    EmailTaken,
    /// Another account is this person at the organisation's sign-in.
    SignOnTaken,
    /// Another account has this id.
    IdTaken,
    /// It could not be kept.
    Trouble(Trouble),
}

impl NotAdded {
    /// As a person is told; `could_not` completes "could not …".
    pub fn told(self, could_not: &str) -> Trouble {
        let because = match self {
            NotAdded::EmailTaken => "another account has this e-mail address",
            NotAdded::SignOnTaken => "another account is this person at the organisation's sign-in",
            NotAdded::IdTaken => "another account has this id",
            NotAdded::Trouble(trouble) => return trouble,
        };
        Trouble::new(could_not, because, "Use that account, or give another address.")
    }
}

impl Store {
    /// Adds an account. Its e-mail address is kept in lower-case letters.
    ///
    /// # Errors
    /// When another account has its address, its sign-on or its id.
    pub fn add_account(&self, account: &Account) -> Result<(), NotAdded> {
        let added = self.try_writing(&mut |connection| {
            refuse_taken(connection, account)?;
            insert(connection, account)
        });
        added.map_err(|fault| not_added(fault, "add the account"))
    }

    /// The account with this id.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn account(&self, id: &str) -> Result<Option<Account>, Trouble> {
        self.one_account("id = $1", &[id])
    }

    /// The account with this e-mail address, however it is written.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn account_by_email(&self, email: &str) -> Result<Option<Account>, Trouble> {
        self.one_account("email = $1", &[&written(email)])
    }

    /// The account of this person at an organisation's sign-in.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn account_by_sign_on(&self, sign_on: &SignOn) -> Result<Option<Account>, Trouble> {
        self.one_account("issuer = $1 and subject = $2", &[&sign_on.issuer, &sign_on.subject])
    }

    /// Every account, closed ones too, in the order in which they were added.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn accounts(&self) -> Result<Vec<Account>, Trouble> {
        self.reading("read the accounts", all)
    }

    /// Sets what is kept of the password, and ends every session: whoever knew the old one is out.
    ///
    /// # Errors
    /// When there is no such account, or it cannot be kept.
    pub fn set_password(&self, id: &str, password: &str) -> Result<(), Trouble> {
        self.writing("set the password", |connection| {
            connection.change("delete from sessions where account = $1", &[id.into()])?;
            one(id, connection.change("update accounts set password = $2 where id = $1", &[id.into(), password.into()])?)
        })
    }

    /// Sets the shown name. What was entered under the old one goes on showing it.
    ///
    /// # Errors
    /// When there is no such account, or it cannot be kept.
    pub fn set_name(&self, id: &str, name: &str) -> Result<(), Trouble> {
        self.writing("change the name", |connection| {
            one(id, connection.change("update accounts set name = $2 where id = $1", &[id.into(), name.into()])?)
        })
    }

    /// Closes an account and ends its sessions. One that is closed already keeps its day.
    ///
    /// # Errors
    /// When there is no such account, or it cannot be kept.
    pub fn close_account(&self, id: &str, at: Moment) -> Result<(), Trouble> {
        self.writing("close the account", |connection| {
            connection.change("delete from sessions where account = $1", &[id.into()])?;
            one(id, connection.change("update accounts set closed = coalesce(closed, $2) where id = $1", &[id.into(), at.into()])?)
        })
    }

    /// Opens a closed account again.
    ///
    /// # Errors
    /// When there is no such account, or it cannot be kept.
    pub fn reopen_account(&self, id: &str) -> Result<(), Trouble> {
        self.writing("open the account again", |connection| {
            one(id, connection.change("update accounts set closed = null where id = $1", &[id.into()])?)
        })
    }

    /// Says who they are at their organisation's own sign-in.
    ///
    /// # Errors
    /// When another account is that person, there is no such account, or it cannot be kept.
    pub fn link_sign_on(&self, id: &str, sign_on: &SignOn) -> Result<(), NotAdded> {
        let could_not = "link the account with the organisation's sign-in";
        let linked = self.try_writing(&mut |connection| {
            let values = [looked_up(&sign_on.issuer)?, looked_up(&sign_on.subject)?, id.into()];
            if !connection.rows("select id from accounts where issuer = $1 and subject = $2 and id <> $3", &values)?.is_empty() {
                return Err(Fault::NotAdded(Box::new(NotAdded::SignOnTaken)));
            }
            one(id, connection.change("update accounts set issuer = $1, subject = $2 where id = $3", &values)?)
        });
        linked.map_err(|fault| not_added(fault, could_not))
    }

    fn one_account(&self, which: &str, values: &[&str]) -> Result<Option<Account>, Trouble> {
        let values: Vec<_> = values.iter().map(|value| (*value).into()).collect();
        let statement = format!("select {COLUMNS} from accounts where {which}");
        self.reading("read the account", |connection| connection.rows(&statement, &values)?.first().map(account).transpose())
    }
}

/// Every account, in the order in which they were added.
pub(crate) fn all(connection: &mut dyn Connection) -> Result<Vec<Account>, Fault> {
    let rows = connection.rows(&format!("select {COLUMNS} from accounts order by added, id"), &[])?;
    rows.iter().map(account).collect()
}

/// Puts an account into its table.
pub(crate) fn insert(connection: &mut dyn Connection, account: &Account) -> Result<(), Fault> {
    let values = [
        looked_up(&account.id)?,
        looked_up(&written(&account.email))?,
        (&account.name).into(),
        account.password.as_ref().into(),
        account.sign_on.as_ref().map(|sign_on| looked_up(&sign_on.issuer)).transpose()?.unwrap_or(Value::Nothing),
        account.sign_on.as_ref().map(|sign_on| looked_up(&sign_on.subject)).transpose()?.unwrap_or(Value::Nothing),
        account.added.into(),
        account.closed.into(),
    ];
    connection.change(&format!("insert into accounts ({COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7, $8)"), &values).map(drop)
}

const COLUMNS: &str = "id, email, name, password, issuer, subject, added, closed";

fn account(row: &Row) -> Result<Account, Fault> {
    let sign_on = row.text_if_any(4)?.zip(row.text_if_any(5)?).map(|(issuer, subject)| SignOn { issuer, subject });
    Ok(Account {
        id: row.text(0)?,
        email: row.text(1)?,
        name: row.text(2)?,
        password: row.text_if_any(3)?,
        sign_on,
        added: row.moment(6)?,
        closed: row.whole_if_any(7)?.map(Moment),
    })
}

/// An e-mail address as it is kept.
fn written(email: &str) -> String {
    email.trim().to_lowercase()
}

fn refuse_taken(connection: &mut dyn Connection, account: &Account) -> Result<(), Fault> {
    let mut refuse = |which: &str, values: &[&String], why: NotAdded| {
        let values: Vec<_> = values.iter().map(|value| (*value).into()).collect();
        let rows = connection.rows(&format!("select id from accounts where {which}"), &values)?;
        if rows.is_empty() { Ok(()) } else { Err(Fault::NotAdded(Box::new(why))) }
    };
    refuse("id = $1", &[&account.id], NotAdded::IdTaken)?;
    refuse("email = $1", &[&written(&account.email)], NotAdded::EmailTaken)?;
    match &account.sign_on {
        Some(sign_on) => refuse("issuer = $1 and subject = $2", &[&sign_on.issuer, &sign_on.subject], NotAdded::SignOnTaken),
        None => Ok(()),
    }
}

fn not_added(fault: Fault, could_not: &str) -> NotAdded {
    match fault {
        Fault::NotAdded(why) => *why,
        fault => NotAdded::Trouble(fault.told(could_not)),
    }
}

/// A change of one account touches one row.
fn one(id: &str, rows: u64) -> Result<(), Fault> {
    if rows == 1 {
        return Ok(());
    }
    Err(Fault::Told(Trouble::new(format!("find the account {id}"), "there is none with this id", "Look it up by its e-mail address.")))
}
