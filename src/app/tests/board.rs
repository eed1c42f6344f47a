//! The board of open resolutions: grouped, folded, chased; several rows changed at once; follow-ups edited.

use super::desk::Desk;
use super::fixture;
use crate::app::step::{Step, To};
use crate::app::{Effect, Msg, settings};
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::{FollowUp, FollowUpKind, Status};
use crate::office::command::{Command, Refusal};
use crate::office::query::{Answer, Query, ResolutionRow};

/// The open resolutions of three sessions; the second one has clauses.
fn rows() -> Vec<ResolutionRow> {
    let views = [7, 8, 9].map(fixture::session_view);
    let mut rows: Vec<ResolutionRow> = views.into_iter().flat_map(|view| view.resolutions).collect();
    rows[1].status = Status::Open;
    rows[1].resolution.status = Status::Open;
    rows.retain(|row| row.status == Status::Open);
    rows
}

fn answer(desk: &mut Desk, rows: Vec<ResolutionRow>) {
    let query = Query::Resolutions {
        filter: crate::search::Filter::default(),
        open: true,
        limit: 500,
    };
    let answer = Box::new(Answer::Resolutions(rows));
    desk.tell(Msg::Answered(query, answer));
}

/// A desk at the open list of these.
fn board() -> Desk {
    let mut desk = Desk::persian();
    desk.press("o");
    answer(&mut desk, rows());
    desk.press("<Home>");
    desk
}

/// The ids as they are.
fn ids(resolutions: &[ResolutionId]) -> Vec<&str> {
    resolutions.iter().map(ResolutionId::as_str).collect()
}

const OF_WATER: [&str; 6] = ["s7/r1", "s7/r4", "s8/r1", "s8/r4", "s9/r1", "s9/r4"];

#[test]
fn what_is_late_is_chased_by_two_keys() {
    let mut desk = board();
    desk.press("k").press("<F2>");
    let Command::AddFollowUp {
        resolution,
        follow_up,
    } = desk.command()
    else {
        panic!()
    };
    assert_eq!(resolution.as_str(), "s7/r1");
    assert!(follow_up.kind == FollowUpKind::Reminder && follow_up.text.contains("یادآوری"));
    assert_eq!(follow_up.date, Some(fixture::today()));
    assert_eq!((follow_up.by, follow_up.status), (None, None));
    desk.done().assert_shows("ثبت شد");
    assert!(desk.model.form().is_none());
}

#[test]
fn the_grouping_is_kept_for_the_next_time_the_program_is_started() {
    let mut desk = board();
    desk.press("'").assert_shows("به تفکیک دستگاه");
    let saved = desk.left_over().into_iter().find_map(|effect| match effect {
        Effect::SaveSettings(settings) => Some(*settings),
        _ => None,
    });
    let written = settings::written(None, &saved.unwrap(), &desk.model.words).unwrap();
    assert!(written.contains("open_grouping = \"organisation\""), "{written}");
    let mut later = Desk::persian();
    later.model.setup.settings = settings::read(&written).0;
    later.press("o");
    answer(&mut later, rows());
    later.assert_shows("به تفکیک دستگاه");
}

#[test]
fn everybody_of_a_group_is_chased_by_two_keys_on_its_head_as_one_change() {
    let mut desk = board();
    // The keys as the Persian layout has them.
    desk.press("گ<Home><Tab>").assert_shows("برای ۶ مصوبه این گروه");
    desk.press("ن").assert_shows("۶ مصوبه").press("<F2>");
    let Command::AddFollowUps {
        resolutions,
        follow_up,
    } = desk.command()
    else {
        panic!()
    };
    assert_eq!(ids(&resolutions), OF_WATER);
    assert!(follow_up.kind == FollowUpKind::Reminder);
}

#[test]
fn other_words_are_typed_over_those_of_a_reminder() {
    let mut desk = board();
    desk.press("kتلفنی گفته شد<F2>");
    let Command::AddFollowUp { follow_up, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(follow_up.text, "تلفنی گفته شد");
}

#[test]
fn one_key_groups_the_list_and_the_selection_stays_on_its_resolution() {
    let mut desk = board();
    desk.press("<Down><Down>").assert_shows("فوری‌ترین نخست");
    let selected = |desk: &Desk| {
        let board = &desk.model.spots.open.board;
        board.row(desk.model.spots.open.spot.list.selected)
    };
    for (name, head) in [
        ("به تفکیک دستگاه", "سازمان جهاد کشاورزی"),
        ("به تفکیک هفته مهلت", "معوق  ۵ مصوبه"),
        ("به تفکیک جلسه", "هفتمین جلسه"),
    ] {
        desk.press("o").assert_shows(name);
        assert_eq!(selected(&desk), Some(2), "{name}");
        desk.press("[").assert_shows(head).press("[<Esc>o");
        answer(&mut desk, rows());
        // The grouping is as it was; back on the resolution.
        desk.assert_shows(name);
        let board = &desk.model.spots.open.board;
        let line = (0..board.lines.len()).find(|line| board.row(*line) == Some(2));
        desk.model.spots.open.spot.list.selected = line.unwrap();
    }
    desk.press("o").assert_shows("فوری‌ترین نخست");
}

#[test]
fn the_head_of_a_group_is_in_sight_or_its_name_stands_above() {
    let mut desk = board();
    // The last row of a long group, and then the head with the first row where one comes to it.
    desk.press("o<End>").assert_shows("شرکت آب منطقه‌ای ");
    let sum = desk.row_with("به تفکیک دستگاه");
    assert!(sum.contains("شرکت آب منطقه‌ای"), "{sum}");
    desk.press("<S-Tab><Down>");
    let list = desk.model.spots.open.spot.list;
    assert_eq!((list.top, list.selected), (2, 3));
    let sum = desk.row_with("به تفکیک دستگاه");
    assert!(!sum.contains("شرکت آب منطقه‌ای"), "{sum}");
}

#[test]
fn groups_are_jumped_to_folded_and_unfolded() {
    let mut desk = board();
    let at = |desk: &Desk| desk.model.spots.open.spot.list.selected;
    desk.press("o<Home>").assert_shows("▾").press("<Tab>");
    assert_eq!(at(&desk), 2);
    desk.press("<Tab>");
    assert_eq!(at(&desk), 2, "there is no third group");
    desk.press("t").assert_shows("◂").assert_hides("کنتور هوشمند");
    desk.press("<Enter>").assert_hides("◂").press("<Down>");
    desk.assert_shows("کنتور هوشمند");
    // On a row the key folds its group and goes to the head.
    desk.press("<Down>ت").assert_hides("کنتور هوشمند");
    assert_eq!(at(&desk), 2);
    desk.press("<S-Tab>");
    assert_eq!(at(&desk), 0);
    desk.press("[").assert_hides("▾").press("[").assert_hides("◂");
}

#[test]
fn words_narrow_the_list_in_every_grouping() {
    for grouping in ["", "o", "oo", "ooo"] {
        let mut desk = Desk::persian();
        desk.press("o").press(grouping).press("fپایش");
        // The office of the tests looks at wordings alone.
        desk.assert_shows("چیزی با این واژه‌ها");
        desk.press("<Backspace><Backspace><Backspace><Backspace>کنتور<Enter>")
            .assert_shows("کنتور هوشمند")
            .assert_hides("پایش");
        assert_eq!(desk.model.books.open_rows().len(), 1, "{grouping:?}");
    }
}

#[test]
fn one_key_chooses_all_of_a_group_and_a_status_is_one_change_for_all() {
    let mut desk = board();
    desk.press("o<Home><Tab><Down>i").assert_shows("۶ مصوبه برگزیده");
    desk.press("s2");
    let Command::SetStatus { resolutions, status } = desk.command() else {
        panic!()
    };
    assert_eq!((ids(&resolutions), status), (OF_WATER.to_vec(), Status::Done));
    // Again, and none of it is chosen; a blank on the head does the same.
    desk.press("a").assert_hides("برگزیده");
    desk.press("<Home><Tab> ")
        .assert_shows("۶ مصوبه برگزیده")
        .assert_shows("✓");
    // Without groups it is everything.
    desk.press("<Esc>ooo").assert_shows("فوری‌ترین").press("a");
    desk.assert_shows("۷ مصوبه برگزیده");
}

#[test]
fn an_answer_for_all_that_are_chosen_is_one_form_and_one_change() {
    let mut desk = board();
    desk.press(" <Down> p").assert_shows("پیگیری تازه: ۲ مصوبه");
    // Both have the same lead: it is taken for who answered.
    desk.press("در دست اقدام است<Tab><Tab><Tab>۱۲/۳۴<F2>");
    let Command::AddFollowUps {
        resolutions,
        follow_up,
    } = desk.command()
    else {
        panic!()
    };
    assert_eq!(ids(&resolutions), ["s7/r1", "s7/r4"]);
    assert_eq!(follow_up.letter.as_deref(), Some("۱۲/۳۴"));
    assert_eq!(follow_up.by.as_deref(), Some("شرکت آب منطقه‌ای"));
    desk.done().assert_shows("ثبت شد").assert_hides("برگزیده");
    assert!(desk.model.chosen.is_empty());
}

#[test]
fn of_several_leads_each_is_offered_and_none_is_taken_for_granted() {
    let mut desk = board();
    desk.press("apمتن<Tab><Tab>");
    assert_eq!(desk.model.form().unwrap().written("by"), "");
    desk.press("<Down><Enter><F2>");
    let Command::AddFollowUps { follow_up, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(follow_up.by.as_deref(), Some("سازمان جهاد کشاورزی"));
}

#[test]
fn a_longer_time_for_all_counts_from_one_day_and_needs_it() {
    let mut desk = board();
    desk.press(" <Down> lیک ماه<Tab><C-a><Del><F2>")
        .assert_nothing_changed()
        .assert_shows("خالی است");
    desk.press("۱۴۰۲/۲/۱<Tab>استاندار<F2>");
    let Command::ExtendDeadlines {
        resolutions,
        extension,
    } = desk.command()
    else {
        panic!()
    };
    assert_eq!(ids(&resolutions), ["s7/r1", "s7/r4"]);
    assert_eq!(extension.by.as_deref(), Some("استاندار"));
    let due = extension.deadline.due(
        extension.granted_on,
        crate::domain::deadline::DaysAfter::default(),
        &[],
    );
    assert_eq!(due.map(|day| day.to_string()).as_deref(), Some("1402/03/01"));
}

#[test]
fn a_refusal_names_the_row_that_stopped_it_and_nothing_written_is_lost() {
    let mut desk = board();
    desk.press(" <Down> pمتن<F2>").command();
    desk.failed(Refusal::AtResolution {
        resolution: "s7/r4".into(),
        why: Box::new(Refusal::NoSuchRecord("s7/r4".to_owned())),
    });
    desk.assert_shows("مصوبه ۴ هفتمین جلسه کارگروه آب")
        .assert_shows("این مصوبه دیگر نیست")
        .assert_shows("هیچ مصوبه‌ای تغییر نکرد");
    assert!(desk.model.form().is_some_and(|form| form.is_dirty()));
    assert_eq!(desk.model.chosen.len(), 2);
}

#[test]
fn a_row_that_is_answered_leaves_and_the_next_one_of_its_group_is_under_the_cursor() {
    let mut desk = board();
    desk.press("oo<Home><Down>pانجام شد<Tab>3");
    desk.press("<F2>");
    let Command::AddFollowUp { follow_up, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(follow_up.status, Some(Status::Done));
    let before = desk.model.spots.open.board.groups[0].rows.clone();
    let mut left = rows();
    left.remove(before[0]);
    desk.done();
    answer(&mut desk, left);
    assert_eq!(desk.model.spots.open.spot.list.selected, 1);
    let next = desk.model.spots.open.board.row(1).unwrap();
    let next = &desk.model.books.open_rows()[next].resolution.id;
    assert_eq!(*next, rows()[before[1]].resolution.id);
}

#[test]
fn the_form_of_a_follow_up_knows_who_was_asked_the_aliases_and_the_clauses() {
    let mut desk = board();
    let order = rows();
    let with_clauses = order.iter().position(|row| row.resolution.id.as_str() == "s7/r2");
    desk.model.spots.open.spot.list.selected = with_clauses.unwrap();
    desk.press("pبرآورد شد").assert_shows("آموزش بهره‌برداران");
    desk.press("<Tab><Tab><C-a>صمت")
        .assert_shows("سازمان صنعت، معدن و تجارت");
    desk.press("<Enter>۷۷<Tab><C-a>۹ اردیبهشت")
        .assert_shows("شنبه ۱۴۰۲/۰۲/۰۹");
    desk.press("<Tab> <F2>");
    let Command::AddFollowUp { follow_up, .. } = desk.command() else {
        panic!()
    };
    assert_eq!(follow_up.by.as_deref(), Some("سازمان صنعت، معدن و تجارت"));
    assert_eq!(follow_up.letter.as_deref(), Some("۷۷"));
    assert_eq!(
        follow_up.date.map(|day| day.to_string()).as_deref(),
        Some("1402/02/09")
    );
    assert_eq!(follow_up.clause.as_deref(), Some("الف"));
    assert!(follow_up.kind == FollowUpKind::Answer);
}

#[test]
fn a_follow_up_in_the_log_is_edited_or_taken_away() {
    let mut desk = board();
    desk.press("<Enter><Down>").assert_shows("پیگیری ۱ · Enter");
    desk.press("<Enter>")
        .assert_shows("ویرایش پیگیری")
        .press("<C-a>همه کنتورها نصب شد.<Tab>3<F2>");
    let Command::ReviseFollowUp {
        resolution,
        at,
        before,
        after,
    } = desk.command()
    else {
        panic!()
    };
    let after = after.unwrap();
    assert_eq!((resolution.as_str(), at), ("s7/r1", 0));
    assert_eq!(before.letter, after.letter);
    assert_eq!(
        (after.text.as_str(), after.status),
        ("همه کنتورها نصب شد.", Some(Status::Done))
    );
    desk.done().press("d").assert_shows("نیمی از کنتورها").press("1");
    let Command::ReviseFollowUp { after: None, .. } = desk.command() else {
        panic!()
    };
    // Beside the log the key takes the resolution away.
    desk.done().press("<Up>d").assert_shows("مصوبه «کنتور هوشمند»");
}

#[test]
fn taking_a_follow_up_away_says_what_becomes_of_the_status_that_it_brought() {
    let mut desk = Desk::persian();
    desk.press("<Down>5<Enter>");
    let mut view = fixture::session_view(8);
    view.resolutions[0].resolution.status = Status::Done;
    view.resolutions[0].resolution.follow_ups.push(FollowUp {
        text: "پایان یافت".to_owned(),
        status: Some(Status::Done),
        ..FollowUp::default()
    });
    let query = Query::Session(fixture::session_id(8));
    desk.tell(Msg::Answered(
        query,
        Box::new(Answer::Session(Some(Box::new(view)))),
    ));
    desk.press("<Down><Down>d")
        .assert_shows("پایان یافت")
        .assert_shows("(«اجرا شده») به «در دست اجرا» برمی‌گردد");
}

#[test]
fn from_a_page_one_goes_on_in_the_order_of_the_board() {
    let mut desk = board();
    let mut press = |keys: &str| {
        desk.press(keys);
        answer(&mut desk, rows());
        desk.row_with("جلسه  ")
    };
    assert!(press("ooo<Home><Down><Enter>").contains("نهمین"));
    assert!(press("<Tab>").contains("نهمین"));
    // Over the head to the first of the next session, and back.
    assert!(press("<Tab>").contains("هشتمین"));
    assert!(press("<S-Tab>").contains("نهمین"));
}

#[test]
fn a_list_that_was_narrowed_to_go_somewhere_is_left_to_the_board_as_it_was() {
    let mut desk = board();
    desk.press("o<Home><Tab>");
    let selected = desk.model.spots.open.spot.list.selected;
    let narrowed = Step::Open(To::Narrowed("کنتور".to_owned()));
    desk.model.obey(vec![narrowed]);
    desk.press("<Esc>");
    assert_eq!(desk.model.spots.open.spot.list.selected, selected);
}
