//! Which arrangements a list shows: what was chosen in its address.
//!
//! The rule: what is chosen is all in the address, one name for each filter. A word that no choice has is refused with what to do,
//! so that a wrong filter never looks like an empty register.

use bodies::Region;
use definitions::{BodyId, Day};
use register::{Aim, Kind, Register, Stage, Standing};
use serde_json::json;
use services::Family;

use crate::api::Parameter;
use crate::asked_day::asked_day;
use crate::overview::Card;
use crate::{Asking, Stop};

/// The longest text that is searched for, in characters.
const LONGEST_TEXT: usize = 200;

/// What was chosen.
pub(crate) struct Choice {
    /// Words that must be in it, in small letters.
    words: Vec<String>,
    /// A body with a part in it on the day.
    pub(crate) body: Option<BodyId>,
    /// A family of services.
    pub(crate) service: Option<Family>,
    /// In which way they share.
    pub(crate) kind: Option<Kind>,
    /// How far it has come on the day.
    pub(crate) stage: Option<Stage>,
    /// What it is for.
    pub(crate) aim: Option<Aim>,
    /// How far a saving of it is proved.
    pub(crate) standing: Option<Standing>,
    /// A region in which a partner lies.
    pub(crate) region: Option<Region>,
    /// Only what nobody has confirmed for over a year.
    pub(crate) is_unconfirmed_only: bool,
    /// The day.
    pub(crate) day: Day,
    /// True where the address names the day.
    pub(crate) has_day: bool,
    /// The order.
    pub(crate) sort: Sort,
}

/// The orders of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    /// By title.
    Title,
    /// What started last first.
    Started,
    /// What was changed or confirmed last first.
    Changed,
}

impl Sort {
    /// Every order, with its code and its words.
    pub(crate) const ALL: [(Sort, &'static str, &'static str); 3] = [
        (Sort::Title, "title", "Title, A to Z"),
        (Sort::Started, "started", "Started last first"),
        (Sort::Changed, "changed", "Changed or confirmed last first"),
    ];
}

impl Choice {
    /// What is chosen in the address; `today` where it names no day.
    ///
    /// # Errors
    /// A bad request where a filter has a word that it does not know.
    pub(crate) fn read(asking: &Asking, register: &Register, today: Day) -> Result<Choice, Stop> {
        let text = asking.query.value("q");
        if text.chars().count() > LONGEST_TEXT {
            return Err(Stop::BadRequest(format!("Search for {LONGEST_TEXT} characters or fewer.")));
        }
        let body = match asking.query.value("body") {
            "" => None,
            id => Some(known_body(id, register)?),
        };
        Ok(Choice {
            words: text.to_lowercase().split_whitespace().map(str::to_string).collect(),
            body,
            service: one_of(asking, "service", Family::from_code)?,
            kind: one_of(asking, "kind", Kind::from_code)?,
            stage: one_of(asking, "stage", Stage::from_code)?,
            aim: one_of(asking, "aim", Aim::from_code)?,
            standing: one_of(asking, "standing", Standing::from_code)?,
            region: one_of(asking, "region", Region::from_code)?,
            is_unconfirmed_only: one_of(asking, "unconfirmed", |word| (word == "yes").then_some(()))?.is_some(),
            day: asked_day(asking, "day")?.unwrap_or(today),
            has_day: !asking.query.value("day").is_empty(),
            sort: one_of(asking, "sort", |word| Sort::ALL.iter().find(|(_, code, _)| *code == word))?.map_or(Sort::Title, |sort| sort.0),
        })
    }

    /// True where an arrangement is one of those chosen.
    pub(crate) fn keeps(&self, card: &Card) -> bool {
        self.kind.is_none_or(|kind| card.kind == kind)
            && self.stage.is_none_or(|stage| card.stage == stage)
            && self.service.is_none_or(|family| card.services.contains(&family))
            && self.aim.is_none_or(|aim| card.aims.contains(&aim))
            && self.standing.is_none_or(|standing| card.standings.contains(&standing))
            && self.region.is_none_or(|region| card.regions.contains(&region))
            && (!self.is_unconfirmed_only || card.is_unconfirmed)
            && self.body.as_ref().is_none_or(|body| card.has_partner(body))
            && card.has_words(&self.words)
    }
}

/// The body of this id.
fn known_body(id: &str, register: &Register) -> Result<BodyId, Stop> {
    let body = BodyId::new(id);
    if register.directory().get(&body).is_some() { Ok(body) } else { Err(unknown("body", id)) }
}

/// What `name` chooses; nothing where it stands empty or is not there.
pub(crate) fn one_of<T>(asking: &Asking, name: &str, from_code: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Stop> {
    match asking.query.value(name) {
        "" => Ok(None),
        code => from_code(code).map(Some).ok_or_else(|| unknown(name, code)),
    }
}

fn unknown(name: &str, code: &str) -> Stop {
    let shown: String = code.chars().filter(|letter| !letter.is_control()).take(60).collect();
    Stop::BadRequest(format!(
        "In the address, “{shown}” is not a {name} that this list knows. Take it out, or choose one in the list’s filters."
    ))
}

/// The order, as an address names it.
pub(crate) const SORT: Parameter = Parameter {
    name: "sort",
    summary: "The order; by title where it is left out.",
    schema: || json!({ "type": "string", "enum": Sort::ALL.map(|sort| sort.1) }),
};

/// What an address can choose by.
pub(crate) const PARAMETERS: [Parameter; 10] = [
    Parameter { name: "q", summary: "Words that must all be in it.", schema: || json!({ "type": "string", "maxLength": LONGEST_TEXT }) },
    Parameter { name: "body", summary: "The id of a body with a part in it on the day.", schema: || json!({ "type": "string" }) },
    Parameter { name: "service", summary: "A family of services.", schema: || codes(Family::ALL.iter().map(|one| one.code())) },
    Parameter { name: "kind", summary: "In which way they share.", schema: || codes(Kind::ALL.iter().map(|one| one.code())) },
    Parameter { name: "stage", summary: "How far it has come on the day.", schema: || codes(Stage::ALL.iter().map(|one| one.code())) },
    Parameter { name: "aim", summary: "What it is for.", schema: || codes(Aim::ALL.iter().map(|one| one.code())) },
    Parameter {
        name: "standing",
        summary: "How far a saving of it is proved.",
        schema: || codes(Standing::ALL.iter().map(|one| one.code())),
    },
    Parameter { name: "region", summary: "A region in which a partner lies.", schema: || codes(Region::all().map(Region::code)) },
    Parameter { name: "unconfirmed", summary: "Only what nobody has confirmed for over a year.", schema: || codes(["yes"].into_iter()) },
    crate::described::DAY,
];

fn codes(codes: impl Iterator<Item = &'static str>) -> serde_json::Value {
    json!({ "type": "string", "enum": codes.collect::<Vec<_>>() })
}
