//! Arabic that was misread: a word or phrase of `misread.tsv` in whose place the English of those stands who take it for something else
//! (`على قدم وساق`, at full speed, as `limping`), and nothing of its own. Of a fixed phrase it is enough that nothing of its own stands.

use std::borrow::Cow;
use std::cell::{LazyCell, OnceCell};

use super::facing::{counterpart, facing, is_mostly_glued, stands_for};
use super::terms::{Marks, Terms};
use super::trap::next;
use super::unit::{Note, Unit, View};
use super::whole;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::known::{Known, Question};
use crate::lang::token::Capital;
use crate::lexicon::misread::{self, Form, Misread, Word, words_of};
use crate::span::Span;

/// Log odds of what hardly ever means anything else.
const SURE: f32 = 0.8;
/// Log odds where another word of the sentence tells what is meant.
const TOLD: f32 = 0.5;
/// Log odds where nothing says what a fixed phrase means.
const LACKING: f32 = 0.3;

static STARTS: Question = Question::new();
static STARTING: Known<Starting> = Known::new();

/// Arabic words and phrases that were misread.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let view = &unit.arabic;
    let tokens = &view.side.tokens;
    let arabic = LazyCell::new(|| words_of_each(view));
    let english = English { view: &unit.english, all: OnceCell::new(), of_each: OnceCell::new() };
    let starts = |token: usize| words_of(tokens, token).iter().any(|word| misread::starts(*word));
    for token in view.tokens_for(&STARTS, starts) {
        let starting = STARTING.of(tokens.list()[token].word, || Starting::of(&words_of(tokens, token)));
        let next = next(view, token).map_or(Cow::Borrowed(&[][..]), |at| words_of(tokens, at));
        // Seldom does a phrase go on like this, or the English of those who misread it stand there.
        let here = starting.before(&words_of(tokens, token), &next);
        if matches!(here, Cow::Borrowed(_)) && !starting.begin_alone().iter().any(|word| english.has(*word)) {
            continue;
        }
        let may_be_one =
            |phrase: &Misread| phrase.is_fixed() && phrase.words().len() > 1 || phrase.other().iter().any(|form| english.may_have(*form));
        for phrase in here.iter().copied().filter(may_be_one) {
            let Some(last) = last(view, token, phrase) else { continue };
            if phrase.cues().is_empty() || is_told(phrase, &arabic, (token - view.tokens.0, last - view.tokens.0)) {
                notes.extend(found(unit, (token, last), phrase, &english, notes));
            }
        }
    }
}

/// The words of the list that each token of `view` may be a form of.
fn words_of_each(view: &View) -> Vec<Cow<'static, [Word]>> {
    view.token_range().map(|i| words_of(&view.side.tokens, i)).collect()
}

/// The English of a sentence as words of the list, once asked for.
struct English<'u, 'a> {
    view: &'u View<'a>,
    all: OnceCell<Terms>,
    of_each: OnceCell<Vec<Cow<'static, [Word]>>>,
}

impl English<'_, '_> {
    /// Whether `word` stands in it.
    fn has(&self, word: Word) -> bool {
        let all = || {
            self.view.token_range().fold(Vec::with_capacity(self.view.len()), |mut all, i| {
                all.extend_from_slice(&words_of(&self.view.side.tokens, i));
                all
            })
        };
        self.all.get_or_init(|| Terms::new(all())).contains(word)
    }

    /// Whether all words of `form` stand in it, wherever that is: of most they do not.
    fn may_have(&self, form: Form) -> bool {
        misread::form(form).iter().all(|word| self.has(*word))
    }

    /// Where the words of `form` stand one behind the other.
    fn places(&self, form: Form) -> impl Iterator<Item = (usize, usize)> {
        let words = self.may_have(form).then(|| self.of_each.get_or_init(|| words_of_each(self.view)));
        words.into_iter().flat_map(move |words| places(self.view, misread::form(form), words))
    }
}

/// What starts with one word of a text.
#[derive(Clone)]
struct Starting {
    /// The word alone, in whatever way it is read.
    alone: Box<[Misread]>,
    /// The second words of phrases, and the words that begin the English of those who misread the word alone.
    seconds: Marks,
}

impl Starting {
    /// Of a text's word that may be one of `words`.
    fn of(words: &[Word]) -> Self {
        let alone: Box<[Misread]> = words.iter().flat_map(|word| misread::starting(*word, &[])).collect();
        let mut begin: Vec<Word> = alone.iter().flat_map(|phrase| phrase.other()).map(|form| misread::form(*form)[0]).collect();
        begin.sort_unstable();
        begin.dedup();
        Self { alone, seconds: Marks::before(words.iter().flat_map(|word| misread::going_on(*word)), &begin) }
    }

    /// The words that begin the English of those who misread the word alone.
    fn begin_alone(&self) -> &[Word] {
        self.seconds.list()
    }

    /// Those of one of `words` alone, and phrases that go on with one of the words `next`.
    fn before(&self, words: &[Word], next: &[Word]) -> Cow<'_, [Misread]> {
        if next.iter().any(|word| self.seconds.may_have(*word)) {
            words.iter().flat_map(|word| misread::starting(*word, next)).collect()
        } else {
            Cow::Borrowed(&self.alone)
        }
    }
}

/// What to say of a `phrase` at Arabic tokens `place`, beside the `english` sentence, that is not `told` yet.
fn found(unit: &Unit, place: (usize, usize), phrase: Misread, english: &English, told: &[Note]) -> Option<Note> {
    let start = unit.english.tokens.0;
    let standing = |forms: &'static [Form]| forms.iter().flat_map(|form| english.places(*form));
    let stands_for_it = |at: usize| stands_for(unit, Lang::Arabic, place, at);
    // A capital within the sentence is that of a name.
    let is_word = |at: usize| at == start || !unit.english.is_capital(at);
    let misreading = standing(phrase.other()).find(|(at, _)| is_word(*at) && stands_for_it(*at));
    let Some(misreading) = misreading.filter(|(at, _)| !is_repeated(unit, *at)) else {
        let is_lacking =
            phrase.is_fixed() && place.1 > place.0 && standing(phrase.own()).chain(standing(phrase.further())).next().is_none();
        let note = is_lacking.then(|| in_its_place(unit, place)).flatten().map(|english| lacking(unit, place, english, phrase));
        return note.filter(|note| !told.iter().any(|known| known.is_on_same_arabic(note)));
    };
    // What the lexicon links is misread whatever else stands there; else its own English answers for it where it may.
    let is_linked = counterpart(unit, Lang::English, misreading.0).is_some();
    let is_answered = !is_linked && standing(phrase.own()).any(|(first, last)| (first..=last).all(stands_for_it));
    let note = (!is_answered).then(|| describe(unit, place, misreading, phrase));
    note.filter(|note| !told.iter().any(|known| known.is_on_same_english(note)))
}

/// Where the words of `form` stand one behind the other: their first and last token in `view`, of whose tokens `words` tells the forms.
fn places<'a>(view: &'a View, form: &'a [Word], words: &'a [Cow<[Word]>]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let is_form = |at: usize, word: &Word| words[at - view.tokens.0].contains(word);
    let end = move |first: usize| form[1..].iter().try_fold(first, |at, word| next(view, at).filter(|at| is_form(*at, word)));
    view.token_range().filter(move |at| is_form(*at, &form[0])).filter_map(move |first| Some((first, end(first)?)))
}

/// Whether the Arabic word that asks for English token `at` stands twice: the other one may be meant.
fn is_repeated(unit: &Unit, at: usize) -> bool {
    let word = |t: usize| without_conjunction(unit.arabic.folded(t));
    counterpart(unit, Lang::English, at).is_some_and(|asked| unit.arabic.token_range().any(|t| t != asked && word(t) == word(asked)))
}

/// The last token of `phrase`, if it stands at `token`.
fn last(view: &View, token: usize, phrase: Misread) -> Option<usize> {
    let mut at = token;
    // `وحدها من فرت` is she alone, whatever else the letters may be.
    if phrase.words().len() > 1 && matches!(view.folded(token), "وحده" | "وحدها" | "وحدهم" | "وحدهما" | "وحدهن") {
        return None;
    }
    if phrase.words().len() > 1 && is_nil(view, token) {
        return None;
    }
    for word in &phrase.words()[1..] {
        at = next(view, at)?;
        // `التعاون وبناء` is no constructive cooperation, and رئيسة بالنيابة no head of the prosecution.
        let is_another = |letter: char| view.folded(at).starts_with(letter) && !misread::spelling(*word).starts_with(letter);
        if !words_of(&view.side.tokens, at).contains(word) || ['و', 'ف', 'ب', 'ل', 'ك'].into_iter().any(is_another) {
            return None;
        }
    }
    Some(at)
}

/// Whether دون at `token` says that the other side did not score: بهدف دون مقابل, بثلاثية نظيفة من دون رد.
fn is_nil(view: &View, token: usize) -> bool {
    /// How far, in tokens, what was scored may stand before it.
    const REACH: usize = 4;
    #[rustfmt::skip]
    const SCORED: [&str; 16] = [
        "هدف", "هدفا", "هدفين", "هدفان", "اهداف", "ثنايي", "ثلاثي", "رباعي", "خماسي", "سداسي", "سباعي", "نقطه", "نقاط", "شوطين", "اشواط", "مجموعتين",
    ];
    let without = |t: usize| matches!(view.folded_at(t), "دون" | "بدون" | "بلا");
    let starts = without(token) || view.folded(token) == "من" && without(token + 1);
    let scored = |t: usize| {
        let word = view.folded(t).trim_start_matches(['و', 'ب']).trim_start_matches("ال");
        SCORED.contains(&word.trim_end_matches('ه')) || SCORED.contains(&word)
    };
    starts && view.before(token, REACH).any(scored)
}

/// Whether two of the cues of `phrase` stand among the `words` of the sentence, or one right about it.
fn is_told(phrase: Misread, words: &[Cow<[Word]>], (first, last): (usize, usize)) -> bool {
    /// How far, in tokens, one may stand that is enough.
    const NEAR: usize = 2;
    let stands = |cue: &Word, words: &[Cow<[Word]>]| words.iter().any(|here| here.contains(cue));
    let near = &words[first.saturating_sub(NEAR)..(last + 1 + NEAR).min(words.len())];
    phrase.cues().iter().any(|cue| stands(cue, near)) || phrase.cues().iter().filter(|cue| stands(cue, words)).nth(1).is_some()
}

/// How many English tokens at most may stand in the place of a phrase.
const WIDEST: usize = 10;

/// The English words that stand where those for the Arabic tokens `first ..= last` should, if any of them may be meant for these.
fn in_its_place(unit: &Unit, (first, last): (usize, usize)) -> Option<Span> {
    if unit.is_one_sided() || is_mostly_glued(unit) {
        return None;
    }
    let place = facing(unit, Lang::Arabic, first, last)?;
    let is_content = |t: &usize| unit.english.item_at(*t).is_some();
    let meant = |t: &usize| counterpart(unit, Lang::English, *t).is_none_or(|asked| (first..=last).contains(&asked));
    // `PHEIC` may stand for all of it.
    let is_acronym = |t: usize| unit.english.side.tokens.get(t).is_some_and(|t| t.capital == Capital::All && t.span.len() > 1);
    if place.clone().any(is_acronym) {
        return None;
    }
    let meant: Vec<usize> = place.filter(|t| is_content(t) && meant(t)).collect();
    let (first, last) = (*meant.first()?, *meant.last()?);
    // A whole sentence stands for no phrase.
    (last - first < WIDEST).then(|| unit.english.side.tokens.span(first, last))
}

/// That nothing of the English for a fixed phrase stands, but other words in its place.
fn lacking(unit: &Unit, (first, last): (usize, usize), place: Span, phrase: Misread) -> Note {
    let arabic = unit.arabic.side.tokens.span(first, last);
    let (e, a) = (unit.english.words(place), unit.arabic.words(arabic));
    let message = format!("“{a}” means “{}” here; “{e}” stands in its place.", phrase.sense());
    let odds = LACKING - whole::less(unit, whole::MISREAD);
    Note { message, odds, ..unit.quoted(Some(place), Some(arabic)) }
}

fn describe(unit: &Unit, arabic: (usize, usize), english: (usize, usize), phrase: Misread) -> Note {
    let english = unit.english.side.tokens.span(english.0, english.1);
    let arabic = unit.arabic.side.tokens.span(arabic.0, arabic.1);
    let (e, a) = (unit.english.words(english), unit.arabic.words(arabic));
    let message = format!("“{a}” means “{}” here; “{e}” takes it for “{}”.", phrase.sense(), phrase.taken_for());
    let odds = if phrase.cues().is_empty() { SURE } else { TOLD } - whole::less(unit, whole::MISREAD);
    Note { message, odds, ..unit.quoted(Some(english), Some(arabic)) }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    const RULE: &str = "wrong-sense";

    #[test]
    fn what_was_misread_is_found() {
        let found =
            findings(RULE, "Preparations are limping along in Jerash for the festival.", "تجري الاستعدادات على قدم وساق في جرش للمهرجان.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message, "“قدم وساق” means “at full speed” here; “limping” takes it for “foot and leg”.");
        let ruling = "واستشهد الوزير بحكم للمحكمة وبمادة من الدستور.";
        assert_eq!(
            findings(RULE, "The minister was martyred by a ruling of the court and an article of the constitution.", ruling).len(),
            1
        );
    }

    #[test]
    fn what_stands_for_another_word_answers_for_nothing() {
        let arabic = "تفقد عامل إقليم تازة صباح أمس الطرق التي غمرتها المياه.";
        let found = findings(RULE, "The worker of Taza province inspected the flooded roads yesterday morning.", arabic);
        assert_eq!(found.iter().map(|f| f.expected.as_str()).collect::<Vec<_>>(), ["worker"]);
        assert_eq!(findings(RULE, "The governor of Taza province inspected the flooded roads yesterday morning.", arabic).len(), 0);
    }

    #[test]
    fn a_fixed_phrase_of_whose_meaning_nothing_stands_is_found() {
        let arabic = "قال رئيس النقابة إن وعود الوزارة بقيت حبرا على ورق منذ توقيع الاتفاق.";
        let found = |said: &str| {
            let english = format!("The head of the union said the ministry's promises had {said} since the agreement was signed.");
            findings(RULE, &english, arabic).into_iter().map(|f| f.message).collect::<Vec<_>>()
        };
        assert_eq!(found("helped its members").len(), 1);
        assert!(found("helped its members")[0].ends_with("stands in its place."), "{:?}", found("helped its members"));
        assert_eq!(found("remained a dead letter").len(), 0);
        assert_eq!(found("never left the page").len(), 0);
    }

    #[test]
    fn what_was_understood_is_left_alone() {
        let arabic = "تجري الاستعدادات على قدم وساق في جرش للمهرجان.";
        assert_eq!(findings(RULE, "Preparations are in full swing in Jerash for the festival.", arabic).len(), 0);
        assert_eq!(findings(RULE, "A soldier was martyred near the border.", "استشهد جندي قرب الحدود.").len(), 0);
    }

    #[test]
    fn what_was_scored_without_reply_was_not_free() {
        for (english, arabic) in [
            ("Zamalek won 1-0 in Ismailia with a late strike.", "فاز الزمالك في الإسماعيلية بهدف دون مقابل سجله في الوقت القاتل."),
            ("Al Ahly beat Enppi 3-0 in the league on Sunday.", "تغلب الأهلي على إنبي بثلاثة أهداف من دون مقابل في الدوري الأحد."),
        ] {
            assert!(findings(RULE, english, arabic).is_empty(), "{english}");
        }
    }

    #[test]
    fn soldiers_lie_in_ambush_without_a_checkpoint() {
        for (english, arabic) in [
            ("Security forces arrested him in an ambush west of Kirkuk.", "أطاح به كمين للقوات الأمنية غربي كركوك."),
            ("Five soldiers were killed in an ambush on the road to Mosul.", "قتل خمسة جنود في كمين على طريق الموصل."),
        ] {
            assert!(findings(RULE, english, arabic).is_empty(), "{english}");
        }
    }

    #[test]
    fn who_is_alone_curbs_nothing() {
        assert!(findings(RULE, "She fled the country alone at thirteen.", "فرت وحدها من البلاد في الثالثة عشرة.").is_empty());
    }
}
