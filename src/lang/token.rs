//! Tokens: words, numbers, symbols and links of a text, with their folded forms.

use std::cell::RefCell;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::known::{Known, Question, Silence, WordId};
use super::spelling::{Spelling, Spellings};
use super::{Lang, fold, is_arabic_letter};
use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters, possibly with digits after them (`COVID`, `U2`, `حذر`).
    Word,
    /// Digits with their separators (`330`, `1,200.5`, `٣٫٥`); folded to ASCII digits.
    Number,
    /// One punctuation mark or symbol (`%`, `$`, `،`).
    Symbol,
    /// A web address or a handle (`pic.twitter.com/QU`, `@agency`).
    Link,
}

/// How a word is capitalised; always `Lower` in Arabic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capital {
    /// No capital at the start.
    Lower,
    /// A capital at the start only, or a single capital letter.
    Initial,
    /// Capitals within (`McDonald`, `iPhone`).
    Mixed,
    /// Two letters or more, all capitals (`UN`, `U.S.`).
    All,
}

/// One token.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its place in the text.
    pub span: Span,
    /// What it is.
    pub kind: Kind,
    /// How it is capitalised.
    pub capital: Capital,
    /// Whether white space, or the start of the text, stands before it.
    pub spaced: bool,
    /// Whether a line starts with it.
    pub starts_line: bool,
    /// Whether it is spelled with a hamza, a madda or a doubled letter that its folded form does not tell: `فئة` is folded like `فيه`,
    /// `عبّر` like `عبر`.
    pub marked: bool,
    /// The number of its folded form, if that is likely to come again.
    pub word: WordId,
    folded: Folded,
}

/// The folded form of a token, which rules ask for more often than for anything else.
#[derive(Clone, Copy, Debug)]
enum Folded {
    /// That of its word, for good.
    Known(&'static str),
    /// Where it stands among those that are not likely to come again.
    Here(Span),
}

impl Folded {
    /// The same among more of them, of which `before` stand before these.
    fn shifted(self, before: u32) -> Self {
        match self {
            Self::Here(span) => Self::Here(span.shifted(before)),
            known @ Self::Known(_) => known,
        }
    }
}

/// The tokens of one text, in order. Token spans are in the coordinates of that text.
#[derive(Clone, Debug)]
pub struct Tokens {
    lang: Lang,
    list: Vec<Token>,
    /// The word of each: questions about all words of a sentence find them side by side.
    words: Vec<WordId>,
    /// The folded forms that are not likely to come again.
    folded: String,
}

impl Tokens {
    /// Cuts `text` into tokens. Total: any text has tokens, none is empty, they do not overlap and stand in order.
    ///
    /// ```
    /// use muqabala::lang::{Lang, token::Tokens};
    /// let tokens = Tokens::new(Lang::Arabic, "أجبر ٣٣٠ألف شخص");
    /// let words: Vec<_> = (0..tokens.len()).map(|i| tokens.folded(i)).collect();
    /// assert_eq!(words, ["اجبر", "330", "الف", "شخص"]);
    /// ```
    pub fn new(lang: Lang, text: &str) -> Self {
        let room = text.len() / 5;
        let mut tokens = Self { lang, list: Vec::with_capacity(room), words: Vec::with_capacity(room), folded: String::new() };
        let mut end_of_link = 0_usize;
        let mut spaced = true;
        let mut next = 0;
        while let Some((piece, plain)) = piece(&text[next..]) {
            let at = next;
            next += piece.len();
            // A link may end in the middle of a piece: `example.comقال`.
            let (at, piece) = match end_of_link.checked_sub(at) {
                Some(inside) if inside >= piece.len() => continue,
                Some(inside) => (end_of_link, &piece[inside..]),
                None => (at, piece),
            };
            if plain && at >= end_of_link {
                tokens.push(text, Span::new(at as u32, next as u32), Kind::Word, spaced);
                spaced = false;
                continue;
            }
            if piece.chars().all(|c| c.is_whitespace() || c.is_control() || fold::is_invisible(c)) {
                spaced |= piece.chars().any(|c| c.is_whitespace() || c.is_control());
                continue;
            }
            if let Some(length) = link(text, at, spaced) {
                end_of_link = at + length;
                tokens.push(text, Span::new(at as u32, end_of_link as u32), Kind::Link, spaced);
                if let Some(rest) = piece.get(length..).filter(|rest| !rest.is_empty()) {
                    tokens.split(text, end_of_link, rest, false);
                }
            } else {
                tokens.split(text, at, piece, spaced);
            }
            spaced = false;
        }
        tokens
    }

    /// The language that the text was read as.
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// How many tokens.
    pub const fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All tokens.
    pub fn list(&self) -> &[Token] {
        &self.list
    }

    /// Token `i`.
    #[inline]
    pub fn get(&self, i: usize) -> Option<&Token> {
        self.list.get(i)
    }

    /// The folded form of token `i`; for English, without a possessive `'s` and without the points of `U.S.`; empty past the end.
    #[inline]
    pub fn folded(&self, i: usize) -> &str {
        match self.list.get(i).map(|token| token.folded) {
            Some(Folded::Known(folded)) => folded,
            Some(Folded::Here(span)) => span.of(&self.folded),
            None => "",
        }
    }

    /// Whether one of the tokens of `behind` may have the same folded form as token `i`; if not, none has.
    pub fn may_stand_again(&self, i: usize, behind: std::ops::Range<usize>) -> bool {
        let (Some(own), Some(behind)) = (self.words.get(i), self.words.get(behind)) else { return false };
        behind.iter().any(|word| own.may_be(*word))
    }

    /// The answer to a question about the folded form of token `i`, which `find` finds.
    #[inline]
    pub fn is(&self, i: usize, question: &Question, find: impl FnOnce(&str) -> bool) -> bool {
        match self.list.get(i) {
            Some(token) => question.of(token.word, || find(self.folded(i))),
            None => find(""),
        }
    }

    /// The tokens of `range` whose folded form is one that `question` is about, which `find` finds of a token.
    #[inline]
    pub fn that_are(
        &self,
        range: std::ops::Range<usize>,
        question: &Question,
        find: impl Fn(usize) -> bool,
    ) -> impl Iterator<Item = usize> {
        let words = self.words.get(range.clone()).unwrap_or_default();
        range.zip(words).filter(move |(i, word)| question.of(**word, || find(*i))).map(|(i, _)| i)
    }

    /// The questions to which none of the tokens of `range` answers yes.
    pub fn silence(&self, range: std::ops::Range<usize>) -> Silence {
        Silence::of(self.words.get(range).unwrap_or_default())
    }

    /// The fact about the folded form of token `i`, which `find` finds.
    pub fn known<T: Copy>(&self, i: usize, facts: &Known<T>, find: impl FnOnce(&str) -> T) -> T {
        match self.list.get(i) {
            Some(token) => facts.get(token.word, || find(self.folded(i))),
            None => find(""),
        }
    }

    /// The tokens that lie within `span`, as a range of indices.
    pub fn within(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.list.partition_point(|t| t.span.start < span.start);
        let last = self.list.partition_point(|t| t.span.end <= span.end);
        first..last.max(first)
    }

    /// The span from token `first` to token `last`, both included.
    pub fn span(&self, first: usize, last: usize) -> Span {
        self.list[first].span.cover(self.list[last].span)
    }

    /// Makes room for as many more of each as `more` says of how many there are.
    pub(crate) fn reserve(&mut self, more: impl Fn(usize) -> usize) {
        self.list.reserve(more(self.list.len()));
        self.words.reserve(more(self.words.len()));
        self.folded.reserve(more(self.folded.len()));
    }

    /// Puts the tokens of the next part of the text behind; it starts at byte `start`.
    pub(crate) fn append(&mut self, next: &Self, start: u32) {
        let folded = self.folded.len() as u32;
        self.folded.push_str(&next.folded);
        self.words.extend(&next.words);
        self.list.extend(next.list.iter().map(|t| Token { span: t.span.shifted(start), folded: t.folded.shifted(folded), ..*t }));
    }

    /// The same tokens with some cut: `cuts` lists token indices in order, each with byte offsets within that token.
    pub(crate) fn cut(self, text: &str, cuts: &[(usize, Vec<usize>)]) -> Self {
        let room = self.list.len() + cuts.len();
        let mut out = Self { lang: self.lang, list: Vec::with_capacity(room), words: Vec::with_capacity(room), folded: String::new() };
        let mut cuts = cuts.iter().peekable();
        for (i, token) in self.list.iter().enumerate() {
            let offsets = cuts.next_if(|c| c.0 == i).map_or(&[][..], |c| c.1.as_slice());
            if offsets.is_empty() {
                let folded = match token.folded {
                    Folded::Here(span) => {
                        let start = out.folded.len() as u32;
                        out.folded.push_str(span.of(&self.folded));
                        Folded::Here(Span::new(start, out.folded.len() as u32))
                    }
                    known @ Folded::Known(_) => known,
                };
                out.list.push(Token { folded, ..*token });
                out.words.push(token.word);
                continue;
            }
            let mut start = token.span.start;
            for end in offsets.iter().map(|o| token.span.start + *o as u32).chain([token.span.end]) {
                out.push(text, Span::new(start, end), token.kind, token.spaced || start > token.span.start);
                start = end;
            }
        }
        out
    }

    /// Cuts a sentence from the next one, where no space parts them, then digits from letters.
    fn split(&mut self, text: &str, at: usize, piece: &str, spaced: bool) {
        let (mut start, mut spaced) = (0, spaced);
        // `_perhaps_`: marks of emphasis are part of no word.
        if piece.contains('_') && piece.contains(is_arabic_letter) {
            for part in piece.split_inclusive('_') {
                let word = part.trim_end_matches('_');
                if !word.is_empty() {
                    self.split(text, at + start, word, spaced);
                }
                if word.len() < part.len() {
                    self.push_piece(text, at + start + word.len(), at + start + part.len(), spaced && word.is_empty());
                }
                start += part.len();
                spaced = false;
            }
            return;
        }
        for (point, _) in piece.match_indices('.') {
            if parts_words(&piece[start..point], &piece[point + 1..]) {
                self.split_digits(text, at + start, &piece[start..point], spaced);
                self.push_piece(text, at + point, at + point + 1, false);
                start = point + 1;
                spaced = false;
            }
        }
        self.split_digits(text, at + start, &piece[start..], spaced);
    }

    /// Cuts digits from letters, always in Arabic (`330ألف`), in English only after leading digits or a currency (`5m`, `SAR58`, not
    /// `U2`); and Latin letters from the Arabic before them (`الـICC`).
    fn split_digits(&mut self, text: &str, at: usize, piece: &str, spaced: bool) {
        let is_mixed = || piece.contains(is_arabic_letter) && piece.contains(|c: char| c.is_ascii_alphabetic());
        if !piece.chars().any(|c| fold::digit(c).is_some()) && !is_mixed() {
            self.push_piece(text, at, at + piece.len(), spaced);
            return;
        }
        let mut start = 0;
        let mut spaced = spaced;
        let mut previous: Option<char> = None;
        let mut seen_letter = false;
        for (i, c) in piece.char_indices() {
            if let Some(p) = previous {
                let (a, b) = (fold::digit(p).is_some(), fold::digit(c).is_some());
                let letter_a = p.is_alphabetic();
                let letter_b = c.is_alphabetic();
                seen_letter |= letter_a;
                let cut = (a && letter_b && (!seen_letter || is_arabic_letter(c)))
                    || (letter_a && b && [&CURRENCY_CODES[..], &SHORT_CURRENCIES].iter().any(|list| list.contains(&&piece[start..i])))
                    || (is_arabic_letter(p) && c.is_ascii_alphabetic())
                    || (letter_a && b && (self.lang == Lang::Arabic && is_arabic_letter(p)));
                if cut {
                    self.push_piece(text, at + start, at + i, spaced);
                    start = i;
                    spaced = false;
                    seen_letter = false;
                }
            }
            if !fold::is_invisible(c) {
                previous = Some(c);
            }
        }
        self.push_piece(text, at + start, at + piece.len(), spaced);
    }

    fn push_piece(&mut self, text: &str, start: usize, end: usize, spaced: bool) {
        let piece = &text[start..end];
        let first = piece.chars().find(|c| !fold::is_invisible(*c) && *c != 'ـ');
        let kind = match first {
            Some(c) if fold::digit(c).is_some() => Kind::Number,
            Some(c) if c.is_alphanumeric() => Kind::Word,
            _ => Kind::Symbol,
        };
        self.push(text, Span::new(start as u32, end as u32), kind, spaced);
    }

    fn push(&mut self, text: &str, span: Span, kind: Kind, spaced: bool) {
        let piece = span.of(text);
        let starts_line = spaced && starts_line(&text[..span.start as usize]);
        let known = if kind == Kind::Link { None } else { SPELLINGS.with_borrow(|known| known[self.lang as usize].get(piece)) };
        let (Spelling { word, folded, capital, marked }, here) =
            known.map_or_else(|| self.read(piece, kind), |known| (known, Span::default()));
        let folded = folded.map_or(Folded::Here(here), Folded::Known);
        self.words.push(word);
        self.list.push(Token { span, kind, capital, spaced, starts_line, marked, word, folded });
    }

    /// What the spelling of a piece says, and where its folded form is put, if no number says it.
    fn read(&mut self, piece: &str, kind: Kind) -> (Spelling, Span) {
        let start = self.folded.len();
        let lang = if kind == Kind::Number { Lang::Arabic } else { self.lang };
        let folded = lang.fold(piece);
        let capital = if self.lang == Lang::English || piece.is_ascii() { capital(piece) } else { Capital::Lower };
        if kind == Kind::Word && self.lang == Lang::English {
            let stem = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')).unwrap_or(&folded);
            if stem.contains('.') {
                self.folded.extend(stem.chars().filter(|c| *c != '.'));
            } else {
                self.folded.push_str(stem);
            }
        } else {
            self.folded.push_str(&folded);
        }
        let again = match kind {
            Kind::Word | Kind::Symbol => true,
            // Years come again.
            Kind::Number => self.folded.len() - start <= 4,
            Kind::Link => false,
        };
        let word = if again { WordId::of(self.lang, &self.folded[start..]) } else { WordId::NONE };
        let marked = self.lang == Lang::Arabic && (piece.contains(['ئ', 'آ', SHADDA]) || piece.contains("أذن"));
        let spelling = Spelling { word, folded: word.spelled(), capital, marked };
        if spelling.folded.is_none() {
            return (spelling, Span::new(start as u32, self.folded.len() as u32));
        }
        self.folded.truncate(start);
        SPELLINGS.with_borrow_mut(|known| known[self.lang as usize].remember(piece, spelling));
        (spelling, Span::default())
    }
}

/// The mark of a doubled letter.
/// Codes of currencies that are written with no space before a number: those that are no acronym before numbers too, as `COP` is of
/// `COP28`.
#[rustfmt::skip]
pub const CURRENCY_CODES: [&str; 42] = [
    "AED", "AUD", "BDT", "BHD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "DZD", "EGP", "EUR", "GBP", "HKD", "IDR", "ILS", "INR", "IQD", "JOD",
    "JPY", "KES", "KRW", "KWD", "LBP", "LYD", "MAD", "MXN", "MYR", "NGN", "NOK", "OMR", "PHP", "PKR", "PLN", "QAR", "SAR", "SEK", "SGD", "TND",
    "USD", "ZAR",
];
/// Short names of currencies, written so as well.
pub const SHORT_CURRENCIES: [&str; 5] = ["Dh", "Dhs", "Rs", "SR", "QR"];

const SHADDA: char = '\u{651}';

thread_local! {
    /// The spellings that this thread has read, of each language: most pieces of a text were read before.
    static SPELLINGS: RefCell<[Spellings; 2]> = RefCell::default();
}

/// The first piece of `text` by the word bounds of Unicode, and whether it is a word of plain letters.
///
/// Unicode Standard Annex #29. Most pieces need none of its tables: plain letters up to a space or a mark that joins no letters, and such
/// a space or mark before what joins nothing.
fn piece(text: &str) -> Option<(&str, bool)> {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        match bytes[end..] {
            [b'a'..=b'z' | b'A'..=b'Z', ..] => end += 1,
            // ا to غ, ف to ي
            [0xD8, 0xA1..=0xBA, ..] | [0xD9, 0x81..=0x8A, ..] => end += 2,
            // ، or ؛ or ؟
            [] | [b'.'] | [b'.', b' ' | b'\n' | b'"', ..] | [0xD8, 0x8C | 0x9B | 0x9F, ..] if end > 0 => return Some((&text[..end], true)),
            [first, ..] if end > 0 && parts(first) => return Some((&text[..end], true)),
            // A mark may sit on a space, but no letter does.
            [first, next, ..] if end == 0 && joins_none(first, next) => return Some((&text[..1], false)),
            [b' ', 0xD8, 0xA1..=0xBA, ..] | [b' ', 0xD9, 0x81..=0x8A, ..] if end == 0 => return Some((&text[..1], false)),
            _ => return text.split_word_bounds().next().map(|piece| (piece, false)),
        }
    }
}

/// Whether a word ends before this byte, whatever follows.
const fn parts(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'"' | b'!' | b'?' | b'%' | b'(' | b')' | b',' | b';' | b'/' | b'-' | b'[' | b']')
}

/// Whether a space or mark is a piece by itself before this byte: no second space, and no mark that sits on it.
const fn joins_none(byte: u8, next: u8) -> bool {
    (parts(byte) || matches!(byte, b'.' | b'\'' | b':')) && next.is_ascii() && !(byte == b' ' && next == b' ')
}

/// Whether the text `before` a token ends in a line break and other white space.
fn starts_line(before: &str) -> bool {
    before.chars().rev().take_while(|c| c.is_whitespace() || c.is_control() || fold::is_invisible(*c)).any(|c| c == '\n')
        || before.is_empty()
}

/// Whether a point between `before` and `after` ends a word or an abbreviation that the next word is glued to (`ended.The`,
/// `د.أحمد`), rather than standing between letters of one (`U.S.`, `أ.ف.ب`).
pub fn parts_words(before: &str, after: &str) -> bool {
    let is_mark = |c: &char| *c == 'ـ' || is_combining_mark(*c) || fold::is_invisible(*c);
    let mut next = after.chars().filter(|c| !is_mark(c));
    let Some(last) = before.chars().rev().find(|c| !is_mark(c)) else { return false };
    let (Some(first), Some(second)) = (next.next(), next.next()) else { return false };
    let capital = first.is_uppercase() && second.is_alphabetic() && (second.is_lowercase() || last.is_lowercase());
    last.is_alphabetic() && (capital || (is_arabic_letter(first) && is_arabic_letter(second)))
}

fn capital(piece: &str) -> Capital {
    let piece = piece.strip_suffix("'s").or_else(|| piece.strip_suffix("’s")).unwrap_or(piece);
    let mut letters = piece.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Capital::Lower };
    let (mut upper, mut rest) = (0, 0);
    for c in letters {
        rest += 1;
        upper += usize::from(c.is_uppercase());
    }
    match (first.is_uppercase(), upper) {
        (true, u) if u > 0 && u == rest => Capital::All,
        (_, u) if u > 0 => Capital::Mixed,
        (true, _) => Capital::Initial,
        _ => Capital::Lower,
    }
}

/// The length in bytes of a web address or handle that starts at byte `at`.
fn link(text: &str, at: usize, spaced: bool) -> Option<usize> {
    const ENDS: [&str; 12] = [".com", ".org", ".net", ".co", ".uk", ".gov", ".info", ".tv", ".me", ".ly", ".io", ".edu"];
    let rest = &text[at..];
    let first = rest.as_bytes()[0];
    // A link starts where its characters start: looking again at every piece of a long chunk would take quadratic time.
    if text[..at].bytes().next_back().is_some_and(|b| b.is_ascii_alphanumeric() || b"@._-/:?=&%#~+".contains(&b)) {
        return None;
    }
    if !(first.is_ascii_alphanumeric() || (first == b'@' && spaced)) {
        return None;
    }
    let length = rest.bytes().position(|b| !(b.is_ascii_alphanumeric() || b"@._-/:?=&%#~+".contains(&b))).unwrap_or(rest.len());
    let chunk = rest[..length].trim_end_matches(['.', ':', '?', '-', '/']);
    if first != b'@' && !chunk.bytes().any(|b| b == b'.' || b == b':') {
        return None;
    }
    let lower = chunk.to_ascii_lowercase();
    let host = lower.split(['/', '?']).next().unwrap_or("");
    let address = lower.contains("://")
        || lower.starts_with("www.")
        || (host.contains('.')
            && ENDS.iter().any(|e| host.ends_with(e))
            && host.bytes().any(|b| b.is_ascii_alphabetic())
            && host.len() > 5);
    let handle = first == b'@' && chunk.len() > 2 && chunk[1..].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    (address || handle).then_some(chunk.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(lang: Lang, text: &str) -> Vec<String> {
        let t = Tokens::new(lang, text);
        (0..t.len()).map(|i| t.folded(i).to_owned()).collect()
    }

    #[test]
    fn digits_are_cut_from_letters() {
        assert_eq!(words(Lang::Arabic, "حوالي200 و76 16في"), ["حوالي", "200", "و", "76", "16", "في"]);
        assert_eq!(words(Lang::English, "£11million 5m 125th U2"), ["£", "11", "million", "5", "m", "125", "th", "u2"]);
        assert_eq!(words(Lang::English, "SAR1.3bn Rs500 COP28"), ["sar", "1.3", "bn", "rs", "500", "cop28"]);
    }

    #[test]
    fn latin_letters_are_cut_from_the_article() {
        assert_eq!(words(Lang::Arabic, "في الـICC بلندن"), ["في", "ال", "icc", "بلندن"]);
    }

    #[test]
    fn glued_sentences_are_parted() {
        assert_eq!(words(Lang::Arabic, "انتهىَ.وقال د.أحمد أ.ف.ب ق.م."), ["انتهي", ".", "وقال", "د", ".", "احمد", "ا.ف.ب", "ق.م", "."]);
        assert_eq!(
            words(Lang::English, "ended.The St.Petersburg U.S. Ph.D."),
            ["ended", ".", "the", "st", ".", "petersburg", "us", ".", "phd", "."]
        );
    }

    proptest::proptest! {
        #[test]
        fn pieces_are_those_of_unicode(text in "([a-zA-Z]{0,3}|[ا-ي]{0,3}|[ ,.'’:\\-_،؛؟\n\r\"!?%();/\\[\\]\u{200d}\u{64b}\u{300}0-9🇸🇾👩é]{0,3}){0,9}") {
            let mut pieces = Vec::new();
            let mut rest = text.as_str();
            while let Some((piece, _)) = piece(rest) {
                pieces.push(piece);
                rest = &rest[piece.len()..];
            }
            proptest::prop_assert_eq!(pieces, text.split_word_bounds().collect::<Vec<_>>());
        }
    }

    #[test]
    fn possessives_and_points_go() {
        assert_eq!(words(Lang::English, "Bolivia’s U.S. don't"), ["bolivia", "us", ".", "don't"]);
        assert_eq!(Tokens::new(Lang::English, "U.S.").list()[0].capital, Capital::All);
    }

    #[test]
    fn links_stay_whole() {
        let t = Tokens::new(Lang::Arabic, "بلدة صيدا pic.twitter.com/QUp1DyqQK9— Nagi (@NagiNajjar)");
        let kinds: Vec<_> = t.list().iter().filter(|t| t.kind == Kind::Link).map(|k| k.span.len()).collect();
        assert_eq!(kinds, [26]);
        assert_eq!(words(Lang::English, "said @agency today")[1], "@agency");
        assert_eq!(words(Lang::Arabic, "عبر example.comقال @aaÀ"), ["عبر", "example.com", "قال", "@aa", "à"]);
    }

    #[test]
    fn separators_stay_in_numbers() {
        assert_eq!(words(Lang::Arabic, "٣٫٥ 1,200.5 ٪"), ["3٫5", "1,200.5", "٪"]);
    }
}
