//! Rule date-mismatch: another day, month, year or time.

use super::figures::{Facing, Figures, elsewhere, sentence};
use super::unit::{Note, Unit, View};
use super::{claim, echo, turn};
use crate::anchor::date::{Agreement, Calendar, Date, Direction, Edge, Half, Relative, Time, Unit as Period, describe};
use crate::anchor::quantity::Measure;
use crate::finding::Severity;
use crate::lang::Lang;
use crate::lang::token::Kind;
use crate::lexicon::Class;

/// Looks at every date of a bead.
pub fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let figures = unit.shared(Figures::new);
    for (facing, agreement) in figures.dates(unit) {
        let odds = match agreement {
            Some(agreement) if agreement.agrees() => facing.both().filter(|(e, a)| half_lost(unit, e, a)).map(|_| 0.5),
            Some(Agreement::EdgeDiffers) if facing.both().is_some_and(|(e, a)| other_end(e, a)) => Some(1.0),
            Some(Agreement::EdgeDiffers) => Some(-0.3),
            Some(_) => Some(2.0),
            None => alone(unit, &figures, &facing),
        };
        // Where all else agrees, the rest of the sentence often tells the half of the day.
        let severity = agreement.is_some_and(Agreement::agrees).then_some(Severity::Minor);
        notes.extend(odds.and_then(|odds| note(unit, &facing, odds)).map(|note| Note { severity, ..note }));
    }
    notes.extend(turn::check(unit));
}

/// `early` and `أواخر`; what is `mid` may be near either.
fn other_end(e: &Date, a: &Date) -> bool {
    matches!((e.value.edge, a.value.edge), (Some(Edge::Early), Some(Edge::Late)) | (Some(Edge::Late), Some(Edge::Early)))
}

/// Whether one says that it is after noon, and the other nothing of it: who reads 11:46 takes it for the morning.
fn half_lost(unit: &Unit, e: &Date, a: &Date) -> bool {
    /// Words that tell the part of the day: what Arabic ones contain, folded, and English ones as they are.
    const PARTS: ([&str; 10], [&str; 10]) = (
        ["مسا", "ظهر", "عصر", "ليل", "مغرب", "عشا", "غروب", "فجر", "صباح", "سحور"],
        ["evening", "afternoon", "noon", "night", "tonight", "midday", "dusk", "sunset", "pm", "p"],
    );
    /// From this hour on.
    const EVENING: u8 = 6;
    let Some((english, arabic)) = e.value.time.zip(a.value.time) else { return false };
    let after_noon = |time: Time| time.half == Some(Half::Pm) && (13..24).contains(&time.hour);
    let (said, other) = if after_noon(english) { (english, arabic) } else { (arabic, english) };
    let lost = after_noon(said) && other.half.is_none() && (other.hour + 12, other.minute) == (said.hour, said.minute);
    let tells = |lang: Lang| match lang {
        Lang::Arabic => unit.arabic.token_range().any(|t| PARTS.0.iter().any(|part| unit.arabic.folded(t).contains(part))),
        Lang::English => unit.english.token_range().any(|t| PARTS.1.contains(&unit.english.folded(t))),
    };
    // الرابعة والنصف in words is that of the afternoon; the seventh may be of the morning.
    let by_word = |d: &Date, view: &View| d.tokens.clone().all(|t| view.side.tokens.get(t as usize).is_none_or(|t| t.kind != Kind::Number));
    let spoken = other.hour < EVENING && if after_noon(english) { by_word(a, &unit.arabic) } else { by_word(e, &unit.english) };
    lost && !spoken && !tells(if after_noon(english) { Lang::Arabic } else { Lang::English })
}

/// How sure it is that a date without counterpart should have one.
fn alone(unit: &Unit, figures: &Figures, facing: &Facing<Date>) -> Option<f32> {
    let (lang, date) = facing.alone()?;
    let odds = weight(date, lang)?;
    let silent = figures.answers(lang, &date.tokens)
        || echoed(unit, lang, date)
        || echo::names_a_disease(unit, lang, &date.tokens)
        || is_holiday_there(unit, lang, date)
        || echo::run_together(&unit.arabic)
        || elsewhere(unit, lang, &date.tokens)
        || claim::reports(unit, lang, date.span);
    (date.certain && !silent).then_some(odds)
}

/// Whether a date names a holiday, as the other side does otherwise: `the Fourth of July`, عيد الاستقلال.
fn is_holiday_there(unit: &Unit, lang: Lang, date: &Date) -> bool {
    let lexicon = unit.lexicon();
    let named = |view: &View, t: usize| -> Vec<u32> {
        let readings = view.side.readings.of(t).iter();
        let concepts =
            readings.flat_map(|r| if view.side.tokens.lang() == Lang::English { vec![r.id] } else { lexicon.concepts_of(r.id).collect() });
        concepts.filter(|c| lexicon.class(*c) == Class::Holiday).collect()
    };
    let own: Vec<u32> = date.tokens.clone().flat_map(|t| named(unit.view(lang), t as usize)).collect();
    let other = unit.view(lang.other());
    !own.is_empty() && other.token_range().any(|t| named(other, t).iter().any(|c| own.contains(c)))
}

/// How much a date says: years, days and weekdays much; `today` and `this year` so little that they come and go.
fn weight(date: &Date, lang: Lang) -> Option<f32> {
    let value = &date.value;
    let full = value.year.is_some() || value.day.is_some() || value.time.is_some();
    // A decade or century of its own; `the 2000s` is also a name of the millennium.
    let period = value.decade != Some(0) && value.century.is_some();
    match value.relative {
        _ if full => Some(0.8),
        _ if value.weekday.is_some() => Some(0.5),
        // `غدا` is any later time, and a season is also one of rain.
        Some(Relative { unit: Period::Season, .. }) => None,
        Some(Relative { amount: Some(n), unit: Period::Day, .. }) if lang == Lang::Arabic && n <= 1 => None,
        Some(Relative { direction: Some(Direction::Past | Direction::Future), amount: Some(_), unit, .. }) if unit >= Period::Day => {
            Some(0.2)
        }
        // `أغسطس` is August and Augustus.
        None if value.month.is_some() && lang == Lang::English => Some(0.2),
        None if period => Some(0.3),
        _ => None,
    }
}

/// Whether the year, or the day, stands among the digits of the other side.
fn echoed(unit: &Unit, lang: Lang, date: &Date) -> bool {
    let said = [
        date.value.year.map(i32::abs),
        date.value.day.filter(|_| date.value.year.is_none()).map(i32::from),
        date.value.time.map(|t| i32::from(t.hour)),
    ];
    let digits = echo::digits(unit.view(lang.other()));
    let own = echo::digits(unit.view(lang));
    let mut said = said.into_iter().flatten().map(|n| n.to_string()).peekable();
    let any = said.peek().is_some();
    let same = |n: &String| digits.contains(n);
    any && said.all(|n| same(&n))
        || date.value.time.is_some() && own.iter().any(|d| d.len() >= 3 && same(d))
        || lasts_there(unit, lang, date)
        || is_of_ramadan(unit, lang, date)
        || lang == Lang::Arabic && is_said_short(unit, date)
}

/// Whether the other side has Ramadan in an adjective: `a Ramadan meal`, وجبة رمضانية.
fn is_of_ramadan(unit: &Unit, lang: Lang, date: &Date) -> bool {
    let value = &date.value;
    let month = value.calendar == Calendar::Hijri && value.month == Some(9) && value.day.is_none() && value.year.is_none();
    let other = unit.view(lang.other());
    month && other.token_range().any(|t| other.folded(t).contains("رمضاني") || other.folded(t).starts_with("ramad"))
}

/// Whether English says the next or the last year, or another time, in one word: `4 percent this year and 3 percent next`.
fn is_said_short(unit: &Unit, date: &Date) -> bool {
    let Some(Relative { direction: Some(direction), .. }) = date.value.relative else { return false };
    let english = &unit.english;
    let word = match direction {
        Direction::Future => "next",
        Direction::Past => "last",
        Direction::Present => return false,
    };
    let alone = |t: usize| t + 1 >= english.tokens.1 || english.side.tokens.get(t + 1).is_some_and(|token| token.kind == Kind::Symbol);
    let another = english.dates().iter().any(|d| d.value.relative.is_some());
    another && english.token_range().any(|t| english.folded(t) == word && alone(t))
}

/// Whether a time is how long somebody took, as the other side says: `to break 2:03`, ساعتين وثلاث دقائق.
fn lasts_there(unit: &Unit, lang: Lang, date: &Date) -> bool {
    let Some(time) = date.value.time else { return false };
    let (above, below) = (f64::from(time.hour), f64::from(time.minute) / 60.0);
    let other = unit.view(lang.other());
    other.quantities().iter().any(|q| match q.measure {
        Measure::Unit(u) => matches!(u.name, "hour" | "minute") && (q.low - above - below).abs() < 1e-3,
        _ => false,
    })
}

fn note(unit: &Unit, facing: &Facing<Date>, odds: f32) -> Option<Note> {
    let say = |d: Option<&Date>| d.map_or_else(String::new, describe);
    let (expected, found) = unit.in_order(say(facing.english), say(facing.arabic));
    let span = |d: Option<&Date>| d.map(|d| d.span);
    (expected != found).then(|| Note {
        english: span(facing.english),
        arabic: span(facing.arabic),
        message: sentence(&expected, &found),
        expected,
        found,
        odds,
        kind: None,
        severity: None,
        leftover: false,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::findings;
    use crate::finding::Kind;

    fn said(english: &str, arabic: &str) -> Vec<String> {
        findings("date-mismatch", english, arabic).into_iter().map(|f| f.message).collect()
    }

    #[test]
    fn how_long_a_race_took_is_no_time_of_day() {
        let english = "He was the first man from his country to break 2:03 in Valencia.";
        assert_eq!(said(english, "وبات أول رجل من بلاده ينزل تحت حاجز الساعتين وثلاث دقائق في فالنسيا."), [""; 0]);
        let halfway = "Kiplimo went through halfway in 60:12 and faded to sixth.";
        let arabic = "اجتاز كيبليمو منتصف السباق في 60 دقيقة و12 ثانية وتراجع إلى المركز السادس.";
        assert_eq!(findings("number-mismatch", halfway, arabic), []);
        assert_eq!(findings("number-mismatch", halfway, &arabic.replace("12 ثانية", "42 ثانية")).len(), 1);
    }

    #[test]
    fn the_last_year_of_somebody_and_meals_of_ramadan() {
        for (english, arabic) in [
            ("She lost her sight in her last decade.", "فقدت بصرها في عقدها الأخير."),
            ("A Ramadan meal was served to the sailors.", "قدمت وجبة رمضانية إلى البحارة."),
        ] {
            assert_eq!(said(english, arabic), [""; 0], "{english}");
        }
        assert_eq!(said("The sailors left last week.", "غادر البحارة الأسبوع المقبل.").len(), 1);
        assert_eq!(findings("name-mismatch", "The sailors fast in Ramadan.", "يصوم البحارة في شعبان.").len(), 1);
    }

    #[test]
    fn changed_dates() {
        #[rustfmt::skip]
        let pairs = [
            ("The truce ends on Saturday.", "تنتهي الهدنة يوم الأحد.", "The source says Saturday; the translation says Sunday."),
            ("He died on 29 March.", "توفي في 29 أيار.", "The source says 29 March; the translation says 29 May."),
            ("The trial opens on June 12.", "تبدأ المحاكمة في 21 يونيو.", "The source says 12 June; the translation says 21 June."),
            ("She was born in 1962.", "ولدت عام ١٩٧٢.", "The source says 1962; the translation says 1972."),
            ("The match starts at 7 a.m. on Friday.", "تبدأ المباراة الساعة 7 مساء يوم الجمعة.", "The source says Friday 7:00 am; the translation says Friday 7:00 pm."),
            ("The shop is open from 9-11 pm on Friday.", "يفتح المتجر من 9-10 مساء الجمعة.", "The source says Friday 11:00 pm; the translation says Friday 10:00 pm."),
            ("The quake struck at 11:46 p.m. on Friday.", "وقع الزلزال الساعة 11:46 يوم الجمعة.", "The source says Friday 11:46 pm; the translation says Friday 11:46."),
            ("The ferry left at 19:30.", "غادرت العبارة في السابعة والنصف.", "The source says 7:30 pm; the translation says 7:30."),
            ("The ferry left at 16:30.", "غادرت العبارة الساعة 4:30.", "The source says 4:30 pm; the translation says 4:30."),
            ("They will meet next week.", "التقوا الأسبوع الماضي.", "The source says next week; the translation says last week."),
            ("The church was built in the 13th century.", "بنيت الكنيسة في القرن التاسع عشر.", "The source says 13th century; the translation says 19th century."),
            ("In January 2019, the virus of 2019 spread.", "في ديسمبر 2019 تفشى فيروس عام 2019.", "The source says January 2019; the translation says December 2019."),
            ("The library opened at the beginning of March.", "افتتحت المكتبة في نهاية مارس.", "The source says early March; the translation says late March."),
            ("It was due in 2014, but will be late until next year.", "كان مقررا عام 2012، لكنه سيتأخر حتى العام المقبل.", "The source says 2014; the translation says 2012."),
        ];
        for (english, arabic, message) in pairs {
            assert_eq!(said(english, arabic), [message], "{english}");
        }
    }

    #[test]
    fn a_date_that_is_gone_is_dropped() {
        let found = findings("date-mismatch", "He travelled to Aden on Wednesday to meet the minister.", "سافر إلى عدن للقاء الوزير.");
        assert_eq!(found.iter().map(|f| (f.kind, f.expected.as_str())).collect::<Vec<_>>(), [(Kind::Dropped, "Wednesday")]);
        // Two years side by side are no claim of their own.
        let years = findings("date-mismatch", "He was editor of the journal.", "كان محرر المجلة من عام 1980 إلى 1988.");
        assert_eq!(years.iter().map(|f| (f.kind, f.found.as_str())).collect::<Vec<_>>(), [(Kind::Added, "1980"), (Kind::Added, "1988")]);
    }

    #[test]
    fn the_same_day_in_other_words_is_silent() {
        #[rustfmt::skip]
        let pairs = [
            ("He died on 29 March 2018.", "توفي في التاسع والعشرين من آذار/مارس 2018."),
            ("The quake struck at 11:46 p.m. on Friday.", "وقع الزلزال الساعة 11:46 من مساء الجمعة."),
            ("The quake struck at 11:46 p.m. on Friday.", "وقع الزلزال الساعة 23:46 يوم الجمعة."),
            ("It opened on 15 March 2020 at 8:00 a.m.", "افتتح في 15 مارس 2020 الساعة 8:00 صباحا."),
            ("The truce ends on Saturday.", "تنتهي الهدنة السبت."),
            ("They cancelled the Fourth of July parade.", "ألغوا موكب عيد الاستقلال."),
            ("Rents will rise 5 percent this year and 2 percent next.", "سترتفع الإيجارات 5 في المئة هذا العام و2 في المئة العام المقبل."),
            ("The ferry of 16:30 is late.", "تتأخر عبارة الرابعة والنصف."),
            ("He went to the library every Tuesday.", "كان يذهب إلى المكتبة كل ثلثاء."),
            ("He was emperor when Augustus died.", "كان إمبراطورا عندما توفي أغسطس."),
            ("Today the city is quiet.", "المدينة هادئة."),
            ("They have lived here for thousands of years.", "يعيشون هنا منذ آلاف السنين."),
            ("He won in the 1980s.", "فاز في ثمانينيات القرن الماضي."),
            ("Every Tuesday at a quarter to six the surgeon trains.", "كل ثلاثاء في السادسة إلا ربعًا يتدرب الجراح."),
            ("Scuffles broke out later in the day.", "اندلعت اشتباكات في وقت لاحق اليوم."),
            ("It was closed in June, and in July it was sold.", "أغلق في حزيران وبيع في تموز."),
            ("The two clubs drew 1-1 on Saturday night.", "تعادل الناديان 1-1 مساء السبت."),
            ("Norway beat Malta 3-1 on Thursday evening.", "فازت النرويج على مالطا 3-1 مساء الخميس."),
            ("She won the set 6-0.", "فازت بالمجموعة 6-صفر."),
            ("He taught at a Sunday school.", "كان يعلم في مدرسة أحد."),
            ("He taught at a Sunday school.", "كان يعلم في مدرسة الأحد."),
            ("The bank is open from 9 to 11 on Saturday morning.", "يفتح المصرف من 9-11 صباح السبت."),
        ];
        for (english, arabic) in pairs {
            assert!(said(english, arabic).is_empty(), "{english} {:?}", said(english, arabic));
        }
    }

    #[test]
    fn a_year_is_reported_once() {
        assert!(findings("number-mismatch", "She was born in 1962.", "ولدت عام 1972.").is_empty());
    }
}
