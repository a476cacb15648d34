//! What groups of real bodies must keep to.
//!
//! The rule: a constraint says of one group whether it may be, and nothing of its worth. A body by itself stays as it is:
//! it needs no host, no neighbour and no owner. Each can be left out and the grouping solved again, which is what it costs
//! to respect it.

use crate::Coalition;

/// Something that groups must keep to.
#[derive(Clone, Debug, PartialEq)]
pub enum Constraint {
    /// At most so many bodies in a group.
    LargestSize(usize),
    /// Each group is one area: from each member one comes to every other over members that are neighbours. One group of
    /// neighbours a body.
    Neighbours(Vec<Coalition>),
    /// No two members are further apart than so many minutes. One row a body, one column a body.
    DriveTime {
        /// Minutes from each body to each.
        minutes: Vec<Vec<f64>>,
        /// The most between two members.
        most_minutes: f64,
    },
    /// Members are all of kinds that may mix. For each body those it may share a group with.
    Kinds(Vec<Coalition>),
    /// These are in one group.
    Together(Coalition),
    /// No two of these are in one group.
    Apart(Coalition),
    /// Each group has a member that can host.
    Host(Coalition),
    /// No group reaches across a future boundary, unless a member is its owner after the change.
    Boundary {
        /// The successor of each body, as a number; `None` where it stays.
        successor: Vec<Option<usize>>,
        /// Bodies that own what reaches across.
        owners: Coalition,
    },
}

impl Constraint {
    /// True where the group may be.
    pub fn allows(&self, group: Coalition) -> bool {
        match self {
            Constraint::LargestSize(most) => group.size() <= *most,
            Constraint::Neighbours(neighbours) => is_one_area(group, neighbours),
            Constraint::DriveTime { minutes, most_minutes } => {
                group.members().all(|from| group.members().all(|to| minutes[from][to] <= *most_minutes || from == to))
            }
            Constraint::Kinds(may_mix) => group.members().all(|body| group.without(body).0 & !may_mix[body].0 == 0),
            Constraint::Together(bodies) => group.is_apart_from(*bodies) || group.0 & bodies.0 == bodies.0,
            Constraint::Apart(bodies) => (group.0 & bodies.0).count_ones() <= 1,
            Constraint::Host(hosts) => group.size() <= 1 || !group.is_apart_from(*hosts),
            Constraint::Boundary { successor, owners } => {
                let mut members = group.members().map(|body| successor[body]);
                let first = members.next().flatten();
                !group.is_apart_from(*owners) || members.all(|other| other == first)
            }
        }
    }

    /// True where a group that is refused is refused with any others added, too.
    pub(crate) fn refuses_all_larger(&self) -> bool {
        matches!(self, Constraint::LargestSize(_) | Constraint::DriveTime { .. } | Constraint::Kinds(_) | Constraint::Apart(_))
    }

    /// What it asks, as a sentence for the bodies named.
    pub fn in_words(&self, names: &[String]) -> String {
        let listed = |bodies: Coalition| {
            let names: Vec<&str> = bodies.members().filter_map(|body| names.get(body)).map(String::as_str).collect();
            crate::game::listed(&names)
        };
        match self {
            Constraint::LargestSize(most) => format!("at most {most} bodies in a group"),
            Constraint::Neighbours(_) => "each group is one area, neighbour by neighbour".to_string(),
            Constraint::DriveTime { most_minutes, .. } => format!("no two of a group further apart than {most_minutes} minutes"),
            Constraint::Kinds(_) => "only kinds that may mix are in one group".to_string(),
            Constraint::Together(bodies) => format!("{} in one group", listed(*bodies)),
            Constraint::Apart(bodies) => format!("{} in different groups", listed(*bodies)),
            Constraint::Host(hosts) => format!("each group has one that can host: {}", listed(*hosts)),
            Constraint::Boundary { .. } => "no group across a future boundary without an owner".to_string(),
        }
    }
}

/// True where members can be reached from one another over members.
fn is_one_area(group: Coalition, neighbours: &[Coalition]) -> bool {
    let mut reached = Coalition(group.0 & group.0.wrapping_neg());
    loop {
        let beside = reached.members().fold(reached, |area, body| area.joined_by(neighbours[body]));
        let next = Coalition(beside.0 & group.0);
        if next == reached {
            return reached == group;
        }
        reached = next;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(bodies: &[usize]) -> Coalition {
        bodies.iter().fold(Coalition::NOBODY, |group, body| group.with(*body))
    }

    #[test]
    fn a_group_is_one_area_where_neighbours_lead_from_each_to_each() {
        // 0 - 1 - 2   3
        let neighbours = Constraint::Neighbours(vec![group(&[1]), group(&[0, 2]), group(&[1]), group(&[])]);
        assert!(neighbours.allows(group(&[0, 1, 2])) && neighbours.allows(group(&[3])));
        assert!(!neighbours.allows(group(&[0, 2])) && !neighbours.allows(group(&[2, 3])));
    }

    #[test]
    fn a_body_by_itself_needs_no_host_and_a_group_needs_one() {
        let host = Constraint::Host(group(&[0]));
        assert!(host.allows(group(&[1])) && host.allows(group(&[0, 1])) && !host.allows(group(&[1, 2])));
    }

    #[test]
    fn a_group_reaches_across_a_future_boundary_only_with_an_owner() {
        let boundary = Constraint::Boundary { successor: vec![Some(0), Some(0), Some(1), None], owners: group(&[1]) };
        assert!(boundary.allows(group(&[0, 1])) && boundary.allows(group(&[1, 2])) && boundary.allows(group(&[3])));
        assert!(!boundary.allows(group(&[0, 2])) && !boundary.allows(group(&[0, 3])));
    }

    #[test]
    fn those_who_belong_together_are_in_one_group_or_in_none_of_it() {
        let together = Constraint::Together(group(&[0, 2]));
        assert!(together.allows(group(&[0, 1, 2])) && together.allows(group(&[1])) && !together.allows(group(&[0, 1])));
        let apart = Constraint::Apart(group(&[0, 2]));
        assert!(apart.allows(group(&[0, 1])) && !apart.allows(group(&[0, 1, 2])));
    }

    #[test]
    fn kinds_and_drive_times_are_asked_of_every_two_members() {
        let kinds = Constraint::Kinds(vec![group(&[1]), group(&[0]), group(&[])]);
        assert!(kinds.allows(group(&[0, 1])) && kinds.allows(group(&[2])) && !kinds.allows(group(&[0, 2])));
        let minutes = vec![vec![0.0, 20.0, 50.0], vec![20.0, 0.0, 30.0], vec![50.0, 30.0, 0.0]];
        let drive = Constraint::DriveTime { minutes, most_minutes: 30.0 };
        assert!(drive.allows(group(&[0, 1])) && drive.allows(group(&[1, 2])) && !drive.allows(group(&[0, 1, 2])));
    }
}
