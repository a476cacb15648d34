//! A hash of texts that is the same on every machine and in every run.
//!
//! The rule: FNV-1a over the parts, each closed by a mark and absent ones told from empty ones, then the finishing step of
//! SplitMix64. It can be carried on from where it stands, so that what many rows begin with is gone through once.

use definitions::split_mixed;

/// The hash of `parts`.
pub fn text_hash(parts: &[Option<&str>]) -> u64 {
    parts.iter().fold(TextHash::BEGUN, |hash, part| hash.with(*part)).finish()
}

/// A hash of the parts so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TextHash(u64);

impl TextHash {
    /// Of no parts yet.
    pub(crate) const BEGUN: TextHash = TextHash(0xcbf2_9ce4_8422_2325);

    /// With one more part.
    #[inline]
    pub(crate) fn with(self, part: Option<&str>) -> TextHash {
        let hash = part.map_or_else(|| self.step(0xff), |text| text.bytes().fold(self, TextHash::step));
        hash.step(0xfe)
    }

    /// The hash.
    pub(crate) fn finish(self) -> u64 {
        split_mixed(self.0)
    }

    #[inline]
    fn step(self, byte: u8) -> TextHash {
        TextHash((self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn before_it_is_finished_it_is_the_published_fnv_1a() {
        // From the test vectors of draft-eastlake-fnv: the hash of "foobar" is 85944171f73967e8.
        let of_letters = "foobar".bytes().fold(TextHash::BEGUN, TextHash::step);
        assert_eq!(of_letters, TextHash(0x8594_4171_f739_67e8));
    }

    #[test]
    fn an_absent_part_is_not_an_empty_one_and_a_part_has_an_end() {
        assert_ne!(text_hash(&[None]), text_hash(&[Some("")]));
        assert_ne!(text_hash(&[Some("ab"), Some("c")]), text_hash(&[Some("a"), Some("bc")]));
    }
}
