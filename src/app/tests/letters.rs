//! The letters to organisations: who gets one, and how they are given out.

use super::desk::Desk;
use super::fixture;
use crate::app::giving::{GiveOrder, GivenEnd, GivenFiles};
use crate::app::stage::Stage;
use crate::app::{Effect, Msg, Screen};
use crate::office::command::Command;
use crate::papers::issue::OfficeDocument;
use crate::words::Lang;

#[test]
fn letters_open_after_g_say_who_gets_one_and_are_left() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>");
    let below = desk.model.screen().clone();
    let session = below.session().unwrap();
    desk.press("gd")
        .assert_shows("نامه به دستگاه‌ها")
        .assert_shows("دستگاه");
    assert_eq!(*desk.model.screen(), Screen::Stage(Stage::Letters, session));
    desk.press("<Up><Down><Esc>");
    assert_eq!(*desk.model.screen(), below);
    assert_eq!(desk.left_over(), []);
}

/// What the host was asked to give out: letters.
fn ordered(desk: &mut Desk) -> GiveOrder {
    match desk.left_over().as_slice() {
        [Effect::Give { order, .. }] if matches!(order.request.document, OfficeDocument::Letters(_)) => {
            (**order).clone()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn letters_are_given_and_their_notification_recorded_in_one_step() {
    for keys in ["gd<Enter>", "<F9><Down><Down><Enter>"] {
        let mut desk = Desk::new(Lang::En, 100, 24);
        desk.press(keys).press("<Up><Enter>");
        let order = ordered(&mut desk);
        assert_eq!(order.request.letters.notified, Some(fixture::today()), "{keys}");
        let files = ["a", "b"].map(|name| format!("/papers/{name}.docx").into());
        desk.tell(Msg::Given(GivenFiles {
            files: files.into(),
            end: GivenEnd::Whole,
        }));
        match desk.command() {
            Command::RecordNotification { notified, .. } => assert_eq!(notified, Some(fixture::today())),
            other => panic!("{other:?}"),
        }
        // Where the letters are stays to be read.
        desk.done()
            .assert_shows("notification was recorded")
            .assert_shows("2 files written");
    }
}

#[test]
fn enter_gives_the_letters_out() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("gd")
        .assert_shows("Letters to organisations")
        .assert_shows("letters");
    // The notification of these minutes is not recorded; to leave it so is the chosen answer.
    desk.press("<Enter>")
        .assert_shows("not recorded yet")
        .press("<Enter>");
    assert_eq!(ordered(&mut desk).request.letters.notified, None);
    desk.press("<Esc>");
    assert_eq!(desk.left_over(), [Effect::StopGiving]);
}
