//! The page of a whole archive: a table of its articles to be sorted and filtered, a chart of what was found over them, and what could
//! not be audited. It is as closed as the page of an article, and its table is built a page at a time, so that thousands of articles are no burden.

mod chart;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::io::{self, Write};

use serde::Serialize;

use super::escape::{attribute, escaped, json};
use super::{head, sign, tail};
use crate::finding::{Kind, Severity};
use crate::report::edition::Lost;
use crate::report::language::{Counted, Language};

const STYLE: &str = concat!(include_str!("base.css"), include_str!("index.css"));
const SCRIPT: &str = include_str!("index.js");
/// So many failures are listed; the table of errors has all.
const LISTED: usize = 200;

/// The columns of the table with what they sort by, and whether a click shows the largest first.
const SORTED: [(&str, bool); 10] = [
    ("number", false),
    ("name", false),
    ("words", true),
    ("segments", true),
    ("critical", true),
    ("major", true),
    ("minor", true),
    ("neutral", true),
    ("score", false),
    ("status", false),
];

/// One article of an archive in numbers.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is called.
    pub id: String,
    /// Name of the source.
    pub source: String,
    /// Name of the target.
    pub target: String,
    /// Words of source and target.
    pub words: (usize, usize),
    /// Segments of source and target.
    pub segments: (usize, usize),
    /// Findings by severity, from neutral to critical.
    pub severities: [usize; Severity::ALL.len()],
    /// Findings by kind.
    pub kinds: [usize; Kind::ALL.len()],
    /// From 0 to 100; `None` if it could not be audited.
    pub score: Option<f64>,
    /// The file of its own page, as seen from this one: a folder and a name.
    pub page: Option<(&'static str, String)>,
}

impl Entry {
    fn row(&self) -> Row<'_> {
        let score = self.score.map(|score| (score * 10.0).round() / 10.0);
        let page = self.page.as_ref().map_or(String::new(), |(folder, name)| format!("{folder}/{}", encoded(name)));
        let (words, segments) = (self.words.into(), self.segments.into());
        (&self.id, &self.source, &self.target, words, segments, self.severities, self.kinds, score, page)
    }
}

/// All that the page tells.
#[derive(Clone, Copy, Debug)]
pub struct Index<'a> {
    /// The language of the page.
    pub language: Language,
    /// The articles in the order of the archive; after those that were audited, those that were not.
    pub entries: &'a [Entry],
    /// What could not be audited.
    pub lost: &'a [Lost<'a>],
    /// Files of the same folder.
    pub files: &'a [&'a str],
}

/// What the script of the page is told.
#[derive(Serialize)]
struct Told<'a> {
    words: BTreeMap<&'static str, &'static str>,
    articles: Vec<Row<'a>>,
}

/// An article as the script knows it: a row without names, since there may be thousands.
type Row<'a> = (&'a str, &'a str, &'a str, [usize; 2], [usize; 2], [usize; 4], [usize; 4], Option<f64>, String);

/// Writes the page.
///
/// # Errors
/// Those of `out`.
pub fn write(index: &Index<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { index, out: String::with_capacity(1 << 18) };
    page.whole().map_err(io::Error::other)?;
    out.write_all(page.out.as_bytes())
}

struct Page<'i> {
    index: &'i Index<'i>,
    out: String,
}

impl Page<'_> {
    fn whole(&mut self) -> fmt::Result {
        let words = self.index.language.words();
        head(&mut self.out, self.index.language, words.archive, STYLE, SCRIPT)?;
        writeln!(self.out, "<a class=\"skip\" href=\"#articles\">{}</a>", words.skip_to_articles)?;
        self.masthead()?;
        self.out.push_str("<main>\n");
        self.totals()?;
        let audited = self.index.entries.iter().filter(|e| e.score.is_some()).map(|e| e.kinds);
        chart::draw(&audited.collect::<Vec<_>>(), self.index.language, &mut self.out)?;
        self.table()?;
        self.lost()?;
        self.foot()?;
        self.out.push_str("</main>\n");
        self.told()?;
        tail(&mut self.out, SCRIPT)
    }

    fn masthead(&mut self) -> fmt::Result {
        let (language, words) = (self.index.language, self.index.language.words());
        let all = self.index.entries.len();
        write!(
            self.out,
            "<header class=\"masthead\">\n<div class=\"name\"><h1>{}</h1><p id=\"count\" role=\"status\">{}</p></div>\n\
             <form class=\"filters\" role=\"search\" aria-label=\"{}\">\n\
             <input type=\"search\" name=\"search\" placeholder=\"{}\" aria-label=\"{}\">\n\
             <select name=\"status\" aria-label=\"{}\"><option value=\"\">{}</option>",
            words.archive,
            language.count(all, Counted::Article),
            words.filters,
            words.search_names,
            words.search_names,
            words.status,
            words.any_status,
        )?;
        let is_clean = |e: &&Entry| e.kinds.iter().sum::<usize>() == 0;
        let failed = self.index.entries.iter().filter(|e| e.score.is_none()).count();
        let clean = self.index.entries.iter().filter(|e| e.score.is_some()).filter(is_clean).count();
        for (value, label, n) in
            [("findings", words.with_findings, all - clean - failed), ("clean", words.clean, clean), ("error", words.not_audited, failed)]
        {
            if n > 0 {
                write!(self.out, "<option value=\"{value}\">{label} ({n})</option>")?;
            }
        }
        write!(
            self.out,
            "</select>\n<select name=\"severity\" aria-label=\"{}\"><option value=\"\">{}</option>",
            words.severity, words.any_severity
        )?;
        for severity in Severity::ALL.into_iter().rev() {
            self.option(severity.name(), language.severity(severity), |e| e.severities[severity as usize])?;
        }
        write!(self.out, "</select>\n<select name=\"kind\" aria-label=\"{}\"><option value=\"\">{}</option>", words.kind, words.all_kinds)?;
        for kind in Kind::ALL {
            self.option(kind.name(), language.kind(kind), |e| e.kinds[kind as usize])?;
        }
        write!(
            self.out,
            "</select>\n<button type=\"button\" id=\"range\" hidden></button>\n<button type=\"button\" id=\"everything\" hidden>{}</button>\n</form>\n</header>\n",
            words.reset
        )
    }

    /// A choice of the articles that have such findings, with how many articles that is.
    fn option(&mut self, value: &str, label: &str, of: impl Fn(&Entry) -> usize) -> fmt::Result {
        let articles = self.index.entries.iter().filter(|e| of(e) > 0).count();
        if articles == 0 {
            return Ok(());
        }
        write!(self.out, "<option value=\"{value}\">{label} ({articles})</option>")
    }

    fn totals(&mut self) -> fmt::Result {
        let (language, words) = (self.index.language, self.index.language.words());
        let entries = self.index.entries;
        let audited = entries.iter().filter(|e| e.score.is_some()).count();
        let with = entries.iter().filter(|e| e.kinds.iter().any(|n| *n > 0)).count();
        let findings: usize = entries.iter().flat_map(|e| e.kinds).sum();
        self.out.push_str("<dl class=\"totals\">");
        let numbers = [(words.articles, audited, ""), (words.with_findings, with, ""), (words.findings, findings, "")];
        let severities = Severity::ALL
            .into_iter()
            .rev()
            .map(|s| (language.severity(s), entries.iter().map(|e| e.severities[s as usize]).sum::<usize>(), s.name()));
        let lost = (!self.index.lost.is_empty()).then_some((words.not_audited, self.index.lost.len(), "failed"));
        for (label, n, class) in numbers.into_iter().chain(severities).chain(lost) {
            write!(self.out, "<div class=\"{class}\"><dt>{label}</dt><dd>{n}</dd></div>")?;
        }
        self.out.push_str("</dl>\n");
        Ok(())
    }

    fn table(&mut self) -> fmt::Result {
        let (language, words) = (self.index.language, self.index.language.words());
        write!(
            self.out,
            "<section class=\"articles\" id=\"articles\" tabindex=\"-1\" aria-label=\"{0}\">\n<table><caption class=\"unseen\">{0}</caption>\n<thead><tr>",
            words.articles
        )?;
        let of = |severity| language.severity(severity);
        let labels = [
            ("#", ""),
            (words.article, ""),
            (words.words, words.words_hint),
            (words.segments, words.segments_hint),
            (of(Severity::Critical), ""),
            (of(Severity::Major), ""),
            (of(Severity::Minor), ""),
            (of(Severity::Neutral), ""),
            (words.score_column, words.about_score),
            (words.status, ""),
        ];
        for ((key, falls), (label, hint)) in SORTED.into_iter().zip(labels) {
            let hint = if hint.is_empty() { String::new() } else { format!(" title=\"{}\"", attribute(hint)) };
            write!(
                self.out,
                "<th scope=\"col\" class=\"{key}\" data-key=\"{key}\" data-falls=\"{falls}\"><button type=\"button\"{hint}>{label}</button></th>"
            )?;
        }
        writeln!(
            self.out,
            "</tr></thead>\n<tbody></tbody>\n</table>\n<p class=\"empty\" id=\"none\" hidden>{}</p>\n\
             <nav class=\"pager\" aria-label=\"{}\" hidden><button type=\"button\" id=\"before\">{}</button><span id=\"page\"></span>\
             <button type=\"button\" id=\"next\">{}</button></nav>\n</section>",
            words.no_article, words.pager, words.page_before, words.page_next
        )
    }

    fn lost(&mut self) -> fmt::Result {
        let words = self.index.language.words();
        let lost = self.index.lost;
        if lost.is_empty() {
            return Ok(());
        }
        write!(
            self.out,
            "<details class=\"lost\" id=\"errors\"><summary>{} ({})</summary>\n<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>\
             <th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>\n",
            words.failures,
            lost.len(),
            words.article,
            words.file,
            words.stage,
            words.reason
        )?;
        for Lost { id, file, stage, reason } in lost.iter().take(LISTED) {
            let stage = match *stage {
                "archive" => words.stage_archive,
                "read" => words.stage_read,
                "pair" => words.stage_pair,
                _ => words.stage_audit,
            };
            writeln!(
                self.out,
                "<tr><td><bdi>{}</bdi></td><td><bdi>{}</bdi></td><td>{stage}</td><td lang=\"en\" dir=\"ltr\">{}</td></tr>",
                escaped(id),
                escaped(file),
                escaped(reason)
            )?;
        }
        self.out.push_str("</tbody></table>");
        if lost.len() > LISTED {
            write!(self.out, "<p>{}</p>", words.failures_more.replace("{n}", &LISTED.to_string()))?;
        }
        self.out.push_str("</details>\n");
        Ok(())
    }

    fn foot(&mut self) -> fmt::Result {
        let words = self.index.language.words();
        write!(self.out, "<footer><p>{}: ", words.files)?;
        for (n, file) in self.index.files.iter().enumerate() {
            let comma = if n > 0 { words.comma } else { "" };
            write!(self.out, "{comma}<a href=\"{0}\"><bdi>{0}</bdi></a>", attribute(file))?;
        }
        let made = words.made_by.replace("{version}", env!("CARGO_PKG_VERSION"));
        writeln!(self.out, "</p><p>{} {} {}</p><p>{made}</p></footer>", words.about_severity, words.about_confidence, words.about_score)
    }

    fn told(&mut self) -> fmt::Result {
        let told = Told {
            words: self.index.language.words().all().into_iter().collect(),
            articles: self.index.entries.iter().map(Entry::row).collect(),
        };
        let told = json(&told).map_err(|_| fmt::Error)?;
        writeln!(self.out, "<script type=\"application/json\" id=\"told\">{told}</script>")
    }
}

/// The name of a file as a part of an address.
fn encoded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            out.push(char::from(byte));
        } else {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, kinds: [usize; 4]) -> Entry {
        Entry {
            id: id.to_owned(),
            source: "en/a.txt".to_owned(),
            target: "ar/أ.txt".to_owned(),
            words: (100, 90),
            segments: (9, 8),
            severities: [0, 0, kinds.iter().sum(), 0],
            kinds,
            score: Some(87.25),
            page: Some(("articles", "خبر 1.html".to_owned())),
        }
    }

    fn page(entries: &[Entry], lost: &[Lost], language: Language) -> String {
        let mut out = Vec::new();
        write(&Index { language, entries, lost, files: &["findings.csv"] }, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn names_are_nothing_but_text() {
        let bad = "</script><img src=x onerror=alert(1)>\u{202E}";
        let lost = Lost { id: bad, file: bad, stage: "read", reason: bad };
        let page = page(&[entry(bad, [1, 0, 0, 0])], &[lost], Language::English);
        assert_eq!(page.matches("<script").count(), 2, "its own two");
        assert!(!page.contains("<img") && !page.contains('\u{202E}'));
    }

    #[test]
    fn addresses_are_encoded() {
        assert!(page(&[entry("a", [0; 4])], &[], Language::English).contains("articles/%D8%AE%D8%A8%D8%B1%201.html"));
    }

    #[test]
    fn an_archive_without_findings_has_no_chart() {
        assert!(!page(&[entry("a", [0; 4])], &[], Language::English).contains("<svg"));
        let arabic = page(&[entry("a", [0, 2, 0, 1])], &[], Language::Arabic);
        assert!(arabic.contains("<svg") && arabic.contains("<html lang=\"ar\" dir=\"rtl\">"));
    }
}
