//! How a server is reached: over which address, and whether what is said on the way can be read by others.
//!
//! The rule: over a network it is encrypted and the server proves its name, unless the setting says `sslmode=disable`.
//! A server on this machine, through its socket or its loopback, needs neither. Nothing is half encrypted: `prefer` and
//! `allow`, which fall back in silence, are refused.

use std::sync::Arc;
use std::time::Duration;

use ::postgres::Config;
use ::postgres::config::{Host, SslMode};
use definitions::Trouble;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::Fault;

/// Where Debian's server has its socket.
const USUAL_SOCKET: &str = "/var/run/postgresql";

/// What an address such as `postgres://name:password@host:port/database?sslmode=require` asks for; and how it is encrypted,
/// if it is.
pub(crate) fn configured(address: &str) -> Result<(Config, Option<MakeRustlsConnect>), Fault> {
    let Asked { address, mode, roots } = asked(address);
    let mut config: Config = address.parse().map_err(|error: ::postgres::Error| {
        let inner = std::error::Error::source(&error).map_or_else(|| error.to_string(), ToString::to_string);
        wrong(format!("it is not understood: {inner}"))
    })?;
    if config.get_hosts().is_empty() && config.get_hostaddrs().is_empty() {
        config.host(USUAL_SOCKET);
    }
    config.application_name("commonweal").connect_timeout(Duration::from_secs(10));
    config.keepalives_idle(Duration::from_secs(60)).tcp_user_timeout(Duration::from_secs(60));
    let is_encrypted = match mode.as_deref() {
        Some("disable") => false,
        Some("require" | "verify-ca" | "verify-full") => true,
        None => !is_on_this_machine(&config),
        Some(other) => return Err(wrong(format!("sslmode={other} would leave it open whether others can read along"))),
    };
    if !is_encrypted {
        config.ssl_mode(SslMode::Disable);
        return Ok((config, None));
    }
    config.ssl_mode(SslMode::Require);
    Ok((config, Some(MakeRustlsConnect::new(rules(roots.as_deref())?))))
}

/// An address without the words that are for us and not for the client.
struct Asked {
    address: String,
    mode: Option<String>,
    roots: Option<String>,
}

fn asked(address: &str) -> Asked {
    let Some((before, words)) = address.split_once('?') else {
        return Asked { address: address.to_string(), mode: None, roots: None };
    };
    let find = |name: &str| words.split('&').find_map(|word| word.strip_prefix(name)?.strip_prefix('=')).map(str::to_string);
    let is_ours = |word: &&str| word.starts_with("sslmode=") || word.starts_with("sslrootcert=");
    let rest: Vec<&str> = words.split('&').filter(|word| !is_ours(word)).collect();
    let address = if rest.is_empty() { before.to_string() } else { format!("{before}?{}", rest.join("&")) };
    Asked { address, mode: find("sslmode"), roots: find("sslrootcert") }
}

fn is_on_this_machine(config: &Config) -> bool {
    let hosts = config.get_hosts().iter().all(|host| match host {
        Host::Unix(_) => true,
        Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
    });
    hosts && config.get_hostaddrs().iter().all(std::net::IpAddr::is_loopback)
}

/// Whom to believe: the organisation's own roots where they are named, or those that browsers believe.
fn rules(roots: Option<&str>) -> Result<ClientConfig, Fault> {
    let mut believed = RootCertStore::empty();
    match roots {
        None => believed.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(path) => {
            let unread = |error: &dyn std::fmt::Display| wrong(format!("the roots in {path} cannot be used: {error}"));
            for certificate in CertificateDer::pem_file_iter(path).map_err(|error| unread(&error))? {
                let certificate = certificate.map_err(|error| unread(&error))?;
                believed.add(certificate).map_err(|error| unread(&error))?;
            }
            if believed.is_empty() {
                return Err(unread(&"there is no certificate in it"));
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let rules = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let rules = rules.map_err(|error| wrong(format!("encryption cannot be set up: {error}")))?;
    Ok(rules.with_root_certificates(believed).with_no_client_auth())
}

fn wrong(because: String) -> Fault {
    Fault::Told(Trouble::new(
        "use the address of the register's server",
        because,
        "Write it as postgres://name:password@host:5432/database, with ?sslmode=require where it is on another machine \
         (and &sslrootcert=FILE for roots of your own), or ?sslmode=disable where the network is yours alone.",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_encrypted(address: &str) -> bool {
        configured(address).map_err(|fault| fault.told("test")).expect("an address").1.is_some()
    }

    #[test]
    fn over_a_network_it_is_encrypted_unless_the_setting_says_otherwise() {
        assert!(is_encrypted("postgres://ann@db.example.org/register"));
        assert!(is_encrypted("postgres://ann@db.example.org/register?sslmode=verify-full"));
        assert!(!is_encrypted("postgres://ann@db.example.org/register?sslmode=disable"));
        assert!(is_encrypted("postgres://ann@localhost/register?sslmode=require"));
    }

    #[test]
    fn on_this_machine_it_need_not_be() {
        assert!(!is_encrypted("postgres://ann@localhost:5433/register"));
        assert!(!is_encrypted("postgres://ann@127.0.0.1/register?connect_timeout=3"));
        assert!(!is_encrypted("postgres:///register"));
        assert!(!is_encrypted("postgres://ann@/register?host=/run/postgresql"));
    }

    #[test]
    fn what_would_fall_back_in_silence_is_refused() {
        for mode in ["prefer", "allow", "", "Require"] {
            let refused = configured(&format!("postgres://ann:s3cret@db.example.org/register?sslmode={mode}"));
            let Err(fault) = refused else { panic!("sslmode={mode} was taken") };
            let told = fault.told("test").to_string();
            assert!(told.contains("read along") && !told.contains("s3cret"), "{told}");
        }
    }

    #[test]
    fn roots_that_are_none_are_refused_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let empty = folder.path().join("roots.pem");
        std::fs::write(&empty, "no certificate").expect("a file");
        for path in [empty, folder.path().join("absent.pem")] {
            let Err(fault) = configured(&format!("postgres://ann@db.example.org/r?sslmode=require&sslrootcert={}", path.display())) else {
                panic!("they were taken")
            };
            assert!(fault.told("test").to_string().contains(&path.display().to_string()));
        }
    }
}
