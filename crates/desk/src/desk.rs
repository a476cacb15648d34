//! The desk: a place, its register as it stands, and the one way to change it.
//!
//! The rule: the register in memory is what the log in the store makes, and is brought up to date before it is read, so that
//! several programs over one store agree. Nothing is entered without a proof that it was asked for, of the very bodies
//! that the record has when it is entered. Who was overtaken by another is told, and nothing of theirs is lost.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::{Arc, Mutex, RwLock, RwLockReadGuard};

use definitions::{ArrangementId, BodyId, Day, Trouble};
use pages::Report;
use permissions::{Action, Asker, Permitted};
use register::{Author, Change, Fault, Moment, Register};
use store::{Expected, Kept, Overtaken, Refused, Store, Writing};

use crate::boundaries::Drawn;
use crate::found::Found;
use crate::place::Place;

/// How many entries are read from the store at a time.
const ENTRIES_AT_A_TIME: usize = 5_000;

/// The longest reason for a change, in characters.
pub const WHY_CHARACTERS: usize = 2_000;

/// How many registers of earlier days are remembered.
const EARLIER_REMEMBERED: usize = 8;

/// Who does something: what they may, and the name under which it is remembered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their account and roles.
    pub asker: Asker,
    /// As they are named in the log.
    pub author: Author,
}

impl Person {
    /// Somebody who has not signed in.
    pub fn visitor() -> Person {
        Person { asker: Asker::visitor(), author: Author { account: String::new(), name: String::new() } }
    }

    /// Somebody at the terminal of the machine, who is remembered as `name`.
    pub fn at_the_terminal(name: &str) -> Person {
        Person { asker: Asker::at_the_terminal(), author: Author { account: String::new(), name: name.to_string() } }
    }
}

/// Why something was not done. Nothing was changed.
#[derive(Clone, Debug, PartialEq)]
pub enum NotDone {
    /// They may not.
    Refused(permissions::Refusal),
    /// What they entered of an arrangement is not right yet.
    Faults(Vec<Fault>),
    /// What they entered of something else is not right yet, in sentences.
    NotRight(Vec<String>),
    /// Somebody else changed the record first.
    Overtaken(Overtaken),
    /// There is no such record.
    Unknown(String),
    /// Something stood in the way.
    Trouble(Trouble),
}

impl From<permissions::Refusal> for NotDone {
    fn from(refusal: permissions::Refusal) -> NotDone {
        NotDone::Refused(refusal)
    }
}

impl From<Trouble> for NotDone {
    fn from(trouble: Trouble) -> NotDone {
        NotDone::Trouble(trouble)
    }
}

impl From<Refused> for NotDone {
    fn from(refused: Refused) -> NotDone {
        match refused {
            Refused::Overtaken(overtaken) => NotDone::Overtaken(overtaken),
            Refused::Trouble(trouble) => NotDone::Trouble(trouble),
        }
    }
}

impl NotDone {
    /// As somebody at a terminal is told; `could_not` completes "could not …".
    pub fn told(self, could_not: &str) -> Trouble {
        match self {
            NotDone::Refused(refusal) => Trouble::new(could_not, refusal.sentence, refusal.try_next),
            NotDone::Faults(faults) => {
                let sentences: Vec<String> = faults.into_iter().map(|fault| fault.sentence).collect();
                NotDone::NotRight(sentences).told(could_not)
            }
            NotDone::NotRight(sentences) => Trouble::new(could_not, sentences.join(" "), "Mend this and try again: nothing was entered."),
            NotDone::Overtaken(overtaken) => Refused::Overtaken(overtaken).told(could_not),
            NotDone::Unknown(what) => Trouble::new(could_not, format!("there is no {what}"), "Check the spelling of its id."),
            NotDone::Trouble(trouble) => trouble,
        }
    }
}

/// What the log makes, and which version each record has.
struct State {
    register: Register,
    /// By the name under which the store keeps a record.
    versions: BTreeMap<String, u32>,
}

impl State {
    fn take(&mut self, kept: Kept) {
        *self.versions.entry(kept.record).or_default() = kept.version;
        self.register.take(Arc::new(kept.entry));
    }
}

/// The register as it stood at a moment, by that moment and the entry that was last when it was made.
type Earlier = Vec<(Moment, u64, Arc<Register>)>;

/// A place, open for work.
pub struct Desk {
    place: Place,
    store: Store,
    state: RwLock<State>,
    earlier: Mutex<Earlier>,
    found: Found,
    pub(crate) drawn: Mutex<Drawn>,
    clock: fn() -> Moment,
}

impl Desk {
    /// Opens the register of `place`, kept in `store`. `found` names the folder that the last search wrote, where it is not
    /// beside the place; `clock` says what time it is.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn open(place: Place, store: Store, found: Option<&Path>, clock: fn() -> Moment) -> Result<Desk, Trouble> {
        let register = Register::new(place.directory.clone());
        let found = Found::in_folders(place.found_in(found));
        let state = RwLock::new(State { register, versions: BTreeMap::new() });
        let desk = Desk { place, store, state, earlier: Mutex::default(), found, drawn: Mutex::default(), clock };
        desk.bring_up_to_date()?;
        Ok(desk)
    }

    /// The place.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// The store, for what is no entry: accounts, sessions, letters' links, boundaries.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The moment.
    pub fn now(&self) -> Moment {
        (self.clock)()
    }

    /// The day.
    pub fn today(&self) -> Day {
        self.now().day()
    }

    /// Whether they may do `action` to this arrangement, by the bodies that answer today for the record as it stands, else for
    /// its draft. Every act asks for itself again.
    ///
    /// # Errors
    /// When they may not, or there is neither a record nor a draft of it.
    pub fn may(&self, who: &Person, action: Action, id: &ArrangementId) -> Result<(), NotDone> {
        let about = {
            let standing = self.register()?;
            let register = standing.register();
            let record = register.record(id).map(|record| record.arrangement());
            let known = record.or_else(|| register.draft(id).map(|draft| draft.arrangement()));
            let known = known.ok_or_else(|| NotDone::Unknown(format!("arrangement {id}")))?;
            register.answering_for(known, self.today())
        };
        Ok(permissions::may(&who.asker, action, &about).map(drop)?)
    }

    /// What the last search found; `None` where there was none.
    ///
    /// # Errors
    /// When its report cannot be read.
    pub fn report(&self) -> Result<Option<Arc<Report>>, Trouble> {
        self.found.report()
    }

    /// Another number whenever what stands beside the register has changed: the report of the last search, or the boundaries.
    ///
    /// # Errors
    /// When the store cannot be asked.
    pub fn beside(&self) -> Result<u64, Trouble> {
        let mut hasher = DefaultHasher::new();
        self.found.written().hash(&mut hasher);
        self.store.boundary_sets()?.iter().for_each(|set| set.digest.0.hash(&mut hasher));
        Ok(hasher.finish())
    }

    /// The register as it stands now, also where another program has just changed it.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn register(&self) -> Result<Standing<'_>, Trouble> {
        self.bring_up_to_date()?;
        Ok(Standing { state: self.state.read().unwrap_or_else(|broken| broken.into_inner()) })
    }

    /// The register as it was known at the end of `moment`.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn register_until(&self, moment: Moment) -> Result<Arc<Register>, Trouble> {
        let standing = self.register()?;
        let last = standing.register().last_number();
        let mut earlier = self.earlier.lock().unwrap_or_else(|broken| broken.into_inner());
        if let Some((.., known)) = earlier.iter().find(|(at, number, _)| *at == moment && *number == last) {
            return Ok(known.clone());
        }
        let made = Arc::new(standing.register().as_entered_until(moment));
        earlier.retain(|(_, number, _)| *number == last);
        if earlier.len() >= EARLIER_REMEMBERED {
            earlier.remove(0);
        }
        earlier.push((moment, last, made.clone()));
        Ok(made)
    }

    /// Enters changes, all or none. Each comes with the bodies it is about and the version that was seen.
    pub(crate) fn enter(&self, permitted: &Permitted, by: &Author, why: &str, changes: &[Entering]) -> Result<Vec<Kept>, NotDone> {
        changes.iter().try_for_each(|entering| permitted.covers(entering.action, &entering.about))?;
        changes.iter().try_for_each(|entering| reason_is_given(&entering.change, why))?;
        let writings: Vec<Writing<'_>> =
            changes.iter().map(|entering| Writing { change: &entering.change, why, expects: entering.expects }).collect();
        let kept = self.store.append(&writings, by, self.now())?;
        self.bring_up_to_date()?;
        Ok(kept)
    }

    /// Enters one change.
    pub(crate) fn enter_one(&self, permitted: &Permitted, who: &Person, why: &str, entering: Entering) -> Result<Kept, NotDone> {
        let kept = self.enter(permitted, &who.author, why, &[entering])?;
        Ok(kept.into_iter().next().expect("what was entered is what was kept"))
    }

    /// Takes what was added to the log since it was looked at last.
    fn bring_up_to_date(&self) -> Result<(), Trouble> {
        let taken = || self.state.read().unwrap_or_else(|broken| broken.into_inner()).register.last_number();
        if self.store.last_number()? <= taken() {
            return Ok(());
        }
        let mut state = self.state.write().unwrap_or_else(|broken| broken.into_inner());
        loop {
            let more = self.store.entries_after(state.register.last_number(), ENTRIES_AT_A_TIME)?;
            if more.is_empty() {
                return Ok(());
            }
            more.into_iter().for_each(|kept| state.take(kept));
        }
    }
}

/// One change to be entered.
pub(crate) struct Entering {
    /// What was asked for.
    pub(crate) action: Action,
    /// The bodies it is about.
    pub(crate) about: Vec<BodyId>,
    /// The change.
    pub(crate) change: Change,
    /// Which version was seen.
    pub(crate) expects: Expected,
}

/// The register as it stands, for as long as it is looked at.
pub struct Standing<'d> {
    state: RwLockReadGuard<'d, State>,
}

impl Standing<'_> {
    /// The register.
    pub fn register(&self) -> &Register {
        &self.state.register
    }

    /// The version of the record that `change` would change; 0 where there is none. A form carries it, so that who saves
    /// over another's work is told.
    pub fn version_of(&self, change: &Change) -> u32 {
        self.state.versions.get(&change.record()).copied().unwrap_or(0)
    }
    /// The version of a published arrangement, confirmations counted; 0 where nothing was ever published under this id.
    pub fn version_of_arrangement(&self, id: &ArrangementId) -> u32 {
        self.version_of(&Change::Confirmed(id.clone()))
    }

    /// The version of the draft of an arrangement; 0 where none was ever saved.
    pub fn version_of_draft(&self, id: &ArrangementId) -> u32 {
        self.version_of(&Change::DraftDropped(id.clone()))
    }
}

/// What was seen, as the store asks for it: 0 is that there was nothing.
pub(crate) fn expected(seen: u32) -> Expected {
    if seen == 0 { Expected::New } else { Expected::Version(seen) }
}

/// Whoever reads a record later is told why it was changed; only a draft, which nobody reads, may be saved without.
fn reason_is_given(change: &Change, why: &str) -> Result<(), NotDone> {
    let is_draft = matches!(change, Change::Drafted(_) | Change::DraftDropped(_));
    match why.trim() {
        "" if !is_draft => {
            Err(NotDone::NotRight(vec!["No reason is given. Say in a sentence why, for those who will read its history.".to_string()]))
        }
        reason if reason.chars().count() > WHY_CHARACTERS => {
            Err(NotDone::NotRight(vec![format!("The reason has more than {WHY_CHARACTERS} characters. Shorten it.")]))
        }
        _ => Ok(()),
    }
}
