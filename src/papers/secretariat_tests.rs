//! The papers of the secretariat over the sample office: every one is wholly said, and what they tell is what the office
//! knows. Knows no format.

use super::letters::{LetterAsked, LetterNumber, LetterSender, OfficeLetter};
use super::plain::plain;
use super::{
    attendance_sheet, fee_sheet, handover, invitation_letter, letters, register, reminders, report,
    sign_sheet,
};
use crate::calendar::{Day, Moment};
use crate::domain::figures::Measure;
use crate::domain::ids::{BodyId, ResolutionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{ClauseState, FollowUp, FollowUpKind, Responsible, Status};
use crate::exchange::archive::read_archive;
use crate::exchange::paper::{Block, Paper, Run, Text};
use crate::office::Office;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::office::read::{self, ReportTime};
use crate::text::without_isolates;
use crate::words::{Digits, Lang, Words};
use std::collections::BTreeSet;
use tempfile::TempDir;

const SAMPLE: &[u8] = include_bytes!("../../data/sample/office.json");

fn today() -> Day {
    Day::from_jalali(1405, 9, 1).unwrap()
}

fn office() -> (TempDir, Office) {
    let folder = TempDir::new().unwrap();
    let (office, _) = Office::open(&folder.path().join("store")).unwrap();
    let archive = read_archive(SAMPLE).unwrap();
    let now = Moment::from_timestamp(1_700_000_000, 0).unwrap();
    let command = Command::ImportArchive(Box::new(archive));
    office
        .execute("secretary", command, now, &mut || "x".to_owned())
        .unwrap();
    (folder, office)
}

fn both_languages() -> [Words; 2] {
    [
        Words::new(Lang::Fa, Digits::Persian),
        Words::new(Lang::En, Digits::Latin),
    ]
}

fn persian() -> Words {
    Words::new(Lang::Fa, Digits::Persian)
}

fn told(paper: &Paper) -> String {
    without_isolates(&plain(&persian(), paper))
}

fn rows(office: &Office) -> Vec<ResolutionRow> {
    read::resolutions_in(office, None, None, today()).unwrap()
}

fn organisations(office: &Office) -> Vec<Organisation> {
    read::organisations(office).unwrap()
}

/// Every text of a block.
fn texts(block: &Block) -> Vec<&Text> {
    match block {
        Block::Title(text) | Block::Centred(text) | Block::Heading(text) | Block::Paragraph(text) => {
            vec![text]
        }
        Block::Head(fields) | Block::Signatures(fields) => fields.iter().map(|field| &field.value).collect(),
        Block::List { numbered: _, items } => items.iter().collect(),
        Block::Table(table) => {
            let heads = table.columns.iter().map(|column| &column.head);
            heads.chain(table.rows.iter().flatten().flatten()).collect()
        }
        Block::Chart(chart) => std::iter::once(&chart.title)
            .chain(chart.bars.iter().map(|bar| &bar.label))
            .collect(),
        Block::Gap | Block::PageBreak => Vec::new(),
    }
}

/// Our own words of a paper, without what others' words were put into them.
fn own_words(paper: &Paper) -> Vec<String> {
    let labels = paper.blocks.iter().flat_map(|block| match block {
        Block::Head(fields) | Block::Signatures(fields) => {
            fields.iter().map(|field| field.label.clone()).collect()
        }
        _ => Vec::new(),
    });
    let runs = paper
        .blocks
        .iter()
        .flat_map(texts)
        .chain([&paper.foot])
        .flat_map(|text| &text.runs);
    let ours = runs.filter_map(|run| match run {
        Run::Ours(text) | Run::Remark(text) => Some(text.clone()),
        Run::Stored(_) | Run::Speaker(_) | Run::Page | Run::Pages => None,
    });
    labels.chain(ours).map(|text| outside_isolates(&text)).collect()
}

fn outside_isolates(text: &str) -> String {
    let mut depth = 0;
    let outside = text.chars().filter(|c| {
        match c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            '\u{2069}' => depth -= 1,
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

/// Every word of ours is of the paper's language, and none is the name of a word that is not there.
fn assert_wholly_said(words: &Words, paper: &Paper) {
    assert!(!paper.title.trim().is_empty());
    assert!(
        !paper.title.contains(['\u{2068}', '\u{2069}']),
        "{:?}",
        paper.title
    );
    // The letters of clauses are Persian in every language.
    let lettering = ["paper-letters-abjad", "paper-letters-alphabet"].map(|id| words.say(id));
    let is_persian = |c: char| c.is_alphabetic() && ('\u{600}'..='\u{6ff}').contains(&c);
    for own in own_words(paper)
        .into_iter()
        .filter(|own| !lettering.contains(own))
    {
        // The name of a word that is not there is said in Latin letters.
        let is_foreign = match words.lang() {
            Lang::Fa => own.contains(|c: char| c.is_ascii_alphabetic()),
            Lang::En => own.contains(is_persian),
        };
        assert!(!is_foreign, "«{own}» in {}", paper.title);
    }
    for table in paper.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    }) {
        let is_full = |row: &Vec<Vec<Text>>| row.len() == table.columns.len();
        assert!(
            table.rows.iter().all(is_full),
            "a row with too few cells in {}",
            paper.title
        );
    }
}

#[test]
fn the_papers_of_every_session_are_wholly_said_in_both_languages() {
    let (_folder, office) = office();
    let known = organisations(&office);
    let sessions = read::sessions(&office, today()).unwrap();
    assert!(sessions.len() > 30);
    for row in sessions {
        let view = read::session(&office, &row.session.id, today()).unwrap().unwrap();
        for words in both_languages() {
            let batch = letters(&words, &view, &known, &LetterAsked::default());
            batch
                .letters
                .iter()
                .for_each(|letter| assert_wholly_said(&words, &letter.paper));
            assert_wholly_said(&words, &invitation_letter(&words, &view));
            assert_wholly_said(&words, &sign_sheet(&words, &view));
        }
    }
}

#[test]
fn the_papers_of_every_body_are_wholly_said_in_both_languages() {
    let (_folder, office) = office();
    let known = organisations(&office);
    for (body, _) in read::bodies(&office).unwrap() {
        let roll = read::year_roll(&office, &body.id, Some(1404)).unwrap().unwrap();
        let view = read::handover(&office, &body.id, today()).unwrap().unwrap();
        let rows = read::resolutions_in(&office, Some(&body.id), Some(1404), today()).unwrap();
        let quarter = ReportTime::Quarter {
            year: 1404,
            number: 3,
        };
        for words in both_languages() {
            assert_wholly_said(&words, &register(&words, Some(&body), Some(1404), &rows, today()));
            assert_wholly_said(&words, &attendance_sheet(&words, &roll));
            assert_wholly_said(&words, &fee_sheet(&words, &roll));
            assert_wholly_said(&words, &handover(&words, &view, &known, today()));
            for time in [ReportTime::All, ReportTime::Year(1404), quarter] {
                let figures = read::secretariat(&office, Some(&body.id), time, today()).unwrap();
                assert_wholly_said(&words, &report(&words, &figures, today()));
            }
        }
    }
}

fn all_reminders(office: &Office, within_days: u32) -> Vec<OfficeLetter> {
    let bodies = read::bodies(office).unwrap().into_iter();
    let bodies: Vec<LetterSender> = bodies
        .map(|(body, _)| LetterSender {
            secretary: read::secretary_of(office, &body.id, today()).unwrap(),
            body,
        })
        .collect();
    let asked = LetterAsked {
        date: Some(today()),
        number: LetterNumber::read("۱۲/۱"),
    };
    let (words, known) = (persian(), organisations(office));
    reminders(
        &words,
        &rows(office),
        &bodies,
        &known,
        &asked,
        within_days,
        today(),
    )
    .letters
}

fn resolutions_of(letters: &[OfficeLetter]) -> BTreeSet<&ResolutionId> {
    letters.iter().flat_map(|letter| &letter.resolutions).collect()
}

#[test]
fn everything_late_is_reminded_of_and_nothing_else_with_its_days_and_earlier_reminders() {
    let (_folder, office) = office();
    let rows = rows(&office);
    let late: BTreeSet<&ResolutionId> = rows
        .iter()
        .filter(|row| row.overdue)
        .map(|row| &row.resolution.id)
        .collect();
    assert!(late.len() > 3, "{late:?}");
    let letters = all_reminders(&office, 0);
    let due_today = rows
        .iter()
        .filter(|row| row.status == Status::Open && row.due == Some(today()));
    let due_today: BTreeSet<&ResolutionId> = due_today.map(|row| &row.resolution.id).collect();
    assert_eq!(resolutions_of(&letters), &late | &due_today);
    for letter in &letters {
        let text = told(&letter.paper);
        assert!(text.contains("روز تأخیر") || text.contains("امروز"), "{text}");
        assert!(text.contains(&format!("به: {}", letter.name)), "{text}");
        // By name, and of one resolution as of one.
        assert!(text.contains("خانم ") || text.contains("آقای "), "{text}");
        let one = letter.resolutions.len() == 1;
        assert_eq!(text.contains("در اجرای آن تسریع"), one, "{text}");
    }
    let soon = all_reminders(&office, 30);
    assert!(resolutions_of(&soon).len() > late.len());
}

#[test]
fn a_register_tells_every_resolution_of_its_year_with_what_came_of_it_last() {
    let (_folder, office) = office();
    let body: BodyId = "b-gharargah".into();
    let rows = read::resolutions_in(&office, Some(&body), Some(1404), today()).unwrap();
    assert!(rows.len() > 5 && rows.iter().all(|row| row.year_counted() == Some(1404)));
    let paper = register(&persian(), None, Some(1404), &rows, today());
    let text = told(&paper);
    for row in &rows {
        let resolution = &row.resolution;
        let first = resolution.text.lines().next().unwrap().trim();
        assert!(text.contains(first), "{first}");
        let last = resolution.follow_ups.last();
        assert!(
            last.is_none_or(|last| text.contains(last.text.lines().next().unwrap())),
            "{last:?}"
        );
    }
    let Some(Block::Table(table)) = paper.blocks.last() else {
        panic!("{:?}", paper.blocks.last())
    };
    assert_eq!(table.rows.len(), rows.len());
}

#[test]
fn a_quarter_holds_the_sessions_of_its_days_and_four_of_them_hold_the_year_of_dated_ones() {
    let (_folder, office) = office();
    let held = |time| {
        let figures = read::secretariat(&office, None, time, today()).unwrap();
        let all = figures
            .year
            .groups
            .first()
            .map_or(0, |all| all.count(Measure::Sessions));
        let of_attendance = figures.attendance.sessions.len();
        assert_eq!(all as usize, of_attendance);
        all
    };
    let quarters: Vec<u32> = (1..=4)
        .map(|number| held(ReportTime::Quarter { year: 1404, number }))
        .collect();
    assert!(
        quarters.iter().filter(|count| **count > 0).count() > 2,
        "{quarters:?}"
    );
    assert_eq!(
        held(ReportTime::Quarter {
            year: 1404,
            number: 9
        }),
        0
    );
    let days = |row: &read::YearRoll| {
        row.sessions
            .iter()
            .filter(|one| one.date.is_some_and(|day| day.jalali().year == 1404))
            .count()
    };
    let rolls = read::bodies(&office).unwrap().into_iter();
    let rolls = rolls.filter_map(|(body, _)| read::year_roll(&office, &body.id, None).unwrap());
    let in_year: usize = rolls.map(|roll| days(&roll)).sum();
    assert_eq!(quarters.iter().sum::<u32>() as usize, in_year);
}

#[test]
fn a_handover_book_tells_open_matters_days_to_come_members_and_customs() {
    let (_folder, office) = office();
    let body: BodyId = "b-social".into();
    let view = read::handover(&office, &body, today()).unwrap().unwrap();
    let text = told(&handover(&persian(), &view, &organisations(&office), today()));
    assert!(view.open.len() > 5);
    for row in &view.open {
        let first = row.resolution.text.lines().next().unwrap().trim();
        assert!(text.contains(first), "{first}");
    }
    let now = view.seats.iter().filter(|seat| seat.exists_on(Some(today())));
    for seat in now {
        assert!(text.contains(seat.name.trim()), "{}", seat.name);
        let holder = seat.holder_on(Some(today()));
        assert!(
            holder.is_none_or(|holder| text.contains(&holder.name)),
            "{holder:?}"
        );
    }
    for part in [
        "اصلاحیه شیوه‌نامه داخلی کارگروه، مصوب شهریور ۱۴۰۴",
        "جلسات در پیش: پنجمین جلسه کارگروه اجتماعی، ۱۴۰۵/۰۹/۰۴",
        "صورتجلسات امضانشده: چهارمین جلسه کارگروه اجتماعی",
        "تحویل‌گیرنده: …",
    ] {
        assert!(text.contains(part), "«{part}» is not in:\n{text}");
    }
    assert!(!text.contains("مصوب تیر ۱۴۰۲"), "rules that hold no more");
}

#[test]
fn a_sheet_of_attendance_has_a_mark_for_every_seat_and_its_sums() {
    let (_folder, office) = office();
    let body: BodyId = "b-shora".into();
    let roll = read::year_roll(&office, &body, Some(1404)).unwrap().unwrap();
    assert!(roll.sessions.len() > 1 && roll.seats.len() > 10);
    let text = told(&attendance_sheet(&persian(), &roll));
    for seat in &roll.seats {
        assert!(text.contains(seat.name.trim()), "{}", seat.name);
    }
    assert!(text.contains("غ: غایب"), "{text}");
    assert!(text.contains("همه │ "), "{text}");
    let none = read::year_roll(&office, &"b-none".into(), None).unwrap();
    assert_eq!(none, None);
}

#[test]
fn a_reminder_names_the_earlier_ones_and_leaves_out_who_has_done_his_own_clauses() {
    let (_folder, office) = office();
    let mut row = rows(&office)
        .into_iter()
        .find(|row| row.overdue && row.resolution.clauses.is_empty())
        .unwrap();
    let who = |written: &str| Responsible {
        written: written.into(),
        organisation: None,
    };
    row.resolution.responsible = vec![who("برق"), who("آب")];
    let clause = |status| ClauseState {
        responsible: vec![who("آب")],
        status,
        ..ClauseState::default()
    };
    row.resolution.clauses = [("الف".to_owned(), clause(Status::Done))].into();
    row.resolution.follow_ups = vec![FollowUp {
        date: Day::from_jalali(1405, 8, 1).ok(),
        letter: Some("۷۷/۱".into()),
        kind: FollowUpKind::Reminder,
        ..FollowUp::default()
    }];
    let bodies: Vec<LetterSender> = read::bodies(&office)
        .unwrap()
        .into_iter()
        .map(|(body, _)| body.into())
        .collect();
    let reminded = |row: &ResolutionRow| {
        reminders(
            &persian(),
            std::slice::from_ref(row),
            &bodies,
            &[],
            &LetterAsked::default(),
            0,
            today(),
        )
        .letters
    };
    let letters = reminded(&row);
    let names: Vec<&str> = letters.iter().map(|letter| letter.name.as_str()).collect();
    assert_eq!(names, ["برق"]);
    let text = told(&letters[0].paper);
    for part in ["پیرو: نامه ۷۷/۱، ۱۴۰۵/۰۸/۰۱", "موضوع: یادآوری مجدد", "روز تأخیر"]
    {
        assert!(text.contains(part), "«{part}» is not in:\n{text}");
    }
    row.resolution.clauses = [("الف".to_owned(), clause(Status::Open))].into();
    assert_eq!(reminded(&row).len(), 2);
}
