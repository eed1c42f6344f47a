//! Every word of a session stands in its paper, each with the part it belongs to. Knows no store.

use super::plain::{line, plain};
use super::{Block, PaperTable, Text, clause_terms, labelled, paper, resolution, session};
use crate::calendar::{Day, TimeOfDay};
use crate::domain::attendance::{Attendance, Presence, Representative, Tally};
use crate::domain::body::Body;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SessionId};
use crate::domain::resolution::{
    ClauseState, Extension, FollowUp, FollowUpKind, Reference, Resolution, Responsible, Status,
};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::{AgendaItem, Annex, Guest, KeptLine, Note, Session, Talk};
use crate::office::query::{ResolutionRow, RollRow, SessionView};
use crate::words::{Digits, Lang, Words};

const TEXT: &str =
    "مقرر شد:\nالف) فهرست چاه‌ها تهیه شود.\nب) نتیجه اعلام گردد.\nتبصره ۱- هزینه با شهرداری است.";

fn day(month: u8, day: u8) -> Day {
    Day::from_jalali(1402, month, day).unwrap()
}

fn time(hour: u8, minute: u8) -> Option<TimeOfDay> {
    TimeOfDay::new(hour, minute)
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn who(name: &str) -> Vec<Responsible> {
    let written = name.to_owned();
    vec![Responsible {
        written,
        organisation: None,
    }]
}

fn words() -> Words {
    Words::new(Lang::Fa, Digits::Persian)
}

/// What is read, without the marks of direction.
fn read(text: &str) -> String {
    text.chars()
        .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
        .collect()
}

fn decided() -> Resolution {
    let held = Some(day(4, 13));
    let clause = |name, deadline, status| ClauseState {
        responsible: who(name),
        deadline: Some(read_deadline(deadline, held)),
        status,
        extensions: Vec::new(),
    };
    Resolution {
        id: ResolutionId::in_session(&SessionId::from("s1"), "r1"),
        row: Some(7),
        subject: some("چاه‌های کشاورزی"),
        text: TEXT.into(),
        clauses: [
            (
                "الف".to_owned(),
                clause("اداره منابع آب", "دو هفته", Status::Done),
            ),
            ("ب".to_owned(), clause("بخشداری شرق", "یک ماه", Status::Open)),
        ]
        .into(),
        deadline: Some(read_deadline("حداکثر شش ماه", held)),
        responsible: who("فرمانداری"),
        follow_ups: vec![FollowUp {
            date: Some(day(4, 20)),
            by: some("مدیر آب"),
            letter: some("۱۲/۳۴"),
            clause: some("الف"),
            text: "فهرست رسید.".into(),
            status: Some(Status::Done),
            kind: FollowUpKind::Answer,
        }],
        follows: Some(Reference {
            written: "بند ۷ مصوبه دوم".into(),
            resolution: None,
        }),
        from_note: Some(NoteId::in_session(&SessionId::from("s1"), "n1")),
        agenda_item: Some(2),
        extensions: vec![Extension {
            deadline: read_deadline("سه ماه", held),
            granted_on: Some(day(10, 1)),
            by: some("رئیس کمیته"),
            letter: some("۵۶"),
        }],
        agreed: true,
        ..Resolution::default()
    }
}

fn row() -> ResolutionRow {
    ResolutionRow {
        resolution: decided(),
        session: SessionId::from("s1"),
        body: BodyId::from("b1"),
        body_name: "کمیته آب".into(),
        session_date: Some(day(4, 13)),
        session_ordinal: Some(3),
        session_year: Some(1402),
        session_after: crate::domain::deadline::DaysAfter::default(),
        status: Status::Open,
        // What lists show: the earliest of all parts, here that of clause «ب».
        due: Some(day(5, 13)),
        first_due: Some(day(5, 13)),
        overdue: false,
        missed: 0,
        warnings: Vec::new(),
        came_about: crate::office::query::CameAbout::default(),
    }
}

fn seat(name: &str, holder: &str, attendance: Attendance) -> RollRow {
    let holder = Holder {
        name: holder.into(),
        post: some("مدیر"),
        ..Holder::default()
    };
    RollRow {
        seat: Seat {
            name: name.into(),
            holders: vec![holder],
            ..Seat::default()
        },
        attendance,
        ..RollRow::default()
    }
}

fn roll() -> Vec<RollRow> {
    let represented = Attendance {
        status: Presence::Represented,
        representative: Some(Representative {
            name: some("سارا نوبخت"),
            post: some("معاون"),
        }),
        reason: some("مأموریت تهران"),
        arrived: time(9, 50),
        departed: time(11, 5),
        ..Attendance::default()
    };
    let present = Attendance {
        status: Presence::Present,
        ..Attendance::default()
    };
    vec![
        seat("فرمانداری", "مهرداد کیانی", present),
        seat("اداره منابع آب", "بهرام صدر", represented),
    ]
}

pub(super) fn view() -> SessionView {
    let note = Note {
        id: NoteId::in_session(&SessionId::from("s1"), "n1"),
        agenda_item: Some(1),
        speaker: some("مهرداد کیانی، فرماندار"),
        at: time(9, 40),
        text: "چاه‌ها بی‌پروانه‌اند.".into(),
        ..Note::default()
    };
    SessionView {
        session: Session {
            id: SessionId::from("s1"),
            date: Some(day(4, 13)),
            notified: Some(day(4, 25)),
            place: some("سالن فرمانداری"),
            invitation_text: some("با سلام؛ به جلسه بیایید."),
            talk: Some(Talk {
                item: 2,
                since: "2023-07-04T07:00:00Z".parse().unwrap(),
            }),
            agenda: vec![AgendaItem {
                title: "بررسی چاه‌ها".into(),
                planned_minutes: Some(20),
                ..AgendaItem::default()
            }],
            guests: vec![Guest {
                name: "نیما راد".into(),
                post: some("شورای روستا"),
            }],
            annexes: vec![Annex {
                title: None,
                rows: vec![vec!["چاه ۱".into(), "بی‌پروانه".into()]],
            }],
            ..Session::default()
        },
        body: Body {
            name: "کمیته آب شهرستان".into(),
            ..Body::default()
        },
        roll: roll(),
        tally: Tally {
            seats: 2,
            present: 1,
            represented: 1,
            ..Tally::default()
        },
        quorum: Some(2),
        notes: vec![note],
        resolutions: vec![row()],
        kept: vec![KeptLine {
            number: 9,
            text: "سطر بی‌جا".into(),
        }],
        ..SessionView::default()
    }
}

/// The lines of the session's paper, in reading order.
fn lines() -> Vec<String> {
    let words = words();
    let text = read(&plain(&words, &session(&words, &view(), day(5, 1))));
    text.lines().map(str::to_owned).collect()
}

#[test]
fn every_part_of_a_session_is_in_its_paper() {
    let lines = lines();
    for line in [
        "کمیته آب شهرستان",
        "تاریخ ابلاغ: ۱۴۰۲/۰۴/۲۵",
        "با سلام؛ به جلسه بیایید.",
        "اکنون: دستور ۲ · ۱۰:۳۰",
        "۱. بررسی چاه‌ها (۲۰ دقیقه)",
        "حاضر ۲ از ۲ · حد نصاب ۲",
        "فرمانداری (مهرداد کیانی، مدیر): حاضر",
        "اداره منابع آب (بهرام صدر، مدیر): نماینده · سارا نوبخت، معاون · مأموریت تهران · ورود ۰۹:۵۰ · خروج ۱۱:۰۵",
        "مدعوین: نیما راد، شورای روستا",
        "۱. مهرداد کیانی، فرماندار · ۰۹:۴۰ · دستور ۱: چاه‌ها بی‌پروانه‌اند.",
        "چاه ۱ │ بی‌پروانه",
        "۹: سطر بی‌جا",
    ] {
        assert!(
            lines.iter().any(|l| l == line),
            "«{line}» is not a line of:\n{}",
            lines.join("\n")
        );
    }
}

#[test]
fn every_part_of_a_resolution_is_in_the_paper_of_its_session() {
    let lines = lines();
    for line in [
        "شناسه: s1/r1",
        "ردیف: ۷",
        "موضوع: چاه‌های کشاورزی",
        "الف) فهرست چاه‌ها تهیه شود.",
        "تبصره ۱- هزینه با شهرداری است.",
        "مهلت: حداکثر شش ماه",
        "مسئول: فرمانداری",
        "وضعیت: در دست اجرا (۱ از ۲)",
        "پیرو: بند ۷ مصوبه دوم",
        "از مطلب: ۱",
        "شماره دستور: ۲",
        "بازخوانی: با آن موافقت شد",
        "تمدید مهلت: سه ماه · ۱۴۰۲/۱۰/۰۱ · رئیس کمیته · نامه ۵۶",
        "پیگیری: بند الف · ۱۴۰۲/۰۴/۲۰ · مدیر آب · نامه ۱۲/۳۴ · اجرا شده · فهرست رسید.",
    ] {
        assert!(
            lines.iter().any(|l| l == line),
            "«{line}» is not a line of:\n{}",
            lines.join("\n")
        );
    }
}

#[test]
fn each_deadline_has_its_own_day_and_the_one_of_a_clause_is_not_the_resolution_s() {
    let words = words();
    let page = paper(&words, resolution(&words, &row(), &[], day(6, 1)));
    let page = read(&plain(&words, &page));
    for line in [
        "سررسید: ۱۴۰۳/۰۱/۰۱ · مهلت نخست ۱۴۰۲/۱۰/۱۳",
        "بند الف: اجرا شده · اداره منابع آب · دو هفته · ۱۴۰۲/۰۴/۲۷",
        "بند ب: معوق · بخشداری شرق · یک ماه · ۱۴۰۲/۰۵/۱۳",
    ] {
        assert!(
            page.lines().any(|l| l == line),
            "«{line}» is not a line of:\n{page}"
        );
    }
}

#[test]
fn a_clause_is_read_aloud_with_its_owner_and_its_day() {
    let words = words();
    let told = |letter| clause_terms(&words, &row(), letter, day(5, 1));
    let field = told("ب").unwrap();
    assert_eq!(read(&field.label), "بند ب");
    assert_eq!(read(&line(&field.value)), "بخشداری شرق · یک ماه · ۱۴۰۲/۰۵/۱۳");
    assert_eq!(told("پ"), None);
}

#[test]
fn foreign_text_is_shown_and_never_obeyed() {
    let words = words();
    let hostile = "نام\u{202e}ABC\u{1b}[2J";
    let blocks = vec![
        Block::Paragraph(Text::stored(hostile)),
        Block::Head(vec![labelled(&words, "head-place", Text::stored(hostile))]),
        Block::Table(PaperTable::headless(
            &[1],
            vec![vec![vec![Text::stored(hostile)]]],
        )),
    ];
    let text = plain(&words, &paper(&words, blocks));
    assert_eq!(text.lines().count(), 3);
    assert!(!text.contains(['\u{202e}', '\u{1b}']), "{text:?}");
}
