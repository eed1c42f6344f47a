//! The screens, one module each, and which of them answers. Does not know keys, only what they ask for.

mod agenda;
mod attendance;
mod bodies;
mod cells;
mod details;
mod figures;
mod history;
mod lookup;
mod note;
mod notes;
mod open_list;
mod page;
mod parts;
mod raw;
mod resolution;
mod resolution_page;
mod resolutions;
mod roll_finder;
mod roll_view;
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

use super::keymap::{Act, Place};
use super::locked::locked;
use super::{Effect, Form, Model, Screen, at_hand, find, form_view, forms, machine};
use crate::domain::session::Session;
use crate::office::query::Query;
use crate::search::TextPart;
use crate::ui::{Area, Canvas, Key, ListState, Piece, Role, Table, TableCell};
use tables::{moved, scrolled, settle_page};

pub(super) use attendance::{go_on, opened as roll_opened};
pub(super) use bodies::seat_texts;
pub(super) use cells::name_with_session;
pub(super) use figures::{FigureRows, FiguresPage};
pub(super) use lookup::Lookup;
pub(super) use open_list::{narrow_open, open_narrowed, open_query, regroup_open, take_open};
pub(super) use page::Page;
pub(super) use parts::copy_into;
pub(super) use resolution::page_of as resolution_page;
pub(super) use resolution_page::Part;
pub(super) use resolutions::choose_none;
pub(super) use roll_finder::{go_to_name, keys as finder_keys, press as press_finder};
pub(super) use sessions::{add as add_session, all_sessions, selected_session, sessions_query};
pub(super) use settings::SettingsSpot;
pub(super) use spot::has_all;
pub(super) use spots::{SessionSpot, Spot, Spots, Tab};
pub(super) use talk::{Line, lines, shows_clock};

/// The place that commands hold for.
pub(super) fn place(model: &Model) -> Place {
    if let Some(place) = model.read_page(model.screen(), |page, _| page.place()) {
        return place;
    }
    match model.screen() {
        Screen::Session(id) => session::place(model, id),
        Screen::Resolution(_) => Place::Resolution,
        Screen::Note(_) => Place::Note,
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
        Screen::Sessions => sessions::act(model, act, key),
        Screen::Session(id) => session::act(model, &id, act, key),
        Screen::Resolution(id) => resolution::act(model, &id, act, key),
        Screen::Note(id) => note::act(model, &id, act, key),
        Screen::Open => open_list::act(model, act, key),
        _ => Vec::new(),
    }
}

/// Selects a row of the shown list.
pub(super) fn select_row(model: &mut Model, row: usize) {
    if model.settings.is_some() {
        return settings::select_row(model, row);
    }
    let screen = model.screen().clone();
    if let Some(page) = machine::page_mut(&mut model.spots, &screen) {
        return page.select_row(row);
    }
    match screen {
        Screen::Resolution(_) | Screen::Note(_) => {}
        // The list settles inside its rows before it is shown.
        _ => list(model).selected = row,
    }
}

/// Moves what the shown list or page shows by so many rows; the selection stays as long as it is in sight.
pub(super) fn scroll(model: &mut Model, rows: isize) {
    if let Some(spot) = &mut model.settings {
        return spot.scroll(rows);
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
        Screen::Session(id) => model.spots.of_mut(&id).list(),
        Screen::Open => &mut model.spots.open.list,
        Screen::Resolution(id) => model.spots.resolution.entry(id).or_default(),
        Screen::Note(id) => model.spots.note.entry(id).or_default(),
        _ => &mut model.spots.sessions.list,
    }
}

/// What the shown screen wants to know, when it is come to and after a change.
pub(super) fn entered(model: &mut Model) -> Vec<Effect> {
    if model.form().is_some() {
        return Vec::new();
    }
    let screen = model.screen().clone();
    match model.with_page(&screen, |page, context| page.entered(context)) {
        Some(steps) => model.obey(steps),
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
        return queries;
    }
    match screen {
        Screen::Sessions => vec![sessions_query(model.books.sessions.as_ref())],
        Screen::Session(id) => vec![Query::Session(id.clone())],
        Screen::Note(id) => vec![Query::Session(id.session())],
        Screen::Resolution(id) => {
            let mut queries = vec![Query::Session(id.session())];
            if model.stack.contains(&Screen::Open) {
                queries.extend(open_query(model));
            }
            queries
        }
        Screen::Open => open_query(model).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Moves what is shown so that the selection is in sight.
pub(super) fn settle(model: &mut Model) {
    if model.too_small() {
        return;
    }
    settings::settle(model);
    if let Some(form) = model.form() {
        let top = form_view::settled_top(model, form);
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
        Screen::Sessions => sessions::settle(model),
        Screen::Session(id) => session::settle(model, &id),
        Screen::Resolution(id) => resolution::settle(model, &id),
        Screen::Note(id) => note::settle(model, &id),
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
        Screen::Sessions => sessions::view(model, canvas, area),
        Screen::Session(id) => session::view(model, id, canvas, area),
        Screen::Resolution(id) => resolution::view(model, id, canvas, area),
        Screen::Note(id) => note::view(model, id, canvas, area),
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
        Screen::Session(id) => session::view_tabs(model, id, canvas, row),
        Screen::Sessions => sessions::view_sum(model, canvas, row),
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
        Screen::Session(id) => session::title(&model.context(), id),
        Screen::Resolution(id) => resolution::title(model, id),
        Screen::Note(_) => model.words.say("screen-note"),
        Screen::Open => model.words.say("screen-open"),
        _ => model.words.say("screen-sessions"),
    }
}

/// The name of a form in the head line.
pub(super) fn form_title(model: &Model, form: &Form) -> String {
    match form.is_small() {
        // Its box says itself what it is about.
        true => form.title(&model.words),
        false => forms::title(&model.context(), form),
    }
}

/// What stands at the end of the head line.
pub(super) fn head_end(model: &Model) -> Vec<(String, Role)> {
    match model.screen() {
        Screen::Session(id) => session::head_end(model, id),
        Screen::Resolution(id) => session::head_end(model, &id.session()),
        Screen::Note(id) => session::head_end(model, &id.session()),
        Screen::Stage(_, id) => session::head_end(model, id),
        _ => Vec::new(),
    }
}

/// What there is to say about the selection: its warning, or how many there are.
pub(super) fn remark(model: &Model) -> Option<(String, Role)> {
    if let Some(remark) = model.read_page(model.screen(), |page, context| page.remark(context)) {
        return remark;
    }
    match model.screen() {
        Screen::Sessions => sessions::note(model),
        Screen::Session(id) => session::note(model, id),
        Screen::Open => open_list::note(model),
        Screen::Resolution(id) => resolution::note(model, id),
        _ => None,
    }
}

/// A piece of stored text with what is looked for marked.
fn sought_piece(model: &Model, text: &str, part: TextPart) -> Piece {
    sought::piece(&model.context(), text, part)
}

/// How many rows have the words to find.
pub(super) fn found_count(model: &Model) -> String {
    let count = match place(model) {
        Place::Open => model.books.open_rows().len(),
        Place::Attendance => return model.words.say("roll-find-hint"),
        _ => find::spot(model).map_or(0, |spot| spot.shown.len()),
    };
    model.words.say_with("find-count", &[("count", count.into())])
}

/// Whether a session may be changed; says so in the status line when it may not.
pub(super) fn may_change(model: &mut Model, session: &Session) -> bool {
    let locked = locked(session);
    let may_change = locked.is_none();
    model.obey(locked.into_iter().collect());
    may_change
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
