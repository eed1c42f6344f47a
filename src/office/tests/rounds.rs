//! Recurring deadlines: answers move the day on, reminders do not, and everybody who asks sees the same day.

use super::*;
use crate::calendar::Holidays;
use crate::domain::resolution::{ClauseState, FollowUpKind, Status};
use crate::office::lookup::document::document;
use crate::office::query::ResolutionRow;

/// A resolution of 1401/06/01 that is to be answered every month, and its id.
fn monthly(world: &mut World) -> ResolutionId {
    let body = world.body();
    let session = world.session_on(&body, 8, day(1401, 6, 1));
    let after = Resolution {
        id: ResolutionId::in_session(&session, ""),
        text: "الف) تراز اعلام شود. ب) گزارش داده شود.".into(),
        deadline: Some(read_deadline("ماهانه", Some(day(1401, 6, 1)))),
        ..Resolution::default()
    };
    let made = world.run(Command::RecordResolution {
        before: None,
        after: Box::new(after),
    });
    match made.created.as_slice() {
        [Created::Resolution(id)] => id.clone(),
        other => panic!("{other:?}"),
    }
}

fn follow_up(world: &mut World, id: &ResolutionId, date: Day, change: impl FnOnce(&mut FollowUp)) {
    let mut follow_up = FollowUp {
        date: Some(date),
        text: "متن".into(),
        ..FollowUp::default()
    };
    change(&mut follow_up);
    world.run(Command::AddFollowUp {
        resolution: id.clone(),
        follow_up,
    });
}

/// As the session, the open list and the index have it; they must agree.
fn row(world: &World, id: &ResolutionId, today: Day) -> ResolutionRow {
    let view = read::session(&world.office, &id.session(), today);
    let view = view.expect("readable").expect("a session");
    let row = view.resolutions[0].clone();
    let every = Filter::parse("").expect("a filter");
    let listed = read::resolutions(&world.office, &every, row.status == Status::Open, today);
    let mut listed = listed.expect("readable");
    listed[0].warnings = row.warnings.clone();
    assert_eq!(listed[0], row);
    let document = document(
        &view.session,
        row.session_after,
        &row.resolution,
        &Holidays::built_in(),
    );
    assert_eq!((document.due, document.status), (row.due, row.status));
    let is_late = document.late_from.is_some_and(|from| from <= today);
    assert_eq!(is_late && row.status == Status::Open, row.overdue);
    row
}

#[test]
fn an_answer_moves_the_day_on_and_leaves_the_resolution_open() {
    let mut world = World::new();
    let id = monthly(&mut world);
    let today = day(1401, 9, 10);
    let before = row(&world, &id, today);
    assert_eq!((before.due, before.missed), (Some(day(1401, 7, 1)), 3));
    assert!(before.overdue);
    follow_up(&mut world, &id, day(1401, 9, 5), |f| {
        f.kind = FollowUpKind::Reminder
    });
    assert_eq!(row(&world, &id, today).due, Some(day(1401, 7, 1)));
    follow_up(&mut world, &id, day(1401, 7, 1), |_| {});
    let once = row(&world, &id, today);
    assert_eq!((once.due, once.missed), (Some(day(1401, 8, 1)), 2));
    follow_up(&mut world, &id, day(1401, 9, 10), |_| {});
    let late = row(&world, &id, today);
    assert_eq!((late.due, late.missed), (Some(day(1401, 10, 1)), 0));
    assert_eq!((late.status, late.overdue), (Status::Open, false));
    // The day of a round is not late, the next one is.
    assert!(!row(&world, &id, day(1401, 10, 1)).overdue);
    assert_eq!(row(&world, &id, day(1401, 10, 2)).missed, 1);
}

#[test]
fn the_answer_of_one_clause_is_none_of_the_others() {
    let mut world = World::new();
    let id = monthly(&mut world);
    for letter in ["الف", "ب"] {
        world.run(Command::SetClause {
            resolution: id.clone(),
            letter: letter.into(),
            before: ClauseState::default(),
            after: ClauseState {
                deadline: Some(read_deadline("فصلی", Some(day(1401, 6, 1)))),
                ..ClauseState::default()
            },
        });
    }
    let today = day(1401, 9, 10);
    follow_up(&mut world, &id, day(1401, 9, 5), |_| {});
    assert_eq!(row(&world, &id, today).due, Some(day(1401, 10, 1)));
    let until = |world: &World| {
        let resolution = world.stored(&id);
        let days = resolution.to_be_met().filter_map(|granted| {
            granted.due(
                Some(day(1401, 6, 1)),
                crate::domain::deadline::DaysAfter::default(),
            )
        });
        days.collect::<Vec<Day>>()
    };
    let quarter = day(1401, 12, 1);
    assert_eq!(until(&world), [day(1401, 10, 1), quarter, quarter]);
    follow_up(&mut world, &id, day(1401, 12, 5), |f| {
        f.clause = Some("الف".into())
    });
    assert_eq!(until(&world), [day(1401, 10, 1), day(1402, 3, 1), quarter]);
}

#[test]
fn what_is_done_comes_round_no_more() {
    let mut world = World::new();
    let id = monthly(&mut world);
    let today = day(1401, 9, 10);
    follow_up(&mut world, &id, day(1401, 7, 20), |f| {
        f.status = Some(Status::Done)
    });
    let done = row(&world, &id, today);
    assert_eq!((done.status, done.overdue, done.missed), (Status::Done, false, 0));
    let (rounds, _) = done.rounds(today, usize::MAX);
    assert_eq!(rounds.len(), 1, "only the one that was answered: {rounds:?}");
}

#[test]
fn days_of_delay_count_from_the_first_deadline() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session_on(&body, 8, day(1401, 6, 1));
    let id = world.resolution(&session, "متن", None);
    let before = world.stored(&id);
    world.run(Command::RecordResolution {
        before: Some(Box::new(before.clone())),
        after: Box::new(Resolution {
            deadline: Some(read_deadline("ده روز", Some(day(1401, 6, 1)))),
            ..before
        }),
    });
    let granted_on = Some(day(1401, 6, 10));
    world.run(Command::ExtendDeadline {
        resolution: id.clone(),
        clause: None,
        extension: crate::domain::resolution::Extension {
            deadline: read_deadline("ده روز", granted_on),
            granted_on,
            by: Some("استاندار".into()),
            letter: None,
        },
    });
    let in_time = row(&world, &id, day(1401, 6, 20));
    assert_eq!((in_time.overdue, in_time.days_late(day(1401, 6, 20))), (false, 0));
    let late = row(&world, &id, day(1401, 6, 21));
    assert_eq!((late.overdue, late.days_late(day(1401, 6, 21))), (true, 10));
}
