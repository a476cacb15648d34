//! Secrets that are handed out: in cookies, and in the links of letters.
//!
//! The rule: a secret has 256 bits from the system's own source; what is kept of it is its SHA-256.

use definitions::Fingerprint;
use sha2::{Digest, Sha256};

/// A new secret, as 64 hexadecimal digits.
///
/// # Panics
/// Where the system has no source of chance, without which nothing here would be secret.
pub fn new_token() -> String {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).expect("the system gives random bytes; without them no secret can be made");
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is kept of a secret.
pub(super) fn digest_of(token: &str) -> Fingerprint {
    Fingerprint(Sha256::digest(token.as_bytes()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_secrets_are_the_same_and_each_has_256_bits() {
        let (one, other) = (new_token(), new_token());
        assert_ne!(one, other);
        assert_eq!(one.len(), 64);
        assert!(one.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }

    #[test]
    fn what_is_kept_is_the_sha_256() {
        // FIPS 180-2, appendix B.1: the digest of "abc".
        let hex: String = digest_of("abc").0.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
