//! Bounds of a number that one side turns by a denial: `less than five minutes`, لم يحتج إلى أكثر من خمس دقائق.

use crate::anchor::quantity::{Bound, Measure, Quantity};
use crate::audit::polarity::cue::{Cue, Strength, cues};
use crate::audit::unit::Unit;
use crate::lang::Lang;

/// Whether `e` and `a`, the same number, are bounded from different sides, and a denial turns one of the bounds.
pub(super) fn are_turned(unit: &Unit, e: &Quantity, a: &Quantity) -> bool {
    against(e.bound, a.bound) && (is_turned(unit, Lang::Arabic) || is_turned(unit, Lang::English) || is_unless(unit, a))
}

/// `unless it exceeds 14`, ما لم يتجاوز 14: what is unless is denied in Arabic.
fn is_unless(unit: &Unit, a: &Quantity) -> bool {
    /// How far before it, in tokens: the subject stands between.
    const REACH: usize = 9;
    let arabic = &unit.arabic;
    let mut before = arabic.before(a.number_tokens.start as usize, REACH);
    let english = unit.english.token_range().any(|t| unit.english.folded(t) == "unless");
    english && before.any(|t| arabic.folded(t) == "ما" && arabic.folded_at(t + 1) == "لم")
}

/// Whether a denial stands before a number that is bounded from the other side: لم يحتج إلى أكثر من خمس دقائق is `less than five minutes`.
fn is_turned(unit: &Unit, lang: Lang) -> bool {
    cues(unit, lang).iter().any(|cue| turns_a_bound(unit, lang, cue))
}

/// Whether a denial turns what bounds a number.
pub(in crate::audit) fn turns_a_bound(unit: &Unit, lang: Lang, cue: &Cue) -> bool {
    /// How far before it, in tokens.
    const REACH: usize = 20;
    let others = unit.view(lang.other()).quantities();
    let view = unit.view(lang);
    // The first number behind it that is not what it denies: `none of the six sold more than 2,000`.
    let quantities = view.quantities().iter();
    let denied = |q: &Quantity| {
        let first = q.number_tokens.start as usize;
        first <= cue.last + 3 && (cue.first..first).any(|t| view.folded(t) == "of")
    };
    let behind = |q: &&Quantity| !q.weak && q.number_tokens.start as usize > cue.last;
    let is_of_them = quantities.clone().filter(behind).any(denied);
    let number = quantities.filter(|q| behind(q) && !denied(q)).min_by_key(|q| q.number_tokens.start);
    number.is_some_and(|q| {
        let first = q.tokens.start as usize;
        let near = cue.last < first && first - cue.last <= REACH && cue.strength == Strength::Firm;
        // `had three hours left`, لم يبق له أكثر من ثلاث ساعات
        let only = |o: &Quantity| !is_of_them && q.bound == Bound::AtLeast && matches!(o.bound, Bound::Exact | Bound::MaybeAtMost);
        let same = |o: &Quantity| o.low == q.low || is_converted(o, q);
        near && others.iter().any(|o| same(o) && (opposite(o.bound, q.bound) || only(o)))
    })
}

/// Whether two amounts are of one kind in two units: `68 degrees Fahrenheit`, 20 درجة مئوية.
fn is_converted(a: &Quantity, b: &Quantity) -> bool {
    matches!((a.measure, b.measure), (Measure::Unit(x), Measure::Unit(y)) if x.name != y.name && x.dimension == y.dimension)
}

/// Whether one is the least and the other the most.
pub(super) fn opposite(a: Bound, b: Bound) -> bool {
    matches!((a, b), (Bound::AtLeast, Bound::AtMost) | (Bound::AtMost, Bound::AtLeast))
}

/// The same where one of them may be no bound: `only 3`, لم يبق أكثر من 3.
fn against(a: Bound, b: Bound) -> bool {
    opposite(a, b) || matches!((a, b), (Bound::AtLeast, Bound::MaybeAtMost) | (Bound::MaybeAtMost, Bound::AtLeast))
}

#[cfg(test)]
mod tests {
    use crate::audit::testing::{findings, unsure};

    /// How many findings there are, however unsure.
    fn count(english: &str, arabic: &str) -> usize {
        findings("number-mismatch", english, arabic).len() + unsure("number-mismatch", english, arabic).len()
    }

    #[test]
    fn a_denial_turns_a_bound() {
        let english = "None of the four clubs sold more than 900 tickets.";
        assert_eq!(count(english, "قال الناديان إن أيا من الأندية الأربعة لم تتجاوز مبيعاته 900 تذكرة."), 0);
        assert_eq!(findings("negation-mismatch", english, "باعت الأندية الأربعة أكثر من 900 تذكرة.").len(), 1);
        assert_eq!(count("She had only three hours left.", "لم يبق أمامها أكثر من ثلاث ساعات."), 0);
    }

    #[test]
    fn below_an_age_is_no_denial() {
        let said = |english: &str, arabic: &str| findings("negation-mismatch", english, arabic).len();
        assert_eq!(said("The under-30s pay less for a ticket.", "يدفع من هم دون الثلاثين ثمنا أقل للتذكرة."), 0);
        assert_eq!(said("The captain sailed with a licence.", "أبحر القبطان دون ترخيص."), 1);
    }

    #[test]
    fn what_may_be_a_bound_may_go_unsaid() {
        #[rustfmt::skip]
        let pairs = [
            ("The gang hired boys as young as twelve.", "جندت العصابة فتيانا لا تتجاوز أعمار بعضهم اثني عشر عاما."),
            ("The gang hired boys as young as twelve.", "جندت العصابة فتيانا في الثانية عشرة من العمر."),
            ("The bank pays a paltry 2%.", "يدفع المصرف نسبة هزيلة لا تتجاوز 2%."),
            ("The mill lies within four miles of the river.", "تقع الطاحونة على بعد أقل من أربعة أميال من النهر."),
            ("The mill lies within four miles of the river.", "تقع الطاحونة على بعد أربعة أميال من النهر."),
            ("The fire was out inside 30 minutes.", "أخمد الحريق في أقل من 30 دقيقة."),
            ("The price crept up to 60 dollars.", "ارتفع السعر ببطء إلى 60 دولارا."),
            ("The price crept up to 60 dollars.", "ارتفع السعر ببطء حتى 60 دولارا."),
            ("The poem was written over three winters.", "كتبت القصيدة على مدى ثلاثة شتاءات."),
            ("He has played over 80 matches.", "خاض أكثر من 80 مباراة."),
            ("She coaches the under-19s.", "تدرب فريق تحت 19 عاما."),
            ("She plays for the U21 side.", "تلعب في فريق تحت 21 عاما."),
            ("The fleet landed 800 tons, well short of the 2,500 it had promised.", "أنزل الأسطول 800 طن، وهو ما يقل كثيرا عن 2500 طن وعد بها."),
            ("The share of unsold flats is below 30%.", "تقل نسبة الشقق غير المبيعة عن 30%."),
            ("Bicycle thefts in the north and the south topped 40,000.", "تجاوزت سرقات الدراجات في الشمال والجنوب 40 ألفا."),
            ("They face up to six years in prison.", "يواجهون عقوبة تصل إلى السجن ست سنوات."),
            ("They waited for up to nine hours.", "انتظروا مدة وصلت إلى تسع ساعات."),
            ("Gusts of up to 130 km/h tore off roofs.", "اقتلعت رياح بلغت سرعتها 130 كيلومترا في الساعة أسقف المنازل."),
            ("At least two witnesses are needed.", "يلزم حضور شاهدين اثنين على الأقل."),
            ("Every third patient is under 26.", "ثلث المرضى دون السادسة والعشرين."),
            ("Pilgrims fell ill, and more than 1,300 died.", "مرض حجاج، وتوفي أكثر من 1300 منهم."),
        ];
        for (english, arabic) in pairs {
            assert_eq!(count(english, arabic), 0, "{english} {arabic}");
        }
    }

    #[test]
    fn verbs_that_pass_a_number() {
        #[rustfmt::skip]
        let pairs = [
            ("The cargo must not exceed 40 tonnes.", "يجب ألا تتجاوز حمولة السفينة 40 طنا."),
            ("The cargo cannot exceed 40 tonnes.", "لا يجوز أن تتجاوز الحمولة 40 طنا."),
            ("The cargo didn't top 40 tonnes.", "لم تتجاوز الحمولة 40 طنا."),
            ("The cargo could top 40 tonnes.", "قد تتخطى حمولة السفينة الصغيرة 40 طنا."),
            ("The cargo will exceed 40 tonnes.", "ستتجاوز حمولة السفينة 40 طنا."),
            ("The cargo will exceed 40 tonnes.", "ستزيد حمولة السفينة على 40 طنا."),
            ("The captain is in his sixties.", "تجاوز القبطان الستين."),
            ("The cargo broke through 40 tonnes.", "تجاوزت الحمولة 40 طنا."),
            ("Most of the sailors are over 50.", "معظم البحارة تجاوزوا الخمسين."),
            ("No boat has passed 40 miles.", "لم يتجاوز أي قارب 40 ميلا."),
            ("Rents have climbed past 900 euros.", "ارتفعت الإيجارات لتتجاوز 900 يورو."),
            ("Parliament has passed 30 laws.", "أقر البرلمان 30 قانونا."),
            ("The boat may not sail further than five miles.", "لا يسمح للقارب بالإبحار مسافة تتجاوز خمسة أميال."),
            ("The boat was limited to 20 knots.", "كان القارب لا يتجاوز 20 عقدة."),
            ("The fine rose to as much as 700 euros.", "ارتفعت الغرامة لتصل إلى 700 يورو."),
            ("Ships pay nothing unless their cargo exceeds 40 tonnes.", "لا تدفع السفن شيئا ما لم تتجاوز حمولة السفينة 40 طنا."),
            ("The crew numbers no fewer than 15 and no more than 40.", "لا يقل عدد أفراد الطاقم عن 15 ولا يزيد على 40."),
        ];
        for (english, arabic) in pairs {
            assert_eq!(count(english, arabic), 0, "{english} {arabic}");
        }
        let found = |english: &str, arabic: &str| findings("number-mismatch", english, arabic).len();
        assert_eq!(found("The cargo must not exceed 40 tonnes.", "يجب أن تتجاوز الحمولة 40 طنا."), 1);
        assert_eq!(found("The cargo exceeded 40 tonnes.", "لم تتجاوز الحمولة 40 طنا."), 1);
        assert_eq!(count("The cargo could top 40 tonnes.", "قد تبلغ الحمولة 40 طنا."), 1);
        assert_eq!(found("Ships pay nothing unless their cargo exceeds 40 tonnes.", "لا تدفع السفن شيئا ما لم تتجاوز حمولتها 60 طنا."), 1);
    }

    #[test]
    fn over_that_belongs_to_a_word_before() {
        #[rustfmt::skip]
        let pairs = [
            ("The bank must hand over 30 million euros.", "على المصرف أن يسلم 30 مليون يورو."),
            ("The horse jumped over four fences.", "قفز الحصان من فوق أربعة حواجز."),
            ("The story is spread over six pages.", "تمتد القصة على ست صفحات."),
            ("She carded a three-under 69.", "سجلت 69 ضربة، بثلاث ضربات تحت المعدل."),
            ("The queen outlived five ministers.", "عاشت الملكة أكثر من خمسة وزراء."),
        ];
        for (english, arabic) in pairs {
            assert_eq!(count(english, arabic), 0, "{english}");
        }
        assert_eq!(count("The horse won over four million euros.", "فاز الحصان بأقل من أربعة ملايين يورو."), 1);
        assert_eq!(count("The bank lost over 30 million euros.", "خسر المصرف 30 مليون يورو."), 1);
    }

    #[test]
    fn bounds_a_word_away_and_of_what_may_be_no_number() {
        #[rustfmt::skip]
        let pairs = [
            ("The bridge stays closed for at least another three weeks.", "يبقى الجسر مغلقا ثلاثة أسابيع أخرى على الأقل."),
            ("The bank wants at least two guarantors.", "يريد المصرف كفيلين على الأقل."),
            ("The claim is at least half true.", "الادعاء صحيح في نصفه على الأقل."),
            ("The nail is no more than one inch long.", "لا يتجاوز طول المسمار بوصة واحدة."),
        ];
        for (english, arabic) in pairs {
            assert_eq!(count(english, arabic), 0, "{english}");
        }
        assert_eq!(findings("number-mismatch", "The bank wants at least two guarantors.", "يريد المصرف كفيلين على الأكثر.").len(), 1);
        assert_eq!(count("The bridge stays closed for at least another three weeks.", "يبقى الجسر مغلقا ثلاثة أسابيع أخرى."), 1);
    }

    #[test]
    fn another_number_or_the_other_bound_is_found() {
        #[rustfmt::skip]
        let pairs = [
            ("The gang hired boys as young as twelve.", "جندت العصابة فتيانا لا تتجاوز أعمار بعضهم عشرة أعوام."),
            ("The price crept up to 60 dollars.", "ارتفع السعر ببطء إلى 90 دولارا."),
            ("She coaches the under-19s.", "تدرب فريق تحت 17 عاما."),
            ("More than 300 sailors drowned.", "لم يتجاوز عدد الغرقى 300 بحار."),
            ("Sales are below 30% of the plan.", "تجاوزت المبيعات 30% من الخطة."),
            ("At least three witnesses are needed.", "يلزم حضور شاهدين اثنين على الأقل."),
        ];
        for (english, arabic) in pairs {
            assert_eq!(findings("number-mismatch", english, arabic).len(), 1, "{english}");
        }
        // A bound that says more than one that may go unsaid is still missed.
        assert_eq!(count("More than 300 sailors drowned.", "غرق 300 بحار."), 1);
        assert_eq!(count("The hail was up to 4 inches deep.", "كان عمق البرد 4 بوصات."), 1);
    }
}
