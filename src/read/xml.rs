//! XML a piece at a time: no entity of a document's own is ever expanded, nothing outside of it is fetched, and elements nest only so deep.

use std::borrow::Cow;

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// How deep elements may nest; documents of office programs stay below 50.
const DEEPEST: usize = 256;

/// Why a document cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Broken {
    /// Line (1-based) of the document.
    pub line: u64,
    /// What is wrong.
    pub cause: String,
}

/// A start tag.
pub(super) struct Element<'t>(BytesStart<'t>);

/// What stands between two places of a document.
pub(super) enum Piece<'t> {
    /// A start tag.
    Open(Element<'t>),
    /// An end tag, by its name without prefix; also of elements that were written as empty.
    Close(String),
    /// Characters.
    Text(Cow<'t, str>),
}

/// A document, read from its start to its end.
pub(super) struct Xml<'t> {
    reader: Reader<&'t [u8]>,
    text: &'t str,
    depth: usize,
    /// Where the last piece starts.
    start: usize,
    /// Bytes whose lines are counted, and their number.
    counted: (usize, u64),
}

impl<'t> Xml<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, text, depth: 0, start: 0, counted: (0, 1) }
    }

    /// The next piece; `None` at the end.
    pub fn next(&mut self) -> Result<Option<Piece<'t>>, Broken> {
        loop {
            self.start = self.position();
            let event = match self.reader.read_event() {
                Ok(event) => event,
                Err(e) => {
                    let line = self.line_of(self.reader.error_position() as usize);
                    return Err(Broken { line, cause: format!("is not well-formed XML ({e})") });
                }
            };
            return Ok(Some(match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.broken(format!("has elements nested more than {DEEPEST} deep")));
                    }
                    Piece::Open(Element(tag))
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::Close(tag.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Piece::Text(text.into_inner()),
                Event::CData(text) => Piece::Text(text.into_inner()),
                Event::GeneralRef(name) => match name.resolve_char_ref() {
                    Ok(Some(c)) => Piece::Text(c.to_string().into()),
                    Ok(None) => {
                        let name = name.into_inner();
                        let Some(known) = resolve_xml_entity(&name) else {
                            return Err(
                                self.broken(format!("has the entity &{};, and only those of XML itself are read", shortened(&name)))
                            );
                        };
                        Piece::Text(known.into())
                    }
                    Err(_) => return Err(self.broken("has a character reference that names no character".to_owned())),
                },
                Event::Eof if self.depth > 0 => return Err(self.broken("ends in the middle".to_owned())),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            }));
        }
    }

    /// Skips what is left of the element whose start tag was the last piece.
    pub fn skip(&mut self) -> Result<(), Broken> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if self.next()?.is_none() {
                break;
            }
        }
        Ok(())
    }

    /// The byte on which the last piece starts; of an end tag that was not written, where it would stand.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The byte after the last piece.
    pub fn position(&self) -> usize {
        (self.reader.buffer_position() as usize).min(self.text.len())
    }

    /// The document.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// Line (1-based) that is being read.
    pub fn line(&mut self) -> u64 {
        self.line_of(self.reader.buffer_position() as usize)
    }

    fn line_of(&mut self, at: usize) -> u64 {
        let at = at.min(self.text.len());
        if at > self.counted.0 {
            let new = self.text.get(self.counted.0..at).unwrap_or_default().matches('\n').count() as u64;
            self.counted = (at, self.counted.1 + new);
        }
        self.counted.1
    }

    fn broken(&mut self, cause: String) -> Broken {
        Broken { line: self.line(), cause }
    }
}

impl Element<'_> {
    /// Its name without prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The prefix of its name, with the colon.
    pub fn prefix(&self) -> String {
        self.0.name().prefix().map_or_else(String::new, |prefix| format!("{}:", prefix.as_ref()))
    }

    /// The value of an attribute, by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        let found = all.with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
        Some(found.normalized_value(XmlVersion::Implicit1_0).map_or_else(|_| found.value.to_string(), Cow::into_owned))
    }
}

/// The start of a name, however long.
fn shortened(name: &str) -> String {
    name.chars().take(30).collect()
}
