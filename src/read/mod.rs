//! Reading what users have into articles: documents, and files that hold both texts. The only room that opens input files.
//!
//! What kind of file something is, is seen from its content and its name; see [`Reader`] for what may be told besides.

mod config;
mod docx;
pub mod encoding;
mod epub;
mod flow;
mod folder;
mod format;
mod glossary;
mod house;
mod html;
mod json;
pub mod margin;
mod markdown;
mod odt;
mod order;
mod packed;
mod pdf;
mod po;
#[cfg(test)]
mod properties;
mod prose;
pub mod review;
mod rows;
mod table;
mod tags;
mod tmx;
mod unpack;
mod writing;
mod xliff;
mod xml;

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::article::{Article, Text};
use crate::error::Error;
use flow::Grid;
use format::{Format, extension};
use prose::Prose;
use rows::Rows;
use unpack::{Flaw, Unpacked, Zip, too_large};

pub use config::{Config, Setting};
pub use folder::{Listing, files};
pub use glossary::{glossary, parallel};
pub use house::{house, write_house};
pub use json::Fields;
pub use table::{Columns, Layout};

/// Largest text in bytes: spans are `u32`.
const LARGEST: u64 = u32::MAX as u64;
/// Largest file in bytes, packed or not, unless the user says otherwise.
const LIMIT: u64 = 256 << 20;
/// How many layers of compression are taken off.
const LAYERS: usize = 3;
/// The name of standard input on the command line, and in reports.
const STDIN: (&str, &str) = ("-", "stdin");

/// How files are read. `Reader::default()` reads what can be told from the files themselves.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Largest size in bytes of a file, and of all that is unpacked from it. 256 MiB by default, 4 GiB at most.
    pub limit: u64,
    /// Where the texts stand in a table; by default, its header tells.
    pub columns: Option<Columns>,
    /// Where the texts stand in an object of JSON.
    pub fields: Fields,
}

impl Default for Reader {
    fn default() -> Self {
        Self { limit: LIMIT, columns: None, fields: Fields::default() }
    }
}

/// Reads a document of one language; `-` is standard input.
///
/// Plain text, Markdown, HTML, DOCX, ODT and PDF, also as gzip or as the one file of a zip archive.
///
/// # Errors
/// One line that names the file, what is wrong and what to do, if it cannot be read, is no text, or has no letter of English
/// or Arabic.
pub fn text(path: &Path) -> Result<Text, Error> {
    Reader::default().text(path)
}

/// Reads a source text and its translation, one of them in English and the other in Arabic.
///
/// The article is called after the source file: `foo.en.txt` is `foo`, `war/source.en.txt` is `war`.
///
/// # Errors
/// Those of [`text`]; and if both are in one language, or both standard input.
pub fn article(source_path: &Path, target_path: &Path) -> Result<Article, Error> {
    Reader::default().article(source_path, target_path)
}

/// Reads a file of pairs that are aligned already: a table with the columns source, target and, if it has one, id; TMX, XLIFF, SDLXLIFF,
/// MQXLIFF, PO; a Word or ODT document whose table has a column for each language.
///
/// # Errors
/// Those of [`text`]; if there are no such pairs, or both sides are in one language.
pub fn pairs(path: &Path) -> Result<Article, Error> {
    Reader::default().pairs(path)
}

/// A file as it was read: its bytes, and the name that tells its format.
struct Raw {
    name: PathBuf,
    bytes: Vec<u8>,
}

/// What a document holds.
struct Document {
    prose: Prose,
    tables: Vec<Grid>,
}

impl Reader {
    /// Reads a document of one language; see [`text()`].
    ///
    /// # Errors
    /// Those of [`text()`].
    pub fn text(&self, path: &Path) -> Result<Text, Error> {
        self.text_from(path, self.bytes(path)?)
    }

    /// Reads a document of one language that is in memory; `path` is its name, which need not exist.
    ///
    /// # Errors
    /// Those of [`text()`].
    ///
    /// ```
    /// use muqabala::read::Reader;
    /// let text = Reader::default().text_from("news.md".as_ref(), b"# Miners *reject* offer".to_vec()).unwrap();
    /// assert_eq!(text.raw, "Miners reject offer");
    /// ```
    pub fn text_from(&self, path: &Path, bytes: Vec<u8>) -> Result<Text, Error> {
        let raw = self.unpacked(path, bytes)?;
        let (format, document) = document(&raw, self.limit).map_err(|(format, flaw)| flawed(path, flaw, format))?;
        let Some(document) = document else {
            let shown = path.display();
            let remedy = format!("give it alone: muqabala audit {shown}");
            return Err(Error::Usage { cause: format!("{shown} is a file of pairs, with both texts in it"), remedy });
        };
        let mut origin = document.prose.origin;
        let raw = document.prose.raw;
        // Pages put their own letters in order.
        let raw = if format == Format::Pdf { raw } else { order::mended(raw, &mut origin.remarks) };
        if raw.trim().is_empty() {
            return Err(blank(path, &raw));
        }
        let text = Text::new(name(path), raw).ok_or_else(|| no_letters(path))?;
        Ok(Text { origin, ..text })
    }

    /// Reads a source text and its translation; see [`article()`].
    ///
    /// # Errors
    /// Those of [`article()`].
    pub fn article(&self, source_path: &Path, target_path: &Path) -> Result<Article, Error> {
        if is_stdin(source_path) && is_stdin(target_path) {
            return Err(Error::Usage {
                cause: "both texts are `-`, and there is one standard input".to_owned(),
                remedy: "give the path of one of them".to_owned(),
            });
        }
        let (source, target) = (self.text(source_path)?, self.text(target_path)?);
        let named = if is_stdin(source_path) { target_path } else { source_path };
        in_two_languages(Article { id: id(named), source, target, given: Vec::new() })
    }

    /// Reads a file of pairs that are aligned already; see [`pairs()`].
    ///
    /// # Errors
    /// Those of [`pairs()`].
    pub fn pairs(&self, path: &Path) -> Result<Article, Error> {
        let mut articles = self.articles(path)?;
        match (articles.pop(), articles.is_empty()) {
            (Some(article), true) => Ok(article),
            _ => Err(input(path, None, "has more than one article", "give one that has one")),
        }
    }

    /// Reads a file that holds both texts: one of pairs that are aligned already, which is one article (two, if a table has rows of both
    /// directions), or an export in JSON, in which every object is one.
    ///
    /// # Errors
    /// Those of [`pairs()`]; and if an object has not the fields that are asked for.
    pub fn articles(&self, path: &Path) -> Result<Vec<Article>, Error> {
        self.articles_from(path, self.bytes(path)?)
    }

    /// The bytes of a file, as they are; `-` is standard input.
    ///
    /// # Errors
    /// If it cannot be read, or is larger than the limit.
    pub fn bytes(&self, path: &Path) -> Result<Vec<u8>, Error> {
        bytes(path, self.limit.min(LARGEST))
    }

    /// Reads a file that holds both texts and is in memory; `path` is its name, which need not exist.
    ///
    /// # Errors
    /// Those of [`Reader::articles`].
    pub fn articles_from(&self, path: &Path, bytes: Vec<u8>) -> Result<Vec<Article>, Error> {
        let raw = self.unpacked(path, bytes)?;
        if is_binary(&raw.bytes) {
            let (format, document) = document(&raw, self.limit).map_err(|(format, flaw)| flawed(path, flaw, format))?;
            let rows = document.and_then(|d| flow::pairs(&d.tables)).ok_or_else(|| only_one(path, format))?;
            return rows.articles(path, 1, "its");
        }
        let text = not_blank(path, raw.bytes)?;
        let format = Format::of(&raw.name, &text);
        let flawed = |flaw| flawed(path, flaw, format);
        let article = |rows: Rows| rows.article(path, 1, "its");
        Ok(match format {
            Format::Table(delimiter) => table::pairs(path, &text, delimiter, self.columns.as_ref())?,
            Format::Json => json::read(path, &text, &self.fields)?,
            Format::Tmx => vec![article(tmx::read(&text).map_err(flawed)?)?],
            Format::Xliff => vec![article(xliff::read(&text).map_err(flawed)?)?],
            Format::Po => vec![article(po::read(&text).map_err(flawed)?)?],
            format => return Err(only_one(path, format)),
        })
    }

    /// The bytes of a file, unpacked.
    fn raw(&self, path: &Path) -> Result<Raw, Error> {
        self.unpacked(path, self.bytes(path)?)
    }

    /// The decoded content of a file, which is not blank.
    pub(crate) fn content(&self, path: &Path) -> Result<String, Error> {
        not_blank(path, self.raw(path)?.bytes)
    }

    fn unpacked(&self, path: &Path, bytes: Vec<u8>) -> Result<Raw, Error> {
        let mut raw = Raw { name: path.to_owned(), bytes };
        for _ in 0..LAYERS {
            match unpacked(&raw, self.limit.min(LARGEST)).map_err(|flaw| unpackable(path, flaw))? {
                Some(inner) => raw = inner,
                None => break,
            }
        }
        Ok(raw)
    }
}

/// The article, if one side is English and the other Arabic.
///
/// # Errors
/// If both are in one language.
pub fn in_two_languages(article: Article) -> Result<Article, Error> {
    let (source, target) = (&article.source, &article.target);
    if source.lang == target.lang {
        return Err(Error::Usage {
            cause: format!("{} and {} are both in {}", source.name, target.name, source.lang.name()),
            remedy: "give one English and one Arabic text".to_owned(),
        });
    }
    Ok(article)
}

/// Whether there is a file of that path, which may lead into a zip archive.
pub fn exists(path: &Path) -> bool {
    packed::exists(path)
}

/// Whether a file is a zip archive that stands for a folder, and no document that is one inside.
pub fn is_archive(path: &Path) -> bool {
    packed::is_archive(path)
}

/// What a zip archive has that is a document.
const DOCUMENTS: [&str; 3] = [docx::BODY, odt::BODY, epub::CONTAINER];

/// Whether a name is that of a document that is a zip archive inside.
fn is_office(name: &Path) -> bool {
    matches!(extension(name).as_str(), "docx" | "odt" | "epub")
}

/// Whether a name ends like that of a document of one text.
pub(crate) fn is_document(name: &Path) -> bool {
    let is_single = || Format::named(name).is_some_and(|format| !format.has_both());
    is_office(name) || matches!(extension(name).as_str(), "txt" | "pdf" | "gz") || is_single()
}

/// What a compressed file holds; `None` if it is none, or is a document.
fn unpacked(raw: &Raw, limit: u64) -> Unpacked<Option<Raw>> {
    match raw.bytes.as_slice() {
        [0x1F, 0x8B, ..] => {
            let packed = matches!(extension(&raw.name).as_str(), "gz" | "gzip");
            let name = if packed { raw.name.with_extension("") } else { raw.name.clone() };
            Ok(Some(Raw { bytes: unpack::gunzip(&raw.bytes, limit)?, name }))
        }
        [b'P', b'K', 3 | 5, 4 | 6, ..] => {
            let mut zip = match Zip::new(&raw.bytes, limit) {
                Ok(zip) => zip,
                // The document tells what is wrong with it.
                Err(_) if is_office(&raw.name) => return Ok(None),
                Err(flaw) => return Err(flaw),
            };
            if DOCUMENTS.iter().any(|part| zip.has(part)) || is_office(&raw.name) {
                return Ok(None);
            }
            let names = zip.names();
            let [only] = names.as_slice() else {
                let cause = format!("is an archive of {} files", names.len());
                let remedy = match names.first() {
                    Some(first) => format!("name one of them as {}/{first}, or audit all with muqabala batch", raw.name.display()),
                    None => "give one that has a file".to_owned(),
                };
                return Err(Flaw { cause, remedy: Some(remedy), line: None });
            };
            let bytes = zip.part(only)?.ok_or("is damaged")?;
            Ok(Some(Raw { bytes, name: PathBuf::from(only) }))
        }
        _ => Ok(None),
    }
}

fn is_zip(bytes: &[u8]) -> bool {
    matches!(bytes, [b'P', b'K', 3 | 5, 4 | 6, ..])
}

/// Whether a file is a document of an office program or a page layout.
fn is_binary(bytes: &[u8]) -> bool {
    is_zip(bytes) || bytes.starts_with(b"%PDF") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0])
}

/// Reads a document of an office program.
type Office = fn(&mut Zip) -> Unpacked<(Prose, Vec<Grid>)>;

/// Reads a document; `None` if it holds both texts.
fn document(raw: &Raw, limit: u64) -> Result<(Format, Option<Document>), (Format, Flaw)> {
    let one = |format, prose: Unpacked<Prose>| match prose {
        Ok(prose) => Ok((format, Some(Document { prose, tables: Vec::new() }))),
        Err(flaw) => Err((format, flaw)),
    };
    if is_zip(&raw.bytes) {
        let zip = Zip::new(&raw.bytes, limit);
        let called = |wanted: &str| extension(&raw.name) == wanted;
        let (is_book, is_odt) = match &zip {
            Ok(zip) => (zip.has(epub::CONTAINER), zip.has(odt::BODY) || (called("odt") && !zip.has(docx::BODY))),
            Err(_) => (called("epub"), called("odt")),
        };
        let (format, read): (Format, Office) = match (is_book, is_odt) {
            (true, _) => (Format::Epub, epub::read),
            (_, true) => (Format::Odt, odt::read),
            _ => (Format::Docx, docx::read),
        };
        let (prose, tables) = zip.and_then(|mut zip| read(&mut zip)).map_err(|flaw| (format, flaw))?;
        return Ok((format, Some(Document { prose, tables })));
    }
    if raw.bytes.starts_with(b"%PDF") {
        return one(Format::Pdf, pdf::read(&raw.bytes, limit));
    }
    let text = encoding::decode(raw.bytes.clone()).map_err(|reason| (Format::Plain, reason.into()))?;
    match Format::of(&raw.name, &text) {
        format @ Format::Markdown => one(format, Ok(markdown::read(&text))),
        format @ Format::Html => one(format, html::read(&text).map_err(Flaw::from)),
        format if format.has_both() => Ok((format, None)),
        _ if text.starts_with("{\\rtf") => {
            let remedy = Some("save it as .docx or as plain text in UTF-8".to_owned());
            Err((Format::Plain, Flaw { cause: "is RTF, which is not read".to_owned(), remedy, line: None }))
        }
        format => one(format, Ok(Prose { raw: text, ..Prose::default() })),
    }
}

/// The decoded content of a file, which is not blank.
fn content(path: &Path) -> Result<String, Error> {
    Reader::default().content(path)
}

fn decoded(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    encoding::decode(bytes).map_err(|e| input(path, e.line, e.cause, e.remedy))
}

/// The text of a file, which is not blank.
fn not_blank(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    let text = decoded(path, bytes)?;
    if text.trim().is_empty() { Err(blank(path, &text)) } else { Ok(text) }
}

/// What is wrong with a packed file.
fn unpackable(path: &Path, flaw: Flaw) -> Error {
    let remedy = flaw.remedy.or_else(|| Some("pack it again, or give what is in it".to_owned()));
    flawed(path, Flaw { remedy, ..flaw }, Format::Plain)
}

fn blank(path: &Path, text: &str) -> Error {
    let cause = if text.is_empty() { "is empty" } else { "has nothing but white space" };
    input(path, None, cause, "give a file with text")
}

/// One text where two are needed.
fn only_one(path: &Path, format: Format) -> Error {
    let shown = path.display();
    let both = match format {
        Format::Docx | Format::Odt => "a document stands alone if it has a table with a column for each language",
        _ => {
            "only a file of pairs stands alone: .tsv, .csv, .tmx, .xliff, .sdlxliff, .mqxliff, .po, .jsonl or .json, \
             or a .docx or .odt with a table of both"
        }
    };
    let remedy = format!("name the translation too: muqabala audit {shown} TRANSLATION ({both})");
    Error::Usage { cause: format!("{shown} is only one of the two texts"), remedy }
}

fn flawed(path: &Path, flaw: Flaw, format: Format) -> Error {
    let remedy = flaw.remedy.map_or(Cow::Borrowed(format.remedy()), Cow::Owned);
    input(path, flaw.line, flaw.cause, remedy)
}

fn bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let failed = |e: io::Error| unreadable(path, &e);
    let too_large = || flawed(path, too_large("is larger than", limit), Format::Plain);
    let mut bytes = Vec::new();
    if is_stdin(path) {
        io::stdin().lock().take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(e) => return packed::bytes(path, limit).unwrap_or_else(|| Err(failed(e))),
        };
        if metadata.is_dir() {
            return Err(input(path, None, "is a directory", "give a file"));
        }
        if metadata.len() > limit {
            return Err(too_large());
        }
        // Pipes have no length: the limit holds for them too.
        bytes.reserve(metadata.len() as usize);
        File::open(path).and_then(|file| file.take(limit + 1).read_to_end(&mut bytes)).map_err(failed)?;
    }
    if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
}

/// What to tell when reading `path` failed.
pub fn unreadable(path: &Path, e: &io::Error) -> Error {
    let (cause, remedy) = match e.kind() {
        io::ErrorKind::NotFound => ("no such file".to_owned(), "check the path"),
        io::ErrorKind::PermissionDenied => ("permission denied".to_owned(), "make it readable"),
        _ => (format!("cannot read: {e}"), "check the file"),
    };
    input(path, None, cause, remedy)
}

/// What an article is called that was read from `path`.
pub fn id(path: &Path) -> String {
    let packed = matches!(extension(path).as_str(), "gz" | "zip");
    let path = if packed { &path.with_extension("") } else { path };
    let stem = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
    let stem = [".en", ".ar"].iter().fold(&*stem, |stem, language| stem.strip_suffix(language).unwrap_or(stem));
    let stem = [".source", ".target"].iter().fold(stem, |stem, side| stem.strip_suffix(side).unwrap_or(stem));
    let folder = path.parent().and_then(Path::file_name).filter(|_| matches!(stem, "source" | "target" | "en" | "ar"));
    folder.map_or_else(|| stem.to_owned(), |folder| folder.to_string_lossy().into_owned())
}

fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == STDIN.0
}

fn name(path: &Path) -> String {
    if is_stdin(path) { STDIN.1.to_owned() } else { path.display().to_string() }
}

fn input(path: &Path, line: Option<u64>, cause: impl Into<String>, remedy: impl Into<String>) -> Error {
    Error::Input { path: name(path).into(), line, cause: cause.into(), remedy: remedy.into() }
}

fn no_letters(path: &Path) -> Error {
    input(path, None, "has no letter of English or Arabic", "check that it is the right file")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use tempfile::TempDir;

    use super::*;
    use crate::lang::Lang;

    /// A folder with one file per name and content.
    fn folder(files: &[(&str, &[u8])]) -> TempDir {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, content) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            fs::write(path, content).expect("a file");
        }
        folder
    }

    /// The error of reading one file as a text, without the path of the folder.
    fn error(content: &[u8]) -> String {
        let folder = folder(&[("a.txt", content)]);
        let path = folder.path().join("a.txt");
        let message = text(&path).unwrap_err().to_string();
        message.replace(&path.display().to_string(), "a.txt")
    }

    #[test]
    fn a_text_is_read_as_it_stands() {
        let folder = folder(&[("a.txt", b"\xEF\xBB\xBFTwo men\r\nwere held. ")]);
        let text = text(&folder.path().join("a.txt")).unwrap();
        assert_eq!((text.raw.as_str(), text.lang, text.first_line), ("Two men\r\nwere held. ", Lang::English, 1));
    }

    #[test]
    fn each_error_is_one_line() {
        assert_eq!(error(b""), "a.txt: is empty; give a file with text");
        assert_eq!(error(b" \n\t\r\n"), "a.txt: has nothing but white space; give a file with text");
        assert_eq!(error(b"2018 - 330,000"), "a.txt: has no letter of English or Arabic; check that it is the right file");
        assert_eq!(error(b"PK\x03\x04\0\0"), "a.txt: is damaged or cut off; pack it again, or give what is in it");
        assert_eq!(error(b"\x89PNG\0\0"), "a.txt: is binary data, not text; save it as plain text in UTF-8");
        assert_eq!(
            error("قال الوزير\nقال الوزير إن".as_bytes().split_last().expect("bytes").1),
            "a.txt:2: is UTF-8 but has a damaged character here; mend the line, or save the file again as UTF-8"
        );
        let russian = encoding_rs::WINDOWS_1251.encode("Представитель министерства сообщил об этом").0;
        assert_eq!(
            error(&russian),
            "a.txt: looks like windows-1251, and its letters would be neither English nor Arabic; save it as UTF-8"
        );
    }

    #[test]
    fn missing_files_and_folders_are_told_apart() {
        let folder = folder(&[]);
        let missing = folder.path().join("none.txt");
        assert_eq!(text(&missing).unwrap_err().to_string(), format!("{}: no such file; check the path", missing.display()));
        assert_eq!(text(folder.path()).unwrap_err().to_string(), format!("{}: is a directory; give a file", folder.path().display()));
    }

    #[test]
    fn a_text_over_4_gib_is_refused_unread() {
        let folder = folder(&[]);
        let path = folder.path().join("large.txt");
        // A sparse file: it takes no room on the disk.
        File::create(&path).and_then(|file| file.set_len(LARGEST + 1)).expect("a sparse file");
        let told = |limit, shown, now| {
            let error = Reader { limit, ..Reader::default() }.text(&path).unwrap_err().to_string();
            let remedy = format!("split it, or raise the limit with --max-size (in MiB; now {now})");
            assert_eq!(error, format!("{}: is larger than {shown}; {remedy}", path.display()));
        };
        told(LIMIT, "256 MiB", 256);
        told(u64::MAX, "4 GiB", 4096);
    }

    #[test]
    fn an_article_takes_its_name_from_the_source() {
        let folder = folder(&[("war/source.en.txt", b"Two men"), ("war/target.ar.txt", "رجلان".as_bytes())]);
        let (source, target) = (folder.path().join("war/source.en.txt"), folder.path().join("war/target.ar.txt"));
        let article = article(&source, &target).unwrap();
        assert_eq!((article.id.as_str(), article.source.lang, article.target.lang), ("war", Lang::English, Lang::Arabic));
        assert!(article.given.is_empty());
        for (path, wanted) in [
            ("foo.en.txt", "foo"),
            ("a/b/foo.txt", "foo"),
            ("foo.source.en.txt", "foo"),
            ("foo.v2.ar.txt", "foo.v2"),
            ("war/source.txt", "war"),
            ("war/en.txt", "war"),
            ("source.en.txt", "source"),
            ("foo", "foo"),
            ("..", ".."),
            ("", ""),
        ] {
            assert_eq!(id(&PathBuf::from(path)), wanted, "{path}");
        }
    }

    #[test]
    fn two_texts_in_one_language_are_no_article() {
        let folder = folder(&[("a.txt", b"Two men"), ("b.txt", b"Three men")]);
        let (a, b) = (folder.path().join("a.txt"), folder.path().join("b.txt"));
        assert_eq!(
            article(&a, &b).unwrap_err().to_string(),
            format!("{} and {} are both in English; give one English and one Arabic text", a.display(), b.display())
        );
        assert_eq!(
            article(Path::new("-"), Path::new("-")).unwrap_err().to_string(),
            "both texts are `-`, and there is one standard input; give the path of one of them"
        );
    }
}
