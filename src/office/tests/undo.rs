//! Undo, redo and the history. Does not know how it is shown.

use super::*;

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
    let names: Vec<_> = read::history(&world.store, 3)
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
