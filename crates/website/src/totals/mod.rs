//! The headline totals of any day: the figures, the rule that makes them, and every line behind each.
//!
//! The rule: what was told on a day and what is known now of that day stand side by side, with what makes them differ. No figure is
//! here without the way to its lines, and none is added to another standing's.

mod answer;
mod differ;
mod lines;
mod of;
mod page;

use definitions::Day;
use register::{Moment, totals_rule};
use serde_json::json;

use crate::api::{Description, Parameter};
use crate::asked_day::{asked_day, tidied};
use crate::asking::Format;
use crate::described::Described;
use crate::routes::Route;
use crate::{Asking, Reply, Site, Stop};

pub(crate) use of::{Of, code_of};

pub(crate) const ROUTES: &[Route] = &[Route::page("/totals", totals).described(&TOTALS)];

const TOTALS: Description = Description {
    summary: "The headline totals of a day, with the lines that make each figure.",
    parameters: &[
        Parameter { name: "on", summary: "The day they are true on; today where it is left out.", schema: Day::schema },
        Parameter { name: "known", summary: "Only with what was entered until the end of this day.", schema: Day::schema },
        Parameter { name: "of", summary: "The code of one figure, to get its lines.", schema: || json!({ "type": "string" }) },
        crate::described::LIMIT,
        crate::described::AFTER,
    ],
    answer: answer::Answer::schema,
    has_sheet: true,
};

/// Which totals are asked for.
struct Wanted {
    /// The day they are true on.
    on: Day,
    /// With what was entered until the end of this day, beside what is known now.
    known: Option<Day>,
}

fn totals(site: &Site, asking: &Asking) -> Result<Reply, Stop> {
    if let Some(tidy) = tidied(asking, &["on", "known"])?.filter(|_| asking.format == Format::Html) {
        return Ok(Reply::see(&tidy));
    }
    let today = asking.now.day();
    let on = asked_day(asking, "on")?.unwrap_or(today);
    let wanted = Wanted { on, known: asked_day(asking, "known")?.filter(|known| *known < today) };
    // The earlier register is asked for first: what is known now must not be held meanwhile.
    let earlier = wanted.told_until(today).map(|day| site.desk.register_until(Moment::end_of(day))).transpose()?;
    let standing = site.desk.register()?;
    let now = page::Side::new(site, standing.register(), on);
    let then = earlier.as_deref().map(|register| page::Side::new(site, register, on));
    // Programs are told one side: what was known then where they ask for it, else what is known now.
    let asked = then.as_ref().filter(|_| wanted.known.is_some()).unwrap_or(&now);
    let of = match asking.query.value("of") {
        "" => None,
        code => Some(Of::from_code(code, asked.totals()).ok_or_else(|| no_figure(code))?),
    };
    match (asking.format, of) {
        (Format::Html, None) => Ok(page::page(site, asking, &wanted, &now, then.as_ref())),
        (Format::Html, Some(of)) => Ok(lines::page(site, asking, &wanted, asked, of)),
        (Format::Csv, of) => Ok(lines::sheet(site, asked, of)),
        (Format::Json, of) => answer::reply(site, asking, asked, of),
    }
}

impl Wanted {
    /// The day until whose end what was told is shown beside what is known now; `None` where there is nothing to set beside it.
    fn told_until(&self, today: Day) -> Option<Day> {
        self.known.or(Some(self.on).filter(|on| *on < today))
    }

    /// The address of these totals, of one figure where it is given.
    fn address(&self, of: Option<&str>) -> String {
        let known = self.known.map(|known| format!("&known={known}")).unwrap_or_default();
        let of = of.map(|of| format!("&of={of}")).unwrap_or_default();
        format!("/totals?on={}{known}{of}", self.on)
    }
}

fn no_figure(code: &str) -> Stop {
    let shown: String = code.chars().filter(|letter| !letter.is_control()).take(60).collect();
    Stop::BadRequest(format!("“{shown}” is not a figure of these totals. Open /totals and follow a figure from there."))
}

/// The rule, as it is printed beside the figures.
pub(crate) fn rule() -> maud::Markup {
    maud::html! { ol class="govuk-list govuk-list--number" { @for sentence in totals_rule() { li { (sentence) } } } }
}
