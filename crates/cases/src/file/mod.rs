//! A case file, from text to a [`Case`]: the door at which everything a person wrote is checked.
//!
//! The rule: a case that comes out of here can be appraised; nothing later has to ask whether a year, a share or a range makes sense.
//! What is wrong is told with its line and its key and what to write instead, all of it at once. The text is handed in: no file is
//! opened here. `docs/decide.md` is the schema for people, and a test holds it to this one.

mod doubt;
mod figures;
mod lines;
mod options;
mod spelling;
mod table;
mod timing;

use definitions::{BodyId, FinancialYear, OpportunityId, slug};

use crate::case::{Case, Draws, FiveCases, Partner, Proposal, Successor};
use crate::discount::Rates;
use crate::prices::DEFLATOR;

pub use table::Mistake;
use table::{Table, Text};

/// The largest file that is read, in bytes: a case is written by a person.
const MOST_BYTES: usize = 1_000_000;
/// The most years: buildings are appraised over 60.
const MOST_YEARS: i64 = 60;
/// The most partners.
const MOST_PARTNERS: usize = 60;
/// The most pounds in one figure: more than the yearly spending of the state, so a slip of units.
pub(crate) const MOST_POUNDS: f64 = 1e12;

/// Reads a case file.
///
/// # Errors
/// Every mistake in it, in the order of the file.
pub fn read(text: &str) -> Result<Case, Vec<Mistake>> {
    let noted = Text::new(text);
    if text.len() > MOST_BYTES {
        noted.mistake(0, "", "the file holds more than a million characters, which no person wrote. Name the case file itself.");
        return Err(noted.mistakes());
    }
    let parsed = match toml::de::DeTable::parse(text) {
        Ok(parsed) => parsed.into_inner(),
        Err(error) => {
            noted.is_not_toml(&error);
            return Err(noted.mistakes());
        }
    };
    let case = case(&noted.whole(&parsed));
    let mistakes = noted.mistakes();
    if mistakes.is_empty() { Ok(case) } else { Err(mistakes) }
}

/// What the lines of an option are read against.
struct Ground<'a> {
    partners: &'a [Partner],
    shares_by_today: Vec<f64>,
    first_year: FinancialYear,
    years: u32,
    price_year: FinancialYear,
}

fn case(whole: &Table<'_>) -> Case {
    let title = whole.needed_text("title");
    let first_year = first_year(whole);
    let years = within(whole, "years", 10, 1..=MOST_YEARS) as u32;
    let partners = partners(whole);
    let mut case = Case {
        title,
        opportunity: whole.text("opportunity").map(|id| OpportunityId::new(&id)),
        first_year,
        years,
        price_year: price_year(whole, "prices").unwrap_or(first_year),
        inflation: fraction(whole, "inflation", 0.02, 0.15),
        rates: whole.one_of("discounting", &[("standard", Rates::Standard), ("health", Rates::Health)]).unwrap_or_default(),
        draws: draws(whole),
        partners,
        options: Vec::new(),
        proposed: None,
        words: words(whole),
    };
    let ground =
        Ground { shares_by_today: case.shares_by_today(), partners: &case.partners, first_year, years, price_year: case.price_year };
    case.options = options::options(whole, &ground);
    case.proposed = proposal(whole, &case);
    whole.others_are_mistakes();
    case
}

fn first_year(whole: &Table<'_>) -> FinancialYear {
    if !whole.has("first_year") {
        whole.mistake(
            "first_year",
            "it is missing. Write the financial year in which the first money is spent, as first_year = \"2026-27\".",
        );
    }
    price_year(whole, "first_year").unwrap_or(FinancialYear(2026))
}

/// A financial year for which there is an index of prices.
fn price_year(table: &Table<'_>, key: &'static str) -> Option<FinancialYear> {
    let year = table.year(key)?;
    let first = DEFLATOR.first_year();
    let last = FinancialYear(2100);
    if (first..=last).contains(&year) {
        return Some(year);
    }
    table.mistake(
        key,
        &format!(
            "prices of {year} cannot be compared with others: the index of prices runs from {first}, and years to {last} can be meant."
        ),
    );
    None
}

fn draws(whole: &Table<'_>) -> Draws {
    let usual = Draws::default();
    let Some(chance) = whole.table("chance") else { return usual };
    let draws = Draws {
        count: within(&chance, "draws", i64::from(usual.count), 1_000..=1_000_000) as u32,
        seed: within(&chance, "seed", 1, 0..=i64::MAX) as u64,
        together: fraction(&chance, "together", usual.together, 1.0),
    };
    chance.others_are_mistakes();
    draws
}

fn words(whole: &Table<'_>) -> FiveCases {
    let Some(words) = whole.table("words") else { return FiveCases::default() };
    let text = |key| words.text(key).unwrap_or_default();
    let five = FiveCases {
        strategic: text("strategic"),
        economic: text("economic"),
        commercial: text("commercial"),
        financial: text("financial"),
        management: text("management"),
    };
    words.others_are_mistakes();
    five
}

fn proposal(whole: &Table<'_>, case: &Case) -> Option<Proposal> {
    let proposed = whole.table("proposed")?;
    let (option, why) = (proposed.needed_text("option"), proposed.text("why").unwrap_or_default());
    proposed.others_are_mistakes();
    if case.option(&option).is_none() {
        let known: Vec<&str> = case.options.iter().map(|option| option.id.as_str()).collect();
        proposed.mistake("option", &format!("no option has the id {option:?}. Write one of: {}.", known.join(", ")));
        return None;
    }
    Some(Proposal { option, why })
}

fn partners(whole: &Table<'_>) -> Vec<Partner> {
    let tables = whole.tables("partner");
    let mut partners: Vec<Partner> = Vec::new();
    for table in tables.iter().take(MOST_PARTNERS) {
        let partner = partner(table);
        if !partner.id.as_str().is_empty() && partners.iter().any(|other| other.id == partner.id) {
            table.mistake(
                "id",
                &format!("the partner {:?} is named twice. Take one of the two out, or give it an id of its own.", partner.id.as_str()),
            );
            continue;
        }
        partners.push(partner);
    }
    if tables.len() > MOST_PARTNERS {
        whole.mistake(
            "partner",
            &format!(
                "there are {} partners, and a case is worked out for at most {MOST_PARTNERS}. Put bodies that act as one together.",
                tables.len()
            ),
        );
    } else if tables.is_empty() {
        whole.mistake("partner", "there is no partner. Write one [[partner]] with id, name and today_yearly for each body.");
    }
    // A successor that is named as a partner is, is that partner.
    let names: Vec<(BodyId, String)> = partners.iter().map(|partner| (partner.id.clone(), partner.name.clone())).collect();
    for successor in partners.iter_mut().filter_map(|partner| partner.successor.as_mut()) {
        if let Some((id, _)) = names.iter().find(|(_, name)| *name == successor.name) {
            successor.id = id.clone();
        }
    }
    partners
}

fn partner(table: &Table<'_>) -> Partner {
    let id = table.needed_text("id");
    if !id.is_empty() && slug(&id) != id {
        table.mistake("id", &format!("{id:?} holds something other than small letters, digits and hyphens. Write it as {:?}.", slug(&id)));
    }
    let today = table.number("today_yearly").unwrap_or_else(|| {
        if !table.has("today_yearly") {
            table.mistake(
                "today_yearly",
                "it is missing. Write what this body spends on the service in a year today, in pounds, or 0 if it has none.",
            );
        }
        0.0
    });
    if !(0.0..=MOST_POUNDS).contains(&today) {
        table.mistake("today_yearly", &format!("{today} is not what a body can spend in a year. Write pounds, above nought."));
    }
    let last_day = table.day("last_day");
    let successor = table.text("successor").map(|name| Successor { id: BodyId::new(&slug(&name)), name });
    if successor.is_some() && last_day.is_none() {
        table.mistake("successor", "a successor is named and no last day. Write last_day = \"2028-03-31\", or take the successor out.");
    }
    let name = table.text("name").filter(|name| !name.is_empty()).unwrap_or_else(|| id.clone());
    let residents = table.has("residents").then(|| within(table, "residents", 1, 1..=100_000_000) as u32);
    table.others_are_mistakes();
    Partner { id: BodyId::new(&id), name, today_yearly_pounds: today.clamp(0.0, MOST_POUNDS), residents, last_day, successor }
}

/// A whole number within bounds, or what is usual.
fn within(table: &Table<'_>, key: &'static str, usual: i64, bounds: std::ops::RangeInclusive<i64>) -> i64 {
    let Some(number) = table.whole_number(key) else { return usual };
    if bounds.contains(&number) {
        return number;
    }
    table.mistake(key, &format!("{number} lies outside {} to {}. Write a number between them.", bounds.start(), bounds.end()));
    usual
}

/// A share from 0 to `most`, or what is usual. A whole percentage is told apart from a fraction.
fn fraction(table: &Table<'_>, key: &'static str, usual: f64, most: f64) -> f64 {
    let Some(number) = table.number(key) else { return usual };
    if (0.0..=most).contains(&number) {
        return number;
    }
    let advice = if (1.0..=100.0).contains(&number) && number / 100.0 <= most {
        format!("{number} is more than the whole. For {number} % write {}.", number / 100.0)
    } else {
        format!("{number} lies outside 0 to {most}. Write a fraction, such as 0.03 for 3 %.")
    };
    table.mistake(key, &advice);
    usual
}
