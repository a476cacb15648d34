//! How long the register takes over ten thousand arrangements of five hundred bodies, made by thirty thousand entries.
//!
//! Run with `cargo bench -p register`. The entries are made up: each arrangement is published, corrected once and confirmed
//! once, among two to six bodies, with up to three savings lines. The rule: the same entries on every run and machine.

use bodies::{Body, BodyKind, Directory};
use definitions::{ArrangementId, BodyId, Day, Pence, SPLIT_MIX_STEP, split_mixed};
use divan::Bencher;
use register::{
    Arrangement, Author, Cashable, Change, Cited, Entry, Happening, Kind, Moment, Net, OwnBody, Party, Period, PriceOfLeaving, Register,
    Role, SavingLine, Savings, Standing, What, When, checks, dry_run, read_sheet, sheet_of, totals,
};
use services::Family;

const ARRANGEMENTS: u64 = 10_000;
const BODIES: u64 = 500;
const TRUE_ON: Day = Day(19_000);

fn main() {
    divan::main();
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn fold_30_000_entries(bencher: Bencher) {
    let (directory, log) = (directory(), log());
    bencher.bench_local(|| Register::of(directory.clone(), &log));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn fold_as_known_two_years_ago(bencher: Bencher) {
    let register = register();
    bencher.bench_local(|| register.as_entered_until(Moment(TRUE_ON.0 as i64 * 86_400)));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn totals_of_a_day(bencher: Bencher) {
    let register = register();
    bencher.bench_local(|| totals(&register, TRUE_ON));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn every_check(bencher: Bencher) {
    let register = register();
    bencher.bench_local(|| checks(&register, TRUE_ON));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn write_a_sheet_of_all(bencher: Bencher) {
    let register = register();
    bencher.bench_local(|| sheet_of(&register, TRUE_ON));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn read_a_sheet_of_all_and_say_what_it_would_change(bencher: Bencher) {
    let register = register();
    let sheet = sheet_of(&register, TRUE_ON);
    bencher.bench_local(|| dry_run(&register, &read_sheet(&sheet, &register, TRUE_ON)));
}

fn register() -> Register {
    Register::of(directory(), &log())
}

fn body(number: u64) -> BodyId {
    BodyId::new(&format!("body-{}", number % BODIES))
}

fn directory() -> Directory {
    let mut directory = Directory::default();
    for number in 0..BODIES {
        let name = format!("Body {number} Borough Council");
        let own = OwnBody {
            id: body(number),
            short_name: name.clone(),
            name,
            kind: BodyKind::District,
            also: Vec::new(),
            first_day: None,
            at: None,
        };
        let one: Body = own.body();
        directory.add(one, &[]);
    }
    directory
}

fn log() -> Vec<Entry> {
    let rounds = [0, ARRANGEMENTS, 2 * ARRANGEMENTS];
    let change = |number: u64| {
        let (round, which) = (number / ARRANGEMENTS, number % ARRANGEMENTS);
        if round == 2 { Change::Confirmed(id(which)) } else { Change::Published(Box::new(arrangement(which, round))) }
    };
    let numbers = rounds.into_iter().flat_map(|from| from..from + ARRANGEMENTS);
    numbers
        .map(|number| Entry {
            number: number + 1,
            entered: Moment(1_500_000_000 + number as i64 * 8_000),
            by: Author { account: "a1".to_string(), name: "Jo Reed".to_string() },
            why: "As the yearly return says.".to_string(),
            change: change(number),
        })
        .collect()
}

fn id(which: u64) -> ArrangementId {
    ArrangementId::new(&format!("arrangement-{which}"))
}

fn arrangement(which: u64, round: u64) -> Arrangement {
    let drawn = |what: u64| split_mixed(which.wrapping_mul(31).wrapping_add(what).wrapping_mul(SPLIT_MIX_STEP));
    let year = 2008 + (drawn(0) % 14) as i32;
    let happening = |when: When, what: What| Happening { when, what, note: String::new(), sources: Vec::new() };
    let mut happenings = vec![happening(When::Year(year), What::Started)];
    if drawn(1) % 5 == 0 {
        happenings.push(happening(When::Year(year + 5), What::Ended));
    }
    let parties = (0..2 + drawn(2) % 5)
        .map(|place| Party { body: body(drawn(3) + place * 7), role: if place == 0 { Role::Lead } else { Role::Partner } });
    let lines = (0..drawn(4) % 4).map(|line| SavingLine {
        id: format!("s{}", line + 1),
        amount_pence: Pence((1 + (drawn(5 + line) % 500) as i64) * 1_000_000 + round as i64 * 100),
        at_least: line == 2,
        period: if line == 1 {
            Period::ToDate { until: When::Year(year + 3) }
        } else {
            Period::EachYear { from: When::Year(year), until: None }
        },
        standing: Standing::ALL[(drawn(9) % 3) as usize],
        cashable: Cashable::NotSaid,
        net: Net::NotSaid,
        said_by: "The joint board".to_string(),
        evidence: "Outturn report to the joint board, with the budget of the year before as the baseline.".to_string(),
        sources: Vec::new(),
    });
    let lines: Vec<SavingLine> = lines.collect();
    Arrangement {
        id: id(which),
        title: format!("Shared service number {which}"),
        summary: "The bodies employ one team, which serves all of them from two offices and answers to a board of members.".to_string(),
        services: vec![Family::ALL[(drawn(6) % Family::ALL.len() as u64) as usize]],
        service_list_ids: Vec::new(),
        parties: parties.collect(),
        kind: Kind::ALL[(drawn(7) % 9) as usize],
        legal_form: "Agreement under section 101, Local Government Act 1972".to_string(),
        aims: Vec::new(),
        happenings,
        agreed_until: None,
        reviews: Vec::new(),
        break_terms: "Twelve months' notice to the end of a financial year.".to_string(),
        price_of_leaving: PriceOfLeaving::NotSaid,
        lead_member: None,
        lead_officer: None,
        savings: if lines.is_empty() { Savings::NoFigure(register::NoFigure::NotCounted) } else { Savings::Lines(lines) },
        sources: vec![Cited { document: "Report to the joint board".to_string(), ..Cited::default() }],
        found_as: None,
    }
}
