//! The reports: the records that figures are counted from, read for one body and one year where they are asked for.
//! Does not know how a figure is counted; the domain does.

use super::signed;
use crate::calendar::{Day, DayRange, Holidays};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::Body;
use crate::domain::figures::{self, Assignment, FigureGroup, Held, Mark, Measure, Passed, RowsBehind, Who};
use crate::domain::ids::{BodyId, OrganisationId, ResolutionId, SeatId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::Resolution;
use crate::domain::seat::Seat;
use crate::domain::session::Session;
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::records::{all, by_id};
use crate::office::standing::standing;
use crate::store::{Store, Tree};
use crate::text::{alphabetical, fold_tight};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Which figures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ReportKind {
    /// The year at a glance.
    #[default]
    Year,
    /// Who was there.
    Attendance,
    /// What came of what was given.
    Execution,
}

impl ReportKind {
    /// All of them, in the order in which screens show them.
    pub const ALL: [ReportKind; 3] = [ReportKind::Year, ReportKind::Attendance, ReportKind::Execution];

    /// What is measured, in the order in which every group has it.
    pub fn measures(self) -> &'static [Measure] {
        match self {
            ReportKind::Year => &Measure::YEAR,
            ReportKind::Attendance => &Measure::ATTENDANCE,
            ReportKind::Execution => &Measure::EXECUTION,
        }
    }

    /// The word of JSON and of the command line.
    pub fn word(self) -> &'static str {
        match self {
            ReportKind::Year => "year",
            ReportKind::Attendance => "attendance",
            ReportKind::Execution => "execution",
        }
    }
}

/// Which report is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportAsked {
    /// Which figures.
    pub kind: ReportKind,
    /// Only this body.
    pub body: Option<BodyId>,
    /// Only this year.
    pub year: Option<i32>,
    /// Only sessions of these days; one without a day is in none.
    pub days: Option<DayRange>,
}

/// A report: its figures, and the lists that their rows are positions in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What was asked for.
    pub asked: ReportAsked,
    /// The groups of figures, everything together first.
    pub groups: Vec<FigureGroup>,
    /// The sessions that were held, earliest first, those without a day last.
    pub sessions: Vec<Held>,
    /// The resolutions, by session and place; none in a report of attendance.
    pub resolutions: Vec<ResolutionId>,
    /// The seats by body and protocol order; only in a report of attendance.
    pub seats: Vec<Seat>,
    /// The seats in the sessions that they were expected in; only in a report of attendance.
    pub marks: Vec<Mark>,
    /// All bodies by name.
    pub bodies: Vec<Body>,
    /// Names of the organisations of the report.
    pub organisations: HashMap<OrganisationId, String>,
    /// Positions of the groups of the best and the weakest organisation; see [`figures::best_and_weakest`].
    pub best_and_weakest: Option<(usize, usize)>,
    /// The years that the body, or any one, held sessions in, the latest first.
    pub years: Vec<i32>,
}

impl Report {
    /// The ids behind a figure: of sessions, of resolutions, or `<session>/<seat>`.
    pub fn ids(&self, rows: &RowsBehind) -> Vec<String> {
        let id = |row: &u32| match rows {
            RowsBehind::Sessions(_) => Some(self.held(*row)?.id.to_string()),
            RowsBehind::Resolutions(_) => Some(self.resolutions.get(*row as usize)?.to_string()),
            RowsBehind::Marks(_) => {
                let mark = self.marks.get(*row as usize)?;
                let (held, seat) = (self.held(mark.session)?, self.seat(mark.seat)?);
                Some(Attendance::key(&held.id, &seat.id))
            }
        };
        rows.positions().iter().filter_map(id).collect()
    }

    /// A body of the office.
    pub fn body(&self, id: &BodyId) -> Option<&Body> {
        self.bodies.iter().find(|body| body.id == *id)
    }

    /// The held session at a position.
    pub fn held(&self, at: u32) -> Option<&Held> {
        self.sessions.get(at as usize)
    }

    /// The seat at a position.
    pub fn seat(&self, at: u32) -> Option<&Seat> {
        self.seats.get(at as usize)
    }

    /// The name of one who is responsible; none for nobody.
    pub fn name_of<'a>(&'a self, who: &'a Who) -> Option<&'a str> {
        match who {
            Who::Organisation(id) => Some(self.organisations.get(id).map_or(id.as_str(), String::as_str)),
            Who::Written(name) => Some(name),
            Who::Nobody => None,
        }
    }
}

/// Reads what the figures are counted from, and counts them as of `today`.
///
/// # Errors
/// [`Failure`] where the store cannot be read.
pub fn report(office: &Office, asked: &ReportAsked, today: Day) -> Result<Report, Failure> {
    let store = office.store();
    let mut bodies: Vec<Body> = all(store, Tree::Bodies, "")?;
    bodies.sort_by_cached_key(|body| alphabetical(&body.name));
    let mut years = BTreeSet::new();
    let mut sessions: Vec<(Held, Session)> = Vec::new();
    for session in store.readable::<Session>(Tree::Sessions, "") {
        let (_, session) = session?;
        let Some(held) = Held::of(&session).filter(|h| asked.body.as_ref().is_none_or(|b| h.body == *b))
        else {
            continue;
        };
        years.extend(held.year.map(Reverse));
        let in_days = |days: DayRange| held.date.is_some_and(|day| days.contains(day));
        if (asked.year.is_none() || held.year == asked.year) && asked.days.is_none_or(in_days) {
            sessions.push((held, session));
        }
    }
    sessions.sort_by(|(a, _), (b, _)| {
        let key = |held: &Held| (held.date.is_none(), held.date, held.year, held.ordinal);
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let (held, sessions): (Vec<Held>, Vec<Session>) = sessions.into_iter().unzip();
    let mut report = Report {
        asked: asked.clone(),
        sessions: held,
        bodies,
        years: years.into_iter().map(|Reverse(year)| year).collect(),
        ..Report::default()
    };
    match asked.kind {
        ReportKind::Year => year(office, &mut report, &sessions, today)?,
        ReportKind::Attendance => attendance(store, &mut report, &sessions)?,
        ReportKind::Execution => execution(office, &mut report, &sessions, today)?,
    }
    Ok(report)
}

/// Calls `take` with the resolutions of each session, in order, and the position of their session.
fn each_resolution(
    store: &Store,
    sessions: &[Session],
    mut take: impl FnMut(u32, &Session, Resolution),
) -> Result<(), Failure> {
    for (at, session) in (0..).zip(sessions) {
        let mut own: Vec<Resolution> = all(store, Tree::Resolutions, &format!("{}/", session.id))?;
        own.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        own.into_iter()
            .for_each(|resolution| take(at, session, resolution));
    }
    Ok(())
}

fn year(office: &Office, report: &mut Report, sessions: &[Session], today: Day) -> Result<(), Failure> {
    let (holidays, days) = (Holidays::built_in(), office.lookup().days()?);
    let mut passed = Vec::new();
    each_resolution(office.store(), sessions, |at, session, resolution| {
        let standing = standing(session, days.after(session), &resolution, today, &holidays);
        passed.push(Passed {
            id: resolution.id,
            session: at,
            status: standing.status,
            overdue: standing.overdue,
        });
    })?;
    report.groups = figures::year(&report.sessions, &passed);
    report.resolutions = passed.into_iter().map(|one| one.id).collect();
    Ok(())
}

fn attendance(store: &Store, report: &mut Report, sessions: &[Session]) -> Result<(), Failure> {
    let mut seats: Vec<Seat> = all(store, Tree::Seats, "")?;
    let mut known: HashSet<SeatId> = seats.iter().map(|seat| seat.id.clone()).collect();
    for (held, session) in report.sessions.iter_mut().zip(sessions) {
        let Some(signed) = signed::expected_seats(store, session)? else {
            continue;
        };
        held.signed_roll = Some(signed.iter().map(|seat| seat.id.clone()).collect());
        // A seat that is gone since was expected all the same.
        seats.extend(signed.into_iter().filter(|seat| known.insert(seat.id.clone())));
    }
    seats.retain(|seat| report.asked.body.as_ref().is_none_or(|body| seat.body == *body));
    let place = |body: &BodyId| report.bodies.iter().position(|b| b.id == *body);
    seats.sort_by_cached_key(|seat| (place(&seat.body), seat.order, seat.id.clone()));
    let mut ticks: HashMap<(SessionId, SeatId), Presence> = HashMap::new();
    for held in &report.sessions {
        for tick in all::<Attendance>(store, Tree::Attendance, &format!("{}/", held.id))? {
            ticks.insert((tick.session, tick.seat), tick.status);
        }
    }
    let presence = |session: &SessionId, seat: &SeatId| {
        let tick = ticks.get(&(session.clone(), seat.clone()));
        tick.copied().unwrap_or_default()
    };
    report.marks = figures::marks(&report.sessions, &seats, presence);
    report.groups = figures::attendance(&report.sessions, &seats, &report.marks);
    report.seats = seats;
    Ok(())
}

fn execution(office: &Office, report: &mut Report, sessions: &[Session], today: Day) -> Result<(), Failure> {
    let store = office.store();
    let (holidays, days) = (Holidays::built_in(), office.lookup().days()?);
    let organisations = by_id(store, Tree::Organisations, |o: &Organisation| o.id.clone())?;
    let (mut whos, mut known): (Vec<Who>, HashMap<Who, u32>) = Default::default();
    let (mut assignments, mut ids) = (Vec::new(), Vec::new());
    let mut number = 0;
    each_resolution(store, sessions, |session, record, resolution| {
        for (who, part) in figures::assignments(record, days.after(record), &resolution, today, &holidays) {
            // However it is spelled, a name that is no known organisation's is one.
            let key = match &who {
                Who::Written(name) => Who::Written(fold_tight(name)),
                who => who.clone(),
            };
            let who = *known.entry(key).or_insert_with(|| {
                whos.push(who);
                u32::try_from(whos.len() - 1).unwrap_or(u32::MAX)
            });
            assignments.push(Assignment {
                resolution: number,
                session,
                who,
                part,
            });
        }
        ids.push(resolution.id);
        number += 1;
    })?;
    let named = whos.iter().filter_map(|who| match who {
        Who::Organisation(id) => Some((id.clone(), organisations.get(id)?.name.clone())),
        _ => None,
    });
    report.organisations = named.collect();
    report.groups = figures::execution(&report.sessions, &whos, &assignments);
    let is_one = |id: &OrganisationId| organisations.get(id).is_some_and(|one| !one.class);
    report.best_and_weakest = figures::best_and_weakest(&report.groups, is_one);
    report.resolutions = ids;
    Ok(())
}
