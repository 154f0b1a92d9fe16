//! A zip archive as a folder: `news.zip/en/a.txt` is the file `en/a.txt` in it. Nothing is unpacked to the disk.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::{BufReader, Read};
use std::path::{Component, Path, PathBuf};
use std::time::SystemTime;

use zip::ZipArchive;

use super::unpack::{Flaw, Unpacked, damaged, limited, too_large};
use super::{DOCUMENTS, LARGEST, unpackable};
use crate::error::Error;

/// An archive on the disk.
type Archive = ZipArchive<BufReader<File>>;
/// The file that an archive was read from, and when it was changed.
type Stamp = (PathBuf, u64, Option<SystemTime>);

thread_local! {
    /// The archive that was open last: of a large one, the list of files is not read anew for each of them.
    static OPEN: RefCell<Option<(Stamp, Archive)>> = const { RefCell::new(None) };
}

/// The archive that a path is or leads into, and what is named in it: `en/a.txt`, or nothing for the whole. `None` if there is no such
/// archive, or the path is a file or folder of the disk.
fn place(path: &Path) -> Option<(&Path, String)> {
    let archive = path.ancestors().find(|above| above.exists())?;
    let inner = path.strip_prefix(archive).ok()?;
    let names: Option<Vec<&str>> = inner.components().map(|c| c.as_os_str().to_str()).collect();
    is_archive(archive).then_some((archive, names?.join("/")))
}

/// Whether a file is a zip archive, and no document that is one inside.
pub(super) fn is_archive(path: &Path) -> bool {
    let mut start = [0; 4];
    let is_zip = path.is_file() && File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && start.starts_with(b"PK");
    let is_document = |zip: &mut Archive| Ok(DOCUMENTS.iter().any(|part| zip.index_for_name(part).is_some()));
    is_zip && !super::is_office(path) && !with(path, is_document).unwrap_or(false)
}

/// Whether a path is that of a file, be it in an archive.
pub(super) fn exists(path: &Path) -> bool {
    let there = |(archive, name): (&Path, String)| with(archive, |zip| Ok(zip.index_for_name(&name).is_some())).unwrap_or(false);
    path.is_file() || place(path).is_some_and(there)
}

/// The bytes of a file in an archive, at most `limit`; `None` if the path leads into none.
pub(super) fn bytes(path: &Path, limit: u64) -> Option<Result<Vec<u8>, Error>> {
    let (archive, name) = place(path).filter(|(_, name)| !name.is_empty())?;
    let read = with(archive, |zip| {
        if zip.index_for_name(&name).is_none() {
            let remedy = Some("check the path".to_owned());
            return Err(Flaw { cause: "no such file in the archive".to_owned(), remedy, line: None });
        }
        limited(zip.by_name(&name).map_err(|e| damaged(&e))?, limit, limit)
    });
    Some(read.map_err(|flaw| unpackable(path, flaw)))
}

/// The files of an archive, or of a folder in it, as [`super::files`] lists them; `None` if the path leads to none.
pub(super) fn files(path: &Path) -> Option<Result<Vec<PathBuf>, Error>> {
    let (archive, folder) = place(path)?;
    let listed = with(archive, |zip| {
        // What it says of itself; each file is measured when it is read.
        if zip.decompressed_size().is_some_and(|size| size > u128::from(LARGEST)) {
            return Err(too_large("unpacks to more than", LARGEST));
        }
        if zip.has_overlapping_files().map_err(|e| damaged(&e))? {
            return Err("is damaged: its files overlap".into());
        }
        let mut names = Vec::new();
        for name in zip.file_names() {
            let name = name.map_err(|e| damaged(&e))?;
            let is_hidden = |part: &str| part.starts_with('.') && !matches!(part, "." | "..");
            if name.ends_with('/') || name.starts_with("__MACOSX/") || name.split('/').any(is_hidden) {
                continue;
            }
            if !Path::new(&*name).components().all(|part| matches!(part, Component::Normal(_))) {
                return Err(format!("has a file that leads out of it ({})", name.chars().take(60).collect::<String>()).into());
            }
            if folder.is_empty() || name.strip_prefix(folder.as_str()).is_some_and(|rest| rest.starts_with('/')) {
                names.push(name.into_owned());
            }
        }
        names.sort_by(|a, b| a.split('/').cmp(b.split('/')));
        names.dedup();
        if names.is_empty() {
            let cause = if folder.is_empty() { "is an archive without files" } else { "no such folder in the archive" };
            return Err(Flaw { cause: cause.to_owned(), remedy: Some("check the path".to_owned()), line: None });
        }
        Ok(names)
    });
    Some(listed.map(|names| names.iter().map(|name| archive.join(name)).collect()).map_err(|flaw| unpackable(path, flaw)))
}

/// Does something with an archive.
fn with<T>(path: &Path, work: impl FnOnce(&mut Archive) -> Unpacked<T>) -> Unpacked<T> {
    let unreadable = |e: std::io::Error| Flaw::from(format!("cannot read: {e}"));
    let metadata = fs::metadata(path).map_err(unreadable)?;
    let stamp = (path.to_owned(), metadata.len(), metadata.modified().ok());
    OPEN.with_borrow_mut(|open| {
        if open.as_ref().is_none_or(|(of, _)| *of != stamp) {
            let file = BufReader::new(File::open(path).map_err(unreadable)?);
            *open = Some((stamp, ZipArchive::new(file).map_err(|e| damaged(&e))?));
        }
        match open {
            Some((_, archive)) => work(archive),
            None => Err("cannot be read".into()),
        }
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn zipped(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let mut zip = zip::ZipWriter::new(File::create(folder.path().join("news.zip")).expect("a file"));
        for (name, text) in files {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a part");
            zip.write_all(text.as_bytes()).expect("written");
        }
        zip.finish().expect("an archive");
        folder
    }

    #[test]
    fn an_archive_is_listed_and_read_as_a_folder() {
        let folder = zipped(&[
            ("en/b.txt", "B"),
            ("en/a/c.txt", "C"),
            ("ar/b.txt", "ب"),
            ("__MACOSX/x", ""),
            ("en/.DS_Store", ""),
            ("english.txt", "E"),
        ]);
        let at = |name: &str| folder.path().join(name);
        let names = |name: &str| -> Vec<PathBuf> {
            let listed = files(&at(name)).expect("an archive").expect("files");
            listed.iter().map(|f| f.strip_prefix(folder.path()).expect("in it").to_owned()).collect()
        };
        let all = ["ar/b.txt", "en/a/c.txt", "en/b.txt", "english.txt"].map(|name| Path::new("news.zip").join(name));
        assert_eq!(names("news.zip"), all);
        assert_eq!(names("news.zip/en"), all[1..3]);
        assert_eq!(bytes(&at("news.zip/en/a/c.txt"), 9).expect("in it").expect("read"), b"C");
        assert!(exists(&at("news.zip/en/b.txt")) && !exists(&at("news.zip/en")) && !exists(&at("news.zip/en/z.txt")));
        let missing = bytes(&at("news.zip/en/z.txt"), 9).expect("an archive").expect_err("missing").to_string();
        assert!(missing.ends_with("z.txt: no such file in the archive; check the path"), "{missing}");
        assert!(bytes(&at("none.zip/a.txt"), 9).is_none() && files(&at("none.zip")).is_none());
    }

    #[test]
    fn what_leads_out_and_what_is_too_large_is_refused() {
        let folder = zipped(&[("../../etc/cron.txt", "B")]);
        let told = files(&folder.path().join("news.zip")).expect("an archive").expect_err("refused").to_string();
        assert!(told.contains("has a file that leads out of it (../../etc/cron.txt)"), "{told}");
        let folder = zipped(&[("a.txt", &"a".repeat(2000))]);
        let told = bytes(&folder.path().join("news.zip/a.txt"), 1000).expect("an archive").expect_err("refused").to_string();
        assert!(told.contains("unpacks to more than 1000 bytes"), "{told}");
    }
}
