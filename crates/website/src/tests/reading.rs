//! The pages that are read, asked for over a small register: what stands on them, what never does, and how they answer programs.
//!
//! The rule: the register is that of Westmarch, entered over two years; each test says what it looks for.

use definitions::{ArrangementId, BodyId, Day, OpportunityId};
use desk::people::SignedIn;
use desk::{Desk, Person, Place, records};
use permissions::{Asker, Role};
use register::{Arrangement, Author, Change, Moment, Savings};
use serde_json::Value;
use std::sync::Arc;
use store::{Expected, Store, Writing};

use super::asking;
use crate::asking::Format;
use crate::{Reply, Settings, Site, Stop};

/// 22 November 2026, at noon.
const NOW: Moment = Moment(1_795_348_800);

/// Whether a filter should keep an arrangement.
type Keeps<'a> = &'a dyn Fn(&Value) -> bool;

struct Made {
    site: Site,
    _folder: tempfile::TempDir,
}

fn day(text: &str) -> Day {
    text.parse().expect("the test writes a real day")
}

fn westmarch() -> Vec<Arrangement> {
    records("arrangements.toml", include_str!("../../../../examples/westmarch/arrangements.toml")).expect("the example is written well")
}

/// The site of Westmarch with these entries, each on its day.
fn site_of(entries: &[(&str, Change)]) -> Made {
    let folder = tempfile::tempdir().expect("a folder");
    let file = include_str!("../../../../examples/westmarch/place.toml");
    std::fs::write(folder.path().join("place.toml"), file).expect("written");
    let place = Place::open(folder.path()).expect("a place");
    let store = Store::open(&place.store_address(None).expect("an address")).expect("a store");
    let by = Author { account: "a1".to_string(), name: "Jo Reed".to_string() };
    for (on, change) in entries {
        let writing = Writing { change, why: "For the test.", expects: Expected::Any };
        store.append(&[writing], &by, Moment::end_of(day(on))).expect("entered");
    }
    let desk = Arc::new(Desk::open(place, store, None, || NOW).expect("a desk"));
    let settings = Settings { address: "https://share.example".to_string(), ..Settings::default() };
    Made { site: Site::new(desk, settings).expect("a site"), _folder: folder }
}

fn published(said: &Arrangement) -> Change {
    Change::Published(Box::new(said.clone()))
}

/// Westmarch as it was entered on 1 September 2025, with one saving certified a year later.
fn westmarch_site() -> Made {
    let all = westmarch();
    let mut early = all[0].clone();
    if let Savings::Lines(lines) = &mut early.savings {
        lines.truncate(2);
    }
    let mut entries: Vec<(&str, Change)> = vec![("2025-09-01", published(&early))];
    entries.extend(all[1..].iter().map(|said| ("2025-09-01", published(said))));
    entries.push(("2026-09-23", published(&all[0])));
    site_of(&entries)
}

/// What a visitor gets at an address; `.json`, `.csv` and `.atom` stand at its end.
fn get(made: &Made, address: &str) -> Result<Reply, Stop> {
    get_as(made, address, None)
}

fn get_as(made: &Made, address: &str, roles: Option<Vec<(Option<BodyId>, Role)>>) -> Result<Reply, Stop> {
    let mut asking = asking(address);
    asking.now = NOW;
    for (ending, format) in [(".json", Format::Json), (".csv", Format::Csv)] {
        let (path, _) = address.split_once('?').unwrap_or((address, ""));
        if let Some(path) = path.strip_suffix(ending).filter(|path| made.site.has_page(path) && !path.starts_with("/api")) {
            (asking.path, asking.format) = (path.to_string(), format);
        }
    }
    asking.visitor.person = roles.map(|roles| SignedIn {
        account: "a9".to_string(),
        email: "pat@westmarch.example".to_string(),
        name: "Pat Lee".to_string(),
        has_password: true,
        has_sign_on: false,
        person: Person { asker: Asker::signed_in("a9", roles), author: Author { account: "a9".to_string(), name: "Pat Lee".to_string() } },
    });
    let (route, captures) = made.site.routes.find(&asking.path)?;
    asking.captures = captures;
    route.read.expect("a page that is read")(&made.site, &asking)
}

fn text(reply: &Reply) -> String {
    String::from_utf8(reply.body.clone()).expect("text")
}

fn page(made: &Made, address: &str) -> String {
    text(&get(made, address).unwrap_or_else(|stop| panic!("{address}: {stop:?}")))
}

fn json(made: &Made, address: &str) -> Value {
    serde_json::from_str(&page(made, address)).expect("JSON")
}

#[test]
fn what_was_told_on_a_day_stands_beside_what_is_known_now_with_the_correction_that_makes_them_differ() {
    let made = westmarch_site();
    let shown = page(&made, "/totals?on=2025-12-31");
    assert!(shown.contains("As told on that day") && shown.contains("With what is known now"));
    assert!(shown.contains("1 arrangement was entered or corrected after 31 December 2025"), "{shown}");
    assert!(shown.contains("Savings line s3: £126,000 a year from 1 April 2023 (certified) was added."));
    let known_then = json(&made, "/totals.json?on=2025-12-31&known=2025-12-31");
    let codes = |told: &Value| told["figures"].as_array().expect("a list").iter().map(|one| one["code"].clone()).collect::<Vec<_>>();
    assert!(!codes(&known_then).contains(&Value::from("certified-a-year-net")));
    assert!(codes(&json(&made, "/totals.json?on=2025-12-31")).contains(&Value::from("certified-a-year-net")));
}

#[test]
fn every_figure_of_the_totals_leads_to_as_many_lines_as_it_says() {
    let made = westmarch_site();
    for figure in json(&made, "/totals.json")["figures"].as_array().expect("a list") {
        let address = figure["lines"].as_str().expect("an address").strip_prefix("https://share.example").expect("a whole address");
        let lines = json(&made, address);
        assert_eq!(Value::from(lines["lines"].as_array().expect("a list").len()), figure["count"], "{address}");
        if let Some(sum) = figure["amount_pence"].as_i64() {
            let added: i64 = lines["lines"].as_array().expect("a list").iter().filter_map(|line| line["amount_pence"].as_i64()).sum();
            assert_eq!(added, sum, "{address}");
        }
    }
}

#[test]
fn what_was_withdrawn_is_gone_and_its_history_reads_on() {
    let all = westmarch();
    let id = all[0].id.clone();
    let made = site_of(&[("2025-09-01", published(&all[0])), ("2025-10-01", Change::Withdrawn(id))]);
    let gone = get(&made, "/arrangements/legal-services").expect("a page");
    assert_eq!(gone.status, 410);
    assert!(text(&gone).contains("Jo Reed withdrew it on 1 October 2025. They gave this reason: “For the test.”"));
    assert!(matches!(get(&made, "/arrangements/legal-services.json"), Err(Stop::Gone(_))));
    assert!(page(&made, "/arrangements/legal-services/history").contains("Withdrawn"));
    assert_eq!(json(&made, "/arrangements.json")["count"], 0);
}

#[test]
fn a_draft_is_seen_by_an_officer_of_a_partner_and_by_nobody_else() {
    let all = westmarch();
    let mut draft = all[0].clone();
    draft.title = "A title that is not public".to_string();
    let made = site_of(&[("2025-09-01", Change::Drafted(Box::new(draft))), ("2025-09-02", published(&all[1]))]);
    let of = |body: &str, role| Some(vec![(Some(BodyId::new(body)), role)]);
    let address = "/arrangements/legal-services";
    assert_eq!(get(&made, address).err(), Some(Stop::NotFound));
    assert_eq!(get_as(&made, address, of("westmarch-police", Role::Owner)).err(), Some(Stop::NotFound));
    assert_eq!(get_as(&made, address, of("carrow", Role::Reader)).err(), Some(Stop::NotFound));
    let seen = get_as(&made, address, of("carrow", Role::Officer)).expect("a page");
    assert!(text(&seen).contains("A title that is not public") && text(&seen).contains("This is a draft"));
    for public in
        ["/", "/changes", "/changes.json", "/changes.csv", "/changes.atom", "/arrangements", "/arrangements.json", "/bodies/carrow", "/map"]
    {
        assert!(!page(&made, public).contains("not public"), "{public}");
    }
}

#[test]
fn roles_are_no_public_matter() {
    let given = register::Given { account: "a7".to_string(), name: "Sam Secret".to_string(), body: None, role: Some("owner".to_string()) };
    let made = site_of(&[("2025-09-01", Change::RoleGiven(given))]);
    for public in ["/", "/changes", "/changes.json", "/changes.atom"] {
        assert!(!page(&made, public).contains("Secret"), "{public}");
    }
    assert_eq!(json(&made, "/changes.json")["count"], 0);
}

#[test]
fn an_earlier_version_is_shown_as_one_that_no_longer_stands() {
    let made = westmarch_site();
    let earlier = page(&made, "/arrangements/legal-services?version=1");
    assert!(earlier.contains("This is version 1, which no longer stands") && !earlier.contains("id=\"line-s3\""));
    assert!(page(&made, "/arrangements/legal-services?version=2").contains("id=\"line-s3\""));
    assert_eq!(get(&made, "/arrangements/legal-services?version=3").err(), Some(Stop::NotFound));
    for wrong in ["0", "-1", "x", "99999999999"] {
        assert!(matches!(get(&made, &format!("/arrangements/legal-services?version={wrong}")), Err(Stop::BadRequest(_))), "{wrong}");
    }
}

#[test]
fn an_entry_that_nobody_confirmed_for_a_year_is_shown_as_such() {
    let made = westmarch_site();
    assert!(page(&made, "/arrangements/payroll").contains("Nobody has confirmed this entry for over a year."));
    assert!(!page(&made, "/arrangements/legal-services").contains("Nobody has confirmed"));
    let unconfirmed = json(&made, "/arrangements.json?unconfirmed=yes");
    assert!(unconfirmed["arrangements"].as_array().expect("a list").iter().all(|one| one["is_unconfirmed"] == true));
}

#[test]
fn each_filter_keeps_what_looking_through_all_would_keep() {
    let made = westmarch_site();
    let all = json(&made, "/arrangements.json");
    let all = all["arrangements"].as_array().expect("a list");
    let has = |one: &Value, list: &str, word: &str| one[list].as_array().expect("a list").iter().any(|held| held == word);
    let asked: [(&str, Keeps<'_>); 6] = [
        ("kind=joint-committee", &|one| one["kind"] == "joint-committee"),
        ("stage=live", &|one| one["stage"] == "live"),
        ("service=legal", &|one| has(one, "services", "legal")),
        ("aim=resilience", &|one| has(one, "aims", "resilience")),
        ("standing=realised&stage=live", &|one| has(one, "standings", "realised") && one["stage"] == "live"),
        ("body=carrow", &|one| one["partners"].as_array().expect("a list").iter().any(|partner| partner["id"] == "carrow")),
    ];
    for (query, keeps) in asked {
        let kept: Vec<&Value> = all.iter().filter(|one| keeps(one)).collect();
        let told = json(&made, &format!("/arrangements.json?{query}"));
        assert!(!kept.is_empty() && kept.len() < all.len(), "{query} tells nothing apart");
        assert_eq!(told["arrangements"].as_array().expect("a list").iter().collect::<Vec<_>>(), kept, "{query}");
    }
    assert_eq!(json(&made, "/arrangements.json?q=LEGAL+westmarch+county")["arrangements"][0]["id"], "legal-services");
}

#[test]
fn the_three_orders_hold_the_same_arrangements_and_can_be_followed_piece_by_piece() {
    let made = westmarch_site();
    for sort in ["title", "started", "changed"] {
        let (mut ids, mut address) = (Vec::new(), format!("/arrangements.json?sort={sort}&limit=4"));
        loop {
            let piece = json(&made, &address);
            ids.extend(piece["arrangements"].as_array().expect("a list").iter().map(|one| one["id"].to_string()));
            let Some(next) = piece["next"].as_str() else { break };
            address = next.strip_prefix("https://share.example").expect("a whole address").to_string();
        }
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 25, "{sort}");
    }
    assert_eq!(json(&made, "/arrangements.json?sort=changed")["arrangements"][0]["id"], "legal-services");
}

#[test]
fn what_a_filter_does_not_know_is_refused_and_never_answered_with_an_empty_list() {
    let made = westmarch_site();
    for query in [
        "kind=x",
        "stage=x",
        "service=x",
        "aim=x",
        "standing=x",
        "region=x",
        "body=x",
        "unconfirmed=no",
        "sort=x",
        "day=2024-02-30",
        "limit=0",
        "after=zz",
    ] {
        for list in ["/arrangements.json", "/arrangements"] {
            let answer = get(&made, &format!("{list}?{query}"));
            let is_for_programs = query.starts_with("limit") || query.starts_with("after");
            assert!(matches!(answer, Err(Stop::BadRequest(_))) || (is_for_programs && list == "/arrangements"), "{list}?{query}");
        }
    }
}

#[test]
fn a_body_that_ended_keeps_its_page_with_who_follows_it() {
    let made = westmarch_site();
    let thornby = page(&made, "/bodies/thornby");
    assert!(
        thornby.contains("It does not exist on 22 November 2026.")
            && thornby.contains("Carrow Council took over from Thornby District Council")
    );
    let names = |day: &str| page(&made, &format!("/bodies.csv?day={day}"));
    assert!(names("2023-03-31").contains("Thornby") && !names("2023-04-01").contains("Thornby District Council"));
}

#[test]
fn what_a_body_shares_on_a_day_is_told_apart_from_what_it_shared() {
    let made = westmarch_site();
    let ids = |told: &Value, list: &str| {
        told[list]
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| one["arrangement"]["id"].as_str().or(one["id"].as_str()).unwrap_or_default().to_string())
            .collect::<Vec<_>>()
    };
    let now = json(&made, "/bodies/carrow.json");
    assert!(ids(&now, "other_arrangements").contains(&"revenues-and-benefits".to_string()), "Carrow left it on 31 March 2024");
    let then = json(&made, "/bodies/carrow.json?day=2024-03-31");
    assert!(ids(&then, "shares").contains(&"revenues-and-benefits".to_string()));
}

#[test]
fn the_feed_is_well_formed_and_each_entry_has_an_id_of_its_own_that_stays() {
    let made = westmarch_site();
    let feed = page(&made, "/changes.atom");
    let mut reader = quick_xml::Reader::from_str(&feed);
    let (mut depth, mut opened) = (0, 0);
    loop {
        match reader.read_event().expect("well formed") {
            quick_xml::events::Event::Start(_) => (depth, opened) = (depth + 1, opened + 1),
            quick_xml::events::Event::End(_) => depth -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert!(depth == 0 && opened > 50);
    let mut ids: Vec<&str> = feed.split("<id>").skip(1).filter_map(|rest| rest.split("</id>").next()).collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!((ids.len(), all), (27, 27), "the feed and 26 entries");
    assert!(ids.contains(&"https://share.example/changes/1"));
}

#[test]
fn every_described_page_answers_as_it_is_described() {
    let made = westmarch_site();
    let described = json(&made, "/api/openapi.json");
    for address in [
        "/arrangements",
        "/arrangements/legal-services",
        "/arrangements/legal-services/history",
        "/totals",
        "/bodies",
        "/bodies/carrow",
        "/services",
        "/services/legal",
        "/opportunities",
        "/changes",
        "/checks",
    ] {
        let path = address.replace("/legal-services", "/{id}").replace("/carrow", "/{id}").replace("/services/legal", "/services/{family}");
        let schema = &described["paths"][format!("{path}.json")]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{path} is not described");
        let told = json(&made, &format!("{address}.json"));
        assert_eq!(told_keys(&told), schema_keys(schema), "{path}");
    }
}

fn told_keys(told: &Value) -> Vec<String> {
    let mut keys: Vec<String> = told.as_object().expect("an object").keys().cloned().collect();
    keys.sort();
    keys
}

fn schema_keys(schema: &Value) -> Vec<String> {
    let mut keys: Vec<String> =
        schema["required"].as_array().expect("a list").iter().filter_map(|key| key.as_str().map(str::to_string)).collect();
    keys.sort();
    keys
}

#[test]
fn a_script_in_a_title_is_shown_and_never_run() {
    let mut said = westmarch().remove(0);
    said.title = "<script>alert(1)</script>".to_string();
    said.sources[0].link = "javascript:alert(1)".to_string();
    let made = site_of(&[("2025-09-01", published(&said))]);
    for address in [
        "/",
        "/arrangements",
        "/arrangements/legal-services",
        "/changes",
        "/changes.atom",
        "/map",
        "/bodies/carrow",
        "/totals",
        "/services/legal",
    ] {
        let shown = page(&made, address);
        assert!(!shown.contains("<script>alert") && !shown.contains("href=\"javascript"), "{address}");
    }
}

#[test]
fn a_place_where_nothing_was_entered_or_found_says_so() {
    let made = site_of(&[]);
    assert!(page(&made, "/").contains("Nothing that is shared in Westmarch is entered yet as live."));
    assert!(page(&made, "/opportunities").contains("No search of this place has left opportunities here yet."));
    assert!(get(&made, "/opportunities/place").is_err());
    for address in ["/arrangements", "/bodies", "/services", "/map", "/changes", "/checks", "/sources", "/totals"] {
        assert_eq!(get(&made, address).map(|reply| reply.status), Ok(200), "{address}");
    }
}

#[test]
fn what_the_overview_takes_over_from_before_is_what_beginning_again_gives() {
    let made = westmarch_site();
    let _ = page(&made, "/arrangements");
    let all = westmarch();
    let mut corrected = all[3].clone();
    corrected.title = "A workshop under another name".to_string();
    corrected.found_as = Some(OpportunityId::new("same-need-x"));
    let by = Author { account: String::new(), name: "Jo Reed".to_string() };
    let gone = Change::Withdrawn(ArrangementId::new("payroll"));
    let changes = [published(&corrected), gone, Change::Confirmed(all[2].id.clone())];
    for change in &changes {
        let writing = Writing { change, why: "For the test.", expects: Expected::Any };
        made.site.desk.store().append(&[writing], &by, NOW).expect("entered");
    }
    let quick = page(&made, "/arrangements.json");
    let slow = {
        let fresh = crate::overview::Shelf::default();
        let standing = made.site.desk.register().expect("a register");
        let overview = fresh.overview(standing.register(), NOW.day());
        overview.cards.iter().map(|card| card.title.clone()).collect::<Vec<_>>()
    };
    let quick: Value = serde_json::from_str(&quick).expect("JSON");
    let titles: Vec<&str> = quick["arrangements"].as_array().expect("a list").iter().filter_map(|one| one["title"].as_str()).collect();
    assert_eq!(titles, slow);
    assert!(slow.contains(&"A workshop under another name".to_string()) && !slow.contains(&"Payroll by the county council".to_string()));
}

#[test]
fn a_map_that_is_remembered_is_drawn_anew_after_an_entry_and_for_other_filters() {
    let made = westmarch_site();
    let map = |address: &str| {
        let whole = page(&made, address);
        let (from, to) = (whole.find("<svg").expect("a map"), whole.find("</svg>").expect("its end"));
        whole[from..to].to_string()
    };
    let first = map("/map");
    assert_eq!(map("/map"), first);
    let of_one_kind = map("/map?kind=working-group");
    assert_ne!(of_one_kind, first);
    let mut corrected = westmarch()[3].clone();
    corrected.title = "A workshop under another name".to_string();
    let by = Author { account: String::new(), name: "Jo Reed".to_string() };
    let change = published(&corrected);
    let writing = Writing { change: &change, why: "For the test.", expects: Expected::Any };
    made.site.desk.store().append(&[writing], &by, NOW).expect("entered");
    assert!(!first.contains("A workshop under another name") && map("/map").contains("A workshop under another name"));
}
