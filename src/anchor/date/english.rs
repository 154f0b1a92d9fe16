//! How English writes dates.

use super::clock;
use super::numeric;
use super::reader::{Part, Reader, Rule};
use super::value::{Calendar, Direction, PartOfDay, Relative, Season, Unit, Value};
use super::vocabulary::{Count, Term};
use crate::lang::token::{Capital, Kind};

/// Every piece of a date in an English text.
pub(super) fn read(reader: &Reader) -> Vec<Part> {
    const RULES: [Rule; 11] =
        [numeric::date, clock::english, ago, adjacent, days, century, decade, old_year, edge, word, year];
    reader.scan(&RULES)
}

/// `two days ago`, `a year and a half ago`, `years ago`.
fn ago(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((mut relative, mut end)) = amount(reader, i) else { return Vec::new() };
    if reader.is(end, &["and"]) && reader.is(end + 1, &["a"]) && reader.is(end + 2, &["half"]) {
        relative.half = true;
        end += 3;
    }
    let value = Value { relative: Some(relative), ..Value::default() };
    if reader.is(end, &["ago"]) {
        return vec![Part::certain(value, i, end + 1)];
    }
    // Arabic says `منذ` and `قبل` for these too.
    let approximator = |at: usize| reader.follows(at, &["around", "about", "nearly", "almost", "over", "than", "least", "some", "roughly", "past", "last"]);
    let mut from = i;
    while approximator(from) {
        from -= 1 + usize::from(reader.follows(from, &["than", "least"]) && from > 1);
    }
    let earlier = reader.is(end, &["earlier", "previously", "prior", "before", "beforehand", "back"]) || reader.is(end, &["in"]) && reader.is(end + 1, &["advance"]);
    let lasting = relative.unit >= Unit::Day && (from < i || reader.follows(from, &["for", "in", "over"]));
    if earlier || lasting { vec![Part::weak(value, i, end)] } else { Vec::new() }
}

/// A number of units: `two days`, `a couple of weeks`, `half a century`, `2.5 years`, `several months`, `years`.
fn amount(reader: &Reader, i: usize) -> Option<(Relative, usize)> {
    let mut relative = Relative { direction: Some(Direction::Past), amount: None, half: false, unit: Unit::Day };
    let mut at = i;
    if reader.is(at, &["half"]) && reader.is(at + 1, &["a", "an"]) {
        (relative.amount, relative.half) = (Some(0), true);
        at += 2;
    } else if reader.is(at, &["a", "an"]) {
        let vague = reader.is(at + 1, &["few"]);
        let couple = reader.is(at + 1, &["couple"]);
        relative.amount = if vague { None } else { Some(1 + u32::from(couple)) };
        at += 1 + usize::from(vague || couple);
    } else if reader.is(at, &["few", "several", "many", "some"]) {
        at += 1;
    } else if let Some(((whole, half), end)) = number(reader, at) {
        (relative.amount, relative.half) = (whole, half);
        at = end;
        if reader.is(at, &["and"]) && reader.is(at + 1, &["a"]) && reader.is(at + 2, &["half"]) {
            relative.half = true;
            at += 3;
        }
    }
    at += usize::from(at > i && (reader.is(at, &["of"]) || reader.dash(at)));
    let (unit, end) = reader.term(at, |t| match t {
        Term::Unit(unit, _) if unit != Unit::Weekend => Some(unit),
        _ => None,
    })?;
    relative.unit = unit;
    Some((relative, end))
}

/// A whole number, or one and a half, with its scale: `50`, `2.5`, `twenty-five`, `two thousand`, `10,000`.
fn number(reader: &Reader, i: usize) -> Option<((Option<u32>, bool), usize)> {
    let cardinal = |i| reader.term(i, |t| if let Term::Cardinal(n) = t { Some(n) } else { None });
    let (mut value, half, mut end) = if reader.kind(i) == Some(Kind::Number) {
        let digits = reader.word(i).replace(',', "");
        let whole = digits.strip_suffix(".5").unwrap_or(&digits);
        (whole.parse().ok(), whole.len() < digits.len(), i + 1)
    } else {
        let (value, end) = cardinal(i)?;
        (Some(value), false, end)
    };
    // A fraction of a million is no whole number of years.
    while let Some((scale, after)) = cardinal(end).filter(|(scale, _)| *scale >= 100 && *scale % 100 == 0) {
        value = value.filter(|_| !half).and_then(|value: u32| value.checked_mul(scale));
        end = after;
    }
    Some(((value, half && value.is_some()), end))
}

/// `last year`, `this week`, `next Thursday`, `last June`, `this morning`, `last night`, `the week before last`.
fn adjacent(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((direction, mut at)) = direction(reader, i) else { return Vec::new() };
    // `following spring break` is after it.
    if !reader.is(i, &["last", "next", "this"]) && !reader.follows(i, &["the", "this", "its", "his", "her", "their", "our"]) {
        return Vec::new();
    }
    if let Some((second, after)) = self::direction(reader, at) {
        // `this past week`, `this coming Thursday`.
        at = after;
        return thing(reader, second, at).map_or_else(Vec::new, |(value, end)| vec![Part::certain(value, i, end)]);
    }
    let Some((value, end)) = thing(reader, direction, at) else { return Vec::new() };
    // `the last week of June` is its end, not the week before this one, and `this week-long strike` is no week.
    let ending = reader.is(i, &["last"]) && value.weekday.is_none() && reader.is(end, &["of"]) && !reader.is(end + 1, &["which"]);
    let compound = reader.glued(end) && reader.dash(end);
    if ending || compound {
        return Vec::new();
    }
    // `the last year` may be the last of some, `the next day` and `the previous day` are counted from another day.
    let then = reader.is(i, &["following", "previous", "preceding", "prior"]);
    let one_of_some = reader.is(i, &["last", "next"]) && reader.follows(i, &["the"]) && value.weekday.is_none();
    let lately = i > 1 && reader.is(i - 2, &["in", "over", "during", "for", "within", "of"]);
    let next_day = direction == Direction::Future && value.relative.is_some_and(|r| r.unit == Unit::Day);
    let title = value.weekday.is_none() && value.month.is_none() && reader.capital(end - 1) == Capital::Initial;
    let certain = !then && !next_day && !title && (!one_of_some || lately);
    vec![Part { certain, ..Part::certain(value, i, end) }]
}

fn direction(reader: &Reader, i: usize) -> Option<(Direction, usize)> {
    reader.term(i, |t| if let Term::Direction(d) = t { Some(d) } else { None })
}

fn thing(reader: &Reader, direction: Direction, at: usize) -> Option<(Value, usize)> {
    let year = Relative::adjacent(direction, Unit::Year);
    let (value, end) = reader.term(at, |t| {
        let (relative, value) = match t {
            Term::Unit(Unit::Century, Count::One) => return this_century(direction),
            Term::Unit(Unit::Day, Count::One) if direction == Direction::Present || reader.is(at - 1, &["past", "last", "coming"]) => return None,
            Term::Unit(unit, Count::One) if unit >= Unit::Day => (Relative::adjacent(direction, unit), Value::default()),
            Term::Weekday(day) => (Relative::adjacent(direction, Unit::Week), Value { weekday: Some(day), ..Value::default() }),
            Term::Month(month) if reader.capital(at) != Capital::Lower => (year, Value { month: Some(month), ..Value::default() }),
            Term::Season(season) => (year, Value { season: Some(season), ..Value::default() }),
            Term::Part(part) => (Relative::adjacent(direction, Unit::Day), Value { part: Some(part), ..Value::default() }),
            _ => return None,
        };
        Some(Value { relative: Some(relative), ..value })
    })?;
    Some((value, end))
}

/// Written in the twenty-first century, `last century` is the twentieth.
pub(super) fn this_century(direction: Direction) -> Option<Value> {
    let century = match direction {
        Direction::Past => 20,
        Direction::Present => 21,
        Direction::Future => return None,
    };
    Some(Value { century: Some(century), ..Value::default() })
}

/// A month, with the days before or after it: `19 June`, `the 19th of June`, `June 19`, `2-5 June`, `June 2, 3 and 5`.
fn days(reader: &Reader, i: usize) -> Vec<Part> {
    if let Some((month, certain, after)) = month(reader, i) {
        let list = day_list(reader, after + usize::from(reader.is(after, &["."]) || reader.is(after, &["the"])), true);
        if list.is_empty() {
            return vec![Part { value: month, first: i, end: after, certain, listed: false }];
        }
        return dated(&list, month, i, 0);
    }
    let list = day_list(reader, i, false);
    let Some(&(_, _, end)) = list.last() else { return Vec::new() };
    let at = end + usize::from(reader.is(end, &["of"]) || reader.dash(end));
    let Some((month, certain, after)) = month(reader, at) else { return Vec::new() };
    // `second March` and `first May` need their `of`.
    if reader.kind(i) != Some(Kind::Number) && at == end && !certain {
        return Vec::new();
    }
    dated(&list, month, i, after)
}

/// One part for each day of a list, all of one month; the first starts at `first`, the last ends at `end` or later.
fn dated(list: &[(u8, usize, usize)], month: Value, first: usize, end: usize) -> Vec<Part> {
    let parts = list.iter().enumerate().map(|(k, &(day, from, to))| {
        let last = k + 1 == list.len();
        Part {
            value: Value { day: Some(day), ..month },
            first: if k == 0 { first } else { from },
            end: if last { to.max(end) } else { to },
            certain: true,
            listed: !last,
        }
    });
    parts.collect()
}

/// Days joined by dashes, commas, `and`, `or`, `to`. After a month, a number that counts a noun is no day: `June 5, 20 people`.
fn day_list(reader: &Reader, i: usize, after_month: bool) -> Vec<(u8, usize, usize)> {
    let mut list = Vec::new();
    let mut at = i;
    while let Some((day, end)) = day(reader, at) {
        let counts = after_month && !list.is_empty() && counted(reader, end);
        // `June 5-year plan`.
        let compound = after_month && reader.glued(end) && reader.dash(end) && reader.kind(end + 1) == Some(Kind::Word) && reader.capital(end + 1) == Capital::Lower;
        if counts || compound {
            break;
        }
        list.push((day, at, end));
        let joined = reader.dash(end) || reader.is(end, &["and", "or", "to", "through", "until", "/"]) || !after_month && reader.is(end, &[","]);
        if !joined {
            break;
        }
        at = end + 1 + usize::from(reader.is(end + 1, &["the"]));
    }
    list
}

/// `19`, `19th`, `nineteenth`.
fn day(reader: &Reader, i: usize) -> Option<(u8, usize)> {
    if let Some(day) = numeric::day(reader, i) {
        let ordinal = reader.glued(i + 1) && reader.is(i + 1, &["st", "nd", "rd", "th"]);
        return Some((day, i + 1 + usize::from(ordinal)));
    }
    reader.term(i, |t| match t {
        Term::Ordinal(n) if n <= 31 => Some(n),
        _ => None,
    })
}

/// A month name at `i`, whether it needs no neighbour, and the token after it.
fn month(reader: &Reader, i: usize) -> Option<(Value, bool, usize)> {
    const BEFORE: [&str; 18] = [
        "in", "since", "until", "till", "during", "throughout", "early", "mid", "late", "last", "next", "this", "of", "for", "through", "from",
        "by", "and",
    ];
    let (value, end) = reader.term(i, |t| match t {
        Term::Month(month) => Some(Value { month: Some(month), ..Value::default() }),
        Term::Hijri(month) => Some(Value { month: Some(month), calendar: Calendar::Hijri, ..Value::default() }),
        _ => None,
    })?;
    let token = reader.token(i)?;
    if token.capital == Capital::Lower {
        return (value.calendar == Calendar::Hijri).then_some((value, false, end));
    }
    let word = reader.word(i);
    let name = matches!(word, "may" | "march" | "april" | "june" | "august");
    let possessive = token.span.len() as usize > word.len();
    let certain = match word {
        "may" => !possessive && reader.follows(i, &BEFORE[..12]),
        "march" => reader.follows(i, &BEFORE),
        _ if word.len() < 4 => reader.is(end, &["."]) && word != "mar" && word != "sep",
        // `April O'Neil said`, but `In April Trump said`.
        _ if name => !matches!(reader.capital(end), Capital::Initial | Capital::Mixed) || reader.follows(i, &BEFORE) || reader.term(end, |_| Some(())).is_some(),
        _ => true,
    };
    Some((value, certain, end))
}

/// `19th century`, `the eighteenth and nineteenth centuries`, `5th century BC`.
fn century(reader: &Reader, i: usize) -> Vec<Part> {
    let mut list = Vec::new();
    let mut at = i;
    while let Some((n, end)) = day(reader, at) {
        list.push((n, at, end));
        let mut next = end + usize::from(reader.dash(end) && reader.is(end + 1, &["and", "to", "or"]));
        let dashed = (reader.dash(next) || reader.is(next, &["/"])) && day(reader, next + 1).is_some();
        if !(dashed || reader.is(next, &["and", "to", "or", ","])) {
            break;
        }
        next += 1;
        at = next + usize::from(reader.is(next, &["the"])) + usize::from(reader.is(next, &["early", "late"]));
    }
    let Some(&(_, _, end)) = list.last() else { return Vec::new() };
    let at = end + usize::from(reader.dash(end));
    if !reader.is(at, &["century", "centuries"]) || reader.kind(i) == Some(Kind::Number) && end == i + 1 {
        return Vec::new();
    }
    let (sign, _, after) = era(reader, at + 1);
    let parts = list.iter().enumerate().map(|(k, &(n, from, to))| {
        let value = Value { century: Some(i32::from(n) * sign.unwrap_or(1)), ..Value::default() };
        Part::certain(value, from, if k + 1 == list.len() { after } else { to })
    });
    parts.collect()
}

/// −1 after `BC`, 1 after `AD`; the Hijri calendar after `AH`.
fn era(reader: &Reader, i: usize) -> (Option<i32>, Calendar, usize) {
    let point = usize::from(reader.is(i + 1, &["."]) && reader.glued(i + 1) && reader.token(i).is_some_and(|t| t.span.len() == 3));
    match reader.word(i) {
        "hijri" => (Some(1), Calendar::Hijri, i + 1),
        _ if reader.capital(i) != Capital::All => (None, Calendar::Gregorian, i),
        "bc" | "bce" => (Some(-1), Calendar::Gregorian, i + 1 + point),
        "ad" | "ce" => (Some(1), Calendar::Gregorian, i + 1 + point),
        "ah" => (Some(1), Calendar::Hijri, i + 1 + point),
        _ => (None, Calendar::Gregorian, i),
    }
}

/// `1980s`, `the '80s`, `the eighties`; not `in his eighties`.
fn decade(reader: &Reader, i: usize) -> Vec<Part> {
    const OWNERS: [&str; 7] = ["his", "her", "their", "my", "your", "our", "its"];
    let aged = (1..=3).any(|back| i >= back && reader.is(i - back, &OWNERS));
    if aged {
        return Vec::new();
    }
    if let Some((decade, end)) = reader.term(i, |t| if let Term::Decade(d) = t { Some(d) } else { None }) {
        let known = reader.follows(i, &["the", "early", "mid", "late", "-", "and"]);
        return if known { vec![Part::certain(Value { decade: Some(decade), ..Value::default() }, i, end)] } else { Vec::new() };
    }
    if reader.kind(i) != Some(Kind::Number) || numeric::numbered(reader, i) {
        return Vec::new();
    }
    let word = reader.word(i);
    let (digits, end) = match word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")) {
        Some(digits) => (digits, i + 1),
        None if reader.glued(i + 1) && reader.is(i + 1, &["s"]) => (word, i + 2),
        None => return Vec::new(),
    };
    let Ok(number) = digits.parse::<i32>() else { return Vec::new() };
    let short = digits.len() == 2 && (20..100).contains(&number);
    let known = short && (reader.follows(i, &["the", "'", "’", "‘", "early", "late", "mid", "-", "and"]));
    if number % 10 != 0 || !(known || digits.len() == 4 && (1000..2100).contains(&number)) {
        return Vec::new();
    }
    let century = (!short).then(|| number / 100 + 1);
    vec![Part::certain(Value { decade: Some((number % 100) as u8), century, ..Value::default() }, i, end)]
}

/// `300 BC`, `AD 70`, `the year 476`, `806 AH`; perhaps `in 363`.
fn old_year(reader: &Reader, i: usize) -> Vec<Part> {
    const BEFORE: [&str; 9] = ["in", "by", "since", "until", "from", "to", "before", "after", "around"];
    let before = era(reader, i).0.filter(|sign| *sign > 0);
    let named = before.is_some() || reader.is(i, &["year"]);
    let at = i + usize::from(named);
    let Some(year) = reader.number(at, 4).filter(|n| *n > 0) else { return Vec::new() };
    let (after, calendar, end) = era(reader, at + 1);
    // `512-511 BC`: both are.
    let second = reader.number(at + 2, 4).filter(|n| *n > 0 && (reader.dash(at + 1) || reader.is(at + 1, &["to", "and"])));
    if let (Some(second), (Some(sign), calendar, end)) = (second, era(reader, at + 3)) {
        let value = |year: u32| Value { year: Some(year as i32 * sign), calendar, ..Value::default() };
        return vec![Part::certain(value(year), i, at + 1), Part::certain(value(second), at + 2, end)];
    }
    let value = Value { year: Some(year as i32 * after.unwrap_or(1)), calendar, ..Value::default() };
    let certain = before.or(after).is_some() || named && year >= 100;
    let perhaps = (100..1000).contains(&year) && reader.follows(i, &BEFORE) && !counted(reader, end) && reader.kind(end) != Some(Kind::Number);
    if certain || perhaps { vec![Part { certain, ..Part::certain(value, i, end) }] } else { Vec::new() }
}

/// `early`, `mid-`, `the end of`: needs the period that it is the edge of. `The end of the year` is one by itself.
fn edge(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((edge, end)) = reader.term(i, |t| if let Term::Edge(e) = t { Some(e) } else { None }) else { return Vec::new() };
    let value = Value { edge: Some(edge), ..Value::default() };
    // `The end of June`, but `will end in June`.
    if !reader.is(i, &["early", "mid", "late"]) && !reader.is(end, &["of"]) {
        return Vec::new();
    }
    if reader.is(end, &["of"]) && reader.is(end + 1, &["the"]) {
        let period = reader.term(end + 2, |t| match t {
            Term::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade), Count::One) => Some(unit),
            _ => None,
        });
        if let Some((unit, after)) = period {
            return vec![Part::certain(Value { relative: Some(Relative::some(unit)), ..value }, i, after)];
        }
    }
    vec![Part::weak(value, i, end)]
}

/// One word or phrase: `Thursday`, `yesterday`, `tonight`, `the weekend`, `in the summer`; a part of the day needs a neighbour.
fn word(reader: &Reader, i: usize) -> Vec<Part> {
    let read = reader.term(i, |t| {
        Some(match t {
            Term::Weekday(day) => (Value { weekday: Some(day), ..Value::default() }, weekday_is_certain(reader, i)),
            Term::Relative(relative) => (Value { relative: Some(relative), ..Value::default() }, !in_title(reader, i)),
            Term::Tonight => {
                let today = Relative::adjacent(Direction::Present, Unit::Day);
                (Value { relative: Some(today), part: Some(PartOfDay::Night), ..Value::default() }, true)
            }
            Term::Unit(Unit::Weekend, _) => (Value { relative: Some(Relative::some(Unit::Weekend)), ..Value::default() }, true),
            Term::Part(part) => (Value { part: Some(part), ..Value::default() }, matches!(part, PartOfDay::Noon | PartOfDay::Midnight)),
            Term::Season(season) => (Value { season: Some(season), ..Value::default() }, season_is_certain(reader, i, season)),
            Term::Now => (Value { relative: Some(Relative::adjacent(Direction::Present, Unit::Day)), ..Value::default() }, false),
            _ => return None,
        })
    });
    let Some(((value, certain), end)) = read else { return Vec::new() };
    if value.weekday.is_some() && reader.capital(i) == Capital::Lower {
        return Vec::new();
    }
    vec![Part { value, first: i, end, certain, listed: false }]
}

/// `Play for Today`: a capital that no sentence starts with.
fn in_title(reader: &Reader, i: usize) -> bool {
    reader.capital(i) == Capital::Initial && i > 0 && reader.kind(i - 1) == Some(Kind::Word)
}

/// `Sun` and `Sat` are also words; a weekday in full is not.
fn weekday_is_certain(reader: &Reader, i: usize) -> bool {
    reader.word(i).len() > 5 || reader.is(i + 1, &["."]) && reader.capital(i) == Capital::Initial && !reader.is(i, &["sun", "sat"])
}

fn season_is_certain(reader: &Reader, i: usize, season: Season) -> bool {
    let article = usize::from(reader.follows(i, &["the"]));
    let adverbial = i > article && reader.is(i - 1 - article, &["in", "during", "by", "since", "until", "throughout", "through", "over"]);
    let clear = !matches!(reader.word(i), "fall" | "spring") || (article == 1 || reader.follows(i, &["by"])) && !reader.is(i + 1, &["of"]);
    let noun = reader.kind(i + 1) != Some(Kind::Word) || !counted(reader, i + 1);
    adverbial && clear && noun && (season != Season::Spring || !reader.is(i + 1, &["water"]))
}

/// A bare number as a year: certain after `in` or `since`, and where no noun that it could count follows.
fn year(reader: &Reader, i: usize) -> Vec<Part> {
    const STRONG: [&str; 10] = ["in", "since", "during", "circa", "until", "till", "year", "mid", "early", "late"];
    const WEAK: [&str; 18] = [
        "by", "before", "after", "from", "to", "of", "for", "between", "around", "through", "about", "and", "or", "than", "at", "with", "over",
        "nearly",
    ];
    let Some(year) = numeric::year(reader, i) else { return Vec::new() };
    let value = Value { year: Some(year), ..Value::default() };
    let modern = (1900..=2100).contains(&year);
    let round = year % 100 == 0;
    let counted = counted(reader, i + 1);
    // `By 1340, the city ...`, `the 1858 Treaty`.
    let adverbial = reader.is(i + 1, &[","]) && reader.follows(i, &["by"]);
    let named = reader.follows(i, &["the"]) && reader.capital(i + 1) == Capital::Initial;
    let certain = if reader.follows(i, &STRONG) {
        !counted || modern && !round && reader.follows(i, &["in", "since"])
    } else if bracketed(reader, i) || adverbial || named {
        true
    } else if reader.follows(i, &WEAK) {
        modern && !counted && (!round || !reader.follows(i, &["about", "around", "over", "nearly", "than", "to"]) && year == 2000)
    } else if reader.follows(i, &["the", "a", "this", "its", "his", "their"]) {
        modern && !(round && counted)
    } else {
        (1900..=2050).contains(&year) && !counted && !round
    };
    let mut parts = vec![Part { value, first: i, end: i + 1, certain: certain && !numeric::labelled(reader, i), listed: false }];
    parts.extend(numeric::short_range(reader, i, year));
    parts
}

/// `(2014)`, `(1914-1918)`, `(born 1950)`.
fn bracketed(reader: &Reader, i: usize) -> bool {
    let open = reader.follows(i, &["(", "["]) || i > 1 && reader.is(i - 2, &["("]) && reader.follows(i, &["born", "b", "d", "c", "died", "since"]);
    open && (reader.is(i + 1, &[")", ",", "]", ";"]) || reader.dash(i + 1))
}

/// Whether the word at `i` is one that a number before it would count: a plural in lower case.
pub(super) fn counted(reader: &Reader, i: usize) -> bool {
    const PLURALS: [&str; 12] =
        ["people", "men", "women", "children", "percent", "per", "other", "more", "police", "feet", "staff", "of"];
    const NOT: [&str; 16] =
        ["is", "was", "has", "as", "its", "his", "this", "us", "does", "sees", "saw", "says", "across", "whereas", "plus", "versus"];
    if reader.kind(i) != Some(Kind::Word) || reader.capital(i) != Capital::Lower {
        return false;
    }
    let word = reader.word(i);
    PLURALS.contains(&word) || word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !NOT.contains(&word)
}
