//! GOV.UK pagination: to the page before, the page after, and a few between.
//!
//! The rule: a list of one page has none; of many, the first, the last and the neighbours are offered.

use maud::{Markup, html};

/// The pagination of `pages` pages at the page `current` (both from 1); `address` gives the address of a page.
pub fn pagination(current: usize, pages: usize, address: &dyn Fn(usize) -> String) -> Markup {
    if pages <= 1 {
        return html! {};
    }
    html! {
        nav class="govuk-pagination" aria-label="Pagination" {
            @if current > 1 {
                div class="govuk-pagination__prev" {
                    a class="govuk-link govuk-pagination__link" href=(address(current - 1)) rel="prev" {
                        (arrow("prev", PREVIOUS))
                        span class="govuk-pagination__link-title" { "Previous" span class="govuk-visually-hidden" { " page" } }
                    }
                }
            }
            ul class="govuk-pagination__list" { @for number in offered(current, pages) { (item(number, current, address)) } }
            @if current < pages {
                div class="govuk-pagination__next" {
                    a class="govuk-link govuk-pagination__link" href=(address(current + 1)) rel="next" {
                        span class="govuk-pagination__link-title" { "Next" span class="govuk-visually-hidden" { " page" } }
                        (arrow("next", NEXT))
                    }
                }
            }
        }
    }
}

const PREVIOUS: &str =
    "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z";
const NEXT: &str = "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z";

fn arrow(which: &str, path: &str) -> Markup {
    html! {
        svg class={ "govuk-pagination__icon govuk-pagination__icon--" (which) } xmlns="http://www.w3.org/2000/svg" height="13" width="15"
            aria-hidden="true" focusable="false" viewBox="0 0 15 13" { path d=(path) {} }
    }
}

/// The numbers offered; `None` stands for those left out.
fn offered(current: usize, pages: usize) -> Vec<Option<usize>> {
    let mut offered = Vec::new();
    let mut last = 0;
    for number in (1..=pages).filter(|number| *number == 1 || *number == pages || number.abs_diff(current) <= 1) {
        if number == last + 2 {
            offered.push(Some(number - 1));
        } else if number > last + 2 {
            offered.push(None);
        }
        offered.push(Some(number));
        last = number;
    }
    offered
}

fn item(number: Option<usize>, current: usize, address: &dyn Fn(usize) -> String) -> Markup {
    let Some(number) = number else {
        return html! { li class="govuk-pagination__item govuk-pagination__item--ellipsis" { "⋯" } };
    };
    let is_current = number == current;
    let class = if is_current { "govuk-pagination__item govuk-pagination__item--current" } else { "govuk-pagination__item" };
    html! {
        li class=(class) {
            a class="govuk-link govuk-pagination__link" href=(address(number)) aria-label={ "Page " (number) }
                aria-current=[is_current.then_some("page")] { (number) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn pagination_is_like_the_one_of_the_design_system() {
        let address = |number: usize| match number {
            4 => "/next".to_string(),
            number => format!("/page/{number}"),
        };
        let ours = pagination(2, 3, &address).0;
        let ours = ours.replacen("href=\"/page/1\" rel=\"prev\"", "href=\"/previous\" rel=\"prev\"", 1);
        let ours = ours.replacen("href=\"/page/3\" rel=\"next\"", "href=\"/next\" rel=\"next\"", 1);
        assert_like_fixture("pagination", "default", &maud::PreEscaped(ours));
    }

    #[test]
    fn the_first_the_last_and_the_neighbours_are_offered_and_no_gap_hides_a_single_page() {
        let some = |numbers: &[usize]| numbers.iter().map(|number| (*number > 0).then_some(*number)).collect::<Vec<_>>();
        assert_eq!(offered(1, 3), some(&[1, 2, 3]));
        assert_eq!(offered(10, 40), some(&[1, 0, 9, 10, 11, 0, 40]));
        assert_eq!(offered(4, 40), some(&[1, 2, 3, 4, 5, 0, 40]));
        assert_eq!(offered(40, 40), some(&[1, 0, 39, 40]));
    }

    #[test]
    fn a_list_of_one_page_has_no_pagination() {
        assert_eq!(pagination(1, 1, &|number| number.to_string()).0, "");
    }
}
