//! A sign of life for those who wait.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

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
