//! The agenda of a session: numbered items. Does not know what was said about them.

use super::items;
use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::keys::Act;
use crate::app::locked::locked;
use crate::app::screens::tables::{moved, table_of, table_rows};
use crate::app::screens::{sought, talk};
use crate::app::stage::Stage;
use crate::app::step::{Step, To};
use crate::app::{Screen, forms, say};
use crate::domain::session::{AgendaKind, Session};
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Code, Key, ListState, Origin, Piece, Role, Table, TableCell, sentence};

/// Rows of the line above the items.
const SUM: u16 = 1;

pub(super) fn act(
    context: &Context,
    view: &SessionView,
    list: &mut ListState,
    act: Act,
    key: Key,
) -> Vec<Step> {
    let session = &view.session;
    let page = usize::from(table_rows(context) / 2);
    if moved(list, act, key, session.agenda.len(), page) {
        return Vec::new();
    }
    let at = list.selected;
    if act == Act::Edit && key.code == Code::Enter && is_review(session, at) {
        let review = Screen::Stage(Stage::Review, session.id.clone());
        return vec![Step::Open(To::Page(review))];
    }
    let item = session.agenda.get(at);
    let is_approval = item.is_some_and(|item| item.kind == AgendaKind::PreviousMinutes);
    if act == Act::Edit && key.code == Code::Enter && is_approval {
        return approve(session);
    }
    match act {
        Act::Add => forms::agenda_item(context, session, None),
        Act::Edit if at < session.agenda.len() => forms::agenda_item(context, session, Some(at)),
        Act::Remove => remove(context, session, at),
        Act::MoveUp => shift(session, list, at.wrapping_sub(1)),
        Act::MoveDown => shift(session, list, at + 1),
        Act::ItemResult => items::ask_result(context, session, at),
        Act::Hide => items::hide(session, at),
        Act::Attach => items::attach(context, session, at),
        Act::Standing => items::make_standing(context, view, at),
        Act::NextItem => talk::go_item(context, view, true),
        Act::PreviousItem => talk::go_item(context, view, false),
        _ => Vec::new(),
    }
}

/// Whether an item (from 0) is the review of earlier resolutions.
fn is_review(session: &Session, at: usize) -> bool {
    let item = session.agenda.get(at);
    item.is_some_and(|item| item.kind == AgendaKind::OpenResolutions)
}

/// Approves the minutes of the session before, or takes that back.
fn approve(session: &Session) -> Vec<Step> {
    let step = locked(session).unwrap_or_else(|| {
        Step::change(Command::ApproveMinutes {
            session: session.id.clone(),
            of: session.approves.last().map(|one| one.session.clone()),
            approved: session.approves.is_empty(),
        })
    });
    vec![step]
}

fn remove(context: &Context, session: &Session, at: usize) -> Vec<Step> {
    let Some(item) = session.agenda.get(at) else {
        return Vec::new();
    };
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let text = context
        .words
        .say_with("remove-agenda-item", &[("item", item.title.as_str().into())]);
    let mut after = session.clone();
    after.agenda.remove(at);
    let then = vec![Step::change(change(session, after))];
    vec![Step::Question(Dialog::before_removing(context.words, text, then))]
}

/// Moves the selected item to another place; the selection stays on it.
fn shift(session: &Session, list: &mut ListState, to: usize) -> Vec<Step> {
    let from = list.selected;
    if from.max(to) >= session.agenda.len() {
        return Vec::new();
    }
    if let Some(step) = locked(session) {
        return vec![step];
    }
    let mut after = session.clone();
    after.agenda.swap(from, to);
    list.selected = to;
    vec![Step::change(change(session, after))]
}

fn change(before: &Session, after: Session) -> Command {
    Command::RecordSession {
        before: Some(Box::new(before.clone())),
        after: Box::new(after),
    }
}

fn table(context: &Context) -> Table {
    let title = Table::left_for_one_more(context.setup.columns, &[4, 10]);
    let heads = [
        ("column-number", 4),
        ("column-agenda-item", title),
        ("column-minutes", 10),
    ];
    table_of(context, &heads, 8, true)
}

fn cells(context: &Context, view: &SessionView, row: usize) -> Vec<TableCell> {
    let session = &view.session;
    let is_current = talk::current_item(context.books, &session.id)
        .is_some_and(|item| usize::try_from(item) == Ok(row + 1));
    let Some(item) = session.agenda.get(row) else {
        return Vec::new();
    };
    let (minutes, minutes_role) = items::minutes(context, session, row, item);
    let mut title = vec![sought::piece(context, &item.title, TextPart::Text)];
    if item.kind != AgendaKind::Ordinary {
        let words = context.words.say(say::agenda_kind(item.kind));
        title.push(Piece::ours(words).role(Role::Faint));
    }
    if item.kind == AgendaKind::PreviousMinutes && !session.approves.is_empty() {
        title.push(Piece::ours(context.words.say("agenda-approved")).role(Role::Good));
    }
    if is_current {
        title.push(Piece::ours(context.words.say("agenda-now")).role(Role::Good));
    }
    title.extend(items::marks(context, view, row, item));
    vec![
        vec![Piece::ours(context.words.number(row + 1))],
        title,
        vec![Piece::ours(minutes).role(minutes_role)],
    ]
}

/// The word id of what Enter does on an item, where it is more than to edit it.
fn on_enter(session: &Session, at: usize) -> Option<&'static str> {
    match session.agenda.get(at)?.kind {
        AgendaKind::OpenResolutions => Some("review-item"),
        AgendaKind::PreviousMinutes if !session.state.is_open() => None,
        AgendaKind::PreviousMinutes if session.approves.is_empty() => Some("approval-item"),
        AgendaKind::PreviousMinutes => Some("approval-item-approved"),
        AgendaKind::Ordinary => None,
    }
}

/// What Enter does on the item that is the review, or the approval of the minutes before; of another one how many were
/// there while it was talked about.
pub(super) fn remark(context: &Context, view: &SessionView, at: usize) -> Option<(String, Role)> {
    if let Some(id) = on_enter(&view.session, at) {
        return Some((context.words.say(id), Role::Faint));
    }
    let presence = view.present_at_item(u32::try_from(at + 1).ok()?)?;
    Some(say::item_presence(context.words, &presence, view.quorum))
}

pub(super) fn settle(context: &Context, view: &SessionView, list: &mut ListState) {
    let session = &view.session;
    list.settle(
        session.agenda.len(),
        table_rows(context).saturating_sub(SUM),
        |row| table(context).height(context.look, &cells(context, view, row)),
    );
}

pub(super) fn view(context: &Context, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    let session = &view.session;
    if session.agenda.is_empty() {
        return sentence(canvas, area, &context.words.say("agenda-empty"), Role::Faint);
    }
    let style = canvas.style(Role::Faint);
    canvas.text(
        1,
        area.row,
        area.columns.saturating_sub(2),
        &sum(context, session),
        Origin::Ours,
        style,
    );
    table(context).paint(canvas, area.below(SUM), list, session.agenda.len(), |row| {
        cells(context, view, row)
    });
}

/// How many items there are, the minutes planned for them, and when they would be through.
fn sum(context: &Context, session: &Session) -> String {
    let words = context.words;
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
