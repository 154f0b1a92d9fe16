//! `only the second pair to win`, which has become الوحيد, the only one; `one of the best films`, which has become أفضل فيلم; the
//! second-largest city, which has become أكبر مدينة; `burned all but two`, which has become لم يحرق إلا اثنين.

use super::facing::counterpart;
use super::figures::other_words;
use super::unit::{Note, Unit, View, only};
use crate::anchor::quantity::Role;
use crate::lang::Lang;
use crate::lang::denial::denies_clause;
use crate::lexicon::words;

/// Beginnings of Arabic words, folded and without what is joined to them, that say that there is no other.
const SOLE: [&str; 2] = ["الوحيد", "الاوحد"];

/// `only the` with an ordinal in English, whose ordinal is lost in Arabic, where the thing is the only one.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    notes.extend(one_of_the_best(unit));
    notes.extend(all_but(unit));
    notes.extend(next_to_the_best(unit));
    notes.extend(another_place(unit));
    let (english, arabic) = (&unit.english, &unit.arabic);
    for ordinal in english.quantities().iter().filter(|q| q.role == Role::Ordinal && q.low >= 2.0) {
        let token = ordinal.number_tokens.start as usize;
        let only = token >= english.tokens.0 + 2 && english.folded(token - 1) == "the" && english.folded(token - 2) == "only";
        let kept = arabic.quantities().iter().any(|q| q.role == Role::Ordinal && q.low == ordinal.low);
        if !only || kept {
            continue;
        }
        let sole = arabic.token_range().find(|i| {
            let word = arabic.folded(*i);
            let word = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']).unwrap_or(word);
            SOLE.iter().any(|s| word.starts_with(s))
        });
        if let Some(sole) = sole {
            let phrase = english.side.tokens.span(token - 2, ordinal.number_tokens.end as usize - 1);
            let quoted = unit.quoted(Some(phrase), Some(arabic.side.tokens.span(sole, sole)));
            let (words, alone) = (english.words(phrase), arabic.words(arabic.side.tokens.span(sole, sole)));
            let message = match unit.source() {
                Lang::English => {
                    format!("The source says “{words}”, so that there were others before; “{alone}” in the translation means the only one.")
                }
                Lang::Arabic => {
                    format!("“{alone}” in the source means the only one; the translation says “{words}”, so that there were others before.")
                }
            };
            notes.push(Note { message, odds: 1.5, ..quoted });
        }
    }
}

/// `finished second`, which has become حل ثالثا.
fn another_place(unit: &Unit) -> Option<Note> {
    /// How far, in tokens, the place may stand behind the Arabic verb: حل السباح التونسي ياسين ثالثا.
    const REACH: usize = 7;
    const ENGLISH: [&str; 10] = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    const ARABIC: [&str; 10] = ["اولا", "ثانيا", "ثالثا", "رابعا", "خامسا", "سادسا", "سابعا", "ثامنا", "تاسعا", "عاشرا"];
    let (english, arabic) = (&unit.english, &unit.arabic);
    let came = |t: usize| matches!(english.folded_at(t), "finished" | "finish" | "came" | "placed" | "ranked" | "finishing" | "coming");
    let here = english.token_range().skip(1).filter(|t| came(t - 1));
    let (t, e) = only(here.filter_map(|t| Some((t, ENGLISH.iter().position(|w| *w == english.folded(t))?))))?;
    let is_verb = |t: usize| {
        let word = arabic.folded(t).trim_start_matches(['و', 'ف']);
        matches!(
            word,
            "حل" | "حلت"
                | "جاء"
                | "جاءت"
                | "انهي"
                | "انهت"
                | "صنف"
                | "صنفت"
                | "وصل"
                | "وصلت"
                | "ليحل"
                | "لتحل"
                | "يحل"
                | "تحل"
        )
    };
    let there = arabic.token_range().filter_map(|t| Some((t, ARABIC.iter().position(|w| *w == arabic.folded(t))?)));
    let (at, a) = only(there)?;
    let verb = arabic.before(at, REACH).rev().find(|t| is_verb(*t))?;
    // What the one side says elsewhere may be what the other says here.
    let says = |n: f64, view: &View| view.quantities().iter().any(|q| q.role == Role::Ordinal && q.low == n);
    let other = e != a && !says(e as f64 + 1.0, arabic) && !says(a as f64 + 1.0, english);
    other.then(|| other_words(unit, english.side.tokens.span(t - 1, t), arabic.side.tokens.span(verb.max(at - 1), at), 1.5))
}

/// A deed done to all but a number, which is done to no more than that number in Arabic.
fn all_but(unit: &Unit) -> Option<Note> {
    /// How far, in tokens, the exception may stand behind the deed that is denied.
    const REACH: usize = 14;
    let (english, arabic) = (&unit.english, &unit.arabic);
    let all = english.token_range().skip(1).find(|t| english.folded(*t) == "all" && english.folded_at(t + 1) == "but")?;
    let left = english.quantities().iter().find(|q| q.number_tokens.start as usize == all + 2)?;
    let deed = unit.partner(Lang::English, english.item_at(all - 1)?).map(|i| arabic.item(i).token as usize)?;
    let except = arabic.behind(deed, REACH - 1).find(|t| matches!(arabic.folded(*t), "الا" | "سوي"))?;
    let denied = deed > arabic.tokens.0 && (denies_clause(arabic.folded(deed - 1)) || matches!(arabic.folded(deed - 1), "ما" | "وما"));
    let same =
        arabic.quantities().iter().any(|q| q.low == left.low && (except + 1..except + 4).contains(&(q.number_tokens.start as usize)));
    (denied && same).then(|| {
        let (phrase, said) = (english.side.tokens.span(all - 1, all + 2), arabic.side.tokens.span(deed - 1, except + 1));
        other_words(unit, phrase, said, 1.5)
    })
}

/// Arabic words, folded and without what is joined to them, that say that there are others like it.
const AMONG: [&str; 15] =
    ["احد", "احدي", "احدا", "واحد", "واحده", "واحدا", "بين", "ضمن", "اول", "اوايل", "ابرز", "اخر", "بعض", "عدد", "اهم"];

/// Whether English token `t` is the superlative of an adjective.
fn is_superlative(english: &View, t: usize) -> bool {
    let word = english.folded(t);
    matches!(word, "best" | "worst" | "most") || word.len() > 5 && word.ends_with("est") && !words::stands_kind(&english.side.tokens, t)
}

/// `the second-largest` in English, where the thing is the largest in Arabic.
fn next_to_the_best(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let mut ordinals = english.quantities().iter().filter(|q| q.role == Role::Ordinal && q.low >= 2.0);
    ordinals.find_map(|ordinal| {
        let (first, last) = (ordinal.number_tokens.start as usize, ordinal.number_tokens.end as usize);
        let best = if english.folded_at(last) == "-" { last + 1 } else { last };
        let kept = arabic.quantities().iter().any(|q| q.low == ordinal.low);
        // `We were second best all over the pitch`: of nobody it is said that he is the best.
        let before = english.folded_at(first.wrapping_sub(1));
        let outplayed = english.folded_at(best) == "best" && (words::is_passive_helper(before) || matches!(before, "finished" | "came"));
        if kept || outplayed || best >= english.tokens.1 || !is_superlative(english, best) {
            return None;
        }
        let elative = counterpart(unit, Lang::English, best)?;
        let word = bare(arabic.folded(elative));
        let is_best = is_elative(word) || word.strip_prefix("ال").is_some_and(is_elative);
        is_best.then(|| other_words(unit, english.side.tokens.span(first, best), arabic.side.tokens.span(elative, elative), 1.5))
    })
}

/// `one of the best` in English, where the thing is the best in Arabic.
fn one_of_the_best(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let one = english.token_range().find(|t| english.folded(*t) == "one" && english.folded_at(t + 1) == "of")?;
    let best = english.behind(one + 1, 5).find(|t| is_superlative(english, *t))?;
    let among = |t: usize| {
        let of = matches!(arabic.folded(t), "من" | "ومن") && arabic.folded_at(t + 1).starts_with('ا');
        of || AMONG.contains(&bare(arabic.folded(t))) || AMONG.contains(&arabic.folded(t))
    };
    if arabic.token_range().any(among) {
        return None;
    }
    let elative = arabic.token_range().find(|t| is_elative(bare(arabic.folded(*t))))?;
    let (phrase, met) = (english.side.tokens.span(one, best), arabic.side.tokens.span(elative, elative));
    let quoted = unit.quoted(Some(phrase), Some(met));
    let message = match unit.source() {
        Lang::English => format!(
            "The source says “{}”, so that there are others; “{}” in the translation means the one above all.",
            quoted.expected, quoted.found
        ),
        Lang::Arabic => format!(
            "“{}” in the source means the one above all; the translation says “{}”, so that there are others.",
            quoted.expected, quoted.found
        ),
    };
    Some(Note { message, odds: 1.2, ..quoted })
}

/// A folded Arabic word without what is joined to it in front.
fn bare(word: &str) -> &str {
    word.trim_start_matches(['و', 'ف', 'ب', 'ل', 'ك'])
}

/// Whether a folded Arabic word has the shape of `أفضل`.
fn is_elative(word: &str) -> bool {
    word.starts_with('ا') && !word.starts_with("ال") && word.chars().count() == 4 && word != "ايضا"
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("quantifier-mismatch", english, arabic).len()
    }

    #[test]
    fn one_of_several_that_has_become_the_only_one() {
        let english = "She is only the third woman to lead the court.";
        assert_eq!(found(english, "وهي المرأة الوحيدة التي ترأست المحكمة."), 1);
        assert_eq!(found(english, "وهي ثالث امرأة فقط تترأس المحكمة."), 0);
        assert_eq!(found("She is the only woman to lead the court.", "وهي المرأة الوحيدة التي ترأست المحكمة."), 0);
    }

    #[test]
    fn another_place_in_the_race() {
        let english = "The swimmer finished second in the 1,500 meters freestyle on Friday.";
        assert_eq!(found(english, "حل السباح ثالثا في سباق 1500 متر حرة يوم الجمعة."), 1);
        assert_eq!(found(english, "حل السباح ثانيا في سباق 1500 متر حرة يوم الجمعة."), 0);
        assert_eq!(found("The boy came first to the door, and third, he rang.", "جاء الصبي أولا إلى الباب، وثالثا قرع الجرس."), 0);
    }

    #[test]
    fn the_next_to_the_best_that_has_become_the_best() {
        for english in ["Graz is the second-largest city of the country.", "Graz is the second largest city of the country."] {
            assert_eq!(found(english, "غراتس أكبر مدينة في البلاد."), 1);
            assert_eq!(found(english, "غراتس ثاني أكبر مدينة في البلاد."), 0);
            assert_eq!(found(english, "غراتس هي الثانية بين أكبر مدن البلاد."), 0);
        }
        assert_eq!(found("Graz is the largest city of the country.", "غراتس أكبر مدينة في البلاد."), 0);
        assert_eq!(found("Graz is the second best in the league.", "غراتس أفضل فريق في الدوري."), 1);
        assert_eq!(found("Graz were second best all over the pitch.", "كان الخصم أفضل من غراتس في كل أرجاء الملعب."), 0);
    }

    #[test]
    fn all_but_a_few_that_have_become_only_these() {
        let english = "The fire destroyed all but two of the houses.";
        assert_eq!(found(english, "لم يدمر الحريق سوى منزلين."), 1);
        assert_eq!(found(english, "دمر الحريق جميع المنازل إلا منزلين."), 0);
        assert_eq!(found(english, "لم ينج من الحريق إلا منزلان."), 0);
    }

    #[test]
    fn one_of_the_best_that_has_become_the_best() {
        let english = "Critics call it one of the finest novels of its time.";
        assert_eq!(found(english, "يصفها النقاد بأنها أجمل رواية في عصرها."), 1);
        assert_eq!(found(english, "يصفها النقاد بأنها من أجمل روايات عصرها."), 0);
        assert_eq!(found(english, "يصفها النقاد بأنها إحدى أجمل روايات عصرها."), 0);
        assert_eq!(found("Critics call it the finest novel of its time.", "يصفها النقاد بأنها أجمل رواية في عصرها."), 0);
    }
}
