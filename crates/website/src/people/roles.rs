//! Roles in words, and the lists to choose one from.
//!
//! The rule: a role is always shown with whom it is for; a body by its name as it is now.

use definitions::BodyId;
use pages::parts::Choice;
use permissions::Role;

use crate::{Site, Stop};

/// A role with whom it is for: `Owner for Lewes`.
pub(super) fn words(site: &Site, body: Option<&BodyId>, role: Role) -> Result<String, Stop> {
    let standing = site.desk.register()?;
    let of = match body {
        None => "the whole place".to_string(),
        Some(body) => standing.register().directory().get(body).map_or_else(|| body.to_string(), |body| body.name.clone()),
    };
    Ok(format!("{} for {of}", name(role)))
}

/// Name of a role.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Reader => "Reader",
        Role::Officer => "Officer",
        Role::Owner => "Owner",
        Role::Administrator => "Administrator",
    }
}

/// The roles that can be given, with what each may do.
pub(super) fn choices() -> Vec<Choice> {
    let given = Role::ALL.iter().filter(|role| **role != Role::Reader);
    given.map(|role| Choice::new(role.code(), name(*role)).hint(role.sentence())).collect()
}

/// The bodies that a role can be for, the whole place first.
pub(super) fn bodies(site: &Site) -> Result<Vec<Choice>, Stop> {
    let standing = site.desk.register()?;
    let today = site.desk.today();
    let all = standing.register().directory().bodies().filter(|body| body.last_day.is_none_or(|last| last >= today));
    let mut bodies: Vec<Choice> = all.map(|body| Choice::new(body.id.as_str(), body.name.as_str())).collect();
    bodies.sort_by(|one, other| one.words.cmp(&other.words));
    bodies.insert(0, Choice::new("", "The whole place"));
    Ok(bodies)
}
