//! The names that rooms use for bodies, suppliers and opportunities.
//!
//! The rule: a name is stable from run to run and safe in an address, a file name and a CSV cell
//! (lower-case letters, digits and hyphens). It never carries what a person may not see.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! name {
    ($(#[$doc:meta])* $type:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $type(Arc<str>);

        impl $type {
            /// The name as given; callers make it with [`slug`].
            pub fn new(name: &str) -> Self {
                Self(name.into())
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

name! {
    /// A public body, such as `bolton` or `lancashire-fire`.
    BodyId
}
name! {
    /// A supplier: all the names, as written, that are one firm.
    SupplierId
}
name! {
    /// An opportunity; the same bodies, kind and subject give the same name on every run.
    OpportunityId
}
name! {
    /// A shared-service arrangement, such as `devon-and-somerset-trading-standards`.
    ArrangementId
}

/// Lower-case letters and digits of `text`, every other run of characters as one hyphen: `Brighton & Hove` is `brighton-and-hove`.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.replace('&', " and ").chars() {
        if character.is_alphanumeric() {
            out.extend(character.to_lowercase());
        } else if !matches!(character, '\'' | '\u{2019}') && !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_safe_in_an_address() {
        assert_eq!(slug("Brighton & Hove City Council"), "brighton-and-hove-city-council");
        assert_eq!(slug("  King's Lynn/West Norfolk. "), "kings-lynn-west-norfolk");
    }
}
