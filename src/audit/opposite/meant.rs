//! Arabic words that mean the opposite of an English one, and are not meant as that: what declines, what lasted, what was so long ago.

use crate::anchor::quantity::{Measure, Quantity};
use crate::audit::polarity::word::says;
use crate::audit::unit::{Unit, View};
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lang::arabic::without_conjunction;
use crate::lexicon::words;

/// Whether Arabic word `a` is not meant as the opposite of English word `e`.
pub(super) fn otherwise(unit: &Unit, e: u32, a: u32) -> bool {
    let view = &unit.arabic;
    let token = view.item(a).token as usize;
    // What somebody's age is says nothing of old or young.
    matches!(view.folded(token), "بسبب" | "بفعل" | "يبلغ" | "تبلغ" | "البالغ" | "البالغه")
        || view.folded(token) == "حد" && view.folded_at(token.wrapping_sub(1)) == "الي"
        || declines(view, token)
        || is_before_the_end(view, token)
        || is_told_forward(unit, token)
        || is_business(unit, e, token)
        || is_ago(unit, token)
        || tells_how_long(view, token)
        || tells_how_high(unit, e, token)
        || bound_a_number(unit, e, a)
        || is_of_another(unit, e, a)
        || is_other_party(unit, e, a)
        || is_phrase(unit, e, a)
}

/// Whether English word `e` is part of a phrase in which it says something else.
fn is_phrase(unit: &Unit, e: u32, a: u32) -> bool {
    let view = &unit.english;
    let token = view.item(e).token as usize;
    let (before, next) = (view.folded_at(token.wrapping_sub(1)), view.folded_at(token + 1));
    let facing = unit.arabic.folded(unit.arabic.item(a).token as usize);
    match view.folded(token) {
        // `as much as 29 kilometres`
        "much" | "little" | "many" | "few" => before == "as" && next == "as",
        // `the most thinly populated`, الأقل كثافة
        "most" => matches!(next, "thinly" | "sparsely" | "scarcely" | "lightly" | "seldom" | "rarely" | "infrequently" | "poorly"),
        // `kept waiting`, ترك ينتظر; `kept a space on the shelf`, ترك مكانا خاليا
        "keep" | "kept" | "keeps" | "keeping" => {
            let room = |t: usize| matches!(view.folded_at(t), "space" | "place" | "seat" | "chair" | "room" | "gap" | "spot" | "slot");
            next.ends_with("ing") || (token + 1..token + 5).any(room)
        }
        "null" => next == "and",
        // `at the earliest`, `the worst of the heat`, `will be taken back`
        "earliest" => before == "the" && facing.contains("تاخر"),
        "worst" => next == "of" && facing.contains("ذرو"),
        "taken" | "take" | "takes" | "took" => next == "back",
        "owe" | "owes" | "owed" | "owing" => true,
        // وعكة صحية is an illness, جرده من سلاحه `disarmed him`, محتجون على الانقلاب `anti-coup protesters`.
        "ill" | "sick" | "unwell" => near_before(unit, a, &["وعك", "ازم", "حاله", "مشكل", "ظروف", "متاعب"]),
        "disarm" | "disarmed" | "disarms" | "disarming" => near_before(unit, a, &["جرد", "نزع", "انتزع", "سحب", "صادر", "تجريد"]),
        anti if anti.starts_with("anti") => near_before(unit, a, &["محتج", "احتجاج", "معارض", "مناهض", "ضد", "رافض", "معاد", "مكافح"]),
        // تتجاوز الحد القانوني is `illegal`, فض الاشتباك to disengage.
        "illegal" | "illegally" | "unlawful" | "unlawfully" => near_before(unit, a, &["تجاوز", "خالف", "خارج", "خرق", "انته"]),
        "disengage" | "disengaged" | "disengagement" | "disengaging" => near_before(unit, a, &["فض", "فك"]),
        // `fighting for his life`, يصارع الموت; `lapsed into unconsciousness`, فقدت وعيها
        "life" | "lives" => {
            view.before(token, 4).any(|t| ["fight", "fought", "battl", "struggl"].iter().any(|s| view.folded(t).starts_with(s)))
        }
        "unconscious" | "unconsciousness" => declines(&unit.arabic, unit.arabic.item(a).token as usize),
        // `the son of a cobbler`, وُلد لأب إسكافي
        "son" | "daughter" => next == "of" && matches!(facing, "لاب" | "لام" | "لوالد" | "لوالده"),
        // `dismissed as baseless`, `the better part of a century`, `are taught to read`
        "dismissed" => (1..4).any(|n| view.folded_at(token + n) == "as"),
        "better" => next == "part",
        // `not until after the vote`, ليس قبل التصويت
        "after" => matches!(before, "until" | "till"),
        "often" => before == "less",
        "taught" => words::is_passive_helper(before),
        // `a source close to the talks`, مصدر مطلع على المفاوضات
        "close" => next == "to" && facing == "مطلع",
        // `left two rivals trailing`, متقدما على منافسين
        "trailing" | "behind" => (1..6).any(|n| matches!(view.folded_at(token.wrapping_sub(n)), "leave" | "leaves" | "left" | "leaving")),
        // What is cut off need not fall.
        "cut" | "cuts" | "cutting" => next == "off",
        // `with nine games left`: they remain.
        "left" => (1..6).any(|n| view.folded_at(token.wrapping_sub(n)) == "with"),
        // `lost strength` is weakened.
        _ => matches!(before, "lost" | "lose" | "loses" | "losing" | "lacks" | "lacked" | "short"),
    }
}

/// Whether a word that has one of `stems` in it stands a few tokens before Arabic word `a`.
fn near_before(unit: &Unit, a: u32, stems: &[&str]) -> bool {
    /// How many tokens may stand between: `فضت دلهي وبكين الاشتباك`.
    const REACH: usize = 4;
    let view = &unit.arabic;
    let has = |t: usize| stems.iter().any(|stem| view.folded(t).contains(stem));
    view.before(view.item(a).token as usize, REACH).into_iter().any(has)
}

/// Whether Arabic word `a` is whom English verb `e` does it with: `sold well`, لقي إقبالا من المشترين.
fn is_other_party(unit: &Unit, e: u32, a: u32) -> bool {
    const PARTIES: [(&[&str], &[&str]); 2] = [
        (&["sell", "sells", "sold", "selling"], &["مشتر", "المشتر", "للمشتر"]),
        (&["buy", "buys", "bought", "buying"], &["بايع", "البايع", "باعه", "الباعه"]),
    ];
    let (verb, other) = (unit.english.folded(unit.english.item(e).token as usize), unit.arabic.folded(unit.arabic.item(a).token as usize));
    PARTIES.iter().any(|(verbs, parties)| verbs.contains(&verb) && parties.iter().any(|p| other.starts_with(p)))
}

/// Beginnings of words for a decline, folded: what declines is not its own opposite (انحسرت قوته, `weakened`).
const DECLINES: [&str; 9] = ["انحسر", "انحسار", "تراجع", "انخفض", "انخفاض", "تضاءل", "تضاؤل", "تدهور", "تلاش"];

/// Whether the word at `token` is what declines: فقد الإعصار بعض قوته.
fn declines(view: &View, token: usize) -> bool {
    let before = |t: usize| DECLINES.iter().any(|stem| view.folded(t).contains(stem));
    let loses = |t: usize| matches!(view.folded(t), "فقد" | "فقدت" | "يفقد" | "تفقد" | "خسر" | "خسرت");
    let near = view.before(token, 3);
    token > view.tokens.0 && (before(token - 1) || view.folded(token - 1) == "اقل") || near.into_iter().any(loses)
}

/// Whether the Arabic word at `token` only tells how high something stands, which English says beside another word than `e`: `a 137-metre
/// stack that will fall`, يرتفع 137 مترا.
fn tells_how_high(unit: &Unit, e: u32, token: usize) -> bool {
    /// How far behind the verb, in tokens, its number may stand.
    const REACH: usize = 4;
    let (english, arabic) = (&unit.english, &unit.arabic);
    if !matches!(without_conjunction(arabic.folded(token)), "يرتفع" | "ترتفع" | "يعلو" | "تعلو" | "ارتفاعه" | "ارتفاعها")
    {
        return false;
    }
    let behind = |q: &Quantity, t: usize| (t + 1..t + 1 + REACH).contains(&(q.number_tokens.start as usize));
    let is_length = |q: &Quantity| matches!(q.measure, Measure::Unit(u) if u.dimension == "length");
    let verb = english.item(e).token as usize;
    let said = |height: &Quantity| english.quantities().iter().any(|q| is_length(q) && q.low == height.low && !behind(q, verb));
    arabic.quantities().iter().any(|q| is_length(q) && behind(q, token) && said(q))
}

/// Whether the word at `token` only tells how long something went on: حرب استمرت ثلاثين عاما.
fn tells_how_long(view: &View, token: usize) -> bool {
    let lasts = ["استمر", "يستمر", "تستمر", "دام", "يدوم", "تدوم"].iter().any(|stem| view.folded(token).starts_with(stem));
    lasts
        && view
            .quantities()
            .iter()
            .any(|q| q.measure.is_duration() && (1..5).contains(&(q.number_tokens.start as usize).saturating_sub(token)))
}

/// Whether English word `e` and Arabic word `a` bound the same number: the rule on numbers knows.
fn bound_a_number(unit: &Unit, e: u32, a: u32) -> bool {
    let of = |lang: Lang, i: u32| {
        let view = unit.view(lang);
        let token = view.item(i).token;
        view.quantities().iter().find(move |q| q.tokens.contains(&token) && !q.number_tokens.contains(&token))
    };
    of(Lang::English, e).zip(of(Lang::Arabic, a)).is_some_and(|(e, a)| e.low == a.low)
}

/// Whether another English word that nothing accounts for says what Arabic word `a` does: `less meat and more lentils`.
fn is_of_another(unit: &Unit, e: u32, a: u32) -> bool {
    // `by two votes`, بصوتين: the number answers for the noun.
    let number = |e: u32| matches!(unit.english.item(e).kind, Kind::Quantity(_));
    unit.partner(Lang::Arabic, a).is_none_or(number)
        && unit.english.item_range().any(|x| x != e && unit.partner(Lang::English, x).is_none() && says(unit, x, a))
}

/// Whether قبل is so long ago, where English says so long after: قبل أكثر من قرن.
fn is_ago(unit: &Unit, token: usize) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let lasts = |view: &View, near: std::ops::Range<usize>| {
        view.quantities().iter().any(|q| q.measure.is_duration() && near.contains(&(q.number_tokens.start as usize)))
    };
    let after = |t: usize| english.folded(t) == "after" && lasts(english, t.saturating_sub(3)..t);
    arabic.folded(token) == "قبل" && lasts(arabic, token + 1..token + 4) && english.token_range().any(after)
}

/// Whether قبل أن goes on to what comes later, as English does the other way: `until Tuesday, after which`.
fn is_told_forward(unit: &Unit, token: usize) -> bool {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let later = |t: usize| english.folded(t) == "after" && matches!(english.folded_at(t + 1), "which" | "that");
    arabic.folded(token) == "قبل" && arabic.folded_at(token + 1) == "ان" && english.token_range().any(later)
}

/// Whether وحدة is the division of a company: with what it does behind it, and nothing that is divided in the sentence.
fn is_business(unit: &Unit, e: u32, token: usize) -> bool {
    let division = matches!(unit.english.folded(unit.english.item(e).token as usize), "division" | "divisions");
    division && matches!(unit.arabic.folded(token), "وحده" | "وحدات" | "الوحده") && unit.arabic.is_word(token + 1)
}

/// Whether قبل stands before words for the end of a time that begins with something: قبل مرور يوم على, less than a day after.
fn is_before_the_end(view: &View, token: usize) -> bool {
    const ENDS: [&str; 12] = ["تتم", "يتم", "تكتمل", "يكتمل", "تكمل", "يكمل", "تنقضي", "ينقضي", "تمر", "يمر", "تمضي", "يمضي"];
    // `after less than an hour`, قبل أن تتم ساعة كاملة
    let runs_out = || view.folded_at(token + 1) == "ان" && ENDS.contains(&view.folded_at(token + 2));
    view.folded(token) == "قبل" && (matches!(view.folded_at(token + 1), "مرور" | "انقضاء" | "مضي" | "انصرام" | "اكتمال") || runs_out())
}
