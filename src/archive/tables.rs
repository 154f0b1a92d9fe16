//! The tables of an audited archive, written from the journal in the order of the archive.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::batch::{HIDDEN, Plan, guarded};
use super::folders::table;
use super::job::Failure;
use super::journal::Journal;
use super::names::Names;
use super::outcome::{Fingerprint, Outcome};
use super::pages::{self, Pages};
use crate::error::Error;
use crate::finding::{Kind, Severity};
use crate::report::csv::{self, guard};
use crate::report::edition::{Archive, Audited, Lost, Whole};
use crate::report::html::index::{self, Entry, Index};
use crate::report::output::{self, FORMATS, Format, Staged, Target};
use crate::report::row::Row;
use crate::report::summary::Tally;

/// The columns of the table of articles. Columns may be added at the end; none is renamed, moved or taken away.
pub const ARTICLE_COLUMNS: [&str; 20] = [
    "id",
    "source",
    "target",
    "status",
    "score",
    "source_words",
    "target_words",
    "source_segments",
    "target_segments",
    "beads",
    "findings",
    "critical",
    "major",
    "minor",
    "neutral",
    "dropped",
    "added",
    "mistranslated",
    "moved",
    "worst",
];
/// The columns of the table of what failed.
pub const ERROR_COLUMNS: [&str; 4] = ["id", "file", "stage", "reason"];
/// The tables of every archive.
const TABLES: [&str; 4] = ["findings.csv", "articles.csv", "names.csv", "errors.csv"];
/// The page of the archive.
const PAGE: &str = "index.html";
/// The articles that the summary tells of.
const WORST: usize = 10;

/// A whole archive in numbers.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Articles that were audited.
    pub articles: usize,
    /// Articles with a finding.
    pub with_findings: usize,
    /// Findings by kind and severity.
    pub kinds: [usize; Kind::ALL.len()],
    /// Findings by severity.
    pub severities: [usize; Severity::ALL.len()],
    /// What could not be audited.
    pub failures: Vec<Failure>,
    /// The articles with the lowest scores: score, id, findings.
    pub worst: Vec<(f64, String, usize)>,
    /// Files that were written.
    pub files: Vec<PathBuf>,
    /// Files of earlier runs that were removed, as this one did not write them anew.
    pub removed: Vec<PathBuf>,
}

impl Totals {
    /// How many findings.
    pub fn findings(&self) -> usize {
        self.kinds.iter().sum()
    }

    fn add(&mut self, id: &str, outcome: &Outcome) {
        self.articles += 1;
        self.with_findings += usize::from(!outcome.rows.is_empty());
        for row in &outcome.rows {
            self.kinds[row.kind as usize] += 1;
            self.severities[row.severity as usize] += 1;
        }
        let score = outcome.score();
        if score < 100.0 {
            let at = self.worst.partition_point(|(other, ..)| *other <= score);
            self.worst.insert(at, (score, id.to_owned(), outcome.rows.len()));
            self.worst.truncate(WORST);
        }
    }
}

/// The names of all files that a run may write into a folder, or clear from it.
pub fn names() -> impl Iterator<Item = PathBuf> {
    TABLES.into_iter().chain([PAGE]).map(PathBuf::from).chain(lists().map(list))
}

/// The formats in which an archive is one list of findings.
fn lists() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.archive.is_some())
}

/// The file of such a list.
fn list(format: &Format) -> PathBuf {
    Path::new("findings").with_extension(format.extension)
}

/// Writes all tables beside their places, then moves them there.
pub(super) fn write(
    plan: &Plan,
    print: &Fingerprint,
    pages: Option<&Pages>,
    journal: &mut Journal,
    keys: &[Option<u128>],
    failures: Vec<Failure>,
) -> Result<Totals, Error> {
    let mut totals = Totals { failures, ..Totals::default() };
    let at = |name: &str| Target::plan(&plan.folder.join(name), &[]);
    let [findings, articles, errors] = [at("findings.csv")?, at("articles.csv")?, at("errors.csv")?];
    let failed: BTreeMap<&str, &Failure> = totals.failures.iter().map(|f| (f.id.as_str(), f)).collect();
    let names = names_of(journal, keys).map_err(|e| output::failed(plan.folder, &e))?;
    let mut mores: BTreeMap<usize, Vec<Row>> = BTreeMap::new();
    let (mut of_articles, mut entries, mut old_pages) = (Vec::new(), Vec::new(), Vec::new());
    let mut staged = Vec::new();
    let mut counted = Totals::default();
    staged.push(findings.stage(|out| {
        let mut articles = table(&mut of_articles)?;
        articles.write_record(ARTICLE_COLUMNS)?;
        csv::write(&[], plan.dialect, out)?;
        for (n, key) in keys.iter().enumerate() {
            let Some(key) = key else { continue };
            let mut outcome = outcome(journal, *key)?;
            let more = names.rows(&outcome, || plan.jobs.article(n).ok());
            entries.push(entry(&outcome, &more, pages.map(|pages| pages.name(n))));
            if pages.is_some_and(|pages| !pages.has(n, *key, &more)) {
                old_pages.push((n, *key, more.clone()));
            }
            if !more.is_empty() {
                mores.insert(n, more.clone());
            }
            outcome.add(more);
            outcome.rows.iter_mut().for_each(|row| plan.language.tell(row));
            csv::append(&outcome.rows, plan.dialect, out)?;
            articles.write_record(article(&outcome))?;
            counted.add(&outcome.id, &outcome);
        }
        for failure in failed.values() {
            let mut cells = vec![guard(&failure.id).into_owned(), guard(&failure.file).into_owned(), String::new(), "error".to_owned()];
            cells.resize(ARTICLE_COLUMNS.len(), String::new());
            articles.write_record(cells)?;
            entries.push(missing(failure));
        }
        articles.flush()
    })?);
    staged.push(articles.stage(|out| out.write_all(&of_articles))?);
    staged.push(at("names.csv")?.stage(|out| names.write(out))?);
    staged.push(errors.stage(|out| write_errors(&totals.failures, out))?);
    let mut files: Vec<PathBuf> = TABLES.map(|name| plan.folder.join(name)).into();
    let lost: Vec<Lost> =
        totals.failures.iter().map(|f| Lost { id: &f.id, file: &f.file, stage: f.stage.name(), reason: &f.reason }).collect();
    let scratch = plan.folder.join(HIDDEN);
    let whole = Whole { language: plan.language, lost: &lost, scratch: &scratch };
    for format in plan.formats {
        let Some(write) = format.archive else { continue };
        let mut kept = Kept { plan, print, journal: &mut *journal, keys, mores: &mores };
        let path = plan.folder.join(list(format));
        // What makes workbooks takes it for granted that a disk has room.
        let mut written =
            |out: &mut dyn Write| guarded(|| write(&mut kept, &whole, out)).unwrap_or_else(|panic| Err(io::Error::other(panic)));
        staged.push(Target::plan(&path, &[])?.stage(&mut written)?);
        files.push(path);
    }
    if let Some(pages) = pages {
        pages.renew(plan, print, old_pages)?;
        pages.clear(keys);
    }
    let listed = files_beside(plan, &files);
    let index = Index { language: plan.language, entries: &entries, lost: &lost, files: &listed };
    staged.push(at(PAGE)?.stage(|out| index::write(&index, out))?);
    files.push(plan.folder.join(PAGE));
    staged.into_iter().try_for_each(Staged::publish)?;
    let removed = cleared(plan)?;
    totals = Totals { failures: totals.failures, files, removed, ..counted };
    Ok(totals)
}

/// Removes the lists of findings that earlier runs wrote and this one did not: they would tell of texts that have changed since.
fn cleared(plan: &Plan) -> Result<Vec<PathBuf>, Error> {
    let is_written = |format: &&'static Format| plan.formats.iter().any(|written| written.extension == format.extension);
    let old = lists().filter(|format| !is_written(format)).map(|format| plan.folder.join(list(format))).filter(|path| path.is_file());
    old.map(|path| fs::remove_file(&path).map_err(|e| output::failed(&path, &e)).map(|()| path)).collect()
}

/// What the journal has of the articles of an archive.
struct Kept<'a> {
    plan: &'a Plan<'a>,
    print: &'a Fingerprint,
    journal: &'a mut Journal,
    keys: &'a [Option<u128>],
    /// The findings that only the whole archive shows, by number of the article.
    mores: &'a BTreeMap<usize, Vec<Row>>,
}

impl Archive for Kept<'_> {
    fn each(&mut self, show: &mut dyn FnMut(&Audited<'_>) -> io::Result<()>) -> io::Result<()> {
        for (n, key) in self.keys.iter().enumerate() {
            let Some(key) = key else { continue };
            let mut outcome = outcome(self.journal, *key)?;
            let score = outcome.score();
            outcome.add(self.mores.get(&n).cloned().unwrap_or_default());
            outcome.rows.iter_mut().for_each(|row| self.plan.language.tell(row));
            // A text that has changed since tells nothing of these findings.
            let article = || self.plan.jobs.article(n).ok().filter(|article| self.print.of(article) == *key);
            show(&Audited { summary: &outcome.summary(), score, rows: &outcome.rows, article: &article })?;
        }
        Ok(())
    }
}

/// The names of the files that were written, as the page of the archive links to them.
fn files_beside<'f>(plan: &Plan, files: &'f [PathBuf]) -> Vec<&'f str> {
    files.iter().filter_map(|file| file.strip_prefix(plan.folder).ok()?.to_str()).collect()
}

/// An article as the page of the archive shows it, with the findings that only the archive shows.
fn entry(outcome: &Outcome, more: &[Row], page: Option<&str>) -> Entry {
    let tally = Tally::of(outcome.rows.iter().chain(more).map(|row| (row.kind, row.severity)));
    // A text that came without a file is named after its article, which says nothing more.
    let file = |name: &str, side: &str| if name.strip_suffix(side) == Some(&outcome.id) { String::new() } else { name.to_owned() };
    Entry {
        id: outcome.id.clone(),
        source: file(&outcome.source, ".source"),
        target: file(&outcome.target, ".target"),
        words: outcome.words,
        segments: outcome.segments,
        severities: Severity::ALL.map(|s| tally.severity(s)),
        kinds: Kind::ALL.map(|k| tally.kind(k)),
        // What only the archive shows is neutral and takes nothing from the score.
        score: Some(outcome.score()),
        page: page.map(|name| (pages::FOLDER, name.to_owned())),
    }
}

/// An article that could not be audited.
fn missing(failure: &Failure) -> Entry {
    Entry {
        id: failure.id.clone(),
        source: failure.file.clone(),
        target: String::new(),
        words: (0, 0),
        segments: (0, 0),
        severities: [0; Severity::ALL.len()],
        kinds: [0; Kind::ALL.len()],
        score: None,
        page: None,
    }
}

fn outcome(journal: &mut Journal, key: u128) -> io::Result<Outcome> {
    Outcome::of_bytes(&journal.get(key)?).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// The names of all articles.
fn names_of(journal: &mut Journal, keys: &[Option<u128>]) -> io::Result<Names> {
    let mut names = Names::default();
    for (n, key) in keys.iter().enumerate() {
        if let Some(key) = key {
            names.add(n, &outcome(journal, *key)?);
        }
    }
    Ok(names)
}

fn article(outcome: &Outcome) -> Vec<String> {
    let tally = Tally::of(outcome.rows.iter().map(|row| (row.kind, row.severity)));
    let text = |text: &str| guard(text).into_owned();
    let mut cells = vec![
        text(&outcome.id),
        text(&outcome.source),
        text(&outcome.target),
        outcome.status().to_owned(),
        format!("{:.1}", outcome.score()),
    ];
    let (words, segments) = (outcome.words, outcome.segments);
    let numbers = [words.0, words.1, segments.0, segments.1, outcome.beads, tally.total()];
    let severities = Severity::ALL.into_iter().rev().map(|s| tally.severity(s));
    cells.extend(numbers.into_iter().chain(severities).chain(Kind::ALL.map(|k| tally.kind(k))).map(|n| n.to_string()));
    cells.push(tally.worst().map_or(String::new(), |s| s.name().to_owned()));
    cells
}

fn write_errors(failures: &[Failure], out: &mut dyn Write) -> io::Result<()> {
    let mut csv = table(out)?;
    csv.write_record(ERROR_COLUMNS)?;
    for f in failures {
        csv.write_record([&*guard(&f.id), &*guard(&f.file), f.stage.name(), &*guard(&f.reason)])?;
    }
    csv.flush()
}
