//! The office over a real store in a folder of its own.

use super::command::{Command, Created, Done, Failure, ImportedSession, Refusal};
use super::query::SessionView;
use super::{execute, import, read};
use crate::calendar::{Day, Moment};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::{Body, Quorum, Rules};
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{FollowUp, Resolution, Responsible, Status};
use crate::domain::seat::Seat;
use crate::domain::session::{Note, Session, SessionState, Source};
use crate::exchange::archive::{read_archive, write_archive};
use crate::search::Filter;
use crate::store::Store;
use tempfile::TempDir;

struct World {
    folder: TempDir,
    store: Store,
    ids: u32,
    seconds: i64,
}

impl World {
    fn new() -> World {
        let folder = TempDir::new().expect("a folder");
        let (store, _) = Store::open(&folder.path().join("store")).expect("a store");
        World {
            folder,
            store,
            ids: 0,
            seconds: 0,
        }
    }

    fn try_by(&mut self, actor: &str, command: Command) -> Result<Done, Failure> {
        self.seconds += 1;
        let now = Moment::from_timestamp(1_700_000_000 + self.seconds, 0).expect("a moment");
        let ids = &mut self.ids;
        let mut fresh = || {
            *ids += 1;
            format!("x{ids}")
        };
        execute(&self.store, actor, command, now, &mut fresh)
    }

    fn run(&mut self, command: Command) -> Done {
        self.try_by("secretary", command)
            .expect("the command is carried out")
    }

    fn refused(&mut self, command: Command) -> Refusal {
        match self.try_by("secretary", command) {
            Err(Failure::Refused(refusal)) => refusal,
            other => panic!("expected a refusal, got {other:?}"),
        }
    }

    fn body(&mut self) -> BodyId {
        let quorum = Rules {
            quorum: Some(Quorum::MoreThan { of: 1, parts: 2 }),
            ..Rules::default()
        };
        let after = Body {
            name: "کمیته آزمون".into(),
            rules: vec![quorum],
            ..Body::default()
        };
        match self
            .run(Command::RecordBody { before: None, after })
            .created
            .as_slice()
        {
            [Created::Body(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn session(&mut self, body: &BodyId, ordinal: u32) -> SessionId {
        let after = Session {
            body: body.clone(),
            year: Some(1401),
            ordinal: Some(ordinal),
            date: Some(day(1401, 8, 28)),
            ..Session::default()
        };
        match self
            .run(Command::RecordSession {
                before: None,
                after: Box::new(after),
            })
            .created
            .as_slice()
        {
            [Created::Session(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn resolution(&mut self, session: &SessionId, text: &str, row: Option<u32>) -> ResolutionId {
        let after = Resolution {
            id: ResolutionId::in_session(session, ""),
            row,
            text: text.into(),
            ..Resolution::default()
        };
        match self
            .run(Command::RecordResolution {
                before: None,
                after: Box::new(after),
            })
            .created
            .as_slice()
        {
            [Created::Resolution(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn view(&self, session: &SessionId) -> SessionView {
        *Box::new(
            read::session(&self.store, session, day(1401, 9, 1))
                .expect("readable")
                .expect("a session"),
        )
    }

    fn texts(&self, session: &SessionId) -> Vec<String> {
        self.view(session)
            .resolutions
            .into_iter()
            .map(|r| r.resolution.text)
            .collect()
    }

    fn archive(&self) -> Vec<u8> {
        write_archive(&import::whole_archive(&self.store).expect("an archive"))
    }
}

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::from_jalali(year, month, day).expect("a day")
}

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
    let rows = read::resolutions(&world.store, &Filter::default(), true, today).expect("rows");
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

fn imported() -> ImportedSession {
    let mark = |status| Attendance {
        status,
        ..Attendance::default()
    };
    let responsible = |written: &str| Responsible {
        written: written.into(),
        organisation: None,
    };
    ImportedSession {
        body_name: "کارگروه نمونه استان".into(),
        session: Session {
            year: Some(1401),
            ordinal: Some(3),
            date: Some(day(1401, 3, 10)),
            ..Session::default()
        },
        notes: vec![Note {
            text: "سخن نخست".into(),
            ..Note::default()
        }],
        attendance: vec![
            ("مدیر کل بهزیستی استان".into(), mark(Presence::Present)),
            ("اداره کل راه و شهرسازی".into(), mark(Presence::Absent)),
            ("بهزیستی".into(), mark(Presence::Video)),
        ],
        resolutions: vec![Resolution {
            row: Some(1),
            text: "متن".into(),
            responsible: vec![
                responsible("اداره کل بهزیستی استان"),
                responsible("بهزيستي"),
                responsible("کلیه دستگاه‌ها"),
            ],
            ..Resolution::default()
        }],
        source: Source {
            sha256: "abc".into(),
            name: "a.txt".into(),
            text: "همه".into(),
            ..Source::default()
        },
        ..ImportedSession::default()
    }
}

#[test]
fn an_imported_session_brings_its_body_seats_and_organisations_and_is_taken_once() {
    let mut world = World::new();
    let done = world.run(Command::ImportSession(Box::new(imported())));
    let session = done.session.expect("a session");
    let view = world.view(&session);
    assert_eq!(view.body.name, "کارگروه نمونه استان");
    assert_eq!(view.roll.len(), 2, "two names of one organisation are one seat");
    assert_eq!(
        view.session.guests.len(),
        1,
        "and the second one from a seat is not lost"
    );
    let organisations = read::organisations(&world.store).expect("organisations");
    let named: Vec<_> = organisations.iter().map(|o| (o.name.as_str(), o.class)).collect();
    assert_eq!(
        named,
        [("اداره کل بهزیستی استان", false), ("کلیه دستگاه‌ها", true)]
    );
    let before = world.archive();
    let again = world.refused(Command::ImportSession(Box::new(imported())));
    assert_eq!(again, Refusal::AlreadyImported(session));
    assert_eq!(world.archive(), before);
}

#[test]
fn an_archive_taken_into_an_empty_office_gives_the_same_archive() {
    let mut world = World::new();
    world.run(Command::ImportSession(Box::new(imported())));
    let archive = world.archive();
    let mut other = World::new();
    other.run(Command::ImportArchive(Box::new(
        read_archive(&archive).expect("readable"),
    )));
    assert_eq!(other.archive(), archive);
    let again = other.run(Command::ImportArchive(Box::new(
        read_archive(&archive).expect("readable"),
    )));
    assert_eq!(again.entry, None, "taking it again changes nothing");
    let mut changed = read_archive(&archive).expect("readable");
    changed.bodies[0].name = "نام دیگر".into();
    let id = changed.bodies[0].id.to_string();
    assert_eq!(
        other.refused(Command::ImportArchive(Box::new(changed))),
        Refusal::IdIsTaken(id)
    );
}

#[test]
fn a_removed_session_takes_everything_in_it_along_and_comes_back_whole() {
    let mut world = World::new();
    let done = world.run(Command::ImportSession(Box::new(imported())));
    let session = done.session.expect("a session");
    let before = world.archive();
    world.run(Command::RemoveSession(session.clone()));
    let left = import::whole_archive(&world.store).expect("an archive");
    assert!(left.sessions.is_empty() && left.notes.is_empty() && left.resolutions.is_empty());
    assert!(left.attendance.is_empty() && left.sources.is_empty());
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
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

#[test]
fn a_known_alias_links_a_responsible_organisation_that_was_typed() {
    let mut world = World::new();
    let after = Organisation {
        name: "اداره کل صنعت، معدن و تجارت".into(),
        aliases: vec!["صمت".into()],
        ..Organisation::default()
    };
    world.run(Command::RecordOrganisation { before: None, after });
    let body = world.body();
    let session = world.session(&body, 8);
    let responsible = ["صمت", "ناشناخته"]
        .map(|w| Responsible {
            written: w.into(),
            organisation: None,
        })
        .to_vec();
    let after = Resolution {
        id: ResolutionId::in_session(&session, ""),
        text: "متن".into(),
        responsible,
        ..Resolution::default()
    };
    world.run(Command::RecordResolution {
        before: None,
        after: Box::new(after),
    });
    let found = &world.view(&session).resolutions[0].resolution.responsible;
    assert!(found[0].organisation.is_some() && found[1].organisation.is_none());
}
