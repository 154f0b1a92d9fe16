//! Words that deny, and what they deny.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::idiom::is_never_without;
use crate::anchor::quantity::{Quantity, Role};
use crate::audit::unit::{Unit, View};
use crate::lang::arabic::without_conjunction;
use crate::lang::denial::denies_word;
use crate::lang::known::{Known, Question};
use crate::lang::skeleton::Skeleton;
use crate::lang::token::{Capital, Kind};
use crate::lang::{Lang, english};
use crate::lexicon::{FormId, Lexicon, Reference, words};
use crate::span::Span;

/// How far a cue's scope is looked for, in tokens.
const SCOPE: usize = 12;
/// How far before `لما` a condition makes it a denial, in tokens.
const LET: usize = 10;
/// How many words of its scope are looked at.
const HEADS: usize = 3;
/// How far, in tokens, the second of two things that are denied may stand behind the first: لا اليوم ولا غدا.
const LISTED: usize = 8;
/// How far after a denial the word stands that makes it `only`, in tokens.
const UNTIL: usize = 24;

/// How much a cue denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Answers for a denial right beside what is denied.
    Faint,
    /// Has denial in its meaning; answers for a denial of the other side but asks for none.
    Soft,
    /// Denies by itself: the other side must deny too.
    Firm,
}

/// What answers for a denial on the other side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Answered {
    /// Nothing does.
    None,
    /// Only a word that now and then stands for a denial: `but`, `any`.
    Faint,
    /// A word with denial in its meaning, so many tokens from where the answer should stand.
    Soft(f32),
    /// Another denial, or a phrase with one in it.
    Full,
}

/// One denial.
#[derive(Clone, Debug)]
pub struct Cue {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// How much it denies.
    pub strength: Strength,
    /// Whether the other side must deny too.
    pub asks: bool,
    /// Items of what it denies, the likeliest first, once [`find_heads`] found them.
    pub heads: Vec<u32>,
    /// What answers for it, once [`super::pairing::Pairing`] found it.
    pub answer: Answered,
}

impl Cue {
    /// Whether anything of the other side answers for it.
    pub fn is_answered(&self) -> bool {
        self.answer != Answered::None
    }

    /// Its words.
    pub fn span(&self, view: &View) -> Span {
        view.side.tokens.span(self.first, self.last)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    None,
    /// A firm denial that asks for none: `not only`.
    Idle,
    Cue(Strength),
}

/// The closed list of one language.
struct List {
    words: FxHashMap<String, Mark>,
    /// What turns a denial before it into `only`: the words that follow the first one, if any.
    until: FxHashMap<String, Vec<Vec<String>>>,
    phrases: FxHashMap<String, Vec<(Vec<String>, Mark)>>,
    /// Arabic words by their form in our own lexicon, which knows their inflection.
    forms: FxHashMap<FormId, Mark>,
}

static ENGLISH: LazyLock<List> = LazyLock::new(|| List::parse(Lang::English, include_str!("../../lexicon/data/negation_en.txt")));
static ARABIC: LazyLock<List> = LazyLock::new(|| List::parse(Lang::Arabic, include_str!("../../lexicon/data/negation_ar.txt")));

impl List {
    fn parse(lang: Lang, text: &str) -> Self {
        let lexicon = Lexicon::default();
        let mut list =
            Self { words: FxHashMap::default(), until: FxHashMap::default(), phrases: FxHashMap::default(), forms: FxHashMap::default() };
        for line in text.lines().filter(|l| !l.starts_with('#')) {
            let Some((kind, entries)) = line.split_once('\t') else { continue };
            let mark = match kind {
                "firm" => Mark::Cue(Strength::Firm),
                "soft" => Mark::Cue(Strength::Soft),
                "idle" => Mark::Idle,
                "faint" => Mark::Cue(Strength::Faint),
                "until" => {
                    for entry in entries.split('|') {
                        let (first, rest) = first_and_rest(&lang.fold(entry));
                        list.until.entry(first).or_default().push(rest);
                    }
                    continue;
                }
                _ => Mark::None,
            };
            for entry in entries.split('|') {
                let folded = lang.fold(entry);
                let (first, rest) = first_and_rest(&folded);
                if !rest.is_empty() {
                    list.phrases.entry(first).or_default().push((rest, mark));
                    continue;
                }
                if lang == Lang::Arabic && matches!(mark, Mark::Cue(Strength::Soft)) {
                    for form in lexicon.listed(lang, &folded) {
                        list.forms.insert(form, mark);
                    }
                }
                list.words.insert(first, mark);
            }
        }
        for phrases in list.phrases.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        list
    }

    /// The longest phrase that starts at token `i`, and how many tokens it has.
    fn phrase(&self, view: &View, i: usize, word: &str) -> Option<(Mark, usize)> {
        let (rest, mark) = self.phrases.get(word)?.iter().find(|(rest, _)| follows(view, i, rest))?;
        Some((*mark, rest.len() + 1))
    }

    /// Whether token `i` turns a denial before it into `only`, by itself or with the words behind it.
    fn is_until(&self, view: &View, i: usize) -> bool {
        self.until.get(view.folded(i)).is_some_and(|rests| rests.iter().any(|rest| follows(view, i, rest)))
    }
}

/// The first word of an entry, and those behind it.
fn first_and_rest(entry: &str) -> (String, Vec<String>) {
    let mut words = entry.split(' ').map(str::to_owned);
    (words.next().unwrap_or_default(), words.collect())
}

/// Whether the words `rest` stand right behind token `i`.
fn follows(view: &View, i: usize, rest: &[String]) -> bool {
    rest.iter().zip(i + 1..).all(|(word, t)| t < view.tokens.1 && view.folded(t) == word)
}

/// The denials of one side, in order.
pub fn cues(unit: &Unit, lang: Lang) -> Vec<Cue> {
    let view = unit.view(lang);
    let mut marks: Vec<(usize, usize, Mark)> = Vec::new();
    let mut i = view.tokens.0;
    while i < view.tokens.1 {
        let (mark, length) = match lang {
            Lang::English => english_mark(unit, view, i),
            Lang::Arabic => arabic_mark(unit, view, i),
        };
        marks.extend(mark.filter(|m| *m != Mark::None).map(|mark| (i, i + length - 1, mark)));
        i += length;
    }
    let mut cues: Vec<Cue> = Vec::new();
    for &(first, last, mark) in &marks {
        let (strength, idle) = match mark {
            Mark::Cue(strength) => (strength, strength != Strength::Firm),
            _ => (Strength::Firm, true),
        };
        if strength == Strength::Firm && means_itself(unit, view, first) {
            continue;
        }
        let asks = !idle
            && !continues(view, &cues, first)
            && !excepts(view, last)
            && !bounds(view, last)
            && !surpasses(view, last)
            && !is_elliptic(view, last);
        cues.push(Cue { first, last, strength, asks, heads: Vec::new(), answer: Answered::None });
    }
    cues
}

/// Finds what denials of one side deny, for which its sentence is cut into clauses.
pub fn find_heads(unit: &Unit, lang: Lang, cues: &mut [Cue]) {
    for cue in cues {
        cue.heads = heads(unit.view(lang), unit.clauses(lang), cue.first, cue.last, cue.strength);
    }
}

/// What is praised is denied by `less than` before it.
#[rustfmt::skip]
const LACKING: [&str; 26] = [
    "favourable", "favorable", "ideal", "perfect", "satisfactory", "enthusiastic", "impressed", "impressive", "thrilled", "honest",
    "convinced", "convincing", "clear", "transparent", "certain", "pleased", "happy", "helpful", "successful", "flattering", "welcoming",
    "reassuring", "forthcoming", "candid", "truthful", "optimal",
];

fn english_mark(unit: &Unit, view: &View, i: usize) -> (Option<Mark>, usize) {
    let word = view.folded(i);
    if view.side.tokens.get(i).is_none_or(|t| t.kind != Kind::Word) {
        return (None, 1);
    }
    let alone = Alone::of(unit, view, i, |word| Alone::english(unit, word));
    if !alone.denies() {
        return (None, 1);
    }
    if let Some((mark, length)) = alone.speaks.then(|| ENGLISH.phrase(view, i, word)).flatten() {
        return (Some(mark), length);
    }
    let next = if i + 1 < view.tokens.1 { view.side.tokens.get(i + 1).map(|t| t.kind) } else { None };
    let mark = match word {
        "un" if view.side.tokens.list()[i].capital == Capital::All => Some(Mark::None),
        // `Deal or No Deal`, `What Not to Wear`: part of a title.
        "no" | "not" | "nowhere" | "never" | "without" if is_in_title(view, i) => Some(Mark::Idle),
        // `Isn't this the carpenter?` asks for a yes.
        _ if word.ends_with("n't") && opens_question(view, i) => Some(Mark::Idle),
        // `warned them not to go`: `حذرهم من الذهاب`.
        "not" if next == Some(Kind::Word) && view.folded(i + 1) == "to" && warns(view, i) => Some(Mark::Idle),
        // `less than favourable`
        "less" if view.folded_at(i + 1) == "than" && LACKING.contains(&view.folded_at(i + 2)) => {
            return (Some(Mark::Cue(Strength::Firm)), 2);
        }
        // `too ill to know`
        "too" if (i + 2..i + 4).any(|t| view.folded_at(t) == "to") => Some(Mark::Cue(Strength::Soft)),
        // `Izumo no Okuni`
        "no" if stands_between_names(view, i) => Some(Mark::None),
        // `kept it from freezing`
        "keep" | "keeps" | "kept" | "keeping" if keeps_from(view, i) => Some(Mark::Cue(Strength::Soft)),
        // `No. 7`, `No, he said`.
        "no" if next.is_none_or(|k| k != Kind::Word) => Some(Mark::Cue(Strength::Soft)),
        _ => alone.mark,
    };
    (mark, 1)
}

/// Whether a word in lower case stands between two capitals, the first of which does not begin the sentence.
fn stands_between_names(view: &View, i: usize) -> bool {
    let is_lower = view.side.tokens.get(i).is_some_and(|t| t.capital == Capital::Lower);
    is_lower && i > view.tokens.0 + 1 && i + 1 < view.tokens.1 && view.is_capital(i - 1) && view.is_capital(i + 1)
}

/// Whether somebody is kept from doing something: token `i` is the verb.
fn keeps_from(view: &View, i: usize) -> bool {
    (i + 2..i + 5).any(|t| view.folded_at(t) == "from" && view.folded_at(t + 1).ends_with("ing"))
}

/// Whether token `i` has a capital within a sentence, and the next word too.
fn is_in_title(view: &View, i: usize) -> bool {
    let is_initial = |t: usize| view.side.tokens.get(t).is_some_and(|t| t.capital == Capital::Initial);
    let next = i + if view.folded_at(i + 1) == "to" { 2 } else { 1 };
    let lower = |t: &usize| view.side.tokens.get(*t).is_some_and(|t| t.kind == Kind::Word && t.capital == Capital::Lower);
    i > view.tokens.0 && is_initial(i) && is_initial(next) && view.token_range().filter(lower).count() > 3
}

/// Whether token `i` is the first word of a question.
fn opens_question(view: &View, i: usize) -> bool {
    let ends = |t: &usize| matches!(view.folded(*t), "." | "?" | "!" | ";");
    (i == view.tokens.0 || !view.is_word(i - 1)) && (i + 1..view.tokens.1).find(ends).is_some_and(|t| view.folded(t) == "?")
}

/// Whether somebody is warned shortly before token `i`.
fn warns(view: &View, i: usize) -> bool {
    view.before(i, 9).any(|t| view.folded(t).starts_with("warn"))
}

/// What a word says of denial, whatever stands around it.
#[derive(Clone, Copy)]
struct Alone {
    /// Whether it may say more than `mark` where it stands, by itself or as the first word of a phrase.
    speaks: bool,
    mark: Option<Mark>,
}

static DENIES: Question = Question::new();
static ALONE: Known<Alone> = Known::new();

impl Alone {
    const SILENT: Self = Self { speaks: false, mark: None };

    const fn denies(self) -> bool {
        self.speaks || self.mark.is_some()
    }

    /// That of token `i`, which `find` finds.
    fn of(unit: &Unit, view: &View, i: usize, find: impl Fn(&str) -> Self) -> Self {
        let tokens = &view.side.tokens;
        if !unit.lexicon().is_own() {
            return find(view.folded(i));
        }
        if tokens.is(i, &DENIES, |word| find(word).denies()) { tokens.known(i, &ALONE, find) } else { Self::SILENT }
    }

    fn english(unit: &Unit, word: &str) -> Self {
        let listed = if word.ends_with("n't") { Some(Mark::Cue(Strength::Firm)) } else { ENGLISH.words.get(word).copied() };
        let inflected = || {
            let mut found = None;
            english::lemmas(word, &mut |lemma| {
                if let Some(mark @ (Mark::Cue(Strength::Soft) | Mark::None)) = ENGLISH.words.get(lemma) {
                    found = Some(*mark);
                }
            });
            found
        };
        let mark = listed.or_else(inflected).or_else(|| derived(unit, word).then_some(Mark::Cue(Strength::Soft)));
        Self { speaks: word == "no" || ENGLISH.phrases.contains_key(word), mark }
    }

    fn arabic(word: &str, readings: &[Reference]) -> Self {
        let bare = word.strip_prefix(['و', 'ف']);
        let listed = |word: &str| ARABIC.words.contains_key(word) || ARABIC.phrases.contains_key(word);
        let special = |word: &str| {
            matches!(word, "الا" | "بالا" | "لا" | "دون" | "لما" | "ليلا")
                || ends_glued(word)
                || GLUED.iter().any(|start| word.starts_with(start))
        };
        let speaks = std::iter::once(word).chain(bare).any(|word| listed(word) || special(word));
        Self { speaks, mark: readings.iter().filter(|r| r.length == 1).find_map(|r| ARABIC.forms.get(&r.id)).copied() }
    }
}

/// What a denial that lost the space after it starts with.
const GLUED: [&str; 4] = ["لمي", "لمت", "لني", "لنت"];

/// Whether a long word may end in a denial that lost the space before it.
fn ends_glued(word: &str) -> bool {
    word.len() > 10 && word.ends_with("لا")
}

/// Whether an English word denies by its form: `unclear`, `nonbinding`, `childless`.
fn derived(unit: &Unit, word: &str) -> bool {
    if positive(unit, word).is_some() {
        return true;
    }
    let known = |stem: &str| stem.len() >= 3 && unit.lexicon().lists(stem);
    let unable = ["in", "im", "ir", "il"].iter().any(|p| word.starts_with(p))
        && (word.ends_with("ible") || word.ends_with("able"))
        && word.len() > 8;
    unable || (word.starts_with("sub") && known(&word[3..])) || word.strip_suffix("less").is_some_and(known)
}

/// What an English word with a prefix that denies is without it: `unclear` is not `clear`.
pub fn positive<'w>(unit: &Unit, word: &'w str) -> Option<&'w str> {
    for prefix in ["un", "non", "in", "im", "ir", "il", "dis"] {
        let Some(rest) = word.strip_prefix(prefix).filter(|rest| rest.len() >= 3) else { continue };
        let denies = match prefix {
            "un" => !["der", "iver", "ite", "iti", "ion", "iform", "ique"].iter().any(|s| rest.starts_with(s)),
            "non" => true,
            // Other words with such a beginning stand in the closed list.
            _ => rest.len() >= 5 && (rest.ends_with("ble") || rest.ends_with("bly")),
        };
        if denies && unit.lexicon().inflects(rest) {
            return Some(rest);
        }
    }
    None
}

fn arabic_mark(unit: &Unit, view: &View, i: usize) -> (Option<Mark>, usize) {
    let Some(token) = view.side.tokens.get(i).filter(|t| t.kind == Kind::Word) else { return (None, 1) };
    let (word, readings) = (view.folded(i), view.side.readings.of(i));
    let alone = Alone::of(unit, view, i, |word| Alone::arabic(word, readings));
    if !alone.speaks {
        return (alone.mark, 1);
    }
    let bare = word.strip_prefix(['و', 'ف']).filter(|w| {
        let that_not = *w == "الا" && without_conjunction(token.span.of(view.text)).starts_with('أ');
        let weak = matches!(ARABIC.words.get(*w), Some(Mark::Cue(Strength::Soft | Strength::Faint)));
        w.chars().count() > 1 && (!weak || that_not)
    });
    // `غير أن` is `but`, من غير أن without.
    if word == "غير" && i > view.tokens.0 && view.folded(i - 1).ends_with("من") && view.folded_at(i + 1) == "ان" {
        return (Some(Mark::Cue(Strength::Firm)), 1);
    }
    for word in std::iter::once(word).chain(bare) {
        if let Some((mark, length)) = ARABIC.phrase(view, i, word) {
            return (Some(mark), length);
        }
    }
    // لا تخلو الصورة من هموم: there are some.
    if matches!(bare.unwrap_or(word), "لا" | "لم" | "لن") && is_never_without(view, i + 1) {
        return (Some(Mark::None), 2);
    }
    let next = if i + 1 < view.tokens.1 { view.side.tokens.get(i + 1).map(|t| t.kind) } else { None };
    for word in std::iter::once(word).chain(bare) {
        let mark = match word {
            // Folding makes one word of `that not` and `except`.
            "الا" | "بالا" if token.span.of(view.text).trim_start_matches(['و', 'ف', 'ب']).starts_with('أ') => {
                Some(Mark::Cue(Strength::Firm))
            }
            "بالا" => None,
            "الا" if is_that(view.folded_at(i + 1)) => Some(Mark::None),
            // `No, he said`; `under 18`.
            "لا" | "دون" if next.is_none_or(|k| k != Kind::Word) => Some(Mark::Cue(Strength::Soft)),
            // حال المطر دون اللعب
            "دون" if view.before(i, 4).any(|t| prevents(view.folded(t))) => Some(Mark::Cue(Strength::Soft)),
            // Folding makes `by night` of لئلا.
            "ليلا" if token.span.of(view.text).contains('ئ') => Some(Mark::Cue(Strength::Firm)),
            // `لولا ذلك لما كان`
            "لما" if (i.saturating_sub(LET)..i).any(|t| matches!(without_conjunction(view.folded(t)), "لولا" | "لو")) => {
                Some(Mark::Idle)
            }
            _ => ARABIC.words.get(word).copied(),
        };
        if mark.is_some() {
            return (mark, 1);
        }
    }
    // `لميكن`, `المجلسلا`: the space was lost.
    let joined = GLUED.iter().any(|start| word.starts_with(start));
    if joined || readings.is_empty() && ends_glued(word) {
        return (Some(Mark::Idle), 1);
    }
    (alone.mark, 1)
}

/// Whether a folded Arabic word is the verb of حال دون, to prevent.
fn prevents(word: &str) -> bool {
    matches!(without_conjunction(word), "حال" | "حالت" | "حالوا" | "يحول" | "تحول" | "يحولون")
}

/// Whether a denial goes on from the one before: `nor`, `ولا`, or `لا` at the head of a list, `لا تنوي ذلك، لا اليوم ولا غدا`.
fn continues(view: &View, before: &[Cue], first: usize) -> bool {
    let goes_on = match view.folded(first) {
        "nor" | "ولا" | "والا" => true,
        // لا من الحكومة السورية ولا من
        "لا" => (first + 2..first + LISTED).any(|t| view.folded_at(t) == "ولا"),
        _ => false,
    };
    goes_on && before.iter().rev().any(|c| c.strength == Strength::Firm && first - c.last <= 12)
}

/// Whether what is denied is left unsaid: `those who did and those who didn't`.
fn is_elliptic(view: &View, last: usize) -> bool {
    let english = view.side.tokens.lang() == Lang::English;
    // `but not, in her view, the likeliest`
    let comma = |t: usize| view.folded_at(t) == ",";
    let parenthesis =
        comma(last + 1) && (last + 3..last + 8).any(comma) && matches!(view.folded_at(last + 2), "in" | "as" | "according" | "for");
    // `it is for the board to decide, not me`
    let me = |t: usize| matches!(view.folded_at(t), "me" | "him" | "her" | "us" | "them" | "you" | "it");
    let mark = |t: usize| t >= view.tokens.1 || matches!(view.folded(t), "." | "," | ";" | "?" | "!" | "\"" | "”");
    let alone = view.folded(last) == "not" && me(last + 1) && mark(last + 2);
    english
        && (alone || !parenthesis)
        && (alone
            || last + 1 >= view.tokens.1
            || matches!(view.folded(last + 1), "and" | "or" | "but" | "." | "," | ";" | "?" | "!" | ")" | "\"" | "”"))
}

/// Whether an Arabic word that looks like a denial is something else: a name (`فليس`), a verb (`غيّر`), a place (`دون`).
fn means_itself(unit: &Unit, view: &View, first: usize) -> bool {
    if view.side.tokens.lang() == Lang::English {
        return false;
    }
    let shown = view.side.tokens.list()[first].span.of(view.text);
    // `غيّر` is changed, `دُوّن` written, `لِمَ` why.
    if shown.contains('ّ') {
        return matches!(view.folded(first), "غير" | "وغير" | "فغير" | "دون" | "ودون" | "فدون");
    }
    // 12 دونماً is an area.
    let is_counted = |t: usize| view.quantities().iter().any(|q| q.tokens.end as usize == t || q.tokens.contains(&(t as u32)));
    if shown.contains("لِم") || view.folded(first) == "دونما" && (shown.contains('\u{64b}') || is_counted(first)) {
        return true;
    }
    // علي بن فليس, who is hardly ever not.
    if view.folded(first) == "فليس" && first.checked_sub(1).is_some_and(|t| view.folded(t).ends_with("بن")) {
        return true;
    }
    if is_but_so_many(view, first) || is_article_of_a_name(unit, first) {
        return true;
    }
    // `دون التوقعات` is below them.
    if view.folded(first) == "دون"
        && ["التوقع", "المتوقع", "المستوي", "المامول", "المعدل"].iter().any(|s| view.folded_at(first + 1).starts_with(s))
    {
        return true;
    }
    // `دون الثلاثين` are younger.
    let age = view.folded_at(first + 1);
    if view.folded(first) == "دون" && age.starts_with("ال") && age.ends_with("ين") && view.counts_at(first + 1) {
        return true;
    }
    let items = view.side.items_within(first..first + 1);
    let partner = (items.start as u32..items.end as u32).find_map(|i| unit.partner(Lang::Arabic, i));
    partner.is_some_and(|p| {
        let token = unit.english.item(p).token as usize;
        let article =
            matches!(unit.english.folded(token), "la" | "las" | "le" | "los" | "don" | "no") || view.folded(first).starts_with('ف');
        let name = article && unit.english.is_capital(token);
        // `من دون أن` is always `without`.
        let of = first.checked_sub(1).is_some_and(|t| view.folded(t) == "من");
        let that = view.folded_at(first + 1) == "ان";
        let without = if view.folded(first) == "دون" { of || that } else { of && that };
        let particle = matches!(view.folded(first), "غير" | "دون") && !without;
        (name || particle)
            && !matches!(english_mark(unit, &unit.english, token).0, Some(Mark::Cue(_) | Mark::Idle))
            && !(unit.english.tokens.0..token)
                .rev()
                .take(3)
                .any(|t| matches!(english_mark(unit, &unit.english, t), (Some(Mark::Cue(_) | Mark::Idle), n) if t + n > token))
    })
}

/// Whether لا is the article of a foreign name: سان مارتان لا بلين for `Saint-Martin-la-Plaine`.
fn is_article_of_a_name(unit: &Unit, first: usize) -> bool {
    let (view, english) = (&unit.arabic, &unit.english);
    if view.folded(first) != "لا" || view.side.tokens.get(first + 1).is_none_or(|t| t.kind != Kind::Word) {
        return false;
    }
    let next = view.folded(first + 1);
    let unknown = view.side.readings.of(first + 1).is_empty();
    english.token_range().any(|t| {
        let name = t + 1 + usize::from(matches!(english.folded_at(t + 1), "-" | "‐" | "‑"));
        let named = matches!(english.folded(t), "la" | "lá" | "là") && english.is_capital(name);
        named && (unknown || Skeleton::english(english.folded_at(name)).same(&Skeleton::arabic(next)).is_some())
    })
}

/// Whether the next words turn a denial that ends at token `last` into `only`.
fn excepts(view: &View, last: usize) -> bool {
    let list = if view.side.tokens.lang() == Lang::English { &*ENGLISH } else { &*ARABIC };
    let until = |t: usize| {
        let word = view.folded(t);
        // `إلا أن` is `but`, and folding makes one word of `إلا` and `ألا`.
        let but = is_that(view.folded_at(t + 1)) && (t > last + 6 || view.folded(t + 1) != "ان");
        let other = word == "الا" && (but || view.side.tokens.list()[t].span.of(view.text).starts_with('أ'));
        list.is_until(view, t) && !other || is_but_so_many(view, t)
    };
    let stops = |t: &usize| !matches!(view.folded(*t), "." | "?" | "!" | "؟" | "؛" | ";" | ":");
    (last + 1..view.tokens.1.min(last + 1 + UNTIL)).take_while(stops).any(until)
}

/// Whether the Arabic word at `t` says `no more than` the number behind it: `لا يفصل بينهما غير 25 كيلومترا`. What ends like a dual is mostly
/// a plural: غير راضين.
fn is_but_so_many(view: &View, t: usize) -> bool {
    let counts = |q: &Quantity| q.number_tokens.start as usize == t + 1 && q.role != Role::Dual;
    view.folded(t) == "غير" && view.quantities().iter().any(counts)
}

/// Whether a folded word is أن, by itself or with a pronoun: behind إلا it makes `but`.
pub fn is_that(word: &str) -> bool {
    matches!(word, "ان" | "انه" | "انها" | "انهم" | "انهما" | "انهن" | "انني" | "اني" | "اننا" | "انا" | "انك" | "انكم")
}

/// Whether what an Arabic denial denies is that a measure was passed, its subject between: لم يكن الملك قد تجاوز العشرين says how young
/// he was.
fn bounds(view: &View, last: usize) -> bool {
    const SUBJECT: usize = 7;
    const PASSES: [&str; 8] = ["يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "يتعد", "تتعد", "يتعدي", "تتعدي"];
    let ends = |t: &usize| !matches!(view.folded(*t), "." | "،" | "؛" | ":");
    view.side.tokens.lang() == Lang::Arabic
        && (last + 1..view.tokens.1.min(last + SUBJECT)).take_while(ends).any(|t| PASSES.contains(&view.folded(t)))
        && view.quantities().iter().any(|q| (last + 1..last + 2 * SUBJECT).contains(&(q.number_tokens.start as usize)))
}

/// Whether what an Arabic denial denies is that there was more or less of something: لم يشهد أدنى منه منذ ثلاثة أعوام is the lowest in three
/// years.
fn surpasses(view: &View, last: usize) -> bool {
    const NEAR: usize = 8;
    let is_elative = |t: usize| view.folded(t).starts_with('ا') && view.folded(t).chars().count() == 4;
    let of_it = |t: usize| matches!(view.folded_at(t), "منه" | "منها" | "منهم");
    view.side.tokens.lang() == Lang::Arabic && (last + 2..view.tokens.1.min(last + NEAR)).any(|t| is_elative(t) && of_it(t + 1))
}

/// The items of what the cue denies: content words after it in its clause, else after it, else before it.
fn heads(view: &View, clauses: &[Span], first: usize, last: usize, strength: Strength) -> Vec<u32> {
    let span = view.side.tokens.span(first, last);
    let end = clauses.iter().find(|c| c.contains(span)).map_or(span.end, |c| c.end);
    let lang = view.side.tokens.lang();
    let items = |from: usize, to: usize| {
        let range = view.side.items_within(from..to.max(from));
        (range.start as u32).max(view.items.0)..(range.end as u32).min(view.items.1)
    };
    let limit = (last + 1 + SCOPE).min(view.tokens.1);
    let mut heads: Vec<u32> = if strength == Strength::Soft { items(first, last + 1).collect() } else { Vec::new() };
    let most = if denies_word(view.folded(last)) && lang == Lang::Arabic { 2 } else { HEADS };
    let mut light = Vec::new();
    for i in items(last + 1, limit) {
        let item = view.item(i);
        if item.span.start >= end || heads.len() >= most {
            break;
        }
        let word = view.folded(item.token as usize);
        let adverb = lang == Lang::English && word.ends_with("ly") && word.len() > 4;
        if adverb || words::stands_light(&view.side.tokens, item.token as usize) { light.push(i) } else { heads.push(i) }
    }
    heads.extend(light);
    if heads.is_empty() {
        heads.extend(items(last + 1, limit).take(2));
    }
    let pronoun = matches!(view.folded(last), "nothing" | "nobody" | "none" | "one" | "nowhere" | "neither");
    if heads.is_empty() || pronoun {
        heads.extend(items(view.before(first, 5).start, first).rev().take(1));
    }
    heads
}
