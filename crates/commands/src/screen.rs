//! What a person at a terminal sees besides the answer: the bar, colours, trouble.
//!
//! The rule: colour and bars only on a terminal, never when `NO_COLOR` is set, `--quiet` or `--json` is asked, or the
//! output goes to a file. A pipe that is closed early is not a fault.

use std::io::{IsTerminal, Write};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use actions::{Listener, Stage};
use definitions::Trouble;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The terminal, or the lack of one.
pub(crate) struct Screen {
    /// Print the answer as JSON.
    pub(crate) json: bool,
    is_quiet: bool,
    has_colour: bool,
    bar: ProgressBar,
    stages: Mutex<Vec<(Stage, Instant)>>,
}

impl Screen {
    pub(crate) fn new(quiet: bool, json: bool) -> Screen {
        let is_quiet = quiet || json;
        let has_colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        let target = if is_quiet || !std::io::stderr().is_terminal() { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
        Screen { json, is_quiet, has_colour, bar: ProgressBar::with_draw_target(None, target), stages: Mutex::default() }
    }

    /// Prints a line of the answer.
    pub(crate) fn say(&self, line: &str) {
        self.bar.suspend(|| {
            let _ = writeln!(std::io::stdout(), "{line}");
        });
    }

    /// Prints a line of advice, not when only the answer is wanted.
    pub(crate) fn advise(&self, line: &str) {
        if !self.is_quiet {
            self.say(line);
        }
    }

    /// Prints trouble.
    pub(crate) fn trouble(&self, trouble: &Trouble) {
        self.bar.finish_and_clear();
        let _ = writeln!(std::io::stderr(), "commonweal {trouble}");
    }

    /// A heading, bold where the terminal can.
    pub(crate) fn bold(&self, text: &str) -> String {
        if self.has_colour { format!("\u{1b}[1m{text}\u{1b}[0m") } else { text.to_string() }
    }

    /// Removes the bar.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    /// Says on standard error how long each stage took, for measuring.
    pub(crate) fn tell_timings(&self) {
        let stages = self.stages.lock().map(|stages| stages.clone()).unwrap_or_default();
        let ends = stages.iter().skip(1).map(|(_, begun)| *begun).chain([Instant::now()]);
        for ((stage, begun), ended) in stages.iter().zip(ends) {
            let _ = writeln!(std::io::stderr(), "{:>8.3} s  {}", ended.duration_since(*begun).as_secs_f64(), stage.sentence());
        }
    }

    /// How many characters a line may have.
    pub(crate) fn width(&self) -> usize {
        let told = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
        told.unwrap_or(if std::io::stdout().is_terminal() { 110 } else { 140 }).clamp(60, 200)
    }
}

impl Listener for Screen {
    fn begins(&self, stage: Stage, size: u64) {
        if let Ok(mut stages) = self.stages.lock() {
            stages.push((stage, Instant::now()));
        }
        let style = match (stage, size) {
            (Stage::Reading, 1..) => "{msg} {bar:30} {bytes} of {total_bytes}, {eta} left",
            _ => "{spinner} {msg} {elapsed}",
        };
        self.bar.set_style(ProgressStyle::with_template(style).unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.bar.set_message(stage.sentence());
        self.bar.set_length(size);
        self.bar.set_position(0);
        self.bar.enable_steady_tick(Duration::from_millis(200));
    }

    fn advances(&self, by: u64) -> bool {
        self.bar.inc(by);
        true
    }
}
