//! One person's screen as data: [`update`] takes a message and a moment, changes the [`Model`] and returns what is to
//! be done; [`view`] paints it. Does nothing itself: no disk, no terminal, no clock.
//!
//! # How it hangs together
//! A [`Model`] is a stack of screens (the last one is shown), a cache of answers (`Books`), and the state of
//! every page (`Spots`). A key is looked up in `keys` for the place one is in and becomes an `Act`; the shown
//! screen's module says what the act does. A form takes the keys itself. The settings stand over both, a dialog before
//! all of it. The table of commands is `bindings`; `keys` puts a person's own keys in.
//!
//! # Invariants
//! - The stack is never empty, its first screen is the list of sessions, and a form is only ever the last one.
//! - «ثبت شد» is said only upon [`Msg::Did`] with `Ok`.
//! - Nothing in a frame grows with the office: lists ask for the rows they show.

mod address;
mod beginnings;
mod context;
mod dialog;
mod drafts;
mod field;
mod filters;
mod form;
mod form_view;
mod forms;
pub mod giving;
mod help;
pub mod intake;
mod keys;
mod locked;
mod machine;
mod meets;
mod message;
mod model;
pub mod not_edited;
mod offers;
mod palette;
mod peek;
mod phrases;
mod screens;
mod seen;
pub mod settings;
mod setup;
mod stage;
mod step;
#[cfg(test)]
mod tests;
mod tutor;

pub use message::{Effect, Msg};
pub use model::Model;
pub use settings::Settings;
pub use setup::Setup;

use crate::calendar::Moment;
use crate::office::command::Failure;
use crate::office::query::Query;
// What the screens say is the room below; they name it as `crate::app::say` and so on.
use crate::say::{self, clocks, figures as say_figures, sentences};
use crate::ui::{Canvas, Painted, Role};
use address::Screen;
use books::Books;
use chrono::TimeDelta;
use machine::{ahead, answers, find, frame, lookup, pointing, press, shown, told};
use model::{Asked, COLUMNS_MIN, Preparing, ROWS_MIN, Tutor};
use ratatui::buffer::Buffer;
use seen::{board, books, figures, voices};

/// Takes a message in; returns what is to be done.
pub fn update(model: &mut Model, msg: Msg, now: Moment) -> Vec<Effect> {
    model.now = now;
    let typed = matches!(msg, Msg::Key(_) | Msg::Paste(_));
    let too_early = ahead::waits(model) || !model.ahead.is_empty() && !ahead::is_interrupted(model);
    if typed && too_early && !ahead::leaves(model, &msg) {
        return ahead::hold(model, msg);
    }
    let mut effects = take(model, msg);
    while let Some(held) = ahead::next(model) {
        effects.extend(take(model, held));
    }
    effects
}

fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Key(key) => press::press(model, key),
        Msg::Paste(text) => press::paste(model, &text),
        Msg::Pointed(pointed) => pointing::point(model, pointed),
        Msg::Resized { columns, rows } => {
            (model.setup.columns, model.setup.rows) = (columns, rows);
            Vec::new()
        }
        Msg::Answered(query, answer) => {
            model.unanswered = false;
            answers::answered(model, &query, *answer)
        }
        Msg::NotAnswered(query, failure) => not_answered(model, &query, &failure),
        Msg::Did { result, answers } => answers::did(model, result, answers),
        Msg::Draft(key, text) => told::draft(model, &key, text),
        Msg::CopyInDoubt => told::copy_in_doubt(model),
        Msg::LineIsSlow => told::line_is_slow(model),
        Msg::CopyWritten(written) => told::copy_written(model, written),
        Msg::Drafts(keys) => {
            model.books.unsaved = keys;
            Vec::new()
        }
        Msg::Changed => shown::entered(model),
        Msg::Ground(ground) => {
            model.look.theme.ground = ground;
            Vec::new()
        }
        Msg::Tick if model.shows_so_far() => shown::entered(model),
        Msg::Tick => Vec::new(),
        Msg::EditedOutside(result) => machine::form::outside::edited(model, result),
        Msg::StoreNews(news) => told::store_news(model, &news),
        Msg::SettingsRead(problems) => told::settings_read(model, problems),
        Msg::SettingsSaved(result) => told::settings_saved(model, result),
        Msg::Giving { done, all } => machine::giving::goes_on(model, done, all),
        Msg::Given(given) => machine::giving::given(model, &given),
        Msg::Previewed(result) => machine::giving::previewed(model, result),
        Msg::MinutesRead(result) => machine::import::read(model, result),
    };
    if model.dialog.is_none() {
        model.dialog = model.news.take();
    }
    shown::settle(model);
    tutor::watch(model, &effects);
    for effect in &effects {
        match effect {
            Effect::Copy(text) => model.copied.clone_from(text),
            Effect::ClearDraft { key } => model.books.unsaved.retain(|unsaved| unsaved != key),
            _ => {}
        }
    }
    effects
}

/// Says why a question could not be answered, and waits for nothing any more.
fn not_answered(model: &mut Model, query: &Query, failure: &Failure) -> Vec<Effect> {
    model.unanswered = true;
    model.preparing = None;
    if let Some(form) = model.form_mut() {
        form::alike::not_answered(form, query);
    }
    lookup::not_answered(model, query);
    let sentence = sentences::unread(&model.words, failure);
    model.say(sentence, Role::Bad);
    Vec::new()
}

/// Paints the screen over the whole buffer; returns where the caret stands and what can be clicked.
pub fn view(model: &Model, buffer: &mut Buffer) -> Painted {
    let mut canvas = Canvas::new(buffer, model.look);
    frame::paint(model, &mut canvas);
    canvas.painted()
}

/// Whether an answer is under way that the screen waits for: a frame painted now would be followed by another one with
/// it. An answer that may never come is not waited for.
pub fn awaits(model: &Model) -> bool {
    !model.asked.is_empty() || ahead::waits(model)
}

/// When the screen is to get [`Msg::Tick`]: soon, while it shows what is ready so far; at the next minute while it shows
/// a clock; else never.
pub fn wakes_at(model: &Model) -> Option<Moment> {
    if model.shows_so_far() {
        return Some(model.now + TimeDelta::seconds(1));
    }
    screens::shows_clock(&model.context()).then(|| crate::calendar::next_minute(model.now))
}

/// Whether little is to be sent to the terminal, since its line is slow.
pub fn is_spare(model: &Model) -> bool {
    model.look.theme.is_spare
}

/// Whether the terminal is to report the mouse.
pub fn wants_mouse(model: &Model) -> bool {
    model.setup.tracks_mouse()
}
