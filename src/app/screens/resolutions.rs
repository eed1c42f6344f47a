//! The resolutions of a session as the office knows them: row, subject and text, deadline, responsible, status.
//! Does not know how one is edited.

use super::{moved, settled, table_of, table_rows};
use crate::app::dialog::{Dialog, Then};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, forms, say, sentences};
use crate::domain::resolution::{Resolution, Status};
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionView};
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let session = &view.session;
    let rows = &view.resolutions;
    let list = model.spots.of(&session.id).resolutions;
    let table = table(model);
    let page = list.fitting(rows.len(), table_rows(model), |row| {
        table.height(&model.look, &cells_at(model, rows, row))
    });
    let list = &mut model.spots.of_mut(&session.id).resolutions;
    if moved(list, act, key, rows.len(), page) {
        return Vec::new();
    }
    match (act, rows.get(list.selected)) {
        (Act::Add, _) => forms::new_resolution(model, session),
        (Act::Renumber, Some(_)) => ask_renumber(model, view),
        (Act::MoveUp, Some(row)) => shift(model, view, &row.resolution, -1),
        (Act::MoveDown, Some(row)) => shift(model, view, &row.resolution, 1),
        (act, Some(row)) => act_on(model, row, act),
        _ => Vec::new(),
    }
}

/// What can be asked of one resolution, wherever it is shown.
pub(super) fn act_on(model: &mut Model, row: &ResolutionRow, act: Act) -> Vec<Effect> {
    let resolution = &row.resolution;
    match act {
        Act::Open => model.open(Screen::Resolution(resolution.id.clone())),
        Act::Edit => forms::edit_resolution(model, row),
        Act::FollowUp => forms::follow_up(model, row),
        Act::SetStatus => ask_status(model, row),
        Act::Remove => ask_remove(model, row, false),
        Act::Copy => {
            let words = model.words.say("did-copy");
            model.say(words, Role::Good);
            vec![Effect::Copy(plain_text(resolution))]
        }
        _ => Vec::new(),
    }
}

/// Whether the session of a resolution may be changed, as far as the screen knows; the office decides.
pub(in crate::app) fn may_change(model: &mut Model, row: &ResolutionRow) -> bool {
    let session = model.books.session(&row.session).map(|view| view.session.clone());
    session.is_none_or(|session| super::may_change(model, &session))
}

fn plain_text(resolution: &Resolution) -> String {
    let subject = resolution.subject.iter().map(String::as_str);
    subject
        .chain([resolution.text.as_str()])
        .collect::<Vec<_>>()
        .join("\n")
}

fn ask_status(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    let session = model.books.session(&row.session).map(|view| view.session.state);
    if session.is_some_and(|state| !state.is_open()) {
        // The minutes are locked, but life goes on: a new status comes with the follow-up that brought it.
        let words = model.words.say("status-by-follow-up");
        model.say(words, Role::Plain);
        return forms::follow_up(model, row);
    }
    let answers = Status::ALL.map(|status| {
        let after = Resolution {
            status,
            ..row.resolution.clone()
        };
        let before = Some(Box::new(row.resolution.clone()));
        let command = Command::RecordResolution {
            before,
            after: Box::new(after),
        };
        (
            say::status(&model.words, status, false).0,
            Then::Do(Box::new(command)),
        )
    });
    let at = Status::ALL
        .iter()
        .position(|status| *status == row.resolution.status)
        .unwrap_or(0);
    let title = model.words.say("status-title");
    model.dialog = Some(Dialog {
        title,
        text: String::new(),
        answers: answers.to_vec(),
        at,
    });
    Vec::new()
}

/// Asks before a resolution is taken away; `leave` when the screen is about it alone.
pub(super) fn ask_remove(model: &mut Model, row: &ResolutionRow, leave: bool) -> Vec<Effect> {
    if !may_change(model, row) {
        return Vec::new();
    }
    let name = row.resolution.subject.as_deref().unwrap_or(&row.resolution.text);
    let name: String = name.lines().next().unwrap_or_default().chars().take(80).collect();
    let text = model
        .words
        .say_with("remove-resolution", &[("name", name.into())]);
    let command = Box::new(Command::RemoveResolution(row.resolution.id.clone()));
    let then = if leave {
        Then::DoAndLeave(command)
    } else {
        Then::Do(command)
    };
    model.dialog = Some(Dialog::before_removing(&model.words, text, then));
    Vec::new()
}

fn ask_renumber(model: &mut Model, view: &SessionView) -> Vec<Effect> {
    if !super::may_change(model, &view.session) {
        return Vec::new();
    }
    let words = &model.words;
    let command = Command::Renumber(view.session.id.clone());
    let answers = vec![
        (words.say("renumber-yes"), Then::Do(Box::new(command))),
        (words.say("renumber-no"), Then::Stay),
    ];
    let (title, text) = (words.say("renumber-title"), words.say("renumber-text"));
    model.dialog = Some(Dialog {
        title,
        text,
        answers,
        at: 1,
    });
    Vec::new()
}

fn shift(model: &mut Model, view: &SessionView, resolution: &Resolution, places: i32) -> Vec<Effect> {
    let at = model.spots.of(&view.session.id).resolutions.selected;
    let to = at
        .checked_add_signed(places as isize)
        .filter(|to| *to < view.resolutions.len());
    if to.is_none() || !super::may_change(model, &view.session) {
        return Vec::new();
    }
    // The selection finds its resolution again when the session is read.
    model.ask_for(Command::MoveResolution {
        resolution: resolution.id.clone(),
        places,
    })
}

const NUMBER: u16 = 4;
const DEADLINE: u16 = 14;
/// From so many columns on subject and status have columns of their own.
const WIDE: u16 = 110;

fn table(model: &Model) -> Table {
    // A row may fill about a third of the screen; the whole text is one key away.
    let lines_max = (table_rows(model) / 3).max(4);
    if model.setup.columns < WIDE {
        let responsible = if model.setup.columns < 76 { 13 } else { 17 };
        let text = Table::left_for_one_more(model.setup.columns, &[NUMBER, DEADLINE, responsible]);
        let heads = [
            ("column-row", NUMBER),
            ("column-resolution", text),
            ("column-deadline", DEADLINE),
            ("column-responsible", responsible),
        ];
        return table_of(model, &heads, lines_max, true);
    }
    let text = Table::left_for_one_more(model.setup.columns, &[NUMBER, 18, 16, 24, 12]);
    let heads = [
        ("column-row", NUMBER),
        ("column-subject", 18),
        ("column-text", text),
        ("column-deadline", 16),
        ("column-responsible", 24),
        ("column-status", 12),
    ];
    table_of(model, &heads, lines_max, true)
}

fn cells_at(model: &Model, rows: &[ResolutionRow], at: usize) -> Vec<TableCell> {
    rows.get(at).map(|row| cells(model, row, at)).unwrap_or_default()
}

fn cells(model: &Model, row: &ResolutionRow, at: usize) -> Vec<TableCell> {
    let resolution = &row.resolution;
    let subject = resolution.subject.clone().filter(|subject| !subject.is_empty());
    let subject: TableCell = subject
        .map(|subject| Piece::stored(subject).role(Role::Strong))
        .into_iter()
        .collect();
    let text = vec![Piece::stored(resolution.text.clone())];
    let status = status_piece(model, row);
    let mut cells = vec![number(model, row, at)];
    if model.setup.columns < WIDE {
        cells.push([subject, text].concat());
        cells.push([deadline(model, row), vec![status]].concat());
        cells.push(responsible(resolution));
    } else {
        cells.extend([
            subject,
            text,
            deadline(model, row),
            responsible(resolution),
            vec![status],
        ]);
    }
    cells
}

/// The row number, its place where it has none, and a mark where something should be looked at.
fn number(model: &Model, row: &ResolutionRow, at: usize) -> TableCell {
    let number = match row.resolution.row {
        Some(number) => Piece::ours(model.words.number(number)),
        None => Piece::ours(format!("({})", model.words.number(at + 1))).role(Role::Faint),
    };
    let mark = (!row.warnings.is_empty()).then(|| Piece::ours("⚠").role(Role::Warn));
    std::iter::once(number).chain(mark).collect()
}

/// The deadline as written, and the day it is due where that says more.
pub(super) fn deadline(model: &Model, row: &ResolutionRow) -> TableCell {
    let written = row
        .resolution
        .deadline
        .as_ref()
        .map(|deadline| deadline.written.clone());
    let Some(written) = written else {
        return vec![Piece::ours("—").role(Role::Faint)];
    };
    let due = row.due.map(|day| model.words.day(day));
    let says_more = due
        .clone()
        .filter(|day| crate::text::fold(day) != crate::text::fold(&written));
    let due = says_more.map(|day| Piece::ours(day).role(if row.overdue { Role::Late } else { Role::Faint }));
    std::iter::once(Piece::stored(written)).chain(due).collect()
}

/// Who is responsible, the lead first.
pub(super) fn responsible(resolution: &Resolution) -> TableCell {
    resolution
        .responsible
        .iter()
        .map(|who| Piece::stored(who.written.clone()))
        .collect()
}

/// The status in its word and role.
pub(super) fn status_piece(model: &Model, row: &ResolutionRow) -> Piece {
    let (word, role) = say::status(&model.words, row.status, row.overdue);
    Piece::ours(word).role(role)
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let rows = &view.resolutions;
    *list = settled(model, &table(model), *list, rows.len(), |row| {
        cells_at(model, rows, row)
    });
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    let rows = &view.resolutions;
    if rows.is_empty() {
        return sentence(canvas, area, &model.words.say("resolutions-empty"), Role::Faint);
    }
    table(model).paint(canvas, area, list, rows.len(), |row| cells_at(model, rows, row));
}

/// The first warning of the selected row, or how far its deadline lies.
pub(super) fn note(model: &Model, view: &SessionView, list: &ListState) -> Option<(String, Role)> {
    row_note(model, view.resolutions.get(list.selected)?)
}

/// The first warning of a resolution, or how far its deadline lies.
pub(super) fn row_note(model: &Model, row: &ResolutionRow) -> Option<(String, Role)> {
    let warning = row
        .warnings
        .first()
        .map(|warning| (sentences::warning(&model.words, warning), Role::Warn));
    let due = || {
        row.due
            .filter(|_| row.status == Status::Open)
            .map(|day| due_note(model, row, day))
    };
    warning.or_else(due)
}

fn due_note(model: &Model, row: &ResolutionRow, day: crate::calendar::Day) -> (String, Role) {
    let words = &model.words;
    let distance = say::distance(words, model.setup.today, day);
    let args = [
        ("date", say::day_long(words, day).into()),
        ("distance", distance.into()),
    ];
    (
        words.say_with("due-note", &args),
        if row.overdue { Role::Late } else { Role::Faint },
    )
}
