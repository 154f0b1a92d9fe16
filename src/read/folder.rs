//! Folders of articles.

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{input, packed};
use crate::error::Error;

/// The files of a folder and of the folders in it.
#[derive(Debug, Default)]
pub struct Listing {
    /// By name; hidden ones (`.DS_Store`) are left out.
    pub files: Vec<PathBuf>,
    /// What else there is and cannot be read, such as a link that leads nowhere.
    pub unusable: Vec<Error>,
}

/// Lists a folder. A zip archive is a folder, too.
///
/// # Errors
/// When it is no folder, or cannot be read as a whole.
pub fn files(folder: &Path) -> Result<Listing, Error> {
    if let Some(packed) = packed::files(folder).filter(|_| !folder.is_dir()) {
        return packed.map(|files| Listing { files, ..Listing::default() });
    }
    if folder.is_file() {
        return Err(input(folder, None, "is a file", "give the folder that it stands in"));
    }
    let is_shown = |name: &OsStr| !name.as_encoded_bytes().starts_with(b".");
    let mut listing = Listing::default();
    let walk = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || is_shown(entry.file_name())) {
        match entry {
            Ok(entry) if entry.file_type().is_file() => listing.files.push(entry.into_path()),
            Ok(_) => {}
            Err(e) if e.depth() == 0 => return Err(unreadable(folder, &e)),
            // Editors lock files with hidden links that lead nowhere.
            Err(e) => listing.unusable.extend(e.path().filter(|p| p.file_name().is_none_or(is_shown)).map(|path| unreadable(path, &e))),
        }
    }
    Ok(listing)
}

fn unreadable(path: &Path, e: &walkdir::Error) -> Error {
    if let Some(above) = e.loop_ancestor() {
        return input(path, None, format!("is a link that leads back to {}", above.display()), "take it out");
    }
    let (cause, remedy) = match e.io_error().map(io::Error::kind) {
        Some(io::ErrorKind::PermissionDenied) => ("permission denied".to_owned(), "make it readable"),
        _ if path.is_symlink() => ("is a link that leads nowhere".to_owned(), "take it out or mend it"),
        Some(io::ErrorKind::NotFound) => ("no such folder".to_owned(), "check the path"),
        _ => (format!("cannot read: {e}"), "check the folder"),
    };
    input(path, None, cause, remedy)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn files_come_by_name_and_hidden_ones_stay_hidden() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.txt", "a/z.txt", "a/.git/x.txt", ".DS_Store", "c/d/e.txt"] {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, "x").expect("a file");
        }
        let names: Vec<_> =
            files(folder.path()).expect("files").files.iter().map(|f| f.strip_prefix(folder.path()).expect("in it").to_owned()).collect();
        assert_eq!(names, ["a/z.txt", "b.txt", "c/d/e.txt"].map(PathBuf::from));
    }

    #[test]
    fn what_is_no_folder_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let (none, file) = (folder.path().join("none"), folder.path().join("f"));
        fs::write(&file, "x").expect("a file");
        assert_eq!(files(&none).expect_err("missing").to_string(), format!("{}: no such folder; check the path", none.display()));
        assert!(files(&file).expect_err("a file").to_string().contains("is a file; give the folder"));
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_nowhere_or_back_stop_nothing() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("in")).expect("a folder");
        fs::write(at("in/z.txt"), "x").expect("a file");
        for (link, to) in [("a.txt", "gone.txt"), ("b.txt", "in/z.txt"), ("in/back", ".."), ("itself", "itself"), (".#z.txt", "user@host")]
        {
            symlink(to, at(link)).expect("a link");
        }
        let listing = files(folder.path()).expect("a listing");
        assert_eq!(listing.files, [at("b.txt"), at("in/z.txt")]);
        let told: Vec<_> = listing.unusable.iter().map(|e| e.to_string().replace(&folder.path().display().to_string(), "f")).collect();
        let nowhere = "is a link that leads nowhere; take it out or mend it";
        assert_eq!(
            told,
            [
                format!("f/a.txt: {nowhere}"),
                "f/in/back: is a link that leads back to f; take it out".to_owned(),
                format!("f/itself: {nowhere}")
            ]
        );
    }
}
