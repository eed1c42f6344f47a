//! Signed minutes stay what was signed, whatever changes around them, until they are opened again. Does not know how it
//! is shown.

use super::final_minutes::{correct, correction, finalise, whole_session};
use super::*;
use crate::domain::correction::{Corrected, CorrectedField, Correction, FieldChange, NotCorrectable};
use crate::domain::seat::Holder;
use crate::domain::signed_minutes::Reopening;
use crate::domain::verification::{Agreement, Verification};
use crate::exchange::archive::Archive;
use crate::office::report;

pub(super) fn reopen(session: &SessionId) -> Command {
    Command::Reopen {
        session: session.clone(),
        reopening: Reopening {
            by: "سارا نوبخت".into(),
            date: day(1401, 9, 6),
            reason: "نام یک عضو جا افتاده است".into(),
        },
    }
}

pub(super) fn change_seat(world: &mut World, id: &SeatId, change: impl FnOnce(&mut Seat)) {
    let bodies = read::bodies(&world.office).expect("readable");
    let mut seats = bodies.into_iter().flat_map(|(_, seats)| seats);
    let before = seats.find(|seat| seat.id == *id).expect("a seat");
    let mut after = before.clone();
    change(&mut after);
    world.run(Command::RecordSeat {
        before: Some(before),
        after,
    });
}

pub(super) fn holder(name: &str) -> Holder {
    Holder {
        name: name.into(),
        post: Some("مدیرکل".into()),
        from: None,
        until: None,
        namesake: None,
    }
}

/// Everything around signed minutes is changed: holder, name and days of a seat, a new seat, the body and its rules.
fn change_all_around(world: &mut World, session: &SessionId, seat: &SeatId) {
    change_seat(world, seat, |seat| {
        seat.name = "دستگاه دیگر".into();
        seat.order = 9;
        seat.until = Some(day(1400, 1, 1));
        seat.holders = vec![holder("بهمن راستین")];
    });
    let body = world.view(session).session.body;
    world.seats(&body, 3);
    world.change_body(&body, |body| {
        body.name = "شورای دیگر".into();
        body.rules = vec![Rules {
            quorum: Some(Quorum::Seats(40)),
            ..Rules::default()
        }];
    });
}

fn what_is_shown(view: &SessionView) -> SessionView {
    view.as_signed().into_owned()
}

#[test]
fn what_changes_around_signed_minutes_changes_nothing_in_them() {
    let mut world = World::new();
    let (session, seat, ..) = whole_session(&mut world);
    change_seat(&mut world, &seat, |seat| {
        seat.holders = vec![holder("مهرداد کیانی")]
    });
    world.run(finalise(&session));
    let before = world.view(&session);
    change_all_around(&mut world, &session, &seat);
    let after = world.view(&session);
    assert_eq!(what_is_shown(&after), what_is_shown(&before));
    assert_eq!(after.roll[0].seat.holders[0].name, "مهرداد کیانی");
    assert_eq!((after.roll.len(), after.quorum), (1, before.quorum));
    assert_eq!(after.body.name, "کمیته آزمون");
    let code = after.code.expect("a code");
    assert_eq!(
        (code.agreement, code.covers_surroundings),
        (Agreement::Agrees, true)
    );
}

/// The archive as an earlier program wrote it, which made the code of the records alone and kept no version.
fn as_of_an_earlier_program(world: &World) -> Archive {
    let mut archive = read_archive(&world.archive()).expect("readable");
    let signed = std::mem::take(&mut archive.signed_minutes);
    for (session, signed) in archive.sessions.iter_mut().zip(&signed) {
        let code = Verification::of(signed.content().alone());
        assert_eq!(code.version, 1);
        session.verification = Some(code);
    }
    archive.version = archive.version_needed();
    archive
}

#[test]
fn minutes_that_an_earlier_program_signed_keep_their_code_and_are_kept_before_anything_around_them_changes() {
    let mut earlier = World::new();
    let (session, seat, ..) = whole_session(&mut earlier);
    change_seat(&mut earlier, &seat, |seat| {
        seat.holders = vec![holder("مهرداد کیانی")]
    });
    earlier.run(finalise(&session));
    let mut world = World::new();
    world.run(Command::ImportArchive(Box::new(as_of_an_earlier_program(
        &earlier,
    ))));
    // Ids that are made go on behind those that came.
    world.ids = earlier.ids;
    let before = world.view(&session);
    let code = before.code.clone().expect("a code");
    assert_eq!(
        (code.agreement, code.covers_surroundings),
        (Agreement::Agrees, false)
    );
    assert_eq!(before.versions, []);
    change_all_around(&mut world, &session, &seat);
    let after = world.view(&session);
    let code = after.code.clone().expect("a code");
    assert_eq!(code.agreement, Agreement::Agrees);
    assert!(code.kept_late.is_some(), "that names were kept later is known");
    assert_eq!(after.roll, before.roll);
    assert_eq!(
        (&after.body.name, after.quorum),
        (&before.body.name, before.quorum)
    );
    // What was kept stays when the change is taken back: nothing else would hold it.
    for _ in 0..5 {
        world.run(Command::Undo);
    }
    assert_eq!(world.view(&session).roll, before.roll);
    for _ in 0..5 {
        world.run(Command::Redo);
    }
    assert_eq!(world.view(&session).roll, before.roll);
}

#[test]
fn signed_minutes_are_opened_by_a_command_of_its_own_and_the_version_is_kept_with_its_code() {
    let mut world = World::new();
    let (session, ..) = whole_session(&mut world);
    assert_eq!(world.refused(reopen(&session)), Refusal::SessionIsNotFinal);
    world.run(finalise(&session));
    let first = world.view(&session);
    let mut groundless = reopen(&session);
    if let Command::Reopen { reopening, .. } = &mut groundless {
        reopening.reason = " ".into();
    }
    assert_eq!(world.refused(groundless), Refusal::FieldIsEmpty("reason"));
    world.run(reopen(&session));
    let open = world.view(&session);
    assert_eq!(open.session.state, SessionState::Draft);
    assert_eq!(
        (open.session.signing.as_ref(), open.code.as_ref(), open.signed()),
        (None, None, None)
    );
    assert_eq!(world.refused(Command::Undo), Refusal::SignatureStays);
    let gone = Command::Remove(Removal::Session(session.clone()));
    assert_eq!(world.refused(gone), Refusal::WasSigned);
    world.note(&session, "سخن دیگر", None);
    world.run(finalise(&session));
    let second = world.view(&session);
    assert_ne!(
        first.code.map(|c| c.code),
        second.code.as_ref().map(|c| c.code.clone())
    );
    let versions = read::versions(&world.office, &session).expect("readable");
    assert_eq!(versions.iter().map(|one| one.version).collect::<Vec<_>>(), [1, 2]);
    assert!(versions.iter().all(|one| one.agreement() == Agreement::Agrees));
    let opened = versions[0].reopened.as_ref().expect("opened again");
    assert_eq!(opened.reason, "نام یک عضو جا افتاده است");
    assert_eq!((versions[0].notes.len(), versions[1].notes.len()), (1, 2));
    assert_eq!(second.signed(), versions.last());
}

#[test]
fn the_notification_of_signed_minutes_is_not_taken_back_by_the_way_and_what_came_of_them_is() {
    let mut world = World::new();
    let (session, _, _, id) = whole_session(&mut world);
    world.run(finalise(&session));
    world.run(Command::RecordNotification {
        session: session.clone(),
        notified: Some(day(1401, 9, 10)),
    });
    world.run(Command::SetStatus {
        resolutions: vec![id],
        status: Status::Done,
    });
    world.run(correct(&session, correction(Corrected::Session)));
    world.run(Command::Undo);
    world.run(Command::Undo);
    assert_eq!(world.view(&session).resolutions[0].status, Status::Open);
    assert_eq!(world.refused(Command::Undo), Refusal::NotificationStays);
    let none = Command::RecordNotification {
        session: session.clone(),
        notified: None,
    };
    world.run(none);
    assert_eq!(world.view(&session).session.notified, None);
}

#[test]
fn an_import_that_brought_signed_minutes_is_taken_back_whole() {
    let mut world = World::new();
    let (session, seat, ..) = whole_session(&mut world);
    world.run(finalise(&session));
    for archive in [
        read_archive(&world.archive()).expect("readable"),
        as_of_an_earlier_program(&world),
    ] {
        let mut other = World::new();
        other.ids = 100;
        let empty = other.archive();
        other.run(Command::ImportArchive(Box::new(archive)));
        let whole = other.archive();
        change_seat(&mut other, &seat, |seat| seat.order = 7);
        other.run(Command::Undo);
        other.run(Command::Undo);
        assert_eq!(other.archive(), empty);
        other.run(Command::Redo);
        assert_eq!(other.archive(), whole);
    }
}

pub(super) fn field_correction(about: Corrected, changes: &[(CorrectedField, &str, &str)]) -> Correction {
    let change = |(field, was, shall_be): &(CorrectedField, &str, &str)| FieldChange {
        field: field.clone(),
        was: (*was).to_owned(),
        shall_be: (*shall_be).to_owned(),
    };
    Correction {
        changes: changes.iter().map(change).collect(),
        ..correction(about)
    }
}

#[test]
fn a_correction_of_a_field_is_what_lists_and_lookup_have_and_the_signed_minutes_stay() {
    let mut world = World::new();
    let (session, seat, note, id) = whole_session(&mut world);
    world.run(Command::RecordOrganisation {
        before: None,
        after: Organisation {
            name: "شهرداری آبگون".into(),
            ..Organisation::default()
        },
    });
    world.run(finalise(&session));
    let signed = what_is_shown(&world.view(&session));
    let corrections = [
        field_correction(Corrected::Session, &[(CorrectedField::End, "", "10:30")]),
        field_correction(
            Corrected::Attendance(seat),
            &[(CorrectedField::Status, "present", "absent")],
        ),
        field_correction(
            Corrected::Note(note),
            &[(CorrectedField::Note, "سخن", "سخن درست")],
        ),
        field_correction(
            Corrected::Resolution(id.clone()),
            &[
                (CorrectedField::Deadline, "", "ده روز"),
                (CorrectedField::Responsible, "", "شهرداری آبگون"),
            ],
        ),
    ];
    let before = world.archive();
    for one in corrections.clone() {
        world.run(correct(&session, one));
    }
    let view = world.view(&session);
    assert_eq!(view.session.end, crate::calendar::TimeOfDay::new(10, 30));
    assert_eq!(view.roll[0].attendance.status, Presence::Absent);
    assert_eq!(view.notes[0].text, "سخن درست");
    let corrected = &view.resolutions[0];
    assert_eq!(corrected.resolution.corrected, [4]);
    assert_eq!(corrected.due, Some(day(1401, 9, 8)));
    assert!(corrected.resolution.responsible[0].organisation.is_some());
    let filter = Filter::parse("مسئول:آبگون").expect("a filter");
    let found = read::resolutions(&world.office, &filter, false, day(1401, 9, 1)).expect("readable");
    assert_eq!(
        found.iter().map(|row| &row.resolution.id).collect::<Vec<_>>(),
        [&id]
    );
    // The signed minutes are what they were, but for the numbers of the corrections beside them.
    let mut shown = what_is_shown(&view);
    assert_eq!(shown.corrections.len(), 4);
    shown.corrections.clear();
    shown
        .resolutions
        .iter_mut()
        .for_each(|row| row.resolution.corrected.clear());
    let plain = |view: &SessionView| {
        (
            view.session.clone(),
            view.roll.clone(),
            view.notes.clone(),
            view.code.clone(),
        )
    };
    assert_eq!(plain(&shown), plain(&signed));
    let resolutions = |view: &SessionView| {
        view.resolutions
            .iter()
            .map(|r| r.resolution.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(resolutions(&shown), resolutions(&signed));
    let code = view.code.expect("a code");
    assert_eq!((code.agreement, code.differences), (Agreement::Agrees, vec![]));
    for _ in 0..corrections.len() {
        world.run(Command::Undo);
    }
    assert_eq!(world.archive(), before);
    for _ in 0..corrections.len() {
        world.run(Command::Redo);
    }
    assert_eq!(world.view(&session).session.end, view.session.end);
}

#[test]
fn a_correction_of_a_field_knows_what_it_corrects() {
    let mut world = World::new();
    let (session, ..) = whole_session(&mut world);
    world.run(finalise(&session));
    let end = |was: &str, shall_be: &str| {
        let changes = [(CorrectedField::End, was, shall_be)];
        correct(&session, field_correction(Corrected::Session, &changes))
    };
    assert_eq!(world.refused(end("09:00", "10:30")), Refusal::RecordIsStale);
    assert_eq!(
        world.refused(end("", "شب")),
        Refusal::NotCorrectable(NotCorrectable::NoValue)
    );
    let foreign = field_correction(Corrected::Session, &[(CorrectedField::Subject, "", "آب")]);
    let refused = world.refused(correct(&session, foreign));
    assert_eq!(refused, Refusal::NotCorrectable(NotCorrectable::NoSuchField));
    world.run(end("", "10:30"));
    // A correction of a correction is the next one.
    world.run(end("10:30", "11:00"));
    assert_eq!(
        world.view(&session).code.map(|code| code.agreement),
        Some(Agreement::Agrees)
    );
    // The next version is signed as it is right, and has no correction of its own.
    world.run(reopen(&session));
    world.run(finalise(&session));
    let view = world.view(&session);
    assert_eq!(view.session.end, crate::calendar::TimeOfDay::new(11, 0));
    assert_eq!(view.corrections, []);
    let versions = &view.versions;
    assert_eq!(
        (versions[0].session.end, versions[1].session.end),
        (None, view.session.end)
    );
}

#[test]
fn a_field_that_is_not_what_was_signed_nor_corrected_is_named() {
    let mut world = World::new();
    let (session, seat, ..) = whole_session(&mut world);
    world.run(finalise(&session));
    let changes = [(CorrectedField::End, "", "10:30")];
    world.run(correct(&session, field_correction(Corrected::Session, &changes)));
    let mut archive = read_archive(&world.archive()).expect("readable");
    archive.attendance[0].status = Presence::Excused;
    let mut other = World::new();
    other.run(Command::ImportArchive(Box::new(archive)));
    let code = other.view(&session).code.expect("a code");
    assert_eq!(code.agreement, Agreement::Differs);
    let found: Vec<_> = code
        .differences
        .into_iter()
        .map(|one| (one.about, one.field))
        .collect();
    assert_eq!(found, [(Corrected::Attendance(seat), "status")]);
}

#[test]
fn who_was_expected_in_a_signed_session_does_not_change_with_the_days_of_a_seat() {
    let mut world = World::new();
    let (session, seat, ..) = whole_session(&mut world);
    world.run(finalise(&session));
    let asked = report::ReportAsked {
        kind: report::ReportKind::Attendance,
        ..Default::default()
    };
    let expected = |world: &World| {
        let report = report::report(&world.office, &asked, day(1401, 9, 1)).expect("readable");
        report.groups[0].count(crate::domain::figures::Measure::Expected)
    };
    assert_eq!(expected(&world), 1);
    change_seat(&mut world, &seat, |seat| seat.until = Some(day(1400, 1, 1)));
    let body = world.view(&session).session.body;
    let after = Seat {
        body,
        name: "بخشداری".into(),
        order: 9,
        ..Seat::default()
    };
    world.run(Command::RecordSeat { before: None, after });
    assert_eq!(expected(&world), 1);
}

#[test]
fn a_later_session_approves_the_minutes_of_the_one_before_with_their_corrections() {
    let mut world = World::new();
    let (earlier, ..) = whole_session(&mut world);
    let body = world.view(&earlier).session.body;
    let later = world.session_on(&body, 9, day(1401, 9, 20));
    let approve = |approved| Command::ApproveMinutes {
        session: later.clone(),
        of: None,
        approved,
    };
    assert_eq!(world.refused(approve(true)), Refusal::EarlierIsNotSigned);
    world.run(finalise(&earlier));
    world.run(correct(&earlier, correction(Corrected::Session)));
    let nothing = Command::ApproveMinutes {
        session: later.clone(),
        of: Some(later.clone()),
        approved: true,
    };
    assert_eq!(world.refused(nothing), Refusal::NothingToApprove);
    let before = world.archive();
    world.run(approve(true));
    let (of, by) = (world.view(&earlier), world.view(&later));
    let approval = of.session.approval.clone().expect("approved");
    assert_eq!(
        (&approval.by, approval.date, &approval.corrections),
        (&later, day(1401, 9, 20), &vec![1])
    );
    let approved = &by.session.approves[0];
    assert_eq!(
        (&approved.session, approved.version, &approved.corrections),
        (&earlier, 1, &vec![1])
    );
    assert_eq!(approved.code, of.code.as_ref().map(|code| code.code.clone()));
    assert_eq!(of.code.map(|code| code.agreement), Some(Agreement::Agrees));
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
    world.run(Command::Redo);
    world.run(approve(false));
    assert_eq!(world.archive(), before);
    // What the later one approved is a part of what is signed of it, and is no longer approved when it goes.
    world.run(approve(true));
    world.run(Command::Remove(Removal::Session(later.clone())));
    assert_eq!(world.view(&earlier).session.approval, None);
    world.run(Command::Undo);
    world.run(finalise(&later));
    assert_eq!(world.refused(approve(false)), Refusal::SessionIsFinal);
}
