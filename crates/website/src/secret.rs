//! The secrets in cookies, and the tokens that forms carry.
//!
//! The rule: a form's token is made from the secret in the visitor's cookie, which no other site can read, so a form that another
//! site made has none. Tokens are compared in a time that does not depend on where they differ.

use sha2::{Digest, Sha256};

/// The name of the field that carries the token.
pub(crate) const TOKEN_FIELD: &str = "form-token";

/// A new secret of 256 bits, as 64 letters and digits.
pub(crate) fn new_secret() -> String {
    desk::people::new_token()
}

/// The token of forms for whoever holds `secret`.
pub(crate) fn form_token(secret: &str) -> String {
    let digest = Sha256::new().chain_update(b"commonweal form token 1\0").chain_update(secret.as_bytes()).finalize();
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// True where `given` is the token for `secret`.
pub(crate) fn is_token_of(given: &str, secret: &str) -> bool {
    is_same(given.as_bytes(), form_token(secret).as_bytes())
}

/// True where both are the same; it takes as long wherever they differ.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |difference, (a, b)| difference | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_for_its_own_secret_only() {
        let (mine, theirs) = (new_secret(), new_secret());
        assert!(is_token_of(&form_token(&mine), &mine));
        assert!(!is_token_of(&form_token(&theirs), &mine));
        assert!(!is_token_of("", &mine) && !is_token_of(&mine, &mine));
    }
}
