//! A report of the made-up office of the tests. Does not know what is tested.

use super::fixture;
use crate::calendar::{Day, Holidays};
use crate::domain::attendance::Presence;
use crate::domain::figures::{self, Assignment, Held, Passed, Who};
use crate::domain::session::SessionState;
use crate::office::query::SessionView;
use crate::office::report::{Report, ReportAsked, ReportKind};

/// What the office answers: sessions eight and nine of 1401 were held.
pub fn report(asked: &ReportAsked) -> Report {
    let views: Vec<SessionView> = [8, 9].into_iter().map(held_view).collect();
    let wanted = |view: &&SessionView| {
        let held = Held::of(&view.session).unwrap();
        asked.year.is_none_or(|year| held.year == Some(year))
            && asked.body.as_ref().is_none_or(|body| held.body == *body)
    };
    let views: Vec<&SessionView> = views.iter().filter(wanted).collect();
    let mut report = Report {
        asked: asked.clone(),
        sessions: views.iter().filter_map(|view| Held::of(&view.session)).collect(),
        bodies: vec![fixture::session_view(8).body],
        years: vec![1401],
        ..Report::default()
    };
    match asked.kind {
        ReportKind::Year => year(&mut report, &views),
        ReportKind::Attendance => attendance(&mut report),
        ReportKind::Execution => execution(&mut report, &views),
    }
    report
}

fn held_view(number: u32) -> SessionView {
    let mut view = fixture::session_view(number);
    view.session.state = SessionState::Draft;
    view
}

fn year(report: &mut Report, views: &[&SessionView]) {
    let passed: Vec<Passed> = (0..)
        .zip(views)
        .flat_map(|(session, view)| {
            view.resolutions.iter().map(move |row| Passed {
                id: row.resolution.id.clone(),
                session,
                status: row.status,
                overdue: row.overdue,
            })
        })
        .collect();
    report.groups = figures::year(&report.sessions, &passed);
    report.resolutions = passed.into_iter().map(|one| one.id).collect();
}

fn attendance(report: &mut Report) {
    let view = fixture::session_view(8);
    report.seats = view.roll.into_iter().map(|row| row.seat).collect();
    // The last seat ended before the last session.
    report.seats[4].until = Day::from_jalali(1401, 5, 1).ok();
    let presence = |session: &crate::domain::ids::SessionId, seat: &crate::domain::ids::SeatId| {
        let at = seat.as_str().bytes().last().unwrap_or(b'1') - b'1';
        let shift = usize::from(*session == fixture::session_id(9));
        Presence::ALL[(usize::from(at) + shift) % Presence::ALL.len()]
    };
    report.marks = figures::marks(&report.sessions, &report.seats, presence);
    report.groups = figures::attendance(&report.sessions, &report.seats, &report.marks);
}

fn execution(report: &mut Report, views: &[&SessionView]) {
    let (mut whos, mut all): (Vec<Who>, Vec<Assignment>) = Default::default();
    for (session, view) in (0..).zip(views) {
        for row in &view.resolutions {
            let resolution = u32::try_from(report.resolutions.len()).unwrap();
            let parts = figures::assignments(
                &view.session,
                row.session_after,
                &row.resolution,
                fixture::today(),
                &Holidays::built_in(),
            );
            for (who, part) in parts {
                let known = whos.iter().position(|one| *one == who);
                let at = known.unwrap_or(whos.len());
                whos.extend(known.is_none().then_some(who));
                all.push(Assignment {
                    resolution,
                    session,
                    who: u32::try_from(at).unwrap(),
                    part,
                });
            }
            report.resolutions.push(row.resolution.id.clone());
        }
    }
    report.groups = figures::execution(&report.sessions, &whos, &all);
}
