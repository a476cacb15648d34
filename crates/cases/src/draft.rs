//! The first draft of a case file, from an opportunity that was found in published data.
//!
//! The rule: the draft keeps the opportunity's identifier, its range and where that comes from, and invents nothing. What nobody knows
//! yet stands in it as nought, is marked as to be filled in, and every result says so until it is.

use definitions::{Day, OpportunityId, SavingRange};

use crate::uncertain::Uncertain;

/// What is known of an opportunity when a case is begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Beginning {
    /// The opportunity's name, which the case keeps.
    pub opportunity: OpportunityId,
    /// Its title.
    pub title: String,
    /// What it is about, in a few sentences.
    pub summary: String,
    /// The bodies: name in files, name for people, whole pounds a year.
    pub bodies: Vec<(String, String, u64)>,
    /// What might be saved a year, where anything new is proposed.
    pub saving: Option<SavingRange>,
    /// The day on which it was found.
    pub found_on: Day,
    /// The day on which bodies of the place are replaced by others, where that is known.
    pub vesting: Option<Day>,
    /// The file it was found in, for people.
    pub found_in: String,
}

/// Marks a line whose figure nobody knows yet; its evidence begins with it.
pub const TO_BE_FILLED_IN: &str = "to be filled in";

/// The text of a case file.
pub fn draft(beginning: &Beginning) -> String {
    let year = beginning.found_on.financial_year().to_string();
    let mut text = head(beginning, &year);
    for (id, name, yearly_pounds) in &beginning.bodies {
        text += &format!("\n[[partner]]\nid = {}\nname = {}\ntoday_yearly = {}\n", quoted(id), quoted(name), thousands(*yearly_pounds));
    }
    text += &about_last_days(beginning.vesting);
    text += USUAL_AND_MINIMUM;
    let sharing = [("lead", "Lead authority", "lead-authority"), ("committee", "Joint committee", "joint-committee")];
    for (id, name, form) in sharing {
        text +=
            &format!("\n\n[[option]]\nid = \"{id}\"\nname = \"{name}\"\nform = \"{form}\"\n{}{}", set_up(&year), saving(beginning, &year));
    }
    text
}

fn head(beginning: &Beginning, year: &str) -> String {
    format!(
        "# A case begun from an opportunity in {}. Every word is explained in docs/decide.md.\n\
         # Lines whose evidence says \"{TO_BE_FILLED_IN}\" hold no figure yet, and every result says so.\n\n\
         title = {}\nopportunity = {}\nfirst_year = \"{year}\"\nyears = 10\nprices = \"{year}\"\ninflation = 0.02\n\n\
         [words]\nstrategic = {}\ncommercial = \"\"\nfinancial = \"\"\nmanagement = \"\"\n",
        in_a_comment(&beginning.found_in),
        quoted(&beginning.title),
        quoted(beginning.opportunity.as_str()),
        quoted(&beginning.summary),
    )
}

/// Which of the partners are replaced is not known here, so nobody's last day is written for them.
fn about_last_days(vesting: Option<Day>) -> String {
    let how = "last_day = \"2028-03-31\" and successor = \"Name of the new council\"";
    match vesting {
        Some(day) => {
            let last_day = Day(day.0 - 1);
            let how = how.replace("2028-03-31", &last_day.to_string());
            format!(
                "# To be filled in: councils of this place are replaced on {}. A partner that is one of them also says:\n#   {how}\n",
                day.long()
            )
        }
        None => format!("# A partner that is to be abolished also says:\n#   {how}\n"),
    }
}

const USUAL_AND_MINIMUM: &str = r#"

[[option]]
id = "usual"
name = "Business as usual"
form = "business-as-usual"
text = "Each body goes on by itself."


[[option]]
id = "minimum"
name = "Do minimum"
form = "do-minimum"
text = "To be filled in: the least that would meet the need, such as one list of suppliers or the same end date for contracts."
"#;

fn set_up(year: &str) -> String {
    format!(
        r#"
# Ask who would do the work, on which system, and what it costs to move. There is no prior for what setting up costs, only for how far
# plans for it fall short: five shared centres planned at 0.9 billion pounds cost 1.4, or 1.56 times (NAO 2012). Until somebody has been
# asked, both lines carry the allowance of evidence of grade 6. Where a system is to be bought, write project = "it" in place of a grade.
[[option.cost]]
what = "Setting up"
spend = "capital"
year = "{year}"
amount = 0
split = "today"
grade = 6
evidence = "{TO_BE_FILLED_IN}"

[[option.cost]]
what = "Running it"
spend = "revenue"
from = "{year}"
amount = 0
split = "today"
fixed = 0.5
grade = 6
evidence = "{TO_BE_FILLED_IN}"
"#
    )
}

/// The saving, from the year after the first.
fn saving(beginning: &Beginning, year: &str) -> String {
    let line = format!(
        "[[option.benefit]]\nwhat = \"Saved on what is bought\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nfrom = \"{year}\"\nlag_years = 1\n\
         split = \"today\"\n"
    );
    let Some(saving) = &beginning.saving else {
        return format!("\n{line}amount = 0\nevidence = \"{TO_BE_FILLED_IN}: the bodies seem to share this already\"\n");
    };
    let none = (saving.chance_of_none * 100.0).round();
    format!(
        "\n# Chance of no saving: {none} in 100. The range is before any cost of setting up.\n{line}amount = {}\nevidence = {}\n",
        range(saving),
        quoted(&saving.source)
    )
}

fn range(saving: &SavingRange) -> String {
    let [p10, p50, p90] = [saving.p10, saving.p50, saving.p90].map(|amount| amount.as_pounds().round());
    match Uncertain::through(p10, p50, p90) {
        Ok(_) => format!("{{ p10 = {p10}, p50 = {p50}, p90 = {p90} }}"),
        // Too narrow or too lopsided for a curve through three percentiles: the same figures as firm ends.
        Err(_) => format!("{{ low = {p10}, central = {p50}, high = {p90} }}"),
    }
}

/// A text in quotation marks, whatever it holds.
fn quoted(text: &str) -> String {
    toml::Value::String(text.replace(['\n', '\r'], " ")).to_string()
}

/// Pounds as TOML writes large numbers: `1_250_000`.
fn thousands(pounds: u64) -> String {
    definitions::thousands(pounds).replace(',', "_")
}

/// A text that cannot end the comment it stands in.
fn in_a_comment(text: &str) -> String {
    text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cautions, compare, read};
    use definitions::Pence;

    fn beginning(saving: Option<SavingRange>) -> Beginning {
        Beginning {
            opportunity: OpportunityId::new("same-supplier-kestrel-software"),
            title: "Two bodies pay \"Kestrel\" separately \\ for software".into(),
            summary: "Two bodies.\nThey pay separately.".into(),
            bodies: vec![("aldford".into(), "Aldford".into(), 108_000), ("bexton".into(), "Bexton".into(), 54_000)],
            saving,
            found_on: "2026-11-22".parse().unwrap(),
            vesting: "2028-04-01".parse().ok(),
            found_in: "westmarch/opportunities.json\nyears = 3".into(),
        }
    }

    fn range() -> SavingRange {
        SavingRange {
            p10: Pence(-648_000),
            p50: Pence(324_000),
            p90: Pence(1_296_000),
            chance_of_none: 0.32,
            source: "prior (judgement) for \"software\"".into(),
        }
    }

    #[test]
    fn a_draft_can_be_appraised_at_once_and_says_what_is_still_to_be_filled_in() {
        let case = read(&draft(&beginning(Some(range())))).unwrap();
        assert_eq!(case.opportunity.as_ref().unwrap().as_str(), "same-supplier-kestrel-software");
        assert_eq!(case.title, "Two bodies pay \"Kestrel\" separately \\ for software");
        assert_eq!((case.first_year.to_string(), case.years), ("2026-27".to_string(), 10));
        assert!(
            draft(&beginning(Some(range()))).contains("replaced on 1 April 2028")
                && draft(&beginning(None)).contains("last_day = \"2028-03-31\"")
        );
        let comparison = compare(&case);
        assert!(comparison.lacking.is_empty());
        // P50 of 3,240 pounds a year over nine years from the second: 3,240 x (8.607687 - 1).
        assert!((comparison.options[2].appraisal.public.net() - 3_240.0 * 7.607687).abs() < 0.01);
        assert!(cautions(&case).iter().any(|caution| caution.contains("to be filled in") && caution.contains("Setting up")));
    }

    #[test]
    fn an_opportunity_that_proposes_nothing_new_begins_a_case_without_a_saving() {
        let case = read(&draft(&beginning(None))).unwrap();
        assert_eq!(compare(&case).options[2].appraisal.public.net(), 0.0);
    }

    #[test]
    fn a_range_too_narrow_for_a_curve_becomes_one_with_firm_ends() {
        let narrow = SavingRange { p10: Pence(0), p50: Pence(0), p90: Pence(90), ..range() };
        assert!(draft(&beginning(Some(narrow.clone()))).contains("{ low = 0, central = 0, high = 1 }"));
        read(&draft(&beginning(Some(narrow)))).unwrap();
    }
}
