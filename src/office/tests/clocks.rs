//! The legal clocks of sessions, by the rules of their days. Does not know how they are shown.

use super::*;
use crate::domain::clocks::{ClockKind, ClockState};

#[test]
fn a_session_goes_by_the_rules_of_its_own_day() {
    let mut world = World::new();
    let body = world.body();
    let within = |from, days| Rules {
        from,
        minutes_within_days: Some(days),
        ..Rules::default()
    };
    world.change_body(&body, |body| {
        body.rules = vec![within(None, 15), within(Some(day(1401, 7, 1)), 7)];
    });
    let older = world.session_on(&body, 1, day(1401, 6, 30));
    let newer = world.session_on(&body, 2, day(1401, 7, 1));
    let clocks = |world: &World, today| {
        let rows = read::sessions(&world.office, today).expect("readable");
        let clock = |id: &SessionId| {
            let row = rows.iter().find(|row| row.session.id == *id).expect("a row");
            row.clock.map(|clock| (clock.kind, clock.state))
        };
        [clock(&older), clock(&newer)]
    };
    let minutes = |state| Some((ClockKind::Minutes, state));
    assert_eq!(
        clocks(&world, day(1401, 7, 10)),
        [minutes(ClockState::Running(4)), minutes(ClockState::Late(2))]
    );
    world.run(Command::RecordNotification {
        session: newer.clone(),
        notified: Some(day(1401, 7, 11)),
    });
    assert_eq!(clocks(&world, day(1401, 7, 12))[1], None);
}
