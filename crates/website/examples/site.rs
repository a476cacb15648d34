//! Runs the site of a made-up place until its standard input ends: what the browser tests look at.
//!
//! The rule: everything is in a temporary folder that goes away with it. It prints one line of JSON: the address, the folder, and with whom to
//! sign in. `cargo run -p website --example site`, and Ctrl-D to end.

use std::io::Read;
use std::net::TcpListener;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;

use definitions::Trouble;
use desk::people::Invitation;
use desk::{Desk, Person, Place};
use permissions::Role;
use register::Moment;
use store::Store;
use website::{Settings, Site, serve_until};

/// The password of everyone in the made-up place.
const PASSWORD: &str = "the ferry leaves at noon";

/// Who is there.
const PEOPLE: [(&str, &str, Role); 3] = [
    ("ann@westmarch.example", "Ann Example", Role::Administrator),
    ("bob@westmarch.example", "Bob Example", Role::Owner),
    ("cat@westmarch.example", "Cat Example", Role::Officer),
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
    std::fs::write(folder.path().join("place.toml"), "name = \"Westmarch\"\n").map_err(outside)?;
    let place = Place::open(folder.path())?;
    let store = Store::open(&place.store_address(None)?)?;
    let desk = Arc::new(Desk::open(place, store, None, now)?);
    let listener = TcpListener::bind("127.0.0.1:0").map_err(outside)?;
    let address = format!("http://{}", listener.local_addr().map_err(outside)?);
    let settings = Settings { address: address.clone(), ..Settings::of_place(folder.path(), &|_| None)? };
    let site = Site::new(desk, settings)?;
    add_people(&site)?;
    println!("{{\"address\":\"{address}\",\"folder\":{:?},\"password\":\"{PASSWORD}\"}}", folder.path().display().to_string());
    let (stop, stopped) = channel();
    std::thread::spawn(move || {
        // What is typed says nothing; its end is the word to stop.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = stop.send(());
    });
    serve_until(site, listener, stopped)
}

fn add_people(site: &Site) -> Result<(), Trouble> {
    let by = Person::at_the_terminal("the example");
    for (email, name, role) in PEOPLE {
        let invitation = Invitation { email: email.to_string(), name: name.to_string(), body: None, role };
        let invited = site.people.invite(&by, &invitation, now()).map_err(|not_done| not_done.told("invite the people of the example"))?;
        let link = invited.link.unwrap_or_default();
        let token = link.rsplit('=').next().unwrap_or_default();
        let weak = |_| Trouble::new("set the password of the example", "it was refused", "Choose a longer one in this file.");
        site.people.set_password_by_link(token, PASSWORD, now()).map_err(weak)?;
    }
    Ok(())
}

#[allow(clippy::disallowed_methods, reason = "an example has a clock")]
fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX)))
}
