//! The keys of a text in a form: cut, copy, paste, what helps did, the editor outside.

use super::desk::Desk;
use crate::app::not_edited::NotEdited;
use crate::app::{Effect, Msg};
use crate::office::command::DiskError;
use crate::words::Lang;
use insta::assert_snapshot;

/// A new resolution with the caret in its wording.
fn wording() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5a").left_over();
    desk
}

fn copied(desk: &mut Desk) -> Vec<String> {
    let left = desk.left_over().into_iter();
    left.filter_map(|effect| match effect {
        Effect::Copy(text) => Some(text),
        _ => None,
    })
    .collect()
}

#[test]
fn text_is_copied_cut_and_pasted_with_and_without_ctrl() {
    for (copy, cut, paste) in [("<F7>", "<S-Del>", "<S-Ins>"), ("<C-c>", "<C-x>", "<C-v>")] {
        let mut desk = wording();
        desk.press("گندم<C-a>")
            .press(copy)
            .assert_shows("رونوشت برداشته شد");
        assert_eq!(copied(&mut desk), ["گندم"]);
        desk.press(cut).assert_hides("گندم").assert_shows("بریده شد");
        assert_eq!(copied(&mut desk), ["گندم"]);
        desk.press(paste).press(paste).assert_shows("گندمگندم");
        desk.press("<F5>").assert_hides("گندمگندم");
    }
}

#[test]
fn what_is_copied_in_a_list_can_be_pasted_in_a_form() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5ya<C-v>");
    let text = copied(&mut desk).remove(0);
    let first_words: Vec<&str> = text.lines().last().unwrap().split(' ').take(3).collect();
    desk.assert_shows(&first_words.join(" "));
}

#[test]
fn text_is_selected_without_shift_for_terminals_that_do_not_send_it() {
    let mut desk = wording();
    desk.press("گندم جو<F3>")
        .assert_shows("فلش‌ها متن را برمی‌گزینند")
        .press("<Right><Right>")
        .assert_shows("فلش‌ها متن را برمی‌گزینند")
        .press("<F7>");
    assert_eq!(copied(&mut desk), ["جو"]);
    desk.press("<Left>").assert_hides("فلش‌ها متن را برمی‌گزینند");
    desk.press("<F3><Home>ب").assert_hides("گندم");
    desk.press("<Home>").assert_hides("فلش‌ها متن را برمی‌گزینند");
}

#[test]
fn without_selected_or_copied_text_it_is_said_what_is_missing() {
    wording().press("آب<F7>").assert_shows("متنی برگزیده نیست");
    wording().press("<C-x>").assert_shows("متنی برگزیده نیست");
    wording().press("<C-v>").assert_shows("هنوز چیزی رونوشت");
}

#[test]
fn what_a_help_did_is_said_with_the_key_that_takes_it_back() {
    wording()
        .press("بند 7")
        .assert_shows("F12")
        .assert_shows("رقم، فارسی نوشته شد");
    wording().press("بند 7ا").assert_hides("رقم، فارسی");
    wording().press("«").assert_shows("گیومه بسته هم آمد؛ F5");
    wording().press("الف) یک<Enter>").assert_shows("نشان بند");
    let mut desk = wording();
    desk.tell(Msg::Paste("كميسيون".to_owned()))
        .assert_shows("ی و ک فارسی شد؛ F5");
    desk.press("<F5>").assert_shows("كميسيون");
}

#[test]
fn the_card_of_the_terminal_and_every_key_of_text_stand_in_the_help() {
    let mut desk = Desk::new(Lang::Fa, 100, 50);
    desk.press("<F1>").assert_shows("خوانایی پایانه").press("<Esc>");
    desk.press("<Down><Enter>5a<F1>");
    assert_snapshot!("the_help_of_a_text", desk.screen());
}

#[test]
fn a_text_goes_outside_with_its_draft_kept_and_comes_back_as_one_change() {
    let mut desk = wording();
    desk.press("کهنه").left_over();
    desk.assert_shows("F4 ویرایشگر بیرون").press("<F4>ب");
    let left = desk.left_over();
    assert!(
        matches!(&left[..], [Effect::KeepDraft { .. }, Effect::EditOutside(text)] if text == "کهنه"),
        "{left:?}"
    );
    desk.assert_hides("کهنهب");
    desk.tell(Msg::EditedOutside(Ok("الف) كار 12\u{202E}\r\nدوم\n".to_owned())));
    // What was typed meanwhile comes behind the text, and letters and digits stay as the editor left them.
    desk.assert_shows("الف) كار 12").assert_shows("دومب");
    assert!(matches!(desk.left_over().last(), Some(Effect::KeepDraft { text, .. }) if text.contains("دومب")));
    desk.press("<F5><F5>").assert_shows("کهنه").assert_hides("كار");
    desk.press("<F6>").assert_shows("كار 12");
}

#[test]
fn an_emptied_text_and_an_unchanged_one_come_back_too() {
    let mut desk = wording();
    desk.press("کهنه<F4>")
        .tell(Msg::EditedOutside(Ok("کهنه\n".to_owned())));
    desk.assert_shows("چیزی عوض نشد").assert_shows("کهنه");
    desk.press("<F4>")
        .tell(Msg::EditedOutside(Ok("\n".to_owned())))
        .assert_hides("کهنه");
    desk.press("<F5>").assert_shows("کهنه");
}

#[test]
fn an_editor_that_fails_leaves_the_text_and_says_why() {
    for (why, said) in [
        (NotEdited::NoEditor, "EDITOR=nano"),
        (NotEdited::BadWords, "گیومه‌های آن"),
        (NotEdited::Failed(None), "با خطا پایان یافت"),
        (NotEdited::Failed(Some("/tmp/x".to_owned())), "/tmp/x"),
        (NotEdited::NotText("/tmp/x".to_owned()), "UTF-8"),
        (NotEdited::NotRead(DiskError::Device), "خوانده نشد"),
        (NotEdited::NoPlace(DiskError::Full), "پرونده موقت"),
    ] {
        let mut desk = wording();
        desk.press("کهنه<F4>").tell(Msg::EditedOutside(Err(why)));
        desk.assert_shows(said)
            .assert_shows("کهنه")
            .press("تر")
            .assert_shows("کهنهتر");
    }
}

#[test]
fn a_field_of_one_line_has_no_editor_outside() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5a<S-Tab>")
        .assert_hides("ویرایشگر بیرون");
    desk.press("<F4>").assert_shows("برای خانه‌های متن");
    assert!(desk.left_over().is_empty());
}
