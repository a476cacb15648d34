//! The report cards of Westmarch.

use definitions::{Month, Pence, Remark, RemarkKind};
use intake::{Basis, Format, TableKind};
use pages::{FieldFill, FileRead, RepairSeen, RepeatSeen, ReportCard};

use super::{BODIES, body, day, pounds};

/// One card for each body.
pub(super) fn cards() -> Vec<ReportCard> {
    (0..BODIES.len()).map(|whose| card(whose, 34)).collect()
}

/// The card of one body that publishes `months` files.
pub(super) fn card(whose: usize, months: usize) -> ReportCard {
    let name = BODIES[whose % BODIES.len()].1;
    let gaps: Vec<Month> = if whose % 2 == 1 { vec![month(9), month(10)] } else { Vec::new() };
    let published = (0..months as i32).map(month).filter(|month| !gaps.contains(month));
    let by_month: Vec<_> = published
        .enumerate()
        .map(|(place, month)| (month, 900 + (place as u64 * 137) % 700, pounds(4_200_000 + place as i64 * 31_337)))
        .collect();
    ReportCard {
        body: body(whose),
        name: name.to_string(),
        files: (0..months).map(|place| file(whose, place)).collect(),
        period: Some((day("2023-04-03"), day("2026-01-30"))),
        rows: by_month.iter().map(|month| month.1).sum(),
        value: by_month.iter().map(|month| month.2).sum(),
        months: by_month,
        gaps,
        fields: fields(whose),
        repairs: repairs(whose),
        repeats: repeats(whose),
        fix_first: vec![
            "Publish a category for every payment: 31% have none, and they are left out of every comparison by family.".into(),
            "Say in the file whether amounts include VAT.".into(),
            "Use one date form: six files mix 03/04/2024 and 2024-04-03.".into(),
        ],
    }
}

fn month(place: i32) -> Month {
    Month(day("2023-04-03").month().0 + place)
}

fn file(whose: usize, place: usize) -> FileRead {
    let month = month(place as i32);
    FileRead {
        name: format!("{}/spend-over-500-{month}.csv", BODIES[whose % BODIES.len()].0),
        format: Some(if place % 7 == 3 { Format::Xlsx } else { Format::Csv }),
        kinds: vec![if place % 11 == 5 { TableKind::PurchaseCards } else { TableKind::Payments }],
        period: Some((month.first_day(), month.last_day())),
        rows: 1_204 + place as u64,
        set_aside: place as u64 % 5,
        value: pounds(4_200_000 + place as i64 * 31_337),
        basis: if whose.is_multiple_of(3) { Basis::Net } else { Basis::Unknown },
        note: if place % 13 == 6 { "windows-1252 text; the £ signs were repaired".into() } else { String::new() },
    }
}

fn fields(whose: usize) -> Vec<FieldFill> {
    let field = |name: &str, is_mandatory, fill| FieldFill { field: name.into(), is_mandatory, fill };
    vec![
        field("Date", true, 1.0),
        field("Beneficiary", true, 0.996),
        field("Amount excluding VAT", true, 1.0),
        field("Summary of purpose", true, 0.69 - whose as f64 * 0.08),
        field("Merchant category", true, 0.31),
        field("VAT that cannot be recovered", true, 0.0),
        field("Supplier’s company number", false, if whose == 0 { 0.72 } else { 0.0 }),
    ]
}

fn repairs(whose: usize) -> Vec<RepairSeen> {
    let example = |kind, line, seen: &str, done: &str| {
        let remark = Remark { kind, sheet: None, line, column: Some("Amount".into()), seen: seen.into(), done: done.into() };
        (format!("{}/spend-over-500-2024-07.csv", BODIES[whose % BODIES.len()].0), remark)
    };
    let seen = |kind, count, examples| RepairSeen { kind, count, examples };
    vec![
        seen(
            RemarkKind::TotalRow,
            34,
            vec![example(RemarkKind::TotalRow, 1_207, "Grand total", "Set aside: it is the sum of the lines above.")],
        ),
        seen(RemarkKind::DateSwapped, 12, vec![example(RemarkKind::DateSwapped, 88, "04/13/2024", "Read as 13 April 2024.")]),
        seen(RemarkKind::PrivatePerson, 1_567, Vec::new()),
        seen(RemarkKind::AmountUnreadable, 2, vec![example(RemarkKind::AmountUnreadable, 501, "#REF!", "Set aside: it is not an amount.")]),
    ]
}

fn repeats(whose: usize) -> Vec<RepeatSeen> {
    let name = BODIES[whose % BODIES.len()].0;
    vec![RepeatSeen {
        file: format!("{name}/spend-q2-2024.xlsx"),
        counted_in: format!("{name}/spend-over-500-2024-07.csv"),
        rows: 1_231,
        value: Pence(441_820_911),
        is_whole_file: true,
        why: "Every payment has the same day, supplier, amount and number in the other file.".into(),
    }]
}
