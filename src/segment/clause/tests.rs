//! Clauses and phrases: each text has `¦` where a clause starts and `·` where a phrase does.

use super::*;

fn assert_clauses(lang: Lang, texts: &[&str]) {
    let mut wrong = Vec::new();
    for marked in texts {
        let text = marked.replace(['¦', '·'], "");
        let tokens = Tokens::new(lang, &text);
        let whole = Span::whole(&text);
        let clauses = clauses(&tokens, whole);
        let cut = phrases(&tokens, whole).iter().fold(String::new(), |all, phrase| {
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
            "Troops took the town, ¦one ·of the last strongholds ·in the south, ¦after the rebels withdrew ·to a nearby village.",
            "The minister, ¦who arrived ·on Sunday, ¦said ·the talks were over.",
            "Washington warned ¦that it would respond ·to breaches ·of that deal, ¦but it has not yet done so.",
            "Rebels said ¦it had told them ·to expect no help.",
            "However, ·supporters left.",
            "He was tired; ¦she was not.",
            "\"The road is closed,\" ¦said Munir al-Qubati, ¦the head ·of the ambulance service.",
            "The group agreed a \"safe zone\" ·with Russia.",
            "The office (OCHA) said ¦a convoy ·of 38 trucks had turned back.",
            "Both countries will not open their borders ·to refugees ¦- Jordan took ·in more than half a million ¦- but they have handed out supplies.",
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
            "سيطرت القوات ·على البلدة ¦بعد أن انسحب المتمردون ·إلى قرية قريبة.",
            "شن الجيش هجوماً ·على بلدات ·في المدينة، ¦حيث ضرب مواقع المعارضة ·بأكثر من 600 غارة.",
            "دخلت القوات البلدة ¦وانسحب المقاتلون ·منها ¦ولم يعودوا.",
            "قال متحدث ¦إن الهدنة \"هشة\" ¦وقد تنهار.",
            "حذرت المنظمة ¦من أن الوضع خطير ¦لكنها لم تغادر.",
            "اتفقت ·عليها روسيا ·والأردن ·والولايات المتحدة.",
            "وفي سياق متصل، ¦قال السكان ¦إنهم عادوا ·إلى منازلهم.",
            "القائد ·الذي قُتل أمس ·في الغارة كان يقيم ·في المدينة.",
            "رفض الوزير التعليق ¦على الرغم ·من انتهاء المحادثات.",
            "وصلت القافلة ¦و قال السائق ¦إن الطريق مغلق.",
        ],
    );
}
