//! Reading what users have into articles: two plain texts, or a table of pairs. The only room that opens input files.

pub mod encoding;
mod folder;
mod glossary;
mod house;
pub mod review;
mod table;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::article::{Article, Text};
use crate::error::Error;

pub use folder::files;
pub use glossary::{glossary, parallel};
pub use house::{house, write_house};
pub use table::{columns, pairs};

/// Largest text in bytes: spans are `u32`.
const LARGEST: u64 = u32::MAX as u64;
/// The name of standard input on the command line, and in reports.
const STDIN: (&str, &str) = ("-", "stdin");

/// Reads a plain text; `-` is standard input.
///
/// # Errors
/// One line that names the file, what is wrong and what to do, if it cannot be read, is no text, or has no letter of English
/// or Arabic.
pub fn text(path: &Path) -> Result<Text, Error> {
    let raw = content(path)?;
    Text::new(name(path), raw).ok_or_else(|| no_letters(path))
}

/// Reads a source text and its translation, one of them in English and the other in Arabic.
///
/// The article is called after the source file: `foo.en.txt` is `foo`, `war/source.en.txt` is `war`.
///
/// # Errors
/// Those of [`text`]; and if both are in one language, or both standard input.
pub fn article(source_path: &Path, target_path: &Path) -> Result<Article, Error> {
    if is_stdin(source_path) && is_stdin(target_path) {
        return Err(Error::Usage {
            cause: "both texts are `-`, and there is one standard input".to_owned(),
            remedy: "give the path of one of them".to_owned(),
        });
    }
    let (source, target) = (text(source_path)?, text(target_path)?);
    let named = if is_stdin(source_path) { target_path } else { source_path };
    in_two_languages(Article { id: id(named), source, target, given: Vec::new() })
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

/// The decoded content of a file, which is not blank.
fn content(path: &Path) -> Result<String, Error> {
    let text = encoding::decode(bytes(path)?).map_err(|e| input(path, e.line, e.cause, e.remedy))?;
    if text.len() as u64 > LARGEST {
        return Err(too_large(path));
    }
    if text.trim().is_empty() {
        let cause = if text.is_empty() { "is empty" } else { "has nothing but white space" };
        return Err(input(path, None, cause, "give a file with text"));
    }
    Ok(text)
}

fn bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |e: io::Error| unreadable(path, &e);
    let mut bytes = Vec::new();
    if is_stdin(path) {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    } else {
        let metadata = fs::metadata(path).map_err(failed)?;
        if metadata.is_dir() {
            return Err(input(path, None, "is a directory", "give a file"));
        }
        if metadata.len() > LARGEST {
            return Err(too_large(path));
        }
        // Pipes have no length: the limit holds for them too.
        File::open(path).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes)).map_err(failed)?;
    }
    if bytes.len() as u64 > LARGEST { Err(too_large(path)) } else { Ok(bytes) }
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

fn too_large(path: &Path) -> Error {
    input(path, None, "is larger than 4 GiB", "split it into articles")
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
        assert_eq!(error(b"PK\x03\x04\0\0"), "a.txt: is a Word document or another archive, not text; save it as plain text in UTF-8");
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
        assert_eq!(text(&path).unwrap_err().to_string(), format!("{}: is larger than 4 GiB; split it into articles", path.display()));
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
