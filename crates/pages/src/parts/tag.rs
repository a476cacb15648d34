//! GOV.UK tag: one or two words that say what sort of thing this is.
//!
//! The rule: the words carry the meaning; the colour only repeats it.

use maud::{Markup, html};

/// The colours that pages use.
#[derive(Clone, Copy)]
pub enum Colour {
    /// The ordinary colour.
    Blue,
    /// For things already under way.
    Green,
    /// For things bound to a date.
    Orange,
    /// For things alike in need.
    Purple,
    /// For things that are over.
    Grey,
    /// For things that need an answer.
    Yellow,
}

/// A tag.
pub fn tag(words: &str, colour: Colour) -> Markup {
    let class = match colour {
        Colour::Blue => "govuk-tag",
        Colour::Green => "govuk-tag govuk-tag--green",
        Colour::Orange => "govuk-tag govuk-tag--orange",
        Colour::Purple => "govuk-tag govuk-tag--purple",
        Colour::Grey => "govuk-tag govuk-tag--grey",
        Colour::Yellow => "govuk-tag govuk-tag--yellow",
    };
    html! { strong class=(class) { (words) } }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::assert_like_fixture;
    use super::*;

    #[test]
    fn tags_are_like_those_of_the_design_system() {
        assert_like_fixture("tag", "default", &tag("Alpha", Colour::Blue));
        assert_like_fixture("tag", "green", &tag("Green", Colour::Green));
        assert_like_fixture("tag", "orange", &tag("Orange", Colour::Orange));
        assert_like_fixture("tag", "purple", &tag("Purple", Colour::Purple));
        assert_like_fixture("tag", "grey", &tag("Grey", Colour::Grey));
        assert_like_fixture("tag", "yellow", &tag("Yellow", Colour::Yellow));
    }
}
