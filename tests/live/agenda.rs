//! The agenda while it is talked about: what it amounts to, and what follows its items when they move.

use super::meeting::Meeting;

fn noted() -> Meeting {
    let mut meeting = Meeting::new();
    meeting.press("<Enter>4");
    meeting.begin();
    meeting.press("faلی<Enter>الف<F2>t<F2>2");
    meeting
}

fn item_numbers(meeting: &Meeting) -> (Option<u32>, Option<u32>) {
    let view = meeting.view();
    let resolution = &view.resolutions[0].resolution;
    (view.notes[0].agenda_item, resolution.agenda_item)
}

#[test]
fn the_planned_minutes_are_summed_up_with_the_end_they_come_to() {
    let meeting = noted();
    meeting.assert_shows("۳ موضوع · ۶۰ دقیقه · پایان در ۱۰:۰۰");
    meeting.assert_shows("◂ اکنون");
}

#[test]
fn notes_and_resolutions_follow_their_item_when_it_moves_and_forget_it_when_it_goes() {
    let mut meeting = noted();
    assert_eq!(item_numbers(&meeting), (Some(2), Some(2)));
    meeting.press("]");
    assert_eq!(meeting.view().session.agenda[0].title, "تراز آب دشت بالا");
    assert_eq!(item_numbers(&meeting), (Some(1), Some(1)));
    // Its words may be edited.
    meeting.press("<Up>e دوم<Enter>");
    assert_eq!(meeting.view().session.agenda[0].title, "تراز آب دشت بالا دوم");
    assert_eq!(item_numbers(&meeting), (Some(1), Some(1)));
    meeting.press("<Del><Up><Enter>");
    assert_eq!(meeting.view().session.agenda.len(), 2);
    assert_eq!(item_numbers(&meeting), (None, None));
    meeting.press("u");
    assert_eq!(item_numbers(&meeting), (Some(1), Some(1)));
}
