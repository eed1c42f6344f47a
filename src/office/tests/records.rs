//! Records, their order and what a form may do to them. Does not know how it is shown.

use super::*;

#[test]
fn what_is_recorded_is_read_back_in_its_order() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    world.resolution(&session, "یک", Some(1));
    world.resolution(&session, "دو", Some(2));
    let third = world.resolution(&session, "سه", None);
    world.run(Command::MoveResolution {
        resolution: third,
        places: -2,
    });
    assert_eq!(world.texts(&session), ["سه", "یک", "دو"]);
    world.run(Command::Renumber(session.clone()));
    let rows: Vec<_> = world
        .view(&session)
        .resolutions
        .iter()
        .map(|r| r.resolution.row)
        .collect();
    assert_eq!(rows, [Some(1), Some(2), Some(3)]);
}

#[test]
fn a_form_that_saw_an_older_record_is_refused() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let id = world.resolution(&session, "یک", None);
    let seen = world.view(&session).resolutions[0].resolution.clone();
    let edited = |text: &str| Command::RecordResolution {
        before: Some(Box::new(seen.clone())),
        after: Box::new(Resolution {
            id: id.clone(),
            text: text.into(),
            ..seen.clone()
        }),
    };
    world.run(edited("دو"));
    assert_eq!(world.refused(edited("سه")), Refusal::RecordIsStale);
    assert_eq!(world.texts(&session), ["دو"]);
}

#[test]
fn empty_words_taken_rows_and_taken_ordinals_are_refused() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    world.resolution(&session, "یک", Some(4));
    let again = |text: &str| Command::RecordResolution {
        before: None,
        after: Box::new(Resolution {
            id: ResolutionId::in_session(&session, ""),
            row: Some(4),
            text: text.into(),
            ..Resolution::default()
        }),
    };
    assert_eq!(world.refused(again("  ")), Refusal::FieldIsEmpty("text"));
    assert_eq!(world.refused(again("دو")), Refusal::RowIsTaken(4));
    let twin = Session {
        body,
        year: Some(1401),
        ordinal: Some(8),
        ..Session::default()
    };
    let refusal = world.refused(Command::RecordSession {
        before: None,
        after: Box::new(twin),
    });
    assert_eq!(refusal, Refusal::OrdinalIsTaken { ordinal: 8, session });
}

#[test]
fn open_resolutions_come_most_pressing_first_with_their_due_days() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    for (row, deadline) in [
        (1, "حداکثر شش ماه"),
        (2, "در اسرع وقت"),
        (3, "ده روز"),
        (4, "یک روز"),
    ] {
        let after = Resolution {
            id: ResolutionId::in_session(&session, ""),
            row: Some(row),
            text: format!("متن {row}"),
            deadline: Some(read_deadline(deadline, Some(day(1401, 8, 28)))),
            ..Resolution::default()
        };
        world.run(Command::RecordResolution {
            before: None,
            after: Box::new(after),
        });
    }
    let today = day(1401, 9, 1);
    let rows = read::resolutions(&world.office, &Filter::default(), true, today).expect("rows");
    let found: Vec<_> = rows
        .iter()
        .map(|r| (r.resolution.row, r.due, r.overdue))
        .collect();
    let expected = [
        (Some(4), Some(day(1401, 8, 29)), true),
        (Some(3), Some(day(1401, 9, 8)), false),
        (Some(1), Some(day(1402, 2, 28)), false),
        (Some(2), None, false),
    ];
    assert_eq!(found, expected);
}
