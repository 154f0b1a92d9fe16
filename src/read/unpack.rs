//! Compressed files. What comes out of them is counted while it comes, so that a small file cannot fill the memory.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use flate2::read::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use super::encoding::{self, Undecodable};
use super::xml::Broken;

/// What was read of a file, or why it could not be.
pub(super) type Unpacked<T> = Result<T, Flaw>;

/// Why a file cannot be used: the end of the sentence that starts with its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Flaw {
    /// Line (1-based), where it can be told.
    pub line: Option<u64>,
    /// What is wrong.
    pub cause: String,
    /// What the user can do; `None` where the format tells.
    pub remedy: Option<String>,
}

impl From<String> for Flaw {
    fn from(cause: String) -> Self {
        Self { cause, ..Self::default() }
    }
}

impl From<&str> for Flaw {
    fn from(cause: &str) -> Self {
        cause.to_owned().into()
    }
}

impl From<Broken> for Flaw {
    fn from(broken: Broken) -> Self {
        Self { line: Some(broken.line), cause: broken.cause, remedy: None }
    }
}

impl From<Undecodable> for Flaw {
    fn from(reason: Undecodable) -> Self {
        Self { line: reason.line, cause: reason.cause, remedy: Some(reason.remedy) }
    }
}

/// What exceeds the limit, and how to raise it.
pub(super) fn too_large(what: &str, limit: u64) -> Flaw {
    let remedy = format!("split it, or raise the limit with --max-size (in MiB; now {})", limit.div_ceil(1 << 20));
    Flaw { cause: format!("{what} {}", size(limit)), remedy: Some(remedy), line: None }
}

/// A zip archive: also what a DOCX, ODT or EPUB is.
pub(super) struct Zip<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// How many bytes may still be unpacked.
    left: u64,
    limit: u64,
}

impl<'b> Zip<'b> {
    /// Opens an archive of which `limit` bytes may be unpacked.
    pub fn new(bytes: &'b [u8], limit: u64) -> Unpacked<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(&e))?;
        Ok(Self { archive, left: limit, limit })
    }

    /// Whether there is a part of that name.
    pub fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The names of its files, without those that systems add.
    pub fn names(&self) -> Vec<String> {
        let is_file = |name: &str| !name.ends_with('/') && !name.starts_with("__MACOSX/") && !name.ends_with(".DS_Store");
        let mut names: Vec<String> = self.archive.file_names().filter_map(Result::ok).filter(|n| is_file(n)).map(Cow::into_owned).collect();
        names.sort();
        names
    }

    /// A part; `None` where there is none of that name.
    pub fn part(&mut self, name: &str) -> Unpacked<Option<Vec<u8>>> {
        let part = match self.archive.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(e) => return Err(damaged(&e)),
        };
        let bytes = limited(part, self.left, self.limit)?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }

    /// A part that is XML, as text.
    pub fn xml(&mut self, name: &str) -> Unpacked<Option<String>> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        encoding::decode(bytes).map(Some).map_err(|_| format!("is damaged: its part {name} is no XML").into())
    }
}

/// What a gzip file holds, at most `limit` bytes.
pub(super) fn gunzip(bytes: &[u8], limit: u64) -> Unpacked<Vec<u8>> {
    limited(MultiGzDecoder::new(bytes), limit, limit)
}

pub(super) fn limited(from: impl Read, left: u64, limit: u64) -> Unpacked<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(left + 1).read_to_end(&mut bytes).map_err(|_| "is damaged or cut off")?;
    if bytes.len() as u64 > left {
        return Err(too_large("unpacks to more than", limit));
    }
    Ok(bytes)
}

/// A size for people.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        // The spans of a text end there.
        b if b == u64::from(u32::MAX) => "4 GiB".to_owned(),
        b if b >= 1 << 30 && b % (1 << 30) == 0 => format!("{} GiB", b >> 30),
        b if b >= 1 << 20 => format!("{} MiB", b >> 20),
        b => format!("{b} bytes"),
    }
}

pub(super) fn damaged(error: &ZipError) -> Flaw {
    let cause = match error {
        ZipError::UnsupportedArchive(what) if what.to_lowercase().contains("password") => "is protected by a password".to_owned(),
        _ => "is damaged or cut off".to_owned(),
    };
    cause.into()
}
