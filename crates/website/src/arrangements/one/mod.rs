//! One arrangement: everything that its record says, as it stands on a day, or as an earlier version said it.
//!
//! The rule: what was withdrawn answers that it is gone, and its history reads on. A draft is shown to those alone who may read it;
//! to all others there is none. Links that change something are shown to those alone who may.

mod answer;
mod facts;
mod history;
mod may;
mod savings;
mod told;
mod years;

use definitions::{ArrangementId, Day};
use register::{Arrangement, Record, Register};
use serde_json::json;

use crate::api::Parameter;
use crate::asked_day::{asked_day, tidied};
use crate::asking::Format;
use crate::{Asking, Reply, Site, Stop};

pub(super) use answer::{History, Told};
pub(super) use history::history_page;

/// What an address of an arrangement can ask.
pub(super) const PARAMETERS: &[Parameter] = &[
    crate::described::DAY,
    Parameter {
        name: "version",
        summary: "The number of an earlier version, from 1; the latest where it is left out.",
        schema: || json!({ "type": "integer", "minimum": 1 }),
    },
];

/// What is shown, and as what.
struct Shown<'a> {
    site: &'a Site,
    asking: &'a Asking,
    register: &'a Register,
    said: &'a Arrangement,
    /// Its record, where something was published.
    record: Option<&'a Record>,
    /// As what `said` is shown.
    state: State,
    /// The day.
    day: Day,
}

/// As what an arrangement is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// As the version that stands.
    Latest,
    /// As the version of this number, which no longer stands.
    Earlier(u32),
    /// As a draft.
    Draft,
}

pub(super) fn page(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &["day"])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let id = ArrangementId::new(asking.capture("id"));
    let standing = site.desk.register()?;
    let register = standing.register();
    let day = asked_day(asking, "day")?.unwrap_or(asking.now.day());
    let record = register.record(&id);
    let (said, state) = match version(asking, record)? {
        Some(found) => found,
        None => match may::readable_draft(asking, register, &id) {
            Some(draft) if record.is_none() || !asking.query.value("draft").is_empty() => (draft.arrangement(), State::Draft),
            _ => (record.ok_or(Stop::NotFound)?.arrangement(), State::Latest),
        },
    };
    let shown = Shown { site, asking, register, said, record, state, day };
    let withdrawn = record.and_then(Record::withdrawn).filter(|_| state == State::Latest);
    match (withdrawn, asking.format) {
        (Some(entry), Format::Html) => Ok(history::gone(&shown, entry)),
        (Some(entry), _) => Err(Stop::Gone(history::gone_sentence(entry))),
        (None, Format::Html) => Ok(told::page(&shown)),
        (None, Format::Json) => Ok(Reply::json(&Told::of(&shown))),
        (None, Format::Csv) => Err(Stop::NotFound),
    }
}

/// The version that the address asks for; `None` where it asks for none, or for the one that stands.
fn version<'a>(asking: &Asking, record: Option<&'a Record>) -> Result<Option<(&'a Arrangement, State)>, Stop> {
    let text = asking.query.value("version");
    if text.is_empty() {
        return Ok(None);
    }
    let number: u32 = text.parse().ok().filter(|number| *number > 0).ok_or_else(|| {
        Stop::BadRequest("In the address, version must be a number from 1 on. The history of the entry lists them.".to_string())
    })?;
    let record = record.ok_or(Stop::NotFound)?;
    let stands = record.withdrawn().is_none();
    let found = record.versions().find(|version| version.number == number).ok_or(Stop::NotFound)?;
    let is_latest = stands && record.latest().number == number;
    Ok((!is_latest).then_some((found.arrangement, State::Earlier(number))))
}
