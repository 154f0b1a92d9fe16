//! What one language says with a denial and the other without one: `stopped short of calling it genocide`, لم تذهب إلى حد وصفه بالإبادة.

use std::sync::LazyLock;

use super::cue::{Answered, Cue};
use crate::audit::cue::Word;
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;

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

fn ways(lang: Lang, text: &str) -> Ways {
    text.split('|').map(|way| way.split(' ').map(|word| Word::parse(lang, word)).collect()).collect()
}

/// Marks the denials within sayings that both sides have as answered.
pub(super) fn link(unit: &Unit, english: &mut [Cue], arabic: &mut [Cue]) {
    if english.iter().chain(&*arabic).all(|cue| cue.is_answered() || !cue.asks) {
        return;
    }
    for [of_english, of_arabic] in &*SAYINGS {
        let Some(here) = stand(&unit.english, of_english) else { continue };
        let Some(there) = stand(&unit.arabic, of_arabic) else { continue };
        for (cues, (first, last)) in [(&mut *english, here), (&mut *arabic, there)] {
            let within = |cue: &&mut Cue| cue.first + BEFORE >= first && cue.last <= last;
            cues.iter_mut().filter(within).for_each(|cue| cue.answer = Answered::Full);
        }
    }
}

/// The first and last token of one of the `ways` on a side.
fn stand(view: &View, ways: &Ways) -> Option<(usize, usize)> {
    ways.iter().find_map(|way| {
        view.token_range().find_map(|first| {
            let is = |word: &Word, t: usize| word.fits(view.folded(t)) || word.fits(without_conjunction(view.folded(t)));
            let (head, rest) = way.split_first()?;
            let next = |from: usize, word: &Word| view.behind(from, BETWEEN + 1).find(|t| is(word, *t));
            is(head, first).then(|| rest.iter().try_fold(first, next)).flatten().map(|last| (first, last))
        })
    })
}
