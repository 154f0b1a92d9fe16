//! What has been done so far, on the disk: each finished article is appended with a checksum, and a torn tail is cut off.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;
use xxhash_rust::xxh3::xxh3_64;

use crate::error::Error;
use crate::report::output::failed;

/// The first line of a journal of this form.
const HEADER: &[u8] = b"muqabala journal 1\n";
/// Bytes of the line before each entry: its name, its checksum and its length.
const PREFIX: usize = 32 + 1 + 16 + 1 + 8 + 1;

/// A journal that is open for reading and appending, by this process alone.
#[derive(Debug)]
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// Where each entry starts, and how long it is.
    entries: FxHashMap<u128, (u64, u32)>,
    end: u64,
}

impl Journal {
    /// Opens the journal at `path`; with `afresh`, an empty one.
    ///
    /// # Errors
    /// When the file cannot be written, or another run has it.
    pub fn open(path: &Path, afresh: bool) -> Result<Self, Error> {
        let wrong = |e: &io::Error| failed(path, e);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(|e| wrong(&e))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                return Err(Error::Usage {
                    cause: format!("another run is writing to {}", path.parent().unwrap_or(path).display()),
                    remedy: "wait until it is done, or choose another folder".to_owned(),
                });
            }
            // Where files cannot be locked, we have to trust the user.
            Err(TryLockError::Error(_)) | Ok(()) => {}
        }
        let mut journal = Self { path: path.to_owned(), file, entries: FxHashMap::default(), end: 0 };
        if !afresh {
            journal.load().map_err(|e| wrong(&e))?;
        }
        if journal.end == 0 {
            journal.start().map_err(|e| wrong(&e))?;
        } else {
            journal.file.set_len(journal.end).map_err(|e| wrong(&e))?;
        }
        Ok(journal)
    }

    fn start(&mut self) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(HEADER)?;
        self.end = HEADER.len() as u64;
        self.file.sync_data()
    }

    /// Reads as much as is whole.
    fn load(&mut self) -> io::Result<()> {
        let mut reader = BufReader::new(&self.file);
        let mut line = Vec::new();
        reader.read_until(b'\n', &mut line)?;
        if line != HEADER {
            return Ok(());
        }
        let mut end = HEADER.len() as u64;
        let mut payload = Vec::new();
        loop {
            line.clear();
            // A torn or overwritten line may be as long as the file.
            (&mut reader).take(PREFIX as u64).read_until(b'\n', &mut line)?;
            let Some((key, checksum, length)) = prefix(&line) else { break };
            payload.clear();
            (&mut reader).take(u64::from(length) + 1).read_to_end(&mut payload)?;
            if payload.len() != length as usize + 1 || payload.pop() != Some(b'\n') || xxh3_64(&payload) != checksum {
                break;
            }
            self.entries.insert(key, (end + PREFIX as u64, length));
            end += PREFIX as u64 + u64::from(length) + 1;
        }
        self.end = end;
        Ok(())
    }

    /// Whether an article is done.
    pub fn has(&self, key: u128) -> bool {
        self.entries.contains_key(&key)
    }

    /// The articles that are done.
    pub fn keys(&self) -> impl Iterator<Item = u128> + '_ {
        self.entries.keys().copied()
    }

    /// What was made of an article.
    ///
    /// # Errors
    /// When it is not there or cannot be read.
    pub fn get(&mut self, key: u128) -> io::Result<Vec<u8>> {
        let (start, length) = *self.entries.get(&key).ok_or(io::ErrorKind::NotFound)?;
        self.file.seek(SeekFrom::Start(start))?;
        let mut payload = vec![0; length as usize];
        self.file.read_exact(&mut payload)?;
        Ok(payload)
    }

    /// Appends finished articles and waits until they are on the disk.
    ///
    /// # Errors
    /// When that fails; what was appended before is kept.
    pub fn append(&mut self, finished: &[(u128, Vec<u8>)]) -> Result<(), Error> {
        let mut bytes = Vec::new();
        let mut places = Vec::with_capacity(finished.len());
        for (key, payload) in finished {
            bytes.extend(format!("{key:032x} {:016x} {:08x}\n", xxh3_64(payload), payload.len()).bytes());
            places.push((*key, (self.end + bytes.len() as u64, payload.len() as u32)));
            bytes.extend_from_slice(payload);
            bytes.push(b'\n');
        }
        let mut write = || -> io::Result<()> {
            self.file.seek(SeekFrom::Start(self.end))?;
            self.file.write_all(&bytes)?;
            self.file.sync_data()
        };
        write().map_err(|e| failed(&self.path, &e))?;
        self.end += bytes.len() as u64;
        self.entries.extend(places);
        Ok(())
    }

    /// Makes the file small again, if most of it is about articles or options of the past: it then holds `keys` alone.
    ///
    /// # Errors
    /// When that fails; the journal is as it was.
    pub fn shrink(&mut self, keys: impl Iterator<Item = u128>) -> Result<(), Error> {
        let mut keys: Vec<u128> = keys.filter(|key| self.has(*key)).collect();
        keys.sort_unstable();
        keys.dedup();
        let needed: u64 = keys.iter().map(|key| u64::from(self.entries[key].1) + PREFIX as u64 + 1).sum();
        if self.end < 2 * needed + (1 << 20) {
            return Ok(());
        }
        let beside = self.path.with_extension("part");
        let mut small = Self::open(&beside, true)?;
        for key in keys {
            let payload = self.get(key).map_err(|e| failed(&self.path, &e))?;
            small.append(&[(key, payload)])?;
        }
        std::fs::rename(&beside, &self.path).map_err(|e| failed(&self.path, &e))?;
        small.path.clone_from(&self.path);
        *self = small;
        Ok(())
    }
}

/// Name, checksum and length of an entry.
fn prefix(line: &[u8]) -> Option<(u128, u64, u32)> {
    let text = std::str::from_utf8(line).ok().filter(|l| l.len() == PREFIX)?.strip_suffix('\n')?;
    let mut parts = text.split(' ');
    let key = u128::from_str_radix(parts.next()?, 16).ok()?;
    let checksum = u64::from_str_radix(parts.next()?, 16).ok()?;
    Some((key, checksum, u32::from_str_radix(parts.next()?, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal");
        (folder, path)
    }

    #[test]
    fn what_was_appended_is_there_again() {
        let (_folder, path) = folder();
        let mut journal = Journal::open(&path, false).expect("a journal");
        journal.append(&[(1, b"one\nline".to_vec()), (2, Vec::new())]).expect("written");
        journal.append(&[(3, b"three".to_vec())]).expect("written");
        drop(journal);
        let mut journal = Journal::open(&path, false).expect("a journal");
        assert_eq!(journal.get(1).expect("one"), b"one\nline");
        assert_eq!((journal.get(2).expect("two"), journal.get(3).expect("three")), (Vec::new(), b"three".to_vec()));
        assert!(!journal.has(4));
        drop(journal);
        assert!(!Journal::open(&path, true).expect("a journal").has(1));
    }

    #[test]
    fn a_torn_tail_is_cut_off_wherever_it_is_torn() {
        let (_folder, path) = folder();
        let mut journal = Journal::open(&path, false).expect("a journal");
        journal.append(&[(1, b"one".to_vec())]).expect("written");
        let whole = journal.end;
        journal.append(&[(2, b"two".to_vec())]).expect("written");
        drop(journal);
        let bytes = std::fs::read(&path).expect("bytes");
        for end in 0..bytes.len() {
            std::fs::write(&path, &bytes[..end]).expect("torn");
            let mut journal = Journal::open(&path, false).expect("a journal");
            assert_eq!((journal.has(1), journal.has(2)), (end as u64 >= whole, false), "{end}");
            journal.append(&[(3, b"three".to_vec())]).expect("written");
            drop(journal);
            assert_eq!(Journal::open(&path, false).expect("a journal").get(3).expect("three"), b"three");
        }
        let mut broken = bytes.clone();
        *broken.last_mut().expect("a byte") = b'x';
        std::fs::write(&path, &broken).expect("broken");
        assert!(!Journal::open(&path, false).expect("a journal").has(2));
    }

    #[test]
    fn two_runs_do_not_share_a_journal() {
        let (_folder, path) = folder();
        let _first = Journal::open(&path, false).expect("a journal");
        assert!(Journal::open(&path, false).expect_err("held").to_string().contains("another run is writing"));
    }

    #[test]
    fn a_journal_of_the_past_is_made_small() {
        let (_folder, path) = folder();
        let mut journal = Journal::open(&path, false).expect("a journal");
        journal.append(&[(1, vec![b'x'; 3 << 20]), (2, b"two".to_vec())]).expect("written");
        journal.shrink([2, 9].into_iter()).expect("smaller");
        assert_eq!(journal.get(2).expect("two"), b"two");
        journal.append(&[(4, b"four".to_vec())]).expect("written");
        drop(journal);
        let journal = Journal::open(&path, false).expect("a journal");
        assert!(!journal.has(1) && journal.has(2) && journal.has(4) && journal.end < 1000);
    }
}
