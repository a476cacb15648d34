//! What the visitor may do with an arrangement, as links.
//!
//! The rule: `permissions` is asked about the bodies that answer for the record; what it refuses is not shown. The pages that the
//! links lead to ask again.

use definitions::ArrangementId;
use maud::{Markup, html};
use pages::parts::secondary_button_link;
use permissions::{Action, may};
use register::{Draft, Register, Stage};

use super::{Shown, State};
use crate::Asking;
use crate::asker::asker_of;
use crate::links::arrangement_address;

/// The draft of an arrangement, where there is one and the visitor may read it.
pub(super) fn readable_draft<'a>(asking: &Asking, register: &'a Register, id: &ArrangementId) -> Option<&'a Draft> {
    let draft = register.draft(id)?;
    let said = register.arrangement(id).unwrap_or_else(|| draft.arrangement());
    let about = register.answering_for(said, asking.now.day());
    may(&asker_of(asking), Action::ReadDrafts, &about).is_ok().then_some(draft)
}

/// The links of what the visitor may do; nothing where that is nothing.
pub(super) fn actions(shown: &Shown<'_>) -> Markup {
    let asker = asker_of(shown.asking);
    if asker.account.is_none() {
        return html! {};
    }
    let about = shown.register.answering_for(shown.said, shown.asking.now.day());
    let is_allowed = |action| may(&asker, action, &about).is_ok();
    let address = arrangement_address(&shown.said.id);
    let is_published = shown.record.is_some_and(|record| record.withdrawn().is_none());
    let mut links: Vec<(&str, String)> = Vec::new();
    if is_allowed(Action::Correct) || is_allowed(Action::WriteDraft) {
        links.push(("Edit", format!("{address}/edit")));
    }
    if shown.state == State::Draft && is_allowed(Action::Publish) {
        links.push(("Publish", format!("{address}/publish")));
    }
    if is_published && shown.state == State::Latest {
        if is_allowed(Action::Confirm) && shown.said.stage_on(shown.day) != Stage::Ended {
            links.push(("Confirm that it is still true", format!("{address}/confirm")));
        }
        if is_allowed(Action::Withdraw) {
            links.push(("Withdraw", format!("{address}/withdraw")));
        }
    }
    links.retain(|(_, address)| shown.site.has_page(address));
    if links.is_empty() {
        return html! {};
    }
    html! {
        div class="govuk-button-group" { @for (words, address) in &links { (secondary_button_link(words, address)) } }
    }
}
