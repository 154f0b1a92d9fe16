//! Clauses and phrases: each text has `¦` where a clause starts and `·` where a phrase does.

use super::*;

fn assert_clauses(lang: Lang, texts: &[&str]) {
    let mut wrong = Vec::new();
    for marked in texts {
        let text = marked.replace(['¦', '·'], "");
        let tokens = Tokens::new(lang, &text);
        let whole = Span::whole(&text);
        let Parts { clauses, phrases } = Parts::new(&tokens, whole);
        let cut = phrases.iter().fold(String::new(), |all, phrase| {
            let mark = if all.is_empty() {
                ""
            } else if clauses.iter().any(|c| c.start == phrase.start) {
                " ¦"
            } else {
                " ·"
            };
            all + mark + phrase.of(&text)
        });
        if cut != *marked {
            wrong.push(format!("\n  cut    {cut}\n  wanted {marked}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn english_clauses() {
    assert_clauses(
        Lang::English,
        &[
            "The convoy turned back ·at a checkpoint, ¦the ministry said.",
            "Miners left the town, ¦one ·of the oldest settlements ·in the hills, ¦after the owners moved ·to a larger city.",
            "The minister, ¦who arrived ·on Sunday, ¦said ·the talks were over.",
            "The bank warned ¦that it would raise the cost ·of that loan, ¦but it has not yet done so.",
            "Farmers said ¦it had told them ·to expect no rain.",
            "However, ·supporters left.",
            "He was tired; ¦she was not.",
            "\"The road is closed,\" ¦said Munir al-Qubati, ¦the head ·of the ambulance service.",
            "The group agreed a \"safe zone\" ·with Russia.",
            "The office (OCHA) said ¦a convoy ·of 38 trucks had turned back.",
            "Both clubs will not sell their tickets ·to visitors ¦- Wydad turned away ·over nine thousand ¦- but they have put up screens.",
            "It was signed ·on July 5, 2018 ·by both sides.",
            "More than 3,200 families have fled, ¦according to the Red Crescent.",
            "The army seized two towns ¦and forced 300 people ·to leave.",
            "He met officials ·from Russia, ·Jordan ·and Syria.",
            "Flights stopped ·because of the fog ¦when night fell.",
            "They moved ·to the city ¦from which they had fled.",
        ],
    );
}

#[test]
fn arabic_clauses() {
    assert_clauses(
        Lang::Arabic,
        &[
            "عادت القافلة أدراجها ·عند نقطة تفتيش، ¦بحسب الوزارة.",
            "وقال الوزير ¦إن المحادثات انتهت، ¦وأضاف ·أن الطريق مغلق.",
            "أُغلقت المدرسة ·في البلدة ¦بعد أن انتقل التلاميذ ·إلى قرية مجاورة.",
            "أطلقت الشركة خدمة ·في ثلاث مدن ·من المملكة، ¦حيث وعدت الركاب ·بأكثر من 40 رحلة.",
            "دخلت القوات البلدة ¦وانسحب المقاتلون ·منها ¦ولم يعودوا.",
            "قال متحدث ¦إن الهدنة \"هشة\" ¦وقد تنهار.",
            "حذرت المنظمة ¦من أن الوضع خطير ¦لكنها لم تغادر.",
            "وقّعت ·عليها تونس ·والمغرب ·والجزائر.",
            "وفي سياق متصل، ¦قال السكان ¦إنهم عادوا ·إلى منازلهم.",
            "القائد ·الذي قُتل أمس ·في الغارة كان يقيم ·في المدينة.",
            "رفض الوزير التعليق ¦على الرغم ·من انتهاء المحادثات.",
            "وصلت القافلة ¦و قال السائق ¦إن الطريق مغلق.",
        ],
    );
}
