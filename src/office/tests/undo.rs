//! Undo, redo and the history. Does not know how it is shown.

use super::*;
use crate::domain::body::RollCall;
use crate::domain::resolution::{ClauseState, Extension};

#[test]
fn undo_takes_back_one_change_after_the_other_and_redo_brings_them_back() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    world.resolution(&session, "یک", None);
    world.resolution(&session, "دو", None);
    world.run(Command::Undo);
    assert_eq!(world.texts(&session), ["یک"]);
    world.run(Command::Undo);
    assert_eq!(world.texts(&session), Vec::<String>::new());
    let done = world.run(Command::Redo);
    assert_eq!(
        (done.about.as_deref(), done.session.as_ref()),
        (Some("record_resolution"), Some(&session))
    );
    world.run(Command::Redo);
    assert_eq!(world.texts(&session), ["یک", "دو"]);
    assert_eq!(world.refused(Command::Redo), Refusal::NothingToUndo);
    world.run(Command::Undo);
    world.resolution(&session, "سه", None);
    assert_eq!(
        world.refused(Command::Redo),
        Refusal::NothingToUndo,
        "a new change ends what can be brought back"
    );
    world.run(Command::Undo);
    world.run(Command::Undo);
    assert_eq!(
        world.texts(&session),
        Vec::<String>::new(),
        "what was taken back before is passed over"
    );
}

#[test]
fn what_another_one_has_built_on_is_not_taken_away_below_it() {
    let mut world = World::new();
    let body = world.body();
    let after = Seat {
        body,
        name: "فرمانداری".into(),
        ..Seat::default()
    };
    let seated = world.try_by("other", Command::RecordSeat { before: None, after });
    assert!(seated.is_ok(), "{seated:?}");
    assert_eq!(world.refused(Command::Undo), Refusal::ChangedSince);
    assert!(world.try_by("other", Command::Undo).is_ok());
    world.run(Command::Undo);
}

#[test]
fn nobody_takes_back_what_another_one_did_or_what_was_changed_since() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let id = world.resolution(&session, "یک", None);
    assert_eq!(
        world.try_by("other", Command::Undo),
        Err(Refusal::NothingToUndo.into())
    );
    let follow_up = FollowUp {
        text: "پاسخ رسید".into(),
        ..FollowUp::default()
    };
    world
        .try_by(
            "other",
            Command::AddFollowUp {
                resolution: id,
                follow_up,
            },
        )
        .expect("a follow-up");
    assert_eq!(world.refused(Command::Undo), Refusal::ChangedSince);
}

#[test]
fn the_journal_says_who_did_what_newest_first() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    world.resolution(&session, "یک", None);
    world.run(Command::Undo);
    let names: Vec<_> = read::history(&world.office, 3)
        .expect("history")
        .into_iter()
        .map(|r| (r.entry, r.command))
        .collect();
    assert_eq!(
        names,
        [
            (4, "undo".into()),
            (3, "record_resolution".into()),
            (2, "record_session".into())
        ]
    );
    drop(world.folder);
}

/// The commands of a meeting, each with an office in which it can be carried out.
fn commands_of_a_meeting(world: &mut World) -> Vec<Command> {
    let body = world.body();
    let seats = world.seats(&body, 2);
    world.change_body(&body, |body| body.roll_call = RollCall::Present);
    let earlier = world.session_on(&body, 1, day(1401, 3, 1));
    let followed = world.resolution(&earlier, "از پیش", None);
    let session = world.session_on(&body, 2, day(1401, 4, 1));
    world.note(&session, "نخست", None);
    let note = world.note(&session, "دوم", None);
    let text = "الف) یک. ب) دو.";
    let id = world.resolution(&session, text, Some(1));
    let next = world.resolution(&session, "سه", Some(2));
    let (first, second) = (world.stored(&id), world.stored(&next));
    let done = ClauseState {
        status: Status::Done,
        ..ClauseState::default()
    };
    let extension = Extension {
        deadline: read_deadline("یک ماه", None),
        granted_on: None,
        by: None,
        letter: None,
    };
    let mark = Attendance {
        seat: seats[0].clone(),
        status: Presence::Excused,
        ..Attendance::default()
    };
    vec![
        Command::SetState {
            session: session.clone(),
            state: SessionState::Running,
        },
        Command::OpenRoll(session.clone()),
        Command::Tick {
            session: session.clone(),
            marks: vec![mark],
        },
        Command::MoveNote { note, places: -1 },
        Command::SplitResolution {
            before: Box::new(first.clone()),
            at_byte: text.find("ب)").expect("a clause"),
        },
        Command::MergeResolutions {
            first: Box::new(first),
            second: Box::new(second),
        },
        Command::CopyResolution {
            from: followed.clone(),
            session: session.clone(),
            written: "ردیف ۱".into(),
        },
        Command::SetClause {
            resolution: id.clone(),
            letter: "ب".into(),
            before: ClauseState::default(),
            after: done,
        },
        Command::SetStatus {
            resolutions: vec![followed, id.clone()],
            status: Status::Done,
        },
        Command::ExtendDeadline {
            resolution: id,
            clause: None,
            extension,
        },
        Command::RecordNotification {
            session,
            notified: Some(day(1401, 4, 3)),
        },
    ]
}

#[test]
fn every_command_of_a_meeting_is_one_change_taken_back_and_brought_back_whole() {
    let mut world = World::new();
    for command in commands_of_a_meeting(&mut world) {
        let name = format!("{command:?}");
        let before = world.archive();
        let done = world.run(command);
        assert!(done.entry.is_some(), "{name} changes something");
        let after = world.archive();
        assert_ne!(before, after, "{name}");
        let undone = world.run(Command::Undo);
        assert_eq!(world.archive(), before, "{name}");
        world.run(Command::Redo);
        assert_eq!(world.archive(), after, "{name}");
        assert!(undone.about.is_some(), "{name}");
        world.run(Command::Undo);
    }
}
