//! Where a place is, and what `find` wrote about it.
//!
//! The rule: an officer may name the folder of published files, the folder `find` wrote, or neither where there is only
//! one. Nothing is guessed between two: then they are named, and one has to be chosen.

use std::path::{Path, PathBuf};

use definitions::Trouble;
use evidence::Manifest;

/// A place and its evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// The folder that was searched, where `judgements.csv` is kept.
    pub place: PathBuf,
    /// The evidence folder.
    pub evidence: PathBuf,
}

/// Where `find` writes about `folder` unless told otherwise: `commonweal-` and the folder's own name, in the folder one stands in.
pub fn default_out(folder: &Path) -> PathBuf {
    let name = folder.canonicalize().ok().and_then(|path| path.file_name().map(|name| name.to_string_lossy().into_owned()));
    PathBuf::from(format!("commonweal-{}", name.unwrap_or_else(|| "place".to_string())))
}

/// The evidence in the folder one stands in, if there is exactly one.
///
/// # Errors
/// When there is none, or several.
pub fn only_evidence_here() -> Result<PathBuf, Trouble> {
    let folders = std::fs::read_dir(".").into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<PathBuf> = folders.filter(|path| path.join("evidence/manifest.json").is_file()).collect();
    found.sort();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Trouble::new(
            "find any evidence here",
            "no folder here was written by `commonweal find`",
            "Run `commonweal find FOLDER` first, or name its folder with --evidence.",
        )),
        several => Err(Trouble::new(
            "choose which evidence to ask",
            format!("there are several: {}", several.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")),
            "Name one with --evidence.",
        )),
    }
}

/// The evidence folder that `named` is or holds, if it is one.
pub(crate) fn evidence_in(named: &Path) -> Option<PathBuf> {
    [named.join("evidence"), named.to_path_buf()].into_iter().find(|folder| Manifest::path(folder).is_file())
}

impl Whereabouts {
    /// Finds both. `folder` is the place, or what `find` wrote about it; `evidence` is what `find` wrote.
    ///
    /// # Errors
    /// When there is no evidence, or it does not say whose it is.
    pub fn of(folder: Option<&Path>, evidence: Option<&Path>) -> Result<Whereabouts, Trouble> {
        if let Some(missing) = folder.filter(|folder| !folder.is_dir()) {
            return Err(no_folder(missing));
        }
        let written = match (evidence, folder) {
            (Some(evidence), _) => evidence.to_path_buf(),
            (None, Some(folder)) if evidence_in(folder).is_some() => folder.to_path_buf(),
            (None, Some(folder)) => default_out(folder),
            (None, None) => only_evidence_here()?,
        };
        let evidence = evidence_in(&written).ok_or_else(|| {
            Trouble::new(
                format!("find the evidence in {}", written.display()),
                "`commonweal find` wrote nothing there",
                "Run `commonweal find FOLDER` first, or name what it wrote with --evidence.",
            )
        })?;
        let place = match folder.filter(|folder| evidence_in(folder).is_none()) {
            Some(folder) => folder.to_path_buf(),
            None => searched(&evidence)?,
        };
        Ok(Whereabouts { place, evidence })
    }

    /// The place alone: `folder`, or the folder one stands in where it has settings or judgements, or the one that the only
    /// evidence here is about.
    ///
    /// # Errors
    /// When it cannot be told.
    pub fn place(folder: Option<&Path>) -> Result<PathBuf, Trouble> {
        let stands_in_place = ["place.toml", crate::judgement_file::FILE_NAME].iter().any(|name| Path::new(name).is_file());
        match folder {
            Some(folder) if !folder.is_dir() => Err(no_folder(folder)),
            Some(folder) => evidence_in(folder).map_or_else(|| Ok(folder.to_path_buf()), |evidence| searched(&evidence)),
            None if stands_in_place => Ok(PathBuf::from(".")),
            None => only_evidence_here().ok().and_then(|written| evidence_in(&written)).map(|evidence| searched(&evidence)).unwrap_or_else(
                || {
                    Err(Trouble::new(
                        "tell which place this is about",
                        "no folder was named, and this one has neither place.toml nor one folder that `commonweal find` wrote",
                        "Name the folder that you give to `commonweal find` with --place.",
                    ))
                },
            ),
        }
    }
}

fn no_folder(folder: &Path) -> Trouble {
    Trouble::new(format!("open the folder {}", folder.display()), "there is no such folder", "Check the spelling.")
}

/// The folder that the evidence is about.
fn searched(evidence: &Path) -> Result<PathBuf, Trouble> {
    let folder = Manifest::read(evidence)?.searched.map(PathBuf::from);
    folder.filter(|folder| folder.is_dir()).ok_or_else(|| {
        Trouble::new(
            format!("tell which folder {} is about", evidence.display()),
            "it was written by an earlier version, or that folder has been moved",
            "Run `commonweal find FOLDER` again, or name the folder.",
        )
    })
}
