//! Where reports go: which format a file name asks for, and files that are whole or not there.
//!
//! A file is written beside its place under another name and then moved there, so that a crash or a full disk leaves an old report
//! as it was. Whatever can be known to fail is found out by [`Outputs::plan`], before any work is done.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::edition::{Archive, Edition, Whole};
use super::{csv, html, jsonl, sarif, xlsx};
use crate::error::{Error, nearest};

/// The extensions of files into a copy of which notes can be written.
pub const COPIES: [&str; 6] = ["xlf", "xliff", "sdlxliff", "mqxliff", "tmx", "po"];

/// The extensions of documents, which are only read.
const READ_ONLY: [&str; 4] = ["docx", "odt", "pdf", "epub"];

/// A format of reports.
pub struct Format {
    /// The extension of its files; also its name.
    pub extension: &'static str,
    /// Writes a report in it.
    pub write: fn(&Edition<'_>, &mut dyn Write) -> io::Result<()>,
    /// Writes a report of a whole archive in it, in memory that does not grow with the archive; `None` for CSV, which every archive is
    /// written as, and for the pages, of which every article has one.
    pub archive: Option<WriteArchive>,
}

/// Writes a report of a whole archive.
pub type WriteArchive = fn(&mut dyn Archive, &Whole<'_>, &mut dyn Write) -> io::Result<()>;

/// All formats; the first is that of standard output.
pub static FORMATS: [Format; 5] = [
    Format { extension: "csv", write: |edition, out| csv::write(edition.rows, edition.dialect, out), archive: None },
    Format { extension: "xlsx", write: xlsx::write, archive: Some(xlsx::archive) },
    Format { extension: "html", write: html::write, archive: None },
    Format { extension: "jsonl", write: |edition, out| jsonl::write(edition.rows, out), archive: Some(jsonl::archive) },
    Format { extension: "sarif", write: sarif::write, archive: Some(sarif::archive) },
];

/// What an output is to hold.
#[derive(Clone, Copy)]
enum Form {
    /// A report.
    Report(&'static Format),
    /// The input, with notes in it.
    Copy,
}

/// The outputs of one run.
pub struct Outputs {
    list: Vec<(Target, Form)>,
}

impl Outputs {
    /// Checks outputs before work begins; `-` is standard output. Without a `format`, files go by their extension and standard output is CSV; a
    /// file of pairs is a copy of the input with notes in it.
    ///
    /// # Errors
    /// [`Error::Output`] when an extension is not known, a folder is not there, a file is write-protected, named twice, or one of `inputs`.
    pub fn plan(paths: &[PathBuf], format: Option<&'static Format>, inputs: &[PathBuf]) -> Result<Self, Error> {
        let form = |path: &PathBuf| match format {
            Some(format) => Ok(Form::Report(format)),
            None if path.as_os_str() == "-" => Ok(Form::Report(&FORMATS[0])),
            None if COPIES.contains(&extension(path).as_str()) => Ok(Form::Copy),
            None => format_of(path).map(Form::Report),
        };
        let forms = paths.iter().map(form).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { list: Target::plan_all(paths, inputs)?.into_iter().zip(forms).collect() })
    }

    /// Whether one of them is standard output.
    pub fn to_stdout(&self) -> bool {
        self.list.iter().any(|(target, _)| target.place.is_none())
    }

    /// The files, as the user named them.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.list.iter().filter(|(target, _)| target.place.is_some()).map(|(target, _)| target.shown.as_path())
    }

    /// Those that are to be copies of the input with notes in it.
    pub fn copies(&self) -> impl Iterator<Item = &Path> {
        self.list.iter().filter(|(_, form)| matches!(form, Form::Copy)).map(|(target, _)| target.shown.as_path())
    }

    /// Writes a report to all of them, and `copy` to those that are to be copies: first all files beside their places, then all moved there.
    ///
    /// # Errors
    /// [`Error::Output`] when a file cannot be written.
    pub fn write(&self, edition: &Edition<'_>, copy: &[u8]) -> Result<(), Error> {
        let staged = self.list.iter().map(|(target, form)| match form {
            Form::Report(format) => target.stage(|out| (format.write)(edition, out)),
            Form::Copy => target.stage(|out| out.write_all(copy)),
        });
        let staged: Result<Vec<_>, _> = staged.collect();
        staged?.into_iter().try_for_each(Staged::publish)
    }
}

/// The format that a file name asks for.
fn format_of(path: &Path) -> Result<&'static Format, Error> {
    let extension = by_extension(path, &FORMATS.each_ref().map(|f| f.extension))?;
    Ok(FORMATS.iter().find(|f| f.extension == extension).unwrap_or(&FORMATS[0]))
}

/// The one of `known` that is the extension of `path`, in upper or lower case.
///
/// # Errors
/// [`Error::Output`] when it is none of them, with the nearest.
pub fn by_extension<'k>(path: &Path, known: &[&'k str]) -> Result<&'k str, Error> {
    let extension = Some(extension(path)).filter(|e| !e.is_empty());
    if let Some(found) = extension.as_deref().and_then(|e| known.iter().find(|k| **k == e)) {
        return Ok(found);
    }
    let all = known.iter().map(|k| format!(".{k}")).collect::<Vec<_>>();
    let all = match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => all.concat(),
    };
    let Some(extension) = extension else {
        return Err(refused(path, "the name has no extension to tell the format", &format!("let it end in {all}")));
    };
    let remedy = match nearest(&extension, known.iter().copied()) {
        Some(near) => format!("did you mean {}? it can be {all}", path.with_extension(near).display()),
        None => format!("let it end in {all}"),
    };
    let known = if READ_ONLY.contains(&&*extension) { "is only read, not written" } else { "is not known" };
    Err(refused(path, &format!("the format .{extension} {known}"), &remedy))
}

/// The extension of a name, in lower case.
fn extension(path: &Path) -> String {
    path.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default()
}

/// What to tell when nothing is to be written to `path`.
pub fn refused(path: &Path, cause: &str, remedy: &str) -> Error {
    Error::Output { path: path.to_owned(), cause: cause.to_owned(), remedy: remedy.to_owned() }
}

/// A place that can be written to.
#[derive(Debug)]
pub struct Target {
    /// As the user named it.
    shown: PathBuf,
    /// The file itself, links followed; `None` for standard output.
    place: Option<PathBuf>,
}

impl Target {
    /// Checks that `path` can be written to; `-` is standard output.
    ///
    /// # Errors
    /// [`Error::Output`] when it cannot, or when it is one of `inputs`.
    pub fn plan(path: &Path, inputs: &[PathBuf]) -> Result<Self, Error> {
        if path.as_os_str() == "-" {
            return Ok(Self { shown: path.to_owned(), place: None });
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let folder = match fs::canonicalize(folder) {
            Ok(real) if real.is_dir() => real,
            Ok(_) => return Err(refused(path, &format!("{} is not a folder", folder.display()), "choose another place")),
            Err(_) => {
                return Err(refused(path, &format!("there is no folder {}", folder.display()), "create it first or choose another"));
            }
        };
        // The file itself where there is one, so that a link stays a link.
        let place = match (fs::canonicalize(path), path.file_name()) {
            (Ok(real), _) => real,
            (Err(_), Some(name)) => folder.join(name),
            (Err(_), None) => return Err(refused(path, "it is not the name of a file", "name a file")),
        };
        // Folders have many files: they are only looked at where there is something to lose.
        if place.exists() && inputs.iter().any(|input| fs::canonicalize(input).is_ok_and(|real| real == place)) {
            return Err(refused(path, "it is an input", "choose another name, so that the text is not lost"));
        }
        match fs::metadata(&place) {
            Ok(meta) if meta.is_dir() => Err(refused(path, "it is a folder", "name a file in it")),
            Ok(meta) if meta.permissions().readonly() => {
                Err(refused(path, "the file is write-protected", "choose another name or lift the protection"))
            }
            _ => Ok(Self { shown: path.to_owned(), place: Some(place) }),
        }
    }

    /// Checks several at once.
    ///
    /// # Errors
    /// Those of [`Target::plan`]; and when two are the same.
    pub fn plan_all(paths: &[PathBuf], inputs: &[PathBuf]) -> Result<Vec<Self>, Error> {
        let mut targets: Vec<Self> = Vec::with_capacity(paths.len());
        for path in paths {
            let target = Self::plan(path, inputs)?;
            if targets.iter().any(|other| other.place == target.place) {
                return Err(refused(path, "it is named twice", "give every output another file"));
            }
            targets.push(target);
        }
        Ok(targets)
    }

    /// What is there before, if it is a file.
    pub fn earlier(&self) -> Option<&Path> {
        self.place.as_deref().filter(|place| place.is_file())
    }

    /// Writes beside the place (to standard output and devices: straight away).
    ///
    /// # Errors
    /// [`Error::Output`] when that fails; nothing is left behind.
    pub fn stage(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<Staged, Error> {
        let failed = |e: &io::Error| failed(&self.shown, e);
        let Some(place) = &self.place else {
            let written = write(&mut io::stdout().lock()).and_then(|()| io::stdout().flush());
            return match written {
                // Whoever read it, `head` say, has seen enough.
                Err(e) if kind(&e) != io::ErrorKind::BrokenPipe => Err(failed(&e)),
                _ => Ok(Staged { shown: self.shown.clone(), rename: None }),
            };
        };
        if fs::metadata(place).is_ok_and(|meta| !meta.is_file()) {
            let mut out = File::options().write(true).open(place).map_err(|e| failed(&e))?;
            write(&mut out).map_err(|e| failed(&e))?;
            return Ok(Staged { shown: self.shown.clone(), rename: None });
        }
        let mut name = OsString::from(".");
        name.push(place.file_name().unwrap_or_default());
        name.push(format!(".{}{BESIDE}", std::process::id()));
        let staged = Staged { shown: self.shown.clone(), rename: Some((place.with_file_name(name), place.clone())) };
        staged.fill(write).map_err(|e| failed(&e))?;
        Ok(staged)
    }
}

/// An output that is written and not yet in its place. Dropped before it is published, it leaves nothing behind.
#[must_use]
#[derive(Debug)]
pub struct Staged {
    shown: PathBuf,
    /// From the file beside to the place; `None` once there is nothing to move.
    rename: Option<(PathBuf, PathBuf)>,
}

impl Staged {
    fn fill(&self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        let Some((beside, place)) = &self.rename else { return Ok(()) };
        let mut out = BufWriter::new(File::create(beside)?);
        write(&mut out)?;
        let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        if let Ok(old) = fs::metadata(place) {
            file.set_permissions(old.permissions())?;
        }
        Ok(())
    }

    /// Moves the file to its place.
    ///
    /// # Errors
    /// [`Error::Output`] when the place is held by another program or closed.
    pub fn publish(mut self) -> Result<(), Error> {
        if let Some((beside, place)) = &self.rename {
            fs::rename(beside, place).map_err(|e| failed(&self.shown, &e))?;
            self.rename = None;
        }
        Ok(())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if let Some((beside, _)) = &self.rename {
            // Already gone, or the folder closed meanwhile: there is no one to tell.
            let _ = fs::remove_file(beside);
        }
    }
}

/// How the names of files end that are not yet in their place.
const BESIDE: &str = ".part";

/// Removes the half files of a run that was killed. Only for a folder to which no one else writes now.
pub fn sweep(folder: &Path) {
    let is_half = |name: &str| {
        let number = name.strip_prefix('.').and_then(|name| name.strip_suffix(BESIDE)?.rsplit_once('.'));
        number.is_some_and(|(name, number)| !name.is_empty() && !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    };
    let Ok(files) = fs::read_dir(folder) else { return };
    for file in files.filter_map(Result::ok).filter(|file| file.file_name().to_str().is_some_and(is_half)) {
        // One that cannot be removed does no harm.
        let _ = fs::remove_file(file.path());
    }
}

/// What to tell when `path` cannot be a copy of the input with notes in it.
pub fn no_copy(path: &Path, cause: &str) -> Error {
    refused(path, cause, "save the input as UTF-8, or let the output end in .csv")
}

/// What to tell when writing to `path` failed.
pub fn failed(path: &Path, e: &io::Error) -> Error {
    refused(path, &plain(e), remedy(e))
}

/// The cause without the number that the operating system adds.
fn plain(e: &io::Error) -> String {
    let text = e.to_string();
    let text = text.split(" (os error").next().unwrap_or(&text);
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_lowercase().chain(chars).collect())
}

/// The kind of an error, also of one that a writer of tables has wrapped in its own.
fn kind(e: &io::Error) -> io::ErrorKind {
    match e.get_ref().and_then(|inner| inner.downcast_ref::<::csv::Error>()).map(::csv::Error::kind) {
        Some(::csv::ErrorKind::Io(inner)) => inner.kind(),
        _ => e.kind(),
    }
}

fn remedy(e: &io::Error) -> &'static str {
    match kind(e) {
        io::ErrorKind::PermissionDenied => "close it in other programs or choose a folder of your own",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "free some space or choose another disk",
        io::ErrorKind::InvalidFilename => "choose a shorter name",
        _ => "choose another place",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::csv::Dialect;

    fn plan(paths: &[&Path], inputs: &[&Path]) -> Result<Outputs, Error> {
        let owned = |paths: &[&Path]| paths.iter().map(|p| p.to_path_buf()).collect::<Vec<_>>();
        Outputs::plan(&owned(paths), None, &owned(inputs))
    }

    fn message(result: Result<Outputs, Error>) -> String {
        result.err().unwrap().to_string()
    }

    #[test]
    fn files_go_by_extension() {
        let folder = tempfile::tempdir().unwrap();
        let (a, b) = (folder.path().join("a.CSV"), folder.path().join("b.jsonl"));
        plan(&[&a, &b], &[]).unwrap().write(&Edition::default(), &[]).unwrap();
        assert!(fs::read_to_string(a).unwrap().starts_with("\u{FEFF}id,document"));
        assert_eq!(fs::read_to_string(b).unwrap(), "");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing else is left");
    }

    #[test]
    fn an_unknown_extension_names_the_nearest() {
        assert_eq!(
            message(plan(&[Path::new("report.cvs")], &[])),
            "report.cvs: cannot write: the format .cvs is not known; did you mean report.csv? it can be .csv, .xlsx, .html, .jsonl or .sarif"
        );
        assert_eq!(
            message(plan(&[Path::new("r.docx")], &[])),
            "r.docx: cannot write: the format .docx is only read, not written; let it end in .csv, .xlsx, .html, .jsonl or .sarif"
        );
        assert_eq!(
            message(plan(&[Path::new("r")], &[])),
            "r: cannot write: the name has no extension to tell the format; let it end in .csv, .xlsx, .html, .jsonl or .sarif"
        );
    }

    #[test]
    fn what_cannot_be_written_is_refused_before_work() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        assert!(message(plan(&[&at("no/r.csv")], &[])).contains("there is no folder"));
        fs::create_dir(at("d.csv")).unwrap();
        assert!(message(plan(&[&at("d.csv")], &[])).contains("it is a folder"));
        fs::write(at("f.csv"), "").unwrap();
        assert!(message(plan(&[&at("f.csv/r.csv")], &[])).contains("is not a folder"));
        assert!(message(plan(&[&at("r.csv"), &at("../").join(folder.path()).join("r.csv")], &[])).contains("named twice"));
        assert!(message(plan(&[&at("f.csv")], &[&folder.path().join(".").join("f.csv")])).contains("it is an input"));
        let mut closed = fs::metadata(at("f.csv")).unwrap().permissions();
        closed.set_readonly(true);
        fs::set_permissions(at("f.csv"), closed).unwrap();
        assert!(message(plan(&[&at("f.csv")], &[])).contains("write-protected"));
    }

    #[test]
    fn half_files_are_swept_away_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let all = [".r.csv.77.part", ".r.csv.part", ".r.csv.x7.part", "r.csv.77.part", ".77.part", "r.csv"];
        for name in all {
            fs::write(folder.path().join(name), "").unwrap();
        }
        sweep(folder.path());
        assert_eq!(all.map(|name| folder.path().join(name).exists()), [false, true, true, true, true, true]);
    }

    #[test]
    fn a_failed_write_leaves_the_old_report() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("r.csv");
        fs::write(&path, "old").unwrap();
        let target = Target::plan(&path, &[]).unwrap();
        let failed = target.stage(|out| {
            out.write_all(b"half")?;
            Err(io::Error::other("disk on fire"))
        });
        assert_eq!(failed.unwrap_err().to_string(), format!("{}: cannot write: disk on fire; choose another place", path.display()));
        assert_eq!(fs::read_to_string(&path).unwrap(), "old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().unwrap();
        let (real, link) = (folder.path().join("real.csv"), folder.path().join("link.csv"));
        fs::write(&real, "old").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        plan(&[&link], &[])
            .unwrap()
            .write(&Edition { dialect: Dialect { bom: false, ..Dialect::default() }, ..Edition::default() }, &[])
            .unwrap();
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert!(fs::read_to_string(real).unwrap().starts_with("id,"));
    }
}
