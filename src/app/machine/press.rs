//! The way of a key: dialog, help, pop-ups, form, finder, then the command of the place one is in. Does not know what
//! a command does.

use super::offered::{help_place, is_offered};
use super::shown;
use super::{find, lookup};
use crate::app::filters::{Named, NamedThing, Naming};
use crate::app::keys::{Act, Binding};
use crate::app::machine::{dialog, form, giving, import, popup};
use crate::app::step::Step;
use crate::app::{Effect, Model, Screen, help, peek, tutor};
use crate::office::command::Command;
use crate::ui::{Code, Key};

/// Takes a key.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.status = None;
    if model.too_small() {
        let leaves = model.form().is_none() && key.as_command() == Key::char('q');
        return if leaves { vec![Effect::Quit] } else { Vec::new() };
    }
    if model.tutor.is_some() && by_key(model, key) == Some(Act::SkipLesson) {
        tutor::skip(model);
        return Vec::new();
    }
    if model.dialog.is_some() {
        return dialog::press(model, key);
    }
    if key.code == Code::Escape && model.giving.is_some() {
        return vec![Effect::StopGiving];
    }
    if key.code == Code::Escape && model.preparing.take().is_some() {
        return Vec::new();
    }
    if model.palette.is_some() {
        return popup::press(model, key);
    }
    if model.naming.is_some() {
        return press_name(model, key);
    }
    if model.peek.is_some() {
        return press_peek(model, key);
    }
    if let Some(top) = model.help.take()
        && by_key(model, key) != Some(Act::Palette)
    {
        press_help(model, top, key);
        return Vec::new();
    }
    if model.settings.is_some() {
        let opens = by_key(model, key) == Some(Act::Palette)
            && !model.settings.is_some_and(|settings| settings.takes_key);
        return match opens {
            true => popup::commands(model),
            false => model.press_settings(key),
        };
    }
    if std::mem::take(&mut model.going) {
        return go(model, key);
    }
    let looks_up = lookup::is_typed_into(model);
    let types = model.form().is_some() || find::is_open(model) || looks_up;
    let is_typed = key.typed().is_some() && types;
    match by_key(model, key).filter(|_| !is_typed) {
        Some(Act::Palette) => popup::commands(model),
        Some(Act::Jump) if model.form().is_none() => popup::jump(model),
        _ if model.form().is_some() => form::press(model, key),
        Some(act @ (Act::SaveFilter | Act::Lookup)) => perform(model, act, key),
        _ if find::is_open(model) => find::press(model, key),
        Some(act) => perform(model, act, key),
        None if looks_up => lookup::type_key(model, key),
        None => Vec::new(),
    }
}

/// Lets the help, which was shown from this line on, take a key.
fn press_help(model: &mut Model, top: usize, key: Key) {
    let helped = help::Helped {
        place: help_place(model),
        is_offered: &|act| is_offered(model, act),
    };
    model.help = help::press(&model.context(), helped, top, key);
}

/// Takes a key while a name is typed; a filter is kept in the place of another one of that name.
fn press_name(model: &mut Model, key: Key) -> Vec<Effect> {
    let named = model.naming.as_mut().map(|naming| naming.press(key));
    let kept = match named {
        Some(Named::Keep(name, what @ (NamedThing::Minutes | NamedThing::Meaning))) => {
            model.naming = None;
            return match what {
                NamedThing::Minutes => import::read_file(model, &name),
                _ => import::typed(model, &name),
            };
        }
        Some(Named::Keep(name, what)) => {
            let mut settings = model.setup.settings.clone();
            match what {
                NamedThing::Filter(filter) => drop(settings.filters.insert(name, filter)),
                NamedThing::Document(text) => drop(text.set(&mut settings.documents, &name)),
                NamedThing::Minutes | NamedThing::Meaning => {}
            }
            vec![Step::Settings(Box::new(settings))]
        }
        Some(Named::Close) => Vec::new(),
        Some(Named::Stay) | None => return Vec::new(),
    };
    model.naming = None;
    model.obey(kept)
}

/// Lets the resolution that is read over the form take a key.
fn press_peek(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(mut peek) = model.peek.take() else {
        return Vec::new();
    };
    match peek.press(&model.context(), key) {
        peek::Then::Stay => model.peek = Some(peek),
        peek::Then::Close => {}
        peek::Then::Follow(row) => return form::follow(model, &row),
    }
    Vec::new()
}

fn by_key(model: &Model, key: Key) -> Option<Act> {
    model
        .keymap
        .act(key, help_place(model), !model.look.left_is_onward())
}

/// Takes pasted text: only where text is typed.
pub(in crate::app) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.too_small() || model.dialog.is_some() {
        return Vec::new();
    }
    if model.palette.is_some() {
        return popup::paste(model, text);
    }
    if model.naming.as_ref().is_some_and(Naming::is_of_minutes) && text.trim().contains(['\n', '\r']) {
        return import::paste(model, text);
    }
    if let Some(naming) = &mut model.naming {
        naming.paste(text);
        return Vec::new();
    }
    if model.help.is_some() || model.settings.is_some() || model.peek.is_some() {
        return Vec::new();
    }
    if model.form().is_some() {
        return form::paste(model, text);
    }
    if lookup::is_typed_into(model) {
        return lookup::paste(model, text);
    }
    if *model.screen() == Screen::Import {
        return import::paste(model, text);
    }
    find::paste(model, text)
}

/// Does what a command that was chosen by its name says.
pub(in crate::app) fn perform_binding(model: &mut Model, binding: &'static Binding) -> Vec<Effect> {
    let bound = model
        .keymap
        .all()
        .find(|bound| std::ptr::eq(bound.binding, binding));
    let key = bound.and_then(|bound| {
        bound
            .keys
            .iter()
            .find(|key| key.typed().is_none())
            .or(bound.keys.first())
            .copied()
    });
    let key = key.unwrap_or(Key::plain(Code::Enter));
    // Forms and settings know their keys alone.
    if model.form().is_some() || model.settings.is_some() {
        return press(model, key);
    }
    perform(model, binding.act, key)
}

fn perform(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    match act {
        Act::Help => {
            model.help = Some(0);
            Vec::new()
        }
        Act::Palette => popup::commands(model),
        Act::Jump => popup::jump(model),
        Act::Go => {
            model.going = true;
            Vec::new()
        }
        Act::WriteCopy => form::write_copy(model),
        Act::Settings => model.obey(vec![Step::OpenSettings]),
        Act::Quit => vec![Effect::Quit],
        Act::Back if !model.spots.open.is_narrowed(model.stack.len()) && find::clear(model) => {
            find::changed(model)
        }
        Act::Back if shown::choose_none(model) => Vec::new(),
        Act::Back if *model.screen() == Screen::Import => import::leave(model),
        Act::Back => model.back(),
        Act::Undo => model.ask_for(Command::Undo),
        Act::Redo => model.ask_for(Command::Redo),
        Act::Find => find::open(model),
        Act::GoToSessions => model.back_to(1),
        Act::OpenList => model.go_to(Screen::Open),
        Act::Lookup => lookup::open(model, ""),
        Act::Members => model.go_to(Screen::Members),
        Act::History => model.go_to(Screen::History),
        Act::Figures => model.go_to_figures(),
        Act::Give => giving::open(model),
        Act::Import => import::open(model),
        act => shown::act(model, act, key),
    }
}

/// The second key, after the one that waits for it; a key that leads nowhere does nothing.
fn go(model: &mut Model, key: Key) -> Vec<Effect> {
    match model.keymap.go(key, help_place(model)) {
        Some(act) => perform(model, act, key),
        None => Vec::new(),
    }
}
