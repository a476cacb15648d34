//! Answering for what is published: that it is still true, or that it was entered by mistake.
//!
//! The rule: both are about the version that was looked at; a reason is asked for where something is taken out, and what is
//! taken out reads on in its history.

mod brief;

use definitions::ArrangementId;
use desk::WHY_CHARACTERS;
use maud::{Markup, html};
use pages::parts::{Button, Textarea, warning_text};
use permissions::Action;

use crate::form::Form;
use crate::layout::Page;
use crate::links::{arrangement_address, link};
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) use brief::brief;

pub(crate) const ROUTES: &[Route] = &[
    Route::page("/arrangements/{id}/confirm", confirm_page).and_form(confirm),
    Route::page("/arrangements/{id}/withdraw", withdraw_page).and_form(withdraw),
];

/// What is written where somebody confirms and says no more.
pub(crate) const STILL_TRUE: &str = "Still true.";

/// A published record that somebody answers for.
struct Published {
    id: ArrangementId,
    title: String,
    brief: Markup,
    seen: u32,
}

/// The published record of the address, where the visitor may do `action` to it.
fn published(site: &Site, asking: &Asking, action: Action) -> Result<Published, Stop> {
    let person = &asking.person()?.person;
    let id = ArrangementId::new(asking.capture("id"));
    site.desk.may(person, action, &id)?;
    let standing = site.desk.register()?;
    let register = standing.register();
    let said = register.arrangement(&id).ok_or(Stop::NotFound)?;
    let brief = brief(said, register, asking.now.day());
    Ok(Published { title: said.title.clone(), brief, seen: standing.version_of_arrangement(&id), id })
}

fn confirm_page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let published = published(site, asking, Action::Confirm)?;
    let address = arrangement_address(&published.id);
    let content = html! {
        h1 class="govuk-heading-xl" { "Is this still true?" }
        h2 class="govuk-heading-m" { (published.title) }
        (published.brief)
        p class="govuk-body" { (link(&address, "Read all of it")) }
        (asking.post_form(&format!("{address}/confirm"), &html! {
            input type="hidden" name="seen" value=(published.seen);
            (Button::new("Yes, it is still true"))
        }))
        p class="govuk-body" { "If something has changed, " (link(&format!("{address}/edit"), "correct it")) " instead: that answers for it too." }
    };
    Ok(Page::new("Is this still true?").narrow().back(address, "Back to the arrangement").show(site, asking, &content))
}

fn confirm(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let person = &asking.person()?.person;
    let id = ArrangementId::new(asking.capture("id"));
    let seen = asking.form.value("seen").parse().unwrap_or(0);
    site.desk.confirm(person, &id, STILL_TRUE, seen)?;
    Ok(Reply::see(&format!("{}?done=confirmed", arrangement_address(&id))))
}

fn withdraw_page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let published = published(site, asking, Action::Withdraw)?;
    show_withdraw(site, asking, &published, &Form::default())
}

fn withdraw(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let published = published(site, asking, Action::Withdraw)?;
    let mut form = Form::posted(asking);
    let why = form.text_if_any("why", WHY_CHARACTERS);
    if why.is_empty() && form.error("why").is_none() {
        form.wrong("why", "Say why, for those who look for it later");
    }
    if form.has_errors() {
        return show_withdraw(site, asking, &published, &form);
    }
    let seen = form.typed("seen").parse().unwrap_or(0);
    site.desk.withdraw(&asking.person()?.person, &published.id, &why, seen)?;
    Ok(Reply::see(&arrangement_address(&published.id)))
}

fn show_withdraw(site: &Site, asking: &Asking, published: &Published, form: &Form) -> Result<Reply, Stop> {
    let address = arrangement_address(&published.id);
    let heading = format!("Withdraw “{}”", published.title);
    let seen = if form.typed("seen").is_empty() { published.seen.to_string() } else { form.typed("seen").to_string() };
    let content = html! {
        (form.summary())
        h1 class="govuk-heading-xl" { (heading) }
        (warning_text("Withdraw only what should never have been entered. An arrangement that has ended stays in the register, with its end."))
        p class="govuk-body" { "It no longer counts in any total or list of today. Its page says that it was withdrawn, by whom and why, and its history reads on." }
        p class="govuk-body" { "If it has ended, " (link(&format!("{address}/edit"), "add the event “ended”")) " instead." }
        (asking.post_form(&format!("{address}/withdraw"), &html! {
            input type="hidden" name="seen" value=(seen);
            (Textarea::new(form.field("why", "Why").sized("m").hint("Such as “Entered twice: see the other entry”.")).rows(2))
            (Button::warning("Withdraw it"))
        }))
    };
    let page = Page::new(heading.clone()).narrow().back(address, "Back to the arrangement");
    let page = if form.has_errors() { page.with_errors() } else { page };
    Ok(page.show(site, asking, &content))
}
