//! What an ID token says, checked.
//!
//! The rule: every check of OpenID Connect Core 1.0, 3.1.3.7, in its order, but that of the signature, for which the encrypted connection to the
//! token endpoint stands (its sixth point). An e-mail address counts only where the organisation says that it was verified.

use definitions::Trouble;
use register::Moment;
use serde_json::Value;

use super::SignOnSetting;
use super::base64::read_url_safe;

/// Who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claims {
    /// In the words of the organisation.
    pub(super) subject: String,
    /// Verified, in lower-case letters.
    pub(super) email: String,
    /// Shown name; the address where none is said.
    pub(super) name: String,
}

/// By how many seconds two clocks may differ.
const CLOCKS_DIFFER_SECONDS: i64 = 120;
/// How old a token may be that was just asked for.
const OLDEST_SECONDS: i64 = 600;

impl Claims {
    /// What `token` says, where it can be relied on.
    pub(super) fn checked(token: &str, setting: &SignOnSetting, nonce: &str, now: Moment) -> Result<Claims, Trouble> {
        let (head, said) = parts(token).ok_or_else(|| wrong("it is not of the form that the standard gives"))?;
        if head["alg"].as_str().is_none_or(|name| name.eq_ignore_ascii_case("none")) {
            return Err(wrong("it is not signed"));
        }
        if said["iss"].as_str() != Some(&setting.issuer) {
            return Err(wrong("it was issued by somebody else"));
        }
        for_this_site(&said, setting)?;
        in_time(&said, now)?;
        if said["nonce"].as_str() != Some(nonce) {
            return Err(wrong("it answers another request"));
        }
        who(&said)
    }
}

fn parts(token: &str) -> Option<(Value, Value)> {
    let mut pieces = token.split('.');
    let mut json = || -> Option<Value> { serde_json::from_slice(&read_url_safe(pieces.next()?)?).ok() };
    let (head, said) = (json()?, json()?);
    let has_signature = pieces.next().is_some_and(|piece| !piece.is_empty());
    (has_signature && pieces.next().is_none()).then_some((head, said))
}

/// Audience and authorized party.
fn for_this_site(said: &Value, setting: &SignOnSetting) -> Result<(), Trouble> {
    let client = setting.client.as_str();
    let (is_ours, is_for_others) = match &said["aud"] {
        Value::String(one) => (one == client, false),
        Value::Array(all) => (all.iter().any(|one| one == client), all.len() > 1),
        _ => (false, false),
    };
    let party = said["azp"].as_str();
    let is_party = if is_for_others { party == Some(client) } else { said["azp"].is_null() || party == Some(client) };
    if is_ours && is_party { Ok(()) } else { Err(wrong("it is for another site")) }
}

fn in_time(said: &Value, now: Moment) -> Result<(), Trouble> {
    let seconds = |name: &str| said[name].as_f64().filter(|seconds| seconds.is_finite()).map(|seconds| seconds as i64);
    let ends = seconds("exp").ok_or_else(|| wrong("it does not say until when it holds"))?;
    let issued = seconds("iat").ok_or_else(|| wrong("it does not say when it was issued"))?;
    if ends.saturating_add(CLOCKS_DIFFER_SECONDS) < now.0 {
        return Err(wrong("its time is over"));
    }
    if issued.saturating_sub(now.0) > CLOCKS_DIFFER_SECONDS || now.0.saturating_sub(issued) > OLDEST_SECONDS {
        return Err(wrong("it was not issued just now; look whether the clock of this machine is right"));
    }
    Ok(())
}

fn who(said: &Value) -> Result<Claims, Trouble> {
    let text = |name: &str| said[name].as_str().map(str::trim).filter(|text| !text.is_empty() && text.chars().count() <= 255);
    let subject = text("sub").ok_or_else(|| wrong("it does not say whom it is about"))?;
    // Some write the word for the value.
    let is_verified = said["email_verified"] == Value::Bool(true) || said["email_verified"] == "true";
    let email = text("email").filter(|_| is_verified).ok_or_else(|| wrong("it holds no e-mail address that was verified"))?;
    if !super::super::mailing::is_address(email) {
        return Err(wrong("its e-mail address is none"));
    }
    let name = text("name").unwrap_or(email).chars().filter(|letter| !letter.is_control()).collect();
    Ok(Claims { subject: subject.to_string(), email: email.to_lowercase(), name })
}

fn wrong(because: &str) -> Trouble {
    Trouble::new("rely on what the organisation’s sign-in said", because, "Ask whoever runs the organisation’s sign-in.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::sign_on::base64::url_safe;
    use serde_json::json;

    const NOW: Moment = Moment(1_800_000_000);

    fn setting() -> SignOnSetting {
        SignOnSetting {
            name: "n".into(),
            issuer: "https://id.example".into(),
            client: "commonweal".into(),
            secret: "s".into(),
            domains: vec![],
            back: "https://share.example/back".into(),
            is_plain_allowed: false,
        }
    }

    fn said() -> Value {
        json!({ "iss": "https://id.example", "aud": "commonweal", "sub": "248289761001", "exp": 1_800_000_300, "iat": 1_800_000_000,
                "nonce": "n-0S6_WzA2Mj", "email": "Ann@Example.gov.uk", "email_verified": true, "name": "Ann Example" })
    }

    fn checked(head: &Value, said: &Value) -> Result<Claims, Trouble> {
        let part = |value: &Value| url_safe(value.to_string().as_bytes());
        Claims::checked(&format!("{}.{}.c2ln", part(head), part(said)), &setting(), "n-0S6_WzA2Mj", NOW)
    }

    #[test]
    fn a_token_that_was_just_issued_for_this_site_says_who_somebody_is() {
        let claims = checked(&json!({ "alg": "RS256" }), &said()).expect("a good token");
        assert_eq!(claims, Claims { subject: "248289761001".into(), email: "ann@example.gov.uk".into(), name: "Ann Example".into() });
    }

    #[test]
    fn a_token_with_any_one_thing_wrong_is_refused_and_says_which() {
        for (name, value, why) in [
            ("iss", json!("https://evil.example"), "somebody else"),
            ("iss", json!("https://id.example/"), "somebody else"),
            ("aud", json!("another"), "another site"),
            ("aud", json!(["commonweal", "another"]), "another site"),
            ("aud", Value::Null, "another site"),
            ("azp", json!("another"), "another site"),
            ("exp", json!(1_799_999_000), "time is over"),
            ("exp", Value::Null, "until when"),
            ("iat", json!(1_799_990_000), "just now"),
            ("iat", json!(1_800_009_000), "just now"),
            ("nonce", json!("other"), "another request"),
            ("nonce", Value::Null, "another request"),
            ("sub", json!(""), "whom it is about"),
            ("email_verified", json!(false), "verified"),
            ("email_verified", Value::Null, "verified"),
            ("email", json!("ann@example.gov.uk, eve@evil.example"), "address is none"),
        ] {
            let mut said = said();
            said[name] = value.clone();
            let trouble = checked(&json!({ "alg": "RS256" }), &said).expect_err(&format!("{name} = {value}"));
            assert!(trouble.because.contains(why), "{name} = {value}: {trouble}");
        }
        for head in [json!({ "alg": "none" }), json!({ "alg": "None" }), json!({})] {
            assert!(checked(&head, &said()).is_err());
        }
    }

    #[test]
    fn several_audiences_are_good_where_we_are_the_one_it_was_made_for() {
        let mut said = said();
        said["aud"] = json!(["commonweal", "another"]);
        said["azp"] = json!("commonweal");
        assert!(checked(&json!({ "alg": "RS256" }), &said).is_ok());
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for wrong in ["", ".", "..", "a.b.c", "e30.e30.", "e30.e30.c2ln.x", "\u{0}"] {
            assert!(Claims::checked(wrong, &setting(), "", NOW).is_err(), "{wrong:?}");
        }
    }
}
