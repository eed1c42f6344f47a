//! What final minutes still take. Does not know how it is shown.

use super::*;

#[test]
fn final_minutes_take_follow_ups_and_nothing_else() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let id = world.resolution(&session, "یک", None);
    world.run(Command::SetState {
        session: session.clone(),
        state: SessionState::Final,
    });
    assert_eq!(
        world.refused(Command::RemoveResolution(id.clone())),
        Refusal::SessionIsFinal
    );
    assert_eq!(
        world.refused(Command::RemoveSession(session.clone())),
        Refusal::SessionIsFinal
    );
    assert_eq!(
        world.refused(Command::Tick {
            session: session.clone(),
            marks: vec![]
        }),
        Refusal::SessionIsFinal
    );
    let note = Note {
        id: NoteId::in_session(&session, ""),
        text: "سخن".into(),
        ..Note::default()
    };
    assert_eq!(
        world.refused(Command::RecordNote {
            before: None,
            after: note
        }),
        Refusal::SessionIsFinal
    );
    let back = Command::SetState {
        session: session.clone(),
        state: SessionState::Draft,
    };
    assert_eq!(world.refused(back), Refusal::StateNotReachable);
    let follow_up = FollowUp {
        text: "انجام شد".into(),
        status: Some(Status::Done),
        ..FollowUp::default()
    };
    world.run(Command::AddFollowUp {
        resolution: id,
        follow_up,
    });
    assert_eq!(world.view(&session).resolutions[0].status, Status::Done);
}
