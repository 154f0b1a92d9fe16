//! Documents of `LibreOffice` and its kin: the text as it stands when all tracked changes are accepted. Comments are left out.

use super::flow::{Flow, Grid};
use super::prose::Prose;
use super::unpack::{Unpacked, Zip};
use super::xml::{Broken, Piece, Xml};

/// The part that has the text.
pub(super) const BODY: &str = "content.xml";

/// A document and its tables.
pub(super) fn read(zip: &mut Zip) -> Unpacked<(Prose, Vec<Grid>)> {
    let body = zip.xml(BODY)?.ok_or_else(|| format!("has no text: the part {BODY} is missing"))?;
    let mut flow = Flow::default();
    content(&body, &mut flow).map_err(|broken| broken.cause)?;
    Ok(flow.prose())
}

fn content(xml: &str, flow: &mut Flow) -> Result<(), Broken> {
    let mut xml = Xml::new(xml);
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                // What was deleted is kept there.
                "tracked-changes" | "annotation" | "note-citation" | "table-of-content" | "automatic-styles" | "font-face-decls"
                | "scripts" | "title" | "desc" => xml.skip()?,
                "p" | "h" => flow.open(),
                "s" | "tab" | "line-break" => flow.text(" "),
                "note" => flow.open_note(),
                "table" => flow.open_table(),
                "table-row" => flow.open_row(),
                "table-cell" => flow.open_cell(),
                _ => {}
            },
            Piece::Close(name) => match name.as_str() {
                "p" | "h" => flow.close(false),
                "note" => flow.close_note(),
                "table" => flow.close_table(),
                _ => {}
            },
            Piece::Text(text) => flow.text(&text),
        }
    }
    Ok(())
}
