//! The Arabic side of a bead: which entries of the gazetteer it has, and which names nothing of the English side answers for.

use std::cell::OnceCell;
use std::ops::Range;

use super::english::Part;
use super::slot::alike;
use super::sort::Sorts;
use crate::anchor::name::is_arabic_title;
use crate::audit::unit::Unit;
use crate::evidence::index::heard::spoken;
use crate::evidence::item::Kind;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Kind as TokenKind;
use crate::lang::{Lang, fold, is_arabic_letter};
use crate::lexicon::kin::akin;
use crate::lexicon::words::is_function;
use crate::lexicon::{Class, Lexicon};
use crate::span::Span;

/// A name, or what may be one, that nothing on the English side answers for.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its place.
    pub span: Span,
    /// The gazetteer entries that it may be; none where the gazetteer does not know it.
    pub concepts: Vec<u32>,
    /// What it may be the name of.
    pub sorts: Sorts,
    /// Whether it is a common word too.
    pub common: bool,
    /// Whether it resembles a name of the English side.
    pub alike: bool,
    /// Whether half of its words are there, each for itself.
    pub partly: bool,
    /// Whether it is in Latin letters.
    pub latin: bool,
    /// Whether a word before it, or marks around it, say that it is a name: `محافظة`, `"…"`.
    pub introduced: bool,
}

/// The Arabic side, read for names.
pub(super) struct Reading {
    /// Entries of the gazetteer with their tokens.
    entries: Vec<(u32, Range<usize>)>,
    first: usize,
    /// Whether something on the English side answers for each token.
    answered: Vec<bool>,
    /// Whether each token is the name of a place or an organisation, and nothing else; once asked for.
    certain: OnceCell<Vec<bool>>,
    /// Whether there are initials with points: `أ.ف.ب`.
    initials: bool,
}

impl Reading {
    /// Reads the Arabic side of `unit`.
    pub fn new(unit: &Unit) -> Self {
        let (view, lexicon) = (&unit.arabic, unit.lexicon());
        let mut entries = Vec::new();
        for i in view.token_range() {
            for reference in view.side.readings.of(i).iter().filter(|r| r.named && r.before == 0) {
                let tokens = i..i + reference.length as usize;
                entries.extend(lexicon.concepts_of(reference.id).filter(|c| lexicon.class(*c).is_name()).map(|c| (c, tokens.clone())));
            }
        }
        let mut answered = vec![false; view.len()];
        for link in &unit.account.links {
            answered[view.item(link.arabic).token as usize - view.tokens.0] = true;
        }
        let initials = view.token_range().any(|i| is_initials(view.folded(i)) && view.side.items_within(i..i + 1).len() == 1);
        Self { entries, first: view.tokens.0, answered, certain: OnceCell::new(), initials }
    }

    fn certain(&self, unit: &Unit) -> Vec<bool> {
        let (view, lexicon) = (&unit.arabic, unit.lexicon());
        let mut all = vec![false; view.len()];
        for i in view.token_range() {
            let length = self.length(i);
            if length == 0 {
                continue;
            }
            let concepts = self.concepts(unit, i, length);
            let personal = Sorts::of(concepts.iter().map(|c| lexicon.class(*c))).may_be(Sorts::PERSON);
            let certain = !personal && (length > 1 || Self::is_meant(unit, i, &concepts) && !is_common(unit, i, &concepts));
            for token in (i..i + length).filter(|t| certain && *t < view.tokens.1) {
                all[token - view.tokens.0] = true;
            }
        }
        all
    }

    /// The entries that begin at token `i`.
    fn at(&self, i: usize) -> &[(u32, Range<usize>)] {
        let first = self.entries.partition_point(|(_, t)| t.start < i);
        let length = self.entries[first..].iter().take_while(|(_, t)| t.start == i).count();
        &self.entries[first..first + length]
    }

    /// How many words the longest entry that begins at token `i` has.
    pub fn length(&self, i: usize) -> usize {
        self.at(i).iter().map(|(_, t)| t.len()).max().unwrap_or(0)
    }

    /// Whether an entry of one word may be meant at all: it is spelled as a name, and no title or piece of a word.
    fn is_meant(unit: &Unit, i: usize, concepts: &[u32]) -> bool {
        let sorts = Sorts::of(concepts.iter().map(|c| unit.lexicon().class(*c)));
        let word = unit.arabic.folded(i);
        !is_piece(unit, i) && !is_arabic_title(word) && !is_function(Lang::Arabic, word) && is_exact(unit, i, concepts, sorts)
    }

    /// Whether there are initials that may stand for an organisation.
    pub fn has_initials(&self) -> bool {
        self.initials
    }

    /// Where an entry, or one that may stand for it, is found.
    pub fn token_of(&self, lexicon: &Lexicon, concept: u32) -> Option<usize> {
        let exact = self.entries.iter().find(|(c, _)| *c == concept);
        let kin = || self.entries.iter().find(|(c, _)| akin(lexicon.name(*c), lexicon.name(concept)));
        exact.or_else(kin).map(|(_, tokens)| tokens.start)
    }

    /// Whether `token` is part of a place of several words that is none of those that `part` may be.
    pub fn is_of_another_place(&self, lexicon: &Lexicon, token: usize, part: &Part) -> bool {
        let is_place = |c: u32| Sorts::of(std::iter::once(lexicon.class(c))).is(Sorts::PLACE);
        let same = |c: u32| part.concepts.iter().any(|p| akin(lexicon.name(*p), lexicon.name(c)));
        let mut longer = self.entries.iter().filter(|(c, t)| t.len() > 1 && t.contains(&token) && is_place(*c)).peekable();
        longer.peek().is_some() && !longer.any(|(c, _)| same(*c))
    }

    /// Whether `token` may be a name that the gazetteer knows.
    pub fn is_entry(&self, token: usize) -> bool {
        self.entries.iter().any(|(_, t)| t.contains(&token))
    }

    /// The entries of one word at `token`.
    pub fn entries_at(&self, token: usize) -> impl Iterator<Item = u32> {
        self.entries.iter().filter(move |(_, t)| *t == (token..token + 1)).map(|(c, _)| *c)
    }

    /// Whether `token` is a place or an organisation that the gazetteer knows, and nothing else.
    pub fn is_certain(&self, unit: &Unit, token: usize) -> bool {
        let certain = self.certain.get_or_init(|| self.certain(unit));
        token.checked_sub(self.first).and_then(|i| certain.get(i)).copied().unwrap_or(false)
    }

    /// Whether something on the English side answers for `token`.
    pub fn is_answered(&self, token: usize) -> bool {
        token.checked_sub(self.first).and_then(|i| self.answered.get(i)).copied().unwrap_or(false)
    }

    /// The names that nothing answers for, in order.
    pub fn left(&self, unit: &Unit) -> Vec<Left> {
        let (view, lexicon) = (&unit.arabic, unit.lexicon());
        let english = || unit.english.token_range().flat_map(|i| unit.english.side.readings.of(i));
        let is_named =
            |c: &u32| english().any(|r| r.id == *c) || english().filter(|r| r.named).any(|r| akin(lexicon.name(r.id), lexicon.name(*c)));
        let mut out: Vec<Left> = Vec::new();
        let mut i = view.tokens.0;
        while i < view.tokens.1 {
            let length = self.length(i);
            if length == 0 {
                out.extend(self.unknown(unit, i));
                i += 1;
                continue;
            }
            let end = (i + length).min(view.tokens.1);
            // Of a phrase, half of the words are enough: `the Games` and دورة الألعاب الأولمبية.
            let words: Vec<usize> = (i..end).filter(|t| !view.side.items_within(*t..*t + 1).is_empty()).collect();
            let said = words.iter().filter(|t| self.is_answered(**t)).count();
            if said < words.len() {
                let concepts = self.concepts(unit, i, length);
                let meant = length > 1 || Self::is_meant(unit, i, &concepts);
                if meant && !concepts.iter().any(is_named) {
                    let (tokens, span) = (i..end, view.side.tokens.span(i, end - 1));
                    let sorts = Sorts::of(concepts.iter().map(|c| lexicon.class(*c)));
                    let common = length == 1 && (is_common(unit, i, &concepts) || is_declined(unit, i));
                    let (partly, introduced) = (said * 2 >= words.len(), is_introduced(unit, i));
                    out.push(Left { tokens, span, concepts, sorts, common, alike: false, partly, latin: false, introduced });
                }
            }
            i = end;
        }
        let mut out = merge(out);
        let sounds = if out.is_empty() { Vec::new() } else { unanswered(unit) };
        for left in &mut out {
            // Two names that the gazetteer knows are two.
            let other = |known: bool| left.concepts.is_empty() || !known;
            left.alike = left.tokens.clone().any(|t| sounds.iter().any(|(s, known)| other(*known) && alike(s, view.folded(t))));
        }
        out
    }

    /// The entries of `length` words at token `i`: those that it spells out to the end before those with another ending.
    fn concepts(&self, unit: &Unit, i: usize, length: usize) -> Vec<u32> {
        let lexicon = unit.lexicon();
        let all: Vec<u32> = self.at(i).iter().filter(|(_, t)| t.len() == length).map(|(c, _)| *c).collect();
        let word = unit.arabic.folded(i);
        let spelled = |c: &u32| lexicon.arabic_forms(*c).any(|f| length == 1 && word.ends_with(lexicon.folded(f)));
        let exact: Vec<u32> = all.iter().copied().filter(spelled).collect();
        // Only the name of a people has endings.
        let people = |c: &u32| lexicon.class(*c) == Class::Demonym;
        let mut concepts = if exact.is_empty() { all } else { exact };
        if length == 1 && !concepts.iter().any(spelled) && concepts.iter().any(people) {
            concepts.retain(people);
        }
        // `الهند` is no `هند`.
        let place = |c: &u32| Sorts::of(std::iter::once(lexicon.class(*c))).is(Sorts::PLACE);
        if word.contains("ال") && concepts.iter().any(place) {
            concepts.retain(place);
        }
        concepts
    }

    /// A word that nothing explains and that looks like a name from abroad.
    fn unknown(&self, unit: &Unit, i: usize) -> Option<Left> {
        let view = &unit.arabic;
        let item = view.side.items_within(i..i + 1).next().map(|n| view.item(n as u32))?;
        let latin = is_latin_name(view.words(item.span));
        let kept = || is_piece(unit, i) || is_kept(unit, i);
        let unknown = (is_foreign(unit, i) && !is_declined(unit, i) || latin && !kept()) && !self.is_answered(i);
        unknown.then(|| Left {
            tokens: i..i + 1,
            span: item.span,
            concepts: Vec::new(),
            sorts: Sorts::ANY,
            common: false,
            alike: false,
            partly: false,
            latin,
            introduced: is_introduced(unit, i),
        })
    }
}

/// Whether an Arabic token is spelled with the ending of what is indefinite: names from abroad take none, and بيوتاً are houses.
fn is_declined(unit: &Unit, i: usize) -> bool {
    let word = unit.arabic.side.tokens.get(i).map_or("", |t| unit.arabic.words(t.span));
    word.trim_end_matches('ا').ends_with('\u{64b}')
}

/// Whether the token is a common word too: as a form no shorter than the name, and one that means something else (`india`
/// stands among the words as well).
fn is_common(unit: &Unit, i: usize, concepts: &[u32]) -> bool {
    /// Countries that are words, the others are countries whatever else their letters may say.
    const WORDS: [&str; 6] = ["مالي", "بنين", "قطر", "نيجر", "سيلان", "مملكه"];
    let lexicon = unit.lexicon();
    let country = concepts.iter().any(|c| lexicon.class(*c) == Class::Country);
    if country && !WORDS.iter().any(|w| unit.arabic.folded(i).ends_with(w)) {
        return false;
    }
    let means_it = |word: u32| {
        let mut name = lexicon.name(word).to_owned();
        name.get_mut(..1).map(str::make_ascii_uppercase);
        concepts.iter().any(|c| akin(&name, lexicon.name(*c)))
    };
    let is_word = |c: u32| !lexicon.class(c).is_name() && lexicon.class(c) != Class::Term && !means_it(c);
    let forms = || unit.arabic.side.readings.of(i).iter().filter(|r| r.length == 1);
    let length = |form: u32| lexicon.folded(form).chars().count();
    let names = forms().filter(|r| lexicon.concepts_of(r.id).any(|c| concepts.contains(&c)));
    let longest = names.map(|r| length(r.id)).max().unwrap_or(0);
    let mut words = forms().filter(|r| lexicon.concepts_of(r.id).any(is_word));
    let word = unit.arabic.folded(i);
    words.any(|r| length(r.id) >= longest && word.ends_with(lexicon.folded(r.id)))
}

/// Whether the token is a name as the gazetteer spells it, with no ending but that of a people (`فمها` is no `فم`), and of two
/// letters at least.
fn is_exact(unit: &Unit, i: usize, concepts: &[u32], sorts: Sorts) -> bool {
    let lexicon = unit.lexicon();
    let word = unit.arabic.folded(i);
    let spelled = |f: u32| {
        let folded = lexicon.folded(f);
        let before = word.strip_suffix(folded).filter(|b| b.chars().count() < 5 && folded.chars().count() > 1);
        // `حوله` is no `الحولة`: what has an article as a name has it here.
        let article = !lexicon.spelling(f).starts_with("ال") || sorts.may_be(Sorts::PERSON);
        before.is_some_and(|b| article || b.ends_with("ال") || b.ends_with("لل"))
    };
    sorts.is(Sorts::PEOPLE) || concepts.iter().flat_map(|c| lexicon.arabic_forms(*c)).any(spelled)
}

/// Whether token `i` was cut from its neighbour, where a space was lost or seemed to be.
fn is_piece(unit: &Unit, i: usize) -> bool {
    let tokens = unit.arabic.side.tokens.list();
    let word = |j: usize| tokens.get(j).filter(|t| t.kind == TokenKind::Word);
    let (before, here, after) = (i.checked_sub(1).and_then(word), word(i), word(i + 1));
    here.is_some_and(|h| before.is_some_and(|b| b.span.end == h.span.start) || after.is_some_and(|a| a.span.start == h.span.end))
}

/// The sounds of the English words that nothing answers for: those with a capital, and those that no lexicon knows; and whether
/// the gazetteer knows them.
fn unanswered(unit: &Unit) -> Vec<(Skeleton, bool)> {
    let view = &unit.english;
    let capital = |token: usize| view.is_capital(token);
    let alone =
        |i: &u32| view.item(*i).kind == Kind::Unknown || capital(view.item(*i).token as usize) && unit.partner(Lang::English, *i).is_none();
    let known = |token: usize| view.side.readings.of(token).iter().any(|r| r.named);
    let tokens = view.item_range().filter(alone).map(|i| view.item(i).token as usize);
    let mut sounds: Vec<(Skeleton, bool)> = tokens.map(|t| (spoken(&view.side.tokens, t), known(t))).collect();
    // Two words that lost the space between them: `تينيسيستيت`.
    let pairs = view.token_range().skip(1).filter(|t| capital(*t) && capital(*t - 1));
    sounds.extend(pairs.map(|t| (Skeleton::english(&[view.folded(t - 1), view.folded(t)].concat()), true)));
    sounds
}

/// Whether a word in Latin letters may be a name: with a capital, and no unit or symbol.
fn is_latin_name(raw: &str) -> bool {
    raw.len() > 2 && raw.starts_with(|c: char| c.is_ascii_uppercase()) && raw.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Whether the Latin letters of token `i` stand somewhere in the English, be it within a word, or as the first of words side by side:
/// `gross domestic product`, الناتج المحلي الإجمالي (GDP).
fn is_kept(unit: &Unit, i: usize) -> bool {
    let view = &unit.english;
    let letters = fold::english(unit.arabic.folded(i));
    let is_first = |(t, letter): (usize, char)| view.folded_at(t).starts_with(letter);
    view.token_range().any(|e| view.folded(e).contains(&*letters) || (e..).zip(letters.chars()).all(is_first))
}

/// Arabic words that a name follows.
#[rustfmt::skip]
const BEFORE_NAMES: [&str; 68] = [
    "منطقه", "محافظه", "مدينه", "مدينتي", "بلده", "قريه", "ولايه", "مقاطعه", "اقليم", "جزيره", "جزر", "نهر", "بحيره", "جبل", "جبال", "خليج", "ميناء",
    "مطار", "شارع", "حي", "مخيم", "مضيق", "قضاء", "ناحيه", "ضاحيه", "بلديه", "دائره", "وادي", "صحيفه", "مجله", "وكاله", "شركه", "مجموعه", "منظمه",
    "جمعيه", "مؤسسه", "موسسه", "نادي", "فريق", "حزب", "حركه", "جماعه", "قبيله", "اعصار", "عاصفه", "قلعه", "متحف", "جامعه", "كليه", "معهد",
    "مستشفي", "بنك", "مصرف", "ملعب", "السيد", "السيده", "الدكتور", "الدكتوره", "يدعي", "تدعي", "اسمه", "اسمها", "المدعو", "المدعوه", "الملقب",
    "المسمي", "المسماه", "زميله",
];

/// Whether the words or marks around token `i` say that it is a name.
fn is_introduced(unit: &Unit, i: usize) -> bool {
    let view = &unit.arabic;
    let Some(before) = i.checked_sub(1).filter(|b| *b >= view.tokens.0).map(|b| view.folded(b)) else { return false };
    let bare = before.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(before);
    let opens = matches!(before, "\"" | "«" | "“" | "(" | "'" | "‘");
    let closes = matches!(view.folded_at(i + 1), "\"" | "»" | "”" | ")" | "'" | "’");
    opens && closes || BEFORE_NAMES.contains(&before) || BEFORE_NAMES.contains(&bare)
}

/// Whether a token is initials with points.
fn is_initials(word: &str) -> bool {
    word.contains('.') && word.split('.').all(|l| l.chars().count() == 1)
}

/// Whether token `i` is a word that no lexicon knows and that looks like a name from abroad.
pub(super) fn is_foreign(unit: &Unit, i: usize) -> bool {
    let view = &unit.arabic;
    let item = view.side.items_within(i..i + 1).next().map(|n| view.item(n as u32));
    item.is_some_and(|item| item.kind == Kind::Unknown && !is_piece(unit, i) && looks_foreign(view.words(item.span), view.folded(i)))
}

/// Whether a word that the lexicon does not know looks like a name from abroad rather than a word that the lexicon lacks: no
/// article, no vowel signs, no ending of a pronoun, not shaped like a verb, and with a long vowel, as transliterations have.
fn looks_foreign(raw: &str, folded: &str) -> bool {
    let marked = raw.chars().any(|c| matches!(c, '\u{64c}'..='\u{652}') && c != '\u{64d}');
    let article = ["ال", "لل", "وال", "بال", "فال", "كال", "ولل"].iter().any(|a| folded.starts_with(a));
    let pronoun = ["ها", "هم", "هما", "هن", "نا", "كم"].iter().any(|p| folded.ends_with(p));
    let rest = folded.strip_prefix(['و', 'ف', 'س']).filter(|r| r.starts_with(['ي', 'ت'])).unwrap_or(folded);
    let verb = rest.starts_with('ي') && !["يو", "يا", "يي"].iter().any(|p| rest.starts_with(p));
    let base = folded.strip_prefix(['و', 'ف']).filter(|r| r.chars().count() > 3).unwrap_or(folded);
    let vowel = base.chars().skip(1).any(|c| matches!(c, 'و' | 'ي' | 'ا'));
    (3..12).contains(&folded.chars().count()) && folded.chars().all(is_arabic_letter) && vowel && !marked && !article && !pronoun && !verb
}

/// Joins the words of one person's name.
fn merge(list: Vec<Left>) -> Vec<Left> {
    let mut out: Vec<Left> = Vec::new();
    for next in list {
        let personal = |l: &Left| !l.common && (l.concepts.is_empty() || l.sorts.may_be(Sorts::PERSON));
        match out.last_mut() {
            Some(last) if last.tokens.end == next.tokens.start && personal(last) && personal(&next) => {
                last.tokens.end = next.tokens.end;
                last.span = last.span.cover(next.span);
                last.sorts = if last.concepts.is_empty() { next.sorts } else { last.sorts };
                last.concepts.extend(next.concepts);
            }
            _ => out.push(next),
        }
    }
    out
}
