//! Words of two meanings: the one that the sentence calls for, and the Arabic of the other one.
//!
//! `sense.tsv` lists, for a word and one of its senses, other words of the sentence that tell this sense, its Arabic, and the Arabic
//! that renders another sense of the word, or another word that looks like it.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::LazyLock;

use super::facing::{facing, item_at, partner_token};
use super::unit::{Note, Unit, View};
use crate::lang::known::{Known, Question};
use crate::lang::token::Capital;
use crate::lang::{Lang, arabic, english, fold};
use crate::lexicon::words::irregular;

/// A word that the list names, by number: a word of a sentence that tells a sense, or a word of an Arabic form.
type Term = u32;

/// One sense of one word.
struct Trap {
    /// What follows the word, where it is the first of a phrase.
    rest: Vec<(&'static str, Term)>,
    /// What it means here.
    sense: &'static str,
    /// Words that say so; none where the other sense is hardly ever meant.
    cues: Vec<Term>,
    /// Its Arabic.
    own: Vec<Vec<Term>>,
    /// The Arabic of the other sense.
    other: Vec<Vec<Term>>,
    /// The other sense.
    other_sense: &'static str,
}

/// The whole list, and the terms that it names.
#[derive(Default)]
struct List {
    traps: FxHashMap<&'static str, Vec<Trap>>,
    terms: [FxHashMap<String, Term>; 2],
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    let mut list = List::default();
    for line in include_str!("../lexicon/data/sense.tsv").lines().filter(|l| !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [word, sense, cues, own, other, other_sense] = columns[..] else { continue };
        let mut phrase = word.split('_');
        let Some(word) = phrase.next() else { continue };
        let trap = Trap {
            rest: phrase.map(|w| (w, list.term(Lang::English, w))).collect(),
            sense,
            cues: cues.split_whitespace().filter(|c| *c != "-").map(|c| list.term(Lang::English, c)).collect(),
            own: list.forms(own),
            other: list.forms(other),
            other_sense,
        };
        list.traps.entry(word).or_default().push(trap);
    }
    list
});

impl List {
    /// The number of a term, in Arabic folded.
    fn term(&mut self, lang: Lang, word: &str) -> Term {
        let terms = &mut self.terms[lang as usize];
        let next = terms.len() as Term;
        *terms.entry(word.to_owned()).or_insert(next)
    }

    /// A list of Arabic forms, each of one or several words.
    fn forms(&mut self, list: &str) -> Vec<Vec<Term>> {
        let mut form = |form: &str| form.split('_').map(|w| self.term(Lang::Arabic, &fold::arabic(w))).collect();
        list.split_whitespace().map(&mut form).collect()
    }

    /// The terms that a folded word of a text may be a form of, in order.
    fn terms_of(&self, lang: Lang, word: &str) -> Box<[Term]> {
        let terms = &self.terms[lang as usize];
        let mut found: Vec<Term> = Vec::new();
        match lang {
            Lang::English => {
                found.extend(irregular(word).and_then(|lemma| terms.get(lemma)));
                english::lemmas(word, &mut |lemma| found.extend(terms.get(lemma)));
            }
            Lang::Arabic => arabic::cores(word, &mut |core, _| found.extend(terms.get(core))),
        }
        found.sort_unstable();
        found.dedup();
        found.into()
    }
}

static NAMED: Question = Question::new();
static TERMS: Known<Box<[Term]>> = Known::new();

/// The terms that token `i` may be a form of.
fn terms(view: &View, i: usize) -> Cow<'static, [Term]> {
    let tokens = &view.side.tokens;
    let of = |word: &str| LIST.terms_of(tokens.lang(), word);
    if !tokens.is(i, &NAMED, |word| !of(word).is_empty()) {
        return Cow::Borrowed(&[]);
    }
    match TERMS.of(tokens.list()[i].word, || of(tokens.folded(i))) {
        Cow::Borrowed(terms) => Cow::Borrowed(terms),
        Cow::Owned(terms) => Cow::Owned(terms.into()),
    }
}

static IS_TRAP: Question = Question::new();

/// Words of the source and target that are traps, with what is in them.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let mut words: Option<Vec<Term>> = None;
    let mut forms: Option<Vec<Cow<[Term]>>> = None;
    for token in unit.english.token_range() {
        let tokens = &unit.english.side.tokens;
        let is_trap = tokens.is(token, &IS_TRAP, |word| Traps::of(word).is_some());
        let Some(traps) = is_trap.then(|| Traps::of(tokens.folded(token))).flatten() else { continue };
        if is_name(&unit.english, token) {
            continue;
        }
        let partner = partner_of(unit, Lang::English, token);
        // Most are translated, and by their own Arabic.
        let owned = partner.is_some_and(|at| {
            let there = terms(&unit.arabic, at);
            !traps.iter().flat_map(|t| &t.other).any(|form| there.contains(&form[0]))
        });
        let words = words.get_or_insert_with(|| unit.english.token_range().flat_map(|i| terms(&unit.english, i).into_owned()).collect());
        let meant = |t: &Trap| {
            (t.rest.is_empty() && !owned || last(&unit.english, token, t).is_some_and(|l| l > token))
                && (t.cues.is_empty() || t.cues.iter().any(|c| words.contains(c)))
        };
        if traps.iter().any(meant) {
            let forms = forms.get_or_insert_with(|| unit.arabic.token_range().map(|i| terms(&unit.arabic, i)).collect());
            notes.extend(note(unit, token, traps, words, forms));
        }
    }
}

/// The traps of one word of a text: of the word as it stands, and of what it is a form of.
#[derive(Clone, Copy)]
struct Traps {
    word: &'static [Trap],
    lemma: &'static [Trap],
    /// Whether the word is a form that only verbs have.
    verb: bool,
}

impl Traps {
    /// Of folded `word`; `None` where there are none.
    fn of(word: &str) -> Option<Self> {
        let own = LIST.traps.get(word).map_or(&[][..], Vec::as_slice);
        // Endings that make another word (`miner`) are not taken off.
        let plural = word.ends_with('s');
        let mut lemma = irregular(word).and_then(|lemma| LIST.traps.get(lemma));
        if lemma.is_none() && (plural || word.ends_with("ed") || word.ends_with("ing")) {
            english::lemmas(word, &mut |form| lemma = lemma.or_else(|| LIST.traps.get(form).filter(|_| form != word)));
        }
        let traps = Self { word: own, lemma: lemma.map_or(&[][..], Vec::as_slice), verb: !plural };
        traps.iter().next().is_some().then_some(traps)
    }

    fn iter(self) -> impl Iterator<Item = &'static Trap> {
        self.word.iter().chain(self.lemma.iter().filter(move |t| !self.verb || t.sense.starts_with("to ")))
    }
}

fn partner_of(unit: &Unit, lang: Lang, token: usize) -> Option<usize> {
    item_at(unit.view(lang), token).and_then(|i| partner_token(unit, lang, i))
}

/// The last token of the word or phrase of `trap` that starts at `token`.
fn last(view: &View, token: usize, trap: &Trap) -> Option<usize> {
    let mut at = token;
    for (word, term) in &trap.rest {
        at += 1;
        while at < view.tokens.1 && view.folded(at) == "-" {
            at += 1;
        }
        if at >= view.tokens.1 {
            return None;
        }
        // `due to appear`, not `due to appearing`.
        let infinitive = view.folded(at - 1) == "to";
        let same = view.folded(at) == *word || !infinitive && terms(view, at).contains(term);
        if !same {
            return None;
        }
    }
    Some(at)
}

fn note(unit: &Unit, token: usize, traps: Traps, words: &[Term], cores: &[Cow<[Term]>]) -> Option<Note> {
    let told = |trap: &Trap| trap.cues.iter().filter(|c| words.contains(*c)).count();
    for trap in traps.iter() {
        let cues = told(trap);
        let Some(last) = last(&unit.english, token, trap) else { continue };
        if cues == 0 && !trap.cues.is_empty() || trap.own.iter().any(|form| places(form, cores).next().is_some()) {
            continue;
        }
        let Some((form, first)) = trap
            .other
            .iter()
            .find_map(|form| places(form, cores).map(|at| (form, at + unit.arabic.tokens.0)).find(|(_, at)| meets(unit, token, last, *at)))
        else {
            continue;
        };
        // The sentence speaks of both senses.
        if traps.iter().any(|other| !std::ptr::eq(other, trap) && other.rest.is_empty() && other.own.contains(form) && told(other) >= cues)
        {
            continue;
        }
        let odds = match cues {
            0 => 0.8,
            1 => 0.7,
            2 => 1.2,
            _ => 1.6,
        };
        return Some(describe(unit, (token, last), (first, first + form.len() - 1), trap, odds));
    }
    None
}

/// Whether the Arabic word at token `at` stands for the English words `first ..= last`: nothing else asks for either.
fn meets(unit: &Unit, first: usize, last: usize, at: usize) -> bool {
    let asked = partner_of(unit, Lang::Arabic, at);
    if asked.is_some_and(|t| (first..=last).contains(&t)) {
        return true;
    }
    let elsewhere = (first..=last).any(|t| partner_of(unit, Lang::English, t).is_some_and(|p| p.abs_diff(at) > 2));
    asked.is_none() && !elsewhere && facing(unit, Lang::English, first, last).is_none_or(|place| place.contains(&at))
}

fn describe(unit: &Unit, english: (usize, usize), arabic: (usize, usize), trap: &Trap, odds: f32) -> Note {
    let english = unit.english.side.tokens.span(english.0, english.1);
    let arabic = unit.arabic.side.tokens.span(arabic.0, arabic.1);
    let (e, a) = (unit.english.words(english), unit.arabic.words(arabic));
    let message = format!("“{e}” is here {}; “{a}” means {}.", trap.sense, trap.other_sense);
    Note { message, odds, ..unit.quoted(Some(english), Some(arabic)) }
}

/// Where `form` stands, counted from the first token of the side.
fn places<'a>(form: &'a [Term], cores: &'a [Cow<[Term]>]) -> impl Iterator<Item = usize> + 'a {
    (0..(cores.len() + 1).saturating_sub(form.len())).filter(move |i| form.iter().zip(&cores[*i..]).all(|(word, core)| core.contains(word)))
}

/// Whether token `i` is the name of somebody or something: `Bill`, `China`.
fn is_name(view: &View, i: usize) -> bool {
    view.side.tokens.get(i).is_some_and(|t| t.capital != Capital::Lower)
        && view.side.readings.of(i).iter().any(|r| r.length == 1 && r.named)
}

#[cfg(test)]
mod tests {
    use super::LIST;
    use crate::audit::testing::findings;

    const RULE: &str = "wrong-sense";

    #[test]
    fn the_other_sense_is_found() {
        for (english, arabic) in [
            ("Thousands of bats left the cave at dusk.", "غادرت آلاف المضارب الكهف عند الغسق."),
            ("Soldiers cleared a mine near the old road.", "أزال الجنود منجما قرب الطريق القديم."),
            ("The striker scored a goal in the last minute.", "سجل المضرب هدفا في الدقيقة الأخيرة."),
            ("The minister was sworn in on Monday.", "شتم الوزير يوم الاثنين."),
            ("The bank raised its interest rate again.", "رفع البنك معدل الاهتمام مجددا."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 1, "{english}");
        }
    }

    #[test]
    fn the_right_sense_is_left_alone() {
        for (english, arabic) in [
            ("Thousands of bats left the cave at dusk.", "غادرت آلاف الخفافيش الكهف عند الغسق."),
            ("The player broke two bats during the baseball game.", "كسر اللاعب مضربين خلال مباراة البيسبول."),
            ("The judge handed down a sentence of ten years in prison.", "أصدر القاضي حكما بالسجن عشر سنوات."),
            ("The price of oil rose on Monday.", "ارتفع سعر النفط يوم الاثنين."),
            ("Miners were trapped in a gold mine.", "حوصر عمال في منجم للذهب."),
            ("Bill Clinton visited the court of King Hassan.", "زار بيل كلينتون بلاط الملك حسن."),
            ("Workers went on strike over pay.", "أضرب العمال بسبب الأجور."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 0, "{english}");
        }
    }

    #[test]
    fn every_line_of_the_list_is_whole() {
        for (n, line) in include_str!("../lexicon/data/sense.tsv").lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
            assert_eq!(line.split('\t').filter(|c| !c.is_empty()).count(), 6, "line {}: {line}", n + 1);
        }
        for trap in LIST.traps.values().flatten() {
            assert!(!trap.own.iter().any(|form| trap.other.contains(form)), "{}: {:?}", trap.sense, trap.own);
        }
    }
}
