//! Join a list of names: the supplier kernel on its own.
//!
//! The rule: every row in gets one row out, in the same order, under the same id. A file with a missing column,
//! an empty file or an id that stands twice is refused with its line, before anything is written.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use csv::StringRecord;
use definitions::Trouble;
use suppliers::{IdChange, IdChangeKind, Join, Party, Resolution, Settings, id_changes, kept_ids};

use crate::listener::{Listener, Stage};
use crate::outputs::csv_cell;
use crate::reading::stopped;

/// A list of names, and what is to be made of it.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// `id,name` and, where they are there, `postcode,body,supplier_id,company_number,vat_number,charity_number`.
    pub input: &'a Path,
    /// Where `id,cluster` is written.
    pub output: &'a Path,
    /// What was written for an earlier list, whose numbers suppliers keep.
    pub earlier: Option<&'a Path>,
    /// A column `why` is written too.
    pub tell_why: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedNames {
    /// Names read.
    pub names: usize,
    /// Suppliers they are.
    pub suppliers: usize,
    /// What became of suppliers of the earlier list, as sentences.
    pub changes: Vec<String>,
}

/// Joins a list of names.
///
/// # Errors
/// When the input cannot be read as that, or the output cannot be written.
pub fn join_names(list: &List<'_>, settings: &Settings, listener: &dyn Listener) -> Result<JoinedNames, Trouble> {
    listener.begins(Stage::Names, 0);
    let table = NamesTable::read(list.input)?;
    let earlier = list.earlier.map_or_else(|| Ok(BTreeMap::new()), earlier_numbers)?;
    let parties: Vec<Party<'_>> = table.table.rows.iter().map(|row| table.party(row)).collect();
    let go_on = |_| listener.advances(0);
    let resolution = if list.tell_why {
        suppliers::resolve(&parties, settings, &go_on).ok_or_else(stopped)?
    } else {
        Resolution { cluster_of: suppliers::clusters(&parties, settings, &go_on).ok_or_else(stopped)?, joins: Vec::new() }
    };
    let ids = table.ids();
    let (numbers, changes) = numbered(&ids, &resolution.cluster_of, &earlier);
    let why = list.tell_why.then(|| reasons(&ids, &resolution.joins));
    let mut text = String::from(if list.tell_why { "id,cluster,why\n" } else { "id,cluster\n" });
    for (place, id) in ids.iter().enumerate() {
        text.push_str(&csv_cell(id));
        text.push_str(&format!(",{}", numbers[resolution.cluster_of[place] as usize]));
        if let Some(why) = &why {
            text.push(',');
            text.push_str(&csv_cell(&why[place]));
        }
        text.push('\n');
    }
    evidence::write_whole(list.output, text.as_bytes())?;
    Ok(JoinedNames { names: parties.len(), suppliers: numbers.len(), changes })
}

/// For each row the joins that brought it in, each with the row it was joined to and how sure that is.
fn reasons(ids: &[&str], joins: &[Join]) -> Vec<String> {
    let mut why = vec![String::new(); ids.len()];
    for join in joins {
        let (first, second) = (join.a.min(join.b), join.a.max(join.b));
        let told = &mut why[second as usize];
        if !told.is_empty() {
            told.push(' ');
        }
        told.push_str(&format!("With {} ({:.2}): {}", ids[first as usize], join.probability, join.why));
    }
    why
}

/// The number of each supplier: the one it had, or the next after all that were given; and what became of earlier ones.
fn numbered(ids: &[&str], cluster_of: &[u32], earlier: &BTreeMap<String, u64>) -> (Vec<u64>, Vec<String>) {
    let count = cluster_of.iter().max().map_or(0, |last| *last as usize + 1);
    if earlier.is_empty() {
        return ((0..count as u64).collect(), Vec::new());
    }
    let mut now: Vec<Vec<&str>> = vec![Vec::new(); count];
    ids.iter().zip(cluster_of).for_each(|(id, cluster)| now[*cluster as usize].push(id));
    let earlier: BTreeMap<&str, u64> = earlier.iter().map(|(id, number)| (id.as_str(), *number)).collect();
    let mut next = earlier.values().max().map_or(0, |last| last.saturating_add(1));
    let mut take_next = || {
        next = next.saturating_add(1);
        next - 1
    };
    let numbers: Vec<u64> = kept_ids(&earlier, &now).into_iter().map(|kept| kept.unwrap_or_else(&mut take_next)).collect();
    let changes = id_changes(&earlier, &now, &numbers).into_iter().map(|change| sentence(&change)).collect();
    (numbers, changes)
}

fn sentence(change: &IdChange<u64>) -> String {
    match change.kind {
        IdChangeKind::Joined => format!("Cluster {} was joined into {}.", change.id, change.now),
        IdChangeKind::Split => format!("Some names of cluster {} are a cluster of their own now: {}.", change.id, change.now),
        IdChangeKind::Moved => format!("Some names of cluster {} went to {}.", change.id, change.now),
    }
}

/// Reads `id,cluster` as an earlier run wrote it.
fn earlier_numbers(path: &Path) -> Result<BTreeMap<String, u64>, Trouble> {
    let table = Table::read(path, ["id", "cluster"], "Name a file that `commonweal suppliers names` wrote with --earlier.")?;
    let wrong = |because: String| {
        Trouble::new(format!("read clusters from {}", path.display()), because, "Name a file that `commonweal suppliers names` wrote.")
    };
    let number = |row: &StringRecord| {
        let id = table.cell(row, table.wanted[0]).ok_or_else(|| wrong(format!("line {} has no id", line(row))))?;
        let text = table.cell(row, table.wanted[1]).unwrap_or_default();
        // The next number is one more than the largest.
        let number = text.parse().ok().filter(|number| *number < u64::MAX / 2);
        let number = number.ok_or_else(|| wrong(format!("line {} has {text:?} where a number belongs", line(row))))?;
        Ok((id.trim_start_matches('\'').to_string(), number))
    };
    table.rows.iter().map(number).collect()
}

/// A CSV with two columns it must have.
struct Table {
    rows: Vec<StringRecord>,
    columns: HashMap<String, usize>,
    wanted: [usize; 2],
}

impl Table {
    fn read(path: &Path, wanted: [&str; 2], shape: &str) -> Result<Table, Trouble> {
        let wrong = |because: String, try_next: &str| Trouble::new(format!("read {}", path.display()), because, try_next);
        let bytes = std::fs::read(path).map_err(|error| wrong(error.to_string(), "Check the spelling."))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let line = error.as_bytes()[..error.utf8_error().valid_up_to()].iter().filter(|byte| **byte == b'\n').count() + 1;
            wrong(format!("line {line} is not written in UTF-8"), "Save it as CSV in UTF-8 and try again.")
        })?;
        // The reader counts lines that end in CR LF from the line before.
        let text = if text.contains('\r') { text.replace("\r\n", "\n") } else { text };
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let headings = reader.headers().map_err(|error| wrong(error.to_string(), shape))?.clone();
        if headings.is_empty() {
            return Err(wrong("the file is empty".to_string(), shape));
        }
        let columns: HashMap<String, usize> =
            headings.iter().enumerate().map(|(place, heading)| (heading.trim().to_lowercase(), place)).collect();
        let column =
            |wanted: &str| columns.get(wanted).copied().ok_or_else(|| wrong(format!("there is no column {wanted} on line 1"), shape));
        let wanted = [column(wanted[0])?, column(wanted[1])?];
        let rows: Result<Vec<StringRecord>, csv::Error> = reader.records().collect();
        let rows = rows.map_err(|error| wrong(error.to_string(), "Save it as CSV in UTF-8 and try again."))?;
        Ok(Table { rows, columns, wanted })
    }

    fn cell<'a>(&self, row: &'a StringRecord, column: usize) -> Option<&'a str> {
        row.get(column).map(str::trim).filter(|cell| !cell.is_empty())
    }
}

fn line(row: &StringRecord) -> u64 {
    row.position().map_or(0, csv::Position::line)
}

struct NamesTable {
    table: Table,
    id: usize,
    name: usize,
}

impl NamesTable {
    fn read(path: &Path) -> Result<NamesTable, Trouble> {
        let shape = "The first line must hold the headings id and name; postcode, body, supplier_id, company_number, vat_number and charity_number may follow.";
        let table = Table::read(path, ["id", "name"], shape)?;
        let [id, name] = table.wanted;
        let names = NamesTable { table, id, name };
        names.check_ids().map_err(|because| {
            Trouble::new(format!("read names from {}", path.display()), because, "Every line needs an id of its own.")
        })?;
        Ok(names)
    }

    fn check_ids(&self) -> Result<(), String> {
        if self.table.rows.is_empty() {
            return Err("there are headings and no names".to_string());
        }
        let mut seen: HashMap<&str, u64> = HashMap::with_capacity(self.table.rows.len());
        for row in &self.table.rows {
            let line = line(row);
            let id = self.table.cell(row, self.id).ok_or_else(|| format!("line {line} has no id"))?;
            if let Some(before) = seen.insert(id, line) {
                return Err(format!("the id {id:?} stands on line {before} and again on line {line}"));
            }
        }
        Ok(())
    }

    fn ids(&self) -> Vec<&str> {
        self.table.rows.iter().map(|row| self.table.cell(row, self.id).unwrap_or_default()).collect()
    }

    fn party<'a>(&self, row: &'a StringRecord) -> Party<'a> {
        let other = |name: &str| self.table.columns.get(name).and_then(|column| self.table.cell(row, *column));
        Party {
            name: self.table.cell(row, self.name).unwrap_or_default(),
            body: other("body"),
            supplier_number: other("supplier_id"),
            company_number: other("company_number"),
            vat_number: other("vat_number"),
            charity_number: other("charity_number"),
            postcode: other("postcode"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::listener::Quiet;

    struct Desk(tempfile::TempDir);

    impl Desk {
        fn write(&self, name: &str, text: &str) -> PathBuf {
            let path = self.0.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        }

        fn joined(&self, text: &str, earlier: Option<&str>) -> Result<(JoinedNames, String), Trouble> {
            let earlier = earlier.map(|text| self.write("earlier.csv", text));
            let (input, output) = (self.write("in.csv", text), self.0.path().join("out.csv"));
            let list = List { input: &input, output: &output, earlier: earlier.as_deref(), tell_why: true };
            let joined = join_names(&list, &Settings::default(), &Quiet)?;
            Ok((joined, std::fs::read_to_string(output).unwrap()))
        }
    }

    fn desk() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    #[test]
    fn numbers_beside_the_names_join_and_part_them() {
        // 123456782 has the right check digits: see the tests of VAT numbers.
        let text = "id,name,body,supplier_id,company_number,vat_number,charity_number\n\
            1,Quince Grid,aldford,,01234567,,\n\
            2,Medlar Power,bexton,,1234567,,\n\
            3,Damson Care,aldford,47,,,\n\
            4,Tansy Homes,aldford,0047,,,\n\
            5,Sorrel Trust,aldford,,,,1012345\n\
            6,Yarrow Fund,bexton,,,,1012345\n\
            7,Bramble Ltd,aldford,,01111112,,\n\
            8,Bramble Ltd,bexton,,02222223,,\n\
            9,Fennel Catering Services,aldford,,,123456782,\n\
            10,Fennel Caterng,bexton,,,GB 123 4567 82,\n";
        let (_, out) = desk().joined(text, None).unwrap();
        let clusters: Vec<&str> = out.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect();
        assert_eq!(clusters, ["0", "0", "1", "1", "2", "2", "3", "4", "5", "5"], "{out}");
        assert!(out.contains("2,0,With 1 (0.99): Both carry the company number 01234567."), "{out}");
    }

    #[test]
    fn suppliers_keep_the_number_they_had_and_what_was_joined_is_said() {
        let text = "id,name\nn,Damson Foods\na,Quincewell Plumbing\nb,QUINCEWELL PLUMBING LTD\nc,Medlar Care\n";
        let (joined, out) = desk().joined(text, Some("id,cluster\na,7\nb,9\nc,3\n")).unwrap();
        let numbers: Vec<&str> = out.lines().skip(1).map(|line| line.split(',').nth(1).unwrap()).collect();
        assert_eq!(numbers, ["10", "7", "7", "3"]);
        assert_eq!(joined.changes, ["Cluster 9 was joined into 7."]);
    }

    #[test]
    fn a_file_with_lines_that_end_as_on_windows_is_told_of_by_the_right_line() {
        let trouble = desk().joined("id,name\r\n1,Quince\r\n2,Medlar\r\n1,Damson\r\n", None).unwrap_err().to_string();
        assert!(trouble.contains("stands on line 2 and again on line 4"), "{trouble}");
    }
}
