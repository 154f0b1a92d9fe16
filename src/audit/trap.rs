//! Words of two meanings: the one that the sentence calls for, and the Arabic of the other one.
//!
//! `sense.tsv` lists, for a word and one of its senses, other words of the sentence that tell this sense, its Arabic, and the Arabic
//! that renders another sense of the word, or another word that looks like it. `domain.tsv` lists words that tell what a passage is
//! about, for senses that go with it.

mod traps;

use std::borrow::Cow;
use std::cell::{LazyCell, OnceCell};

use self::traps::Traps;
use super::facing::{counterpart, stands_for};
use super::phrase;
use super::terms::{Filter, Terms};
use super::unit::{Note, Unit, View};
use crate::lang::Lang;
use crate::lang::known::{Known, Question};
use crate::lang::token::Kind;
use crate::lexicon::trap::{self, Domain, Rendering, Term, Trap};
use crate::lexicon::words::is_function;

/// The terms that token `i` may be a form of.
fn terms(view: &View, i: usize) -> Cow<'static, [Term]> {
    trap::terms_of(&view.side.tokens, i)
}

/// Those that all its words may be forms of.
fn terms_of(view: &View) -> Terms {
    let mut all = Vec::with_capacity(2 * view.len());
    view.token_range().for_each(|i| all.extend_from_slice(&terms(view, i)));
    Terms::new(all)
}

/// How far a lone word that tells a sense may stand, in tokens: of seven that stood farther off, two told rightly.
const NEAR: usize = 6;

static IS_TRAP: Question = Question::new();
static TRAPS: Known<Option<Traps>> = Known::new();

/// Words of the source and target that are traps, with what is in them.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let arabic = LazyCell::new(|| terms_of(&unit.arabic));
    let singles = trap::singles();
    let mut said: Option<Said> = None;
    let mut forms: Option<Vec<Cow<[Term]>>> = None;
    for token in unit.english.token_range() {
        let tokens = &unit.english.side.tokens;
        let traps = || TRAPS.of(tokens.list()[token].word, || Traps::of(tokens.folded(token)));
        if !tokens.is(token, &IS_TRAP, |_| traps().is_some()) {
            continue;
        }
        let traps = traps();
        let Some(traps) = &*traps else { continue };
        let arabic = &*arabic;
        // Seldom does a word of the other sense stand in the Arabic, and of what is only told of none of its own; or of a fixed phrase
        // nothing at all.
        let is_single = |form: &Rendering| *form < singles && arabic.contains(*form);
        let stands =
            |form: &Rendering| is_single(form) || *form >= singles && trap::words_of(*form).iter().all(|word| arabic.contains(*word));
        let has = |own: &[Rendering]| own.iter().any(is_single);
        let is_taken = |trap: Trap| trap.other().iter().any(stands) && (trap.is_sure() || !has(trap.own()));
        let may_be_one = |trap: &Trap| is_taken(*trap) || trap.is_fixed() && !has(trap.any_own());
        let here = traps.before(&unit.english, token);
        if matches!(here, Cow::Borrowed(_)) && !traps.may_be_alone(arabic) {
            continue;
        }
        let standing = || here.iter().filter_map(|trap| Some((*trap, last(&unit.english, token, *trap)?)));
        let mut open =
            here.iter().filter(|trap| may_be_one(trap)).filter_map(|trap| Some((*trap, last(&unit.english, token, *trap)?))).peekable();
        if open.peek().is_none() {
            continue;
        }
        // What the sentence tells of another trap only counts beside one of these of which it tells as much.
        let words = &*said.get_or_insert_with(|| Said::new(unit));
        let is_told = |(trap, last): (Trap, usize)| trap.is_sure() || words.tells(trap, (token, last));
        if !open.any(is_told) {
            continue;
        }
        // Most are translated, and by their own Arabic.
        let owned = LazyCell::new(|| {
            counterpart(unit, Lang::English, token).is_some_and(|at| {
                let there = terms(&unit.arabic, at);
                !there.iter().any(|word| traps.begin_other(*word))
            })
        });
        if standing().any(|(trap, last)| (last > token || !*owned) && is_told((trap, last))) {
            let standing: Vec<_> = standing().collect();
            let forms = forms.get_or_insert_with(|| unit.arabic.token_range().map(|i| terms(&unit.arabic, i)).collect());
            let found = note(unit, token, traps, &standing, words, forms);
            // `a wing and a prayer` is also `wing and a prayer`.
            notes.extend(found.filter(|note| !notes.iter().any(|known| known.is_on_same_english(note) && known.arabic == note.arabic)));
        }
    }
}

/// The token after token `i`, hyphens left out.
pub(super) fn next(view: &View, i: usize) -> Option<usize> {
    (i + 1..view.tokens.1).find(|at| view.folded(*at) != "-")
}

/// The last token of the word or phrase of `trap` that starts at `token`.
fn last(view: &View, token: usize, trap: Trap) -> Option<usize> {
    let (rest, capitals) = (trap.rest(), trap.capitals());
    let is_cased = |n: u32, at: usize| !capitals.contains(&n) || view.is_capital(at);
    // `for failings that` is not `failing that`.
    if view.folded(token).ends_with("ings") && rest.first().is_some_and(|term| is_function(Lang::English, Trap::spelling(*term))) {
        return None;
    }
    // `shelter-in-place orders` are not placed.
    if !is_cased(0, token) || !rest.is_empty() && view.follows(token, &["-"]) {
        return None;
    }
    let mut at = token;
    for (n, term) in (1..).zip(rest) {
        at = next(view, at)?;
        // `due to appear`, not `due to appearing`.
        // Nor is `pine forest` an inflection of `pine for`.
        let inflected = || {
            let spelling = Trap::spelling(*term);
            // `a film starring` somebody is no film star.
            let does = view.folded(at).ends_with("ing") && !spelling.ends_with("ing");
            (view.folded(at - 1) == "to" || is_function(Lang::English, spelling) || does && !trap.is_verb()) && view.folded(at) != spelling
        };
        if !terms(view, at).contains(term) || !is_cased(n, at) || inflected() {
            return None;
        }
    }
    // `a fire` is nobody's dismissal, nor are `700 stalls` something that stops.
    let counted = || token > view.tokens.0 && view.side.tokens.get(token - 1).is_some_and(|t| t.kind == Kind::Number);
    let is_noun = || matches!(view.folded_at(token.wrapping_sub(1)), "a" | "an" | "the" | "its" | "their" | "his") || counted();
    // Nor is `the pitch in Dakar` any help.
    let is_phrasal = || rest.iter().all(|term| is_function(Lang::English, Trap::spelling(*term)));
    // `to record his songs` is no record.
    let is_deed = || {
        let owned =
            matches!(view.folded_at(token + 1), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "one" | "our" | "my" | "all");
        rest.is_empty() && token > view.tokens.0 && view.folded(token - 1) == "to" && owned
    };
    // `hit a low bridge`
    let is_cut = || {
        let degree = matches!(view.folded(at), "low" | "high") && !rest.is_empty();
        degree && view.is_word(at + 1) && !is_function(Lang::English, view.folded_at(at + 1))
    };
    let is_other = is_cut()
        || capitals.is_empty() && is_name(view, token)
        || trap.is_verb() && is_noun() && is_phrasal()
        || !trap.is_verb() && is_deed();
    (!is_other).then_some(at)
}

/// What to say of the first of the `standing` traps that is one, of all `traps` of the word.
fn note(unit: &Unit, token: usize, traps: &Traps, standing: &[(Trap, usize)], words: &Said, cores: &[Cow<[Term]>]) -> Option<Note> {
    let told = |trap: Trap| words.told(trap);
    for &(trap, last) in standing {
        let cues = told(trap);
        // What a lone word far off tells is the other sense more often than not.
        let is_told = || {
            let near = cues == 1 && words.told_near(trap, (token, last));
            near || words.is_hinted(trap, (token, last))
        };
        if !trap.is_sure() && cues < 2 && !is_told() {
            continue;
        }
        let Some((form, first)) = trap.other().iter().find_map(|form| {
            places(*form, cores)
                .map(|at| (form, at + unit.arabic.tokens.0))
                .find(|(_, at)| stands_for(unit, Lang::English, (token, last), *at))
        }) else {
            if trap.own().iter().any(|form| places(*form, cores).next().is_some()) {
                continue;
            }
            match phrase::check(unit, (token, last), trap, &|form| places(form, cores).next().is_some()) {
                None => continue,
                found => return found,
            }
        };
        // What is only told of may be said of another word as well.
        let mut own = trap.own().iter().flat_map(|form| {
            let (start, length) = (unit.arabic.tokens.0, trap::words_of(*form).len());
            places(*form, cores).map(move |at| at + start..at + start + length)
        });
        let is_asked_elsewhere = |at| counterpart(unit, Lang::Arabic, at).is_some_and(|asked| !(token..=last).contains(&asked));
        if own.any(|mut own| !trap.is_sure() || !own.any(is_asked_elsewhere)) {
            continue;
        }
        // The sentence speaks of both senses; of that of a fixed phrase it surely does, of the other only if something tells it.
        let least = cues.max(usize::from(trap.is_sure()));
        let is_told = |other: Trap| told(other) >= least || !trap.is_sure() && cues < 2 && words.tells(other, (token, last));
        if traps.iter().any(|other| other != trap && other.rest().is_empty() && other.own().contains(form) && is_told(other)) {
            continue;
        }
        let odds = match cues {
            0 if !trap.is_sure() => 0.4,
            0 => 0.8,
            1 => 0.7,
            2 => 1.2,
            _ => 1.6,
        };
        return Some(describe(unit, (token, last), (first, first + trap::words_of(*form).len() - 1), trap, odds));
    }
    None
}

fn describe(unit: &Unit, english: (usize, usize), arabic: (usize, usize), trap: Trap, odds: f32) -> Note {
    let english = unit.english.side.tokens.span(english.0, english.1);
    let arabic = unit.arabic.side.tokens.span(arabic.0, arabic.1);
    let (e, a) = (unit.english.words(english), unit.arabic.words(arabic));
    let message = format!("“{e}” is here {}; “{a}” means {}.", trap.sense(), trap.other_sense());
    Note { message, odds, ..unit.quoted(Some(english), Some(arabic)) }
}

/// Where `form` stands, counted from the first token of the side.
fn places<'a>(form: Rendering, cores: &'a [Cow<[Term]>]) -> impl Iterator<Item = usize> + 'a {
    let form = trap::words_of(form);
    let starts = 0..(cores.len() + 1).saturating_sub(form.len());
    starts.filter(move |i| form.iter().zip(&cores[*i..]).all(|(word, forms)| forms.contains(word)))
}

/// Whether token `i` is the name of somebody or something: `Bill`, `China`.
fn is_name(view: &View, i: usize) -> bool {
    view.is_capital(i) && view.side.readings.of(i).iter().any(|r| r.length == 1 && r.named)
}

/// What is said in a sentence and around it: every term that its words may be a form of.
struct Said<'b, 'a> {
    unit: &'b Unit<'a>,
    here: &'a Terms,
    /// The terms around it too.
    around: OnceCell<Filter>,
}

impl<'b, 'a> Said<'b, 'a> {
    /// How many sentences before and after tell what a word means.
    const REACH: usize = 3;

    fn new(unit: &'b Unit<'a>) -> Self {
        Self { unit, here: &unit.passage().terms, around: OnceCell::new() }
    }

    /// Whether `term` stands in the sentence or about there.
    fn has_around(&self, term: Term) -> bool {
        let passages = || self.unit.passages(Self::REACH);
        let around = self.around.get_or_init(|| passages().fold(Filter::NONE, |all, passage| all.or(passage.terms.filter())));
        around.may_have(term) && passages().any(|passage| passage.terms.contains(term))
    }

    /// How many cues of `trap` stand in the sentence.
    fn told(&self, trap: Trap) -> usize {
        trap.cues().iter().filter(|c| self.here.contains(**c)).count()
    }

    /// Whether the sentence tells the sense of `trap` at tokens `first ..= last`, or several words about there do.
    fn tells(&self, trap: Trap, place: (usize, usize)) -> bool {
        self.told(trap) > 0 || self.is_hinted(trap, place)
    }

    /// Whether something besides the cues of the sentence does.
    fn is_hinted(&self, trap: Trap, (first, last): (usize, usize)) -> bool {
        self.told_around(trap) || self.is_about(trap.domains(), first) || self.told_beside(trap, (first, last))
    }

    /// Whether a cue stands not far from it.
    fn told_near(&self, trap: Trap, (first, last): (usize, usize)) -> bool {
        let view = &self.unit.english;
        let mut near = view.about(first..last + 1, NEAR, NEAR).filter(|at| !(first..=last).contains(at));
        near.any(|at| terms(view, at).iter().any(|term| trap.cues().contains(term)))
    }

    /// Whether a hint stands right before or after it: of a `Methodist minister` one is enough.
    fn told_beside(&self, trap: Trap, (first, last): (usize, usize)) -> bool {
        let view = &self.unit.english;
        let beside = [first.checked_sub(1), Some(last + 1)].into_iter().flatten().filter(|at| view.token_range().contains(at));
        let mut terms = beside.flat_map(|at| terms(view, at).into_owned());
        terms.any(|term| trap.hints().contains(&term))
    }

    /// Whether two cues stand about there, or a hint in the sentence and a cue or another hint about there.
    fn told_around(&self, trap: Trap) -> bool {
        let cues = || trap.cues().iter().filter(|c| self.has_around(**c));
        let hints = || trap.hints().iter().filter(|h| self.has_around(**h));
        trap.cues().len() > 1 && cues().nth(1).is_some()
            || trap.hints().iter().any(|h| self.here.contains(*h)) && cues().chain(hints()).nth(1).is_some()
    }

    /// Whether three words about there, other than that at `token`, are of one of `domains`.
    fn is_about(&self, domains: &[Domain], token: usize) -> bool {
        let own = terms(&self.unit.english, token);
        let told = |domain: &Domain| {
            let mut others = [None; 2];
            let about = self.unit.passages(Self::REACH).flat_map(|passage| passage.about(*domain));
            for term in about.filter(|term| !own.contains(term)) {
                if others.contains(&Some(term)) {
                    continue;
                }
                match others.iter_mut().find(|other| other.is_none()) {
                    Some(other) => *other = Some(term),
                    None => return true,
                }
            }
            false
        };
        domains.iter().any(told)
    }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, pairs};

    const RULE: &str = "wrong-sense";

    #[test]
    fn the_other_sense_is_found() {
        for (english, arabic) in [
            ("Thousands of bats left the cave at dusk.", "غادرت آلاف المضارب الكهف عند الغسق."),
            ("Soldiers cleared a mine near the old road.", "أزال الجنود منجما قرب الطريق القديم."),
            ("The striker scored a goal in the last minute.", "سجل المضرب هدفا في الدقيقة الأخيرة."),
            ("The minister was sworn in on Monday.", "شتم الوزير يوم الاثنين."),
            ("A heckler was picking a fight with a guard.", "كان أحد المشاغبين يختار معركة مع حارس."),
            ("The bank raised its interest rate again.", "رفع البنك معدل الاهتمام مجددا."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 1, "{english}");
        }
    }

    #[test]
    fn forms_of_verbs_are_told_from_nouns() {
        assert_eq!(findings(RULE, "Talks between the two sides broke down on Monday.", "كسرت المحادثات بين الجانبين يوم الاثنين.").len(), 1);
        assert_eq!(findings(RULE, "The company laid off 200 workers.", "وضعت الشركة 200 عامل.").len(), 1);
        assert_eq!(findings(RULE, "She is due to appear in court.", "تظهر في المحكمة نتيجة ذلك.").len(), 1);
        assert_eq!(findings(RULE, "He lost his job due to appearing late.", "فقد وظيفته بسبب ظهوره متأخرا.").len(), 0);
    }

    #[test]
    fn the_sentences_around_tell_the_sense() {
        let sense = |before: &str| {
            let english = [before, "The board met twice."];
            let arabic = ["انعقد الاجتماع في المقر.", "اجتمعت اللوحة مرتين."];
            pairs(RULE, &english.map(str::to_owned), &arabic.map(str::to_owned)).len()
        };
        assert_eq!(sense("The company has a new director and a new chairman."), 1);
        assert_eq!(sense("The painter has a new studio."), 0);
    }

    #[test]
    fn what_a_passage_is_about_tells_the_sense() {
        let sense = |before: &str| {
            let english = [before, "They have yet to name a starter."];
            let arabic = ["كان اليوم طويلا.", "لم يعلنوا عن بداية بعد."];
            pairs(RULE, &english.map(str::to_owned), &arabic.map(str::to_owned)).len()
        };
        assert_eq!(sense("The bullpen gave up a homer in the ninth inning, and the shortstop was hurt."), 1);
        assert_eq!(sense("The orchestra has rehearsed the symphony all week."), 0);
    }

    #[test]
    fn names_are_not_read_as_words() {
        let found = |english: &str| findings(RULE, english, "وصلت إنقاذ الأطفال إلى المدينة.").len();
        assert_eq!(found("Workers of Save the Children reached the city."), 1);
        assert_eq!(found("They came to save the children of the city."), 0);
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
            ("A fire that injured two workers was put out.", "أخمد حريق أدى إلى إصابة عاملين."),
            ("Fans lined the streets of Buenos Aires.", "اصطف المشجعون في شوارع بوينس أيرس."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 0, "{english}");
        }
    }

    #[test]
    fn deeds_and_casts_are_no_nouns() {
        for (english, arabic) in [
            ("The book was made into a film starring Omar Sharif.", "وتحوّل الكتاب إلى فيلم من بطولة عمر الشريف."),
            (
                "It began as an effort to record his grandmother's songs before the world forgot them.",
                "بدأ الأمر محاولة لتسجيل أغاني جدته قبل أن ينساها العالم.",
            ),
            ("The plan has been shelved until January.", "وُضعت الخطة على الرف حتى يناير."),
        ] {
            assert_eq!(findings(RULE, english, arabic).len(), 0, "{english}");
        }
        assert_eq!(findings(RULE, "The film star arrived late.", "وصل كوكب الفيلم متأخرا.").len(), 1);
    }
}
