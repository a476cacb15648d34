//! How letters go out: into a folder, or to a mail server.
//!
//! The rule: a letter is sent beside the request that asked for it, so that nobody can tell from how long it took whether there was one. One
//! that could not be sent is told on stderr, without what it says. Letters in a folder can be read by their owner alone.

use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};

use definitions::Trouble;
use lettre::message::header::ContentTransferEncoding;
use lettre::message::{Body, Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{Address, SmtpTransport, Transport};

use super::letter::Letter;
use super::{People, new_token};

/// How letters go out.
#[derive(Clone, Debug)]
pub enum Mailing {
    /// Each is written into this folder, as a file that any mail program opens.
    Folder(PathBuf),
    /// Each is handed to this server.
    Server(MailServer),
}

impl Default for Mailing {
    fn default() -> Mailing {
        Mailing::Folder(PathBuf::from("mail"))
    }
}

/// A mail server.
#[derive(Clone)]
pub struct MailServer {
    /// The address that letters come from.
    pub from: String,
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Who signs in to it; empty where nobody has to.
    pub user: String,
    /// With which password.
    pub password: String,
    /// True where the connection is encrypted from its first byte; otherwise it is before anything is said (STARTTLS).
    pub is_encrypted_from_the_start: bool,
}

/// The password is never shown.
impl fmt::Debug for MailServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MailServer({} as {}:{})", self.from, self.host, self.port)
    }
}

impl People {
    /// Sends a letter, beside what is being done.
    pub(super) fn post(&self, letter: Letter) {
        let mailing = self.mailing.clone();
        std::thread::spawn(move || {
            if let Err(trouble) = mailing.send(&letter) {
                eprintln!("{trouble}");
            }
        });
    }
}

impl Mailing {
    /// Sends a letter, and waits until it is gone.
    ///
    /// # Errors
    /// When it cannot be written or the server does not take it.
    pub fn send(&self, letter: &Letter) -> Result<(), Trouble> {
        match self {
            Mailing::Folder(folder) => write_into(folder, letter),
            Mailing::Server(server) => hand_to(server, letter),
        }
    }
}

fn write_into(folder: &Path, letter: &Letter) -> Result<(), Trouble> {
    let message = message("commonweal@localhost", letter)?;
    let trouble = |error: std::io::Error| {
        let try_next = "Check that the folder can be written to, or name a mail server in website.toml.";
        Trouble::new(format!("write a letter into {}", folder.display()), error.to_string(), try_next)
    };
    std::fs::create_dir_all(folder).map_err(trouble)?;
    // The name says when it was written, so that a folder lists them in order.
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let path = folder.join(format!("{seconds}-{}.eml", &new_token()[..8]));
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(&path).and_then(|mut file| file.write_all(&message.formatted())).map_err(trouble)
}

fn hand_to(server: &MailServer, letter: &Letter) -> Result<(), Trouble> {
    let trouble = |because: String| {
        let try_next = "Check [mail] in website.toml and the variable COMMONWEAL_SMTP_PASSWORD.";
        Trouble::new(format!("send a letter through {}", server.host), because, try_next)
    };
    let message = message(&server.from, letter)?;
    let builder =
        if server.is_encrypted_from_the_start { SmtpTransport::relay(&server.host) } else { SmtpTransport::starttls_relay(&server.host) };
    let mut builder =
        builder.map_err(|error| trouble(error.to_string()))?.port(server.port).timeout(Some(std::time::Duration::from_secs(30)));
    if !server.user.is_empty() {
        builder = builder.credentials(Credentials::new(server.user.clone(), server.password.clone()));
    }
    builder.build().send(&message).map(drop).map_err(|error| trouble(error.to_string()))
}

/// The letter as mail has it. An address is read as one, so that nothing typed as an address can add a line to the head.
fn message(from: &str, letter: &Letter) -> Result<Message, Trouble> {
    let wrong = |what: &str, because: String| Trouble::new(format!("write a letter {what}"), because, "Put the address right.");
    let mailbox = |what: &str, text: &str| {
        let address: Address = text.parse().map_err(|error: lettre::address::AddressError| wrong(what, error.to_string()))?;
        Ok(Mailbox::new(None, address))
    };
    Message::builder()
        .from(mailbox("from the address in website.toml", from)?)
        .to(mailbox("to the address of the account", &letter.to)?)
        .subject(letter.subject.clone())
        .header(lettre::message::header::ContentType::TEXT_PLAIN)
        .body(body(&letter.text))
        .map_err(|error| wrong("as mail", error.to_string()))
}

/// Plain text goes as it is, so that a link is whole in every program; text with other letters is encoded.
fn body(text: &str) -> Body {
    // RFC 5322, 2.1.1: a line has at most 998 characters.
    if text.is_ascii() && text.lines().all(|line| line.len() <= 998) {
        return Body::dangerous_pre_encoded(text.replace('\n', "\r\n").into_bytes(), ContentTransferEncoding::SevenBit);
    }
    Body::new(text.to_string())
}

/// True for what can be an e-mail address.
pub fn is_address(text: &str) -> bool {
    text.len() <= 254 && text.parse::<Address>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(to: &str) -> Letter {
        Letter { to: to.to_string(), subject: "A subject".to_string(), text: "Words\n".to_string() }
    }

    #[test]
    fn a_letter_in_a_folder_is_for_its_owner_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let mail = folder.path().join("mail");
        Mailing::Folder(mail.clone()).send(&letter("ann@example.gov.uk")).expect("written");
        let file = std::fs::read_dir(&mail).expect("the folder").next().expect("a letter").expect("a file").path();
        let text = std::fs::read_to_string(&file).expect("text");
        assert!(text.contains("To: ann@example.gov.uk\r\n") && text.contains("Subject: A subject\r\n") && text.contains("Words"), "{text}");
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::MetadataExt::mode(&std::fs::metadata(&file).expect("a file")) & 0o777, 0o600);
    }

    #[test]
    fn an_address_cannot_add_lines_to_the_head_of_a_letter() {
        for wrong in ["ann@example.gov.uk\r\nBcc: all@example.gov.uk", "ann", "", "a b@example.gov.uk", "ann@example.gov.uk, b@c.uk"] {
            assert!(!is_address(wrong), "{wrong:?}");
            assert!(message("a@b.uk", &letter(wrong)).is_err());
        }
        assert!(is_address("o'neil+test@westmarch.gov.uk"));
    }

    #[test]
    fn a_subject_cannot_add_lines_to_the_head_of_a_letter() {
        let letter = Letter { subject: "Westmarch\r\nBcc: all@example.gov.uk".to_string(), ..letter("a@b.uk") };
        let text = String::from_utf8(message("a@b.uk", &letter).expect("a message").formatted()).expect("text");
        assert!(!text.lines().any(|line| line.starts_with("Bcc:")), "{text}");
    }

    #[test]
    fn the_password_of_the_server_is_never_shown() {
        let server = MailServer {
            from: "a@b.uk".into(),
            host: "h".into(),
            port: 587,
            user: "u".into(),
            password: "hush".into(),
            is_encrypted_from_the_start: false,
        };
        assert!(!format!("{server:?}").contains("hush"));
    }
}
