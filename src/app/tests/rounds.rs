//! Recurring deadlines, at the screens: every round with what came of it, and how many went unanswered.

use super::desk::Desk;
use super::fixture;
use crate::app::Msg;
use crate::domain::resolution::{FollowUp, FollowUpKind};
use crate::office::command::Command;
use crate::office::query::{Answer, Query};

/// The page of the monthly resolution of the eighth session (1401/04/12), with follow-ups of these days.
fn page(follow_ups: &[(u8, u8, FollowUpKind)]) -> Desk {
    let mut view = fixture::session_view(8);
    for (month, date, kind) in follow_ups {
        view.resolutions[2].resolution.follow_ups.push(FollowUp {
            date: Some(fixture::day(1401, *month, *date)),
            by: Some("شرکت آب منطقه‌ای".to_owned()),
            letter: Some("۱۱/۷۷".to_owned()),
            text: "تراز ماه.".to_owned(),
            kind: *kind,
            ..FollowUp::default()
        });
    }
    let mut desk = Desk::persian();
    desk.press("<Down>5<Down><Down><Enter>");
    let query = Query::Session(fixture::session_id(8));
    desk.tell(Msg::Answered(
        query,
        Box::new(Answer::Session(Some(Box::new(view)))),
    ));
    desk
}

#[test]
fn the_page_lists_every_round_with_what_came_of_it() {
    use FollowUpKind::{Answer, Reminder};
    let mut desk = page(&[
        (5, 10, Answer),
        (6, 20, Answer),
        (7, 5, Reminder),
        (9, 15, Answer),
    ]);
    desk.assert_shows("نوبت‌ها")
        .assert_shows("پاسخ در ۱۴۰۱/۰۵/۱۰")
        .assert_shows("نامه ۱۱/۷۷")
        .assert_shows("با ۸ روز دیرکرد")
        .assert_shows("بی‌پاسخ ماند؛ با پاسخ ۱۴۰۱/۰۹/۱۵ بسته شد");
    desk.press("<PgDn>")
        .assert_shows("بی‌پاسخ، ")
        .assert_shows("نوبت بعد، ۲ روز مانده")
        .assert_shows("یادآوری · ۱۴۰۱/۰۷/۰۵");
}

#[test]
fn a_list_counts_the_rounds_that_went_unanswered() {
    let mut desk = Desk::persian();
    desk.press("<Down>5").assert_shows("۹ نوبت بی‌پاسخ");
}

#[test]
fn the_form_reads_a_period_back_with_its_next_round_as_the_list_does() {
    let answered: Vec<_> = (5..=12).map(|month| (month, 10, FollowUpKind::Answer)).collect();
    let mut desk = page(&answered);
    desk.press("e").assert_shows("ماهانه");
    desk.assert_shows("۱۴۰۲/۰۱/۱۲").assert_hides("۱۴۰۱/۰۵/۱۲");
}

#[test]
fn a_reminder_is_recorded_as_one() {
    let mut desk = Desk::persian();
    desk.press("<Down>5pیادآوری شد<Tab><Tab><Tab><Tab><Tab><Right><F2>");
    let Command::AddFollowUp { follow_up, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(follow_up.kind, FollowUpKind::Reminder);
}
