//! Drafts: those that the visitor may read, and throwing one away.
//!
//! The rule: a draft is seen by the officers of its partners and by nobody else. What is thrown away stays in the log, where an
//! administrator finds it.

use definitions::ArrangementId;
use maud::{Markup, html};
use pages::parts::{Button, Column, Table, button_link};
use permissions::{Action, Role};
use register::Draft;

use crate::asker::asker_of;
use crate::layout::Page;
use crate::links::{arrangement_address, link};
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) const ROUTES: &[Route] =
    &[Route::page("/drafts", list), Route::page("/arrangements/{id}/drop-draft", drop_page).and_form(drop_it)];

/// Where arrangements are added, drafted, imported and exported, as far as the visitor may: links for the list of all.
pub(crate) fn ways(asking: &Asking) -> Markup {
    let asker = asker_of(asking);
    let ways = [
        (asker.has_role_somewhere(Role::Officer), "/arrangements/new", "Add an arrangement"),
        (asker.has_role_somewhere(Role::Officer), "/drafts", "Drafts"),
        (permissions::may(&asker, Action::ImportSheet, &[]).is_ok(), "/import", "Import a spreadsheet"),
        (true, "/export", "Export"),
    ];
    html! {
        ul class="govuk-list cw-form-ways" {
            @for (_, address, words) in ways.iter().filter(|(is_shown, ..)| *is_shown) { li { (link(address, words)) } }
        }
    }
}

fn list(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = &asking.person()?.person;
    let standing = site.desk.register()?;
    let register = standing.register();
    let may_read = |draft: &&Draft| {
        let known = register.record(&draft.arrangement().id).map_or(draft.arrangement(), |record| record.arrangement());
        permissions::may(&person.asker, Action::ReadDrafts, &register.answering_for(known, asking.now.day())).is_ok()
    };
    let mut drafts: Vec<&Draft> = register.drafts().filter(may_read).collect();
    drafts.sort_by_key(|draft| std::cmp::Reverse(draft.entry().number));
    let rows = drafts.iter().map(|draft| row(draft)).collect();
    let columns = [Column::words("Title"), Column::words("Saved by"), Column::words("On"), Column::words("What can be done")];
    let content = html! {
        h1 class="govuk-heading-xl" { "Drafts" }
        p class="govuk-body" { "What officers of your bodies are writing, and nobody else sees yet." }
        @if drafts.is_empty() { p class="govuk-body" { "There is no draft." } }
        @else { (Table::new("Drafts, the one saved last first", &columns, rows).framed()) }
        @if person.asker.has_role_somewhere(Role::Officer) { (button_link("Add an arrangement", "/arrangements/new")) }
    };
    let done = (asking.query.value("done") == "dropped").then_some("The draft is thrown away.");
    Ok(Page::new("Drafts").under("/arrangements", "Arrangements").done(done).show(site, asking, &content))
}

fn row(draft: &Draft) -> Vec<Markup> {
    let said = draft.arrangement();
    let address = arrangement_address(&said.id);
    vec![
        link(&format!("{address}?draft=yes"), &said.title),
        html! { (draft.entry().by.name) },
        html! { (draft.entry().entered.day().long()) },
        html! {
            a class="govuk-link" href={ (address) "/edit" } { "Edit" span class="govuk-visually-hidden" { " " (said.title) } }
            " or "
            a class="govuk-link" href={ (address) "/publish" } { "publish" span class="govuk-visually-hidden" { " " (said.title) } }
        },
    ]
}

fn drop_page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = &asking.person()?.person;
    let id = ArrangementId::new(asking.capture("id"));
    site.desk.may(person, Action::DropDraft, &id)?;
    let standing = site.desk.register()?;
    let title = standing.register().draft(&id).ok_or(Stop::NotFound)?.arrangement().title.clone();
    let seen = standing.version_of_draft(&id);
    let address = format!("{}/drop-draft", arrangement_address(&id));
    let heading = format!("Throw away the draft of “{title}”");
    let content = html! {
        h1 class="govuk-heading-xl" { (heading) }
        p class="govuk-body" { "What is published stays as it is." }
        (asking.post_form(&address, &html! {
            input type="hidden" name="seen" value=(seen);
            (Button::warning("Throw it away"))
        }))
    };
    Ok(Page::new(heading).narrow().back("/drafts", "Back to the drafts").show(site, asking, &content))
}

fn drop_it(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = &asking.person()?.person;
    let seen = asking.form.value("seen").parse().unwrap_or(0);
    site.desk.drop_draft(person, &ArrangementId::new(asking.capture("id")), "", seen)?;
    Ok(Reply::see("/drafts?done=dropped"))
}
