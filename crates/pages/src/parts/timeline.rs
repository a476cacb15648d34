//! What happened, one thing after another, each with its day. Our own part.
//!
//! The rule: it is a list in the order of the page's words, so it reads without its looks; a day is also written for machines.

use maud::{Markup, html};

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct TimelineItem {
    /// What happened, in a few words.
    pub title: String,
    /// When, as it is shown: `January 2017`.
    pub when: String,
    /// When, as the HTML standard writes it (`2017-01`); empty where it cannot be said.
    pub machine_when: String,
    /// Who, where it is said: `by Ann Example`.
    pub by: String,
    /// More; may be empty.
    pub more: Markup,
}

/// The things, in the order given; `level` is the level of their headings, 2 to 6.
pub fn timeline(items: &[TimelineItem], level: u8) -> Markup {
    html! { ol class="cw-events" { @for item in items { (shown(item, level)) } } }
}

fn shown(item: &TimelineItem, level: u8) -> Markup {
    html! {
        li class="cw-events__item" {
            @match level {
                2 => h2 class="cw-events__title" { (item.title) },
                3 => h3 class="cw-events__title" { (item.title) },
                4 => h4 class="cw-events__title" { (item.title) },
                _ => p class="cw-events__title" { (item.title) },
            }
            p class="cw-events__when" {
                @if item.machine_when.is_empty() { (item.when) } @else { time datetime=(item.machine_when) { (item.when) } }
                @if !item.by.is_empty() { " " (item.by) }
            }
            @if !item.more.0.is_empty() { div class="cw-events__more" { (item.more) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_shown_in_words_and_written_for_machines_too() {
        let item = TimelineItem {
            title: "Started".into(),
            when: "January 2017".into(),
            machine_when: "2017-01".into(),
            by: "by Ann Example".into(),
            more: html! {},
        };
        let shown = timeline(&[item], 3).0;
        assert!(shown.contains(r#"<time datetime="2017-01">January 2017</time> by Ann Example"#), "{shown}");
        assert!(shown.contains("<h3") && shown.starts_with("<ol"));
    }
}
