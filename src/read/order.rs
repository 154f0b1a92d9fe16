//! Arabic as old programs and page layouts write it: letters from left to right as the eye meets them (visual order), or as the shapes
//! that they take within a word (presentation forms). Both are put back to what keyboards write.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::lang::fold::digit;
use crate::lang::is_arabic_letter;

/// Of the signs of an order, so many times as many must speak for visual order as against it.
const SURE: usize = 3;
/// Fewer signs say nothing.
const LEAST: usize = 3;

/// What is said when the order was put right.
pub(super) const REORDERED: &str = "its Arabic letters stood in visual order (from left to right) and were put in reading order";
/// What is said when shapes were made letters.
pub(super) const RESHAPED: &str = "its Arabic was written in presentation forms and was turned into letters";

/// A text with its Arabic put right, and what was done to it. Nothing is changed where nothing is wrong.
pub(super) fn mended(text: String, remarks: &mut Vec<String>) -> String {
    let mut text = text;
    if let Cow::Owned(letters) = letters(&text) {
        text = letters;
        remarks.push(RESHAPED.to_owned());
    }
    if is_visual(text.chars()) {
        text = text.split_inclusive('\n').map(reordered).collect();
        remarks.push(REORDERED.to_owned());
    }
    text
}

/// A line of visual order, with its line end, in reading order.
fn reordered(line: &str) -> String {
    let words = line.trim_end_matches(['\n', '\r']);
    logical(&clusters(words)) + &line[words.len()..]
}

/// Text whose Arabic is written in presentation forms, in letters; borrowed where there are few of them.
fn letters(text: &str) -> Cow<'_, str> {
    let (mut all, mut shapes) = (0_usize, 0_usize);
    for c in text.chars().filter(|c| is_arabic_letter(*c)) {
        all += 1;
        shapes += usize::from(is_shape(c));
    }
    if shapes * 5 < all || shapes == 0 {
        return Cow::Borrowed(text);
    }
    Cow::Owned(unshaped(text))
}

/// Presentation forms made letters.
pub(super) fn unshaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_shape(c) {
            out.extend(c.nfkc());
        } else {
            out.push(c);
        }
    }
    out
}

fn is_shape(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Whether Arabic stands in visual order: words end in ال read backwards, and start with ة or ى, which otherwise stand last.
pub(super) fn is_visual(text: impl Iterator<Item = char>) -> bool {
    let (mut visual, mut logical) = (0_usize, 0_usize);
    let mut word = Vec::new();
    for c in text.chain([' ']) {
        if is_arabic_letter(c) {
            word.push(c);
            continue;
        }
        if word.len() > 3 {
            let (first, last) = (word[0], word[word.len() - 1]);
            logical += usize::from(word.starts_with(&['ا', 'ل'])) + usize::from(matches!(last, 'ة' | 'ى'));
            visual += usize::from(word.ends_with(&['ل', 'ا'])) + usize::from(matches!(first, 'ة' | 'ى'));
        }
        if !is_combining_mark(c) {
            word.clear();
        }
    }
    visual >= LEAST && visual > SURE * logical
}

/// A line in visual order, a letter with its marks at a time from left to right, as it is read.
pub(super) fn logical(clusters: &[&str]) -> String {
    let (mut arabic, mut latin) = (0_usize, 0_usize);
    for c in clusters.iter().filter_map(|c| c.chars().next()) {
        arabic += usize::from(is_arabic_letter(c));
        latin += usize::from(c.is_alphabetic() && !is_arabic_letter(c));
    }
    if arabic == 0 {
        return clusters.concat();
    }
    let mut out = String::new();
    if arabic >= latin {
        // From the right; what is read from the left stays as it is.
        let mut end = clusters.len();
        while end > 0 {
            let start = left_to_right(clusters, end);
            if start < end {
                out.extend(clusters[start..end].iter().copied());
                end = start;
            } else {
                push_mirrored(&mut out, clusters[end - 1]);
                end -= 1;
            }
        }
    } else {
        let mut rest = clusters;
        while !rest.is_empty() {
            let end = right_to_left(rest);
            if end == 0 {
                out.push_str(rest[0]);
                rest = &rest[1..];
            } else {
                rest[..end].iter().rev().for_each(|c| push_mirrored(&mut out, c));
                rest = &rest[end..];
            }
        }
    }
    out
}

/// Where the run of Latin letters and figures starts that ends at `end`; `end` if there is none.
fn left_to_right(clusters: &[&str], end: usize) -> usize {
    let strong = |c: &str| c.chars().next().is_some_and(|c| (c.is_alphanumeric() && !is_arabic_letter(c)) || digit(c).is_some());
    let joins = |c: &str| c.chars().next().is_some_and(|c| !is_arabic_letter(c));
    if !strong(clusters[end - 1]) && !matches!(clusters[end - 1], "%" | "٪") {
        return end;
    }
    let mut start = end;
    let mut at = end;
    // Spaces and marks between two of them are within the run.
    while at > 0 && (strong(clusters[at - 1]) || (joins(clusters[at - 1]) && start - at < 2)) {
        at -= 1;
        if strong(clusters[at]) {
            start = at;
        }
    }
    if start == end { end } else { start }
}

/// How long the run of Arabic is at the start.
fn right_to_left(clusters: &[&str]) -> usize {
    let arabic = |c: &&str| c.chars().next().is_some_and(is_arabic_letter);
    if !clusters.first().is_some_and(arabic) {
        return 0;
    }
    let (mut end, mut gap) = (0, 0);
    for (i, c) in clusters.iter().enumerate() {
        if arabic(c) {
            end = i + 1;
            gap = 0;
        } else if c.chars().all(char::is_alphanumeric) || gap > 2 {
            break;
        } else {
            gap += 1;
        }
    }
    end
}

/// Brackets face the other way.
fn push_mirrored(out: &mut String, cluster: &str) {
    out.extend(cluster.chars().map(|c| match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '«' => '»',
        '»' => '«',
        '<' => '>',
        '>' => '<',
        other => other,
    }));
}

/// Letters with their marks. Allocates nothing per letter.
fn clusters(line: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = line.char_indices().filter(|(i, c)| *i == 0 || !is_combining_mark(*c)).map(|(i, _)| i).collect();
    starts.push(line.len());
    starts.windows(2).map(|w| &line[w[0]..w[1]]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEWS: &str = "قالت الوزارة إن 330 أسرة غادرت المدينة القديمة (الأحياء الشرقية) يوم الجمعة، وفقا لوكالة BBC News الإخبارية.";

    fn visual(text: &str) -> String {
        // What a terminal without bidi shows of a right-to-left line that was laid out: runs from the left stay.
        let reversed = clusters(text).into_iter().rev().collect::<String>();
        reversed.replace("033", "330").replace("sweN CBB", "BBC News").replace('(', "\u{1}").replace(')', "(").replace('\u{1}', ")")
    }

    #[test]
    fn visual_order_is_put_right_and_said() {
        let mut remarks = Vec::new();
        assert_eq!(mended(format!("{}\r\n{}\n", visual(NEWS), visual(NEWS)), &mut remarks), format!("{NEWS}\r\n{NEWS}\n"));
        assert_eq!(remarks, [REORDERED]);
    }

    #[test]
    fn what_is_right_stays() {
        let mut remarks = Vec::new();
        for text in [NEWS, "Two men", "لا يقول هؤلاء إلا ما يعرفون", ""] {
            assert_eq!(mended(text.to_owned(), &mut remarks), text);
        }
        assert!(remarks.is_empty());
    }

    #[test]
    fn shapes_become_letters() {
        let mut remarks = Vec::new();
        assert_eq!(mended("\u{FE8D}\u{FEDF}\u{FEE6}\u{FEFB}".to_owned(), &mut remarks), "النلا");
        assert_eq!(remarks, [RESHAPED]);
    }

    #[test]
    fn arabic_within_english_is_turned() {
        let line = "The paper \u{202A}حابصلا\u{202C} said".replace(['\u{202A}', '\u{202C}'], "");
        assert_eq!(logical(&clusters(&line)), "The paper الصباح said");
    }
}
