//! Publishing a draft: what it changes, in words, what stands in its way, and why it is published.
//!
//! The rule: what is published is what was looked at: a draft that was saved again meanwhile, or a record that somebody corrected, is
//! shown anew first. Whoever may not publish reads who may.

use definitions::ArrangementId;
use desk::{NotDone, WHY_CHARACTERS};
use maud::{Markup, html};
use pages::parts::{Button, Textarea, inset_text, notification_banner, warning_text};
use permissions::Action;
use register::{Arrangement, Draft, Record, Register, checks_of, validate, what_changed};

use crate::form::Form;
use crate::layout::Page;
use crate::links::{arrangement_address, link};
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) const ROUTES: &[Route] = &[Route::page("/arrangements/{id}/publish", page).and_form(publish)];

/// A draft that is looked at before it is published.
struct Looked {
    id: ArrangementId,
    draft: Arrangement,
    /// The versions of the published record and of the draft.
    seen: [u32; 2],
    /// What the page says of it.
    told: Markup,
    is_correction: bool,
    is_in_order: bool,
}

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let looked = looked(site, asking)?;
    show(site, asking, &looked, &Form::default(), &html! {})
}

fn publish(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = &asking.person()?.person;
    let looked = looked(site, asking)?;
    let mut form = Form::posted(asking);
    if looked.seen != ["seen", "seen-draft"].map(|name| form.typed(name).parse().unwrap_or(0)) {
        return changed_meanwhile(site, asking, &looked, &form);
    }
    let why = form.text_if_any("why", WHY_CHARACTERS);
    if why.is_empty() && form.error("why").is_none() {
        form.wrong("why", "Say why, for those who will read its history");
    }
    if form.has_errors() {
        return show(site, asking, &looked, &form, &html! {});
    }
    let address = arrangement_address(&looked.id);
    match site.desk.publish(person, looked.draft.clone(), &why, looked.seen[0]) {
        Ok(_) if looked.is_correction => Ok(Reply::see(&format!("{address}?done=corrected"))),
        Ok(_) => Ok(Reply::see(&format!("{address}?done=published"))),
        Err(NotDone::Overtaken(_)) => changed_meanwhile(site, asking, &self::looked(site, asking)?, &form),
        Err(other) => Err(other.into()),
    }
}

/// The same page over what there is now.
fn changed_meanwhile(site: &Site, asking: &Asking, looked: &Looked, form: &Form) -> Result<Reply, Stop> {
    let notice = notification_banner(
        "Somebody saved this after you opened it",
        &html! { p class="govuk-body" { "Nothing is published yet. Look through what stands here now, and publish it if it is right." } },
    );
    Ok(show(site, asking, looked, form, &notice)?.status(409))
}

fn looked(site: &Site, asking: &Asking) -> Result<Looked, Stop> {
    let person = &asking.person()?.person;
    let id = ArrangementId::new(asking.capture("id"));
    site.desk.may(person, Action::ReadDrafts, &id)?;
    let standing = site.desk.register()?;
    let register = standing.register();
    let draft = register.draft(&id).ok_or(Stop::NotFound)?;
    let record = register.record(&id);
    let faults = validate(draft.arrangement(), register.directory());
    let told = html! {
        @match record {
            Some(record) => (correction(record, draft, register)),
            None => (first(draft)),
        }
        @if !faults.is_empty() {
            h2 class="govuk-heading-m" { "What must be put right first" }
            ul class="govuk-list govuk-list--bullet" { @for fault in &faults { li { (fault.sentence) } } }
        }
        (doubts(register, draft, asking))
    };
    Ok(Looked {
        draft: draft.arrangement().clone(),
        seen: [standing.version_of_arrangement(&id), standing.version_of_draft(&id)],
        told,
        is_correction: record.is_some(),
        is_in_order: faults.is_empty(),
        id,
    })
}

/// What a correction changes, and what was published since the draft was begun.
fn correction(record: &Record, draft: &Draft, register: &Register) -> Markup {
    let latest = record.latest();
    let sentences = |before: &Arrangement, after: &Arrangement| {
        let changed = what_changed(before, after, register.directory());
        html! { ul class="govuk-list govuk-list--bullet" { @for one in changed { li { (one.sentence) } } } }
    };
    let begun_over = record.versions().find(|version| version.number == draft.over_version);
    let is_the_same = *latest.arrangement == *draft.arrangement();
    html! {
        @if record.withdrawn().is_some() {
            (inset_text(&html! { "This record was withdrawn. To publish the draft publishes it again." }))
        }
        @if let Some(over) = begun_over.filter(|over| over.number != latest.number) {
            (warning_text(&format!("Since this draft was saved, {} published version {}. What you publish takes its place.", latest.entry.by.name, latest.number)))
            p class="govuk-body" { "What that version changed:" }
            (sentences(over.arrangement, latest.arrangement))
        }
        h2 class="govuk-heading-m" { "What changes" }
        @if is_the_same { p class="govuk-body" { "Nothing: the draft says what is published already." } }
        @else { (sentences(latest.arrangement, draft.arrangement())) }
    }
}

/// What is published for the first time is shown as its page will be.
fn first(draft: &Draft) -> Markup {
    let address = format!("{}?draft=yes", arrangement_address(&draft.arrangement().id));
    html! { p class="govuk-body-l" { "Everybody will be able to read it. " (link(&address, "Look at its page as it will be")) "." } }
}

/// What the checks would find; it keeps nobody from publishing.
fn doubts(register: &Register, draft: &Draft, asking: &Asking) -> Markup {
    let mut published = register.clone();
    let change = register::Change::Published(Box::new(draft.arrangement().clone()));
    let entry = draft.entry();
    published.apply(&register::Entry {
        number: register.last_number() + 1,
        change,
        entered: asking.now,
        by: entry.by.clone(),
        why: String::new(),
    });
    let found = checks_of(&draft.arrangement().id, &published, asking.now.day());
    html! {
        @if !found.is_empty() {
            h2 class="govuk-heading-m" { "What readers may doubt" }
            p class="govuk-body" { "This keeps nobody from publishing. It will stand on the page of the arrangement." }
            ul class="govuk-list govuk-list--bullet" { @for finding in &found { li { (finding.sentence) " " (finding.check.to_do()) } } }
        }
    }
}

fn show(site: &Site, asking: &Asking, looked: &Looked, form: &Form, notice: &Markup) -> Result<Reply, Stop> {
    let address = arrangement_address(&looked.id);
    let action = if looked.is_correction { Action::Correct } else { Action::Publish };
    let may_publish = site.desk.may(&asking.person()?.person, action, &looked.id).is_ok();
    let title = if looked.is_correction {
        format!("Correct “{}”", looked.draft.title)
    } else {
        format!("Publish “{}”", looked.draft.title)
    };
    let hint = if looked.is_correction {
        "Such as “The outturn of 2025-26 is known now”."
    } else {
        "Such as “Agreed by both cabinets on 4 June”."
    };
    let words = if looked.is_correction { "Publish the correction" } else { "Publish" };
    let content = html! {
        (form.summary())
        (notice)
        h1 class="govuk-heading-xl" { (title) }
        (looked.told)
        @if !may_publish {
            (inset_text(&html! { "Your draft is kept. " (action.sentence()) " Tell them that it is ready: they find it under Drafts." }))
        } @else if looked.is_in_order {
            (asking.post_form(&format!("{address}/publish"), &html! {
                input type="hidden" name="seen" value=(looked.seen[0]);
                input type="hidden" name="seen-draft" value=(looked.seen[1]);
                (Textarea::new(form.field("why", "Why").sized("m").hint(hint)).rows(2))
                (Button::new(words))
            }))
        }
        p class="govuk-body" { (link(&format!("{address}/edit"), "Go on editing the draft")) }
        p class="govuk-body" { (link(&format!("{address}/drop-draft"), "Throw the draft away")) }
    };
    let page = Page::new(title).narrow().back(format!("{address}/edit"), "Back to the draft");
    let page = if form.has_errors() { page.with_errors() } else { page };
    Ok(page.show(site, asking, &content))
}
