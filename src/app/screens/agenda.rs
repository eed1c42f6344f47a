//! The agenda of a session: numbered items. Does not know what was said about them.

use super::{moved, stages, table_of, table_rows, talk};
use crate::app::dialog::Dialog;
use crate::app::keymap::Act;
use crate::app::stage::Stage;
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, forms, say};
use crate::domain::session::{AgendaKind, Session};
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Code, Key, ListState, Origin, Piece, Role, Table, TableCell, sentence};

/// Rows of the line above the items.
const SUM: u16 = 1;

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let session = &view.session;
    let page = usize::from(table_rows(model) / 2);
    let list = &mut model.spots.of_mut(&session.id).agenda;
    if moved(list, act, key, session.agenda.len(), page) {
        return Vec::new();
    }
    let at = list.selected;
    if act == Act::Edit && key.code == Code::Enter && stages::is_review(session, at) {
        return model.go_to(Screen::Stage(Stage::Review, session.id.clone()));
    }
    match act {
        Act::Add => model.obey(forms::agenda_item(&model.context(), session, None)),
        Act::Edit if at < session.agenda.len() => {
            model.obey(forms::agenda_item(&model.context(), session, Some(at)))
        }
        Act::Remove => remove(model, session, at),
        Act::MoveUp => shift(model, session, at, at.wrapping_sub(1)),
        Act::MoveDown => shift(model, session, at, at + 1),
        Act::NextItem => talk::go_item(model, view, true),
        Act::PreviousItem => talk::go_item(model, view, false),
        _ => Vec::new(),
    }
}

fn remove(model: &mut Model, session: &Session, at: usize) -> Vec<Effect> {
    let Some(item) = session.agenda.get(at) else {
        return Vec::new();
    };
    if !super::may_change(model, session) {
        return Vec::new();
    }
    let text = model
        .words
        .say_with("remove-agenda-item", &[("item", item.title.as_str().into())]);
    let mut after = session.clone();
    after.agenda.remove(at);
    let then = vec![Step::change(change(session, after))];
    model.dialog = Some(Dialog::before_removing(&model.words, text, then));
    Vec::new()
}

fn shift(model: &mut Model, session: &Session, from: usize, to: usize) -> Vec<Effect> {
    if from.max(to) >= session.agenda.len() || !super::may_change(model, session) {
        return Vec::new();
    }
    let mut after = session.clone();
    after.agenda.swap(from, to);
    model.spots.of_mut(&session.id).agenda.selected = to;
    model.ask_for(change(session, after))
}

fn change(before: &Session, after: Session) -> Command {
    Command::RecordSession {
        before: Some(Box::new(before.clone())),
        after: Box::new(after),
    }
}

fn table(model: &Model) -> Table {
    let title = Table::left_for_one_more(model.setup.columns, &[4, 10]);
    let heads = [
        ("column-number", 4),
        ("column-agenda-item", title),
        ("column-minutes", 10),
    ];
    table_of(model, &heads, 8, true)
}

fn cells(model: &Model, session: &Session, row: usize) -> Vec<TableCell> {
    let is_current = talk::current_item(&model.books, &session.id)
        .is_some_and(|item| usize::try_from(item) == Ok(row + 1));
    let Some(item) = session.agenda.get(row) else {
        return Vec::new();
    };
    let minutes = item
        .planned_minutes
        .map(|minutes| model.words.number(minutes))
        .unwrap_or_default();
    let mut title = vec![super::sought_piece(model, &item.title, TextPart::Text)];
    if item.kind != AgendaKind::Ordinary {
        let words = model.words.say(say::agenda_kind(item.kind));
        title.push(Piece::ours(words).role(Role::Faint));
    }
    if is_current {
        title.push(Piece::ours(model.words.say("agenda-now")).role(Role::Good));
    }
    vec![
        vec![Piece::ours(model.words.number(row + 1))],
        title,
        vec![Piece::ours(minutes).role(Role::Faint)],
    ]
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let session = &view.session;
    list.settle(
        session.agenda.len(),
        table_rows(model).saturating_sub(SUM),
        |row| table(model).height(&model.look, &cells(model, session, row)),
    );
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    let session = &view.session;
    if session.agenda.is_empty() {
        return sentence(canvas, area, &model.words.say("agenda-empty"), Role::Faint);
    }
    let style = canvas.style(Role::Faint);
    canvas.text(
        1,
        area.row,
        area.columns.saturating_sub(2),
        &sum(model, session),
        Origin::Ours,
        style,
    );
    table(model).paint(canvas, area.below(SUM), list, session.agenda.len(), |row| {
        cells(model, session, row)
    });
}

/// How many items there are, the minutes planned for them, and when they would be through.
fn sum(model: &Model, session: &Session) -> String {
    let words = &model.words;
    let minutes: u32 = session
        .agenda
        .iter()
        .filter_map(|item| item.planned_minutes)
        .fold(0, u32::saturating_add);
    let unplanned = session
        .agenda
        .iter()
        .filter(|item| item.planned_minutes.is_none());
    let args = [
        ("items", session.agenda.len().into()),
        ("minutes", minutes.into()),
    ];
    let count = words.say_with(
        if minutes > 0 {
            "agenda-sum-planned"
        } else {
            "agenda-sum"
        },
        &args,
    );
    let rest = unplanned.count();
    let end = session.start.and_then(|start| start.later_by(minutes));
    let end = end.filter(|_| minutes > 0 && rest == 0);
    let tail = match end {
        Some(end) => words.say_with("agenda-ends", &[("time", words.time(end).into())]),
        None if minutes > 0 && rest > 0 => words.say_with("agenda-unplanned", &[("count", rest.into())]),
        None => return count,
    };
    format!("{count} · {tail}")
}
