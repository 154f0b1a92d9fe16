//! Rule quantifier-mismatch: some that have become all, most that have become few, only the second that has become the only one.

mod denied;

use std::sync::LazyLock;

use super::cue::{Cue, Lists};
use super::facing::{Answer, answer, facing, next_item, partner_token};
use super::figures::other_words;
use super::unit::{Note, Unit, View};
use super::{degree, partial, rank, recurrence};
use crate::anchor::quantity::{Quantity, Role};
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lang::denial::denies_clause;
use crate::span::Span;

pub(super) use denied::{is_denied_before, is_denied_behind};

/// How much of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    Zero,
    Few,
    Some,
    Many,
    Half,
    Most,
    All,
    Only,
}

impl Class {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "zero" => Self::Zero,
            "few" => Self::Few,
            "some" => Self::Some,
            "many" => Self::Many,
            "half" => Self::Half,
            "most" => Self::Most,
            "all" => Self::All,
            "only" => Self::Only,
            _ => return None,
        })
    }

    const fn described(self) -> &'static str {
        match self {
            Self::Zero => "none",
            Self::Few => "few",
            Self::Some => "some",
            Self::Many => "many",
            Self::Half => "half",
            Self::Most => "most",
            Self::All => "all",
            Self::Only => "only these",
        }
    }

    /// How much a claim changes, in nats, when the words that say this stand on the side of `lang` only. Arabic likes to say
    /// `some animals` where English has the bare plural.
    const fn weight(self, lang: Lang) -> f32 {
        match (lang, self) {
            (_, Self::Most) => 1.0,
            (Lang::English, Self::Few) => 0.5,
            (Lang::English, Self::Only) => 0.3,
            (Lang::English, Self::Many | Self::All) => 0.15,
            _ => -0.6,
        }
    }

    /// Whether one may well translate the other.
    fn close_to(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Some, Self::Few | Self::Many)
                | (Self::Few | Self::Many, Self::Some)
                | (Self::Only, _)
                | (_, Self::Only)
                | (Self::Zero, Self::All)
                | (Self::All, Self::Zero)
        ) || self == other
    }
}

static LISTS: LazyLock<Lists<Class>> = LazyLock::new(|| Lists::parse(include_str!("../lexicon/data/scale.tsv"), Class::named));

/// Quantifiers that face another one, or none.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() || unit.is_glued() {
        return;
    }
    rank::check(unit, notes);
    degree::check(unit, notes);
    notes.extend(recurrence::check(unit));
    notes.extend(partial::check(unit));
    notes.extend(of_them(unit).or_else(|| partial::of_them(unit)));
    let english = LISTS.cues(&unit.english, Lang::English);
    let arabic = LISTS.cues(&unit.arabic, Lang::Arabic);
    let mut used = Vec::new();
    for cue in english.iter().filter(|c| c.asks && is_quantifier(unit, c)) {
        let noun = next_item(&unit.english, cue.last + 1, 5);
        if let Some(rival) = rival(unit, cue, noun, &english, &arabic) {
            used.push(*rival);
            notes.push(swapped(unit, cue, rival, 1.8));
        } else if cue.class != Class::Half && answer(unit, Lang::English, cue, &english, &arabic) == Answer::None {
            notes.push(lone(unit, Lang::English, cue, cue.class.weight(Lang::English), noun));
        }
    }
    // A loose word for some of them is no matter, but for one that says all or most of them; one for each, but for any other.
    for cue in english.iter().filter(|c| !c.asks && is_loose(unit, c)) {
        let noun = next_item(&unit.english, cue.last + 1, 3);
        let other = |r: &&Cue<Class>| (cue.class == Class::All || matches!(r.class, Class::All | Class::Most)) && !used.contains(r);
        if let Some(rival) = rival(unit, cue, noun, &english, &arabic).filter(other) {
            used.push(*rival);
            notes.push(swapped(unit, cue, rival, 1.3));
        }
    }
    // بأغلبية 187 صوتا, `voted 187 to 142`
    let counts = |c: &Cue<Class>| {
        ["اغلبيه", "غالبيه", "اكثريه"].iter().any(|w| unit.arabic.folded(c.last).ends_with(w)) && unit.arabic.counts_at(c.last + 1)
    };
    let few = english.iter().any(|c| c.class == Class::Few);
    let turned = |c: &Cue<Class>| {
        few && matches!(c.class, Class::Most | Class::Many | Class::All)
            && (is_denied_behind(&unit.arabic, c.last) || is_denied_before(&unit.arabic, c.first))
    };
    for cue in arabic
        .iter()
        .filter(|c| c.asks && c.class != Class::Half && !used.contains(c) && !counts(c) && !turned(c) && !denied::is_any(unit, c))
    {
        if answer(unit, Lang::Arabic, cue, &arabic, &english) == Answer::None {
            let noun = next_item(&unit.arabic, cue.last + 1, 3);
            let note = counted(unit, cue, noun).unwrap_or_else(|| lone(unit, Lang::Arabic, cue, cue.class.weight(Lang::Arabic), noun));
            notes.push(note);
        }
    }
}

/// All of them, or none, where the other side tells how many of them: `all of them returned`, عاد تسعة منهم.
fn of_them(unit: &Unit) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let whole = |t: usize| {
        matches!(english.folded(t), "all" | "none" | "both") && english.folded_at(t + 1) == "of" && english.folded_at(t + 2) == "them"
    };
    let first = english.token_range().find(|t| whole(*t))?;
    let them = |q: &&Quantity| matches!(arabic.folded_at(q.number_tokens.end as usize), "منهم" | "منهن" | "منها");
    let other = |q: &&Quantity| q.role == Role::Cardinal && !q.weak && english.quantities().iter().all(|e| e.low != q.low);
    let count = arabic.quantities().iter().filter(them).find(other)?;
    let all = |t: usize| {
        ["جميع", "كلهم", "كلهن", "كلها", "كل", "كافه", "احد", "اي"]
            .iter()
            .any(|w| arabic.folded(t).trim_start_matches(['و', 'ف', 'ب', 'ل']).starts_with(w))
    };
    let (start, end) = (count.number_tokens.start as usize, count.number_tokens.end as usize);
    (!arabic.token_range().any(all)).then(|| other_words(unit, english.span_of((first, first + 2)), arabic.span_of((start, end)), OF_THEM))
}

/// Log odds that a reviser minds; no constant was fitted.
const OF_THEM: f32 = 1.5;

/// Some of what English counts: `بعض دقائق` for `two minutes`.
fn counted(unit: &Unit, cue: &Cue<Class>, noun: Option<u32>) -> Option<Note> {
    let thing = partner_token(unit, Lang::Arabic, noun?).filter(|_| matches!(cue.class, Class::Some | Class::Few | Class::Many))?;
    let is_lost = |t: u32| unit.english.item_at(t as usize).is_none_or(|i| unit.partner(Lang::English, i).is_none());
    let of_it = |q: &&Quantity| {
        let plain = q.role == Role::Cardinal && !q.is_range() && !q.weak && (2.0..=9.0).contains(&q.low);
        plain && q.number_tokens.end as usize == thing && q.number_tokens.clone().all(is_lost)
    };
    let count = unit.english.quantities().iter().find(of_it)?;
    let english = unit.english.side.tokens.span(count.number_tokens.start as usize, thing);
    let arabic = cue.span(&unit.arabic).cover(unit.arabic.item(noun?).span);
    let quoted = unit.quoted(Some(english), Some(arabic));
    let message = if unit.source() == Lang::English {
        format!("The source counts (“{}”), the translation does not (“{}”).", quoted.expected, quoted.found)
    } else {
        format!("The translation counts (“{}”), the source does not (“{}”).", quoted.found, quoted.expected)
    };
    Some(Note { message, odds: 0.7, ..quoted })
}

/// The Arabic quantifier that stands where the translation of `cue` should, and says something else; neither of the two is
/// accounted for elsewhere.
fn rival<'c>(unit: &Unit, cue: &Cue<Class>, noun: Option<u32>, english: &[Cue<Class>], arabic: &'c [Cue<Class>]) -> Option<&'c Cue<Class>> {
    let place = facing(unit, Lang::English, cue.first, cue.last)?;
    // Of two words of one root either may be the noun's: `المصابين`, `أصيب`.
    let noun = noun.filter(|i| unit.partner(Lang::English, *i).is_some());
    let links = unit.account.links.iter().filter(|l| noun == Some(l.english));
    let partners: Vec<usize> = links.map(|l| unit.arabic.item(l.arabic).token as usize).collect();
    let near = |at: usize| {
        if partners.is_empty() { place.contains(&at) } else { partners.iter().any(|p| at <= p + 2 && *p <= at + 4) }
    };
    if arabic.iter().any(|c| c.asks && c.class == cue.class && near(c.first)) {
        return None;
    }
    arabic.iter().find(|r| {
        // `في جميع أنحاء العالم` is worldwide.
        let everywhere = matches!(unit.arabic.folded_at(r.last + 1), "انحاء" | "ارجاء" | "الانحاء" | "الاصعده");
        let beside = partners.contains(&(r.last + 1));
        let alone = |lang: Lang, own: &Cue<Class>, other: &Cue<Class>| {
            (own.first..=own.last)
                .filter_map(|t| unit.view(lang).item_at(t))
                .filter(|i| !(beside && is_spare(unit, lang, *i)))
                .filter_map(|i| partner_token(unit, lang, i))
                .all(|t| t >= other.first && t <= other.last)
        };
        let answered = || {
            let place = facing(unit, Lang::Arabic, r.first, r.last);
            english.iter().any(|c| c.asks && c.class == r.class && place.as_ref().is_none_or(|p| p.contains(&c.first)))
        };
        (r.asks || is_every(unit, r) || is_number_of(unit, r) || lasts(unit, cue, r, &partners))
            && (!r.class.close_to(cue.class) || is_scarce(unit, cue, r))
            && !everywhere
            && !is_over_half(unit, cue, r)
            && near(r.first)
            && alone(Lang::English, cue, r)
            && alone(Lang::Arabic, r, cue)
            && !answered()
    })
}

/// Whether the word that item `i` of `lang` answers for may be answered by another as well: `a low rate` by `قليل`, and by `ينخفض`.
fn is_spare(unit: &Unit, lang: Lang, i: u32) -> bool {
    let Some(partner) = unit.partner(lang, i) else { return false };
    unit.account.links.iter().any(|l| {
        let (own, other) = if lang == Lang::English { (l.english, l.arabic) } else { (l.arabic, l.english) };
        other == partner && own != i
    })
}

/// Whether an Arabic cue means all of them: كل المنفيين, where nothing in English does.
fn is_every(unit: &Unit, cue: &Cue<Class>) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let every =
        |word: &str| matches!(word, "all" | "every" | "each" | "any" | "whole" | "entire" | "both" | "everything" | "everyone" | "always");
    arabic.folded(cue.first).trim_start_matches(['و', 'ف', 'ب', 'ل']) == "كل"
        && arabic.folded_at(cue.last + 1).starts_with("ال")
        && !english.token_range().any(|t| every(english.folded(t)))
}

/// Whether an English cue is a word that need not be translated: `several farmers`, `a number of farmers`, `each farmer`.
fn is_loose(unit: &Unit, cue: &Cue<Class>) -> bool {
    let view = &unit.english;
    if cue.class == Class::All {
        return view.folded(cue.last) == "each" && !matches!(view.folded_at(cue.last + 1), "other" | "," | "." | "way" | "side");
    }
    let some = matches!(cue.class, Class::Some | Class::Few);
    some && (matches!(view.folded(cue.first), "several" | "various")
        || cue.last > cue.first && matches!(view.folded(cue.last), "of" | "few"))
}

/// Whether an Arabic cue is `عدد من`, a number of them.
fn is_number_of(unit: &Unit, cue: &Cue<Class>) -> bool {
    let word = unit.arabic.folded(cue.first).trim_start_matches(['و', 'ف', 'ب', 'ل']);
    cue.class == Class::Some && cue.last > cue.first && word == "عدد"
}

/// Whether an Arabic cue says that something goes on all the while (طوال حياتها), of the noun whose translations are `partners`.
fn lasts(unit: &Unit, cue: &Cue<Class>, rival: &Cue<Class>, partners: &[usize]) -> bool {
    let word = without_conjunction(unit.arabic.folded(rival.first));
    let whole =
        |t: usize| matches!(unit.english.folded(t), "all" | "every" | "whole" | "entire" | "throughout" | "across" | "always" | "full");
    let part = matches!(cue.class, Class::Most | Class::Some | Class::Half);
    part && matches!(word, "طوال" | "طيله") && partners.contains(&(rival.last + 1)) && !unit.english.token_range().any(whole)
}

/// `few farmers` are hardly any: not `بعض` or `عدد من` of them, where nothing else in Arabic says so.
fn is_scarce(unit: &Unit, cue: &Cue<Class>, rival: &Cue<Class>) -> bool {
    const HARDLY: [&str; 11] = ["قليل", "قله", "قلما", "نادر", "ضييل", "محدود", "سوي", "فقط", "بضع", "معدود", "اقل"];
    let few = matches!(unit.english.folded(cue.first), "few" | "very" | "hardly" | "little");
    let arabic = &unit.arabic;
    let bare = |t: usize| arabic.folded(t).strip_prefix("ال").unwrap_or(arabic.folded(t));
    let hardly = |t: usize| arabic.folded(t) == "الا" || HARDLY.iter().any(|word| bare(t).starts_with(word));
    (cue.class, rival.class) == (Class::Few, Class::Some) && few && !arabic.token_range().any(hardly)
}

/// Whether token `t` is part of a length of time.
fn is_of_time(view: &View, t: usize) -> bool {
    view.quantities().iter().any(|q| q.measure.is_duration() && q.tokens.contains(&(t as u32)))
}

/// Whether one is `most` and the other a half that is only the least it may be: `more than half`, `أكثر من نصف`.
fn is_over_half(unit: &Unit, cue: &Cue<Class>, rival: &Cue<Class>) -> bool {
    fn before<'a>(view: &View<'a>, at: usize) -> &'a str {
        at.checked_sub(1).map_or("", |t| view.folded_at(t))
    }
    match (cue.class, rival.class) {
        (Class::Half, Class::Most) => matches!(before(&unit.english, cue.first), "than" | "over" | "nearly" | "almost" | "about"),
        // `few have stopped`, معظمهم لم يتوقفوا
        (Class::Few, Class::Most | Class::Many | Class::All) => {
            // `few expected`, لم يكن كثيرون يتوقعون, ما كان كثيرون
            let before = unit.arabic.folded_at(rival.first.wrapping_sub(2));
            is_denied_behind(&unit.arabic, rival.last) || denies_clause(before) || matches!(before, "ما" | "وما")
        }
        (Class::Most | Class::Many | Class::All, Class::Few) => is_denied_behind(&unit.english, cue.last),
        // `90 minutes`, ساعة ونصف
        (_, Class::Half) => matches!(before(&unit.arabic, rival.first), "من" | "عن" | "علي") || is_of_time(&unit.arabic, rival.first),
        _ => false,
    }
}

/// Whether an English cue counts: `the most dangerous` compares.
fn is_quantifier(unit: &Unit, cue: &Cue<Class>) -> bool {
    let view = &unit.english;
    let before = cue.first.checked_sub(1).filter(|i| *i >= view.tokens.0).map_or("", |i| view.folded(i));
    let next = if cue.last + 1 < view.tokens.1 { view.folded(cue.last + 1) } else { "" };
    let counts_at = |t: usize| unit.english.counts_at(t);
    let counts = || counts_at(cue.last + 1);
    match view.folded(cue.last) {
        "most" => {
            let noun = next.ends_with('s') && !next.ends_with("ss") && !next.ends_with("us") && !next.ends_with("ous");
            before != "the"
                && before != "a"
                && (noun || matches!(next, "of" | "people" | "are" | "were" | "have" | "had" | "other" | "men" | "women" | "children"))
        }
        "little" => matches!(
            next,
            "of" | "evidence" | "chance" | "hope" | "support" | "progress" | "change" | "doubt" | "would" | "has" | "is" | "was"
        ),
        "few" => !matches!(before, "a" | "the" | "next" | "past" | "last" | "first" | "these" | "those" | "every" | "quite" | "with"),
        // `all four` is `the four`; `all-night`.
        // `the heaviest loser of all` is only the heaviest.
        // `a weekend in Bruges, all cobbles and chocolate` only describes it.
        "all"
            if matches!(before, "," | "-" | "–" | "—")
                && view.folded_at(cue.last + 2) == "and"
                && !view.folded_at(cue.last + 1).ends_with("en") =>
        {
            false
        }
        "all" if matches!(before, "almost" | "nearly" | "virtually" | "practically" | "not") => false,
        // `one-all`, a draw
        "all" if before == "-" && cue.first >= 2 && counts_at(cue.first - 2) => false,
        "all" if before == "of" => view.item_at(cue.last + 1).is_some() && !counts(),
        "all" => !matches!(next, "-" | "due" | "as" | "in" | "at" | "about" | "too" | "but" | "over" | "by" | "to" | "for") && !counts(),
        // `only hours left`: قبل ساعات says by itself that they are few.
        "only" => !matches!(next, "seconds" | "minutes" | "hours" | "days" | "weeks" | "months"),
        // `some 50 people`
        "some" => !counts(),
        _ => true,
    }
}

fn swapped(unit: &Unit, cue: &Cue<Class>, rival: &Cue<Class>, odds: f32) -> Note {
    let with_noun = |lang: Lang, c: &Cue<Class>| {
        let view = unit.view(lang);
        next_item(view, c.last + 1, 3).map_or(c.span(view), |i| c.span(view).cover(view.item(i).span))
    };
    let (english, arabic) = (with_noun(Lang::English, cue), with_noun(Lang::Arabic, rival));
    let quoted = unit.quoted(Some(english), Some(arabic));
    // كل stands among the words for many, but before a definite plural it is all of them.
    let said = if is_every(unit, rival) { Class::All } else { rival.class };
    let (source, target) = unit.in_order(cue.class, said);
    let message = format!(
        "The source speaks of {} (“{}”), the translation of {} (“{}”).",
        source.described(),
        quoted.expected,
        target.described(),
        quoted.found
    );
    Note { message, odds, ..quoted }
}

fn lone(unit: &Unit, lang: Lang, cue: &Cue<Class>, odds: f32, noun: Option<u32>) -> Note {
    let view = unit.view(lang);
    let span = noun.map_or(cue.span(view), |i| cue.span(view).cover(view.item(i).span));
    let other = unit.view(lang.other());
    let facing: Option<Span> = noun.and_then(|i| partner_token(unit, lang, i)).map(|t| other.side.tokens.span(t, t));
    let words = view.words(span);
    let described = cue.class.described();
    let message = if lang == unit.source() {
        format!("The source speaks of {described} (“{words}”); nothing in the translation says so.")
    } else {
        format!("The translation speaks of {described} (“{words}”); nothing in the source says so.")
    };
    let (english, arabic) = lang.english_first(Some(span), facing);
    Note { message, odds, ..unit.quoted(english, arabic) }
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, unsure};

    fn pairs(english: &str, arabic: &str) -> Vec<(String, String)> {
        findings("quantifier-mismatch", english, arabic).into_iter().map(|f| (f.expected, f.found)).collect()
    }

    #[test]
    fn another_step_of_the_scale_is_found() {
        for (english, arabic, e, a) in [
            ("Some farmers rejected the offer.", "رفض جميع المزارعين العرض.", "Some farmers", "جميع المزارعين"),
            ("All ministers signed the letter.", "وقع بعض الوزراء الرسالة.", "All ministers", "بعض الوزراء"),
            ("Most prisoners were released.", "أطلق سراح قلة من السجناء.", "Most prisoners", "قلة من السجناء"),
            ("Most voters stayed at home.", "بقي عدد من الناخبين في منازلهم.", "Most voters", "عدد من الناخبين"),
            ("Several voters stayed at home.", "بقي جميع الناخبين في منازلهم.", "Several voters", "جميع الناخبين"),
            ("Few voters stayed at home.", "بقي عدد من الناخبين في منازلهم.", "Few voters", "عدد من الناخبين"),
            ("Many voters stayed at home.", "بقي عدد قليل من الناخبين في منازلهم.", "Many voters", "عدد قليل من الناخبين"),
            ("Half of the voters stayed at home.", "بقي جميع الناخبين في منازلهم.", "Half of the voters", "جميع الناخبين"),
            ("The majority of voters stayed at home.", "بقي بعض الناخبين في منازلهم.", "The majority of voters", "بعض الناخبين"),
        ] {
            let found = pairs(english, arabic);
            let [(expected, met)] = &found[..] else { panic!("{english} {found:?}") };
            assert!(e.ends_with(expected.as_str()) && met == a, "{found:?}");
        }
    }

    #[test]
    fn a_count_that_became_some_is_found() {
        assert_eq!(
            pairs("She will be here within two minutes.", "ستكون هنا خلال بعض دقائق."),
            [("two minutes".to_owned(), "بعض دقائق".to_owned())]
        );
        assert!(pairs("She will be here within two minutes.", "ستكون هنا خلال دقيقتين.").is_empty());
        assert!(pairs("Two ministers and some minutes of silence.", "وزيران وبعض دقائق من الصمت.").is_empty());
    }

    #[test]
    fn how_many_of_them_is_not_all_of_them() {
        let english = "Fourteen lawmakers walked out of the chamber, and all of them returned on Monday.";
        assert_eq!(pairs(english, "وانسحب 14 نائبا من القاعة، ثم عاد تسعة منهم يوم الاثنين.").len(), 1);
        assert!(pairs(english, "وانسحب 14 نائبا من القاعة، ثم عادوا جميعهم يوم الاثنين.").is_empty());
        assert!(pairs(english, "وانسحب 14 نائبا من القاعة، ثم عاد الأربعة عشر منهم يوم الاثنين.").is_empty());
    }

    #[test]
    fn a_lost_majority_is_found() {
        assert_eq!(pairs("Most prisoners were released.", "أطلق سراح السجناء.").len(), 1);
    }

    #[test]
    fn other_words_for_the_same_step_stay() {
        for (english, arabic) in [
            ("Few analysts expected the shop to survive.", "لم يكن كثير من المحللين يتوقعون أن يصمد المتجر."),
            ("Few of the ships have left the port.", "معظم السفن لم تغادر الميناء."),
            ("Some farmers rejected the offer.", "رفض عدد من المزارعين العرض."),
            ("Some 1.5 million people were left in the dark.", "غرق مليون ونصف المليون شخص في الظلام."),
            ("Lawmakers voted 187 to 142 for the bill.", "صوت النواب بأغلبية 187 صوتا مقابل 142 لصالح مشروع القانون."),
            ("The house voted by a majority of those present.", "صوت المجلس بأغلبية الحاضرين."),
            ("Parliament approved the budget by a large majority of votes.", "أقر البرلمان الموازنة بأغلبية كبيرة من الأصوات."),
            ("Some farmers rejected the offer.", "رفض مزارعون العرض."),
            ("Several farmers rejected the offer.", "رفض عدد من المزارعين العرض."),
            ("A few farmers rejected the offer.", "رفض عدد من المزارعين العرض."),
            ("More than half of the farmers rejected the offer.", "رفض معظم المزارعين العرض."),
            ("Most farmers rejected the offer.", "رفض أكثر من نصف المزارعين العرض."),
            ("Few farmers rejected the offer.", "لم يرفض العرض سوى عدد من المزارعين."),
            ("All ministers signed the letter.", "وقع الوزراء كلهم الرسالة."),
            ("All four ministers signed the letter.", "وقع الوزراء الأربعة الرسالة."),
            ("Most prisoners were released.", "أطلق سراح غالبية السجناء."),
            ("Many farmers rejected the offer.", "رفض العديد من المزارعين العرض."),
            ("This is the most dangerous road in the country.", "هذا أخطر طريق في البلاد."),
            ("After all, the ministers signed the letter.", "وفي النهاية وقع الوزراء الرسالة."),
            ("Both the ministers and the farmers signed.", "وقع كل من الوزراء والمزارعين."),
            ("Some prisoners were released and most were pardoned.", "أطلق سراح بعض السجناء وعفي عن معظمهم."),
        ] {
            assert!(pairs(english, arabic).is_empty(), "{english} {:?}", pairs(english, arabic));
        }
    }

    #[test]
    fn all_of_them_are_not_called_many() {
        let found = findings("quantifier-mismatch", "Most schools are closed.", "كل المدارس مغلقة.");
        assert_eq!(found[0].message, "The source speaks of most (“Most schools”), the translation of all (“كل المدارس”).");
    }

    #[test]
    fn half_an_hour_and_the_last_of_all_are_no_quantifiers() {
        for (english, arabic) in [
            ("Some now commute more than 90 minutes each way.", "يحتاج بعضهم الآن إلى ما يزيد على ساعة ونصف للتنقل."),
            ("The property sector was the heaviest loser of all.", "وكان قطاع العقار الخاسر الأكبر."),
            ("Only hours before the deadline the list was full.", "قبل ساعات من انتهاء المهلة امتلأت القائمة."),
            ("It was only their second final.", "كان هذا ثاني نهائي لهم لا أكثر."),
        ] {
            assert_eq!(pairs(english, arabic), [], "{english}");
        }
    }

    #[test]
    fn words_that_say_how_much_in_another_way() {
        #[rustfmt::skip]
        let right = [
            ("A dearth of boats left the port half empty.", "قلة القوارب تركت الميناء شبه خال."),
            ("He may sail, but only with a letter from the minister.", "يمكنه الإبحار، لكن شرط تقديم رسالة من الوزير."),
            ("Boats will be free for all young sailors.", "ستكون القوارب مجانية لجميع البحارة الشباب."),
            ("Farmers left in droves.", "غادر المزارعون بأعداد كبيرة."),
            ("They spent a weekend in Bruges, all cobbles and chocolate.", "أمضيا عطلة في بروج بحجارة شوارعها وشوكولاتتها."),
            ("The price is only marginally lower.", "السعر أقل بفارق ضئيل."),
        ];
        for (english, arabic) in right {
            let unsure = unsure("quantifier-mismatch", english, arabic);
            assert!(pairs(english, arabic).is_empty() && unsure.is_empty(), "{english} {unsure:?}");
        }
        for (english, arabic) in
            [("Only sailors may vote.", "يحق للبحارة التصويت."), ("All men and women may vote.", "يحق لبعض الرجال والنساء التصويت.")]
        {
            assert_eq!(pairs(english, arabic).len(), 1, "{english}");
        }
    }
}
