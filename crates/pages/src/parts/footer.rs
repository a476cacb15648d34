//! The footer: the few pages about the site itself. Our own part: the design system's has a crown and asks for an image.
//!
//! The rule: nothing in it could be taken for GOV.UK.

use maud::{Markup, html};

/// The footer with its links (address and words) and a sentence under them.
pub fn footer(links: &[(&str, &str)], sentence: &Markup) -> Markup {
    html! {
        div class="cw-site-footer" {
            div class="govuk-width-container" {
                h2 class="govuk-visually-hidden" { "About this site" }
                ul class="cw-site-footer__links" {
                    @for (href, words) in links {
                        li { a class="govuk-link govuk-link--text-colour" href=(href) { (words) } }
                    }
                }
                p class="cw-site-footer__words" { (sentence) }
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
        assert!(shown.contains(r#"<a class="govuk-link govuk-link--text-colour" href="/privacy">Privacy</a>"#));
        assert!(!shown.contains("crown") && !shown.contains("<svg"));
    }
}
