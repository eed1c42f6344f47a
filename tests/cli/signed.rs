//! Signed minutes with the real program: versions that were opened again, and what `check` says of each code.

use crate::office::Office;
use dabir::calendar::Day;
use dabir::domain::attendance::{Attendance, Presence};
use dabir::domain::body::Body;
use dabir::domain::ids::{BodyId, NoteId, SeatId, SessionId};
use dabir::domain::seat::{Holder, Seat};
use dabir::domain::session::{Note, Session, SessionState, Signing};
use dabir::domain::signed_minutes::{Reopening, SignedMinutes};
use dabir::domain::verification::Verification;
use dabir::exchange::archive::{Archive, FORMAT, write_archive};

fn day(day: u8) -> Day {
    Day::from_jalali(1401, 8, day).expect("a day")
}

/// A version of the minutes of one session, in which this was said.
fn version(number: u32, said: &str) -> SignedMinutes {
    let id = SessionId::from("s1");
    let seat = Seat {
        id: SeatId::from("m1"),
        body: BodyId::from("b1"),
        name: "اداره آب".into(),
        order: 1,
        holders: vec![Holder {
            name: "مهرداد کیانی".into(),
            ..Holder::default()
        }],
        ..Seat::default()
    };
    let mut minutes = SignedMinutes {
        version: number,
        session: Session {
            id: id.clone(),
            body: BodyId::from("b1"),
            year: Some(1401),
            ordinal: Some(8),
            date: Some(day(10)),
            state: SessionState::Final,
            signing: Some(Signing {
                chair: "مهرداد کیانی".into(),
                secretary: "سارا نوبخت".into(),
                date: day(12),
            }),
            ..Session::default()
        },
        body: Body {
            id: BodyId::from("b1"),
            name: "کارگروه آب".into(),
            ..Body::default()
        },
        attendance: vec![Attendance {
            session: id.clone(),
            seat: seat.id.clone(),
            status: Presence::Present,
            ..Attendance::default()
        }],
        seats: vec![seat],
        notes: vec![Note {
            id: NoteId::in_session(&id, "n1"),
            position: 10,
            text: said.into(),
            ..Note::default()
        }],
        ..SignedMinutes::default()
    };
    minutes.session.verification = Some(Verification::of(minutes.content()));
    minutes
}

/// An office whose one session was signed, opened again and signed anew.
fn archive() -> Archive {
    let mut first = version(1, "سخن نخست");
    first.reopened = Some(Reopening {
        by: "سارا نوبخت".into(),
        date: day(14),
        reason: "جا افتادن یک سخن".into(),
    });
    let second = version(2, "سخن درست");
    let mut seat = second.seats[0].clone();
    // The one who holds it now.
    seat.holders[0].name = "بهمن راستین".into();
    Archive {
        format: FORMAT.into(),
        version: 3,
        bodies: vec![second.body.clone()],
        seats: vec![seat],
        sessions: vec![second.session.clone()],
        attendance: second.attendance.clone(),
        notes: second.notes.clone(),
        signed_minutes: vec![first, second],
        ..Archive::default()
    }
}

fn office(archive: &Archive) -> Office {
    let office = Office::new();
    let file = office.file("office.json", write_archive(archive));
    office.done(&["import", &file]);
    office
}

#[test]
fn versions_are_shown_whole_and_side_by_side() {
    let archive = archive();
    let office = office(&archive);
    let codes: Vec<String> = archive
        .signed_minutes
        .iter()
        .map(|one| one.session.verification.clone().expect("a code").code)
        .collect();
    let page = office.done(&["show", "s1"]);
    for part in [
        "سخن درست",
        "مهرداد کیانی",
        &codes[0],
        &codes[1],
        "جا افتادن یک سخن",
    ] {
        assert!(page.contains(part), "{part} is not in:\n{page}");
    }
    assert!(!page.contains("بهمن راستین"), "{page}");
    let first = office.done(&["show", "s1", "--version", "۱"]);
    assert!(
        first.contains("سخن نخست") && !first.contains("سخن درست"),
        "{first}"
    );
    let both = office.done(&["show", "s1", "--version", "1", "--against", "2"]);
    let row = both
        .lines()
        .find(|line| line.contains("سخن نخست"))
        .expect("a row");
    assert!(row.contains("سخن درست") && row.contains("متن مطلب"), "{both}");
    let json = office.json(&["show", "s1", "--version", "1", "--against", "2"]);
    assert_eq!(json[0]["field"], "note");
    assert_eq!(json[0]["second"][0], "سخن درست");
    let json = office.json(&["show", "s1"]);
    assert_eq!(
        (&json["code"]["version"], &json["code"]["covers_names"]),
        (&2.into(), &true.into())
    );
    assert_eq!(json["code"]["earlier"][0]["reason"], "جا افتادن یک سخن");
    let none = office.run(&["show", "s1", "--version", "3"]);
    assert_eq!((none.code, none.err.contains('۳')), (1, true), "{}", none.err);
}

#[test]
fn check_holds_each_signed_session_against_its_code_and_names_what_differs() {
    let sound = office(&archive()).run(&["check"]);
    assert_eq!(sound.code, 0);
    assert!(sound.err.contains("۱ صورتجلسه امضاشده"), "{}", sound.err);
    let mut changed = archive();
    changed.notes[0].text = "سخنی که گفته نشد".into();
    let found = office(&changed).run(&["check"]);
    assert_eq!(found.code, 3);
    for part in ["s1", "سخن درست", "سخنی که گفته نشد", "متن مطلب"] {
        assert!(found.err.contains(part), "{part} is not in:\n{}", found.err);
    }
    // The kept version itself was changed: no code agrees with it.
    let mut forged = archive();
    forged.signed_minutes[0].seats[0].name = "اداره برق".into();
    let found = office(&forged).run(&["check"]);
    assert_eq!(found.code, 3);
    assert!(found.err.contains("نسخه ۱"), "{}", found.err);
}
