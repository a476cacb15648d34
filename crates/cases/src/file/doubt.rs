//! The one kind of doubt that a line of a case file carries.
//!
//! The rule: a line carries a range (of its amount, or of anything that multiplies it), an allowance by type of project, what
//! forecasts have been worth, or (where none of these is written) the allowance of its grade of evidence. Two of the first three on
//! one line would count the same doubt twice, and are refused. A grade is always kept, and says how good the evidence is even where
//! something else carries the doubt.

use super::fraction;
use super::table::Table;
use crate::bias::{Allowance, EvidenceGrade, ProjectType};
use crate::line::{Kind, Line, Spend};

/// How good the evidence is.
pub(super) fn grade(table: &Table<'_>) -> Option<EvidenceGrade> {
    let number = table.whole_number("grade")?;
    let grade = EvidenceGrade::new(number);
    if grade.is_none() {
        table.mistake("grade", &format!("{number} is no grade of evidence. Write 1 (audited) to 6 (an expert's view)."));
    }
    grade
}

/// The one kind of doubt that a line carries.
/// The line is whole but for its allowance.
pub(super) fn allowance(table: &Table<'_>, line: &Line) -> Allowance {
    let project = project(table, line.kind, line.timing.is_once);
    let is_realised = table.one_of("realised", &[("prior", ())]).is_some();
    if is_realised && !matches!(line.kind, Kind::Benefit(..)) {
        table.mistake("realised", "only benefits are counted as forecasts have turned out. Take it out, or give the cost a project type.");
    }
    let is_range = line.inputs().any(|(_, figure)| !figure.is_certain());
    let written: Vec<&str> =
        [(is_range, "a range of its own"), (project.is_some(), "a project type"), (is_realised, "what forecasts have been worth")]
            .into_iter()
            .filter_map(|(is_there, words)| is_there.then_some(words))
            .collect();
    if written.len() > 1 {
        let key = if project.is_some() { "project" } else { "realised" };
        table.mistake(
            key,
            &format!(
                "this line carries {} kinds of doubt: {}. That would count the same doubt twice; keep one.",
                written.len(),
                written.join(" and ")
            ),
        );
    }
    match (is_range, project, is_realised, line.grade) {
        (true, ..) => Allowance::InTheRange,
        (_, Some((project, mitigation)), ..) => Allowance::Project(project, mitigation),
        (_, _, true, _) => Allowance::Realised,
        (_, _, _, Some(grade)) if line.kind != Kind::Payment => Allowance::Grade(grade),
        _ => Allowance::None,
    }
}

fn project(table: &Table<'_>, kind: Kind, is_once: bool) -> Option<(ProjectType, f64)> {
    let mitigation = fraction(table, "mitigation", 0.0, 1.0);
    let types = ProjectType::ALL.map(|project| (project.code(), project));
    let Some(project) = table.one_of("project", &types) else {
        if table.has("mitigation") && !table.has("project") {
            table.mistake(
                "mitigation",
                "it says what has been dealt with of a project's risks, and no project is named. Write project = \"…\" too.",
            );
        }
        return None;
    };
    let is_yearly_kind = project == ProjectType::Outsourcing;
    match kind {
        Kind::Cost(spend) if is_yearly_kind == (!is_once && spend != Spend::Capital) => {}
        Kind::Cost(_) if is_yearly_kind => table.mistake(
            "project",
            "the allowance for outsourcing is on what is spent every year. Name another type for a cost that falls once.",
        ),
        Kind::Cost(_) => table.mistake(
            "project",
            "the allowance for this type of project is on capital and on what is spent once. Write a range or a grade for a yearly cost.",
        ),
        _ => table.mistake("project", "an allowance by type of project is on costs alone. Take it out, and write a range or a grade."),
    }
    Some((project, mitigation))
}
