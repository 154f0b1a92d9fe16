//! What must hold of the cut in both languages, and sentences that are hard to cut.

use proptest::prelude::*;

use super::clause::Parts;
use super::*;
use crate::lang::token::Tokens;

/// Texts of the marks, spaces and letters that cuts depend on, far denser in them than news is.
fn marks_and_letters() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a",
        "The",
        "said",
        "U.S",
        "Mr",
        "I",
        "wrapped line of text",
        "وقال",
        "إن",
        "د",
        "ق.م",
        "انتهى",
        "٣",
        "5",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\u{200f}",
        "\u{feff}",
        "\u{2028}",
        ".",
        ".",
        "..",
        "…",
        "!",
        "؟",
        "?",
        "،",
        "؛",
        ",",
        "\"",
        "“",
        "”",
        "«",
        "»",
        "(",
        ")",
        "[1]",
        "'",
        "’",
        "-",
        "—",
        "é",
        "😀",
        "ـ",
        "\u{64b}",
    ]);
    prop::collection::vec(pieces, 0..40).prop_map(|pieces| pieces.concat())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![marks_and_letters(), "(?s).{0,80}"]
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_blank(*c)).collect()
}

fn assert_tiles(text: &str, segments: &[Segment]) {
    let mut end = 0;
    for s in segments {
        assert!(s.span.start >= end, "out of order or overlapping: {s:?}");
        assert!(!s.span.is_empty());
        let words = s.span.of(text);
        assert_eq!(words, words.trim().trim_start_matches(is_blank));
        assert_eq!(s.line as usize, text[..s.span.start as usize].replace("\r\n", "\n").matches(['\n', '\r']).count());
        end = s.span.end;
    }
    assert!(segments.windows(2).all(|s| s[0].paragraph <= s[1].paragraph && s[0].line <= s[1].line));
    assert_eq!(segments.iter().map(|s| visible(s.span.of(text))).collect::<String>(), visible(text));
}

fn assert_spans_tile(text: &str, whole: Span, spans: &[Span]) {
    assert_eq!(spans.first().map(|s| s.start), Some(whole.start));
    assert_eq!(spans.last().map(|s| s.end), Some(whole.end));
    for pair in spans.windows(2) {
        assert!(!pair[0].is_empty() && pair[0].end <= pair[1].start);
        assert_eq!(visible(&text[pair[0].end as usize..pair[1].start as usize]), "");
    }
    assert!(spans.iter().all(|s| !s.of(text).is_empty()));
}

/// The invariants of segments and clauses, for one language per module.
macro_rules! invariants {
    ($($module:ident: $lang:expr),*) => {$(
        mod $module {
            use super::*;

            proptest! {
                #[test]
                fn segments_tile_the_text(text in any_text()) {
                    for by in [By::Sentence, By::Line, By::Paragraph] {
                        assert_tiles(&text, &segments($lang, &text, by));
                    }
                }

                #[test]
                fn sentences_tile_paragraphs(text in any_text()) {
                    let sentences = segments($lang, &text, By::Sentence);
                    for paragraph in segments($lang, &text, By::Paragraph) {
                        let (first, last) = {
                            let mut within = sentences.iter().filter(|s| s.paragraph == paragraph.paragraph);
                            let first = within.next().unwrap();
                            (first, within.next_back().unwrap_or(first))
                        };
                        prop_assert_eq!(first.span.cover(last.span), paragraph.span);
                    }
                }

                #[test]
                fn every_word_stands_in_one_segment(text in marks_and_letters()) {
                    let tokens = Tokens::new($lang, &text);
                    let segments = segments($lang, &text, By::Sentence);
                    for token in tokens.list().iter().filter(|t| t.span.of(&text).starts_with(char::is_alphanumeric)) {
                        prop_assert_eq!(segments.iter().filter(|s| s.span.contains(token.span)).count(), 1);
                    }
                }

                #[test]
                fn clauses_tile_segments_and_phrases_tile_clauses(text in any_text()) {
                    let tokens = Tokens::new($lang, &text);
                    for segment in segments($lang, &text, By::Sentence) {
                        let Parts { clauses, phrases } = Parts::new(&tokens, segment.span);
                        assert_spans_tile(&text, segment.span, &clauses);
                        assert_spans_tile(&text, segment.span, &phrases);
                        for clause in clauses {
                            prop_assert!(phrases.iter().all(|p| !p.overlaps(clause) || clause.contains(*p)));
                        }
                    }
                }
            }

            #[test]
            fn nothing_has_no_segments() {
                for text in ["", " \n\t\n ", "\u{feff}", "\u{200f} \u{202b}\r\n"] {
                    for by in [By::Sentence, By::Line, By::Paragraph] {
                        assert!(segments($lang, text, by).is_empty(), "{text:?}");
                    }
                }
                assert!(Parts::new(&Tokens::new($lang, ""), Span::default()).clauses.is_empty());
            }
        }
    )*};
}

invariants!(english: Lang::English, arabic: Lang::Arabic);

/// Each text has `¦` where it must be cut, and must be cut nowhere else.
fn assert_cut(lang: Lang, texts: &[&str]) {
    let mut wrong = Vec::new();
    for marked in texts {
        let text = marked.replace('¦', "");
        let cut: Vec<_> = segments(lang, &text, By::Sentence).iter().map(|s| s.span.of(&text)).collect();
        let wanted: Vec<_> = marked.split('¦').map(str::trim).collect();
        if cut != wanted {
            wrong.push(format!("\n  cut    {}\n  wanted {}", cut.join(" ¦ "), wanted.join(" ¦ ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

#[test]
fn english_sentences() {
    assert_cut(
        Lang::English,
        &[
            "Mr. Haddad met Mrs. Amin and Dr. Saleh at St. Mary's Hospital.¦ He left at noon.",
            "Gen. Omar al-Sayed and Lt. Col. Rami Issa were there.¦ Sen. Brown was not.",
            "Gov. Lane told Rep. Diaz and Prof. Kent, then-Sgt. Moore and Capt. Ito.",
            "The U.S. Army left the U.N. base on Friday.¦ It will return.",
            "He moved to the U.S.¦ The next year he came back.",
            "Aramco Inc. said Cement Co. and Steel Ltd. had merged.¦ Shares rose.",
            "The suit names Petra Trading Inc.¦ It was filed in May.",
            "John Carter Jr. was born on Jan. 5, 1960.¦ He died in Aug. 2001.",
            "The talks start at 9 a.m. Tuesday and end at 5 p.m. GMT.¦ Nobody will speak.",
            "The curfew ends at 6 a.m.¦ Shops will open then.",
            "See No. 10 and Fig. 3.¦ Then decide.",
            "He said no.¦ Nobody asked again.",
            "It was Ahly vs. Zamalek, e.g. the final of 2006, i.e. the last one.",
            "The novel is by J. K. Rowling and W. B. Yeats admired A. E. Russell.",
            "That was plan B.¦ The first had failed.",
            "Growth was 3.5 percent.¦ Inflation hit 12.75 percent.",
            "Prices rose by .5 of a point.¦ $5 million was lost.",
            "The siege has ended.¦The families went home.",
            "It ended in 2018.¦The families went home.",
            "\"We will stay.¦ We will fight.¦ We will win,\" he said.",
            "He said: \"We will stay.\"¦ Others left.",
            "She called it “a disgrace.”¦ He agreed.",
            "\"Who fired first?\" he asked.¦ Nobody answered.",
            "\"Who fired first?\" Samir Haddad asked.¦ Nobody answered.",
            "\"Get out!\" Trump said.",
            "Who fired first?¦ The army did!¦ So it says.",
            "It was late (very late.)¦ He left.",
            "It was late.¦ (He left.)¦ She stayed.",
            "The dam failed.[1]¦ The valley was flooded.[2][3]¦ Nobody died.",
            "The dam failed.¹¦ The valley was flooded.",
            "He waited... and waited.",
            "He waited...¦ The bus never came.",
            "He waited …¦ The bus never came.",
            "He waited . . . and then left.¦ The bus came.",
            "“I don't know... I was asleep,” she said.",
            "Wait!!!¦ What?!¦ No.",
            "He works for Yahoo! Inc. in Dubai.",
            "The minister (!) agreed; the king (?) did not.",
            "Visit www.example.com or mail a.b@example.org.¦ Thanks.",
            "See https://example.com/a.Html?q=1.2 for more.¦ Thanks.",
            "The group fled.¦ al-Shabab took the town.",
            "Sales fell.¦ iPhone exports rose.",
            "1. Open the gate.¦ 2. Close it.",
            "a. Open the gate.",
            "The 'war' ended.¦ 'Peace' began.",
            "He shouted 'fire!'¦ Everyone ran.",
            "She has a Ph.D. from Cairo University.¦ She teaches.",
            "Police in Washington, D.C. said so.¦ They were right.",
            "Smith et al. found it first.",
            "The clause — he called it Art. 5 — was cut: it said little; it meant less.",
            "One\u{a0}man died.¦\u{a0}Two were hurt.",
            "Is it over?¦ \"No.\"¦ \"Yes!\"",
            "He said \"no.\" and left.",
            "CAIRO, Nov. 12 (Nile Wire) - Two men were held.¦ They were freed.",
            "Roe v. Wade was cited in Smith v. Jones.",
            "So he left .¦ She stayed .",
            "She left.¦ - He stayed.",
            "\"The gate is open,\" he said.¦\"It was shut.\"",
        ],
    );
}

#[test]
fn arabic_sentences() {
    assert_cut(
        Lang::Arabic,
        &[
            "وصل د. أحمد حداد إلى المستشفى.¦ وغادر ظهراً.",
            "قال أ. سامي و م. رامي إن العمل بدأ.¦ وأضافا أنه سينتهي قريباً.",
            "قال د.أحمد إن العمل بدأ.",
            "بُنيت القلعة عام 300 ق.م. وفق علماء الآثار.",
            "بُنيت القلعة عام 300 ق.م.¦ وأعيد بناؤها لاحقاً.",
            "وُلد عام 1980 م.¦ توفي عام 2020 م.",
            "تأسست الدولة سنة 1344 هـ.¦ واتسعت بعد ذلك.",
            "انظر ص. 15 وما بعدها.",
            "باعوا الخبز والسكر إلخ. في السوق.",
            "باعوا الخبز والسكر إلخ.¦ وأغلقوا المتجر.",
            "انتهى الحصار.¦وقال السكان إنهم عادوا.",
            "انتهى الحصار عام 2018.¦وقال السكان إنهم عادوا.",
            "شاركت قوات NATO.¦وانسحبت لاحقاً.",
            "نقلت أ.ف.ب عن مصدر قوله إن الطريق مغلق.",
            "بلغ النمو 3.5 بالمئة.¦ وبلغ التضخم ١٢٫٥ بالمئة.",
            "بلغ النمو ٣.٥ بالمئة.",
            "قال: \"سنبقى.¦ سنقاتل.¦ سننتصر\".¦ وغادر القاعة.",
            "قال: «سنبقى هنا.»¦ وغادر القاعة.",
            "قال: «سنبقى هنا».¦ وغادر القاعة.",
            "قال: «سنبقى هنا. »¦ وغادر القاعة.",
            "قال: \"سنبقى هنا .\"¦ وغادر القاعة.",
            "قال: “سنبقى هنا.”¦ وغادر القاعة.",
            "قال: ”سنبقى هنا.“¦ وغادر القاعة.",
            "سأل: «من أطلق النار؟»¦ ولم يجب أحد.",
            "\"من أطلق النار؟\" قال سمير حداد.",
            "كتب مقالاً بعنوان \"من أطلق النار؟\" في الصحيفة.¦ ثم غادر.",
            "من أطلق النار؟¦ لا أحد يعرف!¦ هكذا قالوا.",
            "من أطلق النار؟¦لا أحد يعرف.",
            "وافق الوزير (!) على الطلب؛ ورفضه الملك (؟) لاحقاً.",
            "وصلت القافلة؛ وعادت في اليوم نفسه، وقال السائق إن الطريق مغلق، وأضاف أن الجسر دُمر.",
            "انتظر... ثم انتظر.",
            "انتظر طويلاً...¦ وقال إن الحافلة لم تصل.",
            "مقتل خمسة.. وإصابة عشرة",
            "انهار السد.[1]¦ وغمرت المياه الوادي.[٢]¦ ولم يمت أحد.",
            "حدث ذلك ليلاً (قرابة الثانية.)¦ ثم غادروا.",
            "حدث ذلك ليلاً.¦ (غادروا بعدها.)¦ وبقي واحد.",
            "زوروا www.example.com لمزيد من المعلومات.¦ شكراً.",
            "صورة للبلدة pic.example.com/Ab3.Xy من أمس.",
            "الكاتبة J. K. Rowling في القاهرة.¦ وصلت أمس.",
            "تعمل في شركة Delta Inc. منذ عام.¦ وهي مهندسة.",
            "غادرت القوات.¦ twp كلمة ويلزية.",
            "1. افتح البوابة.¦ 2. أغلقها.",
            "١. افتح البوابة.",
            "عمّان، 12 تشرين الثاني (بلاد برس) - قُتل رجلان.¦ وأُصيب ثالث.",
            "انتهى الأمر .¦ وعاد الجميع .",
            "انتهى الأمر.\u{200f}¦ وعاد الجميع\u{200f}",
            "قـــال إنه عائـــد.¦ وعــاد.",
            "عاد اللاجئونَ.¦وقالوا إنهم بخير.",
            "هتف الجميع: \"حرية!\"¦ وتفرقوا.",
        ],
    );
}

#[test]
fn lines_are_titles_unless_hard_wrapped() {
    // A title, a byline and a caption end where their lines end.
    assert_cut(
        Lang::English,
        &[
            "Shelling breaks truce¦\nBy Rana Saleh in Aden¦\n\nThe truce broke.¦ Nobody knows why.",
            "- two trucks¦\n- three cars¦\n- a bus",
            "The long first paragraph of a text that was never wrapped runs on well past any width at which people wrap text by hand or by machine\
         ¦\nThe second one lacks its full stop too but it is another paragraph all the same, as anyone can see",
        ],
    );
    // Wrapped by hand at 72.
    assert_cut(
        Lang::English,
        &[
            "Flour trucks turn back¦\n\n\
         The convoy of thirty-eight trucks turned back at a checkpoint on the\n\
         eastern road, the ministry said.¦ None of the drivers was hurt, and Mr.\n\
         Haddad, who leads the convoy, said that it would try again on Thursday\n\
         if both sides agree.",
            "Both clubs said that they would not sell any tickets to visiting fans\n\
         - Wydad turned away some nine thousand of them last spring, says their\n\
         chairman - but they have promised to put up screens in the town square\n\
         this time.",
            "The ministry said in a statement on Sunday that the two sides had agreed\nto meet again.",
        ],
    );
    assert_cut(
        Lang::Arabic,
        &[
            "عودة شاحنات الطحين¦\n\n\
         عادت القافلة المؤلفة من ثمان وثلاثين شاحنة أدراجها عند نقطة تفتيش على\n\
         الطريق الشرقي، بحسب ما أعلنت الوزارة.¦ ولم يُصب أحد من السائقين بأذى، وقال\n\
         رئيس القافلة سمير حداد إنها ستحاول مجدداً يوم الخميس إذا وافق الطرفان\n\
         على ذلك خطياً.",
            "انتهى الحصار.¦\nوعاد السكان",
            "قصف مدفعي ينسف الهدنة في تعز وقافلة مساعدات تعود أدراجها¦\nعمّان - بلاد برس¦\nقُتل رجلان.",
        ],
    );
}

#[test]
fn blank_lines_part_paragraphs() {
    let text = "Title\n\nOne. Two.\nThree.\n \nFour.\n";
    let numbers = |by| segments(Lang::English, text, by).iter().map(|s| (s.paragraph, s.line)).collect::<Vec<_>>();
    assert_eq!(numbers(By::Sentence), [(0, 0), (1, 2), (1, 2), (1, 3), (2, 5)]);
    assert_eq!(numbers(By::Line), [(0, 0), (1, 2), (1, 3), (2, 5)]);
    assert_eq!(numbers(By::Paragraph), [(0, 0), (1, 2), (2, 5)]);
}

#[test]
fn without_blank_lines_every_line_is_a_paragraph() {
    let text = "Title\r\nOne. Two.\rThree.";
    let numbers = |by| segments(Lang::English, text, by).iter().map(|s| (s.paragraph, s.line)).collect::<Vec<_>>();
    assert_eq!(numbers(By::Sentence), [(0, 0), (1, 1), (1, 1), (2, 2)]);
    assert_eq!(numbers(By::Line), [(0, 0), (1, 1), (2, 2)]);
    assert_eq!(numbers(By::Paragraph), [(0, 0), (1, 1), (2, 2)]);
}

#[test]
fn wrapped_lines_keep_the_line_they_start_on() {
    let text = "The convoy of thirty-eight trucks turned back at a checkpoint on the\n\
                eastern road, the ministry said. None of the drivers was hurt, and Mr.\n\
                Haddad, who leads the convoy, said that it would try again on Thursday\n\
                if both sides agree. He smiled.";
    let lines: Vec<_> = segments(Lang::English, text, By::Sentence).iter().map(|s| s.line).collect();
    assert_eq!(lines, [0, 1, 3]);
}

#[test]
fn a_text_without_marks_is_cut_between_words() {
    let long = "the men went home, and the women stayed there with them ".repeat(200);
    let all = segments(Lang::English, &long, By::Sentence);
    assert_tiles(&long, &all);
    assert!(all.len() > 40 && all.iter().all(|s| s.span.len() <= 240), "{}", all.len());
    assert!(all[..10].iter().all(|s| s.span.of(&long).ends_with("home,")), "{:?}", all[0].span.of(&long));
    // One that people write stays whole, and so does one word, however long.
    for whole in [&long[..2_900], &"a".repeat(10_000)] {
        assert_eq!(segments(Lang::English, whole, By::Sentence).len(), 1);
    }
    let marks = format!("{}{}", "a ".repeat(1_000), "- ".repeat(4_000));
    assert_tiles(&marks, &segments(Lang::Arabic, &marks, By::Sentence));
}
