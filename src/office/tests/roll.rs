//! The roll call. Does not know how it is shown.

use super::*;

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
