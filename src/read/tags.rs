//! Inline tags and placeholders: what a translation must carry along, but nobody reads.

use std::borrow::Cow;

/// Words with the tags that stood among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marked {
    /// The words alone.
    pub text: String,
    /// The byte before which each tag stood, and what names it.
    pub tags: Vec<(usize, String)>,
}

/// Longest tag of HTML that is looked for within a text.
const LONGEST: usize = 500;

impl Marked {
    /// Adds a tag.
    pub fn tag(&mut self, code: impl Into<String>) {
        self.tags.push((self.text.len(), code.into()));
    }

    /// Adds words in which placeholders of programs and tags of HTML may stand.
    pub fn words(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['{', '%', '<', '$']) {
            self.text.push_str(&rest[..at]);
            rest = &rest[at..];
            if let Some((length, code)) = placeholder(rest) {
                self.tag(code);
                rest = &rest[length..];
            } else {
                self.text.push_str(&rest[..1]);
                rest = &rest[1..];
            }
        }
        self.text.push_str(rest);
    }

    /// The words on one line and without white space around them, and the tags by their bytes there.
    pub fn trimmed(&self) -> (Cow<'_, str>, impl Iterator<Item = (usize, &str)>) {
        let start = self.text.len() - self.text.trim_start().len();
        let inner = self.text.trim();
        let text = on_one_line(inner);
        let tags = self.tags.iter().map(move |(at, code)| (at.saturating_sub(start).min(inner.len()), code.as_str()));
        (text, tags)
    }
}

/// `text` with spaces for line ends.
pub(super) fn on_one_line(text: &str) -> Cow<'_, str> {
    let breaks = |byte| matches!(byte, b'\n' | b'\r');
    if text.bytes().any(breaks) { text.replace(['\n', '\r'], " ").into() } else { Cow::Borrowed(text) }
}

/// The placeholder that `text` starts with: its length in bytes, and its name.
fn placeholder(text: &str) -> Option<(usize, String)> {
    match text.as_bytes() {
        [b'$', b'{', ..] => braces(&text[1..]).map(|(length, code)| (length + 1, format!("${code}"))),
        [b'{', ..] => braces(text),
        [b'%', ..] => printf(text),
        [b'<', ..] => html(text),
        _ => None,
    }
}

/// `{0}`, `{name}`, `{{name}}`, `{0:N2}`.
fn braces(text: &str) -> Option<(usize, String)> {
    let opening = text.bytes().take_while(|b| *b == b'{').count();
    let inner = text[opening..].bytes().take_while(|b| b.is_ascii_alphanumeric() || b"_.:,#-".contains(b)).count();
    let end = opening + inner;
    let closes = text.as_bytes()[end..].iter().take_while(|b| **b == b'}').count();
    ((1..=2).contains(&opening) && inner > 0 && closes >= opening).then(|| (end + opening, text[..end + opening].to_owned()))
}

/// `%s`, `%1$d`, `%(name)s`, `%.2f`; not `20% discount`.
fn printf(text: &str) -> Option<(usize, String)> {
    let bytes = text.as_bytes();
    let mut at = 1;
    if bytes.get(at) == Some(&b'(') {
        at += text[at..].find(')')? + 1;
    }
    at += bytes[at..].iter().take_while(|b| b.is_ascii_digit() || b"$.+#-'*".contains(b)).count();
    at += bytes[at..].iter().take_while(|b| b"lhzq".contains(b)).count();
    let converts = bytes.get(at).is_some_and(|b| b"sdiufcxX@".contains(b));
    let ends = bytes.get(at + 1).is_none_or(|b| !b.is_ascii_alphanumeric());
    (converts && ends && at < 60).then(|| (at + 1, text[..=at].to_owned()))
}

/// `<b>`, `</a>`, `<a href="…">` by its name alone.
fn html(text: &str) -> Option<(usize, String)> {
    let bytes = &text.as_bytes()[..text.len().min(LONGEST)];
    let closing = usize::from(bytes.get(1) == Some(&b'/'));
    let name = bytes[1 + closing..].iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    let first = bytes.get(1 + closing)?;
    let end = bytes.iter().position(|b| *b == b'>')?;
    let after = bytes.get(1 + closing + name)?;
    let is_tag = first.is_ascii_alphabetic() && (matches!(after, b'>' | b'/') || after.is_ascii_whitespace());
    is_tag.then(|| (end + 1, format!("{}>", &text[..1 + closing + name])))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str) -> (String, Vec<String>) {
        let mut marked = Marked::default();
        marked.words(text);
        (marked.text, marked.tags.into_iter().map(|(_, code)| code).collect())
    }

    #[test]
    fn placeholders_are_told_from_words() {
        for (text, words, tags) in [
            ("Hello {name}, %1$s sent {{count}} files", "Hello ,  sent  files", &["{name}", "%1$s", "{{count}}"][..]),
            ("<a href=\"x\">Read</a> ${more}.", "Read .", &["<a>", "</a>", "${more}"]),
            ("a 20% discount, 5 < 6 and 7 > 3, {no idea}, 12%.", "a 20% discount, 5 < 6 and 7 > 3, {no idea}, 12%.", &[]),
            ("%(user)s said %.2f%%", " said %%", &["%(user)s", "%.2f"]),
        ] {
            assert_eq!(split(text), (words.to_owned(), tags.iter().map(|t| (*t).to_owned()).collect()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_split(text in "[{}%$<>/a-z0-9 سdأ()]{0,40}") {
            let mut marked = Marked::default();
            marked.words(&text);
            let (words, mut tags) = marked.trimmed();
            prop_assert!(tags.all(|(at, _)| at <= words.len()));
        }
    }
}
