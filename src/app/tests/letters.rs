//! The letters to organisations: who gets one, and how they are given out.

use super::desk::Desk;
use crate::app::stage::Stage;
use crate::app::{Effect, Screen};
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

#[test]
fn enter_gives_the_letters_out() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("gd")
        .assert_shows("Letters to organisations")
        .assert_shows("letters");
    desk.press("<Enter>");
    match desk.left_over().as_slice() {
        [Effect::Give { order, .. }] => {
            assert!(matches!(order.request.document, OfficeDocument::Letters(_)));
        }
        other => panic!("{other:?}"),
    }
    desk.press("<Esc>");
    assert_eq!(desk.left_over(), [Effect::StopGiving]);
}
