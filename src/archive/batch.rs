//! Auditing all pairs of an archive, in parallel and with a journal.

use std::any::Any;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;

use super::job::{Failure, Jobs, Stage};
use super::journal::Journal;
use super::outcome::{Fingerprint, Outcome};
use super::pages::Pages;
use super::tables;
pub use super::tables::{Totals, names};
use crate::article::Article;
use crate::error::Error;
use crate::pipeline::{self, Options, Report};
use crate::report::csv::Dialect;
use crate::report::language::Language;
use crate::report::output::{Format, failed, sweep};

/// Where a folder of results keeps what is not for readers.
pub(super) const HIDDEN: &str = ".muqabala";
/// So many finished articles wait for the disk at most.
const WAITING: usize = 64;
/// So long a finished article waits for others, to be written with them.
const GROUPED: Duration = Duration::from_millis(200);

/// What is told of a batch while it runs; called from any thread.
pub trait Progress: Sync {
    /// An article is done, with so many findings; `known` if it was done before.
    fn done(&self, findings: usize, known: bool);
}

/// What may be asked of a batch.
pub struct Plan<'a> {
    /// The pairs.
    pub jobs: &'a Jobs,
    /// What failed before the pairs were known.
    pub failures: Vec<Failure>,
    /// How articles are audited.
    pub options: &'a Options,
    /// The bytes of what was read beside the lexicon.
    pub glossaries: &'a [Vec<u8>],
    /// The folder of the tables.
    pub folder: &'a Path,
    /// Whether everything is audited again.
    pub afresh: bool,
    /// How tables are written.
    pub dialect: Dialect,
    /// Formats of the findings besides CSV.
    pub formats: &'a [&'static Format],
    /// Whether every article gets a page of its own.
    pub pages: bool,
    /// The language of messages and pages.
    pub language: Language,
}

/// Audits all pairs and writes the tables.
///
/// # Errors
/// When the folder cannot be written. What was finished before is kept: the same call goes on from there.
pub fn run(plan: &Plan, progress: &dyn Progress) -> Result<Totals, Error> {
    let mut journal = Journal::open(&prepared(plan.folder)?, plan.afresh)?;
    // The journal is ours alone now, and so is its folder.
    sweep(plan.folder);
    let print = Fingerprint::new(plan.options, plan.glossaries);
    let pages = if plan.pages { Some(Pages::open(plan)?) } else { None };
    let (keys, failures) = audited(plan, &print, pages.as_ref(), &mut journal, progress)?;
    let failures = plan.failures.iter().cloned().chain(failures).collect();
    let totals = tables::write(plan, &print, pages.as_ref(), &mut journal, &keys, failures)?;
    journal.shrink(keys.iter().flatten().copied())?;
    Ok(totals)
}

/// Makes the folder, and tells where its journal lies.
fn prepared(folder: &Path) -> Result<PathBuf, Error> {
    let hidden = folder.join(HIDDEN);
    fs::create_dir_all(&hidden).map_err(|e| failed(folder, &e))?;
    Ok(hidden.join("journal"))
}

type Finished = (u128, Vec<u8>);

/// Audits what the journal does not have. Gives the key of each article, and those that could not be audited.
fn audited(
    plan: &Plan,
    print: &Fingerprint,
    pages: Option<&Pages>,
    journal: &mut Journal,
    progress: &dyn Progress,
) -> Result<(Vec<Option<u128>>, Vec<Failure>), Error> {
    let (send, receive) = sync_channel::<Finished>(WAITING);
    let stop = &AtomicBool::new(false);
    let known: rustc_hash::FxHashSet<u128> = journal.keys().collect();
    let trouble: Mutex<Option<Error>> = Mutex::new(None);
    let (results, written) = thread::scope(|scope| {
        let writer = scope.spawn(move || {
            let written = keep(journal, &receive);
            stop.store(written.is_err(), Ordering::Relaxed);
            // Auditors that wait for room must not wait forever.
            while written.is_err() && receive.recv().is_ok() {}
            written
        });
        let one = |send: &mut SyncSender<Finished>, n: usize| {
            if stop.load(Ordering::Relaxed) {
                return None;
            }
            let (key, finished) = match audit(plan, print, &known, n, progress) {
                Err(failure) => return Some(Err(failure)),
                Ok((key, None)) => return Some(Ok(key)),
                Ok((key, Some(finished))) => (key, finished),
            };
            // The page first: what the journal has is done in all its parts.
            if let Some(Err(error)) = pages.map(|pages| pages.write(n, &finished.page)) {
                stop.store(true, Ordering::Relaxed);
                *trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                return None;
            }
            // The other end is gone only when the disk failed, and then the run ends.
            let _ = send.send((key, finished.outcome));
            Some(Ok(key))
        };
        let results: Vec<Option<Result<u128, Failure>>> = (0..plan.jobs.len()).into_par_iter().map_with(send, one).collect();
        (results, writer.join())
    });
    match written {
        Ok(written) => written?,
        Err(panic) => std::panic::resume_unwind(panic),
    }
    if let Some(error) = trouble.into_inner().unwrap_or_else(PoisonError::into_inner) {
        return Err(error);
    }
    let (mut keys, mut failures) = (Vec::with_capacity(results.len()), Vec::new());
    for result in results.into_iter().flatten() {
        match result {
            Ok(key) => keys.push(Some(key)),
            Err(failure) => {
                keys.push(None);
                failures.push(failure);
            }
        }
    }
    Ok((keys, failures))
}

/// What is kept of an article that was audited.
struct Made {
    /// For the journal.
    outcome: Vec<u8>,
    /// For its page, if it is to have one.
    page: Vec<u8>,
}

/// Audits an article, unless that is done. Gives its key and what was made of it.
fn audit(
    plan: &Plan,
    print: &Fingerprint,
    known: &rustc_hash::FxHashSet<u128>,
    n: usize,
    progress: &dyn Progress,
) -> Result<(u128, Option<Made>), Failure> {
    let article = plan.jobs.article(n).inspect_err(|_| progress.done(0, false))?;
    let key = print.of(&article);
    if known.contains(&key) {
        progress.done(0, true);
        return Ok((key, None));
    }
    let made = careful(&article, || {
        let (outcome, report) = examined(&article, plan.options);
        let page = if plan.pages { Pages::page(plan, key, &article, &report, &outcome.rows, &[]) } else { Vec::new() };
        (outcome.rows.len(), Made { outcome: outcome.bytes(), page })
    });
    progress.done(made.as_ref().map_or(0, |(findings, _)| *findings), false);
    Ok((key, Some(made?.1)))
}

/// Audits one article.
pub(super) fn examined(article: &Article, options: &Options) -> (Outcome, Report) {
    let report = pipeline::audit(article, options);
    (Outcome::new(article, &report), report)
}

/// Audits one article; should the program fail on it, the others are none the worse.
///
/// # Errors
/// When it does.
pub fn safely(article: &Article, options: &Options) -> Result<Outcome, Failure> {
    careful(article, || examined(article, options).0)
}

fn careful<T>(article: &Article, work: impl FnOnce() -> T) -> Result<T, Failure> {
    guarded(work).map_err(|panic| Failure {
        id: article.id.clone(),
        file: article.source.name.clone(),
        stage: Stage::Audit,
        reason: format!("the program failed on this article ({panic}); please report it with the two texts"),
    })
}

pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| message(&*panic))
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("without a word").to_owned()
}

/// Writes what is finished to the journal, several at a time, until no one finishes anything more.
fn keep(journal: &mut Journal, receive: &Receiver<Finished>) -> Result<(), Error> {
    while let Ok(first) = receive.recv() {
        let mut group = vec![first];
        let until = Instant::now() + GROUPED;
        while group.len() < WAITING {
            match receive.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(next) => group.push(next),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        journal.append(&group)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_of_the_program_is_a_row_and_no_end() {
        assert_eq!(guarded(|| 7), Ok(7));
        let failed: Result<(), String> = guarded(|| panic!("index {} is too large", 3));
        assert_eq!(failed, Err("index 3 is too large".to_owned()));
    }
}
