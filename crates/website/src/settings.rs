//! How the site of a place is run: the file `website.toml` in the folder of the place, and secrets from the environment.
//!
//! The rule: every setting has a default that is safe and works alone on one machine; a word that is not known is refused with its
//! line, so that a misspelt setting never passes for one that holds.

use std::path::{Path, PathBuf};

use definitions::Trouble;
use desk::people::{MailServer, Mailing, SignOnSetting};
use serde::Deserialize;

use crate::patience::Patience;

/// How the site is run.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The address at which people reach the site, such as `https://share.example.gov.uk`; empty where it is only used on this
    /// machine. Links in letters are made from it, and a request for another host is refused.
    pub address: String,
    /// True where a reverse proxy stands before the site and says in `X-Forwarded-For` who asks.
    pub is_behind_proxy: bool,
    /// Whom to write to about the site, as its pages show it: an address or a sentence; may be empty.
    pub contact: String,
    /// Who publishes the site, as its pages show it; may be empty.
    pub publisher: String,
    /// How letters are sent.
    pub mailing: Mailing,
    /// An organisation's own sign-in, where there is one.
    pub sign_on: Option<SignOnSetting>,
    /// How long others are waited for; no setting changes it.
    pub patience: Patience,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    address: String,
    #[serde(default)]
    behind_proxy: bool,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    publisher: String,
    mail: Option<Mail>,
    sign_in: Option<SignIn>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mail {
    from: String,
    server: String,
    port: Option<u16>,
    #[serde(default)]
    user: String,
    #[serde(default)]
    encryption: Encryption,
}

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Encryption {
    #[default]
    Starttls,
    Tls,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignIn {
    name: String,
    issuer: String,
    client: String,
    #[serde(default)]
    domains: Vec<String>,
}

impl Settings {
    /// Reads `website.toml` of the place in `folder`, where there is one; `secret` gives a variable of the environment.
    ///
    /// # Errors
    /// When the file cannot be read or says something that is not known, with its line.
    pub fn of_place(folder: &Path, secret: &dyn Fn(&str) -> Option<String>) -> Result<Settings, Trouble> {
        let path = folder.join("website.toml");
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(trouble(&path, error.to_string())),
        };
        let written: Written = toml::from_str(&text).map_err(|error| trouble(&path, told(&text, &error)))?;
        understood(written, folder.join("mail"), secret).map_err(|because| trouble(&path, because))
    }
}

fn understood(written: Written, letters: PathBuf, secret: &dyn Fn(&str) -> Option<String>) -> Result<Settings, String> {
    let address = written.address.trim_end_matches('/').to_string();
    let is_address = address.is_empty() || is_site(&address);
    if !is_address {
        return Err(format!("address = \"{address}\" is not like https://share.example.gov.uk, without anything after the name"));
    }
    let mailing = match written.mail {
        None => Mailing::Folder(letters),
        Some(mail) => Mailing::Server(server(mail, secret)?),
    };
    if matches!(mailing, Mailing::Server(_)) && address.is_empty() {
        return Err("letters are sent, so address must say how people reach the site: the links in them lead there".to_string());
    }
    let sign_on = written.sign_in.map(|sign_in| sign_on(sign_in, &address, secret)).transpose()?;
    Ok(Settings {
        address,
        is_behind_proxy: written.behind_proxy,
        contact: written.contact,
        publisher: written.publisher,
        mailing,
        sign_on,
        patience: Patience::default(),
    })
}

/// True for a scheme and a host, with nothing after.
fn is_site(address: &str) -> bool {
    let host = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://")).unwrap_or_default();
    !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-:[]".contains(&byte))
}

fn server(mail: Mail, secret: &dyn Fn(&str) -> Option<String>) -> Result<MailServer, String> {
    let password = secret("COMMONWEAL_SMTP_PASSWORD").unwrap_or_default();
    if !mail.user.is_empty() && password.is_empty() {
        return Err("[mail] has a user, and the variable COMMONWEAL_SMTP_PASSWORD holds no password".to_string());
    }
    let is_encrypted_from_the_start = matches!(mail.encryption, Encryption::Tls);
    let port = mail.port.unwrap_or(if is_encrypted_from_the_start { 465 } else { 587 });
    Ok(MailServer { from: mail.from, host: mail.server, port, user: mail.user, password, is_encrypted_from_the_start })
}

fn sign_on(sign_in: SignIn, address: &str, secret: &dyn Fn(&str) -> Option<String>) -> Result<SignOnSetting, String> {
    if address.is_empty() {
        return Err("[sign_in] needs address: the organisation's sign-in sends people back there".to_string());
    }
    let secret = secret("COMMONWEAL_OIDC_SECRET").unwrap_or_default();
    if secret.is_empty() {
        return Err("[sign_in] is set, and the variable COMMONWEAL_OIDC_SECRET holds no secret of the client".to_string());
    }
    let setting = SignOnSetting {
        name: sign_in.name,
        issuer: sign_in.issuer,
        client: sign_in.client,
        secret,
        domains: sign_in.domains.iter().map(|domain| domain.trim_start_matches('@').to_lowercase()).collect(),
        back: format!("{address}/sign-in/organisation/back"),
        is_plain_allowed: false,
    };
    if !setting.issuer.starts_with("https://") {
        return Err(format!("issuer = \"{}\" does not begin with https://", setting.issuer));
    }
    Ok(setting)
}

/// What is wrong, with its line.
fn told(text: &str, error: &toml::de::Error) -> String {
    let line = error.span().map(|span| text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1);
    let words = error.message().lines().next().unwrap_or_default();
    match line {
        Some(line) => format!("line {line}: {words}"),
        None => words.to_string(),
    }
}

fn trouble(path: &Path, because: String) -> Trouble {
    let try_next = "docs/website.md lists every setting; without this file the site runs on this machine alone.";
    Trouble::new(format!("read the settings of the website in {}", path.display()), because, try_next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(text: &str) -> Result<Settings, Trouble> {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("website.toml"), text).expect("written");
        Settings::of_place(folder.path(), &|name| (name == "COMMONWEAL_OIDC_SECRET").then(|| "s".to_string()))
    }

    #[test]
    fn a_place_without_the_file_runs_on_its_machine_alone_and_writes_letters_into_a_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = Settings::of_place(folder.path(), &|_| None).expect("defaults");
        assert!(settings.address.is_empty() && !settings.is_behind_proxy);
        assert!(matches!(settings.mailing, Mailing::Folder(path) if path == folder.path().join("mail")));
    }

    #[test]
    fn a_misspelt_setting_is_refused_with_its_line() {
        let trouble = settings("contact = \"a\"\n\nbehind_proxi = true\n").expect_err("a word that is not known");
        assert!(trouble.because.starts_with("line 3: unknown field `behind_proxi`"), "{trouble}");
    }

    #[test]
    fn settings_that_cannot_hold_together_are_refused() {
        let mail = "[mail]\nfrom = \"a@b.uk\"\nserver = \"smtp.b.uk\"\n";
        for (text, words) in [
            ("address = \"share.example.gov.uk\"", "is not like https://"),
            ("address = \"https://a.uk/path\"", "without anything after the name"),
            (mail, "the links in them lead there"),
            (&format!("address = \"https://a.uk\"\n{mail}user = \"u\""), "COMMONWEAL_SMTP_PASSWORD"),
            ("[sign_in]\nname = \"n\"\nissuer = \"https://i\"\nclient = \"c\"", "needs address"),
            ("address = \"https://a.uk\"\n[sign_in]\nname = \"n\"\nissuer = \"http://i\"\nclient = \"c\"", "does not begin with https://"),
        ] {
            let trouble = settings(text).expect_err(text);
            assert!(trouble.because.contains(words), "{trouble}");
        }
    }
}
