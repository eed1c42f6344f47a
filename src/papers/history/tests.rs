//! An entry of the journal reads in words, field by field. Knows no store.

use super::*;
use crate::calendar::{Day, TimeOfDay};
use crate::domain::attendance::{Attendance, Presence, Representative};
use crate::domain::body::{Body, Quorum, Rules};
use crate::domain::correction::{Corrected, Correction};
use crate::domain::deadline::read_deadline;
use crate::domain::fee::FeeRule;
use crate::domain::ids::{BodyId, CorrectionId, NoteId, ResolutionId, SeatId, SessionId};
use crate::domain::minutes_layout::{MinutesLayout, Section};
use crate::domain::resolution::{ClauseState, Extension, FollowUp, Resolution, Responsible, Status};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::{
    AgendaItem, Annex, Guest, KeptLine, Note, Session, SessionState, Signing, Source,
};
use crate::domain::verification::Verification;
use crate::papers::{paper, plain::plain};
use crate::words::{Digits, Lang};
use std::collections::BTreeSet;

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn day(month: u8, day: u8) -> Option<Day> {
    Day::from_jalali(1402, month, day).ok()
}

fn names() -> RecordNames {
    let mut names = RecordNames::default();
    names.seats.insert(SeatId::from("water"), "اداره منابع آب".into());
    names.bodies.insert(BodyId::from("b1"), "کمیته آب".into());
    names
}

/// The lines of an entry that did this, without the marks of direction.
fn lines(lang: Lang, change: RecordChange) -> Vec<String> {
    let words = Words::new(lang, Digits::Persian);
    let entry = HistoryEntry {
        number: 7,
        at: "2023-07-04T07:00:00Z".parse().unwrap(),
        actor: "منشی".into(),
        what: "ثبت".into(),
        changes: vec![Changed {
            key: "s1/r1".into(),
            change,
        }],
    };
    let page = paper(&words, super::entry(&words, &entry, &names()));
    let is_mark = |c: &char| ('\u{2066}'..='\u{2069}').contains(c) || *c == '\u{200e}';
    let text: String = plain(&words, &page).chars().filter(|c| !is_mark(c)).collect();
    text.lines().map(str::to_owned).collect()
}

fn resolution(owner: &str, deadline: &str, status: Status) -> Resolution {
    let state = ClauseState {
        responsible: vec![Responsible {
            written: owner.into(),
            organisation: None,
        }],
        deadline: Some(read_deadline(deadline, day(4, 13))),
        status,
        extensions: Vec::new(),
    };
    Resolution {
        id: ResolutionId::from("s1/r1"),
        row: Some(3),
        text: "الف) چاه‌ها بسته شود.".into(),
        clauses: [("الف".to_owned(), state)].into(),
        ..Resolution::default()
    }
}

#[test]
fn each_term_of_a_clause_is_told_as_it_was_and_as_it_is() {
    let before = resolution("شهرداری", "دو هفته", Status::Open);
    let after = resolution("بخشداری", "یک ماه", Status::Done);
    let change = || {
        let boxed = |one: &Resolution| Record::Resolution(Box::new(one.clone()));
        RecordChange::Became(boxed(&before), boxed(&after))
    };
    assert_eq!(
        lines(Lang::Fa, change()),
        [
            "رویداد ۷، ۱۴۰۲/۰۴/۱۳ ۱۰:۳۰، منشی: ثبت",
            "مصوبه ۳ (s1/r1) · تغییر کرد",
            "بند الف، مسئول: شهرداری ← بخشداری",
            "بند الف، مهلت: دو هفته ← یک ماه",
            "بند الف، وضعیت: در دست اجرا ← اجرا شده",
        ]
    );
    let english = lines(Lang::En, change());
    assert_eq!(english[4], "clause الف, status: open → done");
}

#[test]
fn a_tick_is_told_with_the_seat_the_hours_and_who_stood_in() {
    let before = Attendance {
        session: SessionId::from("s1"),
        seat: SeatId::from("water"),
        status: Presence::Absent,
        ..Attendance::default()
    };
    let after = Attendance {
        status: Presence::Represented,
        representative: Some(Representative {
            name: some("سارا نوبخت"),
            post: None,
        }),
        arrived: TimeOfDay::new(9, 50),
        ..before.clone()
    };
    let change = RecordChange::Became(Record::Attendance(before), Record::Attendance(after));
    assert_eq!(
        lines(Lang::Fa, change)[1..],
        [
            "حضور و غیاب «اداره منابع آب» (s1/r1) · تغییر کرد",
            "حضور: غایب ← نماینده",
            "نام نماینده: — ← سارا نوبخت",
            "ورود: — ← ۰۹:۵۰",
        ]
    );
}

#[test]
fn a_new_record_tells_what_it_holds_and_a_removed_one_what_it_held() {
    let note = |text: &str| {
        Record::Note(Note {
            text: text.into(),
            ..Note::default()
        })
    };
    assert_eq!(
        lines(Lang::Fa, RecordChange::Made(note("آب کم است.")))[1..],
        ["مطلب (s1/r1) · تازه", "متن: آب کم است."]
    );
    assert_eq!(
        lines(Lang::Fa, RecordChange::Removed(note("آب کم است.")))[1..],
        ["مطلب (s1/r1) · حذف شد", "متن: آب کم است."]
    );
}

#[test]
fn what_changed_without_a_word_for_it_is_not_passed_over() {
    let note = |position, agenda_item| Note {
        position,
        agenda_item,
        ..Note::default()
    };
    let became = |one: Note, other: Note| RecordChange::Became(Record::Note(one), Record::Note(other));
    let moved = lines(Lang::Fa, became(note(10, None), note(30, Some(2))));
    assert_eq!(moved[2..], ["شماره دستور: — ← ۲", "جای آن در جلسه: عوض شد"]);
    let of_another_id = Note {
        id: NoteId::from("s1/n2"),
        ..note(10, None)
    };
    let unseen = lines(Lang::Fa, became(note(10, None), of_another_id));
    assert_eq!(
        unseen[2..],
        ["آنچه در کاغذ نمی‌آید: عوض شد؛ --format json نشان می‌دهد"]
    );
    let unreadable = lines(Lang::Fa, RecordChange::Unreadable);
    assert_eq!(unreadable[1..], ["(s1/r1) · این نسخه آن را نمی‌خواند"]);
}

/// A record of each sort with something in every field.
fn full() -> Vec<Record> {
    let longer = Extension {
        deadline: read_deadline("سه ماه", None),
        granted_on: day(10, 1),
        by: some("رئیس"),
        letter: some("۵۶"),
    };
    let mut decided = resolution("شهرداری", "دو هفته", Status::Open);
    decided.clauses.insert("ب".into(), decided.clauses["الف"].clone());
    for state in decided.clauses.values_mut() {
        state.extensions = vec![longer.clone(), longer.clone()];
    }
    decided.extensions = vec![longer.clone(), longer];
    decided.follow_ups = vec![FollowUp::default(); 2];
    decided
        .follow_ups
        .iter_mut()
        .for_each(|one| one.text = "رسید.".into());
    decided.agreed = true;
    vec![
        Record::Resolution(Box::new(decided)),
        Record::Session(Box::new(held())),
        Record::Body(Box::new(body())),
        Record::Seat(seat()),
        Record::Source(Source {
            name: "m.txt".into(),
            kept: vec![KeptLine {
                number: 9,
                text: "سطر بی‌جا".into(),
            }],
            ..Source::default()
        }),
        Record::Correction(Correction {
            id: CorrectionId::from("s1/c1"),
            number: 1,
            date: day(5, 1).unwrap(),
            by: some("منشی"),
            about: Corrected::Attendance(SeatId::from("water")),
            was: "الف".into(),
            shall_be: "ب".into(),
            changes: Vec::new(),
            version: 1,
            reason: "لغزش قلم".into(),
            extra: crate::domain::Extra::default(),
        }),
    ]
}

fn held() -> Session {
    let item = AgendaItem {
        title: "چاه‌ها".into(),
        ..AgendaItem::default()
    };
    Session {
        body: BodyId::from("b1"),
        state: SessionState::Final,
        agenda: vec![item.clone(), item],
        guests: vec![Guest {
            name: "نیما راد".into(),
            post: None,
        }],
        annexes: vec![Annex {
            title: None,
            rows: vec![vec!["چاه ۱".into()]],
        }],
        signatures: vec!["رئیس".into(), "دبیر".into()],
        signing: Some(Signing {
            chair: "کیانی".into(),
            secretary: "صدر".into(),
            date: day(4, 20).unwrap(),
        }),
        verification: Some(Verification {
            version: 1,
            code: "7K3M-9QXA-2BCD".into(),
        }),
        ..Session::default()
    }
}

fn body() -> Body {
    let rules = Rules {
        quorum: Some(Quorum::MoreThan { of: 1, parts: 2 }),
        layout: Some(MinutesLayout {
            sections: vec![Section::Head, Section::Resolutions],
            ..MinutesLayout::default()
        }),
        fee: Some(FeeRule {
            rials: 1_200_000,
            least_minutes: 45,
            ..FeeRule::default()
        }),
        ..Rules::default()
    };
    Body {
        name: "کمیته آب".into(),
        rules: vec![rules.clone(), rules],
        ..Body::default()
    }
}

fn seat() -> Seat {
    let holder = Holder {
        name: "بهرام صدر".into(),
        post: some("مدیر"),
        from: day(1, 1),
        until: None,
        namesake: None,
    };
    Seat {
        body: BodyId::from("b1"),
        name: "اداره منابع آب".into(),
        holders: vec![holder.clone(), holder],
        ..Seat::default()
    }
}

#[test]
fn no_two_fields_of_a_record_have_one_label() {
    for lang in [Lang::Fa, Lang::En] {
        let words = Words::new(lang, Digits::Persian);
        for record in full() {
            let fields = record.fields(&words, &names());
            let labels: BTreeSet<&str> = fields.iter().map(|field| field.label.as_str()).collect();
            assert_eq!(labels.len(), fields.len(), "{fields:#?}");
        }
    }
}

#[test]
fn the_office_and_the_end_of_minutes_are_told_too() {
    let told: Vec<String> = full()
        .into_iter()
        .flat_map(|record| lines(Lang::Fa, RecordChange::Made(record)))
        .collect();
    for line in [
        "بند ب، تمدید مهلت ۲: سه ماه · ۱۴۰۲/۱۰/۰۱ · رئیس · نامه ۵۶",
        "امضای نهایی: رئیس جلسه: کیانی · دبیر: صدر · ۱۴۰۲/۰۴/۲۰",
        "کد صحت: 7K3M-9QXA-2BCD",
        "دستور کار ۲: چاه‌ها",
        "مقررات ۱: حد نصاب: بیش از این کسر ۱/۲ · ترتیب صورتجلسه: مشخصات جلسه، مصوبات؛ ردیف ۸، موضوع ۱۳، \
         مفاد مصوبه ۴۸، مهلت اقدام ۱۳، مسئول پیگیری ۱۸؛ حضور در جدول · حق‌الجلسه: هر جلسه ۱٬۲۰۰٬۰۰۰ ریال، \
         دست‌کم ۴۵ دقیقه حضور",
        "کارگروه: کمیته آب",
        "نام شخص ۲: بهرام صدر، مدیر · در این جا از: ۱۴۰۲/۰۱/۰۱",
        "متن خام: ۹: سطر بی‌جا",
        "درباره: حضور و غیاب «اداره منابع آب»",
        "نوشته بود: الف",
    ] {
        assert!(
            told.iter().any(|l| l == line),
            "«{line}» is not told in:\n{}",
            told.join("\n")
        );
    }
}
