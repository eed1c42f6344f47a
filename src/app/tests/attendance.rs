//! The roll call by its keys.

use super::desk::Desk;
use super::fixture;
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::office::command::Command;
use crate::words::Lang;

fn tick(desk: &mut Desk) -> Attendance {
    match desk.command() {
        Command::Tick { session, mut marks } if marks.len() == 1 => {
            assert_eq!(session, fixture::session_id(8));
            marks.remove(0)
        }
        other => panic!("one tick was expected: {other:?}"),
    }
}

fn roll() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>3");
    desk
}

#[test]
fn one_key_ticks_a_person_and_goes_on_to_the_next() {
    let mut desk = roll();
    for (key, seat, presence) in [
        ("p", 1, Presence::Present),
        ("ف", 2, Presence::Video),
        ("غ", 3, Presence::Absent),
        (" ", 4, Presence::Present),
    ] {
        desk.press(key);
        let mark = tick(&mut desk);
        assert_eq!(
            (mark.seat.as_str(), mark.status),
            (format!("seat{seat}").as_str(), presence)
        );
        desk.done().assert_shows("ثبت شد");
    }
    desk.assert_shows("سازمان صنعت، معدن و تجارت");
}

#[test]
fn english_letters_tick_as_their_words_begin() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("<Down><Enter>3a");
    assert_eq!(tick(&mut desk).status, Presence::Absent);
}

#[test]
fn a_representative_is_asked_for_and_then_the_selection_goes_on() {
    let mut desk = roll();
    desk.press("<Down><Down>k").assert_nothing_changed();
    desk.press("پیروز").press("<Tab>معاون<Enter>");
    let mark = tick(&mut desk);
    let person = Representative {
        name: Some("پیروز".into()),
        post: Some("معاون".into()),
    };
    assert_eq!(
        (mark.status, mark.representative),
        (Presence::Represented, Some(person))
    );
    assert_eq!(mark.seat.as_str(), "seat3");
    desk.done().press("p");
    assert_eq!(tick(&mut desk).seat.as_str(), "seat4");
}

#[test]
fn leaving_the_question_ticks_nothing() {
    let mut desk = roll();
    desk.press("l<Esc>").assert_nothing_changed().press("p");
    assert_eq!(tick(&mut desk).seat.as_str(), "seat1");
}

#[test]
fn another_status_takes_the_representative_away() {
    let mut desk = roll();
    desk.press("<Down>p");
    let mark = tick(&mut desk);
    assert_eq!((mark.status, mark.representative), (Presence::Present, None));
}

#[test]
fn all_who_are_not_ticked_become_present_by_one_key() {
    let mut desk = roll();
    desk.press("ه");
    let Command::Tick { marks, .. } = desk.command() else {
        panic!()
    };
    let seats: Vec<&str> = marks.iter().map(|mark| mark.seat.as_str()).collect();
    assert_eq!(seats, ["seat3", "seat4", "seat5"]);
    assert!(marks.iter().all(|mark| mark.status == Presence::Present));
}

#[test]
fn typed_letters_jump_to_a_name() {
    let mut desk = roll();
    desk.press("fکاوه<Enter>p");
    assert_eq!(tick(&mut desk).seat.as_str(), "seat5");
}

#[test]
fn a_guest_is_added_and_taken_away_after_a_question() {
    let mut desk = roll();
    desk.press("hشیرین<Enter>");
    let Command::RecordSession { before, after } = desk.command() else {
        panic!()
    };
    assert_eq!((before.unwrap().guests.len(), after.guests.len()), (1, 2));
    assert_eq!(after.guests[1].name, "شیرین");
    desk.done()
        .press("<End><Del>")
        .assert_nothing_changed()
        .assert_shows("از مدعوین حذف شود؟");
    desk.press("<Enter>").assert_nothing_changed();
    desk.press("<Del><Up><Enter>");
    let Command::RecordSession { after, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(after.guests.len(), 0);
}

#[test]
fn late_arrival_is_recorded_with_its_time() {
    let mut desk = roll();
    desk.press("<Enter><Tab><Tab><Tab><Tab><Tab>8:15")
        .assert_shows("۰۸:۱۵")
        .press("<F2>");
    let mark = tick(&mut desk);
    assert_eq!(
        mark.arrived.map(|time| time.to_string()).as_deref(),
        Some("08:15")
    );
}
