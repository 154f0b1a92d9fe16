//! How Arabic writes dates.

use super::clock;
use super::english::this_century;
use super::numeric;
use super::reader::{Part, Reader, Rule};
use super::value::{Calendar, Direction, Edge, PartOfDay, Relative, Unit, Value};
use super::vocabulary::{Count, Term};
use crate::lang::token::Kind;

/// Every piece of a date in an Arabic text.
pub(super) fn read(reader: &Reader) -> Vec<Part> {
    const RULES: [Rule; 12] =
        [numeric::date, named_year, clock::arabic, ago, century, decade, day_of_this_month, days, adjacent, edge, word, year];
    reader.scan(&RULES)
}

/// `قبل يومين`, `منذ ثلاثة أيام`, `قبل نحو عام ونصف`; not `قبل يومين من الانتخابات`.
fn ago(reader: &Reader, i: usize) -> Vec<Part> {
    if !reader.is(i, &["قبل", "منذ", "ومنذ", "وقبل", "فمنذ", "فقبل"]) {
        // `مليون سنة مضت`.
        let past = amount(reader, i).filter(|(_, end)| reader.is(*end, &["مضت", "مضي", "خلت"]));
        return past.map_or_else(Vec::new, |(relative, end)| vec![Part::certain(Value { relative: Some(relative), ..Value::default() }, i, end + 1)]);
    }
    let Some((relative, end)) = amount(reader, approximately(reader, i + 1)) else { return Vec::new() };
    let next = end + usize::from(reader.is(end, &["فقط", "تقريبا", "تماما"]));
    let from = reader.is(next, &["من"]);
    // `منذ شهر أيلول` is since September.
    if relative.unit == Unit::Month && month(reader, end).is_some() {
        return Vec::new();
    }
    let from_now = from && reader.is(next + 1, &["الان", "اليوم", "الزمن", "الزمان"]);
    let certain = from_now || !from;
    let end = if from_now { next + 2 } else { end };
    vec![Part { certain, ..Part::certain(Value { relative: Some(relative), ..Value::default() }, i, end) }]
}

/// Skips `نحو`, `حوالي`, `أكثر من`, `ما يقرب من`.
fn approximately(reader: &Reader, i: usize) -> usize {
    if reader.is(i, &["نحو", "حوالي", "قرابه", "زهاء", "مجرد", "فقط"]) {
        return i + 1;
    }
    if reader.is(i, &["اكثر", "اقل"]) && reader.is(i + 1, &["من"]) {
        return i + 2;
    }
    if reader.is(i, &["ما"]) && reader.is(i + 1, &["يقرب", "يقارب", "يزيد"]) {
        return i + 2 + usize::from(reader.is(i + 2, &["من", "علي", "عن"]));
    }
    i
}

/// Words before a unit that leave its number open.
const VAGUE: [&str; 9] = ["بضع", "بضعه", "عده", "عشرات", "مئات", "الاف", "ملايين", "مليارات", "بضعه"];

/// A number of units: `يومين`, `ثلاثة أيام`, `50 عاما`, `نصف قرن`, `بضع سنوات`, `أشهر`, `عام ونصف`.
fn amount(reader: &Reader, i: usize) -> Option<(Relative, usize)> {
    let mut relative = Relative { direction: Some(Direction::Past), amount: None, half: false, unit: Unit::Day };
    let indefinite = |at: usize| {
        let unit = |t| match t {
            Term::Unit(unit, count) if unit != Unit::Weekend => Some((unit, count)),
            _ => None,
        };
        reader.term(at, unit).filter(|_| !reader.word(at).starts_with("ال"))
    };
    let ((unit, count), mut end) = if reader.is(i, &["نصف"]) {
        (relative.amount, relative.half) = (Some(0), true);
        indefinite(i + 1)?
    } else if reader.is(i, &VAGUE) {
        let at = i + 1 + usize::from(reader.is(i + 1, &["من"]));
        reader.term(at, |t| if let Term::Unit(unit, count) = t { Some((unit, count)) } else { None })?
    } else if let Some(found) = indefinite(i) {
        found
    } else {
        let (number, at) = number(reader, i)?;
        relative.amount = number;
        indefinite(at)?
    };
    relative.unit = unit;
    if end == i + 1 {
        relative.amount = match count {
            Count::One => Some(1),
            Count::Two => Some(2),
            Count::Many => None,
        };
    }
    // `عام 2011` is a year, not one year.
    if count == Count::One && reader.kind(end) == Some(Kind::Number) {
        return None;
    }
    if reader.is(end, &["ونصف", "ونصفا"]) {
        relative.half = true;
        end += 1 + usize::from(reader.term(end + 1, |t| if let Term::Unit(u, _) = t { Some(u) } else { None }).is_some_and(|(u, _)| u == unit));
    }
    Some((relative, end))
}

/// A number with its scale: `50`, `10,000`, `خمسين`, `ثلاثة آلاف`; unknown when it is no whole one.
fn number(reader: &Reader, i: usize) -> Option<(Option<u32>, usize)> {
    let cardinal = |i| reader.term(i, |t| if let Term::Cardinal(n) = t { Some(n) } else { None });
    let (mut value, mut end) = if reader.kind(i) == Some(Kind::Number) {
        (reader.word(i).replace([',', '٬', '،'], "").parse().ok(), i + 1)
    } else {
        let (value, end) = cardinal(i)?;
        (Some(value), end)
    };
    while let Some((scale, after)) = cardinal(end).filter(|(scale, _)| *scale >= 100 && *scale % 100 == 0) {
        value = value.and_then(|value: u32| value.checked_mul(scale));
        end = after;
    }
    Some((value, end))
}

fn direction(reader: &Reader, i: usize) -> Option<(Direction, usize)> {
    // `السابق` beside a person is `former`; beside a unit of time `previous`.
    reader.term(i, |t| if let Term::Direction(d) = t { Some(d) } else { None }).filter(|_| !reader.is(i, &["هذا", "هذه", "وهذا", "وهذه", "بهذا", "لهذا"]))
}

/// `الأسبوع الماضي`, `هذا العام`, `الخميس المقبل`, `الليلة الماضية`, `الأسبوع قبل الماضي`.
fn adjacent(reader: &Reader, i: usize) -> Vec<Part> {
    let this = ["هذا", "هذه"].iter().any(|w| reader.word(i) == *w || reader.word(i).strip_prefix(['و', 'ف', 'ب', 'ل']) == Some(w));
    if this {
        return period(reader, Direction::Present, i + 1).map_or_else(Vec::new, |(value, end)| {
            let end = direction(reader, end).map_or(end, |(_, after)| after);
            // `هذا العقد` is this contract as often as this decade.
            let certain = value.relative.is_none_or(|r| r.unit != Unit::Decade);
            vec![Part { certain, ..Part::certain(value, i, end) }]
        });
    }
    let Some(end) = period(reader, Direction::Present, i).map(|(_, end)| end) else { return Vec::new() };
    // `قبل الماضي` is one more step back, `بعد المقبل` one more forward.
    let second = reader.is(end, &["قبل", "بعد"]);
    let Some((towards, after)) = direction(reader, end + usize::from(second)) else { return Vec::new() };
    let Some((mut value, _)) = period(reader, towards, i) else { return Vec::new() };
    if let Some(relative) = value.relative.as_mut().filter(|_| second) {
        relative.amount = Some(2);
    }
    // `اليوم التالي` is counted from another day.
    let certain = !reader.is(after - 1, &["التالي", "التاليه", "السابق", "السابقه", "اللاحق", "اللاحقه"]);
    vec![Part { certain, ..Part::certain(value, i, after) }]
}

/// A definite period with its direction: unit, weekday, season, part of the day.
fn period(reader: &Reader, direction: Direction, i: usize) -> Option<(Value, usize)> {
    let definite = reader.word(i).contains("ال") || reader.word(i).starts_with("لل") || reader.is(i, &["نهايه", "عطله", "يوم", "فصل"]);
    if !definite {
        return None;
    }
    let year = Relative::adjacent(direction, Unit::Year);
    reader.term(i, |t| {
        let (relative, value) = match t {
            Term::Unit(Unit::Century, Count::One) => return this_century(direction),
            Term::Unit(unit, Count::One) if unit >= Unit::Day => (Relative::adjacent(direction, unit), Value::default()),
            Term::Weekday(day) => (Relative::adjacent(direction, Unit::Week), Value { weekday: Some(day), ..Value::default() }),
            Term::Season(season) => (year, Value { season: Some(season), ..Value::default() }),
            Term::Part(part) => (Relative::adjacent(direction, Unit::Day), Value { part: Some(part), ..Value::default() }),
            Term::Tonight => (Relative::adjacent(direction, Unit::Day), Value { part: Some(PartOfDay::Night), ..Value::default() }),
            Term::Relative(today) if today.amount == Some(0) && today.unit == Unit::Day => (Relative::adjacent(direction, Unit::Day), Value::default()),
            _ => return None,
        };
        Some(Value { relative: Some(relative), ..value })
    })
}

/// `الخامس من الشهر الجاري`, `19 من هذا الشهر`.
fn day_of_this_month(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((day, end)) = day(reader, i).filter(|(_, end)| reader.is(*end, &["من"])) else { return Vec::new() };
    let found = adjacent(reader, end + 1);
    let Some(month) = found.first().filter(|p| p.value.relative.is_some_and(|r| r.unit == Unit::Month)) else { return Vec::new() };
    vec![Part::certain(Value { day: Some(day), ..month.value }, i, month.end)]
}

/// A month with the days before it: `19 يونيو/حزيران`, `الخامس والعشرين من حزيران`, `من 2 إلى 5 يونيو`.
fn days(reader: &Reader, i: usize) -> Vec<Part> {
    let mut list = Vec::new();
    let mut at = i;
    while let Some((day, end)) = day(reader, at) {
        list.push((day, at, end));
        let joined = reader.dash(end) || reader.is(end, &["و", "الي", "حتي", "او", "/", "،", ","]);
        let conjoined = reader.word(end).starts_with('و') && self::day(reader, end).is_some();
        if !joined && !conjoined {
            break;
        }
        at = end + usize::from(joined) + usize::from(joined && reader.is(end + 1, &["ال"]));
    }
    let after_days = list.last().map_or(i, |last| last.2);
    let mut at = after_days;
    at += usize::from(!list.is_empty() && (reader.is(at, &["من", "/"]) || reader.dash(at)));
    at += usize::from(reader.is(at, &["شهر", "لشهر", "بشهر", "شهري", "وشهر"]));
    let Some((month, mut certain, mut end)) = month(reader, at) else { return Vec::new() };
    certain |= !list.is_empty() || at > after_days;
    let mut value = month;
    if let Some((towards, after)) = direction(reader, end) {
        value.relative = Some(Relative::adjacent(towards, Unit::Year));
        (certain, end) = (true, after);
    }
    if list.is_empty() {
        return vec![Part { value, first: i, end, certain, listed: false }];
    }
    let last = list.len() - 1;
    let parts = list.iter().enumerate().map(|(k, &(day, from, to))| Part {
        value: Value { day: Some(day), ..value },
        first: from,
        end: if k == last { end } else { to },
        certain: true,
        listed: k < last,
    });
    parts.collect()
}

/// `19`, `ال19`, `التاسع عشر`, `الخامس والعشرين`.
fn day(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    let at = i + usize::from(reader.is(i, &["ال"]) && reader.kind(i + 1) == Some(Kind::Number));
    if let Some(day) = numeric::day(reader, at) {
        return Some((day, at + 1));
    }
    reader.term(i, |t| match t {
        Term::Ordinal(n) if n <= 31 => Some(n),
        _ => None,
    })
}

/// Month names that are also other words, folded: practised, father, a car maker, a surname, Joan, out, forbidden, zero, given names.
const AMBIGUOUS: [&str; 11] = ["مارس", "اب", "نيسان", "ماي", "جوان", "اوت", "محرم", "صفر", "رجب", "شعبان", "شوال"];

/// A month name at `i`, whether it needs no neighbour, and the token after it.
fn month(reader: &Reader, i: usize) -> Option<(Value, bool, usize)> {
    const BEFORE: [&str; 22] = [
        "في", "منذ", "حتي", "خلال", "بحلول", "شهر", "بين", "اوائل", "اواخر", "منتصف", "نهايه", "مطلع", "بدايه", "اواسط", "مستهل", "من", "الي",
        "يوم", "وفي", "ومنذ", "بعد", "قبل",
    ];
    let (value, end) = reader.term(i, |t| match t {
        Term::Month(month) => Some(Value { month: Some(month), ..Value::default() }),
        Term::Hijri(month) => Some(Value { month: Some(month), calendar: Calendar::Hijri, ..Value::default() }),
        _ => None,
    })?;
    let word = reader.word(i);
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let ambiguous = end == i + 1 && (AMBIGUOUS.contains(&word) || AMBIGUOUS.contains(&bare));
    let known = match bare {
        "مارس" | "اب" | "نيسان" => reader.follows(i, &BEFORE),
        _ => reader.follows(i, &["شهر"]),
    };
    // A car maker and a university share names with months.
    let brand = reader.follows(i, &["شركه", "سياره", "سيارات", "مفاعل", "صحيفه", "جامعه", "دي"]);
    let brand = brand || ambiguous && reader.dash(end) && reader.glued(end);
    (!brand).then_some((value, !ambiguous || known, end))
}

/// `القرن التاسع عشر`, `القرن ال19`, `القرنين الثامن عشر والتاسع عشر`, `القرن الخامس قبل الميلاد`.
fn century(reader: &Reader, i: usize) -> Vec<Part> {
    let head = ["القرن", "القرنين", "القرنان", "القرون", "قرن"];
    let word = reader.word(i);
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let bare = bare.strip_prefix(['ب', 'ل', 'ك']).filter(|b| head.contains(b)).unwrap_or(bare);
    if !(head.contains(&bare) || word == "للقرن") {
        return Vec::new();
    }
    let mut parts: Vec<Part> = Vec::new();
    let mut at = i + 1;
    while let Some((n, end)) = day(reader, at) {
        parts.push(Part::certain(Value { century: Some(i32::from(n)), ..Value::default() }, if parts.is_empty() { i } else { at }, end));
        let joined = reader.dash(end) || reader.is(end, &["و", "الي", "حتي", "او", "،", "/"]);
        at = end + usize::from(joined);
        if !joined && !reader.word(end).starts_with('و') {
            break;
        }
    }
    if let Some(last) = parts.last_mut() {
        let (sign, calendar, end) = era(reader, last.end);
        last.end = end;
        for part in &mut parts {
            part.value.century = part.value.century.map(|c| c * sign.unwrap_or(1));
            part.value.calendar = calendar;
        }
    }
    parts
}

/// −1 after `قبل الميلاد`, 1 after `م` or `ميلادي`; the Hijri calendar after `هـ`.
fn era(reader: &Reader, i: usize) -> (Option<i32>, Calendar, usize) {
    let gregorian = Calendar::Gregorian;
    match reader.word(i) {
        "قبل" if reader.is(i + 1, &["الميلاد", "ميلاد"]) => (Some(-1), gregorian, i + 2),
        "ق.م" => (Some(-1), gregorian, i + 1 + usize::from(reader.glued(i + 1) && reader.is(i + 1, &["."]))),
        "ق" if reader.is(i + 1, &["م"]) => (Some(-1), gregorian, i + 2),
        "م" | "ميلادي" | "ميلاديه" | "الميلادي" | "للميلاد" => (Some(1), gregorian, i + 1),
        "بعد" if reader.is(i + 1, &["الميلاد"]) => (Some(1), gregorian, i + 2),
        "ه" | "هجري" | "هجريه" | "الهجري" | "للهجره" => (Some(1), Calendar::Hijri, i + 1),
        _ => (None, gregorian, i),
    }
}

/// `الثمانينيات`, `عقد الثمانينيات`, `العقد الأول من القرن العشرين`; not `في الثمانينيات من عمره`.
fn decade(reader: &Reader, i: usize) -> Vec<Part> {
    if reader.word(i).ends_with("العقد") {
        let tenth = |t| if let Term::Ordinal(n @ 1..=10) = t { Some((n - 1) * 10) } else { None };
        return match reader.term(i + 1, tenth) {
            Some((decade, end)) if reader.is(end, &["من"]) && reader.word(end + 1).ends_with("القرن") => {
                vec![Part::certain(Value { decade: Some(decade), ..Value::default() }, i, end)]
            }
            _ => Vec::new(),
        };
    }
    let at = i + usize::from(reader.is(i, &["عقد", "حقبه", "فتره"]));
    let Some((decade, end)) = reader.term(at, |t| if let Term::Decade(d) = t { Some(d) } else { None }) else { return Vec::new() };
    let aged = reader.is(end, &["من"]) && reader.word(end + 1).contains("عمر");
    if aged || reader.word(end).starts_with("عمر") {
        return Vec::new();
    }
    vec![Part::certain(Value { decade: Some(decade), ..Value::default() }, i, end)]
}

/// `أوائل`, `منتصف`, `نهاية`: needs the period that it is the edge of. `نهاية العام` is one by itself.
fn edge(reader: &Reader, i: usize) -> Vec<Part> {
    // `نهاية الأسبوع` is the weekend and `منتصف الليل` midnight.
    if reader.term(i, |t| matches!(t, Term::Unit(Unit::Weekend, _) | Term::Part(_)).then_some(())).is_some() {
        return Vec::new();
    }
    let Some((edge, end)) = reader.term(i, |t| if let Term::Edge(e) = t { Some(e) } else { None }) else { return Vec::new() };
    // `بداية من الأسبوع المقبل`: from next week on.
    if reader.word(i).ends_with("بدايه") && reader.is(end, &["من"]) {
        return Vec::new();
    }
    let value = Value { edge: Some(edge), ..Value::default() };
    let period = reader.term(end, |t| match t {
        Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade), Count::One) => Some(unit),
        _ => None,
    });
    match period.filter(|_| reader.word(end).starts_with("ال")) {
        Some((unit, after)) if edge != Edge::Mid || unit != Unit::Week => {
            let numbered = reader.kind(after) == Some(Kind::Number) || reader.term(after, |t| matches!(t, Term::Ordinal(_)).then_some(())).is_some();
            if numbered || direction(reader, after).is_some() {
                return vec![Part::weak(value, i, end)];
            }
            vec![Part::certain(Value { relative: Some(Relative::some(unit)), ..value }, i, after)]
        }
        _ => vec![Part::weak(value, i, end)],
    }
}

/// One word or phrase: `الخميس`, `أمس`, `الليلة`, `عطلة نهاية الأسبوع`, `في الصيف`; a part of the day needs a neighbour.
fn word(reader: &Reader, i: usize) -> Vec<Part> {
    let day_word = reader.follows(i, &["يوم", "ايام", "يومي", "ليله", "مساء", "صباح"]);
    let read = reader.term(i, |t| {
        Some(match t {
            Term::Weekday(day) => (Value { weekday: Some(day), ..Value::default() }, weekday_is_certain(reader, i, day)),
            Term::BareWeekday(day) if day_word => (Value { weekday: Some(day), ..Value::default() }, true),
            Term::Relative(relative) => (Value { relative: Some(relative), ..Value::default() }, relative_is_certain(reader, i, relative)),
            Term::Tonight => {
                let today = Relative::adjacent(Direction::Present, Unit::Day);
                (Value { relative: Some(today), part: Some(PartOfDay::Night), ..Value::default() }, true)
            }
            Term::Unit(Unit::Weekend, _) => (Value { relative: Some(Relative::some(Unit::Weekend)), ..Value::default() }, true),
            Term::Part(part) => (Value { part: Some(part), ..Value::default() }, part == PartOfDay::Midnight),
            Term::Season(season) => (Value { season: Some(season), ..Value::default() }, season_is_certain(reader, i)),
            Term::Now => (Value { relative: Some(Relative::adjacent(Direction::Present, Unit::Day)), ..Value::default() }, false),
            _ => return None,
        })
    });
    let Some(((value, certain), end)) = read else { return Vec::new() };
    vec![Part { value, first: i, end, certain, listed: false }]
}

/// `الاثنين` is also "the two".
fn weekday_is_certain(reader: &Reader, i: usize, day: u8) -> bool {
    let both = reader.follows(i, &["بين", "كلا", "هذين", "احد", "كل", "شمل"]) || reader.is(i + 1, &["معا", "كليهما"]);
    let eleven = reader.is(i + 1, &["عشر"]);
    !(day == 1 && both || eleven)
}

fn relative_is_certain(reader: &Reader, i: usize, relative: Relative) -> bool {
    match relative.amount {
        Some(0) => is_today(reader, i),
        // `في أمسّ الحاجة`: in dire need.
        _ => !reader.is(i + 1, &["الحاجه", "حاجه"]),
    }
}

/// `اليوم` is today, unless it is a day: `اليوم الأول`, `مرتين في اليوم`, `ذلك اليوم`, `اليوم العالمي`.
fn is_today(reader: &Reader, i: usize) -> bool {
    const AFTER: [&str; 16] = [
        "التالي", "نفسه", "ذاته", "الذي", "العالمي", "الوطني", "الدولي", "الواحد", "الاخير", "السابق", "المفتوح", "الموعود", "الدراسي", "الكامل",
        "المقبل", "بعد",
    ];
    const BEFORE: [&str; 19] = [
        "ذلك", "نفس", "طوال", "خلال", "مدار", "في", "بقيه", "ساعات", "هذا", "وفي", "طيله", "اثناء", "انحاء", "منتصف", "لذلك", "كل", "من",
        "ذات", "تاريخ",
    ];
    let ordinal = reader.term(i + 1, |t| matches!(t, Term::Ordinal(_)).then_some(())).is_some();
    let compound = reader.word(i).strip_prefix(['و', 'ف']).unwrap_or(reader.word(i)) != "اليوم" && !reader.is(i, &["هذا"]);
    !ordinal && !compound && !reader.is(i + 1, &AFTER) && !reader.follows(i, &BEFORE)
}

fn season_is_certain(reader: &Reader, i: usize) -> bool {
    let phrase = reader.is(i, &["فصل"]);
    let adverbial = reader.follows(i, &["في", "خلال", "منذ", "بحلول", "طوال", "حتي", "وفي", "وخلال", "فصل"]);
    (phrase || reader.word(i).starts_with("ال")) && adverbial && !reader.is(i + 1, &["العربي"])
}

/// `عام 2014`, `سنة ٢٠١٤م`, `عامي 2014 و2015`, `عام 300 قبل الميلاد`, `1439 هـ`.
fn named_year(reader: &Reader, i: usize) -> Vec<Part> {
    let named = year_word(reader, i);
    let at = i + usize::from(named);
    let Some(year) = reader.number(at, 4).filter(|y| *y > 0) else { return Vec::new() };
    let (sign, calendar, end) = era(reader, at + 1);
    // `9 م` is a time or nine metres, and so is `1500 م`.
    let bare = !named && reader.is(at + 1, &["م", "ه"]);
    let metres = bare && (!(1000..=2100).contains(&year) || !reader.glued(at + 1) && year % 100 == 0);
    if metres && !reader.follows(i, &["في", "وفي", "منذ", "حتي"]) || !(named && year >= 100 || sign.is_some()) {
        return Vec::new();
    }
    let value = Value { year: Some(year as i32 * sign.unwrap_or(1)), calendar, ..Value::default() };
    let mut parts = vec![Part { certain: !metres, ..Part::certain(value, i, end) }];
    parts.extend(numeric::short_range(reader, at, year as i32));
    parts
}

fn year_word(reader: &Reader, i: usize) -> bool {
    const YEAR: [&str; 8] = ["عام", "سنه", "العام", "السنه", "عامي", "الاعوام", "سنتي", "للعام"];
    let word = reader.word(i);
    let bare = word.strip_prefix(['و', 'ف']).unwrap_or(word);
    let bare = bare.strip_prefix(['ب', 'ل', 'ك']).filter(|b| YEAR.contains(b)).unwrap_or(bare);
    YEAR.contains(&bare)
}

/// A bare number as a year: certain after `في` or `منذ`, and where no noun that it could count follows.
fn year(reader: &Reader, i: usize) -> Vec<Part> {
    const STRONG: [&str; 12] = ["منذ", "حتي", "بحلول", "في", "ومنذ", "وحتي", "وفي", "خلال", "اوائل", "اواخر", "منتصف", "مطلع"];
    const WEAK: [&str; 8] = ["من", "الي", "بين", "قبل", "بعد", "وبين", "ومن", "او"];
    const NEVER: [&str; 12] =
        ["نحو", "حوالي", "قرابه", "زهاء", "يبلغ", "بلغ", "عدد", "بنحو", "بحوالي", "تجاوز", "علي", "بقيمه"];
    let Some(year) = numeric::year(reader, i) else { return Vec::new() };
    let value = Value { year: Some(year), ..Value::default() };
    let modern = (1900..=2100).contains(&year);
    let round = year % 100 == 0;
    let counts = counted(reader, i + 1);
    let open = reader.follows(i, &["(", "["]) && (reader.is(i + 1, &[")", "]", "،", ","]) || reader.dash(i + 1));
    let certain = if open {
        true
    } else if reader.follows(i, &STRONG) {
        if modern && !round { !reader.word(i + 1).ends_with('ا') || !counts } else { !counts }
    } else if reader.follows(i, &WEAK) {
        modern && !counts && !round
    } else {
        (1950..=2050).contains(&year) && !counts && !round && !reader.follows(i, &NEVER)
    };
    let mut parts = vec![Part { value, first: i, end: i + 1, certain: certain && !numeric::labelled(reader, i), listed: false }];
    parts.extend(numeric::short_range(reader, i, year));
    parts
}

/// Whether the word at `i` may be a noun that the number before it counts: an indefinite one that is no function word.
fn counted(reader: &Reader, i: usize) -> bool {
    const OPEN: [&str; 34] = [
        "في", "من", "علي", "الي", "عن", "ان", "بعد", "قبل", "حتي", "حيث", "عندما", "كان", "كانت", "هو", "هي", "مع", "لم", "لن", "قد", "بين", "خلال",
        "تم", "او", "ثم", "عند", "بسبب", "ضد", "تحت", "هذا", "ذلك", "وفقا", "نظرا", "دون", "لكن",
    ];
    let word = reader.word(i);
    if reader.kind(i) != Some(Kind::Word) || OPEN.contains(&word) {
        return false;
    }
    !word.starts_with("ال") && !word.starts_with(['و', 'ف', 'ب', 'ل'])
}
