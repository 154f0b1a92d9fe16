//! Whether a figure that faces nothing is on the other side after all: in a word that implies it, in digits that are part of something else,
//! said once for twice, or in another unit.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::unit::{Unit, View};
use crate::anchor::quantity::{Agreement, Measure, Quantity, agreement};
use crate::lang::Lang;
use crate::lang::fold::digit;

/// Words that say a number without being one: `english|words ⇥ arabic|words ⇥ number`.
const IMPLIED: &str = include_str!("../lexicon/data/implied_number.tsv");

static WORDS: LazyLock<HashMap<String, Vec<u32>>> = LazyLock::new(|| {
    let mut words: HashMap<String, Vec<u32>> = HashMap::new();
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
        || quantity.digits && digits(other).iter().any(|d| digits_of(unit.view(lang), quantity).contains(d))
}

/// `328 to 820 feet` beside `100 to 250 meters`.
fn converted(a: &Quantity, b: &Quantity) -> bool {
    let heat = |q: &Quantity| matches!(q.measure, Measure::Unit(u) if matches!(u.dimension, "temperature" | "angle"));
    a.measure != Measure::None && b.measure != Measure::None && a.measure != b.measure && (agreement(a, b) == Agreement::Converted || heat(a) && heat(b))
}

/// Whether a word of the other side implies the number.
fn implied(view: &View, value: f64) -> bool {
    view.token_range().any(|i| {
        let word = view.folded(i);
        let says = |word: &str| WORDS.get(word).is_some_and(|values| values.iter().any(|v| f64::from(*v) == value));
        says(word) || view.side.tokens.lang() == Lang::Arabic && {
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
    let (mut all, mut run, mut joined, mut gap) = (Vec::new(), String::new(), String::new(), String::new());
    for c in view.words(view.span).chars().chain([' ']) {
        if let Some(d) = digit(c) {
            if run.is_empty() && gap.chars().count() != 1 {
                all.push(std::mem::take(&mut joined));
            }
            run.push(d);
            joined.push(d);
            gap.clear();
        } else {
            all.push(std::mem::take(&mut run));
            gap.push(if matches!(c, '.' | ',' | ':' | '،' | '٫' | '٬' | '/' | '\'' | '’') { c } else { '\u{0}' });
            if gap.contains('\u{0}') {
                all.push(std::mem::take(&mut joined));
            }
        }
    }
    all.retain(|d| !d.is_empty());
    all
}

/// Whether words of an Arabic side are written together, so that none of them can be relied on.
pub fn run_together(view: &View) -> bool {
    const LONGEST: usize = 14;
    view.side.tokens.lang() == Lang::Arabic && view.token_range().any(|i| view.folded(i).chars().count() > LONGEST)
}
