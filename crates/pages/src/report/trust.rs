//! What this is, and how far to trust it: said before any opportunity.
//!
//! The rule: it is honest about what published evidence says of sharing in general.

use maud::{Markup, html};

use crate::parts::inset_text;

/// The words, set apart.
pub(super) fn trust() -> Markup {
    inset_text(&html! {
        h2 class="govuk-heading-m" { "What this is, and how far to trust it" }
        p class="govuk-body" {
            "A list of things worth a conversation, found in files that the bodies publish. Not advice and not a business case: "
            "it sees prices paid, not quality, terms or reasons."
        }
        p class="govuk-body" {
            "Published studies find that " strong { "the average shared service does not reliably save money" }
            ". So every saving is a range with a chance of none, marked as judgement, and savings are never added up. "
            "Every figure can be followed to a published file and line. "
            a class="govuk-link" href="#method" { "How it was worked out" }
        }
    })
}
