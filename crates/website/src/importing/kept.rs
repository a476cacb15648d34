//! Files that were tried, kept for an hour until somebody enters them.
//!
//! The rule: a file is kept in memory alone, for the account that sent it, under a secret that works once; there is a bound on how many
//! and how much, and the oldest makes room. Who comes too late is told to choose the file again.

use std::sync::Mutex;

use register::Moment;

use crate::secret::new_secret;

/// How long a file is kept: an hour.
const SECONDS: i64 = 60 * 60;
/// The most files of all people together.
const FILES_AT_MOST: usize = 20;
/// The most bytes of all files together.
const BYTES_AT_MOST: usize = 64 << 20;

/// A file that was tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct KeptFile {
    /// Its name as the browser gave it.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) bytes: Vec<u8>,
}

struct Kept {
    secret: String,
    account: String,
    at: Moment,
    file: KeptFile,
}

/// The files that are kept.
#[derive(Default)]
pub(crate) struct KeptFiles(Mutex<Vec<Kept>>);

impl KeptFiles {
    /// Keeps a file for `account`; gives back the secret under which it is found.
    pub(crate) fn keep(&self, account: &str, file: KeptFile, now: Moment) -> String {
        let secret = new_secret();
        let mut kept = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        kept.retain(|one| is_fresh(one.at, now));
        kept.push(Kept { secret: secret.clone(), account: account.to_string(), at: now, file });
        while kept.len() > FILES_AT_MOST || kept.iter().map(|one| one.file.bytes.len()).sum::<usize>() > BYTES_AT_MOST {
            kept.remove(0);
        }
        secret
    }

    /// Takes the file that `account` sent; `None` where it is no longer kept, or was somebody else's.
    pub(crate) fn take(&self, account: &str, secret: &str, now: Moment) -> Option<KeptFile> {
        let mut kept = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        let place = kept.iter().position(|one| one.secret == secret && one.account == account && is_fresh(one.at, now))?;
        Some(kept.remove(place).file)
    }
}

fn is_fresh(at: Moment, now: Moment) -> bool {
    now.0.saturating_sub(at.0) <= SECONDS
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Moment = Moment(1_795_262_400);

    fn file(bytes: usize) -> KeptFile {
        KeptFile { name: "a.csv".to_string(), bytes: vec![0; bytes] }
    }

    #[test]
    fn a_file_is_found_once_by_who_sent_it_within_the_hour() {
        let kept = KeptFiles::default();
        let secret = kept.keep("ann", file(3), NOW);
        assert_eq!(kept.take("bob", &secret, NOW), None);
        assert_eq!(kept.take("ann", "guessed", NOW), None);
        assert_eq!(kept.take("ann", &secret, Moment(NOW.0 + SECONDS + 1)), None);
        assert_eq!(kept.take("ann", &secret, Moment(NOW.0 + SECONDS)), Some(file(3)));
        assert_eq!(kept.take("ann", &secret, NOW), None);
    }

    #[test]
    fn many_files_and_large_ones_push_out_the_oldest() {
        let kept = KeptFiles::default();
        let first = kept.keep("ann", file(1), NOW);
        for _ in 0..FILES_AT_MOST {
            kept.keep("ann", file(1), NOW);
        }
        assert_eq!(kept.take("ann", &first, NOW), None);
        let large = kept.keep("ann", file(BYTES_AT_MOST), NOW);
        assert_eq!(kept.0.lock().expect("not broken").len(), 1);
        assert_eq!(kept.take("ann", &large, NOW), Some(file(BYTES_AT_MOST)));
    }
}
