//! The resolutions of a session as the office knows them: row, subject and text, deadline, responsible, status.
//! Does not know how one is edited.

use super::{cells, moved, parts, settled, sought_piece, table_of, table_rows};
use crate::app::dialog::Dialog;
use crate::app::keymap::{Act, Place, key_word};
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, forms, say};
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::{Resolution, Status};
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionView};
use crate::search::TextPart;
use crate::text::isolate;
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
    let selected = list.selected;
    match (act, rows.get(selected)) {
        (act, _) if is_of_all(act) && has_chosen(model, rows) => {
            let rows = chosen_rows(model, rows);
            act_on_all(model, &rows, act).unwrap_or_default()
        }
        (Act::ChooseRow, Some(row)) => {
            choose(model, &row.resolution.id);
            model.spots.of_mut(&session.id).resolutions.selected = (selected + 1).min(rows.len() - 1);
            Vec::new()
        }
        (Act::CopyEarlier, _) => parts::pick_copied(model, session),
        (Act::Add, _) => model.obey(forms::new_resolution(
            &model.context(),
            session,
            Resolution::default(),
        )),
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
        Act::Edit => model.obey(forms::edit_resolution(&model.context(), row)),
        Act::FollowUp => model.obey(forms::follow_up(&model.context(), row, None)),
        Act::Remind => model.obey(forms::remind(&model.context(), row, None)),
        Act::SetStatus => ask_status(model, row),
        Act::Remove => ask_remove(model, row, false),
        Act::Split => parts::ask_split(model, row),
        Act::Merge => parts::merge(model, row),
        Act::Extend => model.obey(forms::extend(&model.context(), row, None)),
        Act::Copy => {
            let words = model.words.say("did-copy");
            model.say(words, Role::Good);
            vec![Effect::Copy(plain_text(resolution))]
        }
        _ => Vec::new(),
    }
}

/// Whether it can be asked of several resolutions at once.
fn is_of_all(act: Act) -> bool {
    matches!(act, Act::SetStatus | Act::FollowUp | Act::Remind | Act::Extend)
}

/// What can be asked of several resolutions at once, as one change; none for what is about one alone.
pub(super) fn act_on_all(model: &mut Model, rows: &[ResolutionRow], act: Act) -> Option<Vec<Effect>> {
    match act {
        Act::SetStatus => Some(ask_status_of_all(model, rows)),
        Act::FollowUp => Some(model.obey(forms::follow_up_all(&model.context(), rows))),
        Act::Remind => Some(model.obey(forms::remind_all(&model.context(), rows))),
        Act::Extend => Some(model.obey(forms::extend_all(&model.context(), rows))),
        _ => None,
    }
}

/// The keys that change several resolutions at once, each with its word.
pub(super) fn keys_of_all(model: &Model, place: Place) -> String {
    let acts = [Act::Remind, Act::FollowUp, Act::SetStatus, Act::Extend];
    let bound = acts.map(|act| model.keymap.of(place).find(|bound| bound.binding.act == act));
    let said = bound.into_iter().flatten().map(|bound| {
        let line = key_word(bound, &model.words);
        format!("{} {}", isolate(&line.key), line.word)
    });
    said.collect::<Vec<_>>().join(" · ")
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

/// Chooses a resolution beside others, or no longer.
pub(super) fn choose(model: &mut Model, id: &ResolutionId) {
    if !model.chosen.remove(id) {
        model.chosen.insert(id.clone());
    }
}

/// Whether some of these are chosen.
pub(super) fn has_chosen(model: &Model, rows: &[ResolutionRow]) -> bool {
    let chosen = &model.chosen;
    !chosen.is_empty() && rows.iter().any(|row| chosen.contains(&row.resolution.id))
}

/// The chosen ones of these.
pub(super) fn chosen_rows(model: &Model, rows: &[ResolutionRow]) -> Vec<ResolutionRow> {
    let is_chosen = |row: &&ResolutionRow| model.chosen.contains(&row.resolution.id);
    rows.iter().filter(is_chosen).cloned().collect()
}

fn chosen(model: &Model, rows: &[ResolutionRow]) -> Vec<ResolutionId> {
    let ids = rows.iter().map(|row| &row.resolution.id);
    ids.filter(|id| model.chosen.contains(*id)).cloned().collect()
}

/// Chooses none of the shown ones any more; returns whether there were any.
pub(in crate::app) fn choose_none(model: &mut Model) -> bool {
    let of_session = || {
        model
            .books
            .session
            .as_ref()
            .map(|view| view.resolutions.as_slice())
    };
    let rows = match super::place(model) {
        Place::Open => model.books.open_rows(),
        Place::Resolutions => of_session().unwrap_or_default(),
        _ => &[],
    };
    let shown = chosen(model, rows);
    model.chosen.retain(|id| !shown.contains(id));
    !shown.is_empty()
}

/// How many are chosen, and the keys that change them all.
pub(super) fn chosen_note(model: &Model, rows: &[ResolutionRow]) -> Option<(String, Role)> {
    if !has_chosen(model, rows) {
        return None;
    }
    let keys = keys_of_all(model, super::place(model));
    let args = [("count", chosen(model, rows).len().into()), ("keys", keys.into())];
    Some((model.words.say_with("chosen-count", &args), Role::Strong))
}

/// Asks for the status of several resolutions.
fn ask_status_of_all(model: &mut Model, rows: &[ResolutionRow]) -> Vec<Effect> {
    let ids: Vec<ResolutionId> = rows.iter().map(|row| row.resolution.id.clone()).collect();
    let args = [("count", ids.len().into())];
    let title = model.words.say_with("status-title-chosen", &args);
    ask_which_status(model, title, Status::Open, |status| Command::SetStatus {
        resolutions: ids.clone(),
        status,
    })
}

/// Asks for a status; `command` is what the answer does.
pub(super) fn ask_which_status(
    model: &mut Model,
    title: String,
    now: Status,
    command: impl Fn(Status) -> Command,
) -> Vec<Effect> {
    let answers = Status::ALL.map(|status| {
        let (word, _) = say::status(&model.words, status, false);
        (word, vec![Step::change(command(status))])
    });
    let at = Status::ALL.iter().position(|status| *status == now).unwrap_or(0);
    model.dialog = Some(Dialog {
        title,
        text: String::new(),
        answers: answers.to_vec(),
        at,
        is_unforeseen: false,
    });
    Vec::new()
}

fn ask_status(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    let session = model.books.session(&row.session).map(|view| view.session.state);
    if session.is_some_and(|state| !state.is_open()) {
        // The minutes are locked, but life goes on: a new status comes with the follow-up that brought it.
        let words = model.words.say("status-by-follow-up");
        model.say(words, Role::Plain);
        return model.obey(forms::follow_up(&model.context(), row, None));
    }
    let title = model.words.say("status-title");
    let before = Box::new(row.resolution.clone());
    ask_which_status(model, title, row.resolution.status, |status| {
        let after = Resolution {
            status,
            ..row.resolution.clone()
        };
        Command::RecordResolution {
            before: Some(before.clone()),
            after: Box::new(after),
        }
    })
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
        vec![Step::Do(command), Step::Back]
    } else {
        vec![Step::Do(command)]
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
        (words.say("renumber-yes"), vec![Step::change(command)]),
        (words.say("renumber-no"), Vec::new()),
    ];
    let (title, text) = (words.say("renumber-title"), words.say("renumber-text"));
    model.dialog = Some(Dialog {
        title,
        text,
        answers,
        at: 1,
        is_unforeseen: false,
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

/// The word over the numbers needs so many columns.
const NUMBER: u16 = 4;
const DEADLINE: u16 = 14;
/// From so many columns on the subject has a column of its own.
const WIDE: u16 = 110;
/// From so many columns on the status has one, too.
const WIDER: u16 = 150;

fn table(model: &Model) -> Table {
    // A row may fill about a third of the screen; the whole text is one key away.
    let lines_max = (table_rows(model) / 3).max(4);
    let columns = model.setup.columns;
    if columns < WIDE {
        let responsible = if columns < 76 { 13 } else { 17 };
        let text = Table::left_for_one_more(columns, &[NUMBER, DEADLINE, responsible]);
        let heads = [
            ("column-row", NUMBER),
            ("column-resolution", text),
            ("column-deadline", DEADLINE),
            ("column-responsible", responsible),
        ];
        return table_of(model, &heads, lines_max, true);
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
    table_of(model, &heads, lines_max, true)
}

fn cells_at(model: &Model, rows: &[ResolutionRow], at: usize) -> Vec<TableCell> {
    rows.get(at).map(|row| cells(model, row, at)).unwrap_or_default()
}

fn cells(model: &Model, row: &ResolutionRow, at: usize) -> Vec<TableCell> {
    let resolution = &row.resolution;
    let subject = resolution.subject.clone().filter(|subject| !subject.is_empty());
    let subject: TableCell = subject
        .map(|subject| sought_piece(model, &subject, TextPart::Subject).role(Role::Strong))
        .into_iter()
        .collect();
    let text = vec![sought_piece(model, &resolution.text, TextPart::Text)];
    let status = vec![cells::status_piece(&model.context(), row)];
    let mut cells = vec![number(model, row, at)];
    let columns = model.setup.columns;
    cells.extend(match columns < WIDE {
        true => vec![[subject, text].concat()],
        false => vec![subject, text],
    });
    cells.extend(match columns < WIDER {
        true => vec![
            [cells::deadline(&model.context(), row), status].concat(),
            cells::responsible(&model.context(), resolution),
        ],
        false => vec![
            cells::deadline(&model.context(), row),
            cells::responsible(&model.context(), resolution),
            status,
        ],
    });
    cells
}

/// The row number, its place where it has none, and a mark where something should be looked at.
fn number(model: &Model, row: &ResolutionRow, at: usize) -> TableCell {
    let number = match row.resolution.row {
        Some(number) => Piece::ours(model.words.number(number)),
        None => Piece::ours(format!("({})", model.words.number(at + 1))).role(Role::Faint),
    };
    let is_chosen = model.chosen.contains(&row.resolution.id);
    let chosen = is_chosen.then(|| Piece::ours("✓").role(Role::Key));
    let mark = (!row.warnings.is_empty()).then(|| Piece::ours("⚠").role(Role::Warn));
    std::iter::once(number).chain(chosen).chain(mark).collect()
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
    let chosen = chosen_note(model, &view.resolutions);
    chosen.or_else(|| cells::row_note(&model.context(), view.resolutions.get(list.selected)?))
}
