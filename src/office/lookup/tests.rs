//! Answers with the index against answers by reading every record, after any changes.

use super::each::each_resolution;
use super::found::found;
use super::list::{all_resolutions, first_resolutions};
use crate::calendar::{Day, Span};
use crate::domain::body::Body;
use crate::domain::deadline::{Deadline, Meaning};
use crate::domain::ids::{BodyId, OrganisationId, ResolutionId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{
    ClauseState, Extension, FollowUp, FollowUpKind, Resolution, Responsible, Status,
};
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::{ResolutionRow, SessionRow};
use crate::office::read::{latest_sessions, sessions};
use crate::search::Filter;
use crate::search::index::Wanted;
use crate::store::{Change, NewEntry, Tree};
use crate::text::fold;
use proptest::prelude::*;
use serde::Serialize;

fn first_day() -> Day {
    Day::from_jalali(1405, 1, 1).unwrap()
}

#[derive(Clone, Debug)]
enum Step {
    Resolution(usize, Option<Box<Resolution>>),
    Session(usize, Option<Box<Session>>),
    Body(usize, String),
    Organisation(usize, Option<String>),
    MakeIndex,
    Ask,
    Reopen,
}

fn word() -> impl Strategy<Value = String> {
    let words = vec![
        "آب",
        "آبها",
        "ها",
        "است",
        "ان",
        "استان",
        "گزارش",
        "دستگاه‌های",
        "عضو",
        "الف)",
        "ب)",
        "تهیه",
        "شود",
        "۱۴۰۴/۰۱/۰۱",
    ];
    prop::sample::select(words).prop_map(str::to_owned)
}

fn text() -> impl Strategy<Value = String> {
    let long = "گزارش اجرای مصوبات جلسه پیشین کارگروه تا پایان ماه به دبیرخانه ارسال شود";
    prop_oneof![
        5 => prop::collection::vec(word(), 1..8).prop_map(|words| words.join(" ")),
        1 => Just(long.to_owned()),
        1 => word().prop_map(move |word| format!("{long} {word}")),
    ]
}

fn deadline() -> impl Strategy<Value = Option<Deadline>> {
    let day = (0i64..90).prop_map(|days| first_day().plus_days(days));
    let meaning = prop_oneof![
        Just(Meaning::Immediate),
        Just(Meaning::Asap),
        Just(Meaning::NextSession),
        day.prop_map(Meaning::By),
        Just(Meaning::Within(Span::Days(10))),
        Just(Meaning::AfterNotification(Span::Weeks(1))),
        Just(Meaning::Every(Span::Months(1))),
        Just(Meaning::AtEndOfEvery(Span::Months(1))),
    ];
    prop::option::of((word(), meaning).prop_map(|(written, meaning)| Deadline { written, meaning }))
}

fn extensions() -> impl Strategy<Value = Vec<Extension>> {
    let one = (deadline(), prop::option::of(0i64..60)).prop_filter_map("no deadline", |(deadline, days)| {
        Some(Extension {
            deadline: deadline?,
            granted_on: days.map(|days| first_day().plus_days(days)),
            by: None,
            letter: None,
        })
    });
    prop::collection::vec(one, 0..2)
}

fn responsible() -> impl Strategy<Value = Vec<Responsible>> {
    let one = (word(), prop::option::of(0..3usize)).prop_map(|(written, known)| Responsible {
        written,
        organisation: known.map(|number| OrganisationId(format!("o{number}"))),
    });
    prop::collection::vec(one, 0..3)
}

fn resolution() -> impl Strategy<Value = Box<Resolution>> {
    let status = || prop::sample::select(vec![Status::Open, Status::Open, Status::Done, Status::Cancelled]);
    let clause = (responsible(), deadline(), status(), extensions()).prop_map(
        |(responsible, deadline, status, extensions)| ClauseState {
            extensions,
            responsible,
            deadline,
            status,
        },
    );
    let clauses = prop::collection::btree_map(
        prop::sample::select(vec!["الف".to_owned(), "ب".to_owned()]),
        clause,
        0..3,
    );
    let clause = prop::option::of(Just("الف".to_owned()));
    let follow_up =
        (0i64..60, word(), clause, prop::bool::ANY).prop_map(|(days, text, clause, reminds)| FollowUp {
            date: Some(first_day().plus_days(days)),
            text,
            clause,
            kind: if reminds {
                FollowUpKind::Reminder
            } else {
                FollowUpKind::Answer
            },
            ..FollowUp::default()
        });
    let follow_ups = prop::collection::vec(follow_up, 0..2);
    let head = (prop::option::of(word()), text(), 0u32..4, extensions());
    (head, clauses, deadline(), responsible(), status(), follow_ups).prop_map(
        |((subject, text, position, extensions), clauses, deadline, responsible, status, follow_ups)| {
            Box::new(Resolution {
                subject,
                text,
                position,
                extensions,
                clauses,
                deadline,
                responsible,
                status,
                follow_ups,
                ..Resolution::default()
            })
        },
    )
}

fn session() -> impl Strategy<Value = Session> {
    let day = || prop::option::of((0i64..60).prop_map(|days| first_day().plus_days(days)));
    (
        day(),
        day(),
        prop::option::of(1u32..4),
        prop::option::of(1404i32..1406),
        0usize..3,
    )
        .prop_map(|(date, notified, ordinal, year, body)| Session {
            date,
            notified,
            ordinal,
            year,
            body: BodyId(format!("b{body}")),
            ..Session::default()
        })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => (0usize..24, prop::option::weighted(0.9, resolution())).prop_map(|(n, r)| Step::Resolution(n, r)),
        4 => (0usize..4, prop::option::weighted(0.8, session())).prop_map(|(n, s)| Step::Session(n, s.map(Box::new))),
        1 => (0usize..3, word()).prop_map(|(n, name)| Step::Body(n, name)),
        1 => (0usize..3, prop::option::of(word())).prop_map(|(n, name)| Step::Organisation(n, name)),
        1 => Just(Step::MakeIndex),
        2 => Just(Step::Ask),
        1 => Just(Step::Reopen),
    ]
}

fn put<T: Serialize>(office: &Office, tree: Tree, key: &str, record: Option<&T>) {
    let change: Change = office.store().change(tree, key, record).unwrap();
    let entry = NewEntry {
        at: chrono::DateTime::UNIX_EPOCH,
        actor: String::new(),
        command: serde_json::value::RawValue::NULL.to_owned(),
        changes: vec![change],
    };
    office.store().commit(entry).unwrap();
}

fn take(office: &Office, step: Step) {
    match step {
        Step::Resolution(number, mut resolution) => {
            let id = ResolutionId(format!("s{}/r{}", number % 4, number / 4));
            if let Some(resolution) = &mut resolution {
                resolution.id = id.clone();
            }
            put(office, Tree::Resolutions, id.as_str(), resolution.as_deref());
        }
        Step::Session(number, mut session) => {
            let id = SessionId(format!("s{number}"));
            if let Some(session) = &mut session {
                session.id = id.clone();
            }
            put(office, Tree::Sessions, id.as_str(), session.as_deref());
        }
        Step::Body(number, name) => {
            let id = BodyId(format!("b{number}"));
            let body = Body {
                id: id.clone(),
                name,
                ..Body::default()
            };
            put(office, Tree::Bodies, id.as_str(), Some(&body));
        }
        Step::Organisation(number, name) => {
            let id = OrganisationId(format!("o{number}"));
            let named = |name| Organisation {
                id: id.clone(),
                name,
                ..Organisation::default()
            };
            put(office, Tree::Organisations, id.as_str(), name.map(named).as_ref());
        }
        Step::MakeIndex => office.make_index(),
        Step::Ask => drop(
            first_resolutions(
                office,
                &Wanted::all(&Filter::default(), true, first_day()).first(3),
            )
            .unwrap(),
        ),
        Step::Reopen => {}
    }
}

const FILTERS: [&str; 14] = [
    "",
    "آب",
    "ها",
    "استان",
    "گزارش -تهیه",
    "«عضو تهیه»",
    "مسئول:آب",
    "موضوع:آب|جلسه:2",
    "کارگروه:گزارش",
    "سال:1404",
    "وضعیت:باز",
    "وضعیت:معوق",
    "مهلت<20d",
    "مهلت:ندارد -وضعیت:باز",
];

/// Words to go to a resolution by, several ways parted by bars.
const JUMPS: [&str; 7] = ["", "آب", "گزارش آب", "1", "دوم گزارش", "قسطنطنیه", "استان|تهیه"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    #[test]
    fn the_index_and_the_records_give_the_same_answers(
        steps in prop::collection::vec(step(), 1..50),
        late in prop::collection::vec(step(), 0..6),
        days in 0i64..100,
        limit in 1usize..30,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (mut office, _) = Office::open(folder.path()).unwrap();
        for step in steps {
            if matches!(step, Step::Reopen) {
                drop(office);
                office = Office::open(folder.path()).unwrap().0;
            } else {
                take(&office, step);
            }
        }
        office.make_index();
        late.into_iter().for_each(|step| take(&office, step));
        let today = first_day().plus_days(days);
        for typed in FILTERS {
            let filter = Filter::parse(typed).unwrap();
            for open in [true, false] {
                let mut wanted = all_resolutions(office.store(), &filter, open, today).unwrap();
                prop_assert_eq!(&each(&office, &filter, open, today), &wanted, "{} open: {}", typed, open);
                wanted.truncate(limit);
                let found = first_resolutions(&office, &Wanted::all(&filter, open, today).first(limit)).unwrap();
                prop_assert_eq!(found, wanted, "{} open: {}", typed, open);
            }
        }
        let with_index = sessions(&office, today).unwrap();
        let latest = latest_sessions(&office, limit, today).unwrap();
        let sum = |count: fn(&SessionRow) -> u32| with_index.iter().map(count).sum::<u32>();
        prop_assert_eq!(latest.sessions, with_index.len());
        prop_assert_eq!(latest.total, Some((sum(|row| row.open), sum(|row| row.overdue))));
        prop_assert_eq!(&latest.rows[..], &with_index[..limit.min(with_index.len())]);
        let jumps = |office: &Office| {
            let any_of = |words: &str| words.split('|').map(fold).collect::<Vec<_>>();
            JUMPS.map(|words| found(office, &any_of(words), limit, today).unwrap())
        };
        let found_by_index = jumps(&office);
        drop(office);
        std::fs::remove_dir_all(folder.path().join("index")).unwrap();
        let (office, _) = Office::open(folder.path()).unwrap();
        prop_assert_eq!(with_index, sessions(&office, today).unwrap());
        prop_assert_eq!(found_by_index, jumps(&office));
        for typed in FILTERS {
            let filter = Filter::parse(typed).unwrap();
            for open in [true, false] {
                let wanted = all_resolutions(office.store(), &filter, open, today).unwrap();
                prop_assert_eq!(each(&office, &filter, open, today), wanted, "{} open: {}", typed, open);
            }
        }
    }
}

/// All that are wanted, given one after the other.
fn each(office: &Office, filter: &Filter, open: bool, today: Day) -> Vec<ResolutionRow> {
    let mut rows = Vec::new();
    let mut take = |row| {
        rows.push(row);
        Ok::<_, Failure>(())
    };
    each_resolution(office, &Wanted::all(filter, open, today), &mut take).unwrap();
    rows
}

#[test]
fn an_index_that_is_damaged_or_of_another_history_is_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let (office, _) = Office::open(&folder.path().join("one")).unwrap();
    let fill = |office: &Office, text: &str| {
        let session = Session {
            id: "s1".into(),
            ..Session::default()
        };
        put(office, Tree::Sessions, "s1", Some(&session));
        let resolution = Resolution {
            id: ResolutionId("s1/r1".into()),
            text: text.into(),
            ..Resolution::default()
        };
        put(office, Tree::Resolutions, "s1/r1", Some(&resolution));
    };
    fill(&office, "گزارش");
    office.make_index();
    drop(office);
    let found = |office: &Office, typed: &str| {
        let filter = Filter::parse(typed).unwrap();
        first_resolutions(office, &Wanted::all(&filter, true, first_day()).first(9))
            .unwrap()
            .len()
    };
    let (other, _) = Office::open(&folder.path().join("other")).unwrap();
    fill(&other, "بودجه");
    drop(other);
    let (one, other) = (folder.path().join("one/index"), folder.path().join("other/index"));
    std::fs::rename(&one, &other).unwrap();
    let (office, _) = Office::open(&folder.path().join("other")).unwrap();
    assert_eq!((found(&office, "گزارش"), found(&office, "بودجه")), (0, 1));
    office.make_index();
    drop(office);
    for file in std::fs::read_dir(&other).unwrap() {
        let path = file.unwrap().path();
        let mut bytes = std::fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 4;
        std::fs::write(&path, bytes).unwrap();
        let (office, _) = Office::open(&folder.path().join("other")).unwrap();
        assert_eq!((found(&office, "گزارش"), found(&office, "بودجه")), (0, 1));
        office.make_index();
        assert_eq!((found(&office, "گزارش"), found(&office, "بودجه")), (0, 1));
    }
}
