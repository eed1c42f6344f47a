//! Who was there is paid by the rule of the day, and hours are told where there is none. Knows no store.

use super::*;
use crate::calendar::{Day, TimeOfDay};
use crate::domain::body::{Body, Rules};
use crate::domain::fee::FeePer;
use crate::domain::figures::Held;
use crate::domain::seat::Holder;
use crate::papers::plain::plain;
use crate::text::without_isolates;
use crate::words::{Digits, Lang};

fn roll(fee: Option<FeeRule>) -> YearRoll {
    let session = |id: &str, day| Session {
        id: id.into(),
        date: Day::from_jalali(1404, 3, day).ok(),
        start: TimeOfDay::new(9, 0),
        end: TimeOfDay::new(11, 0),
        ..Session::default()
    };
    let holder = Holder {
        name: "مهرداد کیانی".into(),
        ..Holder::default()
    };
    let seat = Seat {
        id: "seat".into(),
        name: "شهرداری".into(),
        holders: vec![holder],
        ..Seat::default()
    };
    let mark = |session: &str, status, arrived| Attendance {
        session: session.into(),
        seat: "seat".into(),
        status,
        arrived,
        representative: (status == Presence::Represented).then(|| Representative {
            name: Some("سارا نوبخت".into()),
            post: None,
        }),
        ..Attendance::default()
    };
    let rules = Rules {
        fee,
        ..Rules::default()
    };
    let mut endless = session("s4", 24);
    endless.end = None;
    let sessions = vec![session("s1", 3), session("s2", 10), session("s3", 17), endless];
    let marks = vec![
        mark("s1", Presence::Present, None),
        mark("s2", Presence::Present, TimeOfDay::new(10, 15)),
        mark("s3", Presence::Represented, None),
        mark("s4", Presence::Video, None),
    ];
    let body = Body {
        name: "کمیته آب".into(),
        rules: vec![rules],
        ..Body::default()
    };
    let held = sessions.iter().filter_map(Held::of).collect();
    YearRoll::new(body, Some(1404), sessions, vec![seat], marks, held)
}

fn told(fee: Option<FeeRule>) -> String {
    let words = Words::new(Lang::Fa, Digits::Persian);
    without_isolates(&plain(&words, &fee_sheet(&words, &roll(fee))))
}

#[test]
fn who_was_there_is_paid_by_the_rule_and_hours_that_nobody_recorded_are_named() {
    let sheet = told(Some(FeeRule {
        rials: 600_000,
        per: FeePer::Hour,
        ..FeeRule::default()
    }));
    for part in [
        "۱ │ شهرداری │ مهرداد کیانی │ ۳ │ ۲:۴۵ │ ۱٬۶۵۰٬۰۰۰",
        "۲ │ شهرداری │ سارا نوبخت │ ۱ │ ۲:۰۰ │ ۱٬۲۰۰٬۰۰۰",
        "جمع │  │ ۴ │ ۴:۴۵ │ ۲٬۸۵۰٬۰۰۰",
        "در ۱ مورد",
        "هر ساعت ۶۰۰٬۰۰۰ ریال",
    ] {
        assert!(sheet.contains(part), "«{part}» is not in:\n{sheet}");
    }
}

#[test]
fn without_a_rule_the_sheet_says_so_and_has_hours_alone() {
    let sheet = told(None);
    assert!(sheet.contains("قاعده‌ای برای حق‌الجلسه ثبت نشده است"), "{sheet}");
    assert!(sheet.contains("مهرداد کیانی │ ۳ │ ۲:۴۵ │"), "{sheet}");
    assert!(!sheet.contains("ریال"), "{sheet}");
}
