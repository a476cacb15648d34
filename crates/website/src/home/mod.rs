//! The front page: what this place is, and the way to everything in it.
//!
//! The rule: it leads to every page of the navigation, in words that say what is there.

use maud::html;

use crate::layout::Page;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) const ROUTES: &[Route] = &[Route::page("/", page)];

/// Where things are, and what is there.
const WAYS: [(&str, &str, &str); 5] = [
    ("/arrangements", "Arrangements", "Who shares what, since when, and what it saves."),
    ("/map", "Map", "The same on a map, by body and by day."),
    ("/bodies", "Bodies", "What each body shares, and with whom."),
    ("/opportunities", "Opportunities", "What could be shared and is not, ranked, with the evidence."),
    ("/changes", "What changed", "Every entry, with who made it and why."),
];

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let content = html! {
        h1 class="govuk-heading-xl" { (site.place) }
        p class="govuk-body-l" { "What the public bodies of this place share, and what they could." }
        @for (address, words, sentence) in WAYS.iter().filter(|(address, _, _)| site.has_page(address)) {
            h2 class="govuk-heading-m" { a class="govuk-link" href=(address) { (words) } }
            p class="govuk-body" { (sentence) }
        }
    };
    Ok(Page::new(site.place.clone()).show(site, asking, &content))
}
