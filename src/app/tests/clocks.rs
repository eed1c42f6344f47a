//! The legal clocks at the screens: in the head of a session, in its details, in the list.

use super::desk::Desk;
use super::fixture::{self, day};
use crate::app::Msg;
use crate::domain::body::{Quorum, Rules};
use crate::domain::clocks::pressing;
use crate::domain::fee::FeeRule;
use crate::domain::minutes_layout::MinutesLayout;
use crate::domain::session::{Session, SessionState};
use crate::office::command::Command;
use crate::office::query::{Answer, Query};

fn rules() -> Rules {
    Rules {
        agenda_days_before: Some(3),
        minutes_within_days: Some(7),
        binding_after_days: Some(10),
        ..Rules::default()
    }
}

/// The eighth session with rules, changed, at its details.
fn session(change: impl FnOnce(&mut Session)) -> Desk {
    let mut view = fixture::session_view(8);
    view.body.rules = vec![rules()];
    view.kept.clear();
    change(&mut view.session);
    let mut desk = Desk::persian();
    desk.press("<Down>1");
    let query = Query::Session(fixture::session_id(8));
    desk.tell(Msg::Answered(
        query,
        Box::new(Answer::Session(Some(Box::new(view)))),
    ));
    desk
}

#[test]
fn a_draft_shows_how_late_its_minutes_are() {
    let mut desk = session(|session| session.date = Some(day(1402, 2, 1)));
    desk.assert_shows("صورتجلسه ۲ روز دیر")
        .assert_shows("مهلت صورتجلسه: جمعه ۱۴۰۲/۰۲/۰۸ (آخر هفته) · ۲ روز گذشته")
        .assert_shows("تاریخ دعوتنامه ثبت نشده است")
        .assert_shows("جمعه ۱۴۰۲/۰۲/۰۸ (آخر هفته) · ۲ روز گذشته")
        .assert_shows("صورتجلسه هنوز ابلاغ نشده است");
}

#[test]
fn a_coming_session_shows_the_days_that_are_left_for_its_agenda() {
    let planned = |session: &mut Session| {
        session.state = SessionState::Planned;
        session.date = Some(day(1402, 2, 15));
    };
    session(planned).assert_shows("دستور کار تا ۲ روز");
    session(|session| {
        planned(session);
        session.invitation_date = Some(day(1402, 2, 9));
    })
    .assert_hides("مهلت دستور کار: ")
    .assert_shows("به‌هنگام · فرستاده شده در ۱۴۰۲/۰۲/۰۹");
}

#[test]
fn notified_minutes_show_the_days_until_they_bind() {
    let notified = |on| {
        session(move |session| {
            session.state = SessionState::Final;
            session.notified = Some(on);
        })
    };
    notified(day(1402, 2, 5)).assert_shows("لازم‌الاجرا تا ۵ روز");
    notified(day(1402, 1, 5)).assert_shows("لازم‌الاجرا شده است");
}

#[test]
fn the_list_marks_a_session_whose_clock_is_late_or_nearly_so() {
    let rows = |minutes_within_days| {
        let mut body = fixture::session_view(8).body;
        body.rules = vec![Rules {
            minutes_within_days: Some(minutes_within_days),
            ..Rules::default()
        }];
        let Answer::Sessions(mut rows) = fixture::answer(&Query::Sessions) else {
            panic!()
        };
        for row in &mut rows {
            let clocks = body.clocks(&row.session, fixture::today());
            row.clock = pressing(&clocks).copied();
        }
        let mut desk = Desk::persian();
        desk.tell(Msg::Answered(Query::Sessions, Box::new(Answer::Sessions(rows))));
        desk.press("<Down>");
        desk
    };
    rows(7)
        .assert_shows("پیش‌نویس ⚠")
        .assert_shows("مهلت صورتجلسه: یکشنبه ۱۴۰۱/۰۴/۱۹");
    rows(800).assert_hides("⚠");
}

#[test]
fn rules_of_a_body_are_added_and_changed_and_go_by_their_first_days() {
    let mut desk = Desk::persian();
    // Without any the form of new ones stands open at once; they begin today.
    desk.press("w3l").assert_shows("۱۴۰۲/۰۲/۱۰");
    desk.press("<F2>").assert_shows("هیچ قاعده‌ای نوشته نشده است.");
    desk.press("<S-Tab><S-Tab><S-Tab><Right><Right><Tab>۲/۰<F2>")
        .assert_shows("این نصاب خوانده نشد");
    desk.press("<C-a>۲/۳<Tab>۳<Tab>۷<Tab>۱۰<F2>");
    let Command::RecordBody { after, .. } = desk.command() else {
        panic!()
    };
    let expected = Rules {
        from: Some(fixture::today()),
        quorum: Some(Quorum::AtLeast { of: 2, parts: 3 }),
        ..rules()
    };
    assert_eq!(after.rules, [expected]);
}

#[test]
fn the_rules_of_a_span_are_chosen_and_an_emptied_one_goes() {
    let Answer::Bodies(mut bodies) = fixture::answer(&Query::Bodies) else {
        panic!()
    };
    let old = Rules {
        until: Some(day(1401, 12, 29)),
        minutes_within_days: Some(9),
        ..Rules::default()
    };
    let (layout, fee) = (Some(MinutesLayout::default()), Some(FeeRule::default()));
    bodies[0].0.rules = vec![
        old.clone(),
        Rules {
            from: Some(day(1402, 1, 1)),
            layout: layout.clone(),
            fee,
            ..rules()
        },
    ];
    let open = || {
        let mut desk = Desk::persian();
        desk.press("w3");
        desk.tell(Msg::Answered(
            Query::Bodies,
            Box::new(Answer::Bodies(bodies.clone())),
        ));
        desk.press("l");
        desk
    };
    let mut desk = open();
    desk.assert_shows("از ۱۴۰۲/۰۱/۰۱ تا —");
    desk.press("2<Tab><C-a>۱۴۰۱/۰۱/۰۱<F2>")
        .assert_shows("پایان پیش از شروع است.");
    let mut desk = open();
    desk.press("1<Tab><Tab><Tab><Tab><Tab><Tab><C-a><Del><F2>");
    let Command::RecordBody { after, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(after.rules.len(), 1);
    let mut desk = open();
    desk.press("2<Tab><Tab><Tab><Tab><Tab><Tab><C-a>۸<F2>");
    let Command::RecordBody { after, .. } = desk.command() else {
        panic!()
    };
    // What has no field in the form stays as it is.
    assert_eq!((&after.rules[1].layout, after.rules[1].fee), (&layout, fee));
    let mut desk = open();
    // New ones begin as the last ones are; those that began earlier come before.
    desk.press("3<C-a>۱۴۰۱/۰۶/۰۱<F2>");
    let Command::RecordBody { after, .. } = desk.command() else {
        panic!()
    };
    let begins: Vec<_> = after.rules.iter().map(|rules| rules.from).collect();
    assert_eq!(begins, [None, Some(day(1401, 6, 1)), Some(day(1402, 1, 1))]);
    assert_eq!(after.rules[1].minutes_within_days, Some(7));
    assert_eq!((&after.rules[1].layout, after.rules[1].fee), (&layout, fee));
}
