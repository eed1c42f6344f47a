//! A meeting before and after its minutes are written: prepared, reviewed, read back, closed, corrected, by its keys.

use super::desk::Desk;
use super::fixture;
use crate::app::not_edited::NotEdited;
use crate::app::{Effect, Msg, Screen, update};
use crate::calendar::Day;
use crate::domain::approval::ApprovedMinutes;
use crate::domain::correction::{Corrected, CorrectedField, Correction};
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{ResolutionId, SeatId};
use crate::domain::resolution::{FollowUp, Status};
use crate::domain::session::{AgendaKind, SessionState};
use crate::domain::signed_minutes::{Reopening, SignedMinutes};
use crate::office::command::{Command, Created, DiskError, Done, Failure, StoreFailure};
use crate::office::query::{Answer, Query, SessionView};
use crate::ui::key::{Code, Key};

fn follow_up(desk: &mut Desk) -> (ResolutionId, FollowUp) {
    match desk.command() {
        Command::AddFollowUp {
            resolution,
            follow_up,
        } => (resolution, follow_up),
        other => panic!("a follow-up was expected: {other:?}"),
    }
}

fn correction(desk: &mut Desk) -> Correction {
    match desk.command() {
        Command::RecordCorrection { correction, .. } => correction,
        other => panic!("a correction was expected: {other:?}"),
    }
}

/// The session of eight with something in it as the test wants it.
pub(super) fn read_anew(desk: &mut Desk, change: impl FnOnce(&mut SessionView)) {
    let mut view = fixture::session_view(8);
    change(&mut view);
    let query = Query::Session(fixture::session_id(8));
    desk.tell(Msg::Answered(
        query,
        Box::new(Answer::Session(Some(Box::new(view)))),
    ));
}

fn is_stage(desk: &Desk) -> bool {
    desk.model.form().is_none() && matches!(desk.model.screen(), Screen::Stage(..))
}

#[test]
fn a_new_session_is_the_next_one_of_its_body_and_begins_with_its_agenda() {
    let mut desk = Desk::persian();
    desk.press("a");
    // The number is known; the first that is asked for is the day, and its year begins to count anew.
    desk.press("1402/3/1<F2>");
    let Command::RecordSession { before: None, after } = desk.command() else {
        panic!()
    };
    assert_eq!((after.ordinal, after.state), (Some(1), SessionState::Planned));
    assert_eq!(after.chair.as_deref(), Some("مهرداد کیانی"));
    assert_eq!(after.agenda[0].kind, AgendaKind::OpenResolutions);
    let done = Done {
        entry: Some(42),
        created: vec![Created::Session(fixture::session_id(8))],
        ..Done::default()
    };
    desk.did(Ok(done))
        .assert_shows("بررسی مصوبات جلسات قبل")
        .assert_shows("دقیقه");
}

#[test]
fn the_form_of_a_new_session_names_its_body_and_counts_anew_in_another_year() {
    let mut desk = Desk::persian();
    desk.press("a").assert_shows("جلسه تازه: کارگروه آب");
    let ordinal = |desk: &mut Desk| {
        let row = desk.row_with("شماره جلسه");
        row.split_whitespace().last().unwrap_or_default().to_owned()
    };
    assert_eq!(ordinal(&mut desk), "۱۰");
    desk.press("۱۴۰۳/۰۱/۲۰");
    assert_eq!(ordinal(&mut desk), "۱");
    desk.left_over();
    desk.press("<F2>");
    let command = desk.command();
    let Command::RecordSession { before: None, after } = command else {
        panic!("{command:?}");
    };
    assert_eq!((after.year, after.ordinal), (Some(1403), Some(1)));
}

#[test]
fn an_ordinal_of_her_own_stays_in_whatever_year() {
    let mut desk = Desk::persian();
    desk.press("a<Up><End><Backspace><Backspace>۲۵<Down>۱۴۰۳/۰۱/۲۰");
    desk.row_with("۲۵");
    desk.left_over();
    desk.press("<F2>");
    let command = desk.command();
    let Command::RecordSession { after, .. } = command else {
        panic!("{command:?}");
    };
    assert_eq!((after.year, after.ordinal), (Some(1403), Some(25)));
}

#[test]
fn keys_typed_before_the_next_session_is_prepared_are_written_into_its_form() {
    let mut desk = Desk::persian();
    let asked = update(&mut desk.model, Msg::Key(Key::char('a')), fixture::now());
    let [Effect::Ask(query)] = &asked[..] else {
        panic!("{asked:?}")
    };
    for key in "1402/3/1".chars() {
        assert_eq!(
            update(&mut desk.model, Msg::Key(Key::char(key)), fixture::now()),
            []
        );
    }
    desk.tell(Msg::Answered(query.clone(), Box::new(fixture::answer(query))));
    desk.assert_shows("۱۴۰۲/۰۳/۰۱");
}

#[test]
fn a_new_session_waits_until_the_bodies_are_known() {
    let (mut model, _) = crate::app::Model::new(Desk::persian().model.setup.clone());
    let mut tell = |message| update(&mut model, message, fixture::now());
    let answer = |query: Query| {
        let answer = fixture::answer(&query);
        Msg::Answered(query, Box::new(answer))
    };
    assert_eq!(tell(answer(Query::Sessions)), []);
    assert_eq!(tell(Msg::Key(Key::char('a'))), []);
    let asked = tell(answer(Query::Bodies));
    assert!(
        matches!(&asked[..], [Effect::Ask(Query::NextSession { .. })]),
        "{asked:?}"
    );
}

#[test]
fn a_session_that_could_not_be_prepared_leaves_the_list_as_it_was() {
    let mut desk = Desk::persian();
    let asked = update(&mut desk.model, Msg::Key(Key::char('a')), fixture::now());
    let [Effect::Ask(query)] = &asked[..] else {
        panic!("{asked:?}")
    };
    let failure = Failure::Store(StoreFailure::Damaged);
    desk.tell(Msg::NotAnswered(query.clone(), failure));
    desk.press("<Down><Enter>1").assert_shows("هشتمین");
}

#[test]
fn the_letter_is_read_copied_and_comes_back_from_the_editor() {
    let mut desk = Desk::persian();
    desk.press("<Down>1i").assert_shows("اعضای محترم");
    desk.press("y");
    assert!(matches!(&desk.left_over()[..], [Effect::Copy(text)] if text.contains("۲. آبیاری قطره‌ای")));
    desk.press("<F4><F4>");
    let left = desk.left_over();
    assert!(matches!(&left[..], [.., Effect::EditOutside(_)]), "{left:?}");
    desk.tell(Msg::EditedOutside(Ok("نامه دیگر\n".into())))
        .assert_shows("نامه دیگر")
        .left_over();
    desk.press("<F2>");
    let session = fixture::session_id(8);
    let text = Some("نامه دیگر".to_owned());
    assert_eq!(desk.command(), Command::RecordInvitation { session, text });
    // What was written by hand stays on the screen when it could not be saved.
    desk.failed(Failure::Store(StoreFailure::Disk(DiskError::Full)))
        .assert_shows("نامه دیگر");
    desk.press("<F2>");
    desk.command();
    desk.done();
    read_anew(&mut desk, |view| {
        view.session.invitation_text = Some("نامه دیگر".into())
    });
    desk.assert_shows("با دست تغییر کرده").left_over();
    desk.press("y");
    assert_eq!(desk.left_over(), [Effect::Copy("نامه دیگر".into())]);
    desk.press("<F4><F4>").left_over();
    desk.tell(Msg::EditedOutside(Err(NotEdited::NoEditor)))
        .assert_shows("EDITOR")
        .assert_shows("نامه دیگر");
}

#[test]
fn the_letter_is_edited_on_the_spot_and_emptied_is_the_sessions_own_again() {
    let mut desk = Desk::persian();
    desk.press("<Down>1i").assert_shows("ویرایش").press("e<Enter>");
    desk.press("با احترام").assert_shows("با احترام");
    desk.left_over();
    desk.press("<F2>");
    let command = desk.command();
    let Command::RecordInvitation {
        session,
        text: Some(text),
    } = &command
    else {
        panic!("{command:?}")
    };
    assert_eq!(*session, fixture::session_id(8));
    assert!(
        text.starts_with("بسمه تعالی") && text.ends_with("\nبا احترام"),
        "{text}"
    );
    desk.done().assert_shows("ثبت شد");
    assert!(is_stage(&desk));
    read_anew(&mut desk, |view| {
        view.session.invitation_text = Some("کهنه".into())
    });
    desk.press("e<Backspace><Backspace><Backspace><Backspace>");
    desk.left_over();
    desk.press("<F2>");
    let session = fixture::session_id(8);
    assert_eq!(desk.command(), Command::RecordInvitation { session, text: None });
}

#[test]
fn a_session_on_a_day_when_nobody_works_is_marked_while_it_is_typed() {
    let mut desk = Desk::persian();
    desk.press("a۱۴۰۲/۰۳/۰۵")
        .assert_shows("جمعه ۱۴۰۲/۰۳/۰۵ (آخر هفته)");
}

#[test]
fn the_form_of_a_session_names_it_where_it_was_opened_from_the_list() {
    let mut desk = Desk::persian();
    desk.press("<Down>e").assert_shows("مشخصات جلسه: هشتمین جلسه");
}

#[test]
fn a_session_is_never_stacked_twice_by_going_to_it_from_the_review_or_the_open_list() {
    let mut desk = Desk::persian();
    desk.press("<Down>1p");
    let depth = |desk: &Desk| desk.model.stack.len();
    let at = depth(&desk);
    desk.press("o");
    assert_eq!(depth(&desk), at + 1);
    let sessions = |desk: &Desk| {
        let ids = desk.model.stack.iter().filter_map(|screen| match screen {
            Screen::Session(id) => Some(id.clone()),
            _ => None,
        });
        ids.collect::<Vec<_>>()
    };
    desk.press("gbo");
    let mut once = sessions(&desk);
    let all = once.len();
    once.dedup();
    assert_eq!(once.len(), all, "{once:?}");
}

#[test]
fn a_clause_that_is_due_earlier_is_not_said_to_be_the_deadline_of_the_resolution() {
    let mut desk = Desk::persian();
    let with_clause = |view: &mut SessionView| {
        let row = &mut view.resolutions[0];
        row.session_date = Some(fixture::day(1402, 2, 1));
        row.resolution.deadline = Some(read_deadline("سه ماه", row.session_date));
        row.resolution.extensions.clear();
        row.due = Some(fixture::day(1402, 2, 20));
    };
    desk.press("<Down>1f");
    read_anew(&mut desk, with_clause);
    desk.assert_shows("سه ماه (یکشنبه ۱۴۰۲/۰۵/۰۱)");
    desk.press("<Esc>5");
    read_anew(&mut desk, with_clause);
    desk.assert_shows("۱۴۰۲/۰۵/۰۱").assert_shows("بندها:");
    let row = desk.row_with("۱۴۰۲/۰۲/۲۰");
    assert!(!row.contains("سه ماه"), "{row}");
}

#[test]
fn where_there_is_no_row_yet_the_bar_names_only_what_begins_one() {
    let mut desk = Desk::persian();
    desk.press("<Down>5")
        .assert_shows("وضعیت")
        .assert_shows("ث ویرایش");
    read_anew(&mut desk, |view| view.resolutions.clear());
    let bar = desk.row_with("راهنما");
    assert!(bar.contains("افزودن") && !bar.contains("ویرایش"), "{bar}");
    assert!(!bar.contains("پیگیری") && !bar.contains("باز کردن"), "{bar}");
}

#[test]
fn the_first_item_of_the_agenda_leads_to_the_open_resolutions_and_others_to_their_form() {
    let mut desk = Desk::persian();
    desk.press("<Down>2<Enter>")
        .assert_shows("● معوق")
        .assert_shows("✓ اجرا شده");
    desk.press("<Esc>").assert_shows("دقیقه").press("e");
    assert!(desk.model.form().is_some());
    desk.press("<Esc><Down><Enter>").assert_shows("مدت");
}

#[test]
fn an_answer_is_one_key_one_line_and_enter() {
    let mut desk = Desk::persian();
    desk.press("<Down>1pp");
    desk.press("نصب شد<Enter>");
    let (resolution, answer) = follow_up(&mut desk);
    assert_eq!(resolution.as_str(), "s7/r1");
    assert_eq!(
        (answer.text.as_str(), answer.date, answer.status),
        ("نصب شد", Some(fixture::today()), None)
    );
    assert_eq!(answer.by.as_deref(), Some("شرکت آب منطقه‌ای"));
    desk.done().assert_shows("ثبت شد");
    assert!(is_stage(&desk));
    // With a new status by one key more.
    desk.press("<Down>pتمام شد<Tab>  <Enter>");
    let (resolution, answer) = follow_up(&mut desk);
    assert_eq!(resolution.as_str(), "s7/r4");
    assert_eq!(answer.status, Some(Status::Done));
}

#[test]
fn a_status_is_set_on_the_spot_and_stays_in_the_log() {
    let mut desk = Desk::persian();
    desk.press("<Down>1ps2");
    let (resolution, answer) = follow_up(&mut desk);
    assert_eq!(resolution.as_str(), "s7/r1");
    assert_eq!(answer.status, Some(Status::Done));
    assert_eq!(answer.text, "در بررسی مصوبات جلسات قبل: اجرا شده");
}

#[test]
fn a_resolution_that_is_reviewed_is_read_in_full_and_escape_comes_back_to_it() {
    let mut desk = Desk::persian();
    desk.press("<Down>1p<Down><Enter>").assert_shows("تراز آب هر ماه");
    desk.press("<Esc>p").assert_shows("پاسخ: پایش");
}

#[test]
fn resolutions_are_read_one_by_one_and_agreed_to() {
    let mut desk = Desk::persian();
    desk.press("<Down>1f").assert_shows("۱ از ۳");
    desk.press(" ").assert_shows("۲ از ۳");
    desk.press("<Right>").assert_shows("۱ از ۳ · ✓ موافقت شد");
    // Arrows go on without agreeing.
    desk.press("<Left><Left><Left>").assert_shows("پایان بازخوانی");
    desk.assert_shows("با ۱ مصوبه از ۳").assert_shows("ردیف ۴");
    desk.press("<Right> ").assert_shows("با ۲ مصوبه از ۳");
    desk.press("<Right><Right> <Left>")
        .assert_shows("با همه موافقت شد");
    // What is agreed to is ticked off by the same key.
    desk.press("<Right> ").assert_shows("۳ از ۳").assert_hides("✓");
    let ticks = desk.left_over().into_iter().map(|effect| match effect {
        Effect::Do {
            command: Command::Agree { agreed, .. },
            ..
        } => agreed,
        other => panic!("{other:?}"),
    });
    assert_eq!(ticks.collect::<Vec<_>>(), [true, true, true, false]);
}

#[test]
fn what_was_agreed_to_is_shown_at_once_and_holds_as_it_was_recorded() {
    let mut desk = Desk::persian();
    desk.press("<Down>1f <Right>").assert_shows("✓ موافقت شد");
    desk.failed(Failure::Store(StoreFailure::Disk(DiskError::Full)))
        .assert_hides("✓ موافقت شد");
    desk.press(" <Right>").assert_shows("✓ موافقت شد");
    // The last one is ticked before the first one is known to be saved: the answer on the first takes nothing away.
    desk.press("<Left> <Right>").assert_shows("۲ از ۳ · ✓");
    desk.done().assert_shows("۲ از ۳ · ✓");
    desk.done();
    read_anew(&mut desk, |view| view.resolutions[1].resolution.agreed = true);
    desk.assert_shows("۲ از ۳ · ✓").press("<Right>").assert_hides("✓");
}

#[test]
fn final_minutes_are_not_agreed_to_any_more() {
    let mut desk = Desk::persian();
    desk.press("<Up><Up>gr ").assert_hides("✓");
    desk.assert_nothing_changed();
}

#[test]
fn a_resolution_is_corrected_while_it_is_read_and_then_read_again() {
    let mut desk = Desk::persian();
    desk.press("<Down>1f <Right>").assert_shows("✓ موافقت شد");
    desk.press("e").assert_shows("ویرایش مصوبه");
    desk.press("<F2>").left_over();
    desk.done().done().assert_shows("۱ از ۳");
    read_anew(&mut desk, |view| {
        view.resolutions[0].resolution.text.push_str(" و بس.");
    });
    desk.assert_shows("و بس.").assert_hides("✓ موافقت شد");
}

#[test]
fn every_line_of_what_is_missing_leads_there_and_escape_comes_back() {
    for (line, shows) in [
        (0, "سازمان جهاد کشاورزی"),
        (3, "حاضر ۲ از ۵"),
        (4, "دقیقه"),
        (5, "ویرایش مصوبه"),
    ] {
        let mut desk = Desk::persian();
        desk.press("<Down>1k").assert_shows("۶ مورد کم است");
        desk.press(&"<Down>".repeat(line)).press("<Enter>");
        assert!(!is_stage(&desk), "line {line} leads nowhere");
        desk.assert_shows(shows).press("<Esc>");
        assert!(is_stage(&desk), "escape comes back from line {line}");
    }
    // The seat itself is selected, and it is ticked at once.
    let mut desk = Desk::persian();
    desk.press("<Down>1k<Down><Enter>p");
    let Command::Tick { marks, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(marks[0].seat, SeatId::from("seat4"));
}

#[test]
fn what_is_missing_in_a_form_has_the_focus_in_its_field() {
    let mut desk = Desk::persian();
    desk.press("<Down>1k");
    read_anew(&mut desk, |view| {
        view.session.chair = None;
        view.resolutions[0].resolution.responsible.clear();
        view.resolutions[1].resolution.deadline = None;
        view.roll[1].attendance.representative = None;
    });
    let mut focus = |line: &str, field: &str| {
        let row = crate::text::fold(&desk.row_with(line));
        let number: usize = row.split_whitespace().next().unwrap().parse().unwrap();
        let down = "<Down>".repeat(number - 1);
        desk.press("<Home>").press(&down).press("<Enter>");
        let form = desk.model.form().expect(line);
        assert_eq!(form.fields[form.focus].name, field, "{line}");
        desk.model.form = None;
    };
    focus("رئیس جلسه نوشته نشده", "chair");
    focus("مسئول پیگیری ندارد", "responsible");
    focus("مهلت ندارد", "deadline");
    focus("نام و سمت ندارد", "name");
}

#[test]
fn what_is_missing_in_a_clause_has_the_focus_in_the_form_of_the_clause() {
    let mut desk = Desk::persian();
    desk.press("<Down>1k");
    read_anew(&mut desk, |view| {
        let resolution = &mut view.resolutions[0].resolution;
        let has_deadline = crate::domain::resolution::ClauseState {
            deadline: resolution.deadline.take(),
            ..Default::default()
        };
        resolution.text = "الف) آب\nب) خاک".into();
        resolution.clauses.insert("الف".into(), has_deadline);
    });
    desk.press("<End><Enter>");
    let form = desk.model.form().expect("the form of the clause");
    assert!(form.draft_key().ends_with("/ب"), "{}", form.draft_key());
    assert_eq!(form.fields[form.focus].name, "deadline");
    desk.press("<Esc>");
    assert!(is_stage(&desk));
}

#[test]
fn minutes_are_signed_with_what_is_missing_said_and_show_their_code() {
    let mut desk = Desk::persian();
    desk.press("<Down>1kk").assert_shows("هنوز ۶ مورد کم است");
    desk.press("<F2>");
    let Command::Finalise { session, signing } = desk.command() else {
        panic!()
    };
    assert_eq!(session, fixture::session_id(8));
    assert_eq!(
        (signing.chair.as_str(), signing.secretary.as_str()),
        ("مهرداد کیانی", "سارا نوبخت")
    );
    assert_eq!(signing.date, fixture::today());
    desk.done().assert_shows("ثبت شد");
    read_anew(&mut desk, |view| {
        view.session.state = SessionState::Final;
        view.code.clone_from(&fixture::session_view(9).code);
    });
    desk.assert_shows("7 K 3 M  -  9 Q X A  -  2 B C D")
        .assert_shows("dabir show s8");
    desk.press("y");
    assert_eq!(desk.left_over().pop(), Some(Effect::Copy(fixture::CODE.into())));
}

#[test]
fn nobody_signs_without_a_name() {
    let mut desk = Desk::persian();
    desk.press("<Down>1kk<C-a><Del><F2>")
        .assert_nothing_changed()
        .assert_shows("این خانه خالی است");
}

#[test]
fn a_session_that_still_runs_is_made_a_draft_before_it_is_signed() {
    let mut desk = Desk::persian();
    desk.press("<Down>1k");
    read_anew(&mut desk, |view| view.session.state = SessionState::Running);
    desk.press("k").assert_shows("در حال برگزاری");
    assert!(desk.model.form().is_none() && desk.model.dialog.is_some());
}

#[test]
fn choosing_the_final_state_leads_to_what_is_missing_and_not_past_it() {
    let mut desk = Desk::persian();
    desk.press("<Down>j4")
        .assert_nothing_changed()
        .assert_shows("۶ مورد کم است");
}

#[test]
fn final_minutes_are_corrected_beside_themselves_wherever_one_reads_them() {
    // The words that stand in no field come behind the fields of the record.
    let record = |keys: &str, fields: usize| {
        let mut desk = Desk::persian();
        desk.press(keys).press(&"<Tab>".repeat(fields));
        desk.press("بد<Tab>بهتر<Tab>لغزش<F2>");
        correction(&mut desk)
    };
    let of_row = |row: &str| Corrected::Resolution(ResolutionId::from(row));
    let note = fixture::session_view(9).notes[0].id.clone();
    for (keys, fields, about) in [
        ("1w", 7, Corrected::Session),
        ("3w", 7, Corrected::Attendance(SeatId::from("seat1"))),
        ("4w", 2, Corrected::Note(note.clone())),
        ("4<Enter>w", 2, Corrected::Note(note)),
        ("5<Down>w", 4, of_row("s9/r2")),
        ("5<Enter>w", 4, of_row("s9/r1")),
    ] {
        let correction = record(keys, fields);
        assert_eq!(correction.about, about, "{keys}");
        assert_eq!(
            (correction.shall_be.as_str(), correction.reason.as_str()),
            ("بهتر", "لغزش")
        );
        assert_eq!(correction.was, "بد", "{keys}");
        assert_eq!(correction.changes, [], "{keys}");
        assert_eq!(correction.by.as_deref(), Some("سارا"));
    }
}

#[test]
fn a_correction_names_the_field_with_what_was_signed_and_what_is_right() {
    let mut desk = Desk::persian();
    // The hour of the end, and why.
    desk.press("1w<Tab><Tab><C-a>۱۱:۴۵")
        .press(&"<Tab>".repeat(7))
        .press("لغزش<F2>");
    let correction = correction(&mut desk);
    let [change] = correction.changes.as_slice() else {
        panic!("{correction:?}");
    };
    assert_eq!(
        (&change.field, change.shall_be.as_str()),
        (&CorrectedField::End, "11:45")
    );
    assert_eq!(correction.shall_be, "پایان: ۱۱:۴۵");
    assert_ne!(correction.was, correction.shall_be);
}

#[test]
fn a_correction_says_something_else_and_why() {
    let mut desk = Desk::persian();
    desk.press("5w<F2>")
        .assert_nothing_changed()
        .assert_shows("فرقی ندارد");
    desk.press("<End> تازه<F2>").assert_nothing_changed();
    desk.assert_shows("این خانه خالی است").press("چرا<F2>");
    assert_eq!(correction(&mut desk).reason, "چرا");
}

#[test]
fn open_minutes_are_edited_and_not_corrected() {
    let mut desk = Desk::persian();
    desk.press("<Down>5w").assert_shows("ویرایش کنید");
    assert!(desk.model.form().is_none());
}

#[test]
fn a_locked_record_says_how_it_is_corrected() {
    Desk::persian().press("5e").assert_shows("با ص اصلاحیه");
}

#[test]
fn the_day_of_notification_is_recorded_for_final_minutes_and_taken_back() {
    let mut desk = Desk::persian();
    desk.press("1h<C-a>1402/2/5<Enter>");
    let Command::RecordNotification { session, notified } = desk.command() else {
        panic!()
    };
    assert_eq!(session, fixture::session_id(9));
    assert_eq!(notified, Day::from_jalali(1402, 2, 5).ok());
    desk.done().press("h<C-a><Del><Enter>");
    assert!(matches!(
        desk.command(),
        Command::RecordNotification { notified: None, .. }
    ));
}

#[test]
fn the_bar_offers_what_fits_the_state_of_the_session() {
    let bar = |state: SessionState| {
        let mut desk = Desk::new(crate::words::Lang::Fa, 200, 24);
        desk.press("<Down>1");
        read_anew(&mut desk, |view| view.session.state = state);
        desk.logical().lines().last().unwrap().to_owned()
    };
    let offers = |state, has: &[&str], lacks: &[&str]| {
        let bar = bar(state);
        for word in has {
            assert!(bar.contains(word), "{word} in {state:?}: {bar}");
        }
        for word in lacks {
            assert!(!bar.contains(word), "{word} in {state:?}: {bar}");
        }
    };
    offers(
        SessionState::Planned,
        &["دعوتنامه", "مصوبات پیشین"],
        &["نهایی کردن", "اصلاحیه"],
    );
    offers(
        SessionState::Draft,
        &["نهایی کردن", "بازخوانی"],
        &["دعوتنامه", "ابلاغ"],
    );
    offers(SessionState::Final, &["اصلاحیه", "ابلاغ"], &["ویرایش", "بازخوانی"]);
}

#[test]
fn everything_before_and_after_the_minutes_is_reached_from_the_list_by_the_key_for_going() {
    for (keys, shows) in [
        ("<Down>gi", "اعضای محترم"),
        ("<Down>gl", "● معوق"),
        ("<Down>gr", "۱ از ۳"),
        ("<Down>gk", "۶ مورد کم است"),
        ("gt", "لغزش در نوشتن"),
    ] {
        Desk::persian().press(keys).assert_shows(shows);
    }
}

#[test]
fn no_key_breaks_these_screens_at_any_size() {
    for (columns, rows) in [(60, 16), (80, 24), (200, 16), (1, 1)] {
        for screen in ["<Down>1i", "<Down>1p", "<Down>1f", "<Down>1k", "gk", "gt", "5w"] {
            for key in [
                "p", "s", " ", "<Enter>", "<End>", "<PgDn>", "<Left>", "y", "e", "k", "h", "o",
            ] {
                let mut desk = Desk::persian();
                desk.press(screen).tell(Msg::Resized { columns, rows });
                desk.press(key)
                    .press("<Down><Right>س<Tab><Up><Enter><End>")
                    .screen();
            }
        }
    }
}

#[test]
fn the_owner_of_a_clause_is_read_back_with_its_resolution() {
    let mut desk = Desk::persian();
    desk.press("<Down>1f");
    read_anew(&mut desk, |view| {
        let owner = crate::domain::resolution::Responsible {
            written: "بخشداری شرق".into(),
            organisation: None,
        };
        let clause = crate::domain::resolution::ClauseState {
            responsible: vec![owner],
            ..Default::default()
        };
        let first = &mut view.resolutions[0].resolution;
        first.clauses = [("الف".to_owned(), clause)].into();
    });
    desk.assert_shows("بند الف: بخشداری شرق");
}

#[test]
fn an_empty_session_is_read_back_and_closed_without_a_fault() {
    let mut desk = Desk::persian();
    desk.press("<Down>1f");
    read_anew(&mut desk, |view| view.resolutions.clear());
    desk.press(" <Left>e").assert_shows("هنوز مصوبه‌ای ثبت نشده است");
    desk.tell(Msg::Key(Key::plain(Code::Escape)));
    desk.press("k");
    read_anew(&mut desk, |view| {
        view.resolutions.clear();
        view.roll.clear();
        view.quorum = None;
        view.session.agenda.clear();
    });
    desk.assert_shows("چیزی کم نیست");
}

#[test]
fn escape_while_a_new_session_is_prepared_leaves_it() {
    let mut desk = Desk::persian();
    let asked = update(&mut desk.model, Msg::Key(Key::char('a')), fixture::now());
    let [Effect::Ask(query)] = &asked[..] else {
        panic!("{asked:?}")
    };
    desk.press("<Esc>");
    let answer = Box::new(fixture::answer(query));
    desk.tell(Msg::Answered(query.clone(), answer));
    assert!(desk.model.form().is_none());
    desk.press("<Down><Enter>1").assert_shows("هشتمین");
}

#[test]
fn signed_minutes_are_opened_again_with_who_when_and_why() {
    let mut desk = Desk::persian();
    desk.press("j").assert_shows("بازگشایی صورتجلسه امضاشده");
    desk.press("<F2>").assert_nothing_changed().press("لغزش<F2>");
    let command = desk.command();
    let Command::Reopen { session, reopening } = command else {
        panic!("{command:?}");
    };
    assert_eq!(session, fixture::session_id(9));
    assert_eq!(
        (reopening.reason.as_str(), reopening.date),
        ("لغزش", fixture::today())
    );
    assert!(!reopening.by.is_empty());
}

#[test]
fn the_signed_versions_stand_side_by_side_with_who_opened_the_first() {
    let version = |number: u32, said: &str| {
        let view = fixture::session_view(9);
        let mut note = view.notes[0].clone();
        note.text = said.to_owned();
        SignedMinutes {
            version: number,
            session: view.session,
            body: view.body,
            notes: vec![note],
            ..SignedMinutes::default()
        }
    };
    let mut view = fixture::session_view(9);
    let mut first = version(1, "سخن نخست");
    first.reopened = Some(Reopening {
        by: "سارا نوبخت".into(),
        date: fixture::today(),
        reason: "جا افتادن یک سخن".into(),
    });
    view.versions = vec![first, version(2, "سخن درست")];
    let mut desk = Desk::persian();
    desk.press("gu").assert_shows("تنها یک نسخه امضا شده است");
    let query = Query::Session(fixture::session_id(9));
    desk.tell(Msg::Answered(
        query,
        Box::new(Answer::Session(Some(Box::new(view)))),
    ));
    desk.assert_shows("جا افتادن یک سخن")
        .assert_shows("نسخه امضاشده ۲");
    let row = desk.row_with("سخن نخست");
    assert!(row.contains("سخن درست"), "{row}");
}

#[test]
fn one_key_approves_the_minutes_before_and_takes_that_back() {
    let mut desk = Desk::persian();
    desk.press("<Down>2");
    read_anew(&mut desk, |view| {
        view.session.agenda[0].kind = AgendaKind::PreviousMinutes
    });
    desk.press("<Home><Enter>");
    let approves = |desk: &mut Desk| match desk.command() {
        Command::ApproveMinutes {
            session,
            of,
            approved,
        } => (session, of, approved),
        other => panic!("an approval was expected: {other:?}"),
    };
    assert_eq!(approves(&mut desk), (fixture::session_id(8), None, true));
    desk.did(Ok(Done::default()));
    read_anew(&mut desk, |view| {
        view.session.agenda[0].kind = AgendaKind::PreviousMinutes;
        view.session.approves.push(ApprovedMinutes {
            session: fixture::session_id(7),
            ..ApprovedMinutes::default()
        });
    });
    desk.assert_shows("تصویب شد").press("<Enter>");
    let of = Some(fixture::session_id(7));
    assert_eq!(approves(&mut desk), (fixture::session_id(8), of, false));
}
