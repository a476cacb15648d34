//! The footer: the few pages about the site itself, after the design system's, without its crown and licence.
//!
//! The rule: nothing in it could be taken for GOV.UK.

use maud::{Markup, html};

/// The footer with its links (address and words) and a sentence under them.
pub fn footer(links: &[(&str, &str)], sentence: &Markup) -> Markup {
    html! {
        div class="govuk-footer cw-site-footer" {
            div class="govuk-width-container" {
                div class="govuk-footer__meta" {
                    div class="govuk-footer__meta-item govuk-footer__meta-item--grow" {
                        h2 class="govuk-visually-hidden" { "About this site" }
                        ul class="govuk-footer__inline-list" {
                            @for (href, words) in links {
                                li class="govuk-footer__inline-list-item" { a class="govuk-footer__link" href=(href) { (words) } }
                            }
                        }
                        div class="govuk-footer__meta-custom" { (sentence) }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_footer_has_its_links_and_no_crown() {
        let shown = footer(&[("/privacy", "Privacy")], &html! { "Made with Commonweal" }).0;
        assert!(shown.contains(r#"<a class="govuk-footer__link" href="/privacy">Privacy</a>"#));
        assert!(!shown.contains("crown") && !shown.contains("<svg"));
    }
}
