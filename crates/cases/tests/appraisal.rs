//! Appraisals worked out by hand or published, and a slow obvious twin over random cases.
//!
//! The rule: what is expected comes from a named source or is worked out beside the test; nothing is copied from the program.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use cases::{Appraisal, Case, Reason, appraise, cash_view, read, switching_values};
use definitions::{FinancialYear, Pence};
use proptest::prelude::*;

/// A case of one option called `shared`, over so many years, with one partner unless others are given.
fn case(years: u32, partners: &str, lines: &str) -> Case {
    let usual = "[[partner]]\nid = \"aldford\"\ntoday_yearly = 100\n";
    let partners = if partners.is_empty() { usual } else { partners };
    let text = format!(
        "title = \"A case\"\nfirst_year = \"2026-27\"\nyears = {years}\n{partners}[[option]]\nid = \"shared\"\nform = \"lead-authority\"\n{lines}"
    );
    read(&text).unwrap_or_else(|mistakes| panic!("{mistakes:#?}\n{text}"))
}

fn appraised(case: &Case) -> Appraisal {
    appraise(case, case.option("shared").unwrap())
}

/// A cost of Aldford's from 2026-27, so much each year.
fn cost(what: &str, by_year: &str) -> String {
    format!(
        "[[option.cost]]\nwhat = \"{what}\"\nspend = \"revenue\"\nfrom = \"2026-27\"\nby_year = {by_year}\nbody = \"aldford\"\nevidence = \"test\"\n"
    )
}

fn benefit(what: &str, by_year: &str) -> String {
    format!(
        "[[option.benefit]]\nwhat = \"{what}\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nfrom = \"2026-27\"\nby_year = {by_year}\nbody = \"aldford\"\nevidence = \"test\"\n"
    )
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-6, "{found} is not {expected}");
}

#[test]
fn a_hundred_spent_now_for_thirty_a_year_over_five_years_is_worth_35_45() {
    // Worked from the Green Book's formula: -100 + 30 x 4.515052.
    let result = appraised(&case(6, "", &format!("{}{}", cost("Set-up", "[100]"), benefit("Saving", "[0, 30, 30, 30, 30, 30]"))));
    near(result.public.net(), 35.451571);
}

#[test]
fn the_example_of_the_r_package_greenbook_is_worth_minus_23_74_with_a_benefit_cost_ratio_of_0_878() {
    let lines = format!("{}{}", cost("Set-up", "[100, 50, 50]"), benefit("Saving", "[0, 0, 0, 30, 30, 30, 30, 30, 30, 30]"));
    let result = appraised(&case(10, "", &lines));
    near(result.public.net(), -23.744947);
    near(result.public.ratio().unwrap(), 0.878221);
    assert_eq!(result.public.payback_year, None);
}

const RUN: &str = "[0, 20, 20, 20, 20, 20, 20, 20, 20, 20]";
const SAVING: &str = "[0, 100, 200, 200, 200, 200, 200, 200, 200, 200]";

#[test]
fn a_shared_service_of_400_to_set_up_that_saves_200_a_year_has_a_ratio_of_2_37() {
    let lines = format!("{}{}{}", cost("Set-up", "[400, 50]"), cost("Running", RUN), benefit("Saving", SAVING));
    let result = appraised(&case(10, "", &lines));
    near(result.public.costs, 600.462909);
    near(result.public.benefits, 1424.918944);
    near(result.public.net(), 824.456035);
    near(result.public.ratio().unwrap(), 2.373034);
}

#[test]
fn the_same_with_dearer_set_up_and_running_and_a_quarter_less_saved_pays_back_in_year_6() {
    let times = |text: String, factor: f64| format!("{text}times = {factor}\n");
    let lines = format!(
        "{}{}{}",
        times(cost("Set-up", "[400, 50]"), 1.25),
        times(cost("Running", RUN), 1.1),
        times(benefit("Saving", SAVING), 0.75)
    );
    let case = case(10, "", &lines);
    let result = appraised(&case);
    near(result.public.costs, 727.755577);
    near(result.public.benefits, 1068.689208);
    near(result.public.net(), 340.933632);
    near(result.public.ratio().unwrap(), 1.468473);
    for (year, cumulative) in [(0, -500.0), (1, -509.179), (5, -54.924), (6, 49.205)] {
        assert!((result.years[year].cumulative - cumulative).abs() < 0.0005, "{year}: {}", result.years[year].cumulative);
    }
    assert_eq!(result.public.payback_year, Some(6));
    // Benefits may fall to 0.680980 of the estimate before the case is worth nothing.
    near(switching_values(&case, case.option("shared").unwrap()).all_benefits.unwrap(), 0.680980);
}

#[test]
fn the_police_system_that_three_forces_dropped_cost_36_6_million_and_brought_nothing() {
    // Equip: Thames Valley 14.4, Sussex 12.7 and Surrey 9.5 million pounds (BBC News, 2021).
    let partners = "[[partner]]\nid = \"thames-valley\"\ntoday_yearly = 0\n[[partner]]\nid = \"sussex\"\ntoday_yearly = 0\n[[partner]]\nid = \"surrey\"\ntoday_yearly = 0\n";
    let spent = |body: &str, pounds: u64| {
        format!(
            "[[option.cost]]\nwhat = \"{body}\"\nspend = \"capital\"\nyear = \"2026-27\"\namount = {pounds}\nbody = \"{body}\"\nevidence = \"BBC News\"\n"
        )
    };
    let lines = format!("{}{}{}", spent("thames-valley", 14_400_000), spent("sussex", 12_700_000), spent("surrey", 9_500_000));
    let case = case(1, partners, &lines);
    let view = cash_view(&case, case.option("shared").unwrap());
    assert_eq!(view.whole.total(), Pence(-3_660_000_000));
    near(appraised(&case).public.net(), -36_600_000.0);
    assert_eq!(appraised(&case).public.ratio(), Some(0.0));
}

#[test]
fn orbis_splits_by_24_56_and_20_per_cent_give_the_three_councils_the_whole_between_them() {
    // The agreed contributions of East Sussex, Surrey, and Brighton and Hove; 14.4 million pounds reported saved since 2015.
    let partners = "[[partner]]\nid = \"east-sussex\"\ntoday_yearly = 0\n[[partner]]\nid = \"surrey\"\ntoday_yearly = 0\n[[partner]]\nid = \"brighton-and-hove\"\ntoday_yearly = 0\n";
    let lines = "[[option.benefit]]\nwhat = \"Saved\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nyear = \"2026-27\"\namount = 14_400_000\nshares = { east-sussex = 0.24, surrey = 0.56, brighton-and-hove = 0.2 }\nevidence = \"committee papers\"\n";
    let case = case(1, partners, lines);
    let view = cash_view(&case, case.option("shared").unwrap());
    let each: Vec<i64> = view.rows.iter().map(|row| row.total().0).collect();
    assert_eq!(each, [345_600_000, 806_400_000, 288_000_000]);
}

#[test]
fn the_72_million_that_police_scotland_reported_in_its_first_year_makes_936_of_the_1_1_billion_forecast_to_2026() {
    // Forecast: 1.1 billion pounds by 2026; reported in March 2014: more than 72 million. Thirteen years at 72 are 936, 164 short.
    let lines = "[[option.benefit]]\nwhat = \"Saved\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nfrom = \"2026-27\"\namount = 72_000_000\nprices = \"cash\"\nbody = \"aldford\"\nevidence = \"SPA\"\n";
    let case = case(13, "", lines);
    let view = cash_view(&case, case.option("shared").unwrap());
    let short = 110_000_000_000 - view.whole.total().0;
    // In cash each year is 72 million to the penny, since it was written in cash.
    assert_eq!(view.whole.net[12], Pence(7_200_000_000));
    assert_eq!(short, 16_400_000_000);
}

#[test]
fn where_savings_begin_after_three_years_as_finance_officers_found_nothing_is_paid_back_before_the_sixth() {
    // The Government Finance Officers Association: three to five years before savings. A hundred spent, 40 a year from the fourth:
    // 40 x (1 / 1.035^3 + 1 / 1.035^4) = 70.9 by the fifth year, and 104.6 by the sixth, which is year 5.
    let lines = format!("{}{}", cost("Set-up", "[100]"), benefit("Saving", "[0, 0, 0, 40, 40, 40, 40]"));
    assert_eq!(appraised(&case(7, "", &lines)).public.payback_year, Some(5));
}

#[test]
fn audited_cases_of_sharing_gave_back_less_for_each_pound_than_was_promised() {
    // Spent, forecast and achieved in million pounds. Next Generation Shared Services: 94 spent, 128 a year forecast over two and a half years,
    // 90 achieved (NAO, May 2016). Southwest One in Taunton Deane to 2011-12: 3.65 spent, 3.376 promised, 1.25 achieved (Computer Weekly).
    for (spent, forecast, achieved, promised_ratio, ratio) in
        [(94.0, 320.0, 90.0, 3.404255, 0.957447), (3.65, 3.376, 1.25, 0.924932, 0.342466)]
    {
        let of = |gained: f64| {
            appraised(&case(1, "", &format!("{}{}", cost("Spent", &format!("[{spent}]")), benefit("Saved", &format!("[{gained}]")))))
        };
        near(of(forecast).public.ratio().unwrap(), promised_ratio);
        near(of(achieved).public.ratio().unwrap(), ratio);
        assert!(of(achieved).public.net() < 0.0);
    }
}

const TWO: &str = "[[partner]]\nid = \"aldford\"\ntoday_yearly = 30\nlast_day = \"2028-03-31\"\nsuccessor = \"Westmarch Council\"\n[[partner]]\nid = \"bexton\"\ntoday_yearly = 10\n";

#[test]
fn results_are_given_at_3_5_and_10_years_and_on_the_last_day_of_a_partner_and_its_successor_has_the_rest() {
    let lines = "[[option.benefit]]\nwhat = \"Saved\"\nkind = \"cashable\"\nvalue = \"fiscal\"\nfrom = \"2026-27\"\namount = 40\nsplit = \"today\"\nevidence = \"plan\"\n";
    let case = case(12, TWO, lines);
    let result = appraised(&case);
    let reasons: Vec<Reason> = result.until.iter().map(|until| until.reason.clone()).collect();
    assert_eq!(reasons, [Reason::PartnersEnd(vec![0]), Reason::Years(3), Reason::Years(5), Reason::Years(10), Reason::Years(12)]);
    // Two years of 40: 40 + 40 / 1.035; three quarters of them Aldford's.
    near(result.until[0].public.benefits, 40.0 + 40.0 / 1.035);
    near(result.by_holder[0].cash, 0.75 * (40.0 + 40.0 / 1.035));
    near(result.by_holder.iter().map(|worth| worth.cash).sum(), result.cash.net());
    assert_eq!(result.holders.all[2].name, "Westmarch Council");
    assert_eq!(case.financial_years().last(), Some(&FinancialYear(2037)));
}

#[test]
fn a_disbenefit_is_taken_from_the_benefits_and_is_no_cash() {
    let lines = format!(
        "{}[[option.benefit]]\nwhat = \"Longer waits\"\nkind = \"disbenefit\"\nvalue = \"social\"\nyear = \"2026-27\"\namount = 15\nbody = \"aldford\"\nevidence = \"plan\"\n",
        benefit("Saving", "[40]")
    );
    let result = appraised(&case(1, "", &lines));
    near(result.public.benefits, 25.0);
    near(result.cash.benefits, 40.0);
    near(result.fiscal.benefits, 40.0);
    assert_eq!(result.public.ratio(), None);
}

/// The same in the most obvious way: year by year, body by body, with the rate of each year written out.
fn slow_net(flows: &[(f64, u32, u32)]) -> f64 {
    let mut net = 0.0;
    for (amount, first, end) in flows {
        for year in *first..*end {
            let mut worth = *amount;
            for passed in 1..=year {
                worth /= if passed <= 30 { 1.035 } else { 1.03 };
            }
            net += worth;
        }
    }
    net
}

/// Lines of random size and time: pounds, first year, year after the last, true for a cost, share of the first of two partners.
fn lines() -> impl Strategy<Value = Vec<(u32, u32, u32, bool, f64)>> {
    let line = (1..1_000_000u32, 0..40u32, 1..40u32, any::<bool>(), 0.0..1.0f64);
    prop::collection::vec(
        line.prop_map(|(pounds, first, length, is_cost, share)| (pounds, first, (first + length).min(40), is_cost, share)),
        1..8,
    )
}

fn text_of(lines: &[(u32, u32, u32, bool, f64)], times: f64) -> String {
    let mut text = String::new();
    for (place, (pounds, first, end, is_cost, share)) in lines.iter().enumerate() {
        let head =
            if *is_cost { "[[option.cost]]\nspend = \"revenue\"" } else { "[[option.benefit]]\nkind = \"cashable\"\nvalue = \"fiscal\"" };
        let (from, to) = (FinancialYear(2026 + *first as i32), FinancialYear(2025 + *end as i32));
        text += &format!(
            "{head}\nwhat = \"Line {place}\"\nfrom = \"{from}\"\nto = \"{to}\"\namount = {}\nshares = {{ aldford = {share}, bexton = {} }}\nevidence = \"random\"\n",
            f64::from(*pounds) * times,
            1.0 - share
        );
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_appraisal_agrees_with_its_slow_obvious_twin(lines in lines()) {
        let result = appraised(&case(40, TWO, &text_of(&lines, 1.0)));
        let flows: Vec<(f64, u32, u32)> =
            lines.iter().map(|(pounds, first, end, is_cost, _)| (f64::from(*pounds) * if *is_cost { -1.0 } else { 1.0 }, *first, *end)).collect();
        let slow = slow_net(&flows);
        prop_assert!((result.public.net() - slow).abs() < 1e-6 * (1.0 + slow.abs()) + 1e-4, "{} is not {slow}", result.public.net());
    }

    #[test]
    fn what_falls_to_the_bodies_adds_up_to_the_whole(lines in lines()) {
        let case = case(40, TWO, &text_of(&lines, 1.0));
        let result = appraised(&case);
        let sum: f64 = result.by_holder.iter().map(|worth| worth.public).sum();
        prop_assert!((sum - result.public.net()).abs() < 1e-3);
        let view = cash_view(&case, case.option("shared").unwrap());
        for (column, whole) in view.whole.net.iter().enumerate() {
            prop_assert_eq!(view.rows.iter().map(|row| row.net[column]).sum::<Pence>(), *whole);
        }
    }

    #[test]
    fn twice_of_everything_is_worth_twice_as_much_at_the_same_ratio(lines in lines()) {
        let (once, twice) = (appraised(&case(40, TWO, &text_of(&lines, 1.0))), appraised(&case(40, TWO, &text_of(&lines, 2.0))));
        prop_assert!((twice.public.net() - 2.0 * once.public.net()).abs() < 1e-3);
        match (once.public.ratio(), twice.public.ratio()) {
            (Some(once), Some(twice)) => prop_assert!((once - twice).abs() < 1e-9),
            (once, twice) => prop_assert_eq!(once, twice),
        }
    }
}
