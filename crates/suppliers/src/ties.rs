//! What judgements say of the names in a list: which are one supplier, and which must stay apart.
//!
//! The rule: a judgement outweighs numbers, facts and likeness, and it holds for whole groups: names judged one count as
//! one from the start, so nothing is ever joined to one of them that was judged different from another. Contradictions
//! were taken out before (`contradictions.rs`).

use rustc_hash::FxHashMap;

use crate::Party;
use crate::contradictions::{Ruling, Settled};
use crate::judgements::{folded, key_of};
use crate::names::Name;

/// Two names that one record joins.
#[derive(Clone, Copy, Debug)]
pub struct Tie {
    /// One name.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// The record, as a place in the list of judgements.
    pub record: usize,
}

/// Which names are held together and apart by judgements.
#[derive(Debug, Default)]
pub struct Ties {
    /// Names judged one, no more of them than it takes to hold all together.
    pub same: Vec<Tie>,
    /// For each name one that stands for all it is held together with; empty where nothing was judged.
    root: Vec<u32>,
    /// The same as judgements alone have it, before numbers and likeness joined more.
    held: Vec<u32>,
    /// For a name that stands for others, names they must stay apart from.
    apart: FxHashMap<u32, Vec<u32>>,
}

impl Ties {
    /// Carries the rulings over to the names of a list.
    pub fn of(names: &[Name], settled: &Settled) -> Ties {
        if settled.names.is_empty() {
            return Ties::default();
        }
        let mut of_judged: Vec<Vec<u32>> = vec![Vec::new(); settled.names.len()];
        for (name, place) in names.iter().zip(0..) {
            name.judged.iter().for_each(|judged| of_judged[*judged as usize].push(place));
        }
        let mut ties = Ties { root: (0..names.len() as u32).collect(), ..Ties::default() };
        let mut held = Held { of_judged: &of_judged, first: vec![None; of_judged.len()], root: (0..of_judged.len() as u32).collect() };
        for ruling in &settled.same {
            held.together(ruling, &mut ties);
        }
        ties.held.clone_from(&ties.root);
        for Ruling { a, b, .. } in &settled.different {
            for (x, y) in of_judged[*a as usize].iter().flat_map(|x| of_judged[*b as usize].iter().map(move |y| (*x, *y))) {
                let (first, second) = (root_of(&ties.root, x), root_of(&ties.root, y));
                ties.apart.entry(first).or_default().push(y);
                ties.apart.entry(second).or_default().push(x);
            }
        }
        ties
    }

    fn hold_together(&mut self, tie: Tie) {
        if root_of(&self.root, tie.a) != root_of(&self.root, tie.b) {
            self.same.push(tie);
            self.unite(tie.a, tie.b);
        }
    }

    /// True where a judgement keeps apart two names, or names they are held together with.
    pub fn keep_apart(&self, a: u32, b: u32) -> bool {
        if self.apart.is_empty() {
            return false;
        }
        let (first, second) = (root_of(&self.root, a), root_of(&self.root, b));
        self.apart.get(&first).is_some_and(|others| others.iter().any(|other| root_of(&self.root, *other) == second))
    }

    /// The record by which two names are held together, if judgements alone do so: the one about them, or one of the chain.
    pub fn held_together_by(&self, a: u32, b: u32) -> Option<usize> {
        if self.same.is_empty() || root_of(&self.held, a) != root_of(&self.held, b) {
            return None;
        }
        let is_about = |tie: &&Tie| [tie.a, tie.b] == [a, b] || [tie.b, tie.a] == [a, b];
        let of_chain = |tie: &&Tie| root_of(&self.held, tie.a) == root_of(&self.held, a);
        self.same.iter().find(is_about).or_else(|| self.same.iter().find(of_chain)).map(|tie| tie.record)
    }

    /// Notes that two names are in one group now.
    pub fn unite(&mut self, a: u32, b: u32) {
        if self.root.is_empty() {
            return;
        }
        let (kept, gone) = (root_of(&self.root, a), root_of(&self.root, b));
        if kept != gone {
            self.root[gone as usize] = kept;
            if let Some(others) = self.apart.remove(&gone) {
                self.apart.entry(kept).or_default().extend(others);
            }
        }
    }
}

/// Judged names held together so far. A judged name may be nobody's in this list, and still lead from one to another.
struct Held<'a> {
    of_judged: &'a [Vec<u32>],
    /// For each judged name that stands for others the first name of the list among all it is held together with.
    first: Vec<Option<u32>>,
    root: Vec<u32>,
}

impl Held<'_> {
    fn together(&mut self, ruling: &Ruling, ties: &mut Ties) {
        let [kept, gone] = [ruling.a, ruling.b].map(|judged| self.gathered(judged, ruling.record, ties));
        if kept != gone {
            self.root[gone as usize] = kept;
            match (self.first[kept as usize], self.first[gone as usize]) {
                (Some(a), Some(b)) => ties.hold_together(Tie { a, b, record: ruling.record }),
                (None, Some(b)) => self.first[kept as usize] = Some(b),
                (_, None) => {}
            }
        }
    }

    /// What stands for `judged`, once all names of the list that are it are held together.
    fn gathered(&mut self, judged: u32, record: usize, ties: &mut Ties) -> u32 {
        let root = root_of(&self.root, judged);
        let names = &self.of_judged[judged as usize];
        if let Some(own) = names.first() {
            let first = *self.first[root as usize].get_or_insert(*own);
            names.iter().for_each(|other| ties.hold_together(Tie { a: first, b: *other, record }));
        }
        root
    }
}

fn root_of(root: &[u32], mut place: u32) -> u32 {
    while root[place as usize] != place {
        place = root[place as usize];
    }
    place
}

/// For each party the judged name it is, the narrowest that fits; empty where nothing was judged.
pub fn judged_names(parties: &[Party<'_>], settled: &Settled) -> Vec<Option<u32>> {
    if settled.names.is_empty() {
        return Vec::new();
    }
    let mut of_text: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    for (key, place) in settled.names.iter().zip(0..) {
        of_text.entry(&key.text).or_default().push(place);
    }
    let judged = |party: &Party<'_>| {
        let places = of_text.get(folded(party.name).as_str())?;
        let own = key_of(party);
        let width = |place: &u32| {
            let key = &settled.names[*place as usize];
            (key.covers(&own)).then_some(u8::from(key.body.is_some()) + u8::from(key.number.is_some()))
        };
        places.iter().filter_map(|place| width(place).map(|narrow| (narrow, *place))).max().map(|(_, place)| place)
    };
    parties.iter().map(judged).collect()
}
