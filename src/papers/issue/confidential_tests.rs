//! Whatever is given out, in whatever format, no word of what is confidential is in it. Does not know what else is.

use super::tests::{bytes_of, on, persian};
use super::{BodyYear, FileFormat, IssueRequest, NotIssued, OfficeDocument, plan};
use crate::calendar::{Day, Moment};
use crate::domain::attachment::Attachment;
use crate::domain::body::Body;
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SessionId};
use crate::domain::resolution::{ClauseState, FollowUp, Reference, Resolution, Responsible};
use crate::domain::session::{AgendaItem, Note, Session, Signing};
use crate::exchange::archive::{Archive, FORMAT};
use crate::office::Office;
use crate::office::command::Command;
use std::io::{Cursor, Read};
use tempfile::TempDir;
use zip::ZipArchive;

/// Stands in every word that is confidential, and nowhere else.
const SECRET: &str = "شاه‌پسند";
/// Stands in what everybody may read.
const OPEN: &str = "نارنجستان";

fn day(day: u8) -> Option<Day> {
    Day::from_jalali(1402, 4, day).ok()
}

fn file(word: &str) -> Attachment {
    Attachment {
        name: format!("{word}.pdf"),
        bytes: 3,
        sha256: "ab".repeat(32),
        named_only: false,
    }
}

fn session() -> Session {
    let item = |word: &str, confidential| AgendaItem {
        title: format!("بررسی {word}"),
        confidential,
        attachments: vec![file(word)],
        ..AgendaItem::default()
    };
    Session {
        id: SessionId::from("s1"),
        body: BodyId::from("b1"),
        year: Some(1402),
        ordinal: Some(3),
        date: day(13),
        chair: Some("مهرداد کیانی".into()),
        secretary: Some("سارا نوبخت".into()),
        agenda: vec![item(OPEN, false), item(SECRET, true)],
        ..Session::default()
    }
}

fn resolution(id: &str, word: &str, confidential: bool) -> Resolution {
    let who = Responsible {
        written: "اداره آب".into(),
        organisation: None,
    };
    let clause = ClauseState {
        responsible: vec![who.clone()],
        deadline: Some(read_deadline(&format!("ده روز {word}"), day(13))),
        ..ClauseState::default()
    };
    Resolution {
        id: ResolutionId::from(id),
        subject: Some(format!("موضوع {word}")),
        text: format!("مقرر شد {word}:\nالف) فهرست {word} تهیه شود."),
        clauses: [("الف".to_owned(), clause)].into(),
        deadline: Some(read_deadline("یک هفته", day(13))),
        responsible: vec![who],
        follow_ups: vec![FollowUp {
            date: day(15),
            text: format!("پاسخ {word}"),
            ..FollowUp::default()
        }],
        follows: Some(Reference {
            written: format!("بند {word}"),
            resolution: None,
        }),
        attachments: vec![file(word)],
        confidential,
        ..Resolution::default()
    }
}

fn note(id: &str, word: &str, item: Option<u32>, private: bool) -> Note {
    Note {
        id: NoteId::from(id),
        agenda_item: item,
        speaker: Some(format!("گوینده {word}")),
        text: format!("سخن {word}"),
        private,
        ..Note::default()
    }
}

/// An office with one session, in which half of everything is confidential; signed where that is asked for.
fn office(signed: bool) -> (TempDir, Office) {
    let folder = TempDir::new().unwrap();
    let (office, _) = Office::open(&folder.path().join("store")).unwrap();
    let archive = Archive {
        format: FORMAT.to_owned(),
        version: 4,
        bodies: vec![Body {
            id: BodyId::from("b1"),
            name: "کمیته آب".into(),
            ..Body::default()
        }],
        sessions: vec![session()],
        notes: vec![
            note("s1/n1", OPEN, Some(1), false),
            note("s1/n2", SECRET, Some(2), false),
            note("s1/n3", SECRET, None, true),
        ],
        resolutions: vec![
            resolution("s1/r1", OPEN, false),
            resolution("s1/r2", SECRET, true),
        ],
        ..Archive::default()
    };
    let mut commands = vec![Command::ImportArchive(Box::new(archive))];
    commands.extend(signed.then(|| Command::Finalise {
        session: SessionId::from("s1"),
        signing: Signing {
            chair: "مهرداد کیانی".into(),
            secretary: "سارا نوبخت".into(),
            date: day(14).unwrap(),
        },
    }));
    let mut ids = 0;
    for command in commands {
        let mut fresh = || {
            ids += 1;
            ids.to_string()
        };
        let now = Moment::from_timestamp(1_700_000_000, 0).unwrap();
        office.execute("a", command, now, &mut fresh).unwrap();
    }
    (folder, office)
}

/// Every word of a file: of one that is packed, those of all its parts.
fn words_of(bytes: &[u8]) -> String {
    let Ok(mut packed) = ZipArchive::new(Cursor::new(bytes)) else {
        return String::from_utf8_lossy(bytes).into_owned();
    };
    let mut all = String::new();
    for at in 0..packed.len() {
        let mut part = Vec::new();
        packed.by_index(at).unwrap().read_to_end(&mut part).unwrap();
        all += &String::from_utf8_lossy(&part);
    }
    all
}

#[test]
fn no_document_in_any_format_has_a_word_of_what_is_confidential() {
    let (session, of) = (|| SessionId::from("s1"), BodyYear::default);
    let documents = [
        OfficeDocument::Minutes(session()),
        OfficeDocument::Extract(ResolutionId::from("s1/r1")),
        OfficeDocument::Extract(ResolutionId::from("s1/r2")),
        OfficeDocument::Invitation(session()),
        OfficeDocument::Letters(session()),
        OfficeDocument::Corrections(session()),
        OfficeDocument::AllOfSession(session()),
        OfficeDocument::Reminders(of()),
        OfficeDocument::Register(of()),
        OfficeDocument::Report {
            of: of(),
            quarter: None,
        },
        OfficeDocument::Attendance(of()),
        OfficeDocument::Fees(of()),
        OfficeDocument::Handover(of()),
        OfficeDocument::Calendar(of()),
    ];
    let (mut open, mut refused) = (0, 0);
    for signed in [false, true] {
        let (_folder, office) = office(signed);
        for document in &documents {
            // A page holds shapes, not words; it is made of the same tree as the text.
            let formats = document
                .formats()
                .iter()
                .filter(|format| **format != FileFormat::Pdf);
            for format in formats {
                let request = IssueRequest {
                    document: document.clone(),
                    format: *format,
                    letters: Default::default(),
                };
                let plan = match plan(&office, &persian(), &request, on()) {
                    Ok(plan) => plan,
                    Err(why) => {
                        refused += usize::from(why == NotIssued::Confidential);
                        continue;
                    }
                };
                for file in plan.files {
                    let name = file.name.clone();
                    let told = words_of(&bytes_of(file));
                    assert!(
                        !told.contains(SECRET),
                        "{name}: {document:?} {format:?} signed: {signed}"
                    );
                    assert!(!name.contains(SECRET), "{name}");
                    open += usize::from(told.contains(OPEN));
                }
            }
        }
    }
    // A reader that finds nothing at all would find no secret either.
    assert!(open > 30, "{open}");
    assert_eq!(refused, 10, "an extract of it is refused in each of its formats");
}
