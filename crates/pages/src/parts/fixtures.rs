//! Comparison with the examples that govuk-frontend publishes for each component.
//!
//! The rule: two pieces of HTML are the same when their tags, attributes and words are the same; white
//! space between tags and the order of attributes do not matter. Where `ui/node_modules` is not there,
//! the comparison says so plainly and passes.

use std::path::Path;

/// Asserts that `ours` is what govuk-frontend gives for its example `name` of `component`.
#[allow(clippy::disallowed_methods, reason = "a test reads the published examples; the room itself reads no file")]
pub(super) fn assert_like_fixture(component: &str, name: &str, ours: &maud::Markup) {
    let path = Path::new("../../ui/node_modules/govuk-frontend/dist/govuk/components").join(component).join("fixtures.json");
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("not compared with govuk-frontend: {} is not there. Type: npm --prefix ui ci", path.display());
        return;
    };
    let all: serde_json::Value = serde_json::from_str(&text).expect("the package's fixtures are JSON");
    let fixtures = all["fixtures"].as_array().expect("the package's fixtures are a list");
    let fixture = fixtures.iter().find(|fixture| fixture["name"] == name).expect("the package has an example of this name");
    let theirs = fixture["html"].as_str().expect("an example has html");
    assert_eq!(normal(&ours.0), normal(&theirs.replace("&#39;", "'")), "{component}: {name}");
}

/// The HTML as a list of tags (attributes sorted) and words.
fn normal(html: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for chunk in html.split_inclusive('>') {
        let (words, tag) = chunk.split_once('<').map_or((chunk, None), |(words, tag)| (words, Some(tag)));
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            pieces.push(words);
        }
        pieces.extend(tag.map(|tag| sorted_tag(tag.trim_end_matches('>'))));
    }
    pieces
}

/// `a href="x" class="y"` with its attributes in alphabetical order.
fn sorted_tag(tag: &str) -> String {
    let (name, rest) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let mut attributes = Vec::new();
    let mut rest = rest.trim();
    while let Some((key, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("an attribute's value is closed");
        attributes.push(format!("{}={value}", key.trim()));
        rest = after.trim();
    }
    attributes.extend((!rest.is_empty()).then(|| rest.to_string()));
    attributes.sort();
    format!("<{name} {}>", attributes.join(" "))
}
