//! The working: every line as it was written and what was done to it, year by year, with sources and grades.
//!
//! The rule: a reader with a pocket calculator can follow every figure of the paper to a line of the case file; nothing here is folded away.

use cases::{Benefit, DEFLATOR, EvidenceGrade, Kind, Line, PublicValue, SCHEDULE, Spend, short};
use definitions::Pence;
use pages::{Block, Grid, GridColumn, Section};

use super::View;

pub(super) fn section(view: &View<'_>) -> Section {
    let mut blocks = Vec::new();
    for (option, compared) in
        view.case().options.iter().zip(&view.worked_out.comparison.options).filter(|(option, _)| !option.lines.is_empty())
    {
        blocks.push(Block::Heading(option.name.clone()));
        blocks.push(Block::Table(lines(view, option, &compared.appraisal.lines)));
    }
    if !view.option().lines.is_empty() {
        blocks.push(Block::Heading(format!("{}, year by year", view.option().name)));
        blocks.push(Block::Table(years(view)));
    }
    blocks.push(Block::Heading("Grades of evidence".into()));
    let grades = (1..=6).filter_map(EvidenceGrade::new);
    blocks.push(Block::Points(grades.map(|grade| format!("Grade {}: {}.", grade.number(), grade.in_words())).collect()));
    blocks.push(Block::Heading("Sources".into()));
    blocks.push(Block::Points(vec![
        format!("Discount rates: {}.", SCHEDULE.source),
        format!("Prices: {}.", DEFLATOR.source),
        "Optimism bias by type of project: HM Treasury, supplementary Green Book guidance, after Mott MacDonald 2002; the lower bounds but one are recalled.".into(),
        "Long tail of information technology projects: Flyvbjerg and Gardner 2023, 5,392 projects; its shape below half and its end are judgement.".into(),
        "Ranges through three percentiles: Keelin 2016, The Metalog Distributions, Decision Analysis 13(4).".into(),
    ]));
    Section::new("The working", blocks)
}

fn lines(view: &View<'_>, option: &cases::CaseOption, present: &[f64]) -> Grid {
    let row = |(line, present): (&Line, &f64)| {
        vec![
            format!("{} (line {})", line.name, line.file_line),
            kind(line),
            line.timing.in_words(view.case().first_year),
            amount(line),
            unbroken(&line.allowance_sentence()),
            if line.kind == Kind::Payment { "between partners".to_string() } else { short(*present) },
            evidence(line),
        ]
    };
    Grid {
        caption: format!("Lines of \"{}\"", option.name),
        columns: vec![
            GridColumn::Words("Line".into()),
            GridColumn::Words("Kind".into()),
            GridColumn::Words("Years".into()),
            GridColumn::Words("Written".into()),
            GridColumn::Words("Allowance".into()),
            GridColumn::Numbers("Present value".into()),
            GridColumn::Words("Evidence".into()),
        ],
        rows: option.lines.iter().zip(present).map(row).collect(),
    }
}

/// What a line counts as, for people.
pub(super) fn kind(line: &Line) -> String {
    let value = |value: PublicValue| match value {
        PublicValue::Fiscal => "fiscal",
        PublicValue::Economic => "economic",
        PublicValue::Social => "social",
    };
    match line.kind {
        Kind::Cost(Spend::Revenue) => "cost, revenue".to_string(),
        Kind::Cost(Spend::Capital) => "cost, capital".to_string(),
        Kind::Cost(Spend::InKind) => "cost, in kind".to_string(),
        Kind::Benefit(Benefit::Cashable, worth) => format!("cashable, {}", value(worth)),
        Kind::Benefit(Benefit::NonCashable, worth) => format!("not cashable, {}", value(worth)),
        Kind::Benefit(Benefit::Income, worth) => format!("income, {}", value(worth)),
        Kind::Benefit(Benefit::Disbenefit, worth) => format!("disbenefit, {}", value(worth)),
        Kind::Payment => "payment".to_string(),
    }
}

/// The amount and all that it is multiplied by, as written.
fn amount(line: &Line) -> String {
    let range = |figure: &cases::Uncertain, read: &dyn Fn(f64) -> String| {
        let (low, high) = figure.written_ends();
        match (figure.is_certain(), figure.is_by_percentiles()) {
            (true, _) => read(figure.central()),
            (false, true) => format!("{} (P10 {}, P90 {})", read(figure.central()), read(low), read(high)),
            (false, false) => format!("{} ({} to {})", read(figure.central()), read(low), read(high)),
        }
    };
    let number = |figure: f64| format!("{}", (figure * 1_000.0).round() / 1_000.0);
    let is_by_year = line.timing.is_year_by_year;
    let mut written = if is_by_year {
        line.timing.profile.iter().map(|pounds| short(*pounds)).collect::<Vec<_>>().join(", ")
    } else {
        range(&line.amount, &|pounds| Pence((pounds * 100.0).round() as i64).whole_pounds())
    };
    for factor in &line.factors {
        let lessens = if factor.kind.lessens() { " × (1 − " } else { " × " };
        let end = if factor.kind.lessens() { ")" } else { "" };
        written += &format!("{lessens}{} {}{end}", factor.kind.code().replace('_', " "), range(&factor.figure, &number));
    }
    if !is_by_year && line.timing.profile.len() > 1 {
        let parts: Vec<String> = line.timing.profile.iter().map(|part| format!("{} %", (part * 100.0).round())).collect();
        written += &format!("; year by year {}", parts.join(", "));
    }
    written
}

fn evidence(line: &Line) -> String {
    match line.grade {
        Some(grade) => format!("{} Grade {}.", with_full_stop(&line.evidence), grade.number()),
        None => line.evidence.clone(),
    }
}

/// A number stays on the line of its percent sign.
fn unbroken(text: &str) -> String {
    text.replace(" %", "\u{a0}%")
}

fn with_full_stop(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_string() } else { format!("{text}.") }
}

fn years(view: &View<'_>) -> Grid {
    let row = |year: &cases::YearRow| {
        vec![
            year.year.to_string(),
            short(year.costs),
            short(year.benefits),
            format!("{:.4}", year.discount),
            short((year.benefits - year.costs) * year.discount),
            short(year.cumulative),
        ]
    };
    Grid {
        caption: format!("Central estimate in prices of {}, for the public as a whole", view.case().price_year),
        columns: vec![
            GridColumn::Words("Year".into()),
            GridColumn::Numbers("Costs".into()),
            GridColumn::Numbers("Benefits".into()),
            GridColumn::Numbers("Worth of a pound".into()),
            GridColumn::Numbers("Net, discounted".into()),
            GridColumn::Numbers("So far".into()),
        ],
        rows: view.appraisal().years.iter().map(row).collect(),
    }
}
