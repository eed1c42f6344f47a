//! Notes, their order, their speakers, and the resolutions made from them. Does not know how they are shown.

use super::*;
use crate::domain::seat::Holder;
use crate::domain::session::Guest;
use crate::office::query::KnownAs;

impl World {
    pub(super) fn note(&mut self, session: &SessionId, text: &str, speaker: Option<&str>) -> NoteId {
        let after = Note {
            id: NoteId::in_session(session, ""),
            text: text.into(),
            speaker: speaker.map(str::to_owned),
            ..Note::default()
        };
        match self
            .run(Command::RecordNote { before: None, after })
            .created
            .as_slice()
        {
            [Created::Note(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }
}

fn from_note(session: &SessionId, note: &NoteId) -> Command {
    Command::RecordResolution {
        before: None,
        after: Box::new(Resolution {
            id: ResolutionId::in_session(session, ""),
            text: "متن".into(),
            from_note: Some(note.clone()),
            ..Resolution::default()
        }),
    }
}

#[test]
fn a_note_moves_among_the_notes_of_its_session_and_back() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    world.note(&session, "یک", None);
    world.note(&session, "دو", None);
    let third = world.note(&session, "سه", None);
    let texts = |world: &World| -> Vec<String> {
        let notes = world.view(&session).notes;
        notes.into_iter().map(|n| n.text).collect()
    };
    world.run(Command::MoveNote {
        note: third,
        places: -9,
    });
    assert_eq!(texts(&world), ["سه", "یک", "دو"]);
    world.run(Command::Undo);
    assert_eq!(texts(&world), ["یک", "دو", "سه"]);
    let gone = NoteId::in_session(&session, "none");
    assert_eq!(
        world.refused(Command::MoveNote {
            note: gone.clone(),
            places: 1
        }),
        Refusal::NoSuchRecord(gone.to_string())
    );
}

#[test]
fn a_resolution_and_the_note_it_was_made_from_know_each_other() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let note = world.note(&session, "سخن", None);
    world.run(from_note(&session, &note));
    let view = world.view(&session);
    let resolution = &view.resolutions[0].resolution;
    assert_eq!(view.note_of(resolution).map(|n| &n.id), Some(&note));
    let made: Vec<_> = view
        .made_from(&note)
        .map(|row| row.resolution.id.clone())
        .collect();
    assert_eq!(made.as_slice(), std::slice::from_ref(&resolution.id));
    world.run(Command::RemoveNote(note.clone()));
    assert_eq!(world.view(&session).resolutions[0].resolution.from_note, None);
    world.run(Command::Undo);
    assert_eq!(world.view(&session).made_from(&note).count(), 1);
}

#[test]
fn a_note_of_another_session_or_none_makes_no_resolution() {
    let mut world = World::new();
    let body = world.body();
    let session = world.session(&body, 8);
    let other = world.session(&body, 9);
    let note = world.note(&other, "سخن", None);
    for note in [note, NoteId::in_session(&session, "none")] {
        let refusal = world.refused(from_note(&session, &note));
        assert_eq!(refusal, Refusal::NoSuchRecord(note.to_string()));
    }
}

#[test]
fn the_voices_are_those_in_the_seats_then_guests_then_earlier_speakers_each_once() {
    let mut world = World::new();
    let body = world.body();
    let seat = Seat {
        body: body.clone(),
        name: "شرکت آب".into(),
        order: 1,
        holders: vec![Holder {
            name: "لیلا صبوری".into(),
            post: Some("مدیرعامل".into()),
            ..Holder::default()
        }],
        ..Seat::default()
    };
    world.run(Command::RecordSeat {
        before: None,
        after: seat,
    });
    let earlier = world.session_on(&body, 1, day(1401, 3, 1));
    world.note(&earlier, "سخن", Some("هوشنگ باغبان"));
    world.note(&earlier, "سخن دیگر", Some("لیلا صبوری، مدیرعامل شرکت آب"));
    let session = world.session_on(&body, 2, day(1401, 4, 1));
    let before = world.view(&session).session;
    let mut after = before.clone();
    after.guests.push(Guest {
        name: "پیمان آذری".into(),
        post: None,
    });
    world.run(Command::RecordSession {
        before: Some(Box::new(before)),
        after: Box::new(after),
    });
    let answer = world
        .office
        .read(&Query::Voices(session), day(1401, 9, 1))
        .expect("readable");
    let Answer::Voices(voices) = answer else {
        panic!("{answer:?}")
    };
    let written: Vec<String> = voices.iter().map(|v| v.written()).collect();
    assert_eq!(
        written,
        ["لیلا صبوری، مدیرعامل شرکت آب", "پیمان آذری", "هوشنگ باغبان"]
    );
    assert!(matches!(&voices[0].known, KnownAs::Seat { name, .. } if name == "شرکت آب"));
    assert_eq!(
        (&voices[1].known, &voices[2].known),
        (&KnownAs::Guest, &KnownAs::Earlier)
    );
}
