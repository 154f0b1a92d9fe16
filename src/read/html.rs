//! News pages: the article without the page around it, as browsers do it in their reader view.

use std::borrow::Cow;

use dom_smoothie::{Config, Readability, TextMode};

use super::prose::Prose;

/// Elements of a page; more are no article, and take long.
const LARGEST: usize = 200_000;
/// How deep tags may nest.
const DEEPEST: usize = 512;

/// The article of a page: title and paragraphs; byline and date from its JSON-LD, Open Graph or meta tags.
pub(super) fn read(page: &str) -> Result<Prose, String> {
    if depth(page) > DEEPEST {
        return Err(format!("has tags nested more than {DEEPEST} deep"));
    }
    let config = Config { text_mode: TextMode::Formatted, max_elements_to_parse: LARGEST, char_threshold: 200, ..Config::default() };
    let found = Readability::new(&*unbroken(page), None, Some(config)).and_then(|mut page| page.parse());
    let article = found.map_err(|_| "has no article that could be told from the page around it".to_owned())?;
    let mut prose = Prose::default();
    prose.paragraphs(&article.text_content);
    prose.entitle(&article.title);
    let known = |fact: Option<String>| fact.map(|f| f.trim().to_owned()).filter(|f| !f.is_empty());
    prose.origin.byline = known(article.byline);
    prose.origin.date = known(article.published_time);
    Ok(prose)
}

/// An upper bound of how deep the tags of a page nest: those that never close do not count for long.
fn depth(page: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let bytes = page.as_bytes();
    for (i, b) in bytes.iter().enumerate() {
        if *b != b'<' {
            continue;
        }
        let name = &bytes[i + 1..];
        match name.first() {
            Some(b'/') if !is_void(&name[1..]) => depth = depth.saturating_sub(1),
            Some(c) if c.is_ascii_alphabetic() && !is_void(name) => depth += 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Whether a tag opens nothing, or something whose end tag may be left out.
fn is_void(name: &[u8]) -> bool {
    const VOID: [&str; 22] = [
        "br", "img", "meta", "link", "input", "hr", "source", "wbr", "area", "base", "col", "embed", "param", "track", "p", "li", "tr",
        "td", "th", "dt", "dd", "option",
    ];
    let end = name.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(name.len());
    VOID.iter().any(|void| name[..end].eq_ignore_ascii_case(void.as_bytes()))
}

/// The words of a piece of a page, a line for each of its paragraphs.
pub(super) fn fragment(html: &str) -> String {
    if depth(html) > DEEPEST {
        return html.to_owned();
    }
    dom_query::Document::fragment(&*unbroken(html)).formatted_text().to_string()
}

/// Longest tag of a line break that is looked for.
const LONGEST: usize = 200;

/// A page in which a line break on its own is a space, as it may stand within a sentence. Several in a row part paragraphs and stay.
fn unbroken(page: &str) -> Cow<'_, str> {
    let (mut out, mut kept) = (String::new(), 0);
    let mut at = 0;
    while let Some(found) = page[at..].find('<') {
        let start = at + found;
        let Some(length) = line_break(&page[start..]) else {
            at = start + 1;
            continue;
        };
        at = start + length;
        let mut is_alone = true;
        while let Some(next) = next_break(&page[at..]) {
            is_alone = false;
            at += next;
        }
        if is_alone {
            out.push_str(&page[kept..start]);
            out.push(' ');
            kept = at;
        }
    }
    if kept == 0 {
        return Cow::Borrowed(page);
    }
    out.push_str(&page[kept..]);
    Cow::Owned(out)
}

/// How long the `<br>` is that a text starts with.
fn line_break(text: &str) -> Option<usize> {
    let bytes = &text.as_bytes()[..text.len().min(LONGEST)];
    let is_break =
        bytes.len() > 3 && bytes[..3].eq_ignore_ascii_case(b"<br") && (matches!(bytes[3], b'>' | b'/') || bytes[3].is_ascii_whitespace());
    if is_break { bytes.iter().position(|b| *b == b'>').map(|end| end + 1) } else { None }
}

/// Where the `<br>` ends that follows with nothing but blanks before it.
fn next_break(text: &str) -> Option<usize> {
    let mut rest = text.trim_start();
    while let Some(more) = rest.strip_prefix("&nbsp;") {
        rest = more.trim_start();
    }
    line_break(rest).map(|length| text.len() - rest.len() + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_alone_is_a_space() {
        for (page, wanted) in [
            ("14 million<br>dollars.", "14 million dollars."),
            ("a<BR />b<br class=\"x\">c", "a b c"),
            ("a<br><br/>b", "a<br><br/>b"),
            ("a<br>\n&nbsp;<br>b<br>c", "a<br>\n&nbsp;<br>b c"),
            ("a <b>c</b> <broken>", "a <b>c</b> <broken>"),
            ("قال<br", "قال<br"),
        ] {
            assert_eq!(unbroken(page), wanted);
        }
        assert_eq!(
            fragment("<p>He paid 14 million<br>dollars.<br><br>Talks failed.</p>").lines().filter(|l| !l.trim().is_empty()).count(),
            2
        );
    }
}
