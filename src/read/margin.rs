//! Notes written into a copy of a file of pairs, in the place that its format has for them. All else stays as it is, byte for byte.

use std::ops::Range;
use std::path::Path;

use quick_xml::escape::escape;

use super::format::{Format, extension};
use super::writing::Writing;
use super::{Reader, decoded, input, is_binary, is_stdin, name, po, tmx, xliff};
use crate::error::Error;
use crate::report::notes::Note;
use crate::report::output::COPIES;

/// How a format writes a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notation {
    /// An element of XLIFF 1.2, also in the dialects of CAT tools.
    Xliff1,
    /// An element of XLIFF 2.x.
    Xliff2,
    /// An element of TMX.
    Tmx,
    /// A comment of gettext.
    Po,
}

/// Where the notes on a pair go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Margin {
    pub notation: Notation,
    /// The bytes that the notes take the place of; mostly none.
    pub place: Range<usize>,
    /// What stands before all notes, before and after each, and after all.
    pub around: [String; 4],
    /// The prefix of the elements of the format, with its colon.
    pub prefix: String,
    /// The whole unit, in which a note may stand already.
    pub unit: Range<usize>,
    /// Whether other pairs share it, so that a note has to name its pair.
    pub shared: bool,
}

impl Margin {
    /// Notes that stand at `at`, with these texts before and after each.
    pub fn new(notation: Notation, at: usize, each: (&str, &str), prefix: &str) -> Self {
        let around = [String::new(), each.0.to_owned(), each.1.to_owned(), String::new()];
        Self { notation, place: at..at, around, prefix: prefix.to_owned(), unit: at..at, shared: false }
    }

    /// A note as the format writes it.
    fn written(&self, note: &Note) -> String {
        let text: String = note.text.chars().filter(|c| is_of_xml(*c)).collect();
        let text = if self.shared { format!("{}: {text}", note.pair_name) } else { text };
        let (xml, prefix, priority) = (escape(&text), &self.prefix, note.priority);
        let side = if note.on_target { "target" } else { "source" };
        match self.notation {
            Notation::Xliff1 => {
                format!("<{prefix}note from=\"muqabala\" priority=\"{priority}\" annotates=\"{side}\">{xml}</{prefix}note>")
            }
            Notation::Xliff2 => {
                format!("<{prefix}note category=\"muqabala\" priority=\"{priority}\" appliesTo=\"{side}\">{xml}</{prefix}note>")
            }
            Notation::Tmx => format!("<note>muqabala: {xml}</note>"),
            Notation::Po => format!("# muqabala: {}", text.replace(['\n', '\r'], " ")),
        }
    }
}

/// Whether XML has a place for a character.
fn is_of_xml(c: char) -> bool {
    !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{FFFE}' | '\u{FFFF}')
}

/// The white space before `at`, from its last line break on; nothing if there is none, or other characters stand between.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let before = &text[..at];
    let blank = &before[before.trim_end_matches([' ', '\t', '\r', '\n']).len()..];
    match blank.rfind('\n') {
        Some(end) => &blank[if blank[..end].ends_with('\r') { end - 1 } else { end }..],
        None => "",
    }
}

/// A file of pairs into a copy of which notes can be written.
#[derive(Debug)]
pub struct Margins {
    mark: Vec<u8>,
    writing: Writing,
    text: String,
    /// A place for each pair.
    places: Vec<Margin>,
}

impl Reader {
    /// A file of pairs that is to be copied to `copy` with notes in it.
    ///
    /// # Errors
    /// [`Error::Usage`] if the copy would be of another format than the file, or that has no place for notes; those of
    /// [`Reader::articles`].
    pub fn margins(&self, path: &Path, bytes: &[u8], copy: &Path) -> Result<Margins, Error> {
        let (shown, of_copy) = (copy.display(), extension(copy));
        let other = |what: &str| {
            let beside = path.with_extension(format!("reviewed.{}", extension(path)));
            let known = COPIES.contains(&extension(path).as_str());
            let remedy = if known {
                format!("call it {}, or let it end in .csv", beside.display())
            } else {
                "let it end in .csv or .xlsx".to_owned()
            };
            Error::Usage { cause: format!("{shown} would be a copy of {} with notes in it, which {what}", name(path)), remedy }
        };
        if bytes.starts_with(&[0x1F, 0x8B]) || is_binary(bytes) {
            return Err(other("is packed or an office document"));
        }
        let text = decoded(path, bytes.to_vec())?;
        let format = Format::of(path, &text);
        let plain = |extension: &str| if extension == "xliff" { "xlf".to_owned() } else { extension.to_owned() };
        let renamed = !is_stdin(path) && COPIES.contains(&extension(path).as_str()) && plain(&extension(path)) != plain(&of_copy);
        if renamed || Format::of(copy, "") != format {
            return Err(other("has another format"));
        }
        let flawed = |flaw| super::flawed(path, flaw, format);
        let rows = match format {
            Format::Tmx => tmx::read(&text),
            Format::Xliff => xliff::read(&text),
            _ => po::read(&text),
        };
        let places = rows.map_err(flawed)?.margins;
        let Some((mark, writing)) = Writing::of(bytes, &text) else {
            let cause = "is in an encoding that cannot be written";
            return Err(input(path, None, cause, "save it as UTF-8, so that a copy with notes can be made"));
        };
        Ok(Margins { mark: mark.to_vec(), writing, text, places })
    }
}

impl Margins {
    /// The file with notes in it. One that stands there already is not written again.
    ///
    /// # Errors
    /// What cannot be written, and in which encoding.
    pub fn noted(&self, notes: &[Note]) -> Result<Vec<u8>, String> {
        let mut notes: Vec<(&Margin, &Note)> = notes.iter().filter_map(|note| Some((self.places.get(note.pair)?, note))).collect();
        notes.sort_by_key(|(margin, note)| (margin.place.start, note.pair));
        let mut out = self.mark.clone();
        let mut done = 0;
        for group in notes.chunk_by(|(a, _), (b, _)| a.place == b.place) {
            let Some((margin, _)) = group.first() else { continue };
            let [before_all, before, after, after_all] = &margin.around;
            let unit = &self.text[margin.unit.clone()];
            let mut written: Vec<String> = group.iter().map(|(_, note)| margin.written(note)).collect();
            if margin.notation != Notation::Po {
                written = written.iter().map(|note| self.writing.xml(note).into_owned()).collect();
            }
            written.retain(|note| !unit.contains(note.as_str()));
            if written.is_empty() {
                continue;
            }
            let written: String = written.iter().flat_map(|note| [before, note.as_str(), after]).collect();
            self.append(&self.text[done..margin.place.start], &mut out)?;
            self.append(&[before_all.as_str(), &written, after_all].concat(), &mut out)?;
            done = margin.place.end;
        }
        self.append(&self.text[done..], &mut out)?;
        Ok(out)
    }

    fn append(&self, text: &str, out: &mut Vec<u8>) -> Result<(), String> {
        out.extend_from_slice(&self.writing.bytes(text).ok_or_else(|| self.lacking())?);
        Ok(())
    }

    fn lacking(&self) -> String {
        format!("its notes have characters that {}, the encoding of the input, lacks", self.writing.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(pair: usize, text: &str) -> Note {
        Note { pair, pair_name: format!("s{}", pair + 1), priority: 1, on_target: true, text: text.to_owned() }
    }

    fn noted(name: &str, file: &[u8], notes: &[Note]) -> Vec<u8> {
        let path = Path::new(name);
        let margins = Reader::default().margins(path, file, &path.with_extension(format!("new.{}", extension(path)))).unwrap();
        assert_eq!(margins.noted(&[]).unwrap(), file, "without notes it is the same");
        let out = margins.noted(notes).unwrap();
        let pairs = |bytes: &[u8]| {
            let article = Reader::default().articles_from(path, bytes.to_vec()).unwrap().remove(0);
            article.given.into_iter().map(|g| (g.id, g.source, g.target)).collect::<Vec<_>>()
        };
        assert_eq!(pairs(&out), pairs(file));
        let again = Reader::default().margins(path, &out, &path.with_extension(format!("new.{}", extension(path)))).unwrap();
        assert_eq!(again.noted(notes).unwrap(), out, "no note is written twice");
        out
    }

    fn text(name: &str, file: &str, notes: &[Note]) -> String {
        String::from_utf8(noted(name, file.as_bytes(), notes)).unwrap()
    }

    #[test]
    fn xliff_1_has_notes_after_its_texts() {
        let unit = |note: &str| {
            format!(
                "<xliff version=\"1.2\"><file><body>\r\n\t<trans-unit id=\"1\">\r\n\t\t<source>Two men</source>\r\n\t\t<target>رجلان</target>{note}\r\n\t\t\
                <alt-trans><target>x</target></alt-trans></trans-unit><x:trans-unit id='2'><x:source>One</x:source></x:trans-unit></body></file></xliff>"
            )
        };
        let first = "\r\n\t\t<note from=\"muqabala\" priority=\"1\" annotates=\"target\">2 &lt; 3 &amp; so on</note>";
        assert_eq!(text("a.xlf", &unit(""), &[note(0, "2 < 3 & so on\u{1}")]), unit(first));
        let both = text("a.xliff", &unit(""), &[note(1, "b"), note(0, "2 < 3 & so on")]);
        assert!(
            both.contains("</x:source><x:note from=\"muqabala\" priority=\"1\" annotates=\"target\">b</x:note></x:trans-unit>"),
            "{both}"
        );
    }

    #[test]
    fn segments_of_one_unit_are_told_apart() {
        let parts = |a: &str, b: &str| format!("<mrk mtype=\"seg\" mid=\"1\">{a}</mrk><mrk mtype=\"seg\" mid=\"2\">{b}</mrk>");
        let file = format!(
            "<xliff><file><body><trans-unit><source>x</source><seg-source>{}</seg-source><target>{}</target><sdl:seg-defs/></trans-unit></body></file></xliff>",
            parts("Two", "Three"),
            parts("اثنان", "ثلاثة")
        );
        let out = text("a.sdlxliff", &file, &[note(0, "a"), note(1, "b")]);
        assert!(
            out.contains(">s1: a</note><note from=\"muqabala\" priority=\"1\" annotates=\"target\">s2: b</note><sdl:seg-defs/>"),
            "{out}"
        );
    }

    #[test]
    fn xliff_2_has_notes_before_its_segments() {
        let segment = "<segment><source>Two</source><target>اثنان</target></segment></unit></file></xliff>";
        let with = |before: &str| format!("<xliff version='2.0'><file><unit id=\"u\">{before}{segment}");
        let new = "<note category=\"muqabala\" priority=\"1\" appliesTo=\"target\">a</note>";
        for (before, after) in [
            ("", format!("<notes>{new}</notes>")),
            ("\n  ", format!("\n  <notes>\n    {new}\n  </notes>\n  ")),
            ("<originalData/>", format!("<notes>{new}</notes><originalData/>")),
            ("<notes>\n <note>old</note>\n</notes>", format!("<notes>\n <note>old</note>\n {new}\n</notes>")),
            ("<notes/>", format!("<notes>{new}</notes>")),
            ("<notes></notes>", format!("<notes>{new}</notes>")),
        ] {
            assert_eq!(text("a.xlf", &with(before), &[note(0, "a")]), with(&after));
        }
    }

    #[test]
    fn tmx_has_notes_before_its_variants() {
        let unit = |note: &str| {
            format!(
                "<tmx version=\"1.4\"><body><tu><prop>p</prop>\n {note}<tuv xml:lang=\"en\"><seg>Two</seg></tuv><tuv xml:lang=\"ar\"><seg>اثنان</seg></tuv></tu></body></tmx>"
            )
        };
        assert_eq!(text("a.tmx", &unit(""), &[note(0, "a")]), unit("<note>muqabala: a</note>\n "));
    }

    #[test]
    fn po_has_comments_before_its_entries() {
        let entry = |note: &str| {
            format!("msgid \"\"\nmsgstr \"\"\n\"Language: ar\"\n\n#~ msgid \"old\"\n\n{note}#: a.c:1\nmsgid \"Two\"\nmsgstr \"اثنان\"")
        };
        let notes = [note(0, "a\nb"), note(0, "c")];
        assert_eq!(text("a.po", &entry(""), &notes), entry("# muqabala: a b\n# muqabala: c\n"));
    }

    #[test]
    fn a_copy_keeps_its_encoding() {
        let file = "<?xml version=\"1.0\" encoding=\"ENC\"?><tmx><body><tu><tuv xml:lang=\"en\"><seg>Two men were held.</seg></tuv>\
            <tuv xml:lang=\"ar\"><seg>احتجز رجلان في المدينة.</seg></tuv></tu></body></tmx>";
        let utf16 = file.encode_utf16().flat_map(u16::to_le_bytes);
        let out = noted("a.tmx", &[0xFF, 0xFE].into_iter().chain(utf16).collect::<Vec<_>>(), &[note(0, "رجلان ≠ 3")]);
        assert!(
            String::from_utf16_lossy(&out.chunks(2).map(|c| u16::from_le_bytes([c[0], c[1]])).collect::<Vec<_>>()).contains("رجلان ≠ 3")
        );
        let arabic = encoding_rs::WINDOWS_1256.encode(&file.replace("ENC", "windows-1256")).0.into_owned();
        let out = noted("a.tmx", &arabic, &[note(0, "رجلان ≠ 3")]);
        assert!(encoding_rs::WINDOWS_1256.decode(&out).0.contains("<note>muqabala: رجلان &#8800; 3</note>"));
        let po = encoding_rs::WINDOWS_1256.encode("msgid \"Two men were held.\"\nmsgstr \"احتجز رجلان في المدينة.\"\n").0.into_owned();
        let margins = Reader::default().margins(Path::new("a.po"), &po, Path::new("b.po")).unwrap();
        assert_eq!(
            margins.noted(&[note(0, "≠")]).unwrap_err(),
            "its notes have characters that windows-1256, the encoding of the input, lacks"
        );
    }

    #[test]
    fn a_copy_is_of_the_same_format() {
        let tmx =
            b"<tmx><body><tu><tuv xml:lang=\"en\"><seg>Two</seg></tuv><tuv xml:lang=\"ar\"><seg>\xD8\xAB</seg></tuv></tu></body></tmx>";
        let refusal = |path: &str, bytes: &[u8], copy: &str| {
            Reader::default().margins(Path::new(path), bytes, Path::new(copy)).unwrap_err().to_string()
        };
        assert_eq!(
            refusal("job.tmx", tmx, "job.xlf"),
            "job.xlf would be a copy of job.tmx with notes in it, which has another format; call it job.reviewed.tmx, or let it end in .csv"
        );
        assert!(refusal("job.tsv", b"source\ttarget\nTwo\t\xD8\xAB", "job.tmx").ends_with("let it end in .csv or .xlsx"));
        assert!(refusal("job.tmx.gz", &[0x1F, 0x8B, 8], "job.tmx").contains("is packed"));
        assert!(Reader::default().margins(Path::new("-"), tmx, Path::new("job.tmx")).is_ok());
    }
}
