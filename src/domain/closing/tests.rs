//! What the closing check finds. Knows no store.

use super::*;
use crate::calendar::Day;
use crate::domain::attendance::Representative;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{NoteId, SessionId};
use crate::domain::resolution::Responsible;
use crate::domain::session::AgendaItem;

fn head() -> Session {
    Session {
        date: Day::from_jalali(1401, 3, 12).ok(),
        chair: Some("مهرداد کیانی".into()),
        secretary: Some("سارا نوبخت".into()),
        ..Session::default()
    }
}

fn mark(seat: &str, status: Presence, departed: Option<TimeOfDay>) -> Attendance {
    Attendance {
        seat: SeatId::from(seat),
        status,
        departed,
        ..Attendance::default()
    }
}

fn whole(number: u32) -> Resolution {
    Resolution {
        id: ResolutionId::in_session(&SessionId::from("s"), &number.to_string()),
        row: Some(number),
        text: "گزارش داده شود.".into(),
        deadline: Some(read_deadline("ده روز", None)),
        responsible: vec![Responsible::default()],
        ..Resolution::default()
    }
}

fn check(
    session: &Session,
    roll: &[Attendance],
    quorum: Option<u32>,
    notes: &[Note],
    resolutions: &[Resolution],
) -> Vec<Missing> {
    missing(&Minutes {
        session,
        roll: roll.iter().collect(),
        quorum,
        notes,
        resolutions: resolutions.iter().collect(),
        near_names: &[],
    })
}

#[test]
fn whole_minutes_lack_nothing() {
    let roll = [
        mark("1", Presence::Present, None),
        mark("2", Presence::Absent, None),
    ];
    assert_eq!(check(&head(), &roll, Some(1), &[], &[whole(1), whole(2)]), []);
}

#[test]
fn a_seat_without_a_tick_and_one_who_stood_in_without_a_name_are_pointed_at() {
    let mut roll = [
        mark("1", Presence::Unticked, None),
        mark("2", Presence::Represented, None),
    ];
    let seat = SeatId::from;
    assert_eq!(
        check(&head(), &roll, None, &[], &[]),
        [Missing::Tick(seat("1")), Missing::Representative(seat("2"))]
    );
    roll[1].representative = Some(Representative {
        name: None,
        post: Some("معاون".into()),
    });
    assert_eq!(check(&head(), &roll, None, &[], &[]), [Missing::Tick(seat("1"))]);
}

#[test]
fn a_quorum_is_missed_from_the_start_or_lost_by_those_who_went_before_the_end() {
    let at = |hour| TimeOfDay::new(hour, 0);
    let roll = |departures: [Option<TimeOfDay>; 3]| {
        departures.map(|departed| mark("1", Presence::Present, departed))
    };
    let mut session = head();
    let needs = |needed, session: &Session, roll: &[Attendance]| check(session, roll, Some(needed), &[], &[]);
    assert_eq!(
        needs(4, &session, &roll([None, None, None])),
        [Missing::Quorum {
            present: 3,
            needed: 4
        }]
    );
    let gone = roll([at(10), at(9), None]);
    let lost = |hour, present| Missing::QuorumLost {
        at: TimeOfDay::new(hour, 0).unwrap(),
        present,
        needed: 2,
    };
    assert_eq!(needs(2, &session, &gone), [lost(10, 1)]);
    session.end = at(10);
    assert_eq!(needs(2, &session, &gone), [], "they stayed to the end");
}

#[test]
fn an_agenda_item_is_touched_by_a_note_a_resolution_or_a_resolution_from_a_note() {
    let item = |kind| AgendaItem {
        title: "موضوع".into(),
        kind,
        ..AgendaItem::default()
    };
    let mut session = head();
    session.agenda = vec![item(AgendaKind::OpenResolutions)];
    session.agenda.extend(vec![item(AgendaKind::Ordinary); 4]);
    let note = Note {
        id: NoteId::from("s/n"),
        agenda_item: Some(3),
        ..Note::default()
    };
    let by_itself = Resolution {
        agenda_item: Some(2),
        ..whole(1)
    };
    let from_note = Resolution {
        from_note: Some(note.id.clone()),
        ..whole(2)
    };
    assert_eq!(
        check(&session, &[], None, &[note], &[by_itself, from_note]),
        [Missing::AgendaItem(4), Missing::AgendaItem(5)]
    );
    session.agenda.truncate(2);
    session.agenda.remove(0);
    assert_eq!(
        check(&session, &[], None, &[Note::default()], &[]),
        [],
        "everything belongs to the only item"
    );
    assert_eq!(check(&session, &[], None, &[], &[]), [Missing::AgendaItem(1)]);
}

#[test]
fn rows_that_are_left_out_or_stand_twice_are_pointed_at_whatever_the_order() {
    let bare = Resolution {
        row: None,
        id: ResolutionId::from("s/bare"),
        ..whole(9)
    };
    let found = check(
        &head(),
        &[],
        None,
        &[],
        &[whole(4), whole(2), bare.clone(), whole(2)],
    );
    let expected = [
        Missing::Row(bare.id.clone()),
        Missing::RowGap {
            resolution: whole(2).id,
            after: 0,
        },
        Missing::RowRepeated(whole(2).id),
        Missing::RowGap {
            resolution: whole(4).id,
            after: 2,
        },
    ];
    assert_eq!(found, expected);
    assert_eq!(check(&head(), &[], None, &[], &[bare]), [], "no rows at all");
}

#[test]
fn clauses_may_carry_organisation_and_time_for_the_resolution() {
    let mut resolution = Resolution {
        text: "الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.".into(),
        responsible: Vec::new(),
        deadline: None,
        ..whole(1)
    };
    let of = |resolution: &Resolution| check(&head(), &[], None, &[], std::slice::from_ref(resolution));
    let id = resolution.id.clone();
    assert_eq!(
        of(&resolution),
        [Missing::Responsible(id.clone()), Missing::Deadline(id.clone())]
    );
    let state = ClauseState {
        responsible: vec![Responsible::default()],
        deadline: Some(read_deadline("ده روز", None)),
        ..ClauseState::default()
    };
    resolution.clauses.insert("الف".into(), state.clone());
    assert_eq!(
        of(&resolution),
        [
            Missing::ClauseResponsible(id.clone(), "ب".into()),
            Missing::ClauseDeadline(id, "ب".into())
        ]
    );
    resolution.clauses.insert("ب".into(), state);
    assert_eq!(of(&resolution), []);
}
