//! The commercial case: who would provide it, on what terms, and what it costs to leave.
//!
//! The rule: leaving is priced before anybody joins, for every partner and year, with the parts that make the price.

use cases::{Leave, agreed_shares, price_of_leaving, short};
use pages::{Block, Grid, GridColumn, Section, Shaded};

use super::{View, words};

pub(super) fn section(view: &View<'_>) -> Section {
    let mut blocks = words(
        &view.case().words.commercial,
        "commercial",
        "who would provide the service, under which agreement, and how the partners would hold it to account.",
    );
    blocks.push(Block::Facts(view.case().options.iter().map(|option| (option.name.clone(), option.form.in_words().to_string())).collect()));
    let leaves = price_of_leaving(view.case(), view.option());
    if view.option().lines.is_empty() || leaves.iter().all(Vec::is_empty) {
        return Section::new(HEADING, blocks);
    }
    blocks.push(Block::Heading("What a partner would pay to leave".into()));
    blocks.push(Block::Text(terms(view)));
    blocks.push(Block::Shaded(price(view, &leaves)));
    blocks.push(Block::Text(
        "Above: what a partner pays if it leaves at the start of that year, in real prices of the price year; a minus sign means that it is owed. A partner that is \
         abolished hands its place to its successor."
            .into(),
    ));
    blocks.push(Block::Table(parts(view, &leaves)));
    if view.option().leaving.disaggregation_pounds.iter().any(Option::is_none) {
        blocks.push(Block::Warning(
            "For some partners the file does not say what it costs to take their part out again, so their price is too low. Write it under [option.leaving] as disaggregation."
                .into(),
        ));
    }
    Section::new(HEADING, blocks)
}

const HEADING: &str = "Commercial case: who provides it, and what leaving costs";

fn terms(view: &View<'_>) -> String {
    let shares = agreed_shares(view.case(), view.option());
    let each: Vec<String> =
        view.case().partners.iter().zip(&shares).map(|(partner, share)| format!("{} {:.1} %", partner.name, share * 100.0)).collect();
    let how = if view.option().leaving.shares.is_empty() {
        "No shares are agreed in the file, so they are taken by what each spends today"
    } else {
        "Agreed shares"
    };
    let notice = match view.option().leaving.notice_years {
        0 => "No notice is agreed, so nothing is paid for costs that cannot be shed.".to_string(),
        1 => "One year of notice.".to_string(),
        years => format!("{years} years of notice."),
    };
    format!(
        "{how}: {}. {notice} What was spent on setting up is used up evenly from the year it was spent to the last of the case.",
        each.join(", ")
    )
}

/// What is paid is shaded as a loss and what is owed as a gain.
fn price(view: &View<'_>, leaves: &[Vec<Leave>]) -> Shaded {
    let years = leaves.first().map_or(0, Vec::len);
    let row = |year: usize| {
        let cells = leaves.iter().map(|of_partner| (short(of_partner[year].pays()), -of_partner[year].pays()));
        (leaves[0][year].year.to_string(), cells.collect())
    };
    let names = view.case().partners.iter().map(|partner| partner.name.clone());
    Shaded {
        caption: "The price of leaving at the start of a year".into(),
        headings: std::iter::once("Leaving in".to_string()).chain(names).collect(),
        rows: (0..years).map(row).collect(),
    }
}

/// The parts of the price in three years: the second, the middle and the last.
fn parts(view: &View<'_>, leaves: &[Vec<Leave>]) -> Grid {
    let count = leaves.first().map_or(0, Vec::len);
    let mut wanted = vec![0, count / 2, count.saturating_sub(1)];
    wanted.dedup();
    let row = |partner: &cases::Partner, leave: &Leave| {
        vec![
            format!("{}, from {}", partner.name, leave.year),
            short(leave.set_up),
            short(leave.stranded),
            leave.disaggregation.map_or("not given".to_string(), short),
            short(leave.pays()),
            short(leave.forgone),
            short(leave.worse_off_by()),
        ]
    };
    let rows = view.case().partners.iter().zip(leaves);
    Grid {
        caption: "How the price is made up, in three of the years".into(),
        columns: vec![
            GridColumn::Words("Leaving".into()),
            GridColumn::Numbers("Setting up not used up".into()),
            GridColumn::Numbers("Costs not shed".into()),
            GridColumn::Numbers("Taking out".into()),
            GridColumn::Numbers("Pays".into()),
            GridColumn::Numbers("Gains forgone".into()),
            GridColumn::Numbers("Worse off by".into()),
        ],
        rows: rows
            .flat_map(|(partner, leaves)| wanted.iter().filter_map(|place| leaves.get(*place)).map(move |leave| row(partner, leave)))
            .collect(),
    }
}
