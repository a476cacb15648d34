//! Base 64, in the two alphabets that OpenID Connect uses.
//!
//! The rule: RFC 4648; the alphabet for addresses is written without padding and read strictly.

const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const ORDINARY: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// For addresses, without padding.
pub(super) fn url_safe(bytes: &[u8]) -> String {
    written(bytes, URL_SAFE)
}

/// The ordinary alphabet, with padding.
pub(super) fn ordinary(bytes: &[u8]) -> String {
    let mut text = written(bytes, ORDINARY);
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// Reads what is written for addresses; nothing where it is not that.
pub(super) fn read_url_safe(text: &str) -> Option<Vec<u8>> {
    if text.len() % 4 == 1 {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for letter in text.bytes() {
        let value = URL_SAFE.iter().position(|one| *one == letter)? as u32;
        held = (held << 6) | value;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    // What is left over must be nought, so that each text is read from one writing alone.
    (held == 0).then_some(bytes)
}

fn written(bytes: &[u8], alphabet: &[u8; 64]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let held = chunk.iter().fold(0_u32, |held, byte| (held << 8) | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            text.push(char::from(alphabet[(held >> (18 - 6 * place)) as usize & 63]));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_examples_of_rfc_4648_are_written_as_it_writes_them() {
        let examples =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy")];
        for (text, written) in examples {
            assert_eq!(ordinary(text.as_bytes()), written);
            assert_eq!(url_safe(text.as_bytes()), written.trim_end_matches('='));
        }
    }

    #[test]
    fn the_example_of_rfc_7636_is_challenged_as_it_challenges() {
        use sha2::{Digest, Sha256};
        // RFC 7636, appendix B.
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        assert_eq!(url_safe(&Sha256::digest(verifier.as_bytes())), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            prop_assert_eq!(read_url_safe(&url_safe(&bytes)), Some(bytes));
        }

        #[test]
        fn whatever_is_read_was_written_so(text in "[A-Za-z0-9_=+/ -]{0,24}") {
            if let Some(bytes) = read_url_safe(&text) {
                prop_assert_eq!(url_safe(&bytes), text);
            }
        }
    }
}
