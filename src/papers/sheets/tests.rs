//! Tests of sheets: every row has a cell for every column, and each cell what its head says.

use super::*;
use crate::domain::attendance::{Attendance, Presence, Representative, Tally};
use crate::domain::body::Body;
use crate::domain::deadline::read_deadline;
use crate::domain::figures::{self, Held, Mark, Passed};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{ClauseState, FollowUp, Resolution, Responsible, Status};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::{Guest, Session};
use crate::office::query::RollRow;
use crate::office::report::{ReportAsked, ReportKind};
use crate::text::unmarked;
use crate::words::{Digits, Lang};

fn day(month: u8, day: u8) -> Day {
    Day::from_jalali(1402, month, day).unwrap()
}

fn words(lang: Lang) -> Words {
    Words::new(lang, Digits::Persian)
}

fn who(name: &str) -> Vec<Responsible> {
    let written = name.to_owned();
    vec![Responsible {
        written,
        organisation: None,
    }]
}

fn row() -> ResolutionRow {
    let held = Some(day(4, 13));
    let clause = ClauseState {
        responsible: who("منابع آب"),
        deadline: Some(read_deadline("دو هفته", held)),
        status: Status::Done,
        extensions: Vec::new(),
    };
    ResolutionRow {
        resolution: Resolution {
            id: ResolutionId::in_session(&SessionId::from("s1"), "r1"),
            row: Some(7),
            subject: Some("چاه‌ها".to_owned()),
            text: "مقرر شد:\nالف) فهرست تهیه شود.\nب) نتیجه اعلام گردد.".to_owned(),
            clauses: [("الف".to_owned(), clause)].into(),
            deadline: Some(read_deadline("ده روز", held)),
            responsible: who("فرمانداری"),
            follow_ups: vec![FollowUp {
                date: Some(day(4, 20)),
                clause: Some("الف".to_owned()),
                text: "فهرست رسید.".to_owned(),
                ..FollowUp::default()
            }],
            ..Resolution::default()
        },
        session: "s1".into(),
        body: "b1".into(),
        body_name: "کتاف".to_owned(),
        session_date: held,
        session_ordinal: Some(8),
        session_year: Some(1402),
        session_after: crate::domain::deadline::DaysAfter::default(),
        status: Status::Open,
        due: Some(day(4, 23)),
        first_due: Some(day(4, 23)),
        overdue: true,
        missed: 0,
        warnings: Vec::new(),
        came_about: crate::office::query::CameAbout::default(),
    }
}

fn view() -> SessionView {
    let seat = Seat {
        id: "m1".into(),
        name: "استانداری".to_owned(),
        order: 1,
        holders: vec![Holder {
            name: "مهرداد کیانی".to_owned(),
            post: Some("استاندار".to_owned()),
            ..Holder::default()
        }],
        ..Seat::default()
    };
    let attendance = Attendance {
        status: Presence::Represented,
        representative: Some(Representative {
            name: Some("سارا نوبخت".to_owned()),
            post: Some("معاون".to_owned()),
        }),
        reason: Some("مأموریت".to_owned()),
        ..Attendance::default()
    };
    SessionView {
        session: Session {
            id: "s1".into(),
            ordinal: Some(8),
            date: Some(day(4, 13)),
            guests: vec![Guest {
                name: "رضا امینی".to_owned(),
                post: None,
            }],
            ..Session::default()
        },
        body: Body {
            name: "کتاف".to_owned(),
            ..Body::default()
        },
        tally: Tally::of([Presence::Represented]),
        quorum: Some(1),
        roll: vec![RollRow {
            seat,
            attendance,
            ..RollRow::default()
        }],
        resolutions: vec![row()],
        ..SessionView::default()
    }
}

/// The value under a head, in the row at a place.
fn under<'a>(words: &Words, sheet: &'a Sheet, head: &str, row: usize) -> &'a SheetValue {
    let head = words.say(head);
    let column = sheet.columns.iter().position(|column| column.head == head);
    &sheet.rows[row][column.unwrap_or_else(|| panic!("no {head}"))]
}

fn told(value: &SheetValue) -> String {
    match value {
        SheetValue::Text(text) => unmarked(text).into_owned(),
        other => format!("{other:?}"),
    }
}

fn is_whole(book: &Workbook) {
    for sheet in &book.sheets {
        let heads: std::collections::BTreeSet<&str> =
            sheet.columns.iter().map(|column| column.head.as_str()).collect();
        assert_eq!(
            heads.len(),
            sheet.columns.len(),
            "heads alike: {:?}",
            sheet.columns
        );
        for row in &sheet.rows {
            assert_eq!(row.len(), sheet.columns.len(), "{row:?}");
        }
    }
}

#[test]
fn a_clause_has_a_row_of_its_own_with_its_own_terms() {
    let words = words(Lang::Fa);
    let book = register(&words, &[row()], day(5, 1));
    is_whole(&book);
    let sheet = &book.sheets[0];
    assert_eq!(sheet.rows.len(), 3);
    let at = |head: &str, row: usize| told(under(&words, sheet, head, row));
    let column = |head: &str| [at(head, 0), at(head, 1), at(head, 2)];
    assert_eq!(column("head-id"), ["s1/r1", "s1/r1", "s1/r1"]);
    assert_eq!(column("head-session")[2], "هشتمین جلسه کتاف");
    assert_eq!(column("field-clause"), ["Empty", "الف", "ب"]);
    assert_eq!(column("field-text")[1], "فهرست تهیه شود.");
    assert_eq!(column("field-deadline"), ["ده روز", "دو هفته", "Empty"]);
    assert_eq!(column("head-due"), ["۱۴۰۲/۰۴/۲۳", "۱۴۰۲/۰۴/۲۷", "Empty"]);
    assert_eq!(column("field-responsible"), ["فرمانداری", "منابع آب", "Empty"]);
    assert_eq!(column("field-status"), ["معوق", "اجرا شده", "در دست اجرا"]);
    assert_eq!(column("sheet-days-late")[0], "Count(9)");
    assert!(column("sheet-last-follow-up")[1].ends_with("فهرست رسید."));
    assert_eq!(column("sheet-last-follow-up")[0], "Empty");
    assert_eq!(
        under(&words, sheet, "sheet-due-true", 1),
        &SheetValue::Day(day(4, 27))
    );
    assert_eq!(under(&words, sheet, "field-row", 0), &SheetValue::Count(7));
}

#[test]
fn the_sheets_of_a_session_tell_its_roll_and_its_figures() {
    for lang in [Lang::Fa, Lang::En] {
        let words = words(lang);
        let book = minutes(&words, &view(), day(5, 1));
        is_whole(&book);
        let [_, attendance, figures] = book.sheets.as_slice() else {
            panic!("{:?}", book.sheets);
        };
        let at = |head: &str| told(under(&words, attendance, head, 0));
        assert_eq!(at("head-seat"), "استانداری");
        assert_eq!(at("head-holder"), "مهرداد کیانی");
        assert_eq!(at("field-representative"), "سارا نوبخت");
        assert_eq!(at("field-reason"), "مأموریت");
        assert_eq!(told(under(&words, attendance, "head-holder", 1)), "رضا امینی");
        let overdue = figures
            .rows
            .iter()
            .find(|row| row[0] == SheetValue::Text(words.say("status-overdue")));
        assert_eq!(overdue.unwrap()[1], SheetValue::Count(1));
    }
}

#[test]
fn figures_are_numbers_and_shares_with_their_formulas() {
    let held = vec![Held {
        id: "s1".into(),
        ordinal: Some(8),
        year: Some(1402),
        ..Held::default()
    }];
    let passed = [Passed {
        id: ResolutionId::in_session(&SessionId::from("s1"), "r1"),
        session: 0,
        status: Status::Done,
        overdue: false,
    }];
    let report = Report {
        groups: figures::year(&held, &passed),
        sessions: held,
        ..Report::default()
    };
    let words = words(Lang::Fa);
    let book = super::figures(&words, &report);
    is_whole(&book);
    assert_eq!(book.sheets.len(), 2);
    let first = &book.sheets[0];
    assert_eq!(told(&first.rows[0][0]), "همه");
    assert_eq!(
        under(&words, first, "figure-carried-out", 0),
        &SheetValue::Count(1)
    );
    assert!(told(&book.sheets[1].rows[0][2]).ends_with("= ۱"));
}

#[test]
fn a_report_of_attendance_has_a_column_for_every_session() {
    let seat = |name: &str| Seat {
        name: name.to_owned(),
        ..Seat::default()
    };
    let held = vec![
        Held {
            ordinal: Some(8),
            ..Held::default()
        },
        Held {
            ordinal: Some(9),
            ..Held::default()
        },
    ];
    let seats = vec![seat("استانداری"), seat("بهزیستی")];
    let marks = vec![
        Mark {
            session: 0,
            seat: 1,
            presence: Presence::Present,
        },
        Mark {
            session: 1,
            seat: 0,
            presence: Presence::Absent,
        },
    ];
    let report = Report {
        asked: ReportAsked {
            kind: ReportKind::Attendance,
            ..ReportAsked::default()
        },
        groups: figures::attendance(&held, &seats, &marks),
        sessions: held,
        seats,
        marks,
        ..Report::default()
    };
    let words = words(Lang::Fa);
    let book = super::figures(&words, &report);
    is_whole(&book);
    let sheet = &book.sheets[2];
    let told: Vec<Vec<String>> = sheet
        .rows
        .iter()
        .map(|row| row.iter().map(told).collect())
        .collect();
    assert_eq!(told[0][1..], ["استانداری", "Empty", "غایب"]);
    assert_eq!(told[1][1..], ["بهزیستی", "حاضر", "Empty"]);
    let rates = book.sheets[0].rows.iter().flatten();
    assert!(rates.clone().any(|value| *value == SheetValue::PerMille(500)));
}
