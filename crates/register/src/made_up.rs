//! Made-up records for tests: read from one line of facts, or drawn at random.
//!
//! The rule: a test shows only its own facts; all else about a record is plain and right. Random records are drawn from few
//! bodies, services and years, so that they meet each other.

use bodies::{Body, BodyKind, Directory};
use definitions::{ArrangementId, BodyId, Day, Pence, slug};
use proptest::collection::vec;
use proptest::prelude::*;
use services::Family;

use crate::*;

/// A day written as `2017-04-01`.
pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("the test writes a real day")
}

/// A day, month or year.
pub(crate) fn when(text: &str) -> When {
    text.parse().expect("the test writes a real day, month or year")
}

/// The start of a day, as a moment.
pub(crate) fn moment(text: &str) -> Moment {
    Moment(i64::from(day(text).0) * 86_400)
}

/// An arrangement from one line: `legal | ash lead, beck | started 2016-04, ended 2019 | s1 realised 400000 a year from 2017`.
///
/// The first part is its family and, after a slash, the id where there is more than one. The last part is the saving lines,
/// in pounds, or the code of a reason.
pub(crate) fn arrangement(told: &str) -> Arrangement {
    let mut parts = told.split('|').map(str::trim);
    let (head, parties, happenings, savings) =
        (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or("not-in-source"));
    let (family, id) = head.split_once('/').unwrap_or((head, head));
    let listed = |text: &str| text.split([',', ';']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_string).collect::<Vec<_>>();
    Arrangement {
        id: ArrangementId::new(id),
        title: format!("Shared {id}"),
        summary: "What is done together.".to_string(),
        services: Family::ALL.iter().copied().filter(|known| known.code() == family).collect(),
        service_list_ids: Vec::new(),
        parties: listed(parties).iter().map(|party| one_party(party)).collect(),
        kind: Kind::JointCommittee,
        legal_form: String::new(),
        aims: vec![Aim::Money],
        happenings: listed(happenings).iter().map(|happening| one_happening(happening)).collect(),
        agreed_until: None,
        reviews: Vec::new(),
        break_terms: String::new(),
        price_of_leaving: PriceOfLeaving::NotSaid,
        lead_member: None,
        lead_officer: None,
        savings: match NoFigure::from_code(savings) {
            Some(reason) => Savings::NoFigure(reason),
            None => Savings::Lines(listed(savings).iter().map(|line| one_line(line)).collect()),
        },
        sources: vec![Cited { document: format!("Report on {id}"), ..Cited::default() }],
        found_as: None,
    }
}

fn one_party(text: &str) -> Party {
    let (body, role) = text.split_once(' ').unwrap_or((text, "partner"));
    Party { body: BodyId::new(body), role: Role::from_code(role).expect("the test writes a role") }
}

fn one_happening(text: &str) -> Happening {
    let words: Vec<&str> = text.split_whitespace().collect();
    let body = |place: usize| BodyId::new(words[place]);
    let what = match words[0] {
        "proposed" => What::Proposed,
        "agreed" => What::Agreed,
        "started" => What::Started,
        "joined" => What::Joined { body: body(1) },
        "left" => What::Left { body: body(1) },
        "passed" => What::Passed { from: body(1), to: body(2), how: Passing::Transfer },
        "renewed" => What::Renewed,
        "reviewed" => What::Reviewed,
        "split" => What::Split { into: vec![ArrangementId::new(words[1])] },
        "ended" => What::Ended,
        other => panic!("the test writes what happened, not {other}"),
    };
    Happening { when: when(words.last().expect("a happening ends with its day")), what, note: String::new(), sources: Vec::new() }
}

/// `s1 realised 400000 a year from 2017-04 until 2019`, `s2 planned 1000 in all 2017 to 2019`, `s3 certified over 5 to date 2017-06`,
/// each with `net`, `gross`, `cashable` or `not-cashable` at the end where it is said.
fn one_line(text: &str) -> SavingLine {
    let words: Vec<&str> = text.split_whitespace().collect();
    let after = |word: &str| words.iter().position(|known| *known == word).and_then(|place| words.get(place + 1)).map(|text| when(text));
    let has = |word: &str| words.contains(&word);
    let amount = words.iter().find_map(|word| word.parse::<i64>().ok()).expect("a line has an amount in pounds");
    let in_all = words.iter().position(|word| *word == "all");
    SavingLine {
        id: words[0].to_string(),
        amount_pence: Pence(amount * 100),
        at_least: has("over"),
        period: match (after("date"), in_all) {
            (Some(until), _) => Period::ToDate { until },
            (None, Some(place)) => Period::InTotal { from: when(words[place + 1]), until: after("to").expect("in all A to B") },
            (None, None) => Period::EachYear { from: after("from").expect("a year from A"), until: after("until") },
        },
        standing: Standing::from_code(words[1]).expect("a line has a standing"),
        cashable: [("cashable", Cashable::Cashable), ("not-cashable", Cashable::NotCashable)]
            .into_iter()
            .find_map(|(word, choice)| has(word).then_some(choice))
            .unwrap_or(Cashable::NotSaid),
        net: [("net", Net::Net), ("gross", Net::Gross)]
            .into_iter()
            .find_map(|(word, choice)| has(word).then_some(choice))
            .unwrap_or(Net::NotSaid),
        said_by: "Ash Council".to_string(),
        evidence: String::new(),
        sources: Vec::new(),
    }
}

/// A directory of made-up bodies: Ash, Beck, Elm and Oak; Oldham-like names are left to the real table. Thorn ended on
/// 31 March 2023 and Rowan follows it; Yew ended then too and was split between Elm and Oak.
pub(crate) fn directory() -> Directory {
    let mut directory = Directory::default();
    for name in ["Ash", "Beck", "Elm", "Oak"] {
        directory.add(body(name), &[]);
    }
    directory.add(Body { first_day: Some(day("2023-04-01")), ..body("Rowan") }, &[]);
    let ended = |name: &str, successors: &[&str]| Body {
        last_day: Some(day("2023-03-31")),
        successors: successors.iter().map(|id| BodyId::new(id)).collect(),
        ..body(name)
    };
    directory.add(ended("Thorn", &["rowan"]), &[]);
    directory.add(ended("Yew", &["elm", "oak"]), &[]);
    directory
}

fn body(name: &str) -> Body {
    let own = OwnBody {
        id: BodyId::new(&slug(name)),
        name: format!("{name} Borough Council"),
        short_name: name.to_string(),
        kind: BodyKind::District,
        also: Vec::new(),
        first_day: None,
        at: None,
    };
    own.body()
}

/// A log of changes, each a day after the other from 1 January 2020, all by one officer.
pub(crate) fn entries(changes: Vec<Change>) -> Vec<Entry> {
    let begins = moment("2020-01-01").0;
    let numbered = changes.into_iter().zip(1_i64..);
    numbered
        .map(|(change, number)| Entry {
            number: number as u64,
            entered: Moment(begins + (number - 1) * 86_400),
            by: Author { account: "a1".to_string(), name: "Jo Reed".to_string() },
            why: "As told.".to_string(),
            change,
        })
        .collect()
}

/// A register in which these were published, each a day after the other from 1 January 2020.
pub(crate) fn register(told: &[&str]) -> Register {
    let changes = told.iter().map(|told| Change::Published(Box::new(arrangement(told)))).collect();
    Register::of(directory(), &entries(changes))
}

/// Any of the bodies of [`directory`], and one that is in no table.
pub(crate) fn body_ids() -> impl Strategy<Value = BodyId> {
    prop::sample::select(vec!["ash", "beck", "elm", "oak", "rowan", "thorn", "yew", "nowhere"]).prop_map(BodyId::new)
}

/// Days, months and years from 2008 to 2030.
pub(crate) fn whens() -> impl Strategy<Value = When> {
    (14_000..22_000_i32, 0..3_u8).prop_map(|(on, precision)| match precision {
        0 => When::Day(Day(on)),
        1 => When::Month(Day(on).month()),
        _ => When::Year(Day(on).ymd().0),
    })
}

fn choice<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

/// Text of any characters, up to forty.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    let plain: &'static [&'static str] = &["", "Legal services", "Brighton & Hove, of the whole", "=1+1", " - ", "£1.2m; 5 %", "Ash\tBeck"];
    prop_oneof![8 => prop::sample::select(plain).prop_map(str::to_string), 1 => "\\PC{0,40}"]
}

fn citeds() -> impl Strategy<Value = Vec<Cited>> {
    let cited = (texts(), texts(), texts(), prop::option::of(whens()));
    vec(cited.prop_map(|(document, place, link, published)| Cited { document, place, link, published }), 0..2)
}

fn whats() -> impl Strategy<Value = What> {
    prop_oneof![
        Just(What::Proposed),
        Just(What::Agreed),
        Just(What::Started),
        Just(What::Ended),
        Just(What::Renewed),
        Just(What::Reviewed),
        body_ids().prop_map(|body| What::Joined { body }),
        body_ids().prop_map(|body| What::Left { body }),
        (body_ids(), body_ids(), choice(Passing::ALL)).prop_map(|(from, to, how)| What::Passed { from, to, how }),
        Just(What::Split { into: vec![ArrangementId::new("one"), ArrangementId::new("two")] }),
    ]
}

fn periods() -> impl Strategy<Value = Period> {
    prop_oneof![
        (whens(), prop::option::of(whens())).prop_map(|(from, until)| Period::EachYear { from, until }),
        (whens(), whens()).prop_map(|(from, until)| Period::InTotal { from, until }),
        whens().prop_map(|until| Period::ToDate { until }),
    ]
}

fn saving_lines() -> impl Strategy<Value = SavingLine> {
    let amounts = prop_oneof![8 => -1_000_000..100_000_000_i64, 1 => any::<i64>()];
    let said = (choice(Standing::ALL), choice(Cashable::ALL), choice(Net::ALL), any::<bool>());
    let told = ("s[1-4]", texts(), texts(), citeds());
    (amounts, periods(), said, told).prop_map(|(amount, period, (standing, cashable, net, at_least), (id, said_by, evidence, sources))| {
        SavingLine { id, amount_pence: Pence(amount), at_least, period, standing, cashable, net, said_by, evidence, sources }
    })
}

fn savings() -> impl Strategy<Value = Savings> {
    prop_oneof![vec(saving_lines(), 0..5).prop_map(Savings::Lines), choice(NoFigure::ALL).prop_map(Savings::NoFigure)]
}

fn prices() -> impl Strategy<Value = PriceOfLeaving> {
    prop_oneof![
        Just(PriceOfLeaving::NotSaid),
        Just(PriceOfLeaving::Free),
        any::<i64>().prop_map(|amount| PriceOfLeaving::Amount(Pence(amount))),
        texts().prop_map(PriceOfLeaving::InWords),
    ]
}

fn leads() -> impl Strategy<Value = Option<Lead>> {
    let lead = (texts(), texts(), texts(), prop::option::of(body_ids()));
    prop::option::of(lead.prop_map(|(role, name, contact, body)| Lead { role, name, contact, body }))
}

/// Any arrangement, right or wrong.
pub(crate) fn arrangements() -> impl Strategy<Value = Arrangement> {
    let happening = (whens(), whats(), texts(), citeds()).prop_map(|(when, what, note, sources)| Happening { when, what, note, sources });
    let party = (body_ids(), choice(Role::ALL)).prop_map(|(body, role)| Party { body, role });
    let names = ("(one|two|three|four)", texts(), texts(), texts(), texts());
    let lists = (
        vec(prop::sample::select(&Family::ALL[..4]), 0..3),
        vec(any::<u32>(), 0..3),
        vec(party, 0..5),
        vec(choice(Aim::ALL), 0..3),
        vec(happening, 0..6),
        vec((14_000..22_000_i32).prop_map(Day), 0..3),
        citeds(),
    );
    let rest = (choice(Kind::ALL), prop::option::of(whens()), prices(), leads(), leads(), savings());
    (names, lists, rest).prop_map(|(names, lists, rest)| {
        let (id, title, summary, legal_form, break_terms) = names;
        let (services, service_list_ids, parties, aims, happenings, reviews, sources) = lists;
        let (kind, agreed_until, price_of_leaving, lead_member, lead_officer, savings) = rest;
        Arrangement {
            id: ArrangementId::new(&id),
            title,
            summary,
            services,
            service_list_ids,
            parties,
            kind,
            legal_form,
            aims,
            happenings,
            agreed_until,
            reviews,
            break_terms,
            price_of_leaving,
            lead_member,
            lead_officer,
            savings,
            sources,
            found_as: None,
        }
    })
}

fn changes() -> impl Strategy<Value = Change> {
    let id = || "(one|two|three|four|five)".prop_map(|id| ArrangementId::new(&id));
    let own = (prop_oneof![body_ids(), Just(BodyId::new("own"))], texts()).prop_map(|(id, name)| OwnBody {
        id,
        short_name: name.clone(),
        name,
        kind: BodyKind::Other,
        also: vec![String::new()],
        first_day: None,
        at: Some((51.0, 1e300)),
    });
    let successor = (body_ids(), texts()).prop_map(|(body, part)| Successor { body, part });
    let ending = (body_ids(), 14_000..22_000_i32, vec(successor, 0..3)).prop_map(|(body, last_day, successors)| Ending {
        body,
        last_day: Day(last_day),
        successors,
        sources: Vec::new(),
    });
    let given = ("a[1-3]", prop::option::of(body_ids()), prop::option::of(texts()));
    prop_oneof![
        3 => arrangements().prop_map(|arrangement| Change::Published(Box::new(arrangement))),
        1 => arrangements().prop_map(|arrangement| Change::Drafted(Box::new(arrangement))),
        1 => id().prop_map(Change::DraftDropped),
        1 => id().prop_map(Change::Withdrawn),
        1 => id().prop_map(Change::Confirmed),
        1 => own.prop_map(|own| Change::BodyKept(Box::new(own))),
        1 => ending.prop_map(|ending| Change::BodyEnds(Box::new(ending))),
        1 => given.prop_map(|(account, body, role)| Change::RoleGiven(Given { name: account.clone(), account, body, role })),
    ]
}

/// A log as the store keeps it: numbered without gaps, each entered no earlier than the one before.
pub(crate) fn logs() -> impl Strategy<Value = Vec<Entry>> {
    vec((changes(), 0..90_i64, texts()), 0..12).prop_map(|drawn| {
        let mut at = moment("2018-01-01").0;
        let mut log = entries(drawn.iter().map(|(change, ..)| change.clone()).collect());
        for (entry, (_, days, why)) in log.iter_mut().zip(drawn) {
            at += days * 86_400;
            entry.entered = Moment(at);
            entry.why = why;
        }
        log
    })
}

/// Any entries at all: numbers and moments that no store would give.
pub(crate) fn strange_logs() -> impl Strategy<Value = Vec<Entry>> {
    (logs(), vec((any::<u64>(), any::<i64>()), 12)).prop_map(|(mut log, strange)| {
        for (entry, (number, entered)) in log.iter_mut().zip(strange) {
            entry.number = number;
            entry.entered = Moment(entered);
        }
        log
    })
}
