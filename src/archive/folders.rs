//! Two folders of articles, paired.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::error::Error;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::pair::{Options, Pair, Pairing, Profile, pair};
use crate::read::{self, Listing};
use crate::report::csv::guard;

/// The columns of a table of pairs.
pub const PAIR_COLUMNS: [&str; 5] = ["source", "target", "score", "second_best", "reason"];
/// The columns of a table of articles without a partner.
pub const UNPAIRED_COLUMNS: [&str; 5] = ["file", "side", "nearest", "score", "reason"];

/// A file that cannot be paired.
#[derive(Clone, Debug)]
pub struct Unusable {
    /// The file.
    pub path: PathBuf,
    /// `source` or `target`.
    pub side: &'static str,
    /// Why, and what to do.
    pub reason: String,
}

/// One folder, read.
struct Folder {
    paths: Vec<PathBuf>,
    profiles: Vec<Profile>,
}

/// Two folders and what was found of their pairs.
pub struct Folders {
    sources: Folder,
    targets: Folder,
    /// The pairs.
    pub pairing: Pairing,
    /// Files that could not be read, or are in the wrong language.
    pub unusable: Vec<Unusable>,
}

impl Folders {
    /// Reads all articles of two folders and pairs them. Without `targets`, the one folder has both: what is English is then the source.
    ///
    /// # Errors
    /// When a folder cannot be read or has no article, or all are in one language.
    pub fn pair(lexicon: &Lexicon, sources: &Path, targets: Option<&Path>, options: Options) -> Result<Self, Error> {
        let mut unusable = Vec::new();
        let (mut of_sources, mut of_targets) = match targets {
            Some(targets) => {
                let (of_sources, of_targets) = (read::files(sources)?, read::files(targets)?);
                let of_sources = read_folder(lexicon, of_sources, "source", &mut unusable);
                (of_sources, read_folder(lexicon, of_targets, "target", &mut unusable))
            }
            None => read_folder(lexicon, read::files(sources)?, "source", &mut unusable).parted(),
        };
        let langs = (main_language(&of_sources.profiles), main_language(&of_targets.profiles));
        let (source, target) = match (langs, targets) {
            ((Some(s), Some(t)), _) if s != t => (s, t),
            ((Some(s), Some(_)), Some(targets)) => {
                return Err(Error::Usage {
                    cause: format!("{} and {} are both in {}", sources.display(), targets.display(), s.name()),
                    remedy: "give a folder of English and one of Arabic articles".to_owned(),
                });
            }
            ((Some(only), _) | (_, Some(only)), None) => {
                return Err(Error::Usage {
                    cause: format!("{} has only articles in {}", sources.display(), only.name()),
                    remedy: "name the folder of the translations too".to_owned(),
                });
            }
            ((s, _), _) => {
                let empty = targets.filter(|_| s.is_some()).unwrap_or(sources);
                return Err(Error::Usage {
                    cause: format!("{} has no article that can be read", empty.display()),
                    remedy: "check the folder".to_owned(),
                });
            }
        };
        of_sources.keep(source, "source", &mut unusable);
        of_targets.keep(target, "target", &mut unusable);
        unusable.sort_by(|a, b| (a.side, &a.path).cmp(&(b.side, &b.path)));
        let pairing = pair(lexicon, &of_sources.profiles, &of_targets.profiles, options);
        Ok(Self { sources: of_sources, targets: of_targets, pairing, unusable })
    }

    /// The two files of a pair.
    pub fn paths(&self, pair: &Pair) -> (&Path, &Path) {
        (&self.sources.paths[pair.source], &self.targets.paths[pair.target])
    }

    /// What was found, in a few lines.
    pub fn summary(&self) -> String {
        let count = |n: usize, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
        let left = |n: usize, of: &str| format!("{} without a partner", count(n, &format!("{of} is"), &format!("{of}s are")));
        let mut text = format!(
            "{} of {} and {}; {}, {}.\n",
            count(self.pairing.pairs.len(), "pair", "pairs"),
            count(self.sources.paths.len(), "source", "sources"),
            count(self.targets.paths.len(), "target", "targets"),
            left(self.pairing.sources.len(), "source"),
            left(self.pairing.targets.len(), "target"),
        );
        if let Some(first) = self.unusable.first() {
            let files = count(self.unusable.len(), "file was left out", "files were left out");
            // Writing to a `String` cannot fail.
            let _ = writeln!(text, "{files}, such as {}: {}.", first.path.display(), first.reason);
        }
        text
    }
}

impl Folder {
    /// The English and the Arabic articles, each as a folder of their own.
    fn parted(self) -> (Self, Self) {
        let (english, arabic): (Vec<_>, Vec<_>) = self.paths.into_iter().zip(self.profiles).partition(|(_, p)| p.lang == Lang::English);
        let folder = |files: Vec<(PathBuf, Profile)>| {
            let (paths, profiles) = files.into_iter().unzip();
            Self { paths, profiles }
        };
        (folder(english), folder(arabic))
    }

    /// Keeps only what is in `lang`.
    fn keep(&mut self, lang: Lang, side: &'static str, unusable: &mut Vec<Unusable>) {
        let (mut paths, mut profiles) = (Vec::new(), Vec::new());
        for (path, profile) in self.paths.drain(..).zip(self.profiles.drain(..)) {
            if profile.lang == lang {
                paths.push(path);
                profiles.push(profile);
            } else {
                let reason = format!("is in {}, unlike the others of its folder; move it to the other folder", profile.lang.name());
                unusable.push(Unusable { path, side, reason });
            }
        }
        *self = Self { paths, profiles };
    }
}

fn read_folder(lexicon: &Lexicon, Listing { files, unusable: flaws }: Listing, side: &'static str, unusable: &mut Vec<Unusable>) -> Folder {
    unusable.extend(flaws.iter().map(|e| Unusable { path: e.path().unwrap_or(Path::new("")).to_owned(), side, reason: e.reason() }));
    let read: Vec<Result<Profile, Error>> = files.par_iter().map(|path| Ok(Profile::new(lexicon, &read::text(path)?))).collect();
    let mut folder = Folder { paths: Vec::new(), profiles: Vec::new() };
    for (path, read) in files.into_iter().zip(read) {
        match read {
            Ok(profile) => {
                folder.paths.push(path);
                folder.profiles.push(profile);
            }
            Err(error) => unusable.push(Unusable { reason: error.reason(), path, side }),
        }
    }
    folder
}

fn main_language(profiles: &[Profile]) -> Option<Lang> {
    let arabic = profiles.iter().filter(|p| p.lang == Lang::Arabic).count();
    (!profiles.is_empty()).then_some(if 2 * arabic > profiles.len() { Lang::Arabic } else { Lang::English })
}

/// Writes the pairs as CSV.
///
/// # Errors
/// Those of `out`.
pub fn write_pairs(folders: &Folders, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = table(out)?;
    csv.write_record(PAIR_COLUMNS)?;
    for pair in &folders.pairing.pairs {
        let (source, target) = folders.paths(pair);
        let second_best = pair.second_best.map_or(String::new(), decimals);
        let reason = guard(&pair.reason);
        csv.write_record([&*source.to_string_lossy(), &*target.to_string_lossy(), &decimals(pair.score), &second_best, &reason])?;
    }
    csv.flush()
}

/// Writes the articles without a partner as CSV: the nearest there was, and why it was not taken.
///
/// # Errors
/// Those of `out`.
pub fn write_unpaired(folders: &Folders, out: &mut dyn Write) -> io::Result<()> {
    let mut csv = table(out)?;
    csv.write_record(UNPAIRED_COLUMNS)?;
    let sides = [
        ("source", &folders.pairing.sources, &folders.sources, &folders.targets),
        ("target", &folders.pairing.targets, &folders.targets, &folders.sources),
    ];
    for (side, left, own, others) in sides {
        for (article, unpaired) in left {
            let (nearest, score, reason) = match unpaired.nearest {
                Some((other, score)) => (others.paths[other].to_string_lossy(), decimals(score), "no article says the same"),
                None => (String::new().into(), String::new(), "no article has anything in common with it"),
            };
            csv.write_record([&*own.paths[*article].to_string_lossy(), side, &*nearest, &score, reason])?;
        }
    }
    for file in &folders.unusable {
        csv.write_record([&*file.path.to_string_lossy(), file.side, "", "", &file.reason])?;
    }
    csv.flush()
}

/// CSV as spreadsheets like it: with a byte order mark, and lines that end in CR LF.
pub(super) fn table(out: &mut dyn Write) -> io::Result<csv::Writer<&mut dyn Write>> {
    out.write_all("\u{FEFF}".as_bytes())?;
    Ok(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out))
}

fn decimals(score: f32) -> String {
    format!("{:.3}", score.max(0.0))
}
