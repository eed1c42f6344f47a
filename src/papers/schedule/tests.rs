//! Tests of sessions and days that are due as a schedule.

use super::*;
use crate::calendar::TimeOfDay;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{ClauseState, FollowUp, Resolution};
use crate::text::unmarked;
use crate::words::{Digits, Lang};

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::from_jalali(year, month, day).unwrap()
}

fn held() -> SessionRow {
    let item = |title: &str| AgendaItem {
        title: title.to_owned(),
        ..AgendaItem::default()
    };
    SessionRow {
        session: Session {
            id: "s1".into(),
            ordinal: Some(8),
            date: Some(day(1402, 4, 13)),
            start: TimeOfDay::new(9, 0),
            place: Some("سالن".to_owned()),
            agenda: vec![item("آب"), item("برق")],
            ..Session::default()
        },
        body: "کتاف".to_owned(),
        resolutions: 1,
        open: 1,
        overdue: 0,
        clock: None,
    }
}

fn decided(deadline: &str, status: Status) -> ResolutionRow {
    let date = Some(day(1402, 4, 13));
    ResolutionRow {
        resolution: Resolution {
            id: ResolutionId::in_session(&SessionId::from("s1"), "r1"),
            text: "گزارش داده شود.".to_owned(),
            deadline: Some(read_deadline(deadline, date)),
            responsible: vec![Responsible {
                written: "آبفا".to_owned(),
                organisation: None,
            }],
            ..Resolution::default()
        },
        session: "s1".into(),
        body: "b1".into(),
        body_name: "کتاف".to_owned(),
        session_date: date,
        session_ordinal: Some(8),
        session_year: Some(1402),
        session_after: crate::domain::deadline::DaysAfter::default(),
        status,
        due: None,
        first_due: None,
        overdue: false,
        missed: 0,
        warnings: Vec::new(),
        came_about: crate::office::query::CameAbout::default(),
    }
}

fn made(rows: &[ResolutionRow], today: Day) -> Vec<Task> {
    let words = Words::new(Lang::Fa, Digits::Persian);
    schedule(&words, &[held()], rows, today, Moment::UNIX_EPOCH).tasks
}

#[test]
fn a_session_is_a_meeting_with_its_agenda() {
    let words = Words::new(Lang::Fa, Digits::Persian);
    let mut undated = held();
    undated.session.date = None;
    let schedule = schedule(
        &words,
        &[held(), undated],
        &[],
        day(1402, 5, 1),
        Moment::UNIX_EPOCH,
    );
    let [meeting] = schedule.meetings.as_slice() else {
        panic!("{:?}", schedule.meetings);
    };
    assert_eq!(meeting.uid, "s1@dabir");
    assert_eq!(unmarked(&meeting.summary), "هشتمین جلسه کتاف");
    assert_eq!(unmarked(&meeting.description), "دستور کار:\n۱. آب\n۲. برق");
}

#[test]
fn what_is_due_is_a_task_and_what_is_done_is_a_done_one() {
    let today = day(1402, 5, 1);
    let mut done = decided("ده روز", Status::Done);
    done.resolution.status = Status::Done;
    let rows = [
        decided("ده روز", Status::Open),
        done,
        decided("ده روز", Status::Cancelled),
        decided("مستمر", Status::Open),
    ];
    let tasks = made(&rows, today);
    assert_eq!(
        tasks.iter().map(|task| task.done).collect::<Vec<_>>(),
        [false, true]
    );
    assert!(tasks.iter().all(|task| task.due == day(1402, 4, 23)));
    assert_eq!(tasks[0].uid, "s1/r1@dabir");
    assert_eq!(unmarked(&tasks[0].summary), "مهلت: گزارش داده شود.");
    assert_eq!(
        unmarked(&tasks[0].description),
        "گزارش داده شود.\nمسئول: آبفا\nمهلت اقدام: ده روز\nمصوبه هشتمین جلسه کتاف"
    );
}

#[test]
fn a_recurring_deadline_is_days_of_two_years_each_with_its_own_uid() {
    let mut row = decided("سه ماه یکبار", Status::Open);
    row.resolution.follow_ups.push(FollowUp {
        date: Some(day(1402, 7, 1)),
        ..FollowUp::default()
    });
    let tasks = made(&[row], day(1402, 11, 1));
    let told: Vec<(String, bool)> = tasks
        .iter()
        .map(|task| (task.due.to_string(), task.done))
        .collect();
    let wanted = [
        ("1402/07/13", true),
        ("1402/10/13", false),
        ("1403/01/13", false),
        ("1403/04/13", false),
        ("1403/07/13", false),
        ("1403/10/13", false),
    ];
    assert_eq!(told, wanted.map(|(due, done)| (due.to_owned(), done)));
    assert_eq!(tasks[1].uid, "s1/r1/2024-01-03@dabir");
}

#[test]
fn a_clause_with_its_own_deadline_is_a_task_of_its_own() {
    let mut row = decided("ده روز", Status::Open);
    row.resolution.text = "مقرر شد:\nالف) فهرست تهیه شود.\nب) نتیجه اعلام شود.".to_owned();
    let state = ClauseState {
        deadline: Some(read_deadline("یک ماه", row.session_date)),
        status: Status::Done,
        ..ClauseState::default()
    };
    row.resolution.clauses.insert("الف".to_owned(), state);
    let tasks = made(&[row], day(1402, 5, 1));
    assert_eq!(tasks.len(), 2);
    assert_eq!(tasks[1].uid, "s1/r1/الف@dabir");
    assert_eq!(unmarked(&tasks[1].summary), "مهلت: بند الف: فهرست تهیه شود.");
    assert!(tasks[1].done && tasks[1].due == day(1402, 5, 13));
}

#[test]
fn long_wordings_are_shortened_between_words() {
    let short = shortened(&"واژه ".repeat(40));
    assert!(short.chars().count() <= MOST_LETTERS + 1 && short.ends_with("واژه…"));
    assert_eq!(shortened("یک\nدو"), "یک دو");
}
