//! The summary that a translator reads in the terminal.
//!
//! Arabic must be readable where the terminal orders right-to-left text and where it does not. So no Arabic text shares a line with English:
//! each text stands on lines of its own, and the words that a finding is about are repeated on a line below instead of being pointed at,
//! since no one can tell under which column a terminal puts an Arabic word. Styles are an extra: nothing is told by colour alone.

use std::fmt::{self, Write};
use std::ops::Range;

use anstyle::{AnsiColor, Style};

use super::language::{Counted, Language};
pub use super::layout::Look;
use super::layout::{width, wrap};
use super::row::{Row, one_line};
use super::summary::{Side, Summary, Tally, score};
use crate::finding::{Kind, Severity};
use crate::lang::Lang;

/// How many findings are shown; the rest is in the files.
pub const TOP: usize = 10;

/// How many lines of each text are shown around the words.
const LINES: usize = 4;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const MARKED: Style = Style::new().bold().underline();

/// What came of older reports.
#[derive(Clone, Copy, Debug, Default)]
pub struct Since<'a> {
    /// The findings that are no more; `None` when there is no older report to compare with.
    pub gone: Option<&'a [Row]>,
    /// How many findings reviewers dismissed, and so are not among those shown.
    pub dismissed: usize,
    /// How many judgements of reviewers are about these findings, and how many there are; `None` when none was given.
    pub judged: Option<(usize, usize)>,
}

/// The summary, with ANSI styles (`anstream` takes them out where they are not wanted).
///
/// The worst findings come first: by severity, then by confidence, then as they stand in the article.
pub fn summary(articles: &[Summary], rows: &[Row], since: Since<'_>, language: Language, look: Look) -> String {
    let mut page = Page { out: String::new(), language, look };
    // Writing to a `String` cannot fail.
    let _ = page.summary(articles, rows, since);
    page.out
}

struct Page {
    out: String,
    language: Language,
    look: Look,
}

impl Page {
    fn summary(&mut self, articles: &[Summary], rows: &[Row], since: Since<'_>) -> fmt::Result {
        self.articles(articles)?;
        self.counts(rows)?;
        self.score(articles, rows)?;
        self.since(rows, since)?;
        let mut worst: Vec<&Row> = rows.iter().collect();
        worst.sort_by(|a, b| b.severity.cmp(&a.severity).then(b.confidence.total_cmp(&a.confidence)));
        for (i, row) in worst.iter().take(TOP).enumerate() {
            writeln!(self.out)?;
            let article = articles.iter().find(|a| a.document == row.document);
            self.finding(i + 1, row, article, articles.len() > 1)?;
        }
        if rows.len() > TOP {
            let words = self.language.words();
            let told =
                words.worst_of.replace("{top}", &TOP.to_string()).replace("{all}", &self.language.count(rows.len(), Counted::Finding));
            writeln!(self.out)?;
            self.say("", &told)?;
        }
        Ok(())
    }

    /// A line of the report's own, whichever way its language runs.
    fn say(&mut self, margin: &str, text: &str) -> fmt::Result {
        let line = match self.language {
            Language::English => self.look.english(text),
            Language::Arabic => self.look.line(Lang::Arabic, text.into()),
        };
        writeln!(self.out, "{margin}{line}")
    }

    fn articles(&mut self, articles: &[Summary]) -> fmt::Result {
        let (language, words) = (self.language, self.language.words());
        if let [article] = articles {
            let names = width(&article.source.name).max(width(&article.target.name));
            let labels = [words.source_file, words.target_file];
            let labelled = labels.map(width).into_iter().max().unwrap_or_default();
            for (label, side) in labels.into_iter().zip([&article.source, &article.target]) {
                let Side { name, lang, segments, words } = side;
                let name = one_line(name);
                let gap = " ".repeat(names.saturating_sub(width(&name)));
                let margin = " ".repeat(labelled - width(label));
                let counts =
                    [language.count(*segments, Counted::Segment), language.count(*words, Counted::Word)].join(self.language.words().comma);
                self.say("", &format!("{label}{margin}  {name}{gap}  {:7}  {counts}", language.lang(*lang)))?;
            }
            self.say("", &words.aligned_in.replace("{beads}", &language.count(article.beads, Counted::Bead)))?;
            let remarks = article.remarks.iter();
            return remarks
                .map(|remark| format!("{}: {}", words.remark, one_line(&language.remark(remark))))
                .try_for_each(|remark| self.say("", &remark));
        }
        let sum = |of: fn(&Summary) -> usize| articles.iter().map(of).sum::<usize>();
        let told = words
            .articles_in_all
            .replace("{articles}", &language.count(articles.len(), Counted::Article))
            .replace("{source}", &language.count(sum(|a| a.source.segments), Counted::Segment))
            .replace("{target}", &sum(|a| a.target.segments).to_string())
            .replace("{beads}", &language.count(sum(|a| a.beads), Counted::Bead));
        self.say("", &told)
    }

    fn counts(&mut self, rows: &[Row]) -> fmt::Result {
        let (language, words) = (self.language, self.language.words());
        let tally = Tally::of(rows.iter().map(|row| (row.kind, row.severity)));
        writeln!(self.out)?;
        if tally.total() == 0 {
            return self.say("", &format!("{BOLD}{}{BOLD:#}", words.none_found));
        }
        let list = |counts: &[(usize, &str)]| {
            let told = |(n, name): &(usize, &str)| match language {
                Language::English => format!("{n} {name}"),
                Language::Arabic => format!("{name}: {n}"),
            };
            counts.iter().filter(|(n, _)| *n > 0).map(told).collect::<Vec<_>>().join(words.comma)
        };
        let kinds = list(&Kind::ALL.map(|k| (tally.kind(k), language.kind(k))));
        let mut severities = Severity::ALL.map(|s| (tally.severity(s), language.severity(s)));
        severities.reverse();
        let total = language.count(tally.total(), Counted::Finding);
        self.say("", &format!("{BOLD}{total}{BOLD:#}: {kinds}{}{}", words.semicolon, list(&severities)))
    }

    /// What the findings come to, and how that is counted.
    fn score(&mut self, articles: &[Summary], rows: &[Row]) -> fmt::Result {
        let words: usize = articles.iter().map(|a| a.source.words).sum();
        let score = score(rows.iter().map(|row| (row.severity, row.confidence)), words);
        let told = self.language.words().score;
        let told = told.replace("{score}", &format!("{score:.1}")).replace("{words}", &self.language.count(words, Counted::Word));
        wrap(&told, self.look.width).into_iter().try_for_each(|line| self.say("", &told[line]))
    }

    fn since(&mut self, rows: &[Row], since: Since<'_>) -> fmt::Result {
        let words = self.language.words();
        if let Some((fit, all)) = since.judged {
            self.say("", &words.verdicts_fit.replace("{fit}", &fit.to_string()).replace("{all}", &all.to_string()))?;
        }
        if since.dismissed > 0 {
            let told = words.dismissed.replace("{findings}", &self.language.count(since.dismissed, Counted::Finding));
            self.say("", &told)?;
        }
        let Some(gone) = since.gone else { return Ok(()) };
        let with = |status: &str| rows.iter().filter(|row| row.status == status).count().to_string();
        let told = words.since.replace("{new}", &with("new")).replace("{unchanged}", &with("unchanged"));
        self.say("", &told.replace("{gone}", &gone.len().to_string()))?;
        for row in gone.iter().take(TOP) {
            self.say("", &format!("{DIM}{}{DIM:#}  {BOLD}{}{BOLD:#}", words.gone, rule_name(row, self.language)))?;
            for line in wrap(&row.message, self.look.width.saturating_sub(6)) {
                self.say("      ", &row.message[line])?;
            }
        }
        if gone.len() > TOP {
            self.say("      ", &words.and_more.replace("{n}", &(gone.len() - TOP).to_string()))?;
        }
        Ok(())
    }

    fn finding(&mut self, number: usize, row: &Row, article: Option<&Summary>, with_document: bool) -> fmt::Result {
        let color = severity_style(row.severity);
        let sure = how_sure(row.confidence, self.language);
        let (severity, kind, rule) = (self.language.severity(row.severity), self.language.kind(row.kind), rule_name(row, self.language));
        let mut head = format!("{BOLD}{number}.{BOLD:#} {color}{severity}{color:#}  {kind}  {BOLD}{rule}{BOLD:#}  {sure}");
        if with_document {
            write!(head, "  {DIM}{}{DIM:#}", row.document)?;
        }
        self.say("", &head)?;
        for line in wrap(&row.message, self.look.width.saturating_sub(3)) {
            self.say("   ", &row.message[line])?;
        }
        // Not the language of the words themselves: an Arabic caption may be Latin letters for the most part.
        let source = article.map_or(Lang::English, |a| a.source.lang);
        self.side(source, row.source_line, &row.source, &row.source_mark)?;
        self.side(source.other(), row.target_line, &row.target, &row.target_mark)
    }

    fn side(&mut self, lang: Lang, line: Option<u32>, text: &str, mark: &Range<usize>) -> fmt::Result {
        let (name, words) = (self.language.lang(lang), self.language.words());
        let Some(line) = line else {
            return self.say("   ", &format!("{DIM}{name}: {}{DIM:#}", words.nothing));
        };
        self.say("   ", &format!("{DIM}{name}{}{} {line}{DIM:#}", words.comma, words.line))?;
        self.text("     ", lang, text, mark)?;
        match text.get(mark.clone()) {
            // The whole text is marked already.
            Some(words) if words.len() == text.len() => Ok(()),
            None | Some("") => self.say("     ", &format!("{DIM}> {}{DIM:#}", words.nothing)),
            Some(words) => self.text("     > ", lang, words, &(0..words.len())),
        }
    }

    /// Some lines of a text around its mark; what is before and after is told by dots.
    fn text(&mut self, margin: &str, lang: Lang, text: &str, mark: &Range<usize>) -> fmt::Result {
        // Where all is marked no style is needed, and a paragraph of underlined Arabic is hard to read.
        let mark = if mark.len() == text.len() { &(0..0) } else { mark };
        // Two columns for the dots on either side.
        let lines = wrap(text, self.look.width.saturating_sub(margin.len() + 4));
        let shown = window(&lines, mark);
        for (i, line) in lines[shown.clone()].iter().enumerate() {
            let mut words = String::new();
            if i == 0 && shown.start > 0 {
                words.push_str("… ");
            }
            let (from, to) = (mark.start.clamp(line.start, line.end), mark.end.clamp(line.start, line.end));
            words.push_str(&text[line.start..from]);
            if from < to {
                write!(words, "{MARKED}{}{MARKED:#}", &text[from..to])?;
            }
            words.push_str(&text[to..line.end]);
            if i + 1 == shown.len() && shown.end < lines.len() {
                words.push_str(" …");
            }
            let margin = if i == 0 { margin } else { &" ".repeat(margin.len()) };
            writeln!(self.out, "{margin}{}", self.look.line(lang, words.into()))?;
        }
        Ok(())
    }
}

/// The lines to show: all, or [`LINES`] of them from the one before the mark.
fn window(lines: &[Range<usize>], mark: &Range<usize>) -> Range<usize> {
    if lines.len() <= LINES {
        return 0..lines.len();
    }
    let first = if mark.is_empty() { 0 } else { lines.iter().position(|line| line.end > mark.start).unwrap_or(0) };
    let start = first.saturating_sub(1).min(lines.len() - LINES);
    start..start + LINES
}

fn severity_style(severity: Severity) -> Style {
    match severity {
        Severity::Critical => AnsiColor::Red.on_default().bold(),
        Severity::Major => AnsiColor::Yellow.on_default(),
        Severity::Minor => AnsiColor::Cyan.on_default(),
        Severity::Neutral => DIM,
    }
}

/// A rule by its id, which `muqabala rules` explains, or by its Arabic title.
pub(super) fn rule_name(row: &Row, language: Language) -> &str {
    match language {
        Language::English => &row.rule,
        Language::Arabic => language.rule_title(&row.rule),
    }
}

/// How sure a finding is, in a language of reports.
pub(super) fn how_sure(confidence: f64, language: Language) -> String {
    match language {
        Language::English => sure(confidence),
        Language::Arabic => format!("{} {}", language.words().confidence, percent(confidence)),
    }
}

/// Never 100%: that is not for a program to say.
pub(super) fn sure(confidence: f64) -> String {
    format!("{} sure", percent(confidence))
}

fn percent(confidence: f64) -> String {
    format!("{:.0}%", (confidence * 100.0).round().clamp(0.0, 99.0))
}

#[cfg(test)]
mod tests {
    use super::super::row::tests::row;
    use super::*;

    fn side(name: &str, lang: Lang, segments: usize, words: usize) -> Side {
        Side { name: name.into(), lang, segments, words }
    }

    fn article() -> Summary {
        Summary {
            document: "war".into(),
            source: side("source.en.txt", Lang::English, 21, 431),
            target: side("target.ar.txt", Lang::Arabic, 20, 388),
            beads: 22,
            remarks: Vec::new(),
        }
    }

    fn rows() -> Vec<Row> {
        let mistranslated = Kind::Mistranslated;
        let long = "More than 3,200 families have left the port city since the shelling began on Monday, the Norwegian charity that runs the two camps to the \
            east said in a statement, and many of them have walked for two days along the coast with little more than blankets, although the \
            fighters who hold the bridge let only women and children pass, while the government said that its troops stand six kilometres from the bridge.";
        vec![
            row(
                "modality-mismatch",
                mistranslated,
                Severity::Major,
                0.812,
                ("Flights may resume on Thursday.", "may resume"),
                ("ستُستأنف الرحلات يوم الخميس.", "ستُستأنف"),
                "The source says that it is possible; the translation says that it will happen.",
            ),
            row(
                "number-mismatch",
                mistranslated,
                Severity::Critical,
                0.9996,
                (long, "3,200 families"),
                (
                    "وقالت المنظمة النرويجية التي تدير المخيمين شرقي المدينة في بيان إن أكثر من 32 ألف أسرة غادرت المدينة الساحلية منذ بدء القصف يوم الاثنين.",
                    "32 ألف أسرة",
                ),
                "The source has 3,200 and the translation 32,000 (32 ألف).",
            ),
            row(
                "dropped-segment",
                Kind::Dropped,
                Severity::Major,
                0.97,
                ("The claims could not be verified.", "The claims could not be verified."),
                ("", ""),
                "This sentence is not in the translation.",
            ),
            row(
                "dropped-claim",
                Kind::Dropped,
                Severity::Major,
                0.9,
                (long, "its troops stand six kilometres from the bridge"),
                ("وقالت الحكومة ذلك.", ""),
                "This claim is not in the translation.",
            ),
        ]
    }

    fn plain(articles: &[Summary], rows: &[Row], look: Look) -> String {
        anstream::adapter::strip_str(&summary(articles, rows, Since::default(), Language::English, look)).to_string()
    }

    #[test]
    fn summary_of_an_article() {
        insta::assert_snapshot!(plain(&[article()], &rows(), Look::default()));
    }

    #[test]
    fn summary_of_an_article_on_a_narrow_terminal() {
        insta::assert_snapshot!(
            plain(&[article()], &rows()[1..2], Look { width: 44, isolates: true })
                .replace('\u{2067}', "<RLI>")
                .replace('\u{2068}', "<FSI>")
                .replace('\u{2069}', "<PDI>")
        );
    }

    #[test]
    fn summary_without_findings() {
        insta::assert_snapshot!(plain(&[article()], &[], Look::default()));
    }

    #[test]
    fn summary_of_many() {
        let rows: Vec<Row> = rows().into_iter().cycle().take(12).collect();
        let text = plain(&[article(), article()], &rows, Look::default());
        assert!(text.starts_with("2 articles: 42 segments of the source, 40 of the target, 44 beads\n"));
        assert!(text.contains("\n12 findings: 6 dropped, 6 mistranslated; 3 critical, 9 major\n"));
        assert!(text.contains("sure  war\n"));
        assert!(text.ends_with("These are the 10 worst of 12 findings.\n"));
    }

    #[test]
    fn files_get_no_control_characters() {
        let text = plain(&[article()], &rows(), Look::default());
        assert!(!text.contains(|c: char| c != '\n' && (c.is_control() || ('\u{2066}'..='\u{2069}').contains(&c))));
    }

    #[test]
    fn no_line_is_wider_than_the_terminal() {
        for width in [30, 44, 80, 120] {
            for line in plain(&[article()], &rows(), Look { width, isolates: false }).lines().skip(3) {
                assert!(super::width(line) <= width || line.contains("finding") || line.contains("sure"), "{line}");
            }
        }
    }

    #[test]
    fn arabic_and_english_never_share_a_line_but_in_messages() {
        let arabic = crate::lang::is_arabic_letter;
        let text = plain(&[article()], &rows(), Look::default());
        let mixed: Vec<&str> = text.lines().filter(|l| l.contains(arabic) && l.contains(|c: char| c.is_ascii_alphabetic())).collect();
        assert_eq!(mixed, ["   The source has 3,200 and the translation 32,000 (32 ألف)."]);
    }
}
