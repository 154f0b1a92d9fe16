//! The chart of an archive: findings by kind over the articles, so that a bad week or a bad translator is seen at a glance.

use std::fmt::{self, Write as _};

use super::sign;
use crate::finding::Kind;
use crate::report::language::{Counted, Language};

type Counts = [usize; Kind::ALL.len()];

/// Bars at most.
const BARS: usize = 60;
/// The room of the whole and of what stands around the bars.
const WIDTH: usize = 960;
const HEIGHT: usize = 170;
const SIDE: usize = 44;
const TOP: usize = 10;
const FOOT: usize = 22;

/// Draws the chart of the articles, each with its findings by kind; nothing where nothing was found.
pub(super) fn draw(articles: &[Counts], language: Language, out: &mut String) -> fmt::Result {
    let words = language.words();
    let each = articles.len().div_ceil(BARS).max(1);
    let bars: Vec<Counts> = articles.chunks(each).map(sum).collect();
    let Some(highest) = bars.iter().map(|bar| bar.iter().sum::<usize>()).max().filter(|n| *n > 0) else { return Ok(()) };
    let (step, top) = scale(highest);
    let totals = sum(articles);
    let about = words.chart_bars.replace("{articles}", &language.count(each, Counted::Article));
    write!(out, "<figure class=\"chart\"><figcaption><h2>{}</h2><ul>", words.chart)?;
    for kind in Kind::ALL.into_iter().filter(|k| totals[*k as usize] > 0) {
        let (sign, label, n) = (sign(kind), language.kind(kind), totals[kind as usize]);
        write!(out, "<li><i class=\"{kind}\" aria-hidden=\"true\">{sign}</i> {label} <b>{n}</b></li>")?;
    }
    write!(
        out,
        "</ul><p>{about}</p></figcaption>\n<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"toolbar\" aria-label=\"{}\">\n",
        words.chart
    )?;
    let rtl = language.is_right_to_left();
    let y = |n: usize| TOP as f64 + (HEIGHT - TOP - FOOT) as f64 * (1.0 - n as f64 / top as f64);
    // An Arabic chart begins at the right, as its readers do.
    let (labels, anchor) = if rtl { (WIDTH - SIDE + 8, "start") } else { (SIDE - 8, "end") };
    let (from, to) = if rtl { (0, WIDTH - SIDE) } else { (SIDE, WIDTH) };
    for n in (0..=top).step_by(step) {
        let y = y(n);
        write!(
            out,
            "<path class=\"grid\" d=\"M{from} {y:.1}H{to}\"/><text x=\"{labels}\" y=\"{:.1}\" text-anchor=\"{anchor}\" aria-hidden=\"true\">{n}</text>",
            y + 4.0
        )?;
    }
    let room = (WIDTH - SIDE) as f64 / bars.len() as f64;
    let wide = (room * 0.82).min(46.0);
    let middle = |b: usize| {
        let at = room * (b as f64 + 0.5);
        if rtl { (WIDTH - SIDE) as f64 - at } else { SIDE as f64 + at }
    };
    for (b, bar) in bars.iter().enumerate() {
        let (first, last) = (b * each + 1, ((b + 1) * each).min(articles.len()));
        let name = if first == last { words.bar_of_one } else { words.bar };
        let name = name.replace("{from}", &first.to_string()).replace("{to}", &last.to_string());
        let said = Kind::ALL.into_iter().filter(|k| bar[*k as usize] > 0).map(|k| format!("{} {}", language.kind(k), bar[k as usize]));
        let said = said.collect::<Vec<_>>().join(words.comma);
        let said = if said.is_empty() { words.none_found.to_owned() } else { said };
        let (left, from) = (middle(b) - room / 2.0, middle(b) - wide / 2.0);
        // Whoever does not see the bar hears it: it is a switch with a name that tells its numbers.
        write!(
            out,
            "<g class=\"bar\" role=\"button\" aria-pressed=\"false\" aria-label=\"{name}: {said}\" data-from=\"{first}\" data-to=\"{last}\">\
             <title>{name}: {said}</title><rect class=\"room\" x=\"{left:.1}\" y=\"{TOP}\" width=\"{room:.1}\" height=\"{}\"/>",
            HEIGHT - TOP - FOOT
        )?;
        let mut under = 0;
        for kind in Kind::ALL {
            let n = bar[kind as usize];
            if n > 0 {
                let (high, low) = (y(under + n), y(under));
                write!(out, "<rect class=\"{kind}\" x=\"{from:.1}\" y=\"{high:.1}\" width=\"{wide:.1}\" height=\"{:.1}\"/>", low - high)?;
                under += n;
            }
        }
        out.push_str("</g>\n");
    }
    let (end, anchor) = if rtl { (0, "start") } else { (WIDTH, "end") };
    write!(out, "<text x=\"{:.1}\" y=\"{}\" text-anchor=\"middle\" aria-hidden=\"true\">1</text>", middle(0), HEIGHT - 6)?;
    if bars.len() > 1 {
        write!(out, "<text x=\"{end}\" y=\"{}\" text-anchor=\"{anchor}\" aria-hidden=\"true\">{}</text>", HEIGHT - 6, articles.len())?;
    }
    out.push_str("</svg></figure>\n");
    Ok(())
}

fn sum(articles: &[Counts]) -> Counts {
    articles.iter().fold([0; Kind::ALL.len()], |mut all, article| {
        all.iter_mut().zip(article).for_each(|(a, n)| *a += n);
        all
    })
}

/// The step between the lines of the chart, and the highest of them: round numbers, and four lines at most.
fn scale(highest: usize) -> (usize, usize) {
    let mut power = 1;
    loop {
        for step in [power, 2 * power, 5 * power] {
            if highest <= 4 * step {
                return (step, step * highest.div_ceil(step));
            }
        }
        power *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_at_round_numbers() {
        assert_eq!(scale(1), (1, 1));
        assert_eq!(scale(4), (1, 4));
        assert_eq!(scale(5), (2, 6));
        assert_eq!(scale(17), (5, 20));
        assert_eq!(scale(1234), (500, 1500));
    }

    #[test]
    fn every_article_stands_in_one_bar() {
        let mut out = String::new();
        draw(&vec![[1, 0, 2, 0]; 1001], Language::English, &mut out).unwrap();
        let numbers = |name: &str| -> Vec<usize> {
            out.split(&format!("data-{name}=\"")).skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
        };
        let (from, to) = (numbers("from"), numbers("to"));
        assert!(from.len() <= BARS && from[0] == 1 && *to.last().unwrap() == 1001);
        assert!(from[1..].iter().zip(&to).all(|(next, end)| *next == end + 1));
        assert!(out.contains("dropped <b>1001</b>") && out.contains("mistranslated <b>2002</b>"));
    }
}
