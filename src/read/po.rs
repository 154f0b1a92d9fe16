//! Catalogues of gettext: PO.

use super::margin::{Margin, Notation};
use super::rows::Rows;
use super::tags::Marked;
use super::unpack::{Flaw, Unpacked};

/// The entries of a catalogue that are in force. Plural forms are pairs of their own; the id of a pair is the place in the program that
/// the entry names, or its number.
pub(super) fn read(text: &str) -> Unpacked<Rows> {
    let mut catalogue = Catalogue::default();
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut at = 0;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        catalogue.line(line.trim(), n as u64 + 1, at)?;
        at += line.len();
    }
    catalogue.finish(at);
    for margin in &mut catalogue.rows.margins {
        line_end.clone_into(&mut margin.around[2]);
    }
    if catalogue.rows.is_empty() {
        return Err("has no entry to translate".into());
    }
    Ok(catalogue.rows)
}

/// Which text of an entry a string belongs to.
#[derive(Clone, Copy, Default, PartialEq)]
enum Field {
    #[default]
    None,
    Context,
    Id,
    Plural,
    Translation(usize),
}

#[derive(Default)]
struct Entry {
    line: u64,
    /// The byte on which its first line starts, comments included.
    start: Option<usize>,
    place: Option<String>,
    id: String,
    plural: String,
    translations: Vec<String>,
}

#[derive(Default)]
struct Catalogue {
    rows: Rows,
    entries: usize,
    entry: Entry,
    field: Field,
}

impl Catalogue {
    fn line(&mut self, line: &str, number: u64, at: usize) -> Unpacked<()> {
        let wrong = |cause: &str| Flaw { line: Some(number), cause: cause.to_owned(), remedy: Some("check it with msgfmt -c".to_owned()) };
        if line.is_empty() || line.starts_with("#~") {
            // What stands above belongs to no entry, unless one has begun.
            if self.field == Field::None {
                self.entry.start = None;
            }
            return Ok(());
        }
        if line.starts_with('#') {
            self.next_entry(at);
        }
        if let Some(places) = line.strip_prefix("#:") {
            self.entry.place = places.split_whitespace().next().map(str::to_owned);
            return Ok(());
        }
        if line.starts_with('#') {
            return Ok(());
        }
        let (keyword, string) = line.split_at(line.find('"').ok_or_else(|| wrong("is not a line of a PO file"))?);
        let string = unquoted(string).ok_or_else(|| wrong("has a string without its closing quotation mark"))?;
        let keyword = keyword.trim();
        if keyword == "msgctxt" || (keyword == "msgid" && self.field != Field::Context) {
            self.next_entry(at);
            self.entry.line = number;
        }
        self.field = match keyword {
            "" if self.field != Field::None => self.field,
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            "msgstr" => Field::Translation(0),
            form => {
                let form = form.strip_prefix("msgstr[").and_then(|f| f.strip_suffix(']')).and_then(|f| f.parse().ok());
                Field::Translation(form.filter(|f| *f < 10).ok_or_else(|| wrong("is not a line of a PO file"))?)
            }
        };
        let entry = &mut self.entry;
        match self.field {
            Field::None | Field::Context => {}
            Field::Id => entry.id.push_str(&string),
            Field::Plural => entry.plural.push_str(&string),
            Field::Translation(form) => {
                entry.translations.resize(entry.translations.len().max(form + 1), String::new());
                entry.translations[form].push_str(&string);
            }
        }
        Ok(())
    }

    /// Ends the entry that was read, if it has its translation; the next starts at byte `at`.
    fn next_entry(&mut self, at: usize) {
        if matches!(self.field, Field::Translation(_)) {
            self.finish(at);
        }
        self.entry.start.get_or_insert(at);
    }

    fn finish(&mut self, at: usize) {
        let entry = std::mem::take(&mut self.entry);
        self.field = Field::None;
        // The entry of the empty string tells about the file.
        if entry.id.is_empty() {
            return;
        }
        self.entries += 1;
        let id = entry.place.unwrap_or_else(|| self.entries.to_string());
        let marked = |text: &str| {
            let mut marked = Marked::default();
            marked.words(text);
            marked
        };
        let start = entry.start.unwrap_or(at);
        let margin = Margin { unit: start..at, ..Margin::new(Notation::Po, start, ("", ""), "") };
        if entry.plural.is_empty() {
            let translation = entry.translations.first().map_or("", String::as_str);
            self.rows.push(&id, &marked(&entry.id), &marked(translation), entry.line);
            self.rows.note_at(&margin);
            return;
        }
        let all = entry.translations.len();
        // Of the six forms of Arabic, the first is of nothing, which English has no form for.
        for (form, translation) in entry.translations.iter().enumerate().skip(usize::from(all == 6)) {
            // Of the forms of Arabic, the second is of one thing.
            let source = if form == 1 || entry.translations.len() == 1 { &entry.id } else { &entry.plural };
            self.rows.push(&format!("{id}[{form}]"), &marked(source), &marked(translation), entry.line);
        }
        self.rows.note_at(&margin);
    }
}

/// A string of C, without its quotation marks.
fn unquoted(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::with_capacity(inner.len());
    let mut chars = inner.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => return None,
            '\\' => match chars.next()? {
                'n' | 'r' => out.push('\n'),
                't' => out.push('\t'),
                other => out.push(other),
            },
            c => out.push(c),
        }
    }
    Some(out)
}
