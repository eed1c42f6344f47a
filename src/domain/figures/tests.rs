//! Every figure against a count done another way, over random small offices: the recounts below walk the records one
//! by one and keep no lists. Knows no store.

use super::*;
use crate::calendar::Holidays;
use crate::domain::attendance::Presence;
use crate::domain::deadline::{DaysAfter, read_deadline};
use crate::domain::ids::{OrganisationId, ResolutionId, SeatId};
use crate::domain::resolution::{ClauseState, Extension, FollowUp, Resolution, Responsible, Status};
use crate::domain::seat::Seat;
use crate::domain::session::SessionState;
use proptest::prelude::*;
use std::collections::HashMap;

fn day(number: u16) -> Day {
    Day::from_jalali(1401, 1, 1).unwrap().plus_days(i64::from(number))
}

const TODAY: u16 = 500;

/// What a session knows itself of what comes behind it.
fn behind(session: &Session) -> DaysAfter {
    DaysAfter {
        notified: session.notified,
        next_session: None,
    }
}

fn session() -> impl Strategy<Value = Session> {
    let year = prop::option::of(1401..=1402);
    let state = prop::sample::select(vec![
        SessionState::Planned,
        SessionState::Draft,
        SessionState::Final,
        SessionState::Running,
    ]);
    (0..2u8, year, prop::option::of(0..700u16), state).prop_map(|(body, year, date, state)| Session {
        body: format!("b{body}").as_str().into(),
        year,
        date: date.map(day),
        state,
        ..Session::default()
    })
}

fn seat() -> impl Strategy<Value = Seat> {
    let bound = || prop::option::of(0..700u16);
    (0..2u8, bound(), bound()).prop_map(|(body, from, until)| Seat {
        body: format!("b{body}").as_str().into(),
        from: from.map(day),
        until: until.map(day),
        ..Seat::default()
    })
}

fn who() -> impl Strategy<Value = Responsible> {
    // The same organisation under two spellings, one known by its id, and one that is not known.
    prop::sample::select(vec![
        ("آب منطقه‌ای", None),
        ("آب منطقه ای", None),
        ("برق", None),
        ("بهزیستی", Some("o1")),
        ("اداره بهزیستی", Some("o1")),
    ])
    .prop_map(|(written, organisation)| Responsible {
        written: written.into(),
        organisation: organisation.map(OrganisationId::from),
    })
}

fn status() -> impl Strategy<Value = Status> {
    prop::sample::select(Status::ALL.to_vec())
}

fn extensions() -> impl Strategy<Value = Vec<Extension>> {
    let one = (0..700u16).prop_map(|granted| Extension {
        deadline: read_deadline("یک ماه", None),
        granted_on: Some(day(granted)),
        by: None,
        letter: None,
    });
    prop::collection::vec(one, 0..2)
}

fn written() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(vec![
        "ده روز",
        "سه ماه",
        "مستمر",
        "سه ماه یکبار",
        "یک ماه پس از ابلاغ",
        "تا ۱۴۰۱/۱۰/۱۰",
    ]))
}

fn clause() -> impl Strategy<Value = ClauseState> {
    (
        prop::collection::vec(who(), 0..2),
        written(),
        status(),
        extensions(),
    )
        .prop_map(|(responsible, written, status, extensions)| ClauseState {
            responsible,
            deadline: written.map(|w| read_deadline(w, None)),
            status,
            extensions,
        })
}

fn follow_up() -> impl Strategy<Value = FollowUp> {
    let clause = prop::option::of(prop::sample::select(vec!["الف", "ب"]));
    (prop::option::of(0..700u16), clause, prop::option::of(status())).prop_map(|(date, clause, status)| {
        FollowUp {
            date: date.map(day),
            clause: clause.map(str::to_owned),
            status,
            ..FollowUp::default()
        }
    })
}

fn resolution() -> impl Strategy<Value = Resolution> {
    let clauses = prop::option::of((clause(), clause()));
    let fields = (written(), status(), extensions());
    let lists = (
        prop::collection::vec(who(), 0..3),
        prop::collection::vec(follow_up(), 0..4),
    );
    (clauses, fields, lists).prop_map(
        |(clauses, (written, status, extensions), (responsible, follow_ups))| Resolution {
            text: "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.".into(),
            clauses: clauses
                .map(|(a, b)| [("الف".to_owned(), a), ("ب".to_owned(), b)].into())
                .unwrap_or_default(),
            deadline: written.map(|w| read_deadline(w, None)),
            responsible,
            status,
            follow_ups,
            extensions,
            ..Resolution::default()
        },
    )
}

/// An office: its sessions with what was passed in them, its seats, and how they were ticked.
#[derive(Clone, Debug)]
struct Office {
    sessions: Vec<(Session, Vec<Resolution>)>,
    seats: Vec<Seat>,
    ticks: HashMap<(String, String), Presence>,
}

fn office() -> impl Strategy<Value = Office> {
    let sessions = prop::collection::vec((session(), prop::collection::vec(resolution(), 0..4)), 0..6);
    let seats = prop::collection::vec(seat(), 0..5);
    let ticks = prop::collection::vec(prop::sample::select(Presence::ALL.to_vec()), 30);
    (sessions, seats, ticks).prop_map(|(mut sessions, mut seats, ticks)| {
        for (at, (session, resolutions)) in sessions.iter_mut().enumerate() {
            session.id = format!("s{at}").as_str().into();
            for (row, resolution) in resolutions.iter_mut().enumerate() {
                resolution.id = ResolutionId::in_session(&session.id, &row.to_string());
            }
        }
        for (at, seat) in seats.iter_mut().enumerate() {
            seat.id = format!("m{at}").as_str().into();
        }
        let key = |at: usize| (format!("s{}", at / 5), format!("m{}", at % 5));
        let ticks = ticks.into_iter().enumerate();
        Office {
            sessions,
            seats,
            ticks: ticks.map(|(at, presence)| (key(at), presence)).collect(),
        }
    })
}

impl Office {
    fn held(&self) -> Vec<Held> {
        self.sessions.iter().filter_map(|(s, _)| Held::of(s)).collect()
    }

    fn at(held: &[Held], session: &Session) -> Option<u32> {
        held.iter()
            .position(|h| h.id == session.id)
            .map(|at| u32::try_from(at).unwrap())
    }

    /// What was passed, with a made-up lateness: that of a first due day alone.
    fn passed(&self, held: &[Held]) -> Vec<Passed> {
        let mut passed = Vec::new();
        for (session, resolutions) in &self.sessions {
            let Some(at) = Office::at(held, session) else {
                continue;
            };
            passed.extend(resolutions.iter().map(|resolution| Passed {
                id: resolution.id.clone(),
                session: at,
                status: resolution.status,
                overdue: resolution.deadline.is_some(),
            }));
        }
        passed
    }

    fn presence(&self, session: &SessionId, seat: &SeatId) -> Presence {
        let key = (session.as_str().to_owned(), seat.as_str().to_owned());
        self.ticks.get(&key).copied().unwrap_or_default()
    }

    /// Everyone responsible and all assignments, in the order of the resolutions.
    fn assigned(&self, held: &[Held]) -> (Vec<Who>, Vec<Assignment>) {
        let (mut whos, mut all) = (Vec::new(), Vec::new());
        let mut number = 0;
        for (session, resolutions) in &self.sessions {
            let Some(at) = Office::at(held, session) else {
                continue;
            };
            for resolution in resolutions {
                for (who, part) in assignments(
                    session,
                    behind(session),
                    resolution,
                    day(TODAY),
                    &Holidays::built_in(),
                ) {
                    let known = whos.iter().position(|w| *w == who);
                    let who = known.unwrap_or_else(|| {
                        whos.push(who);
                        whos.len() - 1
                    });
                    all.push(Assignment {
                        resolution: number,
                        session: at,
                        who: u32::try_from(who).unwrap(),
                        part,
                    });
                }
                number += 1;
            }
        }
        (whos, all)
    }
}

/// Whether a group of the year is about a session.
fn about(subject: &Subject, session: &Session) -> bool {
    let year = match session.year {
        Some(year) => Some(year),
        None => session.date.map(|day| day.jalali().year),
    };
    session.state != SessionState::Planned
        && match subject {
            Subject::All => true,
            Subject::BodyYear(body, in_year) => *body == session.body && *in_year == year,
            Subject::Body(body) => *body == session.body,
            Subject::Year(in_year) => *in_year == year,
            _ => false,
        }
}

/// What came of one's part, told again by cases.
fn retold(session: &Session, resolution: &Resolution, who: &Who) -> &'static str {
    let named = |list: &[Responsible]| {
        list.iter().any(|one| match who {
            Who::Organisation(id) => one.organisation.as_ref() == Some(id),
            Who::Written(name) => {
                one.organisation.is_none()
                    && one.written.replace('\u{200c}', " ") == name.replace('\u{200c}', " ")
            }
            Who::Nobody => false,
        })
    };
    let all_closed =
        resolution.clauses.len() == 2 && resolution.clauses.values().all(|c| c.status != Status::Open);
    let whole = match resolution.status {
        Status::Open if all_closed => Status::Done,
        other => other,
    };
    let day_said = |clause: Option<&str>| {
        let mut since: Option<Option<Day>> = None;
        for said in &resolution.follow_ups {
            match (said.clause.as_deref() == clause, said.status) {
                (true, Some(Status::Done)) => since = since.or(Some(said.date)),
                (true, Some(_)) => since = None,
                _ => {}
            }
        }
        since.flatten()
    };
    let mut of_clauses = Some(Day::FIRST);
    for (letter, state) in &resolution.clauses {
        if state.status == Status::Done {
            of_clauses = of_clauses.and_then(|so_far| Some(so_far.max(day_said(Some(letter))?)));
        }
    }
    let whole_day = day_said(None).or(of_clauses.filter(|day| *day > Day::FIRST));
    let judge = |status: Status, on: Option<Day>, written: Option<&str>, letter: Option<&str>| {
        if status != Status::Done {
            return if status == Status::Open { "open" } else { "dropped" };
        }
        let before: Vec<Day> = resolution
            .follow_ups
            .iter()
            .filter(|f| f.clause.is_none() || f.clause.as_deref() == letter)
            .filter_map(|f| f.date)
            .filter(|d| Some(*d) < on)
            .collect();
        let due = written.and_then(|w| read_deadline(w, None).due(session.date, behind(session), &before));
        match (on, due) {
            (Some(on), Some(due)) if on > due => "late",
            (Some(_), Some(_)) => "on time",
            _ => "undated",
        }
    };
    let written =
        |deadline: &Option<crate::domain::deadline::Deadline>| deadline.as_ref().map(|d| d.written.clone());
    let own: Vec<_> = resolution
        .clauses
        .iter()
        .filter(|(_, c)| named(&c.responsible))
        .collect();
    let mut heard = Vec::new();
    if own.is_empty() {
        heard.push(judge(
            whole,
            whole_day,
            written(&resolution.deadline).as_deref(),
            None,
        ));
    }
    for (letter, state) in &resolution.clauses {
        let is_part = if own.is_empty() {
            state.responsible.is_empty()
        } else {
            named(&state.responsible)
        };
        if is_part {
            let status = if state.status == Status::Open {
                whole
            } else {
                state.status
            };
            let deadline = written(&state.deadline).or(written(&resolution.deadline));
            heard.push(judge(
                status,
                day_said(Some(letter)).or(whole_day),
                deadline.as_deref(),
                Some(letter),
            ));
        }
    }
    for word in ["open", "late", "undated", "on time"] {
        if heard.contains(&word) {
            return word;
        }
    }
    "dropped"
}

fn word(outcome: PartOutcome) -> &'static str {
    match outcome {
        PartOutcome::OnTime => "on time",
        PartOutcome::Late => "late",
        PartOutcome::Undated => "undated",
        PartOutcome::Open => "open",
        PartOutcome::Dropped => "dropped",
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_year_at_a_glance_is_what_walking_the_sessions_counts(office in office()) {
        let held = office.held();
        for group in year(&held, &office.passed(&held)) {
            let mut counts = [0u32; 7];
            for (session, resolutions) in &office.sessions {
                if !about(&group.subject, session) {
                    continue;
                }
                counts[0] += 1;
                for resolution in resolutions {
                    counts[1] += 1;
                    counts[match resolution.status {
                        Status::Done => 2,
                        Status::Open => 3,
                        Status::Cancelled => 4,
                        Status::Superseded => 5,
                    }] += 1;
                    if resolution.status == Status::Open && resolution.deadline.is_some() {
                        counts[6] += 1;
                    }
                }
            }
            prop_assert_eq!(Measure::YEAR.map(|measure| group.count(measure)), counts, "{:?}", group.subject);
            for figure in &group.figures {
                prop_assert_eq!(Value::Count(len(figure.rows.positions())), figure.value);
                prop_assert!(figure.rows.positions().is_sorted());
            }
        }
    }

    #[test]
    fn attendance_is_what_asking_every_seat_in_every_session_counts(office in office()) {
        let held = office.held();
        let all = marks(&held, &office.seats, |session, seat| office.presence(session, seat));
        let mut seen = 0;
        for group in attendance(&held, &office.seats, &all) {
            let mut counts = HashMap::<Presence, u32>::new();
            for (session, _) in &office.sessions {
                for seat in &office.seats {
                    let there = seat.body == session.body
                        && session.state != SessionState::Planned
                        && match session.date {
                            Some(day) => seat.from.is_none_or(|f| f <= day) && seat.until.is_none_or(|u| u >= day),
                            None => true,
                        };
                    let meant = match group.subject {
                        Subject::All => true,
                        Subject::Seat(at) => office.seats[at as usize].id == seat.id,
                        Subject::Session(at) => held[at as usize].id == session.id,
                        _ => false,
                    };
                    if there && meant {
                        *counts.entry(office.presence(&session.id, &seat.id)).or_default() += 1;
                    }
                }
            }
            let of = |presence| counts.get(&presence).copied().unwrap_or(0);
            let expected: u32 = counts.values().sum();
            let ticked = expected - of(Presence::Unticked);
            prop_assert_eq!(group.count(Measure::Expected), expected);
            let six = [Measure::InPerson, Measure::ByVideo, Measure::ByRepresentative, Measure::Excused,
                Measure::Absent, Measure::Unticked];
            prop_assert_eq!(six.map(|measure| group.count(measure)), Presence::ALL.map(of));
            let here = of(Presence::Present) + of(Presence::Video);
            let rate = |measure| group.figure(measure).map(|figure| figure.value);
            prop_assert_eq!(rate(Measure::AttendanceRate), Some(Value::Share { part: here, whole: ticked }));
            let filled = here + of(Presence::Represented);
            prop_assert_eq!(rate(Measure::SeatFilledRate), Some(Value::Share { part: filled, whole: ticked }));
            if matches!(group.subject, Subject::Seat(_)) {
                seen += expected;
            }
        }
        prop_assert_eq!(seen as usize, all.len(), "seats add up to all");
    }

    #[test]
    fn execution_is_what_telling_each_part_again_counts(office in office()) {
        let held = office.held();
        let (whos, all) = office.assigned(&held);
        let groups = execution(&held, &whos, &all);
        for group in &groups {
            let mut counts = HashMap::<&str, u32>::new();
            let mut given = 0;
            for (session, resolutions) in &office.sessions {
                for resolution in resolutions {
                    let parts = assignments(session, behind(session), resolution, day(TODAY), &Holidays::built_in());
                    let is_held = session.state != SessionState::Planned;
                    for (who, _) in parts.iter().filter(|_| is_held) {
                        let meant = match &group.subject {
                            Subject::Organisation(of) => of == who,
                            subject => about(subject, session),
                        };
                        if meant {
                            given += 1;
                            *counts.entry(retold(session, resolution, who)).or_default() += 1;
                        }
                    }
                }
            }
            let of = |outcome: PartOutcome| counts.get(word(outcome)).copied().unwrap_or(0);
            prop_assert_eq!(group.count(Measure::Given), given);
            prop_assert_eq!(group.count(Measure::OnTime), of(PartOutcome::OnTime));
            prop_assert_eq!(group.count(Measure::Late), of(PartOutcome::Late));
            prop_assert_eq!(group.count(Measure::DoneUndated), of(PartOutcome::Undated));
            prop_assert_eq!(group.count(Measure::StillOpen), of(PartOutcome::Open));
            prop_assert_eq!(group.count(Measure::Dropped), of(PartOutcome::Dropped));
            prop_assert!(group.count(Measure::PastDue) <= of(PartOutcome::Open));
            let done = given - of(PartOutcome::Open) - of(PartOutcome::Dropped);
            let rate = Value::Share { part: done, whole: given - of(PartOutcome::Dropped) };
            prop_assert_eq!(group.figure(Measure::ExecutionRate).map(|figure| figure.value), Some(rate));
        }
        for kind in [Subject::Organisation(Who::Nobody), Subject::Body("b".into()), Subject::Year(None)] {
            let alike = |group: &&FigureGroup| std::mem::discriminant(&group.subject) == std::mem::discriminant(&kind);
            for measure in Measure::EXECUTION {
                let sum: u32 = groups.iter().filter(alike).map(|group| group.count(measure)).sum();
                prop_assert_eq!(sum, groups[0].count(measure), "{:?} add up", kind);
            }
        }
    }
}

#[test]
fn lateness_counts_from_the_first_deadline_and_a_longer_time_only_keeps_what_is_open_from_being_overdue() {
    let session = Session {
        date: Some(day(0)),
        ..Session::default()
    };
    let mut resolution = Resolution {
        deadline: Some(read_deadline("ده روز", None)),
        extensions: vec![Extension {
            deadline: read_deadline("سه ماه", None),
            granted_on: Some(day(11)),
            by: None,
            letter: None,
        }],
        ..Resolution::default()
    };
    let part = |resolution: &Resolution, today| {
        assignments(
            &session,
            behind(&session),
            resolution,
            day(today),
            &Holidays::built_in(),
        )[0]
        .1
    };
    let open = part(&resolution, 30);
    assert_eq!(
        (open.outcome, open.overdue, open.extended),
        (PartOutcome::Open, false, true)
    );
    assert!(part(&resolution, 200).overdue);
    resolution.status = Status::Done;
    assert_eq!(part(&resolution, 30).outcome, PartOutcome::Undated);
    for (answered, outcome) in [(10, PartOutcome::OnTime), (20, PartOutcome::Late)] {
        resolution.follow_ups = vec![FollowUp {
            date: Some(day(answered)),
            status: Some(Status::Done),
            ..FollowUp::default()
        }];
        assert_eq!(part(&resolution, 30).outcome, outcome);
    }
}

#[test]
fn an_organisation_that_a_clause_names_answers_for_its_clause_alone() {
    let who = |written: &str| Responsible {
        written: written.into(),
        organisation: None,
    };
    let clause = |written: &str, status| ClauseState {
        responsible: vec![who(written)],
        status,
        ..ClauseState::default()
    };
    let resolution = Resolution {
        text: "مقرر شد: الف) فهرست تهیه شود. ب) نتیجه اعلام گردد.".into(),
        responsible: vec![who("آب"), who("برق"), who("گاز")],
        clauses: [
            ("الف".to_owned(), clause("آب", Status::Done)),
            ("ب".to_owned(), clause("برق", Status::Open)),
        ]
        .into(),
        ..Resolution::default()
    };
    let parts = assignments(
        &Session::default(),
        DaysAfter::default(),
        &resolution,
        day(0),
        &Holidays::built_in(),
    );
    let outcomes: Vec<PartOutcome> = parts.iter().map(|(_, part)| part.outcome).collect();
    assert_eq!(
        outcomes,
        [PartOutcome::Undated, PartOutcome::Open, PartOutcome::Open]
    );
}

#[test]
fn of_equal_rates_the_one_that_was_given_more_is_the_best_or_the_weakest() {
    let part = |outcome| PartStanding {
        outcome,
        overdue: false,
        extended: false,
    };
    let whos: Vec<Who> = ["a", "b", "c", "class", "few"]
        .map(|id| Who::Organisation(id.into()))
        .into();
    // The first is as good as the second, but was given less; the class is nobody, the last has too little.
    let given = [
        (0, 3, PartOutcome::OnTime),
        (1, 4, PartOutcome::OnTime),
        (2, 3, PartOutcome::Open),
        (3, 4, PartOutcome::Open),
    ]
    .into_iter()
    .chain([(4, 2, PartOutcome::Open)])
    .flat_map(|(who, times, outcome)| std::iter::repeat_n((who, outcome), times));
    let assignments: Vec<Assignment> = (0..)
        .zip(given)
        .map(|(resolution, (who, outcome))| Assignment {
            resolution,
            session: 0,
            who,
            part: part(outcome),
        })
        .collect();
    let groups = execution(&[Held::default()], &whos, &assignments);
    let (best, weakest) = best_and_weakest(&groups, |id| id.as_str() != "class").unwrap();
    let subject = |id: &str| Subject::Organisation(Who::Organisation(id.into()));
    assert_eq!(
        (&groups[best].subject, &groups[weakest].subject),
        (&subject("b"), &subject("c"))
    );
    assert_eq!(
        best_and_weakest(&groups, |id| id.as_str() == "a"),
        None,
        "one alone is neither"
    );
}
