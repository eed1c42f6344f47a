//! The open resolutions of all sessions, most pressing first, narrowed by the words of the filter grammar.
//! Does not know how a filter is read; the office does.

use super::{Spot, moved, resolutions, settled, sought_piece, table_of, table_rows};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, filters, find, frame, say, sentences};
use crate::office::query::{Query, ResolutionRow};
use crate::search::Part;
use crate::ui::{Area, Canvas, Key, Origin, Piece, Role, Table, TableCell, sentence};

/// The question whose answer the list shows.
pub(in crate::app) fn open_query(model: &Model) -> Query {
    find::open_query(&model.spots.open.filter)
}

/// Goes to the open list narrowed by a filter; when it is left, the list is again as it was.
pub(in crate::app) fn open_narrowed(model: &mut Model, filter: String) -> Vec<Effect> {
    let narrowed = Spot {
        filter,
        ..Spot::default()
    };
    let before = std::mem::replace(&mut model.spots.open, narrowed);
    model.spots.open_before.push((model.stack.len(), before));
    model.books.open = None;
    model.open(Screen::Open)
}

/// The resolution that is selected.
pub(in crate::app) fn open_selected(model: &Model) -> Option<&ResolutionRow> {
    model.books.open_rows().get(model.spots.open.list.selected)
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    if act == Act::SaveFilter {
        let filter = model.spots.open.filter.clone();
        return filters::ask_name(model, filter);
    }
    let rows = model.books.open_rows();
    let (len, table) = (rows.len(), table(model));
    let list = model.spots.open.list;
    let page = list.fitting(len, table_rows(model), |row| {
        table.height(&model.look, &cells(model, row))
    });
    if moved(&mut model.spots.open.list, act, key, len, page) {
        return Vec::new();
    }
    let Some(row) = open_selected(model).cloned() else {
        return Vec::new();
    };
    let selected = model.spots.open.list.selected;
    match act {
        Act::SetStatus if has_chosen(model) => {
            let rows = model.books.open_rows().to_vec();
            resolutions::ask_status_of_chosen(model, &rows)
        }
        Act::ChooseRow => {
            resolutions::choose(model, &row.resolution.id);
            model.spots.open.list.selected = (selected + 1).min(len - 1);
            Vec::new()
        }
        Act::GoToSession => model.open(Screen::Session(row.session.clone())),
        act => resolutions::act_on(model, &row, act),
    }
}

fn has_chosen(model: &Model) -> bool {
    !resolutions::chosen(model, model.books.open_rows()).is_empty()
}

/// The mark of what is chosen; while nothing is, there is no column for it.
const CHOSEN: u16 = 1;
const DEADLINE: u16 = 14;
/// From so many columns on there is room for names on one line.
const WIDE: u16 = 110;

fn table(model: &Model) -> Table {
    let columns = model.setup.columns;
    let (responsible, session) = if columns < WIDE { (16, 13) } else { (20, 18) };
    let mut others = vec![DEADLINE, session, responsible];
    let chosen = has_chosen(model).then_some(("column-chosen", CHOSEN));
    others.extend(chosen.map(|(_, columns)| columns));
    let text = Table::left_for_one_more(columns, &others);
    let heads = [
        ("column-deadline", DEADLINE),
        ("column-resolution", text),
        ("column-responsible", responsible),
        ("column-session", session),
    ];
    let heads: Vec<_> = chosen.into_iter().chain(heads).collect();
    table_of(model, &heads, 4, true)
}

fn cells(model: &Model, at: usize) -> Vec<TableCell> {
    let Some(row) = model.books.open_rows().get(at) else {
        return Vec::new();
    };
    let words = &model.words;
    let resolution = &row.resolution;
    let subject = resolution.subject.iter().filter(|subject| !subject.is_empty());
    let subject = subject.map(|subject| sought_piece(model, subject, Part::Subject).role(Role::Strong));
    let text = subject
        .chain([sought_piece(model, &resolution.text, Part::Text)])
        .collect();
    let number = resolution
        .row
        .map(|number| words.say_with("resolution-title", &[("row", number.into())]));
    let number = number.map(|words| Piece::ours(words).role(Role::Faint));
    let deadline = resolutions::deadline(model, row);
    let status = vec![resolutions::status_piece(model, row)];
    let session = Piece::ours(say::session_of(words, row));
    let session = std::iter::once(session).chain(number).collect();
    let responsible = resolutions::responsible(model, resolution);
    let mut cells = vec![[deadline, status].concat(), text, responsible, session];
    if has_chosen(model) {
        let is_chosen = model.spots.chosen.contains(&resolution.id);
        let mark = is_chosen.then(|| Piece::ours("✓").role(Role::Key));
        cells.insert(0, mark.into_iter().collect());
    }
    cells
}

pub(super) fn settle(model: &mut Model) {
    // Without an answer nothing says where the selection may be; it stays.
    if model.books.open.is_none() {
        return;
    }
    let len = model.books.open_rows().len();
    let list = model.spots.open.list;
    model.spots.open.list = settled(model, &table(model), list, len, |row| cells(model, row));
}

pub(super) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    match &model.books.open {
        None => sentence(canvas, area, &model.words.say("reading"), Role::Faint),
        Some(Err(error)) => sentence(
            canvas,
            area,
            &sentences::filter_error(&model.words, error),
            Role::Warn,
        ),
        Some(Ok(rows)) if rows.is_empty() => {
            let id = if model.spots.open.filter.is_empty() {
                "open-empty"
            } else {
                "find-nothing"
            };
            sentence(canvas, area, &model.words.say(id), Role::Plain);
        }
        Some(Ok(rows)) => {
            table(model).paint(canvas, area, &model.spots.open.list, rows.len(), |row| {
                cells(model, row)
            });
        }
    }
}

/// How many there are, in the row under the head.
pub(super) fn view_sum(model: &Model, canvas: &mut Canvas, row: u16) {
    let rows = model.books.open_rows();
    // The office gives at most so many; more than that is said, not counted.
    let id = if model.books.open_so_far {
        "open-sum-so-far"
    } else if rows.len() >= find::OPEN_LIMIT {
        "open-sum-first"
    } else {
        "open-sum"
    };
    let text = model.words.say_with(id, &[("count", rows.len().into())]);
    let faint = canvas.style(Role::Faint);
    canvas.text(
        1,
        row,
        frame::body(model).columns.saturating_sub(2),
        &text,
        Origin::Ours,
        faint,
    );
}

/// What there is to say about the selected one.
pub(super) fn note(model: &Model) -> Option<(String, Role)> {
    let spot = &model.spots.open;
    if let Some(offers) = filters::offers_said(model, &spot.filter).filter(|_| spot.finding) {
        return Some((offers, Role::Plain));
    }
    let chosen = resolutions::chosen_note(model, model.books.open_rows());
    chosen.or_else(|| resolutions::row_note(model, open_selected(model)?))
}
