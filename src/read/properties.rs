//! What holds of every reader, whatever it is given: a text or an error, and spans that lie on characters.

use std::path::Path;

use proptest::prelude::*;

use super::unpack::Zip;
use super::{Reader, docx, flow, html, json, markdown, odt, order, pdf, po, table, tags, tmx, xliff};
use crate::article::Article;
use crate::report::notes::Note;

/// Pieces that documents are made of, in any order.
fn soup(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

const XLIFF: &[&str] = &[
    "<xliff>",
    "</xliff>",
    "<file source-language=\"en\">",
    "<file target-language='x'>",
    "<trans-unit id=\"1\">",
    "</trans-unit>",
    "<unit id='u'>",
    "</unit>",
    "<segment>",
    "</segment>",
    "<source>",
    "</source>",
    "<target>",
    "</target>",
    "<seg-source>",
    "</seg-source>",
    "<notes>",
    "</notes>",
    "<notes/>",
    "<mrk mtype=\"seg\" mid=\"1\">",
    "<mrk mtype=\"x-sdl-deleted\">",
    "</mrk>",
    "<g id=\"1\">",
    "</g>",
    "<x id=\"2\"/>",
    "<pc id='3'>",
    "</pc>",
    "&amp;",
    "&e;",
    "&#x0;",
    "&",
    "<",
    ">",
    "{0}",
    "%s",
    "Two men",
    "رجلان",
    "<![CDATA[<b>]]>",
    "<!--",
    "-->",
    "<?",
    "<!DOCTYPE x [",
    "]>",
    "\n",
];
const TMX: &[&str] = &[
    "<tmx>",
    "</tmx>",
    "<header srclang=\"ar\"/>",
    "<tu tuid='1'>",
    "<tu>",
    "</tu>",
    "<tuv xml:lang=\"en\">",
    "<tuv lang='ar-EG'>",
    "</tuv>",
    "<seg>",
    "</seg>",
    "<bpt i='1'>",
    "</bpt>",
    "<ph/>",
    "<hi>",
    "</hi>",
    "<note>",
    "</note>",
    "&lt;",
    "Two",
    "اثنان",
    "\n",
    "%d",
];
const OFFICE: &[&str] = &[
    "<w:p>",
    "</w:p>",
    "<w:r>",
    "</w:r>",
    "<w:t>",
    "</w:t>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:del>",
    "</w:del>",
    "<w:pPr>",
    "</w:pPr>",
    "<w:tab/>",
    "<w:footnote>",
    "</w:footnote>",
    "<text:p>",
    "</text:p>",
    "<text:note>",
    "</text:note>",
    "<table:table>",
    "</table:table>",
    "<table:table-row>",
    "</table:table-row>",
    "<table:table-cell>",
    "</table:table-cell>",
    "<text:s/>",
    "Two",
    "اثنان",
    "&amp;",
    "\n",
];
const PO: &[&str] = &[
    "msgid ",
    "msgstr ",
    "msgid_plural ",
    "msgstr[0] ",
    "msgstr[9] ",
    "msgstr[999999] ",
    "msgctxt ",
    "\"Two\"",
    "\"اثنان\"",
    "\"\"",
    "\"",
    "\\\"",
    "\\",
    "#: a.c:1",
    "#~ ",
    "\n",
    "\n\n",
    "what",
];
const JSON: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "\"source\":",
    "\"target\":",
    "\"id\":",
    "\"Two\"",
    "\"اثنان\"",
    "\"<p>Two</p>\"",
    "7",
    "null",
    ",",
    "\n",
    "\\u",
    " ",
];
const PAGE: &[&str] = &[
    "<html>",
    "<body>",
    "<div>",
    "</div>",
    "<p>",
    "</p>",
    "<table>",
    "<td>",
    "<script>",
    "</script>",
    "<svg>",
    "<template>",
    "<meta property=\"og:title\" content=\"T\">",
    "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\"}</script>",
    "<a href='/'>",
    "</a>",
    "&nbsp;",
    "Two men were held, they said. ",
    "رجلان ",
    "<!--",
    "-->",
    "<",
    "</body>",
    "</html>",
];
const MARKDOWN: &[&str] = &[
    "# ",
    "- ",
    "> ",
    "```",
    "|",
    "---",
    "*",
    "_",
    "[",
    "](x)",
    "![",
    "<b>",
    "\n",
    "\n\n",
    "title: T",
    "Two ",
    "اثنان ",
    "    ",
    "&amp;",
    "[^1]",
    ": ",
];
const TABLE: &[&str] = &["id", "source", "target", "en", "ar", "\t", ",", ";", "\"", "\"\"", "\n", "\r\n", "\r", "Two", "اثنان", " "];

/// All spans of an article lie within its texts, on characters; tags stand in order.
fn holds(article: &Article) {
    for (n, bead) in article.given.iter().enumerate() {
        let (source, target) = (bead.source.of(&article.source.raw), bead.target.of(&article.target.raw));
        assert!(!source.contains('\n') && !target.contains('\n'), "bead {n}");
    }
    for text in [&article.source, &article.target] {
        let tags = &text.origin.tags;
        assert!(tags.windows(2).all(|w| w[0].at <= w[1].at) && tags.iter().all(|t| t.at as usize <= text.raw.len()));
    }
}

/// A note on every pair leaves the pairs as they are.
fn notes(name: &str, text: &str) {
    let path = Path::new(name);
    let Ok(margins) = Reader::default().margins(path, text.as_bytes(), path) else { return };
    let pairs = |bytes: Vec<u8>| {
        let article = Reader::default().articles_from(path, bytes).map(|mut articles| articles.remove(0));
        article.ok().map(|article| article.given.into_iter().map(|g| (g.source, g.target)).collect::<Vec<_>>())
    };
    let all = (0..text.len()).map(|pair| Note { pair, pair_name: String::new(), priority: 1, on_target: true, text: "<".to_owned() });
    assert_eq!(margins.noted(&[]).as_deref(), Ok(text.as_bytes()));
    let noted = margins.noted(&all.collect::<Vec<_>>()).expect("UTF-8 has all");
    assert_eq!(pairs(noted), pairs(text.into()));
}

fn rows(rows: Result<super::rows::Rows, super::unpack::Flaw>) {
    if let Ok(rows) = rows
        && let Ok(article) = rows.article(Path::new("a"), 1, "its")
    {
        holds(&article);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn xliff_is_read_or_refused(text in soup(XLIFF)) {
        rows(xliff::read(&text));
        notes("a.xlf", &text);
    }

    #[test]
    fn tmx_is_read_or_refused(text in soup(TMX)) {
        rows(tmx::read(&text));
        notes("a.tmx", &text);
    }

    #[test]
    fn po_is_read_or_refused(text in soup(PO)) {
        rows(po::read(&text));
        notes("a.po", &text);
    }

    #[test]
    fn json_is_read_or_refused(text in soup(JSON)) {
        for article in json::read(Path::new("a"), &text, &json::Fields::default()).unwrap_or_default() {
            holds(&article);
        }
    }

    #[test]
    fn tables_are_read_or_refused(text in soup(TABLE), delimiter in prop::sample::select(vec![b',', b'\t'])) {
        let numbers = "source=1,target=2".parse().ok();
        for wanted in [None, numbers.as_ref()] {
            if let Ok(articles) = table::pairs(Path::new("a"), &text, delimiter, wanted) {
                articles.iter().for_each(holds);
            }
        }
    }

    #[test]
    fn office_documents_are_read_or_refused(text in soup(OFFICE), whole in any::<bool>()) {
        let body = if whole { format!("<a>{text}</a>") } else { text };
        for (part, read) in [("word/document.xml", docx::read as fn(&mut Zip) -> _), ("content.xml", odt::read)] {
            let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            zip.start_file(part, zip::write::SimpleFileOptions::default()).expect("a part");
            std::io::Write::write_all(&mut zip, body.as_bytes()).expect("written");
            let bytes = zip.finish().expect("a document").into_inner();
            if let Ok((prose, tables)) = Zip::new(&bytes, 1 << 20).and_then(|mut zip| read(&mut zip)) {
                prop_assert!(prose.raw.lines().all(|line| !line.trim().is_empty()));
                flow::pairs(&tables);
            }
        }
    }

    #[test]
    fn pages_are_read_or_refused(text in soup(PAGE)) {
        if let Ok(prose) = html::read(&text) {
            prop_assert!(prose.raw.lines().all(|line| !line.trim().is_empty()));
        }
        html::fragment(&text);
    }

    #[test]
    fn markdown_keeps_its_lines(text in soup(MARKDOWN)) {
        prop_assert!(markdown::read(&text).raw.matches('\n').count() <= text.matches('\n').count() + text.len());
    }

    #[test]
    fn order_is_put_right_whatever_stands_there(text in "[a-z0-9 ا-يةى()«».%\u{FE8D}-\u{FEFC}\u{64B}\n]{0,80}") {
        let mended = order::mended(text.clone(), &mut Vec::new());
        prop_assert_eq!(mended.matches('\n').count(), text.matches('\n').count());
    }

    #[test]
    fn placeholders_are_found_in_anything(text in "\\PC{0,60}") {
        let mut marked = tags::Marked::default();
        marked.words(&text);
        prop_assert!(marked.tags.iter().all(|(at, _)| marked.text.is_char_boundary(*at)));
    }

    #[test]
    fn a_pdf_is_read_or_refused(text in "(%PDF-1\\.4\n)?([0-9] 0 obj<<(/Type/(Page|Pages|Catalog|Font)|/Kids\\[[0-9] 0 R\\]|/Count [0-9]|/Contents [0-9] 0 R|/Root [0-9] 0 R){0,4}>>(stream\nBT /F1 1 Tf \\(Two\\) Tj ET\nendstream)?endobj\n){0,6}trailer<</Root 1 0 R>>") {
        let _ = pdf::read(text.as_bytes(), 1 << 20);
    }

    #[test]
    fn any_file_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\x1F\x8B\x08", b"%PDF-1.4\n", b"\xFF\xFE"]), extension in prop::sample::select(vec!["txt", "docx", "odt", "html", "md", "csv", "po", "xlf", "gz", "json"])) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(format!("a.{extension}"));
        std::fs::write(&path, [start, &bytes].concat()).expect("written");
        let reader = Reader { limit: 1 << 20, ..Reader::default() };
        for error in [reader.text(&path).err(), reader.articles(&path).err()].into_iter().flatten() {
            prop_assert_eq!(error.to_string().lines().count(), 1);
        }
    }
}
