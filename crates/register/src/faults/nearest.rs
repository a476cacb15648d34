//! The bodies whose names come nearest to what somebody wrote.
//!
//! The rule: it offers and never chooses. Names are compared as people misspell them: a letter wrong, missing, too many, or two
//! changed about. What is too far from every name gets no offer.

use bodies::{Body, Directory};

/// Longer texts are no name that was misspelt.
const LONGEST: usize = 80;

/// At most `most` bodies whose names are nearest to `text`, the nearest first.
pub fn nearest<'a>(text: &str, directory: &'a Directory, most: usize) -> Vec<&'a Body> {
    let wanted: Vec<char> = text.trim().to_lowercase().chars().collect();
    if wanted.is_empty() || wanted.len() > LONGEST {
        return Vec::new();
    }
    // A third of the letters may be wrong; of a short name one.
    let farthest = (wanted.len() / 3).max(1);
    let distance = |body: &Body| {
        let names = [body.name.as_str(), body.short_name.as_str()];
        names.iter().filter_map(|name| within(&wanted, &name.to_lowercase().chars().collect::<Vec<char>>(), farthest)).min()
    };
    let mut offered: Vec<(usize, &Body)> = directory.bodies().filter_map(|body| distance(body).map(|far| (far, body))).collect();
    offered.sort_by(|(far, body), (other_far, other)| {
        (far, body.last_day.is_some(), &body.id).cmp(&(other_far, other.last_day.is_some(), &other.id))
    });
    offered.into_iter().take(most).map(|(_, body)| body).collect()
}

/// The number of letters wrong, missing, too many, or changed about with the next, where it is no more than `farthest`
/// (optimal string alignment; Boytsov, "Indexing methods for approximate dictionary searching", 2011).
fn within(one: &[char], other: &[char], farthest: usize) -> Option<usize> {
    if one.len().abs_diff(other.len()) > farthest {
        return None;
    }
    let (mut before_last, mut last): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=other.len()).collect());
    for (row, letter) in one.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, theirs) in other.iter().enumerate() {
            let changed = last[column] + usize::from(letter != theirs);
            let mut least = changed.min(last[column + 1] + 1).min(current[column] + 1);
            if row > 0 && column > 0 && *letter == other[column - 1] && one[row - 1] == *theirs {
                least = least.min(before_last[column - 1] + 1);
            }
            current.push(least);
        }
        if current.iter().all(|distance| *distance > farthest) {
            return None;
        }
        (before_last, last) = (last, current);
    }
    last.last().copied().filter(|distance| *distance <= farthest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(one: &str, other: &str) -> Option<usize> {
        within(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>(), 9)
    }

    #[test]
    fn a_letter_wrong_missing_or_changed_about_counts_once() {
        assert_eq!(distance("wealden", "wealdon"), Some(1));
        assert_eq!(distance("wealden", "walden"), Some(1));
        assert_eq!(distance("wealden", "waelden"), Some(1));
        assert_eq!(distance("kitten", "sitting"), Some(3));
        assert_eq!(distance("", "ab"), Some(2));
    }

    #[test]
    fn a_misspelt_council_is_offered_and_nonsense_is_not() {
        let uk = Directory::uk();
        let offered = |text: &str| nearest(text, &uk, 3).into_iter().map(|body| body.id.to_string()).collect::<Vec<_>>();
        assert_eq!(offered("Waelden District Council")[0], "wealden");
        assert_eq!(offered("Harow")[..2], ["harlow", "harrow"]);
        assert!(offered("The Quick Brown Fox Company").is_empty());
        assert!(offered("").is_empty());
    }
}
