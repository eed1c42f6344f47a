//! One resolution in full: large and calm, everything known about it. Does not know how it is edited.

use super::{resolutions, scrolled, settle_page};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, frame, say, sentences};
use crate::domain::ids::ResolutionId;
use crate::domain::resolution::{ClauseState, FollowUp};
use crate::office::query::ResolutionRow;
use crate::ui::{Area, Canvas, Key, Page, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

pub(super) fn act(model: &mut Model, id: &ResolutionId, act: Act, key: Key) -> Vec<Effect> {
    let Some(row) = model.books.resolution(id).cloned() else {
        return Vec::new();
    };
    let area = frame::body(model);
    let lines = page(model, area, &row).rows();
    let list = model.spots.resolution.entry(id.clone()).or_default();
    if scrolled(list, act, key, lines, area.rows) {
        return Vec::new();
    }
    match act {
        Act::Next => go_to(model, id, 1),
        Act::Previous => go_to(model, id, -1),
        Act::GoToSession => model.open(Screen::Session(id.session())),
        Act::Remove => resolutions::ask_remove(model, &row, true),
        act => resolutions::act_on(model, &row, act),
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
    let lines = page(model, area, row).rows();
    let mut list = model.spots.resolution.get(id).copied().unwrap_or_default();
    settle_page(&mut list, lines, area.rows);
    model.spots.resolution.insert(id.clone(), list);
}

pub(super) fn view(model: &Model, id: &ResolutionId, canvas: &mut Canvas, area: Area) {
    match model.books.resolution(id) {
        Some(row) => {
            let top = model.spots.resolution.get(id).map_or(0, |list| list.top);
            page(model, area, row).paint(canvas, area, top)
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

fn page(model: &Model, area: Area, row: &ResolutionRow) -> Rc<Page> {
    let entries = entries(model, row);
    model.spots.page.of(&model.look, area.columns, entries)
}

fn entries(model: &Model, row: &ResolutionRow) -> Vec<PageEntry> {
    let words = &model.words;
    let resolution = &row.resolution;
    let entry = |label: &str, pieces: Vec<Piece>| PageEntry {
        label: words.say(label),
        pieces,
    };
    let blank = || PageEntry {
        label: String::new(),
        pieces: Vec::new(),
    };
    let mut entries = Vec::new();
    let session = say::session_of(words, row);
    let date = row
        .session_date
        .map(|day| say::day_long(words, day))
        .unwrap_or_default();
    let args = [("session", session.into()), ("date", date.into())];
    entries.push(entry(
        "field-session",
        vec![Piece::ours(words.say_with("session-title", &args)).role(Role::Faint)],
    ));
    if let Some(subject) = &resolution.subject {
        entries.push(entry(
            "field-subject",
            vec![Piece::stored(subject.clone()).role(Role::Strong)],
        ));
    }
    entries.push(blank());
    entries.push(entry(
        "field-text",
        resolution.text.split('\n').map(Piece::stored).collect(),
    ));
    entries.push(blank());
    entries.push(entry("field-deadline", deadline(model, row)));
    let responsible = resolutions::responsible(resolution);
    let nobody = vec![Piece::ours("—").role(Role::Faint)];
    entries.push(entry(
        "field-responsible",
        if responsible.is_empty() {
            nobody
        } else {
            responsible
        },
    ));
    entries.push(entry("field-status", vec![resolutions::status_piece(model, row)]));
    if let Some(follows) = &resolution.follows {
        entries.push(entry(
            "field-follows",
            vec![Piece::stored(follows.written.clone())],
        ));
    }
    if !resolution.clauses.is_empty() {
        let clauses = resolution.clauses.iter();
        let pieces = clauses.flat_map(|(letter, state)| clause_pieces(model, row, letter, state));
        entries.push(entry("field-clauses", pieces.collect()));
    }
    if !resolution.follow_ups.is_empty() {
        entries.push(blank());
        let pieces = resolution
            .follow_ups
            .iter()
            .flat_map(|follow_up| follow_up_pieces(model, follow_up));
        entries.push(entry("field-follow-ups", pieces.collect()));
    }
    if !row.warnings.is_empty() {
        entries.push(blank());
        let pieces = row
            .warnings
            .iter()
            .map(|warning| Piece::ours(sentences::warning(words, warning)).role(Role::Warn));
        entries.push(entry("field-warnings", pieces.collect()));
    }
    entries
}

/// The deadline as written; its day with weekday, and how far that lies.
fn deadline(model: &Model, row: &ResolutionRow) -> Vec<Piece> {
    let words = &model.words;
    let Some(deadline) = &row.resolution.deadline else {
        return vec![Piece::ours("—").role(Role::Faint)];
    };
    let mut pieces = vec![Piece::stored(deadline.written.clone())];
    if let Some(day) = row.due {
        let distance = say::distance(words, model.setup.today, day);
        let args = [
            ("date", say::day_long(words, day).into()),
            ("distance", distance.into()),
        ];
        let role = if row.overdue { Role::Bad } else { Role::Plain };
        pieces.push(Piece::ours(words.say_with("due-note", &args)).role(role));
    }
    pieces
}

/// What is known of one clause: its status, and its own deadline and organisations where it has some.
fn clause_pieces(model: &Model, row: &ResolutionRow, letter: &str, state: &ClauseState) -> Vec<Piece> {
    let words = &model.words;
    let due = state.deadline.as_ref();
    let due = due.and_then(|deadline| deadline.due(row.session_date, None, &[]));
    let (status, role) = say::status(words, state.status, false);
    let head = words.say_with(
        "clause-head",
        &[("letter", letter.into()), ("status", status.into())],
    );
    let written = state.deadline.iter().map(|deadline| deadline.written.clone());
    let own = state
        .responsible
        .iter()
        .map(|who| who.written.clone())
        .chain(written);
    let own: Vec<String> = own.chain(due.map(|day| words.day(day))).collect();
    let own = (!own.is_empty()).then(|| Piece::stored(own.join("، ")).role(Role::Faint));
    std::iter::once(Piece::ours(head).role(role)).chain(own).collect()
}

/// The head of a follow-up (day, who, letter, new status), and its words.
fn follow_up_pieces(model: &Model, follow_up: &FollowUp) -> Vec<Piece> {
    let words = &model.words;
    let status = follow_up.status.map(|status| say::status(words, status, false).0);
    let isolated = |text: &Option<String>| text.as_deref().map(crate::text::isolate);
    let letter = isolated(&follow_up.letter)
        .map(|letter| words.say_with("follow-up-letter", &[("letter", letter.into())]));
    let parts = [
        follow_up.date.map(|day| words.day(day)),
        isolated(&follow_up.by),
        letter,
        status,
    ];
    let head: Vec<String> = parts.into_iter().flatten().collect();
    let text = Piece::stored(follow_up.text.clone());
    vec![Piece::ours(head.join(" · ")).role(Role::Faint), text]
}
