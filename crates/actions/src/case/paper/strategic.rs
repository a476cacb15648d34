//! The strategic case: why change, for whom, and what is coming that the partners do not decide.
//!
//! The rule: the words are the file's own; a partner that is to be abolished stands here in the first section, since nothing matters more.

use definitions::{Pence, thousands};
use pages::{Block, Grid, GridColumn, Section};

use super::{View, words};

pub(super) fn section(view: &View<'_>) -> Section {
    let case = view.case();
    let mut blocks =
        words(&case.words.strategic, "strategic", "why change is needed, to what ends, and how one would know that they were reached.");
    blocks.push(Block::Table(partners(view)));
    for partner in &case.partners {
        let Some(last_day) = partner.last_day else { continue };
        let after = match &partner.successor {
            Some(successor) => format!("{} takes over; what this case says of the years after is for it to confirm.", successor.name),
            None => "Nobody is named to take over. Until somebody is, part of this case belongs to no body.".to_string(),
        };
        blocks.push(Block::Warning(format!("{} ends on {}. {after}", partner.name, last_day.long())));
    }
    Section::new("Strategic case: why change", blocks)
}

fn partners(view: &View<'_>) -> Grid {
    let case = view.case();
    let row = |partner: &cases::Partner| {
        let ends = partner.last_day.map_or("goes on".to_string(), |day| day.long());
        let successor = partner.successor.as_ref().map(|successor| successor.name.clone()).unwrap_or_default();
        let residents = partner.residents.map_or("not given".to_string(), |residents| thousands(u64::from(residents)));
        vec![partner.name.clone(), residents, Pence((partner.today_yearly_pounds * 100.0).round() as i64).whole_pounds(), ends, successor]
    };
    Grid {
        caption: "Partners, and what each spends on this today".to_string(),
        columns: vec![
            GridColumn::Words("Partner".into()),
            GridColumn::Numbers("Residents".into()),
            GridColumn::Numbers("A year, today".into()),
            GridColumn::Words("Last day".into()),
            GridColumn::Words("Successor".into()),
        ],
        rows: case.partners.iter().map(row).collect(),
    }
}
