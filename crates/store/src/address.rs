//! Where a store is: a file, or a database on a server.
//!
//! The rule: an address is shown without its password, in every message and every list.

use std::fmt;
use std::path::PathBuf;

use definitions::Trouble;

/// Where a store is.
#[derive(Clone, PartialEq, Eq)]
pub enum StoreAddress {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL database, as `postgres://name:password@host:port/database`. Beside what the format allows everywhere,
    /// `sslmode` may be `disable`, `require` or `verify-full` (the last two are the same here: whoever answers must prove its
    /// name), and `sslrootcert` may name a PEM file of the organisation's own roots.
    Postgres(String),
}

impl StoreAddress {
    /// What a setting names: `postgres://…` or `postgresql://…` is a server, everything else a file.
    ///
    /// # Errors
    /// When it is empty, or the address of something else.
    pub fn from_setting(setting: &str) -> Result<StoreAddress, Trouble> {
        let setting = setting.trim();
        let wrong = |because: String| {
            Trouble::new(
                "tell where the register is kept",
                because,
                "Name a file, such as register.db, or a server, such as postgres://name:password@host/database.",
            )
        };
        match setting.split_once("://") {
            Some(("postgres" | "postgresql", _)) => Ok(StoreAddress::Postgres(setting.to_string())),
            Some((other, _)) => Err(wrong(format!("{other}:// is neither a file nor a PostgreSQL server"))),
            None if setting.is_empty() => Err(wrong("the setting is empty".into())),
            None => Ok(StoreAddress::Sqlite(PathBuf::from(setting))),
        }
    }
}

/// The path, or the server with `…` for its password.
impl fmt::Display for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreAddress::Sqlite(path) => path.display().fmt(f),
            StoreAddress::Postgres(address) => f.write_str(&without_password(address)),
        }
    }
}

impl fmt::Debug for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The last `@` ends the name and password, since one written inside a password is often left as it is. What follows `?` may
/// hold a password too, and is left out.
fn without_password(address: &str) -> String {
    let address = address.split('?').next().unwrap_or_default();
    let Some((scheme, rest)) = address.split_once("://") else { return "…".into() };
    match rest.rsplit_once('@') {
        Some((who, place)) => {
            let name = who.split(':').next().unwrap_or_default();
            let password = if who.contains(':') { ":…" } else { "" };
            format!("{scheme}://{name}{password}@{place}")
        }
        None => format!("{scheme}://{rest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_names_a_file_or_a_server_and_nothing_else() {
        assert_eq!(StoreAddress::from_setting(" register.db ").expect("a file"), StoreAddress::Sqlite("register.db".into()));
        assert!(matches!(StoreAddress::from_setting("postgresql://h/d").expect("a server"), StoreAddress::Postgres(_)));
        assert!(StoreAddress::from_setting("").is_err());
        let refused = StoreAddress::from_setting("mysql://h/d").expect_err("another kind of server").to_string();
        assert!(refused.contains("mysql:// is neither"), "{refused}");
    }

    #[test]
    fn a_password_is_never_shown() {
        for address in [
            "postgres://ann:s3cret@host:5432/register",
            "postgres://ann:s3cret@more@host/register?sslmode=require",
            "postgres://host/register?user=ann&password=s3cret",
        ] {
            let shown = StoreAddress::Postgres(address.into()).to_string();
            assert!(!shown.contains("s3cret") && !shown.contains("more"), "{shown}");
            assert!(shown.contains("host"), "{shown}");
        }
        assert_eq!(format!("{:?}", StoreAddress::Postgres("postgres://a:b@h/d".into())), "postgres://a:…@h/d");
    }
}
