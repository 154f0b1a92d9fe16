//! Articles without end, made of the sample articles of this project: their beads are recombined, and names and figures replaced on both
//! sides alike. The same number always gives the same article.

use std::path::Path;

/// Names of the samples that others may stand for, with their Arabic.
const SLOTS: &str = "Wahdan وهدان|Haddadin حدادين|Halloran هالوران|Saadeh سعادة|Tannous طنوس|Khoury خوري|Solvang سولفانغ|Feldt فيلت|\
    Holmberg هولمبرغ|Tavares تافاريس|Bawazir باوزير|Diallo ديالو|Oumarou أومارو|Qahtan قحطان|Rizk رزق|Issa عيسى|\
    Taiz تعز|Misrata مصراتة|Muscat مسقط|Aden عدن|Beirut بيروت|Tripoli طرابلس|Sirte سرت|Aqaba العقبة|Bremen بريمن|Cyprus قبرص|Norway النرويج";
/// How many of them are people; the others are places.
const PEOPLE: usize = 16;

const SURNAMES: &str = "Mansour منصور|Haddad حداد|Farouk فاروق|Schneider شنايدر|Petrov بتروف|Nakamura ناكامورا|Okafor أوكافور|Lindqvist ليندكفيست|\
    Moreau مورو|Castillo كاستيو|Fischer فيشر|Nasser ناصر|Darwish درويش|Shamoun شمعون|Barakat بركات|Zidane زيدان|Qasim قاسم|Suleiman سليمان|\
    Habibi حبيبي|Kowalski كوفالسكي|Novak نوفاك|Jansen يانسن|Murphy مورفي|Sullivan سوليفان|Fernandez فرنانديز|Rossi روسي|Bianchi بيانكي|\
    Yilmaz يلماز|Demir دمير|Rahimi رحيمي|Karimi كريمي|Chaudhry تشودري|Banerjee بانيرجي|Tanaka تاناكا|Mbeki مبيكي|Traore تراوري|Keita كيتا|\
    Hamdan حمدان|Salameh سلامة|Jaber جابر|Odeh عودة|Marzouki المرزوقي|Bensalah بن صالح|Idrissi الإدريسي|Atassi الأتاسي|Jabbour جبور|Ghanem غانم|\
    Sabbagh صباغ|Dawoud داود|Younis يونس";
const PLACES: &str = "Aleppo حلب|Homs حمص|Mosul الموصل|Basra البصرة|Kirkuk كركوك|Benghazi بنغازي|Tobruk طبرق|Sabha سبها|Khartoum الخرطوم|Omdurman أم درمان|\
    Nyala نيالا|Kassala كسلا|Juba جوبا|Mogadishu مقديشو|Djibouti جيبوتي|Asmara أسمرة|Nairobi نيروبي|Kampala كمبالا|Dakar داكار|Bamako باماكو|\
    Niamey نيامي|Lagos لاغوس|Kano كانو|Rabat الرباط|Fez فاس|Agadir أغادير|Oran وهران|Constantine قسنطينة|Sfax صفاقس|Gabes قابس|\
    Mukalla المكلا|Hodeidah الحديدة|Marib مأرب|Salalah صلالة|Doha الدوحة|Jeddah جدة|Irbid إربد|Zarqa الزرقاء|Nablus نابلس|Jenin جنين|\
    Hebron الخليل|Sidon صيدا|Baalbek بعلبك|Latakia اللاذقية|Raqqa الرقة|Idlib إدلب|Gaziantep غازي عنتاب|Izmir إزمير|Tabriz تبريز|Isfahan أصفهان|\
    Herat هرات|Kandahar قندهار|Peshawar بيشاور|Lahore لاهور|Karachi كراتشي|Warsaw وارسو|Prague براغ|Vienna فيينا|Lisbon لشبونة|Oslo أوسلو";

/// An English and an Arabic text.
pub type Texts = (String, String);

/// The beads of the samples that have both sides, English and Arabic.
pub fn beads() -> std::io::Result<Vec<Texts>> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("aligned");
    let mut files: Vec<_> = std::fs::read_dir(samples)?.map(|f| f.map(|f| f.path().join("gold.tsv"))).collect::<Result<_, _>>()?;
    files.sort();
    let mut beads = Vec::new();
    for file in files {
        for line in std::fs::read_to_string(file)?.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [_, source, target] = cells[..] else { continue };
            if !source.is_empty() && !target.is_empty() {
                let english_first = source.chars().filter(char::is_ascii_alphabetic).count() > source.chars().count() / 3;
                let (english, arabic) = if english_first { (source, target) } else { (target, source) };
                beads.push((english.to_owned(), arabic.to_owned()));
            }
        }
    }
    Ok(beads)
}

/// Article number `n`, of so many beads.
pub fn article(beads: &[Texts], n: u64, length: usize) -> Texts {
    let mut random = Random(n.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d);
    let slots = pairs(SLOTS);
    let (surnames, places) = (pairs(SURNAMES), pairs(PLACES));
    let put: Vec<(&str, &str)> = (0..slots.len()).map(|i| random.of(if i < PEOPLE { &surnames } else { &places })).collect();
    let (mut english, mut arabic) = (String::new(), String::new());
    // Runs of three from anywhere: neighbours stay neighbours, as in news that agencies reuse.
    while english.matches("\n\n").count() < length {
        let start = random.below(beads.len().saturating_sub(3).max(1));
        for bead in &beads[start..(start + 3).min(beads.len())] {
            let (mut e, mut a) = bead.clone();
            for ((from_e, from_a), (to_e, to_a)) in slots.iter().zip(&put) {
                if e.contains(from_e) && a.contains(from_a) {
                    (e, a) = (e.replace(from_e, to_e), a.replace(from_a, to_a));
                }
            }
            let (e, a) = figures(&e, &a, &mut random);
            english.push_str(&(e + "\n\n"));
            arabic.push_str(&(a + "\n\n"));
        }
    }
    (english, arabic)
}

fn pairs(list: &'static str) -> Vec<(&'static str, &'static str)> {
    list.split('|').filter_map(|pair| pair.trim().split_once(' ')).collect()
}

/// Replaces figures that stand in both texts, years aside, by others of the same length.
fn figures(english: &str, arabic: &str, random: &mut Random) -> Texts {
    let eastern =
        |figure: &str| figure.chars().map(|c| char::from_u32(c as u32 - '0' as u32 + '٠' as u32).unwrap_or(c)).collect::<String>();
    let (mut e, mut a) = (english.to_owned(), arabic.to_owned());
    let figures: Vec<&str> = english.split(|c: char| !c.is_ascii_digit()).filter(|f| f.len() > 1).collect();
    for figure in figures {
        if figure.len() == 4 && (figure.starts_with("19") || figure.starts_with("20")) {
            continue;
        }
        let other: String = (0..figure.len()).map(|i| char::from(b'1' + random.below(if i == 0 { 8 } else { 9 }) as u8)).collect();
        for (from, to) in [(figure.to_owned(), other.clone()), (eastern(figure), eastern(&other))] {
            if alone(&a, &from) && alone(&e, figure) {
                e = e.replacen(figure, &other, 1);
                a = a.replacen(&from, &to, 1);
                break;
            }
        }
    }
    (e, a)
}

/// Whether a figure stands in a text once, and not within a longer one.
fn alone(text: &str, figure: &str) -> bool {
    let mut places = text.match_indices(figure);
    let Some((at, _)) = places.next() else { return false };
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric() || matches!(c, '.' | ',' | '٫' | '٬'));
    places.next().is_none()
        && !digit(text[..at].chars().next_back())
        && !text[at + figure.len()..].chars().next().is_some_and(char::is_numeric)
}

/// A linear congruential generator (Knuth's MMIX): the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}
