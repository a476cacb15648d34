//! Who is told how far an action is, and may stop it.
//!
//! The rule: an action says what it is doing and asks whether to go on; it never draws anything itself.

/// A part of a long action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Another run holds the evidence.
    Waiting,
    /// Reading published files; counted in bytes.
    Reading,
    /// Looking for payments published twice.
    Repeats,
    /// Deciding which names are one supplier.
    Names,
    /// Adding up and looking for opportunities.
    Opportunities,
    /// Writing the report and its tables.
    Writing,
}

impl Stage {
    /// For people, as something that is going on.
    pub fn sentence(self) -> &'static str {
        match self {
            Stage::Waiting => "Waiting for another run over the same evidence",
            Stage::Reading => "Reading published files",
            Stage::Repeats => "Looking for payments published twice",
            Stage::Names => "Deciding which names are one supplier",
            Stage::Opportunities => "Looking for opportunities",
            Stage::Writing => "Writing the report",
        }
    }
}

/// Told how far an action is. Called from several threads.
pub trait Listener: Sync {
    /// A stage begins; `size` is how much there is to do, 0 where it is not known.
    fn begins(&self, stage: Stage, size: u64);
    /// So much more is done. `false` stops the action; the evidence stays as it was.
    fn advances(&self, by: u64) -> bool;
}

/// Says nothing and never stops.
#[derive(Clone, Copy, Debug, Default)]
pub struct Quiet;

impl Listener for Quiet {
    fn begins(&self, _stage: Stage, _size: u64) {}
    fn advances(&self, _by: u64) -> bool {
        true
    }
}
