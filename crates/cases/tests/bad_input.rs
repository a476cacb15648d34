//! What an officer is told who writes something wrong in a case file: the line, the key, what is wrong and what to write.
//!
//! The rule: nothing wrong is passed over, nothing wrong stops the program, and all mistakes are told at once.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use cases::{Mistake, read};
use proptest::prelude::*;

/// A sound case; the first partner begins on line 5, the first cost on line 18 and the benefit on line 27.
const SOUND: &str = r#"title = "A case"
first_year = "2026-27"
years = 10

[[partner]]
id = "aldford"
today_yearly = 100
[[partner]]
id = "bexton"
today_yearly = 100

[[option]]
id = "usual"
form = "business-as-usual"
[[option]]
id = "shared"
form = "company"
[[option.cost]]
what = "Set-up"
spend = "revenue"
year = "2026-27"
amount = 1000
body = "aldford"
grade = 3
evidence = "quotation"

[[option.benefit]]
what = "Posts"
kind = "cashable"
value = "fiscal"
from = "2027-28"
amount = 400
deadweight = 0.1
split = "equal"
evidence = "plan"
"#;

fn mistakes(text: &str) -> Vec<Mistake> {
    read(text).expect_err("something is wrong in it")
}

/// The one mistake when `from` is written as `to`.
fn mistake(from: &str, to: &str) -> Mistake {
    let text = SOUND.replacen(from, to, 1);
    assert_ne!(text, SOUND, "{from:?} is in the sound case");
    let mistakes = mistakes(&text);
    assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
    mistakes.into_iter().next().unwrap()
}

fn says(mistake: &Mistake, line: usize, key: &str, words: &[&str]) {
    assert_eq!((mistake.line, mistake.key.as_str()), (line, key), "{}", mistake.words);
    words.iter().for_each(|part| assert!(mistake.words.contains(part), "{part:?} is not in {:?}", mistake.words));
}

#[test]
fn the_sound_case_is_sound() {
    assert_eq!(read(SOUND).unwrap().options[1].lines.len(), 2);
}

#[test]
fn a_year_before_the_first_of_the_case_is_refused_since_that_money_is_spent_whatever_is_decided() {
    says(
        &mistake("year = \"2026-27\"\namount", "year = \"2025-26\"\namount"),
        21,
        "option.cost.year",
        &["2025-26 comes before", "2026-27", "leave it out"],
    );
}

#[test]
fn a_year_after_the_last_of_the_case_is_refused() {
    says(&mistake("from = \"2027-28\"", "from = \"2037-38\""), 31, "option.benefit.from", &["comes after the last year", "2035-36"]);
}

#[test]
fn a_year_that_is_no_financial_year_is_told_how_to_write_it() {
    says(&mistake("first_year = \"2026-27\"", "first_year = \"2026\""), 2, "first_year", &["\"2026\"", "Write it as \"2026-27\""]);
    says(&mistake("from = \"2027-28\"", "from = \"2027-29\""), 31, "option.benefit.from", &["not a financial year"]);
}

#[test]
fn a_percentage_written_as_3_or_as_30_is_told_to_be_a_fraction() {
    says(&mistake("deadweight = 0.1", "deadweight = 3"), 33, "option.benefit.deadweight", &["more than the whole", "For 3 % write 0.03"]);
    says(&mistake("deadweight = 0.1", "deadweight = 30"), 33, "option.benefit.deadweight", &["write 0.3"]);
    says(&mistake("years = 10", "years = 10\ninflation = 2"), 4, "inflation", &["For 2 % write 0.02"]);
    assert!(read(&SOUND.replace("deadweight = 0.1", "deadweight = 0.03")).is_ok());
}

#[test]
fn a_negative_share_is_not_a_share() {
    says(&mistake("deadweight = 0.1", "take_up = -0.1"), 33, "option.benefit.take_up", &["-0.1 is not a fraction"]);
}

#[test]
fn a_partner_named_twice_is_named() {
    says(&mistake("id = \"bexton\"", "id = \"aldford\""), 9, "partner.id", &["\"aldford\" is named twice"]);
}

#[test]
fn a_figure_that_is_infinite_or_not_a_number_is_no_amount() {
    for wrong in ["inf", "-inf", "nan", "+nan"] {
        says(&mistake("amount = 1000", &format!("amount = {wrong}")), 22, "option.cost.amount", &["is not an amount", wrong]);
    }
    says(&mistake("today_yearly = 100", "today_yearly = nan"), 7, "partner.today_yearly", &["is not an amount"]);
}

#[test]
fn an_amount_written_as_people_write_it_is_told_to_be_a_plain_number() {
    says(&mistake("amount = 1000", "amount = \"£1,000\""), 22, "option.cost.amount", &["a text is written where there should be a number"]);
}

#[test]
fn a_missing_amount_is_told_on_the_line_where_its_cost_begins() {
    says(&mistake("amount = 1000\n", ""), 18, "option.cost.amount", &["it is missing", "amount = 120_000"]);
}

#[test]
fn a_cost_below_nought_is_a_benefit() {
    says(&mistake("amount = 1000", "amount = -1000"), 22, "option.cost.amount", &["above nought", "benefit"]);
}

#[test]
fn a_line_for_a_partner_that_is_not_there_lists_those_that_are() {
    says(
        &mistake("body = \"aldford\"", "body = \"carrow\""),
        23,
        "option.cost.body",
        &["no partner has the id \"carrow\"", "aldford, bexton"],
    );
}

#[test]
fn a_line_that_is_nobodys_or_twice_somebodys_is_refused() {
    says(&mistake("body = \"aldford\"\n", ""), 18, "option.cost.body", &["not said whose"]);
    says(&mistake("body = \"aldford\"", "body = \"aldford\"\nsplit = \"equal\""), 23, "option.cost.body", &["said twice whose"]);
}

#[test]
fn shares_must_add_up_to_the_whole_and_percentages_are_told_apart() {
    says(&mistake("split = \"equal\"", "shares = { aldford = 0.5, bexton = 0.4 }"), 34, "option.benefit.shares", &["add up to 0.9"]);
    says(&mistake("split = \"equal\"", "shares = { aldford = 60, bexton = 40 }"), 34, "option.benefit.shares", &["0.4 for 40 %"]);
    says(&mistake("split = \"equal\"", "shares = { aldford = 1.5, bexton = -0.5 }"), 34, "option.benefit.shares", &["from 0 to 1"]);
}

#[test]
fn a_range_that_falls_is_refused_and_so_is_half_of_one() {
    says(
        &mistake("amount = 400", "amount = { low = 500, central = 400, high = 300 }"),
        32,
        "option.benefit.amount",
        &["500, 400, 300 does not rise"],
    );
    says(&mistake("amount = 400", "amount = { low = 500, high = 300 }"), 32, "option.benefit.amount", &["three figures"]);
    says(
        &mistake("amount = 400", "amount = { p10 = 0, p50 = 1, p90 = 100 }"),
        32,
        "option.benefit.amount",
        &["too near an end", "low = …"],
    );
}

#[test]
fn five_thousand_years_are_more_than_any_case_is_appraised_over() {
    says(&mistake("years = 10", "years = 5000"), 3, "years", &["5000 lies outside 1 to 60"]);
    says(&mistake("years = 10", "years = 0"), 3, "years", &["outside 1 to 60"]);
    says(&mistake("years = 10", "years = 99999999999999999999"), 3, "years", &["too large"]);
}

#[test]
fn two_kinds_of_doubt_on_one_line_are_refused_since_they_would_count_twice() {
    let both = "amount = { low = 1, central = 2, high = 3 }\nproject = \"it\"";
    says(
        &mistake("amount = 1000", both),
        23,
        "option.cost.project",
        &["2 kinds of doubt", "a range of its own and a project type", "keep one"],
    );
    let both = "amount = { low = 1, central = 2, high = 3 }\nrealised = \"prior\"";
    says(&mistake("amount = 400", both), 33, "option.benefit.realised", &["count the same doubt twice"]);
}

#[test]
fn an_allowance_stands_only_where_its_table_has_one() {
    says(&mistake("grade = 3", "grade = 3\nproject = \"outsourcing\""), 25, "option.cost.project", &["spent every year"]);
    says(&mistake("deadweight = 0.1", "project = \"it\""), 33, "option.benefit.project", &["costs alone"]);
    says(&mistake("grade = 3", "mitigation = 0.4"), 24, "option.cost.mitigation", &["no project is named"]);
    says(&mistake("grade = 3", "grade = 7"), 24, "option.cost.grade", &["7 is no grade"]);
}

#[test]
fn a_misspelt_word_is_told_with_the_one_that_was_meant() {
    says(&mistake("deadweight = 0.1", "deadwieght = 0.1"), 33, "option.benefit.deadwieght", &["Is deadweight meant?"]);
    says(&mistake("form = \"company\"", "form = \"compnay\""), 17, "option.form", &["\"compnay\" is not known here", "\"company\""]);
}

#[test]
fn a_line_of_business_as_usual_is_refused_since_every_line_is_a_change_from_it() {
    let cost = "form = \"business-as-usual\"\n[[option.cost]]\nwhat = \"Staff\"\nspend = \"revenue\"\nfrom = \"2026-27\"\namount = 5\nbody = \"aldford\"\nevidence = \"budget\"";
    says(&mistake("form = \"business-as-usual\"", cost), 14, "option.form", &["change from business as usual", "today_yearly"]);
}

#[test]
fn prices_from_before_the_index_begins_cannot_be_compared() {
    says(&mistake("amount = 1000", "amount = 1000\nprices = \"1975-76\""), 23, "option.cost.prices", &["from 1990-91"]);
}

#[test]
fn an_amount_of_more_than_a_million_million_is_a_slip_of_units() {
    says(&mistake("amount = 400", "amount = 400_000_000_000_000"), 32, "option.benefit.amount", &["is not pounds"]);
    says(&mistake("amount = 400", "amount = 400_000_000\npopulation = 60_000_000"), 32, "option.benefit.amount", &["Check the units"]);
}

#[test]
fn a_successor_without_a_last_day_is_asked_for_the_day() {
    says(&mistake("today_yearly = 100", "today_yearly = 100\nsuccessor = \"Westmarch\""), 8, "partner.successor", &["last_day"]);
    says(&mistake("today_yearly = 100", "today_yearly = 100\nlast_day = \"2028-02-30\""), 8, "partner.last_day", &["is not a day"]);
}

#[test]
fn a_proposal_of_an_option_that_is_not_there_lists_those_that_are() {
    let found = mistakes(&SOUND.replace("[[partner]]\nid = \"aldford\"", "[proposed]\noption = \"lead\"\n[[partner]]\nid = \"aldford\""));
    says(&found[0], 6, "proposed.option", &["no option has the id \"lead\"", "usual, shared"]);
}

#[test]
fn what_is_not_toml_at_all_is_told_with_its_line() {
    let found = mistakes(&SOUND.replace("years = 10", "years : 10"));
    assert_eq!((found.len(), found[0].line), (1, 3), "{found:#?}");
    assert!(found[0].words.contains("not TOML"));
}

#[test]
fn an_empty_file_is_told_all_that_a_case_needs_at_once() {
    let keys: Vec<String> = mistakes("").into_iter().map(|mistake| mistake.key).collect();
    assert_eq!(keys, ["first_year", "option", "partner", "title"]);
}

#[test]
fn every_mistake_is_told_and_not_only_the_first_in_the_order_of_the_file() {
    let text = SOUND.replace("years = 10", "years = 0").replace("grade = 3", "grade = 9").replace("deadweight = 0.1", "deadweight = 5");
    let lines: Vec<usize> = mistakes(&text).into_iter().map(|mistake| mistake.line).collect();
    assert_eq!(lines, [3, 24, 33]);
}

#[test]
fn sixty_one_partners_are_more_than_are_worked_out() {
    let many: String = (0..61).map(|place| format!("[[partner]]\nid = \"body-{place}\"\ntoday_yearly = 1\n")).collect();
    let found =
        mistakes(&format!("title = \"A\"\nfirst_year = \"2026-27\"\n{many}[[option]]\nid = \"usual\"\nform = \"business-as-usual\"\n"));
    assert!(found[0].words.contains("61 partners") && found[0].words.contains("at most 60"), "{found:#?}");
}

#[test]
fn a_file_of_a_million_characters_is_no_case() {
    assert!(mistakes(&"# x\n".repeat(300_000))[0].words.contains("more than a million characters"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    /// Any cut of a sound case, with anything written into it, is read or refused, and what is read is appraised.
    #[test]
    fn nothing_written_in_a_case_file_stops_the_program(cut in 0..SOUND.len(), keep in 0..SOUND.len(), wrong in "[ -~\n]{0,12}|-?[0-9]{1,20}|[0-9.e+-]{1,9}") {
        let text = format!("{}{wrong}{}", &SOUND[..cut], &SOUND[keep..]);
        if let Ok(mut case) = read(&text) {
            case.draws.count = 100;
            let comparison = cases::compare(&case);
            for option in &case.options {
                cases::cash_view(&case, option);
                cases::price_of_leaving(&case, option);
                cases::tornado(&case, option);
            }
            prop_assert!(comparison.options.iter().all(|option| option.appraisal.public.net().is_finite()));
        }
    }
}
