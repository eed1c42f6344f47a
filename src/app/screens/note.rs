//! One note in full, to be read. Does not know how it is edited.

use super::{notes, scrolled, settle_page, sought_piece, talk};
use crate::app::keymap::Act;
use crate::app::{Effect, Model, Screen, frame};
use crate::domain::ids::NoteId;
use crate::domain::session::Note;
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Key, Page, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

fn note<'m>(model: &'m Model, id: &NoteId) -> Option<&'m Note> {
    model
        .books
        .session(&id.session())?
        .notes
        .iter()
        .find(|note| note.id == *id)
}

pub(super) fn act(model: &mut Model, id: &NoteId, act: Act, key: Key) -> Vec<Effect> {
    let Some(note) = note(model, id).cloned() else {
        return Vec::new();
    };
    let area = frame::body(model);
    let lines = page(model, area, &note).rows();
    let list = model.spots.note.entry(id.clone()).or_default();
    if scrolled(list, act, key, lines, area.rows) {
        return Vec::new();
    }
    let Some(view) = model.books.session(&id.session()).cloned() else {
        return Vec::new();
    };
    match act {
        Act::GoToSession => model.go_to_session(&id.session()),
        Act::Next | Act::Previous => {
            let at = view.notes.iter().position(|other| other.id == *id);
            let next = at.and_then(|at| at.checked_add_signed(if act == Act::Next { 1 } else { -1 }));
            let Some((at, next)) = next.and_then(|at| Some((at, view.notes.get(at)?))) else {
                return Vec::new();
            };
            let line = talk::lines(&view)
                .iter()
                .position(|line| line.id() == next.id.as_str());
            model.spots.of_mut(&id.session()).notes.selected = line.unwrap_or(at);
            model.stack.pop();
            model.open(Screen::Note(next.id.clone()))
        }
        act => {
            let steps = notes::act_on(&model.context(), &view, &note, act, true);
            model.obey(steps)
        }
    }
}

fn page(model: &Model, area: Area, note: &Note) -> Rc<Page> {
    let entries = entries(model, note);
    model.page.of(&model.look, area.columns, entries)
}

fn entries(model: &Model, note: &Note) -> Vec<PageEntry> {
    let entry = |label: &str, pieces| PageEntry {
        label: model.words.say(label),
        pieces,
    };
    let paragraphs = note.text.split('\n');
    let text = paragraphs
        .map(|text| sought_piece(model, text, TextPart::Text))
        .collect();
    let blank = PageEntry {
        label: String::new(),
        pieces: Vec::new(),
    };
    let mut entries = vec![
        entry("field-speaker", notes::who(&model.context(), note)),
        blank.clone(),
        entry("field-note", text),
    ];
    let view = model.books.session(&note.id.session());
    let made: Vec<Piece> = view
        .iter()
        .flat_map(|view| {
            view.made_from(&note.id)
                .map(|row| talk::decided(&model.words, view, row))
        })
        .collect();
    if !made.is_empty() {
        entries.extend([blank, entry("field-decided", made)]);
    }
    entries
}

pub(super) fn settle(model: &mut Model, id: &NoteId) {
    let Some(note) = note(model, id) else { return };
    let area = frame::body(model);
    let lines = page(model, area, note).rows();
    let mut list = model.spots.note.get(id).copied().unwrap_or_default();
    settle_page(&mut list, lines, area.rows);
    model.spots.note.insert(id.clone(), list);
}

pub(super) fn view(model: &Model, id: &NoteId, canvas: &mut Canvas, area: Area) {
    match note(model, id) {
        Some(note) => {
            let top = model.spots.note.get(id).map_or(0, |list| list.top);
            page(model, area, note).paint(canvas, area, top)
        }
        None => sentence(canvas, area, &model.words.say("note-is-gone"), Role::Faint),
    }
}
