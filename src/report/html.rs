//! One page for the browser: both texts side by side, ribbons between the sentences that translate each other, and every finding to be
//! judged by keyboard. It is whole in itself and loads nothing.
//!
//! Texts come from anywhere, so nothing of them reaches the page but as escaped text: the policy of the page allows one style and one
//! script by their hashes, and what could turn the order of the letters about is shown by its name.

mod escape;
pub mod index;
mod text;

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::io::{self, Write};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::csv::{CELL_LIMIT, fit, guard};
use super::edition::{Edition, Story};
use super::language::{Counted, Language};
use super::row::{COLUMNS, Row};
use super::summary::Tally;
use super::verdict::Verdict;
use crate::finding::{Kind, Severity};
use crate::lang::Lang;
use escape::{attribute, escaped, json, message};
use text::Spread;

const STYLE: &str = concat!(include_str!("html/base.css"), include_str!("html/page.css"));
const SCRIPT: &str = include_str!("html/page.js");

/// Writes the page.
///
/// # Errors
/// Those of `out`.
pub fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { edition, language: edition.language, out: String::with_capacity(1 << 18) };
    page.whole().map_err(io::Error::other)?;
    out.write_all(page.out.as_bytes())
}

struct Page<'e> {
    edition: &'e Edition<'e>,
    language: Language,
    out: String,
}

/// What the script of the page is told.
#[derive(Serialize)]
struct Told<'a> {
    words: BTreeMap<&'static str, &'static str>,
    columns: [&'static str; COLUMNS.len()],
    file: String,
    limit: usize,
    findings: Vec<Finding<'a>>,
}

/// A finding as the script knows it; its place in the list is its number.
#[derive(Serialize)]
struct Finding<'a> {
    id: &'a str,
    /// Cells of the row as CSV has them.
    cells: Vec<String>,
    verdict: &'a str,
    note: &'a str,
}

impl Page<'_> {
    fn whole(&mut self) -> fmt::Result {
        let words = self.language.words();
        let spreads: Vec<Spread> = self.edition.stories.iter().map(|story| Spread::new(story, self.edition.rows)).collect();
        let title = self.title();
        head(&mut self.out, self.language, &title, STYLE, SCRIPT)?;
        writeln!(self.out, "<a class=\"skip\" href=\"#findings\">{}</a>", words.skip)?;
        self.masthead(&title)?;
        self.out.push_str("<div class=\"desk\">\n<main>\n");
        for (n, (story, spread)) in self.edition.stories.iter().zip(&spreads).enumerate() {
            self.spread(n, story, spread)?;
        }
        self.legend()?;
        self.out.push_str("</main>\n");
        self.findings(&spreads)?;
        self.out.push_str("</div>\n");
        self.help()?;
        writeln!(self.out, "<div id=\"tip\" role=\"tooltip\" hidden></div>")?;
        self.told()?;
        tail(&mut self.out, SCRIPT)
    }

    fn title(&self) -> String {
        match self.edition.stories {
            [story] => story.summary.document.clone(),
            stories => self.language.count(stories.len(), Counted::Article),
        }
    }

    fn masthead(&mut self, title: &str) -> fmt::Result {
        let words = self.language.words();
        let tally = Tally::of(self.edition.rows.iter().map(|row| (row.kind, row.severity)));
        let home =
            self.edition.home.map_or(String::new(), |home| format!("<a class=\"home\" href=\"{}\">{}</a>", attribute(home), words.home));
        write!(
            self.out,
            "<header class=\"masthead\">\n<div class=\"name\">{home}<h1><bdi>{}</bdi></h1><p id=\"count\" role=\"status\">{}</p></div>\n<form class=\"filters\" role=\"search\" aria-label=\"{}\">\n",
            escaped(title),
            self.language.count(tally.total(), Counted::Finding),
            words.filters,
        )?;
        write!(self.out, "<div class=\"chips\" role=\"group\" aria-label=\"{}\">", words.severity)?;
        for severity in Severity::ALL.into_iter().rev().filter(|s| tally.severity(*s) > 0) {
            write!(
                self.out,
                "<label class=\"chip {0}\"><input type=\"checkbox\" name=\"severity\" value=\"{0}\" checked><span>{1} <b>{2}</b></span></label>",
                severity,
                self.language.severity(severity),
                tally.severity(severity)
            )?;
        }
        self.out.push_str("</div>\n");
        write!(self.out, "<select name=\"kind\" aria-label=\"{}\"><option value=\"\">{}</option>", words.kind, words.all_kinds)?;
        for kind in Kind::ALL.into_iter().filter(|k| tally.kind(*k) > 0) {
            write!(self.out, "<option value=\"{kind}\">{} ({})</option>", self.language.kind(kind), tally.kind(kind))?;
        }
        write!(self.out, "</select>\n<select name=\"rule\" aria-label=\"{}\"><option value=\"\">{}</option>", words.rule, words.all_rules)?;
        for (rule, count) in rules(self.edition.rows) {
            write!(self.out, "<option value=\"{}\">{} ({count})</option>", attribute(rule), escaped(self.language.rule_title(rule)))?;
        }
        write!(
            self.out,
            "</select>\n<select name=\"judged\" aria-label=\"{}\"><option value=\"\">{}</option><option value=\"open\">{}</option>\
             <option value=\"judged\">{}</option></select>\n\
             <label class=\"sure\"><span>{}</span> <input type=\"range\" name=\"confidence\" min=\"0\" max=\"100\" step=\"5\" value=\"0\" aria-label=\"{}\">\
             <output>0%</output></label>\n\
             <input type=\"search\" name=\"search\" placeholder=\"{}\" aria-label=\"{}\">\n\
             <button type=\"button\" id=\"export\">{}</button>\n<button type=\"button\" id=\"keys\" aria-haspopup=\"dialog\" aria-label=\"{}\"><kbd aria-hidden=\"true\">?</kbd></button>\n\
             </form>\n</header>\n",
            words.verdict,
            words.any_verdict,
            words.open,
            words.judged,
            words.confidence,
            words.confidence,
            words.search_hint,
            words.search,
            words.export,
            words.help,
        )
    }

    fn spread(&mut self, n: usize, story: &Story<'_>, spread: &Spread<'_>) -> fmt::Result {
        let words = self.language.words();
        // English stands left and Arabic right, where their lines begin, whichever was translated.
        let english_first = story.summary.source.lang == Lang::English;
        let sides = if english_first { [true, false] } else { [false, true] };
        writeln!(
            self.out,
            "<section class=\"spread\" aria-label=\"{}\" dir=\"ltr\">\n<div class=\"heads\">",
            attribute(&story.summary.document)
        )?;
        for source in sides {
            let side = if source { &story.summary.source } else { &story.summary.target };
            let label = if source { words.source } else { words.target };
            let direction = if self.language.is_right_to_left() { "rtl" } else { "ltr" };
            write!(
                self.out,
                "<h2 dir=\"{direction}\">{label} <small><bdi>{}</bdi> · {}{}{}</small></h2>",
                escaped(&side.name),
                self.language.count(side.segments, Counted::Segment),
                words.comma,
                self.language.count(side.words, Counted::Word)
            )?;
        }
        self.out.push_str("</div>\n");
        self.remarks(story)?;
        self.out.push_str("<div class=\"rows\">\n<svg class=\"ribbons\" aria-hidden=\"true\"></svg>\n");
        for (r, row) in spread.rows.iter().enumerate() {
            let opening = if row.opens_paragraph { " opens" } else { "" };
            write!(self.out, "<div class=\"row{opening}\" id=\"r{n}-{r}\">")?;
            for source in sides {
                let (segments, side) = if source { (row.source.clone(), "source") } else { (row.target.clone(), "target") };
                let lang = if source { story.summary.source.lang } else { story.summary.target.lang };
                let (code, direction) = if lang == Lang::Arabic { ("ar", "rtl") } else { ("en", "ltr") };
                let bead = if source { row.source_bead } else { row.target_bead };
                let state = bead.map_or("", |b| spread.state(b));
                let number = bead.map_or(String::new(), |b| b.to_string());
                write!(self.out, "<div class=\"cell {side} {state}\" data-bead=\"{number}\" lang=\"{code}\" dir=\"{direction}\">")?;
                for s in segments {
                    spread.segment(source, s as usize, &mut self.out)?;
                }
                if state == "moved" {
                    let own = if self.language.is_right_to_left() { "rtl" } else { "ltr" };
                    write!(self.out, "<small class=\"tag\" lang=\"{}\" dir=\"{own}\">{}</small>", self.language.code(), words.moved_here)?;
                }
                self.out.push_str("</div>");
            }
            self.out.push_str("</div>\n");
        }
        self.out.push_str("</div>\n</section>\n");
        Ok(())
    }

    /// What was done to the texts in reading them.
    fn remarks(&mut self, story: &Story<'_>) -> fmt::Result {
        let (words, remarks) = (self.language.words(), &story.summary.remarks);
        if remarks.is_empty() {
            return Ok(());
        }
        let direction = if self.language.is_right_to_left() { "rtl" } else { "ltr" };
        write!(self.out, "<ul class=\"remarks\" dir=\"{direction}\" aria-label=\"{}\">", words.about_remarks)?;
        for remark in remarks {
            write!(self.out, "<li><b>{}</b> <bdi>{}</bdi></li>", words.remark, escaped(&self.language.remark(remark)))?;
        }
        self.out.push_str("</ul>\n");
        Ok(())
    }

    fn legend(&mut self) -> fmt::Result {
        let words = self.language.words();
        write!(self.out, "<aside class=\"legend\" aria-label=\"{}\"><p>{}</p><p>", words.legend, words.legend_ribbons)?;
        for severity in Severity::ALL.into_iter().rev() {
            write!(self.out, "<span class=\"hit {severity} mistranslated\">{}</span> ", self.language.severity(severity))?;
        }
        for kind in Kind::ALL {
            write!(self.out, "<span class=\"hit plain {kind}\">{} {}</span> ", sign(kind), self.language.kind(kind))?;
        }
        let made = words.made_by.replace("{version}", env!("CARGO_PKG_VERSION"));
        writeln!(self.out, "</p><p>{} {}</p><p>{made}</p></aside>", words.about_severity, words.about_confidence)
    }

    fn findings(&mut self, spreads: &[Spread<'_>]) -> fmt::Result {
        let words = self.language.words();
        writeln!(self.out, "<aside class=\"list\" aria-label=\"{}\">\n<ol id=\"findings\" tabindex=\"-1\">", words.findings)?;
        for (n, row) in self.edition.rows.iter().enumerate() {
            self.card(n, row, spreads)?;
        }
        self.out.push_str("</ol>\n");
        if self.edition.rows.is_empty() {
            writeln!(self.out, "<p class=\"empty\">{}</p>", words.none_found)?;
        }
        writeln!(
            self.out,
            "<p class=\"empty\" id=\"none\" hidden>{} <button type=\"button\" id=\"reset\">{}</button></p>",
            words.none_shown, words.reset
        )?;
        if !self.edition.gone.is_empty() {
            writeln!(self.out, "<details class=\"gone\"><summary>{} ({})</summary><ul>", words.gone_title, self.edition.gone.len())?;
            for row in self.edition.gone {
                writeln!(
                    self.out,
                    "<li><b>{}</b> {}</li>",
                    escaped(self.language.rule_title(&row.rule)),
                    message(&row.message, self.language)
                )?;
            }
            self.out.push_str("</ul></details>\n");
        }
        self.out.push_str("</aside>\n");
        Ok(())
    }

    fn card(&mut self, n: usize, row: &Row, spreads: &[Spread<'_>]) -> fmt::Result {
        let words = self.language.words();
        let story = self.edition.stories.iter().position(|story| story.summary.document == row.document);
        let place = story.zip(story.and_then(|s| spreads[s].row_of(n)));
        let percent = (row.confidence * 100.0).round().clamp(0.0, 99.0);
        write!(
            self.out,
            "<li class=\"card {severity} {kind}\" id=\"f{n}\" tabindex=\"-1\" data-n=\"{n}\" data-severity=\"{severity}\" data-kind=\"{kind}\" data-rule=\"{}\" \
             data-confidence=\"{percent}\">\n<p class=\"what\"><span class=\"badge\">{}</span><span class=\"kind\"><i aria-hidden=\"true\">{}</i> {}</span>",
            attribute(&row.rule),
            self.language.severity(row.severity),
            sign(row.kind),
            self.language.kind(row.kind),
            severity = row.severity,
            kind = row.kind,
        )?;
        if row.status == "new" {
            write!(self.out, "<span class=\"new\">{}</span>", words.new)?;
        }
        write!(
            self.out,
            "<span class=\"percent\">{percent}% {}</span></p>\n<h3>{}</h3>\n<p class=\"why\">{}</p>\n",
            words.sure,
            escaped(self.language.rule_title(&row.rule)),
            message(&row.message, self.language)
        )?;
        let source = self.edition.source_language(&row.document);
        for (label, lang, line, span, missing) in [
            (words.source, source, row.source_line, &row.source_span, words.not_in_source),
            (words.target, source.other(), row.target_line, &row.target_span, words.not_in_target),
        ] {
            let (code, direction) = if lang == Lang::Arabic { ("ar", "rtl") } else { ("en", "ltr") };
            let line = line.map_or(String::new(), |line| format!(" · {} {line}", words.line));
            write!(self.out, "<div class=\"quote\"><small>{label}{line}</small>")?;
            if span.is_empty() {
                writeln!(self.out, "<p class=\"missing\">{missing}</p></div>")?;
            } else {
                writeln!(self.out, "<blockquote lang=\"{code}\" dir=\"{direction}\">{}</blockquote></div>", escaped(span))?;
            }
        }
        if let Some((story, at)) = place {
            write!(self.out, "<a class=\"go\" href=\"#r{story}-{at}\">{}</a>", escaped(&row.rule))?;
        }
        self.out.push_str("</li>\n");
        Ok(())
    }

    fn help(&mut self) -> fmt::Result {
        let words = self.language.words();
        let keys = [
            ("j", words.next),
            ("k", words.previous),
            ("a", words.accepted),
            ("f", words.false_positive),
            ("d", words.fixed),
            ("x", words.wont_fix),
            ("u", words.clear),
            ("n", words.to_note),
            ("/", words.to_search),
            ("e", words.export),
            ("?", words.help),
        ];
        write!(self.out, "<dialog id=\"help\" aria-labelledby=\"help-title\"><h2 id=\"help-title\">{}</h2><dl>", words.help)?;
        for (key, what) in keys {
            write!(self.out, "<div><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>")?;
        }
        writeln!(
            self.out,
            "</dl><p>{}</p><form method=\"dialog\"><button autofocus>{} <kbd>Esc</kbd></button></form></dialog>",
            words.kept_here, words.close
        )
    }

    fn told(&mut self) -> fmt::Result {
        let findings = self.edition.rows.iter().map(|row| Finding {
            id: &row.id,
            cells: row.cells().into_iter().map(|cell| fit(guard(&cell)).into_owned()).collect(),
            verdict: Verdict::read(&row.verdict).map_or("", Verdict::name),
            note: &row.note,
        });
        let file = match self.edition.stories {
            [story] => story.summary.document.clone(),
            _ => "report".to_owned(),
        };
        let told = Told {
            words: self.language.words().all().into_iter().collect(),
            columns: COLUMNS,
            file,
            limit: CELL_LIMIT,
            findings: findings.collect(),
        };
        let told = json(&told).map_err(|_| fmt::Error)?;
        writeln!(self.out, "<script type=\"application/json\" id=\"told\">{told}</script>")
    }
}

/// All that stands before the content of a page: the policy that lets no style and no script in but these two.
fn head(out: &mut String, language: Language, title: &str, style: &str, script: &str) -> fmt::Result {
    let direction = if language.is_right_to_left() { "rtl" } else { "ltr" };
    write!(
        out,
        "<!doctype html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{} – {}</title>\n<style>{style}</style>\n</head>\n<body>\n",
        language.code(),
        hash(style),
        hash(script),
        escaped(title),
        language.words().title,
    )
}

/// All that stands after it.
fn tail(out: &mut String, script: &str) -> fmt::Result {
    write!(out, "<script>{script}</script>\n</body>\n</html>\n")
}

/// The rules that found something, by id, with how much.
fn rules(rows: &[Row]) -> BTreeMap<&str, usize> {
    let mut rules = BTreeMap::new();
    for row in rows {
        *rules.entry(row.rule.as_str()).or_insert(0) += 1;
    }
    rules
}

/// A kind at a glance.
const fn sign(kind: Kind) -> &'static str {
    match kind {
        Kind::Dropped => "−",
        Kind::Added => "+",
        Kind::Mistranslated => "×",
        Kind::Moved => "↕",
    }
}

/// What a policy calls an inline style or script.
fn hash(content: &str) -> String {
    STANDARD.encode(Sha256::digest(content.as_bytes()))
}

#[cfg(test)]
mod tests;
