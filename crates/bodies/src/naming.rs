//! A name cut into what sort of body it says and which place.
//!
//! The rule: words that say the sort (`Borough Council`, `Constabulary`) and words of the place are told apart before anything
//! is looked up, and a word that is neither is kept, so that it can refuse a match. Nothing here knows a single body.

use crate::BodyKind;

/// A name as it was cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Words of the place with single spaces, `and` and `of` left out: `brighton hove`.
    pub place: String,
    /// What sort of body the words say, if they say one.
    pub sort: Option<Sort>,
    /// The words say it in full, as one body writes another's name in a ledger.
    pub is_plain: bool,
    /// A word says that it is something else that bears a body's name: a school, a parish, a pension fund, a company.
    pub is_another: bool,
}

/// What sort of body a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// A council of any tier.
    Council,
    /// A county council.
    CountyCouncil,
    /// A district or borough council.
    DistrictCouncil,
    /// One of the other sorts.
    Kind(BodyKind),
}

impl Sort {
    /// True where a body of this kind is of this sort.
    pub(crate) fn fits(self, kind: BodyKind) -> bool {
        match self {
            Sort::Council => kind.is_council(),
            Sort::CountyCouncil => matches!(kind, BodyKind::County | BodyKind::Unitary),
            Sort::DistrictCouncil => matches!(kind, BodyKind::District | BodyKind::Unitary),
            Sort::Kind(wanted) => kind == wanted,
        }
    }
}

/// Lower-case words: `&` is `and`, marks part words, an apostrophe and a full stop do not.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for character in text.chars() {
        let is_full = words.last().is_some_and(|word| !word.is_empty());
        match character {
            '\'' | '’' | '.' => {}
            '&' => words.extend(["and".to_string(), String::new()]),
            _ if character.is_alphanumeric() => {
                if let Some(word) = words.last_mut() {
                    word.extend(character.to_lowercase());
                }
            }
            _ if is_full => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    for word in &mut words {
        if let Some(whole) = in_full(word) {
            *word = whole.to_string();
        }
    }
    words
}

/// Words that ledgers cut short or spell wrong, and counties as the post used to shorten them.
fn in_full(word: &str) -> Option<&'static str> {
    Some(match word {
        "gtr" => "greater",
        "met" => "metropolitan",
        "coun" | "counc" | "counci" | "cncl" | "coucil" | "concil" => "council",
        "comm" | "commissioners" | "comissioner" | "commisioner" | "comissioners" => "commissioner",
        "constab" => "constabulary",
        "authori" | "auth" => "authority",
        "beds" => "bedfordshire",
        "berks" => "berkshire",
        "bucks" => "buckinghamshire",
        "cambs" => "cambridgeshire",
        "derbys" => "derbyshire",
        "glos" => "gloucestershire",
        "hants" => "hampshire",
        "herts" => "hertfordshire",
        "lancs" => "lancashire",
        "leics" => "leicestershire",
        "lincs" => "lincolnshire",
        "northants" => "northamptonshire",
        "notts" => "nottinghamshire",
        "oxon" => "oxfordshire",
        "staffs" => "staffordshire",
        "warks" => "warwickshire",
        "wilts" => "wiltshire",
        "worcs" => "worcestershire",
        "yorks" => "yorkshire",
        _ => return None,
    })
}

/// The place alone, for a name that says no sort: `brighton hove` for `Brighton & Hove`.
pub(crate) fn place_of(words: &[String]) -> String {
    let kept: Vec<&str> = words.iter().map(String::as_str).filter(|word| !is_joining(word)).collect();
    kept.join(" ")
}

/// Cuts a name.
pub(crate) fn cut(words: &[String]) -> Cut {
    let has = |wanted: &str| words.iter().any(|word| word == wanted);
    let is_another = words.iter().any(|word| is_of_another(word));
    let sort = sort_of(words);
    let says_sort = |place: usize, word: &str| match word {
        // `London Borough of Camden`, but `City of London`.
        "london" => words.get(place + 1).is_some_and(|next| next == "borough"),
        "national" | "park" | "authority" | "service" | "services" | "brigade" | "force" | "commissioner" | "crime" => true,
        _ => is_sort_word(word),
    };
    let place: Vec<&str> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| !is_joining(word))
        .filter(|(place, word)| sort.is_none() || !says_sort(*place, word))
        .map(|(_, word)| word.as_str())
        .collect();
    let is_borough_of = words.first().is_some_and(|first| first == "borough") && words.len() > 2;
    Cut { place: place.join(" "), sort, is_plain: is_plain(&has) || is_borough_of, is_another }
}

fn sort_of(words: &[String]) -> Option<Sort> {
    let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
    let sort = if has(&["police", "constabulary", "pcc", "opcc"]) || (has(&["crime"]) && has(&["commissioner"])) {
        Sort::Kind(BodyKind::Police)
    } else if has(&["fire", "frs", "fra"]) {
        Sort::Kind(BodyKind::Fire)
    } else if has(&["icb", "icbs"]) || (has(&["integrated"]) && has(&["care"])) || has(&["nhs"]) {
        Sort::Kind(BodyKind::Health)
    } else if (has(&["park"]) && has(&["national"])) || has(&["npa"]) {
        Sort::Kind(BodyKind::Park)
    } else if has(&["combined", "ca", "mca", "cca"]) {
        Sort::Kind(BodyKind::Combined)
    } else if has(&["county", "ccl"]) && !has(&["district", "borough"]) {
        Sort::CountyCouncil
    } else if has(&["district", "borough", "dc", "bc", "mbc", "mdc", "lbc", "lb", "rbc"]) {
        Sort::DistrictCouncil
    } else if has(&["council", "councils", "cc", "city", "unitary", "ua", "metropolitan"]) {
        Sort::Council
    } else {
        return None;
    };
    Some(sort)
}

/// True where the words leave no doubt that a body was paid: `Bolton BC` does, `Lancashire CC` may be a cricket club.
fn is_plain(has: &dyn Fn(&str) -> bool) -> bool {
    let is_council =
        has("council") || has("mbc") || has("bc") || has("dc") || has("mdc") || (has("borough") && (has("london") || has("royal")));
    let is_police = has("constabulary") || has("police") || (has("crime") && has("commissioner"));
    let is_fire = has("fire") && (has("rescue") || has("authority") || has("brigade") || has("commissioner") || has("service"));
    let is_combined = has("combined") && has("authority");
    let is_park = has("national") && has("park") && has("authority");
    let is_board = has("icb") || (has("integrated") && has("care") && has("board"));
    is_council || is_police || is_fire || is_combined || is_park || is_board
}

fn is_joining(word: &str) -> bool {
    matches!(word, "the" | "of" | "and" | "for")
}

/// Words that say the sort and never the place, once a sort is said.
fn is_sort_word(word: &str) -> bool {
    WORDS_OF_SORT.split_whitespace().any(|listed| listed == word)
}

/// Words that name something else, though a body's name stands beside them.
fn is_of_another(word: &str) -> bool {
    WORDS_OF_ANOTHER.split_whitespace().any(|listed| listed == word)
}

/// Words a ledger adds to a body's name without meaning another body: a department or an account.
pub(crate) fn is_of_ledger(word: &str) -> bool {
    WORDS_OF_LEDGER.split_whitespace().any(|listed| listed == word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

const WORDS_OF_SORT: &str = "
    council councils borough district county city metropolitan unitary royal cc dc bc mbc mdc lbc lb rbc ua police constabulary
    pcc opcc office chief constable fire rescue frs fra npa combined mayoral ca mca cca nhs icb integrated care board corporation
";

const WORDS_OF_ANOTHER: &str = "
    school schools academy academies college nursery university parish town village community pension pensions superannuation
    homes housing leisure trust foundation hospital hospitals federation association club union unison museum library theatre
    church ltd limited plc llp cic cio voluntary volunteer sports football cricket credit charity fund society band ccg ccgs llc
    group partnership consortium agency museums
";

const WORDS_OF_LEDGER: &str = "
    finance treasury treasurer treasurers cashiers cashier income collection business rates tax creditors debtors payroll
    department dept account accounts ac no a c general main bacs chaps precept precepts grant grants childrens adults adult
    children social services service directorate highways education legal payments receipts revenues nndr sundry invoices
    headquarters hq re
";

#[cfg(test)]
mod tests {
    use super::*;

    fn cut_of(text: &str) -> Cut {
        cut(&words(text))
    }

    #[test]
    fn the_words_that_say_the_sort_are_told_from_the_words_of_the_place() {
        assert_eq!(cut_of("Brighton & Hove City Council").place, "brighton hove");
        assert_eq!(cut_of("Police and Crime Commissioner for Lancashire").place, "lancashire");
        assert_eq!(cut_of("London Borough of Camden").place, "camden");
        assert_eq!(cut_of("Wealden D.C.").sort, Some(Sort::DistrictCouncil));
    }

    #[test]
    fn a_name_that_says_no_sort_is_all_place() {
        assert_eq!(
            cut_of("County Down"),
            Cut { place: "down".into(), sort: Some(Sort::CountyCouncil), is_plain: false, is_another: false }
        );
        assert_eq!(cut_of("Peak District").sort, Some(Sort::DistrictCouncil));
        assert_eq!(cut_of("Isle of Wight"), Cut { place: "isle wight".into(), ..Cut::default() });
    }
}
