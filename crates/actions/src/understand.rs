//! Read: what is understood of files, without keeping anything.
//!
//! The rule: the same reader as `find`, so that what a publisher's officer sees here is what will be counted.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use definitions::{Remark, Trouble};
use intake::{Contract, Limits, LocalRules, Payment, Taker, Understanding};

use crate::listener::Listener;
use crate::reading::stopped;

/// What was understood of one file.
#[derive(Clone, Debug)]
pub struct Understood {
    /// Every sheet or member, with its columns and first rows.
    pub understanding: Understanding,
    /// The first remarks of each kind.
    pub remarks: Vec<Remark>,
}

/// Reads one file.
///
/// # Errors
/// When it cannot be opened or understood at all.
pub fn understand(path: &Path, most_remarks: usize, listener: &dyn Listener) -> Result<Understood, Trouble> {
    let cannot = |because: String| {
        Trouble::new(format!("read {}", path.display()), because, "Check the spelling, and that it is a file you may read.")
    };
    let kind = std::fs::metadata(path).map_err(|error| cannot(error.to_string()))?;
    if kind.is_dir() {
        return Err(Trouble::new(
            format!("read {}", path.display()),
            "it is a folder, whatever its name",
            "Name a file in it, or use `commonweal find` for a whole folder.",
        ));
    }
    listener.begins(crate::Stage::Reading, kind.len());
    let mut bytes = BufReader::with_capacity(1 << 18, File::open(path).map_err(|error| cannot(error.to_string()))?);
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut taker = Remarks { listener, most: most_remarks, remarks: Vec::new(), bytes_told: 0, was_stopped: false };
    let understanding = intake::read(&name, &mut bytes, &LocalRules::default(), &Limits::default(), &mut taker);
    if taker.was_stopped {
        return Err(stopped());
    }
    Ok(Understood { understanding: understanding?, remarks: taker.remarks })
}

struct Remarks<'a> {
    listener: &'a dyn Listener,
    most: usize,
    remarks: Vec<Remark>,
    bytes_told: u64,
    was_stopped: bool,
}

impl Taker for Remarks<'_> {
    fn sheet(&mut self, _sheet: Option<&str>) {}

    fn payment(&mut self, _payment: &Payment<'_>) -> bool {
        true
    }

    fn contract(&mut self, _contract: Contract) -> bool {
        true
    }

    fn remark(&mut self, remark: Remark) -> bool {
        let alike = self.remarks.iter().filter(|known| known.kind == remark.kind && known.sheet == remark.sheet).count();
        if alike < self.most {
            self.remarks.push(remark);
        }
        true
    }

    fn progress(&mut self, bytes: u64) -> bool {
        let new = bytes.saturating_sub(self.bytes_told);
        self.bytes_told = self.bytes_told.max(bytes);
        self.was_stopped = !self.listener.advances(new);
        !self.was_stopped
    }
}
