//! A small made-up office for the tests of screens: plain values, no store. Does not know what is tested.

use crate::app::intake::{IntakeFrom, IntakeOrder, NotRead};
use crate::calendar::{Day, Moment, TimeOfDay};
use crate::domain::absence::Absences;
use crate::domain::attendance::{Attendance, Presence, Representative, Tally};
use crate::domain::body::{Body, Quorum};
use crate::domain::correction::{Corrected, Correction};
use crate::domain::deadline::{DaysAfter, read_deadline};
use crate::domain::ids::{BodyId, CorrectionId, OrganisationId, ResolutionId, SeatId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{
    ClauseState, Extension, FollowUp, Reference, Resolution, Responsible, Status,
};
use crate::domain::seat::{Holder, Seat};
use crate::domain::session::{AgendaItem, AgendaKind, Guest, KeptLine, Note, Session, SessionState, Signing};
use crate::domain::verification::Agreement;
use crate::domain::warnings::Warning;
use crate::office::command::{DiskError, Touched};
use crate::office::intake::{BesideSource, Intake, Reviewed, reviewed};
use crate::office::query::{
    Answer, Changed, CheckedCode, EntryView, Found, FoundHit, HistoryRow, KnownAs, LatestSessions, Light,
    Query, Record, RecordChange, ResolutionRow, ReviewGroup, ReviewRow, RollRow, Said, SaidRow, SessionRow,
    SessionView, SimilarRow, Voice,
};
use crate::search::Filter;
use std::sync::Arc;

/// The day of the tests.
pub fn today() -> Day {
    day(1402, 2, 10)
}

/// The moment of the tests.
pub fn now() -> Moment {
    "2023-04-30T06:00:00Z".parse().unwrap()
}

pub fn day(year: i32, month: u8, day: u8) -> Day {
    Day::from_jalali(year, month, day).unwrap()
}

/// Minutes of an office that writes them in its own way: heads that no list has, a line that may be a heading, a
/// deadline in words of its own, a name that is nearly that of a seat.
pub const MINUTES: &str = "صورتجلسه دهمین جلسه کارگروه آب و خاک استان سپیدرود\nتاریخ: ۱۴۰۲/۰۲/۰۳\n\nدستور جلسه:\n۱- گزارش چاه‌ها\n\n\
چنین گفته شد\n\n#\tفعالیت\tعهده دار\tفرجه\n\
۱\tکنتورهای دشت بالا خوانده شود.\tشرکت آب منطقه‌ای استان\tتا گشایش\n\
۲\tدو دوره آموزشی برای کشاورزان برگزار شود.\tسازمان جهاد کشاورزی\tیک ماه\n";

/// What the host reads of a file or of a pasted text.
pub fn read_minutes(order: IntakeOrder) -> Result<Box<Reviewed>, NotRead> {
    let intake = match order.from {
        IntakeFrom::Again(intake) => intake,
        IntakeFrom::Pasted(text) => Arc::new(Intake::pasted(&text).unwrap()),
        IntakeFrom::File(path) if path.ends_with("minutes.txt") => Arc::new(Intake::pasted(MINUTES).unwrap()),
        IntakeFrom::File(path) => return Err(NotRead::File(path, DiskError::NotFound)),
    };
    let beside = BesideSource {
        bodies: &[(body(), seats())],
        organisations: &organisations(),
        already: None,
    };
    Ok(Box::new(reviewed(&beside, &intake, &order.answers)))
}

/// What the office answers.
pub fn answer(query: &Query) -> Answer {
    match query {
        Query::Sessions => Answer::Sessions(vec![session_row(9), session_row(8), session_row(7)]),
        Query::LatestSessions { .. } => {
            let rows = vec![session_row(9), session_row(8), session_row(7)];
            let open = rows.iter().map(|row| row.open).sum();
            let overdue = rows.iter().map(|row| row.overdue).sum();
            Answer::LatestSessions(LatestSessions {
                sessions: rows.len(),
                total: Some((open, overdue)),
                rows,
            })
        }
        Query::Session(id) => Answer::Session(number_of(id).map(|number| Box::new(session_view(number)))),
        Query::Resolutions { filter, .. } => {
            let rows = session_view(8)
                .resolutions
                .into_iter()
                .filter(|row| row.status == Status::Open);
            let has_words = |row: &ResolutionRow| {
                let row = crate::search::FilterRow {
                    texts: vec![row.resolution.text.as_str()],
                    ..crate::search::FilterRow::default()
                };
                filter.matches(&row, today())
            };
            Answer::Resolutions(rows.filter(has_words).collect())
        }
        Query::Found { any_of, limit } => {
            let rows = session_view(9)
                .resolutions
                .into_iter()
                .chain(session_view(8).resolutions);
            let mut found: Vec<ResolutionRow> = rows.filter(|row| has_any(row, any_of)).collect();
            found.truncate(*limit);
            Answer::Resolutions(found)
        }
        Query::Lookup { filter, limit } => Answer::Lookup(looked_up(filter, *limit)),
        Query::NextSession { date, .. } => Answer::NextSession(Some(Box::new(next_session(*date)))),
        Query::Voices(_) => Answer::Voices(voices()),
        Query::Similar { text, .. } => {
            let rows = session_view(7).resolutions.into_iter();
            let alike = rows.filter(|row| crate::text::fold(&row.resolution.text) == crate::text::fold(text));
            let similar = |row| SimilarRow {
                row,
                percent: 100,
                nearly_the_same: true,
            };
            Answer::Similar(alike.map(similar).collect())
        }
        Query::OpenOfBody { .. } => Answer::OpenOfBody(review()),
        Query::Touched(_) => Answer::Touched(Box::new(Touched {
            resolutions: 3,
            seats: 1,
            ..Touched::default()
        })),
        Query::Bodies => Answer::Bodies(vec![(body(), seats())]),
        Query::Organisations => Answer::Organisations(organisations()),
        Query::Report(asked) => Answer::Report(Box::new(super::figures_fixture::report(asked))),
        Query::ResolutionsOf(ids) => {
            let rows = [8, 9]
                .map(session_view)
                .into_iter()
                .flat_map(|view| view.resolutions);
            Answer::ResolutionsOf(rows.filter(|row| ids.contains(&row.resolution.id)).collect())
        }
        Query::Entry(number) => Answer::Entry(Some(Box::new(entry(*number)))),
        Query::History { .. } => Answer::History(vec![HistoryRow {
            entry: 41,
            at: now(),
            actor: "سارا".to_owned(),
            command: "record_resolution".to_owned(),
            of_entry: None,
            session: Some(session_id(8)),
            resolution: None,
            records: Vec::new(),
        }]),
    }
}

/// A change in which a name was mended.
fn entry(number: u64) -> EntryView {
    let before = seats().remove(0);
    let mut after = before.clone();
    after.holders[0].name = "مهرداد کیانیان".to_owned();
    EntryView {
        row: HistoryRow {
            entry: number,
            at: now(),
            actor: "سارا".to_owned(),
            command: "record_seat".to_owned(),
            of_entry: None,
            session: None,
            resolution: None,
            records: Vec::new(),
        },
        changes: vec![Changed {
            key: "seat1".to_owned(),
            change: RecordChange::Became(Record::Seat(before), Record::Seat(after)),
        }],
    }
}

/// Quick lookup over the made-up office.
fn looked_up(filter: &Filter, limit: usize) -> Found {
    let views = [8, 9].map(session_view);
    let rows = views.iter().flat_map(|view| &view.resolutions);
    let selects = |row: &&ResolutionRow| {
        let resolution = &row.resolution;
        let mut texts = vec![resolution.text.as_str()];
        texts.extend(resolution.subject.as_deref());
        let responsible: Vec<&str> = resolution
            .responsible
            .iter()
            .map(|who| who.written.as_str())
            .collect();
        texts.extend(&responsible);
        texts.extend(
            resolution
                .follow_ups
                .iter()
                .map(|follow_up| follow_up.text.as_str()),
        );
        let row = crate::search::FilterRow {
            texts,
            subject: resolution.subject.as_deref(),
            responsible,
            ordinal: row.session_ordinal,
            status: row.status,
            overdue: row.overdue,
            due: row.due,
            ..crate::search::FilterRow::default()
        };
        filter.matches(&row, today())
    };
    let mut rows: Vec<ResolutionRow> = rows.filter(selects).cloned().collect();
    rows.sort_by_key(|row| (row.status != Status::Open, row.due.is_none(), row.due));
    let said = views.iter().flat_map(|view| {
        let items = (1u32..)
            .zip(&view.session.agenda)
            .map(|(number, item)| Said::AgendaItem {
                number,
                title: item.title.clone(),
            });
        let notes = view.notes.iter().cloned().map(Said::Note);
        let row = |said| SaidRow {
            session: view.session.clone(),
            body: "کارگروه آب".to_owned(),
            said,
        };
        items.chain(notes).map(row)
    });
    let has_words = |row: &SaidRow| {
        let text = match &row.said {
            Said::Note(note) => note.text.as_str(),
            Said::AgendaItem { title, .. } => title,
        };
        let row = crate::search::FilterRow {
            texts: vec![text],
            ..crate::search::FilterRow::default()
        };
        !filter.is_empty() && !filter.is_of_resolutions() && filter.matches(&row, today())
    };
    let said: Vec<SaidRow> = said.filter(has_words).collect();
    let more = rows.len() > limit || said.len() > limit;
    let rows = rows
        .into_iter()
        .take(limit)
        .map(|row| FoundHit::Resolution(Box::new(row)));
    let said = said
        .into_iter()
        .take(limit)
        .map(|row| FoundHit::Said(Box::new(row)));
    Found {
        hits: rows.chain(said).collect(),
        more,
        so_far: false,
    }
}

/// The holders of the seats, and the guest.
fn voices() -> Vec<Voice> {
    let of_seat = |seat: Seat| Voice {
        name: seat.holders[0].name.clone(),
        post: None,
        known: KnownAs::Seat {
            seat: seat.id,
            name: seat.name,
        },
    };
    let guest = Voice {
        name: "هوشنگ باغبان".to_owned(),
        post: Some("نماینده کشاورزان".to_owned()),
        known: KnownAs::Guest,
    };
    seats().into_iter().map(of_seat).chain([guest]).collect()
}

/// Whether a resolution has all words of one of these texts.
fn has_any(row: &ResolutionRow, any_of: &[String]) -> bool {
    let subject = row.resolution.subject.as_deref().unwrap_or_default();
    let text = crate::text::fold(&format!("{subject} {}", row.resolution.text));
    any_of
        .iter()
        .any(|words| words.split(' ').all(|word| text.contains(word)))
}

fn number_of(id: &SessionId) -> Option<u32> {
    id.as_str()
        .strip_prefix('s')?
        .parse()
        .ok()
        .filter(|number| (7..=9).contains(number))
}

/// The id of a session: seven runs, eight is a draft, nine is final.
pub fn session_id(number: u32) -> SessionId {
    SessionId(format!("s{number}"))
}

fn body() -> Body {
    Body {
        id: BodyId::from("b"),
        name: "کارگروه آب و خاک استان سپیدرود".to_owned(),
        short_name: Some("کارگروه آب".to_owned()),
        ..Body::default()
    }
}

const SEATS: [(&str, &str); 5] = [
    ("استانداری", "مهرداد کیانی"),
    ("شرکت آب منطقه‌ای", "لیلا صبوری"),
    ("سازمان جهاد کشاورزی", "بهمن راستین"),
    ("اداره کل حفاظت محیط زیست", "نسرین پاک‌نهاد"),
    ("سازمان صنعت، معدن و تجارت", "کاوه دلاور"),
];

fn seats() -> Vec<Seat> {
    let seat = |(order, (name, holder)): (u32, (&str, &str))| Seat {
        id: SeatId(format!("seat{order}")),
        body: BodyId::from("b"),
        name: name.to_owned(),
        order,
        holders: vec![Holder {
            name: holder.to_owned(),
            ..Holder::default()
        }],
        ..Seat::default()
    };
    (1..).zip(SEATS).map(seat).collect()
}

fn organisations() -> Vec<Organisation> {
    let all = [
        ("سازمان صنعت، معدن و تجارت", &["صمت"][..]),
        ("سازمان جهاد کشاورزی", &["جهاد"]),
        ("شرکت آب منطقه‌ای", &[]),
    ];
    let organisation = |(number, (name, aliases)): (u32, (&str, &[&str]))| Organisation {
        id: OrganisationId(format!("o{number}")),
        name: name.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        ..Organisation::default()
    };
    (1..).zip(all).map(organisation).collect()
}

fn session(number: u32) -> Session {
    Session {
        id: session_id(number),
        body: BodyId::from("b"),
        year: Some(1401),
        ordinal: Some(number),
        date: Some(day(1401, 3 + number as u8 - 7, 12)),
        start: TimeOfDay::new(7, 30),
        place: Some("سالن شهید کلاهدوز".to_owned()),
        chair: Some("مهرداد کیانی".to_owned()),
        secretary: Some("سارا نوبخت".to_owned()),
        invitation_number: Some("۲۱/۲۵/۱۴۷۷۲".to_owned()),
        state: match number {
            7 => SessionState::Running,
            9 => SessionState::Final,
            _ => SessionState::Draft,
        },
        agenda: vec![
            AgendaItem {
                title: "بررسی مصوبات جلسات قبل".to_owned(),
                planned_minutes: Some(20),
                kind: AgendaKind::OpenResolutions,
                ..AgendaItem::default()
            },
            AgendaItem {
                title: "آبیاری قطره‌ای در دشت بالا".to_owned(),
                planned_minutes: None,
                ..AgendaItem::default()
            },
        ],
        guests: vec![Guest {
            name: "هوشنگ باغبان".to_owned(),
            post: Some("نماینده کشاورزان".to_owned()),
        }],
        signing: (number == 9).then(|| Signing {
            chair: "مهرداد کیانی".to_owned(),
            secretary: "سارا نوبخت".to_owned(),
            date: day(1401, 5, 14),
        }),
        ..Session::default()
    }
}

fn session_row(number: u32) -> SessionRow {
    let overdue = u32::from(number == 8);
    SessionRow {
        session: session(number),
        body: "کارگروه آب".to_owned(),
        resolutions: 3,
        open: 2,
        overdue,
        clock: None,
    }
}

/// The tenth of its year, or the first of another one.
fn next_session(date: Option<Day>) -> Session {
    let last = session(9);
    let year = date.map_or(1401, |day| day.jalali().year);
    Session {
        id: SessionId::default(),
        year: Some(year),
        ordinal: Some(if year == 1401 { 10 } else { 1 }),
        date,
        invitation_number: None,
        state: SessionState::Planned,
        agenda: last.agenda[..1].to_vec(),
        guests: Vec::new(),
        ..last
    }
}

/// The resolutions of session seven, as the later ones review them.
fn review() -> Vec<ReviewGroup> {
    let light = |row: &ResolutionRow| match row.status {
        Status::Open if row.overdue => Light::Late,
        Status::Open => Light::InTime,
        _ => Light::Done,
    };
    let mut groups: Vec<ReviewGroup> = Vec::new();
    let mut rows = resolutions(7);
    (rows[1].status, rows[1].resolution.status) = (Status::Done, Status::Done);
    for row in rows {
        let name = row.resolution.responsible[0].written.clone();
        let light = light(&row);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(ReviewRow { row, light }),
            None => groups.push(ReviewGroup {
                organisation: None,
                name,
                rows: vec![ReviewRow { row, light }],
            }),
        }
    }
    groups
}

/// The code of the final session.
pub const CODE: &str = "7K3M-9QXA-2BCD";

/// What was corrected in the final session.
fn corrections(number: u32) -> Vec<Correction> {
    let id = session_id(number);
    let one = Correction {
        id: CorrectionId::in_session(&id, "c1"),
        number: 1,
        date: day(1401, 6, 1),
        by: Some("سارا".to_owned()),
        about: Corrected::Resolution(ResolutionId::in_session(&id, "r2")),
        was: "دو دوره آموزشی".to_owned(),
        shall_be: "سه دوره آموزشی".to_owned(),
        changes: Vec::new(),
        version: 1,
        reason: "لغزش در نوشتن".to_owned(),
        extra: Default::default(),
    };
    if number == 9 { vec![one] } else { Vec::new() }
}

/// One session with everything in it.
pub fn session_view(number: u32) -> SessionView {
    let roll: Vec<RollRow> = seats().into_iter().map(|seat| roll_row(number, seat)).collect();
    SessionView {
        session: session(number),
        body: body(),
        tally: Tally::of(roll.iter().map(|row| row.attendance.status)),
        quorum: Some(Quorum::MoreThan { of: 1, parts: 2 }.needed(5)),
        roll,
        notes: vec![Note {
            id: crate::domain::ids::NoteId::in_session(&session_id(number), "n1"),
            position: 10,
            speaker: Some("لیلا صبوری (شرکت آب منطقه‌ای)".to_owned()),
            agenda_item: (number == 7).then_some(2),
            at: TimeOfDay::new(9, 12).filter(|_| number == 7),
            text: "تراز آب زیرزمینی دشت بالا در سه سال گذشته ۲٫۴ متر پایین رفته است.".to_owned(),
            ..Note::default()
        }],
        resolutions: resolutions(number),
        near_names: Vec::new(),
        warnings: vec![Warning::RowGap { after: 2, before: 4 }],
        code: (number == 9).then(|| CheckedCode {
            code: CODE.to_owned(),
            agreement: Agreement::Agrees,
            covers_surroundings: true,
            ..CheckedCode::default()
        }),
        corrections: corrections(number),
        versions: Vec::new(),
        kept: if number == 7 {
            vec![KeptLine {
                number: 3,
                text: "صفحه ۱ از ۲".to_owned(),
            }]
        } else {
            Vec::new()
        },
    }
}

fn roll_row(number: u32, seat: Seat) -> RollRow {
    let status = match seat.order {
        1 => Presence::Present,
        2 => Presence::Represented,
        _ => Presence::Unticked,
    };
    let person = Representative {
        name: Some("پیمان آذری".to_owned()),
        post: Some("معاون".to_owned()),
    };
    let attendance = Attendance {
        session: session_id(number),
        seat: seat.id.clone(),
        status,
        representative: (status == Presence::Represented).then_some(person),
        ..Attendance::default()
    };
    // The third one was absent twice in a row, and three are too many.
    let absences = Absences {
        in_a_row: if seat.order == 3 { 2 } else { 0 },
        limit_in_a_row: Some(3),
        ..Absences::default()
    };
    RollRow {
        seat,
        attendance,
        absences,
        ..RollRow::default()
    }
}

fn resolutions(number: u32) -> Vec<ResolutionRow> {
    let of = |row: u32, subject: &str, text: &str, deadline: &str, who: &str, status: Status| {
        let session = session(number);
        let deadline = read_deadline(deadline, session.date);
        let due = deadline.due(session.date, DaysAfter::default(), &[]);
        let missed = deadline.missed(session.date, &[], today());
        let missed = u32::try_from(missed).unwrap_or(0);
        let resolution = Resolution {
            id: ResolutionId::in_session(&session.id, &format!("r{row}")),
            position: row * 10,
            row: Some(row),
            subject: Some(subject.to_owned()),
            text: text.to_owned(),
            deadline: Some(deadline),
            responsible: vec![Responsible {
                written: who.to_owned(),
                organisation: None,
            }],
            status,
            ..Resolution::default()
        };
        ResolutionRow {
            session: session.id.clone(),
            body: session.body.clone(),
            body_name: "کارگروه آب".to_owned(),
            session_date: session.date,
            session_ordinal: session.ordinal,
            session_year: session.year,
            session_after: DaysAfter {
                notified: session.notified,
                next_session: None,
            },
            status,
            due,
            first_due: due,
            overdue: status == Status::Open && due.is_some_and(|due| due < today()),
            missed: if status == Status::Open { missed } else { 0 },
            warnings: Vec::new(),
            came_about: crate::office::query::CameAbout::default(),
            resolution,
        }
    };
    let mut rows = vec![
        of(
            1,
            "کنتور هوشمند",
            "شرکت آب منطقه‌ای موظف است بر چاه‌های مجاز دشت بالا کنتور هوشمند نصب کند و گزارش آن را به دبیرخانه بفرستد.",
            "سه ماه",
            "شرکت آب منطقه‌ای",
            Status::Open,
        ),
        of(
            2,
            "آموزش بهره‌برداران",
            "دو دوره آموزشی برای کشاورزان برگزار شود.",
            "تا پایان مهر",
            "سازمان جهاد کشاورزی",
            Status::Done,
        ),
        of(
            4,
            "پایش",
            "تراز آب هر ماه اعلام شود.",
            "ماهانه",
            "شرکت آب منطقه‌ای",
            Status::Open,
        ),
    ];
    rows[0].resolution.follow_ups.push(FollowUp {
        date: Some(day(1401, 7, 1)),
        by: Some("شرکت آب منطقه‌ای".to_owned()),
        letter: Some("۱۴۰۱/۷۷۲".to_owned()),
        text: "نیمی از کنتورها نصب شده است.".to_owned(),
        ..FollowUp::default()
    });
    if number == 7 {
        with_clauses(&mut rows[1]);
        extended(&mut rows[2]);
    }
    rows[0].resolution.from_note =
        (number == 7).then(|| crate::domain::ids::NoteId::in_session(&session_id(7), "n1"));
    rows[2].warnings.push(Warning::NearDuplicate {
        other: 1,
        other_row: Some(1),
    });
    rows
}

/// Three clauses, something known of the second one, and an earlier resolution that it follows.
fn with_clauses(row: &mut ResolutionRow) {
    let resolution = &mut row.resolution;
    resolution.text =
        "مقرر شد: الف) فهرست چاه‌ها تهیه شود. ب) هزینه نصب برآورد شود. ج) گزارش به دبیرخانه برسد.".to_owned();
    let state = ClauseState {
        responsible: vec![Responsible {
            written: "سازمان جهاد کشاورزی".to_owned(),
            organisation: None,
        }],
        deadline: Some(read_deadline("یک ماه", row.session_date)),
        status: Status::Done,
        ..ClauseState::default()
    };
    resolution.clauses.insert("ب".to_owned(), state);
    resolution.follows = Some(Reference {
        written: "بند ۱ مصوبه نهمین جلسه سال ۱۴۰۱".to_owned(),
        resolution: Some(ResolutionId::in_session(&session_id(9), "r1")),
    });
    (resolution.status, row.status) = (Status::Open, Status::Open);
}

/// A longer time that was granted.
fn extended(row: &mut ResolutionRow) {
    let granted = day(1402, 2, 1);
    let deadline = read_deadline("یک ماه", Some(granted));
    row.due = deadline.due(Some(granted), DaysAfter::default(), &[]);
    row.overdue = false;
    row.missed = 0;
    row.resolution.extensions.push(Extension {
        deadline,
        granted_on: Some(granted),
        by: Some("استانداری".to_owned()),
        letter: Some("۱۴۰۲/۱۱".to_owned()),
    });
}
