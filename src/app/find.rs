//! Finding in lists: words are typed, the list keeps what has them all. Does not know how a list is painted.

use super::keymap::Place;
use super::screens::{self, Spot, has_all};
use super::{Effect, Model, Screen, offers};
use crate::office::query::Query;
use crate::search::Filter;
use crate::text::{clean_input, fold};
use crate::ui::{Code, Key};

/// Longest words to find, in characters; what is pasted beyond is dropped.
const TYPED_MAX: usize = 200;

/// The spot of the shown list, where words can be found.
pub(super) fn spot(model: &Model) -> Option<&Spot> {
    match screens::place(model) {
        Place::Sessions => Some(&model.spots.sessions),
        Place::Open => Some(&model.spots.open),
        Place::Members => Some(model.spots.members.spot()),
        Place::Attendance => Some(&model.spots.roll_finder),
        _ => None,
    }
}

fn spot_mut(model: &mut Model) -> Option<&mut Spot> {
    match screens::place(model) {
        Place::Sessions => Some(&mut model.spots.sessions),
        Place::Open => Some(&mut model.spots.open),
        Place::Members => Some(model.spots.members.spot_mut()),
        Place::Attendance => Some(&mut model.spots.roll_finder),
        _ => None,
    }
}

/// Whether words are being typed.
pub(super) fn is_open(model: &Model) -> bool {
    spot(model).is_some_and(|spot| spot.finding)
}

/// Begins to type words.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if let Some(spot) = spot_mut(model) {
        spot.finding = true;
    }
    match screens::place(model) {
        Place::Sessions => screens::all_sessions(model),
        _ => Vec::new(),
    }
}

/// Forgets the words; returns whether there were any. What is shown is to be decided anew then.
pub(super) fn clear(model: &mut Model) -> bool {
    let Some(spot) = spot_mut(model) else { return false };
    let had_words = !spot.filter.is_empty();
    spot.filter.clear();
    spot.read_filter();
    spot.finding = false;
    had_words
}

/// Takes a key while words are typed.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if screens::place(model) == Place::Attendance
        && let Some(effects) = screens::press_finder(model, key)
    {
        return effects;
    }
    if key.code == Code::Tab && screens::place(model) == Place::Open {
        return offered(model, key);
    }
    let Some(spot) = spot_mut(model) else {
        return Vec::new();
    };
    match (key.typed(), key.code) {
        (Some(c), _) => {
            if spot.filter.chars().count() < TYPED_MAX {
                spot.filter.push(c);
            }
            changed(model)
        }
        (_, Code::Backspace) => {
            spot.filter.pop();
            changed(model)
        }
        (_, Code::Escape) => {
            spot.finding = false;
            if clear(model) { changed(model) } else { Vec::new() }
        }
        (_, Code::Enter) => {
            spot.finding = false;
            Vec::new()
        }
        (_, Code::Up | Code::Down | Code::PageUp | Code::PageDown) => {
            screens::act(model, super::keymap::Act::Move, key)
        }
        _ => Vec::new(),
    }
}

/// Takes what is offered to be typed next, or with Shift chooses the next of it.
fn offered(model: &mut Model, key: Key) -> Vec<Effect> {
    let typed = model.spots.open.filter.clone();
    let offers = offers::offers(&model.context(), &typed, typed.len());
    if key.shift {
        model.spots.offer = (model.spots.offer + 1) % offers.len().max(1);
        return Vec::new();
    }
    let Some(put) = offers.put(model.spots.offer) else {
        return Vec::new();
    };
    model
        .spots
        .open
        .filter
        .replace_range(offers.range_byte.clone(), put);
    changed(model)
}

/// Takes pasted text while words are typed.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(spot) = spot_mut(model).filter(|spot| spot.finding) else {
        return Vec::new();
    };
    let room = TYPED_MAX.saturating_sub(spot.filter.chars().count());
    spot.filter
        .extend(clean_input(text).chars().filter(|c| !c.is_control()).take(room));
    changed(model)
}

/// Decides anew what is shown for the words; what is not at hand is asked for.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    model.spots.offer = 0;
    match screens::place(model) {
        Place::Sessions => filter_sessions(model),
        Place::Members => filter_members(model),
        Place::Attendance => screens::go_to_name(model),
        Place::Open => return screens::narrow_open(model),
        _ => {}
    }
    Vec::new()
}

/// Decides anew which sessions are shown.
pub(super) fn filter_sessions(model: &mut Model) {
    let wanted = fold(&model.spots.sessions.filter);
    let found_by = model
        .books
        .sessions
        .as_ref()
        .map(|sessions| sessions.found_by.as_slice())
        .unwrap_or_default();
    let rows = found_by
        .iter()
        .enumerate()
        .filter(|(_, text)| has_all(text, &wanted));
    let rows = rows.map(|(row, _)| row).collect();
    model.spots.sessions.show(rows);
}

/// Decides anew which members, organisations and bodies are shown.
pub(super) fn filter_members(model: &mut Model) {
    model.with_page(&Screen::Members, |page, context| page.answered(context));
}

/// The open list shows at most so many resolutions.
pub(super) const OPEN_LIMIT: usize = 500;

/// The question of the open list.
pub(super) fn open_query(filter: &Filter) -> Query {
    Query::Resolutions {
        filter: filter.clone(),
        open: true,
        limit: OPEN_LIMIT,
    }
}
