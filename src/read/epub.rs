//! Electronic books: the chapters in their order, each read as a page.

use rustc_hash::FxHashMap;

use super::flow::Grid;
use super::html;
use super::prose::Prose;
use super::unpack::{Unpacked, Zip};
use super::xml::{Broken, Piece, Xml};

/// The part that tells where the list of chapters is.
pub(super) const CONTAINER: &str = "META-INF/container.xml";

/// The text of a book; it has no tables of pairs.
pub(super) fn read(zip: &mut Zip) -> Unpacked<(Prose, Vec<Grid>)> {
    if zip.has("META-INF/encryption.xml") && zip.has("META-INF/rights.xml") {
        return Err("is protected against copying".into());
    }
    let container = zip.xml(CONTAINER)?.ok_or("has no list of its chapters")?;
    let list = root(&container).map_err(|broken| broken.cause)?.ok_or("has no list of its chapters")?;
    let package = zip.xml(&list)?.ok_or("has no list of its chapters")?;
    let folder = list.rsplit_once('/').map_or("", |(folder, _)| folder);
    let (title, chapters) = contents(&package).map_err(|broken| broken.cause)?;
    let mut prose = Prose::default();
    for chapter in chapters {
        let page = zip.xml(&joined(folder, &chapter))?.ok_or("is damaged: a chapter is missing")?;
        // What stands before the body are titles and styles.
        let body = page.find("<body").map_or(page.as_str(), |at| &page[at..]);
        prose.paragraphs(&html::fragment(body));
    }
    prose.origin.title = title;
    Ok((prose, Vec::new()))
}

/// Where the list of chapters is.
fn root(container: &str) -> Result<Option<String>, Broken> {
    let mut xml = Xml::new(container);
    while let Some(piece) = xml.next()? {
        if let Piece::Open(tag) = piece
            && tag.name() == "rootfile"
        {
            return Ok(tag.attribute("full-path"));
        }
    }
    Ok(None)
}

/// The title of a book, and its chapters in the order of reading.
fn contents(package: &str) -> Result<(Option<String>, Vec<String>), Broken> {
    let mut xml = Xml::new(package);
    let (mut title, mut in_title, mut order) = (String::new(), false, Vec::new());
    let mut parts: FxHashMap<String, String> = FxHashMap::default();
    while let Some(piece) = xml.next()? {
        match piece {
            Piece::Open(tag) => match tag.name() {
                "title" => in_title = title.is_empty(),
                "item" => {
                    let is_list = tag.attribute("properties").is_some_and(|p| p.split_whitespace().any(|p| p == "nav"));
                    let is_page = tag.attribute("media-type").is_none_or(|kind| kind.contains("html"));
                    if let (Some(id), Some(href)) = (tag.attribute("id"), tag.attribute("href"))
                        && is_page
                        && !is_list
                    {
                        parts.insert(id, href);
                    }
                }
                "itemref" if tag.attribute("linear").is_none_or(|linear| linear != "no") => order.extend(tag.attribute("idref")),
                _ => {}
            },
            Piece::Close(_) => in_title = false,
            Piece::Text(text) if in_title => title.push_str(&text),
            Piece::Text(_) => {}
        }
    }
    let chapters = order.iter().filter_map(|id| parts.get(id).cloned()).collect();
    Ok((Some(title.trim().to_owned()).filter(|t| !t.is_empty()), chapters))
}

/// The name of a part as seen from a folder of the archive; `%20` and the like stand for characters.
fn joined(folder: &str, href: &str) -> String {
    let href = href.split('#').next().unwrap_or_default();
    let mut bytes = Vec::with_capacity(href.len());
    let mut rest = href.as_bytes();
    while let [first, after @ ..] = rest {
        let code = after.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        if let Some(byte) = code.filter(|_| *first == b'%') {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    let href = String::from_utf8_lossy(&bytes);
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(href.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_from_their_folder() {
        assert_eq!(joined("OEBPS", "text/a%20b.xhtml#c1"), "OEBPS/text/a b.xhtml");
        assert_eq!(joined("a/b", "../c.xhtml"), "a/c.xhtml");
        assert_eq!(joined("", "../../c%zz%2"), "c%zz%2");
    }

    #[test]
    fn chapters_come_in_the_order_of_reading() {
        let package = "<package><metadata><dc:title>News &amp; views</dc:title></metadata><manifest>\
            <item id='n' href='nav.xhtml' properties='nav' media-type='application/xhtml+xml'/><item id='s' href='s.css' media-type='text/css'/>\
            <item id='a' href='a.xhtml'/><item id='b' href='b.xhtml'/><item id='c' href='c.xhtml'/></manifest>\
            <spine><itemref idref='n'/><itemref idref='b'/><itemref idref='a'/><itemref idref='c' linear='no'/><itemref idref='z'/></spine></package>";
        let (title, chapters) = contents(package).expect("a list");
        assert_eq!((title.as_deref(), chapters), (Some("News & views"), vec!["b.xhtml".to_owned(), "a.xhtml".to_owned()]));
    }
}
