//! The office over a real store in a folder of its own. Knows no screens.

mod attaching;
mod clocks;
mod final_minutes;
mod finding;
mod import;
mod intake;
mod meeting;
mod next_session;
mod notes;
mod preparing;
mod progress;
mod records;
mod removing;
mod resolutions;
mod roll;
mod rounds;
mod seating;
mod signed;
mod signed_property;
mod soundness;
mod undo;

use super::command::{Command, Created, Done, Failure, ImportedSession, Refusal, Removal};
use super::query::{Answer, Query, SessionView};
use super::{Office, read, stored_archive};
use crate::calendar::{Day, Moment};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::{Body, Quorum, Rules};
use crate::domain::deadline::read_deadline;
use crate::domain::ids::{BodyId, NoteId, ResolutionId, SeatId, SessionId};
use crate::domain::organisation::Organisation;
use crate::domain::resolution::{FollowUp, Resolution, Responsible, Status};
use crate::domain::seat::Seat;
use crate::domain::session::{Guest, Note, Session, SessionState, Source};
use crate::exchange::archive::{read_archive, write_archive};
use crate::search::Filter;
use tempfile::TempDir;

struct World {
    folder: TempDir,
    office: Office,
    ids: u32,
    seconds: i64,
}

impl World {
    fn new() -> World {
        let folder = TempDir::new().expect("a folder");
        let (office, _) = Office::open(&folder.path().join("store")).expect("a store");
        World {
            folder,
            office,
            ids: 0,
            seconds: 0,
        }
    }

    fn try_by(&mut self, actor: &str, command: Command) -> Result<Done, Failure> {
        self.seconds += 1;
        let now = Moment::from_timestamp(1_700_000_000 + self.seconds, 0).expect("a moment");
        let ids = &mut self.ids;
        let mut fresh = || {
            *ids += 1;
            format!("x{ids}")
        };
        self.office.execute(actor, command, now, &mut fresh)
    }

    fn run(&mut self, command: Command) -> Done {
        self.try_by("secretary", command)
            .expect("the command is carried out")
    }

    fn refused(&mut self, command: Command) -> Refusal {
        match self.try_by("secretary", command) {
            Err(Failure::Refused(refusal)) => refusal,
            other => panic!("expected a refusal, got {other:?}"),
        }
    }

    fn body(&mut self) -> BodyId {
        let quorum = Rules {
            quorum: Some(Quorum::MoreThan { of: 1, parts: 2 }),
            ..Rules::default()
        };
        let after = Body {
            name: "کمیته آزمون".into(),
            rules: vec![quorum],
            ..Body::default()
        };
        match self
            .run(Command::RecordBody { before: None, after })
            .created
            .as_slice()
        {
            [Created::Body(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn session(&mut self, body: &BodyId, ordinal: u32) -> SessionId {
        let after = Session {
            body: body.clone(),
            year: Some(1401),
            ordinal: Some(ordinal),
            date: Some(day(1401, 8, 28)),
            ..Session::default()
        };
        match self
            .run(Command::RecordSession {
                before: None,
                after: Box::new(after),
            })
            .created
            .as_slice()
        {
            [Created::Session(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    fn resolution(&mut self, session: &SessionId, text: &str, row: Option<u32>) -> ResolutionId {
        let after = Resolution {
            id: ResolutionId::in_session(session, ""),
            row,
            text: text.into(),
            ..Resolution::default()
        };
        match self
            .run(Command::RecordResolution {
                before: None,
                after: Box::new(after),
            })
            .created
            .as_slice()
        {
            [Created::Resolution(id)] => id.clone(),
            other => panic!("{other:?}"),
        }
    }

    /// So many seats of the body, in order.
    fn seats(&mut self, body: &BodyId, many: u32) -> Vec<SeatId> {
        let made = (1..=many).map(|order| {
            let after = Seat {
                body: body.clone(),
                name: format!("دستگاه {order}"),
                order,
                ..Seat::default()
            };
            match self
                .run(Command::RecordSeat { before: None, after })
                .created
                .as_slice()
            {
                [Created::Seat(id)] => id.clone(),
                other => panic!("{other:?}"),
            }
        });
        made.collect()
    }

    /// A held session on a day of 1401.
    fn session_on(&mut self, body: &BodyId, ordinal: u32, date: Day) -> SessionId {
        let id = self.session(body, ordinal);
        let before = self.view(&id).session;
        let after = Session {
            date: Some(date),
            year: Some(date.jalali().year),
            ..before.clone()
        };
        self.run(Command::RecordSession {
            before: Some(Box::new(before)),
            after: Box::new(after),
        });
        id
    }

    fn tick(&mut self, session: &SessionId, seat: &SeatId, status: Presence) {
        let mark = Attendance {
            seat: seat.clone(),
            status,
            ..Attendance::default()
        };
        self.run(Command::Tick {
            session: session.clone(),
            marks: vec![mark],
        });
    }

    fn go(&mut self, session: &SessionId, state: SessionState) -> Done {
        self.run(Command::SetState {
            session: session.clone(),
            state,
        })
    }

    fn change_body(&mut self, id: &BodyId, change: impl FnOnce(&mut Body)) {
        let bodies = read::bodies(&self.office).expect("readable");
        let before = bodies.into_iter().map(|(body, _)| body).find(|b| b.id == *id);
        let before = before.expect("a body");
        let mut after = before.clone();
        change(&mut after);
        self.run(Command::RecordBody {
            before: Some(before),
            after,
        });
    }

    fn view(&self, session: &SessionId) -> SessionView {
        *Box::new(
            read::session(&self.office, session, day(1401, 9, 1))
                .expect("readable")
                .expect("a session"),
        )
    }

    fn texts(&self, session: &SessionId) -> Vec<String> {
        self.view(session)
            .resolutions
            .into_iter()
            .map(|r| r.resolution.text)
            .collect()
    }

    fn archive(&self) -> Vec<u8> {
        write_archive(&stored_archive::whole_archive(&self.office).expect("an archive"))
    }
}

fn day(year: i32, month: u8, day: u8) -> Day {
    Day::from_jalali(year, month, day).expect("a day")
}
