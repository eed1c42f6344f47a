//! One resolution in full: large and calm, everything known about it, with a cursor on its clauses. Does not know how
//! it is edited.

use super::resolution_page::{Entries, entries};
use super::{resolutions, scrolled, settle_page};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, forms, frame};
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::ClauseState;
use crate::office::command::Command;
use crate::office::query::ResolutionRow;
use crate::ui::{Area, Canvas, Code, Key, Page, Role, sentence};
use std::rc::Rc;

pub(super) fn act(model: &mut Model, id: &ResolutionId, act: Act, key: Key) -> Vec<Effect> {
    let Some(row) = model.books.resolution(id).cloned() else {
        return Vec::new();
    };
    let area = frame::body(model);
    let (page, clauses) = page(model, area, &row);
    if act == Act::Move && moved_to_clause(model, id, key, &page, &clauses) {
        return Vec::new();
    }
    let list = model.spots.resolution.entry(id.clone()).or_default();
    if scrolled(list, act, key, page.rows(), area.rows) {
        return Vec::new();
    }
    let clause = chosen_clause(model, id, &clauses).map(|at| clauses[at].0.clone());
    match (act, clause) {
        (Act::Next, _) => go_to(model, id, 1),
        (Act::Previous, _) => go_to(model, id, -1),
        (Act::GoToSession, _) => model.go_to_session(&id.session()),
        (Act::GoToFollowed, _) => go_to_followed(model, &row),
        (Act::Remove, _) => resolutions::ask_remove(model, &row, true),
        (Act::Edit, Some(letter)) if key.code == Code::Enter => edit_clause(model, &row, &letter),
        (Act::SetStatus, Some(letter)) => ask_clause_status(model, &row, &letter),
        (Act::FollowUp, letter @ Some(_)) => forms::follow_up(model, &row, letter),
        (Act::Extend, letter @ Some(_)) => forms::extend(model, &row, letter),
        (act, _) => resolutions::act_on(model, &row, act),
    }
}

/// The letters of the clauses, each with its entry of the page.
type Clauses = Vec<(String, usize)>;

/// The place of the clause that the cursor is on.
fn chosen_clause(model: &Model, id: &ResolutionId, clauses: &Clauses) -> Option<usize> {
    let (of, letter) = model.spots.clause.as_ref()?;
    let at = clauses.iter().position(|(known, _)| known == letter);
    at.filter(|_| of == id)
}

/// Moves the cursor to the next clause in sight; returns whether there was one. What is out of sight is scrolled to
/// first.
fn moved_to_clause(model: &mut Model, id: &ResolutionId, key: Key, page: &Page, clauses: &Clauses) -> bool {
    let at = chosen_clause(model, id, clauses);
    let next = match key.as_command().code {
        Code::Down => Some(at.map_or(0, |at| at + 1)),
        Code::Up if at == Some(0) => {
            model.spots.clause = None;
            None
        }
        Code::Up => at.and_then(|at| at.checked_sub(1)),
        _ => None,
    };
    let next = next.and_then(|next| clauses.get(next));
    let in_sight = next.filter(|(_, entry)| is_in_sight(model, id, page, *entry));
    if let Some((letter, _)) = in_sight {
        model.spots.clause = Some((id.clone(), letter.clone()));
    }
    in_sight.is_some()
}

fn is_in_sight(model: &Model, id: &ResolutionId, page: &Page, entry: usize) -> bool {
    let top = model.spots.resolution.get(id).map_or(0, |list| list.top);
    let shown = top..top + usize::from(frame::body(model).rows);
    shown.contains(&page.rows_of_entry(entry).start)
}

fn edit_clause(model: &mut Model, row: &ResolutionRow, letter: &str) -> Vec<Effect> {
    let session = model.books.session(&row.session).map(|view| view.session.state);
    // In final minutes only the status may differ.
    if session.is_some_and(|state| !state.is_open()) {
        return ask_clause_status(model, row, letter);
    }
    forms::edit_clause(model, row, letter)
}

fn ask_clause_status(model: &mut Model, row: &ResolutionRow, letter: &str) -> Vec<Effect> {
    let before = row.resolution.clauses.get(letter).cloned().unwrap_or_default();
    let title = model
        .words
        .say_with("status-title-clause", &[("letter", letter.into())]);
    resolutions::ask_which_status(model, title, before.status, |status| Command::SetClause {
        resolution: row.resolution.id.clone(),
        letter: letter.to_owned(),
        before: before.clone(),
        after: ClauseState {
            status,
            ..before.clone()
        },
    })
}

fn go_to_followed(model: &mut Model, row: &ResolutionRow) -> Vec<Effect> {
    let followed = row.resolution.follows.as_ref();
    match followed.and_then(|followed| followed.resolution.clone()) {
        Some(id) => model.go_to(Screen::Resolution(id)),
        None => {
            model.say(model.words.say("follows-nothing"), Role::Faint);
            Vec::new()
        }
    }
}

/// The resolution before or behind, in the list that this one was opened from.
fn go_to(model: &mut Model, id: &ResolutionId, by: isize) -> Vec<Effect> {
    let from_open = model.stack.iter().rev().nth(1) == Some(&Screen::Open);
    let rows = match model.books.session(&id.session()) {
        Some(view) if !from_open => view.resolutions.as_slice(),
        _ => model.books.open_rows(),
    };
    let at = rows.iter().position(|row| row.resolution.id == *id);
    let next = at
        .and_then(|at| at.checked_add_signed(by))
        .and_then(|at| Some((at, rows.get(at)?.resolution.id.clone())));
    let Some((at, next)) = next else { return Vec::new() };
    if from_open {
        model.spots.open.list.selected = at;
    } else {
        model.spots.of_mut(&next.session()).resolutions.selected = at;
    }
    model.stack.pop();
    model.open(Screen::Resolution(next))
}

pub(super) fn settle(model: &mut Model, id: &ResolutionId) {
    let Some(row) = model.books.resolution(id) else {
        return;
    };
    let area = frame::body(model);
    let (page, clauses) = page(model, area, row);
    let mut list = model.spots.resolution.get(id).copied().unwrap_or_default();
    settle_page(&mut list, page.rows(), area.rows);
    model.spots.resolution.insert(id.clone(), list);
    // A cursor that was scrolled out of sight is on nothing.
    let chosen = chosen_clause(model, id, &clauses).map(|at| clauses[at].1);
    if chosen.is_none_or(|entry| !is_in_sight(model, id, &page, entry)) {
        model.spots.clause = None;
    }
}

pub(super) fn view(model: &Model, id: &ResolutionId, canvas: &mut Canvas, area: Area) {
    match model.books.resolution(id) {
        Some(row) => {
            let top = model.spots.resolution.get(id).map_or(0, |list| list.top);
            let (page, clauses) = page(model, area, row);
            page.paint(canvas, area, top);
            if let Some(at) = chosen_clause(model, id, &clauses) {
                let rows = page.rows_of_entry(clauses[at].1);
                let first = u16::try_from(rows.start.saturating_sub(top)).unwrap_or(u16::MAX);
                let part = area.below(first);
                let style = canvas.style(Role::Selected);
                let rows = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(part.rows);
                let columns = area.columns.saturating_sub(1);
                canvas.tint(
                    Area {
                        rows,
                        columns,
                        ..part
                    },
                    style,
                );
            }
        }
        None => sentence(canvas, area, &model.words.say("resolution-is-gone"), Role::Faint),
    }
}

/// «مصوبه ۳».
pub(super) fn title(model: &Model, id: &ResolutionId) -> String {
    let number = model.books.resolution(id).and_then(|row| row.resolution.row);
    match number {
        Some(number) => model
            .words
            .say_with("resolution-title", &[("row", number.into())]),
        None => model.words.say("resolution-title-bare"),
    }
}

fn page(model: &Model, area: Area, row: &ResolutionRow) -> (Rc<Page>, Clauses) {
    let Entries { all, clauses } = entries(model, row);
    (model.spots.page.of(&model.look, area.columns, all), clauses)
}

/// The page of a resolution that is shown beside another screen.
pub(in crate::app) fn page_of(model: &Model, columns: u16, row: &ResolutionRow) -> Page {
    Page::new(&model.look, columns, entries(model, row).all)
}

/// What the keys do with the clause that the cursor is on.
pub(super) fn note(model: &Model, id: &ResolutionId) -> Option<(String, Role)> {
    let (of, letter) = model.spots.clause.as_ref()?;
    let shown = |act| {
        model
            .keymap
            .shown(act, crate::app::keymap::Place::Resolution, &model.words)
    };
    let args = [
        ("letter", letter.as_str().into()),
        ("status", shown(Act::SetStatus).into()),
        ("extend", shown(Act::Extend).into()),
        ("follow", shown(Act::FollowUp).into()),
    ];
    (of == id).then(|| (model.words.say_with("clause-keys", &args), Role::Plain))
}
