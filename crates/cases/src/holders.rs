//! Who holds what a partner pays and gains: the partner to its last day, and its successor from the next.
//!
//! The rule: nothing is lost at a handover. In every year the parts of all holders add up to the whole; a year in which a partner
//! ends is divided by days. Where nobody is named to take over, what is left stands under nobody's name and is said to.

use definitions::{BodyId, Day, FinancialYear};

use crate::case::Case;

/// A body that pays or gains in some year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its name in files.
    pub id: BodyId,
    /// Its name for people.
    pub name: String,
    /// False for a successor that is not a partner today, and for nobody.
    pub is_partner: bool,
}

/// A partner's last day within the years appraised, and who takes over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Place of the partner.
    pub partner: usize,
    /// Its last day.
    pub last_day: Day,
    /// Place of the holder that takes over.
    pub to: usize,
}

/// Every holder of a case, partners first and in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holders {
    /// The holders.
    pub all: Vec<Holder>,
    /// The handovers, in the order of partners.
    pub handovers: Vec<Handover>,
    first_year: FinancialYear,
}

impl Holders {
    /// The holders of a case.
    pub fn of(case: &Case) -> Holders {
        let partner = |partner: &crate::Partner| Holder { id: partner.id.clone(), name: partner.name.clone(), is_partner: true };
        let mut holders = Holders { all: case.partners.iter().map(partner).collect(), handovers: Vec::new(), first_year: case.first_year };
        let last_year = case.first_year.0 + case.years as i32 - 1;
        for (place, partner) in case.partners.iter().enumerate() {
            let Some(last_day) = partner.last_day.filter(|day| *day < FinancialYear(last_year).last_day()) else { continue };
            let (id, name) = match &partner.successor {
                Some(successor) => (successor.id.clone(), successor.name.clone()),
                None => (BodyId::new("nobody-named"), "Nobody named yet".to_string()),
            };
            let to = holders.place_of(id, name);
            holders.handovers.push(Handover { partner: place, last_day, to });
        }
        holders
    }

    /// The part, 0 to 1, of what falls to `partner` in `year` that `holder` holds.
    pub fn part(&self, partner: usize, holder: usize, year: u32) -> f64 {
        let before = self.part_before(partner, year);
        let own = if holder == partner { before } else { 0.0 };
        let taken_over = self.handover_of(partner).is_some_and(|handover| handover.to == holder);
        own + if taken_over { 1.0 - before } else { 0.0 }
    }

    /// The part of `year` on which `partner` still exists.
    pub fn part_before(&self, partner: usize, year: u32) -> f64 {
        self.handover_of(partner).map_or(1.0, |handover| self.part_until(handover.last_day, year))
    }

    /// The part of `year` that lies on or before `day`.
    pub fn part_until(&self, day: Day, year: u32) -> f64 {
        let year = FinancialYear(self.first_year.0 + year as i32);
        let (first, last) = (year.first_day().0, year.last_day().0);
        f64::from((day.0 - first + 1).clamp(0, last - first + 1)) / f64::from(last - first + 1)
    }

    /// Each holder's part of a line in `year`, from each partner's share of it.
    pub fn divide(&self, shares: &[f64], year: u32) -> Vec<f64> {
        let part_of = |holder| shares.iter().enumerate().map(|(partner, share)| share * self.part(partner, holder, year)).sum();
        (0..self.all.len()).map(part_of).collect()
    }

    fn handover_of(&self, partner: usize) -> Option<&Handover> {
        self.handovers.iter().find(|handover| handover.partner == partner)
    }

    fn place_of(&mut self, id: BodyId, name: String) -> usize {
        self.all.iter().position(|holder| holder.id == id).unwrap_or_else(|| {
            self.all.push(Holder { id, name, is_partner: false });
            self.all.len() - 1
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixtures::case_of;

    fn holders(last_day: &str, successor: &str) -> Holders {
        let text = format!("id = \"aldford\"\nname = \"Aldford\"\ntoday_yearly = 1\nlast_day = \"{last_day}\"\n{successor}");
        Holders::of(&case_of(&[&text, "id = \"bexton\"\nname = \"Bexton\"\ntoday_yearly = 1"], ""))
    }

    #[test]
    fn from_the_day_after_its_last_a_partners_part_is_its_successors() {
        let holders = holders("2028-03-31", "successor = \"Westmarch Council\"");
        assert_eq!(holders.all[2].name, "Westmarch Council");
        assert_eq!((holders.part(0, 0, 1), holders.part(0, 2, 1)), (1.0, 0.0));
        assert_eq!((holders.part(0, 0, 2), holders.part(0, 2, 2)), (0.0, 1.0));
        assert_eq!(holders.part(1, 1, 9), 1.0);
    }

    #[test]
    fn a_partner_that_ends_on_30_september_holds_half_of_that_year_by_days() {
        // 1 April to 30 September 2027 is 183 of 366 days, since February 2028 has 29.
        let holders = holders("2027-09-30", "successor = \"Bexton\"");
        assert_eq!(holders.all.len(), 2);
        assert_eq!(holders.divide(&[1.0, 0.0], 1), [0.5, 0.5]);
    }

    #[test]
    fn what_is_left_by_a_partner_without_a_successor_stands_under_nobodys_name() {
        let holders = holders("2028-03-31", "");
        assert_eq!(holders.all[2].name, "Nobody named yet");
        assert_eq!(holders.divide(&[0.4, 0.6], 5), [0.0, 0.6, 0.4]);
    }

    #[test]
    fn a_last_day_beyond_the_years_appraised_changes_nothing() {
        assert!(holders("2036-03-31", "successor = \"Bexton\"").handovers.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn the_parts_of_all_holders_are_the_whole_in_every_year(day in 20_500..24_200i32, share in 0.0..1.0f64, year in 0..10u32) {
            let holders = holders(&Day(day).to_string(), "successor = \"Westmarch Council\"");
            let parts: f64 = holders.divide(&[share, 1.0 - share], year).iter().sum();
            proptest::prop_assert!((parts - 1.0).abs() < 1e-12);
        }
    }
}
