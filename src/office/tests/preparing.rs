//! The next session, prepared from the last. Does not know how it is shown.

use super::*;
use crate::domain::preparing::FirstItems;
use crate::domain::session::AgendaKind;

#[test]
fn the_next_session_is_prepared_from_the_last_of_its_body_and_can_be_recorded() {
    let mut world = World::new();
    let body = world.body();
    let last = world.session(&body, 8);
    let other = world.body();
    world.session(&other, 12);
    let titles = FirstItems {
        approval: "تصویب".into(),
        review: "بررسی".into(),
    };
    let next = read::next_session(
        &world.office,
        &body,
        Some(day(1401, 9, 5)),
        day(1401, 9, 1),
        &titles,
    )
    .expect("readable")
    .expect("a body");
    assert_eq!(
        (next.year, next.ordinal, next.state),
        (Some(1401), Some(9), SessionState::Planned)
    );
    let kinds: Vec<_> = next.agenda.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [AgendaKind::PreviousMinutes, AgendaKind::OpenResolutions]);
    let done = world.run(Command::RecordSession {
        before: None,
        after: Box::new(next),
    });
    let made = done.session.expect("a session");
    assert_ne!(made, last);
    assert_eq!(world.view(&made).session.agenda[1].title, "بررسی");
    world.run(Command::Undo);
    assert!(
        read::session(&world.office, &made, day(1401, 9, 1))
            .expect("readable")
            .is_none()
    );
}

#[test]
fn nothing_is_prepared_for_a_body_that_is_not_there() {
    let world = World::new();
    let next = read::next_session(
        &world.office,
        &BodyId::from("none"),
        None,
        day(1401, 9, 1),
        &FirstItems::default(),
    );
    assert_eq!(next, Ok(None));
}
