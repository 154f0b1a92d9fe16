//! Numbers that the other side has in a phrase of its own: the last 16, ثمن النهائي; Group C, المجموعة الثالثة.

use crate::anchor::quantity::Quantity;
use crate::audit::unit::{Unit, View};
use crate::lang::Lang;

/// Whether the number `q` of English is in a phrase of the Arabic side.
pub(super) fn in_a_phrase(unit: &Unit, lang: Lang, q: &Quantity) -> bool {
    lang == Lang::English && (is_a_round(unit, q) || are_all_the_points(unit, q) || is_a_seat(unit, q))
}

/// What stands `back` tokens before a number.
fn before<'a>(view: &View<'a>, q: &Quantity, back: u32) -> &'a str {
    q.number_tokens.start.checked_sub(back).map_or("", |t| view.folded_at(t as usize))
}

/// A folded Arabic word without conjunction, preposition and article.
fn bare(word: &str) -> &str {
    word.trim_start_matches(['و', 'ف', 'ب', 'ل']).trim_start_matches("ال")
}

/// `the last 16`, `the round of 16`: a round of a cup, which Arabic names by the part of the final that it is, or by its rank.
fn is_a_round(unit: &Unit, q: &Quantity) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let last = before(english, q, 1) == "last" || before(english, q, 1) == "-" && before(english, q, 2) == "last";
    if !last && (before(english, q, 1), before(english, q, 2)) != ("of", "round") {
        return false;
    }
    let part = [(16.0, "ثمن"), (8.0, "ربع"), (4.0, "نصف")].into_iter().find(|(of, _)| *of == q.low).map(|(_, part)| part);
    let named = |t: usize| {
        let next = bare(arabic.folded_at(t + 1));
        match bare(arabic.folded(t)) {
            "دور" => q.low >= 16.0 && next == "ثاني",
            "مربع" => q.low == 4.0 && next == "ذهبي",
            word => part == Some(word) && next.starts_with("نهايي"),
        }
    };
    arabic.token_range().any(named)
}

/// `all three points` go to who wins: نقاط المباراة كاملة, العلامة الكاملة.
fn are_all_the_points(unit: &Unit, q: &Quantity) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let points = q.low == 3.0 && english.folded_at(q.number_tokens.end as usize) == "points";
    let has = |words: &[&str]| arabic.token_range().any(|t| words.contains(&bare(arabic.folded(t))));
    points && has(&["كامله"]) && has(&["نقاط", "علامه"])
}

/// `Number 10` is where the British prime minister sits, `No 11` his treasurer.
fn is_a_seat(unit: &Unit, q: &Quantity) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let back = if before(english, q, 1) == "." { 2 } else { 1 };
    let at = q.number_tokens.start.saturating_sub(back) as usize;
    let named = matches!(before(english, q, back), "number" | "no") && english.is_capital(at) && (q.low == 10.0 || q.low == 11.0);
    let seat = |t: usize| {
        let next = arabic.folded_at(t + 1);
        match bare(arabic.folded(t)) {
            "داونينغ" | "داونينج" | "داوننج" | "داوننغ" => true,
            "رياسه" | "رييس" => matches!(next, "الوزراء" | "الحكومه"),
            "وزير" | "وزاره" => q.low == 11.0 && matches!(next, "الخزانه" | "الماليه"),
            _ => false,
        }
    };
    named && arabic.token_range().any(seat)
}

/// `Group C`, `row D`: a letter that ranks as high in the alphabet as an Arabic ordinal does.
pub(super) fn is_a_letter(unit: &Unit, lang: Lang, rank: f64) -> bool {
    #[rustfmt::skip]
    const RANKED: [&str; 15] = [
        "group", "row", "section", "block", "pool", "grade", "category", "class", "hall", "division", "pot", "zone", "wing", "gate", "league",
    ];
    let english = &unit.english;
    let letter = |t: usize| {
        let [letter] = english.folded(t).as_bytes() else { return false };
        letter.is_ascii_lowercase()
            && english.is_capital(t)
            && RANKED.contains(&english.folded_at(t.wrapping_sub(1)))
            && f64::from(letter - b'a' + 1) == rank
    };
    lang == Lang::Arabic && english.token_range().any(letter)
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn fires(english: &str, arabic: &str) -> bool {
        !findings("number-mismatch", english, arabic).is_empty()
    }

    #[test]
    fn numbers_that_a_phrase_has() {
        #[rustfmt::skip]
        let pairs = [
            ("The hosts were beaten in the last 16.", "خسر أصحاب الأرض في ثمن النهائي."),
            ("The hosts were beaten in the round of 16.", "خسر أصحاب الأرض في الدور الثاني."),
            ("The hosts are in the last-16.", "بلغ أصحاب الأرض دور ثمن النهائي."),
            ("The visitors left with all three points.", "غادر الضيوف بالعلامة الكاملة."),
            ("The letter was left at Number 10.", "تركت الرسالة في مقر رئيس الوزراء."),
            ("The letter was left at No. 10.", "تركت الرسالة في داونينغ ستريت."),
            ("Group D opens in Lyon.", "تفتتح المجموعة الرابعة منافساتها في ليون."),
            ("The parcel lay in row C.", "كان الطرد في الصف الثالث."),
            ("She scored a hat-trick of tries.", "سجلت ثلاث محاولات."),
            ("The rebels seized two howitzers.", "استولى المتمردون على مدفعي هاوتزر."),
            ("The dose was a millionth of a gram.", "كانت الجرعة جزءا من مليون من الغرام."),
        ];
        for (english, arabic) in pairs {
            assert!(!fires(english, arabic), "{english}");
        }
    }

    #[test]
    fn another_phrase() {
        #[rustfmt::skip]
        let pairs = [
            ("The hosts were beaten in the last 16.", "خسر أصحاب الأرض في نصف النهائي."),
            ("Police arrested the last 16 sailors.", "اعتقلت الشرطة ثمن البحارة."),
            ("The rebels seized two howitzers.", "استولى المتمردون على مدفع هاوتزر."),
            ("He ranks number 10 in the world.", "يحتل رئيس الوزراء مرتبة متقدمة في العالم."),
            ("Group D opens in Lyon.", "تفتتح المجموعة الثالثة منافساتها في ليون."),
        ];
        for (english, arabic) in pairs {
            assert!(fires(english, arabic), "{english}");
        }
    }
}
