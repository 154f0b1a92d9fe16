//! Lands whose names contain each other: the `Republic of Congo` that has become جمهورية الكونغو الديمقراطية, `South Sudan` that has
//! become السودان. Every word of the one may be found in the other, so that nothing is missed.

use super::replaced;
use crate::audit::unit::{Note, Unit, View};
use crate::lang::Lang;
use crate::lang::known::Question;

/// Log odds that a reviser minds; no constant was fitted.
const ODDS: f32 = 2.0;

/// A land: its names in English and in Arabic, folded; and how a word begins by which the other side may say in
/// its own way which of the namesakes it means.
struct Land {
    english: &'static [&'static str],
    arabic: &'static [&'static str],
    tells: [&'static [&'static str]; 2],
}

const fn land(english: &'static [&'static str], arabic: &'static [&'static str], tells: [&'static [&'static str]; 2]) -> Land {
    Land { english, arabic, tells }
}

const NORTH: [&[&str]; 2] = [&["north"], &["شمال"]];
const WEST: [&[&str]; 2] = [&["west"], &["غرب"]];
const NEW: [&[&str]; 2] = [&["new"], &["جديد", "نيو"]];
const PLAIN: [&[&str]; 2] = [&[], &[]];

/// Namesakes; a name that may be said of several of them, as `Congo` alone, is not listed.
const NAMESAKES: &[&[Land]] = &[
    &[
        land(
            &["democratic republic of congo", "democratic republic of the congo", "dr congo", "drc", "congo - kinshasa"],
            &[
                "جمهوريه الكونغو الديمقراطيه",
                "الكونغو الديمقراطيه",
                "جمهوريه الكونغو الديموقراطيه",
                "الكونغو الديموقراطيه",
                "كونغو كينشاسا",
            ],
            [&["democratic", "kinshasa", "congolese"], &["ديم", "كينشاسا"]],
        ),
        land(
            &["republic of congo", "republic of the congo", "congo republic", "congo - brazzaville"],
            &["جمهوريه الكونغو", "الكونغو برازافيل"],
            [&["brazzaville", "congolese"], &["برازافيل"]],
        ),
    ],
    &[
        land(&["niger state"], &["ولايه النيجر", "ولايه نيجر"], [&["state"], &["ولايه"]]),
        land(
            &["niger delta", "niger river", "river niger"],
            &["دلتا النيجر", "نهر النيجر", "دلتا نهر النيجر"],
            [&["delta", "river"], &["دلتا", "نهر"]],
        ),
        land(&["nigeria"], &["نيجيريا"], [&["nigerian"], &["نيجيري"]]),
        land(&["niger"], &["النيجر"], [&["nigerien", "niamey"], &["نيجري", "نيامي"]]),
    ],
    &[
        land(&["equatorial guinea"], &["غينيا الاستوايه", "غينيا الاستواييه"], [&["equatorial"], &["استوا"]]),
        land(&["guinea - bissau", "guinea bissau"], &["غينيا بيساو", "غينيا - بيساو"], [&["bissau"], &["بيساو"]]),
        land(
            &["papua new guinea", "new guinea"],
            &["بابوا غينيا الجديده", "غينيا الجديده", "بابوا نيو غينيا", "بابوا"],
            [&["new", "papua"], &["جديد", "بابوا"]],
        ),
        land(&["guinea"], &["غينيا"], [&["conakry", "guinean"], &["كوناكري"]]),
    ],
    &[
        land(&["south sudan"], &["جنوب السودان", "دوله جنوب السودان"], [&["south", "juba"], &["جنوب", "جوبا"]]),
        land(&["sudan"], &["السودان"], [&["sudanese", "khartoum"], &["سودان", "خرطوم"]]),
    ],
    &[
        land(
            &["dominican republic"],
            &["جمهوريه الدومينيكان", "الدومينيكان", "الدومينيكيه", "جمهوريه الدومينيك"],
            [&["dominican", "santo"], &["دومينيكان"]],
        ),
        land(&["dominica"], &["دومينيكا"], [&["roseau"], &["روسو"]]),
    ],
    &[
        land(&["northern ireland"], &["ايرلندا الشماليه", "ايرلنده الشماليه"], NORTH),
        land(&["ireland", "irish republic"], &["ايرلندا", "ايرلنده", "جمهوريه ايرلندا"], PLAIN),
    ],
    &[land(&["new mexico"], &["نيو مكسيكو", "نيومكسيكو"], NEW), land(&["mexico"], &["المكسيك"], PLAIN)],
    &[
        land(&["west virginia"], &["فرجينيا الغربيه", "فيرجينيا الغربيه", "ويست فرجينيا", "وست فرجينيا", "ويست فيرجينيا"], WEST),
        land(&["virginia"], &["فرجينيا", "فيرجينيا"], PLAIN),
    ],
];

static NAMED: [Question; 2] = [const { Question::new() }; 2];

/// The only one of some namesakes that each side names, where it is another one.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    // Few sentences name any.
    let english = starts(&unit.english, Lang::English);
    let arabic = if english.is_empty() { Vec::new() } else { starts(&unit.arabic, Lang::Arabic) };
    if arabic.is_empty() {
        return;
    }
    for group in NAMESAKES {
        let named = (named(&unit.english, Lang::English, group, &english), named(&unit.arabic, Lang::Arabic, group, &arabic));
        let (Some((e, english)), Some((a, arabic))) = named else { continue };
        if e == a || tells(&unit.arabic, group[e].tells[1], arabic) || tells(&unit.english, group[a].tells[0], english) {
            continue;
        }
        let note = replaced(unit, unit.english.span_of(english), unit.arabic.span_of(arabic), ODDS);
        notes.retain(|n| !n.is_on_same_english(&note) && !n.is_on_same_arabic(&note));
        notes.push(note);
    }
}

/// Whether a word outside the name of `view` begins with one of `stems`.
fn tells(view: &View, stems: &[&str], (first, last): (usize, usize)) -> bool {
    let begins = |t: usize| {
        let word = view.folded(t).trim_start_matches(['و', 'ف', 'ب', 'ل']).trim_start_matches("ال");
        stems.iter().any(|stem| word.starts_with(stem) || view.folded(t).starts_with(stem))
    };
    view.token_range().filter(|t| !(first..=last).contains(t)).any(begins)
}

/// The tokens of `view` at which the name of a land may start.
fn starts(view: &View, lang: Lang) -> Vec<usize> {
    let find: fn(&str) -> bool = match lang {
        Lang::English => |word: &str| starts_one(word, |land| land.english),
        Lang::Arabic => |word: &str| bare(word).any(|word| starts_one(word, |land| land.arabic)),
    };
    view.tokens_that_are(&NAMED[lang as usize], find).filter(|t| lang == Lang::Arabic || view.is_capital(*t)).collect()
}

/// Which of `group` a side names, with the tokens of its first mention; nothing where it names several.
fn named(view: &View, lang: Lang, group: &[Land], starts: &[usize]) -> Option<(usize, (usize, usize))> {
    let names = |land: &Land| if lang == Lang::English { land.english } else { land.arabic };
    let mut found = None;
    let mut end = 0;
    for &t in starts {
        if t < end {
            continue;
        }
        let longest = group.iter().enumerate().filter_map(|(n, land)| Some((length(view, t, names(land))?, n))).max();
        let Some((length, n)) = longest else { continue };
        end = t + length;
        if found.is_some_and(|(other, _)| other != n) {
            return None;
        }
        found = found.or(Some((n, (t, end - 1))));
    }
    found
}

/// Whether one of the names of some land starts with `word`.
fn starts_one(word: &str, names: impl Fn(&Land) -> &'static [&'static str]) -> bool {
    let starts = |name: &str| name.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    NAMESAKES.iter().copied().flatten().any(|land| names(land).iter().any(|name| starts(name)))
}

/// A folded Arabic word, and what it may be behind what is joined to it.
fn bare(word: &str) -> impl Iterator<Item = &str> {
    let joined = word.strip_prefix(['و', 'ف']).into_iter();
    joined.chain([word]).flat_map(|word| [Some(word), word.strip_prefix(['ب', 'ل', 'ك'])]).flatten()
}

/// How many tokens the longest of `names` that starts at token `t` has.
fn length(view: &View, t: usize, names: &[&str]) -> Option<usize> {
    let fits = |name: &str| {
        let mut words = name.split(' ');
        let first = words.next()?;
        // للنيجر
        let article = first.strip_prefix("ال").is_some_and(|rest| view.folded(t).strip_prefix("لل") == Some(rest));
        let starts = bare(view.folded(t)).any(|word| word == first) || article;
        let rest: Vec<&str> = words.collect();
        let goes_on = rest.iter().zip(t + 1..).all(|(word, at)| view.folded_at(at) == *word);
        // `Niger-based` is of Niger, but `Guinea-Bissau` is no Guinea.
        let whole = view.is_word(t);
        (starts && goes_on && whole).then_some(rest.len() + 1)
    };
    names.iter().filter_map(|name| fits(name)).max()
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::findings;

    fn found(english: &str, arabic: &str) -> usize {
        findings("name-mismatch", english, arabic).len()
    }

    #[test]
    fn another_land_of_the_same_name() {
        for (english, arabic) in [
            ("The Republic of Congo asked the fund for help.", "طلبت جمهورية الكونغو الديمقراطية المساعدة من الصندوق."),
            ("Bandits stormed a school in Niger State.", "اقتحم مسلحون مدرسة في دولة النيجر."),
            ("Troops left South Sudan on Monday.", "غادرت القوات السودان يوم الاثنين."),
            ("The ship sailed to Guinea-Bissau.", "أبحرت السفينة إلى غينيا."),
            ("The storm hit Ireland on Monday.", "ضربت العاصفة أيرلندا الشمالية يوم الاثنين."),
        ] {
            assert_eq!(found(english, arabic), 1, "{english}");
        }
    }

    #[test]
    fn the_same_land() {
        for (english, arabic) in [
            ("The Republic of Congo asked the fund for help.", "طلبت جمهورية الكونغو المساعدة من الصندوق."),
            ("Congo asked the fund for help.", "طلبت جمهورية الكونغو الديمقراطية المساعدة من الصندوق."),
            ("Bandits stormed a school in Niger State.", "اقتحم مسلحون مدرسة في ولاية النيجر."),
            ("Bandits stormed a school in Niger.", "اقتحم مسلحون مدرسة بالنيجر."),
            ("Troops left the south of Sudan on Monday.", "غادرت القوات جنوب السودان يوم الاثنين."),
            ("Troops left South Sudan for Sudan on Monday.", "غادرت القوات جنوب السودان إلى السودان يوم الاثنين."),
            ("The ship sailed to Guinea-Bissau.", "أبحرت السفينة إلى غينيا بيساو."),
        ] {
            assert_eq!(found(english, arabic), 0, "{english} {arabic}");
        }
    }
}
