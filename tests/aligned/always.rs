//! What must hold for any two texts, however little sense they make.

use muqabala::article::{Article, GivenBead, Origin, Text};
use muqabala::lang::Lang;
use muqabala::lang::fold::is_invisible;
use muqabala::pipeline::{Options, align, audit};
use muqabala::report::row::Row;
use muqabala::segment::{By, Segment};
use muqabala::span::Span;
use proptest::prelude::*;

use crate::samples::Sample;

/// Words of the samples in any order, now and then with what keyboards and machines leave behind, and ends of sentences and paragraphs.
fn any_words(words: Vec<String>) -> impl Strategy<Value = String> {
    const ODD: [&str; 24] = [
        "",
        "\u{200f}",
        "\u{feff}",
        "\u{640}",
        "ﷺ",
        "½",
        "²",
        "\u{301}",
        "🙂🏽",
        "e\u{301}",
        "\r\n",
        "\t",
        "\0",
        "«",
        "»",
        "\"",
        "(",
        ")",
        "-",
        "--",
        "٪",
        "%",
        "1,2.3,4",
        "999999999999999999999",
    ];
    const GAPS: [&str; 12] = [" ", " ", " ", " ", " ", " ", "", "، ", ". ", "؟ ", "\n", "\n\n"];
    let word =
        prop_oneof![12 => prop::sample::select(words), 1 => prop::sample::select(&ODD[..]).prop_map(str::to_owned), 1 => "\\PC{1,8}"];
    prop::collection::vec((word, prop::sample::select(&GAPS[..])), 0..60)
        .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect())
}

/// Words of one language mostly, and of the other.
fn any_text(lang: Lang) -> BoxedStrategy<String> {
    let of = |lang: Lang| -> Vec<String> {
        let text = |a: &Article| if a.source.lang == lang { a.source.raw.clone() } else { a.target.raw.clone() };
        let texts: Vec<String> = Sample::all().iter().map(|s| text(&s.article)).collect();
        texts.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
    };
    let (ours, theirs) = (of(lang), of(lang.other()));
    let mixed: Vec<String> = ours.iter().cloned().chain(theirs.into_iter().step_by(8)).collect();
    prop_oneof![6 => any_words(ours), 2 => any_words(mixed), 1 => "\\PC{0,80}", 1 => "(?s).{0,80}"].boxed()
}

fn any_article() -> impl Strategy<Value = Article> {
    (any_text(Lang::English), any_text(Lang::Arabic), any::<bool>()).prop_map(|(english, arabic, english_first)| {
        let text = |lang, raw| Text { name: "text".into(), lang, raw, first_line: 1, origin: Origin::default() };
        let (english, arabic) = (text(Lang::English, english), text(Lang::Arabic, arabic));
        let (source, target) = if english_first { (english, arabic) } else { (arabic, english) };
        Article { id: "any".into(), source, target, given: Vec::new() }
    })
}

fn options(by: By) -> Options {
    Options { by, min_confidence: 0.0, ..Options::default() }
}

/// Segments stand in order and hold every character but white space and invisible marks.
fn tile(segments: &[Segment], text: &str) {
    let mut end = 0;
    let blank = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
    for segment in segments {
        assert!(!segment.span.is_empty(), "{text:?}");
        let between = text.get(end as usize..segment.span.start as usize).unwrap_or_else(|| panic!("{text:?} {segment:?}"));
        assert!(between.chars().all(blank), "{text:?}: {between:?} is in no segment");
        assert!(text.get(segment.span.range()).is_some(), "{text:?} {segment:?}");
        end = segment.span.end;
    }
    assert!(text[end as usize..].chars().all(blank), "{text:?}");
}

/// Every segment is in exactly one bead.
fn partition(beads: impl Iterator<Item = std::ops::Range<u32>>, segments: usize) {
    let mut seen = vec![0; segments];
    beads.flatten().for_each(|segment| seen[segment as usize] += 1);
    assert!(seen.iter().all(|times| *times == 1), "{seen:?}");
}

fn findings_hold(article: &Article) {
    for finding in audit(article, &options(By::Sentence)).findings {
        assert!((0.0..=1.0).contains(&finding.confidence), "{finding:?}");
        for (place, text) in [(finding.source, &article.source), (finding.target, &article.target)] {
            let Some(place) = place else { continue };
            assert!(text.raw.get(place.words.range()).is_some() && text.raw.get(place.segment.range()).is_some(), "{finding:?}");
            if article.given.is_empty() {
                assert_eq!(place.line as usize, text.raw[..place.words.start as usize].matches('\n').count() + 1, "{finding:?}");
            }
        }
        let row = Row::new(&finding, article);
        let quotes = !row.source_span.is_empty() || !row.target_span.is_empty();
        assert!(quotes && !row.id.is_empty() && !row.message.is_empty(), "{row:?}");
    }
}

/// The lines of both texts as rows of a table.
fn by_lines(article: &mut Article) {
    let spans = |text: &str| {
        let line = |line: &str| Span::new((line.as_ptr() as usize - text.as_ptr() as usize) as u32, 0);
        text.split('\n').map(|l| Span::new(line(l).start, line(l).start + l.len() as u32)).collect::<Vec<_>>()
    };
    let (source, target) = (spans(&article.source.raw), spans(&article.target.raw));
    for n in 0..source.len().max(target.len()) {
        let at = |spans: &[Span]| spans.get(n).copied().unwrap_or_default();
        article.given.push(GivenBead { id: n.to_string(), source: at(&source), target: at(&target), line: n as u32 + 2 });
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, max_shrink_iters: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn segments_tile_the_text_and_beads_the_segments(article in any_article(), by in prop::sample::select(vec![By::Sentence, By::Line, By::Paragraph])) {
        let aligned = align(&article, &options(by));
        tile(&aligned.source, &article.source.raw);
        tile(&aligned.target, &article.target.raw);
        partition(aligned.beads.iter().map(|b| b.source.clone()), aligned.source.len());
        partition(aligned.beads.iter().map(|b| b.target.clone()), aligned.target.len());
        for bead in &aligned.beads {
            prop_assert!(!bead.source.is_empty() || !bead.target.is_empty());
            prop_assert!((0.0..=1.0).contains(&bead.confidence) && bead.score.is_finite(), "{bead:?}");
        }
    }

    #[test]
    fn audits_never_panic(article in any_article()) {
        findings_hold(&article);
    }

    #[test]
    fn audits_of_tables_never_panic(mut article in any_article()) {
        by_lines(&mut article);
        findings_hold(&article);
    }
}

/// Articles that start in the middle of a word.
#[test]
fn parts_of_articles_hold() {
    for Sample { mut article, .. } in Sample::all() {
        for share in [1, 3, 5, 7] {
            let cut = |text: &mut String| *text = text.chars().skip(text.chars().count() * share / 9).collect();
            cut(&mut article.source.raw);
            cut(&mut article.target.raw);
            findings_hold(&article);
        }
    }
}
