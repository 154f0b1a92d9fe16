//! Folding: one form for the many spellings of a word, for comparing and never for showing.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, accents off, curly apostrophes straight: `Élysée’s` becomes `elysee's`.
pub fn english(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    if text.is_ascii() {
        return Cow::Owned(text.to_ascii_lowercase());
    }
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd() {
        match c {
            '’' | '‘' | 'ʼ' | '`' | '´' => out.push('\''),
            '‐' | '‑' | '‒' | '–' => out.push('-'),
            'ß' => out.push_str("ss"),
            'ø' | 'Ø' => out.push('o'),
            'ł' | 'Ł' => out.push('l'),
            'ı' => out.push('i'),
            'æ' | 'Æ' => out.push_str("ae"),
            c if is_combining_mark(c) || is_invisible(c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
    Cow::Owned(out)
}

/// Diacritics and tatweel off; أإآٱ become ا, ى and ئ become ي, ة becomes ه, ؤ becomes و; presentation forms by NFKC;
/// Arabic-Indic and Persian digits become 0-9.
///
/// Folding is idempotent: `arabic(arabic(x)) == arabic(x)`.
pub fn arabic(text: &str) -> Cow<'_, str> {
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}') {
            for d in c.nfkc() {
                push_arabic(&mut out, d);
            }
        } else {
            push_arabic(&mut out, c);
        }
    }
    Cow::Owned(out)
}

fn plain(c: char) -> bool {
    (c.is_ascii() && !c.is_ascii_uppercase()) || matches!(c, 'ء' | 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | 'ي' | '،' | '؛' | '؟')
}

fn push_arabic(out: &mut String, c: char) {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => out.push('ا'),
        'ى' | 'ئ' | 'ی' | 'ې' => out.push('ي'),
        'ة' | 'ۀ' | 'ە' => out.push('ه'),
        'ؤ' => out.push('و'),
        'ک' | 'ګ' => out.push('ك'),
        'گ' => out.push('غ'),
        'ڤ' => out.push('ف'),
        'پ' => out.push('ب'),
        'چ' => out.push('ج'),
        'ژ' => out.push('ز'),
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06ED}' | 'ـ' => {}
        c if is_invisible(c) => {}
        c => match digit(c) {
            Some(d) => out.push(d),
            None => out.extend(c.to_lowercase()),
        },
    }
}

/// Bidi controls, zero-width characters and the byte order mark: never part of a word.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}' | '\u{061C}')
}

/// The ASCII digit that an ASCII, Arabic-Indic or Persian digit stands for.
pub fn digit(c: char) -> Option<char> {
    let value = match c {
        '0'..='9' => c as u32 - '0' as u32,
        '٠'..='٩' => c as u32 - '٠' as u32,
        '۰'..='۹' => c as u32 - '۰' as u32,
        _ => return None,
    };
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arabic_spellings_meet() {
        for (a, b) in [
            ("إدلب", "ادلب"),
            ("أفريقيا", "افريقيا"),
            ("مُحمَّد", "محمد"),
            ("قــــال", "قال"),
            ("مستشفى", "مستشفي"),
            ("٣٨٠", "380"),
            ("ﻻ", "لا"),
        ] {
            assert_eq!(arabic(a), arabic(b), "{a} {b}");
        }
    }

    #[test]
    fn english_spellings_meet() {
        assert_eq!(english("Élysée’s"), "elysee's");
        assert_eq!(english("plain"), "plain");
    }
}
