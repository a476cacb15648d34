//! Once a year the owners of a record are asked by letter whether it is still true, and answer by a link, without signing in.
//!
//! The rule: a link is good for one answer about one record by one account, for sixty days, and opens nothing else. Opening it
//! answers nothing; pressing the button does. It is kept who answered and when, so that a second visit can be told.

use definitions::{ArrangementId, BodyId, Trouble};
use permissions::{Action, Asker, Role};
use register::{Author, Moment, Register};
use store::{Account, Kept, Token};

use super::letter::Letter;
use super::token::digest_of;
use super::{People, SignedIn, new_token};
use crate::{NotDone, Person};

/// What the token of a link that waits for an answer is for, and what it becomes once it is used.
const ASKED: &str = "still-true";
const ANSWERED: &str = "still-true-answered";

/// That a letter went out lately is remembered as a token too, which nobody holds.
const SENT: &str = "still-true-sent";

/// How long nobody is written to again about the same record: thirty days.
const SECONDS_BETWEEN_LETTERS: i64 = 30 * 24 * 60 * 60;

/// How long a link works: sixty days.
const SECONDS: i64 = 60 * 24 * 60 * 60;

/// What was asked of whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillTrueAsked {
    /// Which record.
    pub arrangement: ArrangementId,
    /// To whom a letter went, by name; none where nobody answers for it, or everyone was asked within the last month.
    pub asked: Vec<String>,
}

/// What a link in such a letter leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StillTrueLink {
    /// It waits for an answer.
    Waits(ArrangementId),
    /// It was answered already.
    Answered(ArrangementId),
}

impl People {
    /// Writes to the owners of every record that nobody has answered for within a year; to administrators where it has no owner.
    /// Whoever was written to about a record within the last thirty days is not written to again.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn ask_still_true(&self, now: Moment) -> Result<Vec<StillTrueAsked>, Trouble> {
        let accounts: Vec<Account> = self.store().accounts()?.into_iter().filter(|account| account.closed.is_none()).collect();
        let due: Vec<(ArrangementId, String, Vec<Account>)> = {
            let standing = self.desk.register()?;
            let register = standing.register();
            let due = register.confirmation_due(now.day()).into_iter();
            let said = due.filter_map(|due| register.arrangement(&due.arrangement));
            said.map(|said| {
                let answering = register.answering_for(said, now.day());
                (said.id.clone(), said.title.clone(), owners(&accounts, &answering, register))
            })
            .collect()
        };
        self.store().sweep_tokens(now)?;
        let mut asked = Vec::new();
        for (arrangement, title, owners) in due {
            let mut names = Vec::new();
            for account in owners {
                if !self.was_written_to(&about(&account.id, &arrangement), now)? {
                    let link = self.new_still_true_link(&account, &arrangement, now)?;
                    self.post(Letter::still_true(&account, &title, &self.desk.place().name, &link));
                    names.push(account.name);
                }
            }
            asked.push(StillTrueAsked { arrangement, asked: names });
        }
        Ok(asked)
    }

    /// What a link leads to; `None` where it is none, or its time is over.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn still_true_link(&self, token: &str, now: Moment) -> Result<Option<StillTrueLink>, Trouble> {
        let digest = digest_of(token);
        if let Some(about) = self.store().peek_token(digest, ASKED, now)? {
            return Ok(read(&about).map(|(_, arrangement)| StillTrueLink::Waits(arrangement)));
        }
        let answered = self.store().peek_token(digest, ANSWERED, now)?;
        Ok(answered.as_deref().and_then(read).map(|(_, arrangement)| StillTrueLink::Answered(arrangement)))
    }

    /// Answers by a link that it is still true, as it stood in version `seen`; the link is used up by it.
    ///
    /// # Errors
    /// When the link no longer works (`Unknown`), its account may no longer answer, or the record was changed meanwhile.
    pub fn still_true_by_link(&self, token: &str, why: &str, seen: u32, now: Moment) -> Result<Kept, NotDone> {
        let digest = digest_of(token);
        let unknown = || NotDone::Unknown("link that waits for an answer".to_string());
        let (account, arrangement) = self.store().peek_token(digest, ASKED, now)?.as_deref().and_then(read).ok_or_else(unknown)?;
        let who = self.by_link(&account)?.ok_or_else(unknown)?;
        self.desk.may(&who, Action::Confirm, &arrangement)?;
        if self.desk.register()?.version_of_arrangement(&arrangement) != seen {
            return Err(NotDone::NotRight(vec![
                "Somebody changed it after you opened this page. Look at it again, and answer then.".to_string(),
            ]));
        }
        // Of two clicks at once only one takes it.
        let about = self.store().take_token(digest, ASKED, now)?.ok_or_else(unknown)?;
        let until = Moment(now.0.saturating_add(SECONDS));
        self.store().keep_token(&Token { digest, purpose: ANSWERED.to_string(), about, until })?;
        self.desk.confirm(&who, &arrangement, why, seen)
    }

    /// Notes that a letter goes out about this, and says whether one did within the last thirty days.
    fn was_written_to(&self, about: &str, now: Moment) -> Result<bool, Trouble> {
        let digest = digest_of(&format!("{SENT} {about}"));
        if self.store().peek_token(digest, SENT, now)?.is_some() {
            return Ok(true);
        }
        let until = Moment(now.0.saturating_add(SECONDS_BETWEEN_LETTERS));
        self.store().keep_token(&Token { digest, purpose: SENT.to_string(), about: about.to_string(), until })?;
        Ok(false)
    }

    /// Somebody who came by a link and may do nothing but confirm; `None` where the account is closed.
    fn by_link(&self, account: &str) -> Result<Option<Person>, Trouble> {
        let Some(account) = self.store().account(account)?.filter(|account| account.closed.is_none()) else { return Ok(None) };
        let roles = SignedIn::of(&account, self.desk.register()?.register()).person.asker.roles;
        let author = Author { account: account.id.clone(), name: account.name };
        Ok(Some(Person { asker: Asker::by_link(&account.id, roles, Action::Confirm), author }))
    }

    /// A new link for one answer; an earlier one about the same stops working.
    fn new_still_true_link(&self, account: &Account, arrangement: &ArrangementId, now: Moment) -> Result<String, Trouble> {
        let token = new_token();
        let about = about(&account.id, arrangement);
        self.store().drop_tokens(ASKED, &about)?;
        let until = Moment(now.0.saturating_add(SECONDS));
        self.store().keep_token(&Token { digest: digest_of(&token), purpose: ASKED.to_string(), about, until })?;
        Ok(format!("{}/still-true/{token}", self.address))
    }
}

/// The accounts that own a record for one of these bodies; where there is none, those that look after one of them, or the place.
fn owners(accounts: &[Account], bodies: &[BodyId], register: &Register) -> Vec<Account> {
    let holds = |account: &Account, wanted: Role| {
        register.roles_of(&account.id).any(|given| {
            let is_of_these = given.body.as_ref().is_none_or(|body| bodies.contains(body));
            is_of_these && given.role.as_deref() == Some(wanted.code())
        })
    };
    let with = |role| accounts.iter().filter(|account| holds(account, role)).cloned().collect::<Vec<_>>();
    let owners = with(Role::Owner);
    if owners.is_empty() { with(Role::Administrator) } else { owners }
}

fn about(account: &str, arrangement: &ArrangementId) -> String {
    format!("{account} {arrangement}")
}

fn read(about: &str) -> Option<(String, ArrangementId)> {
    let (account, arrangement) = about.split_once(' ')?;
    Some((account.to_string(), ArrangementId::new(arrangement)))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::made_up::{administrator, arrangement, made_up, noon};
    use crate::people::{Invitation, Mailing, PeopleSettings};

    /// More than a year after everything was entered.
    fn next_year() -> Moment {
        Moment(noon().0 + 400 * 24 * 60 * 60)
    }

    /// A place where `legal` of Ashby and Beckton is published; Bob owns for Beckton and Cat for Corley, Ada administers.
    fn place() -> (People, tempfile::TempDir) {
        let made = made_up();
        made.desk.publish(&administrator(), arrangement("legal", &["ashby", "beckton"]), "First entry.", 0).expect("may");
        let mailing = Mailing::Folder(made.folder.path().join("mail"));
        let settings = PeopleSettings { address: "https://share.example".to_string(), mailing, sign_on: None };
        let people = People::new(Arc::new(made.desk), settings).expect("people");
        for (name, body, role) in
            [("Bob", Some("beckton"), Role::Owner), ("Cat", Some("corley"), Role::Owner), ("Ada", None, Role::Administrator)]
        {
            let email = format!("{name}@made.example");
            let invitation = Invitation { email, name: name.to_string(), body: body.map(BodyId::new), role };
            people.invite(&Person::at_the_terminal("the test"), &invitation, noon()).expect("invited");
        }
        (people, made.folder)
    }

    /// The secret of the link in the letter to `name`, once it is written.
    fn link(folder: &tempfile::TempDir, name: &str) -> String {
        for _ in 0..500 {
            for file in std::fs::read_dir(folder.path().join("mail")).into_iter().flatten().flatten() {
                let text = std::fs::read_to_string(file.path()).unwrap_or_default();
                let link = text.lines().find_map(|line| line.trim().strip_prefix("https://share.example/still-true/"));
                if let Some(link) = link.filter(|_| text.contains(&format!("Dear {name},")) && text.contains("-- ")) {
                    return link.to_string();
                }
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        panic!("no letter to {name} was written");
    }

    fn legal() -> ArrangementId {
        ArrangementId::new("legal")
    }

    #[test]
    fn the_owner_of_a_record_is_asked_once_a_year_and_others_are_not() {
        let (people, _folder) = place();
        assert!(people.ask_still_true(noon()).expect("asked").is_empty(), "nobody is asked within the year");
        let asked = people.ask_still_true(next_year()).expect("asked");
        assert_eq!(asked, [StillTrueAsked { arrangement: legal(), asked: vec!["Bob".to_string()] }]);
        let again = people.ask_still_true(Moment(next_year().0 + 24 * 60 * 60)).expect("asked");
        assert_eq!(again, [StillTrueAsked { arrangement: legal(), asked: Vec::new() }], "nobody is written to twice within a month");
    }

    #[test]
    fn where_nobody_owns_a_record_administrators_are_asked() {
        let (people, _folder) = place();
        people.give_role(&Person::at_the_terminal("the test"), "bob", (Some(BodyId::new("beckton")), None), noon()).expect("taken away");
        assert_eq!(people.ask_still_true(next_year()).expect("asked")[0].asked, ["Ada"]);
    }

    #[test]
    fn a_link_answers_once_and_remembers_who_answered() {
        let (people, folder) = place();
        people.ask_still_true(next_year()).expect("asked");
        let link = link(&folder, "Bob");
        assert_eq!(people.still_true_link(&link, next_year()), Ok(Some(StillTrueLink::Waits(legal()))));
        let kept = people.still_true_by_link(&link, "Still true.", 1, next_year()).expect("answered");
        assert_eq!((kept.entry.by.account.as_str(), kept.entry.by.name.as_str()), ("bob", "Bob"));
        assert_eq!(people.still_true_link(&link, next_year()), Ok(Some(StillTrueLink::Answered(legal()))));
        let again = people.still_true_by_link(&link, "Still true.", 2, next_year());
        assert!(matches!(again, Err(NotDone::Unknown(_))), "{again:?}");
    }

    #[test]
    fn a_link_is_worth_nothing_after_its_time_for_another_version_or_without_the_role() {
        let (people, folder) = place();
        people.ask_still_true(next_year()).expect("asked");
        let link = link(&folder, "Bob");
        let much_later = Moment(next_year().0 + SECONDS + 1);
        assert_eq!(people.still_true_link(&link, much_later), Ok(None));
        assert!(matches!(people.still_true_by_link(&link, "Still true.", 1, much_later), Err(NotDone::Unknown(_))));
        assert!(matches!(people.still_true_by_link(&link, "Still true.", 7, next_year()), Err(NotDone::NotRight(_))));
        people.give_role(&Person::at_the_terminal("the test"), "bob", (Some(BodyId::new("beckton")), None), noon()).expect("taken away");
        assert!(matches!(people.still_true_by_link(&link, "Still true.", 1, next_year()), Err(NotDone::Refused(_))));
        assert_eq!(people.still_true_link("guessed", next_year()), Ok(None));
    }

    #[test]
    fn a_link_opens_nothing_but_the_one_answer() {
        let (people, _folder) = place();
        let bob = people.by_link("bob").expect("asked").expect("there");
        let withdrawn = people.desk().withdraw(&bob, &legal(), "Mine.", 1);
        assert!(matches!(withdrawn, Err(NotDone::Refused(_))), "{withdrawn:?}");
        let drafted = people.desk().draft(&bob, arrangement("legal", &["beckton", "ashby"]), "", 0);
        assert!(matches!(drafted, Err(NotDone::Refused(_))), "{drafted:?}");
    }
}
