//! The rows behind a figure: resolutions, sessions, or seats in sessions. Does not know how the figure is counted.

use super::{Tab, cells, moved, settled, table_of, table_rows};
use crate::app::figures::Figures;
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, frame, say, say_figures};
use crate::domain::attendance::Presence;
use crate::domain::figures::{Mark, Measure, Rows, Subject};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::office::query::{Query, ResolutionRow};
use crate::ui::{Area, Canvas, Key, ListState, Origin, Piece, Role, Table, TableCell, sentence};

/// At most so many rows are shown; more than that is said.
const ROWS_MAX: usize = 500;

/// What stands behind the figure that was opened last.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct FigureRows {
    /// The figure in words.
    title: String,
    /// How many rows it has.
    count: usize,
    /// The first of its resolutions; empty where it counts something else.
    pub resolutions: Vec<ResolutionId>,
    /// The first of its sessions, or of its seats in sessions.
    sittings: Vec<Sitting>,
    list: ListState,
}

/// A session, or a seat in one.
#[derive(Clone, Debug)]
struct Sitting {
    session: SessionId,
    name: String,
    seat: Option<(String, Presence)>,
}

/// Opens the rows behind a figure of the report that is shown.
pub(super) fn open(model: &mut Model, group: usize, measure: Measure) -> Vec<Effect> {
    let Some(rows) = behind(model, group, measure) else {
        return Vec::new();
    };
    model.spots.figure_rows = rows;
    model.books.figure_rows = None;
    model.open(Screen::FigureRows)
}

fn behind(model: &Model, group: usize, measure: Measure) -> Option<FigureRows> {
    let book = model.books.figures.as_ref()?;
    let figure = book.report.groups.get(group)?.figure(measure)?;
    let first = figure.rows.positions().iter().take(ROWS_MAX).copied();
    let mut rows = FigureRows {
        title: super::figures::foot(model, book, group, figure).0,
        count: figure.rows.positions().len(),
        ..FigureRows::default()
    };
    match figure.rows {
        Rows::Resolutions(_) => {
            let ids = first.filter_map(|at| book.report.resolutions.get(at as usize));
            rows.resolutions = ids.cloned().collect();
        }
        Rows::Sessions(_) => rows.sittings = first.filter_map(|at| sitting(model, book, at, None)).collect(),
        Rows::Marks(_) => {
            let marks = first.filter_map(|at| book.report.marks.get(at as usize));
            let sitting = |mark: &Mark| {
                let seat = book.report.seat(mark.seat)?;
                sitting(
                    model,
                    book,
                    mark.session,
                    Some((seat.name.clone(), mark.presence)),
                )
            };
            rows.sittings = marks.filter_map(sitting).collect();
        }
    }
    Some(rows)
}

fn sitting(model: &Model, book: &Figures, session: u32, seat: Option<(String, Presence)>) -> Option<Sitting> {
    let held = book.report.held(session)?;
    Some(Sitting {
        session: held.id.clone(),
        name: say_figures::subject(&model.words, &book.report, &Subject::Session(session)),
        seat,
    })
}

/// What the screen asks; nothing where the report has said all.
pub(in crate::app) fn query(model: &Model) -> Option<Query> {
    let ids = &model.spots.figure_rows.resolutions;
    (!ids.is_empty()).then(|| Query::ResolutionsOf(ids.clone()))
}

/// Whether its rows are still to be read.
pub(in crate::app) fn waits(model: &Model) -> bool {
    query(model).is_some() && model.books.figure_rows.is_none()
}

fn resolution_rows(model: &Model) -> &[ResolutionRow] {
    model.books.figure_rows.as_deref().unwrap_or_default()
}

fn len(model: &Model) -> usize {
    match model.spots.figure_rows.resolutions.is_empty() {
        true => model.spots.figure_rows.sittings.len(),
        false => resolution_rows(model).len(),
    }
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    let (len, table) = (len(model), table(model));
    let list = model.spots.figure_rows.list;
    let page = list.fitting(len, table_rows(model), |row| {
        table.height(&model.look, &cells(model, row))
    });
    if moved(&mut model.spots.figure_rows.list, act, key, len, page) {
        return Vec::new();
    }
    let selected = model.spots.figure_rows.list.selected;
    let sitting = model.spots.figure_rows.sittings.get(selected).cloned();
    let resolution = resolution_rows(model).get(selected);
    match (act, resolution, sitting) {
        (Act::Open, Some(row), _) => {
            let id = row.resolution.id.clone();
            model.open(Screen::Resolution(id))
        }
        (Act::GoToSession, Some(row), _) => {
            let id = row.session.clone();
            model.open(Screen::Session(id))
        }
        (Act::Open | Act::GoToSession, None, Some(sitting)) => {
            if sitting.seat.is_some() {
                model.spots.of_mut(&sitting.session).tab = Tab::Attendance;
            }
            model.open(Screen::Session(sitting.session))
        }
        _ => Vec::new(),
    }
}

fn table(model: &Model) -> Table {
    let columns = model.setup.columns;
    if !model.spots.figure_rows.resolutions.is_empty() {
        let text = Table::left_for_one_more(columns, &[14, 13, 16]);
        let heads = [
            ("column-deadline", 14),
            ("column-resolution", text),
            ("column-responsible", 16),
            ("column-session", 13),
        ];
        return table_of(model, &heads, 3, true);
    }
    let rest = Table::left_for_one_more(columns, &[16, 0]);
    let heads = [
        ("column-session", rest / 2),
        ("column-seat", rest - rest / 2),
        ("column-presence", 16),
    ];
    table_of(model, &heads, 1, false)
}

fn cells(model: &Model, at: usize) -> Vec<TableCell> {
    if let Some(row) = resolution_rows(model).get(at) {
        return resolution_cells(model, row);
    }
    let Some(sitting) = model.spots.figure_rows.sittings.get(at) else {
        return Vec::new();
    };
    let mut cells = vec![vec![Piece::ours(sitting.name.clone())], Vec::new(), Vec::new()];
    if let Some((seat, presence)) = &sitting.seat {
        let (word, role) = say::presence(&model.words, *presence);
        cells[1].push(Piece::stored(seat.clone()));
        cells[2].push(Piece::ours(word).role(role));
    }
    cells
}

fn resolution_cells(model: &Model, row: &ResolutionRow) -> Vec<TableCell> {
    let words = &model.words;
    let resolution = &row.resolution;
    let subject = resolution.subject.iter().filter(|subject| !subject.is_empty());
    let subject = subject.map(|subject| Piece::stored(subject.clone()).role(Role::Strong));
    let text = subject.chain([Piece::stored(resolution.text.clone())]).collect();
    let number = resolution
        .row
        .map(|number| words.say_with("resolution-title", &[("row", number.into())]));
    let number = number.map(|words| Piece::ours(words).role(Role::Faint));
    let status = vec![cells::status_piece(&model.context(), row)];
    let session = std::iter::once(Piece::ours(say::session_of(words, row)));
    vec![
        [cells::deadline(&model.context(), row), status].concat(),
        text,
        cells::responsible(&model.context(), resolution),
        session.chain(number).collect(),
    ]
}

pub(super) fn settle(model: &mut Model) {
    if waits(model) {
        return;
    }
    let (list, len) = (model.spots.figure_rows.list, len(model));
    model.spots.figure_rows.list = settled(model, &table(model), list, len, |row| cells(model, row));
}

/// Where one is in the list.
pub(super) fn list(model: &mut Model) -> &mut ListState {
    &mut model.spots.figure_rows.list
}

pub(super) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    if waits(model) {
        return sentence(canvas, area, &model.words.say("reading"), Role::Faint);
    }
    let len = len(model);
    if len == 0 {
        return sentence(canvas, area, &model.words.say("figures-no-rows"), Role::Faint);
    }
    let list = model.spots.figure_rows.list;
    table(model).paint(canvas, area, &list, len, |row| cells(model, row));
}

/// The figure, and how many rows it has.
pub(super) fn view_sum(model: &Model, canvas: &mut Canvas, row: u16) {
    let rows = &model.spots.figure_rows;
    let args = [
        ("figure", rows.title.clone().into()),
        ("count", rows.count.into()),
        ("first", ROWS_MAX.into()),
    ];
    let id = if rows.count > ROWS_MAX {
        "figures-rows-first"
    } else {
        "figures-rows"
    };
    let text = model.words.say_with(id, &args);
    let faint = canvas.style(Role::Faint);
    let columns = frame::body(model).columns.saturating_sub(2);
    canvas.text(1, row, columns, &text, Origin::Ours, faint);
}
