//! News pages: the article without the page around it, as browsers do it in their reader view.

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
    let found = Readability::new(page, None, Some(config)).and_then(|mut page| page.parse());
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
    dom_query::Document::fragment(html).formatted_text().to_string()
}
