//! Where records are found on the site, and the links that lead there.
//!
//! The rule: every record has one address that never changes, made here alone. A link to another site is made only where its
//! address begins with `http`, so that no record can hide a script in one.

use bodies::Directory;
use definitions::{ArrangementId, BodyId, OpportunityId};
use maud::{Markup, html};
use register::{Cited, name_of};
use services::Family;

use crate::Site;
use crate::pairs::encoded;

/// The address of an arrangement.
pub(crate) fn arrangement_address(id: &ArrangementId) -> String {
    format!("/arrangements/{}", encoded(id.as_str()))
}

/// The address of a body.
pub(crate) fn body_address(id: &BodyId) -> String {
    format!("/bodies/{}", encoded(id.as_str()))
}

/// The address of a family of services.
pub(crate) fn family_address(family: Family) -> String {
    format!("/services/{}", family.code())
}

/// The address of an opportunity.
pub(crate) fn opportunity_address(id: &OpportunityId) -> String {
    format!("/opportunities/{}", encoded(id.as_str()))
}

/// An address of this site as programs are given it: whole where the settings say how the site is reached.
pub(crate) fn whole(site: &Site, address: &str) -> String {
    format!("{}{address}", site.settings.address)
}

/// A link.
pub(crate) fn link(address: &str, words: &str) -> Markup {
    html! { a class="govuk-link" href=(address) { (words) } }
}

/// A link to a body, by its official name.
pub(crate) fn body_link(id: &BodyId, directory: &Directory) -> Markup {
    link(&body_address(id), &name_of(id, directory))
}

/// A link to a body, by its short name.
pub(crate) fn short_body_link(id: &BodyId, directory: &Directory) -> Markup {
    link(&body_address(id), &short_name(id, directory))
}

/// The short name of a body; its id where nobody knows it.
pub(crate) fn short_name(id: &BodyId, directory: &Directory) -> String {
    directory.get(id).map_or_else(|| id.to_string(), |body| body.short_name.clone())
}

/// A link to a family of services.
pub(crate) fn family_link(family: Family) -> Markup {
    link(&family_address(family), family.name())
}

/// Where something can be read, with a link where it has one.
pub(crate) fn cited(source: &Cited) -> Markup {
    let is_web = source.link.starts_with("https://") || source.link.starts_with("http://");
    let document = if source.document.trim().is_empty() { &source.link } else { &source.document };
    html! {
        @if is_web { a class="govuk-link" href=(source.link) rel="noreferrer external" { (document) } } @else { (document) }
        @if !source.place.trim().is_empty() { ", " (source.place) }
        @if let Some(when) = source.published { ", " (when.long()) }
        @if !is_web && !source.link.trim().is_empty() && document != &source.link { ", " (source.link) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_never_becomes_a_link_that_runs_something() {
        let source = |link: &str| Cited { document: "Paper <1>".to_string(), link: link.to_string(), ..Cited::default() };
        assert_eq!(cited(&source("javascript:alert(1)")).into_string(), "Paper &lt;1&gt;, javascript:alert(1)");
        assert!(cited(&source("https://a.uk/b")).into_string().starts_with("<a class=\"govuk-link\" href=\"https://a.uk/b\""));
    }

    #[test]
    fn an_id_that_is_no_plain_name_still_makes_an_address_of_one_piece() {
        assert_eq!(body_address(&BodyId::new("a/b?c")), "/bodies/a%2Fb%3Fc");
    }
}
