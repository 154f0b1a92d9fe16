//! Distances.
use muqabala::lang::skeleton::Skeleton;
fn main() {
    let a: Vec<String> = std::env::args().skip(1).collect();
    for e in a[0].split(',') {
        for t in a[1].split(',') {
            let f = muqabala::lang::fold::arabic(t);
            let s = Skeleton::english(e);
            let d = Skeleton::arabic_variants(&f).iter().map(|v| s.distance(v)).fold(9.0, f32::min);
            println!("{e} {t} {d:.2} c{} {:?}", s.consonants(), s.same(&Skeleton::arabic(&f)));
        }
    }
}
