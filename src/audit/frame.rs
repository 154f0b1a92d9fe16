//! What frames an article: its heading, by-lines, the dateline and credits. Editors rewrite them for their readers, so that what one of
//! them has and the other lacks tells little; of a heading least where the article says it again.

mod given;

use std::ops::Range;

use super::unit::{Note, Unit, View};
use crate::evidence::item::{Item, Kind};
use crate::lang::Lang;
use crate::lang::token::{Capital, Kind as TokenKind};
use crate::lexicon::words;
use crate::span::Span;

/// What it takes from the log odds that words of a heading have no counterpart: headings are translated freely. By hand: of seven such
/// findings in eleven articles none was worth a reviser's time.
const HEADING: f32 = 1.2;
/// What it takes that a whole heading has none, be it over an article or a part of one: of nine in 80 articles none was an error.
const WHOLE_HEADING: f32 = 2.5;
/// Headings have at most so many tokens, those within an article fewer; by-lines, datelines and credits at most so many.
const LONGEST: usize = 28;
const CROSSHEAD: usize = 8;
const BYLINE: usize = 14;
const DATELINE: usize = 16;
const CREDIT: usize = 60;

/// News agencies, folded, by words and letters that stand alone: أ ف ب.
#[rustfmt::skip]
const AGENCIES: [&str; 43] = [
    "reuters", "afp", "ap", "dpa", "upi", "bloomberg", "xinhua", "tass", "ansa", "efe", "wam", "spa", "petra", "news", "agencies", "wafa",
    "kuna", "qna", "bna", "sana", "suna", "saba", "irna", "nna", "kyodo", "yonhap", "ani", "pti",
    "رويترز", "رويتر", "وكالات", "الوكالات", "شينخوا", "الاناضول", "بترا", "سانا", "وام", "واس", "وفا", "كونا", "قنا", "سونا", "سبا",
];

/// `note` as it is worth where it stands in the article; nothing where it tells only that the frame is another one.
pub(super) fn settled(unit: &Unit, note: Note) -> Option<Note> {
    let Some((lang, span)) = one_sided(unit, &note) else {
        let of_byline = |span: Option<Span>, view: &View| span.is_some_and(|s| is_in_byline(view, s));
        return (!of_byline(note.english, &unit.english) || !of_byline(note.arabic, &unit.arabic)).then_some(note);
    };
    let view = unit.view(lang);
    let tokens = view.side.tokens.within(span);
    if tokens.is_empty() {
        return Some(note);
    }
    let line = line(view, tokens.start);
    let within = |of: &Range<usize>| of.start <= tokens.start && tokens.end <= of.end;
    if is_byline(view, &line) || is_caption(view, &line) || dateline(view, &line).is_some_and(|d| within(&d)) || is_credit(view, &tokens) {
        return None;
    }
    if !unit.context.coherent || !is_heading(view, &line) {
        return Some(note);
    }
    let odds = note.odds - if unit.is_one_sided() { WHOLE_HEADING } else { HEADING };
    (!is_said_below(unit, lang, &tokens, &line)).then_some(Note { odds, ..note })
}

/// The language and the words of a note that says only what one side lacks: the other one is not shown, or as a whole.
fn one_sided(unit: &Unit, note: &Note) -> Option<(Lang, Span)> {
    let shown = |span: Option<Span>, view: &View| span.filter(|s| !view.is_empty() && *s != view.span);
    match (shown(note.english, &unit.english), shown(note.arabic, &unit.arabic)) {
        (Some(span), None) => Some((Lang::English, span)),
        (None, Some(span)) => Some((Lang::Arabic, span)),
        (None, None) => note.english.map(|s| (Lang::English, s)).xor(note.arabic.map(|s| (Lang::Arabic, s))),
        _ => None,
    }
}

/// The tokens of the line on which token `t` stands.
fn line(view: &View, t: usize) -> Range<usize> {
    let list = view.side.tokens.list();
    let first = (0..=t).rev().find(|t| list[*t].starts_line).unwrap_or(0);
    first..(t + 1..list.len()).find(|t| list[*t].starts_line).unwrap_or(list.len())
}

/// Whether a line is a heading: one before the article, or a short one within it.
fn is_heading(view: &View, line: &Range<usize>) -> bool {
    if line.end == view.side.tokens.len() || !is_open(view, line) {
        return false;
    }
    line.len() <= CROSSHEAD || are_headings(view, line.start)
}

/// Whether no line above token `first` ends as a sentence does.
fn are_headings(view: &View, first: usize) -> bool {
    let mut above = first;
    while let Some(last) = above.checked_sub(1) {
        let upper = line(view, last);
        if !is_open(view, &upper) {
            return false;
        }
        above = upper.start;
    }
    true
}

/// Whether a line is short and does not end as a sentence does.
fn is_open(view: &View, line: &Range<usize>) -> bool {
    let word = |t: usize| view.side.tokens.folded(t);
    let quote = |w: &str| matches!(w, "\"" | "”" | "“" | "»" | "«" | "'");
    let closed = |t: usize| matches!(word(t), "." | ":");
    let last = line.end - 1;
    let ends = closed(last) || (quote(word(last)) || word(last) == ")") && last > line.start && closed(last - 1);
    line.len() <= LONGEST && !ends && !(quote(word(line.start)) && quote(word(last)))
}

/// Whether all that a heading has alone, at `tokens`, is said below it: there in the same language, or anywhere in the other.
fn is_said_below(unit: &Unit, lang: Lang, tokens: &Range<usize>, line: &Range<usize>) -> bool {
    let side = unit.view(lang).side;
    let all = side.items_within(tokens.clone());
    let alone = |i: &usize| unit.partner(lang, *i as u32).is_none();
    let mut lost = all.filter(alone).peekable();
    let below = side.items_within(line.end..side.tokens.len());
    let same = |a: &Item, b: &Item| match (a.kind, b.kind) {
        (Kind::Quantity(a), Kind::Quantity(b)) => side.quantities[a as usize].low == side.quantities[b as usize].low,
        (Kind::Quantity(_), _) | (_, Kind::Quantity(_)) => false,
        _ => {
            let (a, b) = (a.token as usize, b.token as usize);
            let ids = |t: usize| side.readings.of(t).iter().map(|r| r.id);
            side.tokens.folded(a) == side.tokens.folded(b) || ids(a).any(|id| ids(b).any(|other| other == id))
        }
    };
    let again = |i: usize| below.clone().any(|other| same(&side.items[i], &side.items[other]));
    let there = |i: usize| match lang {
        Lang::English => unit.context.mentioned(i as u32),
        Lang::Arabic => unit.context.said_in_english(i as u32),
    };
    lost.peek().is_some() && lost.all(|i| again(i) || there(i))
}

fn is_in_byline(view: &View, span: Span) -> bool {
    let tokens = view.side.tokens.within(span);
    !tokens.is_empty() && is_byline(view, &line(view, tokens.start))
}

/// Whether a line only says who wrote or who edited: `By Jane Doe`, كتبت: رلى عازار, ق. م / الجزائر, تونس - مكتب «العربي الجديد».
fn is_byline(view: &View, line: &Range<usize>) -> bool {
    #[rustfmt::skip]
    const WRITES: [&str; 12] = ["كتب", "كتبت", "كتبه", "كتبها", "بقلم", "اعداد", "اعدها", "تحرير", "ترجمه", "تغطيه", "متابعه", "مراسل"];
    #[rustfmt::skip]
    const POSTS: [&str; 8] = ["correspondent", "correspondents", "editor", "reporter", "writer", "critic", "columnist", "staff"];
    #[rustfmt::skip]
    const OFFICES: [&str; 9] = ["مكتب", "خاص", "مراسلنا", "مراسلتنا", "موفدنا", "موفدتنا", "متابعات", "staff", "correspondent"];
    let word = |t: usize| if line.contains(&t) { view.side.tokens.folded(t) } else { "" };
    let opens = line.start + usize::from(word(line.start) == "(");
    let credits = match word(opens) {
        "reporting" | "writing" | "editing" | "compiled" | "translated" | "photographs" => word(opens + 1) == "by",
        "additional" => word(opens + 1) == "reporting",
        "اعداد" | "تغطيه" | "تحرير" | "شارك" => opens > line.start,
        _ => false,
    };
    if credits && line.len() <= CREDIT {
        return true;
    }
    let last = word(line.end - 1);
    if line.len() > BYLINE || last == "." {
        return false;
    }
    if is_of_place_and_day(view, line) {
        return true;
    }
    let parts = |t: usize| is_dash(view, t) || matches!(word(t), "/" | "|");
    let named = |mut of: Range<usize>| of.all(|t| is_name_or_mark(view, t));
    let writes = |t: &usize| WRITES.contains(&word(*t));
    if word(opens) == "by" {
        // `By Jane Doe, science correspondent`
        let name = (opens + 1..line.end).find(|t| word(*t) == ",").filter(|_| POSTS.contains(&last)).unwrap_or(line.end);
        return name > opens + 1 && named(opens + 1..name);
    }
    if is_signed(view, line) || POSTS.contains(&last) && is_of_writer(view, line) {
        return true;
    }
    if let Some(t) = line.clone().find(writes) {
        let introduced = t == line.start || parts(t - 1);
        return introduced && (word(t + 1) == ":" || last == ":" || parts(t.wrapping_sub(1)) || named(t + 1..line.end));
    }
    let initial = |t: usize| word(t).chars().count() == 1 && word(t).chars().all(char::is_alphabetic);
    let of_paper = |t: usize| OFFICES.contains(&word(t)) || AGENCIES.contains(&word(t)) || initial(t) && word(t + 1) == ".";
    line.clone().any(parts) && line.clone().any(of_paper)
}

/// Whether an English line between heading and article only names its writer and his post: `Amaka Duvalier, education correspondent`.
fn is_of_writer(view: &View, line: &Range<usize>) -> bool {
    /// So many tokens such a line has at most.
    const LONGEST: usize = 9;
    let tokens = &view.side.tokens;
    let capital = |t: usize| tokens.get(t).is_some_and(|t| t.capital != Capital::Lower);
    let named = line.len() > 2 && capital(line.start) && capital(line.start + 1);
    tokens.lang() == Lang::English && line.start > 0 && line.len() <= LONGEST && named && are_headings(view, line.start)
}

/// Whether a line between heading and article only says from where, and who wrote: جدة: سهى عبد الرحمن, عمان ـ «الرأي» ـ من طارق الفايد.
fn is_signed(view: &View, line: &Range<usize>) -> bool {
    /// So many words a name has at most, and a place.
    const NAME: usize = 4;
    const PLACE: usize = 3;
    let tokens = &view.side.tokens;
    let word = |t: usize| tokens.folded(t);
    if tokens.lang() != Lang::Arabic || line.start == 0 || !are_headings(view, line.start) {
        return false;
    }
    let end = line.end - usize::from(word(line.end - 1) == ":");
    let parts = |t: &usize| is_dash(view, *t) || matches!(word(*t), "/" | "|" | ":");
    let (Some(first), Some(last)) = ((line.start..end).find(parts), (line.start..end).rev().find(parts)) else { return false };
    let from = last + 1 + usize::from(word(last + 1) == "من");
    let place = line.start..first;
    let name = from..end;
    // A word that nobody knows, or one that begins a name: what is told in a heading has others.
    let of_name = |t: usize| {
        let readings = view.side.readings.of(t);
        readings.is_empty() || readings.iter().any(|r| r.named) || matches!(word(t), "عبد" | "ابو" | "ام" | "بن" | "ابن")
    };
    let paper = |of: Range<usize>| of.is_empty() || matches!(word(of.start), "«" | "\"" | "“" | "(");
    let quoted = |of: &Range<usize>| (3..=NAME + 2).contains(&of.len()) && word(of.start) == "«" && word(of.end - 1) == "»";
    let is_word = |t: usize| tokens.get(t).is_some_and(|token| token.kind == TokenKind::Word) && !is_dash(view, t);
    let function = |t: usize| words::is_function(Lang::Arabic, word(t)) && !of_name(t);
    (1..=PLACE).contains(&place.len())
        && place.into_iter().all(|t| is_name_or_mark(view, t))
        && (last == first || paper(first + 1..last))
        && (quoted(&name)
            || (2..=NAME).contains(&name.len())
                && name.clone().all(|t| is_word(t) && !function(t))
                && (name.clone().any(of_name) || given::is_name(word(name.start))))
}

/// Whether a token is a dash, or the letter without sound that many write for one, of which folding leaves nothing.
fn is_dash(view: &View, t: usize) -> bool {
    let written = |t: usize| view.side.tokens.get(t).is_some_and(|token| view.words(token.span).chars().all(|c| c == '\u{640}'));
    matches!(view.side.tokens.folded(t), "-" | "–" | "—" | "--") || written(t)
}

/// Whether a line says what a picture shows: `Photo: The minister at the opening`.
fn is_caption(view: &View, line: &Range<usize>) -> bool {
    const PICTURES: [&str; 8] = ["photo", "photograph", "picture", "image", "caption", "صوره", "الصوره", "تعليق"];
    let word = |t: usize| view.side.tokens.folded(t);
    let first = line.start + usize::from(word(line.start) == "(");
    PICTURES.contains(&word(first)) && (first + 1..first + 4).any(|t| line.contains(&t) && word(t) == ":")
}

/// Whether a line is only of a place and a day, and maybe an agency: أبها ٣ ديسمبر ٢٠٢٥ م واس.
fn is_of_place_and_day(view: &View, line: &Range<usize>) -> bool {
    let named = is_name_or_mark(view, line.start) && view.is_word(line.start);
    named && line.clone().any(|t| view.is_of_date(t)) && line.clone().all(|t| is_of_frame(view, t))
}

/// Whether a token may stand where a report says from where, when and by whom it comes.
fn is_of_frame(view: &View, t: usize) -> bool {
    let word = view.side.tokens.folded(t);
    let of_agency = AGENCIES.contains(&word) || word.chars().count() == 1 || word == "الموافق";
    of_agency || view.is_of_date(t) || is_name_or_mark(view, t)
}

/// Whether a token is no word, one of a name, or one that joins names.
fn is_name_or_mark(view: &View, t: usize) -> bool {
    let Some(token) = view.side.tokens.get(t) else { return false };
    let readings = view.side.readings.of(t);
    let joins = matches!(view.side.tokens.folded(t), "and" | "in" | "for" | "of" | "at" | "the" | "في" | "من");
    let named = match view.side.tokens.lang() {
        Lang::English => token.capital != Capital::Lower,
        Lang::Arabic => readings.is_empty() || readings.iter().any(|r| r.named),
    };
    token.kind != TokenKind::Word || joins || named
}

/// The tokens before the dash where a report says from where, when and by whom it comes: `ACCRA, March 24 - `, رام الله (أ ف ب) -.
fn dateline(view: &View, line: &Range<usize>) -> Option<Range<usize>> {
    let tokens = &view.side.tokens;
    let spaced = |t: usize| tokens.get(t).is_some_and(|t| t.spaced);
    let dash = |t: usize| is_dash(view, t) && (spaced(t) || spaced(t + 1));
    let first = tokens.get(line.start)?;
    let dash = (line.start + 1..line.end.min(line.start + DATELINE)).find(|t| dash(*t)).filter(|t| t + 1 < line.end)?;
    let from = match tokens.lang() {
        Lang::English => first.capital == Capital::All,
        Lang::Arabic => is_name_or_mark(view, line.start),
    };
    (from && first.kind == TokenKind::Word && (line.start..dash).all(|t| is_of_frame(view, t))).then_some(line.start..dash + 1)
}

/// Whether words are an agency's in a bracket: (رويترز), (أ ف ب).
fn is_credit(view: &View, of: &Range<usize>) -> bool {
    let word = |t: usize| view.folded_at(t);
    let Some(open) = (of.start.saturating_sub(4)..=of.start).rev().find(|t| word(*t) == "(") else { return false };
    let Some(close) = (of.start..of.start + 6).find(|t| word(*t) == ")").filter(|close| *close >= of.end.saturating_sub(1)) else {
        return false;
    };
    let letters = (open + 1..close).all(|t| word(t).chars().count() == 1);
    open + 1 < close && (letters && close > open + 2 || (open + 1..close).all(|t| AGENCIES.contains(&word(t))))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::article;

    const ENGLISH: &str = "The minister opened a new school in Tripoli on Monday. It has room for 640 pupils.";
    const ARABIC: &str = "افتتح الوزير مدرسة جديدة في طرابلس يوم الاثنين. وتتسع المدرسة لنحو 640 تلميذا.";

    fn found(english: &[&str], arabic: &[&str]) -> Vec<String> {
        let text = |frame: &[&str], body: &str| format!("{}{body}", frame.join("\n\n"));
        article(&text(english, ENGLISH), &text(arabic, ARABIC))
            .into_iter()
            .map(|f| format!("{}: {}{}", f.rule, f.expected, f.found))
            .collect()
    }

    #[test]
    fn a_heading_says_what_it_likes_of_the_article() {
        let none: Vec<String> = Vec::new();
        assert_eq!(found(&["Minister opens school for 640 pupils", ""], &["الوزير يفتتح مدرسة", ""]), none);
        assert_eq!(found(&["Minister opens school", ""], &["الوزير يفتتح مدرسة في طرابلس", ""]), none);
        assert!(!found(&["Minister opens school for 640 pupils", ""], &["الوزير يفتتح مدرسة تتسع لنحو 320 تلميذا", ""]).is_empty());
    }

    #[test]
    fn bylines_datelines_and_credits_come_and_go() {
        let none: Vec<String> = Vec::new();
        for (english, arabic) in [
            (&["By Jonathan Pryce-Hill", ""][..], &[][..]),
            (&[], &["كتبت: مشيرة موسى", ""]),
            (&[], &["بيروت - كتبت رلى عازار:", ""]),
            (&[], &["ق. م / الجزائر", ""]),
            (&[], &["طرابلس - مكتب «العربي الجديد»", ""]),
            (&[], &["مدرسة جديدة في طرابلس", "طرابلس – عوض الرجوب", ""]),
            (&[], &["مدرسة جديدة في طرابلس", "طرابلس: سهى عبد الرحمن", ""]),
            (&[], &["مدرسة جديدة في طرابلس", "طرابلس ـ «الشاهد» ـ من طارق الفايد:", ""]),
            (&[], &["مدرسة جديدة في طرابلس", "طرابلس: «الشرق الأوسط»", ""]),
            (&["By Amaka Duvalier, education correspondent", ""], &[]),
            (&["A new school in Tripoli", "Amaka Duvalier Education correspondent", ""], &[]),
            (&[], &["طرابلس ١٢ جمادى الآخرة ١٤٤٧ هـ الموافق ٠٣ ديسمبر ٢٠٢٥ م واس", ""]),
            (&[], &["مدرسة جديدة في طرابلس", "طرابلس - من هيثم الزعبي", ""]),
            (&["(Photo: Saleh Ghannam at the gate of the port on Sunday. AP)", ""], &[]),
            (&["By Leila Mansour", ""], &["كتبت: سلمى نجم", ""]),
            (&["TRIPOLI, March 24 (Reuters) - "], &["طرابلس - "]),
            (&["TRIPOLI - "], &["طرابلس (ليبيا) (أ ف ب) - "]),
        ] {
            assert_eq!(found(english, arabic), none, "{english:?} {arabic:?}");
        }
    }

    #[test]
    fn what_is_no_frame_is_told() {
        let lost = found(&["By Monday night the fire had destroyed 40 houses and killed three farmers.", ""], &[]);
        assert!(lost.iter().any(|f| f.starts_with("dropped-segment")), "{lost:?}");
        let lost = found(&[], &["مدرسة جديدة في طرابلس", "طرابلس: مقتل ثلاثة صيادين في عاصفة.", ""]);
        assert!(!lost.is_empty());
        let lost = found(
            &["The fire, on March 24, destroyed 40 houses near the port - and the town hall.\n\n"],
            &["دمر الحريق 40 منزلا قرب الميناء، ومبنى البلدية.\n\n"],
        );
        assert!(!lost.is_empty());
    }
}
