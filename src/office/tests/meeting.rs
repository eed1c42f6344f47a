//! What a secretary does while a session meets comes back after a restart. Does not know how it is shown.

use super::*;
use crate::calendar::TimeOfDay;
use crate::domain::body::RollCall;
use crate::domain::preparing::FirstItems;
use crate::domain::seat::Holder;
use crate::domain::session::{AgendaItem, InvitationAnswer, ItemResult, Talk};
use crate::domain::signed_minutes::Reopening;
use crate::domain::stretch::TimeStretch;
use crate::domain::verification::Agreement;
use crate::domain::vote::{Ballot, Cast, Majority, Vote, VoteCount, Voters};
use crate::domain::warnings::{OtherSession, Warning};
use crate::office::query::CameAbout;

fn talk(item: u32) -> Talk {
    let since = Moment::from_timestamp(1_700_000_500, 0).expect("a moment");
    Talk { item, since }
}

fn go_to(session: &SessionId, item: u32) -> Command {
    Command::GoToItem {
        session: session.clone(),
        talk: talk(item),
    }
}

fn agree(resolution: &ResolutionId, agreed: bool) -> Command {
    Command::Agree {
        resolution: resolution.clone(),
        agreed,
    }
}

/// The session with two items, one resolution with its number.
fn meeting(world: &mut World) -> (SessionId, ResolutionId) {
    let body = world.body();
    let session = world.session(&body, 8);
    let before = world.view(&session).session;
    let item = |title: &str| AgendaItem {
        title: title.into(),
        ..AgendaItem::default()
    };
    let after = Session {
        agenda: vec![item("یک"), item("دو")],
        ..before.clone()
    };
    world.run(edit(before, after));
    let resolution = world.resolution(&session, "گزارش داده شود.", Some(1));
    (session, resolution)
}

fn edit(before: Session, after: Session) -> Command {
    Command::RecordSession {
        before: Some(Box::new(before)),
        after: Box::new(after),
    }
}

fn is_agreed(world: &World, session: &SessionId) -> bool {
    world.view(session).resolutions[0].resolution.agreed
}

#[test]
fn the_item_the_ticks_and_the_letter_are_there_when_the_store_is_opened_again() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    world.run(go_to(&session, 2));
    world.run(agree(&resolution, true));
    world.run(Command::RecordInvitation {
        session: session.clone(),
        text: Some("نامه".into()),
    });
    let archive = world.archive();
    let World { folder, office, .. } = world;
    drop(office);
    let (office, _) = Office::open(&folder.path().join("store")).expect("the store");
    let again = World {
        folder,
        office,
        ids: 100,
        seconds: 100,
    };
    let view = again.view(&session);
    assert_eq!(view.session.talk, Some(talk(2)));
    assert_eq!(view.session.invitation_text.as_deref(), Some("نامه"));
    assert!(view.resolutions[0].resolution.agreed);
    // An archive has them too and gives them back; one without them has no word of them.
    let mut other = World::new();
    let read = read_archive(&archive).expect("an archive");
    other.run(Command::ImportArchive(Box::new(read)));
    assert_eq!(other.archive(), archive);
    let mut fresh = World::new();
    meeting(&mut fresh);
    let fresh = String::from_utf8(fresh.archive()).expect("text");
    let archive = String::from_utf8(archive).expect("text");
    for name in ["\"agreed\"", "\"talk\"", "\"invitation_text\""] {
        assert!(archive.contains(name) && !fresh.contains(name), "{name}");
    }
}

#[test]
fn each_is_taken_back_like_any_other_change() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    world.run(go_to(&session, 1));
    world.run(go_to(&session, 2));
    world.run(agree(&resolution, true));
    assert_eq!(world.run(Command::Undo).about.as_deref(), Some("agree"));
    assert!(!is_agreed(&world, &session));
    assert_eq!(world.run(Command::Undo).about.as_deref(), Some("go_to_item"));
    assert_eq!(world.view(&session).session.talk, Some(talk(1)));
}

#[test]
fn what_reads_otherwise_is_no_longer_agreed_to_and_what_only_moves_is() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    world.run(agree(&resolution, true));
    world.run(Command::Renumber(session.clone()));
    let before = world.view(&session).resolutions[0].resolution.clone();
    let record = |after: Resolution| Command::RecordResolution {
        before: Some(Box::new(before.clone())),
        after: Box::new(after),
    };
    let moved = Resolution {
        agenda_item: Some(2),
        ..before.clone()
    };
    world.run(record(moved.clone()));
    assert!(is_agreed(&world, &session));
    world.run(Command::Undo);
    for change in [
        Resolution {
            text: "گزارش کامل داده شود.".into(),
            ..before.clone()
        },
        Resolution {
            deadline: Some(read_deadline("یک ماه", None)),
            ..before.clone()
        },
        Resolution {
            responsible: vec![Responsible {
                written: "شرکت آب".into(),
                ..Responsible::default()
            }],
            ..before.clone()
        },
    ] {
        world.run(record(change));
        assert!(!is_agreed(&world, &session));
        world.run(Command::Undo);
        assert!(is_agreed(&world, &session), "it reads again as it was agreed to");
    }
    world.run(Command::SplitResolution {
        before: Box::new(Resolution {
            agreed: false,
            ..before.clone()
        }),
        at_byte: "گزارش ".len(),
    });
    let view = world.view(&session);
    assert!(view.resolutions.iter().all(|row| !row.resolution.agreed));
}

#[test]
fn a_form_that_was_open_meanwhile_is_not_stale_and_takes_nothing_back() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    let before = world.view(&session);
    world.run(go_to(&session, 2));
    world.run(agree(&resolution, true));
    let mut after = before.session.clone();
    after.agenda.swap(0, 1);
    world.run(edit(before.session, after));
    // The talk stays with its item.
    assert_eq!(world.view(&session).session.talk, Some(talk(1)));
    let before = before.resolutions[0].resolution.clone();
    let after = Resolution {
        row: Some(7),
        ..before.clone()
    };
    world.run(Command::RecordResolution {
        before: Some(Box::new(before)),
        after: Box::new(after),
    });
    assert!(is_agreed(&world, &session));
}

#[test]
fn final_minutes_take_none_of_it_and_have_the_code_that_they_have_without_it() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    let lock = || Command::SetState {
        session: session.clone(),
        state: SessionState::Final,
    };
    world.run(lock());
    let code = world.view(&session).code.map(|code| code.code);
    world.run(Command::Reopen {
        session: session.clone(),
        reopening: Reopening {
            by: "سارا نوبخت".into(),
            date: day(1401, 9, 2),
            reason: "خواندن دوباره".into(),
        },
    });
    world.run(go_to(&session, 2));
    world.run(agree(&resolution, true));
    world.run(Command::RecordInvitation {
        session: session.clone(),
        text: Some("نامه".into()),
    });
    world.run(lock());
    let view = world.view(&session);
    assert_eq!(view.code.map(|code| code.code), code);
    assert_eq!(view.session.talk, None);
    assert!(view.resolutions[0].resolution.agreed);
    let letter = Command::RecordInvitation {
        session: session.clone(),
        text: None,
    };
    for command in [go_to(&session, 1), agree(&resolution, false), letter] {
        assert_eq!(world.refused(command), Refusal::SessionIsFinal);
    }
}

#[test]
fn an_item_that_is_not_there_is_not_gone_to() {
    let mut world = World::new();
    let (session, _) = meeting(&mut world);
    for item in [0, 3, u32::MAX] {
        assert_eq!(
            world.refused(go_to(&session, item)),
            Refusal::NoSuchRecord(item.to_string())
        );
    }
}

fn voted(in_favour: u32) -> Vote {
    Vote {
        at: TimeOfDay::new(9, 5),
        cast: Cast::Count(VoteCount {
            in_favour,
            ..VoteCount::default()
        }),
    }
}

fn record_vote(resolution: &ResolutionId, before: Option<Vote>, after: Option<Vote>) -> Command {
    Command::RecordVote {
        resolution: resolution.clone(),
        before,
        after,
    }
}

#[test]
fn a_vote_is_recorded_taken_back_and_decides_nothing() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    world.run(agree(&resolution, true));
    world.run(record_vote(&resolution, None, Some(voted(7))));
    let row = world.view(&session).resolutions[0].clone();
    assert_eq!(row.resolution.vote, Some(voted(7)));
    assert_eq!(row.status, Status::Open);
    assert!(row.resolution.agreed, "it reads as it did");
    let stale = record_vote(&resolution, None, Some(voted(8)));
    assert_eq!(world.refused(stale), Refusal::RecordIsStale);
    assert_eq!(world.run(Command::Undo).about.as_deref(), Some("record_vote"));
    assert_eq!(world.view(&session).resolutions[0].resolution.vote, None);
}

#[test]
fn a_resolution_knows_who_was_there_when_it_was_voted_on_and_what_the_vote_comes_to() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    let body = world.view(&session).body;
    let with_rule = Body {
        rules: vec![Rules {
            majority: Some(Majority::AtLeast {
                of: 2,
                parts: 3,
                among: Voters::Present,
            }),
            ..body.rules[0].clone()
        }],
        ..body.clone()
    };
    world.run(Command::RecordBody {
        before: Some(body.clone()),
        after: with_rule,
    });
    let [first, second, away] = <[SeatId; 3]>::try_from(world.seats(&body.id, 3)).expect("three seats");
    let there = [
        (&first, None),
        (&second, TimeOfDay::new(9, 30)),
        (&away, TimeOfDay::new(8, 50)),
    ];
    let marks = there.map(|(seat, departed)| Attendance {
        session: session.clone(),
        seat: seat.clone(),
        status: Presence::Present,
        departed,
        ..Attendance::default()
    });
    world.run(Command::Tick {
        session: session.clone(),
        marks: marks.into(),
    });
    world.run(record_vote(&resolution, None, Some(voted(1))));
    let came_about = world.view(&session).resolutions[0].came_about.clone();
    let room = came_about.room.clone().expect("the time is known");
    let ids: Vec<&SeatId> = room.there.iter().map(|(seat, _)| seat).collect();
    assert_eq!(
        (ids, room.seats, room.has_quorum()),
        (vec![&first, &second], 3, Some(true))
    );
    let tallied = came_about.tallied.expect("there is a rule");
    assert_eq!((tallied.reached, tallied.needed), (false, 2));
    // A list that reads resolutions alone is given the same.
    let mut rows =
        read::resolutions(&world.office, &Filter::default(), false, day(1401, 9, 1)).expect("rows");
    assert_eq!(rows[0].came_about, CameAbout::default());
    read::with_rooms(&world.office, &mut rows, day(1401, 9, 1)).expect("rows");
    assert_eq!(rows[0].came_about, came_about);
    assert_eq!(rows[0].clone().for_readers().came_about, came_about);
    let hidden = Resolution {
        confidential: true,
        ..rows[0].resolution.clone()
    };
    rows[0].resolution = hidden;
    assert_eq!(rows[0].clone().for_readers().came_about, CameAbout::default());
}

#[test]
fn a_vote_by_name_needs_its_seats_and_final_minutes_take_none() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    let by_name = |seat: SeatId| Vote {
        at: None,
        cast: Cast::ByName([(seat, Ballot::For)].into()),
    };
    let unknown = record_vote(&resolution, None, Some(by_name("nobody".into())));
    assert_eq!(world.refused(unknown), Refusal::NoSuchRecord("nobody".into()));
    let body = world.view(&session).body.id;
    let seat = world.seats(&body, 1).remove(0);
    world.run(record_vote(&resolution, None, Some(by_name(seat.clone()))));
    let lock = Command::SetState {
        session: session.clone(),
        state: SessionState::Final,
    };
    world.run(lock);
    let code = world.view(&session).code.expect("a code");
    assert_eq!(code.agreement, Agreement::Agrees);
    let later = record_vote(&resolution, Some(by_name(seat)), None);
    assert_eq!(world.refused(later), Refusal::SessionIsFinal);
}

#[test]
fn two_resolutions_that_were_voted_on_apart_do_not_become_one() {
    let mut world = World::new();
    let (session, first) = meeting(&mut world);
    let second = world.resolution(&session, "هزینه برآورد شود.", Some(2));
    world.run(record_vote(&first, None, Some(voted(7))));
    world.run(record_vote(&second, None, Some(voted(6))));
    let rows = world.view(&session).resolutions;
    let merge = Command::MergeResolutions {
        first: Box::new(rows[0].resolution.clone()),
        second: Box::new(rows[1].resolution.clone()),
    };
    assert_eq!(world.refused(merge), Refusal::VotesDiffer);
}

/// A moment of the day of the sessions, 1401/08/28.
fn that_day(time: &str) -> Moment {
    format!("2022-11-19T{time}:00+03:30").parse().expect("a moment")
}

#[test]
fn breaks_are_recorded_in_their_order_and_taken_back() {
    let mut world = World::new();
    let (session, _) = meeting(&mut world);
    let at = |hour| TimeOfDay::new(hour, 0).expect("a time");
    let tea = TimeStretch {
        from: at(9),
        until: Some(at(10)),
    };
    let record = |before: &[TimeStretch], after: &[TimeStretch]| Command::RecordBreaks {
        session: session.clone(),
        before: before.to_vec(),
        after: after.to_vec(),
    };
    world.run(record(&[], &[tea]));
    assert_eq!(world.refused(record(&[], &[])), Refusal::RecordIsStale);
    let within = [tea, TimeStretch::begun(TimeOfDay::new(9, 30).expect("a time"))];
    assert_eq!(world.refused(record(&[tea], &within)), Refusal::BreaksNotInOrder);
    assert_eq!(world.view(&session).session.breaks, [tea]);
    assert_eq!(world.run(Command::Undo).about.as_deref(), Some("record_breaks"));
    assert_eq!(world.view(&session).session.breaks, []);
}

#[test]
fn items_have_their_times_while_the_session_meets() {
    let mut world = World::new();
    let (session, _) = meeting(&mut world);
    world.go(&session, SessionState::Running);
    let go = |item, time| Command::GoToItem {
        session: session.clone(),
        talk: Talk {
            item,
            since: that_day(time),
        },
    };
    world.run(go(1, "09:00"));
    world.run(go(2, "09:00"));
    world.run(go(1, "09:20"));
    let times = |world: &World| -> Vec<(u32, String, Option<String>)> {
        let session = world.view(&session).session;
        let times = session.item_times.into_iter();
        let text = |time: TimeOfDay| time.to_string();
        times
            .map(|time| (time.item, text(time.stretch.from), time.stretch.until.map(text)))
            .collect()
    };
    let told = |item, from: &str, until: Option<&str>| (item, from.to_owned(), until.map(str::to_owned));
    assert_eq!(
        times(&world),
        [told(2, "09:00", Some("09:20")), told(1, "09:20", None)]
    );
    // The times go with their items.
    let before = world.view(&session).session;
    let mut after = before.clone();
    after.agenda.swap(0, 1);
    after.end = TimeOfDay::new(10, 0);
    world.run(edit(before, after));
    world.go(&session, SessionState::Draft);
    assert_eq!(
        times(&world),
        [told(1, "09:00", Some("09:20")), told(2, "09:20", Some("10:00"))]
    );
}

#[test]
fn what_a_session_left_over_comes_to_the_next_one_of_its_body_with_its_standing_items() {
    let mut world = World::new();
    let (session, _) = meeting(&mut world);
    let before = world.view(&session).session;
    let mut after = before.clone();
    after.agenda[0].result = Some(ItemResult::Adopted);
    world.run(edit(before, after));
    let body = world.view(&session).body.id;
    world.change_body(&body, |body| {
        body.standing_items = vec![AgendaItem {
            title: "گزارش دبیرخانه".into(),
            ..AgendaItem::default()
        }];
    });
    let asked = Query::NextSession {
        body,
        date: None,
        titles: FirstItems {
            approval: "تصویب".into(),
            review: "بررسی".into(),
        },
    };
    let next = |world: &World| match world.office.read(&asked, day(1401, 9, 1)) {
        Ok(Answer::NextSession(Some(next))) => *next,
        other => panic!("{other:?}"),
    };
    let prepared = next(&world);
    let titles: Vec<&str> = prepared.agenda.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["تصویب", "بررسی", "دو", "گزارش دبیرخانه"]);
    assert_eq!(prepared.agenda[2].carried_from.as_ref(), Some(&session));
    world.run(Command::RecordSession {
        before: None,
        after: Box::new(prepared),
    });
    assert_eq!(next(&world).agenda.len(), 2, "the planned session has it already");
}

#[test]
fn imported_minutes_that_say_nothing_by_items_leave_nothing_over() {
    let mut world = World::new();
    let (session, _) = meeting(&mut world);
    assert!(world.view(&session).undiscussed().is_empty());
}

#[test]
fn what_belongs_to_a_confidential_item_is_confidential() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    let before = world.view(&session).resolutions[0].resolution.clone();
    let after = Resolution {
        agenda_item: Some(2),
        ..before.clone()
    };
    world.run(Command::RecordResolution {
        before: Some(Box::new(before)),
        after: Box::new(after),
    });
    let before = world.view(&session).session;
    let mut after = before.clone();
    after.agenda[1].confidential = true;
    world.run(edit(before, after));
    let hidden = |world: &World, id: &ResolutionId| {
        let rows = world.view(&session).resolutions;
        let row = rows.into_iter().find(|row| row.resolution.id == *id);
        row.expect("a row").resolution.confidential
    };
    assert!(hidden(&world, &resolution));
    let made = Resolution {
        id: ResolutionId::in_session(&session, ""),
        text: "هزینه برآورد شود.".into(),
        agenda_item: Some(2),
        ..Resolution::default()
    };
    let done = world.run(Command::RecordResolution {
        before: None,
        after: Box::new(made),
    });
    let [Created::Resolution(second)] = done.created.as_slice() else {
        panic!("{done:?}");
    };
    assert!(hidden(&world, second));
    let view = world.view(&session).for_readers();
    assert!(view.resolutions.iter().all(|row| row.resolution.text.is_empty()));
    assert_eq!(view.session.agenda[1].title, "");
}

#[test]
fn ballots_are_cast_one_by_one_and_taken_away() {
    let mut world = World::new();
    let (session, resolution) = meeting(&mut world);
    let body = world.view(&session).body.id;
    let seats = world.seats(&body, 2);
    let cast = |seat: &SeatId, ballot| Command::CastBallots {
        resolution: resolution.clone(),
        at: TimeOfDay::new(9, 5),
        ballots: vec![(seat.clone(), ballot)],
    };
    world.run(record_vote(&resolution, None, Some(voted(7))));
    world.run(cast(&seats[0], Some(Ballot::For)));
    world.run(cast(&seats[1], Some(Ballot::Against)));
    let vote = |world: &World| world.view(&session).resolutions[0].resolution.vote.clone();
    let count = vote(&world).map(|vote| vote.cast.count());
    let one_each = VoteCount {
        in_favour: 1,
        against: 1,
        abstaining: 0,
    };
    assert_eq!(count, Some(one_each));
    world.run(cast(&seats[0], None));
    world.run(cast(&seats[1], None));
    assert_eq!(vote(&world), None);
    let unknown = cast(&"nobody".into(), Some(Ballot::For));
    assert_eq!(world.refused(unknown), Refusal::NoSuchRecord("nobody".into()));
}

/// A planned session of another body on a day, at ten.
fn planned(world: &mut World, name: &str, end: Option<TimeOfDay>) -> SessionId {
    let made = world.run(Command::RecordBody {
        before: None,
        after: Body {
            name: name.into(),
            ..Body::default()
        },
    });
    let [Created::Body(body)] = made.created.as_slice() else {
        panic!("{made:?}");
    };
    let seat = Seat {
        body: body.clone(),
        name: "فرمانداری".into(),
        order: 1,
        holders: vec![Holder {
            name: "مهرداد کیانی".into(),
            ..Holder::default()
        }],
        ..Seat::default()
    };
    world.run(Command::RecordSeat {
        before: None,
        after: seat,
    });
    let session = Session {
        body: body.clone(),
        ordinal: Some(3),
        date: Some(day(1401, 9, 5)),
        start: TimeOfDay::new(10, 0),
        end,
        place: Some("سالن بزرگ".into()),
        state: SessionState::Planned,
        ..Session::default()
    };
    let made = world.run(Command::RecordSession {
        before: None,
        after: Box::new(session),
    });
    match made.created.as_slice() {
        [Created::Session(id)] => id.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn two_sessions_at_one_hour_in_one_hall_or_with_one_person_are_told() {
    let mut world = World::new();
    let first = planned(&mut world, "کمیته آب", TimeOfDay::new(11, 0));
    let second = planned(&mut world, "کمیته خاک", None);
    let warnings = world.view(&first).warnings;
    let other = OtherSession {
        body: "کمیته خاک".into(),
        ordinal: Some(3),
    };
    let expected = [
        Warning::HallTaken {
            place: "سالن بزرگ".into(),
            other: other.clone(),
        },
        Warning::PersonElsewhere {
            person: "مهرداد کیانی".into(),
            other,
        },
    ];
    assert_eq!(warnings, expected);
    assert_eq!(world.view(&second).warnings.len(), 2);
    let before = world.view(&second).session;
    let mut after = before.clone();
    after.start = TimeOfDay::new(11, 0);
    world.run(edit(before, after));
    assert!(world.view(&first).warnings.is_empty());
}

#[test]
fn a_roll_call_begins_with_what_was_answered_to_the_invitation() {
    for custom in [RollCall::Unticked, RollCall::Present] {
        let mut world = World::new();
        let (session, _) = meeting(&mut world);
        let body = world.view(&session).body.id;
        world.change_body(&body, |body| body.roll_call = custom);
        let seats = world.seats(&body, 3);
        world.go(&session, SessionState::Planned);
        let answer = |coming| {
            Some(InvitationAnswer {
                coming,
                reason: (coming == Presence::Excused).then(|| "مأموریت".to_owned()),
                ..InvitationAnswer::default()
            })
        };
        world.run(Command::RecordAnswers {
            session: session.clone(),
            answers: vec![
                (seats[0].clone(), answer(Presence::Present)),
                (seats[1].clone(), answer(Presence::Excused)),
            ],
        });
        world.go(&session, SessionState::Running);
        let roll = world.view(&session).roll;
        let marks: Vec<Presence> = roll.iter().map(|row| row.attendance.status).collect();
        // Who said to come is not there for it.
        let come = match custom {
            RollCall::Present => Presence::Present,
            RollCall::Unticked => Presence::Unticked,
        };
        assert_eq!(marks, [come, Presence::Excused, come]);
        assert_eq!(roll[1].attendance.reason.as_deref(), Some("مأموریت"));
    }
}
