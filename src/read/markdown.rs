//! Markdown: its words without its marks, each on the line of the file where it stands.

use std::ops::Range;

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use super::prose::Prose;

/// The words of a Markdown text. Code, addresses of links, HTML tags and the front matter are left out, but for its title, author and date.
pub(super) fn read(text: &str) -> Prose {
    let mut page = Page { text, ..Page::default() };
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        page.event(&event, range);
    }
    page.prose
}

#[derive(Default)]
struct Page<'t> {
    text: &'t str,
    prose: Prose,
    /// Bytes of the file whose line ends are in the prose.
    at: usize,
    /// How many elements are open whose words are left out.
    hidden: usize,
    front_matter: bool,
}

impl Page<'_> {
    fn event(&mut self, event: &Event, range: Range<usize>) {
        match event {
            Event::Start(Tag::MetadataBlock(MetadataBlockKind::YamlStyle)) => self.front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => self.front_matter = false,
            Event::Start(Tag::CodeBlock(_)) => self.hidden += 1,
            Event::End(TagEnd::CodeBlock) => self.hidden = self.hidden.saturating_sub(1),
            Event::Text(words) if self.front_matter => self.facts(words),
            Event::Text(words) | Event::Code(words) if self.hidden == 0 => {
                self.catch_up(range.start);
                self.prose.raw.push_str(words);
            }
            // Cells of a table stand on one line, and are no one sentence.
            Event::Start(Tag::TableCell) if !self.prose.raw.is_empty() && !self.prose.raw.ends_with('\n') => {
                self.prose.raw.push_str(" \u{2028}");
            }
            _ => {}
        }
    }

    /// Ends lines as the file does up to `at`.
    fn catch_up(&mut self, at: usize) {
        let between = self.text.get(self.at..at).unwrap_or_default();
        self.prose.raw.extend(between.bytes().filter(|b| *b == b'\n').map(|_| '\n'));
        self.at = self.at.max(at);
    }

    fn facts(&mut self, words: &str) {
        for line in words.lines() {
            let Some((key, value)) = line.split_once(':') else { continue };
            let value = value.trim().trim_matches(['"', '\'']).to_owned();
            let origin = &mut self.prose.origin;
            match key {
                "title" => origin.title = Some(value),
                "author" => origin.byline = Some(value),
                "date" => origin.date = Some(value),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_on_their_lines() {
        let text = "---\ntitle: \"Miners\"\ndate: 2024-05-01\n---\n\n# Miners *reject* offer\n\nThe [union](http://x.y/z) said\n**no** on Friday.\n\n- One\n- Two\n\n```\ncode\n```\n\nEnd &amp; so.";
        let prose = read(text);
        assert_eq!(prose.origin.date.as_deref(), Some("2024-05-01"));
        assert_eq!(prose.origin.title.as_deref(), Some("Miners"));
        let lines: Vec<_> = prose.raw.lines().enumerate().filter(|(_, l)| !l.is_empty()).map(|(i, l)| (i + 1, l)).collect();
        assert_eq!(
            lines,
            [(6, "Miners reject offer"), (8, "The union said"), (9, "no on Friday."), (11, "One"), (12, "Two"), (18, "End & so.")]
        );
    }
}
