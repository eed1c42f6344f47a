//! The talk of a meeting that runs: its clock, its items, its notes and what is decided from them.

use super::meeting::Meeting;
use dabir::calendar::{Moment, TimeOfDay};

/// The notes of the session of today, which runs.
fn running() -> Meeting {
    let mut meeting = Meeting::new();
    meeting.press("<Enter>4");
    meeting.begin();
    meeting.pressed = 0;
    meeting
}

#[test]
fn the_clock_stands_in_the_head_and_goes_on_by_the_minute_while_the_session_runs() {
    let mut meeting = Meeting::new();
    meeting.press("<Enter>4");
    assert_eq!(meeting.wakes_at(), None);
    meeting.begin();
    meeting.assert_shows("دستور ۱ · ۰۹:۳۰");
    let next: Moment = meeting.now + chrono::TimeDelta::minutes(1);
    assert_eq!(meeting.wakes_at(), Some(next));
    meeting.wait(1);
    meeting.assert_shows("دستور ۱ · ۰۹:۳۱");
    meeting.press("<Esc>");
    assert_eq!(meeting.wakes_at(), None);
}

#[test]
fn a_note_by_two_letters_of_its_speaker_has_the_item_and_the_time() {
    let mut meeting = running();
    meeting.press("f");
    meeting.assert_shows("دستور ۲: تراز آب دشت بالا");
    meeting.wait(5);
    meeting.assert_shows("۵ از ۳۰ دقیقه");
    meeting.pressed = 0;
    meeting.press("aلی<Enter>");
    println!("a note's speaker, item and time: {} keys", meeting.pressed);
    assert!(meeting.pressed <= 4);
    meeting.press("آب کم است<F2>");
    let notes = meeting.view().notes;
    let [note] = notes.as_slice() else {
        panic!("{notes:?}")
    };
    assert_eq!(note.speaker.as_deref(), Some("لیلا صبوری"));
    assert_eq!((note.agenda_item, note.at), (Some(2), TimeOfDay::new(9, 35)));
    assert_eq!(note.text, "آب کم است");
}

#[test]
fn the_item_that_stands_there_is_written_over() {
    let mut meeting = running();
    meeting.press("aلی<Enter>الف<Tab>۳<F2>");
    assert_eq!(meeting.view().notes[0].agenda_item, Some(3));
}

#[test]
fn a_name_that_nobody_knows_stays_as_typed_and_so_does_one_that_is_left_by_tab() {
    let mut meeting = running();
    meeting.press("aکدخدا<Enter>الف<F2>aلی<Tab>ب<F2>");
    let speakers: Vec<Option<String>> = meeting
        .view()
        .notes
        .into_iter()
        .map(|note| note.speaker)
        .collect();
    assert_eq!(speakers, [Some("کدخدا".to_owned()), Some("لی".to_owned())]);
}

#[test]
fn the_next_session_of_words_begins_where_the_last_note_was() {
    let mut meeting = running();
    meeting.press("ffaلی<Enter>الف<F2>");
    assert_eq!(meeting.view().notes[0].agenda_item, Some(3));
    meeting.press("f");
    meeting.assert_shows("موضوع دیگری");
    meeting.press("k");
    meeting.assert_shows("دستور ۲: تراز آب دشت بالا");
}

#[test]
fn the_rest_of_a_phrase_is_written_by_the_arrow_that_goes_onward() {
    let mut meeting = running();
    meeting.press("aلی<Enter>مق");
    meeting.assert_shows("مقرر شد");
    meeting.press("<Left> لیلا");
    meeting.press("<Left><F2>");
    assert_eq!(meeting.view().notes[0].text, "مقرر شد لیلا صبوری");
}

#[test]
fn a_note_becomes_a_resolution_and_says_so_at_its_place() {
    let mut meeting = running();
    meeting.press("faلی<Enter>کنتورها نصب شود<F2>aبه<Tab>دیگر<F2>");
    meeting.press("<Up>");
    meeting.pressed = 0;
    meeting.press("t<F2>");
    println!("a note becomes a resolution: {} keys", meeting.pressed);
    let view = meeting.view();
    let made = &view.resolutions[0].resolution;
    assert_eq!(made.text, "کنتورها نصب شود");
    assert_eq!(made.from_note.as_ref(), Some(&view.notes[0].id));
    assert_eq!(made.agenda_item, Some(2));
    meeting.assert_shows("← مصوبه ۱");
}

#[test]
fn notes_are_moved_and_stay_selected() {
    let mut meeting = running();
    meeting.press("aلی<Enter>الف<F2>aلی<Enter>ب<F2>[");
    let texts =
        |meeting: &Meeting| -> Vec<String> { meeting.view().notes.into_iter().map(|n| n.text).collect() };
    assert_eq!(texts(&meeting), ["ب", "الف"]);
    meeting.press("]");
    assert_eq!(texts(&meeting), ["الف", "ب"]);
}

#[test]
fn a_draft_of_a_resolution_comes_back_with_the_note_it_is_made_from() {
    let mut meeting = running();
    meeting.press("faلی<Enter>کنتورها نصب شود<F2>t در دشت");
    let mut meeting = meeting.die();
    // Opened as a new one, not from the note: the draft knows where its words come from.
    meeting.press("<Enter>5a");
    meeting.assert_shows("پیش‌نویس");
    meeting.press("<Enter><F2>");
    let view = meeting.view();
    let made = &view.resolutions[0].resolution;
    assert_eq!(made.text, "کنتورها نصب شود در دشت");
    assert_eq!(made.from_note.as_ref(), Some(&view.notes[0].id));
    assert_eq!(made.agenda_item, Some(2));
}

#[test]
fn the_words_of_a_draft_are_not_taken_for_those_of_another_note() {
    let mut meeting = running();
    meeting.press("aلی<Enter>الف<F2>aلی<Enter>ب<F2>5aنوشته تازه");
    let mut meeting = meeting.die();
    meeting.press("<Enter>4t<Enter><F2>");
    let view = meeting.view();
    assert_eq!(view.resolutions[0].resolution.text, "نوشته تازه");
    assert_eq!(view.resolutions[0].resolution.from_note, None);
}
