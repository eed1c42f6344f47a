//! What is taken away and put together: seen beforehand, taken back at once, and never out of signed minutes.
//! Does not know how it is shown.

use super::*;
use crate::domain::ids::OrganisationId;
use crate::domain::seat::Holder;
use crate::office::command::Touched;

impl World {
    fn organisation(&mut self, name: &str) -> OrganisationId {
        let after = Organisation {
            name: name.into(),
            ..Organisation::default()
        };
        let done = self.run(Command::RecordOrganisation { before: None, after });
        match done.created.as_slice() {
            [Created::Organisation(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    /// A resolution for which this organisation is to act, as it is written.
    fn task(&mut self, session: &SessionId, text: &str, who: &str) -> ResolutionId {
        let after = Resolution {
            id: ResolutionId::in_session(session, ""),
            text: text.into(),
            responsible: vec![Responsible {
                written: who.into(),
                organisation: None,
            }],
            ..Resolution::default()
        };
        let done = self.run(Command::RecordResolution {
            before: None,
            after: Box::new(after),
        });
        match done.created.as_slice() {
            [Created::Resolution(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn touched(&self, removal: &Removal) -> Touched {
        let query = Query::Touched(removal.clone());
        match self.office.read(&query, day(1401, 9, 1)) {
            Ok(Answer::Touched(touched)) => *touched,
            other => panic!("{other:?}"),
        }
    }

    /// What a removal does, seen beforehand, done and taken back in one; the office is as it was then.
    fn removed_and_back(&mut self, removal: Removal) -> Touched {
        let before = self.archive();
        let touched = self.touched(&removal);
        assert_eq!(self.archive(), before, "looking changes nothing");
        self.run(Command::Remove(removal.clone()));
        let after = self.archive();
        assert_ne!(after, before);
        self.run(Command::Undo);
        assert_eq!(self.archive(), before, "one undo takes back all of it");
        self.run(Command::Redo);
        assert_eq!(self.archive(), after);
        touched
    }

    fn organisations(&self) -> Vec<Organisation> {
        read::organisations(&self.office).expect("readable")
    }

    fn members(&self, body: &BodyId) -> Vec<Seat> {
        let bodies = read::bodies(&self.office).expect("readable");
        let own = bodies.into_iter().find(|(one, _)| one.id == *body);
        own.map(|(_, seats)| seats).unwrap_or_default()
    }

    fn acting(&self, session: &SessionId) -> Vec<(String, Option<OrganisationId>)> {
        let rows = self.view(session).resolutions.into_iter();
        rows.flat_map(|row| row.resolution.responsible)
            .map(|who| (who.written, who.organisation))
            .collect()
    }
}

#[test]
fn of_two_spellings_of_one_organisation_one_stays_with_both_names_and_all_tasks() {
    let mut world = World::new();
    let body = world.body();
    let wrong = world.organisation("سازمان جهاد کشاوزری");
    let right = world.organisation("سازمان جهاد کشاورزی");
    let signed = world.session(&body, 7);
    world.task(&signed, "یک", "سازمان جهاد کشاوزری");
    world.go(&signed, SessionState::Final);
    let code = world.view(&signed).code;
    let open = world.session(&body, 8);
    world.task(&open, "دو", "سازمان جهاد کشاوزری");
    let touched = world.removed_and_back(Removal::IntoOrganisation {
        gone: wrong,
        kept: right.clone(),
    });
    assert_eq!((touched.resolutions, touched.organisations), (2, 0));
    let left = world.organisations();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].aliases, ["سازمان جهاد کشاوزری"]);
    for session in [&signed, &open] {
        let acting = world.acting(session);
        assert_eq!(acting, [("سازمان جهاد کشاوزری".to_owned(), Some(right.clone()))]);
    }
    assert_eq!(world.view(&signed).code, code, "what was signed are the words");
}

#[test]
fn an_organisation_that_goes_leaves_its_name_where_it_is_to_act() {
    let mut world = World::new();
    let body = world.body();
    let gone = world.organisation("شرکت گاز");
    let session = world.session(&body, 8);
    world.task(&session, "یک", "شرکت گاز");
    let touched = world.removed_and_back(Removal::Organisation(gone));
    assert_eq!(touched.resolutions, 1);
    assert_eq!(world.acting(&session), [("شرکت گاز".to_owned(), None)]);
}

#[test]
fn a_seat_goes_with_its_marks_unless_signed_minutes_show_it() {
    let mut world = World::new();
    let body = world.body();
    let seats = world.seats(&body, 2);
    let session = world.session(&body, 8);
    world.tick(&session, &seats[0], Presence::Present);
    let touched = world.removed_and_back(Removal::Seat(seats[0].clone()));
    assert_eq!((touched.marks, touched.seats), (1, 0));
    assert_eq!(world.view(&session).roll.len(), 1);
    world.go(&session, SessionState::Final);
    let removal = Removal::Seat(seats[1].clone());
    assert_eq!(world.touched(&removal).refused, Some(Refusal::SeatIsSigned));
    assert_eq!(world.refused(Command::Remove(removal)), Refusal::SeatIsSigned);
}

#[test]
fn two_seats_of_one_office_become_one_with_the_holders_and_marks_of_both() {
    let mut world = World::new();
    let body = world.body();
    let seats = world.seats(&body, 2);
    for (seat, name) in world.members(&body).into_iter().zip(["رضا کاوه", "زهرا نوری"]) {
        let mut after = seat.clone();
        after.holders.push(Holder {
            name: name.into(),
            ..Holder::default()
        });
        world.run(Command::RecordSeat {
            before: Some(seat),
            after,
        });
    }
    let [first, second] = [8, 9].map(|ordinal| world.session(&body, ordinal));
    world.tick(&first, &seats[1], Presence::Absent);
    world.tick(&second, &seats[0], Presence::Present);
    world.tick(&second, &seats[1], Presence::Absent);
    let touched = world.removed_and_back(Removal::IntoSeat {
        gone: seats[1].clone(),
        kept: seats[0].clone(),
    });
    assert!(touched.marks >= 3, "{touched:?}");
    let left = world.members(&body);
    let holders: Vec<&str> = left[0]
        .holders
        .iter()
        .map(|holder| holder.name.as_str())
        .collect();
    assert_eq!((left.len(), holders), (1, vec!["رضا کاوه", "زهرا نوری"]));
    let status = |session| world.view(session).roll[0].attendance.status;
    assert_eq!(status(&first), Presence::Absent);
    assert_eq!(status(&second), Presence::Present, "its own mark stays");
}

#[test]
fn a_session_that_is_recorded_twice_becomes_one_with_what_only_the_other_had() {
    let mut world = World::new();
    let body = world.body();
    let kept = world.session(&body, 8);
    let gone = world.session(&body, 9);
    let same = "شرکت آب بر همه چاه‌های مجاز دشت بالا کنتور نصب کند";
    world.resolution(&kept, same, Some(1));
    let twice = world.resolution(&gone, same, Some(1));
    world.resolution(&gone, "گزارش ماهانه به دبیرخانه فرستاده شود", Some(2));
    world.run(Command::AddFollowUp {
        resolution: twice,
        follow_up: FollowUp {
            text: "نیمی نصب شد".into(),
            ..FollowUp::default()
        },
    });
    let note = Note {
        id: NoteId::in_session(&gone, ""),
        text: "سخن".into(),
        ..Note::default()
    };
    world.run(Command::RecordNote {
        before: None,
        after: note,
    });
    world.removed_and_back(Removal::IntoSession {
        gone: gone.clone(),
        kept: kept.clone(),
    });
    assert_eq!(world.texts(&kept), [same, "گزارش ماهانه به دبیرخانه فرستاده شود"]);
    let view = world.view(&kept);
    assert_eq!(view.resolutions[0].resolution.follow_ups.len(), 1);
    assert_eq!(view.resolutions[1].resolution.row, Some(2));
    assert_eq!(view.notes.len(), 1);
    assert!(
        read::session(&world.office, &gone, day(1401, 9, 1))
            .expect("readable")
            .is_none()
    );
}

#[test]
fn a_body_goes_with_all_that_is_its_own_but_not_with_signed_minutes() {
    let mut world = World::new();
    let body = world.body();
    world.seats(&body, 2);
    let session = world.session(&body, 8);
    world.resolution(&session, "یک", None);
    let touched = world.removed_and_back(Removal::Body(body.clone()));
    assert_eq!((touched.sessions, touched.resolutions, touched.seats), (1, 1, 2));
    world.run(Command::Undo);
    world.go(&session, SessionState::Final);
    assert_eq!(
        world.refused(Command::Remove(Removal::Body(body))),
        Refusal::BodyHasSigned
    );
}

#[test]
fn an_import_goes_with_what_only_it_brought() {
    let mut world = World::new();
    let body = world.body();
    world.organisation("شرکت گاز");
    let imported = ImportedSession {
        body: Some(body.clone()),
        session: Session {
            year: Some(1401),
            ordinal: Some(3),
            date: Some(day(1401, 3, 10)),
            ..Session::default()
        },
        attendance: vec![("فرمانداری".into(), Attendance::default())],
        resolutions: vec![Resolution {
            text: "یک".into(),
            responsible: ["شرکت گاز", "اداره برق"]
                .map(|written| Responsible {
                    written: written.into(),
                    organisation: None,
                })
                .into(),
            ..Resolution::default()
        }],
        source: Source {
            sha256: "abc".into(),
            ..Source::default()
        },
        ..ImportedSession::default()
    };
    let before = world.archive();
    let done = world.run(Command::ImportSession(Box::new(imported.clone())));
    let entry = done.entry.expect("an entry");
    world.run(Command::Remove(Removal::Import(entry)));
    assert_eq!(world.archive(), before);
    // The same file can be taken in again; what is used meanwhile stays.
    let again = world.run(Command::ImportSession(Box::new(imported)));
    let other = world.session(&body, 9);
    world.task(&other, "دو", "اداره برق");
    world.run(Command::Remove(Removal::Import(again.entry.expect("an entry"))));
    let names: Vec<String> = world.organisations().into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["اداره برق", "شرکت گاز"]);
    let refused = world.refused(Command::Remove(Removal::Import(1)));
    assert!(matches!(refused, Refusal::NoSuchRecord(_)), "{refused:?}");
}

#[test]
fn a_number_of_order_is_one_seats_alone_and_seats_move_by_places() {
    let mut world = World::new();
    let body = world.body();
    let seats = world.seats(&body, 3);
    let third = world.members(&body).remove(2);
    let taken = Command::RecordSeat {
        before: Some(third.clone()),
        after: Seat {
            order: 1,
            ..third.clone()
        },
    };
    assert!(matches!(
        world.refused(taken),
        Refusal::OrderIsTaken { order: 1, .. }
    ));
    world.run(Command::MoveSeat {
        seat: seats[2].clone(),
        places: -2,
    });
    let order: Vec<SeatId> = world.members(&body).into_iter().map(|seat| seat.id).collect();
    assert_eq!(order, [&seats[2], &seats[0], &seats[1]].map(SeatId::clone));
}

#[test]
fn a_name_that_is_mended_is_mended_everywhere_but_in_signed_minutes() {
    let mut world = World::new();
    let [one, other] = [world.body(), world.body()];
    let mut seats = Vec::new();
    for body in [&one, &other] {
        let id = world.seats(body, 1).remove(0);
        let before = world.members(body).remove(0);
        let holder = Holder {
            name: "مهرداد کیانی".into(),
            ..Holder::default()
        };
        let after = Seat {
            holders: vec![holder],
            ..before.clone()
        };
        world.run(Command::RecordSeat {
            before: Some(before),
            after: after.clone(),
        });
        seats.push((id, after));
    }
    let [signed, open] = [7, 8].map(|ordinal| {
        let id = world.session(&one, ordinal);
        let before = world.view(&id).session;
        let after = Session {
            chair: Some("مهرداد کیانی".into()),
            ..before.clone()
        };
        world.run(Command::RecordSession {
            before: Some(Box::new(before)),
            after: Box::new(after),
        });
        world.run(Command::RecordNote {
            before: None,
            after: Note {
                id: NoteId::in_session(&id, ""),
                speaker: Some("مهرداد کیانی (استاندار)".into()),
                text: "سخن".into(),
                ..Note::default()
            },
        });
        id
    });
    world.go(&signed, SessionState::Final);
    let before = world.archive();
    let (_, seat) = seats.remove(0);
    let mut after = seat.clone();
    after.holders[0].name = "مهرداد کیانیان".into();
    world.run(Command::RecordSeat {
        before: Some(seat),
        after,
    });
    for body in [&one, &other] {
        assert_eq!(world.members(body)[0].holders[0].name, "مهرداد کیانیان");
    }
    let heads = |id: &SessionId| {
        let view = world.view(id);
        (
            view.session.chair.unwrap_or_default(),
            view.notes[0].speaker.clone(),
        )
    };
    assert_eq!(
        heads(&open),
        (
            "مهرداد کیانیان".to_owned(),
            Some("مهرداد کیانیان (استاندار)".to_owned())
        )
    );
    assert_eq!(
        heads(&signed),
        (
            "مهرداد کیانی".to_owned(),
            Some("مهرداد کیانی (استاندار)".to_owned())
        )
    );
    world.run(Command::Undo);
    assert_eq!(world.archive(), before);
}

#[test]
fn a_name_that_may_be_a_slip_is_questioned_before_the_signing() {
    let mut world = World::new();
    let body = world.body();
    let known = world.organisation("سازمان جهاد کشاورزی");
    let seat = Seat {
        body: body.clone(),
        name: "سازمان جهاد کشاورزی".into(),
        organisation: Some(known),
        order: 1,
        ..Seat::default()
    };
    world.run(Command::RecordSeat {
        before: None,
        after: seat,
    });
    let session = world.session(&body, 8);
    world.task(&session, "یک", "سازمان جهاد کشاوزری");
    world.task(&session, "دو", "سازمان جهاد كشاورزي");
    let near = world.view(&session).near_names;
    let near: Vec<(&str, &str)> = near
        .iter()
        .map(|near| (near.written.as_str(), near.known.as_str()))
        .collect();
    assert_eq!(near, [("سازمان جهاد کشاوزری", "سازمان جهاد کشاورزی")]);
}

#[test]
fn of_two_persons_of_one_name_the_one_is_mended_and_the_other_is_not() {
    let mut world = World::new();
    let bodies = [world.body(), world.body(), world.body()];
    for (body, namesake) in bodies.iter().zip([None, None, Some(2)]) {
        world.seats(body, 1);
        let before = world.members(body).remove(0);
        let holder = Holder {
            name: "زهرا نوری".into(),
            namesake,
            ..Holder::default()
        };
        let after = Seat {
            holders: vec![holder],
            ..before.clone()
        };
        world.run(Command::RecordSeat {
            before: Some(before),
            after: after.clone(),
        });
        let session = world.session(body, 8);
        let before = world.view(&session).session;
        world.run(Command::RecordSession {
            after: Box::new(Session {
                chair: Some("زهرا نوری".into()),
                ..before.clone()
            }),
            before: Some(Box::new(before)),
        });
    }
    let before = world.members(&bodies[0]).remove(0);
    let mut after = before.clone();
    after.holders[0].name = "زهرا نورایی".into();
    world.run(Command::RecordSeat {
        before: Some(before),
        after,
    });
    let held = bodies
        .each_ref()
        .map(|body| world.members(body)[0].holders[0].name.clone());
    assert_eq!(held, ["زهرا نورایی", "زهرا نورایی", "زهرا نوری"]);
    let rows = read::sessions(&world.office, day(1401, 9, 1)).expect("readable");
    let chair = |body: &BodyId| {
        let own = rows.iter().find(|row| row.session.body == *body);
        own.and_then(|row| row.session.chair.clone()).unwrap_or_default()
    };
    assert_eq!(bodies.each_ref().map(chair), held);
}

#[test]
fn a_seat_that_is_entered_brings_the_organisation_that_sits_in_it_and_a_slip_is_mended_in_both() {
    let mut world = World::new();
    let body = world.body();
    let seat = Seat {
        body: body.clone(),
        name: "سازمان جهاد کشاوزری".into(),
        order: 1,
        ..Seat::default()
    };
    world.run(Command::RecordSeat {
        before: None,
        after: seat,
    });
    let before = world.members(&body).remove(0);
    let own = before.organisation.clone().expect("an organisation");
    let after = Seat {
        name: "سازمان جهاد کشاورزی".into(),
        ..before.clone()
    };
    world.run(Command::RecordSeat {
        before: Some(before),
        after,
    });
    let all = world.organisations();
    assert_eq!((all.len(), &all[0].id), (1, &own));
    assert_eq!(all[0].name, "سازمان جهاد کشاورزی");
    assert_eq!(all[0].aliases, ["سازمان جهاد کشاوزری"]);
    let session = world.session(&body, 8);
    world.task(&session, "یک", "سازمان جهاد کشاوزری");
    assert_eq!(world.acting(&session)[0].1, Some(own));
}
