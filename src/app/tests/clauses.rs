//! Clauses while they are written: their marks, who is to act on each and until when, and their drafts.

use super::desk::Desk;
use crate::app::{Effect, Msg};
use crate::domain::resolution::Resolution;
use crate::office::command::Command;

/// A new resolution of the eighth session, which is a draft, with the caret in its wording.
fn wording() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5a").left_over();
    desk
}

fn recorded(desk: &mut Desk) -> Resolution {
    match desk.command() {
        Command::RecordResolution { after, .. } => *after,
        other => panic!("a resolution was expected: {other:?}"),
    }
}

fn owners(resolution: &Resolution, letter: &str) -> Vec<String> {
    let state = resolution.clauses.get(letter);
    let names = state.into_iter().flat_map(|state| &state.responsible);
    names.map(|who| who.written.clone()).collect()
}

fn deadline<'a>(resolution: &'a Resolution, letter: &str) -> Option<&'a str> {
    let deadline = resolution.clauses.get(letter)?.deadline.as_ref()?;
    Some(&deadline.written)
}

#[test]
fn owner_and_deadline_of_a_clause_take_four_keystrokes_where_it_is_written() {
    let mut desk = wording();
    desk.press("الف) فهرست چاه‌ها تهیه شود.")
        .assert_shows("مسئول بند الف");
    let keys = ["<Tab>", "<Enter>", "<Tab>", "<Enter>"];
    let typed = ["", "صمت", "", "دو هفته"];
    for (key, own_words) in keys.iter().zip(typed) {
        desk.press(own_words).press(key);
    }
    // The caret is in the words again: the list goes on.
    desk.press("<Enter>هزینه برآورد شود.").assert_shows("مسئول بند ب");
    desk.press("<Tab>جهاد<Enter><F2>");
    let made = recorded(&mut desk);
    assert_eq!(made.text, "الف) فهرست چاه‌ها تهیه شود.\nب) هزینه برآورد شود.");
    assert_eq!(owners(&made, "الف"), ["سازمان صنعت، معدن و تجارت"]);
    assert_eq!(deadline(&made, "الف"), Some("دو هفته"));
    assert_eq!(owners(&made, "ب"), ["سازمان جهاد کشاورزی"]);
    assert_eq!((deadline(&made, "ب"), made.responsible.len()), (None, 0));
}

#[test]
fn the_fields_of_a_clause_follow_the_caret_and_a_deadline_is_read_while_it_is_typed() {
    let mut desk = wording();
    desk.press("الف) فهرست تهیه شود.<Tab><Tab>ده روز")
        .assert_shows("ظرف مدت");
    desk.press("<Enter><Enter>گزارش داده شود.")
        .assert_shows("مهلت بند ب")
        .assert_hides("مهلت بند الف");
    desk.press("<Up>")
        .assert_shows("مهلت بند الف")
        .assert_shows("ده روز");
    desk.press("<Home>مقرر شد: ").assert_shows("مهلت بند الف");
}

#[test]
fn a_name_that_was_not_entered_is_kept_when_the_caret_goes_on() {
    let mut desk = wording();
    desk.press("الف) فهرست تهیه شود.<Tab>شهرداری<S-Tab><Enter>گزارش داده شود.<F2>");
    let made = recorded(&mut desk);
    assert_eq!(owners(&made, "الف"), ["شهرداری"]);
    assert_eq!(owners(&made, "ب"), Vec::<String>::new());
}

#[test]
fn a_letter_that_is_typed_is_the_letter_and_a_proviso_is_no_clause() {
    let mut desk = wording();
    desk.press("الف) یک<Enter>ب) دو<Enter>ج - سه<Enter>تبصره: چهار<F2>");
    assert_eq!(recorded(&mut desk).text, "الف) یک\nب) دو\nج - سه\nتبصره: چهار");
}

#[test]
fn enter_in_a_note_writes_no_letters() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>4a<Tab>").left_over();
    desk.press("الف) یک<Enter>دو<F2>");
    match desk.command() {
        Command::RecordNote { after, .. } => assert_eq!(after.text, "الف) یک\nدو"),
        other => panic!("a note was expected: {other:?}"),
    }
}

#[test]
fn a_draft_brings_what_was_written_about_the_clauses() {
    let mut desk = wording();
    desk.press("الف) یک<Tab>شهرداری<Enter><Tab>دو هفته<Enter><Enter>دو<Tab>جهاد");
    let drafts = desk.left_over().into_iter().filter_map(|effect| match effect {
        Effect::KeepDraft { key, text } => Some((key, text)),
        _ => None,
    });
    let (key, text) = drafts.last().expect("a draft");
    let mut again = wording();
    again.model.form.as_mut().unwrap().awaits_draft = true;
    again.tell(Msg::Draft(key, Some(text))).press("<Enter>");
    again.assert_shows("مسئول بند ب").press("<F2>");
    let made = recorded(&mut again);
    assert_eq!(owners(&made, "الف"), ["شهرداری"]);
    assert_eq!(deadline(&made, "الف"), Some("دو هفته"));
    assert_eq!(owners(&made, "ب"), ["جهاد"]);
}

#[test]
fn moving_through_clauses_is_no_change() {
    let mut desk = Desk::persian();
    desk.press("<Down><Down><Enter>5<Down>e")
        .assert_shows("مسئول بند ج")
        .press("<Up><Up><Esc>")
        .assert_nothing_changed()
        .assert_hides("نوشته ثبت‌نشده");
}

#[test]
fn a_resolution_says_how_many_of_its_clauses_are_done() {
    let mut desk = Desk::persian();
    desk.press("<Down><Down><Enter>5").assert_shows("(۱ از ۳)");
}

#[test]
fn the_marks_of_clauses_and_the_terms_of_office_are_the_bodys() {
    let mut desk = Desk::persian();
    desk.press("w3<Enter>")
        .assert_shows("نشان بندها")
        .press("<Tab><Tab><Tab><Tab><Tab><Tab><Right><Tab>دوره سوم: ۱۴۰۱/۱/۱<F2>");
    match desk.command() {
        Command::RecordBody { after, .. } => {
            assert_ne!(after.letters, crate::domain::body::ClauseLetters::default());
            assert_eq!(after.terms[0].name, "دوره سوم");
        }
        other => panic!("a body was expected: {other:?}"),
    }
}

#[test]
fn the_first_screen_says_what_was_not_saved_and_one_key_goes_there() {
    let mut desk = wording();
    desk.press("فهرست چاه‌ها تهیه شود.<Home>");
    desk.press("مقرر شد ");
    let drafts = desk.left_over().into_iter().filter_map(|effect| match effect {
        Effect::KeepDraft { key, text } => Some((key, text)),
        _ => None,
    });
    let (key, text) = drafts.last().expect("a draft");
    let mut again = Desk::persian();
    again
        .tell(Msg::Drafts(vec![key.clone()]))
        .assert_shows("نوشته ثبت‌نشده (۱): مصوبه تازه: هشتمین جلسه");
    again.answers_drafts = false;
    again.press("k");
    again.tell(Msg::Draft(key, Some(text)));
    again.assert_shows("پیش‌نویس بازگشت").press("که <F2>");
    assert_eq!(recorded(&mut again).text, "مقرر شد که فهرست چاه‌ها تهیه شود.");
    again.done();
    again.press("<Esc><Esc>").assert_hides("نوشته ثبت‌نشده");
}
