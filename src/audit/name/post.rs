//! The post of somebody who is named, which has become another one: `Prime Minister Mohammed`, الرئيس محمد.

use crate::audit::facing::partner_token;
use crate::audit::figures::other_words;
use crate::audit::unit::{Note, Unit, View};
use crate::lang::Lang;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 1.2;
/// How far before a name its post may start in Arabic, in tokens: رئيس الوزراء العراقي محمد.
const REACH: usize = 4;

/// Posts that few hold: what stands right before the name in English, with a bar between two; and how the post begins in Arabic, folded and
/// without article, with what must follow.
struct Post {
    english: &'static str,
    arabic: &'static [(&'static str, &'static [&'static str])],
    /// What a right translation may have for it as well, though it is no post of its own, or another one's too.
    also: &'static [&'static str],
}

const fn post(english: &'static str, arabic: &'static [(&'static str, &'static [&'static str])], also: &'static [&'static str]) -> Post {
    Post { english, arabic, also }
}

const MEN: &str = "وزير";
const WOMEN: &str = "وزيره";

#[rustfmt::skip]
const POSTS: &[Post] = &[
    post("president", &[("رييس", &[]), ("رييسه", &[])], &[]),
    post("prime minister|premier", &[
        ("رييس", &["الوزراء", "وزراء", "الحكومه", "حكومه"]), ("رييسه", &["الوزراء", "وزراء", "الحكومه", "حكومه"]),
    ], &[]),
    post("foreign minister|foreign secretary|secretary of state", &[(MEN, &["الخارجيه", "خارجيه"]), (WOMEN, &["الخارجيه", "خارجيه"])], &[]),
    post("defence minister|defense minister|defence secretary|defense secretary|secretary of defense",
        &[(MEN, &["الدفاع", "دفاع", "الحرب"]), (WOMEN, &["الدفاع", "دفاع"])], &[]),
    post("interior minister|home secretary", &[(MEN, &["الداخليه", "داخليه"]), (WOMEN, &["الداخليه", "داخليه"])], &[]),
    post("finance minister|treasury secretary", &[(MEN, &["الماليه", "ماليه", "الخزانه"]), (WOMEN, &["الماليه", "ماليه", "الخزانه"])], &[]),
    post("justice minister", &[(MEN, &["العدل", "عدل"]), (WOMEN, &["العدل"])], &[]),
    post("health minister|health secretary", &[(MEN, &["الصحه", "صحه"]), (WOMEN, &["الصحه"])], &[]),
    post("education minister|education secretary", &[(MEN, &["التعليم", "التربيه", "المعارف"]), (WOMEN, &["التعليم", "التربيه"])], &[]),
    post("agriculture minister", &[(MEN, &["الزراعه", "زراعه"]), (WOMEN, &["الزراعه"])], &[]),
    post("transport minister|transportation minister", &[(MEN, &["النقل", "المواصلات"]), (WOMEN, &["النقل", "المواصلات"])], &[]),
    post("culture minister", &[(MEN, &["الثقافه", "ثقافه"]), (WOMEN, &["الثقافه"])], &[]),
    post("king", &[("ملك", &[]), ("عاهل", &[])], &[]),
    post("prince", &[("امير", &[])], &["ولي"]),
    post("mayor", &[("رييس", &["البلديه", "بلديه"]), ("رييسه", &["البلديه", "بلديه"]), ("عمده", &[])], &["محافظ", "المحافظ", "امين", "الامين"]),
    post("governor", &[("محافظ", &[]), ("حاكم", &[])], &["والي", "الوالي", "امير", "الامير"]),
    post("general", &[("جنرال", &[]), ("لواء", &[])], &["الفريق", "فريق", "العميد", "عميد", "المشير", "القايد"]),
    post("colonel", &[("عقيد", &[])], &["المقدم", "مقدم", "الكولونيل"]),
];

static ASKS: Question = Question::new();

/// The post before a name on each side, where the two are different ones.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    let english = &unit.english;
    let last = |word: &str| {
        matches!(word, "president" | "minister" | "premier" | "secretary" | "king" | "state" | "defense")
            || matches!(word, "prince" | "mayor" | "governor" | "general" | "colonel")
    };
    notes.extend(english.tokens_that_are(&ASKS, last).find_map(|t| before_name(unit, t)));
}

/// What is told where a post ends at English token `t`, right before a name.
fn before_name(unit: &Unit, t: usize) -> Option<Note> {
    let (english, arabic) = (&unit.english, &unit.arabic);
    let (e, first) = POSTS.iter().enumerate().find_map(|(n, post)| Some((n, ends(english, t, post)?)))?;
    // `vice president`, `deputy prime minister`, and a president of something smaller.
    let other = matches!(
        english.folded_at(first.wrapping_sub(1)),
        "vice"
            | "deputy"
            | "-"
            | "former"
            | "ex"
            | "first"
            | "then"
            | "assistant"
            | "shadow"
            | "acting"
            | "minister"
            | "crown"
            | "secretary"
            | "attorney"
            | "director"
            | "consul"
            | "surgeon"
            | "inspector"
            | "solicitor"
            | "lieutenant"
            | "governor"
    );
    let name = english.is_capital(t + 1).then(|| english.item_at(t + 1))??;
    let at = partner_token(unit, Lang::English, name).filter(|_| !other)?;
    let (a, there) =
        (1..=REACH).find_map(|back| Some((in_arabic(arabic, at.checked_sub(back).filter(|t| *t >= arabic.tokens.0)?)?, at - back)))?;
    // رئيس الوزراء العراقي: between the post and the name stands only what belongs to it.
    let length = if POSTS[a].arabic[0].1.is_empty() { 1 } else { 2 };
    let belongs = (there + length..at).all(|t| arabic.folded(t).starts_with("ال") || arabic.folded(t).ends_with('ا') && t + 1 == at);
    let plain = POSTS[a].arabic[0].1.is_empty() && !arabic.folded(there).contains("ال");
    let deputy = |t: usize| ["نايب", "ناءب", "مساعد", "وكيل", "سابق", "اسبق"].iter().any(|stem| arabic.folded(t).contains(stem));
    let also = |t: usize| POSTS[e].also.contains(&arabic.folded(t).trim_start_matches(['و', 'ف', 'ل', 'ب']));
    let fits =
        |t: usize| POSTS[e].arabic.iter().any(|(begins, _)| a != e && POSTS[a].arabic[0].0 != *begins && bare(arabic.folded(t)) == *begins);
    if a == e || !belongs || plain || arabic.about(there..at, 3, 0).any(|t| also(t) || fits(t)) || arabic.about(there..at, 2, 0).any(deputy)
    {
        return None;
    }
    // Where each side has both posts, the names may have other places.
    let named = |view: &View, n: usize| view.token_range().any(|t| ends(view, t, &POSTS[n]).is_some());
    let posts = |n: usize| arabic.token_range().any(|t| in_arabic(arabic, t) == Some(n));
    let span = arabic.side.tokens.span(there, at);
    (!named(english, a) || !posts(e)).then(|| other_words(unit, english.side.tokens.span(first, t + 1), span, ODDS))
}

/// The first token of the post that ends at English token `t`.
fn ends(view: &View, t: usize, post: &Post) -> Option<usize> {
    post.english.split('|').find_map(|name| {
        let length = name.split(' ').count();
        let first = (t + 1).checked_sub(length).filter(|first| *first >= view.tokens.0)?;
        name.split(' ').zip(first..).all(|(word, at)| view.folded_at(at) == word).then_some(first)
    })
}

/// A folded Arabic word without what is joined to it.
fn bare(word: &str) -> &str {
    let word = word.strip_prefix(['و', 'ف']).filter(|w| !w.starts_with("زير")).unwrap_or(word);
    let word = word.strip_prefix("لل").or_else(|| word.strip_prefix(['ب', 'ل']).filter(|w| *w != "واء")).unwrap_or(word);
    word.strip_prefix("ال").unwrap_or(word)
}

/// The post that begins at Arabic token `t`.
fn in_arabic(view: &View, t: usize) -> Option<usize> {
    let word = bare(view.folded(t));
    let fits = |(begins, follows): &(&str, &[&str])| *begins == word && (follows.is_empty() || follows.contains(&view.folded_at(t + 1)));
    // The longer one first: رئيس الوزراء is no رئيس.
    POSTS.iter().enumerate().filter(|(_, post)| post.arabic.iter().any(fits)).max_by_key(|(_, post)| post.arabic[0].1.len()).map(|(n, _)| n)
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("name-mismatch", english, arabic).len()
    }

    #[test]
    fn another_post() {
        for (english, arabic) in [
            ("British Prime Minister Keir Starmer arrived on Monday.", "وصل الرئيس البريطاني كير ستارمر يوم الاثنين."),
            ("Education Minister Keir Starmer resigned on Monday.", "استقال وزير الصحة كير ستارمر يوم الاثنين."),
            ("Prince Hassan Talal visited the base on Monday.", "زار الملك حسن طلال القاعدة يوم الاثنين."),
            ("General Hassan Rouhani visited the base on Monday.", "زار العقيد حسن روحاني القاعدة يوم الاثنين."),
            ("British Foreign Secretary Keir Starmer arrived on Monday.", "وصل رئيس الوزراء البريطاني كير ستارمر يوم الاثنين."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn the_same_post() {
        for (english, arabic) in [
            ("He met Iraqi Prime Minister Mohammed al-Sudani on Monday.", "التقى رئيس الوزراء العراقي محمد السوداني يوم الاثنين."),
            ("He met Iraqi Prime Minister Mohammed al-Sudani on Monday.", "التقى محمد السوداني رئيس الحكومة العراقية يوم الاثنين."),
            ("President Hassan Rouhani spoke on Monday.", "تحدث الرئيس الإيراني حسن روحاني يوم الاثنين."),
            ("Vice President Kamala Harris spoke on Monday.", "تحدثت نائبة الرئيس كامالا هاريس يوم الاثنين."),
            ("Mayor Keir Starmer visited the school on Monday.", "زار عمدة المدينة كير ستارمر المدرسة يوم الاثنين."),
            ("Mayor Keir Starmer visited the school on Monday.", "زار المحافظ كير ستارمر المدرسة يوم الاثنين."),
            ("Brigadier General Hassan Rouhani visited the base.", "زار العميد حسن روحاني القاعدة."),
            ("Lieutenant General Hassan Rouhani visited the base.", "زار الفريق حسن روحاني القاعدة."),
            ("Crown Prince Hassan Talal visited the base on Monday.", "زار ولي العهد الأمير حسن طلال القاعدة يوم الاثنين."),
            ("Saudi King Salman spoke on Monday.", "تحدث العاهل السعودي الملك سلمان يوم الاثنين."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
