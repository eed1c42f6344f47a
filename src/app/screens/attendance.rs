//! The roll call: one key a person, the selection goes on by itself; behind the seats the guests. Does not know who
//! may sit where (the office gives the seats of the day), nor how it is painted.

use super::roll_view::page_rows;
use super::{Tab, moved};
use crate::app::dialog::Dialog;
use crate::app::keymap::Act;
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, forms};
use crate::calendar::tehran_time;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::body::RollCall;
use crate::domain::ids::SessionId;
use crate::domain::session::{Session, SessionState};
use crate::office::command::Command;
use crate::office::query::{RollRow, SessionView};
use crate::ui::{Key, Role};

/// Rows of the roll: seats, then guests.
pub(super) fn len(view: &SessionView) -> usize {
    view.roll.len() + view.session.guests.len()
}

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let page = usize::from(page_rows(model));
    let list = &mut model.spots.of_mut(&view.session.id).roll;
    if moved(list, act, key, len(view), page) {
        return Vec::new();
    }
    let at = list.selected;
    let guest = at
        .checked_sub(view.roll.len())
        .filter(|guest| *guest < view.session.guests.len());
    match (act, view.roll.get(at), guest) {
        (Act::Mark(presence), Some(row), _) => mark(model, view, row, presence),
        (Act::Mark(Presence::Unticked), None, Some(guest)) => remove_guest(model, &view.session, guest),
        (Act::Arrived, Some(row), _) => stamp(model, view, row, Came::Late),
        (Act::Departed, Some(row), _) => stamp(model, view, row, Came::Early),
        (Act::Edit, Some(row), _) if super::may_change(model, &view.session) => model.obey(forms::mark(
            &model.context(),
            &view.session,
            row,
            row.attendance.status,
            false,
        )),
        (Act::Edit, None, Some(guest)) => model.obey(forms::guest(&view.session, Some(guest))),
        (Act::AddGuest, ..) => model.obey(forms::guest(&view.session, None)),
        (Act::MarkRest, ..) => mark_rest(model, view),
        _ => Vec::new(),
    }
}

/// Ticks the selected seat and goes on; where a name or a reason belongs to it, a small form asks for them first.
fn mark(model: &mut Model, view: &SessionView, row: &RollRow, presence: Presence) -> Vec<Effect> {
    if !super::may_change(model, &view.session) {
        return Vec::new();
    }
    if matches!(presence, Presence::Represented | Presence::Excused) {
        return model.obey(forms::mark(&model.context(), &view.session, row, presence, true));
    }
    let record = ticked(view, row, presence);
    if presence != Presence::Unticked {
        go_on(model, &view.session.id);
    }
    model.ask_for(Command::Tick {
        session: view.session.id.clone(),
        marks: vec![record],
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
fn stamp(model: &mut Model, view: &SessionView, row: &RollRow, came: Came) -> Vec<Effect> {
    if !super::may_change(model, &view.session) {
        return Vec::new();
    }
    let is_away = matches!(row.attendance.status, Presence::Absent | Presence::Excused);
    if came == Came::Early && is_away {
        let words = model.words.say("roll-not-here");
        model.say(words, Role::Warn);
        return Vec::new();
    }
    let mut mark = row.attendance.clone();
    if !mark.status.counts() {
        mark = ticked(view, row, Presence::Present);
    }
    if view.session.date != Some(model.setup.today) {
        let field = if came == Came::Late { "arrived" } else { "departed" };
        return model.obey(forms::mark_time(
            &model.context(),
            &view.session,
            row,
            mark,
            field,
        ));
    }
    let now = Some(tehran_time(model.now));
    match came {
        Came::Early => mark.departed = now,
        // Who left and comes back was not late.
        Came::Late if mark.departed.is_some() => mark.departed = None,
        Came::Late => mark.arrived = now,
    }
    model.ask_for(Command::Tick {
        session: view.session.id.clone(),
        marks: vec![mark],
    })
}

/// The roll was come to. Where everybody is present until ticked otherwise, the roll of a session that meets today
/// begins so, once. An older one that nobody ticked stays as it is: one key makes all present there.
pub(in crate::app) fn opened(model: &mut Model) -> Vec<Effect> {
    let Screen::Session(id) = model.screen().clone() else {
        return Vec::new();
    };
    let spot = model.spots.of(&id);
    let begins = model
        .books
        .session(&id)
        .is_some_and(|view| begins_now(model, view));
    if spot.tab != Tab::Attendance || spot.roll_opened || !begins {
        return Vec::new();
    }
    model.spots.of_mut(&id).roll_opened = true;
    model.ask_for(Command::OpenRoll(id))
}

fn begins_now(model: &Model, view: &SessionView) -> bool {
    let session = &view.session;
    let meets = session.state == SessionState::Running
        || session.state == SessionState::Draft && session.date == Some(model.setup.today);
    let unticked = |row: &RollRow| row.attendance.status == Presence::Unticked;
    meets
        && view.body.roll_call == RollCall::Present
        && !view.roll.is_empty()
        && view.roll.iter().all(unticked)
}

/// Puts the selection on the next row.
pub(in crate::app) fn go_on(model: &mut Model, session: &SessionId) {
    let last = model.books.session(session).map_or(0, len).saturating_sub(1);
    let list = &mut model.spots.of_mut(session).roll;
    list.selected = (list.selected + 1).min(last);
}

fn mark_rest(model: &mut Model, view: &SessionView) -> Vec<Effect> {
    let unticked = view
        .roll
        .iter()
        .filter(|row| row.attendance.status == Presence::Unticked);
    let marks: Vec<Attendance> = unticked.map(|row| ticked(view, row, Presence::Present)).collect();
    if marks.is_empty() || !super::may_change(model, &view.session) {
        return Vec::new();
    }
    model.ask_for(Command::Tick {
        session: view.session.id.clone(),
        marks,
    })
}

fn remove_guest(model: &mut Model, session: &Session, guest: usize) -> Vec<Effect> {
    let Some(who) = session.guests.get(guest) else {
        return Vec::new();
    };
    if !super::may_change(model, session) {
        return Vec::new();
    }
    let text = model
        .words
        .say_with("remove-guest", &[("name", who.name.as_str().into())]);
    let mut after = session.clone();
    after.guests.remove(guest);
    let command = Command::RecordSession {
        before: Some(Box::new(session.clone())),
        after: Box::new(after),
    };
    model.dialog = Some(Dialog::before_removing(
        &model.words,
        text,
        vec![Step::change(command)],
    ));
    Vec::new()
}
