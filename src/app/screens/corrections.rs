//! The corrections of final minutes: their list to be read, and which record the next one is about. Does not know how
//! one is written.

use super::talk::{self, Line};
use super::{Tab, scrolled, settle_page, stages};
use crate::app::keymap::{Act, Place};
use crate::app::stage::Stage;
use crate::app::{Effect, Model, Screen, forms, frame, say, sentences};
use crate::domain::correction::{Corrected, Correction};
use crate::domain::ids::SessionId;
use crate::office::query::SessionView;
use crate::ui::{Area, Canvas, Key, ListState, Page, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

/// Opens the form of a correction of what is shown or selected.
pub(super) fn correct(model: &mut Model, id: &SessionId) -> Vec<Effect> {
    let Some(view) = model.books.session(id).cloned() else {
        return Vec::new();
    };
    match corrected(model, &view) {
        Some(about) => model.obey(forms::correction(&model.context(), &view, about)),
        None => Vec::new(),
    }
}

/// The record that is shown or selected; the session as a whole where none is.
fn corrected(model: &Model, view: &SessionView) -> Option<Corrected> {
    let Screen::Session(id) = model.screen() else {
        return Some(match model.screen() {
            Screen::Resolution(id) => Corrected::Resolution(id.clone()),
            Screen::Note(id) => Corrected::Note(id.clone()),
            _ => Corrected::Session,
        });
    };
    let spot = model.spots.of(id);
    match spot.tab {
        Tab::Attendance => {
            let row = view.roll.get(spot.roll.selected);
            Some(row.map_or(Corrected::Session, |row| {
                Corrected::Attendance(row.seat.id.clone())
            }))
        }
        Tab::Notes => Some(match talk::lines(view).get(spot.notes.selected)? {
            Line::Note(note) => Corrected::Note(note.id.clone()),
            Line::Decided(row) => Corrected::Resolution(row.resolution.id.clone()),
        }),
        Tab::Resolutions => {
            let row = view.resolutions.get(spot.resolutions.selected)?;
            Some(Corrected::Resolution(row.resolution.id.clone()))
        }
        Tab::Details | Tab::Agenda | Tab::Raw => Some(Corrected::Session),
    }
}

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let area = frame::body(model);
    let lines = page(model, view, area).rows();
    let list = stages::list(model, Stage::Corrections, &view.session.id);
    scrolled(list, act, key, lines, area.rows);
    Vec::new()
}

fn page(model: &Model, view: &SessionView, area: Area) -> Rc<Page> {
    let corrections = view.corrections.iter();
    let entries = corrections.flat_map(|correction| entries(model, view, correction));
    model.page.of(&model.look, area.columns, entries.collect())
}

fn entries(model: &Model, view: &SessionView, correction: &Correction) -> Vec<PageEntry> {
    let words = &model.words;
    let args = [
        ("number", correction.number.into()),
        (
            "about",
            sentences::corrected(words, view, &correction.about).into(),
        ),
    ];
    let head = Piece::ours(words.say_with("correction-head", &args)).role(Role::Strong);
    let who = correction.by.as_deref().map(crate::text::isolate);
    let when = [Some(say::day_long(words, correction.date)), who];
    let when: Vec<String> = when.into_iter().flatten().collect();
    let told = |label: &str, text: &str, empty: &str| PageEntry {
        label: words.say(label),
        pieces: match text.trim().is_empty() {
            true => vec![Piece::ours(words.say(empty)).role(Role::Faint)],
            false => text.split('\n').map(Piece::stored).collect(),
        },
    };
    let bare = |pieces| PageEntry {
        label: String::new(),
        pieces,
    };
    vec![
        bare(vec![head, Piece::ours(when.join(" · ")).role(Role::Faint)]),
        told("field-was", &correction.was, "correction-was-nothing"),
        told("field-shall-be", &correction.shall_be, "correction-is-struck"),
        told(
            "field-correction-reason",
            &correction.reason,
            "correction-was-nothing",
        ),
        bare(Vec::new()),
    ]
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let area = frame::body(model);
    settle_page(list, page(model, view, area).rows(), area.rows);
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    if view.corrections.is_empty() {
        let key = model.keymap.shown(Act::Correct, Place::Details, &model.words);
        let words = model.words.say_with("corrections-empty", &[("key", key.into())]);
        return sentence(canvas, area, &words, Role::Plain);
    }
    page(model, view, area).paint(canvas, area, list.top);
}
