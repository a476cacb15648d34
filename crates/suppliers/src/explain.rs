//! Why, in sentences.
//!
//! The rule: a sentence states one thing anyone can check by looking at the two names, and carries
//! the points the model gave for it. Numbers speak before names.

use crate::Comparison;
use crate::names::{Name, Number};
use crate::pairs::{Against, Verdict};
use crate::points::{MODEL, START};
use crate::tokens::Vocabulary;

/// Points of a fact that settles the matter.
const SETTLES: f64 = 10.0;

/// Sentences about two names, strongest first.
pub fn sentences(vocabulary: &Vocabulary, a: &Name, b: &Name, verdict: &Verdict) -> Vec<Comparison> {
    let points = |question: usize| f64::from(MODEL[question].points[usize::from(verdict.answers[question])]);
    let mut all = vec![(summary(vocabulary, a, b, verdict), points(0) + points(3) + f64::from(START))];
    all.extend(verdict.alignment.rarest_shared.map(|(word, _)| (rare_word(vocabulary, word), points(2) + points(7))));
    let alone = alone(vocabulary, verdict);
    all.push((alone, points(1)));
    if let Some((first, second, _)) = verdict.alignment.unlike {
        all.push((format!("{} is taken for {}.", vocabulary.texts[first as usize], vocabulary.texts[second as usize]), 0.0));
    }
    all.push((forms(a, b), points(4)));
    let said = [
        (5, 1, "Only one has a number in its name."),
        (6, 1, "One is the other's trading or former name."),
        (6, 2, "They share a trading or former name."),
    ];
    all.extend(
        said.into_iter()
            .filter(|(question, answer, _)| verdict.answers[*question] == *answer)
            .map(|(question, _, text)| (text.to_string(), points(question))),
    );
    let postcodes = ["", "They share a postcode.", "Their postcodes are in the same district.", "Their postcodes differ."];
    all.push((postcodes[usize::from(verdict.answers[9])].to_string(), points(9)));
    if verdict.answers[11] == 1 {
        all.push(("The shorter has a length at which accounting systems cut names.".to_string(), points(11)));
    }
    all.extend(verdict.against.map(|against: Against| (against.sentence().to_string(), -SETTLES)));
    let mut comparisons: Vec<Comparison> =
        all.into_iter().filter(|(sentence, _)| !sentence.is_empty()).map(|(sentence, weight)| Comparison { sentence, weight }).collect();
    comparisons.sort_by(|x, y| y.weight.abs().total_cmp(&x.weight.abs()));
    comparisons
}

/// The sentence for a number both carry.
pub fn number_in_common(number: &Number) -> Comparison {
    Comparison { sentence: format!("Both carry {}.", number.written()), weight: SETTLES }
}

/// One sentence for a link between two names.
pub fn in_one_sentence(vocabulary: &Vocabulary, a: &Name, b: &Name, verdict: &Verdict) -> String {
    let summary = summary(vocabulary, a, b, verdict);
    let rare = verdict.alignment.rarest_shared.filter(|_| a.normal.main.text() != b.normal.main.text());
    match rare {
        Some((word, _)) => format!("{} {}", summary.trim_end_matches('.').to_string() + ":", lower_first(&rare_word(vocabulary, word))),
        None => summary,
    }
}

fn lower_first(sentence: &str) -> String {
    let mut characters = sentence.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}

fn summary(vocabulary: &Vocabulary, a: &Name, b: &Name, verdict: &Verdict) -> String {
    let alignment = &verdict.alignment;
    if a.normal.main.text() == b.normal.main.text() {
        return format!("Both names reduce to {} once legal forms are set aside.", a.normal.main.text());
    }
    if verdict.answers[6] > 0 {
        return "The trading or former name of one is the name of the other.".to_string();
    }
    if alignment.letters >= 1.0 {
        return "The names have the same letters; only the spaces differ.".to_string();
    }
    match (alignment.lonely[0].is_empty(), alignment.lonely[1].is_empty()) {
        (true, true) => match alignment.unlike {
            Some(_) => "The names differ in spelling only.".to_string(),
            None => "The names have the same words in another order.".to_string(),
        },
        (true, false) | (false, true) => {
            let extra = if alignment.lonely[0].is_empty() { &alignment.lonely[1] } else { &alignment.lonely[0] };
            format!("One name is the other and {}.", listed(vocabulary, extra))
        }
        (false, false) => format!("The names share {}.", listed(vocabulary, &alignment.same)),
    }
}

fn rare_word(vocabulary: &Vocabulary, word: u32) -> String {
    let (text, count) = (&vocabulary.texts[word as usize], vocabulary.names_with[word as usize]);
    match count {
        1 => format!("The word {text} is in no other name."),
        _ => format!("The word {text} is in {count} of the names."),
    }
}

fn alone(vocabulary: &Vocabulary, verdict: &Verdict) -> String {
    let [first, second] = &verdict.alignment.lonely;
    match (first.is_empty(), second.is_empty()) {
        (true, true) => "Neither has a word the other lacks.".to_string(),
        (false, true) => format!("Only the first has {}.", listed(vocabulary, first)),
        (true, false) => format!("Only the second has {}.", listed(vocabulary, second)),
        (false, false) => format!("Only the first has {}, only the second {}.", listed(vocabulary, first), listed(vocabulary, second)),
    }
}

fn listed(vocabulary: &Vocabulary, words: &[u32]) -> String {
    let texts: Vec<&str> = words.iter().map(|word| &*vocabulary.texts[*word as usize]).collect();
    match texts.split_last() {
        None => "no telling word".to_string(),
        Some((last, [])) => (*last).to_string(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

fn forms(a: &Name, b: &Name) -> String {
    use crate::forms::Form::Unsaid;
    match (a.normal.form, b.normal.form) {
        (Unsaid, Unsaid) => String::new(),
        (first, second) if first == second => format!("Both are {}.", first.written()),
        (first, second) => format!("One says {}, the other {}.", first.written(), second.written()),
    }
}
