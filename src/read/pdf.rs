//! The text of a PDF. A PDF has no words and no paragraphs, only glyphs at places: both are put together again from where the glyphs stand.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object};

use super::order::{REORDERED, is_visual, logical, unshaped};
use super::prose::Prose;
use super::unpack::Unpacked;

/// Glyphs that are read of one document: some ten thousand pages.
const MOST_GLYPHS: usize = 30_000_000;
/// Pages that are read.
const MOST_PAGES: usize = 10_000;
/// A gap between glyphs that is a space, as a part of the size of the font.
const SPACE: f32 = 0.18;
/// A line is short, and ends its paragraph, when it takes less of the width of the page's text.
const SHORT: f32 = 0.8;
/// How much farther apart than usual lines stand where a paragraph ends.
const APART: f32 = 1.3;

/// The text of a document with a text layer, a paragraph a line.
pub(super) fn read(bytes: &[u8], limit: u64) -> Unpacked<Prose> {
    let options = LoadOptions { max_decompressed_size: Some(limit as usize), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| "is a damaged PDF")?;
    if document.is_encrypted() {
        return Err("is a PDF that is protected by a password".into());
    }
    let mut pages = Vec::new();
    let mut glyphs = 0;
    for page in document.page_iter().take(MOST_PAGES) {
        let lines = Page::new(&document, page, limit).lines();
        glyphs += lines.iter().map(|line| line.glyphs.len()).sum::<usize>();
        if glyphs > MOST_GLYPHS {
            return Err("is a PDF with too much text".into());
        }
        pages.push(lines);
    }
    if glyphs == 0 {
        return Err("is a PDF without text, such as a scan".into());
    }
    drop_furniture(&mut pages);
    Ok(prose(&pages))
}

/// A glyph: what it says and from where to where it goes, in points.
struct Glyph {
    text: String,
    left: f32,
    right: f32,
}

/// Glyphs at one height, from left to right.
struct Line {
    glyphs: Vec<Glyph>,
    /// Its distance from the foot of the page.
    y: f32,
    /// The size of its font.
    size: f32,
}

impl Line {
    /// What it shows, a glyph at a time, with spaces where there is room.
    fn shown(&self) -> Vec<&str> {
        let mut shown: Vec<&str> = Vec::with_capacity(self.glyphs.len());
        let mut right = f32::NEG_INFINITY;
        for glyph in &self.glyphs {
            let gap = glyph.left - right;
            if gap > SPACE * self.size && right.is_finite() && !shown.last().is_some_and(|s| s.trim().is_empty()) {
                shown.push(" ");
            }
            shown.push(&glyph.text);
            right = right.max(glyph.right);
        }
        shown
    }

    fn left(&self) -> f32 {
        self.glyphs.first().map_or(0.0, |g| g.left)
    }

    fn right(&self) -> f32 {
        self.glyphs.iter().map(|g| g.right).fold(self.left(), f32::max)
    }
}

/// A font as far as text needs it.
struct Font<'d> {
    encoding: Option<Encoding<'d>>,
    /// Bytes of a code.
    length: usize,
    widths: BTreeMap<u32, f32>,
    default_width: f32,
}

impl<'d> Font<'d> {
    fn new(document: &'d Document, font: &'d Dictionary, limit: u64) -> Self {
        let encoding = font.get_font_encoding_with_limit(document, limit as usize).ok();
        let composite = font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Type0");
        let mut this = Self { encoding, length: 1, widths: BTreeMap::new(), default_width: 500.0 };
        if composite {
            this.length = 2;
            this.default_width = 1000.0;
            let descendant = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok().and_then(|a| a.first());
            let descendant = descendant.and_then(|d| document.dereference(d).ok()).and_then(|(_, d)| d.as_dict().ok());
            if let Some(descendant) = descendant {
                this.default_width = descendant.get(b"DW").and_then(Object::as_float).unwrap_or(1000.0);
                if let Ok(widths) = descendant.get_deref(b"W", document).and_then(Object::as_array) {
                    this.composite_widths(document, widths);
                }
            }
        } else if let Ok(widths) = font.get_deref(b"Widths", document).and_then(Object::as_array) {
            let first = font.get(b"FirstChar").and_then(Object::as_i64).unwrap_or(0).max(0) as u32;
            this.widths = (first..first.saturating_add(256)).zip(widths.iter().filter_map(|w| w.as_float().ok())).collect();
        }
        this
    }

    /// `c [w w w]` and `first last w`.
    fn composite_widths(&mut self, document: &Document, widths: &[Object]) {
        let mut at = 0;
        while let (Some(first), Some(second)) = (widths.get(at).and_then(|w| w.as_i64().ok()), widths.get(at + 1)) {
            let first = first.clamp(0, 0xFFFF) as u32;
            let second = document.dereference(second).map_or(second, |(_, o)| o);
            if let Ok(list) = second.as_array() {
                self.widths.extend((first..=0xFFFF).zip(list.iter().filter_map(|w| w.as_float().ok())));
                at += 2;
            } else {
                let (Ok(last), Some(Ok(width))) = (second.as_i64(), widths.get(at + 2).map(Object::as_float)) else { break };
                self.widths.extend((first..=last.clamp(0, 0xFFFF) as u32).map(|code| (code, width)));
                at += 3;
            }
        }
    }

    /// Each code with its text and its width, in thousandths of the size.
    fn codes<'b>(&'b self, bytes: &'b [u8]) -> impl Iterator<Item = (String, f32, bool)> + 'b {
        bytes.chunks(self.length).map(|code| {
            let number = code.iter().fold(0_u32, |n, b| n << 8 | u32::from(*b));
            let text = self.encoding.as_ref().and_then(|e| e.bytes_to_string(code).ok()).unwrap_or_default();
            let text: String = text.chars().filter(|c| !c.is_control() && *c != '\u{FFFD}').collect();
            (text, *self.widths.get(&number).unwrap_or(&self.default_width), code == b" ")
        })
    }
}

/// Where the next glyph goes: a matrix of PDF, `[a b c d e f]`.
type Matrix = [f32; 6];

const IDENTITY: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `a`, then `b`.
fn times(a: Matrix, b: Matrix) -> Matrix {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

/// A page being read.
struct Page<'d> {
    fonts: BTreeMap<Vec<u8>, Font<'d>>,
    content: Vec<u8>,
    lines: Vec<Line>,
    font: Option<Vec<u8>>,
    size: f32,
    leading: f32,
    between_glyphs: f32,
    between_words: f32,
    stretch: f32,
    /// Where the text goes on, and where its line starts.
    text: Matrix,
    line: Matrix,
    /// From text to page.
    user: Matrix,
    saved: Vec<Matrix>,
    /// What the glyphs that follow say, where the document tells.
    actual: Vec<Option<String>>,
}

impl<'d> Page<'d> {
    fn new(document: &'d Document, page: lopdf::ObjectId, limit: u64) -> Self {
        let fonts = document.get_page_fonts(page).unwrap_or_default();
        Self {
            fonts: fonts.into_iter().map(|(name, font)| (name, Font::new(document, font, limit))).collect(),
            content: document.get_page_content_with_limit(page, limit as usize).unwrap_or_default(),
            lines: Vec::new(),
            font: None,
            size: 1.0,
            leading: 0.0,
            between_glyphs: 0.0,
            between_words: 0.0,
            stretch: 1.0,
            text: IDENTITY,
            line: IDENTITY,
            user: IDENTITY,
            saved: Vec::new(),
            actual: Vec::new(),
        }
    }

    /// The lines in the order of the document, each from left to right.
    fn lines(mut self) -> Vec<Line> {
        let content = std::mem::take(&mut self.content);
        let Ok(content) = Content::decode(&content) else { return Vec::new() };
        for operation in &content.operations {
            self.operation(&operation.operator, &operation.operands);
        }
        for line in &mut self.lines {
            line.glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
        }
        self.lines.retain(|line| line.glyphs.iter().any(|g| !g.text.trim().is_empty()));
        self.lines
    }

    fn operation(&mut self, operator: &str, operands: &[Object]) {
        let number = |i: usize| operands.get(i).and_then(|o| o.as_float().ok()).unwrap_or(0.0);
        let matrix = || [number(0), number(1), number(2), number(3), number(4), number(5)];
        match operator {
            "q" => self.saved.push(self.user),
            "Q" => self.user = self.saved.pop().unwrap_or(IDENTITY),
            "cm" => self.user = times(matrix(), self.user),
            "BT" => (self.text, self.line) = (IDENTITY, IDENTITY),
            "Tf" => {
                self.font = operands.first().and_then(|o| o.as_name().ok()).map(<[u8]>::to_vec);
                self.size = number(1);
            }
            "Tm" => (self.text, self.line) = (matrix(), matrix()),
            "Td" => self.next_line(number(0), number(1)),
            "TD" => {
                self.leading = -number(1);
                self.next_line(number(0), number(1));
            }
            "TL" => self.leading = number(0),
            "Tc" => self.between_glyphs = number(0),
            "Tw" => self.between_words = number(0),
            "Tz" => self.stretch = number(0) / 100.0,
            "T*" => self.next_line(0.0, -self.leading),
            "Tj" => self.show(operands.first()),
            "'" => {
                self.next_line(0.0, -self.leading);
                self.show(operands.first());
            }
            "\"" => {
                (self.between_words, self.between_glyphs) = (number(0), number(1));
                self.next_line(0.0, -self.leading);
                self.show(operands.get(2));
            }
            "TJ" => {
                for part in operands.first().and_then(|o| o.as_array().ok()).into_iter().flatten() {
                    match part.as_float() {
                        Ok(back) => self.forward(-back / 1000.0 * self.size * self.stretch),
                        Err(_) => self.show(Some(part)),
                    }
                }
            }
            "BDC" | "BMC" => self.actual.push(operands.get(1).and_then(actual_text)),
            "EMC" => {
                self.actual.pop();
            }
            _ => {}
        }
    }

    fn next_line(&mut self, x: f32, y: f32) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn forward(&mut self, by: f32) {
        self.text = times([1.0, 0.0, 0.0, 1.0, by, 0.0], self.text);
    }

    fn show(&mut self, string: Option<&Object>) {
        let Some(bytes) = string.and_then(|o| o.as_str().ok()) else { return };
        let Some(name) = self.font.take() else { return };
        if let Some(font) = self.fonts.remove(&name) {
            for (text, width, is_space) in font.codes(bytes) {
                self.glyph(text, width / 1000.0, is_space);
            }
            self.fonts.insert(name.clone(), font);
        }
        self.font = Some(name);
    }

    fn glyph(&mut self, text: String, width: f32, is_space: bool) {
        let place = times(self.text, self.user);
        let by = width * self.size + self.between_glyphs + if is_space { self.between_words } else { 0.0 };
        self.forward(by * self.stretch);
        let right = times(self.text, self.user)[4];
        // What the document says in so many words stands with the first glyph; the others say nothing.
        let text = match self.actual.last_mut() {
            Some(Some(actual)) => std::mem::take(actual),
            _ => text,
        };
        let (x, y) = (place[4], place[5]);
        if text.is_empty() || !(x.is_finite() && y.is_finite() && right.is_finite()) {
            return;
        }
        let size = (self.size * place[0].hypot(place[1])).abs().clamp(1.0, 1000.0);
        let glyph = Glyph { text: unshaped(&text), left: x.min(right), right: x.max(right) };
        match self.lines.last_mut() {
            Some(line) if (line.y - y).abs() < 0.5 * line.size.min(size) => {
                line.size = line.size.max(size);
                line.glyphs.push(glyph);
            }
            _ => self.lines.push(Line { glyphs: vec![glyph], y, size }),
        }
    }
}

/// The words that a part of the page stands for.
fn actual_text(properties: &Object) -> Option<String> {
    let bytes = properties.as_dict().ok()?.get(b"ActualText").ok()?.as_str().ok()?;
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into_owned(),
        bytes => String::from_utf8_lossy(bytes).into_owned(),
    };
    Some(text.chars().filter(|c| !c.is_control()).collect())
}

/// Drops page numbers, and what stands on most pages.
fn drop_furniture(pages: &mut [Vec<Line>]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let shown = |line: &Line| line.shown().concat().trim().to_owned();
    for page in pages.iter() {
        for line in page.iter().take(2).chain(page.iter().rev().take(2)) {
            *seen.entry(shown(line)).or_default() += 1;
        }
    }
    let most = (pages.len() / 2).max(3);
    for page in pages {
        let (last, mut i) = (page.len().saturating_sub(1), 0);
        let largest = page.iter().map(|line| line.size).fold(0.0, f32::max);
        page.retain(|line| {
            let at_edge = i == 0 || i == last;
            i += 1;
            let text = shown(line);
            let number = !text.is_empty() && text.len() < 12 && text.chars().all(|c| c.is_numeric() || matches!(c, ' ' | '-' | '/' | '–'));
            // The number of a note, raised above its line.
            let raised = number && text.len() < 4 && line.size < 0.75 * largest;
            !((at_edge || raised) && number) && seen.get(&text).is_none_or(|n| *n < most)
        });
    }
}

/// Lines joined to paragraphs, and Arabic put in reading order.
fn prose(pages: &[Vec<Line>]) -> Prose {
    let lines = || pages.iter().flatten();
    let visual = is_visual(lines().flat_map(|line| line.shown().into_iter().chain([" "]).collect::<Vec<_>>()).flat_map(str::chars));
    let mut prose = Prose::default();
    let mut paragraph = String::new();
    for page in pages {
        let mut gaps: Vec<f32> = page.windows(2).map(|w| w[0].y - w[1].y).filter(|g| *g > 0.0).collect();
        gaps.sort_by(f32::total_cmp);
        // Most lines go on within their paragraph, so that a low quartile is the usual distance.
        let usual = gaps.get(gaps.len() / 4).copied().unwrap_or(0.0);
        let left = page.iter().map(Line::left).fold(f32::INFINITY, f32::min);
        let right = page.iter().map(Line::right).fold(f32::NEG_INFINITY, f32::max);
        let mut before: Option<&Line> = None;
        for line in page {
            let ends = before.is_some_and(|b| {
                let gap = b.y - line.y;
                let short = b.right() - b.left() < SHORT * (right - left);
                gap < 0.0 || gap > APART * usual || short || (b.size - line.size).abs() > 0.15 * b.size
            });
            let closed = before.is_none() && paragraph.trim_end().ends_with(['.', '؟', '!', '?', '»', '"', '”', ':']);
            if ends || closed {
                prose.paragraph(&std::mem::take(&mut paragraph));
            }
            paragraph.push(' ');
            let shown = line.shown();
            paragraph += &if visual { logical(&shown) } else { shown.concat() };
            before = Some(line);
        }
    }
    prose.paragraph(&paragraph);
    if visual {
        prose.origin.remarks.push(REORDERED.to_owned());
    }
    prose.origin.remarks.push("it is a PDF: paragraphs were put together from where the letters stand on the page".to_owned());
    prose
}
