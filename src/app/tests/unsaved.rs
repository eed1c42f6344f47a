//! What was typed and not saved is gone to by one key from the list of sessions, whatever form it was written in.

use super::desk::Desk;
use crate::app::{Effect, Msg};

/// The last draft that was kept, by its key.
fn kept(desk: &mut Desk) -> (String, String) {
    let drafts = desk.left_over().into_iter().filter_map(|effect| match effect {
        Effect::KeepDraft { key, text } => Some((key, text)),
        _ => None,
    });
    drafts.last().expect("a draft")
}

#[test]
fn one_key_opens_the_form_again_with_what_was_written() {
    for (open, typed) in [
        ("<Down>5f", "<Tab>3"),
        ("<Down>5p", "پاسخ رسید"),
        ("<Down>5l", "دو ماه"),
        ("<Down>5+", "/tmp/map.pdf"),
        ("<Down>2a", "بررسی چاه‌ها"),
        ("<Down>2e", " و قنات‌ها"),
        ("<Down>3h", "شیرین"),
        ("<Down>3<Enter>", "<Tab>کاوه"),
        ("<Down>3k", "سارا"),
        ("<Down>4a", "سخن"),
        ("<Down>e", "<Tab>"),
        ("w", "a"),
    ] {
        let mut desk = Desk::persian();
        desk.press(open);
        desk.left_over();
        desk.press(typed).press("ب");
        let (key, text) = kept(&mut desk);
        let shown = desk.logical();
        let mut again = Desk::persian();
        again.tell(Msg::Drafts(vec![key.clone()]));
        again.answers_drafts = false;
        again.press("k");
        let form = again.model.form().map(|form| form.draft_key());
        assert_eq!(
            form.as_deref(),
            Some(key.as_str()),
            "{open}: another form, or none"
        );
        again.tell(Msg::Draft(key.clone(), Some(text.clone())));
        again.assert_shows("پیش‌نویس بازگشت");
        // The next letter goes where the caret was left: both drafts are one.
        desk.press("ت");
        again.left_over();
        again.press("ت");
        assert_eq!(kept(&mut desk), kept(&mut again), "{open}: {shown}");
    }
}

#[test]
fn a_draft_of_what_is_gone_says_where_it_is_offered() {
    let mut desk = Desk::persian();
    desk.tell(Msg::Drafts(vec!["vote/s8/nobody".to_owned()]));
    desk.press("k").assert_shows("رأی‌گیری");
    assert!(desk.model.form().is_none());
}
