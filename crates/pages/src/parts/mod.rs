//! Parts of pages: one file for each GOV.UK Design System component that pages use, and a few of our own.
//!
//! The rule: a part escapes every text (maud does), takes no raw HTML, and gives the same markup as the
//! examples that govuk-frontend publishes; the tests compare them.

mod details;
mod figures;
#[cfg(test)]
mod fixtures;
mod header;
mod inset_text;
mod notification_banner;
mod select;
mod skip_link;
mod summary_list;
mod table;
mod tag;
mod warning_text;

pub(crate) use details::details;
pub(crate) use figures::figures;
pub(crate) use header::header;
pub(crate) use inset_text::inset_text;
pub(crate) use notification_banner::notification_banner;
pub(crate) use select::{Choice, select};
pub(crate) use skip_link::skip_link;
pub(crate) use summary_list::{SummaryRow, summary_list, summary_row};
pub(crate) use table::{Column, Table};
pub(crate) use tag::{Colour, tag};
pub(crate) use warning_text::warning_text;
