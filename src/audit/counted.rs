//! What a number counts: `19 matches` that have become `19 حفرة`.

use super::sense::gloss;
use super::unit::{Note, Unit, View};
use crate::anchor::quantity::{Measure, Quantity, Role};
use crate::evidence::item::Kind;
use crate::lang::Lang;
use crate::lexicon::kinship::kinship;
use crate::lexicon::words;

/// Arabic nouns, folded, that a number may have for company: 12 that sit are 12 people, 36 of 116 are 36 out of as many.
#[rustfmt::skip]
const COMPANIONS: [&str; 25] = [
    "شخص", "شخصا", "اشخاص", "فرد", "فردا", "افراد", "عنصر", "عنصرا", "عناصر", "اصل", "مجموع", "حاله", "حالات", "مره", "مرات", "نوع", "نوعا",
    "انواع", "قطعه", "قطع", "وحده", "وحدات", "عضو", "عضوا", "اعضاء",
];

/// The same of English: of a `26-man squad` the men may be players.
const ENGLISH_COMPANIONS: [&str; 10] = ["man", "men", "person", "persons", "people", "member", "members", "strong", "head", "piece"];

/// Kinship from which on two nouns may be synonyms that the lexicon does not list.
const KIN: f32 = 0.1;

/// That the equal numbers `e` and `a` count other things: words that are known, are not accounted for anywhere on the other side, and
/// that nothing connects.
pub(super) fn other_things(unit: &Unit, e: &Quantity, a: &Quantity) -> Option<Note> {
    let plain = |q: &Quantity| q.measure == Measure::None && q.role == Role::Cardinal && !q.weak && !q.maybe_year && q.low >= 2.0;
    if !plain(e) || !plain(a) {
        return None;
    }
    let thing = |lang: Lang, token: u32| {
        let view = unit.view(lang);
        view.item_at(token as usize).filter(|i| is_thing(view, *i) && !unit.is_linked(lang, *i) && !unit.context.elsewhere(lang, *i))
    };
    let arabic = thing(Lang::Arabic, a.noun?).filter(|i| !COMPANIONS.contains(&unit.arabic.folded(unit.arabic.item(*i).token as usize)))?;
    let english = match (e.noun, of_so_many(&unit.english, e)) {
        (Some(noun), _) => thing(Lang::English, noun)?,
        // `19 of his 29 matches`: those are matches, and accounted for beside the other number.
        (None, Some(noun)) => unit.english.item_at(noun as usize).filter(|i| is_thing(&unit.english, *i))?,
        (None, None) => return None,
    };
    // `a 5,000-seat arena`: what it has is said otherwise; `17 big-banner films` are of big banners.
    let token = unit.english.item(english).token as usize;
    let compound = unit.english.folded_at(token.wrapping_sub(1)) == "-" || unit.english.folded_at(token + 1) == "-";
    if compound || ENGLISH_COMPANIONS.contains(&unit.english.folded(unit.english.item(english).token as usize)) {
        return None;
    }
    let lexicon = unit.lexicon();
    let english_kin = lexicon.english_kin(&unit.english.meanings(english));
    let arabic_kin = lexicon.arabic_kin(&unit.arabic.meanings(arabic));
    let kin = kinship(lexicon, &english_kin, &arabic_kin, &|kin| kin >= KIN);
    (kin < KIN).then(|| note(unit, (e, english), (a, arabic)))
}

fn note(unit: &Unit, (e, english): (&Quantity, u32), (a, arabic): (&Quantity, u32)) -> Note {
    let quoted = unit.quoted(Some(e.span.cover(unit.english.item(english).span)), Some(a.span.cover(unit.arabic.item(arabic).span)));
    let (counts, counted) = (unit.english.words(unit.english.item(english).span), unit.arabic.words(unit.arabic.item(arabic).span));
    let meaning = gloss(unit, unit.arabic.item(arabic)).map_or(String::new(), |m| format!(", “{m}”"));
    let message = match unit.source() {
        Lang::English => format!("The source counts “{counts}”; the translation counts “{counted}”{meaning}."),
        Lang::Arabic => format!("The source counts “{counted}”{meaning}; the translation counts “{counts}”."),
    };
    Note { message, odds: 1.0, ..quoted }
}

/// The matches of `19 of his 29 matches`, where `q` is 19.
fn of_so_many(view: &View, q: &Quantity) -> Option<u32> {
    let of = q.number_tokens.end as usize;
    let all = view.quantities().iter().find(|all| (of + 1..of + 3).contains(&(all.number_tokens.start as usize)))?;
    (view.folded_at(of) == "of").then_some(all.noun?)
}

/// Whether an item is a noun that the lexicon knows and that says something: Arabic likes to say that 19 are 19 people, 19 cases.
fn is_thing(view: &View, i: u32) -> bool {
    let item = view.item(i);
    let token = item.token as usize;
    item.kind == Kind::Word && item.p1 >= 0.55 && !view.is_capital(token) && !words::stands_light(&view.side.tokens, token)
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn said(english: &str, arabic: &str) -> Vec<String> {
        findings("unit-or-currency-mismatch", english, arabic).into_iter().map(|f| f.message).collect()
    }

    #[test]
    fn other_things_of_the_same_number() {
        let message = "The source counts “matches”; the translation counts “حفرة”, “hole”.";
        assert_eq!(said("He has lost 19 of his 29 matches this year.", "خسر 19 حفرة من 29 مباراة هذا العام."), [message]);
        // Where little else is left over, the rule wrong-sense says so.
        let english = "The old women sold 40 goats and a quiet donkey at dawn.";
        let message = "The source counts “goats”; the translation counts “زورقا”, “canoe”.";
        assert_eq!(said(english, "باع الشيوخ 40 زورقا وسيارة صاخبة في المساء."), [message]);
    }

    #[test]
    fn the_same_things_and_people_that_are_only_counted() {
        for (english, arabic) in [
            ("He has lost 19 of his 29 matches this year.", "خسر 19 مباراة من 29 هذا العام."),
            ("The town has 19 bridges and a mill.", "في البلدة 19 جسرا وطاحونة."),
            ("The cook opened 30 cans of beans.", "فتح الطباخ 30 علبة فول."),
            ("Of the sailors 19 drowned.", "غرق 19 شخصا من البحارة."),
            ("Three of the 17 big-banner films made money.", "ربحت ثلاثة من أصل 17 فيلما أنتجتها كبرى الشركات."),
        ] {
            assert!(said(english, arabic).is_empty(), "{english} {:?}", said(english, arabic));
        }
    }

    #[test]
    fn superlatives_and_verbs_are_not_counted() {
        assert!(said("She owns nine of the ten costliest boats.", "تملك تسعة من أغلى عشرة قوارب.").is_empty());
        assert_eq!(said("She owns nine of the ten costliest boats.", "تملك تسعة من أغلى عشرة جسور.").len(), 1);
        assert!(said("A city of nine million cannot sleep.", "مدينة يسكنها تسعة ملايين نسمة لا تنام.").is_empty());
    }
}
