//! Names with their values, as an address or a posted form gives them.
//!
//! The rule: text that is not UTF-8 is refused rather than guessed at. A name that is not there has an empty value; one that
//! stands several times keeps them all, in order.

/// Names and values, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs(Vec<(String, String)>);

/// The text holds bytes that are no UTF-8, or a percent sign that is followed by no two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

impl Pairs {
    /// No pairs.
    pub const fn none() -> Pairs {
        Pairs(Vec::new())
    }

    /// Reads `a=1&b=two+words`.
    pub fn read(text: &[u8]) -> Result<Pairs, NotText> {
        let mut pairs = Vec::new();
        for piece in text.split(|byte| *byte == b'&').filter(|piece| !piece.is_empty()) {
            let end = piece.iter().position(|byte| *byte == b'=').unwrap_or(piece.len());
            let value = piece.get(end + 1..).unwrap_or_default();
            pairs.push((decoded(&spaced(&piece[..end]))?, decoded(&spaced(value))?));
        }
        Ok(Pairs(pairs))
    }

    /// With one pair more.
    pub fn add(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// The first value of `name`; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.values(name).next().unwrap_or_default()
    }

    /// All values of `name`.
    pub fn values<'a, 'n>(&'a self, name: &'n str) -> impl Iterator<Item = &'a str> + use<'a, 'n> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// All pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// True where there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The pairs without those of `name` whose value is `value`.
    pub fn without(&self, name: &str, value: &str) -> Pairs {
        Pairs(self.0.iter().filter(|pair| (pair.0.as_str(), pair.1.as_str()) != (name, value)).cloned().collect())
    }

    /// The pairs with `name` having this one value.
    pub fn with(&self, name: &str, value: &str) -> Pairs {
        let mut pairs: Vec<_> = self.0.iter().filter(|(key, _)| key != name).cloned().collect();
        pairs.push((name.to_string(), value.to_string()));
        Pairs(pairs)
    }

    /// `path?a=1&b=two%20words`; pairs with an empty value are left out.
    pub fn address(&self, path: &str) -> String {
        let mut address = path.to_string();
        let mut join = '?';
        for (name, value) in self.iter().filter(|(_, value)| !value.is_empty()) {
            address.push(join);
            encode_into(&mut address, name);
            address.push('=');
            encode_into(&mut address, value);
            join = '&';
        }
        address
    }
}

/// `text` with `%41` read as `A`.
pub fn decoded(text: &[u8]) -> Result<String, NotText> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, after @ ..] = after else { return Err(NotText) };
        bytes.push(digit(*high)? * 16 + digit(*low)?);
        rest = after;
    }
    String::from_utf8(bytes).map_err(|_| NotText)
}

/// `text` as it can stand in a query: everything but letters, digits and `-._~` percent-encoded.
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    encode_into(&mut out, text);
    out
}

fn encode_into(out: &mut String, text: &str) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.extend(['%', char::from(DIGITS[usize::from(byte >> 4)]), char::from(DIGITS[usize::from(byte & 15)])]);
        }
    }
}

fn spaced(text: &[u8]) -> Vec<u8> {
    text.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect()
}

fn digit(byte: u8) -> Result<u8, NotText> {
    char::from(byte).to_digit(16).map(|digit| digit as u8).ok_or(NotText)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_browser_posts_is_read_as_it_was_typed() {
        let pairs = Pairs::read(b"title=Brighton+%26+Hove&kind=a&kind=b&empty=&bare").expect("text");
        assert_eq!(pairs.value("title"), "Brighton & Hove");
        assert_eq!(pairs.values("kind").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((pairs.value("empty"), pairs.value("bare"), pairs.value("absent")), ("", "", ""));
    }

    #[test]
    fn text_that_is_not_utf_8_is_refused() {
        for wrong in [&b"a=%ff"[..], b"a=%c3%28", b"a=%4", b"a=%zz", b"\xff=1"] {
            assert_eq!(Pairs::read(wrong), Err(NotText), "{wrong:?}");
        }
    }

    #[test]
    fn a_filter_can_be_taken_away_and_another_set() {
        let pairs = Pairs::read(b"kind=a&kind=b&page=3").expect("text");
        assert_eq!(pairs.without("kind", "a").with("page", "1").address("/list"), "/list?kind=b&page=1");
    }

    proptest! {
        #[test]
        fn whatever_is_written_into_an_address_is_read_back(pairs in proptest::collection::vec((".{1,8}", ".{1,8}"), 0..6)) {
            let pairs = Pairs(pairs);
            let address = pairs.address("");
            prop_assert_eq!(Pairs::read(address.trim_start_matches('?').as_bytes()), Ok(pairs));
        }

        #[test]
        fn no_bytes_make_the_reader_fail_otherwise_than_by_saying_so(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            if let Ok(pairs) = Pairs::read(&bytes) {
                prop_assert!(pairs.iter().count() <= bytes.len());
            }
        }
    }
}
