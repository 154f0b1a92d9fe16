//! What is to be audited: a list of pairs that is short in memory, whatever the texts are.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use serde_json::Value;

use super::folders::Folders;
use super::sheet::{Cells, Sheet};
use crate::article::{Article, Text};
use crate::error::Error;
use crate::read::{self, Fields, Reader};

/// Longest value of an archive line that may be a path.
const LONGEST_PATH: usize = 1024;

/// Where something went wrong with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its place in the archive could not be read.
    Archive,
    /// A text could not be read.
    Read,
    /// No partner could be looked for.
    Pair,
    /// The audit itself failed.
    Audit,
}

impl Stage {
    /// Its name in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Archive => "archive",
            Self::Read => "read",
            Self::Pair => "pair",
            Self::Audit => "audit",
        }
    }
}

/// An article that could not be audited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What it would be called.
    pub id: String,
    /// The file.
    pub file: String,
    /// Where it went wrong.
    pub stage: Stage,
    /// Why, and what to do.
    pub reason: String,
}

/// One line of an archive, or of what a worker is given: `source` and `target` are texts, or paths of files.
#[derive(Debug)]
pub struct Line {
    /// What the article is called.
    id: Option<String>,
    source: String,
    target: String,
}

impl Line {
    /// Reads a line of JSON, with what is wanted in the `fields`.
    ///
    /// # Errors
    /// What is wrong with it and what to do, behind what the article is called if that can be told.
    pub fn new(line: &str, fields: &Fields) -> Result<Self, (Option<String>, String)> {
        let wrong = |told: &str| {
            let (source, target) = (&fields.source, &fields.target);
            format!("is no object with {source} and {target} ({told}); write {{\"id\":\"a1\",\"source\":\"...\",\"target\":\"...\"}}")
        };
        let value: Value = serde_json::from_str(line).map_err(|e| {
            let told = e.to_string();
            let half = told.contains("surrogate") || told.contains("hex escape");
            (None, if half { format!("has half of a character ({told}); take it out") } else { wrong(&told) })
        })?;
        if !value.is_object() {
            return Err((None, wrong("it is something else")));
        }
        let id = fields.name(&value);
        let text = |side, field| Fields::text(&value, side, field).map_err(|reason| (id.clone(), reason));
        let (source, target) = (text("source", &fields.source)?, text("target", &fields.target)?);
        Ok(Self { id, source, target })
    }

    /// What the article is called; `None` if it has no name.
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The article. Paths are looked for from `folder`.
    ///
    /// # Errors
    /// Why there is none.
    pub fn article(self, id: &str, folder: &Path, reader: &Reader) -> Result<Article, Error> {
        let is_file = |value: &str| is_path(value) && read::exists(&folder.join(value));
        let has_file = is_file(&self.source) || is_file(&self.target);
        let text = |value: String, side: &str| {
            // A path that is misspelt is no text: reading it tells what is wrong.
            if is_file(&value) || (is_document(&value) && (has_file || !value.contains(char::is_whitespace))) {
                return reader.text(&folder.join(&value));
            }
            Text::new(format!("{id}.{side}"), value).ok_or_else(|| Error::Input {
                path: format!("{id}.{side}").into(),
                line: None,
                cause: format!("the {side} has no letter of English or Arabic"),
                remedy: "give the text, or the path of a file that there is".to_owned(),
            })
        };
        let (source, target) = (text(self.source, "source")?, text(self.target, "target")?);
        read::in_two_languages(Article { id: id.to_owned(), source, target, given: Vec::new() })
    }
}

/// Whether a value looks like the path of a file rather than like a text.
fn is_path(value: &str) -> bool {
    value.len() <= LONGEST_PATH && !value.contains('\n') && Path::new(value).extension().is_some_and(|e| e.len() <= 5 && !e.is_empty())
}

/// Whether a value is the path of a document.
fn is_document(value: &str) -> bool {
    is_path(value) && read::is_document(Path::new(value))
}

/// All pairs of an archive.
#[derive(Debug)]
pub struct Jobs {
    list: List,
    reader: Reader,
}

#[derive(Debug)]
enum List {
    /// Files.
    Files(Vec<Files>),
    /// Rows of a table.
    Rows(Sheet),
    /// Lines of a JSON Lines file: where each starts, and how long it is.
    Lines { path: PathBuf, places: Vec<(u64, u32)> },
}

/// Two files that are a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Files {
    /// What the article is called.
    pub id: String,
    /// The source.
    pub source: PathBuf,
    /// The target.
    pub target: PathBuf,
}

impl Jobs {
    /// The pairs of two folders.
    pub fn of_folders(folders: &Folders, reader: Reader) -> Self {
        let pair = |(source, target): (&Path, &Path)| (None, source.to_owned(), target.to_owned());
        let pairs = folders.pairing.pairs.iter().map(|pair| folders.paths(pair)).map(pair).collect();
        Self { list: List::Files(of_files(pairs)), reader }
    }

    /// The rows of a table with the columns source and target, or those that the reader names: texts, or paths of files, which are looked for
    /// from here, and then from where the table lies.
    ///
    /// # Errors
    /// When the table cannot be read, or has no such columns.
    pub fn of_table(path: &Path, reader: Reader) -> Result<Self, Error> {
        let folder = path.parent().unwrap_or(Path::new(""));
        let place = |cell: String| {
            let here = PathBuf::from(cell.strip_prefix('\'').unwrap_or(&cell));
            let beside = folder.join(&here);
            if !read::exists(&here) && read::exists(&beside) { beside } else { here }
        };
        let sheet = Sheet::open(path, &reader)?;
        let rows = || (0..sheet.len()).map(|n| sheet.row(n));
        let list = if rows().all(|row| is_path(&row.source) && is_path(&row.target)) {
            List::Files(of_files(rows().map(|row| (row.id, place(row.source), place(row.target))).collect()))
        } else {
            List::Rows(sheet)
        };
        Ok(Self { list, reader })
    }

    /// The lines of a JSON Lines file, empty ones left out.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of_lines(path: &Path, reader: Reader) -> Result<Self, Error> {
        let mut file = BufReader::new(File::open(path).map_err(|e| read::unreadable(path, &e))?);
        let (mut places, mut at, mut line) = (Vec::new(), 0, Vec::new());
        loop {
            line.clear();
            let read = file.read_until(b'\n', &mut line).map_err(|e| read::unreadable(path, &e))?;
            if read == 0 {
                return Ok(Self { list: List::Lines { path: path.to_owned(), places }, reader });
            }
            if !line.trim_ascii().is_empty() {
                places.push((at, read as u32));
            }
            at += read as u64;
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match &self.list {
            List::Files(files) => files.len(),
            List::Rows(sheet) => sheet.len(),
            List::Lines { places, .. } => places.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What all articles are called, read without their texts. One that cannot be read is called by its number.
    ///
    /// # Errors
    /// When the archive cannot be read.
    pub fn ids(&self) -> Result<Vec<String>, Error> {
        match &self.list {
            List::Files(files) => Ok(files.iter().map(|f| f.id.clone()).collect()),
            List::Rows(sheet) => Ok((0..sheet.len()).map(|n| sheet.row(n).id.unwrap_or_else(|| (n + 1).to_string())).collect()),
            List::Lines { path, places } => {
                let unreadable = |e: &io::Error| read::unreadable(path, e);
                let mut file = BufReader::new(File::open(path).map_err(|e| unreadable(&e))?);
                let (mut line, mut at) = (Vec::new(), 0_i64);
                let mut name = |(n, (start, length)): (usize, &(u64, u32))| {
                    line.resize(*length as usize, 0);
                    // Relative, so that what was read ahead is kept.
                    file.seek_relative(*start as i64 - at).and_then(|()| file.read_exact(&mut line)).map_err(|e| unreadable(&e))?;
                    at = *start as i64 + i64::from(*length);
                    let text = line.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(&line);
                    let value: Option<Value> = serde_json::from_slice(text).ok();
                    Ok(value.and_then(|value| self.reader.fields.name(&value)).unwrap_or_else(|| (n + 1).to_string()))
                };
                places.iter().enumerate().map(&mut name).collect()
            }
        }
    }

    /// Reads article `n`.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn article(&self, n: usize) -> Result<Article, Failure> {
        let failed = |id: String, file: String, stage, reason| Failure { id, file, stage, reason };
        let number = (n + 1).to_string();
        let (path, line) = match &self.list {
            List::Files(files) => {
                let Files { id, source, target } = &files[n];
                let file = |e: &Error| e.path().unwrap_or(source).display().to_string();
                let read = self.reader.article(source, target).map(|article| Article { id: id.clone(), ..article });
                return read.map_err(|e| failed(id.clone(), file(&e), Stage::Read, e.reason()));
            }
            List::Rows(sheet) => {
                let Cells { id, source, target } = sheet.row(n);
                (sheet.path(), Line { id, source, target })
            }
            List::Lines { path, places } => {
                let failed = |id: Option<String>, reason| {
                    failed(id.unwrap_or_else(|| number.clone()), path.display().to_string(), Stage::Archive, reason)
                };
                let line = read_line(path, places[n]).map_err(|reason| failed(None, reason))?;
                let line = Line::new(&line, &self.reader.fields);
                (path.as_path(), line.map_err(|(id, reason)| failed(id, format!("article {number} {reason}")))?)
            }
        };
        let id = line.id().map_or(number, str::to_owned);
        let folder = path.parent().unwrap_or(Path::new(""));
        line.article(&id, folder, &self.reader).map_err(|e| {
            let file = e.path().unwrap_or(path).display().to_string();
            failed(id, file, Stage::Read, e.reason())
        })
    }
}

/// Two files, and what they are called if somebody has said so.
type Named = (Option<String>, PathBuf, PathBuf);

/// Every article has a name of its own: the one that it was given, or that of its source; with as much of the path as it takes.
fn of_files(pairs: Vec<Named>) -> Vec<Files> {
    type Longer = fn(&str, &Named) -> String;
    let mut ids: Vec<String> = pairs.iter().map(|(id, source, _)| id.clone().unwrap_or_else(|| read::id(source))).collect();
    let longer: [Longer; 2] = [
        |id, (given, source, _)| given.as_ref().map_or_else(|| source.display().to_string(), |_| format!("{id} | {}", source.display())),
        |id, (given, source, target)| {
            let id = if given.is_some() { id.to_owned() } else { source.display().to_string() };
            format!("{id} | {}", target.display())
        },
    ];
    for longer in longer {
        let mut times: FxHashMap<String, u32> = FxHashMap::default();
        for id in &ids {
            *times.entry(id.clone()).or_default() += 1;
        }
        for (id, pair) in ids.iter_mut().zip(&pairs) {
            if times[id.as_str()] > 1 {
                *id = longer(id, pair);
            }
        }
    }
    ids.into_iter().zip(pairs).map(|(id, (_, source, target))| Files { id, source, target }).collect()
}

fn read_line(path: &Path, (start, length): (u64, u32)) -> Result<String, String> {
    let read = || -> io::Result<Vec<u8>> {
        let mut file = File::open(path)?;
        file.seek(SeekFrom::Start(start))?;
        let mut line = vec![0; length as usize];
        file.read_exact(&mut line)?;
        Ok(line)
    };
    let bytes = read().map_err(|e| format!("cannot be read ({e}); check the file"))?;
    let text = String::from_utf8(bytes).map_err(|_| "is no UTF-8; save the file as UTF-8".to_owned())?;
    Ok(text.trim_start_matches('\u{FEFF}').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_of_one_name_are_told_apart() {
        let files = |pairs: &[(&str, &str)]| {
            let files = of_files(pairs.iter().map(|(s, t)| (None, s.into(), t.into())).collect());
            files.into_iter().map(|f| f.id).collect::<Vec<_>>()
        };
        assert_eq!(files(&[("en/a.txt", "ar/1.txt"), ("en/x/b.txt", "ar/2.txt")]), ["a", "b"]);
        assert_eq!(files(&[("en/a.txt", "ar/1.txt"), ("en/x/a.txt", "ar/2.txt")]), ["en/a.txt", "en/x/a.txt"]);
        assert_eq!(files(&[("en/a.txt", "1.txt"), ("en/a.txt", "2.txt")]), ["en/a.txt | 1.txt", "en/a.txt | 2.txt"]);
    }

    #[test]
    fn given_names_are_kept_and_told_apart() {
        let named = |id: Option<&str>, source: &str| (id.map(str::to_owned), source.into(), "t.txt".into());
        let files =
            of_files(vec![named(Some("k1"), "a.txt"), named(None, "b.txt"), named(Some("k2"), "c.txt"), named(Some("k2"), "d.txt")]);
        assert_eq!(files.iter().map(|f| f.id.as_str()).collect::<Vec<_>>(), ["k1", "b", "k2 | c.txt", "k2 | d.txt"]);
    }

    #[test]
    fn values_are_texts_unless_they_look_like_files() {
        assert!(is_path("en/a 1.txt") && is_path("b.html"));
        assert!(!is_path("The army denied it. No one was hurt"));
        assert!(!is_path("line\nb.txt") && !is_path("nothing"));
        assert!(is_document("en/a 1.TXT") && !is_document("Prices rose 3.5") && !is_document("See muqabala.org"));
    }
}
