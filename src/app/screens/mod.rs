//! The screens, one module each, and which of them answers. Does not know keys, only what they ask for.

mod bodies;
mod cells;
mod figures;
mod history;
mod lookup;
mod note;
mod notes;
mod open_list;
mod page;
mod parts;
mod resolution;
mod resolutions;
mod rounds;
mod session;
mod sessions;
pub(super) mod settings;
mod sought;
mod spot;
mod spots;
mod stages;
pub(super) mod tab;
mod tables;
mod talk;

use super::context::Context;
use super::keymap::{Act, Place};
use super::{Effect, Form, Model, Screen, at_hand, find, form_view, machine};
use crate::domain::ids::ResolutionId;
use crate::office::query::{Query, ResolutionRow, SessionRow};
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell};
use tables::moved;

pub(super) use bodies::seat_texts;
pub(super) use cells::name_with_session;
pub(super) use figures::{FigureRows, FiguresPage};
pub(super) use lookup::Lookup;
pub(super) use note::NotePage;
pub(super) use open_list::{
    beside as beside_in_open_list, narrow_open, open_narrowed, open_query, regroup_open, take_open,
};
pub(super) use page::Page;
pub(super) use parts::copy_into;
pub(super) use resolution::{ResolutionPage, page_of as resolution_page};
pub(super) use session::{SessionPage, finder_keys};
pub(super) use sessions::{SessionsPage, all_sessions, sessions_query};
pub(super) use settings::SettingsPage;
pub(super) use spots::{Spot, Spots, Tab};
pub(super) use talk::shows_clock;

/// The place that commands hold for.
pub(super) fn place(model: &Model) -> Place {
    if let Some(place) = model.read_page(model.screen(), |page, _| page.place()) {
        return place;
    }
    match model.screen() {
        Screen::Open => Place::Open,
        _ => Place::Sessions,
    }
}

/// Does what a key asked for.
pub(super) fn act(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    if let Some(effects) = at_hand::act_anywhere(model, act) {
        return effects;
    }
    let screen = model.screen().clone();
    if let Some(steps) = model.with_page(&screen, |page, context| page.act(context, act, key)) {
        return model.obey(steps);
    }
    match screen {
        Screen::Open => open_list::act(model, act, key),
        _ => Vec::new(),
    }
}

/// Selects a row of the shown list.
pub(super) fn select_row(model: &mut Model, row: usize) {
    if let Some(settings) = &mut model.settings {
        return settings.select_row(row);
    }
    let screen = model.screen().clone();
    if let Some(page) = machine::page_mut(&mut model.spots, &screen) {
        return page.select_row(row);
    }
    // The list settles inside its rows before it is shown.
    list(model).selected = row;
}

/// Moves what the shown list or page shows by so many rows; the selection stays as long as it is in sight.
pub(super) fn scroll(model: &mut Model, rows: isize) {
    if let Some(settings) = &mut model.settings {
        return settings.scroll(rows);
    }
    let screen = model.screen().clone();
    if let Some(page) = machine::page_mut(&mut model.spots, &screen) {
        return page.scroll(rows);
    }
    list(model).scroll(rows);
}

/// Where one is in the shown list or page.
fn list(model: &mut Model) -> &mut ListState {
    match model.screen().clone() {
        Screen::Open => &mut model.spots.open.list,
        _ => model.spots.sessions.list(),
    }
}

/// What the shown screen wants to know, when it is come to and after a change.
pub(super) fn entered(model: &mut Model) -> Vec<Effect> {
    if model.form().is_some() {
        return Vec::new();
    }
    let screen = model.screen().clone();
    match model.with_page(&screen, |page, context| page.entered(context)) {
        Some(steps) => {
            let mut effects = model.obey(steps);
            effects.extend(query_below(model, &screen).map(Effect::Ask));
            effects
        }
        None => queries(model, &screen).into_iter().map(Effect::Ask).collect(),
    }
}

/// What the shown screen shows of the office, under a form too: a change is followed by reading it. Quick lookup asks by
/// itself, for what is typed there then.
pub(super) fn shown_queries(model: &Model) -> Vec<Query> {
    queries(model, model.screen())
}

fn queries(model: &Model, screen: &Screen) -> Vec<Query> {
    if let Some(queries) = model.read_page(screen, |page, context| page.wants(context)) {
        return queries.into_iter().chain(query_below(model, screen)).collect();
    }
    match screen {
        Screen::Open => open_query(model).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The list that a resolution was come to from shows what became of it, too: one goes on in it.
fn query_below(model: &Model, screen: &Screen) -> Option<Query> {
    let is_above = matches!(screen, Screen::Resolution(_)) && model.stack.contains(&Screen::Open);
    open_query(model).filter(|_| is_above)
}

/// Moves what is shown so that the selection is in sight.
pub(super) fn settle(model: &mut Model) {
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
    let screen = model.screen().clone();
    if model
        .with_page(&screen, |page, context| page.settle(context))
        .is_some()
    {
        return;
    }
    match screen {
        Screen::Open => open_list::settle(model),
        _ => {}
    }
}

/// Paints a screen's body.
pub(super) fn view(model: &Model, screen: &Screen, canvas: &mut Canvas, area: Area) {
    let painted = model.read_page(screen, |page, context| page.view(context, canvas, area));
    if painted.is_some() {
        return;
    }
    match screen {
        Screen::Open => open_list::view(model, canvas, area),
        _ => {}
    }
}

/// Paints the row of tabs, or what stands in its place.
pub(super) fn view_tabs(model: &Model, canvas: &mut Canvas, row: u16) {
    let painted = model.read_page(model.screen(), |page, context| {
        page.view_sum(context, canvas, row)
    });
    if painted.is_some() {
        return;
    }
    match model.screen() {
        Screen::Open => open_list::view_sum(model, canvas, row),
        _ => {
            let (columns, rule) = (canvas.area().columns, canvas.style(Role::Rule));
            canvas.rule(0, row, columns, '─', rule);
        }
    }
}

/// The name of a screen in the head line.
pub(super) fn title(model: &Model, screen: &Screen) -> String {
    if let Some(title) = model.read_page(screen, |page, context| page.title(context)) {
        return title;
    }
    match screen {
        Screen::Open => model.words.say("screen-open"),
        _ => model.words.say("screen-sessions"),
    }
}

/// The name of a form in the head line.
pub(super) fn form_title(model: &Model, form: &Form) -> String {
    match form.is_small() {
        // Its box says itself what it is about.
        true => form.title(&model.words),
        false => form.full_title(&model.context()),
    }
}

/// What stands at the end of the head line.
pub(super) fn head_end(model: &Model) -> Vec<(String, Role)> {
    let session = model.screen().session();
    session.map_or_else(Vec::new, |id| session::head_end(&model.context(), &id))
}

/// What there is to say about the selection: its warning, or how many there are.
pub(super) fn remark(model: &Model) -> Option<(String, Role)> {
    if let Some(remark) = model.read_page(model.screen(), |page, context| page.remark(context)) {
        return remark;
    }
    match model.screen() {
        Screen::Open => open_list::note(model),
        _ => None,
    }
}

/// A piece of stored text with what is looked for marked.
fn sought_piece(model: &Model, text: &str, part: TextPart) -> Piece {
    sought::piece(&model.context(), text, part)
}

/// How many rows have the words to find.
pub(super) fn found_count(model: &Model) -> String {
    if let Some(found) = model.read_page(model.screen(), |page, context| page.found(context)) {
        return found;
    }
    let count = match place(model) {
        Place::Open => model.books.open_rows().len(),
        _ => find::read(model, |spot| spot.shown.len()).unwrap_or(0),
    };
    model.words.say_with("find-count", &[("count", count.into())])
}

/// The session that is selected in the list of sessions.
pub(super) fn selected_session(model: &Model) -> Option<&SessionRow> {
    model.spots.sessions.selected(&model.books)
}

/// Chooses none of the shown resolutions any more; returns whether some were chosen.
pub(super) fn choose_none(model: &mut Model) -> bool {
    let choosable = |page: &dyn Page, context: &Context| {
        let chosen = page
            .choosable(context)
            .iter()
            .filter(|row| is_chosen(context, row));
        chosen.map(|row| row.resolution.id.clone()).collect()
    };
    let of_page = model.read_page(model.screen(), choosable);
    let of_open_list = || {
        let shown = match place(model) {
            Place::Open => model.books.open_rows(),
            _ => &[],
        };
        let context = model.context();
        let chosen = shown.iter().filter(|row| is_chosen(&context, row));
        chosen.map(|row| row.resolution.id.clone()).collect()
    };
    let shown: Vec<ResolutionId> = of_page.unwrap_or_else(of_open_list);
    model.chosen.retain(|id| !shown.contains(id));
    !shown.is_empty()
}

fn is_chosen(context: &Context, row: &ResolutionRow) -> bool {
    context.chosen.contains(&row.resolution.id)
}

/// The lines for rows of a table in the body.
fn table_rows(model: &Model) -> u16 {
    tables::table_rows(&model.context())
}

/// A table with heads of our words and these widths.
fn table_of(model: &Model, heads: &[(&str, u16)], lines_max: u16, ruled: bool) -> Table {
    tables::table_of(&model.context(), heads, lines_max, ruled)
}

/// A list state with what is shown moved so that the selected row is in sight.
fn settled(
    model: &Model,
    table: &Table,
    list: ListState,
    len: usize,
    cells: impl Fn(usize) -> Vec<TableCell>,
) -> ListState {
    tables::settled(&model.context(), table, list, len, cells)
}
