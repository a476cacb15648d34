//! GOV.UK service navigation: the name of the place and the few pages that lead to all others.
//!
//! The rule: the page that is shown, or the one it stands under, is marked in words too.

use maud::{Markup, html};

/// One link of the navigation.
#[derive(Clone, Copy, Debug)]
pub struct NavigationLink<'a> {
    /// Where it leads.
    pub href: &'a str,
    /// Its words.
    pub words: &'a str,
    /// True where the page shown is this one or stands under it.
    pub is_current: bool,
}

/// The navigation of the service `name`, whose front page is `home`.
pub fn service_navigation(name: &str, home: &str, links: &[NavigationLink<'_>]) -> Markup {
    html! {
        section aria-label="Service information" class="govuk-service-navigation" data-module="govuk-service-navigation" {
            div class="govuk-width-container" {
                div class="govuk-service-navigation__container" {
                    span class="govuk-service-navigation__service-name" {
                        a href=(home) class="govuk-service-navigation__link" { (name) }
                    }
                    nav aria-label="Menu" class="govuk-service-navigation__wrapper" {
                        button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
                            aria-controls="navigation" hidden aria-hidden="true" { "Menu" }
                        ul class="govuk-service-navigation__list" id="navigation" { @for link in links { (item(link)) } }
                    }
                }
            }
        }
    }
}

fn item(link: &NavigationLink<'_>) -> Markup {
    if link.is_current {
        return html! {
            li class="govuk-service-navigation__item govuk-service-navigation__item--active" {
                a class="govuk-service-navigation__link" href=(link.href) aria-current="true" {
                    strong class="govuk-service-navigation__active-fallback" { (link.words) }
                }
            }
        };
    }
    html! {
        li class="govuk-service-navigation__item" { a class="govuk-service-navigation__link" href=(link.href) { (link.words) } }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn the_navigation_is_like_the_one_of_the_design_system() {
        let hrefs = ["#/1", "#/2", "#/3", "#/4"];
        let words = ["Navigation item 1", "Navigation item 2", "Navigation item 3", "Navigation item 4"];
        let links: Vec<NavigationLink<'_>> =
            (0..4).map(|place| NavigationLink { href: hrefs[place], words: words[place], is_current: place == 1 }).collect();
        let ours = service_navigation("Apply for a juggling license", "#/", &links);
        assert_like_fixture("service-navigation", "with service name and navigation", &ours);
    }
}
