//! XLIFF 1.2 and 2.x, and what CAT tools make of 1.2: SDLXLIFF (Trados Studio) and MQXLIFF (memoQ).

use super::margin::{Margin, Notation, indent};
use super::rows::Rows;
use super::tags::Marked;
use super::tmx::language;
use super::unpack::{Flaw, Unpacked};
use super::xml::{Element, Piece, Xml};

/// The segments of a file. Their ids are those that the tool shows: of Trados and other segmented files, the number of the segment.
pub(super) fn read(text: &str) -> Unpacked<Rows> {
    let mut xml = Xml::new(text);
    let mut rows = Rows::default();
    while let Some(piece) = xml.next()? {
        let Piece::Open(tag) = piece else { continue };
        match tag.name() {
            "file" | "xliff" => known_languages(&tag, xml.line())?,
            // The original file, and what was there before.
            "header" | "skl" | "skeleton" => xml.skip()?,
            "trans-unit" | "unit" if tag.attribute("translate").is_some_and(|t| t == "no") => xml.skip()?,
            "trans-unit" => trans_unit(&tag, &mut xml, &mut rows)?,
            "unit" => unit(&tag, &mut xml, &mut rows)?,
            _ => {}
        }
    }
    if rows.is_empty() {
        return Err("has no segment to translate".into());
    }
    Ok(rows)
}

fn known_languages(tag: &Element, line: u64) -> Unpacked<()> {
    for name in ["source-language", "target-language", "srcLang", "trgLang"] {
        if let Some(code) = tag.attribute(name).filter(|code| language(code).is_none() && !code.is_empty()) {
            let remedy = Some("give a file of English and Arabic".to_owned());
            return Err(Flaw { line: Some(line), cause: format!("has {name} \"{code}\""), remedy });
        }
    }
    Ok(())
}

/// A part of a text that is a segment of its own, by its number.
type Part = (Option<String>, Marked);

/// XLIFF 1.2.
fn trans_unit(tag: &Element, xml: &mut Xml, rows: &mut Rows) -> Unpacked<()> {
    let id = tag.attribute("id").unwrap_or_else(|| (rows.len() + 1).to_string());
    let (line, start, prefix) = (xml.line(), xml.start(), tag.prefix());
    let (mut source, mut cut, mut target) = (Vec::new(), None, Vec::new());
    let mut margin = Margin::new(Notation::Xliff1, xml.position(), ("", ""), &prefix);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                name @ ("source" | "seg-source" | "target") => {
                    let lead = indent(xml.text(), xml.start());
                    let words = parts(xml, name)?;
                    match name {
                        "source" => source = words,
                        "target" => target = words,
                        _ => cut = Some(words),
                    }
                    // Notes stand after the texts, and before what is not of the standard.
                    margin = Margin::new(Notation::Xliff1, xml.position(), (lead, ""), &prefix);
                }
                // Alternatives, notes, earlier versions.
                _ => xml.skip()?,
            },
            Piece::Close(name) if name == "trans-unit" => break,
            _ => {}
        }
    }
    margin.unit = start..xml.position();
    segments(&id, cut.filter(|cut| cut.iter().any(|(number, _)| number.is_some())).unwrap_or(source), target, line, rows);
    rows.note_at(&margin);
    Ok(())
}

/// The segments of a unit of XLIFF 1.2.
fn segments(id: &str, source: Vec<Part>, target: Vec<Part>, line: u64, rows: &mut Rows) {
    let numbered = |parts: &[Part]| parts.iter().any(|(number, _)| number.is_some());
    if !numbered(&source) || (!numbered(&target) && target.iter().any(|(_, words)| !words.text.trim().is_empty())) {
        rows.push(id, &whole(source), &whole(target), line);
        return;
    }
    for (number, words) in &source {
        let Some(number) = number else { continue };
        let other = target.iter().find(|(n, _)| n.as_ref() == Some(number)).map(|(_, words)| words.clone()).unwrap_or_default();
        rows.push(number, words, &other, line);
    }
    for (number, words) in &target {
        if let Some(number) = number.as_ref().filter(|n| !source.iter().any(|(of, _)| of.as_ref() == Some(n))) {
            rows.push(number, &Marked::default(), words, line);
        }
    }
}

/// XLIFF 2.x.
fn unit(tag: &Element, xml: &mut Xml, rows: &mut Rows) -> Unpacked<()> {
    let id = tag.attribute("id").unwrap_or_else(|| (rows.len() + 1).to_string());
    let (start, prefix) = (xml.start(), tag.prefix());
    let mut margin: Option<Margin> = None;
    let mut segments: Vec<(Option<String>, Marked, Marked, u64)> = Vec::new();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                "notes" if tag.prefix() == prefix => margin = Some(after_notes(xml, &prefix)?),
                "source" | "target" => {
                    let is_source = tag.name() == "source";
                    let words = whole(parts(xml, if is_source { "source" } else { "target" })?);
                    if let Some(last) = segments.last_mut() {
                        *(if is_source { &mut last.1 } else { &mut last.2 }) = words;
                    }
                }
                // Notes stand before these, and there are none.
                part @ ("originalData" | "segment" | "ignorable") => {
                    margin.get_or_insert_with(|| first_notes(xml, &prefix));
                    if part == "segment" {
                        segments.push((tag.attribute("id"), Marked::default(), Marked::default(), xml.line()));
                    } else {
                        xml.skip()?;
                    }
                }
                _ => xml.skip()?,
            },
            Piece::Close(name) if name == "unit" => break,
            _ => {}
        }
    }
    let alone = segments.len() == 1;
    for (i, (segment, source, target, line)) in segments.into_iter().enumerate() {
        let segment = segment.unwrap_or_else(|| (i + 1).to_string());
        let id = if alone { id.clone() } else { format!("{id}.{segment}") };
        rows.push(&id, &source, &target, line);
    }
    if let Some(margin) = margin {
        rows.note_at(&Margin { unit: start..xml.position(), ..margin });
    }
    Ok(())
}

/// Where notes go in a unit of XLIFF 2.x that has none: before the piece that was read last.
fn first_notes(xml: &Xml, prefix: &str) -> Margin {
    let (at, lead) = (xml.start(), indent(xml.text(), xml.start()));
    let deeper = if lead.is_empty() { String::new() } else { format!("{lead}  ") };
    let around = [format!("<{prefix}notes>"), deeper, String::new(), format!("{lead}</{prefix}notes>{lead}")];
    Margin { around, ..Margin::new(Notation::Xliff2, at, ("", ""), prefix) }
}

/// Where notes go in a unit of XLIFF 2.x whose element for them was opened: after the last.
fn after_notes(xml: &mut Xml, prefix: &str) -> Unpacked<Margin> {
    let (start, mut at) = (xml.start(), xml.position());
    let mut lead = "";
    let text = xml.text();
    if text[start..at].ends_with("/>") {
        let around = [format!("<{prefix}notes>"), String::new(), String::new(), format!("</{prefix}notes>")];
        xml.skip()?;
        return Ok(Margin { place: start..at, around, ..Margin::new(Notation::Xliff2, start, ("", ""), prefix) });
    }
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(_) => {
                lead = indent(text, xml.start());
                xml.skip()?;
                at = xml.position();
            }
            Piece::Close(_) => break,
            Piece::Text(_) => {}
        }
    }
    Ok(Margin::new(Notation::Xliff2, at, (lead, ""), prefix))
}

/// All parts as one text.
fn whole(parts: Vec<Part>) -> Marked {
    let mut all = Marked::default();
    for (_, words) in parts {
        let start = all.text.len();
        all.text.push_str(&words.text);
        all.tags.extend(words.tags.into_iter().map(|(at, code)| (start + at, code)));
    }
    all
}

/// The words up to the end of `element`, cut where segments are marked.
fn parts(xml: &mut Xml, element: &str) -> Unpacked<Vec<Part>> {
    let mut parts: Vec<Part> = vec![(None, Marked::default())];
    // What the end tag of each open element means.
    let mut open: Vec<Option<String>> = Vec::new();
    while let Some(piece) = xml.next()? {
        let Some((_, words)) = parts.last_mut() else { break };
        match piece {
            Piece::Open(tag) => {
                let kind = tag.attribute("mtype").unwrap_or_default();
                let number = tag.attribute("id").or_else(|| tag.attribute("startRef")).unwrap_or_default();
                match tag.name() {
                    "mrk" if kind == "seg" => {
                        parts.push((Some(tag.attribute("mid").unwrap_or_default()), Marked::default()));
                        open.push(Some(String::new()));
                    }
                    // A tracked deletion counts as accepted.
                    "mrk" if kind == "x-sdl-deleted" => xml.skip()?,
                    "g" | "pc" => {
                        words.tag(format!("<{} {number}>", tag.name()));
                        open.push(Some(format!("</{} {number}>", tag.name())));
                    }
                    "x" | "bx" | "ex" | "ph" | "bpt" | "ept" | "it" | "sc" | "ec" => {
                        words.tag(format!("<{} {number}>", tag.name()));
                        xml.skip()?;
                    }
                    "cp" => xml.skip()?,
                    _ => open.push(None),
                }
            }
            Piece::Close(name) if open.is_empty() || name == element => break,
            Piece::Close(_) => match open.pop().flatten() {
                Some(end) if end.is_empty() => parts.push((None, Marked::default())),
                Some(end) => words.tag(end),
                None => {}
            },
            Piece::Text(text) => words.words(&text),
        }
    }
    Ok(parts)
}
