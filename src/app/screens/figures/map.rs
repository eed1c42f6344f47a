//! The map of attendance: seats down, sessions across, a letter and a colour for how each seat was filled; the rates of
//! seats and sessions in the row and the column that stay. Does not know how they are counted.

use super::{FiguresPage, foot, paint_foot, rows};
use crate::app::context::Context;
use crate::app::figures::Figures;
use crate::app::keys::Act;
use crate::app::screens::tab::Tab;
use crate::app::step::{Step, To};
use crate::app::{say, say_figures};
use crate::domain::attendance::Presence;
use crate::domain::figures::{Figure, Measure};
use crate::ui::{Area, Canvas, Code, HeatCell, HeatShape, Key, Origin, Piece, Role, paint_heat, sentence};

/// Rows at the foot: that of the charts, and the letters with their meaning.
const FOOT: u16 = 5;

fn area(context: &Context) -> Area {
    Area {
        rows: context.body.rows.saturating_sub(FOOT),
        ..context.body
    }
}

fn shape(context: &Context) -> HeatShape {
    HeatShape {
        name: (context.setup.columns * 3 / 10).min(36),
        staying: 6,
        cell: 4,
    }
}

/// Moves the selected cell.
pub(super) fn moved(page: &mut FiguresPage, context: &Context, book: &Figures, act: Act, key: Key) {
    let code = match act {
        Act::Onward => Code::Right,
        Act::Backward => Code::Left,
        _ => key.as_command().code,
    };
    let rows = shape(context).fitting_rows(area(context));
    page.map.press(code, book.map_size(), rows);
}

/// Keeps the selected cell in sight.
pub(super) fn settle(page: &mut FiguresPage, context: &Context, book: &Figures) {
    page.map.settle(&shape(context), area(context), book.map_size());
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

/// What is behind the selected cell: the rows of its figure, or the roll call of the session.
pub(super) fn open(page: &FiguresPage, context: &Context, book: &Figures) -> Vec<Step> {
    let cell = page.map;
    if let Some((group, figure)) = rate(book, cell.row, cell.column) {
        return rows::open(context, book, group, figure.measure);
    }
    let held = cell.column.checked_sub(1);
    let held = held.and_then(|at| book.report.sessions.get(at));
    let open = held.map(|held| Step::Open(To::Session(held.id.clone(), Some(Tab::Attendance))));
    open.into_iter().collect()
}

/// Paints the map.
pub(super) fn view(page: &FiguresPage, context: &Context, book: &Figures, canvas: &mut Canvas, whole: Area) {
    let words = context.words;
    if book.seats.is_empty() {
        return sentence(canvas, whole, &words.say("figures-no-roll"), Role::Faint);
    }
    let state = &page.map;
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
        area(context),
        (&shape(context), state),
        book.map_size(),
        head,
        name,
        |row, column| cell(context, book, row, column),
    );
    let (selected, formula) = told(context, book, state.row, state.column);
    let below = whole.last(FOOT);
    paint_foot(canvas, below, &selected, &formula);
    paint_legend(context, canvas, below.last(1));
}

fn cell(context: &Context, book: &Figures, row: usize, column: usize) -> Option<HeatCell> {
    if let Some((_, figure)) = rate(book, row, column) {
        let whole = figure.value.per_mille().map(|per_mille| (per_mille + 5) / 10);
        return Some(HeatCell {
            sign: match (column, whole) {
                (0, _) => say_figures::value(context.words, figure.value),
                // Of sessions whole percents: their columns are narrow.
                (_, Some(percent)) => context.words.number(percent),
                (_, None) => context.words.say("figure-nothing"),
            },
            role: Role::Plain,
            filled: false,
        });
    }
    let (presence, _) = book.presence(row, column)?;
    Some(HeatCell {
        sign: context.words.say(sign(presence)),
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
fn told(context: &Context, book: &Figures, row: usize, column: usize) -> (String, String) {
    if let Some((group, figure)) = rate(book, row, column) {
        return foot(context, book, group, figure);
    }
    let words = context.words;
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
fn paint_legend(context: &Context, canvas: &mut Canvas, place: Area) {
    let mut column = place.column + 1;
    for presence in Presence::ALL {
        let (word, _) = say::presence(context.words, presence);
        let (letter, faint) = (canvas.style(role(presence)), canvas.style(Role::Faint));
        let room = (place.column + place.columns).saturating_sub(column);
        let sign = context.words.say(sign(presence));
        column += canvas.text(column, place.row, room, &sign, Origin::Ours, letter) + 1;
        let room = (place.column + place.columns).saturating_sub(column);
        column += canvas.text(column, place.row, room, &word, Origin::Ours, faint) + 2;
    }
}
