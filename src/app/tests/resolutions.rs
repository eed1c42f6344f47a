//! Resolutions by their keys: taken in few of them, taken apart, put together, taken over, followed, changed together.

use super::desk::Desk;
use super::fixture;
use crate::app::{Effect, Msg, update};
use crate::calendar::Day;
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::{Resolution, Status};
use crate::office::command::{Command, Created, Done, Notice, Refusal};
use crate::office::query::{Answer, Query};
use crate::ui::key::{Code, Key};

fn recorded(desk: &mut Desk) -> Resolution {
    match desk.command() {
        Command::RecordResolution { after, .. } => *after,
        other => panic!("a resolution was expected: {other:?}"),
    }
}

/// The resolutions of the eighth session, which is a draft.
fn table() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down>5");
    desk
}

#[test]
fn a_resolution_with_two_organisations_and_a_deadline_takes_ten_keystrokes_beside_its_own_words() {
    let mut desk = table();
    let keys = [
        "a", "<Tab>", "<Tab>", "ص", "م", "<Enter>", "ج", "ه", "<Enter>", "<F2>",
    ];
    for (number, key) in keys.iter().enumerate() {
        // Its own words: the wording, the deadline.
        match number {
            1 => desk.press("تراز آب هر ماه به دبیرخانه فرستاده شود."),
            2 => desk.press("۲ هفته"),
            _ => &mut desk,
        };
        desk.press(key);
    }
    assert_eq!(keys.len(), 10);
    let made = recorded(&mut desk);
    let who: Vec<&str> = made.responsible.iter().map(|who| who.written.as_str()).collect();
    assert_eq!(who, ["سازمان صنعت، معدن و تجارت", "سازمان جهاد کشاورزی"]);
    assert_eq!(made.deadline.map(|deadline| deadline.kind()), Some("within"));
    assert_eq!((made.row, made.subject), (Some(5), None));
}

#[test]
fn a_day_on_which_nobody_works_is_marked() {
    let mut desk = table();
    desk.press("aمتن<Tab>تا ۱۴۰۲/۰۱/۰۱").assert_shows("(نوروز)");
    desk.press("<C-a><Del>تا ۱۴۰۲/۰۲/۱۵").assert_shows("(آخر هفته)");
    desk.press("<C-a><Del>تا ۱۴۰۲/۰۲/۱۶").assert_hides("(");
}

#[test]
fn a_resolution_without_a_quorum_is_recorded_and_the_quorum_is_spoken_of() {
    let mut desk = table();
    desk.press("aمتن<F2>").command();
    desk.did(Ok(Done {
        entry: Some(42),
        notices: vec![Notice::QuorumNotMet {
            present: 2,
            needed: 3,
        }],
        ..Done::default()
    }));
    desk.assert_shows("ثبت شد").assert_shows("به حد نصاب نرسیده است");
}

/// The page of the resolution of the seventh session that has three clauses.
fn page_with_clauses() -> Desk {
    let mut desk = Desk::persian();
    desk.press("<Down><Down>5<Down><Enter>");
    desk
}

#[test]
fn a_resolution_is_parted_before_a_clause_that_is_chosen() {
    let mut desk = page_with_clauses();
    desk.press("t")
        .assert_shows("ب) هزینه نصب")
        .press("<Down><Enter>");
    let Command::SplitResolution { before, at_byte } = desk.command() else {
        panic!()
    };
    assert!(before.text[at_byte..].starts_with("ج) گزارش"));
    desk.done()
        .assert_shows("مصوبه دو تا شد")
        .assert_shows("ع برمی‌گرداند");
}

#[test]
fn a_resolution_is_parted_where_the_caret_of_its_form_stands_and_the_form_closes() {
    let mut desk = table();
    desk.press("<Down>e<C-Right><C-Right><C-t>");
    let Command::SplitResolution { before, at_byte } = desk.command() else {
        panic!()
    };
    assert!(
        before.text[at_byte..].starts_with("شود") || before.text[at_byte..].starts_with("برگزار"),
        "{at_byte}"
    );
    assert!(
        desk.model.form().is_some(),
        "it closes when the office has done it"
    );
    let second = ResolutionId::in_session(&fixture::session_id(8), "r4");
    desk.did(Ok(Done {
        entry: Some(42),
        created: vec![Created::Resolution(second)],
        ..Done::default()
    }));
    assert!(desk.model.form().is_none());
    desk.assert_shows("مصوبه دو تا شد");
    // The one just made is selected.
    assert_eq!(
        desk.model.spots.of(&fixture::session_id(8)).resolutions.selected,
        2
    );
}

#[test]
fn what_is_not_recorded_is_not_parted_and_nothing_written_is_lost() {
    let mut desk = table();
    desk.press("e افزوده<C-t>")
        .assert_nothing_changed()
        .assert_shows("نخست با F2 ثبت کنید")
        .assert_shows("افزوده");
    let mut refused = table();
    refused.press("e<C-t>").failed(Refusal::NoPlaceToSplit);
    refused.assert_shows("جای جدا کردن نیست").press("نو");
    assert!(refused.model.form().is_some_and(|form| form.is_dirty()));
}

#[test]
fn a_wording_of_one_piece_is_parted_in_its_form() {
    table()
        .press("<Down>t")
        .assert_nothing_changed()
        .assert_shows("Ctrl-T");
}

#[test]
fn a_resolution_is_put_together_with_the_next_one() {
    let mut desk = table();
    desk.press("h");
    let Command::MergeResolutions { first, second } = desk.command() else {
        panic!()
    };
    assert_eq!((first.row, second.row), (Some(1), Some(2)));
    desk.done().assert_shows("دو مصوبه یکی شد");
    desk.press("<End>h")
        .assert_nothing_changed()
        .assert_shows("مصوبه‌ای نیست");
    // Final minutes stay as they are.
    Desk::persian().press("5h").assert_nothing_changed();
    Desk::persian().press("5t").assert_nothing_changed();
    Desk::persian().press("5o").assert_nothing_changed();
}

#[test]
fn an_earlier_resolution_is_found_and_taken_over() {
    let mut desk = table();
    desk.press("oآموزشی")
        .assert_hides("کنتور هوشمند نصب کند")
        .press("<Enter>");
    let Command::CopyResolution {
        from,
        session,
        written,
    } = desk.command()
    else {
        panic!()
    };
    // The session's own resolution with these words is not offered.
    assert_eq!((from.as_str(), session), ("s9/r2", fixture::session_id(8)));
    assert_eq!(written, "بند ۲ مصوبه نهمین جلسه سال ۱۴۰۱");
    let copy = ResolutionId::in_session(&fixture::session_id(8), "r4");
    desk.did(Ok(Done {
        entry: Some(42),
        created: vec![Created::Resolution(copy)],
        ..Done::default()
    }));
    desk.assert_shows("ثبت شد");
}

#[test]
fn what_a_resolution_follows_is_found_by_its_words_and_kept_with_its_id() {
    let mut desk = table();
    desk.press("<Down>e<Tab><Tab><Tab><Tab><Tab><Enter>کنتور<Enter>")
        .assert_shows("به مصوبه پیشین پیوند دارد")
        .press("<F2>");
    let follows = recorded(&mut desk).follows.unwrap();
    assert_eq!(follows.written, "بند ۱ مصوبه نهمین جلسه سال ۱۴۰۱");
    assert_eq!(follows.resolution, Some(ResolutionId::from("s9/r1")));
}

#[test]
fn words_that_are_changed_by_hand_lead_to_no_resolution_any_more() {
    let mut desk = table();
    desk.press("e<C-k><Enter><S-Tab><S-Tab><S-Tab> تازه")
        .assert_shows("دیگر به مصوبه پیشین پیوند ندارد")
        .press("<F2>");
    let follows = recorded(&mut desk).follows.unwrap();
    assert!(follows.written.ends_with("تازه"));
    assert_eq!(follows.resolution, None);
}

#[test]
fn a_draft_keeps_what_is_followed() {
    let mut desk = table();
    desk.press("e<C-k><Enter>");
    let left = desk.left_over();
    let Some(Effect::KeepDraft { key, text }) = left.into_iter().next_back() else {
        panic!()
    };
    let mut later = table();
    later
        .press("e")
        .tell(Msg::Draft(key, Some(text)))
        .press("<Enter><F2>");
    assert!(recorded(&mut later).follows.unwrap().resolution.is_some());
}

#[test]
fn from_a_resolution_one_goes_to_the_one_it_follows_and_back() {
    let mut desk = page_with_clauses();
    desk.press("ge")
        .assert_shows("نهمین جلسه")
        .assert_shows("کنتور هوشمند");
    desk.press("<Esc>").assert_shows("فهرست چاه‌ها");
    table().press("<Enter>ge").assert_shows("پیوند ندارد");
}

#[test]
fn the_cursor_goes_over_the_clauses_and_enter_edits_one() {
    let mut desk = page_with_clauses();
    desk.press("<Down><Down><Enter>")
        .assert_shows("بند: ب) هزینه نصب");
    desk.press("صمت<Enter><Tab><C-a><Del>دو ماه<Enter>");
    let Command::SetClause {
        resolution,
        letter,
        before,
        after,
    } = desk.command()
    else {
        panic!()
    };
    assert_eq!((resolution.as_str(), letter.as_str()), ("s7/r2", "ب"));
    assert_eq!((before.responsible.len(), after.responsible.len()), (1, 2));
    assert_eq!(after.deadline.unwrap().written, "دو ماه");
    assert_eq!(after.status, Status::Done);
}

#[test]
fn a_clause_is_done_by_one_key_and_without_a_cursor_the_keys_are_the_resolutions() {
    let mut desk = page_with_clauses();
    desk.press("<Down>s").assert_shows("وضعیت بند الف").press("2");
    let Command::SetClause {
        letter,
        before,
        after,
        ..
    } = desk.command()
    else {
        panic!()
    };
    assert_eq!(
        (letter.as_str(), before.status, after.status),
        ("الف", Status::Open, Status::Done)
    );
    desk.press("<Up>s")
        .assert_shows("وضعیت مصوبه")
        .press("<Esc><Enter>");
    assert!(
        desk.model
            .form()
            .is_some_and(crate::app::form::Form::is_of_resolution)
    );
}

/// Whether the cursor is on a part of the resolution that was read last.
fn has_cursor(desk: &Desk) -> bool {
    let mut pages = desk.model.spots.resolutions.values();
    pages.any(|page| page.part.is_some())
}

#[test]
fn a_cursor_that_is_scrolled_out_of_sight_is_on_nothing() {
    let mut desk = Desk::new(crate::words::Lang::Fa, 60, 16);
    desk.press("<Down><Down>5<Down><Enter><Down><Down><Down>");
    assert!(has_cursor(&desk));
    desk.press("<Home>");
    let in_sight = desk.logical().contains("بند ج");
    assert_eq!(has_cursor(&desk), in_sight);
}

#[test]
fn a_follow_up_and_a_longer_time_can_be_of_a_clause() {
    let mut desk = page_with_clauses();
    desk.press("<Down><Down>pبرآورد شد<F2>");
    let Command::AddFollowUp { follow_up, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(follow_up.clause.as_deref(), Some("ب"));
    assert_eq!(follow_up.by.as_deref(), Some("سازمان جهاد کشاورزی"));
    desk.done().press("lده روز<F2>");
    let Command::ExtendDeadline { clause, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(clause.as_deref(), Some("ب"));
}

#[test]
fn a_longer_time_counts_from_the_day_it_is_granted_on_and_the_first_deadline_stays_in_sight() {
    let mut desk = Desk::persian();
    // Of final minutes, too.
    desk.press("5l")
        .assert_shows("مهلت نخست")
        .assert_shows("روز گذشته");
    desk.press("یک ماه").assert_shows("۱۴۰۲/۰۳/۱۰");
    desk.press("<Tab><Tab>استانداری<Tab>۱۱<Enter>");
    let Command::ExtendDeadline {
        resolution,
        clause,
        extension,
    } = desk.command()
    else {
        panic!()
    };
    assert_eq!((resolution.as_str(), clause), ("s9/r1", None));
    assert_eq!(extension.granted_on, Some(fixture::today()));
    assert_eq!(extension.by.as_deref(), Some("استانداری"));
    assert_eq!(extension.letter.as_deref(), Some("۱۱"));
    let due = extension.deadline.due(
        extension.granted_on,
        crate::domain::deadline::DaysAfter::default(),
        &[],
    );
    assert_eq!(due, Day::from_jalali(1402, 3, 10).ok());
}

#[test]
fn chosen_rows_are_changed_together_and_are_chosen_no_longer() {
    let mut desk = table();
    desk.press(" <Down> ").assert_shows("۲ مصوبه برگزیده").press("s2");
    let Command::SetStatus { resolutions, status } = desk.command() else {
        panic!()
    };
    let ids: Vec<&str> = resolutions.iter().map(ResolutionId::as_str).collect();
    assert_eq!((ids, status), (vec!["s8/r1", "s8/r4"], Status::Done));
    // They stay chosen when the office could not do it.
    desk.failed(Refusal::RecordIsStale).press("s2").command();
    desk.done()
        .assert_hides("برگزیده")
        .press("s")
        .assert_shows("وضعیت مصوبه");
}

#[test]
fn escape_chooses_nothing_before_it_leaves() {
    let mut desk = Desk::persian();
    desk.press("o ").assert_shows("۱ مصوبه برگزیده").assert_shows("✓");
    desk.press("<Esc>")
        .assert_hides("برگزیده")
        .assert_shows("مصوبات باز");
    desk.press("<Esc>").assert_hides("✓").assert_shows("جلسات");
    assert_eq!(desk.model.stack.len(), 1);
}

#[test]
fn an_earlier_resolution_that_says_nearly_the_same_is_read_over_the_form_and_nothing_is_lost() {
    let mut desk = table();
    desk.press("aتراز آب هر ماه اعلام شود").assert_hides("تقریباً");
    desk.press(".").assert_shows("تقریباً همان مصوبه ۴ هفتمین جلسه");
    desk.press("<C-o>")
        .assert_shows("مهلت نخست")
        .press("<Down><Up><Esc>");
    assert!(desk.model.peek.is_none());
    desk.press(" باز<F2>");
    let made = recorded(&mut desk);
    assert_eq!(
        (made.text.as_str(), made.follows),
        ("تراز آب هر ماه اعلام شود. باز", None)
    );
}

#[test]
fn the_one_that_is_nearly_the_same_can_be_followed_at_once() {
    let mut desk = table();
    desk.press("aتراز آب هر ماه اعلام شود.<Tab><C-o><Enter><F2>");
    let follows = recorded(&mut desk).follows.unwrap();
    assert_eq!(follows.resolution, Some(ResolutionId::from("s7/r4")));
}

#[test]
fn an_answer_about_words_that_were_changed_meanwhile_is_dropped_and_the_new_ones_are_asked_about() {
    let mut desk = table();
    desk.press("a");
    let mut press = |key| update(&mut desk.model, Msg::Key(key), fixture::now());
    let asked = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Ask(query @ Query::Similar { .. }) => Some(query.clone()),
            _ => None,
        })
    };
    assert_eq!(asked(&press(Key::char('ک'))), None, "not within a word");
    let first = asked(&press(Key::char(' '))).unwrap();
    assert_eq!(asked(&press(Key::char('ت'))), None);
    assert_eq!(
        asked(&press(Key::plain(Code::Tab))),
        None,
        "one question at a time"
    );
    let Answer::Similar(mut rows) = fixture::answer(&Query::Similar {
        text: "تراز آب هر ماه اعلام شود.".to_owned(),
        body: "b".into(),
        before: None,
    }) else {
        panic!()
    };
    assert_eq!(rows.len(), 1);
    let answer = Answer::Similar(rows.clone());
    let next = update(
        &mut desk.model,
        Msg::Answered(first, Box::new(answer)),
        fixture::now(),
    );
    let second = asked(&next).unwrap();
    assert!(matches!(&second, Query::Similar { text, .. } if text == "ک ت"));
    desk.assert_hides("تقریباً");
    // An answer that is not about the same is no warning either.
    rows[0].nearly_the_same = false;
    desk.tell(Msg::Answered(second, Box::new(Answer::Similar(rows))));
    desk.assert_hides("تقریباً")
        .press("<C-o>")
        .assert_shows("پیدا نشده است");
}
