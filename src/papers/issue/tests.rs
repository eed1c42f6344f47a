//! What a request comes to, over a real office. Does not know where files go.

use super::{BodyYear, Dress, FileFormat, IssueRequest, MadeOn, NotIssued, OfficeDocument, plan};
use crate::calendar::{Day, Moment};
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::exchange::archive::read_archive;
use crate::office::Office;
use crate::office::command::Command;
use crate::words::{Digits, Lang, Words};
use tempfile::TempDir;

/// The sample office in a folder of its own.
fn sample() -> (TempDir, Office) {
    let folder = TempDir::new().unwrap();
    let (office, _) = Office::open(&folder.path().join("store")).unwrap();
    let archive = read_archive(include_bytes!("../../../data/sample/office.json")).unwrap();
    let command = Command::ImportArchive(Box::new(archive));
    let mut ids = 0;
    let mut fresh = || {
        ids += 1;
        ids.to_string()
    };
    office.execute("a", command, moment(), &mut fresh).unwrap();
    (folder, office)
}

fn moment() -> Moment {
    Moment::from_timestamp(1_700_000_000, 0).unwrap()
}

fn today() -> Day {
    Day::from_jalali(1405, 9, 8).unwrap()
}

pub(super) fn on() -> MadeOn {
    MadeOn {
        today: today(),
        now: moment(),
    }
}

pub(super) fn persian() -> Words {
    Words::new(Lang::Fa, Digits::Persian)
}

pub(super) fn bytes_of(file: super::PlannedFile) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.put(&Dress::default(), &mut bytes).unwrap();
    bytes
}

/// The names and bytes of what is asked for.
fn issued(office: &Office, document: OfficeDocument, format: FileFormat) -> Vec<(String, Vec<u8>)> {
    let request = IssueRequest {
        document,
        format,
        letters: Default::default(),
    };
    let plan = plan(office, &persian(), &request, on()).unwrap();
    let bytes = |file: super::PlannedFile| (file.name.clone(), bytes_of(file));
    plan.files.into_iter().map(bytes).collect()
}

/// The texts of what is asked for, in the language of the words.
fn issued_in(words: &Words, office: &Office, document: OfficeDocument) -> Vec<String> {
    let request = IssueRequest {
        document,
        format: FileFormat::Text,
        letters: Default::default(),
    };
    let files = plan(office, words, &request, on()).unwrap().files.into_iter();
    let text = |file: super::PlannedFile| String::from_utf8(bytes_of(file)).unwrap();
    files.map(text).collect()
}

fn first_session(office: &Office) -> SessionId {
    let rows = crate::office::read::sessions(office, today()).unwrap();
    let dated = rows
        .into_iter()
        .filter(|row| row.session.date.is_some() && row.resolutions > 0);
    dated.map(|row| row.session.id).next().unwrap()
}

#[test]
fn minutes_as_json_have_the_session_and_each_of_its_resolutions() {
    let (_folder, office) = sample();
    let id = first_session(&office);
    let files = issued(&office, OfficeDocument::Minutes(id.clone()), FileFormat::Json);
    let [(name, bytes)] = files.as_slice() else {
        panic!("{} files", files.len());
    };
    assert!(name.starts_with("صورتجلسه ") && name.ends_with(".json"), "{name}");
    assert!(!name.contains('/'), "{name}");
    let json: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(json["session"]["id"], id.as_str());
    let rows = json["resolutions"].as_array().unwrap();
    assert_eq!(json["session"]["resolutions"], rows.len());
    let one = ResolutionId::from(rows[0]["id"].as_str().unwrap());
    let extract = issued(&office, OfficeDocument::Extract(one), FileFormat::Json);
    let extract: serde_json::Value = serde_json::from_slice(&extract[0].1).unwrap();
    assert_eq!(extract, rows[0]);
}

#[test]
fn a_register_has_the_resolutions_of_its_body_and_year_alone_the_earliest_first() {
    let (_folder, office) = sample();
    let all = issued(
        &office,
        OfficeDocument::Register(BodyYear::default()),
        FileFormat::Json,
    );
    let rows = |bytes: &[u8]| -> Vec<serde_json::Value> { serde_json::from_slice(bytes).unwrap() };
    let all = rows(&all[0].1);
    let known = crate::office::read::resolutions(&office, &Default::default(), false, today()).unwrap();
    let (body, year) = (known[0].body.clone(), known[0].year_counted());
    let fit = known
        .iter()
        .filter(|row| row.body == body && row.year_counted() == year);
    let mut fit: Vec<&str> = fit.map(|row| row.resolution.id.as_str()).collect();
    let of = BodyYear {
        body: Some(body.clone()),
        year,
    };
    let own = rows(&issued(&office, OfficeDocument::Register(of), FileFormat::Json)[0].1);
    let mut given: Vec<&str> = own.iter().map(|row| row["id"].as_str().unwrap()).collect();
    fit.sort_unstable();
    given.sort_unstable();
    assert_eq!(given, fit);
    assert!(!own.is_empty() && own.len() < all.len());
}

#[test]
fn what_is_not_there_and_what_has_no_such_format_is_refused_with_its_sentence() {
    let (_folder, office) = sample();
    let ask = |document, format| {
        let request = IssueRequest {
            document,
            format,
            letters: Default::default(),
        };
        plan(&office, &persian(), &request, on()).unwrap_err()
    };
    let none = SessionId::from("none");
    let gone = ask(OfficeDocument::Minutes(none.clone()), FileFormat::Json);
    assert_eq!(gone, NotIssued::NoSuchRecord("none".to_owned()));
    let gone = ask(
        OfficeDocument::Extract(ResolutionId::in_session(&first_session(&office), "none")),
        FileFormat::Json,
    );
    assert!(matches!(gone, NotIssued::NoSuchRecord(_)), "{gone:?}");
    let of = BodyYear {
        body: Some(BodyId::from("none")),
        year: None,
    };
    let gone = ask(OfficeDocument::Register(of), FileFormat::Json);
    assert!(matches!(gone, NotIssued::NoSuchRecord(_)), "{gone:?}");
    let refused = ask(OfficeDocument::Archive, FileFormat::Docx);
    let sentence = refused.sentence(&persian());
    assert!(
        sentence.contains("docx") && sentence.contains("json"),
        "{sentence}"
    );
}

#[test]
fn every_document_is_written_in_every_format_that_it_has() {
    let (_folder, office) = sample();
    let session = first_session(&office);
    let rows = crate::office::read::resolutions(&office, &Default::default(), false, today()).unwrap();
    let of = BodyYear {
        body: Some(rows[0].body.clone()),
        year: rows[0].year_counted(),
    };
    let documents = [
        OfficeDocument::Minutes(session.clone()),
        OfficeDocument::AllOfSession(session.clone()),
        OfficeDocument::Letters(session.clone()),
        OfficeDocument::Invitation(session),
        // Of one year nothing may be late.
        OfficeDocument::Reminders(BodyYear::default()),
        OfficeDocument::Fees(of.clone()),
        OfficeDocument::Handover(of.clone()),
        OfficeDocument::Extract(rows[0].resolution.id.clone()),
        OfficeDocument::Register(of.clone()),
        OfficeDocument::Report {
            of: of.clone(),
            quarter: None,
        },
        OfficeDocument::Report {
            of: of.clone(),
            quarter: Some(2),
        },
        OfficeDocument::Attendance(of.clone()),
        OfficeDocument::Calendar(of),
        OfficeDocument::Archive,
        OfficeDocument::ArchiveSchema,
        OfficeDocument::Template,
    ];
    for document in documents {
        for format in document.formats() {
            let files = issued(&office, document.clone(), *format);
            assert!(!files.is_empty(), "{document:?}");
            for (name, bytes) in files {
                // Among all papers of a session are its sheets.
                let own = FileFormat::of(name.as_ref()).unwrap();
                let begins: &[u8] = match own {
                    FileFormat::Docx | FileFormat::Xlsx => b"PK",
                    FileFormat::Pdf => b"%PDF-",
                    FileFormat::Ics => b"BEGIN:VCALENDAR",
                    _ => b"",
                };
                assert!(bytes.starts_with(begins) && bytes.len() > 100, "{name}");
                let is_mixed = matches!(document, OfficeDocument::AllOfSession(_));
                assert!(own == *format || is_mixed && own == FileFormat::Xlsx, "{name}");
            }
        }
    }
}

#[test]
fn each_who_is_to_act_gets_a_letter_with_its_number() {
    let (_folder, office) = sample();
    let request = IssueRequest {
        document: OfficeDocument::Letters(first_session(&office)),
        format: FileFormat::Text,
        letters: super::LetterCustom {
            number: super::LetterNumber::read("۳۲/۱۱/۹۹"),
            notified: Some(today()),
        },
    };
    let plan = plan(&office, &persian(), &request, on()).unwrap();
    assert!(!plan.files.is_empty());
    let first = String::from_utf8(bytes_of(plan.files.into_iter().next().unwrap()));
    assert!(first.unwrap().contains("۳۲/۱۱/۹۹"));
}

#[test]
fn a_document_in_english_has_no_persian_word_of_ours() {
    let (_folder, office) = sample();
    let words = Words::new(Lang::En, Digits::Latin);
    let of = BodyYear {
        body: Some(BodyId::from("b-gharargah")),
        year: Some(1405),
    };
    let session = SessionId::from("s-gharargah-20");
    let minutes = issued_in(&words, &office, OfficeDocument::Minutes(session.clone()));
    assert!(
        minutes[0].contains("\nSession number: 20\n") && minutes[0].contains("Row\t"),
        "{}",
        minutes[0]
    );
    for document in [
        OfficeDocument::Minutes(session.clone()),
        OfficeDocument::Letters(session),
        OfficeDocument::Reminders(of.clone()),
        OfficeDocument::Register(of.clone()),
        OfficeDocument::Attendance(of.clone()),
        OfficeDocument::Handover(of.clone()),
        OfficeDocument::Report { of, quarter: None },
    ] {
        for text in issued_in(&words, &office, document) {
            // Between words of ours stands a comma of theirs.
            for (at, _) in text.match_indices('،') {
                let around = |c: Option<char>| c.is_none_or(|c| c.is_ascii_alphanumeric());
                let before = text[..at].chars().next_back();
                let after = text[at..].chars().nth(2);
                assert!(
                    !(around(before) || around(after)),
                    "{:?}\n{text}",
                    text.get(at.saturating_sub(20)..at)
                );
            }
        }
    }
}

#[test]
fn what_is_of_one_body_says_which_there_are() {
    let (_folder, office) = sample();
    let request = IssueRequest {
        document: OfficeDocument::Handover(BodyYear::default()),
        format: FileFormat::Docx,
        letters: Default::default(),
    };
    let why = plan(&office, &persian(), &request, on()).unwrap_err();
    assert!(
        matches!(&why, NotIssued::OfOneBody(known) if known.len() > 1),
        "{why:?}"
    );
    assert!(why.sentence(&persian()).contains("--body"));
}
