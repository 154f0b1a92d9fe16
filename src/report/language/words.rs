//! The words of reports, each in both languages, side by side.

macro_rules! words {
    ($($name:ident: $english:literal, $arabic:literal;)*) => {
        /// The words of a language.
        #[derive(Debug, PartialEq, Eq)]
        pub struct Words { $(#[doc = $english] pub $name: &'static str,)* }

        pub(super) static ENGLISH: Words = Words { $($name: $english,)* };
        pub(super) static ARABIC: Words = Words { $($name: $arabic,)* };

        impl Words {
            /// All words, by name.
            pub const fn all(&self) -> [(&'static str, &'static str); [$(stringify!($name)),*].len()] {
                [$((stringify!($name), self.$name)),*]
            }
        }
    };
}

words! {
    // Sides and things.
    source: "Source", "الأصل";
    target: "Translation", "الترجمة";
    findings: "Findings", "الملاحظات";
    articles: "Articles", "المقالات";
    about: "About", "عن التقرير";
    rule: "Rule", "القاعدة";
    kind: "Kind", "النوع";
    severity: "Severity", "الخطورة";
    confidence: "Confidence", "درجة الثقة";
    language: "Language", "اللغة";
    segments: "Segments", "المقاطع";
    words: "Words", "الكلمات";
    beads: "Beads", "الأزواج المتقابلة";
    total: "Total", "المجموع";
    line: "line", "السطر";
    nothing: "nothing", "لا شيء";
    sure: "sure", "ثقة";
    comma: ", ", "، ";
    semicolon: "; ", "؛ ";
    // The terminal.
    source_file: "Source", "الأصل";
    target_file: "Target", "الترجمة";
    aligned_in: "Aligned in {beads}", "حصيلة المقابلة: {beads}";
    articles_in_all: "{articles}: {source} of the source, {target} of the target, {beads}", "{articles}: {source} في الأصل، و{target} في الترجمة، و{beads}";
    score: "Score {score} of 100: a critical finding costs 25 points, a major one 5, a minor one 1, each times how sure it is, for 100 words of the source ({words}).", "الدرجة {score} من 100: تخصم الملاحظة الفادحة 25 نقطة والجسيمة 5 والطفيفة 1، مضروبة في درجة الثقة، لكل 100 كلمة من الأصل ({words}).";
    worst_of: "These are the {top} worst of {all}.", "هذه أسوأ {top} من {all}.";
    verdicts_fit: "Verdicts and notes that are about these findings: {fit} of {all}", "الأحكام والتعليقات الخاصة بهذه الملاحظات: {fit} من {all}";
    dismissed: "Not shown, as reviewers dismissed it: {findings}", "لم تُعرض لأن المراجعين ردّوها: {findings}";
    since: "Since the last report: {new} new, {unchanged} unchanged, {gone} gone", "منذ التقرير السابق: جديدة {new}، باقية {unchanged}، زالت {gone}";
    and_more: "and {n} more", "وغيرها: {n}";
    findings_in: "All findings are in {files}", "الملاحظات كلها في {files}";
    and: " and ", " و";
    add_output: "Add -o report.xlsx to get all of them in a spreadsheet, or -o report.html for the browser.",
        "أضف ‎-o report.xlsx‎ لتحصل عليها كلها في جدول، أو ‎-o report.html‎ لتراها في المتصفح.";
    // The page.
    title: "Translation review", "مراجعة الترجمة";
    skip: "Skip to the findings", "انتقل إلى الملاحظات";
    filters: "Filters", "التصفية";
    search: "Search", "بحث";
    search_hint: "Search words and notes", "ابحث في النصوص";
    all_rules: "All rules", "كل القواعد";
    all_kinds: "All kinds", "كل الأنواع";
    any_verdict: "Any verdict", "كل الأحكام";
    open: "Not judged yet", "لم يُحكم فيها بعد";
    judged: "Judged", "حُكم فيها";
    at_least: "At least", "لا تقل عن";
    shown: "{shown} of {total} shown, {judged} judged", "المعروض {shown} من {total}، وحُكم في {judged}";
    none_found: "No findings.", "لا ملاحظات.";
    none_shown: "No finding fits these filters.", "لا ملاحظة توافق هذه التصفية.";
    reset: "Show all", "اعرض الكل";
    export: "Export verdicts", "تصدير الأحكام";
    help: "Keyboard", "لوحة المفاتيح";
    close: "Close", "إغلاق";
    verdict: "Verdict", "الحكم";
    accepted: "Accepted", "مقبولة";
    false_positive: "False positive", "ليست خطأ";
    fixed: "Fixed", "صُحّحت";
    wont_fix: "Won’t fix", "تُترك كما هي";
    clear: "Clear", "إلغاء الحكم";
    note: "Note", "تعليق";
    note_hint: "A note for whoever reads your verdict", "تعليق لمن يقرأ حكمك";
    next: "Next finding", "الملاحظة التالية";
    previous: "Previous finding", "الملاحظة السابقة";
    to_search: "Search", "البحث";
    to_note: "Write a note", "كتابة تعليق";
    legend: "Legend", "مفتاح الرموز";
    legend_ribbons: "Ribbons join the sentences that translate each other. One that ends in the void was left out or added; a dashed one has moved.",
        "تصل الأشرطة بين الجمل المتقابلة. فالشريط الذي ينقطع دون مقابل جملة محذوفة أو مضافة، والمتقطع الحدّ جملة غُيّر موضعها.";
    moved_here: "moved", "غُيّر موضعها";
    not_in_target: "not in the translation", "ليس في الترجمة";
    not_in_source: "not in the source", "ليس في الأصل";
    kept_here: "Verdicts are kept in this browser only. Export them to pass them on.",
        "تُحفظ الأحكام في هذا المتصفح وحده؛ صدّرها لتشاركها.";
    not_kept: "This browser keeps nothing: export your verdicts before you leave.",
        "هذا المتصفح لا يحفظ شيئا: صدّر أحكامك قبل إغلاق الصفحة.";
    new: "new", "جديدة";
    unchanged: "unchanged", "باقية";
    gone: "gone", "زالت";
    gone_title: "Gone since the last report", "ملاحظات زالت منذ التقرير السابق";
    made_by: "Made by muqabala {version}, on this machine, without a network.", "أعدّه برنامج «مقابلة» {version} على هذا الجهاز دون اتصال بالشبكة.";
    remarks: "Reading", "ملاحظات القراءة";
    about_remarks: "How the texts were read", "ما جرى للنصوص عند قراءتها";
    remark: "Note", "تنبيه";
    // A batch in the terminal.
    batch_audited: "{articles} audited, {with} with findings", "المدقَّق: {articles}، منها ما فيه ملاحظات: {with}";
    batch_failed: "{failures} in errors.csv", "{failures} (التفصيل في errors.csv)";
    read_first: "The articles to read first:", "ابدأ بقراءة هذه المقالات:";
    written: "Written: {files}", "الملفات: {files}";
    removed: "Removed, as an earlier run wrote it and this one does not: {files}", "حُذف ما كتبه تدقيق سابق ولم يُطلب الآن: {files}";
    // The page of an archive.
    archive: "Archive", "الأرشيف";
    home: "All articles", "كل المقالات";
    article: "Article", "المقال";
    score_column: "Score", "الدرجة";
    status: "Status", "الحالة";
    files: "Files in this folder", "ملفات هذا المجلد";
    skip_to_articles: "Skip to the articles", "انتقل إلى المقالات";
    search_names: "Search names", "ابحث في الأسماء";
    any_status: "Any status", "كل الحالات";
    any_severity: "Any severity", "كل درجات الخطورة";
    clean: "No findings", "بلا ملاحظات";
    with_findings: "With findings", "فيه ملاحظات";
    not_audited: "Not audited", "لم يُدقَّق";
    failures: "What could not be audited", "ما تعذّر تدقيقه";
    failures_more: "The first {n} are shown; errors.csv has all.", "المعروض أول {n}، وفي errors.csv البقية كلها.";
    file: "File", "الملف";
    stage: "Stage", "المرحلة";
    reason: "Reason", "السبب";
    stage_archive: "archive", "قراءة الأرشيف";
    stage_read: "read", "قراءة النص";
    stage_pair: "pair", "المزاوجة";
    stage_audit: "audit", "التدقيق";
    chart: "Findings by kind over the archive", "أنواع الملاحظات على امتداد الأرشيف";
    chart_bars: "In the order of the archive; {articles} a bar. Choose a bar to see its articles.", "بترتيب الأرشيف، ولكل عمود {articles}. اختر عمودا لترى مقالاته.";
    bar: "Articles {from}–{to}", "المقالات {from}–{to}";
    bar_of_one: "Article {from}", "المقال {from}";
    articles_shown: "{shown} of {total} shown", "المعروض {shown} من {total}";
    no_article: "No article fits these filters.", "لا مقال يوافق هذه التصفية.";
    page_of: "Page {page} of {pages}", "الصفحة {page} من {pages}";
    page_next: "Next page", "الصفحة التالية";
    page_before: "Previous page", "الصفحة السابقة";
    pager: "Pages", "الصفحات";
    words_hint: "Words of source and translation", "كلمات الأصل والترجمة";
    segments_hint: "Segments of source and translation", "مقاطع الأصل والترجمة";
    about_score: "The score tells what to read first: 100 less 25 for a critical finding, 5 for a major and 1 for a minor one, each times its confidence, for 100 words of the source.",
        "الدرجة دليل إلى ما يُقرأ أولا: يُطرح من 100 لكل ملاحظة فادحة 25، وجسيمة 5، وطفيفة 1، مضروبة في درجة الثقة، لكل 100 كلمة من الأصل.";
    // The sheets.
    about_what: "Every row of the first sheet is one finding: something of the source that the translation seems to have dropped, added or mistranslated.",
        "كل صف في الورقة الأولى ملاحظة واحدة: شيء يبدو أن الترجمة حذفته من الأصل أو أضافته إليه أو أخطأت فيه.";
    about_severity: "Severity is how bad it would be if the finding is right.", "الخطورة: مدى ضرر الخطأ إن صحّت الملاحظة.";
    about_confidence: "Confidence is how sure the program is that a reviser would agree, from 0 to 1.", "درجة الثقة: مدى اطمئنان البرنامج إلى أن المراجع سيوافقه، من 0 إلى 1.";
    about_verdict: "Choose your decision in the column verdict. Given back with --verdicts, this file keeps what you dismissed from being shown again.",
        "اختر حكمك في عمود «الحكم»، ثم أعد الملف إلى البرنامج بالخيار ‎--verdicts‎ فلا يعرض عليك ثانية ما رددته.";
    about_red: "The words in red are those that the finding is about.", "الألفاظ المكتوبة بالأحمر هي موضع الملاحظة.";
    about_rows: "A sheet has no room for more rows; CSV and JSON Lines have all findings.", "لا تتسع الورقة لمزيد من الصفوف؛ وفي ملفي CSV وJSON Lines الملاحظات كلها.";
    version: "Version", "الإصدار";
    what_it_finds: "What it finds", "ما تكشفه";
}

impl Words {
    /// What a verdict is called.
    pub fn verdict_name<'a>(&'a self, verdict: &'a str) -> &'a str {
        match verdict {
            "accepted" => self.accepted,
            "false positive" => self.false_positive,
            "fixed" => self.fixed,
            "won't fix" => self.wont_fix,
            other => other,
        }
    }
}
