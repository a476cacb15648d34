//! The digest of an entry, which carries the digest of the one before it.
//!
//! The rule: SHA-256 over netstrings (length in bytes, colon, bytes, comma) of the digest before and of each field, so that no
//! two entries have the same text, and anybody can work it out again with a dozen lines of their own.

use definitions::Fingerprint;
use sha2::{Digest, Sha256};

use crate::stored::Stored;

/// What the first entry names as the digest before it.
pub const FIRST_DIGEST: Fingerprint = Fingerprint([0; 32]);

/// The digest of an entry, which follows the entry with the digest `before`.
///
/// SHA-256 over the netstrings of: `before` (64 hexadecimal digits; all nought for the first entry), number, record, version,
/// moment of entry (seconds since 1970), account and name of who entered it, why, and the change as it was written.
pub fn entry_digest(before: Fingerprint, entry: &Stored) -> Fingerprint {
    let Stored { number, record, version, entered, by, why, change } = entry;
    let mut hash = Sha256::new();
    let mut netstring = |text: &str| {
        hash.update(text.len().to_string());
        hash.update(":");
        hash.update(text);
        hash.update(",");
    };
    netstring(&before.to_string());
    netstring(&number.to_string());
    netstring(record);
    netstring(&version.to_string());
    netstring(&entered.0.to_string());
    netstring(&by.account);
    netstring(&by.name);
    netstring(why);
    netstring(change);
    Fingerprint(hash.finalize().into())
}

/// Sixty-four lower-case hexadecimal digits as a digest; `None` for everything else.
pub(crate) fn fingerprint_of(text: &str) -> Option<Fingerprint> {
    let is_written_so = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    let mut bytes = [0; 32];
    for (place, byte) in bytes.iter_mut().enumerate().filter(|_| is_written_so) {
        *byte = u8::from_str_radix(&text[place * 2..place * 2 + 2], 16).ok()?;
    }
    is_written_so.then_some(Fingerprint(bytes))
}

#[cfg(test)]
mod tests {
    use register::{Author, Moment};

    use super::*;

    fn entry(number: u64, entered: i64, why: &str, change: &str) -> Stored {
        Stored {
            number,
            record: "arrangement/legal".into(),
            version: number as u32,
            entered: Moment(entered),
            by: Author { account: "a1".into(), name: "Ann Ök".into() },
            why: why.into(),
            change: change.into(),
        }
    }

    /// Worked out with Python: `hashlib.sha256(b"".join(f"{len(t.encode())}:{t},".encode() for t in fields)).hexdigest()`.
    #[test]
    fn a_digest_is_what_another_program_works_out_by_the_same_rule() {
        let first = entry_digest(FIRST_DIGEST, &entry(1, 1_795_341_600, "still true", r#"{"change":"confirmed","with":"legal"}"#));
        assert_eq!(first.to_string(), "36c8fb621d7bd0b69aaaea43634af0f71d7f6d0717b603668f440496598fbf6d");
        let second = entry_digest(first, &entry(2, 1_795_341_601, "", r#"{"change":"withdrawn","with":"legal"}"#));
        assert_eq!(second.to_string(), "f3077f206993246c2b736277e42c6483b5de168d07a2a17417a6c5e945870c12");
    }

    #[test]
    fn moving_letters_from_one_field_to_the_next_makes_another_digest() {
        let digest = |account: &str, name: &str| {
            let by = Author { account: account.into(), name: name.into() };
            entry_digest(FIRST_DIGEST, &Stored { by, ..entry(1, 0, "", "") })
        };
        assert_ne!(digest("ann", "e"), digest("an", "ne"));
        assert_ne!(digest("a,1:b", ""), digest("a", "b"));
    }

    #[test]
    fn a_digest_is_read_in_its_one_written_form_only() {
        let written = FIRST_DIGEST.to_string();
        assert_eq!(fingerprint_of(&written), Some(FIRST_DIGEST));
        for wrong in [&written[1..], &format!("{written}0"), &"F".repeat(64), &"+1".repeat(32), &"é".repeat(32), ""] {
            assert_eq!(fingerprint_of(wrong), None, "{wrong:?}");
        }
    }
}
