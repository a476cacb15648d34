//! The paper on a case: the five headings that a committee asks for, what would change the answer, and the working.
//!
//! The rule: every figure of the paper is one that the room `cases` worked out, in the same words on the terminal and here; where the
//! file says nothing under a heading, the paper says that it is not yet written and what belongs there. The working is printed, never hidden.

mod answer;
mod commercial;
mod economic;
mod fair;
mod financial;
mod management;
mod strategic;
mod working;

use cases::{Appraisal, Case, CaseOption, Chances, Compared, Reason, Spread, Worth, in_a_hundred, in_draws, short};
use definitions::Day;
use pages::{Block, Paper};

use super::WorkedOut;

/// From what and when a paper is made.
pub(super) struct Made {
    /// The case file.
    pub(super) from: String,
    /// The day.
    pub(super) on: Day,
}

/// The paper on `option`.
pub(super) fn paper(worked_out: &WorkedOut, option: usize, made: &Made) -> Paper {
    let view = View { worked_out, place: option };
    Paper {
        title: view.case().title.clone(),
        lede: lede(&view),
        figures: figures(&view),
        facts: facts(&view, made),
        sections: vec![
            strategic::section(&view),
            economic::section(&view),
            commercial::section(&view),
            financial::section(&view),
            management::section(&view),
            answer::section(&view),
            working::section(&view),
        ],
    }
}

/// A case with the option that the paper is about.
struct View<'a> {
    worked_out: &'a WorkedOut,
    place: usize,
}

impl View<'_> {
    fn case(&self) -> &Case {
        &self.worked_out.case
    }

    fn option(&self) -> &CaseOption {
        &self.case().options[self.place]
    }

    fn compared(&self) -> &Compared {
        &self.worked_out.comparison.options[self.place]
    }

    fn appraisal(&self) -> &Appraisal {
        &self.compared().appraisal
    }

    fn chances(&self) -> &Chances {
        &self.compared().chances
    }

    fn is_best(&self) -> bool {
        self.worked_out.comparison.best == Some(self.place)
    }
}

fn lede(view: &View<'_>) -> Vec<String> {
    let (case, name) = (view.case(), &view.option().name);
    let public = view.chances().public();
    let standing = match view.worked_out.comparison.best {
        Some(_) if view.is_best() => format!("Of {} options the figures put this one first: {name}.", case.options.len()),
        Some(best) => format!("This paper is about {name}. The figures put another option first: {}.", case.options[best].name),
        None => format!("This paper is about {name}. The figures put business as usual first."),
    };
    let worth = if view.chances().uncertain_figures == 0 {
        format!(
            "Over {} years it is worth {} to the public as a whole. No figure has a range, so no chance can be given.",
            case.years,
            short(public.p50)
        )
    } else {
        format!(
            "Over {} years it is worth {} in the middle case: one time in ten less than {}, one time in ten more than {}. It is worth less than doing nothing {}.",
            case.years,
            short(public.p50),
            short(public.p10),
            short(public.p90),
            in_draws(public.chance_of_loss)
        )
    };
    let unfilled = cases::still_to_fill_in(case);
    [standing, worth].into_iter().chain(unfilled).collect()
}

fn figures(view: &View<'_>) -> Vec<(String, String)> {
    let (case, public) = (view.case(), view.chances().public());
    let pair = |number: String, words: &str| (number, words.to_string());
    vec![
        pair(short(public.p50), "net present social value, middle case"),
        pair(in_a_hundred(public.chance_of_loss), "chance that it is worth less than doing nothing"),
        pair(short(view.chances().cash.p50), "of it in cash, middle case"),
        pair(payback(case, &view.appraisal().public), "paid back, central estimate"),
        pair(ratio(view.appraisal().public.ratio()), "benefits for each pound of cost; no test to pass"),
    ]
}

fn facts(view: &View<'_>, made: &Made) -> Vec<(String, String)> {
    let case = view.case();
    let pair = |name: &str, words: String| (name.to_string(), words);
    let mut facts = vec![
        pair("Made from", made.from.clone()),
        pair("Made on", made.on.long()),
        pair("Years", format!("{} to {}", case.first_year, case.financial_years().last().copied().unwrap_or(case.first_year))),
        pair(
            "Prices",
            format!("of {}, discounted to {} at the Green Book's {} rates", case.price_year, case.first_year, case.rates.code()),
        ),
        pair(
            "Chances",
            format!(
                "{} draws from seed {}; figures go wrong together with a correlation of {}",
                definitions::thousands(u64::from(case.draws.count)),
                case.draws.seed,
                case.draws.together
            ),
        ),
    ];
    if let Some(opportunity) = &case.opportunity {
        facts.push(pair("Begun from the opportunity", opportunity.as_str().to_string()));
    }
    facts
}

/// What the file says under a heading, or that it says nothing and what belongs there.
fn words(text: &str, key: &str, belongs: &str) -> Vec<Block> {
    if text.is_empty() {
        return vec![Block::Inset(format!("Not yet written: {belongs} Write it in the case file under [words] as {key}."))];
    }
    text.split("\n\n").map(|paragraph| Block::Text(paragraph.split_whitespace().collect::<Vec<_>>().join(" "))).collect()
}

fn payback(case: &Case, worth: &Worth) -> String {
    if worth.costs == 0.0 {
        return "no cost".to_string();
    }
    worth
        .payback_year
        .and_then(|year| case.financial_years().get(year as usize).copied())
        .map_or("never".to_string(), |year| year.to_string())
}

fn ratio(ratio: Option<f64>) -> String {
    ratio.map_or("no cost".to_string(), |ratio| format!("{ratio:.2}"))
}

fn until_when(case: &Case, reason: &Reason, day: Day) -> String {
    match reason {
        Reason::Years(years) if *years == case.years => format!("All {years} years"),
        Reason::Years(years) => format!("First {years} years"),
        Reason::PartnersEnd(partners) => {
            let names: Vec<&str> = partners.iter().map(|partner| case.partners[*partner].name.as_str()).collect();
            format!("To {}, last day of {}", day.long(), names.join(" and "))
        }
    }
}

/// P10, P50 and P90 of a spread, as they are read.
fn percentiles(spread: &Spread) -> [String; 3] {
    [short(spread.p10), short(spread.p50), short(spread.p90)]
}
