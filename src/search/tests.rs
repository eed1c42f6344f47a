//! The grammar and the matching together, as people type it.

use super::{Filter, FilterErrorKind, FilterRow};
use crate::calendar::Day;
use crate::domain::resolution::Status;
use proptest::prelude::*;

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::from_jalali(year, month, day).unwrap()
}

fn today() -> Day {
    day(1401, 12, 25)
}

fn row() -> FilterRow<'static> {
    FilterRow {
        texts: vec!["گزارش دستگاه‌های عضو درباره اردوگاه ماده ۱۶", "آموزش"],
        subject: Some("آموزش خانواده"),
        responsible: vec!["صمت", "اداره کل صنعت، معدن و تجارت استان"],
        session: "k3f9",
        ordinal: Some(8),
        year: Some(1401),
        body: vec!["کارگروه اجتماعی استان", "کاس", "b1"],
        status: Status::Open,
        overdue: false,
        due: Some(day(1402, 1, 10)),
    }
}

fn selects(filter: &str) -> bool {
    Filter::parse(filter)
        .unwrap_or_else(|e| panic!("{filter}: {e:?}"))
        .matches(&row(), today())
}

#[test]
fn words_must_all_occur_in_any_spelling() {
    for filter in [
        "",
        "  ",
        "گزارش اردوگاه",
        "دستگاه هاي",
        "دستگاههای",
        "ماده ١٦",
        "«دستگاه‌های عضو»",
        "\"ماده 16\"",
    ] {
        assert!(selects(filter), "{filter}");
    }
    for filter in ["گزارش بودجه", "\"عضو گزارش\"", "است"] {
        assert!(!selects(filter), "{filter}");
    }
}

#[test]
fn fields_work_in_both_languages_and_with_blanks_behind_the_colon() {
    for filter in [
        "مسئول:صمت",
        "responsible:صمت",
        "مسئول: \"صنعت معدن و تجارت\"",
        "مسوول:بهزیستی|مسئول:صمت",
        "موضوع:خانواده",
        "subject:آموزش",
        "جلسه:۸",
        "جلسه:هشتم",
        "session:k3f9",
        "کارگروه:کاس",
        "body:b1",
        "کارگروه:اجتماعی",
        "سال:۱۴۰۱",
        "year:1401",
        "وضعیت:باز",
        "وضعیت:«در دست اجرا»",
        "status:open",
    ] {
        assert!(selects(filter), "{filter}");
    }
    for filter in [
        "مسئول:بهزیستی",
        "موضوع:بودجه",
        "جلسه:7",
        "سال:1400",
        "وضعیت:انجام‌شده",
        "status:overdue",
    ] {
        assert!(!selects(filter), "{filter}");
    }
}

#[test]
fn a_bare_word_for_open_or_overdue_is_the_status_and_a_quoted_one_is_a_word() {
    let read = |text: &str| Filter::parse(text).unwrap();
    for (bare, field) in [
        ("باز مسئول:راه", "وضعیت:باز مسئول:راه"),
        ("-Open", "-status:open"),
        ("آب|معوق", "آب|وضعیت:معوق"),
        ("overdue", "status:overdue"),
    ] {
        assert_eq!(read(bare), read(field), "{bare}");
    }
    for word in ["«باز»", "\"open\"", "«معوق»", "بازدید", "لغو", "done"] {
        let filter = read(word);
        assert!(!filter.is_of_resolutions(), "{word}");
        assert_eq!(read(&filter.to_string()), filter, "{word}");
    }
}

#[test]
fn blanks_stand_before_a_sign_as_they_stand_behind_it() {
    let read = |text: &str| Filter::parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    for (written, plain) in [
        ("وضعیت : باز", "وضعیت:باز"),
        ("وضعیت :باز", "وضعیت:باز"),
        ("وضعیّت\u{A0}:\u{A0}باز", "وضعیت:باز"),
        ("-status : done", "-status:done"),
        ("مسئول : صمت", "مسئول:صمت"),
        ("مسؤول : «صنعت معدن»", "مسئول:«صنعت معدن»"),
        ("موضوع\t:\tخانواده", "موضوع:خانواده"),
        ("جلسه : ۸", "جلسه:۸"),
        ("کارگروه : کاس", "کارگروه:کاس"),
        ("سال : ۱۴۰۱", "سال:۱۴۰۱"),
        ("مهلت < ۳۰ روز", "مهلت<۳۰روز"),
        ("due <= 30d", "due<=30d"),
        ("مهلت : ندارد", "مهلت:ندارد"),
        ("گزارش | وضعیت : باز", "گزارش|وضعیت:باز"),
    ] {
        let (one, other) = (read(written), read(plain));
        assert_eq!(
            one.matches(&row(), today()),
            other.matches(&row(), today()),
            "{written}"
        );
        assert_eq!(one.is_of_resolutions(), other.is_of_resolutions(), "{written}");
        let printed = |filter: &Filter| filter.to_string().replace([' ', '\u{200C}', '"'], "");
        assert_eq!(printed(&one), printed(&other), "{written}");
    }
    assert!(!read("گزارش : اردوگاه").is_of_resolutions());
    assert_eq!(
        Filter::parse("سال < 1400").unwrap_err().kind,
        FilterErrorKind::UnknownField
    );
    assert_eq!(
        Filter::parse("آب وضعیت :").unwrap_err().kind,
        FilterErrorKind::MissingValue
    );
}

#[test]
fn a_value_of_a_closed_set_is_the_longest_that_its_words_make() {
    let read = |text: &str| Filter::parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    for (blank, joined) in [
        ("وضعیت:انجام شده", "وضعیت:انجام\u{200C}شده"),
        ("وضعیت: انجام شده گزارش", "وضعیت:done گزارش"),
        (
            "گزارش -وضعیت:لغو شده|وضعیت:جایگزین شده",
            "گزارش -status:cancelled|status:superseded",
        ),
        ("وضعیت:در دست اجرا", "status:open"),
        ("وضعیت : اجرا شده", "status:done"),
        ("وضعیت:عقب افتاده آب", "status:overdue آب"),
        ("وضعیت:لغو پروانه", "status:cancelled پروانه"),
        ("وضعیت:لغو «شده»", "status:cancelled \"شده\""),
    ] {
        assert_eq!(read(blank), read(joined), "{blank}");
    }
    let ordinals = [
        ("جلسه:بیست و یکم", 21),
        ("جلسه : سی ام گزارش", 30),
        ("جلسه:صد و بیست و پنجمین", 125),
    ];
    for (typed, number) in ordinals {
        let twenty = FilterRow {
            ordinal: Some(number),
            ..row()
        };
        assert!(read(typed).matches(&twenty, today()), "{typed}");
        assert!(!read(typed).matches(&row(), today()), "{typed}");
    }
    for filter in [
        "مهلت<دو ماه",
        "مهلت:۱۰ فروردین ۱۴۰۲",
        "مهلت < یک ماه گزارش",
        "مهلت:14 روز -وضعیت:لغو شده",
    ] {
        assert!(selects(filter), "{filter}");
    }
    assert!(!selects("مهلت:بدون مهلت"));
    let printed = read("وضعیت:لغو «شده»").to_string();
    assert_eq!(read(&printed), read("وضعیت:لغو «شده»"), "{printed}");
    let unknown = Filter::parse("وضعیت:در دست بررسی").unwrap_err();
    assert_eq!(
        (unknown.kind, unknown.part.as_str()),
        (FilterErrorKind::UnknownValue, "وضعیت:در")
    );
}

#[test]
fn due_takes_dates_parts_of_dates_and_spans() {
    // Due 1402/01/10; from 1401/12/25 (a common year, 29 days in Esfand) that is 14 days.
    for filter in [
        "مهلت<۳۰روز",
        "مهلت<۳۰ روز",
        "مهلت<«دو ماه»",
        "due<30d",
        "due<=14d",
        "due>13d",
        "due:2w",
        "مهلت:1402/1/10",
        "مهلت:۱۴۰۲/۰۱",
        "due:1402",
        "due:2022-03-30|due:2023-03-30",
        "due>1401/12",
        "due<1402/02",
        "due>=1402/01/10",
        "due>امروز",
        "-due:none",
    ] {
        assert!(selects(filter), "{filter}");
    }
    for filter in [
        "due<14d",
        "due>14d",
        "due>1402",
        "due<1402/01",
        "due:1401/12",
        "مهلت:ندارد",
    ] {
        assert!(!selects(filter), "{filter}");
    }
    let undated = FilterRow { due: None, ..row() };
    assert!(Filter::parse("مهلت:ندارد").unwrap().matches(&undated, today()));
    assert!(!Filter::parse("due<30d").unwrap().matches(&undated, today()));
}

#[test]
fn a_filter_that_was_read_yesterday_counts_from_today() {
    let due_on = |day| FilterRow {
        due: Some(day),
        ..row()
    };
    let (yesterday, today) = (day(1401, 12, 24), day(1401, 12, 25));
    for (typed, last_day) in [
        ("مهلت<۳۰روز", 29),
        ("due<=30d", 30),
        ("مهلت:۳۰روز", 30),
        ("due:today", 0),
    ] {
        let filter = Filter::parse(typed).unwrap();
        for asked_on in [yesterday, today] {
            let last = asked_on.plus_days(last_day);
            assert!(filter.matches(&due_on(last), asked_on), "{typed}");
            assert!(!filter.matches(&due_on(last.plus_days(1)), asked_on), "{typed}");
        }
    }
    let fixed = Filter::parse("مهلت:1401/12/24").unwrap();
    assert!(fixed.matches(&due_on(yesterday), today));
}

#[test]
fn what_stands_before_the_first_unreadable_term_is_read() {
    for (typed, readable) in [
        ("گزارش رنگ:آبی آب", "گزارش"),
        ("مسئول:", ""),
        ("آب | خاک |", "آب|خاک"),
        ("آب | وضعیت:خوب", "آب"),
        ("آب مسئول:\"راه", "آب"),
        ("مهلت:1401 \"روز", "مهلت:1401"),
        ("آب -", "آب"),
    ] {
        let (filter, error) = Filter::read(typed);
        assert_eq!(Filter::parse(typed), Err(error.unwrap()), "{typed}");
        assert_eq!(filter, Filter::parse(readable).unwrap(), "{typed}");
    }
}

#[test]
fn minus_excludes_and_a_bar_is_or_between_its_neighbours() {
    for filter in [
        "-بودجه",
        "گزارش -بودجه",
        "بودجه|گزارش",
        "گزارش بودجه | آموزش",
        "-status:done",
    ] {
        assert!(selects(filter), "{filter}");
    }
    for filter in ["-گزارش", "بودجه|مالیات", "بودجه گزارش|آموزش", "-وضعیت:باز"]
    {
        assert!(!selects(filter), "{filter}");
    }
}

#[test]
fn what_cannot_be_read_is_named_with_its_place() {
    use FilterErrorKind::*;
    for (filter, kind, position, part) in [
        ("گزارش رنگ:آبی", UnknownField, 6, "رنگ:"),
        ("سال<1400", UnknownField, 0, "سال<"),
        ("گزارش وضعیت:خوب", UnknownValue, 6, "وضعیت:خوب"),
        ("due<soon", UnknownValue, 0, "due<soon"),
        ("مهلت:۱۴۰۱/۱۳/۴۰", UnknownValue, 0, "مهلت:۱۴۰۱/۱۳/۴۰"),
        ("year:now", UnknownValue, 0, "year:now"),
        ("گزارش مسئول:", MissingValue, 6, "مسئول:"),
        ("| الف", MissingValue, 0, "| "),
        ("الف |", MissingValue, 4, "|"),
        ("الف | | ب", MissingValue, 4, "| "),
        ("-", MissingValue, 0, "-"),
        ("\"\"", MissingValue, 0, "\"\""),
        ("الف \"ب پ", OpenQuotation, 4, "\"ب پ"),
    ] {
        let error = Filter::parse(filter).unwrap_err();
        assert_eq!(
            (error.kind, error.position, error.part.as_str()),
            (kind, position, part),
            "{filter}"
        );
    }
}

#[test]
fn times_and_hyphens_inside_words_are_words() {
    let texts = vec!["ساعت 12:30، کد الف-ب"];
    let row = FilterRow { texts, ..row() };
    assert!(Filter::parse("12:30 الف-ب").unwrap().matches(&row, today()));
}

fn typed() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "مسئول",
        "جلسه",
        "سال",
        "وضعیت",
        "مهلت",
        "due",
        "status",
        "body",
        ":",
        "<",
        ">",
        "=",
        "-",
        "|",
        " ",
        "\"",
        "«",
        "»",
        "“",
        "”",
        "۳۰",
        "روز",
        "1401",
        "/12",
        "باز",
        "done",
        "لغو",
        "شده",
        "بیست",
        "و",
        "یکم",
        "گزارش",
        "\u{200C}",
        "\u{200F}",
        "\u{64B}",
        "هشتم",
        "d",
        "\n",
    ]);
    prop_oneof![
        prop::collection::vec(piece, 0..12).prop_map(|p| p.concat()),
        "\\PC{0,24}",
        any::<String>()
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn whatever_is_typed_is_read_or_refused_and_what_is_read_prints_back(text in typed()) {
        match Filter::parse(&text) {
            Ok(filter) => {
                let printed = filter.to_string();
                prop_assert_eq!(Filter::parse(&printed), Ok(filter.clone()), "{}", printed);
                prop_assert_eq!(Filter::parse(&printed).unwrap().matches(&row(), today()), filter.matches(&row(), today()));
            }
            Err(error) => {
                let there: String = text.chars().skip(error.position).take(error.part.chars().count()).collect();
                prop_assert_eq!(there, error.part);
            }
        }
    }
}

#[test]
fn what_would_narrow_silently_means_what_it_says_or_is_refused() {
    let read = |text: &str| Filter::parse(text).unwrap_or_else(|e| panic!("{text}: {e:?}"));
    for (written, meant) in [
        ("سال:۰۱", "سال:1401"),
        ("سال:۴۰۱", "سال:1401"),
        ("وضعیت:انجام نشده", "status:open"),
        ("وضعیت:در حال اجرا", "status:open"),
        ("وضعیت:انجام شد", "status:done"),
        ("وضعیت:لغو شد", "status:cancelled"),
        ("وضعیت:عقب مانده", "status:overdue"),
        ("وضعیت=باز", "status:open"),
        ("وضعیت：باز", "status:open"),
        ("سال = ۱۴۰۱", "year:1401"),
    ] {
        assert_eq!(read(written), read(meant), "{written}");
    }
    for (written, kind) in [
        ("سال:۴", FilterErrorKind::UnknownValue),
        ("سال:2025", FilterErrorKind::UnknownValue),
        ("۱۴۰۴/۵/۱۸", FilterErrorKind::BareDate),
        ("گزارش 1404-05-18", FilterErrorKind::BareDate),
        ("-۹۹/۲/۲", FilterErrorKind::BareDate),
    ] {
        assert_eq!(Filter::parse(written).unwrap_err().kind, kind, "{written}");
    }
    for words in ["«۱۴۰۴/۵/۱۸»", "۱۲:۳۰", "ماده ۱۶/۲", "الف=ب", "۲۱/۲۵/۱۴۷۷۲"]
    {
        assert!(!read(words).is_of_resolutions(), "{words}");
    }
}

#[test]
fn days_around_today_are_days_of_a_deadline() {
    for (filter, passes) in [
        ("مهلت:فردا", false),
        ("مهلت>فردا", true),
        ("مهلت<دیروز", false),
        ("due>yesterday", true),
        ("مهلت>=پس‌فردا", true),
    ] {
        assert_eq!(selects(filter), passes, "{filter}");
    }
}
