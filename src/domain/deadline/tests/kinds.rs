//! Kinds of deadlines beside the spans and dates: what recurs on a day, what follows notification at once, what does
//! not fit in its own words.

use super::*;

#[test]
fn a_day_of_every_week_or_month_comes_after_the_session_and_after_every_answer() {
    assert_eq!(due_after("پنجم هر ماه", SESSION, &[]), "1401/04/05");
    assert_eq!(due_after("بیستم هر ماه", SESSION, &[]), "1401/03/20");
    assert_eq!(due_after("بیستم هر ماه", SESSION, &["1401/03/19"]), "1401/04/20");
    assert_eq!(due_after("دوازدهم هر ماه", SESSION, &[]), "1401/04/12");
    // The day is cut to the month's length, and is itself again in the next one.
    assert_eq!(
        due_after("سی و یکم هر ماه", "1401/06/31", &["1401/07/30"]),
        "1401/08/30"
    );
    assert_eq!(due_after("سی و یکم هر ماه", "1401/12/29", &[]), "1402/01/31");
    // Thursday's session: the next Thursday, and Saturday.
    assert_eq!(due_after("هر پنجشنبه", SESSION, &[]), "1401/03/19");
    assert_eq!(due_after("شنبه هر هفته", SESSION, &[]), "1401/03/14");
    assert_eq!(due_after("شنبه‌ها", SESSION, &["1401/03/14"]), "1401/03/21");
}

#[test]
fn what_follows_notification_at_once_is_late_from_the_next_working_day() {
    let holidays = Holidays::built_in();
    let deadline = read_deadline("بلافاصله پس از ابلاغ", Some(day(SESSION)));
    assert_eq!(deadline.due(None, DaysAfter::default(), &[]), None);
    assert_eq!(deadline.due(None, notified(SESSION), &[]), Some(day(SESSION)));
    assert!(!deadline.is_overdue(day(SESSION), day("1401/03/15"), &holidays));
    assert!(deadline.is_overdue(day(SESSION), day("1401/03/16"), &holidays));
}

#[test]
fn what_waits_for_the_next_session_is_due_when_that_is_held() {
    let holidays = Holidays::built_in();
    let deadline = read_deadline("تا جلسه آینده", Some(day(SESSION)));
    let next = |date: &str| DaysAfter {
        next_session: Some(day(date)),
        ..DaysAfter::default()
    };
    let due = |from: &str, after| deadline.due(Some(day(from)), after, &[]);
    assert_eq!(due(SESSION, DaysAfter::default()), None);
    assert_eq!(due(SESSION, notified(SESSION)), None);
    assert_eq!(due(SESSION, next("1401/04/09")), Some(day("1401/04/09")));
    // A longer time that was granted in or behind that session waits for a later one.
    assert_eq!(due("1401/04/09", next("1401/04/09")), None);
    assert!(!deadline.is_overdue(day("1401/04/09"), day("1401/04/09"), &holidays));
    assert!(deadline.is_overdue(day("1401/04/09"), day("1401/04/10"), &holidays));
}

#[test]
fn what_does_not_fit_in_the_words_is_told() {
    let session = Some(day(SESSION));
    for written in ["تا ۳۱ مهر", "۱۴۰۱/۰۷/۳۱", "۰۱/۰۷/۳۱", "حداکثر تا ۳۰ اسفند"]
    {
        assert_eq!(
            misfit(written, session),
            Some(DeadlineMisfit::NoSuchDay),
            "{written}"
        );
        assert_eq!(meaning(written), Meaning::Unclear, "{written}");
    }
    // A Saturday, and said to be a Monday.
    let differs = Some(DeadlineMisfit::WeekdayDiffers(Weekday::Mon, day("1401/03/14")));
    for written in [
        "دوشنبه ۱۴ خرداد ۱۴۰۱",
        "تا روز دوشنبه مورخ ۱۴۰۱/۰۳/۱۴",
        "۱۴ خرداد (دوشنبه)",
        "1401/3/14 دو شنبه",
        "از دوشنبه ۱۴ خرداد لغایت ۲۰ خرداد",
    ] {
        assert_eq!(misfit(written, session), differs, "{written}");
    }
    for written in [
        "شنبه ۱۴ خرداد ۱۴۰۱",
        "تا شنبه",
        "قبل از شنبه ۱۴ خرداد",
        "۱۴۰۱/۰۳/۱۴ شنبه",
        "پس از بازدید",
        "ده روز",
    ] {
        assert_eq!(misfit(written, session), None, "{written}");
    }
}
