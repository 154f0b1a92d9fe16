//! How Arabic writes dates.

mod calendar;
mod clock;
mod relative;
mod word;
mod year;

use super::numeric;
use super::reader::{Part, Reader, Rule};
use crate::lang::token::Kind;

/// Every piece of a date in an Arabic text.
pub(super) fn read(reader: &Reader) -> Vec<Part> {
    const RULES: [Rule; 13] = [
        numeric::date,
        year::named,
        clock::time,
        relative::ago,
        year::centuries,
        year::decade,
        calendar::day_of_this_month,
        calendar::latin,
        calendar::days,
        relative::adjacent,
        word::edge,
        word::single,
        year::bare,
    ];
    #[rustfmt::skip]
    const OPENING: [&str; 34] = [
        "عام", "سنه", "العام", "السنه", "عامي", "الاعوام", "سنتي", "الساعه", "الواحده", "قبل", "منذ", "نصف", "بضع", "بضعه", "عده", "عشرات",
        "ميات", "الاف", "ملايين", "مليارات", "القرن", "القرنين", "القرنان", "القرون", "قرن", "العقد", "عقد", "حقبه", "فتره", "شهر", "شهري",
        "هذا", "هذه", "ال",
    ];
    reader.scan(&RULES, &OPENING)
}

/// Whether the word at `i` may be a noun that the number before it counts: an indefinite one that is no function word.
fn counted(reader: &Reader, i: usize) -> bool {
    #[rustfmt::skip]
    const FUNCTION: [&str; 34] = [
        "في", "من", "علي", "الي", "عن", "ان", "بعد", "قبل", "حتي", "حيث", "عندما", "كان", "كانت", "هو", "هي", "مع", "لم", "لن",
        "قد", "بين", "خلال", "تم", "او", "ثم", "عند", "بسبب", "ضد", "تحت", "هذا", "ذلك", "وفقا", "نظرا", "دون", "لكن",
    ];
    let word = reader.word(i);
    let open = FUNCTION.contains(&word) || word.starts_with("ال") || word.starts_with(['و', 'ف', 'ب', 'ل']);
    reader.kind(i) == Some(Kind::Word) && !open
}
