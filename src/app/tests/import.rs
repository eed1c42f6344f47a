//! Minutes taken in from the workspace: what is asked beside the source, by its keys, and what is stored of it.
//! No file is read here.

use super::desk::Desk;
use super::fixture;
use crate::app::{Msg, Screen};
use crate::domain::ids::SessionId;
use crate::domain::reading_profile::{ColumnMeaning, ReadingProfile};
use crate::office::Office;
use crate::office::command::{Command, Created, Done, ImportedSession};
use crate::office::intake::{Intake, IntakeAnswers, MatterAbout, review};
use crate::words::Lang;
use std::fmt::Write;
use std::sync::Arc;

/// The keys that a person needs at most for a doubtful table.
const KEYS_MAX: usize = 12;

/// Ten rows under heads that no list has.
fn odd_table() -> String {
    let mut text = "صورتجلسه سومین جلسه کمیته آب شهرستان مهرآباد\nتاریخ: ۱۴۰۲/۰۱/۲۰\n\nمصوبات:\n".to_owned();
    text.push_str("کد\tمبحث بررسی\tچه باید کرد\tکی به سر برسد\tبر دوش\n");
    for row in 1..=10 {
        writeln!(
            text,
            "{row}\tموضوع {row}\tچاه شماره {row} دشت بالا بسته شود.\tیک ماه\tشهرداری مهرآباد"
        )
        .unwrap();
    }
    text
}

fn digit(head: &str) -> &'static str {
    match head {
        "کد" => "1",
        "مبحث بررسی" => "2",
        "چه باید کرد" => "3",
        "کی به سر برسد" => "4",
        "بر دوش" => "5",
        other => panic!("{other} was asked"),
    }
}

fn imported(desk: &mut Desk) -> ImportedSession {
    match desk.command() {
        Command::ImportSession(session) => *session,
        other => panic!("{other:?}"),
    }
}

/// Reads the table and answers what is asked until nothing is; returns how many keys it took until it was stored.
fn mended(desk: &mut Desk) -> usize {
    desk.tell(Msg::Paste(odd_table()));
    let mut keys = 0;
    while let Some(matter) = desk.model.spots.import.open_matter() {
        let key = match matter {
            // That the body is new is right.
            MatterAbout::Body { .. } => "1",
            MatterAbout::Column { head, .. } => digit(&head.clone()),
            other => panic!("{other:?}"),
        };
        desk.press(key);
        keys += 1;
        assert!(keys < 30, "it is asked without end");
    }
    desk.press("<F2>");
    keys + 1
}

#[test]
fn a_doubtful_table_of_ten_rows_is_mended_in_a_few_keys_and_never_asked_about_again() {
    let mut desk = Desk::persian();
    desk.press("ga");
    let keys = mended(&mut desk);
    assert!(keys <= KEYS_MAX, "{keys} keys");
    let session = imported(&mut desk);
    assert_eq!(session.resolutions.len(), 10);
    assert!(session.source.kept.is_empty(), "{:?}", session.source.kept);
    for (resolution, row) in session.resolutions.iter().zip(1..) {
        assert_eq!(resolution.row, Some(row));
        assert_eq!(resolution.subject, Some(format!("موضوع {row}")));
        assert_eq!(resolution.text, format!("چاه شماره {row} دشت بالا بسته شود."));
        assert_eq!(resolution.deadline.as_ref().unwrap().written, "یک ماه");
        assert_eq!(resolution.responsible[0].written, "شهرداری مهرآباد");
    }
    // What was answered is kept with the body, and the next minutes of it are read by it.
    let folder = tempfile::tempdir().unwrap();
    let (office, _) = Office::open(&folder.path().join("store")).unwrap();
    let mut ids = 0;
    let mut fresh = || {
        ids += 1;
        format!("x{ids}")
    };
    let command = Command::ImportSession(Box::new(session));
    office.execute("a", command, fixture::now(), &mut fresh).unwrap();
    let next = odd_table().replace("سومین", "چهارمین").replace("۰۱/۲۰", "۰۲/۲۰");
    let next = Arc::new(Intake::pasted(&next).unwrap());
    let reviewed = review(&office, &next, &IntakeAnswers::default()).unwrap();
    let open: Vec<_> = reviewed.matters.iter().filter(|matter| !matter.is_said).collect();
    assert!(open.is_empty(), "{open:?}");
    assert_eq!(reviewed.session.resolutions.len(), 10);
    assert_eq!(reviewed.session.learnt, ReadingProfile::default());
}

#[test]
fn digits_of_the_persian_layout_answer_too() {
    let mut desk = Desk::persian();
    desk.press("ga").tell(Msg::Paste(odd_table()));
    while desk
        .model
        .spots
        .import
        .open_matter()
        .is_some_and(|about| !matches!(about, MatterAbout::Column { .. }))
    {
        desk.press("1");
    }
    desk.press("۵<F2>");
    let session = imported(&mut desk);
    let first = session.learnt.columns.values().next().unwrap();
    assert_eq!(first.means, ColumnMeaning::Responsible);
}

#[test]
fn a_file_is_named_and_what_is_read_stands_beside_the_source() {
    let mut desk = Desk::new(Lang::Fa, 120, 40);
    desk.press("ga").assert_shows("صورتجلسه از پرونده");
    desk.press("minutes.txt<Enter>");
    assert_eq!(*desk.model.screen(), Screen::Import);
    desk.assert_shows("کارگروه آب و خاک")
        .assert_shows("گزارش چاه‌ها")
        .assert_shows("عهده دار")
        .assert_shows("هنوز چیزی ثبت نشده است.");
}

#[test]
fn a_file_that_is_not_there_is_told_and_another_can_be_named() {
    let mut desk = Desk::new(Lang::En, 100, 30);
    desk.press("ganone.txt<Enter>")
        .assert_shows("/papers/none.txt was not read");
    desk.press("eminutes.txt<Enter>").assert_shows("کارگروه آب و خاک");
}

#[test]
fn who_leaves_has_stored_nothing_and_is_told_so() {
    let mut desk = Desk::persian();
    desk.press("gaminutes.txt<Enter>5<Esc>")
        .assert_shows("چیزی ثبت نشد.");
    assert_eq!(*desk.model.screen(), Screen::Sessions);
    desk.assert_nothing_changed();
    // Nothing of it is there when one comes again.
    desk.press("ga<Esc>").assert_hides("عهده دار");
}

#[test]
fn a_line_that_is_a_heading_opens_its_part() {
    let mut desk = Desk::persian();
    let text = "صورتجلسه سومین جلسه کارگروه آب استان\nتاریخ: ۱۴۰۲/۰۱/۲۰\n\nدستور جلسه:\n۱- چاه\n\nچنین نوشته شد\n۱- نهر پاک شود.\n۲- راه باز شود.\n";
    let intake = Arc::new(Intake::pasted(text).unwrap());
    let mut answers = IntakeAnswers::default();
    answers.learnt.say_heading(
        "چنین نوشته شد",
        crate::domain::reading_profile::HeadingMeaning::Resolutions,
    );
    desk.press("ga").tell(Msg::Paste(text.to_owned()));
    let order = crate::app::intake::IntakeOrder {
        from: crate::app::intake::IntakeFrom::Again(intake),
        answers,
    };
    desk.tell(Msg::MinutesRead(fixture::read_minutes(order)));
    desk.press("<F2>");
    let session = imported(&mut desk);
    assert_eq!(session.resolutions.len(), 2, "{session:?}");
}

#[test]
fn a_seat_that_is_named_twice_is_unticked_until_somebody_says_how_it_took_part() {
    let text = "صورتجلسه سومین جلسه کمیته راه شهرستان مهرآباد\nتاریخ: ۱۴۰۲/۰۱/۲۰\n\nحاضرین:\n۱- شهرداری\n۲- فرمانداری\n\nغایبین:\n۱- شهرداری\n\nمصوبات:\n۱- نهر پاک شود.\n";
    let marks = |session: &ImportedSession| -> Vec<_> {
        let marks = session.attendance.iter();
        marks.map(|(name, mark)| (name.clone(), mark.status)).collect()
    };
    use crate::domain::attendance::Presence;
    let mut desk = Desk::persian();
    desk.press("ga").tell(Msg::Paste(text.to_owned()));
    desk.press("<F2>");
    let untold = marks(&imported(&mut desk));
    assert_eq!(
        untold,
        [
            ("شهرداری".to_owned(), Presence::Unticked),
            ("فرمانداری".to_owned(), Presence::Present)
        ]
    );
    let mut desk = Desk::persian();
    desk.press("ga").tell(Msg::Paste(text.to_owned()));
    while let Some(about) = desk.model.spots.import.open_matter() {
        let key = if matches!(about, MatterAbout::Twice { .. }) {
            "6"
        } else {
            "1"
        };
        desk.press(key);
    }
    desk.press("<F2>");
    assert_eq!(marks(&imported(&mut desk))[0].1, Presence::Absent);
}

#[test]
fn a_day_that_the_source_does_not_have_is_typed() {
    let mut desk = Desk::persian();
    let text = "صورتجلسه سومین جلسه کارگروه آب استان\n\nمصوبات:\n۱- نهر پاک شود.\n۲- راه باز شود.\n";
    desk.press("ga").tell(Msg::Paste(text.to_owned()));
    // The body is a new one.
    desk.press("1eبیستم برج<Enter>").assert_shows("تاریخ نیست");
    desk.press("e۱۴۰۲/۰۱/۲۰<Enter><F2>");
    assert_eq!(imported(&mut desk).session.date, Some(fixture::day(1402, 1, 20)));
}

#[test]
fn the_stored_session_takes_the_place_of_the_review() {
    let mut desk = Desk::persian();
    desk.press("gaminutes.txt<Enter><F2>");
    imported(&mut desk);
    desk.did(Ok(Done {
        entry: Some(42),
        created: vec![Created::Session(SessionId("s7".into()))],
        ..Done::default()
    }));
    assert_eq!(*desk.model.screen(), Screen::Session(SessionId("s7".into())));
    desk.assert_shows("ثبت شد").press("<Esc>");
    assert_eq!(*desk.model.screen(), Screen::Sessions);
}
