//! What the shown page answers, and what it is asked to do: by keys, by answers, before it is painted. Does not know
//! what a page shows.

use super::at_hand;
use crate::app::address::Screen;
use crate::app::context::Context;
use crate::app::form::Form;
use crate::app::keys::{Act, Place};
use crate::app::screens::{self, Page};
use crate::app::{Effect, Model, form_view};
use crate::domain::ids::ResolutionId;
use crate::office::query::{Query, SessionRow};
use crate::ui::{Area, Canvas, Key, Role};

/// The place that commands hold for.
pub(in crate::app) fn place(model: &Model) -> Place {
    model.read_page(model.screen(), |page, _| page.place())
}

/// Does what a key asked for.
pub(in crate::app) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    if let Some(effects) = at_hand::act_anywhere(model, act) {
        return effects;
    }
    let steps = model.with_shown(|page, context| page.act(context, act, key));
    model.obey(steps)
}

/// Selects a row of the shown list.
pub(in crate::app) fn select_row(model: &mut Model, row: usize) {
    match &mut model.settings {
        Some(settings) => settings.select_row(row),
        None => model.with_shown(|page, _| page.select_row(row)),
    }
}

/// Moves what the shown list or page shows by so many rows; the selection stays as long as it is in sight.
pub(in crate::app) fn scroll(model: &mut Model, rows: isize) {
    match &mut model.settings {
        Some(settings) => settings.scroll(rows),
        None => model.with_shown(|page, _| page.scroll(rows)),
    }
}

/// What the shown screen wants to know, when it is come to and after a change.
pub(in crate::app) fn entered(model: &mut Model) -> Vec<Effect> {
    if model.form().is_some() {
        return Vec::new();
    }
    let steps = model.with_shown(|page, context| page.entered(context));
    let mut effects = model.obey(steps);
    effects.extend(query_below(model).map(Effect::Ask));
    effects
}

/// What the shown screen shows of the office, under a form too: a change is followed by reading it. Quick lookup asks by
/// itself, for what is typed there then.
pub(in crate::app) fn shown_queries(model: &Model) -> Vec<Query> {
    let queries = model.read_page(model.screen(), |page, context| page.wants(context));
    queries.into_iter().chain(query_below(model)).collect()
}

/// The list that a resolution was come to from shows what became of it, too: one goes on in it.
fn query_below(model: &Model) -> Option<Query> {
    let reads = matches!(model.screen(), Screen::Resolution(_));
    let is_above = reads && model.stack.contains(&Screen::Open);
    is_above.then(|| model.spots.open.query()).flatten()
}

/// Moves what is shown so that the selection is in sight.
pub(in crate::app) fn settle(model: &mut Model) {
    if model.too_small() {
        return;
    }
    model.with_settings(|settings, context| settings.settle(context));
    if let Some(form) = model.form() {
        let top = form_view::settled_top(&model.context(), form);
        let covers = !form.is_small();
        if let Some(form) = model.form_mut() {
            form.top = top;
        }
        // A list that is covered is settled when it is seen again: no letter waits for its lines to be broken.
        if covers {
            return;
        }
    }
    model.with_shown(|page, context| page.settle(context));
}

/// Paints the shown page's body.
pub(in crate::app) fn view(model: &Model, canvas: &mut Canvas, area: Area) {
    model.read_page(model.screen(), |page, context| page.view(context, canvas, area));
}

/// Paints the row of tabs, or what stands in its place.
pub(in crate::app) fn view_tabs(model: &Model, canvas: &mut Canvas, row: u16) {
    model.read_page(model.screen(), |page, context| {
        page.view_sum(context, canvas, row)
    });
}

/// The name of a screen in the head line.
pub(in crate::app) fn title(model: &Model, screen: &Screen) -> String {
    model.read_page(screen, |page, context| page.title(context))
}

/// The name of a form in the head line.
pub(in crate::app) fn form_title(model: &Model, form: &Form) -> String {
    match form.is_small() {
        // Its box says itself what it is about.
        true => form.title(&model.words),
        false => form.full_title(&model.context()),
    }
}

/// What stands at the end of the head line.
pub(in crate::app) fn head_end(model: &Model) -> Vec<(String, Role)> {
    let session = model.screen().session();
    session.map_or_else(Vec::new, |id| screens::head_end(&model.context(), &id))
}

/// What there is to say about the selection: its warning, or how many there are.
pub(in crate::app) fn remark(model: &Model) -> Option<(String, Role)> {
    model.read_page(model.screen(), |page, context| page.remark(context))
}

/// What stands beside the words to find: how many rows have them.
pub(in crate::app) fn found_count(model: &Model) -> String {
    model.read_page(model.screen(), |page, context| page.found(context))
}

/// The session that is selected in the list of sessions.
pub(in crate::app) fn selected_session(model: &Model) -> Option<&SessionRow> {
    model.spots.sessions.selected(&model.books)
}

/// Chooses none of the shown resolutions any more; returns whether some were chosen.
pub(in crate::app) fn choose_none(model: &mut Model) -> bool {
    let chosen = |page: &dyn Page, context: &Context| {
        let rows = page.choosable(context).iter();
        let ids = rows.map(|row| row.resolution.id.clone());
        ids.filter(|id| context.chosen.contains(id)).collect()
    };
    let shown: Vec<ResolutionId> = model.read_page(model.screen(), chosen);
    model.chosen.retain(|id| !shown.contains(id));
    !shown.is_empty()
}
