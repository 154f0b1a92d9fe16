//! Single words that are dates in English, and the edges of periods.

use super::super::meaning;
use super::super::reader::{Part, Reader};
use super::super::value::{PartOfDay, Relative, Unit, Value};
use super::super::vocabulary::{Count, Term};
use super::counted;
use crate::lang::token::{Capital, Kind};

/// `early`, `mid-`, `the end of`: needs the period that it is the edge of. `The end of the year` is one by itself.
pub(super) fn edge(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((edge, end)) = reader.edge(i) else { return Vec::new() };
    let of = reader.is(end, &["of"]);
    // `The end of June`, but `will end in June`.
    if !of && !reader.is(i, &["early", "mid", "late"]) {
        return Vec::new();
    }
    let value = Value { edge: Some(edge), ..Value::default() };
    let period = reader.unit(end + 2).filter(|_| of && reader.is(end + 1, &["the"]));
    match period {
        Some(((unit @ (Unit::Week | Unit::Month | Unit::Year | Unit::Decade), Count::One), after)) => {
            vec![Part::certain(Value { edge: Some(edge), ..Value::from(Relative::some(unit)) }, i, after)]
        }
        _ => vec![Part::weak(value, i, end)],
    }
}

/// One word or phrase: `Thursday`, `yesterday`, `tonight`, `the weekend`, `in the summer`; a part of the day needs a neighbour.
pub(super) fn single(reader: &Reader, i: usize) -> Vec<Part> {
    let Some((term, end)) = reader.term(i, |t| meaning::alone(t).map(|_| t)) else { return Vec::new() };
    let certain = match term {
        Term::Weekday(_) if reader.capital(i) == Capital::Lower => return Vec::new(),
        Term::Weekday(_) => weekday_is_certain(reader, i),
        Term::Relative(_) => !in_title(reader, i),
        Term::Part(part) => matches!(part, PartOfDay::Noon | PartOfDay::Midnight),
        Term::Season(_) => season_is_certain(reader, i),
        Term::Now => false,
        _ => true,
    };
    let part = meaning::alone(term).map(|value| Part { certain, ..Part::certain(value, i, end) });
    part.into_iter().collect()
}

/// `Play for Today`: a capital that no sentence starts with.
fn in_title(reader: &Reader, i: usize) -> bool {
    reader.capital(i) == Capital::Initial && i > 0 && reader.kind(i - 1) == Some(Kind::Word)
}

/// `Sun` and `Sat` are also words; a weekday in full is not.
fn weekday_is_certain(reader: &Reader, i: usize) -> bool {
    let abbreviated = reader.is(i + 1, &["."]) && reader.capital(i) == Capital::Initial;
    reader.word(i).len() > 5 || abbreviated && !reader.is(i, &["sun", "sat"])
}

fn season_is_certain(reader: &Reader, i: usize) -> bool {
    const DURING: [&str; 8] = ["in", "during", "by", "since", "until", "throughout", "through", "over"];
    let article = usize::from(reader.follows(i, &["the"]));
    let adverbial = i > article && reader.is(i - 1 - article, &DURING);
    // `in the fall of Rome`, `in spring water`.
    let ambiguous = reader.is(i, &["fall", "spring"]);
    let clear = !ambiguous || (article == 1 || reader.follows(i, &["by"])) && !reader.is(i + 1, &["of"]);
    adverbial && clear && !counted(reader, i + 1)
}
