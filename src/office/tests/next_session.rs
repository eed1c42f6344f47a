//! What waits for the next session of its body: due when that is planned, moved with it, and the same for everybody who
//! asks.

use super::*;
use crate::office::query::ResolutionRow;

fn another_body(world: &mut World) -> BodyId {
    let after = Body {
        name: "شورای دیگر".into(),
        ..Body::default()
    };
    let made = world.run(Command::RecordBody { before: None, after });
    match made.created.as_slice() {
        [Created::Body(id)] => id.clone(),
        other => panic!("{other:?}"),
    }
}

/// A resolution of the session that waits for the next one.
fn waiting(world: &mut World, session: &SessionId, written: &str) -> ResolutionId {
    let id = world.resolution(session, "گزارش داده شود.", None);
    let before = world.stored(&id);
    let after = Resolution {
        deadline: Some(read_deadline(written, Some(day(1401, 6, 1)))),
        ..before.clone()
    };
    world.run(Command::RecordResolution {
        before: Some(Box::new(before)),
        after: Box::new(after),
    });
    id
}

/// As the session's page, the open list (by way of the index, where there is one) and a list by ids have it.
fn row(world: &World, id: &ResolutionId, today: Day) -> ResolutionRow {
    let view = read::session(&world.office, &id.session(), today);
    let view = view.expect("readable").expect("a session");
    let mut row = view
        .resolutions
        .iter()
        .find(|row| row.resolution.id == *id)
        .expect("a row")
        .clone();
    row.warnings.clear();
    let asked = Query::ResolutionsOf(vec![id.clone()]);
    let Ok(Answer::ResolutionsOf(mut by_id)) = world.office.read(&asked, today) else {
        panic!("readable");
    };
    let every = Filter::parse("").expect("a filter");
    let listed = read::resolutions(&world.office, &every, true, today).expect("readable");
    by_id.extend(listed.into_iter().filter(|row| row.resolution.id == *id));
    for mut other in by_id {
        other.warnings.clear();
        assert_eq!(other, row);
    }
    row
}

#[test]
fn it_is_due_on_the_day_of_the_session_that_is_planned_next() {
    for with_index in [false, true] {
        let mut world = World::new();
        let (body, other) = (world.body(), another_body(&mut world));
        let session = world.session_on(&body, 8, day(1401, 6, 1));
        let id = waiting(&mut world, &session, "تا جلسه آینده");
        if with_index {
            world.office.make_index();
        }
        let today = day(1401, 6, 2);
        world.session_on(&other, 1, day(1401, 6, 20));
        assert_eq!(row(&world, &id, today).due, None, "with index: {with_index}");
        world.session_on(&body, 10, day(1401, 7, 20));
        assert_eq!(row(&world, &id, today).due, Some(day(1401, 7, 20)));
        let nearer = world.session_on(&body, 9, day(1401, 6, 25));
        assert_eq!(row(&world, &id, today).due, Some(day(1401, 6, 25)));
        assert!(!row(&world, &id, day(1401, 6, 25)).overdue);
        assert!(row(&world, &id, day(1401, 6, 26)).overdue);
        // It is put off.
        let before = world.view(&nearer).session;
        let after = Session {
            date: Some(day(1401, 7, 5)),
            ..before.clone()
        };
        world.run(Command::RecordSession {
            before: Some(Box::new(before)),
            after: Box::new(after),
        });
        assert_eq!(row(&world, &id, today).due, Some(day(1401, 7, 5)));
        let due_soon = Filter::parse("مهلت<1401/07/06").expect("a filter");
        let found = read::resolutions(&world.office, &due_soon, true, today).expect("readable");
        assert_eq!(found.len(), 1, "with index: {with_index}");
    }
}
