//! Headline figures: a few numbers, large, each with its words. Our own part.
//!
//! The rule: at most five, and each says in words what it counts.

use maud::{Markup, html};

/// The figures: number and words.
pub fn figures(figures: &[(String, Markup)]) -> Markup {
    html! {
        dl class="cw-figures" {
            @for (number, words) in figures {
                div class="cw-figure" {
                    dt class="cw-figure__words" { (words) }
                    dd class="cw-figure__number" { (number) }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_figure_has_its_words() {
        let shown = figures(&[("42".to_string(), html! { "opportunities" })]).0;
        assert!(shown.contains(">opportunities</dt>") && shown.contains(">42</dd>"));
    }
}
