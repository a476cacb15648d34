//! Bodies that come and go: adding one of this place's own, saying that one ends, and who carries on what it leaves behind.
//!
//! The rule: nothing is decided by itself. A body that ends leaves a list, and each arrangement in it is transferred, hosted, novated
//! or ended by somebody who answers for it; what is left stays in the list.

mod end;
mod new_body;
mod pass_on;

use definitions::BodyId;
use maud::{Markup, html};
use permissions::Action;
use register::Cited;

use crate::asker::asker_of;
use crate::form::Form;
use crate::links::link;
use crate::record_form::when;
use crate::routes::Route;
use crate::{Asking, Site, Stop};

pub(crate) const ROUTES: &[Route] = &[
    Route::page("/bodies/new", new_body::page).and_form(new_body::add),
    Route::page("/bodies/{id}/end", end::page).and_form(end::sent),
    Route::page("/bodies/{id}/pass-on", pass_on::page).and_form(pass_on::decide),
];

/// The link to the page that adds a body, for who may.
pub(crate) fn way_to_add(asking: &Asking) -> Markup {
    let may_add = permissions::may(&asker_of(asking), Action::KeepBody, &[]).is_ok();
    html! { @if may_add { p class="govuk-body" { (link("/bodies/new", "Add a body")) } } }
}

/// A body that a page is about.
struct Named {
    id: BodyId,
    name: String,
}

/// The body that the address names.
fn named(site: &Site, asking: &Asking) -> Result<Named, Stop> {
    let id = BodyId::new(asking.capture("id"));
    let standing = site.desk.register()?;
    let name = standing.register().directory().get(&id).ok_or(Stop::NotFound)?.name.clone();
    Ok(Named { id, name })
}

/// The reason that was typed, which must be there.
fn why(form: &mut Form) -> String {
    let why = form.text_if_any("why", desk::WHY_CHARACTERS);
    if why.is_empty() && form.error("why").is_none() {
        form.wrong("why", "Say why, for those who will read its history");
    }
    why
}

/// The source that was typed, where one was.
fn source(form: &mut Form) -> Vec<Cited> {
    let document = form.line_if_any("source-document", 500);
    let place = form.line_if_any("source-place", 200);
    let link = form.line_if_any("source-link", 2_000);
    if !link.is_empty() && !link.starts_with("https://") && !link.starts_with("http://") {
        form.wrong("source-link", "Give an address that begins with https:// or http://");
    }
    let published = when(form, "source-published");
    let cited = Cited { document, place, link, published };
    if cited == Cited::default() { Vec::new() } else { vec![cited] }
}
