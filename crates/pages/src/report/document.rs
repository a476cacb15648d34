//! The frame of the page: its head with style and script inside it, skip link, header and footer.
//!
//! The rule: a content security policy in the file itself forbids every address, so that a mistake
//! elsewhere cannot make the report ask for anything.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::parts::{header, skip_link};

/// Made by `npm --prefix ui run build`; it holds no address and no font.
const STYLE: &str = include_str!("../../../../ui/dist/report.css");

/// Filters and the like; the page is whole without it.
const SCRIPT: &str = include_str!("../../../../ui/dist/report.js");

/// Nothing may be asked for; the style and the script in the file may run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

/// The whole document; `footer` says whose words it holds.
pub(crate) fn document(title: &str, footer: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en-GB" class="govuk-template" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                meta name="robots" content="noindex";
                title { (title) " – Commonweal" }
                style { (PreEscaped(STYLE)) }
            }
            body class="govuk-template__body" {
                (skip_link("content", "Skip to main content"))
                header id="top" { (header("Commonweal", "top")) }
                div class="govuk-width-container" {
                    main class="govuk-main-wrapper" id="content" tabindex="-1" { (content) }
                }
                footer class="cw-footer" {
                    div class="govuk-width-container" {
                        p class="govuk-body-s" { (footer) }
                    }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
}
