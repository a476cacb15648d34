//! What would change the answer: the figures that move it most, and how far each can be wrong.
//!
//! The rule: the reader is told where to look before being told to trust; what the tables leave out stands here and not in a footnote.

use cases::{cautions, cautions_of, switching_values};
use pages::{Block, Grid, GridColumn, Section};

use super::View;
use super::economic::what_moves_it;

pub(super) fn section(view: &View<'_>) -> Section {
    let mut blocks = Vec::new();
    if let Some(bars) = what_moves_it(view) {
        blocks.push(Block::Text(
            "Each figure is taken to its bad and to its good end while all others stay at their centre. One time in ten it lies beyond each end. The line marks the central result."
                .into(),
        ));
        blocks.push(bars);
    }
    if !view.option().lines.is_empty() {
        blocks.push(Block::Table(switches(view)));
        blocks.push(Block::Text(
            "A line at 60 % in this table could shrink to six tenths of its estimate before the option is worth no more than doing nothing; one at 200 % would have to double. Where nothing would, the result keeps its sign even without that line."
                .into(),
        ));
    }
    blocks.push(Block::Heading("Before believing these figures".into()));
    let known = cautions_of(view.option(), view.chances()).into_iter().chain(cautions(view.case()));
    blocks.push(Block::Points(known.collect()));
    Section::new("What would change the answer", blocks)
}

fn switches(view: &View<'_>) -> Grid {
    let switching = switching_values(view.case(), view.option());
    let percent = |value: Option<f64>| match value {
        Some(value) if value <= 10.0 => format!("{:.0} %", value * 100.0),
        Some(_) => "over 1,000 %".to_string(),
        None => "nothing would".to_string(),
    };
    let mut rows = vec![
        vec!["All benefits together".to_string(), percent(switching.all_benefits)],
        vec!["All costs together".to_string(), percent(switching.all_costs)],
    ];
    let lines = view.option().lines.iter().zip(&switching.lines).filter(|(line, _)| line.kind != cases::Kind::Payment);
    rows.extend(lines.map(|(line, value)| vec![line.name.clone(), percent(*value)]));
    Grid {
        caption: "Switching values: what would bring the result to nought".into(),
        columns: vec![GridColumn::Words("Line".into()), GridColumn::Numbers("Of its estimate".into())],
        rows,
    }
}
