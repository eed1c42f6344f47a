//! The list of sessions, latest first. Does not know what is in a session.

use super::{Tab, moved, settled, table_of, table_rows};
use crate::app::books::Sessions;
use crate::app::dialog::Dialog;
use crate::app::keymap::Act;
use crate::app::step::{Step, To};
use crate::app::{Effect, Model, Preparing, Screen, clocks, forms, frame, say};
use crate::domain::clocks::Clock;
use crate::domain::ids::SessionId;
use crate::office::command::Command;
use crate::office::query::{Query, SessionRow};
use crate::ui::{Area, Canvas, Key, Origin, Piece, Role, Table, TableCell, sentence};

/// The session that is selected.
pub(in crate::app) fn selected_session(model: &Model) -> Option<&SessionRow> {
    let spot = &model.spots.sessions;
    model
        .books
        .session_rows()
        .get(*spot.shown.get(spot.list.selected)?)
}

/// So many sessions are asked for at first.
const FIRST_SESSIONS: usize = 100;

/// The question for the list as it is: its first rows, or all once they were asked for.
pub(in crate::app) fn sessions_query(known: Option<&Sessions>) -> Query {
    match known {
        Some(known) if known.asked_for_all && known.rows.len() > FIRST_SESSIONS => Query::Sessions,
        _ => Query::LatestSessions {
            limit: FIRST_SESSIONS,
        },
    }
}

/// Asks for all sessions, where only the first ones are at hand: the others are looked through or come near.
pub(in crate::app) fn all_sessions(model: &mut Model) -> Vec<Effect> {
    match &mut model.books.sessions {
        Some(sessions) if !sessions.asked_for_all => {
            sessions.asked_for_all = true;
            vec![Effect::Ask(Query::Sessions)]
        }
        _ => Vec::new(),
    }
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    let (len, page) = (model.spots.sessions.shown.len(), usize::from(table_rows(model)));
    if moved(&mut model.spots.sessions.list, act, key, len, page) {
        let is_near_end = model.spots.sessions.list.selected + 2 * page >= len;
        return if is_near_end {
            all_sessions(model)
        } else {
            Vec::new()
        };
    }
    if act == Act::Add {
        return add(model);
    }
    let Some(row) = selected_session(model).cloned() else {
        return Vec::new();
    };
    let id = row.session.id.clone();
    match act {
        Act::Open => open_session(model, id),
        Act::Tab(number) => {
            let tab = Tab::ALL.get(usize::from(number)).copied().unwrap_or_default();
            model.spots.of_mut(&id).tab = tab;
            open_session(model, id)
        }
        Act::Edit => model.obey(forms::edit_session(&model.context(), row.session)),
        Act::Remove => remove(model, &row),
        Act::SetState => model.obey(super::session::ask_state(&model.context(), &row.session)),
        _ => Vec::new(),
    }
}

/// Opens a session, where one was in it.
pub(in crate::app) fn open_session(model: &mut Model, id: SessionId) -> Vec<Effect> {
    model.open(Screen::Session(id))
}

/// Begins a new session of the only body, or asks of which one.
pub(in crate::app) fn add(model: &mut Model) -> Vec<Effect> {
    let Some(bodies) = model.books.bodies.as_deref() else {
        model.preparing = Some(Preparing::ForSomeBody);
        return Vec::new();
    };
    let selected = selected_session(model).map(|row| row.session.body.clone());
    let at = bodies
        .iter()
        .position(|(body, _)| Some(&body.id) == selected.as_ref())
        .unwrap_or(0);
    match bodies {
        [] => {
            let words = model.words.say("sessions-no-body");
            model.say(words, Role::Warn);
            model.obey(forms::new_body(&model.context()))
        }
        [(body, _)] => {
            let id = body.id.clone();
            model.obey(vec![Step::Open(To::NewSession(id))])
        }
        many => {
            let answers = many
                .iter()
                .map(|(body, _)| {
                    (
                        body.name.clone(),
                        vec![Step::Open(To::NewSession(body.id.clone()))],
                    )
                })
                .collect();
            let title = model.words.say("new-session-body");
            model.dialog = Some(Dialog {
                title,
                text: String::new(),
                answers,
                at,
                is_unforeseen: false,
            });
            Vec::new()
        }
    }
}

fn remove(model: &mut Model, row: &SessionRow) -> Vec<Effect> {
    if !super::may_change(model, &row.session) {
        return Vec::new();
    }
    let name = say::session_name(&model.words, &row.session, &row.body);
    let args = [("session", name.into()), ("resolutions", row.resolutions.into())];
    let text = model.words.say_with("remove-session", &args);
    let command = Command::RemoveSession(row.session.id.clone());
    model.dialog = Some(Dialog::before_removing(
        &model.words,
        text,
        vec![Step::change(command)],
    ));
    Vec::new()
}

/// Columns of the counts of open and of overdue ones.
const COUNT: u16 = 4;
/// From so many columns on the place and the chair are shown too, from so many the weekday.
const WIDE: u16 = 104;
const WITH_WEEKDAY: u16 = 76;

fn table(model: &Model) -> Table {
    let (date, state) = if model.setup.columns < WITH_WEEKDAY {
        (10, 9)
    } else {
        (20, 14)
    };
    let end = [
        ("column-state", state),
        ("column-open", COUNT),
        ("column-overdue", COUNT),
    ];
    let is_wide = model.setup.columns >= WIDE;
    // On a wide screen three columns share what is left, and so there are two more gaps.
    let others: &[u16] = if is_wide {
        &[date, state, COUNT, COUNT, 0, 0]
    } else {
        &[date, state, COUNT, COUNT]
    };
    let rest = Table::left_for_one_more(model.setup.columns, others);
    let mut heads = vec![("column-date", date)];
    if is_wide {
        let (name, place) = (rest / 2, rest / 4);
        heads.extend([
            ("column-session", name),
            ("column-place", place),
            ("column-chair", rest - name - place),
        ]);
    } else {
        heads.push(("column-session", rest));
    }
    heads.extend(end);
    table_of(model, &heads, 1, false)
}

fn cells(model: &Model, row: usize) -> Vec<TableCell> {
    let words = &model.words;
    let shown = model.spots.sessions.shown.get(row);
    let Some(row) = shown.and_then(|&row| model.books.session_rows().get(row)) else {
        return Vec::new();
    };
    let session = &row.session;
    let weekday = model.setup.columns >= WITH_WEEKDAY;
    let date = match session.date {
        Some(day) if weekday => say::day_long(words, day),
        Some(day) => words.day(day),
        None => words.say("day-unknown"),
    };
    let name = say::session_name(words, session, &row.body);
    let state_role = if session.state.is_open() {
        Role::Plain
    } else {
        Role::Faint
    };
    let mut cells = vec![
        vec![Piece::ours(date)],
        vec![Piece::ours(name).role(Role::Strong)],
    ];
    if model.setup.columns >= WIDE {
        cells.push(vec![Piece::stored(session.place.clone().unwrap_or_default())]);
        cells.push(vec![Piece::stored(session.chair.clone().unwrap_or_default())]);
    }
    let state = say::state(words, session.state);
    cells.push(vec![match near_clock(row).filter(|_| weekday) {
        Some(clock) => {
            let marked = words.say_with("state-with-clock", &[("state", state.into())]);
            Piece::ours(marked).role(clocks::short(words, clock).1)
        }
        None => Piece::ours(state).role(state_role),
    }]);
    cells.push(vec![count(model, row.open, Role::Plain)]);
    cells.push(vec![count(model, row.overdue, Role::Late)]);
    cells
}

/// The legal clock of a session, where it is late or nearly so.
fn near_clock(row: &SessionRow) -> Option<&Clock> {
    row.clock.as_ref().filter(|clock| clock.presses(clocks::NEAR))
}

/// The legal clock of the selected session.
pub(super) fn note(model: &Model) -> Option<(String, Role)> {
    let clock = selected_session(model)?.clock.as_ref()?;
    Some(clocks::sentence(&model.words, clock))
}

/// A number that is only worth a look when there is something to count.
fn count(model: &Model, number: u32, role: Role) -> Piece {
    match number {
        0 => Piece::ours("·").role(Role::Faint),
        _ => Piece::ours(model.words.number(number)).role(role),
    }
}

pub(super) fn settle(model: &mut Model) {
    let list = model.spots.sessions.list;
    let len = model.spots.sessions.shown.len();
    model.spots.sessions.list = settled(model, &table(model), list, len, |_| Vec::new());
}

pub(super) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    let spot = &model.spots.sessions;
    if model.books.sessions.is_none() {
        return sentence(canvas, area, &model.words.say("reading"), Role::Faint);
    }
    if spot.shown.is_empty() {
        let id = if spot.filter.is_empty() {
            "sessions-empty"
        } else {
            "find-nothing"
        };
        return sentence(canvas, area, &model.words.say(id), Role::Plain);
    }
    table(model).paint(canvas, area, &spot.list, spot.shown.len(), |row| {
        cells(model, row)
    });
}

/// What all sessions amount to, in the row under the head.
pub(super) fn view_sum(model: &Model, canvas: &mut Canvas, row: u16) {
    let Some(sessions) = &model.books.sessions else {
        return;
    };
    let (open, overdue) = sessions.total.unwrap_or_default();
    let args = [
        ("sessions", sessions.count.into()),
        ("open", open.into()),
        ("overdue", overdue.into()),
    ];
    let id = match sessions.total {
        Some(_) => "sessions-sum",
        None => "sessions-count",
    };
    let text = model.words.say_with(id, &args);
    let columns = frame::body(model).columns.saturating_sub(2);
    let faint = canvas.style(Role::Faint);
    canvas.text(1, row, columns, &text, Origin::Ours, faint);
    let today = say::day_long(&model.words, model.setup.today);
    let used = model.look.width(&text, Origin::Ours) + 3;
    canvas.text_at_end(
        1 + used,
        row,
        columns.saturating_sub(used),
        &today,
        Origin::Ours,
        faint,
    );
}
