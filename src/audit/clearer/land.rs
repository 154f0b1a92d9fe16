//! Countries, their people and their capitals, which stand for one another, and places that Arabic names again.

use crate::audit::clearer::may_be;
use crate::audit::facing::partner_token;
use crate::audit::unit::Unit;
use crate::lang::Lang;
use crate::lexicon::Class;
use crate::lexicon::kin::{akin, is_of_a_country};

/// Whether item `i` is a country, its people or its capital, for which the other side has another of these: `Poland`, وارسو.
pub(super) fn is_akin_to_one_there(unit: &Unit, lang: Lang, i: u32) -> bool {
    const LANDS: [Class; 3] = [Class::Country, Class::Demonym, Class::City];
    let lexicon = unit.lexicon();
    let lands = |lang: Lang, i: u32| -> Vec<u32> {
        let meanings = unit.view(lang).meanings(i).into_iter();
        let concepts: Vec<u32> = match lang {
            Lang::English => meanings.collect(),
            Lang::Arabic => meanings.flat_map(|form| lexicon.concepts_of(form)).collect(),
        };
        concepts.into_iter().filter(|c| LANDS.contains(&lexicon.class(*c))).collect()
    };
    let own = lands(lang, i);
    let akin = |other: u32| own.iter().any(|c| akin(lexicon.name(*c), lexicon.name(other)));
    // A capital may stand for the government of what is named beside it: `talks with Cairo, the Egyptian minister said`.
    let is_capital = own.iter().any(|c| lexicon.class(*c) == Class::City);
    let open = |o: &u32| is_capital || unit.partner(lang.other(), *o).is_none();
    !own.is_empty() && unit.view(lang.other()).item_range().filter(open).any(|o| lands(lang.other(), o).into_iter().any(akin))
}

/// Whether English tokens `first ..= last`, a country or people and nothing more that is not there, only tell whose something is, in a
/// translation from Arabic: the press of a country takes it for granted, and a translator says it (`Jordan's Queen Rania`, الملكة رانيا;
/// `Moroccan villages`, القرى; `the Lebanese Army Command`, قيادة الجيش).
pub(in crate::audit) fn tells_whose(unit: &Unit, first: usize, last: usize) -> bool {
    /// How far, in tokens, what is its own may stand behind.
    const REACH: usize = 3;
    let (view, lexicon) = (&unit.english, unit.lexicon());
    let owned = |at: usize| {
        let word = view.words(view.side.tokens.span(at, at));
        let ends = ["'s", "’s", "s'", "s’"].iter().any(|end| word.ends_with(end));
        ends || matches!(view.folded_at(at + 1), "'s" | "’s" | "'" | "’")
    };
    let there = |t: usize| view.item_at(t).is_some_and(|i| unit.partner(Lang::English, i).is_some());
    let lands = view.side.readings.of(first).iter().filter(|r| r.before == 0).filter_map(|r| {
        let end = first + r.length as usize;
        // The creeds stand among the peoples.
        let tells = is_of_a_country(lexicon.name(r.id))
            && match lexicon.class(r.id) {
                Class::Demonym => true,
                Class::Country => owned(end - 1),
                _ => false,
            };
        tells.then_some(end)
    });
    // Another country may stand in its place, were it one that is taken for another word (أردني, of `killed`).
    let of_it = |e: u32| (first..=last).contains(&(view.item(e).token as usize));
    let mistaken = |a: u32, e: u32| may_be(unit, a, &[Class::Demonym]) && !view.is_capital(view.item(e).token as usize);
    let other = |a: u32| {
        may_be(unit, a, &[Class::Country, Class::Demonym]) && unit.partner(Lang::Arabic, a).is_none_or(|e| of_it(e) || mistaken(a, e))
    };
    let is_left = |t: usize| unit.arabic.item_at(t).is_some_and(|a| unit.partner(Lang::Arabic, a).is_none());
    // What is its own is there, and nothing left over beside it that might be whose it is; parts of a name often are left over.
    let owns = |end: usize| {
        let own = view.behind(end - 1, REACH).find_map(|t| Some((t, partner_token(unit, Lang::English, view.item_at(t)?)?)));
        own.is_some_and(|(t, at)| view.is_capital(t) || !unit.arabic.around(at, 0, 2).any(is_left))
    };
    let goes_on = |end: usize| (end..=last).all(there) && owns(end);
    unit.source() == Lang::Arabic && lands.into_iter().any(goes_on) && !unit.arabic.item_range().any(other)
}

/// Whether some English items do, the first and the last of which are at the ends of it all.
pub(super) fn tell_whose(unit: &Unit, mut items: impl Iterator<Item = u32>) -> bool {
    let tokens = |i: u32| unit.english.side.tokens.within(unit.english.item(i).span);
    items.next().is_some_and(|first| {
        let last = items.last().unwrap_or(first);
        tells_whose(unit, tokens(first).start, tokens(last).end - 1)
    })
}

/// Whether English item `i` stands for a place that Arabic names again: `in Kirkuk, west of the city`, غربي كركوك.
pub(super) fn is_named_again(unit: &Unit, i: u32) -> bool {
    #[rustfmt::skip]
    const PLACES: [&str; 14] = [
        "city", "town", "village", "country", "capital", "province", "island", "state", "region", "kingdom", "port", "nation", "republic", "territory",
    ];
    let (view, arabic) = (&unit.english, &unit.arabic);
    let token = view.item(i).token as usize;
    let bare = |t: usize| arabic.folded(t).trim_start_matches(['و', 'ب', 'ل']);
    let again = |at: usize| arabic.token_range().any(|t| t != at && bare(t) == bare(at));
    let named = |n: u32| view.is_capital(view.item(n).token as usize) && is_land_or_town(unit, n);
    let twice = |n: u32| unit.partner(Lang::English, n).is_some_and(|a| again(arabic.item(a).token as usize));
    PLACES.contains(&view.folded(token))
        && view.folded_at(token.wrapping_sub(1)) == "the"
        && view.item_range().any(|n| named(n) && twice(n))
}

/// Whether English item `i` may be the name of a country, a region or a town.
fn is_land_or_town(unit: &Unit, i: u32) -> bool {
    let lexicon = unit.lexicon();
    unit.english.meanings(i).into_iter().any(|c| matches!(lexicon.class(c), Class::Country | Class::Region | Class::City))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, in_english};

    #[test]
    fn a_capital_for_its_country_is_not_lost() {
        for (english, arabic) in [
            (
                "Poland returned to Kyiv a rare icon that customs officers had found in 2021.",
                "أعادت وارسو إلى أوكرانيا أيقونة نادرة عثر عليها موظفو الجمارك عام 2021.",
            ),
            (
                "Belgrade summoned the ambassador on Friday to complain about the concert.",
                "استدعت وزارة الخارجية الصربية السفير يوم الجمعة للاحتجاج على الحفل.",
            ),
        ] {
            assert!(findings("dropped-claim", english, arabic).is_empty(), "{english}");
        }
    }

    #[test]
    fn a_place_that_arabic_names_again_is_not_put_in() {
        let arabic = "اعتقلت القوات العراقية والي كركوك في التنظيم في كمين غربي كركوك فجر الاثنين.";
        let english = "Iraqi forces arrested the group's governor of Kirkuk in an ambush west of the city at dawn on Monday.";
        assert!(in_english("added-claim", arabic, english).is_empty());
    }
}
