//! Words of two meanings: the one that the sentence calls for, and the Arabic of the other one.
//!
//! `sense.tsv` lists, for a word and one of its senses, other words of the sentence that tell this sense, its Arabic, and the Arabic
//! that renders another sense of the word, or another word that looks like it.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

use super::facing::{facing, item_at, partner_token};
use super::unit::{Note, Unit, View};
use crate::lang::token::Capital;
use crate::lang::{Lang, arabic, english, fold};
use crate::lexicon::words::irregular;

/// One sense of one word.
struct Trap {
    /// What follows the word, where it is the first of a phrase.
    rest: Vec<String>,
    /// What it means here.
    sense: String,
    /// Words that say so; none where the other sense is hardly ever meant.
    cues: Vec<String>,
    /// Its Arabic.
    own: Vec<Vec<String>>,
    /// The Arabic of the other sense.
    other: Vec<Vec<String>>,
    /// The other sense.
    other_sense: String,
}

static TRAPS: LazyLock<FxHashMap<String, Vec<Trap>>> = LazyLock::new(|| {
    let mut traps: FxHashMap<String, Vec<Trap>> = FxHashMap::default();
    for line in include_str!("../lexicon/data/sense.tsv").lines().filter(|l| !l.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [word, sense, cues, own, other, other_sense] = columns[..] else { continue };
        let forms = |list: &str| list.split_whitespace().map(|f| f.split('_').map(|w| fold::arabic(w).into_owned()).collect()).collect();
        let mut phrase = word.split('_').map(str::to_owned);
        let Some(word) = phrase.next() else { continue };
        traps.entry(word).or_default().push(Trap {
            rest: phrase.collect(),
            sense: sense.to_owned(),
            cues: cues.split_whitespace().filter(|c| *c != "-").map(str::to_owned).collect(),
            own: forms(own),
            other: forms(other),
            other_sense: other_sense.to_owned(),
        });
    }
    traps
});

/// Words of the source and target that are traps, with what is in them.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let mut said: Option<Said> = None;
    let mut forms: Option<Vec<FxHashSet<String>>> = None;
    for token in unit.english.token_range() {
        let Some(traps) = Traps::of(unit.english.folded(token)) else { continue };
        if is_name(&unit.english, unit, token) {
            continue;
        }
        let partner = partner_of(unit, Lang::English, token);
        // Most are translated, and by their own Arabic.
        let owned = partner.is_some_and(|at| {
            let cores = cores_of(unit.arabic.folded(at));
            !traps.iter().flat_map(|t| &t.other).any(|form| cores.contains(&form[0]))
        });
        let words = said.get_or_insert_with(|| Said::new(unit));
        let meant = |t: &Trap| {
            (t.rest.is_empty() && !owned || last(&unit.english, token, t).is_some_and(|l| l > token))
                && (t.cues.is_empty() || words.tells(t))
        };
        if traps.iter().any(|t| meant(t)) {
            let forms = forms.get_or_insert_with(|| unit.arabic.token_range().map(|i| cores_of(unit.arabic.folded(i))).collect());
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
        let own = TRAPS.get(word).map_or(&[][..], Vec::as_slice);
        // Endings that make another word (`miner`) are not taken off.
        let plural = word.ends_with('s');
        let mut lemma = irregular(word).and_then(|lemma| TRAPS.get(lemma));
        if lemma.is_none() && (plural || word.ends_with("ed") || word.ends_with("ing")) {
            english::lemmas(word, &mut |form| lemma = lemma.or_else(|| TRAPS.get(form).filter(|_| form != word)));
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
    for word in &trap.rest {
        at += 1;
        while at < view.tokens.1 && view.folded(at) == "-" {
            at += 1;
        }
        if at >= view.tokens.1 {
            return None;
        }
        // `due to appear`, not `due to appearing`.
        let infinitive = view.folded(at - 1) == "to";
        let mut same = view.folded(at) == word || !infinitive && irregular(view.folded(at)).is_some_and(|lemma| lemma == word);
        if !infinitive {
            english::lemmas(view.folded(at), &mut |lemma| same |= lemma == word);
        }
        if !same {
            return None;
        }
    }
    Some(at)
}

fn note(unit: &Unit, token: usize, traps: Traps, words: &Said, cores: &[FxHashSet<String>]) -> Option<Note> {
    let told = |trap: &Trap| words.told(trap);
    for trap in traps.iter() {
        let cues = told(trap);
        let Some(last) = last(&unit.english, token, trap) else { continue };
        if cues == 0 && !trap.cues.is_empty() && !words.tells(trap) || trap.own.iter().any(|form| places(form, cores).next().is_some()) {
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
            0 if !trap.cues.is_empty() => 0.4,
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
fn places<'a>(form: &'a [String], cores: &'a [FxHashSet<String>]) -> impl Iterator<Item = usize> + 'a {
    (0..(cores.len() + 1).saturating_sub(form.len())).filter(move |i| form.iter().zip(&cores[*i..]).all(|(word, core)| core.contains(word)))
}

/// Whether token `i` is the name of somebody or something: `Bill`, `China`.
fn is_name(view: &View, unit: &Unit, i: usize) -> bool {
    view.side.tokens.get(i).is_some_and(|t| t.capital != Capital::Lower)
        && view.side.readings.of(i).iter().any(|r| r.length == 1 && unit.lexicon().class(r.id).is_name())
}

/// What is said in a sentence and around it: every word, and what it may be a form of.
struct Said {
    here: FxHashSet<String>,
    around: FxHashSet<String>,
}

impl Said {
    /// How many sentences before and after tell what a word means.
    const REACH: usize = 3;

    fn new(unit: &Unit) -> Self {
        Self { here: lemmas(&unit.english, unit.english.token_range()), around: lemmas(&unit.english, unit.english_around(Self::REACH)) }
    }

    /// How many cues of `trap` stand in the sentence.
    fn told(&self, trap: &Trap) -> usize {
        trap.cues.iter().filter(|c| self.here.contains(*c)).count()
    }

    /// Whether the sentence tells the sense of `trap`, or two of its cues about there do.
    fn tells(&self, trap: &Trap) -> bool {
        self.told(trap) > 0 || trap.cues.iter().filter(|c| self.around.contains(*c)).count() > 1
    }
}

fn lemmas(view: &View, tokens: impl Iterator<Item = usize>) -> FxHashSet<String> {
    let mut words = FxHashSet::default();
    for i in tokens {
        words.extend(irregular(view.side.tokens.folded(i)).map(str::to_owned));
        english::lemmas(view.side.tokens.folded(i), &mut |lemma| {
            words.insert(lemma.to_owned());
        });
    }
    words
}

fn cores_of(word: &str) -> FxHashSet<String> {
    let mut cores = FxHashSet::default();
    arabic::cores(word, &mut |core, _| {
        cores.insert(core.to_owned());
    });
    cores
}

#[cfg(test)]
mod tests {
    use super::TRAPS;
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
        for trap in TRAPS.values().flatten() {
            assert!(!trap.own.iter().any(|form| trap.other.contains(form)), "{}: {:?}", trap.sense, trap.own);
        }
    }
}
