//! Texts on their way into a page.

use std::borrow::Cow;
use std::fmt::Write;

use serde::Serialize;

use crate::report::language::Language;
use crate::report::layout::arabic_run;

/// Text between tags. What turns the order of letters about (Unicode calls it embedding, override, isolate) is shown by its code, as are
/// control characters: they could make a sentence say on the page what it does not say.
pub fn escaped(text: &str) -> Cow<'_, str> {
    replaced(text, true)
}

/// A sentence of the report with words of the texts in it, each run of them set apart, so that it runs its own way: Arabic words in an English
/// sentence, and what an Arabic one quotes.
pub fn message(text: &str, language: Language) -> String {
    let quotation = |text: &str| {
        let start = text.find('«')? + '«'.len_utf8();
        Some(start..start + text[start..].find('»')?)
    };
    let mut out = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some(run) = if language.is_right_to_left() { quotation(rest) } else { arabic_run(rest) } {
        // Writing to a `String` cannot fail.
        let _ = write!(out, "{}<bdi>{}</bdi>", escaped(&rest[..run.start]), escaped(&rest[run.clone()]));
        rest = &rest[run.end..];
    }
    out + &escaped(rest)
}

/// The value of an attribute in double quotes.
pub fn attribute(text: &str) -> Cow<'_, str> {
    replaced(text, false)
}

fn replaced(text: &str, names: bool) -> Cow<'_, str> {
    let turns = |c: char| turns(c) || (c.is_control() && !c.is_whitespace());
    if !text.contains(|c| matches!(c, '&' | '<' | '>' | '"' | '\'') || turns(c)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c if turns(c) && names => {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "<code class=\"sign\">U+{:04X}</code>", c as u32);
            }
            c if turns(c) => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// JSON that can stand in a `script` element: nothing in it ends the element or begins a comment.
///
/// # Errors
/// Those of `serde_json`.
pub fn json(value: &impl Serialize) -> serde_json::Result<String> {
    let text = serde_json::to_string(value)?;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '<' | '>' | '&' | '\u{2028}' | '\u{2029}') || turns(c) {
            // Writing to a `String` cannot fail.
            let _ = write!(out, "\\u{:04x}", c as u32);
        } else {
            out.push(c);
        }
    }
    Ok(out)
}

/// Whether a character turns the order of others about.
const fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_text_comes_out() {
        assert_eq!(escaped("<b onload='x'>&\"</b>"), "&lt;b onload=&#39;x&#39;&gt;&amp;&quot;&lt;/b&gt;");
        assert_eq!(escaped("قال Ali\nno."), "قال Ali\nno.");
        assert_eq!(escaped("a\u{202E}b"), "a<code class=\"sign\">U+202E</code>b");
        assert_eq!(attribute("a\u{202E}\"b"), "a&quot;b");
    }

    #[test]
    fn words_of_the_texts_are_set_apart() {
        assert_eq!(message("'open' (فتح، يفتح) & <b>", Language::English), "&#39;open&#39; (<bdi>فتح، يفتح</bdi>) &amp; &lt;b&gt;");
        assert_eq!(message("في الأصل «a <b», و«c».", Language::Arabic), "في الأصل «<bdi>a &lt;b</bdi>», و«<bdi>c</bdi>».");
    }

    #[test]
    fn json_cannot_leave_its_element() {
        let hostile = "</script><!--\u{2028}";
        let text = json(&hostile).unwrap();
        assert!(!text.contains(['<', '>', '\u{2028}']));
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), hostile);
    }
}
