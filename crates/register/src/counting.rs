//! Which saving lines of an arrangement count on a day, and why each does or does not.
//!
//! The rule: every line gets an answer with its reason, so that no pound is counted or left out in silence. What is counted up
//! to a day takes the place of earlier lines that it already holds. Adding up is done elsewhere, and never here.

use definitions::Day;

use crate::{Arrangement, Period, SavingLine, Savings, Stage, Standing, When};

/// Why a line counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// So much a year, on a day of its period, while the arrangement is live.
    InForce,
    /// Planned, on a day that the plan covers, and the arrangement has not ended.
    PlanCovers,
    /// So much in all over a time that is over.
    PeriodIsOver,
    /// The latest amount from the beginning until a day.
    LatestToDate,
}

/// Why a line does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNot {
    /// Its period has not begun.
    NotBegun,
    /// Its period is over, and it is an amount a year or a plan.
    Over,
    /// It is an amount a year of an arrangement that is not live.
    NotLive,
    /// It is a plan of an arrangement that has ended.
    PlanOfEnded,
    /// It is an amount in all over a time that is not over.
    NotOver,
    /// A later amount to date has taken its place.
    Replaced,
    /// An amount to date holds it already.
    HeldInToDate,
}

impl Why {
    /// For people.
    pub fn sentence(self) -> &'static str {
        match self {
            Why::InForce => "The day lies in its period, and the arrangement is live.",
            Why::PlanCovers => "The plan covers the day, and the arrangement has not ended.",
            Why::PeriodIsOver => "Its period is over, so the whole of it counts.",
            Why::LatestToDate => "It is the latest amount to date.",
        }
    }
}

impl WhyNot {
    /// For people.
    pub fn sentence(self) -> &'static str {
        match self {
            WhyNot::NotBegun => "Its period has not begun.",
            WhyNot::Over => "Its period is over.",
            WhyNot::NotLive => "The arrangement is not live.",
            WhyNot::PlanOfEnded => "It is a plan, and the arrangement has ended.",
            WhyNot::NotOver => "Its period is not over.",
            WhyNot::Replaced => "A later amount to date takes its place.",
            WhyNot::HeldInToDate => "An amount to date holds it already.",
        }
    }
}

/// Each line of `said` with whether it counts on `day`, in the order of the record.
pub fn counting(said: &Arrangement, day: Day) -> Vec<(&SavingLine, Result<Why, WhyNot>)> {
    let Savings::Lines(lines) = &said.savings else { return Vec::new() };
    let stage = said.stage_on(day);
    lines.iter().map(|line| (line, answer(line, lines, stage, day))).collect()
}

fn answer(line: &SavingLine, lines: &[SavingLine], stage: Stage, day: Day) -> Result<Why, WhyNot> {
    let is_plan = line.standing == Standing::Planned;
    if is_plan && stage == Stage::Ended {
        return Err(WhyNot::PlanOfEnded);
    }
    match line.period {
        Period::EachYear { from, until } => {
            within(from, until, day)?;
            match (is_plan, stage) {
                (true, _) => Ok(Why::PlanCovers),
                (false, Stage::Live) => Ok(Why::InForce),
                (false, _) => Err(WhyNot::NotLive),
            }
        }
        Period::InTotal { from, until } => {
            let latest = latest_to_date(lines, line.standing, day);
            if latest.is_some_and(|latest| from.first_day() <= latest.first_day()) {
                return Err(WhyNot::HeldInToDate);
            }
            if is_plan {
                return within(from, Some(until), day).map(|()| Why::PlanCovers);
            }
            if until.last_day() <= day { Ok(Why::PeriodIsOver) } else { Err(WhyNot::NotOver) }
        }
        Period::ToDate { until } => match latest_to_date(lines, line.standing, day) {
            None => Err(WhyNot::NotBegun),
            Some(latest) if until == latest => Ok(Why::LatestToDate),
            Some(latest) if until > latest => Err(WhyNot::NotBegun),
            Some(_) => Err(WhyNot::Replaced),
        },
    }
}

/// A period begins with the first day that its beginning can mean, and ends with the last day that its end can mean.
fn within(from: When, until: Option<When>, day: Day) -> Result<(), WhyNot> {
    if day < from.first_day() {
        Err(WhyNot::NotBegun)
    } else if until.is_some_and(|until| until.last_day() < day) {
        Err(WhyNot::Over)
    } else {
        Ok(())
    }
}

/// The latest time up to which an amount of this standing was told by `day`.
fn latest_to_date(lines: &[SavingLine], standing: Standing, day: Day) -> Option<When> {
    let of_standing = lines.iter().filter(|line| line.standing == standing);
    let to_date = of_standing.filter_map(|line| match line.period {
        Period::ToDate { until } if until.first_day() <= day => Some(until),
        _ => None,
    });
    to_date.max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::made_up::{arrangement, day};

    fn answers(told: &str, on: &str) -> Vec<Result<Why, WhyNot>> {
        counting(&arrangement(told), day(on)).into_iter().map(|(_, answer)| answer).collect()
    }

    #[test]
    fn an_amount_a_year_counts_from_the_first_day_of_its_period_to_the_last_while_the_arrangement_is_live() {
        let told = "legal | ash, beck | started 2017-04, ended 2021-03-31 | s1 realised 5 a year from 2018 until 2019-03; s2 realised 5 a year from 2016";
        assert_eq!(answers(told, "2017-12-31"), [Err(WhyNot::NotBegun), Ok(Why::InForce)]);
        assert_eq!(answers(told, "2019-03-31"), [Ok(Why::InForce), Ok(Why::InForce)]);
        assert_eq!(answers(told, "2019-04-01"), [Err(WhyNot::Over), Ok(Why::InForce)]);
        assert_eq!(answers(told, "2021-04-01"), [Err(WhyNot::Over), Err(WhyNot::NotLive)]);
    }

    #[test]
    fn a_plan_counts_before_the_start_and_no_more_once_the_arrangement_has_ended() {
        let told = "legal | ash, beck | agreed 2016, ended 2019-03-31 | s1 planned 5 a year from 2017; s2 planned 9 in all 2017 to 2020";
        assert_eq!(answers(told, "2016-12-31"), [Err(WhyNot::NotBegun); 2]);
        assert_eq!(answers(told, "2018-01-01"), [Ok(Why::PlanCovers); 2]);
        assert_eq!(answers(told, "2019-04-01"), [Err(WhyNot::PlanOfEnded); 2]);
    }

    #[test]
    fn an_amount_in_all_counts_when_its_time_is_over_and_still_when_the_arrangement_has_ended() {
        let told = "legal | ash, beck | started 2015, ended 2018 | s1 realised 5 in all 2015 to 2016";
        assert_eq!(answers(told, "2016-12-30"), [Err(WhyNot::NotOver)]);
        assert_eq!(answers(told, "2016-12-31"), [Ok(Why::PeriodIsOver)]);
        assert_eq!(answers(told, "2030-01-01"), [Ok(Why::PeriodIsOver)]);
    }

    #[test]
    fn a_later_amount_to_date_takes_the_place_of_an_earlier_one_and_of_what_it_holds() {
        let told = "legal | ash, beck | started 2015 | s1 realised 5 to date 2016-06; s2 realised 8 to date 2017-06; \
                    s3 realised 3 in all 2015 to 2016; s4 realised 2 in all 2017-07-01 to 2018-03; s5 certified 1 to date 2016";
        let expected =
            [Err(WhyNot::Replaced), Ok(Why::LatestToDate), Err(WhyNot::HeldInToDate), Ok(Why::PeriodIsOver), Ok(Why::LatestToDate)];
        assert_eq!(answers(told, "2018-04-01"), expected);
        let earlier =
            [Ok(Why::LatestToDate), Err(WhyNot::NotBegun), Err(WhyNot::HeldInToDate), Err(WhyNot::NotOver), Ok(Why::LatestToDate)];
        assert_eq!(answers(told, "2016-12-31"), earlier);
    }
}
