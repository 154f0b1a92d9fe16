//! Folders of articles.

use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::{input, packed};
use crate::error::Error;

/// All files of a folder and of the folders in it, by name; hidden ones (`.DS_Store`) are left out. A zip archive is a folder, too.
///
/// # Errors
/// When it is no folder, or a folder in it cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    if let Some(packed) = packed::files(folder).filter(|_| !folder.is_dir()) {
        return packed;
    }
    if folder.is_file() {
        return Err(input(folder, None, "is a file", "give the folder that it stands in"));
    }
    let is_shown = |entry: &walkdir::DirEntry| entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".");
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter().filter_entry(is_shown) {
        let entry = entry.map_err(|e| {
            let path = e.path().unwrap_or(folder).to_owned();
            let kind = e.io_error().map(io::Error::kind);
            let (cause, remedy) = match kind {
                Some(io::ErrorKind::NotFound) => ("no such folder".to_owned(), "check the path"),
                Some(io::ErrorKind::PermissionDenied) => ("permission denied".to_owned(), "make it readable"),
                _ => (format!("cannot read: {e}"), "check the folder"),
            };
            input(&path, None, cause, remedy)
        })?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
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
            files(folder.path()).expect("files").iter().map(|f| f.strip_prefix(folder.path()).expect("in it").to_owned()).collect();
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
}
