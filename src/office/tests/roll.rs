//! The roll call. Does not know how it is shown.

use super::*;
use crate::domain::absence::Absences;
use crate::domain::attendance::Representative;
use crate::domain::body::RollCall;
use crate::office::command::Notice;

#[test]
fn ticking_counts_for_the_quorum_and_unticking_takes_the_record_away() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    for order in 1..=4 {
        let after = Seat {
            body: body.clone(),
            name: format!("دستگاه {order}"),
            order,
            ..Seat::default()
        };
        world.run(Command::RecordSeat { before: None, after });
    }
    let late = Seat {
        body: body.clone(),
        name: "تازه".into(),
        order: 5,
        from: Some(day(1402, 1, 1)),
        ..Seat::default()
    };
    world.run(Command::RecordSeat {
        before: None,
        after: late,
    });
    let view = world.view(&session);
    assert_eq!(
        (view.tally.seats, view.quorum),
        (4, Some(3)),
        "only the seats of the session's day count"
    );
    let mark = |status| Attendance {
        seat: view.roll[0].seat.id.clone(),
        status,
        ..Attendance::default()
    };
    world.run(Command::Tick {
        session: session.clone(),
        marks: vec![mark(Presence::Video)],
    });
    assert_eq!(world.view(&session).tally.counting(), 1);
    world.run(Command::Tick {
        session: session.clone(),
        marks: vec![mark(Presence::Unticked)],
    });
    assert_eq!(world.view(&session).tally.unticked(), 4);
}

#[test]
fn a_session_that_begins_makes_everybody_present_where_that_is_the_custom() {
    let mut world = World::new();
    let body = world.body();
    world.seats(&body, 3);
    let session = world.session(&body, 8);
    world.go(&session, SessionState::Running);
    assert_eq!(
        world.view(&session).tally.unticked(),
        3,
        "the custom is to tick nobody"
    );
    world.go(&session, SessionState::Planned);
    world.change_body(&body, |body| body.roll_call = RollCall::Present);
    world.go(&session, SessionState::Running);
    assert_eq!(world.view(&session).tally.present, 3);
    world.run(Command::Undo);
    assert_eq!(
        world.view(&session).tally.unticked(),
        3,
        "one change, one step back"
    );
    assert_eq!(world.view(&session).session.state, SessionState::Planned);
}

#[test]
fn a_roll_that_was_begun_is_not_filled_up_by_the_custom() {
    let mut world = World::new();
    let body = world.body();
    let seats = world.seats(&body, 3);
    world.change_body(&body, |body| body.roll_call = RollCall::Present);
    let session = world.session(&body, 8);
    world.tick(&session, &seats[1], Presence::Absent);
    world.go(&session, SessionState::Running);
    assert_eq!(world.view(&session).tally.unticked(), 2);
    world.tick(&session, &seats[1], Presence::Unticked);
    world.run(Command::OpenRoll(session.clone()));
    assert_eq!(world.view(&session).tally.present, 3);
    assert_eq!(
        world.run(Command::OpenRoll(session)).entry,
        None,
        "nothing to change any more"
    );
}

#[test]
fn the_last_representative_and_the_last_reason_are_remembered_for_each_seat() {
    let mut world = World::new();
    let body = world.body();
    let seats = world.seats(&body, 2);
    let representative = |name: &str| Representative {
        name: Some(name.into()),
        post: Some("معاون".into()),
    };
    for (ordinal, name, reason) in [(1, "پیمان آذری", Some("مأموریت")), (2, "لیلا صبوری", None)]
    {
        let session = world.session_on(&body, ordinal, day(1401, 3, ordinal as u8));
        let mark = Attendance {
            seat: seats[0].clone(),
            status: Presence::Represented,
            representative: Some(representative(name)),
            reason: reason.map(str::to_owned),
            ..Attendance::default()
        };
        world.run(Command::Tick {
            session,
            marks: vec![mark],
        });
    }
    let later = world.session_on(&body, 4, day(1401, 5, 1));
    world.tick(&later, &seats[0], Presence::Present);
    let session = world.session_on(&body, 3, day(1401, 4, 1));
    let roll = world.view(&session).roll;
    let last = roll[0].last.clone().expect("somebody stood in");
    assert_eq!(last.representative, Some(representative("لیلا صبوری")));
    assert_eq!(last.reason.as_deref(), Some("مأموریت"));
    assert_eq!(roll[1].last, None);
}

#[test]
fn unexcused_absences_are_counted_in_held_sessions_before_this_one_while_the_seat_was_there() {
    let mut world = World::new();
    let body = world.body();
    world.change_body(&body, |body| {
        body.rules = vec![Rules {
            absences_in_a_row: Some(3),
            absences_in_a_year: Some(6),
            ..Rules::default()
        }];
    });
    let seats = world.seats(&body, 2);
    let past = [
        (1, 1400, Presence::Absent),
        (2, 1401, Presence::Present),
        (3, 1401, Presence::Absent),
        (4, 1401, Presence::Absent),
    ];
    for (ordinal, year, presence) in past {
        let session = world.session_on(&body, ordinal, day(year, ordinal as u8, 1));
        world.tick(&session, &seats[0], presence);
        world.tick(&session, &seats[1], Presence::Present);
    }
    let planned = world.session_on(&body, 5, day(1401, 5, 1));
    world.tick(&planned, &seats[0], Presence::Absent);
    world.go(&planned, SessionState::Planned);
    let session = world.session_on(&body, 6, day(1401, 6, 1));
    let later = world.session_on(&body, 7, day(1401, 7, 1));
    world.tick(&later, &seats[0], Presence::Absent);
    let roll = world.view(&session).roll;
    let expected = Absences {
        in_a_row: 2,
        in_year: 2,
        limit_in_a_row: Some(3),
        limit_in_year: Some(6),
    };
    assert_eq!(
        roll[0].absences, expected,
        "neither the planned nor the later one counts"
    );
    assert!(roll[0].absences.next_reaches_limit());
    assert!(!roll[1].absences.next_reaches_limit());
}

#[test]
fn a_running_session_without_its_quorum_is_told_so_and_takes_the_resolution() {
    let mut world = World::new();
    let body = world.body();
    let seats = world.seats(&body, 4);
    let session = world.session(&body, 8);
    let decide = |world: &mut World| {
        let after = Resolution {
            id: ResolutionId::in_session(&session, ""),
            text: "متن".into(),
            ..Resolution::default()
        };
        world.run(Command::RecordResolution {
            before: None,
            after: Box::new(after),
        })
    };
    assert_eq!(
        decide(&mut world).notices,
        [],
        "a draft is typed after the session"
    );
    world.go(&session, SessionState::Running);
    world.tick(&session, &seats[0], Presence::Present);
    let told = decide(&mut world);
    assert_eq!(
        told.notices,
        [Notice::QuorumNotMet {
            present: 1,
            needed: 3
        }]
    );
    assert!(told.entry.is_some());
    for seat in &seats[1..] {
        world.tick(&session, seat, Presence::Video);
    }
    assert_eq!(decide(&mut world).notices, []);
}
