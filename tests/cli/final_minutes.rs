//! Final minutes with the real program: their code, their corrections, and an archive that brings both back.

use crate::office::Office;
use dabir::calendar::Day;
use dabir::domain::body::Body;
use dabir::domain::correction::{Corrected, Correction};
use dabir::domain::deadline::read_deadline;
use dabir::domain::ids::{BodyId, CorrectionId, ResolutionId, SessionId};
use dabir::domain::resolution::{ClauseState, Resolution, Responsible};
use dabir::domain::session::{Session, SessionState, Signing};
use dabir::domain::verification::{Content, Verification};
use dabir::exchange::archive::{Archive, FORMAT, write_archive};

fn day(day: u8) -> Day {
    Day::from_jalali(1401, 8, day).expect("a day")
}

/// An office with one session that was signed and corrected once.
fn signed() -> Archive {
    let id = SessionId::from("s1");
    let resolution = Resolution {
        id: ResolutionId::in_session(&id, "r1"),
        position: 10,
        row: Some(1),
        text: "گزارش پیشرفت به دبیرخانه داده شود.".into(),
        ..Resolution::default()
    };
    let mut session = Session {
        id: id.clone(),
        body: BodyId::from("b1"),
        year: Some(1401),
        ordinal: Some(8),
        date: Some(day(10)),
        state: SessionState::Final,
        signing: Some(Signing {
            chair: "مهرداد کیانی".into(),
            secretary: "سارا نوبخت".into(),
            date: day(12),
        }),
        ..Session::default()
    };
    session.verification = Some(Verification::of(Content {
        session: &session,
        attendance: &[],
        notes: &[],
        resolutions: std::slice::from_ref(&resolution),
        surroundings: None,
    }));
    let correction = Correction {
        id: CorrectionId::in_session(&id, "c1"),
        number: 1,
        date: day(20),
        by: Some("سارا نوبخت".into()),
        about: Corrected::Resolution(resolution.id.clone()),
        was: "دبیرخانه".into(),
        shall_be: "دبیرخانه کارگروه".into(),
        changes: Vec::new(),
        version: 1,
        reason: "ابهام در متن".into(),
        extra: Default::default(),
    };
    let body = Body {
        id: BodyId::from("b1"),
        name: "کارگروه آب".into(),
        ..Body::default()
    };
    Archive {
        format: FORMAT.into(),
        version: 2,
        bodies: vec![body],
        sessions: vec![session],
        resolutions: vec![resolution],
        corrections: vec![correction],
        ..Archive::default()
    }
}

#[test]
fn show_gives_out_the_code_and_the_corrections_of_final_minutes() {
    let office = Office::new();
    let archive = signed();
    let code = archive.sessions[0].verification.clone().expect("a code").code;
    let file = office.file("office.json", write_archive(&archive));
    office.done(&["import", &file]);
    let page = office.done(&["show", "s1", "--lang", "en"]);
    for part in [
        code.as_str(),
        "The minutes are as they were signed.",
        "ابهام در متن",
        "1. resolution",
    ] {
        assert!(page.contains(part), "{part} is not in:\n{page}");
    }
    let json = office.json(&["show", "s1"]);
    assert_eq!(json["code"]["code"], code.as_str());
    assert_eq!(json["code"]["agrees"], true);
    assert_eq!(json["code"]["signed"]["jalali"], "1401/08/12");
    assert_eq!(json["corrections"][0]["about"]["id"], "s1/r1");
    assert_eq!(json["corrections"][0]["shall_be"], "دبیرخانه کارگروه");
    office.done(&["check"]);
}

#[test]
fn show_tells_who_owns_a_clause_until_when_and_how_it_stands() {
    let office = Office::new();
    let mut archive = signed();
    let resolution = &mut archive.resolutions[0];
    resolution.text = "الف) فهرست تهیه شود.\nب) نتیجه اعلام گردد.".into();
    let clause = ClauseState {
        responsible: vec![Responsible {
            written: "بخشداری شرق".into(),
            organisation: None,
        }],
        deadline: Some(read_deadline("ده روز", Some(day(10)))),
        ..ClauseState::default()
    };
    resolution.clauses = [("ب".to_owned(), clause)].into();
    let file = office.file("office.json", write_archive(&archive));
    office.done(&["import", &file]);
    for id in ["s1", "s1/r1"] {
        let page = office.done(&["show", id, "--today", "1401/08/12"]);
        let clause = "بند ب: در دست اجرا · بخشداری شرق · ده روز · ۱۴۰۱/۰۸/۲۰";
        assert!(page.lines().any(|line| line == clause), "{page}");
        assert!(page.lines().any(|line| line == "بند الف: در دست اجرا"), "{page}");
        assert!(
            !page.contains("سررسید"),
            "a clause's day is not the resolution's: {page}"
        );
    }
}

#[test]
fn an_archive_brings_code_and_corrections_back_byte_for_byte() {
    let office = Office::new();
    let bytes = write_archive(&signed());
    let file = office.file("office.json", &bytes);
    office.done(&["import", &file]);
    let out = office.path("out.json").display().to_string();
    office.done(&["export", "archive", "--to", &out]);
    assert_eq!(std::fs::read(out).expect("the archive"), bytes);
}

#[test]
fn words_that_were_not_signed_are_told_from_those_that_were() {
    let office = Office::new();
    let mut archive = signed();
    archive.resolutions[0].text = "گزارش لازم نیست.".into();
    let file = office.file("office.json", write_archive(&archive));
    office.done(&["import", &file]);
    assert_eq!(office.json(&["show", "s1"])["code"]["agrees"], false);
}
