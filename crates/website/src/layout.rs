//! The frame of every page: header, navigation, the page itself, footer.
//!
//! The rule: a title says page, place and product; the first thing the keyboard reaches leads past the header; nothing is asked
//! for from elsewhere, and nothing stands in the page that the content security policy forbids.

use maud::{DOCTYPE, Markup, html};
use pages::parts::{NavigationLink, back_link, breadcrumbs, footer, service_navigation, site_header, skip_link, success_banner};

use crate::{Asking, Reply, Site};

/// A page, before it is set in its frame.
#[derive(Clone, Debug, Default)]
pub struct Page {
    title: String,
    above: Vec<(String, String)>,
    back: Option<(String, String)>,
    done: Option<String>,
    has_errors: bool,
    has_map: bool,
    is_narrow: bool,
}

impl Page {
    /// A page with its title, which is also the words of its first heading.
    pub fn new(title: impl Into<String>) -> Page {
        Page { title: title.into(), ..Page::default() }
    }

    /// With one more page above it in the breadcrumbs, after the front page.
    pub fn under(mut self, address: impl Into<String>, words: impl Into<String>) -> Page {
        self.above.push((address.into(), words.into()));
        self
    }

    /// With a link back, in place of breadcrumbs: for pages of a form.
    pub fn back(self, address: impl Into<String>, words: impl Into<String>) -> Page {
        Page { back: Some((address.into(), words.into())), ..self }
    }

    /// With a banner that says what was done, where something was.
    pub fn done(self, done: Option<impl Into<String>>) -> Page {
        Page { done: done.map(Into::into), ..self }
    }

    /// Shown again because something in its form is wrong, which its title says first.
    pub fn with_errors(self) -> Page {
        Page { has_errors: true, ..self }
    }

    /// With the script of the map.
    pub fn with_map(self) -> Page {
        Page { has_map: true, ..self }
    }

    /// In lines as long as reads well: for pages of words and forms.
    pub fn narrow(self) -> Page {
        Page { is_narrow: true, ..self }
    }

    /// The page in its frame; `content` begins with its first heading.
    pub fn show(&self, site: &Site, asking: &Asking, content: &Markup) -> Reply {
        let reply = Reply::page(self.document(site, asking, content));
        if self.has_errors { reply.status(422) } else { reply }
    }

    fn document(&self, site: &Site, asking: &Asking, content: &Markup) -> Markup {
        let error = if self.has_errors { "Error: " } else { "" };
        let is_home = asking.path == "/";
        html! {
            (DOCTYPE)
            html class="govuk-template" lang="en-GB" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover";
                    title { (error) @if !is_home { (self.title) " – " } (site.place) " – Commonweal" }
                    meta name="theme-color" content="#0f5c5c";
                    link rel="icon" href=(site.assets.icon());
                    link rel="stylesheet" href=(site.assets.style());
                    @if site.has_page(FEED) { link rel="alternate" type="application/atom+xml" href=(FEED) title={ "What changed in " (site.place) }; }
                }
                body class="govuk-template__body" {
                    (skip_link("content", "Skip to main content"))
                    header { (site_header("Commonweal", "/", &who(asking))) (navigation(site, asking)) }
                    div class="cw-page" { div class="govuk-width-container" {
                        (self.ways())
                        main class="govuk-main-wrapper" id="content" tabindex="-1" {
                            @if let Some(done) = &self.done { (success_banner(done)) }
                            @if self.is_narrow { div class="govuk-grid-row" { div class="govuk-grid-column-two-thirds" { (content) } } }
                            @else { (content) }
                        }
                    } }
                    footer { (foot(site)) }
                    script type="module" src=(site.assets.script()) {}
                    @if self.has_map { script type="module" src=(site.assets.map_script()) {} }
                }
            }
        }
    }

    fn ways(&self) -> Markup {
        if let Some((address, words)) = &self.back {
            return back_link(address, words);
        }
        if self.above.is_empty() {
            return html! {};
        }
        let mut above = vec![("/", "Home")];
        above.extend(self.above.iter().map(|(address, words)| (address.as_str(), words.as_str())));
        breadcrumbs(&above)
    }
}

/// The feed of what changed.
const FEED: &str = "/changes.atom";

/// The pages that lead to all others.
const NAVIGATION: [(&str, &str); 8] = [
    ("/", "Home"),
    ("/arrangements", "Arrangements"),
    ("/bodies", "Bodies"),
    ("/services", "Services"),
    ("/opportunities", "Opportunities"),
    ("/map", "Map"),
    ("/changes", "What changed"),
    ("/sources", "Sources"),
];

/// The pages about the site itself.
const ABOUT: [(&str, &str); 6] = [
    ("/accessibility", "Accessibility statement"),
    ("/privacy", "Privacy notice"),
    ("/sources", "Sources and method"),
    ("/changes", "What changed"),
    (FEED, "Feed"),
    ("/api", "For programs"),
];

fn navigation(site: &Site, asking: &Asking) -> Markup {
    let is_current = |href: &str| match href {
        "/" => asking.path == "/",
        _ => asking.path == href || asking.path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')),
    };
    let there = NAVIGATION.iter().filter(|(href, _)| site.has_page(href));
    let links: Vec<NavigationLink<'_>> = there.map(|(href, words)| NavigationLink { href, words, is_current: is_current(href) }).collect();
    service_navigation(&site.place, "/", &links)
}

/// The right of the header: the person's name and the way out, or the way in.
fn who(asking: &Asking) -> Markup {
    match &asking.visitor.person {
        Some(person) => html! {
            a class="govuk-link" href="/account" { (person.name) }
            (asking.post_form("/sign-out", &html! { button class="cw-button-as-link" type="submit" { "Sign out" } }))
        },
        None => html! { a class="govuk-link" href="/sign-in" { "Sign in" } },
    }
}

fn foot(site: &Site) -> Markup {
    let links: Vec<(&str, &str)> = ABOUT.iter().filter(|(href, _)| site.has_page(href)).copied().collect();
    footer(&links, &html! { "What public bodies of " (site.place) " share, kept with Commonweal. This is not a GOV.UK service." })
}
