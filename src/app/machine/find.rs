//! Finding in lists: words are typed, the list keeps what has them all. Does not know how a list is painted.

use super::shown;
use crate::app::context::Context;
use crate::app::screens::{Page, Spot};
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen};
use crate::text::clean_input;
use crate::ui::{Code, Key};

/// Longest words to find, in characters; what is pasted beyond is dropped.
const TYPED_MAX: usize = 200;

/// Reads where words are found in the shown list; none where there is nothing to find.
pub(in crate::app) fn read<T>(model: &Model, read: impl FnOnce(&Spot) -> T) -> Option<T> {
    model.read_page(model.screen(), |page, _| page.finder().map(read))
}

/// Changes where words are found in the shown list.
fn change<T>(model: &mut Model, change: impl FnOnce(&mut Spot) -> T) -> Option<T> {
    model.with_shown(|page, _| page.finder_mut().map(change))
}

/// Lets the shown page do something about the words to find.
fn with_page(model: &mut Model, run: impl FnOnce(&mut dyn Page, &Context) -> Vec<Step>) -> Vec<Effect> {
    let steps = model.with_shown(run);
    model.obey(steps)
}

/// Whether words are being typed.
pub(in crate::app) fn is_open(model: &Model) -> bool {
    read(model, |spot| spot.finding).unwrap_or(false)
}

/// Begins to type words.
pub(in crate::app) fn open(model: &mut Model) -> Vec<Effect> {
    change(model, |spot| spot.finding = true);
    with_page(model, |page, context| page.begin_finding(context))
}

/// Forgets the words; returns whether there were any. What is shown is to be decided anew then.
pub(in crate::app) fn clear(model: &mut Model) -> bool {
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
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    if let Some(steps) = model.with_shown(|page, context| page.finder_key(context, key)) {
        return model.obey(steps);
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
            shown::act(model, crate::app::keys::Act::Move, key)
        }
        _ => Vec::new(),
    }
}

/// Takes pasted text while words are typed.
pub(in crate::app) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
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
pub(in crate::app) fn changed(model: &mut Model) -> Vec<Effect> {
    with_page(model, |page, context| page.find(context))
}

/// Decides anew which members, organisations and bodies are shown.
pub(in crate::app) fn filter_members(model: &mut Model) {
    model.with_page(&Screen::Members, |page, context| page.answered(context));
}
