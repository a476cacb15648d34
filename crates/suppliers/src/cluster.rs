//! From pairs to suppliers.
//!
//! The rule: the surest pair first, and two groups become one only where their members agree on
//! average and no fact forbids it. A chain of likely pairs alone never makes a supplier: that is
//! how lists of a million names fall into one heap.

use crate::against::Against;
use crate::habits::habits;
use crate::names::Number;
use crate::pairs::Compared;
use crate::ties::{Tie, Ties};

/// A link that made two groups one.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// One name.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// How sure.
    pub probability: f32,
    /// What it rests on.
    pub ground: Ground,
}

/// What a link rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The names.
    Names,
    /// A published number, as a place in the list of numbers.
    Number(u32),
    /// A judgement, as a place in the list of records.
    Judgement(usize),
}

/// Groups of names.
#[derive(Debug)]
pub struct Groups<'a> {
    compared: &'a Compared,
    ties: Ties,
    group_of: Vec<u32>,
    members: Vec<Vec<u32>>,
    links: Vec<Link>,
}

/// What comes of laying two groups side by side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Meeting {
    /// They may become one.
    Agree,
    /// A judgement keeps them apart.
    KeptApart,
    /// A fact forbids it: it stands between these two members.
    Against(u32, u32, Against),
    /// Their members are too unlike on average.
    TooUnlike {
        /// The average probability.
        average: f32,
        /// What it would have to be.
        bar: f32,
    },
    /// They carry different company numbers.
    CompanyNumbers,
    /// Each has a word in spelling after spelling that the other never has.
    Habits,
    /// They would be large, and say everyday words in two ways.
    Everyday,
}

/// From each group so many members speak for it.
const SPEAKERS: usize = 8;

/// A number borne by more wholly unlike names than this is a placeholder or a purse, not a supplier.
const MOST_UNLIKE_BEARERS: usize = 6;

/// A number borne by more names than this is not looked at: every name would have to be compared with every other.
const MOST_BEARERS: usize = 200;

/// A group of fewer spellings than this is a few slips.
const SMALL: u32 = 4;

/// A group of so many spellings or more is large.
const LARGE: u32 = 10;

/// How far two groups must agree to be a large one.
const LARGE_AGREEMENT: f32 = 0.7;

/// How far two groups must agree where one keeps a word that the other lacks.
const HABIT_AGREEMENT: f32 = 0.8;

/// Two names that share a VAT or a supplier's number must be at least so alike where many bear it.
const SUPPORT: f32 = 0.2;

impl<'a> Groups<'a> {
    /// Every name its own group, held together and apart by `ties`.
    pub fn new(compared: &'a Compared, ties: Ties) -> Groups<'a> {
        let all = 0..compared.names.len() as u32;
        Groups { compared, ties, group_of: all.clone().collect(), members: all.map(|name| vec![name]).collect(), links: Vec::new() }
    }

    /// Joins the bearers of each published number, as far as their names allow.
    pub fn join_by_numbers(&mut self, numbered: &[(Number, Vec<u32>)]) {
        for (place, (number, bearers)) in numbered.iter().enumerate() {
            if bearers.len() > MOST_BEARERS {
                continue;
            }
            let needs_support = matches!(number, Number::Vat(_)) || bearers.len() > MOST_UNLIKE_BEARERS;
            for (next, b) in bearers.iter().enumerate().skip(1) {
                let supported = |a: &&u32| {
                    let verdict = self.compared.verdict(**a, *b);
                    verdict.against.is_none_or(Against::yields_to_numbers) && (!needs_support || verdict.probability >= SUPPORT)
                };
                if let Some(a) = bearers[..next].iter().find(supported) {
                    let (a, b) = (*a, *b);
                    if self.group_of[a as usize] != self.group_of[b as usize] && !self.is_forbidden(a, b) {
                        self.unite(Link { a, b, probability: 0.99, ground: Ground::Number(place as u32) });
                    }
                }
            }
        }
    }

    /// Joins groups along `links`, surest first; ties go by what the names say, in which order names stand.
    pub fn join_by_names(&mut self, links: &mut [Link], threshold: f32) {
        links.sort_unstable_by(|x, y| y.probability.total_cmp(&x.probability).then((x.a, x.b).cmp(&(y.a, y.b))));
        for link in links.iter().filter(|link| link.probability >= threshold) {
            if self.group_of[link.a as usize] != self.group_of[link.b as usize] && self.meeting(link.a, link.b, threshold) == Meeting::Agree
            {
                self.unite(*link);
            }
        }
    }

    /// Brings together names judged one. They were kept in mind all along and come together last, so that the old name of a firm
    /// does not speak when the spellings of its new name are compared.
    pub fn join_by_judgements(&mut self) {
        for link in &mut self.links {
            // What numbers or likeness joined already is told as decided by the person all the same.
            if let Some(record) = self.ties.held_together_by(link.a, link.b) {
                (link.ground, link.probability) = (Ground::Judgement(record), 1.0);
            }
        }
        for place in 0..self.ties.same.len() {
            let Tie { a, b, record } = self.ties.same[place];
            if self.group_of[a as usize] != self.group_of[b as usize] {
                self.unite(Link { a, b, probability: 1.0, ground: Ground::Judgement(record) });
            }
        }
    }

    /// True where a judgement keeps two names, or names they are held together with, apart.
    pub fn is_kept_apart(&self, a: u32, b: u32) -> bool {
        self.ties.keep_apart(a, b)
    }

    /// The group of each name.
    pub fn group_of(&self) -> &[u32] {
        &self.group_of
    }

    /// The links that made the groups.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// What stands between the groups of two names, or that they agree on average.
    pub fn meeting(&self, a: u32, b: u32, threshold: f32) -> Meeting {
        if self.ties.keep_apart(a, b) {
            return Meeting::KeptApart;
        }
        let (first, second) = (self.speakers(a), self.speakers(b));
        if first.len() == 1 && second.len() == 1 {
            return Meeting::Agree;
        }
        let (mut total, mut weights) = (0.0, 0.0);
        for x in first {
            for y in second {
                let verdict = self.compared.verdict(*x, *y);
                if let Some(against) = verdict.against {
                    return Meeting::Against(*x, *y, against);
                }
                // A name written in many spellings speaks louder than a slip made once.
                let weight = (self.spellings(*x) * self.spellings(*y)).max(1) as f32;
                total += weight * verdict.probability;
                weights += weight;
            }
        }
        let groups = [self.members(a), self.members(b)];
        let sizes = groups.map(|names| names.iter().map(|name| self.compared.names[*name as usize].spellings).sum());
        let habits = habits(self.compared, groups);
        let (average, bar) = (total / weights, bar(sizes, habits, threshold));
        if habits == [true; 2] {
            Meeting::Habits
        } else if sizes[0] + sizes[1] >= LARGE && self.are_everyday_and_unlike(first[0], second[0]) {
            Meeting::Everyday
        } else if average < bar {
            Meeting::TooUnlike { average, bar }
        } else if self.company_numbers_differ(a, b) {
            Meeting::CompanyNumbers
        } else {
            Meeting::Agree
        }
    }

    /// `HOUSE CARE` and `HOUSE CARE LTD`, `EDUCATION COLLEGE` and `COLLEGE EDUCATION`.
    fn are_everyday_and_unlike(&self, a: u32, b: u32) -> bool {
        let [first, second] = [a, b].map(|name| self.compared.facts(name));
        let text = |name: u32| &self.compared.names[name as usize].normal.main.text;
        first.is_everyday && second.is_everyday && (first.form != second.form || text(a) != text(b))
    }

    fn is_forbidden(&self, a: u32, b: u32) -> bool {
        let (first, second) = (self.speakers(a), self.speakers(b));
        self.ties.keep_apart(a, b)
            || self.company_numbers_differ(a, b)
            || first.iter().any(|x| second.iter().any(|y| !self.compared.verdict(*x, *y).against.is_none_or(Against::yields_to_numbers)))
    }

    fn company_numbers_differ(&self, a: u32, b: u32) -> bool {
        let bears = |name: &u32| self.compared.names[*name as usize].company_number.as_deref();
        let number = |name: u32| self.members(name).iter().find_map(bears);
        number(a).zip(number(b)).is_some_and(|(first, second)| first != second)
    }

    fn spellings(&self, name: u32) -> u32 {
        self.compared.facts(name).spellings
    }

    /// The members who speak for the group of `name`: those written in most spellings.
    fn speakers(&self, name: u32) -> &[u32] {
        let members = self.members(name);
        &members[..members.len().min(SPEAKERS)]
    }

    fn members(&self, name: u32) -> &[u32] {
        &self.members[self.group_of[name as usize] as usize]
    }

    fn unite(&mut self, link: Link) {
        self.ties.unite(link.a, link.b);
        let (a, b) = (self.group_of[link.a as usize], self.group_of[link.b as usize]);
        let (kept, gone) = if self.members[a as usize].len() >= self.members[b as usize].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.members[gone as usize]);
        for name in &moved {
            self.group_of[*name as usize] = kept;
        }
        let mut members = std::mem::take(&mut self.members[kept as usize]);
        members.extend(moved);
        // Those written in most spellings first: they speak for the group.
        members.sort_unstable_by_key(|member| (std::cmp::Reverse(self.spellings(*member)), *member));
        self.members[kept as usize] = members;
        self.links.push(link);
    }
}

/// How far two groups must agree on average: more clearly where both are more than a few slips and would be large together, and where
/// one has a word in spelling after spelling that the other lacks.
fn bar(sizes: [u32; 2], habits: [bool; 2], threshold: f32) -> f32 {
    let [first, second] = sizes;
    let large = if first.min(second) >= SMALL && first + second >= LARGE { LARGE_AGREEMENT } else { threshold };
    let habit = if habits == [false; 2] { threshold } else { HABIT_AGREEMENT };
    threshold.max(large).max(habit)
}
