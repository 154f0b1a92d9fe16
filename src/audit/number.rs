//! Rule number-mismatch: a number that has become another one, or is gone.

mod bound;
mod code;
mod crossed;
pub(super) mod derived;
mod dual;
mod extent;
mod length;
mod multiple;
mod period;
mod said;
pub(super) mod share;
mod soon;

pub(super) use bound::turns_a_bound;

use super::figures::{Facing, Figures, elsewhere, noun, same_thing, sentence, words};
use super::role::swapped;
use super::unit::{Note, Unit, View};
use super::{claim, echo};
use crate::anchor::quantity::{Agreement, Measure, Quantity, Role, describe, is_two_of};
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lang::skeleton::Skeleton;
use crate::lang::token::Capital;

/// Looks at every number of a bead.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = unit.shared(Figures::new);
    let shares = unit.shared(share::said);
    let time = figures.other_time().filter(|_| !echo::run_together(&unit.arabic));
    if let Some((e, a)) = time {
        let facing = Facing { english: Some(e), arabic: Some(a) };
        notes.extend(note(unit, &facing, other_time(e, a), None));
    }
    notes.extend(period::check(unit));
    notes.extend(extent::turned(unit));
    notes.extend(crossed::check(unit, &figures));
    notes.extend(dual::check(unit));
    notes.extend(multiple::check(unit).or_else(|| multiple::halved(unit)));
    notes.extend(soon::check(unit, &figures));
    for (facing, agreement) in figures.numbers() {
        let own = |q: Option<&Quantity>, lang: Lang| q.is_some_and(|q| shares.have(lang, q));
        let of_time = |q: Option<&Quantity>, t: &Quantity| q.is_some_and(|q| q.span == t.span);
        let reported = time.is_some_and(|(e, a)| of_time(facing.english, e) || of_time(facing.arabic, a));
        if reported || own(facing.english, Lang::English) || own(facing.arabic, Lang::Arabic) {
            continue;
        }
        let odds = match (facing.both(), agreement) {
            (Some((e, a)), Some(agreement)) => changed(unit, e, a, agreement),
            _ => alone(unit, &figures, &facing),
        };
        let minor = agreement == Some(Agreement::BoundDiffers) && odds.is_some_and(|odds| odds < 0.0);
        let severity = minor.then_some(Severity::Minor);
        notes.extend(odds.and_then(|odds| note(unit, &facing, odds, severity)));
        if agreement == Some(Agreement::Same) {
            notes.extend(facing.both().and_then(|(e, a)| extent::check(unit, e, a)));
        }
    }
    notes.extend(code::check(unit));
}

/// Log odds that a reviser minds an `up to` that is lost before the same number: three of eight on labelled news.
const ABOUT: f32 = -0.4;

/// How sure it is that two lengths of time that are left over should be one: `a year` and `سنتين`, rather than `years` and `عامين`.
fn other_time(e: &Quantity, a: &Quantity) -> f32 {
    match (e.measure == a.measure, e.role == Role::Vague || a.role == Role::Vague) {
        (true, false) => 1.3,
        (true, true) => 0.8,
        (false, false) => 0.5,
        (false, true) => 0.2,
    }
}

/// How sure it is that two numbers that face each other should be one.
fn changed(unit: &Unit, e: &Quantity, a: &Quantity, agreement: Agreement) -> Option<f32> {
    let certain = 2.0 + if e.digits && a.digits { 1.0 } else { 0.0 } + if same_thing(unit, e, a) { 1.0 } else { 0.0 };
    match agreement {
        // `المسؤولين` may be two or many.
        Agreement::Different | Agreement::ScaleDiffers if e.weak || a.weak => Some(0.5),
        Agreement::Different | Agreement::ScaleDiffers if e.digits && a.digits && echo::in_parts(unit, e, a) => None,
        Agreement::Different | Agreement::ScaleDiffers if in_decades(e, a) || in_decades(a, e) => None,
        Agreement::Different | Agreement::ScaleDiffers if length::is_said_by_size(unit, e, a) => None,
        Agreement::Different if derived::is_of_added_time(unit, e, a) => None,
        Agreement::Different | Agreement::ScaleDiffers => Some(certain),
        Agreement::RoleDiffers if part_and_multiple(e, a) && derived::is_turned(unit) && swapped::found(unit).is_some() => None,
        Agreement::RoleDiffers if part_and_multiple(e, a) => Some(1.0),
        Agreement::BoundDiffers if bound::are_turned(unit, e, a) => None,
        Agreement::BoundDiffers if is_rest_of(unit, e, a) => None,
        Agreement::BoundDiffers if bound::opposite(e.bound, a.bound) => Some(1.5),
        Agreement::BoundDiffers => Some(ABOUT),
        _ => None,
    }
}

/// `aged 60` and `ستة عقود`.
fn in_decades(bare: &Quantity, decades: &Quantity) -> bool {
    let unit = matches!(decades.measure, Measure::Unit(u) if u.name == "decade");
    unit && bare.measure == Measure::None && bare.low == decades.low * 10.0
}

/// `above freezing` and `الصفر المئوي (32 درجة فهرنهايت)`.
fn is_freezing(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    let point = matches!(q.measure, Measure::Unit(u) if u.name == "Fahrenheit" && q.low == 32.0 || u.name == "Celsius" && q.low == 0.0);
    point && lang == Lang::Arabic && unit.english.token_range().any(|t| unit.english.folded(t).starts_with("freez"))
}

/// `three times` and `a third`. That a count is said as a rank (`page five`, `الصفحة الخامسة`) is the rule in Arabic.
fn part_and_multiple(e: &Quantity, a: &Quantity) -> bool {
    matches!((e.role, a.role), (Role::Multiple, Role::Fraction) | (Role::Fraction, Role::Multiple))
}

/// `fell by more than half`, إلى أقل من النصف
fn is_rest_of(unit: &Unit, e: &Quantity, a: &Quantity) -> bool {
    let before =
        |view: &View, q: &Quantity| q.tokens.start.checked_sub(1).is_some_and(|t| matches!(view.folded_at(t as usize), "by" | "الي"));
    e.low == 0.5 && a.low == 0.5 && before(&unit.english, e) && before(&unit.arabic, a)
}

/// How sure it is that a number without counterpart should have one.
fn alone(unit: &Unit, figures: &Figures, facing: &Facing<Quantity>) -> Option<f32> {
    let (lang, q) = facing.alone()?;
    let label = q.digits && matches!(q.role, Role::Label | Role::Score);
    if q.role == Role::Cardinal && q.low == 2.0 && !q.is_range() && lang == Lang::English {
        return lost_dual(unit, q);
    }
    if q.role == Role::Ordinal && !q.is_range() {
        // What is `another` or `next` may be a second one, but nothing that was the first.
        let counted = q.low >= 3.0 && counts_times(unit, lang, q);
        let ranked = lang == Lang::Arabic && !q.weak && (q.low >= 3.0 || q.low == 2.0 && is_first(&unit.english));
        let other = unit.view(lang.other()).quantities();
        let silent = other.iter().any(|o| o.low == q.low || o.other == Some(q.low))
            || echo::run_together(&unit.arabic)
            || echo::implied(unit.view(lang.other()), q.low)
            || is_one_more(other, q.low)
            || said::is_a_letter(unit, lang, q.low)
            || elsewhere(unit, lang, &q.tokens);
        return ((counted || ranked) && !silent).then_some(0.5);
    }
    if lang == Lang::Arabic && q.role == Role::Dual && lasts(unit, q) {
        return (!elsewhere(unit, lang, &q.tokens) && !claim::reports(unit, lang, q.span)).then_some(0.6);
    }
    if q.weak || !(q.role == Role::Cardinal || label) || figures.of_lone_date(unit, lang, q) || is_author(lang, q) {
        return None;
    }
    let odds = match q.measure {
        _ if q.low <= if q.digits { 1.0 } else { 2.0 } => return None,
        Measure::None if q.digits => 1.0,
        Measure::None if noun(unit.view(lang), q).is_some_and(|n| unit.partner(lang, n).is_some()) => 0.3,
        Measure::None => return None,
        _ if q.digits => 1.3,
        _ => 0.4,
    };
    let silent = is_name(unit, lang, q)
        || is_freezing(unit, lang, q)
        || period::is_said_otherwise(unit, lang, q)
        || said::in_a_phrase(unit, lang, q)
        || echo::number(unit, lang, q)
        || echo::run_together(&unit.arabic)
        || elsewhere(unit, lang, &q.tokens)
        || derived::follows_from_others(unit, lang, q)
        || derived::is_converted_sum(unit, lang, q)
        || claim::reports(unit, lang, q.span);
    (!silent).then_some(odds)
}

/// Whether one more of what is counted is told by its rank alone, which looks like a part of one: `saved five and is looking for a sixth`.
fn is_one_more(quantities: &[Quantity], rank: f64) -> bool {
    let part = |q: &Quantity| q.role == Role::Fraction && (q.low * rank - 1.0).abs() < 1e-6;
    let counted = |q: &Quantity| q.role == Role::Cardinal && (q.low - rank + 1.0).abs() < 1e-6;
    quantities.iter().any(part) && quantities.iter().any(counted)
}

/// Whether a dual says how long something lasts (لمدة عامين), where English says nothing of the kind.
fn lasts(unit: &Unit, q: &Quantity) -> bool {
    const TIMES: &[&str] =
        &["year", "month", "week", "day", "hour", "minute", "decade", "century", "night", "couple", "two", "twice", "bi", "second"];
    let before = q.number_tokens.start.checked_sub(1).map_or("", |t| unit.arabic.folded_at(t as usize));
    let english = &unit.english;
    let said = |t: usize| TIMES.iter().any(|time| english.folded(t).starts_with(time));
    q.measure.is_duration() && matches!(before, "لمده" | "طوال" | "طيله" | "ولمده") && !english.token_range().any(said)
}

/// `for the third time`, `a third straight win`, `للمرة الثالثة`: such an ordinal is a count.
fn counts_times(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    let view = unit.view(lang);
    match lang {
        Lang::English => matches!(view.folded_at(q.number_tokens.end as usize), "time" | "straight" | "consecutive" | "successive"),
        Lang::Arabic => q.number_tokens.start.checked_sub(1).is_some_and(|t| view.folded_at(t as usize).ends_with("لمره")),
    }
}

/// Whether English says that something is the first of its kind without a number.
fn is_first(english: &View) -> bool {
    const FIRST: [&str; 9] = ["first", "initial", "initially", "early", "earliest", "debut", "inaugural", "opening", "primary"];
    english.token_range().any(|t| FIRST.contains(&english.folded(t)))
}

/// `ألف كتابا`: a lone thousand is mostly somebody who wrote.
fn is_author(lang: Lang, q: &Quantity) -> bool {
    lang == Lang::Arabic && !q.digits && q.number_tokens.len() == 1 && (q.low == 1000.0 || q.low == 2000.0)
}

/// `two grandsons` and `حفيده`: the noun is there, and neither it nor any other word is a dual.
fn lost_dual(unit: &Unit, q: &Quantity) -> Option<f32> {
    const TWO: [&str; 6] = ["هما", "كلا", "كلت", "ثنايي", "زوج", "توام"];
    // `the remaining two`, الباقون: how many they are follows from the rest.
    if matches!(unit.english.folded_at((q.number_tokens.start as usize).wrapping_sub(1)), "remaining" | "other") {
        return None;
    }
    let n = noun(&unit.english, q)?;
    let partner = unit.partner(Lang::English, n)?;
    let view = &unit.arabic;
    let token = view.item(partner).token as usize;
    let ends = |word: &str| word.ends_with("ان") || word.ends_with("ين");
    // `جندي` is one soldier, as the lexicon has it, `كتابي` are two books.
    let forms = || unit.english.meanings(n).into_iter().flat_map(|concept| unit.lexicon().arabic_forms(concept));
    let is_named_one = |word: &str| {
        let bare = word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك']).trim_start_matches("ال");
        bare.ends_with('ي') && forms().any(|form| [bare, word].contains(&unit.lexicon().folded(form)))
    };
    let may_be_dual = |t: usize| {
        let word = view.folded(t);
        // `مباراة` is one, `كتاباه` are two.
        let one = view.words(view.side.tokens.span(t, t)).ends_with('ة');
        let bare = ["هما", "كما", "ها", "هم", "نا", "ه", "ك"].iter().find_map(|p| word.strip_suffix(p)).unwrap_or(word);
        let one = one || is_named_one(word);
        !one && [word, bare].iter().any(|w| w.ends_with(['ا', 'ي']) || ends(w))
    };
    // What stands beside the noun may agree with a dual, or be one.
    let other = |word: &str| matches!(word, "التي" | "حتي" | "بين" | "حين");
    let beside = |t: usize| {
        let word = view.folded(t);
        !other(word) && (t != token && ends(word) || word.ends_with("تا") || word.ends_with("تي") || t + 1 == token && is_two_of(word))
    };
    let near = view.around(token, 2, 2);
    let said = view.quantities().iter().any(|a| a.low == 2.0 || a.role == Role::Dual && a.number_tokens.contains(&(token as u32)));
    let hidden =
        view.token_range().any(|i| TWO.iter().any(|t| view.folded(i).contains(t))) || may_be_dual(token) || near.clone().any(beside);
    let silent = q.weak
        || said
        || hidden
        || is_name(unit, Lang::English, q)
        || echo::run_together(view)
        || elsewhere(unit, Lang::English, &q.tokens);
    (!silent).then_some(0.3)
}

/// `Nine Network`: a number word with a capital before another word with one; `Erik ten Hag`; `وست هام`, `تشارلز بست`: an Arabic one that
/// sounds like a name of the English side; بئر السبع: one within a name that the gazetteer knows.
fn is_name(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    /// What is less far apart, in letters per letter, sounds the same.
    const ALIKE: f32 = 0.2;
    if q.digits {
        return false;
    }
    let (view, english) = (unit.view(lang), &unit.english);
    let first = q.number_tokens.start as usize;
    if view.side.readings.of(first).iter().any(|r| r.named && r.length > 1) {
        return true;
    }
    let capital = |i: u32| view.side.tokens.get(i as usize).is_some_and(|t| t.capital != Capital::Lower);
    if lang == Lang::English {
        let surname = capital(q.number_tokens.end);
        return surname
            && (capital(q.number_tokens.start) || first > view.tokens.0 && view.is_capital(first - 1) && is_dutch_ten(unit, first));
    }
    let sounds = |variant: &Skeleton| {
        let mut names = english.token_range().filter(|t| english.is_capital(*t));
        names.any(|t| Skeleton::english(english.folded(t)).distance(variant) < ALIKE)
    };
    q.number_tokens.len() == 1 && Skeleton::arabic_variants(view.folded(q.number_tokens.start as usize)).iter().any(sounds)
}

/// Whether English token `at` is the `ten` of a Dutch name, which Arabic has by its sound: تن برينك.
fn is_dutch_ten(unit: &Unit, at: usize) -> bool {
    let arabic = &unit.arabic;
    unit.english.folded(at) == "ten" && arabic.token_range().any(|t| matches!(arabic.folded(t), "تن" | "تين"))
}

/// What is said of it; nothing where both sides are described in the same words.
fn note(unit: &Unit, facing: &Facing<Quantity>, odds: f32, severity: Option<Severity>) -> Option<Note> {
    let say = |q: Option<&Quantity>| q.map_or_else(String::new, describe);
    let (expected, found) = unit.in_order(say(facing.english), say(facing.arabic));
    (expected != found).then(|| Note {
        english: facing.english.map(|q| words(unit, Lang::English, q)),
        arabic: facing.arabic.map(|q| words(unit, Lang::Arabic, q)),
        message: sentence(&expected, &found),
        expected,
        found,
        odds,
        kind: None,
        severity,
        leftover: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{findings, unsure};
    use crate::finding::{Kind, Severity};

    fn said(english: &str, arabic: &str) -> Vec<String> {
        findings("number-mismatch", english, arabic).into_iter().map(|f| f.message).collect()
    }

    #[test]
    fn one_more_of_what_is_counted() {
        for (english, arabic) in [
            ("Rescuers saved five people and are searching for a sixth.", "أنقذ المسعفون خمسة أشخاص ولا يزالون يبحثون عن شخص سادس."),
            ("Police arrested four suspects and are looking for a fifth.", "أوقفت الشرطة أربعة مشتبه بهم وتبحث عن خامس."),
        ] {
            assert_eq!(said(english, arabic), [""; 0], "{english}");
        }
        let other =
            said("Police arrested four suspects and are looking for a fifth.", "أوقفت الشرطة أربعة مشتبه بهم وتبحث عن مشتبه به سابع.");
        assert_eq!(other, ["The translation says 7th; the source does not."]);
    }

    #[test]
    fn changed_numbers() {
        #[rustfmt::skip]
        let pairs = [
            ("The flood displaced 330,000 people.", "شرد الفيضان ٣٣ ألف شخص.", "The source says 330,000; the translation says 33,000."),
            ("Rebels freed 24 prisoners in Idlib.", "أفرج المسلحون عن 42 سجينا في إدلب.", "The source says 24; the translation says 42."),
            ("The plan will cost $3 billion.", "ستكلف الخطة 3 ملايين دولار.", "The source says 3 billion dollars; the translation says 3 million dollars."),
            ("The dam cost £2.5 million.", "كلف السد 2.5 جنيه إسترليني.", "The source says 2.5 million pounds; the translation says 2.5 pounds."),
            ("The firm hired 50 people.", "وظفت الشركة مئتين وخمسين شخصا.", "The source says 50; the translation says 250."),
            ("Fourteen soldiers died in the ambush.", "قتل أربعون جنديا في الكمين.", "The source says 14; the translation says 40."),
            ("Turnout rose to 62 percent.", "ارتفعت نسبة المشاركة إلى 26 في المئة.", "The source says 62%; the translation says 26%."),
            ("Half of the houses were destroyed.", "دمر ثلث المنازل.", "The source says half; the translation says a third."),
            ("Two women were hurt in the market.", "أصيبت ثلاث نساء في السوق.", "The source says 2; the translation says 3."),
            ("He was jailed for three months.", "سجن شهرين.", "The source says 3 months; the translation says 2 months."),
            ("The team won twice at home.", "فاز الفريق ثلاث مرات على أرضه.", "The source says 2 times; the translation says 3 times."),
            ("They won the cup in Tunis.", "فازوا بالكأس للمرة الرابعة في تونس.", "The translation says 4th; the source does not."),
            ("They lost the match 3-1.", "خسروا المباراة 3-2.", "The source says 3-1; the translation says 3-2."),
            ("The initial outbreak began in a market.", "بدأ التفشي الثاني في سوق.", "The translation says 2nd; the source does not."),
            ("He fought in World War II.", "حارب في الحرب العالمية الأولى.", "The source says 2; the translation says 1st."),
            ("They won two matches that were played at home.", "فازوا بالمباراة التي لعبت على أرضهم.", "The source says 2; the translation does not."),
            ("They won two matches at home.", "فازوا في مباراة على أرضهم.", "The source says 2; the translation does not."),
            ("It was his third goal of the season.", "كان هذا هدفه الخامس هذا الموسم.", "The source says 3rd; the translation says 5th."),
            ("At least 50 houses burned.", "احترق 50 منزلا على الأكثر.", "The source says at least 50; the translation says at most 50."),
            ("Inflation fell to about 9.4 percent.", "تراجع التضخم إلى نحو 9.1 في المئة.", "The source says about 9.4%; the translation says about 9.1%."),
            ("The judge arrived an hour later.", "وصل القاضي بعد ساعتين.", "The source says 1 hour; the translation says 2 hours."),
            ("The judge arrived two weeks later.", "وصل القاضي بعد أسبوع.", "The source says 2 weeks; the translation says 1 week."),
            ("She taught there for a decade.", "درّست هناك لعقدين.", "The source says 1 decade; the translation says 2 decades."),
            ("The judge arrived months later.", "وصل القاضي بعد شهر.", "The source says months; the translation says 1 month."),
            ("The guard is 1.85 metres tall.", "يبلغ طول الحارس مترا و75 سنتيمترا.", "The source says 1.85 meters; the translation says 1.75 meters."),
            ("It will be 4 degrees Celsius.", "ستكون الحرارة 4 درجات تحت الصفر مئوية.", "The source says 4 degrees Celsius; the translation says -4 degrees Celsius."),
            ("The H5N1 virus was found in ducks.", "عثر على فيروس H5N7 في البط.", "The source says H5N1; the translation says H5N7."),
        ];
        for (english, arabic, message) in pairs {
            assert_eq!(said(english, arabic), [message], "{english}");
        }
    }

    #[test]
    fn a_number_that_is_gone_is_dropped() {
        let found = findings("number-mismatch", "The army lost 12 tanks in the battle.", "خسر الجيش دبابات في المعركة.");
        assert_eq!(found.iter().map(|f| (f.kind, f.expected.as_str())).collect::<Vec<_>>(), [(Kind::Dropped, "12")]);
        let found = findings("number-mismatch", "The army lost tanks in the battle.", "خسر الجيش 12 دبابة في المعركة.");
        assert_eq!(found.iter().map(|f| (f.kind, f.found.as_str())).collect::<Vec<_>>(), [(Kind::Added, "12")]);
    }

    #[test]
    fn a_bound_that_is_gone_is_minor_and_unsure() {
        let found = unsure("number-mismatch", "The hail was up to 4 inches deep.", "بلغ عمق البرد 4 بوصات.");
        assert_eq!(found.iter().map(|f| f.severity).collect::<Vec<_>>(), [Severity::Minor]);
        assert!(unsure("number-mismatch", "The hail was up to 4 inches deep.", "سقط برد عمقه يصل إلى 4 بوصات.").is_empty());
    }

    #[test]
    fn a_dual_that_is_gone_is_dropped() {
        let found = findings("number-mismatch", "The stone was unveiled by his two grandsons.", "كشف حفيده عن الحجر.");
        assert_eq!(found.len(), 1);
        assert!(said("The stone was unveiled by his two grandsons.", "كشف حفيداه عن الحجر.").is_empty());
        assert_eq!(said("Two soldiers were wounded in the attack.", "أصيب جندي في الهجوم.").len(), 1);
        assert!(said("He shot two soldiers of the guard.", "أطلق النار على جنديي الحرس.").is_empty());
    }

    #[test]
    fn the_same_in_other_words_is_silent() {
        #[rustfmt::skip]
        let pairs = [
            ("The flood displaced 330,000 people.", "شرد الفيضان ثلاثمئة وثلاثين ألف شخص."),
            ("Oil fell to 68.5 dollars a barrel.", "انخفض النفط إلى ثمانية وستين دولارا ونصف الدولار للبرميل."),
            ("About 4,200 jobs were lost.", "فقدت نحو أربعة آلاف ومئتي وظيفة."),
            ("The Red Cross said 200 houses were destroyed.", "قال الصليب الأحمر إن مئتي منزل دمرت."),
            ("Zuckerberg said Meta had bought Instagram.", "قال زوكربيرغ إن ميتا اشترت إنستغرام."),
            ("It was open between 11pm on Friday and 6am on Saturday.", "كان مفتوحا بين الحادية عشرة ليل الجمعة والسادسة من صباح السبت."),
            ("The fence has cut crossings by half.", "خفض السياج عمليات العبور إلى النصف."),
            ("It was above 110 degrees in the valley.", "تجاوزت الحرارة في الوادي 43.3 درجة."),
            ("Half came from there, up from a quarter last year.", "جاء 50 في المئة من هناك ارتفاعا من 25 في المئة العام الماضي."),
            ("The flood displaced 330,000 people.", "شرد الفيضان نحو ٣٣٠ ألف شخص."),
            ("About 1.3 million people fled.", "فر نحو مليون و300 ألف شخص."),
            ("The thieves took less than five minutes to open the safe.", "لم يحتج اللصوص إلى أكثر من خمس دقائق لفتح الخزنة."),
            ("The judge arrived an hour later.", "وصل القاضي بعد ذلك بساعة."),
            ("He pays 90 dollars a day and stayed for two months.", "يدفع 90 دولارا في اليوم وبقي شهرين."),
            ("The guard is 6ft 2in tall.", "يبلغ طول الحارس مترا و88 سنتيمترا."),
            ("The play lasts 100 minutes.", "تستغرق المسرحية ساعة وأربعين دقيقة."),
            ("He ran the final mile in four minutes.", "ركض آخر 1.6 كيلومتر في أربع دقائق."),
            ("The works ended a full year early.", "انتهت الأعمال قبل موعدها باثني عشر شهرا."),
            ("The play lasts an hour and ten minutes.", "تستغرق المسرحية 70 دقيقة."),
            ("A storm in 1974 sank the boat.", "أغرقت عاصفة هبت سنة أربع وسبعين وتسعمائة وألف القارب."),
            ("The wall stood for 120 years.", "ظل الجدار قائما اثني عشر عقدا."),
            ("The boat made twelve knots.", "بلغت سرعة القارب 12 عقدة."),
            ("It is above freezing in March.", "الحرارة في مارس فوق الصفر المئوي (32 درجة فهرنهايت)."),
            ("They won 16.5 points.", "أحرزوا ست عشرة نقطة ونصف النقطة."),
            ("A two-week truce was agreed.", "تم الاتفاق على هدنة مدتها أسبوعان."),
            ("He stayed for seven days.", "بقي أسبوعا."),
            ("The hog weighed 550 pounds.", "بلغ وزن الخنزير 250 كيلوغراما (550 رطلا)."),
            ("Both men denied it.", "نفى الرجلان ذلك."),
            ("More than a dozen houses burned.", "احترق أكثر من 12 منزلا."),
            ("Turn to page five.", "انتقل إلى الصفحة الخامسة."),
            ("She is 18 years old.", "هي في الثامنة عشرة من عمرها."),
            ("The first trimester is the hardest.", "الأشهر الثلاثة الأولى هي الأصعب."),
            ("He wrote many books on COVID-19.", "ألف العديد من الكتب عن كوفيد-19."),
            ("Call 116 123 for help.", "اتصل على الرقم 116123 للمساعدة."),
            ("World War II began in Europe.", "بدأت الحرب العالمية الثانية في أوروبا."),
            ("Holbein painted Henry VIII's court.", "رسم هولباين بلاط هنري الثامن."),
            ("He ran it in under two hours and one minute.", "قطعه في أقل من ساعتين ودقيقة."),
            ("G20 leaders met on flight MH17.", "التقى قادة مجموعة العشرين على متن الرحلة إم إتش 17."),
            ("The storm hurt 1,127 people.", "أصيب نحو 1100 شخص في العاصفة."),
            ("The show was on Nine Network.", "عرض البرنامج على ناين نتوورك."),
            ("West Ham said a striker was hurt.", "قال نادي وست هام إن مهاجما أصيب."),
            ("Charles Best worked in Toronto.", "عمل تشارلز بست في تورونتو."),
            ("Over half of the voters stayed at home.", "بقي أكثر من 50% من الناخبين في منازلهم."),
            ("They lost the final 3-1.", "خسروا النهائي 1-3."),
        ];
        for (english, arabic) in pairs {
            assert!(said(english, arabic).is_empty(), "{english} {:?}", said(english, arabic));
        }
    }

    #[test]
    fn short_beads_do_not_panic() {
        assert!(said("The army lost 12 tanks.", "نعم").iter().all(|m| m.contains("12")));
    }

    #[test]
    fn scales_of_the_wires_times_and_signs() {
        #[rustfmt::skip]
        let right = [
            ("Profit was $10 bln.", "بلغ الربح 10 مليارات دولار."),
            ("Profit was 10 bln dollars.", "بلغ الربح 10 مليارات دولار."),
            ("The deficit reached $1.2 trln.", "بلغ العجز 1.2 تريليون دولار."),
            ("It sold 300 bcf of gas.", "باعت 300 مليار قدم مكعبة من الغاز."),
            ("He ran the race in 2:05:41.", "أنهى السباق في ساعتين وخمس دقائق و41 ثانية."),
            ("He earned minus 3 percent.", "حقق عائداً سلبياً بنسبة 3 في المئة."),
            ("The price went to 27\n\nAt least 14 people died.", "وصل السعر إلى 27\n\nتوفي 14 شخصاً على الأقل."),
        ];
        for (english, arabic) in right {
            assert_eq!(said(english, arabic), [""; 0], "{english}");
        }
        #[rustfmt::skip]
        let wrong = [
            ("Profit was $10 bln.", "بلغ الربح 10 ملايين دولار.", "The source says 10 billion dollars; the translation says 10 million dollars."),
            ("It sold 30 bcm of gas.", "باعت 30 مليون متر مكعب من الغاز.", "The source says 30 billion cubic meters; the translation says 30 million cubic meters."),
            ("He ran the race in 2:05:41.", "أنهى السباق في ساعتين وخمس دقائق و14 ثانية.", "The source says 2:05:41 hours; the translation says 2:05:14 hours."),
            ("The bank cut rates by half a point.", "خفض البنك الفائدة ربع نقطة مئوية.", "The source says half a percentage point; the translation says a quarter of a percentage point."),
        ];
        for (english, arabic, message) in wrong {
            assert_eq!(said(english, arabic), [message], "{english}");
        }
    }
}
