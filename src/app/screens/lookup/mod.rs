//! Quick lookup: words of the filter grammar are typed, everything they select stands below, the most pressing first.
//! Does not know how a filter is read, nor where the answers come from.

mod hit;
mod view;

use super::Spots;
use crate::app::address::Within;
use crate::app::books::LookedUp;
use crate::app::keymap::Act;
use crate::app::offers::{self, Offers};
use crate::app::settings::Item;
use crate::app::step::{Step, To};
use crate::app::{Effect, Model, Screen};
use crate::domain::ids::SessionId;
use crate::office::query::{Found, FoundHit, Query, Said};
use crate::search::{Filter, FilterError};
use crate::text::{EditBuffer, EditCommand};
use crate::ui::{Code, Key, ListState, press_editor};

pub(super) use view::{remark, view, view_field};

/// Longest words to type, in characters; what is pasted beyond is dropped.
const TYPED_MAX: usize = 400;
/// So many of each kind are asked for at first, and so many more when the last one is come to.
const STEP: usize = 50;

/// Where one is in quick lookup.
pub(in crate::app) struct LookupSpot {
    /// What is typed.
    pub typed: EditBuffer,
    pub list: ListState,
    /// What it selects: all of it, or what stands before the place that cannot be read.
    selects: Filter,
    /// What cannot be read in it.
    pub error: Option<FilterError>,
    /// How many are asked for.
    limit: usize,
    /// The question that is not answered yet: one at a time, however fast one types.
    asked: Option<Query>,
    /// Whether Enter was pressed before the answer came.
    enters: bool,
}

impl Default for LookupSpot {
    fn default() -> LookupSpot {
        LookupSpot {
            typed: EditBuffer::single_line(""),
            list: ListState::default(),
            selects: Filter::default(),
            error: None,
            limit: STEP,
            asked: None,
            enters: false,
        }
    }
}

/// Whether keys are typed into the field of quick lookup.
pub(in crate::app) fn is_typed_into(model: &Model) -> bool {
    model.form().is_none() && *model.screen() == Screen::Lookup
}

/// Opens quick lookup; where one came from it, it is as it was.
pub(in crate::app) fn open_lookup(model: &mut Model, typed: &str) -> Vec<Effect> {
    let open = model.stack.iter().position(|screen| *screen == Screen::Lookup);
    if let (Some(depth), true) = (open, typed.is_empty()) {
        return match depth + 1 < model.stack.len() {
            true => model.back_to(depth + 1),
            false => Vec::new(),
        };
    }
    let asked = model.spots.lookup.asked.take();
    model.spots.lookup = LookupSpot {
        typed: EditBuffer::single_line(typed),
        asked,
        ..LookupSpot::default()
    };
    read(model);
    model.spots.offer = 0;
    model.books.lookup = None;
    model.go_to(Screen::Lookup)
}

/// Reads what is typed as far as it can be read: while a value is missing still, what stands before it is found.
fn read(model: &mut Model) {
    let spot = &mut model.spots.lookup;
    (spot.selects, spot.error) = Filter::read(spot.typed.text());
}

/// The question for what is typed.
fn query(spots: &Spots) -> Query {
    Query::Lookup {
        filter: spots.lookup.selects.clone(),
        limit: spots.lookup.limit,
    }
}

/// Asks for what is typed, unless a question is still to be answered.
pub(super) fn ask(model: &mut Model) -> Vec<Effect> {
    if model.spots.lookup.asked.is_some() {
        return Vec::new();
    }
    let query = query(&model.spots);
    model.spots.lookup.asked = Some(query.clone());
    vec![Effect::Ask(query)]
}

/// Takes an answer in; when other words were typed meanwhile, these are asked for now.
pub(in crate::app) fn looked_up(model: &mut Model, asked: &Query, found: Found) -> Vec<Effect> {
    model.spots.lookup.asked = None;
    if !model.stack.contains(&Screen::Lookup) {
        return Vec::new();
    }
    if *asked != query(&model.spots) {
        return ask(model);
    }
    let selected = selected(model).map(key_of);
    let again = found.hits.iter().position(|hit| Some(key_of(hit)) == selected);
    let spot = &mut model.spots.lookup;
    // Where the words are others, the selection begins above.
    spot.list.selected = again.filter(|_| spot.list.selected > 0).unwrap_or(0);
    let filter = spot.selects.clone();
    model.books.lookup = Some(LookedUp { found, filter });
    if std::mem::take(&mut model.spots.lookup.enters) {
        return go(model);
    }
    Vec::new()
}

/// The question could not be answered; the next letter asks again.
pub(in crate::app) fn not_looked_up(model: &mut Model, query: &Query) {
    if matches!(query, Query::Lookup { .. }) {
        (model.spots.lookup.asked, model.spots.lookup.enters) = (None, false);
    }
}

/// What tells a hit from all others.
fn key_of(hit: &FoundHit) -> (SessionId, String) {
    match hit {
        FoundHit::Resolution(row) => (row.session.clone(), row.resolution.id.to_string()),
        FoundHit::Said(row) => match &row.said {
            Said::Note(note) => (row.session.id.clone(), note.id.to_string()),
            Said::AgendaItem { number, .. } => (row.session.id.clone(), number.to_string()),
        },
    }
}

fn hits(model: &Model) -> &[FoundHit] {
    model
        .books
        .lookup
        .as_ref()
        .map(|looked| looked.found.hits.as_slice())
        .unwrap_or_default()
}

fn selected(model: &Model) -> Option<&FoundHit> {
    hits(model).get(model.spots.lookup.list.selected)
}

/// What is offered to be typed next.
fn offers(model: &Model) -> Offers {
    let typed = &model.spots.lookup.typed;
    offers::offers(&model.context(), typed.text(), typed.caret_byte())
}

pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    match act {
        Act::Move => return moved(model, key),
        Act::Open if model.spots.lookup.asked.is_some() => model.spots.lookup.enters = true,
        Act::Open => return go(model),
        Act::TakeOffer => return take_offer(model),
        Act::NextOffer => {
            let offers = offers(model).len().max(1);
            model.spots.offer = (model.spots.offer + 1) % offers;
        }
        Act::Lines => {
            let mut settings = model.setup.settings.clone();
            let next = usize::from(!settings.lookup_in_three);
            Item::Lookup.set(&mut settings, next);
            model.put_on(settings.clone());
            return vec![Effect::SaveSettings(Box::new(settings))];
        }
        Act::SaveFilter => {
            let filter = model.spots.lookup.typed.text().to_owned();
            return model.obey(vec![Step::NameFilter(filter)]);
        }
        _ => {}
    }
    Vec::new()
}

/// Moves in the list; at its end there is more, where there is more.
fn moved(model: &mut Model, key: Key) -> Vec<Effect> {
    let len = hits(model).len();
    let page = usize::from(view::rows(model) / view::height(model)).max(1);
    let list = &mut model.spots.lookup.list;
    list.press(key.as_command().code, len, page);
    let is_last = list.selected + 1 >= len;
    let more = model
        .books
        .lookup
        .as_ref()
        .is_some_and(|looked| looked.found.more);
    if is_last && more && model.spots.lookup.asked.is_none() {
        model.spots.lookup.limit += STEP;
        return ask(model);
    }
    Vec::new()
}

/// Takes a key that types.
pub(in crate::app) fn type_into(model: &mut Model, key: Key) -> Vec<Effect> {
    let typed = &mut model.spots.lookup.typed;
    if key.code == Code::Delete && typed.text().is_empty() {
        let steps = offers::ask_forget(&model.context(), model.spots.offer);
        model.spots.offer = 0;
        return model.obey(steps);
    }
    if key.typed().is_some() && typed.text().chars().count() >= TYPED_MAX {
        return Vec::new();
    }
    let outcome = press_editor(typed, key);
    if outcome.moved {
        model.spots.offer = 0;
    }
    match outcome.changed {
        true => changed(model),
        false => Vec::new(),
    }
}

/// Takes pasted text.
pub(in crate::app) fn paste_into(model: &mut Model, text: &str) -> Vec<Effect> {
    let typed = &mut model.spots.lookup.typed;
    let room = TYPED_MAX.saturating_sub(typed.text().chars().count());
    typed.apply(EditCommand::Paste(text.chars().take(room).collect()));
    changed(model)
}

fn changed(model: &mut Model) -> Vec<Effect> {
    let spot = &mut model.spots.lookup;
    (spot.list, spot.limit, spot.enters) = (ListState::default(), STEP, false);
    model.spots.offer = 0;
    read(model);
    ask(model)
}

fn take_offer(model: &mut Model) -> Vec<Effect> {
    let offers = offers(model);
    let Some(put) = offers.put(model.spots.offer) else {
        return Vec::new();
    };
    let typed = &mut model.spots.lookup.typed;
    typed.apply(EditCommand::MoveTo(offers.range_byte.start));
    typed.apply(EditCommand::SelectTo(offers.range_byte.end));
    typed.apply(EditCommand::Paste(put.to_owned()));
    changed(model)
}

/// Goes to the selected row in its session.
fn go(model: &mut Model) -> Vec<Effect> {
    let Some(hit) = selected(model) else {
        return Vec::new();
    };
    let (session, within) = match hit {
        FoundHit::Resolution(row) => (&row.session, Within::Resolution(row.resolution.id.clone())),
        FoundHit::Said(row) => match &row.said {
            Said::Note(note) => (&row.session.id, Within::Note(note.id.clone())),
            Said::AgendaItem { number, .. } => {
                let at = (*number as usize).saturating_sub(1);
                (&row.session.id, Within::AgendaItem(at))
            }
        },
    };
    let to = To::Within(session.clone(), within);
    model.obey(vec![Step::Open(to)])
}

pub(super) fn settle(model: &mut Model) {
    let (len, rows, height) = (hits(model).len(), view::rows(model), view::height(model));
    model.spots.lookup.list.settle(len, rows, |_| height);
}
