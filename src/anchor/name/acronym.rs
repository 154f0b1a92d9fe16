//! Acronyms in Arabic text: spelled letter by letter (`بي بي سي`), kept in Latin letters, or read as a word (`يونسكو`).

use std::ops::Range;
use std::sync::LazyLock;

use crate::lang::skeleton::Skeleton;
use crate::lang::token::{Kind, Tokens};

/// How Arabic writes the names of the Latin letters, folded, longer spellings first.
const LETTERS: [&[&str]; 26] = [
    &["ايه", "اي"],                         // A
    &["بيه", "بي"],                         // B
    &["سيه", "سي"],                         // C
    &["ديه", "دي"],                         // D
    &["ايه", "اي"],                         // E
    &["ايف", "اف"],                         // F
    &["جيه", "جي", "غي"],                   // G
    &["ايتش", "اتش", "اش"],                 // H
    &["اي"],                                // I
    &["جيه", "جاي", "جي"],                  // J
    &["كيه", "كاي", "كي"],                  // K
    &["ايل", "ال"],                         // L
    &["ايم", "ام"],                         // M
    &["اين", "ان"],                         // N
    &["او"],                                // O
    &["بيه", "بي"],                         // P
    &["كيو"],                               // Q
    &["اير", "ار"],                         // R
    &["ايس", "اس"],                         // S
    &["تيه", "تي"],                         // T
    &["يو"],                                // U
    &["فيه", "في"],                         // V
    &["دبليو", "دابليو", "دوبليو", "دبلو"], // W
    &["ايكس", "اكس"],                       // X
    &["واي"],                               // Y
    &["زيد", "زيت", "زد", "زي"],            // Z
];

/// Each of those spellings once.
static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut names = LETTERS.concat();
    names.sort_unstable();
    names.dedup();
    names
});

/// The most letters of an acronym.
const LONGEST: usize = 10;

/// Signs between letters: `بي.بي.سي`.
const SEPARATORS: [char; 6] = ['.', '-', '‐', '‑', '_', '\''];

/// One element of an acronym.
enum Element {
    Letter(u8),
    Digits(String),
}

/// The places in an Arabic text, as ranges of tokens, that may be `acronym`, in order.
///
/// Capital letters and digits of `acronym` count (`MPs` is MP); all letters where it has no capital.
///
/// ```
/// use muqabala::anchor::name::acronym::acronym_matches;
/// use muqabala::lang::{Lang, token::Tokens};
/// let tokens = Tokens::new(Lang::Arabic, "قال لبي بي سي إن مكتب FBI نفى");
/// assert_eq!(acronym_matches("BBC", &tokens), [1..4]);
/// assert_eq!(acronym_matches("F.B.I.", &tokens), [6..7]);
/// ```
pub fn acronym_matches(acronym: &str, tokens: &Tokens) -> Vec<Range<u32>> {
    matches_among(acronym, tokens, 0..tokens.len())
}

/// The same among the tokens at `places`, in order.
pub fn matches_among(acronym: &str, tokens: &Tokens, places: impl Iterator<Item = usize>) -> Vec<Range<u32>> {
    let elements = elements(acronym);
    if !(2..=LONGEST).contains(&elements.len()) {
        return Vec::new();
    }
    let latin: String = elements.iter().map(Element::latin).collect();
    let word = as_word(&latin);
    let mut out: Vec<Range<u32>> = Vec::new();
    for i in places {
        if tokens.list()[i].kind != Kind::Word || out.last().is_some_and(|r| (i as u32) < r.end) {
            continue;
        }
        let token = tokens.folded(i);
        let kept = || token.chars().filter(char::is_ascii_alphanumeric).eq(latin.chars()).then_some(i + 1);
        let spelled = || starts(token).find_map(|rest| spell(tokens, i, rest, &elements));
        let said = || word.and_then(|w| Skeleton::arabic_variants(token).same(&w)).map(|_| i + 1);
        if let Some(end) = kept().or_else(spelled).or_else(said) {
            out.push(i as u32..end as u32);
        }
    }
    out
}

/// Whether a folded Arabic token may be (the start of) an acronym that is spelled: the name of a letter, or of several.
pub fn may_spell(token: &str) -> bool {
    fn letters(rest: &str) -> bool {
        let rest = rest.trim_start_matches(SEPARATORS);
        // Two letters, which every name has, settle most.
        let start = rest.as_bytes().first_chunk::<4>();
        let names = NAMES.iter().filter(|name| name.as_bytes().first_chunk() == start);
        rest.is_empty() || names.filter_map(|name| rest.strip_prefix(name)).any(letters)
    }
    starts(token).any(letters)
}

impl Element {
    fn latin(&self) -> String {
        match self {
            Self::Letter(l) => char::from(b'a' + l).to_string(),
            Self::Digits(d) => d.clone(),
        }
    }
}

fn elements(acronym: &str) -> Vec<Element> {
    let acronym = acronym.strip_suffix("'s").or_else(|| acronym.strip_suffix("’s")).unwrap_or(acronym);
    let capitals = acronym.bytes().any(|b| b.is_ascii_uppercase());
    let mut out: Vec<Element> = Vec::new();
    let mut digits = String::new();
    for c in acronym.chars() {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            out.push(Element::Digits(std::mem::take(&mut digits)));
        }
        if c.is_ascii_uppercase() || (!capitals && c.is_ascii_lowercase()) {
            out.push(Element::Letter(c.to_ascii_lowercase() as u8 - b'a'));
        }
    }
    if !digits.is_empty() {
        out.push(Element::Digits(digits));
    }
    out
}

/// The acronym as a word to be said, where it can be said and is long enough to be told from others.
fn as_word(latin: &str) -> Option<Skeleton> {
    let sayable = latin.bytes().all(|b| b.is_ascii_lowercase()) && latin.bytes().any(|b| b"aeiou".contains(&b));
    let skeleton = Skeleton::english(latin);
    (sayable && latin.len() > 3 && skeleton.consonants() > 1).then_some(skeleton)
}

/// A token as it stands, and without what may be joined before a name.
fn starts(token: &str) -> impl Iterator<Item = &str> {
    let bare = |s| str::strip_prefix(s, "ال");
    let joined = token.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']);
    let to_the = token.strip_prefix("لل");
    [Some(token), bare(token), joined, joined.and_then(bare), to_the].into_iter().flatten().filter(|s| !s.is_empty())
}

/// One past the token at which `elements` end when they are spelled from `rest`, the rest of token `i`. A letter never goes
/// across tokens, and the last token has no rest.
fn spell(tokens: &Tokens, i: usize, rest: &str, elements: &[Element]) -> Option<usize> {
    let rest = rest.trim_start_matches(SEPARATORS);
    let Some((first, others)) = elements.split_first() else { return rest.is_empty().then_some(i + 1) };
    if rest.is_empty() {
        let sign = |j: usize| matches!(tokens.folded(j), "." | "-" | "‐" | "‑");
        let next = i + 1 + usize::from(sign(i + 1));
        let written = tokens.get(next).is_some_and(|t| matches!(t.kind, Kind::Word | Kind::Number));
        return if written { spell(tokens, next, tokens.folded(next), elements) } else { None };
    }
    match first {
        Element::Digits(d) => spell(tokens, i, rest.strip_prefix(d.as_str())?, others),
        Element::Letter(l) => {
            let spellings = LETTERS.get(usize::from(*l))?;
            spellings.iter().filter_map(|s| rest.strip_prefix(s)).find_map(|rest| spell(tokens, i, rest, others))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    fn found(acronym: &str, arabic: &str) -> bool {
        !acronym_matches(acronym, &Tokens::new(Lang::Arabic, arabic)).is_empty()
    }

    #[test]
    fn letters_are_spelled_in_many_ways() {
        for (acronym, arabic) in [
            ("BBC", "هيئة الإذاعة البريطانية بي بي سي"),
            ("BBC", "في حديث للبي بي سي أمس"),
            ("BBC", "قالت بي.بي.سي إن"),
            ("BBC", "قناة بيبيسي"),
            ("ITV", "قناة آي تي في"),
            ("CNN", "شبكة سي إن إن الإخبارية"),
            ("CNN", "شبكة (سي.إن.إن) الأمريكية"),
            ("CNN", "شبكة \"سي أن أن\""),
            ("FBI", "مكتب إف بي آي"),
            ("FBI", "أف بي أي"),
            ("CIA", "السي آي إيه"),
            ("NBC", "محطة إن بي سي"),
            ("ABC", "إيه بي سي نيوز"),
            ("MTV", "إم تي في"),
            ("KGB", "كي جي بي"),
            ("HSBC", "بنك إتش إس بي سي"),
            ("BMW", "بي إم دبليو"),
            ("GPS", "جي بي إس"),
            ("SUV", "إس يو في"),
            ("DVD", "دي في دي"),
            ("IBM", "آي بي إم"),
            ("PSG", "بي إس جي"),
            ("G20", "جي 20"),
            ("G20", "قمة جي20"),
            ("U2", "فرقة يو 2"),
            ("MPs", "MP"),
            ("MWPs", "(MWP) أعضاء"),
            ("U.S.", "كتب US"),
            ("UNESCO", "منظمة اليونسكو"),
            ("UNICEF", "يونيسف"),
            ("NATO", "حلف الناتو"),
            ("OPEC", "أوبك"),
            ("FIFA", "للفيفا"),
            ("bbc", "بي بي سي"),
        ] {
            assert!(found(acronym, arabic), "{acronym} {arabic}");
        }
    }

    #[test]
    fn letters_may_start_an_acronym() {
        assert!(["لبي", "بيبيسي", "بي.بي.سي", "والاف", "ان"].iter().all(|t| may_spell(t)));
        assert!(!["قال", "وزير", "سيول"].iter().any(|t| may_spell(t)));
    }

    #[test]
    fn other_letters_are_no_match() {
        for (acronym, arabic) in [
            ("BBC", "سي بي سي"),
            ("BBC", "بي بي"),
            ("CNN", "إن إن سي"),
            ("ITV", "آي تي"),
            ("FBI", "سي آي إيه"),
            ("CNN", "في بيان له"),
            ("NBA", "قال إن الناتو"),
            ("FIFA", "فيينا"),
            ("OPEC", "كتب"),
            ("NATO", "نتائج"),
            ("A", "أي"),
            ("", "نص"),
            ("ABC", ""),
        ] {
            assert!(!found(acronym, arabic), "{acronym} {arabic}");
        }
    }
}
