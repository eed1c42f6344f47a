//! The program's screens through a terminal emulator: after every key it shows what was painted, cell for cell, with
//! colours and caret, however text is sent. Does not know which bytes bring that about.

use super::meeting::Meeting;
use dabir::host::ways::Way;
use dabir::text::TextForm;

/// Over most kinds of screens: lists that scroll both ways, tabs, pages, a form with text in both directions and a caret in
/// its middle, words looked for over everything, help, questions.
const KEYS: &[&str] = &[
    "<Down><Down><Up><End><Home>",
    "<Enter>123<Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><Down>",
    "<Down><Down><Down><Down><Down><Down><Down><Down><Down><Down><End><Up><Up><PageUp><PageDown><Home>",
    "p<Down>5<Down>456",
    "4a<Tab>سخنی از نوبت (نسخه 2.0) آب<Left><Left><Left><Left>کم<Del><Home>x<End>۱۲۳",
    "<F2>4a<Tab>متن دیگر<Esc>",
    "<Esc><Esc>?<Down><Down><Esc>",
    "<F7>آب<Down><Esc><Esc>",
];

#[test]
fn an_emulator_shows_every_frame_of_a_meeting_as_it_was_painted_in_every_way() {
    for way in Way::ALL {
        let form = match way {
            Way::Terminal => TextForm::Logical,
            _ => TextForm::Visual,
        };
        let mut meeting = Meeting::judged(form, way);
        for keys in KEYS {
            meeting.press(keys);
        }
        assert!(meeting.frames.iter().filter(|frame| frame.bytes > 0).count() > 100);
    }
}
