//! Parts of pages: one file for each GOV.UK Design System component that pages use, and a few of our own.
//!
//! The rule: a part escapes every text (maud does), takes no raw HTML, and gives the same markup as the
//! examples that govuk-frontend publishes; the tests compare them.
//!
//! A part with many settings is a value that a template writes down (`(Input::email(field))`); a part with few is a function.

mod button;
mod choices;
mod date_input;
mod details;
mod error_summary;
mod field;
mod fieldset;
mod figures;
mod file_upload;
mod filter_panel;
#[cfg(test)]
mod fixtures;
mod footer;
mod header;
mod input;
mod inset_text;
mod notification_banner;
mod pagination;
mod panel;
mod password_input;
mod select;
mod service_navigation;
mod skip_link;
mod summary_list;
mod table;
mod tag;
mod textarea;
mod timeline;
mod warning_text;
mod ways;

pub use button::{Button, button_link, secondary_button_link};
pub use choices::{Checkboxes, Radios};
pub use date_input::DateInput;
pub use details::details;
pub use error_summary::error_summary;
pub use field::{Field, error_message, hint, label};
pub use fieldset::fieldset;
pub use figures::figures;
pub use file_upload::FileUpload;
pub use filter_panel::{Chosen, filter_panel};
pub use footer::footer;
pub use header::{header, site_header};
pub use input::Input;
pub use inset_text::inset_text;
pub use notification_banner::{notification_banner, success_banner};
pub use pagination::pagination;
pub use panel::panel;
pub use password_input::PasswordInput;
pub use select::{Choice, Select, select};
pub use service_navigation::{NavigationLink, service_navigation};
pub use skip_link::skip_link;
pub use summary_list::{SummaryRow, summary_list, summary_row};
pub use table::{Column, Table};
pub use tag::{Colour, tag};
pub use textarea::Textarea;
pub use timeline::{TimelineItem, timeline};
pub use warning_text::warning_text;
pub use ways::{back_link, breadcrumbs};
