//! Quick lookup over a real store: notes and agendas with the index against reading them all, and the order of hits.

use super::quick::{all_said, lookup};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::{NoteId, ResolutionId, SessionId};
use crate::domain::resolution::{Resolution, Status};
use crate::domain::session::{AgendaItem, Note, Session};
use crate::office::Office;
use crate::office::query::{Found, FoundHit, Said};
use crate::search::Filter;
use crate::store::{NewEntry, Tree};
use proptest::prelude::*;
use serde::Serialize;

fn today() -> Day {
    Day::from_jalali(1405, 6, 1).unwrap()
}

fn put<T: Serialize>(office: &Office, tree: Tree, key: &str, record: Option<&T>) {
    let entry = NewEntry {
        at: chrono::DateTime::UNIX_EPOCH,
        actor: String::new(),
        command: serde_json::value::RawValue::NULL.to_owned(),
        changes: vec![office.store().change(tree, key, record).unwrap()],
    };
    office.store().commit(entry).unwrap();
}

#[derive(Clone, Debug)]
enum Step {
    Note(usize, Option<String>),
    Session(usize, Option<(i64, Vec<String>)>),
    Body(usize, String),
    MakeIndex,
    Ask,
}

fn words() -> impl Strategy<Value = String> {
    let words = vec!["آب", "ها", "آبها", "گزارش", "لوله‌گذاری", "است", "انجام"];
    prop::collection::vec(prop::sample::select(words), 0..5).prop_map(|words| words.join(" "))
}

fn step() -> impl Strategy<Value = Step> {
    let session = (0i64..5, prop::collection::vec(words(), 0..3));
    prop_oneof![
        6 => (0usize..12, prop::option::weighted(0.8, words())).prop_map(|(n, text)| Step::Note(n, text)),
        4 => (0usize..4, prop::option::weighted(0.9, session)).prop_map(|(n, s)| Step::Session(n, s)),
        1 => (0usize..2, words()).prop_map(|(n, name)| Step::Body(n, name)),
        1 => Just(Step::MakeIndex),
        1 => Just(Step::Ask),
    ]
}

fn take(office: &Office, step: Step) {
    match step {
        Step::Note(number, text) => {
            let id = NoteId(format!("s{}/n{}", number % 4, number / 4));
            let note = text.map(|text| Note {
                id: id.clone(),
                text,
                position: number as u32,
                speaker: Some("لیلا صبوری".to_owned()),
                ..Note::default()
            });
            put(office, Tree::Notes, id.as_str(), note.as_ref());
        }
        Step::Session(number, head) => {
            let id = SessionId(format!("s{number}"));
            let session = head.map(|(days, titles)| Session {
                id: id.clone(),
                body: format!("b{}", number % 2).as_str().into(),
                ordinal: Some(number as u32),
                // Two of them have no day.
                date: (number % 2 == 0).then(|| today().plus_days(days)),
                agenda: titles
                    .into_iter()
                    .map(|title| AgendaItem {
                        title,
                        ..AgendaItem::default()
                    })
                    .collect(),
                ..Session::default()
            });
            put(office, Tree::Sessions, id.as_str(), session.as_ref());
        }
        Step::Body(number, name) => {
            let id = format!("b{number}");
            let body = Body {
                id: id.as_str().into(),
                name,
                ..Body::default()
            };
            put(office, Tree::Bodies, &id, Some(&body));
        }
        Step::MakeIndex => office.make_index(),
        Step::Ask => drop(lookup(office, &filter("آب"), 3, today()).unwrap()),
    }
}

fn filter(typed: &str) -> Filter {
    Filter::parse(typed).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn the_index_of_notes_and_agendas_gives_what_reading_them_gives(
        steps in prop::collection::vec(step(), 1..40),
        late in prop::collection::vec(step(), 0..6),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (office, _) = Office::open(folder.path()).unwrap();
        steps.into_iter().for_each(|step| take(&office, step));
        office.make_index();
        late.into_iter().for_each(|step| take(&office, step));
        for typed in ["آب", "آبها", "لولهگذاری", "گزارش -آب", "جلسه:2", "کارگروه:آب", "سال:1405", "صبوری"] {
            let with_index = office.lookup().said().find(&filter(typed), today(), 100).unwrap();
            let mut with_index = with_index.expect("the index is whole");
            let mut plainly = all_said(office.store(), &filter(typed), today()).unwrap();
            let sort = |place: &super::said::SaidPlace| format!("{place:?}");
            with_index.sort_by_cached_key(sort);
            plainly.sort_by_cached_key(sort);
            prop_assert_eq!(with_index, plainly, "{}", typed);
        }
    }
}

/// What each hit is, in their order.
fn kinds(found: &Found) -> Vec<String> {
    let kind = |hit: &FoundHit| match hit {
        FoundHit::Resolution(row) => row.resolution.id.to_string(),
        FoundHit::Said(row) => match &row.said {
            Said::Note(note) => note.id.to_string(),
            Said::AgendaItem { number, .. } => format!("{}#{number}", row.session.id),
        },
    };
    found.hits.iter().map(kind).collect()
}

#[test]
fn the_late_come_first_then_the_soonest_due_then_the_oldest_then_the_done_then_what_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let (office, _) = Office::open(folder.path()).unwrap();
    for (session, days) in [("s1", -90), ("s2", -30)] {
        let head = Session {
            id: session.into(),
            date: Some(today().plus_days(days)),
            agenda: vec![AgendaItem {
                title: "شبکه آب".to_owned(),
                ..AgendaItem::default()
            }],
            ..Session::default()
        };
        put(&office, Tree::Sessions, session, Some(&head));
        let note = Note {
            id: NoteId(format!("{session}/n1")),
            text: "آب کم است".to_owned(),
            ..Note::default()
        };
        put(&office, Tree::Notes, note.id.as_str(), Some(&note));
    }
    for (key, deadline, status) in [
        ("s2/soon", "دو ماه", Status::Open),
        ("s2/bare", "", Status::Open),
        ("s1/bare", "", Status::Open),
        ("s1/done", "یک ماه", Status::Done),
        ("s2/late", "ده روز", Status::Open),
    ] {
        let date = today().plus_days(if key.starts_with("s1") { -90 } else { -30 });
        let read = crate::domain::deadline::read_deadline(deadline, Some(date));
        let resolution = Resolution {
            id: ResolutionId(key.to_owned()),
            text: "آب‌رسانی انجام شود".to_owned(),
            deadline: (!deadline.is_empty()).then_some(read),
            status,
            ..Resolution::default()
        };
        put(&office, Tree::Resolutions, key, Some(&resolution));
    }
    let resolutions = ["s2/late", "s2/soon", "s1/bare", "s2/bare", "s1/done"];
    let said = ["s2#1", "s2/n1", "s1#1", "s1/n1"];
    for with_index in [false, true] {
        if with_index {
            office.make_index();
        }
        let found = lookup(&office, &filter("آب"), 10, today()).unwrap();
        assert_eq!(kinds(&found), [&resolutions[..], &said].concat());
        assert!(!found.more && !found.so_far);
        let first = lookup(&office, &filter("آب"), 2, today()).unwrap();
        assert_eq!(kinds(&first), [&resolutions[..2], &said[..2]].concat());
        assert!(first.more);
        // What only resolutions have is said of no note.
        let late = lookup(&office, &filter("آب وضعیت:معوق"), 10, today()).unwrap();
        assert_eq!(kinds(&late), ["s2/late"]);
        let all = lookup(&office, &Filter::default(), 10, today()).unwrap();
        assert_eq!(kinds(&all), resolutions);
    }
}
