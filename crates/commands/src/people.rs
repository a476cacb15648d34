//! `commonweal people …`: who may sign in to the website of a place, and as what.
//!
//! The rule: whoever sits at the machine that keeps the place may let anybody in; a password is chosen by its owner alone, with a
//! link that is used once.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use definitions::Trouble;
use desk::people::Invitation;
use permissions::Role;

use crate::Done;
use crate::place::{PlaceWords, now, person};
use crate::screen::Screen;
use crate::table::{Side, lines};

/// Let people in to the website of a place, and see who they are.
#[derive(Args)]
pub(crate) struct Words {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Invite(Invite),
    List(List),
}

/// Invite somebody, and print the link with which they choose a password.
///
/// The link is also sent as a letter, where website.toml says how; else the letter lies in PLACE/mail.
#[derive(Args)]
struct Invite {
    /// Their work e-mail address.
    email: String,
    /// Their name, as others will see it.
    #[arg(long, value_name = "NAME")]
    name: String,
    /// What they may: reader, officer (drafts), owner (publishes) or administrator.
    #[arg(long, value_parser = role)]
    role: Role,
    /// For which body, by a name people write; for the whole place where it is left out.
    #[arg(long = "for", value_name = "BODY")]
    body: Option<String>,
    #[command(flatten)]
    place: PlaceWords,
}

/// Everybody with an account, and their roles.
#[derive(Args)]
struct List {
    #[command(flatten)]
    place: PlaceWords,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    match &words.command {
        Command::Invite(words) => invite(words, screen),
        Command::List(words) => list(words, screen),
    }
}

fn invite(words: &Invite, screen: &Screen) -> Done {
    let people = words.place.people()?;
    let body = match &words.body {
        None => None,
        Some(name) => {
            let standing = people.desk().register()?;
            let known = standing.register().directory().named(name).map(|body| body.id.clone());
            Some(known.ok_or_else(|| {
                let because = "no body fits that name, or more than one does";
                Trouble::new(format!("find a body called {name}"), because, "Ask `commonweal bodies NAME`, or add it in place.toml.")
            })?)
        }
    };
    let invitation = Invitation { email: words.email.clone(), name: words.name.clone(), body, role: words.role };
    let invited = people.invite(&person(None), &invitation, now()).map_err(|not_done| not_done.told(&format!("invite {}", words.email)))?;
    if screen.json {
        screen.say(&serde_json::json!({ "account": invited.account, "link": invited.link }).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    match invited.link {
        Some(link) if link.starts_with('/') => {
            screen.say(&format!("{} chooses a password at http://127.0.0.1:8080{link}", words.name));
            screen
                .advise("That is where `commonweal serve` listens by itself. Say the site's address in website.toml, and links are whole.");
        }
        Some(link) => screen.say(&format!("{} chooses a password at {link}", words.name)),
        None => screen.say(&format!("{} has a password already, and has the role now.", words.name)),
    }
    Ok(ExitCode::SUCCESS)
}

fn list(words: &List, screen: &Screen) -> Done {
    let people = words.place.people()?;
    let everybody = people.people(&person(None)).map_err(|not_done| not_done.told("list the people of this place"))?;
    let standing = people.desk().register()?;
    let roles = |one: &desk::people::PersonWithRoles| {
        let of = |body: &Option<definitions::BodyId>| match body {
            Some(body) => register::name_of(body, standing.register().directory()),
            None => "the whole place".to_string(),
        };
        one.roles.iter().map(|(body, role)| format!("{} for {}", role.code(), of(body))).collect::<Vec<_>>().join("; ")
    };
    if screen.json {
        let listed = everybody.iter().map(|one| {
            serde_json::json!({ "id": one.account, "email": one.email, "name": one.name, "closed": one.closed.is_some(), "roles": roles(one) })
        });
        screen.say(&serde_json::Value::Array(listed.collect()).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    let headings = [("Name", Side::Left), ("E-mail", Side::Left), ("Roles", Side::Left)];
    let rows: Vec<Vec<String>> = everybody.iter().map(|one| vec![one.name.clone(), one.email.clone(), roles(one)]).collect();
    lines(&headings, &rows, screen.width()).iter().for_each(|line| screen.say(line));
    Ok(ExitCode::SUCCESS)
}

fn role(code: &str) -> Result<Role, String> {
    Role::from_code(code).ok_or_else(|| "write reader, officer, owner or administrator".to_string())
}
