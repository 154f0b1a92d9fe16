//! scratch
use muqabala::align::*;
use muqabala::evidence::item::*;
use muqabala::lang::Lang;
use muqabala::lexicon::Lexicon;
use muqabala::segment::Segment;
use muqabala::span::Span;
fn cut(text: &str) -> Vec<Segment> {
    let mut v = Vec::new(); let mut at = 0;
    for (n, l) in text.split('\n').enumerate() { if !l.trim().is_empty() { v.push(Segment { span: Span::new(at, at + l.len() as u32), paragraph: 0, line: n as u32 }); } at += l.len() as u32 + 1; }
    v
}
fn main() {
    let a: Vec<String> = std::env::args().collect();
    if a[1] != "align" { std::process::exit(1) }
    let (s, t) = (std::fs::read_to_string(&a[4]).unwrap(), std::fs::read_to_string(&a[5]).unwrap());
    let lexicon = Lexicon::default();
    let (e, ar) = (Side::new(&lexicon, Lang::English, &s), Side::new(&lexicon, Lang::Arabic, &t));
    let (se, sa) = (cut(&s), cut(&t));
    for b in align(&lexicon, Cut { side: &e, segments: &se }, Cut { side: &ar, segments: &sa }) {
        println!("{:?}:{:?}:{:.4}", b.source.collect::<Vec<_>>(), b.target.collect::<Vec<_>>(), b.score);
    }
}
