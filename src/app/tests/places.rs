//! Where one is stays where one is: selections, late answers, finding, going back.

use super::desk::Desk;
use super::fixture;
use crate::app::{Effect, Model, Msg, Screen, update};
use crate::office::command::{Command, Created, DiskError, Done, Failure, Refusal, StoreFailure};
use crate::office::query::{Answer, Query};
use crate::ui::key::{Code, Key};
use crate::words::Lang;

#[test]
fn the_selection_and_the_tab_are_kept_while_one_is_elsewhere() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5<Down><Enter><Esc>");
    desk.press("<Esc><Enter>")
        .press("<Enter>")
        .assert_shows("دو دوره آموزشی");
}

#[test]
fn an_answer_about_another_session_is_ignored() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>");
    let late = Box::new(fixture::answer(&Query::Session(fixture::session_id(7))));
    desk.tell(Msg::Answered(Query::Session(fixture::session_id(7)), late))
        .assert_shows("هشتمین جلسه");
}

#[test]
fn an_answer_to_words_that_were_typed_before_is_ignored() {
    let mut desk = Desk::persian();
    desk.press("ofپایش");
    desk.assert_hides("کنتور");
    let all = Query::Resolutions {
        filter: crate::search::Filter::default(),
        open: true,
        limit: 500,
    };
    let late = Box::new(fixture::answer(&all));
    desk.tell(Msg::Answered(all, late)).assert_hides("کنتور");
}

#[test]
fn typed_words_narrow_the_list_whatever_letters_they_are_written_with() {
    let mut desk = Desk::persian();
    desk.press("fهفتمين").assert_shows("هفتمین").assert_hides("نهمین");
    desk.press("<Enter><Enter>")
        .assert_shows("متن خام")
        .press("<Esc>")
        .assert_hides("نهمین");
    desk.press("<Esc>").assert_shows("نهمین");
}

#[test]
fn words_that_nothing_has_are_answered_with_a_sentence() {
    Desk::persian().press("fخخخخ").assert_shows("پیدا نشد");
}

#[test]
fn undo_and_redo_name_what_they_did() {
    let mut desk = Desk::persian();
    desk.press("u");
    assert_eq!(desk.command(), Command::Undo);
    let done = Done {
        entry: Some(43),
        about: Some("record_resolution".to_owned()),
        ..Done::default()
    };
    desk.did(Ok(done.clone()))
        .assert_shows("برگردانده شد: ")
        .assert_shows("ثبت مصوبه");
    desk.press("<C-y>");
    assert_eq!(desk.command(), Command::Redo);
    desk.did(Ok(done)).assert_shows("دوباره انجام شد: ");
    desk.press("u")
        .failed(Refusal::NothingToUndo)
        .assert_shows("چیزی برای برگرداندن نیست");
}

#[test]
fn a_resolution_just_made_is_the_selected_one() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5aعنوان<Tab>متن<F2>");
    let id = fixture::session_view(8).resolutions[2].resolution.id.clone();
    let done = Done {
        entry: Some(42),
        created: vec![Created::Resolution(id)],
        ..Done::default()
    };
    desk.did(Ok(done)).press("<Enter>").assert_shows("تراز آب هر ماه");
}

#[test]
fn a_session_that_is_gone_is_left() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>");
    let gone = Query::Session(fixture::session_id(8));
    desk.tell(Msg::Answered(gone, Box::new(Answer::Session(None))))
        .assert_shows("این جلسه دیگر نیست");
    desk.assert_shows("نهمین جلسه");
}

#[test]
fn editing_keys_of_a_final_session_say_that_it_is_locked() {
    for keys in [
        "e", "2a", "2d", "2]", "3p", "3k", "3i", "3h", "4a", "4d", "5a", "5e", "5d", "5[", "5i",
    ] {
        let mut desk = Desk::persian();
        desk.press("<Enter>1").press(keys);
        let nothing_to_do = keys == "5[";
        if !nothing_to_do {
            desk.assert_shows("نهایی و قفل شده");
        }
        desk.assert_nothing_changed();
    }
}

#[test]
fn q_leaves_and_esc_goes_back_to_the_list() {
    let mut desk = Desk::persian();
    desk.press("<Enter><Esc>").assert_shows("هفتمین جلسه");
    desk.press("<Esc>").assert_shows("هفتمین جلسه").press("ض");
    assert_eq!(desk.left_over(), [Effect::Quit]);
}

#[test]
fn a_screen_that_is_too_small_takes_no_key_but_q() {
    let mut desk = Desk::new(Lang::Fa, 50, 10);
    desk.press("d<Enter>u");
    assert_eq!(desk.left_over(), []);
    desk.tell(Msg::Resized {
        columns: 80,
        rows: 24,
    })
    .assert_shows("نهمین جلسه");
    desk.tell(Msg::Resized {
        columns: 50,
        rows: 10,
    })
    .press("q");
    assert_eq!(desk.left_over(), [Effect::Quit]);
}

#[test]
fn no_key_breaks_any_screen_at_any_size() {
    let screens = [
        "",
        "<Enter>1",
        "<Enter>2",
        "<Enter>3",
        "<Enter>4",
        "<Enter>5",
        "<Enter>5<Enter>",
        "o",
        "w",
        "w2",
        "w3",
        "h",
    ];
    for (columns, rows) in [(60, 16), (80, 24), (61, 40), (200, 16), (1, 1), (0, 0)] {
        for screen in screens {
            for key in [
                "a", "e", "d", "s", "p", "g", "i", "f", "<Enter>", "<Del>", "<End>", "<PgDn>", "<Left>", "?",
                "j", "y", "[",
            ] {
                let mut desk = Desk::new(Lang::Fa, 80, 24);
                desk.press("<Down>")
                    .press(screen)
                    .tell(Msg::Resized { columns, rows });
                desk.press(key)
                    .press("<Down><Right>س<Tab><Up><Enter><End>")
                    .screen();
            }
        }
    }
    let mut desk = Desk::persian();
    for c in (0u8..=255).map(char::from) {
        desk.tell(Msg::Key(Key::ctrl(c)));
    }
}

#[test]
fn notes_and_resolutions_of_a_final_session_can_be_read_in_full() {
    let mut desk = Desk::persian();
    desk.press("<Enter>4<Enter>")
        .assert_shows("مطلب")
        .assert_shows("تراز آب زیرزمینی");
    desk.press("e").assert_shows("نهایی و قفل شده").press("y");
    assert!(matches!(&desk.left_over()[..], [Effect::Copy(text)] if text.starts_with("لیلا صبوری")));
}

#[test]
fn arrows_go_from_resolution_to_resolution_and_the_table_follows() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5<Enter><Left>")
        .assert_shows("دو دوره آموزشی")
        .press("<Left><Left>");
    desk.assert_shows("تراز آب هر ماه").press("<Esc>s<Enter>");
    assert!(
        matches!(desk.command(), Command::RecordResolution { after, .. } if after.id.as_str() == "s8/r4")
    );
}

/// A desk whose office answers late: nothing was answered yet.
fn unanswered() -> (Model, Vec<Effect>) {
    Model::new(Desk::persian().model.setup.clone())
}

fn type_keys(model: &mut Model, keys: &[Key]) -> Vec<Effect> {
    keys.iter()
        .flat_map(|key| update(model, Msg::Key(*key), fixture::now()))
        .collect()
}

#[test]
fn keys_typed_before_the_answer_are_taken_when_it_comes() {
    let (mut model, _) = unanswered();
    let early = [
        Key::plain(Code::Down),
        Key::plain(Code::Enter),
        Key::char('۵'),
        Key::char('ش'),
    ];
    assert_eq!(type_keys(&mut model, &early), []);
    let mut answer = |query: Query| {
        let answer = Box::new(fixture::answer(&query));
        update(&mut model, Msg::Answered(query, answer), fixture::now())
    };
    let session = Query::Session(fixture::session_id(8));
    // A new session would ask for its body.
    assert_eq!(answer(Query::Sessions), []);
    assert_eq!(answer(Query::Bodies), [Effect::Ask(session.clone())]);
    assert_eq!(
        answer(session),
        [Effect::AskDraft {
            key: "resolution/s8/".into()
        }]
    );
}

#[test]
fn words_typed_before_a_kept_draft_comes_do_not_write_over_it() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5e تازه");
    let Some(Effect::KeepDraft { key, text }) = desk.left_over().pop() else {
        panic!()
    };
    let mut later = Desk::persian();
    later.press("<Down><Enter>5");
    let opening = update(&mut later.model, Msg::Key(Key::char('e')), fixture::now());
    assert_eq!(opening, [Effect::AskDraft { key: key.clone() }]);
    assert_eq!(type_keys(&mut later.model, &[Key::char('ب')]), []);
    later
        .tell(Msg::Draft(key, Some(text)))
        .assert_shows("مانده است")
        .press("<Enter>")
        .assert_shows("تازه");
}

#[test]
fn a_screen_whose_answer_never_comes_can_be_left() {
    let (mut model, _) = unanswered();
    assert_eq!(type_keys(&mut model, &[Key::char('ض')]), [Effect::Quit]);
    let failed = Msg::NotAnswered(
        Query::Sessions,
        Failure::Store(StoreFailure::Disk(DiskError::Device)),
    );
    type_keys(&mut model, &[Key::plain(Code::Enter)]);
    assert_eq!(update(&mut model, failed, fixture::now()), []);
    assert_eq!(
        type_keys(&mut model, &[Key::plain(Code::Down), Key::char('q')]),
        [Effect::Quit]
    );
}

#[test]
fn what_was_decided_between_notes_is_selected_and_opened_like_a_note() {
    let mut desk = Desk::persian();
    desk.press("<Down><Down>4")
        .assert_shows("← مصوبه ۱")
        .assert_shows("کنتور هوشمند");
    let id = crate::domain::ids::ResolutionId::in_session(&fixture::session_id(7), "r1");
    desk.press("<Down><Enter>");
    assert_eq!(*desk.model.screen(), Screen::Resolution(id));
    // Where one was is where one comes back, also after the session was read anew.
    desk.press("<Esc>e").assert_shows("ویرایش مصوبه").press("<Esc>");
    assert_eq!(desk.model.spots.of(&fixture::session_id(7)).notes.selected, 1);
    desk.press("<Up><Enter>").assert_shows("لیلا صبوری");
    assert!(matches!(desk.model.screen(), Screen::Note(_)));
}

/// The first row of sessions alone, as after a change that took the others away.
fn fewer_sessions(query: &Query) -> Answer {
    match fixture::answer(query) {
        Answer::LatestSessions(mut latest) => {
            latest.rows.truncate(1);
            latest.sessions = 1;
            Answer::LatestSessions(latest)
        }
        other => other,
    }
}

#[test]
fn a_change_and_what_is_read_after_it_are_taken_in_by_one_update() {
    let mut desk = Desk::persian();
    desk.press("u").assert_shows("هفتم");
    let left = desk.left_over();
    let [Effect::Do { then, .. }] = &left[..] else {
        panic!("{left:?}");
    };
    assert!(!then.is_empty(), "the list is read again after the change");
    let brought = then.iter().map(|query| (query.clone(), fewer_sessions(query)));
    let did = Msg::Did {
        result: Ok(Done::default()),
        answers: brought.collect(),
    };
    assert_eq!(update(&mut desk.model, did, fixture::now()), []);
    desk.assert_hides("هفتم");
}

#[test]
fn an_answer_brought_to_what_is_not_shown_any_more_is_left_and_what_is_shown_is_asked_for() {
    let mut desk = Desk::persian();
    desk.press("u");
    let gone = Query::Session(fixture::session_id(7));
    let did = Msg::Did {
        result: Ok(Done::default()),
        answers: vec![(gone, Answer::Session(None))],
    };
    let effects = update(&mut desk.model, did, fixture::now());
    assert!(
        matches!(&effects[..], [Effect::Ask(Query::LatestSessions { .. })]),
        "{effects:?}"
    );
}
