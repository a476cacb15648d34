//! Writes a paper that holds every kind of block, about bodies that do not exist, to be looked at and checked in a browser.
//!
//! The rule: every figure in it is made up. Run it as `cargo run -p pages --example made_up_paper -- paper.html`.
#![allow(clippy::disallowed_methods, reason = "an example writes the file it is asked for")]

use pages::{Bars, Block, Grid, GridColumn, Line, Lines, Paper, Section, Shaded, Span, Spans, paper_html};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "paper.html".to_string());
    std::fs::write(&path, paper_html(&paper()))?;
    Ok(())
}

fn paper() -> Paper {
    let pair = |name: &str, words: &str| (name.to_string(), words.to_string());
    Paper {
        title: "Should Aldford, Beckside and Castleham share one legal team?".into(),
        lede: vec![
            "Sharing would most likely save £310,000 a year from the third year. One time in four it would not pay for itself.".into(),
        ],
        figures: vec![
            pair("£1.9m", "net present value over 10 years"),
            pair("1 in 4", "chance of losing money"),
            pair("2029 to 2030", "paid back"),
        ],
        facts: vec![pair("Made from", "legal.toml"), pair("Discounted to", "1 April 2026")],
        sections: vec![
            Section::new("The choice", choice()),
            Section::new("Who pays and who gains", money()),
            Section::new("What moves it", moves()),
        ],
    }
}

fn choice() -> Vec<Block> {
    vec![
        Block::Text("Three bodies each keep a legal team of their own.".into()),
        Block::Heading("What was looked at".into()),
        Block::Points(vec!["Go on as now".into(), "One lead authority".into()]),
        Block::Steps(vec!["Agree who leads".into(), "Move the files".into()]),
        Block::Inset("Castleham is planned to end on 31 March 2028.".into()),
        Block::Warning("Beckside would be worse off in the first two years.".into()),
        Block::Facts(vec![("Lead".into(), "Aldford".into())]),
    ]
}

fn money() -> Vec<Block> {
    let years = ["2026 to 2027", "2027 to 2028", "2028 to 2029"].map(String::from).to_vec();
    let cell = |amount: f64| (format!("£{amount}k"), amount);
    let line = |name: &str, points: [f64; 3]| Line { name: name.into(), points: points.map(cell).to_vec() };
    let headings = std::iter::once("Body".to_string()).chain(years.clone()).collect();
    let rows = vec![
        ("Aldford".to_string(), [-200.0, -20.0, 150.0].map(cell).to_vec()),
        ("Beckside".to_string(), [-90.0, 0.0, 60.0].map(cell).to_vec()),
    ];
    vec![
        Block::Shaded(Shaded { caption: "Cash by body and year".into(), headings, rows }),
        Block::Lines(Lines {
            caption: "Cash added up".into(),
            across: "Year".into(),
            labels: years,
            lines: vec![
                line("Together", [-290.0, -310.0, -100.0]),
                line("Aldford", [-200.0, -220.0, -70.0]),
                line("Beckside", [-90.0, -90.0, -30.0]),
            ],
        }),
    ]
}

fn moves() -> Vec<Block> {
    let span = |name: &str, low: f64, high: f64| Span {
        name: name.into(),
        words: vec![format!("£{low}k"), format!("£{high}k")],
        low,
        high,
        mark: Some((low + high) / 2.0),
    };
    let headings = ["What", "At its worst", "At its best"].map(String::from).to_vec();
    let rows = vec![span("Posts that are not filled again", -400.0, 900.0), span("Cost of moving files", 100.0, 400.0)];
    let grid = Grid {
        caption: "The lines".into(),
        columns: vec![GridColumn::Words("Line".into()), GridColumn::Numbers("A year".into())],
        rows: vec![vec!["Software".into(), "£40,000".into()]],
    };
    let bars = vec![("Aldford".into(), "£150k".into(), 150.0), ("Beckside".into(), "-£40k".into(), -40.0)];
    vec![
        Block::Spans(Spans { caption: "Net present value at both ends of each range".into(), headings, line: Some(250.0), rows }),
        Block::Bars(Bars { caption: "Gain by body".into(), name_heading: "Body".into(), amount_heading: "Gain".into(), rows: bars }),
        Block::Table(grid),
        Block::Details("How this was worked out".into(), vec![Block::Text("Benefits less costs, each discounted.".into())]),
    ]
}
