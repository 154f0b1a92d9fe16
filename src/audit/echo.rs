//! Whether a figure that faces nothing is on the other side after all: in a word that implies it, in digits that are part of something else,
//! said once for twice, or in another unit.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

use super::unit::{Unit, View};
use crate::anchor::quantity::{Agreement, Measure, Quantity, agreement};
use crate::lang::Lang;
use crate::lang::fold::digit;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Kind;

/// Words that say a number without being one: `english|words ⇥ arabic|words ⇥ number`.
const IMPLIED: &str = include_str!("../lexicon/data/implied_number.tsv");

static WORDS: LazyLock<FxHashMap<String, Vec<u32>>> = LazyLock::new(|| {
    let mut words: FxHashMap<String, Vec<u32>> = FxHashMap::default();
    for line in IMPLIED.lines() {
        let mut columns = line.split('\t');
        let (english, arabic) = (columns.next().unwrap_or(""), columns.next().unwrap_or(""));
        let Some(value) = columns.next().and_then(|v| v.parse().ok()) else { continue };
        for (lang, forms) in [(Lang::English, english), (Lang::Arabic, arabic)] {
            for form in forms.split('|').filter(|form| !form.is_empty()) {
                words.entry(lang.fold(form).into_owned()).or_default().push(value);
            }
        }
    }
    words
});

/// Whether `quantity`, of the side of `lang`, is echoed on the other side.
pub fn number(unit: &Unit, lang: Lang, quantity: &Quantity) -> bool {
    let other = unit.view(lang.other());
    let values = |q: &Quantity| [Some(q.low), Some(q.high), q.other];
    let equal = |q: &Quantity| values(quantity).into_iter().flatten().any(|v| values(q).into_iter().flatten().any(|w| v == w));
    other.quantities().iter().any(|q| equal(q) || converted(quantity, q))
        || unit.view(lang).quantities().iter().any(|q| q.span != quantity.span && converted(quantity, q))
        || implied(other, quantity.low)
        || names_a_disease(unit, lang, &quantity.number_tokens)
        || quantity.digits && in_digits(unit.view(lang), quantity, other)
        || is_rate(unit.view(lang), quantity) && (other.quantities().iter().any(|q| q.measure == Measure::Percent) || names_points(other))
}

/// Whether English writes the word of Arabic item `a` in its own letters, as one that it has none for: `kilos of jift`, من الجفت.
pub fn is_spelled_out(unit: &Unit, a: u32) -> bool {
    /// Fewer consonants are alike by chance.
    const CONSONANTS: usize = 3;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let word = Skeleton::arabic_variants(arabic.folded(arabic.item(a).token as usize));
    let unknown = |t: &usize| english.is_word(*t) && english.side.readings.of(*t).is_empty();
    english.token_range().filter(unknown).any(|t| {
        let own = Skeleton::english(english.folded(t));
        own.consonants() >= CONSONANTS && word.iter().any(|v| own.same(v).is_some())
    })
}

/// Whether English says by the beginning of its word `e` that what Arabic item `a` says was done again: `reallocated`, أعادت منح.
pub fn is_done_again(unit: &Unit, e: u32, a: u32) -> bool {
    /// How far before it, in tokens, the word that says so may stand: who does it stands between.
    const BEFORE: usize = 4;
    let word = unit.english.folded(unit.english.item(e).token as usize);
    let again = |word: &str| ["اعاد", "اعيد", "يعيد", "تعيد", "يعاد", "تعاد", "نعيد", "معاد"].iter().any(|stem| word.contains(stem));
    let mut before = unit.arabic.before(unit.arabic.item(a).token as usize, BEFORE);
    let rest = word.strip_prefix("re").filter(|rest| rest.len() > 4);
    rest.is_some_and(|rest| unit.lexicon().inflects(rest)) && before.any(|t| again(unit.arabic.folded(t)))
}

/// Whether the year or the number within `tokens` belongs to the name of a disease that the other side has as well: `COVID-19` and
/// مرض فيروس كورونا 2019.
pub fn names_a_disease(unit: &Unit, lang: Lang, tokens: &std::ops::Range<u32>) -> bool {
    let is_covid = |word: &str| word.starts_with("covid") || word.contains("كوفيد") || word.contains("كورونا");
    let before = |view: &View| (tokens.start.saturating_sub(4) as usize..tokens.start as usize).any(|t| is_covid(view.folded_at(t)));
    let value = unit.view(lang).folded_at(tokens.start as usize);
    let other = unit.view(lang.other());
    matches!(value, "19" | "2019") && before(unit.view(lang)) && other.token_range().any(|t| is_covid(other.folded(t)))
}

/// Whether a number is a hundred of which others are parts (`three in every hundred`), or one of basis points.
fn is_rate(view: &View, quantity: &Quantity) -> bool {
    let start = quantity.number_tokens.start as usize;
    let hundred = quantity.low == 100.0
        && view.quantities().iter().any(|q| q.span != quantity.span && of_hundred(view, q) && q.number_tokens.end as usize + 3 >= start);
    let after = |n: usize| view.folded_at(quantity.number_tokens.end as usize + n);
    hundred || after(0) == "basis" || matches!(after(0), "نقطه" | "نقاط") && matches!(after(1), "اساس" | "الاساس")
}

/// Whether a side speaks of points of percent, whatever counts them: `at least one percentage point`.
fn names_points(view: &View) -> bool {
    let named = |t: usize| match view.folded(t) {
        "percentage" => view.folded_at(t + 1).starts_with("point"),
        "نقطه" | "نقاط" => view.folded_at(t + 1) == "ميويه",
        _ => false,
    };
    view.token_range().any(named)
}

/// Whether a number is said of a hundred: `three in every hundred`, `ثلاثة من كل مئة`.
pub fn of_hundred(view: &View, quantity: &Quantity) -> bool {
    let end = quantity.number_tokens.end as usize;
    let links = |word: &str| matches!(word, "in" | "out" | "of" | "every" | "each" | "a" | "من" | "كل" | "بين" | "اصل");
    let rest: Vec<usize> = (end..end + 4).take_while(|t| links(view.folded_at(*t))).collect();
    let hundred = view.folded_at(end + rest.len());
    !rest.is_empty() && matches!(hundred, "hundred" | "100" | "ميه" | "مايه")
}

/// Whether the digits of a number of `own` stand on the other side, or make a longer number there with those beside them.
fn in_digits(own: &View, quantity: &Quantity, other: &View) -> bool {
    let (mine, others) = (digits_of(own, quantity), digits(other));
    let part = |whole: &String| whole.len() > 4 && mine.iter().any(|m| whole.contains(m.as_str())) && others.contains(whole);
    others.iter().any(|d| mine.contains(d)) || runs(own, spaces).iter().any(part)
}

fn spaces(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{a0}')
}

/// `328 to 820 feet` beside `100 to 250 meters`.
fn converted(a: &Quantity, b: &Quantity) -> bool {
    let heat = |q: &Quantity| matches!(q.measure, Measure::Unit(u) if matches!(u.dimension, "temperature" | "angle"));
    a.measure != Measure::None
        && b.measure != Measure::None
        && a.measure != b.measure
        && (matches!(agreement(a, b), Agreement::Converted | Agreement::BoundDiffers) || heat(a) && heat(b))
}

/// Whether a word of the other side implies the number.
pub fn implied(view: &View, value: f64) -> bool {
    view.token_range().any(|i| {
        let word = view.folded(i);
        let says = |word: &str| WORDS.get(word).is_some_and(|values| values.iter().any(|v| f64::from(*v) == value));
        let hat_trick = value == 3.0 && word == "hat" && [1, 2].iter().any(|k| view.folded_at(i + k).starts_with("trick"));
        says(word)
            || hat_trick
            || view.side.tokens.lang() == Lang::Arabic && {
                let bare = word.trim_start_matches(['و', 'ب', 'ل', 'ف']);
                says(bare) || bare.strip_prefix("ال").is_some_and(says)
            }
    })
}

/// The digits of a number, without separators.
fn digits_of(view: &View, quantity: &Quantity) -> Vec<String> {
    let tokens = quantity.number_tokens.start as usize..quantity.number_tokens.end as usize;
    let all = tokens.map(|i| view.folded(i).chars().filter_map(digit).collect::<String>());
    all.filter(|d| !d.is_empty()).collect()
}

/// All digits of a side: each run, and runs that single separators join (`15.00`, `6:30`).
pub fn digits(view: &View) -> Vec<String> {
    let mut all = runs(view, |_| false);
    all.extend(runs(view, |c| matches!(c, '.' | ',' | ':' | '،' | '٫' | '٬' | '/' | '\'' | '’')));
    all
}

/// Whether one of two numbers is written in parts on the other side: `116 123` and `116123`.
pub fn in_parts(unit: &Unit, english: &Quantity, arabic: &Quantity) -> bool {
    let whole = |view: &View, q: &Quantity| digits_of(view, q).concat();
    let joined = |view: &View, other: &str| other.len() > 4 && runs(view, spaces).iter().any(|d| d == other);
    joined(&unit.english, &whole(&unit.arabic, arabic)) || joined(&unit.arabic, &whole(&unit.english, english))
}

/// Runs of digits, in which single characters that `joins` takes are left out.
fn runs(view: &View, joins: fn(char) -> bool) -> Vec<String> {
    let (mut all, mut run, mut gap) = (Vec::new(), String::new(), false);
    for c in view.words(view.span).chars().chain(['\0']) {
        match digit(c) {
            Some(d) => {
                run.push(d);
                gap = false;
            }
            None if joins(c) && !gap => gap = true,
            None => {
                all.push(std::mem::take(&mut run));
                gap = false;
            }
        }
    }
    all.retain(|d| !d.is_empty());
    all
}

/// Whether words of an Arabic side are written together, so that none of them can be relied on.
pub fn run_together(view: &View) -> bool {
    const LONGEST: usize = 18;
    let tokens = &view.side.tokens;
    let glued = |i: usize| {
        let words = tokens.get(i.wrapping_sub(1)).zip(tokens.get(i));
        words.is_some_and(|(a, b)| a.kind == Kind::Word && b.kind == Kind::Word && a.span.end == b.span.start)
    };
    // One such chunk may be a long name.
    let glued = view.token_range().skip(1).filter(|&i| glued(i) && !glued(i - 1)).count();
    tokens.lang() == Lang::Arabic && (glued > 1 || view.token_range().any(|i| view.folded(i).chars().count() > LONGEST))
}
