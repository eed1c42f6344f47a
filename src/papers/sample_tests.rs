//! Every session of the sample office in HTML, Markdown, plain text, as sheets and as a calendar. Where
//! `DABIR_DOCUMENTS` names a folder, the files stand in `light` there for outside judges, each with what it must say.

use super::schedule::schedule;
use super::{Paper, minutes, session, sheets};
use crate::calendar::{Day, Moment};
use crate::exchange::archive::read_archive;
use crate::exchange::format::Fonts;
use crate::exchange::html::write_html;
use crate::exchange::ics::write_ics;
use crate::exchange::markdown::write_markdown;
use crate::exchange::plain_text::write_plain_text;
use crate::exchange::sheet::Workbook;
use crate::exchange::sheet_csv::write_csv;
use crate::exchange::xlsx::write_xlsx;
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionView};
use crate::office::report::{ReportAsked, ReportKind, report};
use crate::office::{Office, read};
use crate::text::unmarked;
use crate::words::{Digits, Lang, Words};
use serde_json::json;
use std::path::PathBuf;
use tempfile::TempDir;

const SAMPLE: &[u8] = include_bytes!("../../data/sample/office.json");

fn office(folder: &TempDir) -> Office {
    let (office, _) = Office::open(&folder.path().join("store")).unwrap();
    let archive = read_archive(SAMPLE).unwrap();
    let command = Command::ImportArchive(Box::new(archive));
    office
        .execute("secretary", command, Moment::UNIX_EPOCH, &mut || "x".to_owned())
        .unwrap();
    office
}

fn today() -> Day {
    Day::from_jalali(1404, 9, 1).unwrap()
}

fn words(lang: Lang) -> Words {
    Words::new(lang, Digits::Persian)
}

fn views(office: &Office) -> Vec<SessionView> {
    let rows = read::sessions(office, today()).unwrap();
    let view = |id| read::session(office, id, today()).unwrap().unwrap();
    rows.iter().map(|row| view(&row.session.id)).collect()
}

/// Keeps a file for the judges, where they have a folder.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("DABIR_DOCUMENTS").map(PathBuf::from) {
        let folder = folder.join("light");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

/// The paragraphs of the wordings of a session, as they were written.
fn wordings(view: &SessionView) -> Vec<String> {
    let texts = view.resolutions.iter().map(|row| unmarked(&row.resolution.text));
    let lines = texts.flat_map(|text| {
        text.lines()
            .map(|line| line.trim().to_owned())
            .collect::<Vec<_>>()
    });
    lines.filter(|line| !line.is_empty()).collect()
}

/// The words of the wordings: the official minutes stand clauses below each other and put the terms of each behind it.
fn words_of(view: &SessionView) -> Vec<String> {
    let lines = wordings(view);
    let words = lines.iter().flat_map(|line| line.split_whitespace());
    words.map(str::to_owned).collect()
}

fn expected(view: &SessionView, lang: &str, wordings: &[String]) -> Vec<u8> {
    let clean = |text: &str| unmarked(text.trim()).into_owned();
    let titles = view.session.agenda.iter().map(|item| clean(&item.title));
    let seats = view.roll.iter().map(|row| clean(&row.seat.name));
    let notes = view.notes.iter().flat_map(|note| note.text.lines()).map(clean);
    let expected = json!({
        "lang": lang,
        "wordings": wordings,
        "agenda": titles.collect::<Vec<_>>(),
        "seats": seats.collect::<Vec<_>>(),
        "notes": notes.filter(|line| !line.is_empty()).collect::<Vec<_>>(),
    });
    serde_json::to_vec_pretty(&expected).unwrap()
}

/// `wanted` is what of the wordings stands in it, piece by piece.
fn judged(paper: &Paper, wanted: &[String], name: &str) {
    let html = String::from_utf8(write_html(paper, &Fonts::default())).unwrap();
    let markdown = String::from_utf8(write_markdown(paper)).unwrap();
    let text = String::from_utf8(write_plain_text(paper)).unwrap();
    for line in wanted {
        assert!(text.contains(line), "{name}: {line}");
        let escaped = line
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let escaped = escaped.replace('"', "&quot;").replace('\'', "&#39;");
        assert!(html.contains(&escaped), "{name}: {line}");
    }
    for (written, format) in [(&html, "html"), (&markdown, "md"), (&text, "txt")] {
        let marks = |c: char| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        assert!(!written.contains(marks), "{name}.{format}");
        keep(&format!("{name}.{format}"), written.as_bytes());
    }
}

fn judged_book(book: &Workbook, name: &str) {
    let bytes = write_xlsx(book).unwrap();
    assert_eq!(write_xlsx(book).unwrap(), bytes, "{name}");
    keep(&format!("{name}.xlsx"), &bytes);
    for sheet in &book.sheets {
        let csv = write_csv(sheet, false);
        let mut reader = csv::Reader::from_reader(csv.as_slice());
        let rows = reader.records().map(|row| row.unwrap().len());
        let rows: Vec<usize> = rows.collect();
        assert_eq!(rows, vec![sheet.columns.len(); sheet.rows.len()], "{name}");
    }
    keep(&format!("{name}.csv"), &write_csv(&book.sheets[0], true));
}

#[test]
fn every_session_is_written_whole_in_every_light_format() {
    let folder = TempDir::new().unwrap();
    let office = office(&folder);
    let views = views(&office);
    assert!(views.len() > 20, "{}", views.len());
    for (lang, tag) in [(Lang::Fa, "fa"), (Lang::En, "en")] {
        let words = words(lang);
        for view in &views {
            let name = format!("{}-{tag}", view.session.id);
            let mut paper = session(&words, view, today());
            paper.title = view.session.id.to_string();
            let lines = wordings(view);
            judged(&paper, &lines, &name);
            keep(&format!("{name}.json"), &expected(view, tag, &lines));
            judged_book(&sheets::minutes(&words, view, today()), &name);
        }
    }
}

#[test]
fn the_official_minutes_of_every_session_are_written_in_every_light_format() {
    let folder = TempDir::new().unwrap();
    let office = office(&folder);
    for (lang, tag) in [(Lang::Fa, "fa"), (Lang::En, "en")] {
        let words = words(lang);
        for view in &views(&office) {
            let name = format!("minutes-{}-{tag}", view.session.id);
            let wanted = words_of(view);
            judged(&minutes(&words, view, today()), &wanted, &name);
            keep(&format!("{name}.json"), &expected(view, tag, &wanted));
        }
    }
}

#[test]
fn the_register_the_reports_and_the_calendar_of_the_office_are_written() {
    let folder = TempDir::new().unwrap();
    let office = office(&folder);
    let sessions = read::sessions(&office, today()).unwrap();
    let rows: Vec<ResolutionRow> = views(&office)
        .into_iter()
        .flat_map(|view| view.resolutions)
        .collect();
    let words = words(Lang::Fa);
    judged_book(&sheets::register(&words, &rows, today()), "register");
    for kind in ReportKind::ALL {
        let asked = ReportAsked {
            kind,
            ..ReportAsked::default()
        };
        let report = report(&office, &asked, today()).unwrap();
        judged_book(
            &sheets::figures(&words, &report),
            &format!("report-{}", kind.word()),
        );
    }
    let schedule = schedule(&words, &sessions, &rows, today(), Moment::UNIX_EPOCH);
    let dated = sessions.iter().filter(|row| row.session.date.is_some()).count();
    assert_eq!(schedule.meetings.len(), dated);
    let uids: std::collections::BTreeSet<&str> =
        schedule.tasks.iter().map(|task| task.uid.as_str()).collect();
    assert_eq!(uids.len(), schedule.tasks.len());
    let ics = write_ics(&schedule).unwrap();
    let text = String::from_utf8(ics.clone()).unwrap();
    assert_eq!(text.matches("BEGIN:VTODO").count(), schedule.tasks.len());
    keep("calendar.ics", &ics);
    let expected = json!({
        "meetings": schedule.meetings.iter().map(|one| json!({
            "uid": one.uid, "summary": unmarked(&one.summary), "day": one.day.iso(),
            "start": one.start.map(|time| time.to_string()),
        })).collect::<Vec<_>>(),
        "tasks": schedule.tasks.iter().map(|one| json!({
            "uid": one.uid, "summary": unmarked(&one.summary), "due": one.due.iso(), "done": one.done,
        })).collect::<Vec<_>>(),
    });
    keep("calendar.json", &serde_json::to_vec_pretty(&expected).unwrap());
}
