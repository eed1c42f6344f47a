//! Finding in lists: words are typed, the list keeps what has them all. Does not know how a list is painted.

use super::context::Context;
use super::keymap::Place;
use super::screens::{self, Page, Spot};
use super::step::Step;
use super::{Effect, Model, Screen, offers};
use crate::office::query::Query;
use crate::search::Filter;
use crate::text::clean_input;
use crate::ui::{Code, Key};

/// Longest words to find, in characters; what is pasted beyond is dropped.
const TYPED_MAX: usize = 200;

/// Reads where words are found in the shown list; none where there is nothing to find.
pub(super) fn read<T>(model: &Model, read: impl FnOnce(&Spot) -> T) -> Option<T> {
    match screens::place(model) {
        Place::Open => Some(read(&model.spots.open)),
        _ => model.read_page(model.screen(), |page, _| page.finder().map(read))?,
    }
}

/// Changes where words are found in the shown list.
fn change<T>(model: &mut Model, change: impl FnOnce(&mut Spot) -> T) -> Option<T> {
    match screens::place(model) {
        Place::Open => Some(change(&mut model.spots.open)),
        _ => {
            let screen = model.screen().clone();
            model.with_page(&screen, |page, _| page.finder_mut().map(change))?
        }
    }
}

/// Lets the shown page do something about the words to find.
fn with_page(model: &mut Model, run: impl FnOnce(&mut dyn Page, &Context) -> Vec<Step>) -> Vec<Effect> {
    let screen = model.screen().clone();
    let steps = model.with_page(&screen, run).unwrap_or_default();
    model.obey(steps)
}

/// Whether words are being typed.
pub(super) fn is_open(model: &Model) -> bool {
    read(model, |spot| spot.finding).unwrap_or(false)
}

/// Begins to type words.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    change(model, |spot| spot.finding = true);
    with_page(model, |page, context| page.begin_finding(context))
}

/// Forgets the words; returns whether there were any. What is shown is to be decided anew then.
pub(super) fn clear(model: &mut Model) -> bool {
    let had_words = change(model, |spot| {
        let had_words = !spot.filter.is_empty();
        spot.filter.clear();
        spot.read_filter();
        spot.finding = false;
        had_words
    });
    had_words.unwrap_or(false)
}

/// Takes a key while words are typed.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let screen = model.screen().clone();
    if let Some(Some(steps)) = model.with_page(&screen, |page, context| page.finder_key(context, key)) {
        return model.obey(steps);
    }
    if key.code == Code::Tab && screens::place(model) == Place::Open {
        return offered(model, key);
    }
    match (key.typed(), key.code) {
        (Some(c), _) => {
            change(model, |spot| {
                if spot.filter.chars().count() < TYPED_MAX {
                    spot.filter.push(c);
                }
            });
            changed(model)
        }
        (_, Code::Backspace) => {
            change(model, |spot| spot.filter.pop());
            changed(model)
        }
        (_, Code::Escape) => {
            change(model, |spot| spot.finding = false);
            if clear(model) { changed(model) } else { Vec::new() }
        }
        (_, Code::Enter) => {
            change(model, |spot| spot.finding = false);
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
    if !is_open(model) {
        return Vec::new();
    }
    change(model, |spot| {
        let room = TYPED_MAX.saturating_sub(spot.filter.chars().count());
        let typed = clean_input(text);
        spot.filter
            .extend(typed.chars().filter(|c| !c.is_control()).take(room));
    });
    changed(model)
}

/// Decides anew what is shown for the words; what is not at hand is asked for.
pub(super) fn changed(model: &mut Model) -> Vec<Effect> {
    model.spots.offer = 0;
    match screens::place(model) {
        Place::Open => screens::narrow_open(model),
        _ => with_page(model, |page, context| page.find(context)),
    }
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
