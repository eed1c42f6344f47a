//! A meeting of three hours loses nothing, even where the program ends in the middle of a word.

use super::meeting::Meeting;
use super::story::Story;
use dabir::calendar::TimeOfDay;
use dabir::domain::attendance::Presence;

fn attendance_is_kept(meeting: &Meeting) {
    let tally = meeting.view().tally;
    let counts = (
        tally.present,
        tally.video,
        tally.represented,
        tally.excused,
        tally.absent,
    );
    assert_eq!(counts, (36, 1, 1, 1, 1));
    let late = meeting.mark_of("رویا چشمه");
    assert_eq!(
        (late.status, late.arrived),
        (Presence::Present, TimeOfDay::new(10, 6))
    );
    assert_eq!(meeting.mark_of("تینا شهریاری").arrived, TimeOfDay::new(9, 30));
    assert_eq!(meeting.mark_of("ناهید گوینده").departed, TimeOfDay::new(10, 52));
    let person = meeting.mark_of("کیان درمانگر").representative.unwrap();
    assert_eq!(person.name.as_deref(), Some("پیمان شفایی"));
}

#[test]
fn a_meeting_of_three_hours_is_in_the_store_as_typed_though_the_program_ended_in_the_middle_of_a_note() {
    let mut story = Story::play(Meeting::new(), true, || 0);
    assert!(story.meeting.pressed >= 2_000, "{} keys", story.meeting.pressed);
    story.meeting.assert_shows("کم است");
    story.meeting = story.meeting.die();
    let (notes, resolutions) = story.stored();
    for (stored, typed) in notes.iter().zip(&story.notes) {
        assert_eq!(stored, typed);
    }
    for (stored, typed) in resolutions.iter().zip(&story.resolutions) {
        assert_eq!(stored, typed);
    }
    assert_eq!((notes.len(), resolutions.len()), (story.notes.len(), 6));
    attendance_is_kept(&story.meeting);
    let agenda = story.meeting.view().session.agenda;
    let titles: Vec<&str> = agenda.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["گزارش دبیر", "تراز آب دشت بالا", "بیمه باغ‌ها", "سایر"]);
}
