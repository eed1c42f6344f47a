//! The roll call of forty seats.

use super::meeting::Meeting;
use dabir::calendar::TimeOfDay;
use dabir::domain::attendance::Presence;

/// The roll call of today, open.
fn opened() -> Meeting {
    let mut meeting = Meeting::new();
    meeting.press("<Enter>3");
    meeting.pressed = 0;
    meeting
}

#[test]
fn the_roll_of_today_begins_by_the_custom_of_the_body_and_says_so() {
    let meeting = opened();
    assert_eq!(meeting.view().tally.present, 40);
    meeting.assert_shows("همه حاضر ثبت شدند");
    meeting.assert_shows("حاضر ۴۰ از ۴۰ · حد نصاب ۲۱");
}

#[test]
fn a_custom_that_was_taken_back_is_not_begun_again() {
    let mut meeting = opened();
    meeting.press("u");
    assert_eq!(meeting.view().tally.unticked(), 40);
    meeting.press("43");
    assert_eq!(meeting.view().tally.unticked(), 40);
    meeting.press("i");
    assert_eq!(meeting.view().tally.present, 40);
}

#[test]
fn forty_seats_with_six_exceptions_take_no_more_than_twenty_keys() {
    let mut meeting = opened();
    // By two letters of a name and a digit, wherever in the list: two absent, one on a mission, one by a
    // representative who is remembered, one by video, one late.
    meeting
        .press("f")
        .press("رو5")
        .press("کی3<Enter>")
        .press("شی4<Enter>")
        .press("گ2")
        .press("سو5")
        .press("تی6");
    assert!(meeting.pressed <= 20, "{} keys", meeting.pressed);
    six_exceptions_are_ticked(&meeting);
}

#[test]
fn who_stops_typing_when_the_selection_stands_on_the_name_needs_eighteen() {
    let mut meeting = opened();
    // Down the list, as the members sit: a letter goes to the next name that begins so.
    meeting.press("fرو5ک3");
    meeting.assert_shows("پیمان شفایی");
    meeting.press("<Enter>ش4<Enter>گ2سو5تی6");
    assert!(meeting.pressed <= 18, "{} keys", meeting.pressed);
    println!("forty seats, six exceptions: {} keys", meeting.pressed);
    six_exceptions_are_ticked(&meeting);
}

fn six_exceptions_are_ticked(meeting: &Meeting) {
    let tally = meeting.view().tally;
    assert_eq!(
        (
            tally.present,
            tally.video,
            tally.represented,
            tally.excused,
            tally.absent
        ),
        (35, 1, 1, 1, 2)
    );
    assert_eq!(meeting.mark_of("رویا چشمه").status, Presence::Absent);
    assert_eq!(meeting.mark_of("سودابه همدل").status, Presence::Absent);
    assert_eq!(meeting.mark_of("شیرین باستان").status, Presence::Excused);
    assert_eq!(meeting.mark_of("گلنار خرمن").status, Presence::Video);
    assert_eq!(meeting.mark_of("تینا شهریاری").arrived, TimeOfDay::new(9, 30));
    let represented = meeting.mark_of("کیان درمانگر");
    let person = represented.representative.unwrap();
    assert_eq!(person.name.as_deref(), Some("پیمان شفایی"));
    // Why somebody was away is of that day alone.
    assert_eq!(represented.reason, None);
}

#[test]
fn letters_of_a_seat_find_it_too_and_down_goes_to_the_next_that_begins_so() {
    let mut meeting = opened();
    meeting.press("fفرماند<Down>5");
    assert_eq!(meeting.mark_of("عطیه دشتی").status, Presence::Absent);
    // From there on, not from the start of the list.
    meeting.press("ش5<Enter>p");
    assert_eq!(meeting.mark_of("تینا شهریاری").status, Presence::Absent);
}

#[test]
fn letters_typed_with_the_latin_layout_are_the_same_keys() {
    let mut meeting = opened();
    meeting.press("fos5");
    assert_eq!(meeting.mark_of("خسرو آذری").status, Presence::Absent);
}

#[test]
fn what_is_remembered_is_written_over_by_the_first_letter() {
    let mut meeting = opened();
    meeting.press("fدر3هما<Enter>");
    let person = meeting.mark_of("کیان درمانگر").representative.unwrap();
    assert_eq!(person.name.as_deref(), Some("هما"));
    assert_eq!(person.post.as_deref(), Some("معاون بهداشت"));
}

#[test]
fn an_absence_that_reaches_the_limit_is_said_before_it_is_ticked() {
    let mut meeting = opened();
    meeting.press("fسیا");
    meeting.assert_shows("۲ غیبت پیاپی از ۳ مجاز");
    assert_eq!(meeting.mark_of("سیاوش معمار").status, Presence::Present);
}

#[test]
fn who_leaves_does_not_count_any_more_and_who_comes_back_does() {
    let mut meeting = opened();
    meeting.begin();
    meeting.press("o");
    assert_eq!(meeting.mark_of("مهرداد کیانی").departed, TimeOfDay::new(9, 30));
    meeting.assert_shows("حاضر ۳۹ از ۴۰");
    meeting.wait(10);
    meeting.press("d");
    let mark = meeting.mark_of("مهرداد کیانی");
    // Who left and comes back was not late, and the time away is not forgotten.
    assert_eq!((mark.arrived, mark.departed), (None, TimeOfDay::new(9, 30)));
    let back: Vec<_> = mark
        .again
        .iter()
        .map(|stay| (Some(stay.from), stay.until))
        .collect();
    assert_eq!(back, [(TimeOfDay::new(9, 40), None)]);
    meeting.assert_shows("حاضر ۴۰ از ۴۰");
}

#[test]
fn who_was_absent_and_comes_late_is_present_from_then_on_and_the_time_can_be_edited() {
    let mut meeting = opened();
    meeting.press("a<Up>d");
    let mark = meeting.mark_of("مهرداد کیانی");
    assert_eq!(
        (mark.status, mark.arrived),
        (Presence::Present, TimeOfDay::new(9, 30))
    );
    meeting.press("<Enter>");
    meeting.assert_shows("۰۹:۳۰");
}

#[test]
fn who_is_away_cannot_leave() {
    let mut meeting = opened();
    meeting.press("a<Up>o");
    assert_eq!(meeting.mark_of("مهرداد کیانی").departed, None);
    meeting.assert_shows("حاضر ثبت نشده است");
}

#[test]
fn a_guest_who_was_added_is_selected() {
    let mut meeting = opened();
    meeting.press("hپروین مهمان<Enter>");
    meeting.press("<Enter> دوم<Enter>");
    let guests = meeting.view().session.guests;
    let names: Vec<&str> = guests.iter().map(|guest| guest.name.as_str()).collect();
    assert_eq!(names, ["پروین مهمان دوم"]);
}
