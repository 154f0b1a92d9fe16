//! What single terms say, alone and with a direction: the same in both languages.

use super::value::{Direction, PartOfDay, Relative, Unit, Value};
use super::vocabulary::{Count, Term};

/// `Thursday`, `yesterday`, `tonight`, `the weekend`, `evening`, `summer`, `now`.
pub(super) fn alone(term: Term) -> Option<Value> {
    Some(match term {
        Term::Weekday(day) => Value { weekday: Some(day), ..Value::default() },
        Term::Relative(relative) => Value::from(relative),
        Term::Tonight => Value { part: Some(PartOfDay::Night), ..Value::from(today()) },
        Term::Now => Value::from(today()),
        Term::Unit(Unit::Weekend, _) => Value::from(Relative::some(Unit::Weekend)),
        Term::Part(part) => Value { part: Some(part), ..Value::default() },
        Term::Season(season) => Value { season: Some(season), ..Value::default() },
        _ => return None,
    })
}

/// What `last`, `this` or `next` makes of a term: `last year`, `next Thursday`, `this summer`, `last night`.
pub(super) fn directed(term: Term, direction: Direction) -> Option<Value> {
    let of = |unit| Value::from(Relative::adjacent(direction, unit));
    Some(match term {
        Term::Unit(Unit::Century, Count::One) => this_century(direction)?,
        Term::Unit(unit, Count::One) if unit >= Unit::Day => of(unit),
        Term::Weekday(day) => Value { weekday: Some(day), ..of(Unit::Week) },
        Term::Month(month) => Value { month: Some(month), ..of(Unit::Year) },
        Term::Season(season) => Value { season: Some(season), ..of(Unit::Year) },
        Term::Part(part) => Value { part: Some(part), ..of(Unit::Day) },
        Term::Tonight => Value { part: Some(PartOfDay::Night), ..of(Unit::Day) },
        Term::Relative(day) if day == today() => of(Unit::Day),
        _ => return None,
    })
}

fn today() -> Relative {
    Relative::adjacent(Direction::Present, Unit::Day)
}

/// Written in the twenty-first century, `last century` is the twentieth.
fn this_century(direction: Direction) -> Option<Value> {
    let century = match direction {
        Direction::Past => 20,
        Direction::Present => 21,
        Direction::Future => return None,
    };
    Some(Value { century: Some(century), ..Value::default() })
}
