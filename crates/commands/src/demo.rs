//! `commonweal demo`: a made-up place, searched, filled and shown, to try everything on.
//!
//! The rule: the example is copied and never written into; what was made before is used again; the passwords it prints are for
//! this demonstration alone, and it listens on this machine alone.

use std::fs;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use actions::Searched;
use clap::{Args, ValueEnum};
use definitions::Trouble;
use permissions::Role;

use crate::Done;
use crate::place::{PlaceWords, person};
use crate::screen::Screen;
use crate::serve::{let_in, listen, serve};

/// The password of everybody in a demonstration.
const PASSWORD: &str = "a made-up county";

/// Try it on a made-up county, or on arrangements that were in the news: searched, entered, and on a website.
///
/// Makes a folder with a copy of the example, searches what its bodies publish, enters its arrangements, and runs its website.
#[derive(Args)]
pub(crate) struct Words {
    /// Which example.
    #[arg(value_enum, default_value = "westmarch")]
    which: Which,
    /// Where the examples are.
    #[arg(long, value_name = "DIR", default_value = "examples")]
    examples: PathBuf,
    /// Where to make the place.
    #[arg(long, value_name = "DIR", default_value = "demo")]
    out: PathBuf,
    /// Where to listen.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    at: SocketAddr,
    /// Make everything, and do not run the website.
    #[arg(long)]
    no_site: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    /// The made-up county of Westmarch: files, opportunities and two dozen arrangements.
    Westmarch,
    /// Arrangements that news of 2014 to 2017 told of.
    InTheNews,
}

impl Which {
    fn folder(self) -> &'static str {
        match self {
            Which::Westmarch => "westmarch",
            Which::InTheNews => "in-the-news",
        }
    }
}

pub(crate) fn run(words: &Words, screen: &Screen) -> Done {
    let place = words.out.join(words.which.folder());
    if !place.join("register.db").exists() {
        make(words, &place, screen)?;
    }
    tell_how_to_sign_in(words.which, screen);
    if words.no_site {
        screen.advise(&format!("\nRun the website with: commonweal serve {}", place.display()));
        return Ok(ExitCode::SUCCESS);
    }
    serve(&place, None, listen(words.at)?, screen)
}

fn make(words: &Words, place: &Path, screen: &Screen) -> Result<(), Trouble> {
    let example = words.examples.join(words.which.folder());
    copy(&example, place).map_err(|error| {
        let try_next = "Run it where the folder examples is, or name that folder with --examples.";
        Trouble::new(format!("copy {} to {}", example.display(), place.display()), error.to_string(), try_next)
    })?;
    if matches!(words.which, Which::Westmarch) {
        let searched = Searched { folder: place, out: &place.join("found"), today: actions::today(), memory_bytes: 512 << 20 };
        let found = actions::find(&searched, screen)?;
        screen.finish();
        screen.advise(&format!("Searched {}: open {} for the report alone.", found.report.place.name, found.report_path.display()));
    }
    let entered = enter(place)?;
    screen.advise(&format!("Entered {entered} arrangements."));
    let_in(place, "ada@westmarch.example", "Ada Quince", Role::Administrator, None, PASSWORD)?;
    if matches!(words.which, Which::Westmarch) {
        let_in(place, "olu@aldford.example", "Olu Medlar", Role::Owner, Some("aldford"), PASSWORD)?;
        let_in(place, "bea@bexton.example", "Bea Sorrel", Role::Officer, Some("bexton"), PASSWORD)?;
    }
    Ok(())
}

/// Enters the arrangements of the example as anybody would at a terminal.
fn enter(place: &Path) -> Result<usize, Trouble> {
    let file = place.join("arrangements.toml");
    let bytes = fs::read(&file).map_err(|error| {
        Trouble::new(format!("read {}", file.display()), error.to_string(), "Take the folder examples from the source again.")
    })?;
    let desk = PlaceWords { place: place.to_path_buf() }.desk()?;
    let tried = desk.try_file("arrangements.toml", &bytes)?;
    let kept = desk.enter_file(&person(None), &tried, "Entered for the demonstration.");
    kept.map(|kept| kept.len()).map_err(|not_done| not_done.told("enter the arrangements of the example"))
}

fn tell_how_to_sign_in(which: Which, screen: &Screen) {
    screen.say("");
    screen.say(&format!("Sign in with the password \"{PASSWORD}\" as:"));
    screen.say("  ada@westmarch.example   administrator of the place");
    if matches!(which, Which::Westmarch) {
        screen.say("  olu@aldford.example     owner for Aldford: publishes, confirms");
        screen.say("  bea@bexton.example      officer for Bexton: writes drafts");
    }
    screen.say("");
}

/// Copies a folder of plain files, a few levels deep.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let beside = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &beside)?;
        } else {
            fs::copy(entry.path(), beside)?;
        }
    }
    Ok(())
}
