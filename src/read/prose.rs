//! A text as it is put together from the parts of a document: one line per paragraph.

use crate::article::Origin;

/// What a document says.
#[derive(Debug, Default)]
pub(super) struct Prose {
    /// One line per paragraph, title, item or cell; no line is blank.
    pub raw: String,
    /// What it tells beside its words.
    pub origin: Origin,
}

impl Prose {
    /// Adds a paragraph; line ends and runs of white space in it become one space. Nothing is added for a blank one.
    pub fn paragraph(&mut self, text: &str) {
        let mut words = text.split_whitespace();
        let Some(first) = words.next() else { return };
        if !self.raw.is_empty() {
            self.raw.push('\n');
        }
        self.raw.push_str(first);
        for word in words {
            self.raw.push(' ');
            self.raw.push_str(word);
        }
    }

    /// Adds each line of `text` as a paragraph.
    pub fn paragraphs(&mut self, text: &str) {
        text.lines().for_each(|line| self.paragraph(line));
    }

    /// Puts the title on top, unless the text starts with it.
    pub fn entitle(&mut self, title: &str) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        if !title.is_empty() && !self.raw.lines().take(3).any(|line| line == title) {
            self.raw.insert_str(0, &format!("{title}\n"));
        }
        self.origin.title = Some(title).filter(|t| !t.is_empty());
    }
}
