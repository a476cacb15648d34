//! Runs the site of a made-up country with many arrangements until its standard input ends: what its speed is measured on.
//!
//! The rule: the same numbers make the same country, down to the last date. It prints one line of JSON with the address.
//! `cargo run --release -p website --example crowd -- 10000 500`, and Ctrl-D to end.
#![allow(clippy::disallowed_methods, reason = "an example reads its words and writes a place of its own")]

use std::io::Read;
use std::net::TcpListener;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::channel;

use definitions::{ArrangementId, BodyId, Day, Pence, Trouble};
use desk::{Desk, Place};
use register::{
    Aim, Arrangement, Author, Cashable, Change, Cited, Happening, Kind, Moment, Net, NoFigure, Party, Period, PriceOfLeaving, Role,
    SavingLine, Savings, Standing, What, When,
};
use services::Family;
use store::{Expected, Store, Writing};
use website::{Settings, Site, serve_until};

/// How many entries are made at a time.
const AT_A_TIME: usize = 500;

/// The first of January 2010, the earliest day in the made-up country.
const FIRST: Day = Day(14_610);

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
    let number = |place: usize, otherwise: usize| std::env::args().nth(place).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (arrangements, bodies) = (number(1, 10_000), number(2, 500).max(8));
    let outside = |error: std::io::Error| Trouble::new("run the made-up country", error.to_string(), "Try again.");
    let folder = tempfile::tempdir().map_err(outside)?;
    std::fs::write(folder.path().join("place.toml"), place_file(bodies)).map_err(outside)?;
    let place = Place::open(folder.path())?;
    let store = Store::open(&place.store_address(None)?)?;
    enter(&store, arrangements, bodies)?;
    let desk = Arc::new(Desk::open(place, store, None, now)?);
    let listener = TcpListener::bind("127.0.0.1:0").map_err(outside)?;
    let address = format!("http://{}", listener.local_addr().map_err(outside)?);
    let site = Site::new(desk, Settings { address: address.clone(), ..Settings::of_place(folder.path(), &|_| None)? })?;
    println!("{{\"address\":\"{address}\",\"arrangements\":{arrangements},\"bodies\":{bodies}}}");
    let (stop, stopped) = channel();
    std::thread::spawn(move || {
        // What is typed says nothing; its end is the word to stop.
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        let _ = stop.send(());
    });
    serve_until(site, listener, stopped)
}

/// The bodies, set on a grid over England.
fn place_file(bodies: usize) -> String {
    let mut text = "name = \"Crowdshire\"\n".to_string();
    for number in 0..bodies {
        let (north, east) = (50.5 + (number / 25) as f64 * 0.2, -3.5 + (number % 25) as f64 * 0.2);
        let (folder, name) = (body(number), format!("Borough {number} Council"));
        text.push_str(&format!(
            "\n[[body]]\nfolder = \"{folder}\"\nname = \"{name}\"\nshort_name = \"Borough {number}\"\nkind = \"district\"\nlatitude = {north:.2}\nlongitude = {east:.2}\n"
        ));
    }
    text
}

fn body(number: usize) -> BodyId {
    BodyId::new(&format!("borough-{number}"))
}

/// Enters every arrangement once, and corrects and confirms every fourth, over three years.
fn enter(store: &Store, arrangements: usize, bodies: usize) -> Result<(), Trouble> {
    let mut draw = Draw(7);
    let all: Vec<Arrangement> = (0..arrangements).map(|number| arrangement(number, bodies, &mut draw)).collect();
    let mut changes: Vec<Change> = all.iter().map(|said| Change::Published(Box::new(said.clone()))).collect();
    for said in all.iter().step_by(4) {
        let mut corrected = said.clone();
        corrected.break_terms = "Twelve months’ notice.".to_string();
        changes.push(Change::Published(Box::new(corrected)));
        changes.push(Change::Confirmed(said.id.clone()));
    }
    let by = Author { account: String::new(), name: "Made up".to_string() };
    let batches = changes.len().div_ceil(AT_A_TIME);
    for (place, batch) in changes.chunks(AT_A_TIME).enumerate() {
        let writings: Vec<Writing<'_>> =
            batch.iter().map(|change| Writing { change, why: "Made up to measure speed.", expects: Expected::Any }).collect();
        let days_ago = ((batches - place) * 1_000 / batches) as i64;
        let at = Moment(now().0 - days_ago * 86_400);
        store.append(&writings, &by, at).map_err(|refused| refused.told("enter the made-up arrangements"))?;
    }
    Ok(())
}

fn arrangement(number: usize, bodies: usize, draw: &mut Draw) -> Arrangement {
    let family = Family::ALL[draw.below(Family::ALL.len())];
    let first = draw.below(bodies);
    let partners = 2 + draw.below(5);
    let party =
        |place: usize| Party { body: body((first + place * place) % bodies), role: if place == 0 { Role::Lead } else { Role::Partner } };
    let parties: Vec<Party> = (0..partners).map(party).collect();
    let day = Day(FIRST.0 + draw.below(5_500) as i32);
    let mut happenings = vec![happening(Day(day.0 - 200), What::Agreed), happening(day, What::Started)];
    if draw.below(5) == 0 {
        happenings.push(happening(Day(day.0 + 900), What::Left { body: parties[partners - 1].body.clone() }));
    }
    if draw.below(6) == 0 {
        happenings.push(happening(Day(day.0 + 1_400), What::Ended));
    }
    Arrangement {
        id: ArrangementId::new(&format!("arrangement-{number}")),
        title: format!("{} shared by {partners} bodies, number {number}", family.name()),
        summary: "One team does this for all partners, under an agreement that is looked at every year.".to_string(),
        services: vec![family],
        service_list_ids: Vec::new(),
        parties,
        kind: Kind::ALL[draw.below(Kind::ALL.len())],
        legal_form: "Agreement under section 101, Local Government Act 1972".to_string(),
        aims: vec![Aim::ALL[draw.below(Aim::ALL.len())]],
        happenings,
        agreed_until: Some(When::Day(Day(day.0 + 3_650))),
        reviews: vec![Day(day.0 + 3_000)],
        break_terms: String::new(),
        price_of_leaving: PriceOfLeaving::NotSaid,
        lead_member: None,
        lead_officer: None,
        savings: savings(day, draw),
        sources: vec![Cited { document: format!("Report {number}"), ..Cited::default() }],
        found_as: None,
    }
}

fn happening(day: Day, what: What) -> Happening {
    Happening { when: When::Day(day), what, note: String::new(), sources: Vec::new() }
}

fn savings(day: Day, draw: &mut Draw) -> Savings {
    let lines = draw.below(4);
    if lines == 0 {
        return Savings::NoFigure(NoFigure::ALL[draw.below(NoFigure::ALL.len())]);
    }
    let line = |place: usize, draw: &mut Draw| SavingLine {
        id: format!("s{}", place + 1),
        amount_pence: Pence(100_000 * (1 + draw.below(900) as i64)),
        at_least: false,
        period: Period::EachYear { from: When::Day(day), until: None },
        standing: Standing::ALL[place % Standing::ALL.len()],
        cashable: Cashable::Cashable,
        net: Net::ALL[draw.below(Net::ALL.len())],
        said_by: "The lead body".to_string(),
        evidence: "Budget monitoring.".to_string(),
        sources: Vec::new(),
    };
    Savings::Lines((0..lines).map(|place| line(place, draw)).collect())
}

/// Numbers that look like chance and are the same every time (the constants are Knuth's, for a congruential generator).
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }
}

#[allow(clippy::disallowed_methods, reason = "an example has a clock")]
fn now() -> Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    Moment(since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or(i64::MAX)))
}
