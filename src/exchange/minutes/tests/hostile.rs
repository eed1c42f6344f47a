//! What is no minutes, or minutes that something happened to: nothing panics, nothing is lost, nothing takes for ever.
//! Knows no layout by heart: it shuffles and cuts small ones.

use std::time::Duration;

use proptest::prelude::*;
use rustix::time::{ClockId, clock_gettime};

use super::{outline, words_unseen};
use crate::exchange::minutes::{ReadMinutes, read_minutes, reader, words_lost};

/// Longer texts are the same pieces again and again.
const MOST_SEEN_BYTES: usize = 4_000;

/// Reads without the last net, and checks the account.
fn read_whole(text: &str) -> ReadMinutes {
    let read = reader::read(text);
    assert_eq!(
        words_lost(text, &read),
        Vec::<String>::new(),
        "{}",
        text.chars().take(300).collect::<String>()
    );
    if text.len() < MOST_SEEN_BYTES {
        assert_eq!(words_unseen(text, &read), Vec::<String>::new());
    }
    read
}

/// Whether everything is raw.
fn is_all_raw(read: &ReadMinutes) -> bool {
    let without = ReadMinutes {
        raw: read.raw.clone(),
        ..ReadMinutes::default()
    };
    *read == without
}

#[test]
fn an_empty_text_gives_nothing() {
    for text in ["", "\n\n", " \t \n", "<p></p>", "---\n***"] {
        assert_eq!(read_whole(text), ReadMinutes::default(), "{text:?}");
    }
}

#[test]
fn minutes_in_english_are_raw_as_a_whole() {
    let text = "Minutes of the 8th meeting\nDate: 2022-06-02\tTime: 7:30\nPresent: A. Smith, B. Jones\n1. Clean the canal\n\
                | No | Resolution | Deadline |\n|---|---|---|\n| 1 | Clean it | 2 weeks |\nSigned: A. Smith";
    let read = read_whole(text);
    assert!(is_all_raw(&read), "{}", outline(&read));
    assert_eq!(read.raw.len(), 7);
}

#[test]
fn persian_that_is_no_minutes_is_raw_as_a_whole() {
    let read = read_whole(
        "یکی بود یکی نبود.\nپیرمردی در ده زندگی می‌کرد و هر روز به صحرا می‌رفت و شب باز می‌گشت.\nپایان",
    );
    assert!(is_all_raw(&read), "{}", outline(&read));
}

#[test]
fn what_a_heading_says_beyond_its_label_is_kept() {
    for line in [
        "شهردار پیشنهاد داد در نشست آتی درباره پل قدیمی تصمیم اتخاذ گردد.",
        "پس از بحث درباره زباله شهر موارد زیر تصویب شد:",
        "مصوبات سومین جلسه شورای آب (محرمانه):",
        "ردیف\tمصوبه\tاعتبار لازم\tمهلت",
    ] {
        read_whole(&format!(
            "سومین جلسه شورای آب\nاهم مطالب:\nچاه خشک است.\n{line}\n۱- نهر پاک شود."
        ));
    }
}

#[test]
fn a_table_of_forty_columns_is_kept_with_its_resolutions() {
    let wide = |row: &str| format!("{row}{}", "\tیادداشت".repeat(36));
    let mut text = wide("صورتجلسه دومین جلسه شورای آب\nردیف\tمصوبات\tمهلت\tمسئول");
    for row in 1..=30 {
        text += &wide(&format!(
            "\n{row}\tنهر شماره {row} پیش از فصل بارش لایروبی و تحویل شود\tیک ماه\tشهرداری"
        ));
    }
    let read = read_whole(&text);
    assert_eq!(read.resolutions.len(), 30);
    assert_eq!(read.resolutions[4].deadline_written.as_deref(), Some("یک ماه"));
    let no_head: String = (0..40).map(|at| format!("خانه {at}\t")).collect();
    assert!(
        read_whole(&format!("دومین جلسه شورای آب\n{no_head}"))
            .resolutions
            .is_empty()
    );
}

#[test]
fn controls_and_overrides_stay_out_of_every_field() {
    let text = "\u{202e}سومین جلسه شورای آب\u{202c}\nمکان: \u{1b}[31mسالن\u{1b}[0m \u{2066}آفتاب\nدستور کار:\n۱- \u{200f}نهر\u{7}\n";
    let read = read_whole(text);
    assert_eq!(read.body.as_deref(), Some("شورای آب"));
    assert_eq!(read.agenda, ["نهر"]);
    let all = format!("{read:?}");
    assert!(
        !all.contains("\\u{1b}")
            && !all.contains("\\u{202e}")
            && !all.contains("\\u{2066}")
            && !all.contains("\\u{7}")
    );
}

#[test]
fn deep_and_unclosed_markup_is_read_through() {
    for unit in [
        "<table><tr><td>آب ",
        "<p>آب ",
        "<ul><li>آب ",
        "<p آب ",
        "<b>آب",
        "</td></tr>آب ",
        "<!-- آب ",
        "<table>\n",
    ] {
        read_whole(&format!("دومین جلسه شورای آب\n{}", unit.repeat(3000)));
    }
}

/// Texts that a quadratic reader would not come through in time: one line of such pieces, and as many lines of them.
const PIECES: &[&str] = &[
    "آب ",
    "آب، ",
    "آب - ",
    "آب\t",
    "آب: ",
    ":",
    "۱- آب ۲- خاک ",
    "۱۲ ",
    "الف) آب ب) خاک ",
    "تبصره: آب ",
    "<",
    "<p>",
    "( ",
    "**",
    "مهلت: یک ماه مسئول: آب ",
    "تاریخ: ۱۴۰۱/۰۲/۰۳ ساعت: ۸ محل: آب ",
    "آب / ",
    "&",
    "| آب ",
    "آب و ",
    ". ",
    "۱۴۰۱/۰۲/۰۳ ",
    "ساعت ",
    "خرداد ",
    "یک ",
    "نماینده آب ",
    "اداره کل آب ",
    "• آب ",
    "<tr><td>آب",
    "با همکاری ",
    "مقرر شد ",
];

#[test]
fn long_lines_and_many_lines_of_anything_are_read_in_linear_time() {
    let start = processor_time();
    for piece in PIECES {
        let count = 8_000 / piece.len();
        for head in [
            "مصوبات:\n",
            "حاضرین: ",
            "ردیف\tمصوبات\tمهلت\tمسئول\n۱\t",
            "دستور کار:\n",
            "",
        ] {
            read_whole(&format!("دومین جلسه شورای آب\n{head}{}", piece.repeat(count)));
            read_whole(&format!(
                "دومین جلسه شورای آب\n{head}{}",
                format!("{piece}\n").repeat(count)
            ));
        }
    }
    // 310 texts of 8 KB; what is quadratic in one of them takes minutes.
    let spent = processor_time() - start;
    assert!(spent < Duration::from_secs(120), "{spent:?}");
}

/// The processor's time of this thread, whatever else the machine does.
fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    let seconds = u64::try_from(time.tv_sec).unwrap();
    Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap())
}

#[test]
fn a_line_of_a_megabyte_is_one_paragraph() {
    let line = "آب شهر کم است و باید صرفه جویی شود ".repeat(18_000);
    assert!(line.len() > 1_000_000);
    let read = read_minutes(&format!("دومین جلسه شورای آب\nاهم مطالب:\n{line}"));
    assert_eq!((read.notes.len(), read.raw.len()), (1, 0));
}

/// Lines of many layouts, to be shuffled.
const LINES: &[&str] = &[
    "صورتجلسه سومین جلسه کمیته آب استان در سال ۱۴۰۲",
    "تاریخ: ۱۴۰۲/۰۲/۰۳   ساعت: ۸ الی ۱۰   محل: سالن یاس",
    "تاریخ جلسه:\tروز:\tشماره دعوتنامه:",
    "۱۴۰۲/۰۲/۰۳\tیکشنبه\t۱۲/۳۴",
    "رئیس جلسه",
    "دستور جلسه:",
    "۱- بررسی نهر ۲- سایر موارد",
    "- گزارش چاه ها",
    "اهم مباحث:",
    "**آقای رضوی، مدیرکل آب** گفت نهر پر است.",
    "خانم نوری: چاه خشک است.",
    "حاضرین: بهزیستی، صنعت، معدن و تجارت / آقای رضوی نماینده آب - گاز (مرخصی)",
    "مدعوین: ندارد",
    "غایبین",
    "۳) اداره برق به علت مأموریت",
    "ردیف\tنام\tسمت\tامضا",
    "۱\tرضوی\tمدیرکل\tغایب",
    "ردیف\tموضوع\tمفاد\tمهلت اقدام\tمسئول پیگیری",
    "۱\tنهر\tنهر لایروبی شود.\tیک ماه\tشهرداری - آب",
    "\t\tتبصره: هزینه با شهرداری است.\t\t",
    "شهرداری\tدو هفته\tالف) چاه پلمب شود ب) گزارش داده شود\tچاه\t۲",
    "<p>آب و برق</p>\t<p>فوری</p>\t<p>سد پایش شود.</p> <p>گزارش شود.</p>\t<p>سد</p>",
    "| ردیف | مصوبه | مجری |",
    "|---|---|---|",
    "| ۱ | پل ترمیم شود | راهداری |",
    "در پایان موارد ذیل مصوب گردید:",
    "مصوبه ۴: جاده روشن شود. (مهلت: ده روز، مسئول: راهداری)",
    "مهلت اجرا: سه ماه",
    "ب) ادامه کار",
    "<table><tr><td>یک</td><td>دو",
    "</table>",
    "صفحه ۲ از ۳",
    "پیوست ۱:",
    "نام گروه\tردیف",
    "امضا:",
    "فرماندار      دبیر",
    "جلسه ساعت ۱۱ پایان یافت.",
    "hello world",
    "",
];

proptest! {
    #[test]
    fn shuffled_lines_lose_no_word(picks in prop::collection::vec(0..LINES.len(), 0..40)) {
        let text: Vec<&str> = picks.into_iter().map(|at| LINES[at]).collect();
        read_whole(&text.join("\n"));
    }

    #[test]
    fn cut_and_mixed_lines_lose_no_word(
        picks in prop::collection::vec((0..LINES.len(), 0usize..80, 0usize..80), 0..25),
        between in prop::sample::select(vec!["\n", " ", "\t", "\n\n", " - ", "<br>", "|", ": "]),
    ) {
        let cut = |(at, start, end): (usize, usize, usize)| LINES[at].chars().skip(start.min(8)).take(end).collect::<String>();
        let text: Vec<String> = picks.into_iter().map(cut).collect();
        read_whole(&format!("سومین جلسه شورای آب\n{}", text.join(between)));
    }

    #[test]
    fn any_characters_lose_no_word(text in "(?s)[آبالف۱۲0-9 \t\n:\\-–/،.()|<>a-z*•&;مهلتمسئولدستورکارردیفsimple]{0,300}") {
        read_whole(&text);
        read_whole(&format!("سومین جلسه شورای آب\n{text}"));
    }

    #[test]
    fn any_text_at_all_is_kept(text in "\\PC{0,200}") {
        let read = read_minutes(&text);
        prop_assert_eq!(words_lost(&text, &read), Vec::<String>::new());
    }
}
