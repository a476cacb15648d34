//! `commonweal serve [PLACE]`: the website of a place.
//!
//! The rule: it listens on this machine alone unless it is told otherwise, says where it is and how the first person gets in, and
//! runs until it is told to stop.

use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use definitions::Trouble;
use desk::people::{Invitation, NotSignedIn};
use desk::{Desk, Place};
use permissions::Role;
use store::Store;
use website::{Settings, Site};

use crate::Done;
use crate::place::{now, people, person, secret};
use crate::screen::Screen;

/// Run the website of a place: its arrangements on a map, its opportunities, and forms for those who keep them.
///
/// The register is kept in PLACE/register.db, or on a PostgreSQL server where DATABASE_URL names one. Opportunities are those of the
/// last `commonweal find` of the place. How it is run (its address, mail, sign-in) is said in PLACE/website.toml: see docs/website.md.
/// Stop it with Ctrl-C. To let the first person in: commonweal people invite EMAIL --name NAME --role administrator
#[derive(Args)]
pub(crate) struct Words {
    /// The folder of the place.
    #[arg(value_name = "PLACE", default_value = ".")]
    folder: PathBuf,
    /// Where to listen: an address of this machine and a port. With port 0 a free one is taken.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    at: SocketAddr,
    /// The folder that the last `commonweal find` wrote [default: found in the folder of the place, or commonweal-PLACE here].
    #[arg(long, value_name = "DIR")]
    found: Option<PathBuf>,
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let listener = listen(words.at)?;
    serve(&words.folder, words.found.as_deref(), listener, screen)
}

/// Runs the site of the place in `folder` until it is told to stop.
pub(crate) fn serve(folder: &Path, found: Option<&Path>, listener: TcpListener, screen: &Screen) -> Done {
    let place = Place::open(folder)?;
    let name = place.name.clone();
    let store = Store::open(&place.store_address(std::env::var("DATABASE_URL").ok().as_deref())?)?;
    let settings = Settings::of_place(folder, &secret)?;
    let desk = Arc::new(Desk::open(place, store, found, now)?);
    let address = listener.local_addr().map_err(|error| unheard("this address", &error))?;
    if screen.json {
        screen.say(&serde_json::json!({ "place": name, "address": format!("http://{address}") }).to_string());
    } else {
        screen.say(&format!("{name} is at http://{address} (stop it with Ctrl-C)"));
    }
    if desk.register()?.register().roles().next().is_none() {
        screen.advise(
            "Nobody can sign in yet. Invite the first person with: commonweal people invite EMAIL --name NAME --role administrator",
        );
    }
    website::serve(Site::new(desk, settings)?, listener)?;
    screen.advise("Stopped.");
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn listen(at: SocketAddr) -> Result<TcpListener, Trouble> {
    TcpListener::bind(at).map_err(|error| unheard(&at.to_string(), &error))
}

fn unheard(at: &str, error: &std::io::Error) -> Trouble {
    let try_next = "Choose another port with --at, such as --at 127.0.0.1:8081; ports below 1024 need an administrator of the machine.";
    Trouble::new(format!("listen at {at}"), error.to_string(), try_next)
}

/// Invites somebody and chooses their password for them, for a demonstration.
pub(crate) fn let_in(folder: &Path, email: &str, name: &str, role: Role, body: Option<&str>, password: &str) -> Result<(), Trouble> {
    let place = Place::open(folder)?;
    let store = Store::open(&place.store_address(None)?)?;
    let settings = Settings::of_place(folder, &secret)?;
    let people = people(Arc::new(Desk::open(place, store, None, now)?), &settings)?;
    let body = body.map(definitions::BodyId::new);
    let invitation = Invitation { email: email.to_string(), name: name.to_string(), body, role };
    let could_not = format!("let {name} in");
    let invited = people.invite(&person(None), &invitation, now()).map_err(|not_done| not_done.told(&could_not))?;
    let Some(link) = invited.link else { return Ok(()) };
    let token = link.rsplit_once("link=").map_or("", |(_, token)| token);
    people.set_password_by_link(token, password, now()).map(|_| ()).map_err(|refused| match refused {
        NotSignedIn::Trouble(trouble) => trouble,
        other => Trouble::new(could_not, format!("{other:?}"), "This is a fault of the program: please report it."),
    })
}
