//! Whatever is done, what a signed session shows is what was signed, and its code proves it; whatever was done, but for a
//! signature, can be taken back and brought again. Does not know how it is shown.

use super::final_minutes::{correct, correction, finalise};
use super::signed::{field_correction, holder, reopen};
use super::*;
use crate::domain::attachment::AttachedTo;
use crate::domain::correction::{Correctable, Corrected, CorrectedField};
use crate::domain::signed_minutes::SignedMinutes;
use crate::domain::verification::Agreement;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// An office with two sessions of a body, each with a bit of everything.
struct TwoSessions {
    world: World,
    body: BodyId,
    seats: Vec<SeatId>,
    sessions: Vec<SessionId>,
}

impl TwoSessions {
    fn new() -> TwoSessions {
        let mut world = World::new();
        let body = world.body();
        let seats = world.seats(&body, 2);
        let sessions = vec![
            world.session_on(&body, 1, day(1401, 3, 1)),
            world.session_on(&body, 2, day(1401, 4, 1)),
        ];
        for session in &sessions {
            world.tick(session, &seats[0], Presence::Present);
            world.note(session, "سخن", None);
            world.resolution(session, "الف) یک. ب) دو.", Some(1));
        }
        TwoSessions {
            world,
            body,
            seats,
            sessions,
        }
    }

    /// One step of many; none where there is nothing for it to do.
    fn step(&mut self, what: u8, which: u8) -> Option<Command> {
        let session = self.sessions[usize::from(which) % 2].clone();
        let seat = self.seats[usize::from(which / 2) % 2].clone();
        let view = self.world.view(&session);
        let resolution = view.resolutions.last().map(|row| row.resolution.id.clone());
        Some(match what % 16 {
            0 => finalise(&session),
            1 => reopen(&session),
            2 => Command::RecordNotification {
                session,
                notified: Some(day(1401, 5, 1 + which % 20)),
            },
            3 => self.other_seat(&seat, which),
            4 => self.other_body(which),
            5 => Command::Tick {
                session,
                marks: vec![Attendance {
                    seat,
                    status: Presence::ALL[usize::from(which) % 5],
                    ..Attendance::default()
                }],
            },
            6 => Command::RecordNote {
                before: None,
                after: Note {
                    id: NoteId::in_session(&session, ""),
                    text: format!("سخن {which}"),
                    ..Note::default()
                },
            },
            7 => Command::Remove(Removal::Session(session)),
            8 => Command::AddFollowUp {
                resolution: resolution?,
                follow_up: FollowUp {
                    text: format!("پاسخ {which}"),
                    status: which.is_multiple_of(3).then_some(Status::Done),
                    ..FollowUp::default()
                },
            },
            9 => self.correct_end(&session, &view, which),
            10 => {
                let deadline = view
                    .resolutions
                    .last()?
                    .resolution
                    .value(&CorrectedField::Deadline);
                let right = format!("{} روز", which + 1);
                let change = (CorrectedField::Deadline, deadline.ok()?, right);
                let change = [(change.0, change.1.as_str(), change.2.as_str())];
                correct(
                    &session,
                    field_correction(Corrected::Resolution(resolution?), &change),
                )
            }
            11 => correct(&session, correction(Corrected::Session)),
            12 => Command::ApproveMinutes {
                session: self.sessions[1].clone(),
                of: None,
                approved: which.is_multiple_of(2),
            },
            13 => self.attach(resolution?, which),
            14 => {
                let first = view.resolutions.last()?.resolution.attachments.first()?.clone();
                Command::Detach {
                    from: AttachedTo::Resolution(resolution?),
                    attachment: first,
                }
            }
            _ => Command::SetState {
                session,
                state: SessionState::Running,
            },
        })
    }

    fn attach(&self, resolution: ResolutionId, which: u8) -> Command {
        let file = self.world.folder.path().join(format!("{which}.pdf"));
        std::fs::write(&file, [which]).expect("written");
        Command::Attach {
            to: match which % 2 {
                0 => AttachedTo::Resolution(resolution),
                _ => AttachedTo::Session(resolution.session()),
            },
            file,
            most_bytes: u64::from(which % 3),
        }
    }

    fn correct_end(&self, session: &SessionId, view: &SessionView, which: u8) -> Command {
        let was = view
            .session
            .value(&CorrectedField::End)
            .expect("a field of the head");
        let right = format!("10:{:02}", which % 60);
        let change = [(CorrectedField::End, was.as_str(), right.as_str())];
        correct(session, field_correction(Corrected::Session, &change))
    }

    fn other_seat(&self, seat: &SeatId, which: u8) -> Command {
        let bodies = read::bodies(&self.world.office).expect("readable");
        let mut seats = bodies.into_iter().flat_map(|(_, seats)| seats);
        let before = seats.find(|one| one.id == *seat).expect("a seat");
        let mut after = before.clone();
        match which % 4 {
            0 => after.holders = vec![holder(&format!("شخص {which}"))],
            1 => after.name = format!("دستگاه {which}"),
            2 => after.order = u32::from(which),
            _ => after.until = Some(day(1400, 1, 1)),
        }
        Command::RecordSeat {
            before: Some(before),
            after,
        }
    }

    fn other_body(&self, which: u8) -> Command {
        let bodies = read::bodies(&self.world.office).expect("readable");
        let before = bodies
            .into_iter()
            .map(|(body, _)| body)
            .find(|body| body.id == self.body);
        let before = before.expect("a body");
        let mut after = before.clone();
        after.name = format!("شورای {which}");
        after.rules.push(Rules {
            quorum: Some(Quorum::Seats(u32::from(which))),
            ..Rules::default()
        });
        Command::RecordBody {
            before: Some(before),
            after,
        }
    }
}

/// What a session shows as signed, without what stands beside it and what came of it.
fn shown(view: &SessionView) -> String {
    let mut view = view.as_signed().into_owned();
    view.session.notified = None;
    view.session.approval = None;
    view.corrections.clear();
    view.versions.clear();
    for row in &mut view.roll {
        (row.last, row.absences) = Default::default();
    }
    let resolutions = view.resolutions.iter().map(|row| {
        let resolution = Resolution {
            status: Status::Open,
            follow_ups: Vec::new(),
            corrected: Vec::new(),
            ..row.resolution.clone()
        };
        format!("{resolution:?}")
    });
    let resolutions: Vec<String> = resolutions.collect();
    let SessionView {
        session,
        body,
        roll,
        tally,
        quorum,
        notes,
        code,
        ..
    } = view;
    format!("{session:?}{body:?}{roll:?}{tally:?}{quorum:?}{notes:?}{code:?}{resolutions:?}")
}

/// What was signed, by session and version: what it showed then, and what was kept.
type SignedThen = BTreeMap<(SessionId, u32), (String, SignedMinutes)>;

fn prove(office: &TwoSessions, signed: &mut SignedThen) {
    for id in &office.sessions {
        let Some(view) = read::session(&office.world.office, id, day(1401, 9, 1)).expect("readable") else {
            continue;
        };
        if let (Some(version), Some(code)) = (view.signed(), &view.code) {
            assert_eq!((code.agreement, &code.differences), (Agreement::Agrees, &vec![]));
            let now = (shown(&view), version.clone());
            let then = signed
                .entry((id.clone(), version.version))
                .or_insert_with(|| now.clone());
            assert_eq!(*then, now);
        }
        for version in &view.versions {
            assert_eq!(version.agreement(), Agreement::Agrees);
            let then = signed.get(&(id.clone(), version.version)).expect("signed before");
            let kept = SignedMinutes {
                reopened: None,
                ..version.clone()
            };
            assert_eq!(then.1, kept);
        }
    }
}

/// A signature, its opening, and the notification of signed minutes are not taken back by the way.
fn is_taken_back(command: &Command, office: &TwoSessions) -> bool {
    match command {
        Command::Finalise { .. } | Command::Reopen { .. } => false,
        Command::RecordNotification { session, .. } => office.world.view(session).session.state.is_open(),
        _ => true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn after_any_commands_a_signed_session_shows_what_was_signed_and_all_but_the_signature_can_be_taken_back(
        steps in proptest::collection::vec((0u8..16, any::<u8>()), 1..24)
    ) {
        let mut office = TwoSessions::new();
        let mut signed = SignedThen::new();
        for (what, which) in std::iter::once((0, 0)).chain(steps) {
            if office.sessions.iter().any(|id| !is_there(&office, id)) {
                break;
            }
            let Some(command) = office.step(what, which) else { continue };
            let before = office.world.archive();
            let is_taken_back = is_taken_back(&command, &office);
            let done = office.world.try_by("secretary", command);
            prove(&office, &mut signed);
            let after = office.world.archive();
            let Ok(done) = done else {
                prop_assert_eq!(before, after, "what is refused changes nothing");
                continue;
            };
            if done.entry.is_none() {
                continue;
            }
            if is_taken_back {
                office.world.run(Command::Undo);
                prove(&office, &mut signed);
                prop_assert_eq!(&office.world.archive(), &before);
                office.world.run(Command::Redo);
                prop_assert_eq!(&office.world.archive(), &after);
            } else {
                office.world.refused(Command::Undo);
                prop_assert_eq!(&office.world.archive(), &after);
            }
            prove(&office, &mut signed);
        }
        prop_assert!(office.world.office.store().check().expect("readable").is_sound());
    }
}

fn is_there(office: &TwoSessions, id: &SessionId) -> bool {
    read::session(&office.world.office, id, day(1401, 9, 1))
        .expect("readable")
        .is_some()
}
