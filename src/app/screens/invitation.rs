//! The letter that invites to a session, to be read, copied and sent through an editor. Does not know its wording.

use super::stages::Stage;
use super::{scrolled, settle_page, stages};
use crate::app::keymap::Act;
use crate::app::outside::{NotEdited, sentence};
use crate::app::{Effect, Model, Screen, frame, invitation};
use crate::domain::ids::SessionId;
use crate::office::command::Command;
use crate::office::query::SessionView;
use crate::ui::{Area, Canvas, Key, ListState, Page, PageEntry, Piece, Role};
use std::rc::Rc;

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let area = page_area(frame::body(model));
    let lines = page(model, view, area).rows();
    let list = stages::list(model, Stage::Invitation, &view.session.id);
    if scrolled(list, act, key, lines, area.rows) {
        return Vec::new();
    }
    match act {
        Act::Copy => {
            model.say(model.words.say("did-copy"), Role::Good);
            vec![Effect::Copy(letter(model, view))]
        }
        Act::Edit if super::may_change(model, &view.session) => {
            vec![Effect::EditOutside(letter(model, view))]
        }
        _ => Vec::new(),
    }
}

/// The letter as it came back from the editor, now or earlier, else as the session gives it.
fn letter(model: &Model, view: &SessionView) -> String {
    let edited = unsaved(model, &view.session.id).or(view.session.invitation_text.as_deref());
    let edited = edited.filter(|text| !text.is_empty());
    edited.map_or_else(|| own_letter(model, view), str::to_owned)
}

/// The letter that the session gives.
fn own_letter(model: &Model, view: &SessionView) -> String {
    invitation::invitation(&model.words, &view.session, &view.body)
}

/// The letter that came back from the editor, while it is not known to be saved; empty for the one that the session
/// gives.
fn unsaved<'m>(model: &'m Model, id: &SessionId) -> Option<&'m str> {
    let spot = model.spots.in_session.get(id);
    spot.and_then(|spot| spot.at_once.letter.as_deref())
}

/// The editor has ended: its text is the letter, and is recorded; one that is as the session gives it, or empty, is the
/// session's own again.
pub(in crate::app) fn edited(model: &mut Model, result: Result<String, NotEdited>) -> Vec<Effect> {
    let Screen::Stage(Stage::Invitation, id) = model.screen().clone() else {
        return Vec::new();
    };
    let text = match result {
        Ok(text) => text.trim_end().to_owned(),
        Err(why) => {
            model.say(sentence(&model.words, &why), Role::Bad);
            return Vec::new();
        }
    };
    let own = model.books.session(&id).map(|view| own_letter(model, view));
    let text = Some(text).filter(|text| own.as_ref() != Some(text));
    model.spots.of_mut(&id).at_once.letter = Some(text.clone().unwrap_or_default());
    model.say(model.words.say("invitation-came"), Role::Plain);
    model.ask_for(Command::RecordInvitation { session: id, text })
}

/// A blank row and a wide margin, as on paper.
fn page_area(area: Area) -> Area {
    let margin = area.columns / 10;
    Area {
        column: area.column + margin,
        columns: area.columns.saturating_sub(2 * margin),
        ..area.below(1)
    }
}

fn page(model: &Model, view: &SessionView, area: Area) -> Rc<Page> {
    let letter = letter(model, view);
    let entry = PageEntry {
        label: String::new(),
        pieces: letter.split('\n').map(Piece::stored).collect(),
    };
    model.spots.page.of(&model.look, area.columns, vec![entry])
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let area = page_area(frame::body(model));
    settle_page(list, page(model, view, area).rows(), area.rows);
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    let area = page_area(area);
    page(model, view, area).paint(canvas, area, list.top);
}

/// Whether the letter is another one than the session gives, and whether it could not be saved.
pub(super) fn sum(model: &Model, id: &SessionId) -> Option<(String, Role)> {
    if unsaved(model, id).is_some() && model.asked.is_empty() {
        return Some((model.words.say("invitation-not-saved"), Role::Bad));
    }
    let stored = || model.books.session(id)?.session.invitation_text.as_deref();
    let edited = unsaved(model, id)
        .or_else(stored)
        .is_some_and(|text| !text.is_empty());
    edited.then(|| (model.words.say("invitation-edited"), Role::Warn))
}
