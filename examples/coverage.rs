//! Coverage: the share of items found in the right sentence and in a wrong one.
use muqabala::evidence::{estimate, item::*, link::*};
use muqabala::lang::Lang;
use muqabala::lexicon::Lexicon;
use std::collections::HashMap;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let lexicon = Lexicon::default();
    let mut pairs = Vec::new();
    for f in &args[1..] {
        for line in std::fs::read_to_string(f).unwrap().lines() {
            let c: Vec<&str> = line.split('\t').collect();
            pairs.push((c[c.len() - 2].to_owned(), c[c.len() - 1].to_owned()));
        }
    }
    if args[0] == "estimate" {
        print!("{}", estimate::weights(&lexicon, pairs.iter().map(|(a, b)| (a.as_str(), b.as_str()))));
        return;
    }
    let sides: Vec<(Side, Side)> = pairs.iter().map(|(e, a)| (Side::new(&lexicon, Lang::English, e), Side::new(&lexicon, Lang::Arabic, a))).collect();
    for shift in [0, 17] {
        let mut c: HashMap<&str, [f64; 4]> = HashMap::new();
        let mut missed: HashMap<String, usize> = HashMap::new();
        let mut missed_ar: HashMap<String, usize> = HashMap::new();
        for i in 0..sides.len() {
            let (e, a) = (&sides[i].0, &sides[(i + shift) % sides.len()].1);
            let index = Index::new(&lexicon, a);
            let mut links = Vec::new();
            for k in 0..e.items.len() as u32 { index.links(e, k, 0..a.items.len() as u32, &mut links); }
            let fe: std::collections::HashSet<u32> = links.iter().map(|l| l.english).collect();
            let fa: std::collections::HashSet<u32> = links.iter().map(|l| l.arabic).collect();
            let name = |k: &Kind| match k { Kind::Word => "word", Kind::Name => "name", Kind::Quantity(_) => "number", Kind::Unknown => "unknown", Kind::Link => "link" };
            for (k, it) in e.items.iter().enumerate() { let x = c.entry(name(&it.kind)).or_default(); x[0] += 1.0; if fe.contains(&(k as u32)) { x[1] += 1.0 } else { *missed.entry(e.tokens.folded(it.token as usize).to_owned()).or_default() += 1; } }
            for (k, it) in a.items.iter().enumerate() { let x = c.entry(name(&it.kind)).or_default(); x[2] += 1.0; if fa.contains(&(k as u32)) { x[3] += 1.0 } else { *missed_ar.entry(a.tokens.folded(it.token as usize).to_owned()).or_default() += 1; } }
        }
        for (k, x) in &c { println!("shift {shift} {k:8} en {:6} found {:.3}   ar {:6} found {:.3}", x[0], x[1] / x[0], x[2], x[3] / x[2]); }
        if shift == 0 {
            for m in [missed, missed_ar] {
            let mut m: Vec<_> = m.into_iter().collect(); m.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
            println!("{}", m.iter().take(120).map(|(w, n)| format!("{w}:{n}")).collect::<Vec<_>>().join(" "));
            }
        }
    }
}
