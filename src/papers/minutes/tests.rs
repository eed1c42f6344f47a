//! The official minutes of a made-up session say what an office signs, in the body's order. Knows no store.

use super::*;
use crate::calendar::TimeOfDay;
use crate::domain::attendance::{Attendance, Presence, Representative, Tally};
use crate::domain::body::{Body, Rules};
use crate::domain::correction::Correction;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{CorrectionId, ResolutionId, SeatId};
use crate::domain::minutes_layout::{AttendanceForm, ResolutionColumn, ResolutionField};
use crate::domain::resolution::{ClauseState, Reference, Resolution, Responsible, Status};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::{AgendaItem, Annex, Guest, ItemResult, Note, Session, SessionKind};
use crate::domain::stretch::TimeStretch;
use crate::domain::vote::{Ballot, Cast, Majority, Vote};
use crate::office::query::{ResolutionRow, RollRow};
use crate::papers::plain::plain;
use crate::words::{Digits, Lang};

fn day(month: u8, day: u8) -> Day {
    Day::from_jalali(1402, month, day).unwrap()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn words() -> Words {
    Words::new(Lang::Fa, Digits::Persian)
}

fn seat(id: &str, name: &str, holder: &str, attendance: Attendance) -> RollRow {
    let holder = Holder {
        name: holder.into(),
        post: some("مدیر"),
        ..Holder::default()
    };
    RollRow {
        seat: Seat {
            id: SeatId::from(id),
            name: name.into(),
            holders: vec![holder],
            ..Seat::default()
        },
        attendance,
        ..RollRow::default()
    }
}

fn filled(status: Presence) -> Attendance {
    Attendance {
        status,
        ..Attendance::default()
    }
}

fn roll() -> Vec<RollRow> {
    let represented = Attendance {
        representative: Some(Representative {
            name: some("سارا نوبخت"),
            post: some("معاون"),
        }),
        reason: some("مأموریت"),
        arrived: TimeOfDay::new(9, 50),
        ..filled(Presence::Represented)
    };
    let excused = Attendance {
        reason: some("بیماری"),
        ..filled(Presence::Excused)
    };
    vec![
        seat("s1", "فرماندار", "مهرداد کیانی", filled(Presence::Present)),
        seat("s2", "اداره منابع آب", "بهرام صدر", represented),
        seat("s3", "بخشداری شرق", "پری راد", excused),
    ]
}

fn resolution() -> ResolutionRow {
    let who = |written: &str| Responsible {
        written: written.into(),
        organisation: None,
    };
    let state = ClauseState {
        responsible: vec![who("اداره منابع آب"), who("بخشداری شرق")],
        deadline: Some(read_deadline("دو هفته", None)),
        ..ClauseState::default()
    };
    let resolution = Resolution {
        id: ResolutionId::from("r1"),
        row: Some(7),
        subject: some("چاه‌ها"),
        text: "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.\nتبصره: هزینه با شهرداری است.".into(),
        clauses: [("الف".to_owned(), state)].into(),
        deadline: Some(read_deadline("یک ماه", None)),
        responsible: vec![who("فرمانداری")],
        follows: Some(Reference {
            written: "بند ۲ جلسه دوم".into(),
            resolution: None,
        }),
        ..Resolution::default()
    };
    ResolutionRow {
        resolution,
        session: "s".into(),
        body: "b".into(),
        body_name: "کمیته".into(),
        session_date: None,
        session_ordinal: None,
        session_year: None,
        session_after: crate::domain::deadline::DaysAfter::default(),
        status: Status::Open,
        due: None,
        first_due: None,
        overdue: false,
        missed: 0,
        warnings: Vec::new(),
        came_about: crate::office::query::CameAbout::default(),
    }
}

fn session() -> Session {
    Session {
        year: Some(1402),
        ordinal: Some(3),
        kind: SessionKind::Extraordinary,
        date: Some(day(4, 13)),
        place: some("سالن فرمانداری"),
        chair: some("مهرداد کیانی، فرماندار"),
        secretary: some("بهار نادری"),
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
            title: some("چاه‌های بی‌پروانه"),
            rows: vec![
                vec!["ردیف".into(), "چاه".into()],
                vec!["۱".into(), "چاه شرق".into()],
            ],
        }],
        ..Session::default()
    }
}

fn view() -> SessionView {
    let note = Note {
        agenda_item: Some(1),
        speaker: some("مهرداد کیانی، فرماندار"),
        at: TimeOfDay::new(9, 40),
        text: "چاه‌ها بی‌پروانه‌اند.".into(),
        ..Note::default()
    };
    SessionView {
        session: session(),
        body: Body {
            name: "کمیته آب شهرستان".into(),
            ..Body::default()
        },
        roll: roll(),
        tally: Tally {
            seats: 3,
            present: 1,
            represented: 1,
            excused: 1,
            ..Tally::default()
        },
        quorum: Some(2),
        notes: vec![note],
        resolutions: vec![resolution()],
        ..SessionView::default()
    }
}

fn corrected(about: Corrected) -> Correction {
    Correction {
        id: CorrectionId::from("c1"),
        number: 1,
        date: day(5, 2),
        by: some("بهار نادری"),
        about,
        was: "دو هفته".into(),
        shall_be: "سه هفته".into(),
        changes: Vec::new(),
        version: 1,
        reason: "سهو در نوشتن".into(),
        extra: Default::default(),
    }
}

fn told(paper: &Paper) -> String {
    without_isolates(&plain(&words(), paper))
}

fn assert_told(paper: &Paper, lines: &[&str]) {
    let told = told(paper);
    for line in lines {
        assert!(
            told.lines().any(|l| l == *line),
            "«{line}» is not a line of:\n{told}"
        );
    }
}

#[test]
fn the_minutes_tell_what_is_signed() {
    let paper = minutes(&words(), &view(), day(5, 1));
    assert_told(
        &paper,
        &[
            "بسمه تعالی",
            "صورتجلسه سومین جلسه فوق‌العاده کمیته آب شهرستان در سال ۱۴۰۲",
            "پیش‌نویس ۱۴۰۲/۰۵/۰۱، هنوز امضا نشده است",
            "تاریخ جلسه: سه‌شنبه ۱۴۰۲/۰۴/۱۳",
            "رئیس جلسه: مهرداد کیانی، فرماندار",
            "۱. بررسی چاه‌ها",
            "ردیف │ دستگاه عضو │ نام و نام خانوادگی │ نحوه حضور │ نماینده │ توضیحات",
            "۱ │ فرماندار │ مهرداد کیانی، مدیر │ حاضر │  │ ",
            "۲ │ اداره منابع آب │ بهرام صدر، مدیر │ با نماینده │ سارا نوبخت، معاون │ مأموریت؛ ورود ۰۹:۵۰",
            "از ۳ عضو، ۲ عضو حضور داشتند و با حد نصاب ۲ عضو جلسه رسمیت یافت.",
            "۱ │ نیما راد │ شورای روستا",
            "موضوع ۱ دستور جلسه: بررسی چاه‌ها",
            "مهرداد کیانی، فرماندار: چاه‌ها بی‌پروانه‌اند.",
            "پیوست ۱: چاه‌های بی‌پروانه",
            "ردیف │ چاه",
            "ردیف │ نام و نام خانوادگی │ سمت / دستگاه │ امضا",
            "رئیس جلسه: مهرداد کیانی، فرماندار",
        ],
    );
    assert_eq!(
        paper.title,
        "صورتجلسه سومین جلسه فوق‌العاده کمیته آب شهرستان در سال ۱۴۰۲"
    );
    assert_eq!(paper.date, Some(day(4, 13)));
}

#[test]
fn clauses_stand_in_paragraphs_with_their_own_terms() {
    let paper = minutes(&words(), &view(), day(5, 1));
    let is_decided = |block: &Block| match block {
        Block::Table(table) => {
            let first = &table.rows[0];
            (first.len() == 5).then(|| first[2].clone())
        }
        _ => None,
    };
    let wording = paper.blocks.iter().find_map(is_decided).unwrap();
    let lines: Vec<String> = wording
        .iter()
        .map(|text| without_isolates(&crate::papers::plain::line(text)))
        .collect();
    assert_eq!(
        lines,
        [
            "مقرر شد:",
            "الف) فهرست تهیه شود.",
            "(مسئول پیگیری: اداره منابع آب؛ بخشداری شرق - مهلت اقدام: دو هفته)",
            "ب) نتیجه اعلام گردد.",
            "تبصره: هزینه با شهرداری است.",
            "پیرو: بند ۲ جلسه دوم",
        ]
    );
}

#[test]
fn sections_columns_and_attendance_follow_the_layout_of_the_body() {
    let mut view = view();
    let column = |field| ResolutionColumn { field, share: 1 };
    let layout = MinutesLayout {
        sections: vec![Section::Resolutions, Section::Attendance],
        columns: vec![column(ResolutionField::Responsible), column(ResolutionField::Row)],
        attendance: AttendanceForm::Running,
    };
    view.body.rules = vec![Rules {
        layout: Some(layout),
        ..Rules::default()
    }];
    let told = told(&minutes(&words(), &view, day(5, 1)));
    let lines: Vec<&str> = told.lines().skip(3).filter(|line| !line.is_empty()).collect();
    assert_eq!(
        lines,
        [
            "مصوبات",
            "مسئول پیگیری │ ردیف",
            "فرمانداری │ ۷",
            "حضور و غیاب",
            "حاضران: مهرداد کیانی (فرماندار)",
            "نمایندگان: سارا نوبخت، معاون به نمایندگی از اداره منابع آب به علت مأموریت؛ ورود ۰۹:۵۰",
            "غایبان موجه: پری راد (بخشداری شرق) به علت بیماری",
            "مدعوین: نیما راد (شورای روستا)",
            "از ۳ عضو، ۲ عضو حضور داشتند و با حد نصاب ۲ عضو جلسه رسمیت یافت.",
        ]
    );
}

#[test]
fn final_minutes_have_their_code_at_the_foot_and_no_mark_of_a_draft() {
    let mut view = view();
    view.session.state = SessionState::Final;
    let code = |agreement| {
        Some(CheckedCode {
            code: "7K3M-9QXA-2BCD".into(),
            agreement,
            covers_surroundings: true,
            ..CheckedCode::default()
        })
    };
    let foot_of = |view: &SessionView| {
        let paper = minutes(&words(), view, day(5, 1));
        assert!(!told(&paper).contains("پیش‌نویس"));
        without_isolates(&crate::papers::plain::line(&paper.foot))
    };
    view.code = code(Agreement::Agrees);
    assert_eq!(foot_of(&view), "کد صحت: 7K3M-9QXA-2BCD — صفحه  از ");
    // The code of another text would vouch for this one.
    view.code = code(Agreement::Differs);
    assert_eq!(foot_of(&view), "صفحه  از ");
}

#[test]
fn a_correction_stands_at_what_it_corrects_in_its_section_and_on_a_paper_of_its_own() {
    let mut view = view();
    view.corrections = vec![
        corrected(Corrected::Resolution(ResolutionId::from("r1"))),
        Correction {
            number: 2,
            ..corrected(Corrected::Attendance(SeatId::from("s3")))
        },
    ];
    let paper = minutes(&words(), &view, day(5, 1));
    assert_told(
        &paper,
        &["۳ │ بخشداری شرق [اصلاحیه ۲] │ پری راد، مدیر │ غیبت موجه │  │ بیماری"],
    );
    let told_text = told(&paper);
    assert!(
        told_text.contains("پیرو: بند ۲ جلسه دوم [اصلاحیه ۱]"),
        "{told_text}"
    );
    assert!(told_text.contains("\nاصلاحیه‌ها\n"), "{told_text}");
    let slip = correction_slip(&words(), &view, &view.corrections[0]);
    assert_told(
        &slip,
        &[
            "اصلاحیه شماره ۱ صورتجلسه",
            "جلسه: سومین جلسه فوق‌العاده کمیته آب شهرستان در سال ۱۴۰۲",
            "درباره: مصوبه ۷",
            "سه هفته",
            "سهو در نوشتن",
            "اصلاح‌کننده: بهار نادری",
        ],
    );
    assert_eq!(slip.date, Some(day(5, 2)));
}

#[test]
fn an_extract_is_certified_only_where_the_minutes_are_signed() {
    let mut view = view();
    let certified = "مفاد بالا با اصل صورتجلسه امضاشده برابر است.";
    let draft = told(&extract(&words(), &view, &view.resolutions[0]));
    assert!(draft.contains("پیش‌نویس، هنوز امضا نشده است") && !draft.contains(certified));
    view.session.state = SessionState::Final;
    assert_told(
        &extract(&words(), &view, &view.resolutions[0]),
        &["مستخرج مصوبه شماره ۷", certified, "دبیر جلسه: بهار نادری"],
    );
}

#[test]
fn votes_results_and_breaks_stand_in_the_minutes() {
    let mut view = view();
    let seats = [("s1".into(), Ballot::For), ("s2".into(), Ballot::Against)];
    view.resolutions[0].resolution.vote = Some(Vote {
        at: TimeOfDay::new(10, 20),
        cast: Cast::ByName(seats.into()),
    });
    view.session.agenda[0].result = Some(ItemResult::Amended);
    view.session.breaks = vec![TimeStretch {
        from: TimeOfDay::new(10, 0).unwrap(),
        until: TimeOfDay::new(10, 15),
    }];
    view.roll[0].attendance = filled(Presence::Present)
        .leave(TimeOfDay::new(10, 30).unwrap())
        .come(TimeOfDay::new(10, 45).unwrap());
    let paper = minutes(&words(), &view, day(5, 1));
    assert_told(
        &paper,
        &[
            "۱. بررسی چاه‌ها — نتیجه: با اصلاح تصویب شد",
            "تنفس: ۱۰:۰۰ تا ۱۰:۱۵",
            "۱ │ فرماندار │ مهرداد کیانی، مدیر │ حاضر │  │ خروج ۱۰:۳۰؛ بازگشت ۱۰:۴۵",
        ],
    );
    let voted = "(رأی‌گیری با نام: ۱ موافق، ۱ مخالف، ۰ ممتنع (ساعت ۱۰:۲۰)؛ مخالف: اداره منابع آب)";
    assert!(told(&paper).contains(voted), "{}", told(&paper));
    // By the rule of the body more than those against it are needed.
    view.body.rules = vec![Rules {
        majority: Some(Majority::Simple),
        ..Rules::default()
    }];
    let voted = "۰ ممتنع (ساعت ۱۰:۲۰)؛ به اکثریت لازم (۲ رأی) نرسید؛ مخالف: اداره منابع آب)";
    let told = told(&minutes(&words(), &view, day(5, 1)));
    assert!(told.contains(voted), "{told}");
}

#[test]
fn what_is_confidential_leaves_its_number_and_no_word() {
    let mut view = view();
    view.session.agenda[0].confidential = true;
    view.resolutions[0].resolution.confidential = true;
    view.corrections = vec![corrected(Corrected::Resolution(ResolutionId::from("r1")))];
    let private = Note {
        text: "به رئیس یادآوری شود".into(),
        private: true,
        ..Note::default()
    };
    view.notes.push(private);
    let paper = minutes(&words(), &view.for_readers(), day(5, 1));
    assert_told(&paper, &["۱. محرمانه", "۷ │  │ محرمانه │  │ "]);
    let told = told(&paper);
    for hidden in [
        "چاه‌ها",
        "فرمانداری │",
        "یک ماه",
        "یادآوری",
        "سه هفته",
        "اهم مطالب",
    ] {
        // The annex is no part of the item.
        let without_annex = told.replace("چاه‌های بی‌پروانه", "");
        assert!(!without_annex.contains(hidden), "«{hidden}» is in:\n{told}");
    }
}

#[test]
fn minutes_without_a_day_have_the_weekday_that_was_written() {
    let mut undated = view();
    undated.session.date = None;
    undated.session.weekday_written = some("سه‌شنبه");
    let paper = minutes(&words(), &undated, day(5, 1));
    assert_eq!(paper.date, None);
    assert_told(&paper, &["روز جلسه: سه‌شنبه"]);
    assert!(!told(&paper).contains("تاریخ جلسه:"));
}

#[test]
fn the_minutes_in_english_have_english_words_around_what_was_written() {
    let words = Words::new(Lang::En, Digits::Latin);
    let paper = minutes(&words, &view(), day(5, 1));
    let told = without_isolates(&plain(&words, &paper));
    for line in [
        "Minutes: Session 3 of کمیته آب شهرستان (extraordinary), 1402",
        "Chair: مهرداد کیانی، فرماندار",
        "2 of 3 members attended; the quorum of 2 was met.",
        "Agenda item 1: بررسی چاه‌ها",
    ] {
        assert!(
            told.lines().any(|l| l == line),
            "«{line}» is not a line of:\n{told}"
        );
    }
}
