use crate::audit::testing::{findings, in_english};
use crate::finding::Kind;

fn found(english: &str, arabic: &str) -> Vec<(String, String)> {
    let words = |p: Option<crate::finding::Place>, text: &str| p.map_or(String::new(), |p| p.words.of(text).to_owned());
    findings("name-mismatch", english, arabic).into_iter().map(|f| (words(f.source, english), words(f.target, arabic))).collect()
}

#[track_caller]
fn assert_found(english: &str, arabic: &str, source: &str, target: &str) {
    assert_eq!(found(english, arabic), [(source.to_owned(), target.to_owned())], "{english} {arabic}");
}

#[test]
fn another_name_in_the_place_of_one() {
    for (english, arabic, source, target) in [
        ("The envoy flew to Khartoum on Tuesday.", "سافر المبعوث إلى نيروبي يوم الثلاثاء.", "Khartoum", "نيروبي"),
        ("Talks between France and Norway stalled.", "تعثرت المحادثات بين فرنسا والسويد.", "Norway", "والسويد"),
        ("He was born in Lisbon and studied law.", "ولد في مدريد ودرس القانون.", "Lisbon", "مدريد"),
        ("Reuters reported the deaths of five miners.", "أفادت وكالة فرانس برس بمقتل خمسة من عمال المناجم.", "Reuters", "وكالة فرانس برس"),
        ("Boris Johnson thanked the nurses.", "شكر توني بلير الممرضات.", "Boris Johnson", "توني بلير"),
        ("Nissan will close the plant.", "ستغلق مازدا المصنع.", "Nissan", "مازدا"),
        ("The World Bank approved the loan.", "وافق صندوق النقد الدولي على القرض.", "World Bank", "صندوق النقد الدولي"),
        // A first name beside the right family name.
        ("The mayor Anna Carver resigned on Monday.", "استقالت رئيسة البلدية آنا هارديك يوم الإثنين.", "Anna Carver", "آنا هارديك"),
        ("The singer Robert Miles left.", "غادر المطرب جوناثان مايلز.", "Robert Miles", "جوناثان مايلز"),
        ("Voters trust Alun Jones.", "يثق الناخبون في غلين جونز.", "Alun Jones", "غلين جونز"),
        ("She appeared on the channel QVC in 2017.", "ظهرت على قناة إتش إس إن في 2017.", "QVC", "إتش إس إن"),
        ("He wrote reviews of games for GamePro.", "كتب مراجعات للألعاب لدى GameSpot.", "GamePro", "GameSpot"),
        ("The CIA knew of the plan.", "كانت وكالة الأمن القومي على علم بالخطة.", "CIA", "وكالة الأمن القومي"),
    ] {
        assert_found(english, arabic, source, target);
    }
}

#[test]
fn another_place_that_sounds_like_it() {
    assert_found("Soap makers in Naples lost half their orders.", "خسر صناع الصابون في نابلس نصف طلبياتهم.", "Naples", "");
    assert!(found("Students in Ghent lost half their grants.", "خسر الطلاب في غينت نصف منحهم.").is_empty());
}

#[test]
fn a_name_that_is_lost() {
    for (english, arabic, source) in [
        ("Floods cut the road near Sarajevo on Friday.", "قطعت السيول الطريق يوم الجمعة.", "Sarajevo"),
        ("Marta Velasquez, a baker, opened the shop.", "افتتحت خبازة المتجر.", "Marta Velasquez"),
        ("Rovers landed on Mars in spring.", "هبطت مركبات جوالة في الربيع.", "Mars"),
        ("They met in Tarvelin at noon.", "التقوا ظهرا.", "Tarvelin"),
        ("The letter was signed by Colonel Brask himself.", "وقع العقيد الرسالة بنفسه.", "Brask"),
        ("The ship sailed into the Indian Ocean at dawn.", "أبحرت السفينة في المحيط عند الفجر.", "Indian Ocean"),
    ] {
        assert_found(english, arabic, source, "");
    }
    assert_eq!(findings("name-mismatch", "Floods cut the road near Sarajevo.", "قطعت السيول الطريق.")[0].kind, Kind::Dropped);
}

#[test]
fn a_name_that_is_put_in() {
    // The country is translated itself.
    assert_found("Every country in the region sent help.", "أرسلت كل دول المنطقة مساعدات إلى اليابان.", "", "اليابان");
    // What is in Latin letters, in marks or after a word that a name follows needs no gazetteer.
    assert_found("The company said last week that the fault was found.", "قالت الشركة الأسبوع الماضي إن Kyokai وجدت العطل.", "", "Kyokai");
    assert_found("The road in the area is closed.", "الطريق في منطقة تشوبيكا مغلق.", "", "تشوبيكا");
    assert_found("The charity (and the ministry) gave food.", "قدمت منظمة \"بيلتروف\" الخيرية (والوزارة) الغذاء.", "", "بيلتروف");
    assert_found("Snow fell on Sunday.", "تساقط الثلج على تورونتو يوم الأحد.", "", "تورونتو");
}

#[test]
fn whose_institution_it_is() {
    let named = |arabic: &str, english: &str| in_english("name-mismatch", arabic, english).into_iter().map(|f| f.found).collect::<Vec<_>>();
    for (arabic, english) in [
        ("وزع مركز الملك سلمان للإغاثة ألف سلة غذائية.", "Saudi Arabia's King Salman Relief Centre distributed 1,000 food baskets."),
        ("فتحت المديرية العامة للأمن الوطني تحقيقا.", "Morocco's General Directorate of National Security opened an inquiry."),
        ("أعلنت قيادة الجيش توقيف ثلاثة أشخاص.", "The Lebanese Army Command announced the arrest of three people."),
        ("أشرف والي تيزي وزو على توزيع المساكن.", "The Algerian wali of Tizi Ouzou supervised the distribution of housing."),
        ("اقتحمت قوات الاحتلال بلدة قباطية.", "Israeli forces stormed the town of Qabatiya."),
        ("أطلق جنود من جيش الاحتلال النار على الفتى.", "Israeli soldiers shot at the boy."),
    ] {
        assert_eq!(named(arabic, english), [""; 0], "{english}");
    }
    // Another country is another one, and what is no institution has none.
    assert_eq!(named("فتحت المديرية العامة للأمن المغربي تحقيقا.", "Tunisia's General Directorate of Security opened an inquiry.").len(), 1);
    assert_eq!(named("قتل مهندس أردني يوم الأحد.", "An Indian engineer was killed on Sunday."), ["Indian"]);
    assert_eq!(named("غرق صيادون قبالة الساحل أمس.", "Fishermen drowned yesterday off the coast of Yemen."), ["Yemen"]);
}

#[test]
fn names_that_are_there() {
    for (english, arabic) in [
        // Spellings.
        ("Angela Merkel met Emmanuel Macron in Berlin.", "التقت أنجيلا ميركل بإيمانويل ماكرون في برلين."),
        ("Jorge Schulz spoke in Guayaquil.", "تحدث خورخي شولتس في غواياكيل."),
        ("The blogger Nazmul Haque was killed in Sylhet.", "قتل المدون نظم الحق في سيلهت."),
        ("The editor Mahbubur Rahman was freed in Dhaka.", "أفرج عن رئيس التحرير محبوب الرحمن في دكا."),
        ("The colonel Shamsul Islam was buried.", "دفن العقيد شمس الإسلام."),
        ("Israeli police closed the gate.", "أغلقت شرطة الاحتلال البوابة."),
        ("The court ordered a community service.", "حكمت المحكمة بعقوبة مجتمعية."),
        ("Whitehall sources denied the report.", "نفت مصادر حكومية بريطانية التقرير."),
        ("Israeli authorities demolished a house in Silwan.", "هدمت سلطات الاحتلال منزلا في سلوان."),
        ("Mr Czeskowski declined to comment.", "رفض السيد تشيسكوفسكي التعليق."),
        // Acronyms and full names.
        ("The Centers for Disease Control reported ten cases.", "أفادت CDC بتسجيل عشر حالات."),
        ("Lagarde said inflation was slowing.", "قالت رئيسة البنك المركزي الأوروبي كريستين لاغارد إن التضخم يتباطأ."),
        ("The strike began at Aramco on Monday.", "بدأ الإضراب في شركة النفط السعودية أرامكو يوم الاثنين."),
        ("The BBC apologised.", "اعتذرت بي بي سي."),
        ("NATO troops withdrew.", "انسحبت قوات حلف شمال الأطلسي."),
        ("The UN condemned the raid.", "أدانت المنظمة الدولية الغارة."),
        ("The FBI searched the house.", "فتش مكتب التحقيقات الفيدرالي المنزل."),
        ("The ITV host left.", "غادر مذيع آي تي في."),
        ("The league fined KRTX a million dollars.", "غرم الاتحاد شركة KRTX مليون دولار."),
        // A capital, a country and its people.
        ("Washington rejected the offer.", "رفضت الإدارة الأمريكية العرض."),
        ("The French minister resigned.", "استقال وزير فرنسا."),
        ("Beijing lodged a protest.", "قدمت الصين احتجاجا."),
        ("Sicilian olives are dear.", "زيتون صقلية غال."),
        ("Prof Gough spoke.", "تحدث البروفيسور غوف."),
        ("The painter Anna Milne died.", "ماتت الرسامة آنا ميلن."),
        ("Fans of the Dolford Rovers cheered.", "هتف مشجعو فريق دولفوردروفرز."),
        // Letters that are spelled out or said.
        ("Officials of the NRL met the players.", "التقى مسؤولو دوري الرغبي الوطني باللاعبين."),
        ("She appeared on the channel QVC.", "ظهرت على قناة كيو في سي."),
        // A word of science.
        ("Lymphopenia is common.", "قلة اللمفاويات شائعة."),
        // A person for a pronoun.
        ("He told her to wait.", "قال ماكرون لها أن تنتظر."),
        // What everybody knows.
        ("The capital was quiet.", "كانت العاصمة باريس هادئة."),
        ("They live in Marseille.", "يعيشون في مدينة مرسيليا الفرنسية."),
        ("Mr Trump spoke.", "تحدث الرئيس الأمريكي دونالد ترامب."),
        // Words that are names too.
        ("The nice old man waited.", "انتظر الرجل العجوز الكريم."),
        ("The bush burned for a day.", "احترقت الشجيرات ليوم كامل."),
        ("May the best team win.", "ليفز الفريق الأفضل."),
        // Words that lost their space.
        ("Doctors treated Kowalczyk at home.", "عالجالأطباءكوالتشيك في المنزل."),
    ] {
        assert_eq!(found(english, arabic), [], "{english} {arabic}");
    }
}

#[test]
fn a_sentence_that_lacks_its_name() {
    // The name that fell out need not be known.
    for (english, arabic, target) in [
        ("Described the method in a paper.", "وصف كرينشتوف الطريقة في ورقة.", "كرينشتوف"),
        ("The airport in remains closed.", "لا يزال المطار في أوشيبورو مغلقا.", "أوشيبورو"),
    ] {
        assert_found(english, arabic, "", target);
    }
    for (english, arabic) in [
        ("Described as a genius, he died poor.", "كان يوصف بأنه عبقري ومات فقيرا."),
        ("And prices rose again.", "ثم ارتفعت الأسعار مجددا."),
        ("The house they live in is old.", "المنزل الذي يعيشون فيه قديم."),
    ] {
        assert_eq!(found(english, arabic), [], "{english} {arabic}");
    }
}

#[test]
fn nothing_is_too_odd() {
    for (english, arabic) in [
        ("", ""),
        ("It fell to 4 C.", "1,2.3,4 C  سقط"),
        ("X", "س"),
        ("A.B.C.", "أ.ب.ت"),
        ("O'Neill", "«»"),
        ("of the and", "في من"),
        ("'s", "."),
    ] {
        let _ = crate::article::Text::new("a", english);
        if english.chars().any(char::is_alphabetic) && arabic.chars().any(char::is_alphabetic) {
            let _ = found(english, arabic);
        }
    }
}

#[test]
fn a_name_that_arabic_writes_as_several_words() {
    for (english, arabic) in [
        ("The court freed Qamaruddin on Monday.", "أطلقت المحكمة سراح قمر الدين يوم الاثنين."),
        ("The court freed the lawyer Benabdelkader.", "أطلقت المحكمة سراح المحامي بن عبد القادر."),
        ("A letter to Hidayetullah was found.", "عثر على رسالة لهداية الله."),
        ("Officials met Nasruddin Otay.", "التقى مسؤولون نصر الدين أوتاي."),
    ] {
        assert!(found(english, arabic).is_empty(), "{english}");
        assert!(in_english("name-mismatch", arabic, english).is_empty(), "{arabic}");
    }
    for (english, arabic) in [
        ("The court freed Qamaruddin on Monday.", "أطلقت المحكمة سراح عماد الدين يوم الاثنين."),
        ("The court freed the lawyer Benabdelkader.", "أطلقت المحكمة سراح المحامي بن عبد الحميد."),
        ("The court freed Qamaruddin on Monday.", "أطلقت المحكمة سراح صلاح الدين يوم الاثنين."),
    ] {
        assert_eq!(found(english, arabic).len(), 1, "{english} {arabic}");
    }
}

#[test]
fn a_long_name_is_no_glued_words() {
    for (english, arabic) in [
        ("Mayor Paula Montedónico said the bridge was safe.", "قالت رئيسة البلدية باولا مونتيدونيكو إن الجسر آمن."),
        ("The poet Andranik Hambardzumyan died at 80.", "توفي الشاعر أندرانيك هامبارتسوميان عن 80 عاما."),
        ("They met Chief Ratsimandrava and Mallikaranjan.", "التقوا الزعيم راتسيماندرافا وماليكارانجان."),
    ] {
        assert!(found(english, arabic).is_empty(), "{english}");
        assert!(in_english("name-mismatch", arabic, english).is_empty(), "{arabic}");
    }
    let other = found("Mayor Paula Montedónico said the bridge was safe.", "قالت رئيسة البلدية باولا كاستيلانوفيتش إن الجسر آمن.");
    assert_eq!(other.len(), 1);
}

#[test]
fn a_name_that_is_a_number() {
    for (english, arabic) in [
        ("The minister met Rashid Khamis and Thani.", "التقى الوزير راشد خميس وثاني."),
        ("The keeper Joost ten Velde was hurt.", "أصيب الحارس يوست تن فيلده."),
        ("Rockets fell near Beersheba on Tuesday.", "سقطت صواريخ قرب بئر السبع يوم الثلاثاء."),
    ] {
        for rule in ["name-mismatch", "number-mismatch"] {
            assert!(findings(rule, english, arabic).is_empty(), "{rule} {english}");
            assert!(in_english(rule, arabic, english).is_empty(), "{rule} {arabic}");
        }
    }
    assert_eq!(findings("number-mismatch", "He paid Smith ten Swiss francs.", "دفع لسميث فرنكات سويسرية.").len(), 1);
    assert!(!findings("number-mismatch", "Joost ten Velde lost ten players.", "خسر يوست تن فيلده أربعة لاعبين.").is_empty());
}

#[test]
fn what_arabic_calls_teams_banks_and_firms() {
    for (english, arabic) in [
        ("Workers at AT&T went on strike.", "أضرب العمال في إيه تي آند تي."),
        ("Workers at P&G went on strike.", "أضرب العمال في بروكتر آند غامبل."),
        ("Karl Brandt wrote the report.", "كتب كارل برانت التقرير."),
        ("The Pumas won in Rosario.", "فاز منتخب الأرجنتين في روساريو."),
        ("The boat turned into Larache.", "توجه القارب إلى العرائش."),
        ("The Cornish harbour was closed.", "أغلق المرفأ في كورنوال."),
        ("The Riksbank raised rates.", "رفع البنك المركزي السويدي الفائدة."),
        ("The horse ran forward.", "اندفع الحصان إلى الأمام."),
        ("Lyon fell to Ligue 2.", "هبط ليون إلى دوري الدرجة الثانية الفرنسي."),
    ] {
        assert!(found(english, arabic).is_empty(), "{english} {:?}", found(english, arabic));
    }
    assert_eq!(found("The Pumas won in Rosario.", "فاز منتخب البرازيل في روساريو.").len(), 1);
    assert_eq!(found("The Riksbank raised rates.", "رفع البنك المركزي النرويجي الفائدة.").len(), 1);
}
