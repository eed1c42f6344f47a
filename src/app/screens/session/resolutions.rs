//! The resolutions of a session as the office knows them: row, subject and text, deadline, responsible, status.
//! Does not know how one is edited.

use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::forms;
use crate::app::keys::{Act, Place};
use crate::app::locked::locked;
use crate::app::screens::resolutions::{
    act_on, act_on_all, choose, chosen_note, chosen_rows, has_chosen, is_of_all,
};
use crate::app::screens::tables::{moved, settled, table_of, table_rows};
use crate::app::screens::{cells as of_row, parts, sought, talk};
use crate::app::step::Step;
use crate::domain::resolution::Resolution;
use crate::domain::session::SessionState;
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionView};
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell, sentence};

pub(super) fn act(
    context: &Context,
    view: &SessionView,
    list: &mut ListState,
    act: Act,
    key: Key,
) -> Vec<Step> {
    let session = &view.session;
    let rows = &view.resolutions;
    let table = table(context);
    let page = list.fitting(rows.len(), table_rows(context), |row| {
        table.height(context.look, &cells_at(context, rows, row))
    });
    if moved(list, act, key, rows.len(), page) {
        return Vec::new();
    }
    match (act, rows.get(list.selected)) {
        (act, _) if is_of_all(act) && has_chosen(context, rows) => {
            act_on_all(context, &chosen_rows(context, rows), act).unwrap_or_default()
        }
        (Act::ChooseRow, Some(row)) => {
            list.selected = (list.selected + 1).min(rows.len() - 1);
            vec![choose(context, vec![row.resolution.id.clone()])]
        }
        (Act::CopyEarlier, _) => parts::pick_copied(session),
        (Act::Add, _) => {
            // What is decided while the session runs is decided on the item that it has come to.
            let runs = session.state == SessionState::Running;
            let start = Resolution {
                agenda_item: talk::current_item(context.books, &session.id).filter(|_| runs),
                ..Resolution::default()
            };
            forms::new_resolution(context, session, start)
        }
        (Act::Renumber, Some(_)) => ask_renumber(context, view),
        (Act::MoveUp, Some(_)) => shift(view, list, -1),
        (Act::MoveDown, Some(_)) => shift(view, list, 1),
        (act, Some(row)) => act_on(context, row, act),
        _ => Vec::new(),
    }
}

fn ask_renumber(context: &Context, view: &SessionView) -> Vec<Step> {
    if let Some(step) = locked(&view.session) {
        return vec![step];
    }
    let words = context.words;
    let command = Command::Renumber(view.session.id.clone());
    let answers = vec![
        (words.say("renumber-yes"), vec![Step::change(command)]),
        (words.say("renumber-no"), Vec::new()),
    ];
    vec![Step::Question(Dialog {
        title: words.say("renumber-title"),
        text: words.say("renumber-text"),
        answers,
        at: 1,
        is_unforeseen: false,
    })]
}

/// Moves the selected resolution to another place.
fn shift(view: &SessionView, list: &ListState, places: i32) -> Vec<Step> {
    let rows = &view.resolutions;
    let to = list.selected.checked_add_signed(places as isize);
    let (Some(row), Some(_)) = (rows.get(list.selected), to.and_then(|to| rows.get(to))) else {
        return Vec::new();
    };
    // The selection finds its resolution again when the session is read.
    let change = || {
        Step::change(Command::MoveResolution {
            resolution: row.resolution.id.clone(),
            places,
        })
    };
    vec![locked(&view.session).unwrap_or_else(change)]
}

/// The word over the numbers needs so many columns.
const NUMBER: u16 = 4;
const DEADLINE: u16 = 14;
/// From so many columns on the subject has a column of its own.
const WIDE: u16 = 110;
/// From so many columns on the status has one, too.
const WIDER: u16 = 150;

fn table(context: &Context) -> Table {
    // A row may fill about a third of the screen; the whole text is one key away.
    let lines_max = (table_rows(context) / 3).max(4);
    let columns = context.setup.columns;
    if columns < WIDE {
        let responsible = if columns < 76 { 13 } else { 17 };
        let text = Table::left_for_one_more(columns, &[NUMBER, DEADLINE, responsible]);
        let heads = [
            ("column-row", NUMBER),
            ("column-resolution", text),
            ("column-deadline", DEADLINE),
            ("column-responsible", responsible),
        ];
        return table_of(context, &heads, lines_max, true);
    }
    let (subject, responsible, status) = if columns < WIDER {
        (16, 20, 0)
    } else {
        (22, 28, 12)
    };
    let mut others = vec![NUMBER, subject, DEADLINE, responsible];
    others.extend((status > 0).then_some(status));
    let text = Table::left_for_one_more(columns, &others);
    let mut heads = vec![
        ("column-row", NUMBER),
        ("column-subject", subject),
        ("field-text", text),
        ("column-deadline", DEADLINE),
        ("column-responsible", responsible),
    ];
    heads.extend((status > 0).then_some(("column-status", status)));
    table_of(context, &heads, lines_max, true)
}

fn cells_at(context: &Context, rows: &[ResolutionRow], at: usize) -> Vec<TableCell> {
    rows.get(at)
        .map(|row| cells(context, row, at))
        .unwrap_or_default()
}

fn cells(context: &Context, row: &ResolutionRow, at: usize) -> Vec<TableCell> {
    let resolution = &row.resolution;
    let subject = resolution.subject.clone().filter(|subject| !subject.is_empty());
    let subject: TableCell = subject
        .map(|subject| sought::piece(context, &subject, TextPart::Subject).role(Role::Strong))
        .into_iter()
        .collect();
    let hidden = resolution
        .confidential
        .then(|| context.words.say("paper-confidential"));
    let hidden = hidden.map(|word| Piece::ours(word).role(Role::Warn));
    let text = std::iter::once(sought::piece(context, &resolution.text, TextPart::Text));
    let corrected = of_row::corrected_pieces(context, resolution);
    let text: TableCell = text.chain(hidden).chain(corrected).collect();
    let status = vec![of_row::status_piece(context, row)];
    let mut cells = vec![number(context, row, at)];
    let columns = context.setup.columns;
    cells.extend(match columns < WIDE {
        true => vec![[subject, text].concat()],
        false => vec![subject, text],
    });
    cells.extend(match columns < WIDER {
        true => vec![
            [of_row::deadline(context, row), status].concat(),
            of_row::responsible(context, resolution),
        ],
        false => vec![
            of_row::deadline(context, row),
            of_row::responsible(context, resolution),
            status,
        ],
    });
    cells
}

/// The row number, its place where it has none, and a mark where something should be looked at.
fn number(context: &Context, row: &ResolutionRow, at: usize) -> TableCell {
    let number = match row.resolution.row {
        Some(number) => Piece::ours(context.words.number(number)),
        None => Piece::ours(format!("({})", context.words.number(at + 1))).role(Role::Faint),
    };
    let is_chosen = context.chosen.contains(&row.resolution.id);
    let chosen = is_chosen.then(|| Piece::ours("✓").role(Role::Key));
    let mark = (!row.warnings.is_empty()).then(|| Piece::ours("⚠").role(Role::Warn));
    std::iter::once(number).chain(chosen).chain(mark).collect()
}

pub(super) fn settle(context: &Context, view: &SessionView, list: &mut ListState) {
    let rows = &view.resolutions;
    *list = settled(context, &table(context), *list, rows.len(), |row| {
        cells_at(context, rows, row)
    });
}

pub(super) fn view(context: &Context, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    let rows = &view.resolutions;
    if rows.is_empty() {
        return sentence(canvas, area, &context.words.say("resolutions-empty"), Role::Faint);
    }
    table(context).paint(canvas, area, list, rows.len(), |row| cells_at(context, rows, row));
}

/// The first warning of the selected row, or how far its deadline lies.
pub(super) fn remark(context: &Context, view: &SessionView, list: &ListState) -> Option<(String, Role)> {
    let chosen = chosen_note(context, &view.resolutions, Place::Resolutions);
    chosen.or_else(|| of_row::row_note(context, view.resolutions.get(list.selected)?))
}
