//! The page of the map.
//!
//! The rule: every arrangement that is drawn stands in the list beside it, on whichever page of the list.

use std::sync::Arc;

use maud::html;
use pages::parts::pagination;

use super::{Drawn, map_of};
use crate::arrangements::{Choice, count_line, panel, results};
use crate::asked_day::tidied;
use crate::layout::Page;
use crate::links::link;
use crate::overview::Card;
use crate::paging::numbered;
use crate::{Asking, Reply, Site, Stop};

/// How many arrangements of the list stand on a page.
const ON_A_PAGE: usize = 50;

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &["day"])? {
        return Ok(Reply::see(&tidy));
    }
    let standing = site.desk.register()?;
    let register = standing.register();
    let choice = Choice::read(asking, register, asking.now.day())?;
    let overview = site.shelf.overview(register, choice.day);
    let found: Vec<&Arc<Card>> = overview.cards.iter().filter(|card| choice.keeps(card)).collect();
    let page = numbered(asking, &found, ON_A_PAGE);
    let address = |number: usize| asking.query.with("page", &number.to_string()).address("/map");
    let list = asking.query.without("page", asking.query.value("page")).address("/arrangements");
    let drawn = Drawn { name: "map", cards: &found, day: choice.day, number: register.last_number(), chosen: choice.body.as_ref() };
    let map = map_of(site, register.directory(), &drawn)?;
    let content = html! {
        h1 class="govuk-heading-xl" { "Map" }
        div class="govuk-grid-row" {
            div class="govuk-grid-column-one-third" { (panel(asking, &choice, register, &overview)) }
            div class="govuk-grid-column-two-thirds" {
                h2 class="govuk-heading-m" id="results" { (count_line(&choice, found.len())) }
                (map)
                @if found.is_empty() { p class="govuk-body" { "Nothing fits what is chosen. " (link("/map", "Show all arrangements")) "." } }
                (results(page.things))
                (pagination(page.number, page.pages, &address))
                p class="govuk-body" { "The same as a " (link(&list, "list that can be sorted and taken away")) "." }
            }
        }
    };
    Ok(Page::new("Map").with_map().show(site, asking, &content))
}
