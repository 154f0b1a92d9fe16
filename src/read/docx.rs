//! Word documents: the text as it stands when all tracked changes are accepted. Comments, headers and footers are left out.

use super::flow::{Flow, Grid};
use super::prose::Prose;
use super::unpack::{Unpacked, Zip};
use super::xml::{Broken, Piece, Xml};

/// The part that has the text.
pub(super) const BODY: &str = "word/document.xml";

/// A document and its tables.
pub(super) fn read(zip: &mut Zip) -> Unpacked<(Prose, Vec<Grid>)> {
    let body = zip.xml(BODY)?.ok_or_else(|| format!("has no text: the part {BODY} is missing"))?;
    let mut flow = Flow::default();
    part(&body, &mut flow).map_err(|broken| broken.cause)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = zip.xml(notes)? {
            flow.open_note();
            part(&notes, &mut flow).map_err(|broken| broken.cause)?;
            flow.close_note();
        }
    }
    Ok(flow.prose())
}

/// One part of a document.
fn part(xml: &str, flow: &mut Flow) -> Result<(), Broken> {
    let mut xml = Xml::new(xml);
    // Of each paragraph that is open, whether the mark at its end was deleted.
    let mut joined: Vec<bool> = Vec::new();
    let (mut in_text, mut in_properties) = (false, 0_usize);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                // What stands between separators of notes, `continued` say.
                "footnote" | "endnote" if tag.attribute("type").is_some_and(|t| t != "normal") => xml.skip()?,
                "pPr" => in_properties += 1,
                "del" | "moveFrom" if in_properties > 0 => {
                    if let Some(last) = joined.last_mut() {
                        *last = true;
                    }
                }
                // What is gone; and what stands for programs that do not know what stands before it.
                "del" | "moveFrom" | "Fallback" => xml.skip()?,
                "p" => {
                    joined.push(false);
                    flow.open();
                }
                "t" => in_text = true,
                "tab" | "br" | "cr" if in_properties == 0 => flow.text(" "),
                "noBreakHyphen" => flow.text("-"),
                "tbl" => flow.open_table(),
                "tr" => flow.open_row(),
                "tc" => flow.open_cell(),
                _ => {}
            },
            Piece::Close(name) => match name.as_str() {
                "pPr" => in_properties = in_properties.saturating_sub(1),
                "p" => flow.close(joined.pop().unwrap_or(false)),
                "t" => in_text = false,
                "tbl" => flow.close_table(),
                _ => {}
            },
            Piece::Text(text) if in_text => flow.text(&text),
            Piece::Text(_) => {}
        }
    }
    Ok(())
}
