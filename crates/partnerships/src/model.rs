//! What a group would cost together, where nobody has asked it: from fixed and variable parts and scale.
//!
//! The rule: a model is said to be one. It has four parts, each a figure an officer can dispute: what is spent once however
//! many share, what grows with the work, how much cheaper work gets as it doubles, and what each pair of partners costs to
//! hold together. Scale stops paying at a volume: Niaounakis and Blank (2017) found the gains of Dutch tax departments
//! largely used up at 60,000 residents.

use definitions::trust_fracture_points;

use crate::{Coalition, Fault, fault::refuse_doubled_names};

/// What one partner spends on the service alone.
#[derive(Clone, Debug, PartialEq)]
pub struct PartnerCosts {
    /// Its name.
    pub name: String,
    /// What it spends however much work there is: a system, a manager.
    pub fixed: f64,
    /// What it spends on its work as it is.
    pub variable: f64,
    /// How much work it has, in any unit that all share: residents, cases, tonnes.
    pub volume: f64,
}

/// How costs behave when partners join. Fractions are from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sharing {
    /// The part of the doubled fixed costs that goes when partners join; the largest fixed cost always stays.
    pub fixed_saved: f64,
    /// How much cheaper a unit of work is where there is twice as much of it.
    pub saved_by_doubling: f64,
    /// The volume beyond which more work is no cheaper; infinite where there is none.
    pub enough_volume: f64,
    /// What each pair of partners costs to hold together: a price for each trust fracture point.
    pub price_per_point: f64,
}

/// A cost for every group of 1 to 64 partners.
#[derive(Clone, Debug, PartialEq)]
pub struct CostModel {
    partners: Vec<PartnerCosts>,
    sharing: Sharing,
}

impl CostModel {
    /// A model of these partners.
    ///
    /// # Errors
    /// Names the row of a partner that stands twice or whose figures are below zero or no numbers; refuses fractions outside 0 to 1.
    pub fn of(partners: Vec<PartnerCosts>, sharing: Sharing) -> Result<CostModel, Fault> {
        let names: Vec<String> = partners.iter().map(|partner| partner.name.clone()).collect();
        refuse_doubled_names(&names)?;
        if partners.is_empty() || partners.len() > 64 {
            return Err(Fault::whole(format!("{} partners cannot be modelled", partners.len()), "Name from 1 to 64."));
        }
        for (row, partner) in partners.iter().enumerate() {
            let figures = [("fixed cost", partner.fixed), ("variable cost", partner.variable), ("volume", partner.volume)];
            if let Some((what, figure)) = figures.iter().find(|(_, figure)| !figure.is_finite() || *figure < 0.0) {
                return Err(Fault::at(row, format!("the {what} of {} is {figure}", partner.name), "Write a number of 0 or more."));
            }
            if partner.variable > 0.0 && partner.volume <= 0.0 && sharing.saved_by_doubling > 0.0 {
                return Err(Fault::at(row, format!("{} has a variable cost and no volume", partner.name), "Write how much work it has."));
            }
        }
        refuse_sharing(&sharing)?;
        Ok(CostModel { partners, sharing })
    }

    /// The partners, in their order.
    pub fn partners(&self) -> &[PartnerCosts] {
        &self.partners
    }

    /// What a group would cost together: the largest fixed cost, what is not saved of the others, each member's variable cost at
    /// the joint volume, and the price of its trust fracture points. A unit of work costs (1 - d)^log2(q / q_i) of what it
    /// did, where d is what doubling saves, q the joint volume and q_i the member's, both no more than enough.
    pub fn cost(&self, group: Coalition) -> f64 {
        let members = || group.members().filter_map(|partner| self.partners.get(partner));
        let (mut largest, mut fixed, mut volume) = (0.0_f64, 0.0, 0.0);
        for partner in members() {
            largest = largest.max(partner.fixed);
            fixed += partner.fixed;
            volume += partner.volume;
        }
        let variable: f64 = members().map(|partner| partner.variable * self.unit_cost(partner.volume, volume)).sum();
        let points = f64::from(trust_fracture_points(group.size()));
        fixed - self.sharing.fixed_saved * (fixed - largest) + variable + points * self.sharing.price_per_point
    }

    /// What a group would save together against each of its members alone.
    pub fn saving(&self, group: Coalition) -> f64 {
        group.members().map(|partner| self.cost(Coalition::alone(partner))).sum::<f64>() - self.cost(group)
    }

    fn unit_cost(&self, own_volume: f64, joint_volume: f64) -> f64 {
        let enough = self.sharing.enough_volume;
        if own_volume <= 0.0 || self.sharing.saved_by_doubling == 0.0 {
            return 1.0;
        }
        let doublings = (joint_volume.min(enough) / own_volume.min(enough)).log2();
        (1.0 - self.sharing.saved_by_doubling).powf(doublings)
    }
}

fn refuse_sharing(sharing: &Sharing) -> Result<(), Fault> {
    let is_fraction = |number: f64| (0.0..=1.0).contains(&number);
    if !is_fraction(sharing.fixed_saved) || !is_fraction(sharing.saved_by_doubling) || sharing.saved_by_doubling == 1.0 {
        return Err(Fault::whole(
            format!(
                "{} % of fixed costs and {} % by doubling cannot both be saved",
                sharing.fixed_saved * 100.0,
                sharing.saved_by_doubling * 100.0
            ),
            "Give the saving of fixed costs as 0 to 100 %, and that of doubling as less than 100 %.",
        ));
    }
    if !sharing.price_per_point.is_finite()
        || sharing.price_per_point < 0.0
        || sharing.enough_volume.is_nan()
        || sharing.enough_volume <= 0.0
    {
        return Err(Fault::whole(
            "the price of a trust fracture point or the volume that is enough is no amount",
            "Write a price of 0 or more and a volume above 0.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn partner(name: &str, fixed: f64, variable: f64, volume: f64) -> PartnerCosts {
        PartnerCosts { name: name.into(), fixed, variable, volume }
    }

    fn model(sharing: Sharing) -> CostModel {
        CostModel::of(vec![partner("Ashby", 100.0, 400.0, 50.0), partner("Brook", 60.0, 200.0, 50.0)], sharing).unwrap()
    }

    #[test]
    fn two_that_join_keep_the_larger_fixed_cost_and_work_at_the_cost_of_a_doubled_volume() {
        let sharing = Sharing { fixed_saved: 0.5, saved_by_doubling: 0.1, enough_volume: f64::INFINITY, price_per_point: 7.0 };
        // 100 + half of 60, 90 % of 600, and one pair: 130 + 540 + 7.
        assert!((model(sharing).cost(Coalition(0b11)) - 677.0).abs() < 1e-9);
        assert!((model(sharing).saving(Coalition(0b11)) - (760.0 - 677.0)).abs() < 1e-9);
        assert_eq!(model(sharing).cost(Coalition(0b01)), 500.0);
    }

    #[test]
    fn beyond_enough_volume_scale_saves_nothing() {
        let sharing = Sharing { fixed_saved: 0.0, saved_by_doubling: 0.1, enough_volume: 50.0, price_per_point: 0.0 };
        assert_eq!(model(sharing).saving(Coalition(0b11)), 0.0);
    }

    #[test]
    fn a_figure_below_zero_and_a_partner_named_twice_are_named() {
        let sharing = Sharing { fixed_saved: 0.5, saved_by_doubling: 0.1, enough_volume: f64::INFINITY, price_per_point: 0.0 };
        let refused = |partners| CostModel::of(partners, sharing).unwrap_err();
        assert!(refused(vec![partner("Ashby", -1.0, 0.0, 1.0)]).because.contains("the fixed cost of Ashby is -1"));
        assert_eq!(refused(vec![partner("Ashby", 1.0, 0.0, 1.0), partner("Ashby", 1.0, 0.0, 1.0)]).row, Some(1));
        assert!(refused(vec![partner("Ashby", 1.0, 5.0, 0.0)]).because.contains("no volume"));
    }
}
