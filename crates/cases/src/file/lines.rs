//! The lines of an option in a case file: costs, benefits and payments.
//!
//! The rule: a line says what it is, whose, when, how much and on what evidence, or it is refused. Cash is
//! always fiscal, a cost is written above nought, and what all figures of a line multiply to is money that can exist.

use super::doubt::{allowance, grade};
use super::figures::{count, partner, partners_shares, share};
use super::table::Table;
use super::timing::amount_and_timing;
use super::{Ground, MOST_POUNDS, fraction, price_year};
use crate::bias::Allowance;
use crate::factor::{Factor, FactorKind};
use crate::line::{Benefit, Kind, Line, Prices, PublicValue, Spend};
use crate::uncertain::Uncertain;

/// Every line of an option: costs, then benefits, then payments.
pub(super) fn lines(option: &Table<'_>, ground: &Ground<'_>) -> Vec<Line> {
    let costs = option.tables("cost").into_iter().map(|table| line(&table, cost_kind(&table), ground));
    let benefits = option.tables("benefit").into_iter().map(|table| line(&table, benefit_kind(&table), ground));
    let payments = option.tables("payment").into_iter().map(|table| line(&table, Kind::Payment, ground));
    costs.chain(benefits).chain(payments).collect()
}

fn cost_kind(table: &Table<'_>) -> Kind {
    needed(table, "spend", "\"revenue\", \"capital\" or \"in-kind\"");
    let spends = [("revenue", Spend::Revenue), ("capital", Spend::Capital), ("in-kind", Spend::InKind)];
    Kind::Cost(table.one_of("spend", &spends).unwrap_or(Spend::Revenue))
}

fn benefit_kind(table: &Table<'_>) -> Kind {
    needed(table, "kind", "\"cashable\", \"non-cashable\", \"income\" or \"disbenefit\"");
    needed(table, "value", "\"fiscal\", \"economic\" or \"social\"");
    let kinds = [
        ("cashable", Benefit::Cashable),
        ("non-cashable", Benefit::NonCashable),
        ("income", Benefit::Income),
        ("disbenefit", Benefit::Disbenefit),
    ];
    let values = [("fiscal", PublicValue::Fiscal), ("economic", PublicValue::Economic), ("social", PublicValue::Social)];
    let kind = table.one_of("kind", &kinds).unwrap_or(Benefit::NonCashable);
    let value = table.one_of("value", &values).unwrap_or(PublicValue::Fiscal);
    if matches!(kind, Benefit::Cashable | Benefit::Income) && value != PublicValue::Fiscal {
        table.mistake(
            "value",
            "cash to a public body is fiscal. Write value = \"fiscal\", or kind = \"non-cashable\" for what is worth something to others.",
        );
    }
    Kind::Benefit(kind, value)
}

fn line(table: &Table<'_>, kind: Kind, ground: &Ground<'_>) -> Line {
    let name = table.needed_text("what");
    let grade = grade(table);
    let evidence = table.needed_text("evidence");
    let (amount, timing) = amount_and_timing(table, ground);
    let amount = if matches!(kind, Kind::Benefit(..)) { amount } else { not_negative(table, amount) };
    let mut line = Line {
        name,
        file_line: table.line,
        shares: shares(table, kind, ground),
        timing,
        factors: factors(table),
        prices: prices(table, ground),
        allowance: Allowance::None,
        amount,
        grade,
        evidence,
        fixed_share: 0.0,
        kind,
    };
    line.allowance = allowance(table, &line);
    line.fixed_share = fixed_share(table, &line);
    table.others_are_mistakes();
    is_not_too_large(table, &line);
    line
}

fn shares(table: &Table<'_>, kind: Kind, ground: &Ground<'_>) -> Vec<f64> {
    if kind != Kind::Payment {
        return partners_shares(table, ground);
    }
    let mut shares = vec![0.0; ground.partners.len()];
    if let (Some(payer), Some(receiver)) = (partner(table, "payer", ground), partner(table, "receiver", ground)) {
        if payer == receiver {
            table.mistake("receiver", "a partner cannot pay itself. Name another.");
        }
        shares[payer] -= 1.0;
        shares[receiver] += 1.0;
    }
    shares
}

fn factors(table: &Table<'_>) -> Vec<Factor> {
    let counted = [FactorKind::Population, FactorKind::Times].map(|kind| (kind, count(table, kind.code())));
    let shares = [FactorKind::TakeUp, FactorKind::Attrition, FactorKind::Impact, FactorKind::Deadweight]
        .map(|kind| (kind, share(table, kind.code())));
    let written = counted.into_iter().chain(shares);
    written.filter_map(|(kind, figure)| Some(Factor { kind, figure: figure? })).collect()
}

fn prices(table: &Table<'_>, ground: &Ground<'_>) -> Prices {
    if table.has("prices") && table.text("prices").as_deref() == Some("cash") {
        return Prices::Cash;
    }
    Prices::Of(price_year(table, "prices").unwrap_or(ground.price_year))
}

fn fixed_share(table: &Table<'_>, line: &Line) -> f64 {
    if table.has("fixed") && !line.is_cost() {
        table.mistake("fixed", "only a cost has a part that stays whoever shares. Take it out.");
    }
    fraction(table, "fixed", 0.0, 1.0)
}

fn not_negative(table: &Table<'_>, amount: Uncertain) -> Uncertain {
    let by_year_is_negative = table.numbers("by_year").is_some_and(|each| each.iter().any(|pounds| *pounds < 0.0));
    if amount.one_in_ten().0 < 0.0 || by_year_is_negative {
        let key = if by_year_is_negative { "by_year" } else { "amount" };
        table.mistake(
            key,
            "a cost or a payment is written above nought. Money that comes in is a benefit, and what is made worse a disbenefit.",
        );
    }
    amount.within(0.0, MOST_POUNDS)
}

fn needed(table: &Table<'_>, key: &'static str, choices: &str) {
    if !table.has(key) {
        table.mistake(key, &format!("it is missing. Write one of {choices}."));
    }
}

/// What the figures multiply to at their worst must be money that can exist.
fn is_not_too_large(table: &Table<'_>, line: &Line) {
    let worst: f64 = line
        .inputs()
        .map(|(input, figure)| {
            let (low, high) = figure.one_in_ten();
            line.multiple(input, low).abs().max(line.multiple(input, high).abs())
        })
        .product();
    let largest = line.timing.profile.iter().fold(0.0, |most: f64, part| most.max(part.abs()));
    if !(0.0..=MOST_POUNDS).contains(&(worst * largest)) {
        table.mistake("amount", "all figures of this line together come to more than a million million pounds a year. Check the units.");
    }
}
