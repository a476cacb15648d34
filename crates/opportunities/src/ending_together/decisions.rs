//! Who must decide what by when, so that contracts end on a joint day.
//!
//! The rule: a decision falls due a notice before the day that forces it, and never before today: one that is due
//! already is due at once.

use definitions::{Day, Pence};

use super::alignment::{LEAD_MONTHS, SHORT_LEAD_MONTHS, SMALL_VALUE};
use super::group::Group;
use crate::Deadline;
use crate::contracts::Running;
use crate::profile::Profile;

/// Months of notice of a contract of less than [`SMALL_VALUE`] a year.
const SHORT_NOTICE_MONTHS: i32 = 3;
/// Months of notice of a larger one.
const NOTICE_MONTHS: i32 = 6;

/// True where the contract runs out before the day, even if every extension is taken.
pub(super) fn needs_bridge(contract: &Running<'_>, day: Day) -> bool {
    contract.to < day
}

/// Every decision, soonest first.
pub(super) fn deadlines(profile: &Profile<'_>, group: &Group<'_, '_>) -> Vec<Deadline> {
    let mut deadlines: Vec<Deadline> = group.members.iter().map(|contract| deadline(profile, contract, group.day)).collect();
    deadlines.push(procurement(profile.place.today, group.day, group.value));
    deadlines.sort_by(|a, b| (a.day, &a.body, &a.what).cmp(&(b.day, &b.body, &b.what)));
    deadlines
}

fn procurement(today: Day, joint: Day, value: Pence) -> Deadline {
    let lead = if value < SMALL_VALUE { SHORT_LEAD_MONTHS } else { LEAD_MONTHS };
    let what = format!("The joint procurement must start, {lead} months before {}.", joint.long());
    Deadline { day: joint.plus_months(-lead).max(today), what, body: None }
}

fn deadline(profile: &Profile<'_>, contract: &Running<'_>, joint: Day) -> Deadline {
    let notice = if contract.annual_value < SMALL_VALUE { SHORT_NOTICE_MONTHS } else { NOTICE_MONTHS };
    let body = profile.body(contract.body);
    let (name, title, end) = (body.name(), contract.facts.title.trim(), contract.end.long());
    let joint_day = joint.long();
    let (forced_by, what) = if needs_bridge(contract, joint) {
        (
            contract.to,
            format!("{name} must agree a short extension of {title} (ends {}) to {joint_day}; none is published.", contract.to.long()),
        )
    } else if joint > contract.end {
        (contract.end, format!("{name} must decide whether to take the extension of {title} (ends {end}) to {joint_day}."))
    } else if joint < contract.end {
        (joint, format!("{name} must give notice to end {title} (ends {end}) early, on {joint_day}."))
    } else {
        (joint, format!("{name} must not renew {title} alone: it ends on {joint_day} as it stands."))
    };
    // The last day on which the notice still fits.
    let due = forced_by.min(contract.end).plus_months(-notice);
    let today = profile.place.today;
    let what = if due < today { format!("At once, the usual notice of {notice} months has passed: {what}") } else { what };
    Deadline { day: due.max(today), what, body: Some(body.id.clone()) }
}
