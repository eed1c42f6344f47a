//! What final minutes still take. Does not know how it is shown.

use super::*;
use crate::domain::correction::{Corrected, Correction};
use crate::domain::ids::CorrectionId;
use crate::domain::resolution::{ClauseState, Extension};
use crate::domain::session::Signing;
use crate::domain::verification::Agreement;

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
        world.refused(Command::Remove(Removal::Session(session.clone()))),
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

pub(super) fn finalise(session: &SessionId) -> Command {
    Command::Finalise {
        session: session.clone(),
        signing: Signing {
            chair: "مهرداد کیانی".into(),
            secretary: "سارا نوبخت".into(),
            date: day(1401, 9, 1),
        },
    }
}

pub(super) fn correction(about: Corrected) -> Correction {
    Correction {
        id: CorrectionId::default(),
        number: 0,
        date: day(1401, 9, 5),
        by: Some("سارا نوبخت".into()),
        about,
        was: "ده روز".into(),
        shall_be: "پانزده روز".into(),
        changes: Vec::new(),
        version: 1,
        reason: "اشتباه در تایپ".into(),
        extra: Default::default(),
    }
}

pub(super) fn correct(session: &SessionId, correction: Correction) -> Command {
    Command::RecordCorrection {
        session: session.clone(),
        correction,
    }
}

/// A session with a bit of everything, its note and its resolution.
pub(super) fn whole_session(world: &mut World) -> (SessionId, SeatId, NoteId, ResolutionId) {
    let body = world.body();
    let seat = world.seats(&body, 1).remove(0);
    let session = world.session(&body, 8);
    world.tick(&session, &seat, Presence::Present);
    let note = world.note(&session, "سخن", None);
    let resolution = world.resolution(&session, "الف) یک. ب) دو.", Some(1));
    world.resolution(&session, "دومی", Some(2));
    (session, seat, note, resolution)
}

#[test]
fn signed_minutes_have_a_code_that_agrees_and_undo_does_not_take_the_signature_back() {
    let mut world = World::new();
    let (session, ..) = whole_session(&mut world);
    let mut nobody = finalise(&session);
    if let Command::Finalise { signing, .. } = &mut nobody {
        signing.chair = " ".into();
    }
    assert_eq!(world.refused(nobody), Refusal::FieldIsEmpty("name"));
    world.run(finalise(&session));
    let view = world.view(&session);
    assert_eq!(view.session.state, SessionState::Final);
    assert_eq!(
        view.session.signing.map(|s| s.chair).as_deref(),
        Some("مهرداد کیانی")
    );
    let code = view.code.expect("a code");
    assert_eq!((code.code.len(), code.agreement), (14, Agreement::Agrees));
    assert_eq!(world.refused(finalise(&session)), Refusal::SessionIsFinal);
    let signed = world.archive();
    assert_eq!(world.refused(Command::Undo), Refusal::SignatureStays);
    assert_eq!(world.archive(), signed);
}

#[test]
fn no_command_changes_what_final_minutes_say() {
    let mut world = World::new();
    let (session, seat, note, id) = whole_session(&mut world);
    let view = world.view(&session);
    let second = view.resolutions[1].resolution.clone();
    let first = view.resolutions[0].resolution.clone();
    world.run(finalise(&session));
    let head = world.view(&session).session;
    let signed = world.archive();
    let mark = Attendance {
        seat,
        status: Presence::Absent,
        ..Attendance::default()
    };
    let with_an_organisation = ClauseState {
        responsible: vec![Responsible::default()],
        ..ClauseState::default()
    };
    let commands = [
        Command::RecordSession {
            before: Some(Box::new(head.clone())),
            after: Box::new(Session {
                place: Some("دیگر".into()),
                ..head
            }),
        },
        Command::Remove(Removal::Session(session.clone())),
        Command::Tick {
            session: session.clone(),
            marks: vec![mark],
        },
        Command::OpenRoll(session.clone()),
        Command::RecordNote {
            before: Some(view.notes[0].clone()),
            after: Note {
                text: "دیگر".into(),
                ..view.notes[0].clone()
            },
        },
        Command::MoveNote {
            note: note.clone(),
            places: 1,
        },
        Command::RemoveNote(note),
        Command::RecordResolution {
            before: Some(Box::new(first.clone())),
            after: Box::new(Resolution {
                text: "دیگر".into(),
                ..first.clone()
            }),
        },
        Command::RemoveResolution(id.clone()),
        Command::MoveResolution {
            resolution: id.clone(),
            places: 1,
        },
        Command::SplitResolution {
            before: Box::new(first.clone()),
            at_byte: first.text.find("ب)").expect("a clause"),
        },
        Command::MergeResolutions {
            first: Box::new(first),
            second: Box::new(second),
        },
        Command::CopyResolution {
            from: id.clone(),
            session: session.clone(),
            written: String::new(),
        },
        Command::SetClause {
            resolution: id,
            letter: "الف".into(),
            before: ClauseState::default(),
            after: with_an_organisation,
        },
        Command::Renumber(session.clone()),
        finalise(&session),
    ];
    for command in commands {
        let name = format!("{command:?}");
        assert_eq!(world.refused(command), Refusal::SessionIsFinal, "{name}");
    }
    let back = Command::SetState {
        session,
        state: SessionState::Running,
    };
    assert_eq!(world.refused(back), Refusal::StateNotReachable);
    assert_eq!(world.archive(), signed);
}

#[test]
fn what_comes_of_the_resolutions_is_taken_and_the_code_goes_on_to_agree() {
    let mut world = World::new();
    let (session, _, _, id) = whole_session(&mut world);
    world.run(finalise(&session));
    let follow_up = FollowUp {
        clause: Some("الف".into()),
        text: "انجام شد".into(),
        status: Some(Status::Done),
        ..FollowUp::default()
    };
    let extension = Extension {
        deadline: read_deadline("یک ماه", None),
        granted_on: None,
        by: None,
        letter: None,
    };
    let commands = [
        Command::AddFollowUp {
            resolution: id.clone(),
            follow_up,
        },
        Command::SetStatus {
            resolutions: vec![id.clone()],
            status: Status::Cancelled,
        },
        Command::ExtendDeadline {
            resolution: id,
            clause: Some("ب".into()),
            extension,
        },
        Command::RecordNotification {
            session: session.clone(),
            notified: Some(day(1401, 9, 10)),
        },
    ];
    for command in commands {
        assert!(world.run(command).entry.is_some());
    }
    let view = world.view(&session);
    assert_eq!(view.code.map(|c| c.agreement), Some(Agreement::Agrees));
    assert_eq!(view.session.notified, Some(day(1401, 9, 10)));
}

#[test]
fn undo_does_not_reach_behind_a_signing() {
    let mut world = World::new();
    let (session, ..) = whole_session(&mut world);
    world.try_by("other", finalise(&session)).expect("signed");
    assert_eq!(world.refused(Command::Undo), Refusal::SessionIsFinal);
}

#[test]
fn corrections_are_numbered_beside_the_minutes_which_stay_byte_for_byte() {
    let mut world = World::new();
    let (session, seat, note, id) = whole_session(&mut world);
    let too_early = correct(&session, correction(Corrected::Session));
    assert_eq!(world.refused(too_early), Refusal::SessionIsNotFinal);
    world.run(finalise(&session));
    let kept = |world: &World| {
        let key = format!("{session}/1");
        let raw = world
            .office
            .store()
            .get_raw(crate::store::Tree::SignedMinutes, &key);
        raw.expect("readable").map(|raw| raw.get().to_owned())
    };
    let signed = kept(&world);
    assert!(signed.is_some());
    let all = [
        Corrected::Resolution(id.clone()),
        Corrected::Note(note),
        Corrected::Attendance(seat),
        Corrected::Session,
    ];
    for about in all.clone() {
        let done = world.run(correct(&session, correction(about)));
        assert!(matches!(done.created.as_slice(), [Created::Correction(_)]));
    }
    assert_eq!(kept(&world), signed);
    let view = world.view(&session);
    let found: Vec<_> = view
        .corrections
        .iter()
        .map(|c| (c.number, c.about.clone()))
        .collect();
    assert_eq!(found, (1..).zip(all).collect::<Vec<_>>());
    assert_eq!(view.code.map(|c| c.agreement), Some(Agreement::Agrees));
    world.run(Command::Undo);
    assert_eq!(world.view(&session).corrections.len(), 3);
    assert!(world.office.store().check().expect("readable").is_sound());
}

#[test]
fn a_correction_says_something_about_a_record_of_its_session() {
    let mut world = World::new();
    let (session, ..) = whole_session(&mut world);
    let (_, seat, note, id) = whole_session(&mut world);
    world.run(finalise(&session));
    let strangers = [
        (Corrected::Resolution(id.clone()), id.to_string()),
        (Corrected::Note(note.clone()), note.to_string()),
        (Corrected::Attendance(seat.clone()), format!("{session}/{seat}")),
    ];
    for (about, key) in strangers {
        let refusal = world.refused(correct(&session, correction(about)));
        assert_eq!(refusal, Refusal::NoSuchRecord(key));
    }
    let mut empty = correction(Corrected::Session);
    (empty.was, empty.shall_be) = (" ".into(), String::new());
    assert_eq!(
        world.refused(correct(&session, empty)),
        Refusal::FieldIsEmpty("text")
    );
    let mut groundless = correction(Corrected::Session);
    groundless.reason = String::new();
    assert_eq!(
        world.refused(correct(&session, groundless)),
        Refusal::FieldIsEmpty("reason")
    );
}

#[test]
fn minutes_that_were_corrected_stay_signed() {
    let mut world = World::new();
    let (session, ..) = whole_session(&mut world);
    world.run(finalise(&session));
    let by_another = correct(&session, correction(Corrected::Session));
    world.try_by("other", by_another).expect("a correction");
    assert_eq!(world.refused(Command::Undo), Refusal::SignatureStays);
}

#[test]
fn an_archive_with_codes_corrections_and_longer_times_comes_back_the_same() {
    let mut world = World::new();
    let (session, _, _, id) = whole_session(&mut world);
    assert_eq!(
        stored_archive::whole_archive(&world.office)
            .expect("an archive")
            .version,
        1,
        "an earlier program can read it"
    );
    world.run(finalise(&session));
    world.run(correct(&session, correction(Corrected::Resolution(id.clone()))));
    world.run(Command::ExtendDeadline {
        resolution: id,
        clause: None,
        extension: Extension {
            deadline: read_deadline("یک ماه", None),
            granted_on: Some(day(1401, 9, 20)),
            by: None,
            letter: Some("۱۲".into()),
        },
    });
    let archive = world.archive();
    let read = read_archive(&archive).expect("readable");
    assert_eq!((read.version, read.corrections.len()), (3, 1));
    let mut other = World::new();
    other.run(Command::ImportArchive(Box::new(read.clone())));
    assert_eq!(other.archive(), archive);
    let view = other.view(&session);
    assert_eq!(view.code.map(|c| c.agreement), Some(Agreement::Agrees));
    assert_eq!(view.corrections.len(), 1);
    let mut added = read;
    let mut note = added.notes[0].clone();
    note.id = NoteId::in_session(&session, "slipped-in");
    added.notes.push(note);
    assert_eq!(
        other.refused(Command::ImportArchive(Box::new(added))),
        Refusal::SessionIsFinal,
        "an archive adds nothing to final minutes"
    );
}

#[test]
fn minutes_changed_behind_the_office_no_longer_agree_with_their_code() {
    let mut world = World::new();
    let (session, ..) = whole_session(&mut world);
    world.run(finalise(&session));
    let mut archive = read_archive(&world.archive()).expect("readable");
    archive.notes[0].text = "سخنی که گفته نشد".into();
    let mut other = World::new();
    other.run(Command::ImportArchive(Box::new(archive)));
    let code = other.view(&session).code.expect("a code");
    assert_eq!(code.agreement, Agreement::Differs);
    let found: Vec<_> = code
        .differences
        .iter()
        .map(|one| (one.field, &one.first, &one.second))
        .collect();
    let [signed, now] = ["سخن", "سخنی که گفته نشد"].map(|words| vec![words.to_owned()]);
    assert_eq!(found, [("note", &signed, &now)]);
}
