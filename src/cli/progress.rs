//! A sign of life for those who wait.

use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use muqabala::archive::batch::Progress;

/// How long a user waits gladly without being told.
const PATIENCE: Duration = Duration::from_secs(1);

/// Runs `work`. When it takes more than a second, a line on the standard error stream tells `what` is going on and for how long, if
/// that is a terminal; the line is gone when the work is done.
pub fn with<T>(what: &str, work: impl FnOnce() -> T) -> T {
    thread::scope(|scope| {
        let (done, wait) = channel::<()>();
        scope.spawn(move || {
            if wait.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let style = ProgressStyle::with_template("{spinner} {msg} ({elapsed})").unwrap_or_else(|_| ProgressStyle::default_spinner());
            let spinner = ProgressBar::new_spinner().with_elapsed(PATIENCE).with_style(style).with_message(what.to_owned());
            while wait.recv_timeout(Duration::from_millis(120)) == Err(RecvTimeoutError::Timeout) {
                spinner.tick();
            }
            spinner.finish_and_clear();
        });
        let result = work();
        drop(done);
        result
    })
}

/// How far a batch is: articles done, rate, time left, findings. On a terminal only.
pub struct Bar {
    line: ProgressBar,
    findings: AtomicUsize,
    known: AtomicUsize,
}

impl Bar {
    /// For so many articles.
    pub fn new(articles: usize, quiet: bool) -> Self {
        let bar = if quiet || !std::io::stderr().is_terminal() { ProgressBar::hidden() } else { ProgressBar::new(articles as u64) };
        let style = ProgressStyle::with_template("{bar:24} {human_pos} of {human_len} articles, {per_sec}, {eta} left{msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { line: bar, findings: AtomicUsize::new(0), known: AtomicUsize::new(0) }
    }

    /// Takes it off the screen.
    pub fn clear(&self) {
        self.line.finish_and_clear();
    }
}

impl Progress for Bar {
    fn done(&self, findings: usize, known: bool) {
        let known = self.known.fetch_add(usize::from(known), Ordering::Relaxed) + usize::from(known);
        let findings = self.findings.fetch_add(findings, Ordering::Relaxed) + findings;
        if !self.line.is_hidden() {
            let before = if known > 0 { format!("; {known} were done before") } else { String::new() };
            self.line.set_message(format!(", {findings} findings{before}"));
        }
        self.line.inc(1);
    }
}
