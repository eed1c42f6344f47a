//! Forms by their keys: what is typed is recorded, nothing typed is lost.

use super::desk::Desk;
use super::fixture;
use crate::app::{Effect, Msg};
use crate::calendar::Day;
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::{AgendaKind, SessionState};
use crate::office::command::{Command, DiskError, Failure, Refusal, StoreFailure};
use crate::text::TextForm;

fn resolution(desk: &mut Desk) -> Resolution {
    match desk.command() {
        Command::RecordResolution { after, .. } => *after,
        other => panic!("a resolution was expected: {other:?}"),
    }
}

fn resolutions() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>5");
    desk
}

#[test]
fn a_new_resolution_with_a_deadline_and_organisations_is_recorded() {
    let mut desk = resolutions();
    desk.press("a<S-Tab>موضوع تازه<Tab>خط یکم<Enter>خط دوم<Tab>دو هفته")
        .assert_shows("ظرف مدت · سه‌شنبه ۱۴۰۱/۰۴/۲۶".split(" · ").next().unwrap());
    desk.press("<Tab>صمت")
        .assert_shows("سازمان صنعت، معدن و تجارت")
        .press("<Enter>جهاد<Enter><F2>");
    let made = resolution(&mut desk);
    assert_eq!((made.row, made.subject.as_deref()), (Some(5), Some("موضوع تازه")));
    assert_eq!(made.text, "خط یکم\nخط دوم");
    assert_eq!(
        made.deadline.as_ref().map(|deadline| deadline.kind()),
        Some("within")
    );
    let who: Vec<_> = made
        .responsible
        .iter()
        .map(|who| (who.written.as_str(), who.organisation.is_some()))
        .collect();
    assert_eq!(
        who,
        [("سازمان صنعت، معدن و تجارت", true), ("سازمان جهاد کشاورزی", true)]
    );
    desk.done().assert_shows("ثبت شد").assert_shows("ردیف");
}

#[test]
fn the_deadline_is_read_while_it_is_typed() {
    let mut desk = resolutions();
    desk.press("e<Tab><C-a><Del>حداکثر یک ماه")
        .assert_shows("حداکثر · پنجشنبه ۱۴۰۱/۰۵/۱۲".split(" · ").next().unwrap());
    desk.assert_shows("۱۴۰۱/۰۵/۱۲");
    desk.press("<C-a><Del>هر وقت شد").assert_shows("فهمیده نشد");
}

#[test]
fn an_unknown_organisation_is_kept_as_written() {
    let mut desk = resolutions();
    desk.press("aمتن<Tab><Tab>انجمن نانوایان<F2>");
    let made = resolution(&mut desk);
    assert_eq!(made.responsible[0].written, "انجمن نانوایان");
    assert_eq!(made.responsible[0].organisation, None);
}

#[test]
fn nothing_is_said_to_be_saved_before_the_office_says_so() {
    let mut desk = resolutions();
    desk.press("e تازه<F2>").assert_hides("ثبت شد");
    desk.command();
    desk.done().assert_shows("ثبت شد");
}

#[test]
fn a_refusal_and_a_full_disk_leave_the_words_in_the_form() {
    for (failure, sentence) in [
        (Failure::Refused(Refusal::RecordIsStale), "تغییر کرده است"),
        (Failure::Store(StoreFailure::Disk(DiskError::Full)), "دیسک پر است"),
        (
            Failure::Store(StoreFailure::Disk(DiskError::ReadOnly)),
            "فقط‌خواندنی",
        ),
    ] {
        let mut desk = resolutions();
        desk.press("e پیوست تازه<F2>")
            .failed(failure)
            .assert_shows(sentence)
            .assert_shows("پیوست تازه");
        desk.left_over();
        desk.press("<F2>");
        assert!(resolution(&mut desk).text.ends_with("پیوست تازه"));
    }
}

#[test]
fn a_refused_resolution_without_words_points_at_its_field() {
    let mut desk = resolutions();
    desk.press("a<F2>")
        .assert_nothing_changed()
        .assert_shows("این خانه خالی است");
    desk.press("نوشته<F2>");
    assert_eq!(resolution(&mut desk).text, "نوشته");
}

#[test]
fn every_change_of_a_form_is_kept_as_a_draft_and_a_saved_form_has_none() {
    let mut desk = resolutions();
    desk.press("eک");
    let left = desk.left_over();
    assert!(
        matches!(&left[..], [Effect::KeepDraft { key, text }] if key == "resolution/s8/r1" && text.contains("ک")),
        "{left:?}"
    );
    desk.press("<F2>").left_over();
    desk.done();
    assert_eq!(
        desk.left_over(),
        [Effect::ClearDraft {
            key: "resolution/s8/r1".into()
        }]
    );
}

#[test]
fn a_kept_draft_is_offered_and_brought_back() {
    let mut desk = resolutions();
    desk.press("e ناتمام");
    let left = desk.left_over();
    let Some(Effect::KeepDraft { key, text }) = left.into_iter().next_back() else {
        panic!()
    };
    let mut later = resolutions();
    later
        .press("e")
        .tell(Msg::Draft(key, Some(text)))
        .assert_shows("مانده است")
        .press("<Enter>")
        .assert_shows("ناتمام");
    later.press("<F2>");
    assert!(resolution(&mut later).text.ends_with("ناتمام"));
}

#[test]
fn a_draft_that_says_nothing_new_is_not_offered() {
    let mut desk = resolutions();
    desk.press("eک<Backspace>");
    let left = desk.left_over();
    assert!(matches!(left.last(), Some(Effect::ClearDraft { .. })), "{left:?}");
}

#[test]
fn leaving_with_unsaved_words_asks_first() {
    let mut desk = resolutions();
    desk.press("e نو<Esc>")
        .assert_shows("هنوز ثبت نشده است")
        .press("<Enter>")
        .assert_shows("نو");
    desk.press("<Esc>۳").assert_nothing_changed().assert_shows("ردیف");
    desk.press("e<Esc>").assert_hides("هنوز ثبت نشده");
}

#[test]
fn leaving_and_saving_in_one_step() {
    let mut desk = resolutions();
    desk.press("e نو<Esc>2");
    assert!(resolution(&mut desk).text.ends_with("نو"));
}

#[test]
fn what_was_typed_during_a_long_save_is_asked_about_and_not_taken_for_commands() {
    for (took, answer, is_asked) in [(2, "<Enter>", true), (2, "<Down><Enter>", true), (0, "", false)] {
        let mut desk = resolutions();
        desk.press("e نو<F2>d");
        assert!(resolution(&mut desk).text.ends_with("نو"));
        desk.model.saving_since -= chrono::TimeDelta::seconds(took);
        desk.done();
        let asks = desk.logical().contains("کلیدهای زده‌شده");
        assert_eq!(asks, is_asked, "a save of {took} seconds");
        desk.press(answer);
        // The key that was held takes a resolution away, after a question.
        let is_taken = desk.logical().contains("حذف شود؟");
        assert_eq!(is_taken, answer != "<Enter>", "{answer}");
        desk.left_over();
    }
}

#[test]
fn the_status_is_set_from_the_table() {
    let mut desk = resolutions();
    desk.press("س<Down><Enter>");
    assert_eq!(resolution(&mut desk).status, Status::Done);
}

#[test]
fn the_status_of_a_final_session_comes_with_a_follow_up() {
    let mut desk = Desk::persian();
    desk.press("<Enter>5s")
        .assert_shows("وضعیت تازه با پیگیری")
        .press("پاسخ آمد<Tab> <F2>");
    let Command::AddFollowUp { follow_up, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(
        (follow_up.text.as_str(), follow_up.status),
        ("پاسخ آمد", Some(Status::Open))
    );
    assert_eq!(follow_up.date, Some(fixture::today()));
}

#[test]
fn taking_a_resolution_away_asks_and_keeps_by_default() {
    let mut desk = resolutions();
    desk.press("d<Enter>").assert_nothing_changed();
    desk.press("d<Up><Enter>");
    assert!(matches!(desk.command(), Command::RemoveResolution(id) if id.as_str() == "s8/r1"));
}

#[test]
fn a_new_session_is_prepared_from_the_last_one() {
    let mut desk = Desk::persian();
    desk.press("a").assert_shows("مهرداد کیانی");
    // The number is there; the day is written.
    desk.press("1401/6/20<F2>");
    let Command::RecordSession { before: None, after } = desk.command() else {
        panic!()
    };
    assert_eq!(
        (after.year, after.ordinal, after.date),
        (Some(1401), Some(10), Day::from_jalali(1401, 6, 20).ok())
    );
    assert_eq!(after.place.as_deref(), Some("سالن شهید کلاهدوز"));
    assert_eq!(after.agenda[0].kind, AgendaKind::OpenResolutions);
    // Its day is past: it was held.
    assert_eq!(after.state, SessionState::Draft);
}

#[test]
fn a_date_is_shown_with_its_weekday_while_it_is_typed_and_one_that_is_none_is_refused() {
    let mut desk = Desk::persian();
    desk.press("<Down>e<Tab><C-a><Del>1401/9/1")
        .assert_shows("سه‌شنبه ۱۴۰۱/۰۹/۰۱");
    desk.press("<C-a><Del>1401/13/1<F2>")
        .assert_nothing_changed()
        .assert_shows("این تاریخ خوانده نشد");
}

#[test]
fn text_is_pasted_where_it_is_typed_and_nowhere_else() {
    let mut desk = resolutions();
    desk.tell(Msg::Paste("درآمد".into()))
        .assert_nothing_changed()
        .assert_hides("درآمد");
    desk.press("e")
        .tell(Msg::Paste(" درآمد".into()))
        .assert_shows("درآمد");
}

#[test]
fn a_note_is_written_with_its_speaker() {
    let mut desk = Desk::persian();
    desk.press("<Down><Enter>4aبهمن<Tab>گفت<F2>");
    let Command::RecordNote { before: None, after } = desk.command() else {
        panic!()
    };
    assert_eq!(
        (after.speaker.as_deref(), after.text.as_str(), after.id.as_str()),
        (Some("بهمن"), "گفت", "s8/")
    );
}

#[test]
fn a_control_in_stored_text_is_shown_and_moves_nothing() {
    let mut desk = resolutions();
    desk.press("e").tell(Msg::Paste("\u{202E}نام\u{1b}[31m".into()));
    desk.model.look.form = TextForm::Visual;
    assert!(!desk.screen().contains('\u{202E}') && !desk.screen().contains('\u{1b}'));
}

#[test]
fn the_joiner_has_a_key_that_always_works() {
    let mut desk = resolutions();
    desk.press("aمی<F9>شود<F2>");
    assert_eq!(resolution(&mut desk).text, "می\u{200C}شود");
}

#[test]
fn escape_in_the_question_goes_back_to_the_words() {
    let mut desk = resolutions();
    desk.press("aمتن<Tab><Tab>آب<Esc><Esc>")
        .assert_shows("همان‌گونه که نوشته شد");
    desk.press("<Down><Down><Enter>3<Down>")
        .assert_shows("مسئول پیگیری")
        .assert_shows("متن");
}

#[test]
fn a_draft_of_what_was_recorded_is_not_offered_again() {
    let mut desk = resolutions();
    let recorded = fixture::session_view(8).resolutions.remove(1).resolution;
    let values = serde_json::json!({
        "row": "۲", "subject": recorded.subject, "text": format!("{} ", recorded.text), "deadline": "تا پایان مهر",
        "responsible": "سازمان جهاد کشاورزی", "status": "1", "follows": "", "item": "",
    });
    desk.press("a")
        .tell(Msg::Draft("resolution/s8/".into(), Some(values.to_string())))
        .assert_hides("مانده است");
    assert_eq!(
        desk.left_over(),
        [Effect::ClearDraft {
            key: "resolution/s8/".into()
        }]
    );
}
