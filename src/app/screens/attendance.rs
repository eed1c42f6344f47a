//! The roll call: one key a person, the selection goes on by itself; behind the seats the guests. Does not know who
//! may sit where; the office gives the seats of the day.

use super::{moved, settled, table_of};
use crate::app::dialog::{Dialog, Then};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, forms, frame, say};
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::office::command::Command;
use crate::office::query::{RollRow, SessionView};
use crate::ui::{Area, Canvas, Key, ListState, Origin, Piece, Role, Table, TableCell, sentence};

/// Rows of the bar above the list: the count, and a blank.
const BAR: u16 = 2;

fn len(view: &SessionView) -> usize {
    view.roll.len() + view.session.guests.len()
}

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let page = usize::from(Table::body_rows(frame::body(model).rows.saturating_sub(BAR)));
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
        (Act::Edit, Some(row), _) if super::may_change(model, &view.session) => {
            forms::mark(model, &view.session, row, row.attendance.status, false)
        }
        (Act::Edit, None, Some(guest)) => forms::guest(model, &view.session, Some(guest)),
        (Act::AddGuest, ..) => forms::guest(model, &view.session, None),
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
        return forms::mark(model, &view.session, row, presence, true);
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
        Then::Do(Box::new(command)),
    ));
    Vec::new()
}

/// The words by which each row of the roll is found.
pub(in crate::app) fn roll_texts(model: &Model) -> Vec<String> {
    let Some(view) = shown(model) else {
        return Vec::new();
    };
    let seats = view
        .roll
        .iter()
        .map(|row| format!("{} {}", row.seat.name, holder(view, row)));
    seats
        .chain(view.session.guests.iter().map(|guest| guest.name.clone()))
        .collect()
}

/// Selects a row of the roll.
pub(in crate::app) fn select_roll_row(model: &mut Model, row: usize) {
    if let Some(id) = shown(model).map(|view| view.session.id.clone()) {
        model.spots.of_mut(&id).roll.selected = row;
    }
}

fn shown(model: &Model) -> Option<&SessionView> {
    match super::below_form(model) {
        Screen::Session(id) => model.books.session(id),
        _ => None,
    }
}

/// The one who sits there: as recorded for this session, else the seat's holder of the day.
fn holder<'v>(view: &SessionView, row: &'v RollRow) -> &'v str {
    let held = || {
        row.seat
            .holder_on(view.session.date)
            .map(|holder| holder.name.as_str())
    };
    row.attendance.person.as_deref().or_else(held).unwrap_or_default()
}

const NUMBER: u16 = 3;
const PRESENCE: u16 = 15;
/// From so many columns on what is said of a presence has a column of its own.
const WIDE: u16 = 110;

/// A body whose holders are not known by name has no column for them.
fn has_names(view: &SessionView) -> bool {
    !view.session.guests.is_empty() || view.roll.iter().any(|row| !holder(view, row).is_empty())
}

fn table(model: &Model, view: &SessionView) -> Table {
    let columns = model.setup.columns;
    if !has_names(view) {
        let rest = Table::left_for_one_more(columns, &[NUMBER, 0]);
        let seat = rest * 3 / 5;
        let heads = [
            ("column-number", NUMBER),
            ("column-seat", seat),
            ("column-presence", rest - seat),
        ];
        return table_of(model, &heads, 1, false);
    }
    if columns >= WIDE {
        let rest = Table::left_for_one_more(columns, &[NUMBER, PRESENCE, 0, 0]);
        let (seat, person) = (rest * 2 / 5, rest / 4);
        let heads = [
            ("column-number", NUMBER),
            ("column-seat", seat),
            ("column-person", person),
            ("column-presence", PRESENCE),
            ("column-remark", rest - seat - person),
        ];
        return table_of(model, &heads, 1, false);
    }
    let rest = Table::left_for_one_more(columns, &[NUMBER, 0, 0]);
    let (seat, person) = (rest * 2 / 5, rest / 4);
    let heads = [
        ("column-number", NUMBER),
        ("column-seat", seat),
        ("column-person", person),
        ("column-presence", rest - seat - person),
    ];
    table_of(model, &heads, 1, false)
}

fn cells(model: &Model, view: &SessionView, row: usize) -> Vec<TableCell> {
    let words = &model.words;
    let number = vec![Piece::ours(words.number(row + 1)).role(Role::Faint)];
    if let Some(seat) = view.roll.get(row) {
        let (status, role) = say::presence(words, seat.attendance.status);
        let remark = remark(model, &seat.attendance);
        let parts: Vec<&str> = [&status, &remark]
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let mut cells = vec![number, vec![Piece::stored(seat.seat.name.clone())]];
        if has_names(view) {
            cells.push(vec![Piece::stored(holder(view, seat))]);
        }
        if has_names(view) && model.setup.columns >= WIDE {
            cells.push(vec![Piece::ours(status).role(role)]);
            cells.push(vec![Piece::ours(remark)]);
        } else {
            cells.push(vec![Piece::ours(parts.join(" · ")).role(role)]);
        }
        return cells;
    }
    let Some(guest) = view.session.guests.get(row - view.roll.len()) else {
        return Vec::new();
    };
    vec![
        number,
        vec![Piece::stored(guest.post.clone().unwrap_or_default())],
        vec![Piece::stored(guest.name.clone())],
        vec![Piece::ours(words.say("presence-guest")).role(Role::Faint)],
    ]
}

/// Who stood in, why, from when until when.
fn remark(model: &Model, attendance: &Attendance) -> String {
    let words = &model.words;
    let person = attendance.representative.as_ref();
    let name = person.and_then(|person| person.name.clone());
    let post = person.and_then(|person| person.post.clone());
    let arrived = attendance
        .arrived
        .map(|at| words.say_with("remark-arrived", &[("time", words.time(at).into())]));
    let departed = attendance
        .departed
        .map(|at| words.say_with("remark-departed", &[("time", words.time(at).into())]));
    let parts =
        [name, post, attendance.reason.clone()].map(|part| part.map(|text| crate::text::isolate(&text)));
    let parts: Vec<String> = parts.into_iter().chain([arrived, departed]).flatten().collect();
    parts.join(" · ")
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let mut state = settled(model, &table(model, view), *list, len(view), |_| Vec::new());
    let rows = Table::body_rows(frame::body(model).rows.saturating_sub(BAR));
    state.settle(len(view), rows, |_| 1);
    *list = state;
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    if len(view) == 0 {
        return sentence(canvas, area, &model.words.say("roll-empty"), Role::Faint);
    }
    paint_bar(model, view, canvas, area);
    table(model, view).paint(canvas, area.below(BAR), list, len(view), |row| {
        cells(model, view, row)
    });
}

/// Present against needed: a bar with a mark where the quorum lies, and the numbers.
fn paint_bar(model: &Model, view: &SessionView, canvas: &mut Canvas, area: Area) {
    let words = &model.words;
    let tally = &view.tally;
    let enough = view.quorum.is_none_or(|needed| tally.counting() >= needed);
    let (role, verdict) = match (view.quorum, enough) {
        (None, _) => (Role::Plain, String::new()),
        (Some(_), true) => (Role::Good, words.say("quorum-reached")),
        (Some(_), false) => (Role::Bad, words.say("quorum-missing")),
    };
    let args = [
        ("present", tally.counting().into()),
        ("seats", tally.seats.into()),
        ("needed", view.quorum.unwrap_or(0).into()),
    ];
    let count = words.say_with(
        if view.quorum.is_some() {
            "roll-count-quorum"
        } else {
            "roll-count"
        },
        &args,
    );
    let mut column = 1;
    let style = canvas.style(Role::Strong);
    column += canvas.text(column, area.row, area.columns, &count, Origin::Ours, style) + 2;
    column += paint_gauge(
        canvas,
        column,
        area.row,
        tally.counting(),
        tally.seats,
        view.quorum,
        role,
    ) + 2;
    let style = canvas.style(role);
    column += canvas.text(column, area.row, area.columns, &verdict, Origin::Ours, style) + 2;
    let rest = words.say_with("roll-unticked", &[("count", tally.unticked().into())]);
    let style = canvas.style(Role::Faint);
    let room = area.columns.saturating_sub(column + 1);
    if tally.unticked() > 0 && model.look.width(&rest, Origin::Ours) <= room {
        canvas.text_at_end(column, area.row, room, &rest, Origin::Ours, style);
    }
}

const GAUGE: u16 = 20;

/// A bar of the seats: those that count, the rest, and a mark at the quorum; returns the columns it fills.
fn paint_gauge(
    canvas: &mut Canvas,
    column: u16,
    row: u16,
    counted: u32,
    seats: u32,
    needed: Option<u32>,
    role: Role,
) -> u16 {
    let place =
        |count: u32| u16::try_from(count.min(seats) * u32::from(GAUGE) / seats.max(1)).unwrap_or(GAUGE);
    let (full, faint) = (canvas.style(role), canvas.style(Role::Faint));
    canvas.rule(column, row, GAUGE, '─', faint);
    canvas.rule(column, row, place(counted), '━', full);
    if let Some(needed) = needed.filter(|needed| *needed > 0) {
        let strong = canvas.style(Role::Strong);
        canvas.put(column + place(needed).clamp(1, GAUGE) - 1, row, '┃', strong);
    }
    GAUGE
}

/// The selected seat in full, where its cell had to be cut.
pub(super) fn note(model: &Model, view: &SessionView, list: &ListState) -> Option<(String, Role)> {
    let row = view.roll.get(list.selected)?;
    let remark = remark(model, &row.attendance);
    let args = [
        ("seat", row.seat.name.as_str().into()),
        ("remark", remark.as_str().into()),
    ];
    let id = if remark.is_empty() {
        "roll-note"
    } else {
        "roll-note-remark"
    };
    Some((model.words.say_with(id, &args), Role::Faint))
}
