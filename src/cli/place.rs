//! Where a batch may write: not among what it reads, which it would overwrite, or take for articles the next time.

use std::fs;
use std::path::{Path, PathBuf};

use muqabala::archive::batch;
use muqabala::error::Error;
use muqabala::report::output;

/// Checks that no table in the folder `out` is one of `inputs`, files or folders, or stands among the articles of one.
///
/// # Errors
/// [`Error::Output`] when one is.
pub fn check<'i>(out: &Path, inputs: impl IntoIterator<Item = &'i PathBuf>) -> Result<(), Error> {
    let place = real(out);
    for input in inputs {
        // What is not there is told when it is read.
        let Ok(input_place) = fs::canonicalize(input) else { continue };
        if input_place.is_dir() && place.starts_with(&input_place) {
            let cause = format!("it is in {}, a folder of articles", input.display());
            return Err(output::refused(out, &cause, "choose a folder outside of it, so that reports are not taken for articles"));
        }
        if let Some(name) = batch::names().find(|name| place.join(name) == input_place) {
            return Err(output::refused(&out.join(name), "it is an input", "choose another folder, so that it is not lost"));
        }
    }
    Ok(())
}

/// The folder itself, links followed, also where it is not there yet.
fn real(folder: &Path) -> PathBuf {
    let there = folder.ancestors().find_map(|above| {
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        Some((above, fs::canonicalize(above).ok()?))
    });
    there.map_or_else(|| folder.to_owned(), |(above, real)| real.join(folder.strip_prefix(above).unwrap_or(folder)))
}
