//! What minutes still lack before they can be signed. Changes nothing, and forbids nothing: the chair decides.
//! Does not know the sentences; the records are given.

use super::attendance::{Attendance, Presence};
use super::ids::{ResolutionId, SeatId};
use super::resolution::{ClauseState, Resolution};
use super::session::{AgendaItem, AgendaKind, Note, Session, SessionState};
use super::wording;
use crate::calendar::TimeOfDay;

/// What a closing check looks at.
#[derive(Clone, Debug)]
pub struct Minutes<'a> {
    /// The head.
    pub session: &'a Session,
    /// One record for each seat of the day, unticked where there is none.
    pub roll: Vec<&'a Attendance>,
    /// Seats needed; none where the body has no rule.
    pub quorum: Option<u32>,
    /// Notes in order.
    pub notes: &'a [Note],
    /// Resolutions in order.
    pub resolutions: Vec<&'a Resolution>,
    /// Names of those who are to act that may be slips.
    pub near_names: &'a [NearName],
}

/// The name of one who is to act that is nearly that of a known organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearName {
    /// The resolution.
    pub resolution: ResolutionId,
    /// As written.
    pub written: String,
    /// The known name.
    pub known: String,
}

/// Something that is missing, and what it points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The session has no day.
    Date,
    /// Nobody is named who presided.
    Chair,
    /// Nobody is named who was secretary.
    Secretary,
    /// A seat was not ticked.
    Tick(SeatId),
    /// The one who stood in is not named.
    Representative(SeatId),
    /// Fewer seats were filled than the quorum needs.
    Quorum {
        /// Seats that count.
        present: u32,
        /// Seats needed.
        needed: u32,
    },
    /// With this departure the quorum was lost while the session went on.
    QuorumLost {
        /// The departure.
        at: TimeOfDay,
        /// Seats left that count.
        present: u32,
        /// Seats needed.
        needed: u32,
    },
    /// An item of the agenda, from 1, has neither a note nor a resolution.
    AgendaItem(u32),
    /// A resolution without a row number, where others have one.
    Row(ResolutionId),
    /// Row numbers leave some out: this resolution follows upon `after`.
    RowGap {
        /// The resolution behind the gap.
        resolution: ResolutionId,
        /// The row before the gap; 0 at the start.
        after: u32,
    },
    /// A row number that stands before.
    RowRepeated(ResolutionId),
    /// Nobody is to act.
    Responsible(ResolutionId),
    /// No time is set.
    Deadline(ResolutionId),
    /// Some clauses say who is to act; this one does not, and the resolution names nobody either.
    ClauseResponsible(ResolutionId, String),
    /// Some clauses have a time; this one has none, and the resolution has none either.
    ClauseDeadline(ResolutionId, String),
    /// The name of one who is to act may be a slip.
    NearName(NearName),
}

/// Everything that is missing: the head, the roll, the agenda, then the resolutions in their order.
///
/// ```
/// use dabir::domain::closing::{Minutes, Missing, missing};
/// use dabir::domain::session::Session;
/// let session = Session { chair: Some("مهرداد کیانی".into()), ..Session::default() };
/// let minutes = Minutes { session: &session, roll: vec![], quorum: None, notes: &[], resolutions: vec![], near_names: &[] };
/// assert_eq!(missing(&minutes), [Missing::Date, Missing::Secretary]);
/// ```
pub fn missing(minutes: &Minutes) -> Vec<Missing> {
    let mut found = of_head(minutes.session);
    found.extend(of_roll(minutes));
    found.extend(of_agenda(minutes));
    found.extend(of_rows(&minutes.resolutions));
    found.extend(minutes.resolutions.iter().flat_map(|r| of_resolution(r)));
    found.extend(minutes.near_names.iter().cloned().map(Missing::NearName));
    found
}

fn of_head(session: &Session) -> Vec<Missing> {
    let is_named = |name: &Option<String>| name.as_deref().is_some_and(|n| !n.trim().is_empty());
    let checks = [
        (session.date.is_some(), Missing::Date),
        (is_named(&session.chair), Missing::Chair),
        (is_named(&session.secretary), Missing::Secretary),
    ];
    checks
        .into_iter()
        .filter(|(there, _)| !there)
        .map(|(_, missing)| missing)
        .collect()
}

fn of_roll(minutes: &Minutes) -> Vec<Missing> {
    let mut found = Vec::new();
    for mark in &minutes.roll {
        match mark.status {
            Presence::Unticked => found.push(Missing::Tick(mark.seat.clone())),
            Presence::Represented if !is_someone_named(mark) => {
                found.push(Missing::Representative(mark.seat.clone()));
            }
            _ => {}
        }
    }
    found.extend(minutes.quorum.and_then(|needed| of_quorum(minutes, needed)));
    found
}

fn is_someone_named(mark: &Attendance) -> bool {
    let named = |text: &Option<String>| text.as_deref().is_some_and(|t| !t.trim().is_empty());
    mark.representative
        .as_ref()
        .is_some_and(|who| named(&who.name) || named(&who.post))
}

/// Too few seats from the start, or else the first departure before the end that left too few.
fn of_quorum(minutes: &Minutes, needed: u32) -> Option<Missing> {
    let counting: Vec<&Attendance> = minutes
        .roll
        .iter()
        .filter(|m| m.status.counts())
        .copied()
        .collect();
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let present = number(counting.len());
    if present < needed {
        return Some(Missing::Quorum { present, needed });
    }
    let end = minutes.session.end;
    let during = |at: &TimeOfDay| end.is_none_or(|end| *at < end);
    let mut departures: Vec<TimeOfDay> = counting
        .iter()
        .flat_map(|m| m.departures())
        .filter(during)
        .collect();
    departures.sort_unstable();
    departures.into_iter().find_map(|at| {
        // Who comes later is not counted as missing: the quorum was there and was lost by those who went.
        // Who left for a break and came back before its end left nobody without a quorum.
        let resumed = minutes.session.resumed(at);
        let is_there =
            |m: &&&Attendance| m.counts_at(resumed) || m.arrived.is_some_and(|arrived| arrived > resumed);
        let present = number(counting.iter().filter(is_there).count());
        (present < needed).then_some(Missing::QuorumLost { at, present, needed })
    })
}

fn of_agenda(minutes: &Minutes) -> impl Iterator<Item = Missing> {
    undiscussed(minutes).into_iter().map(Missing::AgendaItem)
}

/// The items, from 1, that nobody spoke or decided on and of which no result is recorded. The review of open resolutions
/// is its own record, and where there is one item only, everything belongs to it.
pub fn undiscussed(minutes: &Minutes) -> Vec<u32> {
    let agenda = &minutes.session.agenda;
    let has_content = !minutes.notes.is_empty() || !minutes.resolutions.is_empty();
    if agenda.len() == 1 && has_content {
        return Vec::new();
    }
    let of_note = |r: &&Resolution| {
        let note = r.from_note.as_ref()?;
        minutes.notes.iter().find(|n| n.id == *note)?.agenda_item
    };
    let by_notes = minutes.notes.iter().filter_map(|n| n.agenda_item);
    let by_resolutions = minutes
        .resolutions
        .iter()
        .filter_map(|r| r.agenda_item.or_else(|| of_note(r)));
    let touched: Vec<u32> = by_notes.chain(by_resolutions).collect();
    let is_open = |item: &AgendaItem| item.kind == AgendaKind::Ordinary && item.result.is_none();
    let items = (1u32..).zip(agenda).filter(|(_, item)| is_open(item));
    items
        .map(|(number, _)| number)
        .filter(|number| !touched.contains(number))
        .collect()
}

/// The items that a session that was held left undiscussed. Minutes that tell nothing by their items, as imported ones
/// often do, say nothing of it.
pub fn left_undiscussed(minutes: &Minutes) -> Vec<u32> {
    let session = minutes.session;
    let of_items = minutes.notes.iter().any(|note| note.agenda_item.is_some())
        || minutes.resolutions.iter().any(|one| one.agenda_item.is_some())
        || session.agenda.iter().any(|item| item.result.is_some())
        || !session.item_times.is_empty();
    let is_over = matches!(session.state, SessionState::Draft | SessionState::Final);
    if !is_over || !of_items {
        return Vec::new();
    }
    let talked = |number: &u32| session.item_times.iter().any(|time| time.item == *number);
    let mut left = undiscussed(minutes);
    left.retain(|number| !talked(number));
    left
}

/// Rows in the order of their numbers; where no resolution has one, the session does without them.
fn of_rows(resolutions: &[&Resolution]) -> Vec<Missing> {
    let mut numbered: Vec<(u32, &Resolution)> =
        resolutions.iter().filter_map(|r| Some((r.row?, *r))).collect();
    if numbered.is_empty() {
        return Vec::new();
    }
    let bare = resolutions.iter().filter(|r| r.row.is_none());
    let mut found: Vec<Missing> = bare.map(|r| Missing::Row(r.id.clone())).collect();
    numbered.sort_by_key(|(row, _)| *row);
    let mut last = 0;
    for (row, resolution) in numbered {
        let resolution = resolution.id.clone();
        if row == last {
            found.push(Missing::RowRepeated(resolution));
        } else if row > last + 1 {
            found.push(Missing::RowGap {
                resolution,
                after: last,
            });
        }
        last = row;
    }
    found
}

fn of_resolution(resolution: &Resolution) -> Vec<Missing> {
    let id = &resolution.id;
    let letters: Vec<String> = wording::clauses(&resolution.text)
        .into_iter()
        .map(|clause| clause.letter)
        .collect();
    let without = |has: fn(&ClauseState) -> bool| -> Vec<String> {
        let lacks = |letter: &&String| !resolution.clauses.get(*letter).is_some_and(has);
        letters.iter().filter(lacks).cloned().collect()
    };
    let mut found = Vec::new();
    if resolution.responsible.is_empty() {
        let lacking = without(|state| !state.responsible.is_empty());
        if lacking.len() == letters.len() {
            found.push(Missing::Responsible(id.clone()));
        } else {
            found.extend(
                lacking
                    .into_iter()
                    .map(|l| Missing::ClauseResponsible(id.clone(), l)),
            );
        }
    }
    if resolution.deadline.is_none() {
        let lacking = without(|state| state.deadline.is_some());
        if lacking.len() == letters.len() {
            found.push(Missing::Deadline(id.clone()));
        } else {
            found.extend(
                lacking
                    .into_iter()
                    .map(|l| Missing::ClauseDeadline(id.clone(), l)),
            );
        }
    }
    found
}

#[cfg(test)]
mod tests;
