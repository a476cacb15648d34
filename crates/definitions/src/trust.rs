//! Trust fracture points: how many pairs of partners must come to trust each other.
//!
//! The rule: n partners have n(n-1)/2 points, and a project needs at least two people for each. It is a rule of
//! thumb from the practice of shared services; it ranks, it never forbids.

/// n(n-1)/2 for n partners: every pair of them is a place where trust can break.
pub fn trust_fracture_points(partners: usize) -> u32 {
    let points = partners.saturating_mul(partners.saturating_sub(1)) / 2;
    u32::try_from(points).unwrap_or(u32::MAX)
}

/// At least two people of a project team for each point.
pub fn trust_team(points: u32) -> u32 {
    points.saturating_mul(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_partners_have_fifteen_points_and_a_body_alone_has_none() {
        let points: Vec<u32> = (0..=6).map(trust_fracture_points).collect();
        assert_eq!(points, [0, 0, 1, 3, 6, 10, 15]);
    }

    #[test]
    fn forty_two_partners_have_861_points_and_need_1722_people() {
        let people = |partners| (trust_fracture_points(partners), trust_team(trust_fracture_points(partners)));
        assert_eq!(people(42), (861, 1722));
        assert_eq!(people(15), (105, 210));
        assert_eq!(people(16), (120, 240));
        assert_eq!(people(23), (253, 506));
        assert_eq!(people(44), (946, 1892));
        assert_eq!(people(45), (990, 1980));
    }
}
