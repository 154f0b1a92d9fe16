//! Reading one segment of English for names: which capitals mean one, where it begins and where it ends.

use rustc_hash::FxHashSet;
use std::ops::Range;

use super::{NameMention, closed};
use crate::lang::known::Question;
use crate::lang::token::{Capital, Kind, Tokens};

/// Small words that stand inside a name.
const PARTICLES: [&str; 27] = [
    "al", "el", "bin", "ibn", "ben", "bint", "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "les", "van", "von",
    "der", "den", "ter", "zu", "of", "the", "y",
];
/// Those that a name may begin with in lower case: `bin Laden`, `al-Assad`.
const LEADING: [&str; 14] = ["al", "el", "bin", "ibn", "ben", "bint", "abu", "umm", "van", "von", "de", "di", "da", "du"];
/// What follows a name and is none.
const SUFFIXES: [&str; 2] = ["jr", "sr"];
/// Titles that are adjectives too: `General Assembly`. They count before a word that is not common.
const ADJECTIVES: [&str; 5] = ["general", "major", "chief", "private", "miss"];
/// Letters that are words in lower case, or dotted, and neither words nor the initials of a person.
const COUNTRIES: [&str; 5] = ["us", "uk", "un", "eu", "uae"];
/// What title case leaves in lower case.
#[rustfmt::skip]
const LOWER_IN_TITLES: [&str; 61] = [
    "a", "about", "above", "across", "after", "against", "along", "amid", "among", "an", "and", "around", "as", "at", "before", "behind",
    "below", "between", "beyond", "but", "by", "despite", "during", "for", "from", "if", "in", "into", "like", "near", "nor", "of", "off",
    "on", "onto", "or", "out", "over", "past", "per", "since", "so", "than", "that", "the", "through", "to", "toward", "towards", "under",
    "until", "up", "upon", "versus", "via", "vs", "when", "while", "with", "within", "without",
];
static PARTICLE: Question = Question::new();
static LEADS: Question = Question::new();
/// Words whose capitals, or whose lack of one, say nothing of the style of a segment.
static NEUTRAL: Question = Question::new();
/// The most letters of an acronym; longer words in capitals are names that shout.
const ACRONYM: usize = 6;

/// What the capitals of a segment say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Names and first words have one.
    Running,
    /// Every Word of a Headline Has One.
    Title,
    /// ALL LETTERS ARE CAPITALS.
    Shouting,
}

/// One segment, being read for names.
pub(super) struct Segment<'a> {
    tokens: &'a Tokens,
    text: &'a str,
    range: Range<usize>,
    known: &'a dyn Fn(&str) -> bool,
    certain: &'a FxHashSet<&'a str>,
    style: Style,
    /// Its first word or number.
    first: usize,
}

impl<'a> Segment<'a> {
    pub(super) fn new(
        tokens: &'a Tokens,
        text: &'a str,
        range: Range<usize>,
        known: &'a dyn Fn(&str) -> bool,
        certain: &'a FxHashSet<&'a str>,
    ) -> Self {
        let mut segment = Self { tokens, text, range, known, certain, style: Style::Running, first: 0 };
        segment.first = segment.range.clone().find(|i| segment.is_word(*i) || segment.is_number(*i)).unwrap_or(segment.range.end);
        segment.style = segment.style();
        segment
    }

    fn style(&self) -> Style {
        let words: Vec<usize> = self.range.clone().filter(|i| self.is_word(*i)).collect();
        let shouted = words.iter().filter(|i| self.capital(**i) == Capital::All).count();
        let voiced = words.iter().filter(|i| self.tokens.folded(**i).len() > 1).count();
        if voiced > 1 && shouted * 5 >= voiced * 4 {
            return Style::Shouting;
        }
        let (mut lower, mut capitals, mut telling) = (0, 0, 0);
        for i in words.into_iter().skip(1) {
            let word = self.tokens.folded(i);
            if self.tokens.is(i, &NEUTRAL, |word| LOWER_IN_TITLES.contains(&word) || closed::is_month(word) || closed::is_weekday(word)) {
                continue;
            }
            if self.capital(i) == Capital::Lower {
                lower += 1;
            } else {
                capitals += 1;
                telling += usize::from((self.known)(word));
            }
        }
        if telling > 1 && lower * 7 <= capitals { Style::Title } else { Style::Running }
    }

    pub(super) fn read(&self, out: &mut Vec<NameMention>) {
        let mut i = self.range.start;
        while i < self.range.end {
            if self.is_acronym(i) {
                out.push(NameMention { acronym: true, ..self.mention(i, i + 1, vec![i as u32]) });
                i += 1;
            } else if let Some(end) = self.run(i) {
                self.cut(i, end, out);
                i = end;
            } else {
                i += 1;
            }
        }
    }

    fn folded(&self, i: usize) -> &'a str {
        if self.range.contains(&i) { self.tokens.folded(i) } else { "" }
    }

    fn raw(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| t.span.of(self.text))
    }

    fn capital(&self, i: usize) -> Capital {
        self.tokens.get(i).map_or(Capital::Lower, |t| t.capital)
    }

    fn is_word(&self, i: usize) -> bool {
        self.range.contains(&i) && self.tokens.get(i).is_some_and(|t| t.kind == Kind::Word)
    }

    /// Whether token `i` is a word with a capital, and no day of the week.
    fn is_capitalised(&self, i: usize) -> bool {
        self.is_word(i) && self.capital(i) != Capital::Lower && !closed::is_weekday(self.folded(i))
    }

    fn is_number(&self, i: usize) -> bool {
        self.range.contains(&i) && self.tokens.get(i).is_some_and(|t| t.kind == Kind::Number)
    }

    /// Whether token `i` is `sign` without a space before it.
    fn is_joined(&self, i: usize, sign: &[&str]) -> bool {
        self.range.contains(&i) && self.tokens.get(i).is_some_and(|t| !t.spaced) && sign.contains(&self.raw(i))
    }

    fn is_particle(&self, i: usize) -> bool {
        let ben = self.folded(i) == "ben" && self.capital(i) != Capital::Lower;
        self.is_word(i) && self.tokens.is(i, &PARTICLE, |word| PARTICLES.contains(&word)) && !ben
    }

    fn is_leading(&self, i: usize) -> bool {
        self.range.contains(&i) && self.tokens.is(i, &LEADS, |word| LEADING.contains(&word))
    }

    /// One capital letter, as in `George W. Bush`.
    fn is_letter(&self, i: usize) -> bool {
        self.is_word(i) && self.capital(i) == Capital::Initial && self.folded(i).chars().nth(1).is_none()
    }

    /// `J.K.` before a name.
    fn is_initials(&self, i: usize) -> bool {
        let raw = self.raw(i);
        let dotted = raw.len() > 1 && raw.split('.').all(|l| l.chars().nth(1).is_none());
        let next = i + 1 + usize::from(self.is_joined(i + 1, &["."]));
        dotted
            && self.is_word(next)
            && self.capital(next) != Capital::Lower
            && !COUNTRIES.contains(&self.folded(i))
            && !(self.known)(self.folded(next))
    }

    fn is_roman(&self, i: usize) -> bool {
        let raw = self.raw(i);
        !raw.is_empty() && raw.bytes().all(|b| b"IVX".contains(&b))
    }

    fn is_acronym(&self, i: usize) -> bool {
        if self.capital(i) == Capital::Lower || !self.is_word(i) || self.is_initials(i) {
            return false;
        }
        let raw = self.raw(i).trim_end_matches("'s").trim_end_matches("’s");
        let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
        let digits = raw.chars().any(|c| c.is_ascii_digit());
        match self.capital(i) {
            Capital::All if self.style == Style::Shouting => {
                let vowels = raw.bytes().any(|b| b"AEIOUY".contains(&b));
                letters < ACRONYM && !vowels && !(self.known)(self.folded(i))
            }
            Capital::All => letters <= ACRONYM && !self.is_shouted(i),
            Capital::Initial => digits && letters < 4,
            Capital::Mixed => raw.strip_suffix('s').is_some_and(|r| r.len() > 1 && r.len() <= ACRONYM && r.chars().all(char::is_uppercase)),
            Capital::Lower => false,
        }
    }

    /// Whether token `i` is a common word in capitals.
    fn is_shouted(&self, i: usize) -> bool {
        self.capital(i) == Capital::All && (self.known)(self.folded(i)) && !COUNTRIES.contains(&self.folded(i))
    }

    /// Whether the capital of word `i` may be there because a sentence begins.
    fn is_first(&self, i: usize) -> bool {
        let before = |i: usize| i.checked_sub(1).filter(|b| *b >= self.range.start);
        if i <= self.first {
            return true;
        }
        match before(i) {
            Some(b) if [":", "—", "–", "•", "|", "…"].contains(&self.raw(b)) => true,
            Some(b) if ["\"", "“", "«", "'", "‘", "”", "’"].contains(&self.raw(b)) => {
                let sentence = |c: usize| [",", ":", ".", "!", "?", "…", "—", "–", "-", ";"].contains(&self.raw(c));
                before(b).is_some_and(sentence) || self.capital(i + 1) == Capital::Lower
            }
            _ => false,
        }
    }

    /// Whether word `i` may be (the first, or a further) word of a name.
    fn is_name_word(&self, i: usize, further: bool) -> bool {
        if !self.is_word(i) || self.capital(i) == Capital::Lower {
            return false;
        }
        let word = self.folded(i);
        if word == "i" || word.starts_with("i'") || self.is_shouted(i) {
            return false;
        }
        // `the Sunday Times`, but not `said on Sunday`.
        let in_title = || (further || (i > 0 && self.folded(i - 1) == "the")) && self.is_capitalised(i + 1);
        if closed::is_weekday(word) && !in_title() {
            return false;
        }
        if closed::is_month(word) && (!further || self.is_number(i + 1)) {
            return false;
        }
        let dotted = self.is_joined(i + 1, &["."]);
        if self.is_letter(i) && (!further || self.is_first(i)) && !(dotted && self.is_capitalised(i + 2)) {
            return false;
        }
        let says_nothing = self.style != Style::Running || (!further && self.is_first(i));
        !says_nothing
            || (self.is_letter(i) && dotted)
            || !(self.known)(word)
            || (self.style == Style::Running && self.certain.contains(word))
    }

    /// One past the last token of the name that begins at token `i`.
    fn run(&self, i: usize) -> Option<usize> {
        let mut last = i;
        if !self.is_name_word(i, false) {
            let leads = self.is_word(i) && self.capital(i) == Capital::Lower && self.is_leading(i);
            last = if leads { self.after_particles(i)? } else { return None };
        }
        while let Some(next) = self.further(last) {
            last = next;
        }
        Some(last + 1)
    }

    /// The next word of the name whose word `last` is.
    fn further(&self, last: usize) -> Option<usize> {
        let raw = self.raw(last);
        if raw.ends_with("'s") || raw.ends_with("’s") {
            return None;
        }
        let next = last + 1;
        let goes_on = |i: usize| self.is_name_word(i, true) && (!self.is_acronym(i) || self.is_roman(i));
        if self.is_joined(next, &["-", "‐", "‑"]) {
            let joined = self.tokens.get(next + 1).is_some_and(|t| !t.spaced);
            return (joined && goes_on(next + 1)).then_some(next + 1).or_else(|| self.after_particles(next + 1).filter(|_| joined));
        }
        if self.is_joined(next, &["."]) {
            let short = raw.len() <= 4;
            return (short && goes_on(next + 1)).then_some(next + 1);
        }
        if self.range.contains(&next) && self.raw(next) == "&" {
            return goes_on(next + 1).then_some(next + 1);
        }
        if goes_on(next) && self.tokens.get(next).is_some_and(|t| t.spaced) {
            return Some(next);
        }
        self.after_particles(next)
    }

    /// The name word that follows the particles at token `i`, of which there is one at least.
    fn after_particles(&self, i: usize) -> Option<usize> {
        let mut j = i;
        while j < i + 5 && (self.is_particle(j) || (j == i && self.is_leading(j)) || (j > i && self.is_joined(j, &["-", "‐", "‑"]))) {
            j += 1;
        }
        // `the`, `of` and `y` begin no name of their own after a name: `Lord of the Rings`, but not `met Obama the Monday`.
        let lone_article = j == i + 1 && self.folded(i) == "the";
        (j > i && !lone_article && self.is_name_word(j, true) && !self.is_acronym(j)).then_some(j)
    }

    /// Cuts the run `first..end` at the titles in it, and pushes what is left.
    fn cut(&self, first: usize, end: usize, out: &mut Vec<NameMention>) {
        let mut start = first;
        let mut i = first;
        while i < end {
            let inside = i > first && (self.is_particle(i - 1) || !self.tokens.list()[i].spaced);
            let ends = |n: usize| i + n < end && !["of", "the"].contains(&self.raw(i + n)) && !self.is_joined(i + n, &["-", "‐", "‑"]);
            let title = (1..=3).rev().find(|n| !inside && ends(*n) && self.is_title(i, *n) && self.parts(i + n, end).next().is_some());
            match title {
                Some(n) => {
                    self.push(start, i, out);
                    i += n + usize::from(self.is_joined(i + n, &["."]));
                    start = i;
                }
                None => i += 1,
            }
        }
        self.push(start, end, out);
    }

    fn is_title(&self, i: usize, words: usize) -> bool {
        let adjective = words == 1 && ADJECTIVES.contains(&self.folded(i)) && (self.known)(self.folded(i + 1));
        !adjective && (i..i + words).all(|j| self.is_word(j)) && closed::is_title((i..i + words).map(|j| self.folded(j)))
    }

    fn push(&self, first: usize, end: usize, out: &mut Vec<NameMention>) {
        let mut parts: Vec<u32> = self.parts(first, end).collect();
        if parts.is_empty() {
            let small = |i: usize| ["the", "of", "y"].contains(&self.folded(i));
            parts = (first..end).filter(|i| self.is_word(*i) && !self.is_letter(*i) && !small(*i)).map(|i| i as u32).collect();
        }
        if !parts.is_empty() {
            out.push(self.mention(first, end, parts));
        }
    }

    /// The tokens that carry the name, among those of `first..end`.
    fn parts(&self, first: usize, end: usize) -> impl Iterator<Item = u32> {
        let short = move |i: usize| self.is_letter(i) || self.is_initials(i) || (self.is_joined(i + 1, &["."]) && i + 1 < end);
        let empty = move |i: usize| short(i) || self.is_particle(i) || self.is_roman(i) || SUFFIXES.contains(&self.folded(i));
        (first..end).filter(move |i| self.is_word(*i) && !empty(*i)).map(|i| i as u32)
    }

    fn mention(&self, first: usize, end: usize, parts: Vec<u32>) -> NameMention {
        NameMention { span: self.tokens.span(first, end - 1), tokens: first as u32..end as u32, parts, acronym: false }
    }
}
