//! The pages about the site itself: its accessibility statement and its privacy notice.
//!
//! The rule: they say what is true of this program as it is, and name who runs the place where the settings do.

use maud::{Markup, html};

use crate::layout::Page;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

mod accessibility;
mod privacy;

pub(crate) const ROUTES: &[Route] = &[Route::page("/accessibility", accessibility::page), Route::page("/privacy", privacy::page)];

/// Whom to write to, as far as the settings say.
fn contact(site: &Site) -> Markup {
    let contact = site.settings.contact.as_str();
    html! {
        @if contact.is_empty() {
            p class="govuk-body" { "Write to whoever runs this site for " (site.place) "." }
        } @else if contact.contains('@') && !contact.contains(' ') {
            p class="govuk-body" { "Write to " a class="govuk-link" href={ "mailto:" (contact) } { (contact) } "." }
        } @else {
            p class="govuk-body" { (contact) }
        }
    }
}
