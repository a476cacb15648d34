//! Is this still true? The page behind the link in a letter, for somebody who has not signed in.
//!
//! The rule: opening it answers nothing, since mail programs open links too; the button does, once. It shows no more than the public
//! can read, and who comes back is told that it was answered, by whom and when.

use definitions::ArrangementId;
use desk::NotDone;
use desk::people::StillTrueLink;
use maud::{Markup, html};
use pages::parts::{Button, notification_banner, panel, secondary_button_link};

use crate::answering::{STILL_TRUE, brief};
use crate::layout::Page;
use crate::links::{arrangement_address, link};
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) const ROUTES: &[Route] = &[Route::page("/still-true/{token}", page).and_form(answer)];

/// Why a link leads nowhere.
const NO_LONGER: &str = "This link no longer works: a newer letter took its place, or its sixty days are over. Sign in to answer instead.";

fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    match site.people.still_true_link(asking.capture("token"), asking.now)? {
        Some(StillTrueLink::Waits(id)) => question(site, asking, &id, &html! {}),
        Some(StillTrueLink::Answered(id)) => answered(site, asking, &id),
        None => Err(Stop::Gone(NO_LONGER.to_string())),
    }
}

fn answer(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    let token = asking.capture("token");
    let seen = asking.form.value("seen").parse().unwrap_or(0);
    match site.people.still_true_by_link(token, STILL_TRUE, seen, asking.now) {
        Ok(_) => Ok(Reply::see(&asking.path)),
        // Answered meanwhile, or out of time: the page says which.
        Err(NotDone::Unknown(_)) => page(site, asking),
        Err(NotDone::NotRight(_) | NotDone::Overtaken(_)) => {
            let Some(StillTrueLink::Waits(id)) = site.people.still_true_link(token, asking.now)? else { return page(site, asking) };
            let notice = notification_banner(
                "Somebody changed this after you opened it",
                &html! { p class="govuk-body" { "Nothing was answered yet. Look at what stands here now, and answer again." } },
            );
            Ok(question(site, asking, &id, &notice)?.status(409))
        }
        Err(other) => Err(other.into()),
    }
}

fn question(site: &Site, asking: &Asking, id: &ArrangementId, notice: &Markup) -> Result<Reply, Stop> {
    let (title, brief, seen) = {
        let standing = site.desk.register()?;
        let register = standing.register();
        let gone = || Stop::Gone("The entry that this link is about was withdrawn. There is nothing to answer.".to_string());
        let said = register.arrangement(id).ok_or_else(gone)?;
        (said.title.clone(), brief(said, register, asking.now.day()), standing.version_of_arrangement(id))
    };
    let address = arrangement_address(id);
    let content = html! {
        (notice)
        h1 class="govuk-heading-xl" { "Is this still true?" }
        h2 class="govuk-heading-m" { (title) }
        (brief)
        p class="govuk-body" { (link(&address, "Read all of it")) }
        (asking.post_form(&asking.path, &html! {
            input type="hidden" name="seen" value=(seen);
            div class="govuk-button-group" {
                (Button::new("Yes, still true"))
                (secondary_button_link("No, something has changed", &format!("{address}/edit")))
            }
        }))
        p class="govuk-body" { "To say yes you need not sign in: the letter came to you. To change something, you sign in first." }
    };
    Ok(Page::new("Is this still true?").narrow().show(site, asking, &content))
}

fn answered(site: &Site, asking: &Asking, id: &ArrangementId) -> Result<Reply, Stop> {
    let said = {
        let standing = site.desk.register()?;
        let register = standing.register();
        let record = register.record(id).ok_or(Stop::NotFound)?;
        let who = record.last_confirmed().map(|entry| (entry.by.name.clone(), entry.entered.day().long()));
        (record.arrangement().title.clone(), who)
    };
    let (title, who) = said;
    let words = match &who {
        Some((name, day)) => html! { (name) " said on " (day) " that it is still true." },
        None => html! { "Somebody has answered for it since." },
    };
    let content = html! {
        (panel("Thank you", &words))
        p class="govuk-body" { (title) ": " (link(&arrangement_address(id), "read the entry")) "." }
        p class="govuk-body" { "This link has done its work and opens nothing more. You will be asked again in a year." }
    };
    Ok(Page::new("Answered").narrow().show(site, asking, &content).kept_by_nobody())
}
