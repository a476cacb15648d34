//! Sign-in with an organisation: OpenID Connect, with the authorization code and PKCE.
//!
//! The rule: who somebody is is taken only from the organisation's token endpoint, over a connection that proves its name, never from what a
//! browser brings; by OpenID Connect Core 1.0, 3.1.3.7 (6), that proof stands in the place of a check of the token's
//! signature. State and nonce bind the way back to the browser that set out.

mod base64;
mod claims;
mod provider;
mod reach;

use definitions::Trouble;
use register::Moment;
use sha2::{Digest, Sha256};
use store::{Account, SignOn as Known};

use super::session::Opened;
use super::{People, new_token};
use base64::url_safe;
use claims::Claims;
use provider::Provider;

/// An organisation's sign-in.
#[derive(Clone)]
pub struct SignOnSetting {
    /// What people call it: `Westmarch sign-in`.
    pub name: String,
    /// Its issuer, as its discovery document writes it.
    pub issuer: String,
    /// By which id it knows this site.
    pub client: String,
    /// By which secret.
    pub secret: String,
    /// Domains of e-mail addresses whose holders get an account without an invitation.
    pub domains: Vec<String>,
    /// The address of this site that it sends people back to.
    pub back: String,
    /// True where it may be spoken to without encryption, on this machine alone: for tests.
    pub is_plain_allowed: bool,
}

/// The secret is never shown.
impl std::fmt::Debug for SignOnSetting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SignOnSetting({} at {})", self.client, self.issuer)
    }
}

/// A sign-in that is under way, as it is kept in a cookie until the person comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOnUnderWay {
    state: String,
    nonce: String,
    verifier: String,
    /// Where the person wanted to go.
    pub next: String,
}

impl SignOnUnderWay {
    /// As a cookie holds it.
    pub fn written(&self) -> String {
        format!("{}.{}.{}.{}", self.state, self.nonce, self.verifier, url_safe(self.next.as_bytes()))
    }

    /// Reads what a cookie holds.
    pub fn read(text: &str) -> Option<SignOnUnderWay> {
        let mut parts = text.split('.');
        let mut next = || parts.next().filter(|part| part.len() <= 800).map(str::to_string);
        let (state, nonce, verifier, after) = (next()?, next()?, next()?, next()?);
        let after = String::from_utf8(base64::read_url_safe(&after)?).ok()?;
        let is_whole = [&state, &nonce, &verifier].iter().all(|part| part.len() == 64);
        is_whole.then_some(SignOnUnderWay { state, nonce, verifier, next: after })
    }
}

/// Why nobody was signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignOnFailed {
    /// The way back does not fit the way out: another browser, or too long ago.
    NotThisBrowser,
    /// The organisation's sign-in said no; its reason.
    Declined(String),
    /// The person has no account here, and nobody invited her.
    NoAccount {
        /// Her address, as the organisation says.
        email: String,
    },
    /// What it said cannot be relied on, or it could not be asked.
    Trouble(Trouble),
}

impl From<Trouble> for SignOnFailed {
    fn from(trouble: Trouble) -> SignOnFailed {
        SignOnFailed::Trouble(trouble)
    }
}

/// An organisation's sign-in, and what is known of it.
pub(super) struct SignOn {
    setting: SignOnSetting,
    provider: Provider,
}

impl SignOn {
    pub(super) fn new(setting: SignOnSetting) -> SignOn {
        SignOn { provider: Provider::new(&setting), setting }
    }

    pub(super) fn name(&self) -> &str {
        &self.setting.name
    }
}

impl People {
    /// Begins a sign-in with the organisation: the address to send the browser to, and what to keep in its cookie meanwhile.
    ///
    /// # Errors
    /// When no such sign-in is set, or it cannot be asked.
    pub fn begin_sign_on(&self, next: &str, now: Moment) -> Result<(String, SignOnUnderWay), SignOnFailed> {
        let SignOn { setting, provider } = self.organisation()?;
        let under_way = SignOnUnderWay { state: new_token(), nonce: new_token(), verifier: new_token(), next: next.to_string() };
        let known = provider.known(setting, now)?;
        let challenge = url_safe(&Sha256::digest(under_way.verifier.as_bytes()));
        let parameters = [
            ("response_type", "code"),
            ("client_id", &setting.client),
            ("redirect_uri", &setting.back),
            ("scope", "openid email profile"),
            ("state", &under_way.state),
            ("nonce", &under_way.nonce),
            ("code_challenge", &challenge),
            ("code_challenge_method", "S256"),
        ];
        let join = if known.authorization_endpoint.contains('?') { '&' } else { '?' };
        Ok((format!("{}{join}{}", known.authorization_endpoint, provider::form(&parameters)), under_way))
    }

    /// The person came back: signs her in. `back` gives what stands in the address she came back to.
    ///
    /// # Errors
    /// When the way back does not fit, the organisation says no, or she has no account here.
    pub fn finish_sign_on(&self, under_way: &SignOnUnderWay, back: &dyn Fn(&str) -> String, now: Moment) -> Result<Opened, SignOnFailed> {
        let SignOn { setting, provider } = self.organisation()?;
        if back("state") != under_way.state {
            return Err(SignOnFailed::NotThisBrowser);
        }
        if !back("error").is_empty() {
            return Err(SignOnFailed::Declined(back("error").chars().filter(|letter| !letter.is_control()).take(100).collect()));
        }
        // RFC 9207: where the way back names its issuer, it must be ours.
        if !back("iss").is_empty() && back("iss") != setting.issuer {
            return Err(SignOnFailed::NotThisBrowser);
        }
        let token = provider.id_token(setting, &back("code"), &under_way.verifier, now)?;
        let claims = Claims::checked(&token, setting, &under_way.nonce, now)?;
        let account = self.account_of(setting, claims, now)?;
        Ok(self.open(&account, now)?)
    }

    fn organisation(&self) -> Result<&SignOn, SignOnFailed> {
        let none = || Trouble::new("sign in with an organisation", "none is set", "Set [sign_in] in website.toml.");
        self.sign_on.as_ref().ok_or_else(|| none().into())
    }

    /// The account of whom the claims are about: linked already, invited under her address, or made where her domain is allowed.
    fn account_of(&self, setting: &SignOnSetting, claims: Claims, now: Moment) -> Result<Account, SignOnFailed> {
        let Claims { subject, email, name } = claims;
        let known = Known { issuer: setting.issuer.clone(), subject };
        let no_account = |email: &str| SignOnFailed::NoAccount { email: email.to_string() };
        if let Some(account) = self.store().account_by_sign_on(&known)? {
            return if account.closed.is_none() { Ok(account) } else { Err(no_account(&email)) };
        }
        if let Some(account) = self.store().account_by_email(&email)? {
            // An account that is linked to somebody else is not handed over with an address.
            if account.closed.is_some() || account.sign_on.is_some() {
                return Err(no_account(&email));
            }
            self.store().link_sign_on(&account.id, &known).map_err(|error| error.told("link the account"))?;
            return Ok(account);
        }
        let domain = email.rsplit('@').next().unwrap_or_default();
        if !setting.domains.iter().any(|allowed| allowed == domain) {
            return Err(no_account(&email));
        }
        let account = Account { id: String::new(), email, name, password: None, sign_on: Some(known), added: now, closed: None };
        self.add_account(account).map_err(|not_done| SignOnFailed::Trouble(not_done.told("add the account")))
    }
}
