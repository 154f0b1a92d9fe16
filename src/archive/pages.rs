//! A page for every article of an archive.
//!
//! A page is written as soon as its article is audited, before the journal knows of it. Its last line names what it was made of, so that
//! a run which goes on sees by the page itself whether it is the one that is wanted: a page that is torn has no such line, and one of
//! other texts, options or languages has another. What only the whole archive shows comes later, and such pages are written again.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use rustc_hash::FxHashSet;
use unicode_normalization::UnicodeNormalization;
use xxhash_rust::xxh3::Xxh3;

use super::batch::{Plan, examined, guarded};
use super::outcome::Fingerprint;
use crate::article::Article;
use crate::error::Error;
use crate::pipeline::Report;
use crate::report::edition::{Edition, Story};
use crate::report::html;
use crate::report::language::Language;
use crate::report::output::{Target, failed, sweep};
use crate::report::row::Row;

/// The folder of the pages.
pub(super) const FOLDER: &str = "articles";
/// Where the page of the archive lies, as seen from there.
const HOME: &str = "../index.html";
/// Bytes of a file name at most, without its extension: file systems take 255, and a number and a suffix are to come.
const LONGEST: usize = 120;
/// Names that Windows keeps for itself, whatever their extension.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
/// How the last line of a page begins.
const MARK: &str = "<!-- muqabala page ";

/// The pages of an archive.
pub(super) struct Pages {
    folder: PathBuf,
    names: Vec<String>,
    language: Language,
}

impl Pages {
    /// Makes the folder and names all pages.
    ///
    /// # Errors
    /// When the archive cannot be read or the folder not written.
    pub fn open(plan: &Plan) -> Result<Self, Error> {
        let folder = plan.folder.join(FOLDER);
        fs::create_dir_all(&folder).map_err(|e| failed(&folder, &e))?;
        sweep(&folder);
        Ok(Self { names: names(&plan.jobs.ids()?), language: plan.language, folder })
    }

    /// The file name of article `n`.
    pub fn name(&self, n: usize) -> &str {
        &self.names[n]
    }

    /// The page of an article, with `more` findings than its own.
    pub fn page(plan: &Plan, key: u128, article: &Article, report: &Report, rows: &[Row], more: &[Row]) -> Vec<u8> {
        let mut rows: Vec<Row> = rows.iter().chain(more).cloned().collect();
        for row in &mut rows {
            plan.language.tell(row);
        }
        let stories: Vec<Story> = report
            .articles
            .iter()
            .zip(&report.aligned)
            .map(|(summary, aligned)| Story { article, summary, source: &aligned.source, target: &aligned.target, beads: &aligned.beads })
            .collect();
        let mut page = Vec::new();
        let edition = Edition { stories: &stories, rows: &rows, language: plan.language, home: Some(HOME), ..Edition::default() };
        // Nothing that is written to memory fails.
        let _ = html::write(&edition, &mut page);
        page.extend(stamp(plan.language, key, more).bytes());
        page
    }

    /// Writes the page of article `n` beside its place and moves it there.
    ///
    /// # Errors
    /// When that fails.
    pub fn write(&self, n: usize, page: &[u8]) -> Result<(), Error> {
        Target::plan(&self.folder.join(self.name(n)), &[])?.stage(|out| out.write_all(page))?.publish()
    }

    /// Whether the page that is wanted for article `n` lies there.
    pub fn has(&self, n: usize, key: u128, more: &[Row]) -> bool {
        let wanted = stamp(self.language, key, more);
        last_line(&self.folder.join(self.name(n)), wanted.len()).is_ok_and(|line| line == wanted.as_bytes())
    }

    /// Writes the pages of these articles: number, key, and findings that only the archive shows.
    ///
    /// # Errors
    /// When one cannot be written.
    pub fn renew(&self, plan: &Plan, print: &Fingerprint, articles: Vec<(usize, u128, Vec<Row>)>) -> Result<(), Error> {
        articles.into_par_iter().try_for_each(|(n, key, more)| {
            // A text that has changed meanwhile has its turn in the next run.
            let Some(article) = plan.jobs.article(n).ok().filter(|article| print.of(article) == key) else { return Ok(()) };
            let page = guarded(|| {
                let (outcome, report) = examined(&article, plan.options);
                Self::page(plan, key, &article, &report, &outcome.rows, &more)
            });
            page.map_or(Ok(()), |page| self.write(n, &page))
        })
    }

    /// Removes the pages of articles that are no more. Files that we did not write stay.
    pub fn clear(&self, keys: &[Option<u128>]) {
        let wanted: FxHashSet<&str> = self.names.iter().zip(keys).filter(|(_, key)| key.is_some()).map(|(name, _)| name.as_str()).collect();
        let length = stamp(self.language, 0, &[]).len();
        let is_waste = |path: &Path| {
            let name = path.file_name().and_then(|name| name.to_str());
            let is_page = path.extension().is_some_and(|e| e == "html");
            let is_ours = || last_line(path, length).is_ok_and(|line| line.starts_with(MARK.as_bytes()));
            // A file system may write a name in its own way: what it takes for a page that is wanted is one.
            is_page && name.is_none_or(|name| !wanted.contains(&*name.nfc().collect::<String>())) && is_ours()
        };
        let Ok(files) = fs::read_dir(&self.folder) else { return };
        for path in files.filter_map(|file| Some(file.ok()?.path())).filter(|path| is_waste(path)) {
            // One that cannot be removed does no harm.
            let _ = fs::remove_file(path);
        }
    }
}

/// The last line of a page: what it was made of.
fn stamp(language: Language, key: u128, more: &[Row]) -> String {
    let mut hash = Xxh3::new();
    hash.update(&key.to_le_bytes());
    hash.update(language.code().as_bytes());
    for row in more {
        hash.update(row.id.as_bytes());
        hash.update(row.message.as_bytes());
    }
    format!("{MARK}{:032x} -->\n", hash.digest128())
}

fn last_line(path: &Path, length: usize) -> io::Result<Vec<u8>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::End(-(length as i64)))?;
    let mut line = Vec::with_capacity(length);
    file.read_to_end(&mut line)?;
    Ok(line)
}

/// A file name for each article, by what it is called: safe on every system, and no two alike, whatever a system makes of upper and lower case.
fn names(ids: &[String]) -> Vec<String> {
    let mut taken: FxHashSet<String> = FxHashSet::default();
    let mut name = |id: &String| {
        let name = safe(id);
        let mut numbers = 2..;
        let mut one = name.clone();
        while !taken.insert(one.to_lowercase()) {
            one = format!("{name}-{}", numbers.next().unwrap_or(u64::MAX));
        }
        one + ".html"
    };
    ids.iter().map(&mut name).collect()
}

/// A name without what any system refuses or understands in its own way.
fn safe(id: &str) -> String {
    let mut name = String::new();
    for c in id.nfc() {
        let c =
            if c.is_alphanumeric() || matches!(c, '-' | '_' | '.') || unicode_normalization::char::is_combining_mark(c) { c } else { '_' };
        // Several signs in a row say no more than one.
        if name.len() + c.len_utf8() <= LONGEST && !(c == '_' && name.ends_with('_')) {
            name.push(c);
        }
    }
    let name = name.trim_matches(['.', '_']);
    let stem = name.split('.').next().unwrap_or_default().to_lowercase();
    let is_port = |port| stem.strip_prefix(port).is_some_and(|n: &str| n.chars().count() == 1);
    let is_reserved = name.is_empty() || RESERVED.contains(&&*stem) || is_port("com") || is_port("lpt");
    if is_reserved { format!("article-{name}").trim_end_matches('-').to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(ids: &[&str]) -> Vec<String> {
        names(&ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn names_are_safe_on_every_system() {
        assert_eq!(
            named(&["storm 2024", "../../etc/passwd", "en\\a:b*c?", "خبر عاجل", ".hidden."]),
            ["storm_2024.html", "etc_passwd.html", "en_a_b_c.html", "خبر_عاجل.html", "hidden.html"]
        );
        assert_eq!(
            named(&["con", "NUL.txt", "com1", "", "///", "comet"]),
            ["article-con.html", "article-NUL.txt.html", "article-com1.html", "article.html", "article-2.html", "comet.html"]
        );
        let long = named(&["خ".repeat(500).as_str()]);
        assert!(long[0].len() <= LONGEST + 5);
        assert!(!named(&["a\u{202E}b"])[0].contains('\u{202E}'));
    }

    #[test]
    fn no_two_names_are_alike() {
        assert_eq!(
            named(&["a/b", "A b", "a_b-2", "a:b", "e\u{301}", "\u{e9}"]),
            ["a_b.html", "A_b-2.html", "a_b-2-2.html", "a_b-3.html", "é.html", "é-2.html"]
        );
    }

    #[test]
    fn a_last_line_is_that_of_its_making() {
        let one = stamp(Language::English, 1, &[]);
        assert_ne!(one, stamp(Language::Arabic, 1, &[]));
        assert_ne!(one, stamp(Language::English, 2, &[]));
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.html");
        fs::write(&path, format!("<p>\n{one}")).expect("written");
        assert_eq!(last_line(&path, one.len()).expect("read"), one.as_bytes());
        fs::write(&path, "").expect("written");
        assert!(last_line(&path, one.len()).is_err());
    }
}
