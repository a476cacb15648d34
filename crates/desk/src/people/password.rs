//! Passwords: which are good enough, and what is kept of them.
//!
//! The rule: length is what counts (NIST SP 800-63B, 5.1.1.2, and the National Cyber Security Centre say so): at least twelve characters,
//! no demand for signs of several sorts, and none of what everybody tries first. What is kept is argon2id with the
//! parameters of OWASP (19 MiB, two passes, one lane). One password is worked out at a time, so that guesses cannot fill the memory.

use std::sync::{Mutex, PoisonError};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use definitions::Trouble;

/// Fewest characters of a password.
pub(super) const CHARACTERS_AT_LEAST: usize = 12;
/// Most characters of a password; far more than anybody types.
const CHARACTERS_AT_MOST: usize = 256;

/// What is wrong with a password that somebody chose, as a sentence; `known` is what anybody would try of this person: the e-mail
/// address, the name, the place.
pub fn wrong_with_password(password: &str, known: &[&str]) -> Option<String> {
    let characters = password.chars().count();
    if characters < CHARACTERS_AT_LEAST {
        return Some(format!("Choose a password of at least {CHARACTERS_AT_LEAST} characters. Three or four words together are good"));
    }
    if characters > CHARACTERS_AT_MOST {
        return Some(format!("Choose a password of at most {CHARACTERS_AT_MOST} characters"));
    }
    let plain = plain(password);
    if known.iter().any(|known| says_little_else(&plain, known)) {
        return Some("Choose a password that is not your name, your e-mail address or the name of the place".to_string());
    }
    if is_common(&plain) {
        return Some("Choose another password: this one is among the first that are tried".to_string());
    }
    None
}

/// Works out what is kept of passwords.
pub(super) struct Hashing {
    argon2: Argon2<'static>,
    /// What is compared with where there is no account, so that it takes as long.
    nobody: String,
    turn: Mutex<()>,
}

impl Hashing {
    pub(super) fn new() -> Result<Hashing, Trouble> {
        let params = Params::new(19_456, 2, 1, None).map_err(|error| trouble(&error.to_string()))?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut hashing = Hashing { argon2, nobody: String::new(), turn: Mutex::new(()) };
        hashing.nobody = hashing.kept(&super::new_token())?;
        Ok(hashing)
    }

    /// What is kept of a password: a text in the PHC format, with a salt of its own.
    pub(super) fn kept(&self, password: &str) -> Result<String, Trouble> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let hash: PasswordHash = self.argon2.hash_password(password.as_bytes()).map_err(|error| trouble(&error.to_string()))?;
        Ok(hash.to_string())
    }

    /// True where `password` is the one that `kept` was made of. It takes as long where nothing is kept.
    pub(super) fn is_right(&self, password: &str, kept: Option<&str>) -> bool {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let bounded = if password.chars().count() > CHARACTERS_AT_MOST { "" } else { password };
        let parsed = PasswordHash::new(kept.unwrap_or(&self.nobody));
        let is_same = parsed.is_ok_and(|hash| self.argon2.verify_password(bounded.as_bytes(), &hash).is_ok());
        is_same && kept.is_some()
    }
}

fn trouble(because: &str) -> Trouble {
    Trouble::new("make what is kept of a password", because, "The machine may be out of memory: 20 megabytes are needed for a moment.")
}

/// So many letters beside a common word, such as a year and a sign, do not make a password of it.
const LETTERS_MORE: usize = 5;

/// Lower-case letters and digits alone, with the letters that digits stand for.
fn plain(text: &str) -> String {
    let letter = |letter: char| match letter {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        other => other,
    };
    text.to_lowercase().chars().map(letter).filter(|letter| letter.is_alphanumeric()).collect()
}

/// True where a password is a known thing with at most four characters more.
fn says_little_else(plain_password: &str, known: &str) -> bool {
    let whole = plain(known);
    let before_at = plain(known.split('@').next().unwrap_or_default());
    [whole, before_at].iter().any(|known| {
        known.chars().count() >= 4
            && plain_password.contains(known.as_str())
            && plain_password.chars().count() <= known.chars().count() + LETTERS_MORE
    })
}

/// True where a password is one of those that are tried first: a common word said again and again, a row of keys, one sign.
fn is_common(plain_password: &str) -> bool {
    let mut rest = plain_password.to_string();
    for word in COMMON {
        rest = rest.replace(&plain(word), "");
    }
    let mut signs: Vec<char> = plain_password.chars().collect();
    signs.sort_unstable();
    signs.dedup();
    let is_row = ["abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "i2eas6789oi2eas6789o"];
    rest.chars().count() <= LETTERS_MORE || signs.len() <= 4 || is_row.iter().any(|row| row.contains(plain_password))
}

/// Words that lists of stolen passwords are full of, longest first so that none hides another.
const COMMON: [&str; 24] = [
    "administrator",
    "commonweal",
    "changeme",
    "password",
    "passwort",
    "football",
    "liverpool",
    "princess",
    "sunshine",
    "iloveyou",
    "trustno1",
    "superman",
    "baseball",
    "whatever",
    "welcome",
    "letmein",
    "qwerty",
    "dragon",
    "monkey",
    "master",
    "secret",
    "summer",
    "winter",
    "admin",
];

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 3] = ["ann.example@westmarch.gov.uk", "Ann Example", "Westmarch"];

    #[test]
    fn four_words_are_a_good_password_and_need_no_signs_of_other_sorts() {
        for good in ["correct horse battery staple", "the ferry leaves at noon", "тридцать три коровы", "zkwq tnvb plmd"] {
            assert_eq!(wrong_with_password(good, &KNOWN), None, "{good}");
        }
    }

    #[test]
    fn what_everybody_tries_first_is_refused() {
        for (bad, why) in [
            ("short", "at least 12"),
            ("elevenchars", "at least 12"),
            ("passwordpassword", "among the first"),
            ("P@ssw0rd!P@ssw0rd!", "among the first"),
            ("Welcome12345", "among the first"),
            ("aaaaaaaaaaaaaa", "among the first"),
            ("qwertyuiopasdf", "among the first"),
            ("ann.example@westmarch.gov.uk", "not your name"),
            ("AnnExample2026", "not your name"),
            ("Westmarch2026", "not your name"),
        ] {
            let said = wrong_with_password(bad, &KNOWN).unwrap_or_default();
            assert!(said.contains(why), "{bad}: {said:?}");
        }
        assert!(wrong_with_password(&"x y".repeat(10_000), &[]).is_some());
    }

    #[test]
    fn only_the_right_password_is_right_and_what_is_kept_says_how_it_was_made() {
        let hashing = Hashing::new().expect("memory");
        let kept = hashing.kept("correct horse battery staple").expect("memory");
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
        assert!(hashing.is_right("correct horse battery staple", Some(&kept)));
        assert!(!hashing.is_right("correct horse battery stable", Some(&kept)));
        assert_ne!(hashing.kept("correct horse battery staple").expect("memory"), kept);
    }

    #[test]
    fn nobody_signs_in_to_an_account_without_a_password() {
        let hashing = Hashing::new().expect("memory");
        for password in ["", "correct horse battery staple", "$argon2id$"] {
            assert!(!hashing.is_right(password, None) && !hashing.is_right(password, Some("")) && !hashing.is_right(password, Some("x")));
        }
    }
}
