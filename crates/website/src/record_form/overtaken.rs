//! Somebody else saved the same record while the form stood open.
//!
//! The rule: the second is told by whom and what differs, and keeps everything they typed; they decide. Nothing of either is lost:
//! what the other saved stays in the history, whatever is saved next.

use definitions::ArrangementId;
use maud::{Markup, html};
use pages::parts::notification_banner;
use register::{Arrangement, Entry, Register, what_changed};

use super::{Edited, carrying, show};
use crate::{Asking, Reply, Site, Stop};

/// The form with what was typed, over what the other saved. `saved` is the record as it is saved now.
pub(super) fn page(site: &Site, asking: &Asking, saved: &Edited, typed: &Arrangement) -> Result<Reply, Stop> {
    let notice = {
        let standing = site.desk.register()?;
        let register = standing.register();
        let theirs = saved.base.as_ref().unwrap_or(typed);
        let differs: Vec<String> = what_changed(theirs, typed, register.directory()).into_iter().map(|changed| changed.sentence).collect();
        notice(last_entry(register, &typed.id), &differs)
    };
    let form = carrying(asking.form.clone(), saved.seen);
    Ok(show(site, asking, saved, &form, &notice)?.status(409))
}

fn notice(entry: Option<&Entry>, differs: &[String]) -> Markup {
    let heading = match entry {
        Some(entry) => format!("{} saved this on {}, after you opened it", entry.by.name, told_moment(entry)),
        None => "Somebody else changed this after you opened it".to_string(),
    };
    let more = html! {
        p class="govuk-body" { "Yours is not saved yet, and nothing of it is lost: it stands below." }
        @if differs.is_empty() {
            p class="govuk-body" { "What you typed says the same as what they saved." }
        } @else {
            p class="govuk-body" { "Where yours differs from what is saved now:" }
            ul class="govuk-list govuk-list--bullet" { @for sentence in differs { li { (sentence) } } }
            p class="govuk-body" { "Change below what you want to keep of theirs, and save. Theirs stays in the history." }
        }
    };
    notification_banner(&heading, &more)
}

/// `22 November 2026 at 12:00 UTC`.
fn told_moment(entry: &Entry) -> String {
    let text = entry.entered.to_string();
    let clock = text.get(11..16).unwrap_or_default();
    format!("{} at {clock} UTC", entry.entered.day().long())
}

/// The entry that saved, published or withdrew it last.
fn last_entry<'a>(register: &'a Register, id: &ArrangementId) -> Option<&'a Entry> {
    let of_it = [format!("draft/{id}"), format!("arrangement/{id}")];
    register.log().iter().rev().map(AsRef::as_ref).find(|entry: &&Entry| of_it.contains(&entry.change.record()))
}
