//! Resolutions by their keys: taken in few of them, taken apart, put together, taken over, followed, changed together.

use super::desk::Desk;
use crate::app::Msg;
use crate::domain::resolution::Resolution;
use crate::office::command::{Command, Done, Notice};

fn recorded(desk: &mut Desk) -> Resolution {
    match desk.command() {
        Command::RecordResolution { after, .. } => *after,
        other => panic!("a resolution was expected: {other:?}"),
    }
}

/// The resolutions of the eighth session, which is a draft.
fn table() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down>5");
    desk
}

#[test]
fn a_resolution_with_two_organisations_and_a_deadline_takes_ten_keystrokes_beside_its_own_words() {
    let mut desk = table();
    let keys = [
        "a", "<Tab>", "<Tab>", "ص", "م", "<Enter>", "ج", "ه", "<Enter>", "<F2>",
    ];
    for (number, key) in keys.iter().enumerate() {
        // Its own words: the wording, the deadline.
        match number {
            1 => desk.press("تراز آب هر ماه به دبیرخانه فرستاده شود."),
            2 => desk.press("۲ هفته"),
            _ => &mut desk,
        };
        desk.press(key);
    }
    assert_eq!(keys.len(), 10);
    let made = recorded(&mut desk);
    let who: Vec<&str> = made.responsible.iter().map(|who| who.written.as_str()).collect();
    assert_eq!(who, ["سازمان صنعت، معدن و تجارت", "سازمان جهاد کشاورزی"]);
    assert_eq!(made.deadline.map(|deadline| deadline.kind()), Some("within"));
    assert_eq!((made.row, made.subject), (Some(5), None));
}

#[test]
fn a_day_on_which_nobody_works_is_marked() {
    let mut desk = table();
    desk.press("aمتن<Tab>تا ۱۴۰۲/۰۱/۰۱").assert_shows("(نوروز)");
    desk.press("<C-a><Del>تا ۱۴۰۲/۰۲/۱۵").assert_shows("(آخر هفته)");
    desk.press("<C-a><Del>تا ۱۴۰۲/۰۲/۱۶").assert_hides("(");
}

#[test]
fn a_resolution_without_a_quorum_is_recorded_and_the_quorum_is_spoken_of() {
    let mut desk = table();
    desk.press("aمتن<F2>").command();
    desk.tell(Msg::Did(Ok(Done {
        entry: Some(42),
        notices: vec![Notice::QuorumNotMet {
            present: 2,
            needed: 3,
        }],
        ..Done::default()
    })));
    desk.assert_shows("ثبت شد").assert_shows("به حد نصاب نرسیده است");
}
