//! What would be fair: how the cash of the option could be divided, and what each would have to be paid to have that.
//!
//! The rule: the splits stand side by side with the one that is recommended and why; groups that would do better without the others are named.

use cases::{FairSplit, fair_split, short};
use pages::{Block, Grid, GridColumn};

use super::View;

/// The blocks, or none where there is nothing to divide.
pub(super) fn blocks(view: &View<'_>) -> Vec<Block> {
    match fair_split(view.case(), view.option()) {
        Ok(None) => Vec::new(),
        Ok(Some(split)) => vec![
            Block::Heading("What would be fair".into()),
            Block::Text(
                "What every group of the partners would gain by sharing without the others follows from the lines: its own part of each benefit and of what varies in each cost, and \
                 the whole of what is fixed. Dividing the cash of the whole by that, at its present value, gives:"
                    .into(),
            ),
            Block::Table(table(view, &split)),
            Block::Text(format!("{}. {} {}", split.splits.recommended().rule.name(), split.splits.recommended().rule.in_words(), split.splits.why())),
            now(&split),
        ],
        Err(fault) => vec![Block::Inset(format!("A fair split could not be worked out: {}. {}", fault.because, fault.try_next))],
    }
}

fn table(view: &View<'_>, split: &FairSplit) -> Grid {
    let mut columns = vec![GridColumn::Words("Partner, with its successor".into()), GridColumn::Numbers("As the file has it".into())];
    columns.extend(split.splits.splits.iter().map(|one| GridColumn::Numbers(one.rule.short_name())));
    columns.push(GridColumn::Numbers("To be paid, for the recommended".into()));
    let payments = split.payments();
    let row = |(place, partner): (usize, &cases::Partner)| {
        let splits = split.splits.splits.iter().map(|one| short(one.amounts[place]));
        [partner.name.clone(), short(split.now[place])].into_iter().chain(splits).chain([short(payments[place])]).collect()
    };
    Grid {
        caption: format!("Ways to divide it; recommended (a judgement): {}", split.splits.recommended().rule.name()),
        columns,
        rows: view.case().partners.iter().enumerate().map(row).collect(),
    }
}

/// Who has a reason to walk away as the file has it.
fn now(split: &FairSplit) -> Block {
    if split.better_outside_now.count == 0 {
        return Block::Text("As the file has it, no group of partners would be better off sharing without the others.".into());
    }
    let worst = split.better_outside_now.worst.iter().take(3);
    let each: Vec<String> = worst.map(|(group, gain)| format!("{}, by {}", split.game.named(*group), short(*gain))).collect();
    Block::Warning(format!("As the file has it, these would be better off without the others: {}.", each.join("; ")))
}
