//! A case as JSON, for another program.
//!
//! The rule: the shape is written out here and changes only on purpose. Worths are pounds of the case's price year, to the penny and signed;
//! cash is whole pence; chances are 0 to 1.

use actions::WorkedOut;
use cases::{
    Compared, Leave, Reason, Spread, Worth, cash_view, cautions, cautions_of, fair_split, price_of_leaving, switching_values, tornado,
};
use serde_json::{Value, json};

/// The options side by side.
pub(super) fn compared(worked_out: &WorkedOut) -> Value {
    let (case, comparison) = (&worked_out.case, &worked_out.comparison);
    let options: Vec<Value> = case
        .options
        .iter()
        .zip(&comparison.options)
        .map(|(option, compared)| {
            json!({
                "id": option.id, "name": option.name, "form": option.form.code(),
                "public": worth(&compared.appraisal.public), "fiscal": worth(&compared.appraisal.fiscal), "cash": worth(&compared.appraisal.cash),
                "public_chances": spread(compared.chances.public()), "cash_chances": spread(&compared.chances.cash),
                "reasons": compared.reasons,
            })
        })
        .collect();
    let mut answer = head(worked_out);
    answer["options"] = Value::from(options);
    answer["best"] = json!(comparison.best.map(|best| case.options[best].id.clone()));
    answer["lacking"] = json!(comparison.lacking);
    answer["cautions"] = json!(cautions(case));
    answer
}

/// One option in full.
pub(super) fn appraised(worked_out: &WorkedOut, place: usize) -> Value {
    let (case, option) = (&worked_out.case, &worked_out.case.options[place]);
    let compared = &worked_out.comparison.options[place];
    let mut answer = head(worked_out);
    answer["option"] = json!({ "id": option.id, "name": option.name, "form": option.form.code(), "text": option.text });
    answer["public"] = worth(&compared.appraisal.public);
    answer["fiscal"] = worth(&compared.appraisal.fiscal);
    answer["cash"] = worth(&compared.appraisal.cash);
    answer["sensitivity_net_pounds"] = json!(compared.appraisal.sensitivity_net.map(pounds));
    answer["public_chances"] = spread(compared.chances.public());
    answer["cash_chances"] = spread(&compared.chances.cash);
    answer["cost_chances"] = spread(&compared.chances.costs);
    answer["until"] = until(worked_out, compared);
    answer["years"] = years(compared);
    answer["bodies"] = bodies(worked_out, place);
    answer["lines"] = lines(worked_out, place);
    answer["what_moves_it"] = tornado(case, option)
        .iter()
        .map(|bar| json!({ "figure": bar.name, "bad_end": bar.ends.map(|ends| ends.0), "good_end": bar.ends.map(|ends| ends.1), "worse_pounds": pounds(bar.worse), "better_pounds": pounds(bar.better) }))
        .collect();
    answer["leaving"] = leaving(worked_out, place);
    answer["fair_split"] = fair(worked_out, place);
    answer["cautions"] = json!(cautions_of(option, &compared.chances).into_iter().chain(cautions(case)).collect::<Vec<_>>());
    answer
}

fn head(worked_out: &WorkedOut) -> Value {
    let case = &worked_out.case;
    json!({
        "title": case.title,
        "opportunity": case.opportunity.as_ref().map(ToString::to_string),
        "first_year": case.first_year.to_string(), "years": case.years, "prices": case.price_year.to_string(),
        "discounting": case.rates.code(), "draws": case.draws.count, "seed": case.draws.seed, "together": case.draws.together,
    })
}

/// To the penny: what lies beyond it is noise of the arithmetic.
fn pounds(amount: f64) -> f64 {
    (amount * 100.0).round() / 100.0
}

fn worth(worth: &Worth) -> Value {
    json!({
        "costs_pounds": pounds(worth.costs), "benefits_pounds": pounds(worth.benefits), "net_pounds": pounds(worth.net()),
        "benefits_per_pound": worth.ratio(), "payback_year": worth.payback_year,
    })
}

fn spread(spread: &Spread) -> Value {
    json!({
        "p5_pounds": pounds(spread.p5), "p10_pounds": pounds(spread.p10), "p50_pounds": pounds(spread.p50),
        "p80_pounds": pounds(spread.p80), "p90_pounds": pounds(spread.p90), "p95_pounds": pounds(spread.p95),
        "mean_pounds": pounds(spread.mean), "chance_of_loss": spread.chance_of_loss,
        "is_mean_ruled_by_its_tail": spread.is_mean_ruled_by_its_tail(),
    })
}

fn until(worked_out: &WorkedOut, compared: &Compared) -> Value {
    let rows = compared.appraisal.until.iter().zip(&compared.chances.until).map(|(until, chances)| {
        let ends: Vec<&str> = match &until.reason {
            Reason::Years(_) => Vec::new(),
            Reason::PartnersEnd(partners) => partners.iter().map(|partner| worked_out.case.partners[*partner].id.as_str()).collect(),
        };
        json!({ "day": until.day.to_string(), "partners_that_end": ends, "public": worth(&until.public), "cash": worth(&until.cash), "public_chances": spread(chances) })
    });
    rows.collect()
}

fn years(compared: &Compared) -> Value {
    let rows = compared.appraisal.years.iter().map(|year| {
        json!({
            "year": year.year.to_string(), "costs_pounds": pounds(year.costs), "benefits_pounds": pounds(year.benefits),
            "worth_of_a_pound": year.discount, "cumulative_pounds": pounds(year.cumulative),
        })
    });
    rows.collect()
}

fn bodies(worked_out: &WorkedOut, place: usize) -> Value {
    let (case, compared) = (&worked_out.case, &worked_out.comparison.options[place]);
    let cash = cash_view(case, &case.options[place]);
    let holders = &compared.appraisal.holders;
    let rows = holders.all.iter().enumerate().map(|(row, holder)| {
        let ends = holders.handovers.iter().find(|handover| handover.partner == row);
        let pence: Vec<i64> = cash.rows[row].net.iter().map(|amount| amount.0).collect();
        json!({
            "id": holder.id.as_str(), "name": holder.name, "is_partner": holder.is_partner,
            "last_day": ends.map(|handover| handover.last_day.to_string()),
            "successor": ends.map(|handover| holders.all[handover.to].id.as_str()),
            "cash_by_year_pence": pence,
            "public_pounds": pounds(compared.appraisal.by_holder[row].public),
            "cash_pounds": pounds(compared.appraisal.by_holder[row].cash),
            "cash_chances": spread(&compared.chances.by_holder[row]),
        })
    });
    rows.collect()
}

fn lines(worked_out: &WorkedOut, place: usize) -> Value {
    let (case, option) = (&worked_out.case, &worked_out.case.options[place]);
    let switching = switching_values(case, option);
    let present = &worked_out.comparison.options[place].appraisal.lines;
    let rows = option.lines.iter().enumerate().map(|(row, line)| {
        json!({
            "what": line.name, "line_of_file": line.file_line, "present_value_pounds": pounds(present[row]),
            "switching_value": switching.lines[row], "allowance": line.allowance_sentence(),
            "grade": line.grade.map(cases::EvidenceGrade::number), "evidence": line.evidence,
        })
    });
    rows.collect()
}

/// Present values of cash, one for each partner in the order of the file; null where there is nothing to divide.
fn fair(worked_out: &WorkedOut, place: usize) -> Value {
    let case = &worked_out.case;
    let Ok(Some(split)) = fair_split(case, &case.options[place]) else { return Value::Null };
    let each = |amounts: &[f64]| amounts.iter().map(|amount| pounds(*amount)).collect::<Vec<_>>();
    let splits: Vec<Value> =
        split.splits.splits.iter().map(|one| json!({ "rule": one.rule.name(), "amounts_pounds": each(&one.amounts), "groups_better_outside": one.better_outside.count })).collect();
    json!({
        "partners": case.partners.iter().map(|partner| partner.id.as_str()).collect::<Vec<_>>(),
        "now_pounds": each(&split.now), "splits": splits, "recommended": split.splits.recommended().rule.name(),
        "payments_pounds": each(&split.payments()),
    })
}

fn leaving(worked_out: &WorkedOut, place: usize) -> Value {
    let case = &worked_out.case;
    let year = |leave: &Leave| {
        json!({
            "year": leave.year.to_string(), "set_up_pounds": pounds(leave.set_up), "stranded_pounds": pounds(leave.stranded),
            "disaggregation_pounds": leave.disaggregation, "pays_pounds": pounds(leave.pays()), "forgone_pounds": pounds(leave.forgone),
        })
    };
    let leaves = price_of_leaving(case, &case.options[place]);
    case.partners
        .iter()
        .zip(&leaves)
        .map(|(partner, leaves)| json!({ "partner": partner.id.as_str(), "years": leaves.iter().map(year).collect::<Vec<_>>() }))
        .collect()
}
