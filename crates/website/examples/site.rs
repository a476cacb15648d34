//! Runs the site of a made-up place until its standard input ends: what the browser tests look at.
//!
//! The rule: everything is in a temporary folder that goes away with it: the bodies and arrangements of `examples/westmarch`, and what a
//! search found where its folder is named. It prints one line of JSON: the address, the folder, and with whom to sign in.
//! `cargo run -p website --example site -- [FOUND]`, and Ctrl-D to end.
#![allow(clippy::disallowed_methods, reason = "an example reads the made-up place and has a clock")]

use std::io::Read;
use std::net::TcpListener;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;

use definitions::{BodyId, Trouble};
use desk::people::Invitation;
use desk::{Desk, Person, Place, records};
use permissions::Role;
use register::{Arrangement, Author, Change, Moment};
use store::{Expected, Store, Writing};
use website::{Settings, Site, serve_until};

/// The password of everyone in the made-up place.
const PASSWORD: &str = "the ferry leaves at noon";

/// Who is there: for the whole place, or for one body.
const PEOPLE: [(&str, &str, Role, Option<&str>); 6] = [
    ("ann@westmarch.example", "Ann Example", Role::Administrator, None),
    ("bob@westmarch.example", "Bob Example", Role::Owner, None),
    ("cat@westmarch.example", "Cat Example", Role::Officer, None),
    ("dan@westmarch.example", "Dan Example", Role::Owner, Some("aldford")),
    ("eve@westmarch.example", "Eve Example", Role::Officer, Some("bexton")),
    ("fay@westmarch.example", "Fay Example", Role::Reader, None),
];

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Trouble> {
    let outside = |error: std::io::Error| Trouble::new("run the made-up site", error.to_string(), "Try again.");
    let folder = tempfile::tempdir().map_err(outside)?;
    let westmarch = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/westmarch");
    std::fs::copy(westmarch.join("place.toml"), folder.path().join("place.toml")).map_err(outside)?;
    let text = std::fs::read_to_string(westmarch.join("arrangements.toml")).map_err(outside)?;
    let found = std::env::args_os().nth(1);
    let place = Place::open(folder.path())?;
    let store = Store::open(&place.store_address(None)?)?;
    enter(&store, records("arrangements.toml", &text)?)?;
    let desk = Arc::new(Desk::open(place, store, found.as_deref().map(Path::new), now)?);
    let listener = TcpListener::bind("127.0.0.1:0").map_err(outside)?;
    let address = format!("http://{}", listener.local_addr().map_err(outside)?);
    let settings = Settings { address: address.clone(), ..Settings::of_place(folder.path(), &|_| None)? };
    let site = Site::new(desk, settings)?;
    add_people(&site)?;
    site.people.ask_still_true(now())?;
    println!("{{\"address\":\"{address}\",\"folder\":{:?},\"password\":\"{PASSWORD}\"}}", folder.path().display().to_string());
    let (stop, stopped) = channel();
    std::thread::spawn(move || {
        // What is typed says nothing; its end is the word to stop.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = stop.send(());
    });
    serve_until(site, listener, stopped)
}

/// Enters the arrangements as if people had done so over more than a year: first entries, corrections, confirmations, one that was
/// withdrawn, and a draft.
fn enter(store: &Store, arrangements: Vec<Arrangement>) -> Result<(), Trouble> {
    const DAY: i64 = 86_400;
    let ago = |days: i64| Moment(now().0 - days * DAY);
    let add = |changes: &[Change], name: &str, why: &str, at: Moment| {
        let writings: Vec<Writing<'_>> = changes.iter().map(|change| Writing { change, why, expects: Expected::Any }).collect();
        let by = Author { account: String::new(), name: name.to_string() };
        store.append(&writings, &by, at).map(drop).map_err(|refused| refused.told("enter the arrangements of the example"))
    };
    let published = |said: &Arrangement| Change::Published(Box::new(said.clone()));
    let mut early = arrangements.clone();
    if let Some(register::Savings::Lines(lines)) = early.first_mut().map(|first| &mut first.savings) {
        lines.truncate(2);
    }
    add(&early.iter().map(published).collect::<Vec<_>>(), "Ann Example", "First entry, from the report to the Leaders Board.", ago(430))?;
    let mut mistaken = arrangements[1].clone();
    mistaken.id = definitions::ArrangementId::new("revenues-by-mistake");
    mistaken.title = "Revenues, entered twice".to_string();
    add(&[published(&mistaken)], "Bob Example", "Entered from the minutes.", ago(400))?;
    add(&[Change::Withdrawn(mistaken.id)], "Bob Example", "It was in the register already.", ago(399))?;
    add(&[published(&arrangements[0])], "Bob Example", "The auditors have certified a saving.", ago(60))?;
    let confirmed: Vec<Change> = arrangements[1..20].iter().map(|said| Change::Confirmed(said.id.clone())).collect();
    add(&confirmed, "Bob Example", "Asked each lead officer.", ago(20))?;
    let mut draft = arrangements[2].clone();
    draft.title.push_str(" and street cleaning");
    add(&[Change::Drafted(Box::new(draft))], "Cat Example", "", ago(2))
}

fn add_people(site: &Site) -> Result<(), Trouble> {
    let by = Person::at_the_terminal("the example");
    for (email, name, role, body) in PEOPLE {
        let invitation = Invitation { email: email.to_string(), name: name.to_string(), body: body.map(BodyId::new), role };
        let invited = site.people.invite(&by, &invitation, now()).map_err(|not_done| not_done.told("invite the people of the example"))?;
        let link = invited.link.unwrap_or_default();
        let token = link.rsplit('=').next().unwrap_or_default();
        let weak = |_| Trouble::new("set the password of the example", "it was refused", "Choose a longer one in this file.");
        site.people.set_password_by_link(token, PASSWORD, now()).map_err(weak)?;
    }
    Ok(())
}

fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX)))
}
