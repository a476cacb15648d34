//! The day on which the most annual value could end together.
//!
//! The rule: contracts are windows in which they can end; a day counts only if contracts of at least two partners can
//! end on it and there is time left to buy again by then. One sweep over the ends of windows, O(n log n).

use std::collections::BTreeMap;

use definitions::{Day, Pence};

/// Months it takes to specify and buy again.
pub(crate) const LEAD_MONTHS: i32 = 12;
/// Months it takes where little money is at stake.
pub(crate) const SHORT_LEAD_MONTHS: i32 = 6;
/// Below this much a year the short lead time is enough.
pub(crate) const SMALL_VALUE: Pence = Pence(10_000_000);
/// Nobody plans further ahead than this, and few bodies keep their shape for so long.
const HORIZON_MONTHS: i32 = 60;

/// A contract as the sweep sees it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    /// It can end on or after this day.
    pub(crate) from: Day,
    /// And on or before this one.
    pub(crate) to: Day,
    /// Value of one year.
    pub(crate) value: Pence,
    /// Whose it is; contracts that are already one arrangement have one partner.
    pub(crate) partner: u32,
}

impl Window {
    fn can_end_on(&self, day: Day) -> bool {
        self.from <= day && day <= self.to
    }
}

/// A joint day, and what it gathers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct JointDay {
    pub(crate) day: Day,
    pub(crate) value: Pence,
    pub(crate) partners: u32,
    /// Places in the list of windows, in order.
    pub(crate) members: Vec<usize>,
}

/// The day that gathers the most value a year; of equals the one with more partners, then the earlier.
pub(crate) fn best_joint_day(windows: &[Window], today: Day) -> Option<JointDay> {
    let earliest = today.plus_months(SHORT_LEAD_MONTHS);
    let mut starts: Vec<(Day, usize)> = (0..windows.len()).map(|place| (windows[place].from.max(earliest), place)).collect();
    starts.sort_unstable();
    let mut ends: Vec<(Day, usize)> = (0..windows.len()).map(|place| (windows[place].to, place)).collect();
    ends.sort_unstable();
    let days = days_of_change(&starts, &ends, today);
    let mut starts = starts.into_iter().peekable();
    let mut ends = ends.into_iter().peekable();
    let mut gathering = Gathering::default();
    let mut best: Option<(Pence, u32, Day)> = None;
    for day in days {
        while let Some((_, place)) = starts.next_if(|(opens, _)| *opens <= day) {
            gathering.add(&windows[place]);
        }
        // A window that closed before it could be of use was added and is taken out again on the same day.
        while let Some((_, place)) = ends.next_if(|(closes, _)| *closes < day) {
            gathering.remove(&windows[place]);
        }
        if gathering.is_reachable_on(day, today) && best.is_none_or(|(value, partners, _)| gathering.weight() > (value, partners)) {
            best = Some((gathering.value(), gathering.partners(), day));
        }
    }
    best.map(|(value, partners, day)| {
        let members = (0..windows.len()).filter(|place| windows[*place].can_end_on(day)).collect();
        JointDay { day, value, partners, members }
    })
}

/// Days on which the answer can change: a window opens, one has closed, or the long lead time is first met.
fn days_of_change(starts: &[(Day, usize)], ends: &[(Day, usize)], today: Day) -> Vec<Day> {
    let opened = starts.iter().map(|(day, _)| *day);
    let closed = ends.iter().map(|(day, _)| Day(day.0.saturating_add(1)));
    let (earliest, latest) = (today.plus_months(SHORT_LEAD_MONTHS), today.plus_months(HORIZON_MONTHS));
    let all = opened.chain(closed).chain([today.plus_months(LEAD_MONTHS)]);
    let mut days: Vec<Day> = all.filter(|day| (earliest..=latest).contains(day)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Windows open on one day.
#[derive(Default)]
struct Gathering {
    /// Wide enough that no sum of contracts stops at a limit and comes back wrong.
    value_pence: i128,
    contracts_of: BTreeMap<u32, u32>,
}

impl Gathering {
    fn add(&mut self, window: &Window) {
        self.value_pence += i128::from(window.value.0);
        *self.contracts_of.entry(window.partner).or_default() += 1;
    }

    fn remove(&mut self, window: &Window) {
        self.value_pence -= i128::from(window.value.0);
        if let Some(contracts) = self.contracts_of.get_mut(&window.partner) {
            *contracts -= 1;
            if *contracts == 0 {
                self.contracts_of.remove(&window.partner);
            }
        }
    }

    fn partners(&self) -> u32 {
        u32::try_from(self.contracts_of.len()).unwrap_or(u32::MAX)
    }

    fn weight(&self) -> (Pence, u32) {
        (self.value(), self.partners())
    }

    fn value(&self) -> Pence {
        Pence(i64::try_from(self.value_pence).unwrap_or(i64::MAX))
    }

    fn is_reachable_on(&self, day: Day, today: Day) -> bool {
        let has_time = self.value() < SMALL_VALUE || day >= today.plus_months(LEAD_MONTHS);
        self.partners() >= 2 && self.value_pence > 0 && has_time
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month_end(text: &str) -> Day {
        format!("{text}-01").parse::<Day>().unwrap().month().last_day()
    }

    fn window(partner: u32, thousand: i64, from: &str, to: &str) -> Window {
        Window { from: month_end(from), to: month_end(to), value: Pence(thousand * 100_000), partner }
    }

    /// A £400k ends 2027-06 (+24 months); B £250k 2028-03 (break 3, +12); C £300k 2026-12 (+12);
    /// D £150k 2029-09 (break 12); E £100k 2028-01 (+6).
    fn five_contracts() -> Vec<Window> {
        vec![
            window(0, 400, "2027-06", "2029-06"),
            window(1, 250, "2027-12", "2029-03"),
            window(2, 300, "2026-12", "2027-12"),
            window(3, 150, "2028-09", "2029-09"),
            window(4, 100, "2028-01", "2028-07"),
        ]
    }

    const TODAY: Day = Day(20_605); // 1 June 2026

    #[test]
    fn five_contracts_gather_950_000_a_year_in_december_2027() {
        let best = best_joint_day(&five_contracts(), TODAY).unwrap();
        assert_eq!(TODAY.to_string(), "2026-06-01");
        assert_eq!((best.day, best.value, best.members), (month_end("2027-12"), Pence(95_000_000), vec![0, 1, 2]));
    }

    #[test]
    fn without_the_contract_that_cannot_wait_800_000_gather_in_september_2028() {
        let mut contracts = five_contracts();
        contracts.remove(2);
        let best = best_joint_day(&contracts, TODAY).unwrap();
        assert_eq!((best.day, best.value, best.members), (month_end("2028-09"), Pence(80_000_000), vec![0, 1, 2]));
    }

    #[test]
    fn contracts_of_one_body_alone_do_not_make_a_joint_day() {
        let contracts = [window(0, 400, "2027-06", "2029-06"), window(0, 250, "2027-12", "2029-03")];
        assert_eq!(best_joint_day(&contracts, TODAY), None);
    }

    #[test]
    fn large_contracts_that_end_in_eight_months_leave_no_time_to_buy_but_small_ones_do() {
        let pair = |thousand| [window(0, thousand, "2027-01", "2027-01"), window(1, thousand, "2027-01", "2027-01")];
        assert_eq!(best_joint_day(&pair(100), TODAY), None);
        assert_eq!(best_joint_day(&pair(40), TODAY).unwrap().day, month_end("2027-01"));
    }

    /// The slow obvious twin: every day on which anything changes, each contract asked in turn.
    fn twin(windows: &[Window], today: Day) -> Option<JointDay> {
        let first = today.plus_months(SHORT_LEAD_MONTHS);
        let last = today.plus_months(HORIZON_MONTHS);
        let mut best: Option<JointDay> = None;
        for day in (first.0..=last.0).map(Day) {
            let members: Vec<usize> = (0..windows.len()).filter(|place| windows[*place].can_end_on(day)).collect();
            let value: Pence = members.iter().map(|place| windows[*place].value).sum();
            let mut whose: Vec<u32> = members.iter().map(|place| windows[*place].partner).collect();
            whose.sort_unstable();
            whose.dedup();
            let partners = whose.len() as u32;
            let has_time = value < SMALL_VALUE || day >= today.plus_months(LEAD_MONTHS);
            let is_better = best.as_ref().is_none_or(|best| (value, partners) > (best.value, best.partners));
            if partners >= 2 && value > Pence::ZERO && has_time && is_better {
                best = Some(JointDay { day, value, partners, members });
            }
        }
        best
    }

    proptest::proptest! {
        #[test]
        fn the_sweep_agrees_with_asking_every_contract_about_every_day(
            contracts in proptest::collection::vec((-400i32..2200, 0i32..900, 0i64..120, 0u32..4), 0..9)
        ) {
            let windows: Vec<Window> = contracts.iter().map(|(from, length, thousand, partner)| Window {
                from: Day(TODAY.0 + from), to: Day(TODAY.0 + from + length), value: Pence(thousand * 100_000), partner: *partner,
            }).collect();
            proptest::prop_assert_eq!(best_joint_day(&windows, TODAY), twin(&windows, TODAY));
        }
    }
}
