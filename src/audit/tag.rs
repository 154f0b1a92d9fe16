//! Rule tag-mismatch: inline tags and placeholders that the translation lacks, has besides, or has changed.

use super::unit::{Note, Unit};
use crate::article::Tag;
use crate::finding::{Kind, Severity};
use crate::lang::Lang;
use crate::span::Span;

/// Compares the tags of both sides, in whatever order.
pub(super) fn check(unit: &Unit, notes: &mut Vec<Note>) {
    if unit.is_one_sided() {
        return;
    }
    let (source, target) = (unit.tags(unit.source()), unit.tags(unit.source().other()));
    let (lost, added) = (without(source, target), without(target, source));
    let codes = |tags: &[&Tag]| tags.iter().map(|t| t.code.as_str()).collect::<Vec<_>>().join(" ");
    let (expected, found) = (codes(&lost), codes(&added));
    let (kind, message) = match (lost.is_empty(), added.is_empty()) {
        (true, true) => return,
        (false, true) => (Kind::Dropped, format!("The source has {expected}; the translation lacks it.")),
        (true, false) => (Kind::Added, format!("The translation has {found}; the source does not.")),
        (false, false) => (Kind::Mistranslated, format!("The source has {expected}; the translation has {found} instead.")),
    };
    let is_placeholder = lost.iter().chain(&added).any(|tag| tag.code.starts_with(['{', '%', '$']));
    // A tag has no words of its own: the place where it stands, or would.
    let place = |tags: &[&Tag], lang: Lang| {
        let span = unit.view(lang).span;
        let at = tags.first().map_or(span.start, |t| t.at);
        Some(Span::new(at, at))
    };
    let (of_source, of_target) = (place(&lost, unit.source()), place(&added, unit.source().other()));
    let (english, arabic) = unit.source().english_first(of_source, of_target);
    notes.push(Note {
        english,
        arabic,
        expected,
        found,
        message,
        odds: if is_placeholder { 3.0 } else { 2.0 },
        kind: Some(kind),
        severity: is_placeholder.then_some(Severity::Major),
        leftover: false,
    });
}

/// The tags that have no counterpart in `others`. Of a pair that opens and closes, the opening one stands for both.
fn without<'t>(tags: &'t [Tag], others: &[Tag]) -> Vec<&'t Tag> {
    let mut free: Vec<String> = others.iter().map(|t| plain(&t.code)).collect();
    let mut lone: Vec<&Tag> = Vec::new();
    for tag in tags {
        let code = plain(&tag.code);
        match free.iter().position(|other| *other == code) {
            Some(found) => drop(free.swap_remove(found)),
            None => lone.push(tag),
        }
    }
    let opening: Vec<String> = lone.iter().filter(|t| t.code.starts_with('<')).map(|t| t.code.replacen('<', "</", 1)).collect();
    lone.retain(|tag| !opening.contains(&tag.code));
    lone
}

/// `%2$s` asks for the same as `%s`.
fn plain(code: &str) -> String {
    match code.split_once('$') {
        Some((number, rest)) if number.len() > 1 && number.starts_with('%') => format!("%{rest}"),
        _ => code.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, GivenBead, Origin, Tag, Text};
    use crate::finding::{Finding, Kind, Severity};
    use crate::lang::Lang;
    use crate::pipeline::{Options, audit};
    use crate::span::Span;

    const ENGLISH: &str = "The port stayed shut on Monday.";
    const ARABIC: &str = "بقي الميناء مغلقا يوم الاثنين.";

    fn found(source: &[&str], target: &[&str]) -> Vec<Finding> {
        let tags = |codes: &[&str]| codes.iter().map(|c| Tag { at: 3, code: (*c).to_owned() }).collect();
        let text = |raw: &str, lang, codes| {
            let origin = Origin { tags: tags(codes), ..Origin::default() };
            Text { name: "a".into(), lang, raw: raw.into(), first_line: 1, origin }
        };
        let bead = GivenBead { id: "1".into(), source: Span::whole(ENGLISH), target: Span::whole(ARABIC), line: 1 };
        let article = Article {
            id: "a".into(),
            source: text(ENGLISH, Lang::English, source),
            target: text(ARABIC, Lang::Arabic, target),
            given: vec![bead],
        };
        audit(&article, &Options::default()).findings
    }

    #[test]
    fn the_same_tags_in_any_order() {
        for (source, target) in [(&["<b>", "</b>", "{0}"][..], &["{0}", "<b>", "</b>"][..]), (&["%s", "%s"], &["%2$s", "%1$s"]), (&[], &[])]
        {
            assert!(found(source, target).is_empty(), "{source:?}");
        }
    }

    #[test]
    fn what_is_lost_added_or_changed() {
        for (source, target, kind, severity, message) in [
            (&["{0}"][..], &[][..], Kind::Dropped, Severity::Major, "The source has {0}; the translation lacks it."),
            (&["<g 1>", "</g 1>"], &[], Kind::Dropped, Severity::Minor, "The source has <g 1>; the translation lacks it."),
            (&["<x 1>"], &["<x 1>", "<x 1>"], Kind::Added, Severity::Minor, "The translation has <x 1>; the source does not."),
            (&["%d"], &["%s"], Kind::Mistranslated, Severity::Major, "The source has %d; the translation has %s instead."),
        ] {
            let findings = found(source, target);
            assert_eq!(findings.len(), 1, "{source:?} {findings:?}");
            let told = (findings[0].kind, findings[0].severity, findings[0].message.as_str());
            assert_eq!(told, (kind, severity, message));
        }
    }
}
