//! Rule unit-or-currency-mismatch: the same number of something else.

mod beside;

use super::echo::of_hundred;
use super::figures::{Figures, other_words, sentence, words};
use super::number::share;
use super::unit::{Note, Unit, View, only};
use super::{counted, money};
use crate::anchor::quantity::{Agreement, Measure, Quantity, Role, describe};
use crate::lang::Lang;
use crate::lexicon::Class;

/// Looks at what every number of a bead measures.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = unit.shared(Figures::new);
    let shares = unit.shared(share::said);
    for (facing, agreement) in figures.numbers() {
        let Some((e, a)) = facing.both() else { continue };
        // `three in every hundred` are `3 في المئة`, one in ten are `10%`.
        if of_hundred(&unit.english, e)
            || of_hundred(&unit.arabic, a)
            || shares.have(Lang::English, e)
            || of_a_point(&unit.english, e)
            || is_even(e, a)
        {
            continue;
        }
        match agreement {
            Some(Agreement::UnitDiffers | Agreement::CurrencyDiffers) => notes.push(note(unit, e, a, 2.5)),
            Some(Agreement::Same | Agreement::BoundDiffers) if too_hot(e, a) || too_hot(a, e) => notes.push(note(unit, e, a, 1.0)),
            Some(Agreement::Same | Agreement::BoundDiffers) if age(&unit.english, e, a) => notes.push(note(unit, e, a, 1.0)),
            Some(Agreement::Same | Agreement::BoundDiffers) => {
                notes.extend(counted::other_things(unit, e, a));
                notes.extend(money::of_other_country(unit, e, a).map(|odds| note(unit, e, a, odds)));
            }
            _ => {}
        }
    }
    notes.extend(unsaid(&figures).map(|(e, a)| note(unit, e, a, 1.5)));
    notes.extend(rate(unit));
    beside::check(unit, &figures, notes);
    notes.extend([MONEY, LENGTHS, VOLUMES, WEIGHTS].into_iter().filter_map(|kind| uncounted(unit, kind)));
}

/// `a 50-50 chance` is one of 50 percent.
fn is_even(e: &Quantity, a: &Quantity) -> bool {
    e.low == 50.0 && e.high == 50.0 && matches!(e.role, Role::Score | Role::Label) && a.measure == Measure::Percent
}

/// `36,000 revolutions per minute`, في الثانية: a rate of which the time is another one.
fn rate(unit: &Unit) -> Option<Note> {
    /// English times, and beginnings of the Arabic words for them, folded.
    const TIMES: [(&str, &[&str]); 7] = [
        ("second", &["ثانيه", "ثواني"]),
        ("minute", &["دقيقه", "دقايق"]),
        ("hour", &["ساعه", "ساعي"]),
        ("day", &["يوم"]),
        ("week", &["اسبوع"]),
        ("month", &["شهر"]),
        ("year", &["سنه", "عام", "سنوي", "سنويا"]),
    ];
    let (english, arabic) = (&unit.english, &unit.arabic);
    let at = only(
        english.token_range().filter(|t| english.folded(*t) == "per" && TIMES.iter().any(|(time, _)| *time == english.folded_at(t + 1))),
    )?;
    let time = english.folded_at(at + 1);
    let bare = |t: usize| arabic.folded(t).trim_start_matches(['ب', 'ل', 'و']).trim_start_matches("ال");
    let named = |t: usize| TIMES.iter().position(|(_, words)| words.iter().any(|word| bare(t).starts_with(word)));
    let other = only(arabic.token_range().filter(|t| named(*t).is_some()))?;
    let of_rate = matches!(arabic.folded_at(other.wrapping_sub(1)), "في" | "كل") && other > arabic.tokens.0;
    let differs = named(other).is_some_and(|n| TIMES[n].0 != time);
    let once = english.token_range().filter(|t| TIMES.iter().any(|(time, _)| english.folded(*t).starts_with(time))).count() == 1;
    (of_rate && differs && once).then(|| {
        let (english, arabic) = (english.side.tokens.span(at, at + 1), arabic.side.tokens.span(other - 1, other));
        other_words(unit, english, arabic, 1.5)
    })
}

/// `a quarter of a point`: of a rate, such a point is one of percent.
fn of_a_point(view: &View, q: &Quantity) -> bool {
    let end = q.number_tokens.end as usize;
    q.role == Role::Fraction && view.folded_at(end) == "of" && (end + 1..end + 4).any(|t| view.folded_at(t) == "point")
}

/// Words for money, lengths, volumes and weights, by their names in the lexicon; no names: all of the class.
type Kind = (Class, &'static [&'static str]);
const MONEY: Kind = (Class::Currency, &[]);
const LENGTHS: Kind = (Class::Unit, &["meter", "kilometer", "centimeter", "millimeter", "mile", "foot", "inch", "yard"]);
const VOLUMES: Kind = (Class::Unit, &["liter", "milliliter", "gallon", "pint", "barrel"]);
const WEIGHTS: Kind = (Class::Unit, &["gram", "kilogram", "ton", "pound", "ounce", "milligram"]);

/// `Euros are accepted`, يقبل الجنيه; `a few feet`, بضعة أمتار: a word of that kind without a number on each side, of which neither
/// answers for the other.
fn uncounted(unit: &Unit, (class, names): Kind) -> Option<Note> {
    let lexicon = unit.lexicon();
    let is_one = |c: u32| lexicon.class(c) == class && (names.is_empty() || names.contains(&lexicon.name(c)));
    // `The pound traded at 50 to the dollar`: of a rate the other currency is there.
    let of_rate = class == Class::Currency && is_rate(&unit.english);
    let left = |lang: Lang| {
        let view = unit.view(lang);
        let counted = |t: u32| view.quantities().iter().any(|q| !q.weak && q.role != Role::Vague && q.tokens.contains(&t));
        let means = |i: u32| {
            let mut readings = view.side.readings.of(view.item(i).token as usize).iter();
            readings.any(|r| if lang == Lang::English { is_one(r.id) } else { lexicon.concepts_of(r.id).any(is_one) })
        };
        // Most that are left over are none, and whether another is the only one need not be known.
        let is_left = |i: &u32| unit.partner(lang, *i).is_none();
        view.item_range().find(|i| is_left(i) && means(*i))?;
        let one = only(view.item_range().filter(|i| means(*i) && (is_left(i) || !of_rate)));
        one.filter(|i| is_left(i) && !counted(view.item(*i).token)).map(|i| view.item(i).span)
    };
    Some(other_words(unit, left(Lang::English)?, left(Lang::Arabic)?, 0.8))
}

/// Whether English tells what a currency is worth in another one.
fn is_rate(view: &View) -> bool {
    let number = |t: usize| view.quantities().iter().any(|q| q.number_tokens.end as usize == t);
    let per = |t: usize| matches!(view.folded_at(t), "to" | "per" | "against") && matches!(view.folded_at(t + 1), "the" | "one" | "a");
    view.token_range().any(|t| per(t) && number(t) || view.folded(t) == "against" && view.folded_at(t + 1) == "the")
}

/// `80 degrees` of the weather is Fahrenheit: nowhere on earth were there ever 57 degrees Celsius in the shade.
fn too_hot(plain: &Quantity, celsius: &Quantity) -> bool {
    let unit = |q: &Quantity, name: &str| matches!(q.measure, Measure::Unit(u) if u.name == name);
    unit(plain, "degree") && unit(celsius, "Celsius") && (57.0..130.0).contains(&plain.low)
}

/// `West, 41, has said` is 41 years old, not `41 شهرا`.
fn age(view: &View, e: &Quantity, a: &Quantity) -> bool {
    let comma = |i: u32| view.folded(i as usize) == ",";
    let bare = e.digits && e.measure == Measure::None && e.role == Role::Cardinal && e.low < 120.0;
    let other = matches!(a.measure, Measure::Unit(u) if u.dimension == "duration" && !u.name.starts_with("year"));
    bare && other && e.tokens.start > 0 && comma(e.tokens.start - 1) && comma(e.tokens.end)
}

/// `a month` and `أسبوع`, `weeks` and `أشهر`: one length of time without a number that is left over on each side, of two units.
fn unsaid(figures: &Figures) -> Option<(&Quantity, &Quantity)> {
    let (mut english, mut arabic) = (figures.vague_times(Lang::English), figures.vague_times(Lang::Arabic));
    english.retain(|e| {
        let same = arabic.iter().position(|a| a.measure == e.measure);
        same.map(|i| arabic.remove(i)).is_none()
    });
    let [e, a] = [&english[..], &arabic[..]].map(|left| if let [one] = left { Some(*one) } else { None });
    e.zip(a).filter(|(e, a)| e.role == a.role)
}

fn note(unit: &Unit, e: &Quantity, a: &Quantity, odds: f32) -> Note {
    let (expected, found) = unit.in_order(describe(e).trim().to_owned(), describe(a).trim().to_owned());
    Note {
        english: Some(words(unit, Lang::English, e)),
        arabic: Some(words(unit, Lang::Arabic, a)),
        message: sentence(&expected, &found),
        expected,
        found,
        odds,
        kind: None,
        severity: None,
        leftover: false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::findings;

    fn said(english: &str, arabic: &str) -> Vec<String> {
        findings("unit-or-currency-mismatch", english, arabic).into_iter().map(|f| f.message).collect()
    }

    #[test]
    fn other_units_and_other_money() {
        #[rustfmt::skip]
        let pairs = [
            ("The town lies 40 miles from the border.", "تقع البلدة على بعد 40 كيلومترا من الحدود.", "The source says 40 miles; the translation says 40 kilometers."),
            ("The bear weighs 650 pounds.", "يزن الدب 650 كيلوغراما.", "The source says 650 pounds; the translation says 650 kilograms."),
            ("The talks lasted six months.", "استمرت المحادثات ستة أسابيع.", "The source says 6 months; the translation says 6 weeks."),
            ("It will close for a month.", "سيغلق لمدة أسبوع.", "The source says 1 month; the translation says 1 week."),
            ("The siege went on for weeks.", "استمر الحصار أشهرا.", "The source says weeks; the translation says months."),
            ("In less than two months, it had reached China.", "وصل إلى الصين في أقل من سنتين.", "The source says at most 2 months; the translation says at most 2 years."),
            ("It was the worst storm in years.", "كانت أسوأ عاصفة منذ أسابيع.", "The source says years; the translation says weeks."),
            ("They paid €100 million for him.", "دفعوا 100 مليون دولار للحصول عليه.", "The source says 100 million euros; the translation says 100 million dollars."),
            ("Prices rose by five percent.", "ارتفعت الأسعار خمسة دولارات.", "The source says 5%; the translation says 5 dollars."),
            ("It is 80 degrees in New York.", "تبلغ الحرارة 80 درجة مئوية في نيويورك.", "The source says 80 degrees; the translation says 80 degrees Celsius."),
            ("West, 41, is a singer.", "ويست البالغ من العمر 41 شهرا مغن.", "The source says 41; the translation says 41 months."),
            ("They lend £3,000-£5,000.", "يقرضون ما بين 3000 و5000 يورو.", "The source says 3,000 to 5,000 pounds; the translation says 3,000 to 5,000 euros."),
            ("Keep it under 2C.", "أبقه دون درجتين فهرنهايت.", "The source says at most 2 degrees Celsius; the translation says at most 2 degrees Fahrenheit."),
            ("Euros are accepted in the islands.", "يقبل الجنيه البريطاني في الجزر.", "The source says “Euros”; the translation says “الجنيه”."),
            ("The disc spins many times per minute.", "يدور القرص مرات كثيرة في الثانية.", "The source says “per minute”; the translation says “في الثانية”."),
        ];
        for (english, arabic, message) in pairs {
            assert_eq!(said(english, arabic), [message], "{english}");
        }
    }

    #[test]
    fn converted_or_unsaid_is_silent() {
        #[rustfmt::skip]
        let pairs = [
            ("The town lies 50 miles from the border.", "تقع البلدة على بعد 80 كيلومترا من الحدود."),
            ("It was 100F in the shade.", "بلغت الحرارة 38 درجة مئوية في الظل."),
            ("One buyer in ten lives abroad.", "يقيم 10 بالمئة من المشترين في الخارج."),
            ("He stayed for 48 hours.", "بقي يومين."),
            ("They paid $5 million for him.", "دفعوا خمسة ملايين للحصول عليه."),
            ("West, 41, is a singer.", "ويست البالغ من العمر 41 عاما مغن."),
            ("It could reach 20 degrees in Amman.", "قد تصل الحرارة إلى 20 درجة مئوية في عمان."),
            ("It will close for a week.", "سيغلق لمدة سبعة أيام."),
            ("He waited for a year at home.", "انتظر عاما في بيته."),
            ("The secretary general waited for weeks.", "انتظر الأمين العام أسابيع."),
            ("The farm covers 100 acres.", "تبلغ مساحة المزرعة 100 فدان."),
            ("It costs 5 pounds in Syria.", "يكلف 5 ليرات في سوريا."),
            ("He scored twice in nine second-half minutes.", "سجل هدفين في تسع دقائق من الشوط الثاني."),
            ("It sold 45 jets, up from 27 a year earlier.", "باعت 45 طائرة مقابل 27 في الشهر نفسه من العام السابق."),
            ("Profit rose from 5 billion a year ago.", "ارتفع الربح من خمسة مليارات في الأسبوع ذاته من العام الماضي."),
        ];
        for (english, arabic) in pairs {
            assert!(said(english, arabic).is_empty(), "{english} {:?}", said(english, arabic));
        }
    }

    #[test]
    fn fractions_of_a_point_and_shares_without_their_sign() {
        let pairs = [
            ("A quarter-point cut is likely.", "من المرجح خفض الفائدة ربع نقطة مئوية."),
            ("The bank cut rates by half a point.", "خفض البنك الفائدة نصف نقطة مئوية."),
            ("The bank cut rates by half a point.", "خفض البنك الفائدة نصف نقطة."),
            ("Voters rejected it by 54% to 46%.", "رفضه الناخبون بنسبة 54 بالمئة مقابل 46."),
            ("Voters rejected it by 62 percent to 38.", "رفضه الناخبون بنسبة 62 بالمئة مقابل 38 بالمئة."),
        ];
        for (english, arabic) in pairs {
            assert_eq!(said(english, arabic), [""; 0], "{english}");
        }
        assert_eq!(said("Shares rose 5% to 46 dollars.", "ارتفع السهم 5% إلى 46 يورو.").len(), 1);
    }
}
