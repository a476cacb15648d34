//! How often something may be tried.
//!
//! The rule: an attempt is noted before it is judged, so that many at once cannot slip through together; and it is counted in the store, so
//! that the limit holds over all programs of one place. The key of an account is a digest: a list of attempts names nobody.

use std::net::IpAddr;

use definitions::Trouble;
use register::Moment;

use super::People;
use super::token::digest_of;

/// Too many attempts: so many minutes to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany {
    /// How long to wait.
    pub minutes: u32,
}

/// What is tried, how often within how long.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    about: &'static str,
    times: u64,
    minutes: u32,
}

/// Passwords for one account: a person mistypes a few times, a program guesses thousands.
pub(super) const SIGN_IN_OF_ACCOUNT: Limit = Limit { about: "sign-in", times: 10, minutes: 15 };
/// Passwords from one address: a whole council may stand behind one.
pub(super) const SIGN_IN_FROM_ADDRESS: Limit = Limit { about: "sign-in-from", times: 100, minutes: 15 };
/// Letters to one account.
pub(super) const LETTERS_TO_ACCOUNT: Limit = Limit { about: "letter", times: 3, minutes: 60 };
/// Letters asked for from one address.
pub(super) const LETTERS_FROM_ADDRESS: Limit = Limit { about: "letter-from", times: 30, minutes: 60 };

impl People {
    /// Notes an attempt, and says whether it is one too many.
    pub(super) fn try_once(&self, limit: Limit, whom: &str, now: Moment) -> Result<Option<TooMany>, Trouble> {
        let key = key(limit, whom);
        let since = Moment(now.0.saturating_sub(i64::from(limit.minutes) * 60));
        self.store().note_attempt(&key, now)?;
        let is_too_many = self.store().attempts_since(&key, since)? > limit.times;
        Ok(is_too_many.then_some(TooMany { minutes: limit.minutes }))
    }

    /// Forgets the attempts, since one was right.
    pub(super) fn forget(&self, limit: Limit, whom: &str) -> Result<(), Trouble> {
        self.store().forget_attempts(&key(limit, whom))
    }
}

/// An address as it is counted: of IPv6 the first 64 bits, since one customer has all that follow.
pub(super) fn network(address: IpAddr) -> String {
    match address.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

fn key(limit: Limit, whom: &str) -> String {
    let digest: String = digest_of(whom).0.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("{} {digest}", limit.about)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_customer_count_as_one() {
        let network = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(network("2001:db8:1:2:3::4"), network("2001:db8:1:2:ffff::1"));
        assert_ne!(network("2001:db8:1:2::1"), network("2001:db8:1:3::1"));
        assert_eq!(network("::ffff:192.0.2.1"), network("192.0.2.1"));
    }
}
