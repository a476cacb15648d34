//! Adding and editing an arrangement: one form, saved as a draft as often as one likes, and published from there.
//!
//! The rule: what is saved is a draft, so that nothing half done is seen by the public and nothing typed is lost: not when a name
//! is wrong, not when somebody else saved first, and not when the session has ended while the form stood open.

mod amount;
mod days;
mod filling;
mod overtaken;
mod reading;
mod row_fields;
mod rows;
mod sections;

use definitions::{ArrangementId, slug};
use desk::NotDone;
use maud::{Markup, html};
use pages::parts::{inset_text, notification_banner};
use permissions::{Action, Role};
use register::{Arrangement, Register, validate};

use crate::form::Form;
use crate::layout::Page;
use crate::links::arrangement_address;
use crate::pairs::Pairs;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) use days::{day, parts, typed, when};
pub(crate) use reading::{body_named, not_a_body};
pub(crate) use rows::{count, with_one_more, without};
pub(crate) use sections::{body_input, body_list, capital};

pub(crate) const ROUTES: &[Route] = &[
    Route::page("/arrangements/new", new).and_form(sent).shown_again(shown_again),
    Route::page("/arrangements/{id}/edit", edit).and_form(sent).shown_again(shown_again),
];

/// The lists whose rows can be more or fewer.
const LISTS: [&str; 5] = ["parties", "happenings", "reviews", "lines", "sources"];

/// What the form is about.
struct Edited {
    /// The record; `None` for one that is new.
    id: Option<ArrangementId>,
    /// What is saved of it: its draft, else what is published.
    base: Option<Arrangement>,
    /// The versions of the published record and of the draft that are saved, as the form carries them.
    seen: [u32; 2],
}

fn new(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asking.person()?;
    if !person.person.asker.has_role_somewhere(Role::Officer) {
        return Err(Stop::Refused(Action::WriteDraft.sentence().to_string()));
    }
    let edited = edited(site, named(asking))?;
    let mut begun = Pairs::none();
    let own = person.person.asker.roles.iter().find_map(|(body, _)| body.as_ref());
    if let Some(body) = own {
        let standing = site.desk.register()?;
        begun.add("parties-0-body", register::name_of(body, standing.register().directory()));
    }
    show(site, asking, &edited, &carrying(begun, edited.seen), &html! {})
}

fn edit(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = asking.person()?;
    let edited = edited(site, named(asking))?;
    let (Some(id), Some(base)) = (&edited.id, &edited.base) else { return Err(Stop::NotFound) };
    site.desk.may(&person.person, Action::WriteDraft, id)?;
    let filled = filling::fields(base, site.desk.register()?.register().directory());
    show(site, asking, &edited, &carrying(filled, edited.seen), &html! {})
}

fn sent(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    asking.person()?;
    let edited = edited(site, named(asking))?;
    if let Some(form) = with_other_rows(&asking.form) {
        return show(site, asking, &edited, &form, &html! {});
    }
    save(site, asking, &edited)
}

/// The form comes from a session that has ended: what was typed is shown again, and nothing is changed.
fn shown_again(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let edited = edited(site, named(asking))?;
    let notice = match &asking.visitor.person {
        None => html! {
            p class="govuk-body" {
                "Nothing of what you typed is lost: it stands below. "
                a class="govuk-notification-banner__link" href="/sign-in" target="_blank" rel="opener" { "Sign in again in another tab" }
                ", then come back here and press any button."
            }
        },
        Some(_) => html! { p class="govuk-body" { "Nothing is saved yet. Look through what stands below, and save it now." } },
    };
    let heading =
        if asking.visitor.person.is_some() { "You have signed in since you opened this form" } else { "You are no longer signed in" };
    let reply = show(site, asking, &edited, &Form::of(asking.form.clone()), &notification_banner(heading, &notice))?;
    Ok(reply.status(403))
}

/// The record that the address names; `None` for a new one.
fn named(asking: &Asking) -> Option<ArrangementId> {
    Some(asking.capture("id")).filter(|id| !id.is_empty()).map(ArrangementId::new)
}

/// A record as it is saved now.
fn edited(site: &Site, id: Option<ArrangementId>) -> Result<Edited, Stop> {
    let standing = site.desk.register()?;
    let saved = |id: &ArrangementId| saved(standing.register(), id).cloned();
    let base = id.as_ref().and_then(saved);
    if id.is_some() && base.is_none() {
        return Err(Stop::NotFound);
    }
    let seen = id.as_ref().map_or([0, 0], |id| [standing.version_of_arrangement(id), standing.version_of_draft(id)]);
    Ok(Edited { id, base, seen })
}

/// The draft of an arrangement, else what was published last.
fn saved<'a>(register: &'a Register, id: &ArrangementId) -> Option<&'a Arrangement> {
    let draft = register.draft(id).map(|draft| draft.arrangement());
    draft.or_else(|| register.record(id).map(|record| record.arrangement()))
}

/// A form that carries the versions it was filled from.
fn carrying(filled: Pairs, seen: [u32; 2]) -> Form {
    Form::of(filled.with("seen", &seen[0].to_string()).with("seen-draft", &seen[1].to_string()))
}

/// The form with a row more or fewer, where a button for that was pressed.
fn with_other_rows(typed: &Pairs) -> Option<Form> {
    let known = |list: &str| LISTS.into_iter().find(|known| *known == list);
    if let Some(list) = known(typed.value("add")) {
        return Some(Form::of(rows::with_one_more(typed, list)));
    }
    let (list, row) = typed.value("remove").rsplit_once('-')?;
    Some(Form::of(rows::without(typed, known(list)?, row.parse().ok()?)))
}

fn save(site: &Site, asking: &Asking, edited: &Edited) -> Result<Reply, Stop> {
    let person = asking.person()?;
    let mut form = Form::posted(asking);
    let wants_to_publish = form.typed("do") == "continue";
    let (read, faults) = {
        let standing = site.desk.register()?;
        let register = standing.register();
        let id = edited.id.clone().unwrap_or_else(|| free_id(register, form.typed("title")));
        let read = reading::read(&mut form, id, edited.base.as_ref(), register.directory());
        let faults = validate(&read.arrangement, register.directory());
        (read, faults)
    };
    if form.has_errors() {
        return show(site, asking, edited, &form, &html! {});
    }
    let typed_seen = ["seen", "seen-draft"].map(|name| form.typed(name).parse().unwrap_or(0));
    if edited.id.is_some() && typed_seen != edited.seen {
        return overtaken::page(site, asking, edited, &read.arrangement);
    }
    let id = read.arrangement.id.clone();
    let seen_draft = if edited.id.is_some() { edited.seen[1] } else { version_to_follow(site, &id)? };
    match site.desk.draft(&person.person, read.arrangement.clone(), "", seen_draft) {
        Ok(_) => {}
        Err(NotDone::Overtaken(_)) => return overtaken::page(site, asking, &self::edited(site, Some(id))?, &read.arrangement),
        Err(NotDone::Refused(refusal)) if edited.id.is_none() => {
            form.wrong("parties-0-body", &format!("{} Name a body for which you have that role.", refusal.action.sentence()));
            return show(site, asking, edited, &form, &html! {});
        }
        Err(NotDone::Faults(faults)) => {
            faults.iter().for_each(|fault| form.wrong(&read.field_of(fault), &fault.sentence));
            return show(site, asking, edited, &form, &html! {});
        }
        Err(other) => return Err(other.into()),
    }
    if !wants_to_publish {
        return Ok(Reply::see(&format!("{}/edit?done=draft", arrangement_address(&id))));
    }
    if faults.is_empty() {
        return Ok(Reply::see(&format!("{}/publish", arrangement_address(&id))));
    }
    faults.iter().for_each(|fault| form.wrong(&read.field_of(fault), &fault.sentence));
    let saved = self::edited(site, Some(id))?;
    form.carry("seen", &saved.seen[0].to_string());
    form.carry("seen-draft", &saved.seen[1].to_string());
    let notice = inset_text(&html! { "Your draft is saved. Put these right before it can be published, now or another day." });
    show(site, asking, &saved, &form, &notice)
}

/// A reference for a new arrangement, made of its title: nobody else's, and no address of another page.
fn free_id(register: &Register, title: &str) -> ArrangementId {
    const LONGEST: usize = 100;
    let made: String = slug(title).chars().filter(|letter| letter.is_ascii()).take(LONGEST).collect();
    let made = slug(&made);
    let base = if made.is_empty() { "arrangement".to_string() } else { made };
    let is_free = |id: &ArrangementId| id.as_str() != "new" && register.record(id).is_none() && register.draft(id).is_none();
    let numbered = (2_u64..).map(|number| ArrangementId::new(&format!("{base}-{number}")));
    std::iter::once(ArrangementId::new(&base)).chain(numbered).find(is_free).expect("numbers do not end")
}

/// The version of a draft that was dropped or published before, so that a new one can follow it; 0 where there never was one.
fn version_to_follow(site: &Site, id: &ArrangementId) -> Result<u32, Stop> {
    Ok(site.desk.register()?.version_of_draft(id))
}

fn show(site: &Site, asking: &Asking, edited: &Edited, form: &Form, notice: &Markup) -> Result<Reply, Stop> {
    let address = edited.id.as_ref().map_or("/arrangements/new".to_string(), |id| format!("{}/edit", arrangement_address(id)));
    let title = match &edited.base {
        Some(base) => format!("Edit “{}”", base.title),
        None => "Add an arrangement".to_string(),
    };
    let content = html! {
        (form.summary())
        (notice)
        h1 class="govuk-heading-xl" { (title) }
        p class="govuk-body" {
            "What you save is a draft: nobody else sees it but the officers of its partners, until an owner publishes it. "
            "Everything but the title and the kind can be filled in another day."
        }
        (asking.post_form(&address, &html! {
            (sections::enter_key_saves())
            input type="hidden" name="seen" value=(form.typed("seen"));
            input type="hidden" name="seen-draft" value=(form.typed("seen-draft"));
            (sections::sections(form, &address))
            (sections::buttons())
        }))
        (body_list(site.desk.register()?.register().directory()))
    };
    let done = match asking.query.value("done") {
        "draft" => Some("Your draft is saved."),
        "taken" => Some("The opportunity is in the register now, as a draft. Fill in what the published payments do not say."),
        _ => None,
    };
    let page = Page::new(title).narrow().done(done.filter(|_| asking.form.is_empty()));
    let page = match &edited.id {
        Some(id) => page.back(arrangement_address(id), "Back to the arrangement"),
        None => page.back("/arrangements", "Back to all arrangements"),
    };
    let page = if form.has_errors() { page.with_errors() } else { page };
    Ok(page.show(site, asking, &content))
}
