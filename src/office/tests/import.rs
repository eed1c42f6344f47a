//! Minutes and archives taken in. Does not know how it is shown.

use super::*;
use crate::domain::reading_profile::{ColumnMeaning, ReadingProfile};
use crate::office::learnt::put_on;

pub(super) fn imported() -> ImportedSession {
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
    assert!(view.session.guests.is_empty(), "and its second name is no guest");
    let organisations = read::organisations(&world.office).expect("organisations");
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
    world.run(Command::Remove(Removal::Session(session.clone())));
    let left = stored_archive::whole_archive(&world.office).expect("an archive");
    assert!(left.sessions.is_empty() && left.notes.is_empty() && left.resolutions.is_empty());
    assert!(left.attendance.is_empty() && left.sources.is_empty());
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
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

#[test]
fn the_review_of_earlier_resolutions_is_known_by_its_title_when_it_is_taken_in() {
    use crate::domain::session::AgendaKind;
    let agenda = ["بررسي مصوبات جلسه قبل", "آب دشت بالا"]
        .map(str::to_owned)
        .to_vec();
    let read = crate::exchange::ReadMinutes {
        agenda,
        ..Default::default()
    };
    let taken = crate::office::imported::prepare(read, Default::default(), Source::default());
    let kinds: Vec<AgendaKind> = taken.session.agenda.iter().map(|item| item.kind).collect();
    assert_eq!(kinds, [AgendaKind::OpenResolutions, AgendaKind::Ordinary]);
}

#[test]
fn a_list_of_members_is_one_change_and_is_taken_back_whole() {
    use crate::exchange::members_csv::read_members;
    use crate::office::command::ImportedMembers;
    let mut world = World::new();
    let empty = world.archive();
    let lines: String = (1..=40)
        .map(|at| format!("اداره شماره {at},نام {at},مدیر\n"))
        .collect();
    let list = read_members(&format!("دستگاه,نام و تخلص,پست سازمانی\n{lines}")).expect("a list");
    let import = || {
        Command::ImportMembers(Box::new(ImportedMembers {
            lines: list.lines.clone(),
            of_members: list.of_members,
            body_name: Some("کمیته آب".into()),
        }))
    };
    let done = world.run(import());
    assert_eq!(done.created.len(), 40 + 40 + 1);
    let seats = read::bodies(&world.office).expect("bodies").remove(0).1;
    assert!(
        seats
            .iter()
            .all(|seat| seat.holders[0].post.as_deref() == Some("مدیر"))
    );
    assert_eq!(world.run(import()).entry, None, "and again nothing changes");
    world.run(Command::Undo);
    assert_eq!(world.archive(), empty);
}

#[test]
fn what_was_said_of_a_bodys_minutes_is_kept_with_it_used_the_next_time_and_taken_back_with_the_session() {
    let mut world = World::new();
    let first = world.run(Command::ImportSession(Box::new(imported())));
    let view = world.view(&first.session.expect("a session"));
    let (body, seat) = (view.body.clone(), view.roll[0].seat.clone());
    let organisation = read::organisations(&world.office).expect("organisations")[0].clone();
    let mut learnt = ReadingProfile::default();
    learnt.say_column("بر دوش", ColumnMeaning::Responsible);
    learnt.say_seat("جناب نماینده محترم", seat.id.clone());
    let read = || ImportedSession {
        session: Session {
            ordinal: Some(4),
            ..imported().session
        },
        attendance: vec![(
            "جناب نماینده محترم".into(),
            Attendance {
                status: Presence::Present,
                ..Attendance::default()
            },
        )],
        learnt: learnt.clone(),
        other_names: vec![("مرجع یاریگر".into(), organisation.id.clone())],
        source: Source {
            sha256: "def".into(),
            ..imported().source
        },
        ..imported()
    };
    let told = || {
        let mut session = read();
        put_on(&mut session, &learnt, std::slice::from_ref(&seat));
        session
    };
    let before = world.archive();
    let second = world.run(Command::ImportSession(Box::new(told())));
    let view = world.view(&second.session.expect("a session"));
    assert_eq!(*view.body.reading, learnt);
    assert_eq!(view.roll.len(), 2, "the name is that of a seat, not a guest");
    assert!(
        view.roll
            .iter()
            .any(|row| row.seat.id == seat.id && row.attendance.status == Presence::Present)
    );
    assert!(view.session.guests.is_empty());
    let known = read::organisations(&world.office).expect("organisations");
    let aliases = known
        .into_iter()
        .find(|one| one.id == organisation.id)
        .map(|one| one.aliases);
    assert_eq!(aliases, Some(vec!["مرجع یاریگر".to_owned()]));
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
    world.run(Command::Redo);
    let bodies = read::bodies(&world.office).expect("bodies");
    assert_eq!(*bodies[0].0.reading, learnt);
    assert_eq!(bodies[0].0.id, body.id);
}

#[test]
fn a_deadline_in_words_of_an_office_means_what_was_said_and_stays_written() {
    let mut session = imported();
    session.resolutions[0].deadline = Some(read_deadline("تا گشایش", session.session.date));
    let mut profile = ReadingProfile::default();
    profile.say_deadline("تا گشايش", "یک ماه");
    put_on(&mut session, &profile, &[]);
    let deadline = session.resolutions[0].deadline.clone().expect("a deadline");
    assert_eq!(deadline.written, "تا گشایش");
    assert_eq!(
        deadline.due(
            session.session.date,
            crate::domain::deadline::DaysAfter::default(),
            &[]
        ),
        Some(day(1401, 4, 10))
    );
}
