//! Deadlines as people write them, with the days they fall due.
//! The days were computed with the 33-year arithmetic, not with this program's calendar.

mod kinds;
mod wordings;

use super::*;
use crate::calendar::{month_name, parse_day};
use crate::text::digits::persian_digits;
use proptest::prelude::*;

fn day(text: &str) -> Day {
    parse_day(text).unwrap()
}

/// Thursday.
const SESSION: &str = "1401/03/12";

/// Only the notification is known.
fn notified(date: &str) -> DaysAfter {
    DaysAfter {
        notified: Some(day(date)),
        next_session: None,
    }
}

/// Notified on a day, and the next session a week behind it.
fn all_known(date: &str) -> DaysAfter {
    DaysAfter {
        next_session: Some(day(date).plus_days(7)),
        ..notified(date)
    }
}

fn meaning(written: &str) -> Meaning {
    read_deadline(written, Some(day(SESSION))).meaning
}

#[test]
fn spans_from_the_session_are_read_and_fall_due() {
    use Meaning::{AtMost, Within};
    let cases = [
        ("۱۰ روز", Within(Span::Days(10)), "1401/03/22"),
        ("ده روز", Within(Span::Days(10)), "1401/03/22"),
        ("۱۰روز", Within(Span::Days(10)), "1401/03/22"),
        ("ظرف مدت ۱۰ روز", Within(Span::Days(10)), "1401/03/22"),
        ("مهلت ده روزه", Within(Span::Days(10)), "1401/03/22"),
        ("۴۸ ساعت", Within(Span::Days(2)), "1401/03/14"),
        ("بیست و پنج روز", Within(Span::Days(25)), "1401/04/06"),
        ("45 روز.", Within(Span::Days(45)), "1401/04/26"),
        ("یک هفته", Within(Span::Weeks(1)), "1401/03/19"),
        ("دو هفته", Within(Span::Weeks(2)), "1401/03/26"),
        ("یکماه", Within(Span::Months(1)), "1401/04/12"),
        ("يك ماه", Within(Span::Months(1)), "1401/04/12"),
        ("1 ماه", Within(Span::Months(1)), "1401/04/12"),
        ("(یک ماه)", Within(Span::Months(1)), "1401/04/12"),
        ("طی یک ماه", Within(Span::Months(1)), "1401/04/12"),
        ("ظرف یک ماه آینده", Within(Span::Months(1)), "1401/04/12"),
        ("یک ماه از تاریخ جلسه", Within(Span::Months(1)), "1401/04/12"),
        ("سه ماه", Within(Span::Months(3)), "1401/06/12"),
        ("سه‌ماهه", Within(Span::Months(3)), "1401/06/12"),
        ("یکسال", Within(Span::Years(1)), "1402/03/12"),
        ("حداکثر شش ماه", AtMost(Span::Months(6)), "1401/09/12"),
        ("حداكثر ظرف ۲ ماه", AtMost(Span::Months(2)), "1401/05/12"),
        ("حداکثر تا یک هفته", AtMost(Span::Weeks(1)), "1401/03/19"),
        // After Thursday: Friday and the holidays of 14 and 15 Khordad do not count.
        ("یک روز کاری", Within(Span::WorkingDays(1)), "1401/03/16"),
        (
            "حداکثر ظرف مدت ده روز کاری",
            AtMost(Span::WorkingDays(10)),
            "1401/03/29",
        ),
        (
            "ظرف یک ماه و نیم",
            Within(Span::MonthsAndDays { months: 1, days: 15 }),
            "1401/04/27",
        ),
        ("یک سال و نیم", Within(Span::Months(18)), "1402/09/12"),
    ];
    for (written, meaning, due) in cases {
        let deadline = read_deadline(written, Some(day(SESSION)));
        assert_eq!(deadline.meaning, meaning, "{written}");
        assert_eq!(deadline.written, written);
        assert_eq!(
            deadline.due(Some(day(SESSION)), DaysAfter::default(), &[]),
            Some(day(due)),
            "{written}"
        );
        assert_eq!(deadline.due(None, DaysAfter::default(), &[]), None, "{written}");
    }
}

#[test]
fn a_span_ends_within_the_length_of_its_month() {
    let cases = [
        ("1401/08/28", "حداکثر شش ماه", "1402/02/28"),
        ("1401/06/31", "یک ماه", "1401/07/30"),
        ("1401/06/31", "شش ماه", "1401/12/29"),
        ("1403/11/30", "یک ماه", "1403/12/30"),
        ("1403/12/30", "یک سال", "1404/12/29"),
        ("1403/12/30", "یک هفته", "1404/01/07"),
    ];
    for (session, written, due) in cases {
        let session = Some(day(session));
        assert_eq!(
            read_deadline(written, session).due(session, DaysAfter::default(), &[]),
            Some(day(due)),
            "{written}"
        );
    }
}

#[test]
fn days_and_ends_of_periods_are_read_from_the_session_on() {
    let cases = [
        ("تا ۱۴۰۱/۰۶/۳۱", "1401/06/31"),
        ("تا تاریخ ۱۴۰۰/۰۲/۱۲", "1400/02/12"),
        ("حداکثر تا ۱۴۰۱/۶/۳۱", "1401/06/31"),
        ("۱۴۰۱/۶/۳۱", "1401/06/31"),
        ("تا ۱۲ مهر", "1401/07/12"),
        ("تا ۱۲ خرداد", "1401/03/12"),
        ("تا ۱۱ خرداد", "1402/03/11"),
        ("تا ۱۱ خرداد سال جاری", "1401/03/11"),
        ("تا پایان وقت اداری روز سه شنبه ۱۴۰۱/۰۳/۱۷", "1401/03/17"),
        ("تا پایان مهر", "1401/07/30"),
        ("تا پايان مهرماه", "1401/07/30"),
        ("تا آخر ماه مهر", "1401/07/30"),
        ("حداکثر تا پایان آذرماه", "1401/09/30"),
        ("تا پایان خرداد", "1401/03/31"),
        ("تا پایان فروردین", "1402/01/31"),
        ("تا پایان فروردین سال جاری", "1401/01/31"),
        ("تا پایان فروردین سال آینده", "1402/01/31"),
        ("تا پایان اسفند ۱۴۰۳", "1403/12/30"),
        ("تا پایان شهریور ماه سال ۱۴۰۲", "1402/06/31"),
        ("تا پایان سال", "1401/12/29"),
        ("تا پایان سال جاری", "1401/12/29"),
        ("تا پایان امسال", "1401/12/29"),
        ("قبل از پایان سال", "1401/12/29"),
        ("تا پایان سال ۱۴۰۳", "1403/12/30"),
        ("تا پایان سال ۹۹", "1399/12/30"),
        ("تا پایان سال آتی", "1402/12/29"),
        ("حداکثر تا پایان هفته جاری", "1401/03/13"),
        ("تا پایان هفته آینده", "1401/03/20"),
        ("تا پایان ماه", "1401/03/31"),
        ("تا پایان همین ماه", "1401/03/31"),
        ("تا پایان ماه آینده", "1401/04/31"),
        ("تا پایان فصل", "1401/03/31"),
        ("تا پایان تابستان", "1401/06/31"),
        ("تا پایان فصل پائیز ۱۴۰۲", "1402/09/30"),
        ("نیمه اول مهر", "1401/07/15"),
        ("تا نیمه دوم مهر ماه", "1401/07/30"),
        ("دهه دوم آبان", "1401/08/20"),
        ("نیمه اول اردیبهشت", "1402/02/15"),
        ("نیمه اول سال ۱۴۰۲", "1402/06/31"),
        ("پایان نیمه اول سال جاری", "1401/06/31"),
        ("سه ماهه سوم سال", "1401/09/30"),
        ("شش ماهه دوم سال ۱۴۰۱", "1401/12/29"),
        ("تا شنبه", "1401/03/14"),
        ("تا روز پنج شنبه", "1401/03/19"),
        ("تا سه شنبه هفته آینده", "1401/03/17"),
    ];
    for (written, due) in cases {
        assert_eq!(meaning(written), Meaning::By(day(due)), "{written}");
    }
}

#[test]
fn without_the_session_only_whole_dates_are_days() {
    let read = |written| read_deadline(written, None).meaning;
    assert_eq!(read("تا پایان سال ۱۴۰۳"), Meaning::By(day("1403/12/30")));
    assert_eq!(read("تا ۱۴۰۱/۰۶/۳۱"), Meaning::By(day("1401/06/31")));
    for written in [
        "تا پایان مهر",
        "تا پایان سال",
        "تا ۱۲ مهر",
        "تا شنبه",
        "تا پایان هفته",
        "تا پایان سال جاری",
    ] {
        assert_eq!(read(written), Meaning::Unclear, "{written}");
    }
}

#[test]
fn spans_from_notification_wait_for_it() {
    let month = Meaning::AfterNotification(Span::Months(1));
    for written in [
        "یک ماه پس از ابلاغ",
        "حداکثر یک ماه پس از ابلاغ",
        "ظرف یکماه از تاریخ ابلاغ",
        "یک ماه بعد از ابلاغ این مصوبه",
        "از تاریخ ابلاغ صورت‌جلسه ظرف مدت یک ماه",
        "پس از ابلاغ، حداکثر یک ماه",
        "یک ماه پس از دریافت صورتجلسه",
    ] {
        assert_eq!(meaning(written), month, "{written}");
    }
    let deadline = read_deadline("۱۵ روز بعد از ابلاغ مصوبه", None);
    assert_eq!(deadline.due(Some(day(SESSION)), DaysAfter::default(), &[]), None);
    assert_eq!(
        deadline.due(None, notified(SESSION), &[]),
        Some(day("1401/03/27"))
    );
}

#[test]
fn periods_are_read_as_people_write_them() {
    let cases = [
        ("سه ماه یکبار", Span::Months(3)),
        ("هر سه ماه یک بار", Span::Months(3)),
        ("هر ۳ ماه", Span::Months(3)),
        ("فصلی", Span::Months(3)),
        ("هر فصل یکبار", Span::Months(3)),
        ("ماهانه", Span::Months(1)),
        ("ماهیانه", Span::Months(1)),
        ("گزارش ماهانه", Span::Months(1)),
        ("همه ماهه", Span::Months(1)),
        ("به صورت ماهانه", Span::Months(1)),
        ("هر ماه", Span::Months(1)),
        ("ماهی یک‌بار", Span::Months(1)),
        ("هفتگی", Span::Weeks(1)),
        ("هفته‌ای یکبار", Span::Weeks(1)),
        ("دو هفته یک بار", Span::Weeks(2)),
        ("هر ۱۵ روز یکبار", Span::Days(15)),
        ("روزانه", Span::Days(1)),
        ("سالانه", Span::Years(1)),
        ("سالیانه", Span::Years(1)),
    ];
    for (written, span) in cases {
        assert_eq!(meaning(written), Meaning::Every(span), "{written}");
    }
    assert_eq!(meaning("پایان هر ماه"), Meaning::AtEndOfEvery(Span::Months(1)));
    assert_eq!(meaning("در پایان هر فصل"), Meaning::AtEndOfEvery(Span::Months(3)));
    assert_eq!(meaning("آخر هر هفته"), Meaning::AtEndOfEvery(Span::Weeks(1)));
    assert_eq!(meaning("پایان هر پنج ماه"), Meaning::Unclear);
}

#[test]
fn words_without_a_day_are_read() {
    let cases = [
        (
            Meaning::Immediate,
            vec![
                "فوری",
                "فوري",
                "فوراً",
                "آنی",
                "بصورت فوری",
                "فوری و آنی",
                "بلافاصله",
            ],
        ),
        (
            Meaning::Asap,
            vec!["در اسرع وقت", "دراسرع وقت", "در اسرع‌وقت", "هر چه سریع‌تر", "سریعاً"],
        ),
        (
            Meaning::Continuous,
            vec![
                "مستمر",
                "بصورت مستمر",
                "به طور مستمر",
                "مستمراً",
                "دائمی",
                "در طول سال",
            ],
        ),
        (
            Meaning::UntilResult,
            vec!["تا حصول نتیجه", "تا حصول نتيجه نهايي", "پیگیری تا حصول نتیجه"],
        ),
    ];
    for (expected, spellings) in cases {
        for written in spellings {
            let deadline = read_deadline(written, Some(day(SESSION)));
            assert_eq!(deadline.meaning, expected, "{written}");
            let due = (expected == Meaning::Immediate).then(|| day(SESSION));
            assert_eq!(
                deadline.due(Some(day(SESSION)), DaysAfter::default(), &[]),
                due,
                "{written}"
            );
        }
    }
}

#[test]
fn words_that_are_not_understood_in_full_stay_unclear() {
    for written in [
        "",
        "مستتر",
        "دو ماه پس از تخصیص اعتبار",
        "یک ماه پس از دریافت اعتبار",
        "۲ تا ۳ ماه",
        "یک الی دو ماه",
        "یک هفته پس از جلسه آینده",
        "حداقل یک ماه",
        "تا ۳۱ مهر",
        "تا پایان برنامه هفتم",
        "تا پایان هفته دولت",
        "تا مهر",
        "اوایل مهر",
        "فوری - مستمر",
        "چند روز",
        "یک ماء",
        "صفر روز",
        "روز",
        "ماه",
        "سال",
        "هر",
        "یکبار",
        "تا",
        "پایان",
        "ابلاغ",
        "از ابلاغ",
        "۱۲",
    ] {
        let deadline = read_deadline(written, Some(day(SESSION)));
        assert_eq!(deadline.meaning, Meaning::Unclear, "{written}");
        assert_eq!(deadline.due(Some(day(SESSION)), all_known(SESSION), &[]), None);
    }
}

/// The day due next of a wording after answers on the given days.
fn due_after(written: &str, session: &str, answered: &[&str]) -> String {
    let session = Some(day(session));
    let answered: Vec<Day> = answered.iter().map(|text| day(text)).collect();
    read_deadline(written, session)
        .due(session, DaysAfter::default(), &answered)
        .unwrap()
        .to_string()
}

#[test]
fn a_period_falls_due_next_where_it_was_not_answered() {
    assert_eq!(due_after("ماهانه", SESSION, &[]), "1401/04/12");
    // On the session's day nothing is due yet.
    assert_eq!(due_after("ماهانه", SESSION, &[SESSION]), "1401/04/12");
    // Early, on the day, and late by three days.
    assert_eq!(due_after("ماهانه", SESSION, &["1401/03/20"]), "1401/05/12");
    assert_eq!(due_after("ماهانه", SESSION, &["1401/04/12"]), "1401/05/12");
    assert_eq!(due_after("ماهانه", SESSION, &["1401/04/15"]), "1401/05/12");
    // A second answer to the same period changes nothing; the next period's does, in any order.
    assert_eq!(
        due_after("ماهانه", SESSION, &["1401/03/20", "1401/04/01"]),
        "1401/05/12"
    );
    assert_eq!(
        due_after("ماهانه", SESSION, &["1401/05/02", "1401/04/10"]),
        "1401/06/12"
    );
    // Silence for months, then one answer for all of them.
    assert_eq!(due_after("ماهانه", SESSION, &["1401/07/20"]), "1401/08/12");
    assert_eq!(due_after("سه ماه یکبار", SESSION, &["1401/06/12"]), "1401/09/12");
    assert_eq!(
        due_after("هفتگی", SESSION, &["1401/03/19", "1401/03/26"]),
        "1401/04/02"
    );
    // Cut to a short month, but not for ever.
    assert_eq!(due_after("ماهانه", "1401/06/31", &["1401/07/30"]), "1401/08/30");
    assert_eq!(
        due_after("شش ماه یکبار", "1401/06/31", &["1401/12/29"]),
        "1402/06/31"
    );
}

#[test]
fn every_round_says_what_came_of_it() {
    use RoundState::{Answered, Missed, Next, PassedOver};
    let session = Some(day(SESSION));
    let deadline = read_deadline("ماهانه", session);
    let answered = ["1401/04/10", "1401/07/20"].map(day);
    let (rounds, left_out) = deadline.rounds(session, &answered, day("1401/09/13"), 24);
    let expected = [
        ("1401/04/12", Answered(day("1401/04/10"))),
        ("1401/05/12", PassedOver(day("1401/07/20"))),
        ("1401/06/12", PassedOver(day("1401/07/20"))),
        ("1401/07/12", Answered(day("1401/07/20"))),
        ("1401/08/12", Missed),
        ("1401/09/12", Missed),
        ("1401/10/12", Next),
    ];
    let expected = expected.map(|(due, state)| Round { due: day(due), state });
    assert_eq!((rounds, left_out), (expected.to_vec(), 0));
    assert_eq!(deadline.missed(session, &answered, day("1401/09/13")), 2);
    // On its day a round is the next one yet.
    assert_eq!(deadline.missed(session, &answered, day("1401/09/12")), 1);
    let (last, left_out) = deadline.rounds(session, &answered, day("1401/09/13"), 2);
    assert_eq!((last.as_slice(), left_out), (&expected[5..], 5));
    assert_eq!(
        read_deadline("یک ماه", session).rounds(session, &answered, day("1401/09/13"), 24),
        (Vec::new(), 0)
    );
    assert_eq!(
        deadline.rounds(None, &answered, day("1401/09/13"), 24),
        (Vec::new(), 0)
    );
}

#[test]
fn the_ends_of_periods_follow_the_calendar() {
    assert_eq!(due_after("پایان هر ماه", SESSION, &[]), "1401/03/31");
    assert_eq!(due_after("پایان هر ماه", "1401/03/31", &[]), "1401/04/31");
    assert_eq!(
        due_after("پایان هر ماه", SESSION, &["1401/03/31", "1401/04/29"]),
        "1401/05/31"
    );
    assert_eq!(
        due_after("پایان هر ماه", "1401/12/01", &["1401/12/29"]),
        "1402/01/31"
    );
    assert_eq!(due_after("پایان هر فصل", "1401/08/28", &[]), "1401/09/30");
    assert_eq!(
        due_after("پایان هر فصل", "1401/08/28", &["1401/09/30"]),
        "1401/12/29"
    );
    assert_eq!(due_after("پایان هر هفته", SESSION, &["1401/03/13"]), "1401/03/20");
    assert_eq!(
        due_after("پایان هر سال", SESSION, &["1401/12/29", "1402/12/29"]),
        "1403/12/30"
    );
}

#[test]
fn periods_without_length_and_the_end_of_all_days_do_not_go_round_for_ever() {
    for meaning in [
        Meaning::Every(Span::Days(0)),
        Meaning::AtEndOfEvery(Span::Months(0)),
    ] {
        let deadline = Deadline {
            written: String::new(),
            meaning,
        };
        assert!(
            deadline
                .due(Some(day(SESSION)), DaysAfter::default(), &[Day::LAST])
                .is_some()
        );
        assert!(deadline.rounds(Some(day(SESSION)), &[], Day::LAST, 24).0.len() <= 1);
        assert!(deadline.missed(Some(day(SESSION)), &[], Day::LAST) <= 1);
    }
    let longest = Deadline {
        written: String::new(),
        meaning: Meaning::Every(Span::Years(u32::MAX)),
    };
    assert_eq!(
        longest.due(Some(day(SESSION)), DaysAfter::default(), &[Day::LAST]),
        Some(Day::LAST)
    );
    assert_eq!(
        longest.due(Some(Day::LAST), DaysAfter::default(), &[Day::LAST]),
        Some(Day::LAST)
    );
}

#[test]
fn it_is_late_after_the_day_and_an_immediate_one_from_the_next_working_day() {
    let holidays = Holidays::built_in();
    let deadline = read_deadline("ده روز", Some(day(SESSION)));
    assert!(!deadline.is_overdue(day("1401/03/22"), day("1401/03/22"), &holidays));
    assert!(deadline.is_overdue(day("1401/03/22"), day("1401/03/23"), &holidays));
    // After Thursday 12 Khordad come Friday and the holidays of 14 and 15 Khordad.
    let immediate = read_deadline("فوری", Some(day(SESSION)));
    for (today, late) in [
        ("1401/03/12", false),
        ("1401/03/13", false),
        ("1401/03/15", false),
        ("1401/03/16", true),
    ] {
        assert_eq!(
            immediate.is_overdue(day(SESSION), day(today), &holidays),
            late,
            "{today}"
        );
    }
    assert!(immediate.is_overdue(day(SESSION), day("1401/03/14"), &Holidays::default()));
}

#[test]
fn every_meaning_is_stored_and_read_back_and_has_its_name() {
    let span = Span::Months(3);
    let all = [
        (Meaning::Within(span), "within"),
        (Meaning::AtMost(span), "at_most"),
        (Meaning::By(day(SESSION)), "by"),
        (Meaning::AfterNotification(span), "after_notification"),
        (Meaning::Immediate, "immediate"),
        (Meaning::Asap, "asap"),
        (Meaning::Continuous, "continuous"),
        (Meaning::UntilResult, "until_result"),
        (Meaning::Every(span), "every"),
        (Meaning::AtEndOfEvery(span), "every"),
        (Meaning::OnEvery(PeriodDay::OfMonth(5)), "every"),
        (Meaning::OnEvery(PeriodDay::OfWeek(Weekday::Sat)), "every"),
        (Meaning::NextSession, "next_session"),
        (Meaning::Unclear, "unclear"),
    ];
    for (meaning, kind) in all {
        let deadline = Deadline {
            written: "x".to_owned(),
            meaning,
        };
        assert_eq!(deadline.kind(), kind);
        let json = serde_json::to_string(&deadline).unwrap();
        assert_eq!(
            serde_json::from_str::<Deadline>(&json).unwrap(),
            deadline,
            "{json}"
        );
    }
    let by = serde_json::to_string(&Meaning::By(day(SESSION))).unwrap();
    assert_eq!(by, r#"{"kind":"by","day":"2022-06-02"}"#);
}

#[test]
fn meanings_of_a_later_version_are_unclear_and_no_error() {
    for json in [
        r#"{"kind":"before_elections","round":{"n":1}}"#,
        r#"{"kind":"within","span":{"fortnights":3}}"#,
        r#"{"kind":"within"}"#,
        r#"{"kind":"by","day":"9999-99-99"}"#,
        r#"{"kind":"on_every","on":{"of_moon":3}}"#,
        r#"{}"#,
    ] {
        assert_eq!(
            serde_json::from_str::<Meaning>(json).unwrap(),
            Meaning::Unclear,
            "{json}"
        );
    }
}

proptest! {
    #[test]
    fn a_span_printed_in_any_wording_is_read_back(count in 1u32..1000, unit in 0usize..4, lead in 0usize..5) {
        let (name, span) = [
            ("روز", Span::Days(count)),
            ("هفته", Span::Weeks(count)),
            ("ماه", Span::Months(count)),
            ("سال", Span::Years(count)),
        ][unit];
        let lead = ["", "ظرف ", "ظرف مدت ", "طی ", "حداکثر "][lead];
        let words = crate::text::numeral::cardinal_word(count);
        for number in [count.to_string(), persian_digits(&count.to_string()), words] {
            let read = meaning(&format!("{lead}{number} {name}"));
            let expected = if lead == "حداکثر " { Meaning::AtMost(span) } else { Meaning::Within(span) };
            prop_assert_eq!(read, expected);
        }
    }

    #[test]
    fn the_end_of_a_month_is_never_before_the_session_and_within_a_year(number in 0i64..73_000, month in 1u8..=12) {
        let session = day("1300/01/01").plus_days(number);
        let Meaning::By(end) = read_deadline(&format!("تا پایان {}", month_name(month)), Some(session)).meaning else {
            return Err(TestCaseError::fail("not understood"));
        };
        prop_assert!(session <= end && end <= session.plus_days(366));
        prop_assert_eq!((end.jalali().month, end.end_of_month()), (month, end));
    }

    #[test]
    fn the_first_round_without_an_answer_is_the_day_due(
        written in prop::sample::select(vec!["هفتگی", "ماهانه", "پایان هر ماه", "سه ماه یکبار", "پایان هر فصل"]),
        answered in prop::collection::vec(-30i64..800, 0..12),
        today in 0i64..900,
    ) {
        let session = day(SESSION);
        let deadline = read_deadline(written, Some(session));
        let answered: Vec<Day> = answered.into_iter().map(|days| session.plus_days(days)).collect();
        let today = session.plus_days(today);
        let (rounds, _) = deadline.rounds(Some(session), &answered, today, usize::MAX);
        prop_assert!(rounds.windows(2).all(|pair| pair[0].due < pair[1].due));
        let is_open = |round: &&Round| matches!(round.state, RoundState::Missed | RoundState::Next);
        let first = rounds.iter().find(is_open).map(|round| round.due);
        prop_assert_eq!(first, deadline.due(Some(session), DaysAfter::default(), &answered));
        let missed = rounds.iter().filter(|round| round.state == RoundState::Missed);
        prop_assert_eq!(missed.count(), deadline.missed(Some(session), &answered, today));
    }

    #[test]
    fn no_words_make_the_reader_panic(
        words in prop::collection::vec(prop::sample::select(vec![
            "تا", "پایان", "هر", "یک", "سه", "ماه", "سال", "هفته", "روز", "یکبار", "حداکثر", "ظرف", "از", "پس",
            "ابلاغ", "جلسه", "مهر", "نیمه", "اول", "دوم", "آینده", "جاری", "۱۴۰۱", "۹۹", "۱۲", "/", "4294967295", "شنبه",
        ]), 0..8),
        any in ".{0,40}",
    ) {
        for text in [words.join(" "), words.concat(), any] {
            for session in [None, Some(Day::FIRST), Some(day(SESSION)), Some(Day::LAST)] {
                let deadline = read_deadline(&text, session);
                let after = DaysAfter { notified: session, next_session: session };
                let _ = deadline.due(session, after, &[Day::FIRST, Day::LAST]);
                prop_assert_eq!(&deadline.written, &text);
            }
        }
    }
}
