//! The way of a key: dialog, help, form, finder, then the command of the place one is in. Does not know what a command
//! does.

use super::keymap::{Act, Place};
use super::{Effect, Model, Screen, dialog, find, form, frame, outside, screens};
use crate::calendar::Moment;
use crate::office::command::Command;
use crate::ui::{Code, Key};

/// Takes a key.
pub(super) fn press(model: &mut Model, key: Key, now: Moment) -> Vec<Effect> {
    model.status = None;
    if model.too_small() {
        let leaves = model.form().is_none() && key.as_command() == Key::char('q');
        return if leaves { vec![Effect::Quit] } else { Vec::new() };
    }
    if model.dialog.is_some() {
        return dialog::press(model, key, now);
    }
    if model.help.is_some() {
        read_help(model, key);
        return Vec::new();
    }
    if model.settings.is_some() {
        return screens::settings::press(model, key);
    }
    if model.form().is_some() {
        return form::press(model, key, now);
    }
    if find::is_open(model) {
        return find::press(model, key);
    }
    let rightwards = !model.look.left_is_onward();
    match model.keymap.act(key, screens::place(model), rightwards) {
        Some(act) => perform(model, act, key),
        None => Vec::new(),
    }
}

/// Takes pasted text: only where text is typed.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.too_small() || model.dialog.is_some() || model.help.is_some() || model.settings.is_some() {
        return Vec::new();
    }
    if model.form().is_some() {
        return form::paste(model, text);
    }
    find::paste(model, text)
}

fn perform(model: &mut Model, act: Act, key: Key) -> Vec<Effect> {
    match act {
        Act::Help => {
            model.help = Some(0);
            Vec::new()
        }
        Act::Settings => screens::settings::open(model),
        Act::Quit => vec![Effect::Quit],
        Act::Back if find::clear(model) => Vec::new(),
        Act::Back => model.back(),
        Act::Undo => model.ask_for(Command::Undo),
        Act::Redo => model.ask_for(Command::Redo),
        Act::Find => find::open(model),
        Act::OpenList => model.open(Screen::Open),
        Act::Members => model.open(Screen::Members),
        Act::History => model.open(Screen::History),
        act => screens::act(model, act, key),
    }
}

fn read_help(model: &mut Model, key: Key) {
    let lines = frame::help_lines(model, help_place(model)).len();
    let shown = frame::help_rows(model);
    let Some(top) = model.help.as_mut() else { return };
    let last = lines.saturating_sub(shown);
    match key.as_command().code {
        Code::Up => *top = top.saturating_sub(1),
        Code::Down => *top = (*top + 1).min(last),
        Code::PageUp => *top = top.saturating_sub(shown),
        Code::PageDown => *top = (*top + shown).min(last),
        Code::Home => *top = 0,
        Code::End => *top = last,
        _ => model.help = None,
    }
}

/// The place that help is given for.
pub(super) fn help_place(model: &Model) -> Place {
    match model.screen() {
        _ if model.settings.is_some() => Place::Settings,
        Screen::Form(_) => Place::Form,
        _ => screens::place(model),
    }
}

/// Whether the key bar offers what a key asks for, as things are now.
pub(super) fn is_offered(model: &Model, act: Act) -> bool {
    match act {
        Act::EditOutside => model.form().is_some_and(outside::is_possible),
        _ => true,
    }
}
