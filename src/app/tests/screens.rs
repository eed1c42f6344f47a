//! What each screen looks like, at three sizes and in both languages.

use super::desk::Desk;
use crate::words::Lang;
use insta::assert_snapshot;

#[test]
fn the_list_of_sessions() {
    assert_snapshot!(Desk::persian().screen());
}

#[test]
fn the_list_of_sessions_in_english_is_mirrored() {
    assert_snapshot!(Desk::new(Lang::En, 80, 24).screen());
}

#[test]
fn a_wide_list_of_sessions_shows_place_and_chair() {
    assert_snapshot!(Desk::new(Lang::Fa, 120, 40).screen());
}

#[test]
fn a_narrow_list_of_sessions_is_still_whole() {
    assert_snapshot!(Desk::new(Lang::Fa, 60, 16).screen());
}

#[test]
fn a_screen_that_is_too_small_says_what_it_needs() {
    assert_snapshot!(Desk::new(Lang::Fa, 40, 8).screen());
}

#[test]
fn the_details_of_a_session() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>").screen());
}

#[test]
fn the_agenda_of_a_session() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>2").screen());
}

#[test]
fn the_roll_call_of_a_session() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>3").screen());
}

#[test]
fn the_roll_call_in_english() {
    assert_snapshot!(Desk::new(Lang::En, 80, 24).press("<Down><Enter>3").screen());
}

#[test]
fn the_notes_of_a_session() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>4").screen());
}

#[test]
fn a_note_in_full() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>4<Enter>").screen());
}

#[test]
fn the_resolutions_of_a_session() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>5").screen());
}

#[test]
fn the_resolutions_on_a_wide_screen_have_a_column_for_everything() {
    assert_snapshot!(Desk::new(Lang::Fa, 120, 40).press("<Down><Enter>5").screen());
}

#[test]
fn the_resolutions_on_a_narrow_screen() {
    assert_snapshot!(Desk::new(Lang::Fa, 60, 16).press("<Down><Enter>5").screen());
}

#[test]
fn the_raw_text_of_an_imported_session() {
    assert_snapshot!(Desk::persian().press("<Down><Down><Enter>6").screen());
}

#[test]
fn a_resolution_in_full() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>5<Enter>").screen());
}

#[test]
fn a_resolution_in_full_in_english() {
    assert_snapshot!(
        Desk::new(Lang::En, 80, 24)
            .press("<Down><Enter>5<Enter>")
            .screen()
    );
}

#[test]
fn the_open_resolutions_of_all_sessions() {
    assert_snapshot!(Desk::persian().press("o").screen());
}

#[test]
fn members_organisations_and_bodies() {
    let mut desk = Desk::persian();
    assert_snapshot!("members", desk.press("w").screen());
    assert_snapshot!("organisations", desk.press("2").screen());
    assert_snapshot!("bodies", desk.press("3").screen());
}

#[test]
fn the_history_of_changes() {
    assert_snapshot!(Desk::persian().press("h").screen());
}

#[test]
fn the_form_of_a_resolution() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>5e").screen());
}

#[test]
fn the_form_of_a_session_shows_the_weekday_of_its_date() {
    assert_snapshot!(Desk::persian().press("<Down>e<Tab>").screen());
}

#[test]
fn a_small_form_stands_over_its_list() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>3<Down><Down>k").screen());
}

#[test]
fn the_help_of_a_screen() {
    assert_snapshot!(Desk::persian().press("?").screen());
}

#[test]
fn a_question_before_something_is_destroyed() {
    assert_snapshot!(Desk::persian().press("<Down><Enter>5d").screen());
}
