//! The names of the English side of a bead, and whether the Arabic side has them.

use std::ops::Range;

use super::arabic::Reading;
use super::slot::alike;
use super::sort::Sorts;
use crate::audit::unit::{Unit, View};
use crate::evidence::index::heard::spoken;
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lexicon::kin::akin;
use crate::lexicon::{Class, words};
use crate::span::Span;

/// One word or gazetteer entry of a name.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The gazetteer entries that it may be; none where the gazetteer does not know it.
    pub concepts: Vec<u32>,
    /// What it may be the name of.
    pub sorts: Sorts,
    /// Whether it is a common word too: `Green`, `Front`.
    pub common: bool,
    /// Whether it is an acronym.
    pub acronym: bool,
    /// Whether the Arabic side has it: the token where.
    pub found: Option<usize>,
    /// Whether at least half of its words are there, each for itself.
    pub partly: bool,
}

/// One name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its place.
    pub span: Span,
    /// What it is made of.
    pub parts: Vec<Part>,
    /// Whether it begins a sentence or stands in a title, where a capital says little.
    pub first: bool,
}

impl Name {
    /// First token and one past the last.
    pub fn tokens(&self) -> Range<usize> {
        self.parts[0].tokens.start..self.parts[self.parts.len() - 1].tokens.end
    }

    /// Whether it can only be a person's: no part is known as anything else.
    pub fn is_personal(&self) -> bool {
        self.parts.iter().all(|p| p.sorts.may_be(Sorts::PERSON) && !p.acronym)
    }
}

/// Whether a name of one word sounds like an Arabic word that is mostly no name: `Vann` and فان.
pub(super) fn is_heard_in_function_word(unit: &Unit, name: Span) -> bool {
    let view = &unit.arabic;
    let spoken = Skeleton::english(unit.english.words(name));
    let close = |i: usize| spoken.same(&Skeleton::arabic(view.folded(i))).is_some();
    view.token_range().any(|i| words::stands_function(&view.side.tokens, i) && close(i))
}

/// The names of the English side.
pub(super) fn names(unit: &Unit, arabic: &Reading) -> Vec<Name> {
    let (view, tokens) = (&unit.english, &unit.english.side.tokens);
    let known = entries(unit);
    let all = &unit.context.names;
    let from = all.partition_point(|n| (n.tokens.start as usize) < view.tokens.0);
    let mentions: Vec<_> = all[from..].iter().take_while(|n| (n.tokens.end as usize) <= view.tokens.1).collect();
    let mut names: Vec<Name> = Vec::new();
    let mut taken = vec![false; view.len()];
    let at = |i: usize| i - view.tokens.0;
    for mention in mentions {
        let mut parts: Vec<Part> = Vec::new();
        for token in mention.parts.iter().map(|p| *p as usize) {
            if taken[at(token)] || is_numeral(tokens.folded(token)) {
                continue;
            }
            let part = known.iter().find(|k| k.tokens.contains(&token)).cloned();
            let part = part.unwrap_or_else(|| word(unit, token, mention.acronym));
            for i in part.tokens.clone().filter(|i| view.token_range().contains(i)) {
                taken[at(i)] = true;
            }
            parts.push(part);
        }
        if let (Some(first), Some(last)) = (parts.first(), parts.last()) {
            let span = tokens.span(first.tokens.start, last.tokens.end - 1);
            let first = is_first(unit, first.tokens.start);
            names.push(Name { span, parts, first });
        }
    }
    for part in known.into_iter().filter(|k| k.tokens.clone().all(|i| !taken[at(i)])) {
        let span = tokens.span(part.tokens.start, part.tokens.end - 1);
        let first = is_first(unit, part.tokens.start);
        names.push(Name { span, parts: vec![part], first });
    }
    names.sort_by_key(|n| n.span.start);
    for part in names.iter_mut().flat_map(|n| &mut n.parts) {
        let name = find_name(unit, arabic, part);
        (part.found, part.partly) = name.unwrap_or_else(|| find_words(unit, part));
        // `Park` is a family name, and a park where the Arabic has one.
        if name.is_none() && part.found.is_some() && part.common && part.sorts.is(Sorts::PERSON) && part.tokens.len() == 1 {
            (part.concepts, part.sorts) = (Vec::new(), Sorts::ANY);
        }
    }
    names
}

/// Whether a sentence begins at `token`, as far as signs tell.
fn is_first(unit: &Unit, token: usize) -> bool {
    let view = &unit.english;
    let tokens = &view.side.tokens;
    let before = token.checked_sub(1).filter(|b| *b >= view.tokens.0);
    before
        .is_none_or(|b| tokens.list()[b].kind == TokenKind::Symbol && !matches!(tokens.folded(b), "-" | "," | "(" | "&" | "/" | "'" | "’"))
}

/// One letter, or a Roman numeral.
fn is_numeral(word: &str) -> bool {
    word.len() < 2 || word.bytes().all(|b| b"ivx".contains(&b))
}

/// What the gazetteer knows, longest entries first, none within another.
fn entries(unit: &Unit) -> Vec<Part> {
    let (view, lexicon) = (&unit.english, unit.lexicon());
    let (tokens, readings) = (&view.side.tokens, &view.side.readings);
    let mut out: Vec<Part> = Vec::new();
    let mut i = view.tokens.0;
    while i < view.tokens.1 {
        let capital = tokens.get(i).map_or(Capital::Lower, |t| t.capital);
        if capital == Capital::Lower {
            i += 1;
            continue;
        }
        let begins = |r: &&crate::lexicon::Reference| r.before == 0 && i + r.length as usize <= view.tokens.1;
        let of: Vec<_> = readings.of(i).iter().filter(begins).filter(|r| r.named).collect();
        // `Le`, `Van`, `Can`: what is a function word is no name of its own.
        let small = words::stands_function(tokens, i) && capital != Capital::All;
        let small = small || is_numeral(tokens.folded(i));
        let Some(length) = of.iter().map(|r| r.length).max().filter(|l| *l > 1 || !small) else {
            i += 1;
            continue;
        };
        let concepts: Vec<u32> = of.iter().filter(|r| r.length == length).map(|r| r.id).collect();
        let sorts = Sorts::of(concepts.iter().map(|c| lexicon.class(*c)));
        // `China` within a sentence is no porcelain.
        let place = of.iter().any(|r| lexicon.class(r.id) == Class::Country);
        let common =
            length == 1 && (!place || is_first(unit, i)) && readings.of(i).iter().any(|r| !r.named && lexicon.class(r.id) != Class::Term);
        let end = i + length as usize;
        out.push(Part {
            tokens: i..end,
            concepts,
            sorts,
            common,
            acronym: length == 1 && capital == Capital::All,
            found: None,
            partly: false,
        });
        i = end;
    }
    out
}

/// A word of a name that the gazetteer does not know.
fn word(unit: &Unit, token: usize, acronym: bool) -> Part {
    // `HCoV`, `mRNA`
    let raw = unit.english.side.tokens.get(token).map_or("", |t| t.span.of(unit.english.text));
    let acronym = acronym || raw.chars().filter(|c| c.is_uppercase()).count() > 1 && !raw.starts_with("Mc") && !raw.starts_with("Mac");
    // `pH`, `iPods`
    let acronym = acronym || raw.starts_with(char::is_lowercase);
    // Two sentences without a space between them: `origin.A`.
    let acronym = acronym || raw.contains('.') || raw.contains(|c: char| c.is_ascii_digit());
    let common = !unit.english.side.readings.of(token).is_empty() || words::stands_function(&unit.english.side.tokens, token);
    Part { tokens: token..token + 1, concepts: Vec::new(), sorts: Sorts::ANY, common, acronym, found: None, partly: false }
}

/// The Arabic token at which a part is found, as a name or word by word, and whether half of its words are found.
fn find(unit: &Unit, arabic: &Reading, part: &Part) -> (Option<usize>, bool) {
    find_name(unit, arabic, part).unwrap_or_else(|| find_words(unit, part))
}

/// The same by its entry or one akin to it, or by sound.
fn find_name(unit: &Unit, arabic: &Reading, part: &Part) -> Option<(Option<usize>, bool)> {
    let lexicon = unit.lexicon();
    if let Some(token) = part.concepts.iter().find_map(|c| arabic.token_of(lexicon, *c)) {
        return Some((Some(token), true));
    }
    if part.sorts.is(Sorts::ORGANISATION) && arabic.has_initials() {
        return Some((None, true));
    }
    let view = &unit.english;
    let items = view.side.items_within(part.tokens.clone());
    let heard: Vec<usize> = items.clone().filter_map(|i| heard(unit, i as u32)).collect();
    // `South America` is heard in half in أمريكا الوسطى, which is another place; in أوروبا الوسطى والشرقية, all of `Eastern Europe` is there.
    let lost = items.clone().map(|i| i as u32).any(|i| unit.partner(Lang::English, i).is_none());
    let other = lost && part.sorts.is(Sorts::PLACE) && heard.iter().any(|t| arabic.is_of_another_place(lexicon, *t, part));
    if let [at] = heard[..]
        && is_another_place(unit, arabic, part, at)
    {
        return Some((None, false));
    }
    (heard.len() * 2 >= items.len().max(1)).then(|| (heard.first().copied().filter(|_| !other), true))
}

/// Whether the Arabic word at `token` is a place that the gazetteer knows for another one, though it sounds like the place `part`: نابلس for
/// Naples. What is a spelling of an Arabic name of it, as غينت of غنت, is not.
fn is_another_place(unit: &Unit, arabic: &Reading, part: &Part, token: usize) -> bool {
    let lexicon = unit.lexicon();
    let mut entries = arabic.entries_at(token).peekable();
    let consonants = |word: &str| word.chars().filter(|c| !"اويةهىء".contains(*c)).collect::<String>();
    let here = consonants(unit.arabic.folded(token).trim_start_matches("ال"));
    let mut own = part.concepts.iter().flat_map(|c| lexicon.arabic_forms(*c)).map(|f| consonants(lexicon.folded(f)));
    part.sorts.is(Sorts::PLACE)
        && part.tokens.len() == 1
        && entries.peek().is_some()
        && arabic.is_certain(unit, token)
        && !entries.any(|c| part.concepts.iter().any(|p| akin(lexicon.name(*p), lexicon.name(c))))
        && !own.any(|form| form == here)
}

/// The Arabic token that sounds like English item `item`, or keeps its letters.
pub(super) fn heard(unit: &Unit, item: u32) -> Option<usize> {
    let mut links = Vec::new();
    unit.context.index.by_sound(unit.english.side, item, unit.arabic.item_range(), &mut links);
    links.first().map(|l| unit.arabic.item(l.arabic).token as usize).or_else(|| heard_in_number(unit, item))
}

/// The same where the word is a number: ثاني for `Thani`.
fn heard_in_number(unit: &Unit, item: u32) -> Option<usize> {
    let arabic = &unit.arabic;
    let mut words = arabic.quantities().iter().filter(|q| !q.digits).flat_map(|q| q.number_tokens.clone()).map(|t| t as usize).peekable();
    words.peek()?;
    let name = spoken(&unit.english.side.tokens, unit.english.item(item).token as usize);
    words.find(|t| Skeleton::arabic_variants(arabic.folded(*t)).same(&name).is_some())
}

/// The same word by word, by sense.
fn find_words(unit: &Unit, part: &Part) -> (Option<usize>, bool) {
    let items = unit.english.side.items_within(part.tokens.clone());
    // A phrase that the gazetteer knows may be translated word by word, or known by another name: all of its words are there,
    // near each other.
    let partners: Vec<Option<u32>> = items.map(|i| unit.partner(Lang::English, i as u32)).collect();
    let there: Vec<usize> = partners.iter().flatten().map(|i| unit.arabic.item(*i).token as usize).collect();
    let (first, last) = (there.iter().min().copied(), there.iter().max().copied());
    let together = first.zip(last).is_some_and(|(f, l)| l - f < 2 * partners.len() + 1);
    if together && there.len() == partners.len() && (part.common || part.concepts.is_empty() || part.tokens.len() > 1) {
        return (first, true);
    }
    let there = there.len();
    (None, there > 0 && there * 2 >= partners.len())
}

/// The places within a longer name that are lost.
pub(super) fn inner(unit: &Unit, arabic: &Reading, part: &Part) -> Vec<Part> {
    let lexicon = unit.lexicon();
    let place = |token: usize| {
        let of = unit.english.side.readings.of(token).iter().filter(|r| r.length == 1);
        let concepts: Vec<u32> = of.filter(|r| matches!(lexicon.class(r.id), Class::Country | Class::City)).map(|r| r.id).collect();
        let sorts = Sorts::of(concepts.iter().map(|c| lexicon.class(*c)));
        Part { tokens: token..token + 1, concepts, sorts, common: false, acronym: false, found: None, partly: false }
    };
    let mut parts: Vec<Part> = part.tokens.clone().map(place).filter(|p| !p.concepts.is_empty()).collect();
    parts.retain(|p| find(unit, arabic, p).0.is_none());
    parts
}

/// Whether an Arabic word, or two, that nothing else answers for may be a spelling of these parts; or a piece of words that lost
/// the space between them.
pub(super) fn resembles(unit: &Unit, arabic: &Reading, parts: &[Part]) -> bool {
    let view = &unit.arabic;
    let tokens = &unit.english.side.tokens;
    let is_word = |i: &usize| tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word);
    let words: Vec<&str> = parts.iter().flat_map(|p| p.tokens.clone()).filter(is_word).map(|i| tokens.folded(i)).collect();
    let joined = words.concat();
    if is_heard_in_two(view, &words) {
        return true;
    }
    let names: Vec<Skeleton> = words.iter().copied().chain((words.len() > 1).then_some(joined.as_str())).map(Skeleton::english).collect();
    // A place that the gazetteer knows is none of the others that it knows; one that it does not may be another form of one
    // (`Macedon`), even of one that something else answers for.
    let known = parts.iter().all(|p| !p.concepts.is_empty());
    let person = parts.iter().any(|p| p.sorts.may_be(Sorts::PERSON));
    let free = |t: usize| view.token_range().contains(&t) && !arabic.is_answered(t) && (person || !known || !arabic.is_certain(unit, t));
    view.item_range().map(|i| view.item(i)).filter(|i| matches!(i.kind, Kind::Unknown | Kind::Word)).any(|item| {
        let token = item.token as usize;
        let word = view.folded(token);
        let pieces = pieces(view, token);
        let glued = item.kind == Kind::Unknown && names.iter().any(|n| is_within(n, word));
        let glued = glued || pieces.is_some_and(|whole| names.iter().any(|n| is_within(n, &whole)));
        let two = free(token + 1).then(|| format!("{word}{}", view.folded(token + 1)));
        // An adjective of a name stands beside the name; what the lexicon knows as a word is no name.
        let open = item.kind == Kind::Unknown
            || free(token) && arabic.is_entry(token)
            || !known && arabic.is_certain(unit, token) && arabic.length(token) == 1;
        glued || open && names.iter().any(|n| alike(n, word) || two.as_ref().is_some_and(|two| alike(n, two)))
    })
}

/// Whether two neighbouring words of a name sound, as one, like two Arabic words that stand together, though each of these is a word too:
/// `Nazmul Haque`, نظم الحق; the article may be heard in the first (`Mahbubur Rahman`, محبوب الرحمن).
fn is_heard_in_two(view: &View, words: &[&str]) -> bool {
    /// Fewer consonants say little.
    const LEAST: usize = 5;
    let heard: Vec<Skeleton> = words.windows(2).map(|two| Skeleton::english(&two.concat())).filter(|s| s.consonants() >= LEAST).collect();
    !heard.is_empty()
        && (view.tokens.0 + 1..view.tokens.1).any(|t| {
            let (first, last) = (view.folded(t - 1), view.folded(t));
            let both = |last: &str| Skeleton::arabic(&format!("{first}{last}"));
            let spellings = [Some(both(last)), last.strip_prefix("ال").map(both)];
            spellings.iter().flatten().any(|arabic| heard.iter().any(|name| name.same(arabic).is_some()))
        })
}

/// The words without a space between them of which `token` is one, where it is one of several.
fn pieces(view: &View, token: usize) -> Option<String> {
    let list = view.side.tokens.list();
    let joined = |i: usize| {
        i > view.tokens.0
            && list[i].span.start == list[i - 1].span.end
            && list[i].kind == TokenKind::Word
            && list[i - 1].kind == TokenKind::Word
    };
    let start = (view.tokens.0..=token).rev().find(|i| !joined(*i)).unwrap_or(token);
    let end = (token + 1..view.tokens.1).find(|i| !joined(*i)).unwrap_or(view.tokens.1);
    (end > start + 1).then(|| (start..end).map(|i| view.folded(i)).collect())
}

/// Whether a long word holds a name: `قالشولتس`.
fn is_within(name: &Skeleton, word: &str) -> bool {
    const LONG: usize = 7;
    name.consonants() >= 3 && word.chars().nth(LONG - 1).is_some() && name.is_within(word)
}
