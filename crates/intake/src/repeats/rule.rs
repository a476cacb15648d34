//! Which rows of a body's files repeat rows of its other files.
//!
//! The rule is told in the folder's opening lines. This is its fast form: all rows are sorted once by key, 16 bytes a row,
//! and walked three times: to see which pairs of files overlap, which long files are put together from shorter ones, and
//! which rows repeat. The slow obvious form stands in `twin.rs`, and random files compare the two.

use definitions::Day;
use rustc_hash::{FxHashMap, FxHashSet};

use super::key::{day_place, day_place_of, is_undated};
use super::{FileRows, Repeat};

/// Rows without a reference match between two files that share this many rows …
pub(super) const MANY_SHARED_ROWS: u64 = 20;
/// … or half the rows of the smaller within the days both cover, and no fewer than this: one taxi ride proves nothing.
pub(super) const FEWEST_SHARED_ROWS: u64 = 3;

/// Every row that is not counted because its payment is counted in another file, in the order of the files given.
///
/// A file that is wholly put together from two or more shorter ones (a quarter from its months) is counted in those,
/// whichever came first.
pub fn repeated(files: &[FileRows]) -> Vec<Repeat> {
    let original_of = originals(files);
    let mut rows = rows_by_key(files, &original_of);
    let pairs = Pairs::find(files, &rows);
    let is_gathered = gathered_from_parts(files, &rows, &pairs);
    let mut repeats = Vec::new();
    let mut same_key = SameKey::default();
    for key in rows.chunk_by_mut(|a, b| a.hash == b.hash) {
        key.sort_unstable_by_key(|row| (is_gathered[row.file()], row.file(), row.number));
        same_key.repeats(key, &pairs, &mut repeats);
    }
    drop(rows);
    repeats.sort_unstable();
    let mut with_copies = repeats_of_copies(files, &original_of, &repeats);
    with_copies.append(&mut repeats);
    with_copies.sort_unstable();
    with_copies
        .iter()
        .map(|found| Repeat { file: files[found.file as usize].file, row: found.row, counted_in: files[found.counted_in as usize].file })
        .collect()
}

/// True where two periods have a day in common.
pub(super) fn periods_touch(a: Option<(Day, Day)>, b: Option<(Day, Day)>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a.0 <= b.1 && b.0 <= a.1)
}

/// True where the part's period lies within the whole's and is shorter.
pub(super) fn period_lies_within(part: Option<(Day, Day)>, whole: Option<(Day, Day)>) -> bool {
    matches!((part, whole), (Some(part), Some(whole)) if whole.0 <= part.0 && part.1 <= whole.1 && part != whole)
}

/// One row of any file: 16 bytes.
#[derive(Clone, Copy)]
struct KeyedRow {
    hash: u64,
    /// The file's place in the list, doubled, and one more where the key is strong.
    file_and_strength: u32,
    number: u32,
}

impl KeyedRow {
    fn file(&self) -> usize {
        (self.file_and_strength >> 1) as usize
    }

    fn is_strong(&self) -> bool {
        self.file_and_strength & 1 == 1
    }
}

/// For each file the first file with exactly the same rows: itself, unless it is a copy. Copies need no further comparing.
fn originals(files: &[FileRows]) -> Vec<usize> {
    let mut first_with: FxHashMap<(usize, u64, u64), usize> = FxHashMap::default();
    let mut original_of = Vec::with_capacity(files.len());
    for (place, file) in files.iter().enumerate() {
        // Sums do not depend on the order of the rows, and two of them leave nothing to chance.
        let sum = file.rows.iter().fold(0_u64, |sum, row| sum.wrapping_add(row.0));
        let stirred = file
            .rows
            .iter()
            .fold(0_u64, |sum, row| sum.wrapping_add((row.0 ^ (row.0 >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9).rotate_left(23)));
        original_of.push(*first_with.entry((file.rows.len(), sum, stirred)).or_insert(place));
    }
    original_of
}

fn rows_by_key(files: &[FileRows], original_of: &[usize]) -> Vec<KeyedRow> {
    let originals = || files.iter().enumerate().filter(|(place, _)| original_of[*place] == *place);
    let mut rows = Vec::with_capacity(originals().map(|(_, file)| file.rows.len()).sum());
    for (place, file) in originals() {
        // Rows without day or month match only as whole copies.
        let dated = file.rows.iter().filter(|row| !is_undated(row.0));
        rows.extend(dated.map(|&(hash, number, is_strong)| KeyedRow {
            hash,
            file_and_strength: (place as u32) << 1 | u32::from(is_strong),
            number,
        }));
    }
    rows.sort_unstable_by_key(|row| (row.hash, row.file_and_strength, row.number));
    rows
}

/// Which pairs of files may have their rows matched.
struct Pairs<'a> {
    files: &'a [FileRows],
    overlap_heavily: FxHashSet<(usize, usize)>,
}

impl Pairs<'_> {
    fn find<'a>(files: &'a [FileRows], rows: &[KeyedRow]) -> Pairs<'a> {
        let mut shared: FxHashMap<(usize, usize), u64> = FxHashMap::default();
        let mut days: Vec<Vec<(u64, u64)>> = vec![Vec::new(); files.len()];
        let mut runs: Vec<(usize, u64)> = Vec::new();
        for key in rows.chunk_by(|a, b| a.hash == b.hash) {
            runs.clear();
            runs.extend(key.chunk_by(|a, b| a.file() == b.file()).map(|run| (run[0].file(), run.len() as u64)));
            for (place, &(later, times)) in runs.iter().enumerate() {
                add_to_day(&mut days[later], day_place_of(key[0].hash), times);
                for &(earlier, times_earlier) in runs[..place].iter().filter(|run| periods_touch(files[run.0].period, files[later].period))
                {
                    *shared.entry((earlier, later)).or_default() += times.min(times_earlier);
                }
            }
        }
        let overlaps = |(&(a, b), &shared): (&(usize, usize), &u64)| {
            overlap_is_heavy(shared, || smaller_in_common_days(files, &days, a, b)).then_some((a, b))
        };
        Pairs { files, overlap_heavily: shared.iter().filter_map(overlaps).collect() }
    }

    /// True where two rows with the same key, in these files, are one payment.
    fn match_each_other(&self, a: &KeyedRow, b: &KeyedRow) -> bool {
        let pair = (a.file().min(b.file()), a.file().max(b.file()));
        periods_touch(self.files[pair.0].period, self.files[pair.1].period)
            && ((a.is_strong() && b.is_strong()) || self.overlap_heavily.contains(&pair))
    }
}

/// The test for rows without a reference.
pub(super) fn overlap_is_heavy(shared: u64, smaller_in_common_days: impl Fn() -> u64) -> bool {
    shared >= MANY_SHARED_ROWS || (shared >= FEWEST_SHARED_ROWS && shared * 2 >= smaller_in_common_days())
}

fn add_to_day(days: &mut Vec<(u64, u64)>, day: u64, rows: u64) {
    match days.last_mut() {
        Some(last) if last.0 == day => last.1 += rows,
        _ => days.push((day, rows)),
    }
}

/// Rows of the smaller of two files within the days both cover. Each file's days are in order.
fn smaller_in_common_days(files: &[FileRows], days: &[Vec<(u64, u64)>], a: usize, b: usize) -> u64 {
    let (Some(first), Some(second)) = (files[a].period, files[b].period) else { return 0 };
    let common = day_place(Some(first.0.max(second.0)))..=day_place(Some(first.1.min(second.1)));
    let rows_of = |file: usize| days[file].iter().filter(|(day, _)| common.contains(day)).map(|(_, rows)| rows).sum::<u64>();
    rows_of(a).min(rows_of(b))
}

/// For each file, whether every row of it is also in one of two or more files whose shorter periods lie within its own.
fn gathered_from_parts(files: &[FileRows], rows: &[KeyedRow], pairs: &Pairs<'_>) -> Vec<bool> {
    let mut found = vec![Parts::default(); files.len()];
    for key in rows.chunk_by(|a, b| a.hash == b.hash) {
        for whole in key.chunk_by(|a, b| a.file() == b.file()) {
            let is_part = |row: &KeyedRow| {
                period_lies_within(files[row.file()].period, files[whole[0].file()].period) && pairs.match_each_other(row, &whole[0])
            };
            let mut parts = key.chunk_by(|a, b| a.file() == b.file()).filter(|part| is_part(&part[0]));
            if let Some(first) = parts.next() {
                let most = parts.map(<[KeyedRow]>::len).fold(first.len(), usize::max);
                found[whole[0].file()].add(first[0].file(), whole.len().min(most));
            }
        }
    }
    files.iter().zip(found).map(|(file, parts)| parts.has_several && parts.rows_found == file.rows.len()).collect()
}

/// What was found of one file in shorter ones.
#[derive(Clone, Default)]
struct Parts {
    rows_found: usize,
    first: Option<usize>,
    has_several: bool,
}

impl Parts {
    fn add(&mut self, part: usize, rows: usize) {
        self.rows_found += rows;
        self.has_several |= self.first.is_some_and(|first| first != part);
        self.first = self.first.or(Some(part));
    }
}

/// A repeat, with files by their place in the list.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    file: u32,
    row: u32,
    counted_in: u32,
}

/// Room for working on the rows of one key, kept from key to key.
#[derive(Default)]
struct SameKey {
    /// Where each file's rows begin and end.
    runs: Vec<(usize, usize)>,
    /// For each row the file it is counted in.
    counted_in: Vec<u32>,
}

impl SameKey {
    /// The n-th row of a file repeats the n-th of the first file before it that has so many and may be matched with it.
    fn repeats(&mut self, key: &[KeyedRow], pairs: &Pairs<'_>, repeats: &mut Vec<Found>) {
        self.runs.clear();
        self.counted_in.clear();
        let mut start = 0;
        for run in key.chunk_by(|a, b| a.file() == b.file()) {
            for (nth, row) in run.iter().enumerate() {
                let has_it = |&&(from, to): &&(usize, usize)| to - from > nth && pairs.match_each_other(&key[from], row);
                let own = row.file() as u32;
                let counted_in = self.runs.iter().find(has_it).map_or(own, |(from, _)| self.counted_in[from + nth]);
                self.counted_in.push(counted_in);
                if counted_in != own {
                    repeats.push(Found { file: own, row: row.number, counted_in });
                }
            }
            self.runs.push((start, start + run.len()));
            start += run.len();
        }
    }
}

/// The rows of files that are there twice: each is counted where the original's like row is. `repeats` is sorted.
fn repeats_of_copies(files: &[FileRows], original_of: &[usize], repeats: &[Found]) -> Vec<Found> {
    let in_key_order = |file: &FileRows| {
        let mut rows: Vec<(u64, u32)> = file.rows.iter().map(|row| (row.0, row.1)).collect();
        rows.sort_unstable();
        rows
    };
    let mut found = Vec::new();
    for (place, &original) in original_of.iter().enumerate().filter(|(place, original)| place != *original) {
        let from = repeats.partition_point(|repeat| (repeat.file as usize) < original);
        let of_original: FxHashMap<u32, u32> = repeats[from..]
            .iter()
            .take_while(|repeat| repeat.file as usize == original)
            .map(|repeat| (repeat.row, repeat.counted_in))
            .collect();
        let pairs = in_key_order(&files[place]).into_iter().zip(in_key_order(&files[original]));
        found.extend(pairs.map(|((_, row), (_, like))| Found {
            file: place as u32,
            row,
            counted_in: of_original.get(&like).copied().unwrap_or(original as u32),
        }));
    }
    found
}
