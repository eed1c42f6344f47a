//! One resolution in full: large and calm, everything known about it, with a cursor on its clauses and
//! follow-ups. Does not know how
//! it is edited.

use super::resolution_page::{Entries, Part, entries};
use super::{open_list, resolutions, scrolled, settle_page};
use crate::app::dialog::Dialog;
use crate::app::keymap::{Act, Place};
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, forms, frame, say};
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
    let (page, parts) = page(model, area, &row);
    if act == Act::Move && moved_to_part(model, id, key, &page, &parts) {
        return Vec::new();
    }
    let list = model.spots.resolution.entry(id.clone()).or_default();
    if scrolled(list, act, key, page.rows(), area.rows) {
        return Vec::new();
    }
    match chosen_part(model, id, &parts).map(|at| parts[at].0.clone()) {
        Some(Part::Clause(letter)) => {
            if let Some(effects) = act_on_clause(model, &row, &letter, act, key) {
                return effects;
            }
        }
        Some(Part::FollowUp(at)) => match act {
            Act::Edit => return model.obey(forms::edit_follow_up(&model.context(), &row, at)),
            Act::Remove => return ask_remove_follow_up(model, &row, at),
            _ => {}
        },
        None => {}
    }
    match act {
        Act::Next => go_to(model, id, 1),
        Act::Previous => go_to(model, id, -1),
        Act::GoToSession => model.go_to_session(&id.session()),
        Act::GoToFollowed => go_to_followed(model, &row),
        Act::Remove => {
            let steps = resolutions::ask_remove(&model.context(), &row, true);
            model.obey(steps)
        }
        act => {
            let steps = resolutions::act_on(&model.context(), &row, act);
            model.obey(steps)
        }
    }
}

/// What is asked of the clause that the cursor is on; none for what is about the whole resolution.
fn act_on_clause(
    model: &mut Model,
    row: &ResolutionRow,
    letter: &str,
    act: Act,
    key: Key,
) -> Option<Vec<Effect>> {
    let clause = Some(letter.to_owned());
    match act {
        Act::Edit if key.code == Code::Enter => Some(edit_clause(model, row, letter)),
        Act::SetStatus => Some(ask_clause_status(model, row, letter)),
        Act::FollowUp => Some(model.obey(forms::follow_up(&model.context(), row, clause))),
        Act::Remind => Some(model.obey(forms::remind(&model.context(), row, clause))),
        Act::Extend => Some(model.obey(forms::extend(&model.context(), row, clause))),
        _ => None,
    }
}

/// Asks before a follow-up is taken away, and says what becomes of the status that it brought.
fn ask_remove_follow_up(model: &mut Model, row: &ResolutionRow, at: usize) -> Vec<Effect> {
    let Some(before) = row.resolution.follow_ups.get(at).cloned() else {
        return Vec::new();
    };
    let words = &model.words;
    let first = before.text.lines().next().unwrap_or_default();
    let name = say::shortened(&model.look, first, NAME_COLUMNS);
    let mut text = words.say_with("remove-follow-up", &[("text", name.into())]);
    let then = row.resolution.status_before(at);
    if let (Some(now), Some(then)) = (before.status, then)
        && now != then
    {
        let args = [now, then].map(|status| say::status(words, status, false).0);
        let args = [("now", (&args[0]).into()), ("then", (&args[1]).into())];
        text = format!("{text}\n{}", words.say_with("remove-follow-up-status", &args));
    }
    let command = Command::ReviseFollowUp {
        resolution: row.resolution.id.clone(),
        at,
        before,
        after: None,
    };
    model.dialog = Some(Dialog::before_removing(words, text, vec![Step::change(command)]));
    Vec::new()
}

/// So many columns of a follow-up are shown in a question.
const NAME_COLUMNS: u16 = 48;

/// The parts that the cursor can be on, each with its entry of the page.
type Parts = Vec<(Part, usize)>;

/// The place of the part that the cursor is on.
fn chosen_part(model: &Model, id: &ResolutionId, parts: &Parts) -> Option<usize> {
    let (of, part) = model.spots.part.as_ref()?;
    let at = parts.iter().position(|(known, _)| known == part);
    at.filter(|_| of == id)
}

/// Moves the cursor to the next part in sight; returns whether there was one. What is out of sight is scrolled to
/// first.
fn moved_to_part(model: &mut Model, id: &ResolutionId, key: Key, page: &Page, parts: &Parts) -> bool {
    let at = chosen_part(model, id, parts);
    let next = match key.as_command().code {
        Code::Down => Some(at.map_or(0, |at| at + 1)),
        Code::Up if at == Some(0) => {
            model.spots.part = None;
            None
        }
        Code::Up => at.and_then(|at| at.checked_sub(1)),
        _ => None,
    };
    let next = next.and_then(|next| parts.get(next));
    let in_sight = next.filter(|(_, entry)| is_in_sight(model, id, page, *entry));
    if let Some((part, _)) = in_sight {
        model.spots.part = Some((id.clone(), part.clone()));
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
    model.obey(forms::edit_clause(&model.context(), row, letter))
}

fn ask_clause_status(model: &mut Model, row: &ResolutionRow, letter: &str) -> Vec<Effect> {
    let before = row.resolution.clauses.get(letter).cloned().unwrap_or_default();
    let title = model
        .words
        .say_with("status-title-clause", &[("letter", letter.into())]);
    let steps = resolutions::ask_which_status(&model.context(), title, before.status, |status| {
        Command::SetClause {
            resolution: row.resolution.id.clone(),
            letter: letter.to_owned(),
            before: before.clone(),
            after: ClauseState {
                status,
                ..before.clone()
            },
        }
    });
    model.obey(steps)
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
    let next = match model.books.session(&id.session()) {
        Some(view) if !from_open => {
            let rows = &view.resolutions;
            let at = rows.iter().position(|row| row.resolution.id == *id);
            let next = at.and_then(|at| at.checked_add_signed(by));
            let next = next.and_then(|at| Some((at, rows.get(at)?.resolution.id.clone())));
            next.map(|(at, next)| {
                model.spots.of_mut(&next.session()).resolutions.selected = at;
                next
            })
        }
        _ => open_list::step(model, id, by),
    };
    let Some(next) = next else { return Vec::new() };
    model.stack.pop();
    model.open(Screen::Resolution(next))
}

pub(super) fn settle(model: &mut Model, id: &ResolutionId) {
    let Some(row) = model.books.resolution(id) else {
        return;
    };
    let area = frame::body(model);
    let (page, parts) = page(model, area, row);
    let mut list = model.spots.resolution.get(id).copied().unwrap_or_default();
    settle_page(&mut list, page.rows(), area.rows);
    model.spots.resolution.insert(id.clone(), list);
    // A cursor that was scrolled out of sight is on nothing.
    let chosen = chosen_part(model, id, &parts).map(|at| parts[at].1);
    if chosen.is_none_or(|entry| !is_in_sight(model, id, &page, entry)) {
        model.spots.part = None;
    }
}

pub(super) fn view(model: &Model, id: &ResolutionId, canvas: &mut Canvas, area: Area) {
    match model.books.resolution(id) {
        Some(row) => {
            let top = model.spots.resolution.get(id).map_or(0, |list| list.top);
            let (page, parts) = page(model, area, row);
            page.paint(canvas, area, top);
            if let Some(at) = chosen_part(model, id, &parts) {
                let rows = page.rows_of_entry(parts[at].1);
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

fn page(model: &Model, area: Area, row: &ResolutionRow) -> (Rc<Page>, Parts) {
    let Entries { all, parts } = entries(&model.context(), row);
    (model.page.of(&model.look, area.columns, all), parts)
}

/// The page of a resolution that is shown beside another screen.
pub(in crate::app) fn page_of(model: &Model, columns: u16, row: &ResolutionRow) -> Page {
    Page::new(&model.look, columns, entries(&model.context(), row).all)
}

/// What the keys do with the part that the cursor is on.
pub(super) fn note(model: &Model, id: &ResolutionId) -> Option<(String, Role)> {
    let (_, part) = model.spots.part.as_ref().filter(|(of, _)| of == id)?;
    let shown = |act| model.keymap.shown(act, Place::Resolution, &model.words);
    let words = match part {
        Part::Clause(letter) => {
            let args = [
                ("letter", letter.as_str().into()),
                ("status", shown(Act::SetStatus).into()),
                ("extend", shown(Act::Extend).into()),
                ("follow", shown(Act::FollowUp).into()),
            ];
            model.words.say_with("clause-keys", &args)
        }
        Part::FollowUp(at) => {
            let args = [("number", (at + 1).into()), ("remove", shown(Act::Remove).into())];
            model.words.say_with("follow-up-keys", &args)
        }
    };
    Some((words, Role::Plain))
}
