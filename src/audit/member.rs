//! Who else is among those that are told of, left out: `, among them two lawyers`, ، بينهم محاميان; `the senator and her pilot`.
//!
//! Such a phrase may have one word that says something, and is a claim all the same.

use super::facing::{facing, partner_token};
use super::polarity::word::says;
use super::unit::{Note, Unit, View};
use crate::evidence::item::Kind as ItemKind;
use crate::lang::arabic::without_conjunction;
use crate::lang::token::Kind;
use crate::lang::{Lang, arabic};
use crate::lexicon::words;
use crate::span::Span;

/// Log odds that a reviser minds; no constant was fitted.
const AMONG: f32 = 1.2;
const WITH: f32 = 0.6;
/// How many tokens such a phrase has at most.
const LONGEST: usize = 7;

/// What only `lang` tells of who is among others.
pub(super) fn left_out(unit: &Unit, lang: Lang, notes: &mut Vec<Note>) {
    if unit.is_one_sided() || unit.is_glued() {
        return;
    }
    let view = unit.view(lang);
    let among = view.token_range().find_map(|t| among(unit, lang, t)).map(|span| (span, AMONG));
    let with = || (lang == Lang::English).then(|| view.token_range().find_map(|t| companion(unit, t))).flatten().map(|span| (span, WITH));
    let Some((span, odds)) = among.or_else(with) else { return };
    if !notes.iter().any(|n| n.is_on(lang, span)) {
        notes.push(unit.without_counterpart(lang, span, odds));
    }
}

/// Whether nothing answers for item `i` of `lang`, here or nearby.
fn is_lost(unit: &Unit, lang: Lang, i: u32) -> bool {
    unit.partner(lang, i).is_none() && !unit.is_linked(lang, i) && !unit.context.elsewhere(lang, i)
}

/// Whether nothing but the number of something else answers for Arabic item `i`: محاميان and `two pistols`.
fn is_lost_dual(unit: &Unit, lang: Lang, i: u32) -> bool {
    let number = |e: u32| matches!(unit.english.item(e).kind, ItemKind::Quantity(_));
    let dual = lang == Lang::Arabic && unit.arabic.folded(unit.arabic.item(i).token as usize).ends_with("ان");
    let by_number = || unit.account.links.iter().filter(|l| l.arabic == i).all(|l| number(l.english));
    dual && by_number() && !unit.context.elsewhere(lang, i) && !unit.english.item_range().any(|e| !number(e) && says(unit, e, i))
}

/// The phrase from token `t` to the next mark that says who is among them, where nothing answers for it.
fn among(unit: &Unit, lang: Lang, t: usize) -> Option<Span> {
    let view = unit.view(lang);
    let behind_mark = matches!(view.folded_at(t.wrapping_sub(1)), "،" | "," | "(" | "-" | "–");
    let other = unit.view(lang.other());
    if !behind_mark || !opens(view, lang, t) || other.token_range().any(|t| may_answer(other, lang.other(), t)) {
        return None;
    }
    let is_word = |t: &usize| view.side.tokens.get(*t).is_some_and(|w| w.kind == Kind::Word || w.kind == Kind::Number);
    let last = view.around(t, 0, LONGEST).take_while(is_word).last()?;
    let closed = last - t < LONGEST && (last + 1 >= view.tokens.1 || matches!(view.folded(last + 1), "،" | "," | "." | ")" | "-" | "–"));
    let mut items = view.side.items_within(t + 1..last + 1).map(|i| i as u32).peekable();
    let lost = items.peek().is_some() && items.all(|i| is_lost(unit, lang, i) || is_lost_dual(unit, lang, i));
    (closed && lost).then(|| view.side.tokens.span(t, last))
}

fn opens(view: &View, lang: Lang, t: usize) -> bool {
    match lang {
        Lang::English => view.folded(t) == "including" || view.folded(t) == "among" && view.folded_at(t + 1) == "them",
        Lang::Arabic => {
            let word = view.folded(t).trim_start_matches('و');
            matches!(word, "بينهم" | "بينهما" | "بينهن")
                || word == "من" && matches!(view.folded_at(t + 1), "بينهم" | "ضمنهم")
                || word == "بمن" && view.folded_at(t + 1) == "فيهم"
        }
    }
}

/// Words that may say in other words who is among them; the Arabic ones, folded, also with what may be joined to them but the article, which
/// makes other words of them: الأحد.
#[rustfmt::skip]
const ENGLISH: &[&str] = &[
    "among", "amongst", "including", "include", "includes", "included", "whom", "them", "one", "some", "along", "both", "with", "inclusive",
    "well",
];
#[rustfmt::skip]
const ARABIC: &[&str] = &[
    "بين", "منهم", "منهما", "منهن", "منها", "فيهم", "فيها", "ضمن", "مع", "معه", "معها", "معهم", "معهما", "معهن", "شمل", "يشمل", "شامل", "مثل",
    "ضم", "ضمت", "يضم", "تتضمن", "يتضمن", "متضمن", "احد", "احدا", "كما", "ابرز", "سيما", "لاسيما", "بعض", "بما",
];

/// Whether token `t` may say in other words who is among them.
fn may_answer(view: &View, lang: Lang, t: usize) -> bool {
    let word = view.folded(t);
    match lang {
        Lang::English => ENGLISH.contains(&word),
        // إلى جانب محاميين, على رأسهم محام
        Lang::Arabic => {
            let before = view.folded_at(t.wrapping_sub(1)).trim_start_matches('و');
            is_one_of(ARABIC, word) || before == "الي" && word.starts_with("جانب") || before == "علي" && word.starts_with("راس")
        }
    }
}

/// Whether a folded Arabic word is one of `words`, as it stands or with what is joined to it.
fn is_one_of(words: &[&str], word: &str) -> bool {
    // What has two letters keeps a conjunction, and the reading of words takes none off it.
    let mut is = words.contains(&without_conjunction(word));
    arabic::cores(word, &mut |core, clitics| is |= !clitics.article && words.contains(&core));
    is
}

/// `and her pilot`, where the one before is there and nothing answers for the other.
fn companion(unit: &Unit, t: usize) -> Option<Span> {
    let view = &unit.english;
    let owned = view.folded(t) == "and" && matches!(view.folded_at(t + 1), "his" | "her" | "their");
    let noun = view.item_at(t + 2).filter(|i| owned && is_lost(unit, Lang::English, *i) && view.item(*i).kind == ItemKind::Word)?;
    let token = view.item(noun).token as usize;
    // `and her former pilot`, `and her pilot's wife`: the noun is the last word.
    let closed = view.folded_at(token + 1).is_empty()
        || words::stands_function(&view.side.tokens, token + 1)
        || matches!(view.folded_at(token + 1), "," | ".")
        || view.folded_at(token + 1).ends_with("ed");
    let said = view.item(noun).p1 >= 0.6 && !words::stands_light(&view.side.tokens, token);
    let before = view.item_at(t.checked_sub(1)?).and_then(|i| partner_token(unit, Lang::English, i))?;
    // Nothing is left over where it should stand, and nobody is joined to the first one.
    let place = facing(unit, Lang::English, t, token)?;
    let arabic = &unit.arabic;
    let left = |at: usize| arabic.item_at(at).is_some_and(|i| unit.partner(Lang::Arabic, i).is_none());
    let joined = |at: usize| arabic.folded(at).starts_with('و') && left(at) || matches!(arabic.folded(at), "مع" | "برفقه" | "رفقه" | "هما");
    let free = !place.clone().any(left) && !arabic.around(before, 0, 5).any(joined);
    (closed && said && free).then(|| view.side.tokens.span(t, token))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn somebody_left_out() {
        let (arabic, english) =
            ("أوقفت الشرطة أحد عشر شخصا، بينهم محاميان، خلال مداهمات في إزمير.", "Police detained eleven people in raids in Izmir.");
        assert_eq!(in_english("dropped-claim", arabic, english).len(), 1);
        let (arabic, english) =
            ("أوقفت الشرطة أحد عشر شخصا، بينهم محاميان، وصادرت مسدسين.", "Police detained eleven people and seized two pistols.");
        assert_eq!(in_english("dropped-claim", arabic, english).len(), 1);
        // الأحد and الجامعة have words in them that would answer.
        let english = "Police detained twelve people, among them a nurse, during raids in Izmir.";
        assert_eq!(findings("dropped-claim", english, "أوقفت الشرطة يوم الأحد اثني عشر شخصا خلال مداهمات في جامعة إزمير.").len(), 1);
        let (english, arabic) = ("The senator and her pilot walked away unhurt on Thursday.", "خرجت عضو مجلس الشيوخ سالمة يوم الخميس.");
        assert_eq!(findings("dropped-claim", english, arabic).len(), 1);
    }

    #[test]
    fn nobody_left_out() {
        let arabic = "أوقفت الشرطة أحد عشر شخصا، بينهم محاميان، خلال مداهمات في إزمير.";
        for english in [
            "Police detained eleven people, two lawyers among them, in raids in Izmir.",
            "Police detained eleven people, including two lawyers, in raids in Izmir.",
            "Police detained nine people and two lawyers in raids in Izmir.",
        ] {
            assert!(in_english("dropped-claim", arabic, english).is_empty(), "{english}");
        }
        // Two words answer, too: إلى جانب, على رأسهم.
        let english = "Police detained twelve people, among them a nurse, during raids in Izmir.";
        assert_eq!(findings("dropped-claim", english, "أوقفت الشرطة اثني عشر شخصا خلال مداهمات في إزمير.").len(), 1);
        for beside in ["إلى جانب رفاقهم", "وإلى جانبهم رفاق", "على رأسهم زعيمهم", "ومعهم رفاق", "أحدهم رفيق", "تشملهم قائمة"]
        {
            let arabic = format!("أوقفت الشرطة اثني عشر شخصا {beside} خلال مداهمات في إزمير.");
            assert!(findings("dropped-claim", english, &arabic).is_empty(), "{beside}");
        }
        let english = "The senator and her pilot walked away unhurt on Thursday.";
        assert!(findings("dropped-claim", english, "خرجت عضو مجلس الشيوخ وطيارها سالمين يوم الخميس.").is_empty());
        assert!(findings("dropped-claim", english, "خرجت عضو مجلس الشيوخ وقائد طائرتها سالمين يوم الخميس.").is_empty());
    }
}
