//! The financial case: cash by body and year, in the pounds of each year: who pays and who gains.
//!
//! The rule: the bodies add up to the whole in every year; who is ever out of pocket is told by how much and when; a partner that ends is
//! shown before and its successor after.

use cases::{CashRow, CashView, Holder, cash_view, in_a_hundred, short};
use definitions::Pence;
use pages::{Block, Grid, GridColumn, Line, Lines, Section, Shaded};

use super::{View, percentiles, words};

pub(super) fn section(view: &View<'_>) -> Section {
    let mut blocks = words(
        &view.case().words.financial,
        "financial",
        "from which budgets and reserves the cost is met, and whether each partner can bear its worst year.",
    );
    if view.option().lines.is_empty() {
        blocks.push(Block::Text("This option changes nothing, so no body pays or gains.".into()));
        return Section::new(HEADING, blocks);
    }
    let cash = cash_view(view.case(), view.option());
    blocks.push(Block::Shaded(who_pays(view, &cash)));
    blocks.push(Block::Text(
        "Cash in the pounds of each year at the central estimate, with inflation as the case assumes; payments between partners are in it, time given in kind and benefits \
         that are not cash are not. A minus sign means that the body pays."
            .into(),
    ));
    blocks.push(Block::Lines(cumulative(view, &cash)));
    blocks.push(Block::Table(by_body(view, &cash)));
    let losers: Vec<&str> = view.compared().losers.iter().map(|holder| view.appraisal().holders.all[*holder].name.as_str()).collect();
    if !losers.is_empty() {
        blocks.push(Block::Warning(format!(
            "At the central estimate money is lost by {}. A split that leaves a body worse off than alone is a reason for it to refuse: agree a payment, or leave it out.",
            losers.join(" and ")
        )));
    }
    blocks.extend(super::fair::blocks(view));
    Section::new(HEADING, blocks)
}

const HEADING: &str = "Financial case: who pays and who gains, each year";

/// Years stand below each other and bodies side by side, so that a long case fits the page; where there are more bodies than years, the
/// other way round. The whole is not shaded: it would be the darkest everywhere.
fn who_pays(view: &View<'_>, cash: &CashView) -> Shaded {
    let cell = |amount: Pence| (if amount == Pence::ZERO { "–".to_string() } else { amount.short() }, amount.as_pounds());
    let unshaded = |amount: Pence| (cell(amount).0, 0.0);
    let years: Vec<String> = cash.years.iter().map(ToString::to_string).collect();
    let names: Vec<String> = view.appraisal().holders.all.iter().map(|holder| holder.name.clone()).collect();
    let caption = format!("Who pays and who gains under \"{}\"", view.option().name);
    if names.len() > years.len() {
        let row = |(name, row): (&String, &CashRow)| {
            (name.clone(), row.net.iter().map(|amount| cell(*amount)).chain([unshaded(row.total())]).collect())
        };
        let mut rows: Vec<(String, Vec<(String, f64)>)> = names.iter().zip(&cash.rows).map(row).collect();
        rows.push((WHOLE.to_string(), cash.whole.net.iter().copied().chain([cash.whole.total()]).map(unshaded).collect()));
        return Shaded { caption, headings: headings("Body", years, ALL_YEARS), rows };
    }
    let of_year = |year: usize| cash.rows.iter().map(|row| cell(row.net[year])).chain([unshaded(cash.whole.net[year])]).collect();
    let mut rows: Vec<(String, Vec<(String, f64)>)> =
        years.iter().enumerate().map(|(place, year)| (year.clone(), of_year(place))).collect();
    rows.push((ALL_YEARS.to_string(), cash.rows.iter().chain([&cash.whole]).map(|row| unshaded(row.total())).collect()));
    Shaded { caption, headings: headings("Year", names, WHOLE), rows }
}

const WHOLE: &str = "All together";
const ALL_YEARS: &str = "All years";

fn headings(first: &str, middle: Vec<String>, last: &str) -> Vec<String> {
    std::iter::once(first.to_string()).chain(middle).chain([last.to_string()]).collect()
}

fn cumulative(view: &View<'_>, cash: &CashView) -> Lines {
    let line = |name: &str, row: &CashRow| Line {
        name: name.to_string(),
        points: row.cumulative().iter().map(|amount| (amount.short(), amount.as_pounds())).collect(),
    };
    let holders = view.appraisal().holders.all.iter().zip(&cash.rows).map(|(holder, row)| line(&holder.name, row));
    Lines {
        caption: "Cash so far, at the end of each year".into(),
        across: "Financial year".into(),
        labels: cash.years.iter().map(ToString::to_string).collect(),
        lines: std::iter::once(line("All together", &cash.whole)).chain(holders).collect(),
    }
}

fn by_body(view: &View<'_>, cash: &CashView) -> Grid {
    let row = |(place, (holder, row)): (usize, (&Holder, &CashRow))| {
        let spread = &view.chances().by_holder[place];
        let [low, middle, high] = percentiles(spread);
        let capital: Pence = row.capital.iter().copied().sum();
        vec![
            named(view, place, holder),
            short(view.appraisal().by_holder[place].cash),
            middle,
            low,
            high,
            in_a_hundred(spread.chance_of_loss),
            row.deepest().short(),
            capital.short(),
        ]
    };
    Grid {
        caption: "Each body's cash, discounted, and how sure it is".into(),
        columns: vec![
            GridColumn::Words("Body".into()),
            GridColumn::Numbers("Central".into()),
            GridColumn::Numbers("Middle".into()),
            GridColumn::Numbers("Low".into()),
            GridColumn::Numbers("High".into()),
            GridColumn::Numbers("Chance of a loss".into()),
            GridColumn::Numbers("Most out of pocket".into()),
            GridColumn::Numbers("Capital".into()),
        ],
        rows: view.appraisal().holders.all.iter().zip(&cash.rows).enumerate().map(row).collect(),
    }
}

/// A body with the time for which it holds its part, where that is not the whole.
fn named(view: &View<'_>, place: usize, holder: &Holder) -> String {
    let handovers = &view.appraisal().holders.handovers;
    if let Some(handover) = handovers.iter().find(|handover| handover.partner == place) {
        return format!("{}, to {}", holder.name, handover.last_day.long());
    }
    let from: Vec<String> = handovers
        .iter()
        .filter(|handover| handover.to == place)
        .map(|handover| view.case().partners[handover.partner].name.clone())
        .collect();
    if from.is_empty() { holder.name.clone() } else { format!("{}, after {}", holder.name, from.join(" and ")) }
}
