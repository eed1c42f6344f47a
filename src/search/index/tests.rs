//! The index against a plain pass over all rows, after any changes, for any filter.

use super::{Counts, Document, FilterNames, Index, Merging, Order, SessionFacts, Wanted};
use crate::calendar::Day;
use crate::domain::resolution::Status;
use crate::search::{Filter, FilterRow};
use proptest::prelude::*;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

type Named = [(&'static str, &'static [&'static str]); 2];
type Everything = BTreeMap<String, (Document, SessionFacts)>;

fn today() -> Day {
    Day::from_jalali(1405, 9, 1).unwrap()
}

static BODIES: Named = [("b1", &["کارگروه اجتماعی", "کاس", "b1"]), ("b2", &["شورا", "b2"])];
static ORGANISATIONS: Named = [
    ("o1", &["اداره کل بهزیستی استان", "بهزیستی"]),
    ("o2", &["شهرداری آب"]),
];

fn names() -> FilterNames {
    let mut names = FilterNames::default();
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    BODIES
        .iter()
        .for_each(|(id, own)| names.set_body((*id).to_owned(), owned(own)));
    ORGANISATIONS
        .iter()
        .for_each(|(id, own)| names.set_organisation((*id).to_owned(), owned(own)));
    names
}

fn names_of(all: &'static Named, id: &str) -> impl Iterator<Item = &'static str> + use<> {
    let found = all.iter().position(|(other, _)| *other == id);
    found.into_iter().flat_map(|place| all[place].1.iter().copied())
}

fn selects(filter: &Filter, document: &Document, session: &SessionFacts) -> bool {
    let mut responsible: Vec<&str> = document.responsible.iter().map(String::as_str).collect();
    for id in &document.organisations {
        for name in names_of(&ORGANISATIONS, id) {
            responsible.push(name);
        }
    }
    let texts = document.subject.iter().chain(&document.texts).map(String::as_str);
    let row = FilterRow {
        texts: texts.chain(responsible.iter().copied()).collect(),
        subject: document.subject.as_deref(),
        responsible,
        session: &session.id.0,
        ordinal: session.ordinal,
        year: session.year_asked,
        body: names_of(&BODIES, &session.body).collect(),
        status: document.status,
        overdue: is_overdue(document),
        due: document.due,
    };
    filter.matches(&row, today())
}

fn is_overdue(document: &Document) -> bool {
    document.status == Status::Open && document.late_from.is_some_and(|from| from <= today())
}

fn plainly(all: &Everything, filter: &Filter, order: Order, open: bool, limit: usize) -> Vec<String> {
    let wanted = |(document, session): &&(Document, SessionFacts)| {
        (!open || document.status == Status::Open) && selects(filter, document, session)
    };
    let mut rows: Vec<_> = all.values().filter(wanted).collect();
    rows.sort_by_key(|(d, s)| {
        (
            s.date,
            s.year,
            s.ordinal,
            Reverse(s.id.0.clone()),
            d.position,
            d.key.clone(),
        )
    });
    if order == Order::Pressing {
        rows.sort_by_key(|(d, s)| (d.due.is_none(), d.due, s.date));
    }
    rows.iter()
        .take(limit)
        .map(|(document, _)| document.key.clone())
        .collect()
}

/// A change of the archive.
#[derive(Clone, Debug)]
enum Step {
    Put(usize, Document),
    Remove(usize, usize),
    RemoveSession(usize),
    Write,
    Reopen,
    /// Makes segments into one; what is changed until it is taken over is changed in the others.
    Merge(bool),
}

fn text() -> impl Strategy<Value = String> {
    let words = vec![
        "آب",
        "آبها",
        "ها",
        "است",
        "استان",
        "ان",
        "انجام",
        "گزارش",
        "گزارش‌ها،",
        "«ماده",
        "۱۶»",
        "12:30",
        "د",
        "و",
        "بهزیستی",
    ];
    let words = prop::collection::vec(prop::sample::select(words), 0..6);
    prop_oneof![4 => words.prop_map(|words| words.join(" ")), 1 => "[ابد1. -]{0,12}"]
}

fn document() -> impl Strategy<Value = Document> {
    let day = || prop::option::of((0i64..6).prop_map(|days| today().plus_days(days - 3)));
    let named = prop::collection::vec(
        prop::sample::select(vec!["بهزیستی", "مدیرکل صمت", "شهردار"]),
        0..3,
    );
    let known = prop::collection::vec(prop::sample::select(vec!["o1", "o2", "o9"]), 0..3);
    let texts = prop::collection::vec(text(), 0..3);
    let head = (prop::option::of(text()), texts, named, known);
    (
        head,
        prop::sample::select(Status::ALL.to_vec()),
        day(),
        day(),
        0u32..3,
    )
        .prop_map(
            |((subject, mut texts, named, known), status, due, late_from, position)| {
                texts.extend(named.iter().map(|name| (*name).to_owned()));
                Document {
                    key: String::new(),
                    subject,
                    texts,
                    responsible: named.into_iter().map(str::to_owned).collect(),
                    organisations: known.into_iter().map(str::to_owned).collect(),
                    status,
                    due,
                    late_from,
                    position,
                }
            },
        )
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        12 => (0usize..30, document()).prop_map(|(place, document)| Step::Put(place, document)),
        2 => (0usize..6, 0usize..5).prop_map(|(session, own)| Step::Remove(session, own)),
        1 => (0usize..6).prop_map(Step::RemoveSession),
        2 => Just(Step::Write),
        1 => Just(Step::Reopen),
        2 => any::<bool>().prop_map(Step::Merge),
    ]
}

fn session(number: usize) -> SessionFacts {
    SessionFacts {
        date: (number > 0).then(|| today().plus_days(number as i64 / 2)),
        year: Some(1400 + number as i32 % 3).filter(|_| !number.is_multiple_of(4)),
        ordinal: (!number.is_multiple_of(5)).then_some(number as u32 % 3),
        id: Reverse(format!("s{number}")),
        body: format!("b{}", number % 3),
        year_asked: Some(1400 + number as i32 % 3),
        notified: None,
        next_session: None,
        look_at_all: false,
    }
}

fn typed() -> impl Strategy<Value = String> {
    let terms = vec![
        "آب",
        "است",
        "استان",
        "ها",
        "گزارش",
        "گزارشها",
        "«گزارش ها»",
        "\"آب ها\"",
        "«است انجام»",
        "د",
        "ن",
        "12:30",
        "«ماده 16»",
        "مسئول:بهزیستی",
        "مسئول:«مدیرکل بهزیستی»",
        "مسئول:صمت",
        "موضوع:آب",
        "موضوع:«آب ها»",
        "جلسه:1",
        "جلسه:s2",
        "کارگروه:کاس",
        "body:b2",
        "سال:1401",
        "status:done",
        "وضعیت:باز",
        "وضعیت:معوق",
        "due:none",
        "due<=1d",
        "due>today",
        "due:2d",
        "قسطنطنیه",
    ];
    let term = (any::<bool>(), prop::sample::select(terms));
    let term = term.prop_map(|(minus, term)| format!("{}{term}", if minus { "-" } else { "" }));
    prop::collection::vec((term, prop::sample::select(vec![" ", "|"])), 0..4).prop_map(|terms| {
        terms
            .into_iter()
            .map(|(term, gap)| term + gap)
            .collect::<String>()
            .trim_end_matches('|')
            .to_owned()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn the_index_finds_what_a_plain_pass_finds_in_the_same_order(
        steps in prop::collection::vec(step(), 1..60),
        filters in prop::collection::vec((typed(), any::<bool>(), any::<bool>(), 1usize..20), 8),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let (mut index, mut all, mut segments) = (Index::default(), Everything::new(), 0);
        let mut merged = None;
        for step in steps {
            match step {
                Step::Put(place, mut document) => {
                    let session = session(place % 6);
                    document.key = format!("{}/r{}", session.id.0, place / 6);
                    all.insert(document.key.clone(), (document.clone(), session.clone()));
                    index.put(document, session);
                }
                Step::Remove(session, own) => {
                    let key = format!("s{session}/r{own}");
                    all.remove(&key);
                    index.remove(&key);
                }
                Step::RemoveSession(session) => {
                    all.retain(|key, _| !key.starts_with(&format!("s{session}/")));
                    index.remove_session(&format!("s{session}"));
                }
                Step::Write if index.fresh() > 0 => {
                    segments += 1;
                    index.write_fresh(&folder.path().join(format!("segment-of-test-{segments}"))).unwrap();
                }
                Step::Write => {}
                Step::Merge(true) if merged.is_none() => {
                    let merging = Merging::of(&index);
                    merged = Some(merging.run(folder.path(), &|| true).unwrap());
                }
                Step::Merge(_) => {
                    if let Some(merged) = merged.take() {
                        let before = index.segment_sizes().iter().sum::<usize>();
                        index.take_merged(merged, folder.path()).unwrap();
                        prop_assert_eq!(index.segment_sizes().iter().sum::<usize>(), before);
                    }
                }
                Step::Reopen => {
                    let before = index.fresh();
                    index.save(folder.path(), "{}").unwrap();
                    prop_assert!(before == 0 || index.fresh() == 0);
                    let (again, note) = Index::open(folder.path()).unwrap();
                    prop_assert_eq!(note, "{}");
                    (index, merged) = (again, None);
                }
            }
        }
        for (typed, open, pressing, limit) in filters {
            let order = if pressing { Order::Pressing } else { Order::Session };
            let Ok(filter) = Filter::parse(&typed) else { continue };
            let wanted = Wanted { filter: &filter, open, order, today: today(), limit };
            let hits = index.find(&wanted, &names()).unwrap();
            let keys: Vec<String> = hits.into_iter().map(|hit| hit.key).collect();
            prop_assert_eq!(keys, plainly(&all, &filter, order, open, limit), "{}", typed);
        }
        let mut counts: HashMap<String, Counts> = HashMap::new();
        for (document, session) in all.values() {
            let own = counts.entry(session.id.0.clone()).or_default();
            own.all += 1;
            own.open += u32::from(document.status == Status::Open);
            own.overdue += u32::from(is_overdue(document));
        }
        let mut found = index.counts(today());
        found.retain(|_, counts| counts.all > 0);
        let mut total = Counts::default();
        counts.values().for_each(|own| total.join(*own));
        prop_assert_eq!(index.total(today()), total);
        for (session, counts) in &counts {
            prop_assert_eq!(index.counts_of(session, today()), *counts);
        }
        prop_assert_eq!(found, counts);
    }
}

#[test]
fn a_flipped_bit_is_an_error_or_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut index = Index::default();
    for number in 0..20 {
        let document = Document {
            key: format!("s1/r{number:02}"),
            texts: vec![format!("گزارش {number} آب {}", "ها ".repeat(number % 3))],
            due: Some(today().plus_days(number as i64 % 7)),
            ..Document::default()
        };
        index.put(document, session(1));
    }
    let path = folder.path().join("whole");
    index.write_fresh(&path).unwrap();
    let sound = std::fs::read(&path).unwrap();
    let find = |index: &Index, typed: &str| {
        let filter = Filter::parse(typed).unwrap();
        index.find(&Wanted::all(&filter, true, today()).first(30), &names())
    };
    let damaged = folder.path().join("damaged");
    for byte in 0..sound.len() {
        let mut bytes = sound.clone();
        bytes[byte] ^= 1 << (byte % 8);
        std::fs::write(&damaged, bytes).unwrap();
        let mut other = Index::default();
        if other.add_segment(&damaged).is_err() {
            continue;
        }
        for typed in ["گزارش", "آب 7", "ابها", "-11", "«گزارش 3»"] {
            if let Ok(found) = find(&other, typed) {
                assert_eq!(found, find(&index, typed).unwrap(), "{typed}, byte {byte}");
            }
        }
    }
}

#[test]
fn an_index_in_the_making_gives_what_it_has() {
    let folder = tempfile::tempdir().unwrap();
    let mut making = super::Making::begin(folder.path()).unwrap();
    let filter = Filter::parse("گزارش").unwrap();
    let count = |index: &Index| {
        let wanted = Wanted {
            filter: &filter,
            open: true,
            order: Order::Session,
            today: today(),
            limit: usize::MAX,
        };
        index.find(&wanted, &names()).unwrap().len()
    };
    let mut grown = Vec::new();
    for number in 0..5000 {
        let document = Document {
            key: format!("s1/r{number:04}"),
            texts: vec!["گزارش".to_owned()],
            ..Document::default()
        };
        making.add(&document, &session(1)).unwrap();
        grown.extend(making.grown().map(|index| count(&index)));
    }
    assert_eq!(grown, [1024, 3072]);
    assert_eq!(count(&making.end().unwrap()), 5000);
}
