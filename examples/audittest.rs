//! scratch
use muqabala::audit::{coverage, unit::*};
use muqabala::evidence::{account::Account, item::*, link::*};
use muqabala::lang::Lang;
use muqabala::lexicon::Lexicon;
use muqabala::span::Span;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let lexicon = Lexicon::default();
    for line in std::fs::read_to_string(&a[1]).unwrap().lines().skip(1) {
        let c: Vec<&str> = line.split('\t').collect();
        let (e, ar) = (Side::new(&lexicon, Lang::English, c[1]), Side::new(&lexicon, Lang::Arabic, c[2]));
        let index = Index::new(&lexicon, &ar);
        let mut links = Vec::new();
        for k in 0..e.items.len() as u32 { index.links(&e, k, 0..ar.items.len() as u32, &mut links); }
        let mut account = Account::default();
        account.make(links.iter().copied(), &(0..e.items.len() as u32), &(0..ar.items.len() as u32));
        let unit = Unit { lexicon: &lexicon, source: Lang::English, english: View::new(c[1], &e, Span::whole(c[1])), arabic: View::new(c[2], &ar, Span::whole(c[2])), account: &account, elsewhere: &|_, _| false };
        for lang in [Lang::English, Lang::Arabic] {
            for r in coverage::runs(&unit, lang).iter().take(3) {
                println!("{}\t{lang:?}\t{:.2}\t{}\t{:.2}\t{}\t{}\t{}", c[0], r.score, r.missing, r.leftover, e.items.len(), ar.items.len(), unit.view(lang).words(r.span));
            }
        }
        if a.len() > 2 && a[2] == c[0] {
            for i in 0..e.items.len() as u32 { let it = e.items[i as usize]; println!("  {} p1 {:.2} ev {:.2} -> {}", it.span.of(c[1]), it.p1, unit.evidence(Lang::English, i), unit.partner(Lang::English, i).map_or("", |p| ar.items[p as usize].span.of(c[2]))); }
            for i in 0..ar.items.len() as u32 { let it = ar.items[i as usize]; println!("  {} p1 {:.2} ev {:.2} -> {}", it.span.of(c[2]), it.p1, unit.evidence(Lang::Arabic, i), unit.partner(Lang::Arabic, i).map_or("", |p| e.items[p as usize].span.of(c[1]))); }
        }
    }
}
