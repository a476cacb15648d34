//! The economic case: what each option is worth to the public as a whole, how surely, and why the others were not chosen.
//!
//! The rule: the range and the chance of loss stand beside every worth; the ratio of benefits to costs is a column and never a verdict.

use cases::{Bar, Spread, Worth, in_a_hundred, short, tornado};
use pages::{Bars, Block, Grid, GridColumn, Section, Span, Spans};

use super::{View, payback, percentiles, ratio, until_when, words};

pub(super) fn section(view: &View<'_>) -> Section {
    let mut blocks = words(
        &view.case().words.economic,
        "economic",
        "how the options were found, who scored them, and what is worth something and not in the figures.",
    );
    blocks.extend(view.worked_out.comparison.lacking.iter().map(|lacking| Block::Warning(lacking.clone())));
    blocks.push(Block::Heading("The options side by side".into()));
    blocks.push(Block::Table(options(view)));
    blocks.push(Block::Text(
        "Net present social value is what an option is worth to everybody, in real prices and discounted, less what it costs. Middle, low and high are the \
         50th, 10th and 90th percentile of the draws. Benefits for each pound of cost are shown because they are asked for; they are no test that a case \
         passes or fails."
            .into(),
    ));
    blocks.extend(verdicts(view));
    blocks.extend(how_likely(view.chances().public()));
    blocks.push(Block::Table(three_answers(view)));
    blocks.extend(what_it_costs(view));
    blocks.push(Block::Heading("Sooner and later".into()));
    blocks.push(Block::Table(over_time(view)));
    blocks.push(Block::Text(
        "Central: every figure at its centre, as the working shows it. Middle: what half of the draws do not reach.".into(),
    ));
    Section::new("Economic case: what it is worth", blocks)
}

fn options(view: &View<'_>) -> Grid {
    let (case, comparison) = (view.case(), &view.worked_out.comparison);
    let row = |(option, compared): (&cases::CaseOption, &cases::Compared)| {
        let public = compared.chances.public();
        let [low, middle, high] = percentiles(public);
        vec![
            option.name.clone(),
            middle,
            low,
            high,
            in_a_hundred(public.chance_of_loss),
            ratio(compared.appraisal.public.ratio()),
            payback(case, &compared.appraisal.public),
        ]
    };
    Grid {
        caption: format!("Net present social value over {} years", case.years),
        columns: vec![
            GridColumn::Words("Option".into()),
            GridColumn::Numbers("Middle".into()),
            GridColumn::Numbers("Low".into()),
            GridColumn::Numbers("High".into()),
            GridColumn::Numbers("Chance of a loss".into()),
            GridColumn::Numbers("Benefits per £1".into()),
            GridColumn::Numbers("Paid back".into()),
        ],
        rows: case.options.iter().zip(&comparison.options).map(row).collect(),
    }
}

/// Why each of the others is not the best, and what speaks against the best.
fn verdicts(view: &View<'_>) -> Vec<Block> {
    let comparison = &view.worked_out.comparison;
    let mut blocks = Vec::new();
    for (place, (option, compared)) in view.case().options.iter().zip(&comparison.options).enumerate() {
        let is_best = comparison.best == Some(place);
        let heading = if is_best { format!("{}: first by the figures", option.name) } else { format!("{}: why not", option.name) };
        blocks.push(Block::Heading(heading));
        if !option.text.is_empty() {
            blocks.push(Block::Text(option.text.clone()));
        }
        if !compared.reasons.is_empty() {
            blocks.push(Block::Points(compared.reasons.clone()));
        }
    }
    if let Some(proposal) = &view.case().proposed {
        let name = view.case().option(&proposal.option).map(|option| option.name.clone()).unwrap_or_default();
        let why = if proposal.why.is_empty() { "No reason is written in the file.".to_string() } else { proposal.why.clone() };
        blocks.push(Block::Inset(format!("Proposed in the case file: {name}. {why}")));
    }
    blocks
}

fn how_likely(public: &Spread) -> Vec<Block> {
    if public.steps.is_empty() {
        return Vec::new();
    }
    let row = |step: &cases::Step| {
        let share = step.share * 100.0;
        (format!("{} to {}", short(step.from), short(step.to)), format!("{share:.1} %"), share)
    };
    vec![
        Block::Heading("How likely each result is".into()),
        Block::Bars(Bars {
            caption: "Share of draws by net present social value".into(),
            name_heading: "Result".into(),
            amount_heading: "Share of draws".into(),
            rows: public.steps.iter().map(row).collect(),
        }),
        Block::Text(format!(
            "The first and last steps also hold what lies beyond them. The mean is {}; without the worst draw in every hundred it is {}.",
            short(public.mean),
            short(public.mean_without_worst)
        )),
    ]
}

/// Public value, what reaches public budgets, and cash, beside each other and never added.
fn three_answers(view: &View<'_>) -> Grid {
    let row = |name: &str, worth: &Worth| {
        vec![
            name.to_string(),
            short(worth.costs),
            short(worth.benefits),
            short(worth.net()),
            ratio(worth.ratio()),
            payback(view.case(), worth),
        ]
    };
    let appraisal = view.appraisal();
    Grid {
        caption: "Three answers at the central estimate, which are never added".into(),
        columns: vec![
            GridColumn::Words("Counting".into()),
            GridColumn::Numbers("Costs".into()),
            GridColumn::Numbers("Benefits".into()),
            GridColumn::Numbers("Net".into()),
            GridColumn::Numbers("Benefits per £1".into()),
            GridColumn::Numbers("Paid back".into()),
        ],
        rows: vec![
            row("Everything: public value", &appraisal.public),
            row("What reaches public budgets", &appraisal.fiscal),
            row("Cash alone", &appraisal.cash),
        ],
    }
}

/// The middle and the bad end of what it costs; the mean alone would hide the end.
fn what_it_costs(view: &View<'_>) -> Vec<Block> {
    let costs = &view.chances().costs;
    let mut blocks = Vec::new();
    if view.chances().uncertain_figures > 0 && costs.p50 > 0.0 {
        blocks.push(Block::Text(format!(
            "All costs together, discounted: {} in the middle case, {} or more one time in five, {} or more one time in twenty.",
            short(costs.p50),
            short(costs.p80),
            short(costs.p95)
        )));
    }
    if let Some(net) = view.appraisal().sensitivity_net {
        blocks.push(Block::Text(format!(
            "The case runs for more than 50 years. Without pure time preference, which the Green Book asks for then, its central result is {} in place of {}.",
            short(net),
            short(view.appraisal().public.net())
        )));
    }
    blocks
}

fn over_time(view: &View<'_>) -> Grid {
    let rows = view.appraisal().until.iter().zip(&view.chances().until).map(|(until, spread)| {
        let [low, middle, high] = percentiles(spread);
        vec![
            until_when(view.case(), &until.reason, until.day),
            short(until.public.net()),
            middle,
            low,
            high,
            in_a_hundred(spread.chance_of_loss),
            short(until.cash.net()),
        ]
    });
    Grid {
        caption: format!("What \"{}\" is worth up to certain days", view.option().name),
        columns: vec![
            GridColumn::Words("Counted".into()),
            GridColumn::Numbers("Central".into()),
            GridColumn::Numbers("Middle".into()),
            GridColumn::Numbers("Low".into()),
            GridColumn::Numbers("High".into()),
            GridColumn::Numbers("Chance of a loss".into()),
            GridColumn::Numbers("Cash, central".into()),
        ],
        rows: rows.collect(),
    }
}

/// What moves the result most, widest first.
pub(super) fn what_moves_it(view: &View<'_>) -> Option<Block> {
    let bars = tornado(view.case(), view.option());
    let central = view.appraisal().public.net();
    let span = |bar: &Bar| {
        let ends = bar.ends.map_or("a year".to_string(), |(worse, better)| format!("{} · {}", figure(bar, worse), figure(bar, better)));
        Span {
            name: bar.name.clone(),
            words: vec![ends, short(bar.worse), short(bar.better)],
            low: bar.worse,
            high: bar.better,
            mark: None,
        }
    };
    (!bars.is_empty()).then(|| {
        Block::Spans(Spans {
            caption: format!("What moves the result, from its central {}", short(central)),
            headings: vec!["Figure".into(), "Bad end · good end".into(), "Result at the bad end".into(), "Result at the good end".into()],
            line: Some(central),
            rows: bars.iter().take(12).map(span).collect(),
        })
    })
}

/// Pounds, or what pounds are multiplied by.
fn figure(bar: &Bar, figure: f64) -> String {
    if bar.is_in_pounds { short(figure) } else { format!("× {:.2}", figure) }
}
