//! Arabic verbs as far as their form tells: whether they are in the perfect or to come, and whose they are.

use super::unit::Unit;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::token::Kind;
use crate::lexicon::words;

/// Whom a verb, a suffix or a name speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    Woman,
    Man,
}

impl Gender {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Woman => "a woman",
            Self::Man => "a man",
        }
    }

    pub(super) const fn other(self) -> Self {
        match self {
            Self::Woman => Self::Man,
            Self::Man => Self::Woman,
        }
    }
}

/// Words, folded, behind which a verb stands rather than a noun.
#[rustfmt::skip]
const BEFORE_VERB: &[&str] = &[
    "قد", "وقد", "لقد", "فقد", "الذي", "التي", "الذين", "حيث", "كما", "ثم", "بينما", "فيما", "عندما", "عندها", "حتي", "ان", "انه", "انها", "وانه",
    "وانها", "لكنه", "كانه",
];
/// Words, folded, behind which a noun stands.
#[rustfmt::skip]
const BEFORE_NOUN: &[&str] = &[
    "في", "من", "الي", "عن", "علي", "بعد", "قبل", "منذ", "خلال", "دون", "عند", "اثناء", "بسبب", "عليه", "عليها", "كل", "اول", "تم", "تمت", "يتم",
    "جري", "جرت",
];
/// Verbs, folded, whose subject is no person.
#[rustfmt::skip]
const IMPERSONAL: &[&str] = &[
    "يمكن", "يجب", "ينبغي", "يبدو", "يتعين", "يجوز", "يحق", "يلزم", "يتوجب", "يسع", "يتم", "تم", "كان", "سبق", "يكون",
];

/// The word at Arabic token `t`, and what is left of it if it starts with a conjunction: both `وقعت` and `وقال` do.
fn bare<'a>(unit: &Unit<'a>, t: usize) -> impl Iterator<Item = &'a str> + Clone {
    let word = unit.arabic.folded(t);
    [word].into_iter().chain(word.strip_prefix(['و', 'ف']).filter(|w| w.chars().count() > 2))
}

/// Whether a verb rather than a noun may stand at Arabic token `t`: it starts its clause.
fn opens_clause(unit: &Unit, t: usize) -> bool {
    let view = &unit.arabic;
    t == view.tokens.0 || BEFORE_VERB.contains(&view.folded(t - 1)) || view.side.tokens.get(t - 1).is_some_and(|w| w.kind == Kind::Symbol)
}

/// Whether Arabic token `t` is a verb in the future: `سيؤدي`, `وستبقى`, `سوف`.
pub(super) fn is_future(unit: &Unit, t: usize) -> bool {
    let future = |v: &str| v.starts_with(['ي', 'ت', 'ن']) && v.chars().count() >= 3;
    // `سياسة` and `ستوكهولم` are words of their own.
    let own = |id: u32| unit.lexicon().spelling(id).starts_with('س');
    let mut words = bare(unit, t);
    words.clone().any(|w| w == "سوف")
        || words.any(|w| w.strip_prefix('س').is_some_and(future))
            && !unit.arabic.side.readings.of(t).iter().any(|r| r.length == 1 && own(r.id))
}

/// Whose the verb in the perfect at Arabic token `t` is, if there is one. Of a man it looks like a noun: it must start its clause.
pub(super) fn perfect(unit: &Unit, t: usize) -> Option<Gender> {
    let (view, lexicon) = (&unit.arabic, unit.lexicon());
    // `تكشف` is `it reveals` rather than `it came to light`.
    let opens = opens_clause(unit, t) && imperfect(unit, t).is_none();
    let of = |form: &str, word: &str| {
        let weak = form.strip_suffix(['ي', 'ا']).filter(|f| f.chars().count() > 1);
        let woman = [Some(form), weak].into_iter().flatten().any(|stem| word.strip_prefix(stem) == Some("ت"));
        if woman { Some(Gender::Woman) } else { (word == form && opens).then_some(Gender::Man) }
    };
    let words = bare(unit, t).filter(|w| !w.starts_with("ال") && w.chars().count() > 2);
    view.side.readings.of(t).iter().filter(|r| r.length == 1 && lexicon.has_imperfect(r.id)).find_map(|r| {
        let form = lexicon.folded(r.id);
        words.clone().find_map(|word| of(form, word))
    })
}

/// Whose the verb in the imperfect at Arabic token `t` is, if there is one.
fn imperfect(unit: &Unit, t: usize) -> Option<Gender> {
    let words = bare(unit, t).map(|w| w.strip_prefix('س').filter(|w| w.starts_with(['ي', 'ت'])).unwrap_or(w));
    let lexicon = unit.lexicon();
    unit.arabic.side.readings.of(t).iter().filter(|r| r.length == 1 && lexicon.is_imperfect(r.id)).find_map(|r| {
        let rest = lexicon.folded(r.id).strip_prefix('ي')?;
        words.clone().find_map(|word| match word.strip_suffix(rest)? {
            "ي" => Some(Gender::Man),
            "ت" => Some(Gender::Woman),
            _ => None,
        })
    })
}

/// Whether the noun at Arabic token `noun` agrees less with the verb at `verb` than the one at `other` does, by their endings: زار
/// العاصمة الرئيس. What is plural may go with a verb of a woman.
pub(super) fn agrees_with_other(unit: &Unit, verb: usize, noun: usize, other: usize) -> bool {
    let view = &unit.arabic;
    // الجزيرةَ: with the vowel of its case or without.
    let is_vowel = |c: char| ('\u{64b}'..='\u{652}').contains(&c);
    let woman = |t: usize| view.side.tokens.get(t).is_some_and(|w| view.words(w.span).trim_end_matches(is_vowel).ends_with('ة'));
    match gender(unit, verb) {
        Some(Gender::Man) => woman(noun) && !woman(other),
        Some(Gender::Woman) => !woman(noun) && woman(other),
        None => false,
    }
}

/// Whose the verb at Arabic token `t` is, if it is one, of a person, and its form tells.
pub(super) fn gender(unit: &Unit, t: usize) -> Option<Gender> {
    // Most words have no form of a verb: of these nothing is asked that takes longer.
    if !is_form(unit, t, true) {
        return None;
    }
    let (view, lexicon) = (&unit.arabic, unit.lexicon());
    let readings = || view.side.readings.of(t).iter().filter(|r| r.length == 1).map(|r| lexicon.folded(r.id));
    let shown = view.words(view.side.tokens.get(t)?.span);
    let noun = BEFORE_NOUN.contains(&view.folded_at(t.wrapping_sub(1))) || shown.ends_with('ة');
    if noun || words::is_function(Lang::Arabic, view.folded(t)) || readings().any(|form| IMPERSONAL.contains(&form)) {
        return None;
    }
    match (perfect(unit, t), imperfect(unit, t)) {
        // `تحمل` is `she carries` or `he endured`.
        (None, Some(Gender::Woman)) if readings().any(|form| bare(unit, t).any(|w| w == form)) => None,
        (Some(a), Some(b)) if a != b => None,
        (a, b) => a.or(b),
    }
}

/// Whether Arabic token `t` is a verb of what has been, whatever stands before it: one of several people, of what was done by its
/// vowels, or of a form that no noun has.
pub(super) fn is_past(unit: &Unit, t: usize) -> bool {
    let (view, lexicon) = (&unit.arabic, unit.lexicon());
    let word = view.folded(t);
    // `لكنه أقرب`: what compares has the form of a verb.
    let compares = || word.starts_with('ا') && word.chars().count() == 4 && view.folded_at(t.wrapping_sub(1)).ends_with("نه");
    if is_particle(word) || compares() {
        return false;
    }
    let words = || bare(unit, t).filter(|w| !w.starts_with("ال"));
    let of = |form: &str| {
        let derived = form.starts_with('ا') && form.chars().count() >= 5;
        words().any(|w| w.strip_suffix("وا") == Some(form) || derived && w == form)
    };
    let mut readings = view.side.readings.of(t).iter().filter(|r| r.length == 1);
    perfect(unit, t).is_some() || was_done(unit, t) || readings.any(|r| of(lexicon.folded(r.id)) && lexicon.has_imperfect(r.id))
}

/// Whether folded Arabic `word` is none that may be a verb, whatever the lexicon says: `بعد` is `after`, not `was far`.
fn is_particle(word: &str) -> bool {
    let bare = without_conjunction(word);
    let others = matches!(bare, "مثل" | "غير" | "قد" | "لها" | "بها" | "هنا" | "جدا" | "عبر" | "ضد" | "نحو" | "حول");
    others || BEFORE_NOUN.contains(&bare) && !matches!(bare, "تم" | "تمت" | "جري" | "جرت") || words::is_function(Lang::Arabic, word)
}

/// Whether Arabic token `t` is spelled as what was done: `كُتب`, `وأُضيف`, `اُستخدم`.
fn was_done(unit: &Unit, t: usize) -> bool {
    const DAMMA: char = '\u{64f}';
    let view = &unit.arabic;
    let shown = view.side.tokens.get(t).map_or("", |w| view.words(w.span));
    if !shown.contains(DAMMA) || shown.ends_with('ة') {
        return false;
    }
    let mut letters = shown.strip_prefix('و').unwrap_or(shown).trim_start_matches('\u{64e}').chars();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    let voiced = second == Some(DAMMA) && !matches!(first, Some('ي' | 'ت' | 'ن' | 'م')) || first == Some('ا') && third == Some(DAMMA);
    let is_verb = || view.side.readings.of(t).iter().any(|r| r.length == 1 && unit.lexicon().has_imperfect(r.id));
    voiced && (first == Some('أ') || is_verb())
}

/// Whether Arabic token `t` may be a verb of what has been, if its spelling does not tell it from a noun.
pub(super) fn may_be_past(unit: &Unit, t: usize) -> bool {
    /// What a verb may end in: who did it, and to whom.
    const ENDS: [&str; 14] = ["", "ت", "وا", "ه", "ها", "هم", "ته", "تها", "تهم", "ني", "نا", "ا", "تا", "وه"];
    let (view, lexicon) = (&unit.arabic, unit.lexicon());
    let (word, before) = (view.folded(t), view.folded_at(t.wrapping_sub(1)));
    let noun = BEFORE_NOUN.contains(&before) || matches!(before, "هذا" | "هذه" | "ذلك" | "تلك" | "لكل" | "بين" | "بلا" | "بدون");
    let shown = view.side.tokens.get(t).map_or("", |w| view.words(w.span));
    if noun || shown.ends_with('ة') || is_particle(word) {
        return false;
    }
    let readings = || view.side.readings.of(t).iter().filter(|r| r.length == 1);
    let unknown = || {
        let known = word.starts_with("ال") || word.ends_with("ات") || readings().next().is_some();
        word.ends_with('ت') && !known && word.chars().count() > 3
    };
    let of = |form: &str| {
        let weak = form.strip_suffix(['ي', 'ا']).unwrap_or(form);
        let ends = |rest: &str| ENDS.contains(&rest);
        bare(unit, t).any(|w| {
            w.strip_prefix(form).is_some_and(ends)
                || w.strip_prefix(weak).map(|r| r.trim_start_matches('ي')).is_some_and(|r| r.starts_with('ت') && ends(r))
        })
    };
    unknown() || was_done(unit, t) || readings().any(|r| of(lexicon.folded(r.id)) && lexicon.has_imperfect(r.id))
}

/// Whether Arabic token `t` is a verb in the imperfect.
pub(super) fn is_imperfect(unit: &Unit, t: usize) -> bool {
    imperfect(unit, t).is_some() || bare(unit, t).any(|w| w.starts_with('ي') && w.ends_with("ون"))
}

/// Whether Arabic token `t` is the noun of a deed that looks like a verb in the imperfect, behind a preposition: بعد تجمد البحيرة. Of these
/// all start with ت.
pub(super) fn is_deed_behind_preposition(unit: &Unit, t: usize) -> bool {
    #[rustfmt::skip]
    const PREPOSITIONS: &[&str] = &[
        "في", "الي", "عن", "علي", "بعد", "قبل", "منذ", "خلال", "دون", "عند", "اثناء", "بسبب", "اثر", "عقب", "جراء", "رغم", "فور", "نتيجه", "لدي", "مع", "بين",
    ];
    let before = t.checked_sub(1).filter(|b| *b >= unit.arabic.tokens.0);
    unit.arabic.folded(t).starts_with('ت') && before.is_some_and(|b| PREPOSITIONS.contains(&without_conjunction(unit.arabic.folded(b))))
}

/// Whether folded Arabic `word` is a form of `كان`.
pub(super) fn is_was(word: &str) -> bool {
    let bare = without_conjunction(word);
    matches!(bare, "كان" | "كانت" | "كانوا" | "كنت" | "كنا" | "كانا" | "كن" | "كانتا")
}

/// Whether Arabic token `t` says of something that it was done: a verb of what has been, or the noun behind `تم` or `قام ب`.
pub(super) fn tells_done(unit: &Unit, t: usize) -> bool {
    let view = &unit.arabic;
    let behind = |tokens: usize, verbs: &[&str]| view.before(t, tokens).any(|b| verbs.contains(&without_conjunction(view.folded(b))));
    is_past(unit, t)
        || behind(2, &["تم", "تمت", "جري", "جرت", "تعرض", "تعرضت"])
        || view.folded_at(t).starts_with(['ب', 'ل']) && behind(4, &["قام", "قامت", "قاموا", "تعرض", "تعرضت"])
}

/// Whether Arabic token `t` may be a verb, whatever it ends in: in the imperfect, or in either.
pub(super) fn is_form(unit: &Unit, t: usize, perfect: bool) -> bool {
    let lexicon = unit.lexicon();
    let is_form = |id| lexicon.is_imperfect(id) || perfect && lexicon.has_imperfect(id);
    unit.arabic.side.readings.of(t).iter().any(|r| r.length == 1 && is_form(r.id))
}
