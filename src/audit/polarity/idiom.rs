//! What one language says with a denial and the other without one: `stopped short of calling it genocide`, لم تذهب إلى حد وصفه بالإبادة.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::cue::{Answered, Cue};
use crate::audit::cue::Word;
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::{Known, Question};
use crate::span::Span;

/// How many tokens may stand between two words of such a saying: whose deed it is, and what belongs to him.
const BETWEEN: usize = 6;
/// How far, in tokens, a denial may stand before a saying that has none of its own.
const BEFORE: usize = 1;

/// Ways to say it, each as its words.
type Ways = Vec<Vec<Word>>;

static SAYINGS: LazyLock<Vec<[Ways; 2]>> = LazyLock::new(|| {
    let lines = include_str!("../../lexicon/data/denial.tsv").lines().filter(|line| !line.starts_with('#'));
    let both = lines.filter_map(|line| line.split_once('\t'));
    both.map(|(english, arabic)| [ways(Lang::English, english), ways(Lang::Arabic, arabic)]).collect()
});

static BEGINS: Question = Question::new();

fn ways(lang: Lang, text: &str) -> Ways {
    text.split('|').map(|way| way.split(' ').map(|word| Word::parse(lang, word)).collect()).collect()
}

/// Marks the denials within sayings that both sides have as answered.
pub(super) fn link(unit: &Unit, english: &mut [Cue], arabic: &mut [Cue]) {
    if english.iter().chain(&*arabic).all(|cue| cue.is_answered() || !cue.asks) {
        return;
    }
    // Few sentences have the first word of any, and fewer have one on both sides.
    let heads = |view: &View| view.tokens_that_are(&BEGINS, begins).collect::<Vec<_>>();
    let of_english = heads(&unit.english);
    let of_arabic = if of_english.is_empty() { Vec::new() } else { heads(&unit.arabic) };
    if of_arabic.is_empty() {
        return;
    }
    for [english_ways, arabic_ways] in begun(&unit.english, &of_english) {
        let Some(here) = stand(&unit.english, english_ways, &of_english) else { continue };
        let Some(there) = stand(&unit.arabic, arabic_ways, &of_arabic) else { continue };
        for (cues, (first, last)) in [(&mut *english, here), (&mut *arabic, there)] {
            let within = |cue: &&mut Cue| cue.first + BEFORE >= first && cue.last <= last;
            cues.iter_mut().filter(within).for_each(|cue| cue.answer = Answered::Full);
        }
    }
}

/// Whether a denial before token `i` only says that something is there: (لا) تخلو الحياة من متاعب, whoever is named between.
pub(super) fn is_never_without(view: &View, i: usize) -> bool {
    /// How far behind the verb, in tokens, its preposition may stand.
    const REACH: usize = 5;
    matches!(view.folded_at(i), "تخلو" | "يخلو" | "تخل" | "يخل" | "يخلون" | "تخلوا" | "يخلوا")
        && view.behind(i, REACH).any(|t| view.folded(t) == "من")
}

/// Whether Arabic words only say that something is there, as English does: لا تخلو الصورة من for `there are`.
pub(in crate::audit) fn tells_that_there_is(unit: &Unit, of: Span) -> bool {
    /// So many words the denial, its verb and the subject are.
    const LONGEST: usize = 4;
    let view = &unit.arabic;
    let tokens = view.side.tokens.within(of);
    let there = |t: usize| unit.english.folded(t) == "there";
    let verb = (tokens.start.saturating_sub(1)..tokens.end).find(|t| is_never_without(view, *t + 1));
    let ends = |verb: usize| (tokens.end..tokens.end + 2).any(|t| view.folded_at(t) == "من") && tokens.end <= verb + LONGEST;
    tokens.len() <= LONGEST && verb.is_some_and(ends) && unit.english.token_range().any(there)
}

/// The words that sayings begin with: those that stand as they are, and those behind which any ending may follow.
static HEADS: LazyLock<(FxHashSet<&str>, Vec<&Word>)> = LazyLock::new(|| {
    let heads = SAYINGS.iter().flatten().flatten().filter_map(|way| way.first());
    let (open, exact): (Vec<&Word>, Vec<&Word>) = heads.partition(|word| word.is_open());
    (exact.into_iter().map(Word::text).collect(), open)
});

/// The sayings of which a way begins with one of the words at `heads` of the English side, in their order.
fn begun(view: &View, heads: &[usize]) -> impl Iterator<Item = &'static [Ways; 2]> {
    static BEGUN: Known<Box<[u8]>> = Known::new();
    let by = |word: &str| -> Box<[u8]> {
        let begins = |ways: &Ways| ways.iter().filter_map(|way| way.first()).any(|head| is(head, word));
        (0..).zip(&*SAYINGS).filter(|(_, [english, _])| begins(english)).map(|(n, _)| n).collect()
    };
    let of = |t: &usize| BEGUN.of(view.side.tokens.list()[*t].word, || by(view.folded(*t))).into_owned();
    let mut begun: Vec<u8> = heads.iter().flat_map(of).collect();
    begun.sort_unstable();
    begun.dedup();
    begun.into_iter().map(|n| &SAYINGS[usize::from(n)])
}

/// Whether a folded word may be the first of any saying.
fn begins(word: &str) -> bool {
    let (exact, open) = &*HEADS;
    exact.contains(word) || exact.contains(without_conjunction(word)) || open.iter().any(|head| is(head, word))
}

/// Whether `word` of a saying is a folded word of a text, be it behind a conjunction.
fn is(word: &Word, text: &str) -> bool {
    word.fits(text) || word.fits(without_conjunction(text))
}

/// The first and last token of one of the `ways` on a side, of which they begin at one of `heads`.
fn stand(view: &View, ways: &Ways, heads: &[usize]) -> Option<(usize, usize)> {
    ways.iter().find_map(|way| {
        let (head, rest) = way.split_first()?;
        let next = |from: usize, word: &Word| view.behind(from, BETWEEN + 1).find(|t| is(word, view.folded(*t)));
        let mut firsts = heads.iter().copied().filter(|t| is(head, view.folded(*t)));
        firsts.find_map(|first| rest.iter().try_fold(first, next).map(|last| (first, last)))
    })
}
