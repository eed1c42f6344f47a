//! What happens while a session meets, by its keys: it begins, has breaks, people come and go, items come to a result,
//! some of it is confidential.

use super::closing::read_anew;
use super::desk::Desk;
use super::fixture;
use crate::app::Effect;
use crate::calendar::TimeOfDay;
use crate::domain::attachment::{AttachedTo, Attachment};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::session::{ItemResult, ItemTime, Session, SessionState};
use crate::domain::stretch::TimeStretch;
use crate::office::command::Command;
use crate::office::query::{LastAway, SessionView};

fn at(hour: u8, minute: u8) -> TimeOfDay {
    TimeOfDay::new(hour, minute).unwrap()
}

/// Session eight on a tab of it, as the test wants it; it is half past nine.
fn desk(tab: &str, change: impl FnOnce(&mut SessionView)) -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down>").press(tab);
    read_anew(&mut desk, change);
    desk.left_over();
    desk
}

fn meets_today(view: &mut SessionView) {
    view.session.state = SessionState::Running;
    view.session.date = Some(fixture::today());
}

fn planned_today(view: &mut SessionView) {
    view.session.state = SessionState::Planned;
    view.session.date = Some(fixture::today());
}

fn breaks(desk: &mut Desk) -> Vec<TimeStretch> {
    match desk.command() {
        Command::RecordBreaks { after, .. } => after,
        other => panic!("breaks were expected: {other:?}"),
    }
}

fn commands(desk: &mut Desk) -> Vec<Command> {
    let done = desk.left_over().into_iter().filter_map(|effect| match effect {
        Effect::Do { command, .. } => Some(command),
        _ => None,
    });
    done.collect()
}

fn session_after(desk: &mut Desk) -> Session {
    match desk.command() {
        Command::RecordSession { after, .. } => *after,
        other => panic!("a session was expected: {other:?}"),
    }
}

fn mark(desk: &mut Desk) -> Attendance {
    match desk.command() {
        Command::Tick { mut marks, .. } if marks.len() == 1 => marks.remove(0),
        other => panic!("one tick was expected: {other:?}"),
    }
}

#[test]
fn a_break_takes_two_keys() {
    for tab in ["1", "2", "3", "4", "5"] {
        let mut desk = desk(tab, meets_today);
        desk.press(";");
        let begun = breaks(&mut desk);
        assert_eq!(begun, [TimeStretch::begun(at(9, 30))], "tab {tab}");
        read_anew(&mut desk, |view| {
            meets_today(view);
            view.session.breaks = vec![TimeStretch::begun(at(9, 15))];
        });
        desk.assert_shows("تنفس از ۰۹:۱۵").press("ک");
        let ended = TimeStretch {
            from: at(9, 15),
            until: Some(at(9, 30)),
        };
        assert_eq!(breaks(&mut desk), [ended]);
    }
}

#[test]
fn breaks_of_another_day_are_written_down_and_a_wrong_one_is_said() {
    let mut desk = desk("1", |_| {});
    desk.press(";۱۰:۰۰-۱۰:۱۵، ۱۱:۳۰ تا ۱۱:۴۰<Enter>");
    let written = breaks(&mut desk);
    let first = TimeStretch {
        from: at(10, 0),
        until: Some(at(10, 15)),
    };
    assert_eq!((written.len(), written[0]), (2, first));
    let mut desk = self::desk("1", |_| {});
    desk.press(";۱۰:۳۰-۱۰:۱۵<Enter>")
        .assert_nothing_changed()
        .assert_shows("به‌ترتیب");
}

#[test]
fn a_seat_comes_and_goes_as_often_as_it_does() {
    let mut desk = desk("3", meets_today);
    desk.press("o");
    let gone = mark(&mut desk);
    assert_eq!(gone.departed, Some(at(9, 30)));
    let left = Attendance {
        departed: Some(at(9, 10)),
        ..gone
    };
    read_anew(&mut desk, |view| {
        meets_today(view);
        view.roll[0].attendance = left;
    });
    desk.press("d");
    let back = mark(&mut desk);
    assert_eq!(back.departed, Some(at(9, 10)));
    assert_eq!(back.again, [TimeStretch::begun(at(9, 30))]);
    read_anew(&mut desk, |view| {
        meets_today(view);
        view.roll[0].attendance = Attendance {
            again: vec![TimeStretch::begun(at(9, 20))],
            ..back
        };
    });
    desk.assert_shows("بازگشت ۰۹:۲۰").press("o");
    let gone_again = mark(&mut desk);
    assert_eq!(gone_again.again[0].until, Some(at(9, 30)));
}

#[test]
fn the_first_tick_of_the_day_begins_the_session_by_one_key() {
    let mut desk = desk("3", planned_today);
    desk.press("p").assert_nothing_changed();
    desk.assert_shows("جلسه شروع شود").press("<Enter>");
    let done = commands(&mut desk);
    let begin = Command::SetState {
        session: fixture::session_id(8),
        state: SessionState::Running,
    };
    assert_eq!(done[0], begin);
    assert!(matches!(&done[1], Command::Tick { marks, .. } if marks[0].status == Presence::Present));
    assert_eq!(done.len(), 2);
}

#[test]
fn who_does_not_begin_it_is_not_asked_again() {
    let mut desk = desk("3", planned_today);
    desk.press("p<Down><Enter>");
    assert_eq!(mark(&mut desk).status, Presence::Present);
    desk.done();
    read_anew(&mut desk, planned_today);
    desk.press("a");
    assert_eq!(mark(&mut desk).status, Presence::Absent);
}

#[test]
fn the_first_note_of_the_day_has_its_time() {
    let mut desk = desk("4", planned_today);
    desk.press("a<Enter>").assert_shows("۰۹:۳۰");
    assert_eq!(commands(&mut desk).len(), 1);
}

#[test]
fn a_session_of_another_day_is_ticked_without_a_question() {
    let mut desk = desk("3", |view| view.session.state = SessionState::Planned);
    desk.press("p");
    assert_eq!(mark(&mut desk).status, Presence::Present);
}

#[test]
fn an_item_comes_to_a_result_by_two_keys() {
    let mut desk = desk("2<Down>", |_| {});
    desk.press("s3");
    let after = session_after(&mut desk);
    assert_eq!(after.agenda[1].result, Some(ItemResult::Postponed));
    read_anew(&mut desk, |view| {
        view.session.agenda[1].result = Some(ItemResult::Postponed);
    });
    desk.assert_shows("به جلسه بعد موکول شد");
}

#[test]
fn an_item_that_takes_longer_than_planned_and_who_was_there_are_shown() {
    let mut desk = desk("2", |view| {
        meets_today(view);
        view.session.item_times = vec![ItemTime {
            item: 2,
            stretch: TimeStretch::begun(at(9, 5)),
        }];
        view.session.agenda[1].planned_minutes = Some(10);
    });
    desk.assert_shows("۲۵ از ۱۰");
    desk.press("<Down>").assert_shows("۲ عضو حاضر بودند");
}

#[test]
fn what_is_confidential_and_what_is_for_the_secretary_alone_is_said_by_one_key() {
    let mut desk = desk("2<Down>", |_| {});
    desk.press("'");
    assert!(session_after(&mut desk).agenda[1].confidential);
    let mut desk = self::desk("5", |_| {});
    desk.press("گ");
    match desk.command() {
        Command::RecordResolution { after, .. } => assert!(after.confidential),
        other => panic!("{other:?}"),
    }
    let mut desk = self::desk("4", |_| {});
    desk.press("'");
    match desk.command() {
        Command::RecordNote { after, .. } => assert!(after.private),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_item_is_put_on_every_agenda_of_the_body_and_taken_off() {
    let mut desk = desk("2<Down>", |_| {});
    desk.press("t");
    let Command::RecordBody { after, .. } = desk.command() else {
        panic!("a body was expected");
    };
    assert_eq!(after.standing_items[0].title, "آبیاری قطره‌ای در دشت بالا");
    read_anew(&mut desk, |view| view.body = after);
    desk.assert_shows("همیشگی").press("t");
    assert!(matches!(desk.command(), Command::RecordBody { after, .. } if after.standing_items.is_empty()));
}

#[test]
fn the_absence_that_is_ticked_counts_in_the_warning_beside_it() {
    let mut desk = desk("3", |view| view.roll[2].attendance.status = Presence::Absent);
    desk.assert_shows("غیبت ۳ از ۳");
    read_anew(&mut desk, |_| {});
    desk.assert_shows("غیبت ۲ از ۳");
}

fn planned_later(view: &mut SessionView) {
    view.session.state = SessionState::Planned;
    view.session.date = Some(fixture::day(1402, 3, 1));
    for row in &mut view.roll {
        row.attendance.status = Presence::Unticked;
        row.attendance.representative = None;
    }
}

#[test]
fn before_its_day_the_keys_of_the_roll_record_what_was_answered_to_the_invitation() {
    let mut desk = desk("3'", planned_later);
    desk.assert_shows("پاسخ دعوت‌شدگان");
    let answered = |desk: &mut Desk| match desk.command() {
        Command::RecordAnswers { mut answers, .. } if answers.len() == 1 => answers.remove(0),
        other => panic!("an answer was expected: {other:?}"),
    };
    desk.press("p");
    let (seat, answer) = answered(&mut desk);
    assert_eq!(seat.as_str(), "seat1");
    assert_eq!(answer.map(|answer| answer.coming), Some(Presence::Present));
    desk.done();
    read_anew(&mut desk, planned_later);
    desk.press("kهما<Enter>");
    let (seat, answer) = answered(&mut desk);
    let answer = answer.unwrap();
    assert_eq!((seat.as_str(), answer.coming), ("seat2", Presence::Represented));
    let mut desk = self::desk("3'", |view| {
        planned_later(view);
        view.session.answers = [("seat1".into(), answer)].into();
    });
    desk.assert_shows("پاسخ: نماینده می‌فرستد").assert_shows("هما");
    desk.press("d")
        .assert_nothing_changed()
        .assert_shows("پاسخ دعوت‌شدگان");
}

#[test]
fn a_file_is_named_by_a_key_and_a_path_and_taken_off_by_its_name() {
    let mut desk = desk("5", |_| {});
    desk.press("+").assert_shows("نشانی پرونده");
    desk.press("<Enter>").assert_shows("نشانی پرونده را بنویسید.");
    desk.press("/tmp/map.pdf<Enter>");
    let (to, file) = match desk.command() {
        Command::Attach { to, file, most_bytes } => {
            assert_eq!(most_bytes, 20 * 1024 * 1024);
            (to, file)
        }
        other => panic!("a file was expected: {other:?}"),
    };
    assert_eq!(to, AttachedTo::Resolution("s8/r1".into()));
    assert_eq!(file, std::path::Path::new("/tmp/map.pdf"));
    let map = Attachment {
        name: "map.pdf".into(),
        bytes: 2048,
        sha256: "ab".repeat(32),
        named_only: false,
    };
    desk.done();
    read_anew(&mut desk, |view| {
        view.resolutions[0].resolution.attachments = vec![map.clone()];
    });
    desk.left_over();
    desk.press("+").assert_shows("۲ کیلوبایت");
    desk.press("<Down><Enter>");
    match desk.command() {
        Command::Detach { from, attachment } => assert_eq!((from, attachment), (to, map)),
        other => panic!("a file was expected: {other:?}"),
    }
}

#[test]
fn the_last_reason_of_a_representative_is_offered_and_taken_by_one_key_alone() {
    let with_reason = |view: &mut SessionView| {
        view.roll[0].last = Some(LastAway {
            representative: None,
            reason: Some("مأموریت تهران".into()),
        });
        view.roll[0].attendance.reason = None;
        view.roll[0].attendance.representative = None;
    };
    let mut left = desk("3", with_reason);
    left.press("k<Tab><Tab>").assert_shows("مأموریت تهران");
    left.press("<F2>");
    assert_eq!(mark(&mut left).reason, None, "nothing is taken by itself");
    let mut taken = desk("3", with_reason);
    taken.press("k<Tab><Tab><Left><F2>");
    assert_eq!(mark(&mut taken).reason.as_deref(), Some("مأموریت تهران"));
}

#[test]
fn a_resolution_goes_to_another_session_by_a_key_and_a_choice() {
    let mut desk = desk("5", |_| {});
    desk.press("-")
        .assert_shows("به کدام جلسه برود؟")
        .press("<Enter>");
    match desk.command() {
        Command::MoveToSession { resolution, session } => {
            assert_eq!(resolution.as_str(), "s8/r1");
            assert_ne!(session.as_str(), "s8");
        }
        other => panic!("a move was expected: {other:?}"),
    }
}
