//! A workbook: the findings for those who work in a spreadsheet, the articles in numbers, and how to read it.
//!
//! A file that was audited is written from memory, an archive row by row as it comes.
//! Cells are never formulas, so nothing needs a guard. What a sheet cannot hold is cut and says so.

use std::io::{self, Write};

use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Url,
    Workbook, Worksheet, XlsxError,
};
use unicode_width::UnicodeWidthStr;

use super::csv::fit;
use super::edition::{Archive, Edition, Whole};
use super::language::{Language, rules};
use super::row::{COLUMNS, Row};
use super::summary::{Summary, Tally, score};
use super::verdict::Verdict;
use crate::audit::rule::RULES;
use crate::finding::{Kind, Severity};
use crate::lang::Lang;

/// The columns in the order in which a reviewer needs them, with their widths in characters.
const LAYOUT: [(&str, f64); 20] = [
    ("severity", 10.0),
    ("rule", 24.0),
    ("message", 42.0),
    ("source", 58.0),
    ("target", 58.0),
    ("verdict", 15.0),
    ("note", 26.0),
    ("confidence", 11.0),
    ("kind", 14.0),
    ("expected", 22.0),
    ("found", 22.0),
    ("document", 18.0),
    ("source_line", 12.0),
    ("target_line", 12.0),
    ("source_span", 26.0),
    ("target_span", 26.0),
    ("category", 14.0),
    ("pair", 8.0),
    ("status", 11.0),
    ("id", 20.0),
];

/// No row of Excel is taller, in points.
const TALLEST: f64 = 409.0;
/// A sheet has 1,048,576 rows, one of them the header.
const MOST_ROWS: usize = 1_048_575;
/// Excel opens no sheet with more links than 65,530.
const MOST_LINKS: usize = 65_000;

/// Writes the workbook.
///
/// # Errors
/// Those of `out`.
pub fn write(edition: &Edition<'_>, out: &mut dyn Write) -> io::Result<()> {
    let made = Book::new(edition.language).make(edition).map_err(io::Error::other)?;
    out.write_all(&made)
}

/// Writes the workbook of a whole archive. Its rows go to the disk as they come, so that it may be as long as a sheet can be.
///
/// # Errors
/// Those of `out` and of the archive; and when the scratch folder cannot be written.
pub fn archive(archive: &mut dyn Archive, whole: &Whole<'_>, out: &mut dyn Write) -> io::Result<()> {
    let made = Book::new(whole.language).make_whole(archive, whole)?;
    out.write_all(&made)
}

/// The columns of the second sheet.
const ARTICLE_COLUMNS: u16 = (13 + Severity::ALL.len() + Kind::ALL.len()) as u16;
/// Remarks of reading that the last sheet tells; the column of the second has those of every article.
const REMARKS: usize = 20;

/// The looks of cells.
struct Book {
    language: Language,
    header: Format,
    plain: Format,
    sides: [Format; 2],
    wrong: Format,
    quiet: Format,
    heading: Format,
}

impl Book {
    fn new(language: Language) -> Self {
        // 1 runs from left to right, 2 from right to left.
        let own = if language.is_right_to_left() { 2 } else { 1 };
        // A fine line under each row leads the eye, and Arabic that ends where English begins keeps its distance.
        let line = |format: Format| format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(0x00D9_DDE2));
        let cell = || line(Format::new().set_align(FormatAlign::Top).set_text_wrap());
        let side = |direction: u8, align| cell().set_reading_direction(direction).set_align(align).set_indent(1);
        Self {
            language,
            header: Format::new()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x002B_3A4A))
                .set_align(FormatAlign::VerticalCenter)
                .set_reading_direction(own)
                .set_border_bottom(FormatBorder::Thin),
            plain: cell().set_reading_direction(own),
            sides: [side(1, FormatAlign::Left), side(2, FormatAlign::Right)],
            wrong: Format::new().set_bold().set_font_color(Color::RGB(0x00B3_141D)),
            quiet: cell().set_font_color(Color::RGB(0x0066_6E76)).set_reading_direction(own),
            heading: Format::new().set_bold().set_font_size(15).set_reading_direction(own),
        }
    }

    fn side(&self, lang: Lang) -> &Format {
        &self.sides[usize::from(lang == Lang::Arabic)]
    }

    /// Words of either language, by their letters.
    fn words(&self, text: &str) -> &Format {
        Lang::detect(text).map_or(&self.plain, |lang| self.side(lang))
    }

    fn severity(&self, severity: Severity) -> Format {
        let (ink, paper) = match severity {
            Severity::Critical => (0x008E_0B16, 0x00FB_D9DA),
            Severity::Major => (0x007A_4500, 0x00FD_E9C8),
            Severity::Minor => (0x0012_4F6B, 0x00D8_ECF5),
            Severity::Neutral => (0x004C_545C, 0x00EC_EEF0),
        };
        let bold = severity >= Severity::Major;
        let format = self.plain.clone().set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(paper));
        if bold { format.set_bold() } else { format }
    }

    /// The same findings make the same file: no time of day is in it.
    fn begun(&self) -> Result<Workbook, XlsxError> {
        let mut book = Workbook::new();
        let long_ago = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_title(self.language.words().title).set_creation_datetime(&long_ago));
        Ok(book)
    }

    fn make(&self, edition: &Edition<'_>) -> Result<Vec<u8>, XlsxError> {
        let mut book = self.begun()?;
        let sheet = book.add_worksheet();
        self.begin_findings(sheet)?;
        let rows = &edition.rows[..edition.rows.len().min(MOST_ROWS)];
        for (at, row) in (1..).zip(rows) {
            let article = edition.stories.iter().position(|story| story.summary.document == row.document);
            self.finding(sheet, at, row, edition.source_language(&row.document), article)?;
        }
        self.end_findings(sheet, rows.len())?;
        let sheet = book.add_worksheet();
        self.begin_articles(sheet)?;
        let stories = &edition.stories[..edition.stories.len().min(MOST_ROWS)];
        for (at, story) in (1..).zip(stories) {
            let of = || edition.rows.iter().filter(|row| row.document == story.summary.document);
            let tally = Tally::of(of().map(|row| (row.kind, row.severity)));
            let score = score(of().map(|row| (row.severity, row.confidence)), story.summary.source.words);
            self.article(sheet, at, story.summary, &tally, score)?;
        }
        sheet.autofilter(0, 0, stories.len() as u32, ARTICLE_COLUMNS - 1)?;
        let remarks: Vec<&str> = stories.iter().flat_map(|story| &story.summary.remarks).map(String::as_str).collect();
        self.about(edition.rows.len() > MOST_ROWS, &remarks, book.add_worksheet())?;
        book.save_to_buffer()
    }

    fn make_whole(&self, archive: &mut dyn Archive, whole: &Whole<'_>) -> io::Result<Vec<u8>> {
        let failed = |e: XlsxError| io::Error::other(e);
        let mut book = self.begun().map_err(failed)?;
        book.set_tempdir(whole.scratch).map_err(failed)?;
        let mut findings = book.new_worksheet_with_constant_memory().map_err(failed)?;
        let mut articles = book.new_worksheet_with_constant_memory().map_err(failed)?;
        self.begin_findings(&mut findings).and_then(|()| self.begin_articles(&mut articles)).map_err(failed)?;
        let (mut found, mut audited, mut more, mut remarks) = (0, 0, false, Vec::new());
        archive.each(&mut |one| {
            if audited < MOST_ROWS {
                let tally = Tally::of(one.rows.iter().map(|row| (row.kind, row.severity)));
                self.article(&mut articles, audited as u32 + 1, one.summary, &tally, one.score).map_err(failed)?;
            }
            for row in one.rows {
                if found == MOST_ROWS {
                    more = true;
                    break;
                }
                found += 1;
                self.finding(&mut findings, found as u32, row, one.summary.source.lang, Some(audited)).map_err(failed)?;
            }
            let room = REMARKS.saturating_sub(remarks.len());
            remarks.extend(one.summary.remarks.iter().take(room).cloned());
            audited += 1;
            Ok(())
        })?;
        let mut listed = audited.min(MOST_ROWS);
        for lost in whole.lost.iter().take(MOST_ROWS - listed) {
            listed += 1;
            self.lost(&mut articles, listed as u32, lost.id, lost.file, lost.reason).map_err(failed)?;
        }
        self.end_findings(&mut findings, found).map_err(failed)?;
        articles.autofilter(0, 0, listed as u32, ARTICLE_COLUMNS - 1).map_err(failed)?;
        book.push_worksheet(findings);
        book.push_worksheet(articles);
        let remarks: Vec<&str> = remarks.iter().map(String::as_str).collect();
        self.about(more, &remarks, book.add_worksheet()).map_err(failed)?;
        book.save_to_buffer().map_err(failed)
    }

    /// Name, direction and header of a sheet; the header stays in sight.
    fn begin(&self, sheet: &mut Worksheet, name: &str, columns: &[(&str, f64)]) -> Result<(), XlsxError> {
        sheet.set_name(name)?.set_right_to_left(self.language.is_right_to_left());
        for (column, (title, width)) in (0..).zip(columns) {
            sheet.set_column_width(column, *width)?.write_with_format(0, column, *title, &self.header)?;
        }
        sheet.set_row_height(0, 22)?.set_freeze_panes(1, 0)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        Ok(())
    }

    fn begin_findings(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let columns = LAYOUT.map(|(key, width)| (self.language.column(key), width));
        self.begin(sheet, self.language.words().findings, &columns)?;
        sheet.set_freeze_panes(1, 2)?;
        Ok(())
    }

    /// The row of a finding, in an article whose source is in `source` and whose number in the second sheet, from 0, is `article`.
    fn finding(&self, sheet: &mut Worksheet, at: u32, row: &Row, source: Lang, article: Option<usize>) -> Result<(), XlsxError> {
        for (column, (key, _)) in (0..).zip(LAYOUT) {
            match key {
                "document" => self.document(sheet, at, column, row, article)?,
                _ => self.cell(sheet, (at, column), key, row, source)?,
            }
        }
        sheet.set_row_height(at, height(row))?;
        Ok(())
    }

    /// What stands about the rows, when so many are written.
    fn end_findings(&self, sheet: &mut Worksheet, rows: usize) -> Result<(), XlsxError> {
        let last = rows.max(1) as u32;
        sheet.autofilter(0, 0, rows as u32, LAYOUT.len() as u16 - 1)?;
        // On paper, what a reader needs; all of it would be too small to read.
        let column = |key| LAYOUT.iter().position(|(k, _)| *k == key).unwrap_or_default() as u16;
        sheet.set_print_area(0, 0, last, column("note"))?;
        let names = Verdict::ALL.map(|v| self.verdict(v.name()));
        let choice = DataValidation::new().allow_list_strings(&names)?;
        sheet.add_data_validation(1, column("verdict"), last, column("verdict"), &choice)?;
        // What is judged steps back.
        let judged =
            ConditionalFormatFormula::new().set_rule("=$F2<>\"\"").set_format(Format::new().set_font_color(Color::RGB(0x008A_929A)));
        sheet.add_conditional_format(1, 1, last, LAYOUT.len() as u16 - 1, &judged)?;
        Ok(())
    }

    /// What a verdict is called in a cell. In English the name that all formats share.
    fn verdict<'a>(&'a self, name: &'a str) -> &'a str {
        if self.language == Language::English { name } else { self.language.words().verdict_name(name) }
    }

    fn cell(&self, sheet: &mut Worksheet, (at, column): (u32, u16), key: &str, row: &Row, source: Lang) -> Result<(), XlsxError> {
        let language = self.language;
        match key {
            "severity" => text(sheet, at, column, language.severity(row.severity), &self.severity(row.severity)),
            "rule" if language == Language::Arabic => text(sheet, at, column, language.rule_title(&row.rule), &self.plain),
            "rule" => text(sheet, at, column, &row.rule, &self.plain),
            "message" => text(sheet, at, column, &row.message, &self.plain),
            "source" => self.marked(sheet, at, column, &row.source, &row.source_mark, source),
            "target" => self.marked(sheet, at, column, &row.target, &row.target_mark, source.other()),
            "source_span" => text(sheet, at, column, &row.source_span, self.side(source)),
            "target_span" => text(sheet, at, column, &row.target_span, self.side(source.other())),
            "verdict" => text(sheet, at, column, self.verdict(&row.verdict), &self.plain),
            "note" => text(sheet, at, column, &row.note, self.words(&row.note)),
            "confidence" => number(sheet, at, column, Some(row.confidence), &self.plain.clone().set_num_format("0.00")),
            "kind" => text(sheet, at, column, language.kind(row.kind), &self.plain),
            "category" => text(sheet, at, column, language.category(row.category), &self.quiet),
            "expected" => text(sheet, at, column, &row.expected, self.words(&row.expected)),
            "found" => text(sheet, at, column, &row.found, self.words(&row.found)),
            "source_line" => number(sheet, at, column, row.source_line.map(f64::from), &self.quiet),
            "target_line" => number(sheet, at, column, row.target_line.map(f64::from), &self.quiet),
            "pair" => text(sheet, at, column, &row.pair, &self.quiet),
            "status" => text(sheet, at, column, status(language, &row.status), &self.plain),
            _ => text(sheet, at, column, &row.id, &self.quiet),
        }
    }

    /// The name of the article, which leads to its row on the second sheet.
    fn document(&self, sheet: &mut Worksheet, at: u32, column: u16, row: &Row, article: Option<usize>) -> Result<(), XlsxError> {
        match article {
            Some(n) if (at as usize) <= MOST_LINKS && n < MOST_ROWS => {
                let link = format!("internal:'{}'!A{}", self.language.words().articles, n + 2);
                let format = self.plain.clone().set_font_color(Color::RGB(0x001F_5F99)).set_underline(FormatUnderline::Single);
                let url = Url::new(link).set_text(fit(row.document.as_str().into()));
                sheet.write_url_with_format(at, column, url, &format)?;
                Ok(())
            }
            _ => text(sheet, at, column, &row.document, &self.plain),
        }
    }

    /// A text with its wrong words in red.
    fn marked(
        &self,
        sheet: &mut Worksheet,
        at: u32,
        column: u16,
        shown: &str,
        mark: &std::ops::Range<usize>,
        lang: Lang,
    ) -> Result<(), XlsxError> {
        let format = self.side(lang);
        let parts = (shown.get(..mark.start), shown.get(mark.clone()), shown.get(mark.end..));
        let (Some(before), Some(words), Some(after)) = parts else { return text(sheet, at, column, shown, format) };
        let fits = fit(shown.into()).len() == shown.len();
        let plain = Format::new();
        let runs: Vec<(&Format, &str)> =
            [(&plain, before), (&self.wrong, words), (&plain, after)].into_iter().filter(|(_, run)| !run.is_empty()).collect();
        if words.is_empty() || !fits {
            return text(sheet, at, column, shown, format);
        }
        if runs.len() == 1 {
            return text(sheet, at, column, shown, &format.clone().set_bold().set_font_color(Color::RGB(0x00B3_141D)));
        }
        sheet.write_rich_string_with_format(at, column, &runs, format)?;
        Ok(())
    }

    fn begin_articles(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let words = self.language.words();
        let side = |side: &str, what: &str| format!("{side}: {what}");
        let mut titles = vec![(self.language.column("document").to_owned(), 24.0)];
        for name in [words.source, words.target] {
            titles.push((name.to_owned(), 34.0));
            titles.extend([words.language, words.segments, words.words].map(|what| (side(name, what), 18.0)));
        }
        titles.push((words.beads.to_owned(), 16.0));
        titles.push((words.findings.to_owned(), 12.0));
        titles.extend(Severity::ALL.into_iter().rev().map(|s| (self.language.severity(s).to_owned(), 12.0)));
        titles.extend(Kind::ALL.map(|k| (self.language.kind(k).to_owned(), 15.0)));
        titles.push((words.score_column.to_owned(), 10.0));
        titles.push((words.remarks.to_owned(), 60.0));
        let titles: Vec<(&str, f64)> = titles.iter().map(|(title, width)| (title.as_str(), *width)).collect();
        self.begin(sheet, words.articles, &titles)?;
        sheet.set_freeze_panes(1, 1)?;
        Ok(())
    }

    fn article(&self, sheet: &mut Worksheet, at: u32, summary: &Summary, tally: &Tally, score: f64) -> Result<(), XlsxError> {
        text(sheet, at, 0, &summary.document, &self.plain)?;
        let mut column = 1;
        for side in [&summary.source, &summary.target] {
            text(sheet, at, column, &side.name, &self.plain)?;
            text(sheet, at, column + 1, self.language.lang(side.lang), &self.plain)?;
            number(sheet, at, column + 2, Some(side.segments as f64), &self.plain)?;
            number(sheet, at, column + 3, Some(side.words as f64), &self.plain)?;
            column += 4;
        }
        let severities = Severity::ALL.into_iter().rev().map(|s| tally.severity(s));
        let counts = [summary.beads, tally.total()].into_iter().chain(severities).chain(Kind::ALL.map(|k| tally.kind(k)));
        for count in counts {
            number(sheet, at, column, Some(count as f64), &self.plain)?;
            column += 1;
        }
        number(sheet, at, column, Some((score * 10.0).round() / 10.0), &self.plain.clone().set_num_format("0.0"))?;
        let remarks: Vec<_> = summary.remarks.iter().map(|remark| self.language.remark(remark)).collect();
        text(sheet, at, column + 1, &remarks.join("\n"), &self.plain)
    }

    /// The row of an article that could not be audited: its name, and why.
    fn lost(&self, sheet: &mut Worksheet, at: u32, id: &str, file: &str, reason: &str) -> Result<(), XlsxError> {
        text(sheet, at, 0, id, &self.plain)?;
        text(sheet, at, 1, file, &self.plain)?;
        let reason = format!("{}: {reason}", self.language.words().not_audited);
        text(sheet, at, ARTICLE_COLUMNS - 1, &reason, &self.plain)
    }

    /// How to read it; `cut` tells that not all findings had room, `remarks` what was done to the texts in reading them.
    fn about(&self, cut: bool, remarks: &[&str], sheet: &mut Worksheet) -> Result<(), XlsxError> {
        let words = self.language.words();
        sheet.set_name(words.about)?.set_right_to_left(self.language.is_right_to_left());
        sheet.set_column_width(0, 30)?.set_column_width(1, 90)?.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 1);
        text(sheet, 0, 0, words.title, &self.heading)?;
        let mut at = 2;
        let mut lines = vec![words.about_what, words.about_red, words.about_severity, words.about_confidence, words.about_verdict];
        if cut {
            lines.push(words.about_rows);
        }
        for line in lines {
            sheet.merge_range(at, 0, at, 1, line, &self.plain)?.set_row_height(at, 32)?;
            at += 1;
        }
        let made = words.made_by.replace("{version}", env!("CARGO_PKG_VERSION"));
        sheet.merge_range(at, 0, at, 1, &made, &self.quiet)?;
        at += 2;
        if !remarks.is_empty() {
            sheet.merge_range(at, 0, at, 1, words.about_remarks, &self.header)?;
            for remark in remarks.iter().take(REMARKS) {
                at += 1;
                sheet.merge_range(at, 0, at, 1, &self.language.remark(remark), &self.plain)?.set_row_height(at, 32)?;
            }
            at += 2;
        }
        text(sheet, at, 0, words.rule, &self.header)?;
        text(sheet, at, 1, words.what_it_finds, &self.header)?;
        for rule in RULES {
            at += 1;
            let (title, summary) = match (self.language, rules(rule.id)) {
                (Language::Arabic, Some(names)) => (names.arabic, names.arabic_summary),
                _ => (rule.id, rule.summary),
            };
            text(sheet, at, 0, title, &self.plain)?;
            text(sheet, at, 1, summary, &self.plain)?;
        }
        Ok(())
    }
}

/// Columns that repeat words of the texts, in little room: no row is taller for them.
const REPEATED: [&str; 4] = ["expected", "found", "source_span", "target_span"];

/// The height in points that a row needs, so that no spreadsheet has to guess: each cell is wrapped to the width of its column.
fn height(row: &Row) -> f64 {
    let cells = row.cells();
    let lines = LAYOUT.iter().filter(|(key, _)| !REPEATED.contains(key)).filter_map(|(key, width)| {
        let cell = COLUMNS.iter().position(|column| column == key).map(|c| &cells[c])?;
        // Words do not fill their lines to the end.
        Some((cell.width() as f64 / (width * 0.86)).ceil())
    });
    (lines.fold(1.0, f64::max) * 15.5 + 2.0).min(TALLEST)
}

/// What a state is called.
fn status(language: Language, status: &str) -> &str {
    let words = language.words();
    match status {
        "new" => words.new,
        "unchanged" => words.unchanged,
        "gone" => words.gone,
        other => other,
    }
}

fn text(sheet: &mut Worksheet, at: u32, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    if text.is_empty() {
        sheet.write_blank(at, column, format)?;
    } else {
        sheet.write_string_with_format(at, column, fit(text.into()), format)?;
    }
    Ok(())
}

fn number(sheet: &mut Worksheet, at: u32, column: u16, value: Option<f64>, format: &Format) -> Result<(), XlsxError> {
    match value {
        Some(value) => sheet.write_number_with_format(at, column, value, format)?,
        None => sheet.write_blank(at, column, format)?,
    };
    Ok(())
}
