//! The letter that invites to a session, to be read, copied and edited here or in an editor outside. Does not know its wording.

use super::{scrolled, settle_page, stages};
use crate::app::keymap::Act;
use crate::app::stage::Stage;
use crate::app::{Effect, Model, forms, frame, invitation};
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
        Act::Edit => {
            let (text, own) = (letter(model, view), own_letter(model, view));
            model.obey(forms::letter(&view.session, &text, own))
        }
        _ => Vec::new(),
    }
}

/// The letter as it was edited, else as the session gives it.
fn letter(model: &Model, view: &SessionView) -> String {
    match &view.session.invitation_text {
        Some(edited) => edited.clone(),
        None => own_letter(model, view),
    }
}

/// The letter that the session gives.
fn own_letter(model: &Model, view: &SessionView) -> String {
    invitation::invitation(&model.words, &view.session, &view.body)
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
    model.page.of(&model.look, area.columns, vec![entry])
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
    let view = model.books.session(id)?;
    let edited = view.session.invitation_text.is_some();
    edited.then(|| (model.words.say("invitation-edited"), Role::Warn))
}
