//! Find: from a folder of published files to ranked, evidenced opportunities to share.
//!
//! The rule: read what changed, decide over everything, make that the truth in one step, then write what a person
//! opens. A second run over unchanged files, on the same day, reads and writes nothing. It never changes a published file.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use definitions::{BodyId, Day, Trouble};
use evidence::{Derived, Engine, Hold, Manifest};
use intake::Limits;
use opportunities::{Opportunity, Place};
use pages::{Report, SupplierView};

use crate::earlier::Earlier;
use crate::listener::{Listener, Stage};
use crate::naming::Naming;
use crate::published::PublishedFile;
use crate::reading::{Desk, read_changed, stopped};
use crate::{cards, facts, judged, naming, outputs, published, repeats, report};

/// What to search, and where the answer goes.
#[derive(Clone, Debug)]
pub struct Searched<'a> {
    /// The folder of published files.
    pub folder: &'a Path,
    /// Where the report, its tables and the evidence go.
    pub out: &'a Path,
    /// The day on which the question is asked.
    pub today: Day,
    /// What queries may hold in memory, in bytes.
    pub memory_bytes: usize,
}

/// What was found, and where it is.
#[derive(Clone, Debug)]
pub struct Found {
    /// The report, as written.
    pub report: Report,
    /// The file to open.
    pub report_path: PathBuf,
    /// Published files that were opened in this run.
    pub files_opened: u64,
    /// True where nothing had changed and everything was still there.
    pub was_unchanged: bool,
}

/// Finds opportunities.
///
/// # Errors
/// When there is nothing to search, the disk refuses, or a person stops it; then the evidence is as it was.
pub fn find(searched: &Searched<'_>, listener: &dyn Listener) -> Result<Found, Trouble> {
    let place = crate::place::Place::open(searched.folder)?;
    let (files, refused) = published::published_files(&place, searched.out)?;
    if files.is_empty() {
        return Err(nothing_there(&place.published, &refused));
    }
    let hold = Hold::to_write(&searched.out.join("evidence"), &|| listener.begins(Stage::Waiting, 0))?;
    let before = Manifest::read(hold.folder())?;
    let rules = rules_of(&place);
    let settings = [rules.as_str(), &place.judgements_text];
    let stamp = stamp(&settings, searched, &files, &refused);
    let is_unchanged = before.stamp.as_deref() == Some(stamp.as_str()) && files.len() == before.files.len();
    if let Some(report) = is_unchanged.then(|| outputs::read_back(searched.out)).flatten() {
        return Ok(Found { report, report_path: outputs::report_path(searched.out), files_opened: 0, was_unchanged: true });
    }
    let desk = Desk { place: &place, hold: &hold, rules: &rules, limits: Limits::default(), listener };
    let (entries, files_opened) = read_changed(&desk, &files, &before)?;
    let earlier = Earlier::of(&hold, &before, searched.memory_bytes)?;
    let own_path = searched.folder.canonicalize().ok().map(|path| path.display().to_string());
    let manifest = Manifest { rules, searched: own_path, files: entries, derived: Some(new_key()), stamp: None };
    let deciding = Deciding { place: &place, searched, hold: &hold, listener, refused: &refused };
    let Decided { report, suppliers, engine } = deciding.everything(&manifest, earlier)?;
    listener.begins(Stage::Writing, 0);
    let written = outputs::Written { report: &report, suppliers: &suppliers, judgements: &judged::remarks(&place.judgements) };
    outputs::write_all(searched.out, &written, &engine)?;
    // The stamp comes last: outputs that were not written whole are made again by the next run.
    hold.commit(&Manifest { stamp: Some(stamp), ..manifest })?;
    Ok(Found { report, report_path: outputs::report_path(searched.out), files_opened, was_unchanged: false })
}

/// What was decided, with the engine over the evidence that proves it.
struct Decided {
    report: Report,
    suppliers: Vec<SupplierView>,
    engine: Engine,
}

struct Deciding<'a> {
    place: &'a crate::place::Place,
    searched: &'a Searched<'a>,
    hold: &'a Hold,
    listener: &'a dyn Listener,
    refused: &'a [(String, String)],
}

impl Deciding<'_> {
    fn engine(&self, manifest: &Manifest) -> Result<Engine, Trouble> {
        Engine::open(self.hold, manifest, self.searched.memory_bytes)
    }

    fn begins(&self, stage: Stage) -> Result<(), Trouble> {
        self.listener.begins(stage, 0);
        if self.listener.advances(0) { Ok(()) } else { Err(stopped()) }
    }

    /// Decides everything over the files of `manifest`, makes that the truth, and gives the report with every supplier.
    fn everything(&self, manifest: &Manifest, earlier: Earlier) -> Result<Decided, Trouble> {
        let key = manifest.derived.clone().expect("named by the caller");
        let derived = Derived::begin(self.hold, &key);
        self.begins(Stage::Repeats)?;
        let repeats = repeats::find(&self.engine(manifest)?, &manifest.files)?;
        derived.repeats(&repeats.rows)?;
        derived.files(&manifest.files)?;
        self.begins(Stage::Names)?;
        let engine = self.engine(manifest)?;
        let (directory, judgements) = (&self.place.directory, &self.place.judgements);
        let naming = Naming { engine: &engine, directory, judgements, today: self.searched.today };
        let named = naming::decide(&naming, earlier, self.listener)?;
        derived.names(&named.names())?;
        derived.suppliers(&named.suppliers)?;
        derived.contract_suppliers(&named.contract_suppliers())?;
        derived.supplier_ids(&named.remembered.names)?;
        derived.supplier_changes(&named.remembered.changes)?;
        self.begins(Stage::Opportunities)?;
        let engine = self.engine(manifest)?;
        let months = engine.months()?;
        let place = facts::place(self.place, self.searched.today, engine.spend_profile()?, &named.contracts, &named, &months);
        self.bodies(&derived, &place)?;
        let opportunities = opportunities::find(&place);
        let wanted = report::wanted(&opportunities, &facts::published_as(self.place, &place));
        derived.wanted(&wanted.iter().map(|(_, wanted)| wanted.clone()).collect::<Vec<_>>())?;
        self.hold.commit(manifest)?;
        let engine = self.engine(manifest)?;
        let found = engine.wanted_lines(report::MOST_LINES)?;
        let lines = report::lines(&place, &opportunities, &wanted, found);
        let suppliers = report::suppliers(&place, &opportunities, &named);
        let cards = cards::cards(self.place, &engine, &manifest.files, &place, &months, &repeats)?;
        let same_bytes: u64 = repeats::same_bytes(&manifest.files).iter().map(|(.., payments, _)| payments).sum();
        let repeated = repeats.rows.len() as u64 + same_bytes;
        let report = Report {
            headline: report::headline(&manifest.files, self.refused, &engine.totals()?, &place, repeated),
            suppliers: report::shown_in_report(&suppliers),
            supplier_notes: report::supplier_notes(judgements, &named.remembered),
            families: report::families(&place.spend),
            overlap: report::overlap(&place),
            not_addressable: report::not_addressable(&place.spend),
            cards,
            lines,
            opportunities,
            place,
        };
        Ok(Decided { report, suppliers, engine })
    }

    fn bodies(&self, derived: &Derived<'_>, place: &Place) -> Result<(), Trouble> {
        let rows: Vec<(BodyId, String, String, Option<String>)> = place
            .bodies
            .iter()
            .map(|body| {
                let known = self.place.directory.get(&body.id);
                let name = known.map_or_else(|| body.name.clone(), |known| known.name.clone());
                (body.id.clone(), name, format!("{:?}", body.kind).to_lowercase(), known.and_then(|known| known.gss.clone()))
            })
            .collect();
        derived.bodies(&rows)
    }
}

impl Found {
    /// Files that could not be understood at all, with the reason.
    pub fn not_understood(&self) -> &[(String, String)] {
        &self.report.headline.files_not_understood
    }

    /// The best opportunities.
    pub fn best(&self, most: usize) -> &[Opportunity] {
        &self.report.opportunities[..self.report.opportunities.len().min(most)]
    }
}

/// Names the rules by which files are read: the source they were built from (see `build.rs`) and the place's settings.
fn rules_of(place: &crate::place::Place) -> String {
    format!("{}-{:016x}", env!("RULES_HASH"), evidence::text_hash(&[Some(&place.settings_text)]))
}

/// Names everything the outputs are made from; `settings` are the rules and the judgements.
fn stamp(settings: &[&str; 2], searched: &Searched<'_>, files: &[PublishedFile], refused: &[(String, String)]) -> String {
    let today = searched.today.to_string();
    let each = files.iter().map(|file| format!("{}\t{}\t{}\t{}", file.path, file.size_bytes, file.modified_nanos, file.publisher));
    let all: Vec<String> = each.chain(refused.iter().map(|(path, because)| format!("{path}\t{because}"))).collect();
    let parts: Vec<Option<&str>> =
        settings.iter().copied().chain([today.as_str()]).chain(all.iter().map(String::as_str)).map(Some).collect();
    format!("{:016x}", evidence::text_hash(&parts))
}

/// A name no run has used before, so that new datasets never take the place of ones that are being read.
fn new_key() -> String {
    static RUNS: AtomicU64 = AtomicU64::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos() as u64);
    format!("{:016x}", now ^ (u64::from(std::process::id()) << 48) ^ (RUNS.fetch_add(1, Ordering::Relaxed) << 40))
}

fn nothing_there(folder: &Path, refused: &[(String, String)]) -> Trouble {
    let because = match refused.first() {
        Some((path, because)) => format!("no file in it can be opened; {path}: {because}"),
        None => "there is no file in it".to_string(),
    };
    Trouble::new(
        format!("find anything in {}", folder.display()),
        because,
        "Put the files a body publishes into a folder of its own inside it, such as `aldford/spend-april.csv`, and try again.",
    )
}
