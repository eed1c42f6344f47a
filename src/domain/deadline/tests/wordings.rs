//! Several hundred wordings of deadlines as minutes have them, each with what a careful person says of it.
//! The days were counted by hand and with the 33-year arithmetic, not with this program's calendar.

use super::*;
use crate::text::numeral::cardinal_word;

/// Saturday.
const SATURDAY: &str = "1404/05/18";

/// Kind, day where there is one, wording.
const WORDINGS: &str = include_str!("../../../../tests/data/deadlines/wordings.tsv");

fn read(written: &str) -> (&'static str, String) {
    let session = Some(day(SATURDAY));
    let deadline = read_deadline(written, session);
    let due = deadline.due(session, DaysAfter::default(), &[]);
    (
        deadline.kind(),
        due.map_or_else(String::new, |due| due.to_string()),
    )
}

/// The other ways in which the same words are typed.
fn respelled(written: &str) -> Vec<String> {
    let latin = crate::text::digits::latin_digits(written);
    vec![
        written.replace('ی', "ي").replace('ک', "ك"),
        latin.replace(' ', "\u{A0}"),
        format!(" {latin}. "),
        written.replace(' ', "  "),
        format!("مهلت اقدام: {written}"),
        written.replace('\u{200C}', " "),
    ]
}

#[test]
fn every_wording_of_the_table_means_what_it_says() {
    let mut wrong = Vec::new();
    let lines = WORDINGS.lines().filter(|line| !line.starts_with('#'));
    let rows: Vec<(&str, &str, &str)> = lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            (cells[0], cells[1], cells[2])
        })
        .collect();
    assert!(rows.len() > 400, "{} rows", rows.len());
    for (kind, due, written) in rows {
        let mut spellings = respelled(written);
        spellings.push(written.to_owned());
        for spelling in spellings {
            let found = read(&spelling);
            if (found.0, found.1.as_str()) != (kind, due) {
                wrong.push(format!("«{spelling}»: {found:?}, not {kind} {due}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_span_is_read_in_every_order_of_its_small_words() {
    let numbers = |count: u32| {
        let (digits, words) = (persian_digits(&count.to_string()), cardinal_word(count));
        [
            digits.clone(),
            words.clone(),
            format!("{words} ({digits})"),
            format!("{digits} ({words})"),
        ]
    };
    let starts = [
        ("", false),
        ("ظرف", false),
        ("ظرف مدت", false),
        ("طی", false),
        ("طی مدت", false),
        ("در طول", false),
        ("در مدت", false),
        ("به مدت", false),
        ("تا", false),
        ("مهلت", false),
        ("حداکثر", true),
        ("حداکثر تا", true),
        ("حداکثر ظرف", true),
        ("حداکثر ظرف مدت", true),
        ("ظرف حداکثر", true),
        ("ظرف مدت حداکثر", true),
        ("نهایتاً ظرف", true),
    ];
    let ends = [
        ("", false),
        ("آینده", false),
        ("پس از جلسه", false),
        ("پس از تاریخ جلسه", false),
        ("از تاریخ تصویب", false),
        ("پس از ابلاغ", true),
        ("از تاریخ ابلاغ", true),
        ("بعد از ابلاغ مصوبه", true),
        ("پس از اعلام", true),
        ("از زمان ابلاغ صورتجلسه", true),
    ];
    let units = [
        ("روز", Span::Days(10), 10),
        ("روز کاری", Span::WorkingDays(15), 15),
        ("هفته", Span::Weeks(2), 2),
        ("ماه", Span::Months(3), 3),
    ];
    let mut tried = 0;
    for (unit, span, count) in units {
        for number in numbers(count) {
            for (start, at_most) in starts {
                for (end, is_notification) in ends {
                    let written = format!("{start} {number} {unit} {end}");
                    let expected = match (is_notification, at_most) {
                        (true, _) => Meaning::AfterNotification(span),
                        (false, true) => Meaning::AtMost(span),
                        (false, false) => Meaning::Within(span),
                    };
                    assert_eq!(meaning(&written), expected, "{written}");
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, 4 * 4 * 17 * 10);
}

#[test]
fn the_event_may_stand_before_the_span() {
    for event in [
        "از تاریخ ابلاغ",
        "پس از ابلاغ",
        "از زمان ابلاغ مصوبه",
        "بعد از دریافت صورتجلسه،",
    ] {
        for span in [
            "یک ماه",
            "ظرف یک ماه",
            "حداکثر یک ماه",
            "حداکثر ظرف مدت یک ماه",
            "به مدت یک ماه",
        ] {
            let written = format!("{event} {span}");
            assert_eq!(
                meaning(&written),
                Meaning::AfterNotification(Span::Months(1)),
                "{written}"
            );
        }
    }
}

proptest! {
    #[test]
    fn a_short_year_is_never_far_from_the_session(year in 0u32..100, month in 1u8..=12, date in 1u8..=31, turned: bool) {
        let written = if turned { format!("تا {date}/{month}/{year:02}") } else { format!("تا {year:02}/{month}/{date}") };
        let session = day(SATURDAY);
        if let Meaning::By(due) = read_deadline(&written, Some(session)).meaning {
            prop_assert!((-1500..=1500).contains(&session.days_until(due)), "{} {}", written, due);
        }
    }

    #[test]
    fn a_day_of_every_month_is_never_one_day(date in 1u32..=31, glued in 0usize..3) {
        let ordinal = crate::text::numeral::ordinal_word(date).trim_end_matches("ین").to_owned();
        let each = ["هر ماه", "هرماه", "هر\u{200C}ماه"][glued];
        for written in [format!("{ordinal} {each}"), format!("تا {ordinal} {each}"), format!("{date} {each}")] {
            let found = read_deadline(&written, Some(day(SATURDAY)));
            prop_assert!(matches!(found.kind(), "every" | "unclear"), "{} {:?}", written, found.meaning);
        }
    }
}
