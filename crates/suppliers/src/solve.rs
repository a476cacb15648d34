//! The journey from parties to groups of names, for all who want to know what came of it.
//!
//! The rule: gather distinct names, find pairs worth comparing, compare them, join the surest first. Numbers that bodies
//! publish go before names, and what a person judged goes before both. Nothing depends on the order of parties or on threads.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::candidates::Candidates;
use crate::cluster::{Ground, Groups, Link};
use crate::names::{Name, Names, Number, gather};
use crate::normal::Normal;
use crate::pairs::Compared;
use crate::ties::Ties;
use crate::{Judgements, Party, Settings};

/// Everything that was found out about a list of parties.
pub struct Solved<'a> {
    /// The distinct names.
    pub compared: &'a Compared,
    /// For each party its name; `None` where it is hidden.
    pub of_party: &'a [Option<u32>],
    /// Names that carry one published number.
    pub numbered: &'a [(Number, Vec<u32>)],
    /// What people decided.
    pub judgements: &'a Judgements,
    /// The groups that were made.
    pub groups: Groups<'a>,
    /// Pairs of names at least as likely as was asked, whether they were joined or not.
    pub likely: Vec<Link>,
}

/// Told how far the work is, 0 to 1; stops it by answering `false`.
pub type Progress<'a> = &'a (dyn Fn(f64) -> bool + Sync);

/// Solves, and hands what was found to `tell`. Pairs down to the probability `least` are looked at, those from the
/// threshold of `settings` on are joined. `None` where `progress` stopped it.
pub fn solve<Told>(
    parties: &[Party<'_>],
    settings: &Settings,
    least: f32,
    progress: Progress<'_>,
    tell: impl FnOnce(&Solved<'_>) -> Told,
) -> Option<Told> {
    let go_on = |share: f64| progress(share).then_some(());
    go_on(0.0)?;
    let threshold = settings.threshold as f32;
    let settled = settings.judgements.settled();
    let Names { all, of_party, numbered } = gather(parties, settled);
    go_on(0.15)?;
    let compared = Compared::of(all);
    go_on(0.25)?;
    let candidates = Candidates::of(&compared);
    go_on(0.4)?;
    let mut likely = likely_links(&compared, &candidates, least.min(threshold), progress)?;
    drop(candidates);
    if !settings.judgements.is_empty() {
        likely.extend(links_of_one_name(&compared));
    }
    let mut groups = Groups::new(&compared, Ties::of(&compared.names, settled));
    groups.join_by_numbers(&numbered);
    go_on(0.9)?;
    groups.join_by_names(&mut likely, threshold);
    groups.join_by_judgements();
    go_on(0.95)?;
    let judgements = &settings.judgements;
    let told = tell(&Solved { compared: &compared, of_party: &of_party, numbered: &numbered, judgements, groups, likely });
    go_on(1.0)?;
    Some(told)
}

/// So many names are looked at between two reports of progress.
const CHUNK: usize = 2_000;

fn likely_links(compared: &Compared, candidates: &Candidates<'_>, threshold: f32, progress: Progress<'_>) -> Option<Vec<Link>> {
    let done = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    let count = compared.names.len();
    let names: Vec<u32> = (0..count as u32).collect();
    let chunk_links = |chunk: &[u32]| {
        if stopped.load(Ordering::Relaxed) {
            return Vec::new();
        }
        let (mut links, mut found) = (Vec::new(), Vec::new());
        for a in chunk {
            candidates.after(*a, &mut found);
            links.extend(found.iter().filter_map(|b| likely_link(compared, *a, *b, threshold)));
        }
        let share = done.fetch_add(chunk.len(), Ordering::Relaxed) as f64 / count as f64;
        if !progress(0.4 + 0.45 * share) {
            stopped.store(true, Ordering::Relaxed);
        }
        links
    };
    let links: Vec<Vec<Link>> = names.par_chunks(CHUNK).map(chunk_links).collect();
    (!stopped.into_inner()).then(|| links.concat())
}

fn likely_link(compared: &Compared, a: u32, b: u32, threshold: f32) -> Option<Link> {
    let verdict = compared.verdict(a, b);
    let link = Link { a, b, probability: verdict.probability, ground: Ground::Names };
    (verdict.against.is_none() && verdict.probability >= threshold).then_some(link)
}

/// Names that say the same and are two only because somebody judged one of them are as sure to be one as any.
fn links_of_one_name(compared: &Compared) -> Vec<Link> {
    fn says(name: &Name) -> impl PartialEq + '_ {
        let Normal { main, others, form, written, is_titled, .. } = &name.normal;
        (main, others, *form, written, *is_titled, &name.company_number)
    }
    let say_the_same = |pair: &[Name]| {
        let [a, b] = pair else { return false };
        a.judged != b.judged && says(a) == says(b)
    };
    let pairs = compared.names.windows(2).zip(0..).filter(|(pair, _)| say_the_same(pair));
    pairs.map(|(_, a)| Link { a, b: a + 1, probability: 1.0, ground: Ground::Names }).collect()
}
