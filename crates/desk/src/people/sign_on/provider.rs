//! The organisation's sign-in, spoken to: what it says of itself, and the token for a code.
//!
//! The rule: every answer is bounded in size and time; a redirect is an error; what it says of itself must name the issuer of the settings and
//! encrypted addresses, and is asked again after an hour.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use definitions::Trouble;
use register::Moment;
use serde_json::Value;
use ureq::Agent;
use ureq::http::Uri;
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;

use super::SignOnSetting;
use super::base64::ordinary;
use super::reach::Reach;

/// Largest answer that is read.
const ANSWER_BYTES: u64 = 200_000;
/// How long an answer may take in all.
const ANSWER_TIME: Duration = Duration::from_secs(10);
/// How long what it says of itself is believed.
const BELIEVED_SECONDS: i64 = 60 * 60;

/// What it says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    pub(super) authorization_endpoint: String,
    token_endpoint: String,
    /// True where it takes the secret of the client in the form alone, and not in the header.
    takes_secret_in_form_only: bool,
}

/// The organisation's sign-in.
pub(super) struct Provider {
    agent: Agent,
    known: Mutex<Option<(Moment, Known)>>,
}

impl Provider {
    pub(super) fn new(setting: &SignOnSetting) -> Provider {
        let mut config = Agent::config_builder()
            .https_only(!setting.is_plain_allowed)
            .max_redirects(0)
            .timeout_global(Some(ANSWER_TIME))
            .max_response_header_size(32_000)
            .user_agent("Commonweal");
        if setting.is_plain_allowed {
            config = config.proxy(None);
        }
        let host = setting.issuer.parse::<Uri>().ok().and_then(|issuer| issuer.host().map(str::to_string));
        let reach = Reach { issuer_host: host.unwrap_or_default(), names: DefaultResolver::default() };
        Provider { agent: Agent::with_parts(config.build(), DefaultConnector::new(), reach), known: Mutex::new(None) }
    }

    /// What it says of itself, asked for where that was longer ago than an hour.
    pub(super) fn known(&self, setting: &SignOnSetting, now: Moment) -> Result<Known, Trouble> {
        let mut held = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = held.as_ref().filter(|(asked, _)| now.0 - asked.0 < BELIEVED_SECONDS) {
            return Ok(known.clone());
        }
        let address = format!("{}/.well-known/openid-configuration", setting.issuer.trim_end_matches('/'));
        let answer = self.agent.get(&address).header("accept", "application/json").call();
        let known = understood(&read(answer, setting)?, setting)?;
        *held = Some((now, known.clone()));
        Ok(known)
    }

    /// The ID token for a code that a browser brought back.
    pub(super) fn id_token(&self, setting: &SignOnSetting, code: &str, verifier: &str, now: Moment) -> Result<String, Trouble> {
        let known = self.known(setting, now)?;
        let mut pairs =
            vec![("grant_type", "authorization_code"), ("code", code), ("redirect_uri", &setting.back), ("code_verifier", verifier)];
        let mut request = self.agent.post(&known.token_endpoint).header("accept", "application/json");
        if known.takes_secret_in_form_only {
            pairs.extend([("client_id", setting.client.as_str()), ("client_secret", &setting.secret)]);
        } else {
            // RFC 6749, 2.3.1: both are encoded as in a form before they are joined.
            let both = format!("{}:{}", encoded(&setting.client), encoded(&setting.secret));
            request = request.header("authorization", format!("Basic {}", ordinary(both.as_bytes())));
        }
        let answer = request.header("content-type", "application/x-www-form-urlencoded").send(form(&pairs));
        let answer = read(answer, setting)?;
        let token = answer["id_token"].as_str().ok_or_else(|| trouble(setting, "it answered without an ID token".to_string()))?;
        Ok(token.to_string())
    }
}

/// `a=1&b=two%20words`.
pub(super) fn form(pairs: &[(&str, &str)]) -> String {
    pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect::<Vec<_>>().join("&")
}

fn encoded(text: &str) -> String {
    let one = |byte: u8| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(one).collect()
}

fn read(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>, setting: &SignOnSetting) -> Result<Value, Trouble> {
    let mut answer = answer.map_err(|error| trouble(setting, error.to_string()))?;
    if answer.status() != 200 {
        return Err(trouble(setting, format!("it answered with status {}", answer.status().as_u16())));
    }
    let text = answer.body_mut().with_config().limit(ANSWER_BYTES).read_to_string();
    let text = text.map_err(|error| trouble(setting, error.to_string()))?;
    serde_json::from_str(&text).map_err(|_| trouble(setting, "it did not answer in JSON".to_string()))
}

fn understood(said: &Value, setting: &SignOnSetting) -> Result<Known, Trouble> {
    if said["issuer"].as_str() != Some(&setting.issuer) {
        return Err(trouble(setting, format!("it says that its issuer is {}, which must be just as in website.toml", said["issuer"])));
    }
    let endpoint = |name: &str| {
        let address = said[name].as_str().unwrap_or_default();
        let is_plain_here = setting.is_plain_allowed && address.starts_with("http://127.0.0.1:");
        let is_safe = address.starts_with("https://") || is_plain_here;
        let is_address = is_safe && address.parse::<Uri>().is_ok() && !address.contains('#');
        if is_address { Ok(address.to_string()) } else { Err(trouble(setting, format!("its {name} is no encrypted address"))) }
    };
    let takes =
        |method: &str| said["token_endpoint_auth_methods_supported"].as_array().is_some_and(|all| all.iter().any(|one| one == method));
    Ok(Known {
        authorization_endpoint: endpoint("authorization_endpoint")?,
        token_endpoint: endpoint("token_endpoint")?,
        takes_secret_in_form_only: takes("client_secret_post") && !takes("client_secret_basic"),
    })
}

fn trouble(setting: &SignOnSetting, because: String) -> Trouble {
    let try_next = "Check [sign_in] in website.toml, and that this machine can reach it; or sign in with a password.";
    Trouble::new(format!("ask {}", setting.issuer), because, try_next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn setting() -> SignOnSetting {
        SignOnSetting {
            name: "n".into(),
            issuer: "https://id.example".into(),
            client: "c".into(),
            secret: "s".into(),
            domains: vec![],
            back: String::new(),
            is_plain_allowed: false,
        }
    }

    #[test]
    fn what_a_sign_in_says_of_itself_must_name_its_issuer_and_encrypted_addresses() {
        let good = json!({ "issuer": "https://id.example", "authorization_endpoint": "https://id.example/a", "token_endpoint": "https://id.example/t" });
        assert!(understood(&good, &setting()).is_ok());
        for (name, value) in [
            ("issuer", json!("https://id.example/")),
            ("issuer", json!(null)),
            ("authorization_endpoint", json!("http://id.example/a")),
            ("authorization_endpoint", json!("javascript:alert(1)")),
            ("token_endpoint", json!("http://127.0.0.1:1/t")),
            ("token_endpoint", json!("file:///etc/passwd")),
            ("token_endpoint", json!("https://id.example/t#x")),
            ("token_endpoint", json!(null)),
        ] {
            let mut said = good.clone();
            said[name] = value.clone();
            assert!(understood(&said, &setting()).is_err(), "{name} = {value}");
        }
    }

    #[test]
    fn the_secret_goes_into_the_form_only_where_the_header_is_not_taken() {
        let said = |methods: Value| {
            let mut said =
                json!({ "issuer": "https://id.example", "authorization_endpoint": "https://i/a", "token_endpoint": "https://i/t" });
            said["token_endpoint_auth_methods_supported"] = methods;
            understood(&said, &setting()).expect("good").takes_secret_in_form_only
        };
        assert!(said(json!(["client_secret_post"])));
        assert!(!said(json!(["client_secret_post", "client_secret_basic"])) && !said(Value::Null));
    }
}
