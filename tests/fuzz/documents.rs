//! Minutes in every format that is read, lists and archives. It does not know what is read out of them.

use crate::rows::{Chance, Maker};
use crate::{fuzz, text};
use dabir::calendar::Day;
use dabir::domain::ids::SessionId;
use dabir::exchange::archive::{read_archive, write_archive};
use dabir::exchange::members_csv::read_members;
use dabir::exchange::{incoming_text, minutes_of_csv, read_minutes};
use dabir::office::Office;
use dabir::papers::issue::{Dress, FileFormat, IssueRequest, LetterCustom, MadeOn, OfficeDocument, plan};
use dabir::store::Store;
use dabir::text::{Digits, Lang};
use dabir::words::Words;
use std::io::{Cursor, Read, Write};
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

/// The minutes of two made-up sessions in a format.
fn minutes(format: FileFormat) -> Vec<Vec<u8>> {
    let today = Day::from_jalali(1405, 9, 1).unwrap();
    let home = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(&home.path().join("store")).unwrap();
    Maker::new().fill(&store, 20, today);
    let office = Office::over(store);
    let words = Words::new(Lang::Fa, Digits::Persian);
    let on = MadeOn {
        today,
        now: chrono::DateTime::UNIX_EPOCH,
    };
    let of_session = |number| {
        let request = IssueRequest {
            document: OfficeDocument::Minutes(SessionId(format!("s{number:06}"))),
            format,
            letters: LetterCustom::default(),
        };
        let mut bytes = Vec::new();
        let file = plan(&office, &words, &request, on).unwrap().files.remove(0);
        file.put(&Dress::default(), &mut bytes).unwrap();
        bytes
    };
    (0..2).map(of_session).collect()
}

#[test]
fn minutes_as_text() {
    let mut seeds = minutes(FileFormat::Text);
    seeds.extend(minutes(FileFormat::Markdown));
    fuzz("minutes", &seeds, |input, _| drop(read_minutes(&text(input))));
}

#[test]
fn files_of_any_shape() {
    let mut seeds = minutes(FileFormat::Html);
    seeds.extend(minutes(FileFormat::Docx));
    seeds.push(
        b"{\\rtf1\\ansi\\ansicpg1256 {\\b \\u1605?\\u1589?} \\trowd\\cellx900 a\\cell b\\cell\\row \\par}"
            .to_vec(),
    );
    seeds.push("WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v دبیر>سلام\n".into());
    seeds.push("1\n00:00:01,000 --> 00:00:04,000\nدبیر: سلام\n\n2\n".into());
    fuzz("files", &seeds, |input, _| {
        if let Ok(read) = incoming_text(input) {
            drop(read.read());
        }
    });
}

/// A Word file with another text of its document in it.
fn with_document(docx: &[u8], document: &[u8]) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut changed = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..parts.len() {
        let mut part = parts.by_index(number).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name == "word/document.xml" {
            bytes = document.to_vec();
        }
        changed.start_file(name, SimpleFileOptions::default()).unwrap();
        changed.write_all(&bytes).unwrap();
    }
    changed.finish().unwrap().into_inner()
}

fn document_of(docx: &[u8]) -> Vec<u8> {
    let mut parts = ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut bytes = Vec::new();
    parts
        .by_name("word/document.xml")
        .unwrap()
        .read_to_end(&mut bytes)
        .unwrap();
    bytes
}

#[test]
fn the_text_of_word_files() {
    let files = minutes(FileFormat::Docx);
    let seeds: Vec<Vec<u8>> = files.iter().map(|docx| document_of(docx)).collect();
    fuzz("docx", &seeds, |input, _| {
        if let Ok(read) = incoming_text(&with_document(&files[0], input)) {
            drop(read.read());
        }
    });
}

#[test]
fn tables_and_lists_of_members() {
    let mut seeds = minutes(FileFormat::Csv);
    seeds.push("دستگاه,نام,سمت,از,تا\nبهزیستی,مهناز سپیدرو,مدیرکل,1401/1/1,\n".into());
    seeds.push("organisation;aliases;body;order\n\"a;b\";\"x\ny\";k;7\n".into());
    fuzz("csv", &seeds, |input, _| {
        drop(minutes_of_csv(input).map(|read| read.read()));
        drop(read_members(&text(input)));
    });
}

#[test]
fn archives() {
    let sample = include_bytes!("../../data/sample/office.json");
    let mut whole = read_archive(sample).unwrap();
    whole.resolutions.truncate(4);
    whole.attendance.truncate(4);
    whole.notes.truncate(4);
    whole.sessions.truncate(2);
    whole.seats.truncate(4);
    whole.organisations.truncate(4);
    let seeds = [write_archive(&whole)];
    fuzz("archive", &seeds, |input, _: &mut Chance| {
        if let Ok(read) = read_archive(input) {
            // What is read can be written and is then the same.
            assert_eq!(read_archive(&write_archive(&read)).unwrap(), read);
        }
    });
}
