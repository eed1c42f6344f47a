//! The letter that invites to a session, to be read, copied and sent through an editor. Does not know its wording.

use super::stages::Stage;
use super::{scrolled, settle_page, stages};
use crate::app::keymap::Act;
use crate::app::outside::{NotEdited, sentence};
use crate::app::{Effect, Model, Screen, frame, invitation};
use crate::domain::ids::SessionId;
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
        Act::Edit => vec![Effect::EditOutside(letter(model, view))],
        _ => Vec::new(),
    }
}

/// The letter as it came back from the editor, else as the session gives it.
fn letter(model: &Model, view: &SessionView) -> String {
    let edited = model.spots.letters.get(&view.session.id);
    edited
        .cloned()
        .unwrap_or_else(|| invitation::invitation(&model.words, &view.session, &view.body))
}

/// The editor has ended: its text is the letter, as long as one is at this screen.
pub(in crate::app) fn edited(model: &mut Model, result: Result<String, NotEdited>) -> Vec<Effect> {
    let Screen::Stage(Stage::Invitation, id) = model.screen().clone() else {
        return Vec::new();
    };
    match result {
        Ok(text) => {
            model.spots.letters.insert(id, text.trim_end().to_owned());
            model.say(model.words.say("invitation-came"), Role::Good);
        }
        Err(why) => model.say(sentence(&model.words, &why), Role::Bad),
    }
    Vec::new()
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

/// Whether the letter is another one than the session gives.
pub(super) fn sum(model: &Model, id: &SessionId) -> Option<(String, Role)> {
    let edited = model.spots.letters.contains_key(id);
    edited.then(|| (model.words.say("invitation-edited"), Role::Warn))
}
