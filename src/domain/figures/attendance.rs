//! Attendance: which seats were expected in which sessions, and how they were filled, per seat and per session.
//! Does not know where the ticks are kept.

use super::{Figure, FigureGroup, Held, Measure, RowsBehind, Subject, Value, len, positions};
use crate::domain::attendance::Presence;
use crate::domain::ids::{BodyId, SeatId, SessionId};
use crate::domain::seat::Seat;
use std::collections::HashMap;

/// A seat that was expected in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The position of the session in the list of held ones.
    pub session: u32,
    /// The position of the seat in the list of seats.
    pub seat: u32,
    /// How it was filled.
    pub presence: Presence,
}

/// Every seat in every session that it was expected in: the seats of the session's body that exist on
/// its day, or that its signed minutes have. A seat
/// that was ticked outside of its own dates is not expected.
pub fn marks(
    sessions: &[Held],
    seats: &[Seat],
    mut presence: impl FnMut(&SessionId, &SeatId) -> Presence,
) -> Vec<Mark> {
    let mut of_body: HashMap<&BodyId, Vec<(u32, &Seat)>> = HashMap::new();
    for (at, seat) in (0..).zip(seats) {
        of_body.entry(&seat.body).or_default().push((at, seat));
    }
    let mut marks = Vec::new();
    for (session, held) in (0..).zip(sessions) {
        for (seat, record) in of_body.get(&held.body).into_iter().flatten() {
            if held.expects(record) {
                marks.push(Mark {
                    session,
                    seat: *seat,
                    presence: presence(&held.id, &record.id),
                });
            }
        }
    }
    marks
}

/// Attendance: all together, then each seat, then each session, in the order of their lists; seats that were never
/// expected are left out. Every group has the figures of [`Measure::ATTENDANCE`].
///
/// Expected = in person + by video + by representative + excused + absent + not ticked. The rate is in person and by
/// video, of those expected that were ticked at all; the second rate has the representatives with them.
///
/// ```
/// use dabir::domain::attendance::Presence;
/// use dabir::domain::figures::{Held, Measure, Value, attendance, marks};
/// use dabir::domain::seat::Seat;
/// let seat = |id: &str| Seat { id: id.into(), ..Seat::default() };
/// let (held, seats) = ([Held::default()], [seat("a"), seat("b"), seat("c")]);
/// let presence = |_: &_, id: &dabir::domain::ids::SeatId| match id.as_str() {
///     "a" => Presence::Video,
///     "b" => Presence::Absent,
///     _ => Presence::Unticked,
/// };
/// let all = &attendance(&held, &seats, &marks(&held, &seats, presence))[0];
/// assert_eq!(all.count(Measure::Expected), 3);
/// let rate = all.figure(Measure::AttendanceRate).unwrap().value;
/// assert_eq!(rate, Value::Share { part: 1, whole: 2 });
/// ```
pub fn attendance(sessions: &[Held], seats: &[Seat], marks: &[Mark]) -> Vec<FigureGroup> {
    let mut of_seat: Vec<Vec<u32>> = vec![Vec::new(); seats.len()];
    let mut of_session: Vec<Vec<u32>> = vec![Vec::new(); sessions.len()];
    for (at, mark) in (0..).zip(marks) {
        of_seat[mark.seat as usize].push(at);
        of_session[mark.session as usize].push(at);
    }
    let expected = (0..).zip(&of_seat).filter(|(_, own)| !own.is_empty());
    let seats = expected.map(|(seat, own)| group(Subject::Seat(seat), own, marks));
    let sessions = (0..).zip(&of_session);
    let sessions = sessions.map(|(held, own)| group(Subject::Session(held), own, marks));
    let all = group(Subject::All, &positions(marks, |_| true), marks);
    std::iter::once(all).chain(seats).chain(sessions).collect()
}

fn group(subject: Subject, own: &[u32], marks: &[Mark]) -> FigureGroup {
    let which = |wanted: &[Presence]| -> Vec<u32> {
        let chosen = own.iter().copied();
        chosen
            .filter(|at| wanted.contains(&marks[*at as usize].presence))
            .collect()
    };
    let here = [Presence::Present, Presence::Video];
    let filled = [Presence::Present, Presence::Video, Presence::Represented];
    let ticked = len(own) - len(&which(&[Presence::Unticked]));
    let one = |presence| len(&which(&[presence]));
    let figure = |measure| {
        let rows = match measure {
            Measure::InPerson => which(&[Presence::Present]),
            Measure::ByVideo => which(&[Presence::Video]),
            Measure::ByRepresentative => which(&[Presence::Represented]),
            Measure::Excused => which(&[Presence::Excused]),
            Measure::Absent => which(&[Presence::Absent]),
            Measure::Unticked => which(&[Presence::Unticked]),
            Measure::AttendanceRate => which(&here),
            Measure::SeatFilledRate => which(&filled),
            _ => own.to_vec(),
        };
        let count = len(&rows);
        let share = [Measure::AttendanceRate, Measure::SeatFilledRate].contains(&measure);
        Figure {
            measure,
            value: match share {
                true => Value::Share {
                    part: count,
                    whole: ticked,
                },
                false => Value::Count(count),
            },
            parts: match share {
                true => vec![
                    ("present", one(Presence::Present)),
                    ("video", one(Presence::Video)),
                    ("represented", one(Presence::Represented)),
                    ("expected", len(own)),
                    ("unticked", one(Presence::Unticked)),
                ],
                false => Vec::new(),
            },
            rows: RowsBehind::Marks(rows),
        }
    };
    FigureGroup {
        subject,
        figures: Measure::ATTENDANCE.map(figure).into(),
    }
}
