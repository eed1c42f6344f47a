//! The map of attendance: seats down, sessions across, a letter and a colour for how each seat was filled; the rates of
//! seats and sessions in the row and the column that stay. Does not know how they are counted.

use super::{Tab, figure_rows, figures};
use crate::app::figures::Figures;
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, frame, say, say_figures};
use crate::domain::attendance::Presence;
use crate::domain::figures::{Figure, Measure};
use crate::ui::{Area, Canvas, Code, HeatCell, HeatShape, Key, Origin, Piece, Role, paint_heat, sentence};

/// Rows at the foot: that of the charts, and the letters with their meaning.
const FOOT: u16 = 5;

fn area(model: &Model) -> Area {
    let body = frame::body(model);
    Area {
        rows: body.rows.saturating_sub(FOOT),
        ..body
    }
}

fn shape(model: &Model) -> HeatShape {
    HeatShape {
        name: (model.setup.columns * 3 / 10).min(36),
        staying: 6,
        cell: 4,
    }
}

/// Moves the selected cell.
pub(super) fn moved(model: &mut Model, act: Act, key: Key) {
    let Some(book) = model.books.figures.as_ref() else {
        return;
    };
    let size = book.map_size();
    let code = match act {
        Act::Onward => Code::Right,
        Act::Backward => Code::Left,
        _ => key.as_command().code,
    };
    let page = shape(model).fitting_rows(area(model));
    model.spots.figures.map.press(code, size, page);
}

pub(super) fn settle(model: &mut Model) {
    let (shape, area) = (shape(model), area(model));
    let Some(book) = model.books.figures.as_ref() else {
        return;
    };
    let size = book.map_size();
    model.spots.figures.map.settle(&shape, area, size);
}

/// What a cell that is a figure is about; none where a seat meets a session.
fn rate(book: &Figures, row: usize, column: usize) -> Option<(usize, &Figure)> {
    let (of_row, of_column) = book.map_groups(row, column);
    let group = match (row, column) {
        (_, 0) => of_row,
        (0, _) => of_column,
        _ => return None,
    };
    let figure = book.report.groups.get(group)?.figure(Measure::AttendanceRate)?;
    Some((group, figure))
}

/// Opens what is behind the selected cell: the rows of its figure, or the roll call of the session.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let cell = model.spots.figures.map;
    let Some(book) = model.books.figures.as_ref() else {
        return Vec::new();
    };
    if let Some((group, figure)) = rate(book, cell.row, cell.column) {
        return figure_rows::open(model, group, figure.measure);
    }
    let held = cell.column.checked_sub(1);
    let held = held.and_then(|at| book.report.sessions.get(at));
    match held.map(|held| held.id.clone()) {
        Some(id) => {
            model.spots.of_mut(&id).tab = Tab::Attendance;
            model.open(Screen::Session(id))
        }
        None => Vec::new(),
    }
}

pub(super) fn view(model: &Model, book: &Figures, canvas: &mut Canvas, whole: Area) {
    let words = &model.words;
    if book.seats.is_empty() {
        return sentence(canvas, whole, &words.say("figures-no-roll"), Role::Faint);
    }
    let state = &model.spots.figures.map;
    let head = |column: usize| match column.checked_sub(1) {
        None => say_figures::title(words, Measure::AttendanceRate),
        Some(at) => {
            let ordinal = book.report.sessions.get(at).and_then(|held| held.ordinal);
            ordinal
                .map(|number| format!(" {}", words.number(number)))
                .unwrap_or_default()
        }
    };
    let name = |row: usize| match row.checked_sub(1).and_then(|at| book.seats.get(at)) {
        Some(seat) => Piece::stored(book.report.seats[*seat as usize].name.clone()),
        None => Piece::ours(words.say("figure-all")).role(Role::Strong),
    };
    paint_heat(
        canvas,
        area(model),
        (&shape(model), state),
        book.map_size(),
        head,
        name,
        |row, column| cell(model, book, row, column),
    );
    let (selected, formula) = told(model, book, state.row, state.column);
    let foot = whole.last(FOOT);
    figures::paint_foot(canvas, foot, &selected, &formula);
    paint_legend(model, canvas, foot.last(1));
}

fn cell(model: &Model, book: &Figures, row: usize, column: usize) -> Option<HeatCell> {
    if let Some((_, figure)) = rate(book, row, column) {
        let whole = figure.value.per_mille().map(|per_mille| (per_mille + 5) / 10);
        return Some(HeatCell {
            sign: match (column, whole) {
                (0, _) => say_figures::value(&model.words, figure.value),
                // Of sessions whole percents: their columns are narrow.
                (_, Some(percent)) => model.words.number(percent),
                (_, None) => model.words.say("figure-nothing"),
            },
            role: Role::Plain,
            filled: false,
        });
    }
    let (presence, _) = book.presence(row, column)?;
    Some(HeatCell {
        sign: model.words.say(sign(presence)),
        role: role(presence),
        filled: presence != Presence::Unticked,
    })
}

/// The word id of the letter that stands for how a seat was filled.
fn sign(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "sign-present",
        Presence::Video => "sign-video",
        Presence::Represented => "sign-represented",
        Presence::Excused => "sign-excused",
        Presence::Absent => "sign-absent",
        Presence::Unticked => "sign-unticked",
    }
}

fn role(presence: Presence) -> Role {
    match presence {
        Presence::Present => Role::Good,
        Presence::Video => Role::InTime,
        // Not the colour of a key: the selection has it.
        Presence::Represented => Role::Faint,
        Presence::Excused => Role::Warn,
        Presence::Absent => Role::Bad,
        Presence::Unticked => Role::Faint,
    }
}

/// What the selected cell says, and its formula.
fn told(model: &Model, book: &Figures, row: usize, column: usize) -> (String, String) {
    if let Some((group, figure)) = rate(book, row, column) {
        return figures::foot(model, book, group, figure);
    }
    let words = &model.words;
    let (of_seat, of_session) = book.map_groups(row, column);
    let subject = |group: usize| {
        let group = book.report.groups.get(group);
        group
            .map(|group| say_figures::subject(words, &book.report, &group.subject))
            .unwrap_or_default()
    };
    let presence = match book.presence(row, column) {
        Some((presence, _)) => say::presence(words, presence).0,
        None => words.say("figures-not-expected"),
    };
    let args = [
        ("seat", subject(of_seat).into()),
        ("session", subject(of_session).into()),
        ("presence", presence.into()),
    ];
    (words.say_with("figures-mark", &args), String::new())
}

/// What the letters mean, on one row.
fn paint_legend(model: &Model, canvas: &mut Canvas, place: Area) {
    let mut column = place.column + 1;
    for presence in Presence::ALL {
        let (word, _) = say::presence(&model.words, presence);
        let (letter, faint) = (canvas.style(role(presence)), canvas.style(Role::Faint));
        let room = (place.column + place.columns).saturating_sub(column);
        let sign = model.words.say(sign(presence));
        column += canvas.text(column, place.row, room, &sign, Origin::Ours, letter) + 1;
        let room = (place.column + place.columns).saturating_sub(column);
        column += canvas.text(column, place.row, room, &word, Origin::Ours, faint) + 2;
    }
}
