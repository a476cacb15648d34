//! What a map shows.
