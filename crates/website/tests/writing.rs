//! What people write: nobody changes another body's record, nothing that is typed is lost, and nothing hostile gets in.
//!
//! The rule: each test sends what a browser or somebody worse would, over a socket, and looks at what everybody can read afterwards.

mod running;

use permissions::Role;
use running::{Answer, Running, site_with_people};

const OWNER: &str = "owner@lewes.example";
const STRANGER: &str = "owner@wealden.example";
const OFFICER: &str = "officer@lewes.example";

fn site() -> Running {
    site_with_people(&[(OWNER, Role::Owner, "lewes"), (STRANGER, Role::Owner, "wealden"), (OFFICER, Role::Officer, "lewes")])
}

/// A form about an arrangement of Lewes and Eastbourne, with this title.
fn arrangement(title: &str) -> String {
    format!(
        "title={title}&kind=working-group&parties-0-body=Lewes+District+Council&parties-0-role=lead&parties-1-body=Eastbourne&parties-1-role=partner\
         &happenings-0-what=started&happenings-0-when-year=2020&savings=no-figure&no-figure=too-early&do=continue&seen=0&seen-draft=0"
    )
}

/// Publishes an arrangement of Lewes and Eastbourne as the owner; gives the cookies.
fn published(site: &Running, title: &str) -> String {
    let owner = site.signed_in(OWNER);
    let (owner, answer) = site.fill("/arrangements/new", "/arrangements/new", &owner, &arrangement(title));
    let publish = answer.header("location");
    assert!(publish.ends_with("/publish"), "{} {}", answer.status, answer.body);
    let (owner, answer) = site.fill(&publish, &publish, &owner, "why=Agreed&seen=0&seen-draft=1");
    assert!(answer.header("location").ends_with("?done=published"), "{} {}", answer.status, answer.body);
    owner
}

/// Sends a file to be tried.
fn upload(site: &Running, cookies: &str, name: &str, bytes: &[u8]) -> Answer {
    let token = site.get("/import", cookies).token();
    let mut body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n{token}\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; \
         filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
    )
    .into_bytes();
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    let mut request = format!(
        "POST /import HTTP/1.1\r\nHost: {}\r\nCookie: {cookies}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        site.at,
        body.len()
    )
    .into_bytes();
    request.extend(body);
    site.send(&request)
}

#[test]
fn nobody_changes_another_bodys_record_and_nothing_is_changed_where_they_try() {
    let site = site();
    published(&site, "Shared+wardens");
    let before = site.get("/arrangements/shared-wardens", "").body;
    let stranger = site.signed_in(STRANGER);
    for page in ["edit", "confirm", "withdraw", "publish", "drop-draft"] {
        assert_eq!(site.get(&format!("/arrangements/shared-wardens/{page}"), &stranger).status, 403, "{page}");
    }
    let token = site.get("/arrangements/new", &stranger).token();
    let seen = "seen=1&seen-draft=1";
    for (page, form) in [
        ("edit", arrangement("Mine").replace("seen=0&seen-draft=0", seen)),
        ("confirm", "seen=1".to_string()),
        ("withdraw", "seen=1&why=Mine".to_string()),
        ("publish", format!("why=Mine&{seen}")),
    ] {
        let answer = site.post(&format!("/arrangements/shared-wardens/{page}"), &stranger, &format!("form-token={token}&{form}"));
        assert_eq!(answer.status, 403, "{page}: {}", answer.body);
        assert!(answer.body.contains("of one of its partners may"), "{page}");
    }
    assert_eq!(site.get("/arrangements/shared-wardens", "").body, before);
    let officer = site.signed_in(OFFICER);
    let (_, answer) =
        site.fill("/arrangements/new", "/bodies/lewes/end", &officer, "last-day-day=1&last-day-month=1&last-day-year=2030&why=x");
    assert_eq!(answer.status, 403);
}

#[test]
fn a_form_with_a_forged_token_saves_nothing_and_shows_what_was_typed() {
    let site = site();
    let owner = site.signed_in(OWNER);
    let forged = site.post("/arrangements/new", &owner, &format!("form-token=abc&{}", arrangement("Forged+wardens")));
    assert_eq!(forged.status, 403);
    assert!(forged.body.contains("Nothing is saved yet") && forged.body.contains("value=\"Forged wardens\""));
    let gone = site.post("/arrangements/new", "", &format!("form-token=abc&{}", arrangement("Forged+wardens")));
    assert_eq!(gone.status, 403);
    assert!(gone.body.contains("You are no longer signed in") && gone.body.contains("value=\"Forged wardens\""));
    assert!(!site.get("/drafts", &owner).body.contains("Forged wardens"));
    let foreign =
        site.post_with("/arrangements/new", &owner, &format!("form-token=abc&{}", arrangement("Forged")), "Sec-Fetch-Site: cross-site\r\n");
    assert!(foreign.status == 403 && !foreign.body.contains("value=\"Forged\""), "what another site sends is not even shown");
}

#[test]
fn a_script_in_a_title_stays_text_and_what_is_too_long_is_told_with_its_field() {
    let site = site();
    published(&site, "%3Cscript%3Ealert(1)%3C/script%3E+wardens");
    let page = site.get("/arrangements/script-alert-1-script-wardens", "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("&lt;script&gt;alert(1)&lt;/script&gt; wardens") && !page.body.contains("<script>alert"));
    let owner = site.signed_in(OWNER);
    let (owner, answer) = site.fill("/arrangements/new", "/arrangements/new", &owner, &arrangement(&"x".repeat(30_000)));
    assert_eq!(answer.status, 422);
    assert!(
        answer.body.contains("This must be 20,000 characters or fewer") && answer.body.contains(&"x".repeat(30_000)),
        "nothing typed is lost"
    );
    let (owner, answer) = site.fill("/arrangements/new", "/arrangements/new", &owner, &arrangement("A%E2%80%AEb"));
    assert!(answer.status == 422 && answer.body.contains("signs that cannot be seen"));
    let (_, answer) = site.fill("/arrangements/new", "/arrangements/new", &owner, &arrangement(&"x".repeat(10 << 20)));
    assert_eq!(answer.status, 413);
    let endless = format!("{}&parties-4294967295-body=Lewes&parties-499-body=&more=x", arrangement("Rows"));
    let (_, answer) = site.fill("/arrangements/new", "/arrangements/new", &site.signed_in(OWNER), &endless);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

#[test]
fn a_hostile_file_is_told_and_changes_nothing() {
    let site = site();
    let owner = site.signed_in(OWNER);
    let long_cell = format!("Title,Partners\n{},Lewes; Eastbourne\n", "x".repeat(10 << 20));
    for (name, bytes) in [
        ("a.xlsx", b"PK\x03\x04 this is no workbook".to_vec()),
        ("a.csv", vec![0, 159, 146, 150, 0]),
        ("a.csv", b"Title,Partners,Start date\nWardens,Lewes; Eastbourne,31 February 2020\n".to_vec()),
        ("a.json", b"[[[[[[[[[[".to_vec()),
        ("a.toml", b"[[arrangement]]\nid = 3\n".to_vec()),
        ("..\\..\\<script>.csv", b"who,knows\n1,2\n".to_vec()),
        ("a.csv", long_cell.into_bytes()),
    ] {
        let answer = upload(&site, &owner, name, &bytes);
        assert_eq!(answer.status, 422, "{name}: {}", answer.body);
        assert!(answer.body.contains("There is a problem") || answer.body.contains("must be put right"), "{name}");
        assert!(!answer.body.contains("<script>.csv") && !answer.body.contains("/import/enter"), "{name}");
    }
    let too_large = upload(&site, &owner, "a.csv", &vec![b'x'; 21 << 20]);
    assert_eq!(too_large.status, 413);
    let officer = site.signed_in(OFFICER);
    assert_eq!(site.get("/import", &officer).status, 403);
}

#[test]
fn a_formula_in_a_sheet_is_data_on_its_way_in_and_out() {
    let site = site();
    let owner = site.signed_in(OWNER);
    let sheet = "Title,Partners,Start date,Type\n=cmd|' /C calc'!A0,Lewes; Eastbourne,2020,Working group\n";
    let tried = upload(&site, &owner, "a.csv", sheet.as_bytes());
    assert_eq!(tried.status, 200, "{}", tried.body);
    let hidden = |name: &str| {
        let from = tried.body.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("the form carries it");
        from.split('"').next().expect("a value").to_string()
    };
    let entering = |kept: &str, why: &str| {
        let form = format!("form-token={}&kept={kept}&shown={}&why={why}", tried.token(), hidden("shown"));
        site.post("/import/enter", &owner, &form)
    };
    let without_reason = entering(&hidden("kept"), "");
    assert_eq!(without_reason.status, 422);
    assert_eq!(entering("guessed", "x").status, 422, "a file that is not kept is asked for again");
    let again =
        without_reason.body.split("name=\"kept\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("it is kept anew");
    let entered = entering(again, "From+the+sheet");
    assert_eq!(entered.header("location"), "/import?done=1", "{}", entered.body);
    let csv = site.get("/export/arrangements-csv", "").body;
    assert!(csv.contains("'=cmd|") && !csv.contains("\n=cmd") && !csv.contains(",=cmd"), "{csv}");
    assert_eq!(site.get("/export/arrangements-xlsx", "").status, 200);
}

#[test]
fn a_link_that_was_guessed_answers_nothing_and_a_whole_copy_is_for_administrators() {
    let site = site();
    published(&site, "Shared+wardens");
    for link in ["0", "%3Cscript%3E", &"a".repeat(64), &"a".repeat(900)] {
        let answer = site.get(&format!("/still-true/{link}"), "");
        assert_eq!(answer.status, 410, "{link}");
        assert!(answer.body.contains("no longer works"));
    }
    let owner = site.signed_in(OWNER);
    let (_, refused) = site.fill("/import", "/export/everything", &owner, "");
    assert_eq!(refused.status, 403);
    let (_, copy) = site.fill("/export", "/export/everything", &site.signed_in("ann@westmarch.example"), "");
    assert_eq!(copy.status, 200);
    assert!(copy.body.contains("commonweal-register") && copy.header("cache-control").contains("no-store"));
}
