//! The read-back: one resolution a screen, large and calm, read aloud and agreed to, and at the end their sum.
//! Does not know how one is edited.

use super::{scrolled, settle_page, stages};
use crate::app::keymap::Act;
use crate::app::stage::Stage;
use crate::app::{Effect, Model, forms, frame, say};
use crate::domain::ids::SessionId;
use crate::domain::resolution::Resolution;
use crate::office::command::Command;
use crate::office::query::{ResolutionRow, SessionView};
use crate::papers::{self, Field, plain::line};
use crate::ui::{Area, Canvas, Key, ListState, Page, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

/// The place of what is read, never beyond the sum.
fn place(model: &Model, view: &SessionView) -> usize {
    let at = model.spots.read_back.get(&view.session.id).copied();
    at.unwrap_or(0).min(view.resolutions.len())
}

/// Whether a resolution was agreed to: as it was ticked last, else as it is recorded.
fn is_agreed(model: &Model, resolution: &Resolution) -> bool {
    let ticked = model.books.at_once.agreed(&resolution.id);
    ticked.unwrap_or(resolution.agreed)
}

pub(super) fn act(model: &mut Model, view: &SessionView, act: Act, key: Key) -> Vec<Effect> {
    let area = page_area(frame::body(model));
    let lines = page(model, view, area).rows();
    let id = &view.session.id;
    if scrolled(
        stages::list(model, Stage::ReadBack, id),
        act,
        key,
        lines,
        area.rows,
    ) {
        return Vec::new();
    }
    let at = place(model, view);
    match (act, view.resolutions.get(at)) {
        (Act::Next, _) => turn_to(model, view, at + 1),
        (Act::Previous, _) => turn_to(model, view, at.saturating_sub(1)),
        (Act::Agree, Some(row)) => return agree(model, view, at, &row.resolution),
        (Act::Edit, Some(row)) => return model.obey(forms::edit_resolution(&model.context(), row)),
        _ => {}
    }
    Vec::new()
}

/// Whether the bar offers here what is asked for: at the end there is nothing to agree to.
pub(super) fn is_offered(model: &Model, id: &SessionId, act: Act) -> bool {
    let reads = |view: &SessionView| place(model, view) < view.resolutions.len();
    let is_read = model.books.session(id).is_some_and(reads);
    is_read || !matches!(act, Act::Agree | Act::Edit | Act::Next)
}

fn turn_to(model: &mut Model, view: &SessionView, at: usize) {
    let id = &view.session.id;
    let at = at.min(view.resolutions.len());
    model.spots.read_back.insert(id.clone(), at);
    *stages::list(model, Stage::ReadBack, id) = ListState::default();
}

/// Ticks the resolution as agreed and goes on; ticks it off where it was.
fn agree(model: &mut Model, view: &SessionView, at: usize, resolution: &Resolution) -> Vec<Effect> {
    if !super::may_change(model, &view.session) {
        return Vec::new();
    }
    let agreed = !is_agreed(model, resolution);
    if agreed {
        turn_to(model, view, at + 1);
    }
    model.ask_for(Command::Agree {
        resolution: resolution.id.clone(),
        agreed,
    })
}

/// The column of text: wide margins, and lines no longer than the eye goes back along.
fn page_area(area: Area) -> Area {
    let columns = (area.columns * 4 / 5).min(78);
    let margin = (area.columns - columns) / 2;
    let above = (area.rows / 8).max(1);
    Area {
        column: area.column + margin,
        columns,
        ..area.below(above)
    }
}

fn page(model: &Model, view: &SessionView, area: Area) -> Rc<Page> {
    let entries = match view.resolutions.get(place(model, view)) {
        Some(row) => entries(model, row),
        None => end(model, view),
    };
    model.page.of(&model.look, area.columns, entries)
}

/// A paragraph without a label; without words a blank line.
fn paragraphs(pieces: Vec<Piece>) -> PageEntry {
    PageEntry {
        label: String::new(),
        pieces,
    }
}

fn entries(model: &Model, row: &ResolutionRow) -> Vec<PageEntry> {
    let words = &model.words;
    let resolution = &row.resolution;
    let mut entries = Vec::new();
    if let Some(subject) = resolution.subject.as_ref().filter(|s| !s.trim().is_empty()) {
        entries.push(paragraphs(vec![
            Piece::stored(subject.clone()).role(Role::Strong),
        ]));
        entries.push(paragraphs(Vec::new()));
    }
    entries.push(paragraphs(
        resolution.text.split('\n').map(Piece::stored).collect(),
    ));
    entries.push(paragraphs(Vec::new()));
    let labelled = |id: &str, text: String, role| {
        let args = [("label", words.say(id).into()), ("text", text.into())];
        Piece::ours(words.say_with("read-back-line", &args)).role(role)
    };
    let deadline = "field-deadline";
    let due = match (&resolution.deadline, row.own_due()) {
        (None, _) => labelled(deadline, "—".to_owned(), Role::Warn),
        (Some(written), None) => labelled(deadline, written.written.clone(), Role::Plain),
        (Some(written), Some(day)) => {
            let args = [
                ("label", words.say(deadline).into()),
                ("written", written.written.as_str().into()),
                ("date", say::day_long(words, day).into()),
            ];
            Piece::ours(words.say_with("read-back-due", &args))
        }
    };
    let who: Vec<String> = resolution
        .responsible
        .iter()
        .map(|who| who.written.clone())
        .collect();
    let (who, who_role) = match who.is_empty() {
        true => ("—".to_owned(), Role::Warn),
        false => (who.join(&words.say("place-comma")), Role::Plain),
    };
    let mut terms = vec![due, labelled("field-responsible", who, who_role)];
    terms.extend(clauses(model, row));
    entries.push(paragraphs(terms));
    entries
}

/// Each clause that has an owner or a deadline of its own, as documents tell it.
fn clauses(model: &Model, row: &ResolutionRow) -> Vec<Piece> {
    let words = &model.words;
    let letters = row.resolution.known_letters().into_iter();
    let terms = letters.filter_map(|letter| papers::clause_terms(words, row, &letter, model.setup.today));
    let told = terms.map(|Field { label, value }| {
        let text = line(&value);
        words.say_with(
            "read-back-line",
            &[("label", label.into()), ("text", text.into())],
        )
    });
    told.map(Piece::ours).collect()
}

/// The sum: how many were agreed to, and which were not.
fn end(model: &Model, view: &SessionView) -> Vec<PageEntry> {
    let words = &model.words;
    let left: Vec<Piece> = (1u32..)
        .zip(&view.resolutions)
        .filter(|(_, row)| !is_agreed(model, &row.resolution))
        .map(|(place, row)| {
            let number = row.resolution.row.unwrap_or(place);
            let name = row.resolution.name();
            let args = [("row", number.into()), ("name", name.into())];
            Piece::ours(words.say_with("read-back-left", &args))
        })
        .collect();
    let agreed = view.resolutions.len() - left.len();
    let args = [
        ("agreed", agreed.into()),
        ("count", view.resolutions.len().into()),
    ];
    let sum = Piece::ours(words.say_with("read-back-agreed", &args)).role(Role::Strong);
    let mut entries = vec![paragraphs(vec![sum]), paragraphs(Vec::new())];
    if left.is_empty() {
        let all = Piece::ours(words.say("read-back-all")).role(Role::Good);
        entries.push(paragraphs(vec![all]));
    } else {
        let head = Piece::ours(words.say("read-back-rest")).role(Role::Faint);
        entries.push(paragraphs(std::iter::once(head).chain(left).collect()));
    }
    entries
}

pub(super) fn settle(model: &Model, view: &SessionView, list: &mut ListState) {
    let area = page_area(frame::body(model));
    settle_page(list, page(model, view, area).rows(), area.rows);
}

pub(super) fn view(model: &Model, view: &SessionView, list: &ListState, canvas: &mut Canvas, area: Area) {
    if view.resolutions.is_empty() {
        return sentence(canvas, area, &model.words.say("resolutions-empty"), Role::Faint);
    }
    let area = page_area(area);
    page(model, view, area).paint(canvas, area, list.top);
}

/// The place in the row, «۳ از ۶», and whether it was agreed to.
pub(super) fn sum(model: &Model, view: &SessionView) -> (String, Role) {
    let words = &model.words;
    let at = place(model, view);
    let Some(row) = view.resolutions.get(at) else {
        return (words.say("read-back-end"), Role::Strong);
    };
    let args = [
        ("place", (at + 1).into()),
        ("count", view.resolutions.len().into()),
    ];
    let place = words.say_with("read-back-place", &args);
    if is_agreed(model, &row.resolution) {
        let agreed = words.say("read-back-is-agreed");
        return (format!("{place} · {agreed}"), Role::Good);
    }
    (place, Role::Strong)
}
