//! Translation memories: [TMX 1.4b](https://www.gala-global.org/tmx-14b), which every translation tool reads.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Side, View, shape};
use crate::align::Bead;
use crate::lang::Lang;
use crate::segment::By;

/// Writes one translation unit for every bead that has both sides; its `tuid` is the number of the bead, as in reports.
///
/// # Errors
/// Those of `out`.
pub fn write(view: View<'_>, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 1);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let header = [
        ("creationtool", env!("CARGO_PKG_NAME")),
        ("creationtoolversion", env!("CARGO_PKG_VERSION")),
        ("segtype", segment_type(view.by)),
        ("o-tmf", env!("CARGO_PKG_NAME")),
        ("adminlang", "en"),
        ("srclang", code(view.article.source.lang)),
        ("datatype", "plaintext"),
    ];
    xml.create_element("tmx").with_attribute(("version", "1.4")).write_inner_content(|xml| {
        xml.create_element("header").with_attributes(header).write_empty()?;
        xml.create_element("body").write_inner_content(|xml| {
            let units = view.beads.iter().enumerate().filter(|(_, bead)| !bead.source.is_empty() && !bead.target.is_empty());
            units.into_iter().try_for_each(|(i, bead)| unit(xml, view, i, bead))
        })?;
        Ok(())
    })?;
    xml.into_inner().write_all(b"\n")
}

fn unit<W: Write>(xml: &mut Writer<W>, view: View<'_>, i: usize, bead: &Bead) -> io::Result<()> {
    let number = (i + 1).to_string();
    let mut tu = xml.create_element("tu").with_attribute(("tuid", number.as_str()));
    if bead.source.len() + bead.target.len() > 2 {
        // Several segments as one are no longer of the kind that the header tells.
        tu = tu.with_attribute(("segtype", "block"));
    }
    tu.write_inner_content(|xml| {
        property(xml, "x-shape", &shape(bead))?;
        property(xml, "x-score", &format!("{:.4}", bead.score))?;
        property(xml, "x-confidence", &format!("{:.3}", bead.confidence))?;
        if bead.moved {
            property(xml, "x-moved", "true")?;
        }
        variant(xml, view.source_side(), &view.source_side().words(&bead.source))?;
        variant(xml, view.target_side(), &view.target_side().words(&bead.target))
    })?;
    Ok(())
}

fn property<W: Write>(xml: &mut Writer<W>, name: &str, value: &str) -> io::Result<()> {
    xml.create_element("prop").with_attribute(("type", name)).write_text_content(BytesText::new(value))?;
    Ok(())
}

fn variant<W: Write>(xml: &mut Writer<W>, side: Side<'_>, words: &str) -> io::Result<()> {
    // The two characters of Unicode that XML has no place for, and that texts have not lost before.
    let words = words.replace(['\u{FFFE}', '\u{FFFF}'], "");
    xml.create_element("tuv").with_attribute(("xml:lang", code(side.text.lang))).write_inner_content(|xml| {
        xml.create_element("seg").write_text_content(BytesText::new(&words))?;
        Ok(())
    })?;
    Ok(())
}

/// Language codes of RFC 3066, which TMX asks for.
const fn code(lang: Lang) -> &'static str {
    match lang {
        Lang::English => "en",
        Lang::Arabic => "ar",
    }
}

const fn segment_type(by: By) -> &'static str {
    match by {
        By::Sentence => "sentence",
        By::Line => "block",
        By::Paragraph => "paragraph",
    }
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;
    use quick_xml::escape::unescape;

    use super::*;
    use crate::article::{Article, Text};
    use crate::segment::segments;

    /// What a reader of the memory sees: every start of an element with its attributes, and every text.
    fn opened(xml: &str) -> Vec<String> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().check_end_names = true;
        let mut seen: Vec<String> = Vec::new();
        let mut within_text = false;
        loop {
            let event = reader.read_event().unwrap();
            let is_text = matches!(event, Event::Text(_) | Event::GeneralRef(_));
            let words = match event {
                Event::Eof => return seen.into_iter().filter(|s| !s.trim().is_empty()).collect(),
                Event::Start(e) | Event::Empty(e) => {
                    let attributes = e.attributes().map(|a| {
                        let a = a.unwrap();
                        format!(" {}={}", a.key.as_ref(), unescape(a.value.as_ref()).unwrap())
                    });
                    format!("{}{}", e.name().as_ref(), attributes.collect::<String>())
                }
                Event::Text(e) => e.xml10_content().into_owned(),
                Event::GeneralRef(e) => unescape(&format!("&{};", &*e)).unwrap().into_owned(),
                _ => continue,
            };
            match seen.last_mut() {
                Some(last) if is_text && within_text => last.push_str(&words),
                _ => seen.push(words),
            }
            within_text = is_text;
        }
    }

    #[test]
    fn a_parser_finds_every_bead_that_has_both_sides() {
        let article = Article {
            id: "a".into(),
            source: Text::new("a.ar", "قال: «س < ص & ع».\nلا أثر لها.\nغادر.\n").unwrap(),
            target: Text::new("a.en", "He said: \"x < y & z\u{FFFF}\".\nHe left.\nIt's late.").unwrap(),
            given: vec![],
        };
        let cut = |text: &Text| segments(text.lang, &text.raw, By::Line);
        let bead = |source, target, moved| Bead { source, target, score: 1.25, confidence: 0.5, moved };
        let beads = [bead(0..1, 0..1, false), bead(1..2, 1..1, false), bead(2..3, 1..3, true)];
        let mut out = Vec::new();
        let (source, target) = (cut(&article.source), cut(&article.target));
        write(View { article: &article, source: &source, target: &target, beads: &beads, by: By::Line }, &mut out).unwrap();
        let xml = String::from_utf8(out).unwrap();
        assert!(
            xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n") && xml.ends_with("</tmx>\n"),
            "{xml}"
        );
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(
            opened(&xml),
            [
                "tmx version=1.4",
                &format!(
                    "header creationtool=muqabala creationtoolversion={version} segtype=block o-tmf=muqabala adminlang=en srclang=ar datatype=plaintext"
                ),
                "body",
                "tu tuid=1",
                "prop type=x-shape",
                "1-1",
                "prop type=x-score",
                "1.2500",
                "prop type=x-confidence",
                "0.500",
                "tuv xml:lang=ar",
                "seg",
                "قال: «س < ص & ع».",
                "tuv xml:lang=en",
                "seg",
                "He said: \"x < y & z\".",
                "tu tuid=3 segtype=block",
                "prop type=x-shape",
                "1-2",
                "prop type=x-score",
                "1.2500",
                "prop type=x-confidence",
                "0.500",
                "prop type=x-moved",
                "true",
                "tuv xml:lang=ar",
                "seg",
                "غادر.",
                "tuv xml:lang=en",
                "seg",
                "He left. It's late.",
            ]
        );
    }
}
