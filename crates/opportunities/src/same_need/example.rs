//! The worked example of this kind, on made-up data.
