//! Translation memories: TMX 1.4b.

use super::margin::{Margin, Notation, indent};
use super::rows::Rows;
use super::tags::Marked;
use super::unpack::Unpacked;
use super::xml::{Element, Piece, Xml};
use crate::lang::Lang;

/// The units of a memory that have both languages; of several variants in one language, the first.
pub(super) fn read(text: &str) -> Unpacked<Rows> {
    let mut xml = Xml::new(text);
    let mut memory = Memory::default();
    while let Some(piece) = xml.next()? {
        if let Piece::Open(tag) = piece {
            match tag.name() {
                "header" => memory.source = tag.attribute("srclang").and_then(|code| language(&code)),
                "tu" => memory.unit(&tag, &mut xml)?,
                _ => {}
            }
        }
    }
    if memory.rows.is_empty() {
        return Err("has no unit with both English and Arabic".into());
    }
    Ok(memory.rows)
}

/// The language of a code such as `en-GB` or `ar`.
pub(super) fn language(code: &str) -> Option<Lang> {
    match code.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
        "en" | "eng" | "english" => Some(Lang::English),
        "ar" | "ara" | "arabic" => Some(Lang::Arabic),
        _ => None,
    }
}

#[derive(Default)]
struct Memory {
    source: Option<Lang>,
    units: usize,
    rows: Rows,
}

impl Memory {
    fn unit(&mut self, tu: &Element, xml: &mut Xml) -> Unpacked<()> {
        self.units += 1;
        let id = tu.attribute("tuid").filter(|id| !id.is_empty()).unwrap_or_else(|| self.units.to_string());
        let (line, start) = (xml.line(), xml.start());
        let mut margin = None;
        let (mut english, mut arabic) = (None, None);
        let mut open = None;
        while let Some(piece) = xml.next()? {
            match piece {
                Piece::Open(tag) => match tag.name() {
                    "tuv" => {
                        // Notes stand before all variants.
                        margin.get_or_insert_with(|| {
                            let (at, lead) = (xml.start(), indent(xml.text(), xml.start()));
                            Margin::new(Notation::Tmx, at, ("", lead), "")
                        });
                        open = tag.attribute("lang").and_then(|code| language(&code));
                    }
                    "seg" => {
                        let words = segment(xml)?;
                        match open {
                            // What was translated is what a memory names, or names first.
                            Some(Lang::English) if english.is_none() => {
                                self.source.get_or_insert(Lang::English);
                                english = Some(words);
                            }
                            Some(Lang::Arabic) if arabic.is_none() => {
                                self.source.get_or_insert(Lang::Arabic);
                                arabic = Some(words);
                            }
                            _ => {}
                        }
                    }
                    _ => xml.skip()?,
                },
                Piece::Close(name) if name == "tu" => break,
                _ => {}
            }
        }
        if let (Some(english), Some(arabic)) = (english, arabic) {
            let (source, target) = if self.source == Some(Lang::Arabic) { (arabic, english) } else { (english, arabic) };
            self.rows.push(&id, &source, &target, line);
            if let Some(margin) = margin {
                self.rows.note_at(&Margin { unit: start..xml.position(), ..margin });
            }
        }
        Ok(())
    }
}

/// The words of a segment up to its end.
fn segment(xml: &mut Xml) -> Unpacked<Marked> {
    let mut words = Marked::default();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                "bpt" | "ept" | "ph" | "it" | "ut" => {
                    let number = tag.attribute("x").or_else(|| tag.attribute("i")).or_else(|| tag.attribute("type"));
                    words.tag(format!("<{} {}>", tag.name(), number.unwrap_or_default()).replace(" >", ">"));
                    xml.skip()?;
                }
                // Highlighted words are words.
                _ => {}
            },
            Piece::Close(name) if name == "seg" => break,
            Piece::Close(_) => {}
            Piece::Text(text) => words.words(&text),
        }
    }
    Ok(words)
}
