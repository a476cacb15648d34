//! The register: what the log of entries makes, entry by entry.
//!
//! The rule: it is nothing but its entries. The same entries in the same order give the same register, and the entries until a
//! moment give the register as it was known then. An entry that makes no sense is remarked and changes nothing; none is lost,
//! for the log is kept whole. It reads no clock: every day is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use bodies::Directory;
use definitions::{ArrangementId, BodyId};

use crate::{Arrangement, Change, Ending, Entry, Given, Moment, OwnBody, Record};

/// Everything that is known, made of the entries taken so far.
#[derive(Clone)]
pub struct Register {
    /// The bodies before any entry.
    base: Directory,
    directory: Directory,
    log: Vec<Arc<Entry>>,
    records: BTreeMap<ArrangementId, Record>,
    drafts: BTreeMap<ArrangementId, Draft>,
    own_bodies: BTreeMap<BodyId, OwnBody>,
    endings: BTreeMap<BodyId, Ending>,
    roles: BTreeMap<(String, Option<BodyId>), Arc<Entry>>,
    /// The published arrangements that name a body.
    naming: BTreeMap<BodyId, BTreeSet<ArrangementId>>,
    strange: Vec<Strange>,
}

/// A draft, with its circumstances.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The entry that saved it.
    entry: Arc<Entry>,
    /// The version of the published record that stood when it was saved; 0 where there was none.
    pub over_version: u32,
}

/// An entry that makes no sense as it stands, and what was done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strange {
    /// Number of the entry.
    pub entry: u64,
    /// What is strange, and what was done.
    pub sentence: String,
}

impl Draft {
    /// The entry that saved it.
    pub fn entry(&self) -> &Entry {
        &self.entry
    }

    /// What it says.
    pub fn arrangement(&self) -> &Arrangement {
        match &self.entry.change {
            Change::Drafted(arrangement) => arrangement,
            other => unreachable!("a draft is made of an entry that saved one, not of {other:?}"),
        }
    }
}

/// Its entries, which are all that it is made of.
impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register").field("log", &self.log).finish_non_exhaustive()
    }
}

impl Register {
    /// A register without entries, over the bodies that are known without it.
    pub fn new(directory: Directory) -> Register {
        Register {
            base: directory.clone(),
            directory,
            log: Vec::new(),
            records: BTreeMap::new(),
            drafts: BTreeMap::new(),
            own_bodies: BTreeMap::new(),
            endings: BTreeMap::new(),
            roles: BTreeMap::new(),
            naming: BTreeMap::new(),
            strange: Vec::new(),
        }
    }

    /// The register that these entries make, in this order.
    pub fn of<'a>(directory: Directory, entries: impl IntoIterator<Item = &'a Entry>) -> Register {
        let mut register = Register::new(directory);
        entries.into_iter().for_each(|entry| register.apply(entry));
        register
    }

    /// The register as it was known at the end of `moment`: of the entries until then alone.
    pub fn as_entered_until(&self, moment: Moment) -> Register {
        let mut earlier = Register::new(self.base.clone());
        self.log.iter().filter(|entry| entry.entered <= moment).for_each(|entry| earlier.take(entry.clone()));
        earlier
    }

    /// Takes the next entry of the log.
    pub fn apply(&mut self, entry: &Entry) {
        self.take(Arc::new(entry.clone()));
    }

    /// Takes the next entry of the log, which is shared and not copied.
    pub fn take(&mut self, entry: Arc<Entry>) {
        self.doubt_place(&entry);
        match &entry.change {
            Change::Drafted(arrangement) => {
                let over_version = self.records.get(&arrangement.id).map_or(0, |record| record.latest().number);
                self.drafts.insert(arrangement.id.clone(), Draft { entry: entry.clone(), over_version });
            }
            Change::DraftDropped(id) => {
                if self.drafts.remove(id).is_none() {
                    self.doubt(&entry, format!("it drops a draft of {id}, of which there is none"));
                }
            }
            Change::Published(arrangement) => self.publish(&arrangement.id, &entry),
            Change::Withdrawn(id) | Change::Confirmed(id) => self.go_on(id, &entry),
            Change::BodyKept(own) => self.keep_body(own, &entry),
            Change::BodyEnds(ending) => self.end_body(ending, &entry),
            Change::RoleGiven(given) => self.give_role(given, &entry),
        }
        self.log.push(entry);
    }

    /// Every published arrangement that is not withdrawn, by its id.
    pub fn published(&self) -> impl Iterator<Item = &Record> {
        self.records.values().filter(|record| record.withdrawn().is_none())
    }

    /// The record of this id, withdrawn or not.
    pub fn record(&self, id: &ArrangementId) -> Option<&Record> {
        self.records.get(id)
    }

    /// What is published under this id; `None` where nothing is, or it was withdrawn.
    pub fn arrangement(&self, id: &ArrangementId) -> Option<&Arrangement> {
        self.record(id).filter(|record| record.withdrawn().is_none()).map(Record::arrangement)
    }

    /// Every record that was withdrawn and not published again.
    pub fn withdrawn(&self) -> impl Iterator<Item = &Record> {
        self.records.values().filter(|record| record.withdrawn().is_some())
    }

    /// Every draft, by the id of its arrangement.
    pub fn drafts(&self) -> impl Iterator<Item = &Draft> {
        self.drafts.values()
    }

    /// The draft of this arrangement.
    pub fn draft(&self, id: &ArrangementId) -> Option<&Draft> {
        self.drafts.get(id)
    }

    /// The published arrangements that name `body` anywhere, on any day.
    pub fn naming(&self, body: &BodyId) -> impl Iterator<Item = &Record> {
        self.naming.get(body).into_iter().flatten().filter_map(|id| self.records.get(id))
    }

    /// Every body that is known: those of the tables, those of this place's own, with what became of them.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The bodies that this place added itself.
    pub fn own_bodies(&self) -> impl Iterator<Item = &OwnBody> {
        self.own_bodies.values()
    }

    /// What was entered of bodies that end.
    pub fn endings(&self) -> impl Iterator<Item = &Ending> {
        self.endings.values()
    }

    /// Every role that an account has, by account and body.
    pub fn roles(&self) -> impl Iterator<Item = &Given> {
        self.roles.values().filter_map(|entry| given(entry))
    }

    /// The roles of one account, by body: the whole place first.
    pub fn roles_of(&self, account: &str) -> impl Iterator<Item = &Given> {
        let begin = (account.to_string(), None);
        let of_account = self.roles.range(begin..).take_while(move |((of, _), _)| of == account);
        of_account.filter_map(|(_, entry)| given(entry))
    }

    /// The whole log, in the order in which it was taken.
    pub fn log(&self) -> &[Arc<Entry>] {
        &self.log
    }

    /// The number of the last entry taken; 0 where there is none.
    pub fn last_number(&self) -> u64 {
        self.log.last().map_or(0, |entry| entry.number)
    }

    /// Entries that make no sense as they stand.
    pub fn strange(&self) -> &[Strange] {
        &self.strange
    }

    fn publish(&mut self, id: &ArrangementId, entry: &Arc<Entry>) {
        self.drafts.remove(id);
        self.forget_naming(id);
        match self.records.get_mut(id) {
            Some(record) => record.go_on(entry.clone()),
            None => drop(Record::begun_by(entry.clone()).map(|record| self.records.insert(id.clone(), record))),
        }
        let bodies: Vec<BodyId> = self.arrangement(id).map(|said| said.bodies().into_iter().cloned().collect()).unwrap_or_default();
        for body in bodies {
            self.naming.entry(body).or_default().insert(id.clone());
        }
    }

    fn go_on(&mut self, id: &ArrangementId, entry: &Arc<Entry>) {
        if self.arrangement(id).is_none() {
            return self.doubt(entry, format!("it speaks of {id}, which is not published"));
        }
        if matches!(entry.change, Change::Withdrawn(_)) {
            self.forget_naming(id);
        }
        if let Some(record) = self.records.get_mut(id) {
            record.go_on(entry.clone());
        }
    }

    fn forget_naming(&mut self, id: &ArrangementId) {
        let bodies: Vec<BodyId> = self.arrangement(id).map(|said| said.bodies().into_iter().cloned().collect()).unwrap_or_default();
        for body in bodies {
            if let Some(named) = self.naming.get_mut(&body) {
                named.remove(id);
            }
        }
    }

    fn keep_body(&mut self, own: &OwnBody, entry: &Entry) {
        if self.base.get(&own.id).is_some() {
            return self.doubt(entry, format!("it adds {}, which is in the table of bodies already", own.id));
        }
        match self.own_bodies.insert(own.id.clone(), own.clone()) {
            None => self.directory.add(own.body(), &own.also),
            Some(_) => self.settle_bodies(entry),
        }
    }

    fn end_body(&mut self, ending: &Ending, entry: &Entry) {
        match self.directory.add_ending(ending.of_body()) {
            Ok(()) => drop(self.endings.insert(ending.body.clone(), ending.clone())),
            Err(trouble) => self.doubt(entry, trouble.because),
        }
    }

    /// Makes the directory anew, so that a corrected body leaves nothing of what was corrected.
    fn settle_bodies(&mut self, entry: &Entry) {
        self.directory = self.base.clone();
        self.own_bodies.values().for_each(|own| self.directory.add(own.body(), &own.also));
        let refused: Vec<BodyId> = self
            .endings
            .values()
            .filter(|ending| self.directory.add_ending(ending.of_body()).is_err())
            .map(|ending| ending.body.clone())
            .collect();
        for body in refused {
            self.endings.remove(&body);
            self.remark(entry, format!("After entry {} the end of {body} no longer fits and is left out.", entry.number));
        }
    }

    fn give_role(&mut self, given: &Given, entry: &Arc<Entry>) {
        let key = (given.account.clone(), given.body.clone());
        match &given.role {
            Some(_) => drop(self.roles.insert(key, entry.clone())),
            None if self.roles.remove(&key).is_none() => {
                self.doubt(entry, format!("it takes a role from {} that the account did not have", given.name));
            }
            None => {}
        }
    }

    /// Numbers go up by one and moments never go back; an entry out of its place is taken all the same, since it was made.
    fn doubt_place(&mut self, entry: &Entry) {
        let Some(before) = self.log.last().cloned() else {
            if entry.number != 1 {
                self.remark(entry, format!("The log begins with entry {} and not with 1.", entry.number));
            }
            return;
        };
        if before.number.checked_add(1) != Some(entry.number) {
            self.remark(entry, format!("Entry {} follows entry {}.", entry.number, before.number));
        }
        if entry.entered < before.entered {
            let sentence =
                format!("Entry {} was entered at {}, before the one it follows ({}).", entry.number, entry.entered, before.entered);
            self.remark(entry, sentence);
        }
    }

    fn doubt(&mut self, entry: &Entry, why: String) {
        self.remark(entry, format!("Entry {} changes nothing, for {why}.", entry.number));
    }

    fn remark(&mut self, entry: &Entry, sentence: String) {
        self.strange.push(Strange { entry: entry.number, sentence });
    }
}

fn given(entry: &Entry) -> Option<&Given> {
    match &entry.change {
        Change::RoleGiven(given) => Some(given),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
