//! The roll call: one key a person, the selection goes on by itself; behind the seats the guests. Does not know who
//! may sit where (the office gives the seats of the day), nor how it is painted.

use super::roll_view::{len, page_rows};
use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::forms;
use crate::app::keys::Act;
use crate::app::locked::locked;
use crate::app::screens::tables::moved;
use crate::app::step::Step;
use crate::calendar::tehran_time;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::RollCall;
use crate::domain::session::{InvitationAnswer, Session, SessionState};
use crate::office::command::Command;
use crate::office::query::{RollRow, SessionView};
use crate::ui::{Key, ListState, Role};

pub(super) fn act(
    context: &Context,
    view: &SessionView,
    list: &mut ListState,
    answering: bool,
    (act, key): (Act, Key),
) -> Vec<Step> {
    let page = usize::from(page_rows(context));
    if moved(list, act, key, len(view), page) {
        return Vec::new();
    }
    let at = list.selected;
    let guest = at
        .checked_sub(view.roll.len())
        .filter(|guest| *guest < view.session.guests.len());
    match (act, view.roll.get(at), guest) {
        (Act::Mark(presence), Some(row), _) if answering => answer(view, row, list, presence),
        (Act::Mark(presence), Some(row), _) => mark(context, view, row, list, presence),
        (Act::Mark(Presence::Unticked), None, Some(guest)) => remove_guest(context, &view.session, guest),
        (Act::MarkRest | Act::Arrived | Act::Departed, ..) if answering => {
            vec![Step::Say(context.words.say("roll-answers-only"), Role::Warn)]
        }
        (Act::Arrived, Some(row), _) => stamp(context, view, row, Came::Late),
        (Act::Departed, Some(row), _) => stamp(context, view, row, Came::Early),
        (Act::Edit, Some(row), _) => forms::mark(context, &view.session, row, row.attendance.status, false),
        (Act::Edit, None, Some(guest)) => forms::guest(&view.session, Some(guest)),
        (Act::AddGuest, ..) => forms::guest(&view.session, None),
        (Act::MarkRest, ..) => mark_rest(view),
        _ => Vec::new(),
    }
}

/// Ticks the selected seat and goes on; where a name or a reason belongs to it, a small form asks for them first.
fn mark(
    context: &Context,
    view: &SessionView,
    row: &RollRow,
    list: &mut ListState,
    presence: Presence,
) -> Vec<Step> {
    if let Some(step) = locked(&view.session) {
        return vec![step];
    }
    if matches!(presence, Presence::Represented | Presence::Excused) {
        return forms::mark(context, &view.session, row, presence, true);
    }
    let record = ticked(view, row, presence);
    if presence != Presence::Unticked {
        go_on(list, Some(view));
    }
    vec![tick(view, vec![record])]
}

/// Records what was answered to the invitation.
fn answer(view: &SessionView, row: &RollRow, list: &mut ListState, presence: Presence) -> Vec<Step> {
    let answer = match presence {
        // Nobody is absent before the session: who will not come is asked why.
        Presence::Represented | Presence::Excused | Presence::Absent => {
            let asked = match presence {
                Presence::Represented => Presence::Represented,
                _ => Presence::Excused,
            };
            return forms::invitation_answer(&view.session, row, asked);
        }
        Presence::Unticked => None,
        coming => Some(InvitationAnswer {
            coming,
            ..InvitationAnswer::default()
        }),
    };
    if answer.is_some() {
        go_on(list, Some(view));
    }
    vec![Step::change(Command::RecordAnswers {
        session: view.session.id.clone(),
        answers: vec![(row.seat.id.clone(), answer)],
    })]
}

fn tick(view: &SessionView, marks: Vec<Attendance>) -> Step {
    Step::change(Command::Tick {
        session: view.session.id.clone(),
        marks,
    })
}

/// The seat's record with another status. What is only said of a represented or excused seat goes with that status.
fn ticked(view: &SessionView, row: &RollRow, presence: Presence) -> Attendance {
    Attendance {
        session: view.session.id.clone(),
        seat: row.seat.id.clone(),
        status: presence,
        representative: None,
        reason: None,
        ..row.attendance.clone()
    }
}

/// What the clock is asked about a seat.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    /// Somebody comes late, or back.
    Late,
    /// Somebody leaves before the end.
    Early,
}

/// Notes that somebody comes or leaves now; the selection stays, so that the time can be edited. Of a session of another
/// day the clock knows nothing: the form asks.
fn stamp(context: &Context, view: &SessionView, row: &RollRow, came: Came) -> Vec<Step> {
    if let Some(step) = locked(&view.session) {
        return vec![step];
    }
    let is_away = matches!(row.attendance.status, Presence::Absent | Presence::Excused);
    if came == Came::Early && is_away {
        return vec![Step::Say(context.words.say("roll-not-here"), Role::Warn)];
    }
    let mut mark = row.attendance.clone();
    if !mark.status.counts() {
        mark = ticked(view, row, Presence::Present);
    }
    if view.session.date != Some(context.setup.today) {
        let field = if came == Came::Late { "arrived" } else { "departed" };
        return forms::mark_time(context, &view.session, row, mark, field);
    }
    let now = tehran_time(context.now);
    let mark = match came {
        Came::Early => mark.leave(now),
        Came::Late => mark.come(now),
    };
    vec![tick(view, vec![mark])]
}

/// Whether the roll of a session that meets begins by the custom of its body: nobody was ticked yet.
pub(super) fn begins_now(context: &Context, view: &SessionView) -> bool {
    let session = &view.session;
    let meets = session.state == SessionState::Running
        || session.state == SessionState::Draft && session.date == Some(context.setup.today);
    let unticked = |row: &RollRow| row.attendance.status == Presence::Unticked;
    meets
        && view.body.roll_call == RollCall::Present
        && !view.roll.is_empty()
        && view.roll.iter().all(unticked)
}

/// Puts the selection on the next row of the roll.
pub(super) fn go_on(roll: &mut ListState, view: Option<&SessionView>) {
    let last = view.map_or(0, len).saturating_sub(1);
    roll.selected = (roll.selected + 1).min(last);
}

/// Makes all present that are not ticked yet.
fn mark_rest(view: &SessionView) -> Vec<Step> {
    let unticked = view
        .roll
        .iter()
        .filter(|row| row.attendance.status == Presence::Unticked);
    let marks: Vec<Attendance> = unticked.map(|row| ticked(view, row, Presence::Present)).collect();
    if marks.is_empty() {
        return Vec::new();
    }
    if let Some(step) = locked(&view.session) {
        return vec![step];
    }
    vec![tick(view, marks)]
}

fn remove_guest(context: &Context, session: &Session, guest: usize) -> Vec<Step> {
    let Some(who) = session.guests.get(guest) else {
        return Vec::new();
    };
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let text = context
        .words
        .say_with("remove-guest", &[("name", who.name.as_str().into())]);
    let mut after = session.clone();
    after.guests.remove(guest);
    let command = Command::RecordSession {
        before: Some(Box::new(session.clone())),
        after: Box::new(after),
    };
    let then = vec![Step::change(command)];
    vec![Step::Question(Dialog::before_removing(context.words, text, then))]
}
