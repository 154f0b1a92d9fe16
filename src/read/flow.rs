//! Paragraphs of a document of an office program, which may stand within each other: notes, text boxes, cells.

use super::prose::Prose;
use super::rows::Rows;
use crate::lang::{Lang, is_arabic_letter};

/// A document on its way to prose.
#[derive(Default)]
pub(super) struct Flow {
    /// The paragraphs that are open, the innermost last.
    open: Vec<String>,
    /// What goes on in the next paragraph.
    joined: String,
    /// Notes, which follow the text.
    notes: Vec<String>,
    /// How many notes are open.
    in_note: usize,
    /// Tables that are open, and what of them is read.
    tables: Vec<Grid>,
    /// The tables that stand in no other.
    pub grids: Vec<Grid>,
    prose: Prose,
}

/// A table: rows of cells.
pub(super) type Grid = Vec<Vec<String>>;

impl Flow {
    pub fn open(&mut self) {
        self.open.push(String::new());
    }

    pub fn text(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.push_str(text);
        }
    }

    /// Ends a paragraph; one that is `joined` goes on in the next.
    pub fn close(&mut self, joined: bool) {
        let Some(mut paragraph) = self.open.pop() else { return };
        paragraph.insert_str(0, &std::mem::take(&mut self.joined));
        if joined {
            self.joined = paragraph;
            return;
        }
        if let Some(cell) = self.tables.last_mut().and_then(|t| t.last_mut()).and_then(|row| row.last_mut()) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(paragraph.trim());
        }
        if self.in_note > 0 {
            self.notes.push(paragraph);
        } else {
            self.prose.paragraph(&paragraph);
        }
    }

    pub fn open_note(&mut self) {
        self.in_note += 1;
    }

    pub fn close_note(&mut self) {
        self.in_note = self.in_note.saturating_sub(1);
    }

    pub fn open_table(&mut self) {
        self.tables.push(Grid::new());
    }

    pub fn open_row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.push(Vec::new());
        }
    }

    pub fn open_cell(&mut self) {
        if let Some(row) = self.tables.last_mut().and_then(|t| t.last_mut()) {
            row.push(String::new());
        }
    }

    pub fn close_table(&mut self) {
        if let Some(table) = self.tables.pop()
            && self.tables.is_empty()
        {
            self.grids.push(table);
        }
    }

    /// The text, with the notes at its end.
    pub fn prose(mut self) -> (Prose, Vec<Grid>) {
        let rest = std::mem::take(&mut self.joined);
        self.prose.paragraph(&rest);
        for note in std::mem::take(&mut self.notes) {
            self.prose.paragraph(&note);
        }
        (self.prose, self.grids)
    }
}

/// What heads the columns of tables for translators.
const HEADINGS: [&str; 31] = [
    "english",
    "arabic",
    "en",
    "ar",
    "source",
    "target",
    "original",
    "translation",
    "text",
    "language",
    "العربية",
    "عربية",
    "العربي",
    "عربي",
    "الإنجليزية",
    "الانجليزية",
    "إنجليزية",
    "انجليزية",
    "الإنجليزي",
    "الانجليزي",
    "إنجليزي",
    "المصدر",
    "الهدف",
    "النص",
    "اللغة",
    "الأصل",
    "الأصلي",
    "الترجمة",
    "المترجم",
    "المترجمة",
    "ترجمة",
];

/// Whether a cell has no other words than a heading: `English`, `Source text`, `النص العربي`.
pub(super) fn is_heading(cell: &str) -> bool {
    let mut words = cell.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some() && words.all(|word| HEADINGS.contains(&&*word.to_lowercase()))
}

/// The pairs of the first table with a column of each language, cell by cell; `None` if there is none.
pub(super) fn pairs(tables: &[Grid]) -> Option<Rows> {
    tables.iter().find_map(|table| {
        let width = table.iter().map(Vec::len).max().unwrap_or(0);
        let letters = |column: usize, lang: Lang| {
            let cells = table.iter().filter_map(|row| row.get(column)).flat_map(|cell| cell.chars());
            cells.filter(|c| if lang == Lang::Arabic { is_arabic_letter(*c) } else { c.is_ascii_alphabetic() }).count()
        };
        let most = |lang| (0..width).max_by_key(|column| (letters(*column, lang), width - column)).filter(|c| letters(*c, lang) > 0);
        let (english, arabic) = (most(Lang::English)?, most(Lang::Arabic)?);
        if english == arabic {
            return None;
        }
        let (source, target) = (english.min(arabic), english.max(arabic));
        let mut rows = Rows::default();
        let cell = |row: &[String], column: usize| row.get(column).cloned().unwrap_or_default();
        for (i, row) in table.iter().enumerate() {
            let at = |column: usize| row.get(column).map(String::as_str).unwrap_or_default();
            let foreign = Lang::detect(at(arabic)) == Some(Lang::English);
            // The first row may say what stands below.
            let is_head = i == 0 && (foreign || (is_heading(at(english)) && is_heading(at(arabic))));
            if is_head || row.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let number = (i + 1).to_string();
            let id = row.first().filter(|cell| source > 0 && !cell.is_empty() && cell.len() < 40).unwrap_or(&number);
            rows.push_plain(id, &cell(row, source), &cell(row, target), i as u64 + 1);
        }
        (!rows.is_empty()).then_some(rows)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_of_headings_is_no_pair() {
        let rows = |head: [&str; 3]| {
            let below = ["1", "The talks failed.", "فشلت المحادثات."];
            let table = [head, below].map(|row| row.map(str::to_owned).to_vec()).to_vec();
            pairs(&[table]).map_or(0, |rows| rows.len())
        };
        for head in
            [["No", "English", "العربية"], ["#", "Source (EN):", "النص العربي"], ["", "Source", "الهدف"], ["No", "English", "Arabic"]]
        {
            assert_eq!(rows(head), 1, "{head:?}");
        }
        assert_eq!(rows(["1", "English spoken here", "العربية"]), 2);
        assert_eq!(rows(["1", "English", "لغة الضاد"]), 2);
    }
}
