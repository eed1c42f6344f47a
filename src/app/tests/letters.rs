//! The letters to organisations: the page opens, says what it does not do yet, and is left.

use super::desk::Desk;
use super::fixture;
use crate::app::Screen;
use crate::app::stage::Stage;
use crate::words::Lang;

#[test]
fn letters_open_after_g_say_what_to_do_instead_and_are_left() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>");
    let below = desk.model.screen().clone();
    let session = below.session().unwrap();
    desk.press("gd")
        .assert_shows("نامه به دستگاه‌ها")
        .assert_shows("هنوز از اینجا نامه‌ای ساخته نمی‌شود")
        .assert_shows(&format!("dabir show {session}"));
    assert_eq!(*desk.model.screen(), Screen::Stage(Stage::Letters, session));
    desk.press("<Up><Down><Enter><Esc>");
    assert_eq!(*desk.model.screen(), below);
    assert_eq!(desk.left_over(), []);
}

#[test]
fn letters_open_from_the_list_of_sessions_in_english_too() {
    let mut desk = Desk::new(Lang::En, 80, 24);
    desk.press("gd")
        .assert_shows("Letters to organisations")
        .assert_shows("No letter is written here yet")
        .assert_shows(&format!("dabir show {}", fixture::session_id(9)));
    desk.press("<Esc>");
    assert_eq!(*desk.model.screen(), Screen::Sessions);
}
