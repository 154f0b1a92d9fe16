//! The languages that reports speak.
//!
//! Keys of CSV and JSON Lines, ids of rules and what stands in a `verdict` are the same in both: programs read them. What people read
//! comes from here: the words below, the rules in [`rules`], and the sentences of findings in `arabic`.

mod arabic;
mod words;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::finding::{Category, Kind, Severity};
use crate::lang::Lang;
use crate::report::row::Row;
pub use words::Words;

/// A language of reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Arabic; pages and sheets run from right to left.
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Arabic];

    /// Its code (BCP 47).
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
        }
    }

    /// Whether it runs from right to left.
    pub const fn is_right_to_left(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// Its words.
    pub const fn words(self) -> &'static Words {
        match self {
            Self::English => &words::ENGLISH,
            Self::Arabic => &words::ARABIC,
        }
    }

    /// Tells a remark of a [`Summary`](super::summary::Summary), which readers make in English, in this language.
    pub fn remark(self, remark: &str) -> Cow<'_, str> {
        match self {
            Self::English => remark.into(),
            Self::Arabic => arabic::remark(remark).into(),
        }
    }

    /// Tells a finding, which rules tell in English, in this language.
    pub fn tell(self, row: &mut Row) {
        if self == Self::Arabic {
            arabic::tell(row);
        }
    }

    /// What a kind is called.
    pub const fn kind(self, kind: Kind) -> &'static str {
        match (self, kind) {
            (Self::English, kind) => kind.name(),
            (Self::Arabic, Kind::Dropped) => "حذف",
            (Self::Arabic, Kind::Added) => "إضافة",
            (Self::Arabic, Kind::Mistranslated) => "ترجمة خاطئة",
            (Self::Arabic, Kind::Moved) => "تغيير موضع",
        }
    }

    /// What a category is called.
    pub const fn category(self, category: Category) -> &'static str {
        match (self, category) {
            (Self::English, category) => category.name(),
            (Self::Arabic, Category::Omission) => "حذف",
            (Self::Arabic, Category::Addition) => "إضافة",
            (Self::Arabic, Category::Mistranslation) => "ترجمة خاطئة",
            (Self::Arabic, Category::Untranslated) => "غير مترجم",
            (Self::Arabic, Category::Terminology) => "مصطلحات",
            (Self::Arabic, Category::Spelling) => "إملاء",
            (Self::Arabic, Category::Structure) => "بنية النص",
            (Self::Arabic, Category::Markup) => "الوسوم",
        }
    }

    /// What a severity is called.
    pub const fn severity(self, severity: Severity) -> &'static str {
        match (self, severity) {
            (Self::English, severity) => severity.name(),
            (Self::Arabic, Severity::Critical) => "فادح",
            (Self::Arabic, Severity::Major) => "جسيم",
            (Self::Arabic, Severity::Minor) => "طفيف",
            (Self::Arabic, Severity::Neutral) => "للاطلاع",
        }
    }

    /// What a language of texts is called.
    pub const fn lang(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::English, lang) => lang.name(),
            (Self::Arabic, Lang::English) => "الإنجليزية",
            (Self::Arabic, Lang::Arabic) => "العربية",
        }
    }

    /// The title of a rule; its id where it has none.
    pub fn rule_title(self, id: &str) -> &str {
        match (rules(id), self) {
            (Some(rule), Self::English) => rule.english,
            (Some(rule), Self::Arabic) => rule.arabic,
            (None, _) => id,
        }
    }

    /// The id of a rule by what it is called in any language; the name itself where no rule is called so.
    pub fn rule_id(name: &str) -> &str {
        RULES.iter().find(|rule| [rule.english, rule.arabic].contains(&name)).map_or(name, |rule| rule.id)
    }

    /// What a column is called on a sheet: in English its key, so that it is found in the manual.
    pub fn column(self, key: &str) -> &str {
        match self {
            Self::English => key,
            Self::Arabic => COLUMNS.iter().find(|(k, _)| *k == key).map_or(key, |(_, name)| *name),
        }
    }

    /// The key of a column by what it is called in any language.
    pub fn column_key(name: &str) -> Option<&'static str> {
        COLUMNS.iter().find(|(key, arabic)| name.eq_ignore_ascii_case(key) || name == *arabic).map(|(key, _)| *key)
    }

    /// A number of things, as the language counts them.
    ///
    /// ```
    /// use muqabala::report::language::{Counted, Language};
    /// assert_eq!(Language::English.count(1, Counted::Finding), "1 finding");
    /// assert_eq!(Language::Arabic.count(2, Counted::Finding), "ملاحظتان");
    /// assert_eq!(Language::Arabic.count(7, Counted::Word), "7 كلمات");
    /// assert_eq!(Language::Arabic.count(1240, Counted::Word), "1240 كلمة");
    /// ```
    pub fn count(self, n: usize, what: Counted) -> String {
        match self {
            Self::English if n == 1 => format!("1 {}", what.english()),
            Self::English => format!("{n} {}s", what.english()),
            Self::Arabic => {
                let [none, one, two, few, many, hundreds] = what.arabic();
                match (n, n % 100) {
                    (0, _) => none.to_owned(),
                    (1, _) => one.to_owned(),
                    (2, _) => two.to_owned(),
                    (_, 3..=10) => format!("{n} {few}"),
                    (_, 11..=99) => format!("{n} {many}"),
                    _ => format!("{n} {hundreds}"),
                }
            }
        }
    }
}

/// Things that reports count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Articles.
    Article,
    /// Findings.
    Finding,
    /// Segments.
    Segment,
    /// Words.
    Word,
    /// Beads.
    Bead,
    /// What could not be audited.
    Failure,
}

impl Counted {
    const fn english(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Finding => "finding",
            Self::Segment => "segment",
            Self::Word => "word",
            Self::Bead => "bead",
            Self::Failure => "failure",
        }
    }

    /// None, one, two, three to ten, eleven to ninety-nine, hundreds.
    const fn arabic(self) -> [&'static str; 6] {
        match self {
            Self::Article => ["لا مقالات", "مقال واحد", "مقالان", "مقالات", "مقالا", "مقال"],
            Self::Finding => ["لا ملاحظات", "ملاحظة واحدة", "ملاحظتان", "ملاحظات", "ملاحظة", "ملاحظة"],
            Self::Segment => ["لا مقاطع", "مقطع واحد", "مقطعان", "مقاطع", "مقطعا", "مقطع"],
            Self::Word => ["لا كلمات", "كلمة واحدة", "كلمتان", "كلمات", "كلمة", "كلمة"],
            Self::Failure => ["لا إخفاقات", "إخفاق واحد", "إخفاقان", "إخفاقات", "إخفاقا", "إخفاق"],
            Self::Bead => ["لا أزواج متقابلة", "زوج متقابل واحد", "زوجان متقابلان", "أزواج متقابلة", "زوجا متقابلا", "زوج متقابل"],
        }
    }
}

/// What the columns of a report are called in Arabic.
const COLUMNS: [(&str, &str); 20] = [
    ("id", "المعرّف"),
    ("document", "المقال"),
    ("pair", "الزوج"),
    ("rule", "القاعدة"),
    ("kind", "النوع"),
    ("category", "الصنف"),
    ("severity", "الخطورة"),
    ("confidence", "درجة الثقة"),
    ("source_line", "سطر الأصل"),
    ("target_line", "سطر الترجمة"),
    ("source", "الأصل"),
    ("target", "الترجمة"),
    ("source_span", "موضع الخطأ في الأصل"),
    ("target_span", "موضع الخطأ في الترجمة"),
    ("expected", "ما يقتضيه الأصل"),
    ("found", "ما ورد في الترجمة"),
    ("message", "الملاحظة"),
    ("verdict", "الحكم"),
    ("note", "تعليق المراجع"),
    ("status", "الحالة"),
];

/// What people call a rule.
#[derive(Debug)]
pub struct RuleNames {
    /// Its id.
    pub id: &'static str,
    /// Its English title.
    pub english: &'static str,
    /// Its Arabic title.
    pub arabic: &'static str,
    /// What it finds, in Arabic. In English the table of rules says it.
    pub arabic_summary: &'static str,
}

/// What a rule is called.
pub fn rules(id: &str) -> Option<&'static RuleNames> {
    RULES.iter().find(|rule| rule.id == id)
}

macro_rules! names {
    ($($id:literal, $english:literal, $arabic:literal, $summary:literal;)*) => {
        /// The rules, as people call them.
        pub static RULES: &[RuleNames] = &[$(RuleNames { id: $id, english: $english, arabic: $arabic, arabic_summary: $summary }),*];
    };
}

names! {
    "dropped-segment", "Sentence left out", "جملة محذوفة", "جملة في الأصل لا أثر لها في الترجمة";
    "added-segment", "Sentence added", "جملة مضافة", "جملة في الترجمة لا أصل لها";
    "moved-segment", "Sentence moved", "جملة غُيّر موضعها", "جملة تقع في الترجمة في غير موضعها من الأصل، وليس ذلك خطأ";
    "dropped-claim", "Part left out", "معلومة محذوفة", "جزء من جملة أسقطته الترجمة";
    "added-claim", "Part added", "معلومة مضافة", "جزء من جملة انفردت به الترجمة";
    "attribution-mismatch", "Other speaker", "خطأ في الإسناد", "كلام نُسب إلى غير قائله، أو لم يُنسب إلى أحد";
    "number-mismatch", "Other number", "عدد مخالف", "عدد صار عددا آخر";
    "unit-or-currency-mismatch", "Other unit or currency", "وحدة أو عملة مخالفة", "العدد نفسه بوحدة أو عملة أخرى";
    "date-mismatch", "Other date or time", "تاريخ أو وقت مخالف", "يوم أو شهر أو سنة أو ساعة أو مدة غير التي في الأصل";
    "name-mismatch", "Other name", "اسم مخالف", "شخص أو مكان أو جهة غير المذكور في الأصل";
    "negation-mismatch", "Negation changed", "خلل في النفي", "مُثبت صار منفيا، أو منفي صار مُثبتا";
    "question-mismatch", "Question or statement", "سؤال مخالف", "سؤال صار سؤالا آخر أو خبرا، أو خبر صار سؤالا";
    "opposite-meaning", "Opposite meaning", "معنى معكوس", "كلمة صارت ضدها";
    "modality-mismatch", "More or less certain", "درجة اليقين", "ممكن أو سابق صار واقعا أو واجبا، أو العكس";
    "quantifier-mismatch", "Some, most or all", "البعض والكل", "البعض صار الكل، أو الأكثر صار الأقل";
    "role-reversal", "Who did it to whom", "قلب الأدوار", "تبادل الفاعل والمفعول به الأدوار";
    "gender-mismatch", "Woman or man", "رجل أو امرأة", "امرأة صارت رجلا، أو رجل صار امرأة";
    "wrong-sense", "Wrong sense", "معنى غير مقصود", "كلمة تُرجمت بمعنى لا تحتمله في هذا السياق";
    "unusual-rendering", "Unusual rendering of a name", "رسم غير مألوف لاسم", "اسم يُكتب في سائر المقال أو الأرشيف على وجه آخر";
    "untranslated", "Not translated", "لفظ غير مترجم", "ألفاظ بقيت بلغة الأصل";
    "misspelled", "Misspelled word", "خطأ إملائي", "كلمة إنجليزية كُتبت بحرف زائد أو ناقص أو مبدل";
    "tag-mismatch", "Tag or placeholder", "وسم أو موضع متغير", "وسم أو موضع متغير سقط أو زيد أو تبدل";
}

#[cfg(test)]
mod tests {
    use super::super::row;
    use super::*;

    #[test]
    fn every_rule_and_column_has_its_name() {
        for rule in crate::audit::rule::RULES {
            assert!(rules(rule.id).is_some(), "{}", rule.id);
        }
        assert_eq!(COLUMNS.map(|(key, _)| key), row::COLUMNS);
    }

    #[test]
    fn columns_are_known_by_either_name() {
        for (key, arabic) in COLUMNS {
            assert_eq!((Language::column_key(key), Language::column_key(arabic)), (Some(key), Some(key)));
        }
        assert_eq!(Language::Arabic.column("verdict"), "الحكم");
    }
}
