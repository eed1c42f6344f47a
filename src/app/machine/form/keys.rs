//! The way of a key through a form, and of what is pasted. Does not know what is recorded.

use super::end::{leave, save};
use super::{find_followed, keep, outside, recount};
use crate::app::books::Books;
use crate::app::field::{Field, FieldInput, answerers, choose, press_names};
use crate::app::form::{Form, alike, offered};
use crate::app::keys::{Act, Place};
use crate::app::peek::Peek;
use crate::app::step::Step;
use crate::app::{Effect, Model, forms, voices};
use crate::text::{EditBuffer, EditCommand, Help};
use crate::ui::{Code, Key, Role, press_editor};

/// What a key comes to in a form.
enum Came {
    Nothing,
    Leave,
    Save,
    /// Save, and go on with the next one.
    SaveAndNext,
    Copy(String),
    Cut(String),
    /// A help had a hand in what was typed.
    Helped(Help),
    /// What was asked for needs selected text.
    NothingSelected,
    /// There is no typing to take back, or to bring again.
    NothingTyped(Act),
}

/// Takes a key.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(form) = model.form.as_deref_mut() else {
        return Vec::new();
    };
    let left_is_onward = model.look.left_is_onward();
    let act = match key.typed() {
        Some(_) => None,
        None => model.keymap.act(key, Place::Form, !left_is_onward),
    };
    if let Some(open) = act.and_then(way_out) {
        return open(model);
    }
    // What a resolution follows is found by its words: there is nothing else that Enter could mean there.
    let is_free = matches!(act, None | Some(Act::MoveInText | Act::Select));
    if is_free && key.code == Code::Enter && is_named(form, "follows") {
        return find_followed(model);
    }
    let before = form.values();
    let came = taken(form, &model.books, act, key, left_is_onward);
    forms::clause_fields::settle(form, &model.books);
    let changed = form.values() != before;
    if changed {
        form.problem = None;
        form.is_selecting = false;
        let Form { about, fields, .. } = form;
        about.rewrite(&model.words, fields);
    }
    let mut effects = if changed { vec![keep(form)] } else { Vec::new() };
    effects.extend(alike::look(form, &model.books).map(Effect::Ask));
    let selects = form.is_selecting;
    if changed {
        effects.extend(recount(model));
    }
    effects.extend(after(model, came, selects));
    effects
}

/// What is opened over the form, or asked for outside of it.
fn way_out(act: Act) -> Option<fn(&mut Model) -> Vec<Effect>> {
    Some(match act {
        Act::Help => open_help,
        Act::EditOutside => outside::open,
        Act::PasteText => paste_copied,
        Act::WriteCopy => write_copy,
        Act::PickFollowed => find_followed,
        Act::ShowAlike => show_alike,
        Act::SplitHere => split_here,
        Act::Settings => open_settings,
        _ => return None,
    })
}

/// Opens what was found to be nearly the same.
fn show_alike(model: &mut Model) -> Vec<Effect> {
    let found = model.form().and_then(|form| form.alike.found()).cloned();
    match found {
        Some(row) => model.peek = Some(Peek::new(row)),
        None => model.say(model.words.say("alike-none"), Role::Faint),
    }
    Vec::new()
}

fn open_settings(model: &mut Model) -> Vec<Effect> {
    model.obey(vec![Step::OpenSettings])
}

fn open_help(model: &mut Model) -> Vec<Effect> {
    model.help = Some(0);
    Vec::new()
}

/// Takes what was asked for, or typed, into the form.
fn taken(form: &mut Form, books: &Books, act: Option<Act>, key: Key, left_is_onward: bool) -> Came {
    match act {
        // At the end of a text the arrow onward has nothing else to do.
        Some(Act::MoveInText) if is_onward(key, left_is_onward) && offered(form, books).is_some() => {
            complete(form, books)
        }
        Some(Act::StartSelecting) => {
            form.is_selecting = !form.is_selecting;
            Came::Nothing
        }
        Some(Act::MoveInText) if form.is_selecting => by_key(form, books, key.shifted(), left_is_onward),
        Some(act) if !matches!(act, Act::MoveInText | Act::Select) => {
            form.is_selecting = false;
            by_act(form, act)
        }
        _ => by_key(form, books, key, left_is_onward),
    }
}

/// Does what a key came to outside of the form, and says what is to be known.
fn after(model: &mut Model, came: Came, selects: bool) -> Vec<Effect> {
    match came {
        // Movements select, as long as they do.
        Came::Nothing if selects => say_with_key(model, "selecting", Act::StartSelecting, Role::Faint),
        Came::Nothing => {}
        Came::Save => return save(model),
        Came::SaveAndNext => {
            if let Some(form) = model.form_mut() {
                form.then_next = form.about.goes_on();
            }
            return save(model);
        }
        Came::Leave => return leave(model),
        Came::Copy(text) => {
            model.say(model.words.say("did-copy"), Role::Good);
            return vec![Effect::Copy(text)];
        }
        Came::Cut(text) => {
            say_with_key(model, "did-cut", Act::PasteText, Role::Good);
            return vec![Effect::Copy(text)];
        }
        Came::Helped(help) => say_help(model, help),
        Came::NothingSelected => {
            say_with_key(model, "nothing-selected", Act::StartSelecting, Role::Faint);
        }
        Came::NothingTyped(act) => {
            let id = match act {
                Act::RedoTyped => "nothing-to-type-again",
                _ => "nothing-typed",
            };
            let sentence = model.words.say(id);
            model.say(sentence, Role::Faint);
        }
    }
    Vec::new()
}

/// Says a sentence that names the key of something else that a form knows.
fn say_with_key(model: &mut Model, id: &str, act: Act, role: Role) {
    let key = model.keymap.shown(act, Place::Form, &model.words);
    let sentence = model.words.say_with(id, &[("key", key.into())]);
    model.say(sentence, role);
}

/// Asks to part the wording before the caret.
fn split_here(model: &mut Model) -> Vec<Effect> {
    let steps = model.with_form(|form, context| forms::split::here(context, form));
    model.obey(steps.unwrap_or_default())
}

/// Whether the field with the focus has this name.
fn is_named(form: &Form, name: &str) -> bool {
    form.fields
        .get(form.focus)
        .is_some_and(|field| field.name == name)
}

/// Whether a key is the plain arrow that goes onward in reading.
fn is_onward(key: Key, left_is_onward: bool) -> bool {
    key == Key::plain(if left_is_onward { Code::Left } else { Code::Right })
}

/// Types the rest of the words that are offered.
fn complete(form: &mut Form, books: &Books) -> Came {
    let offer = offered(form, books);
    let buffer = form.fields.get_mut(form.focus).and_then(Field::buffer_mut);
    if let Some((buffer, offer)) = buffer.zip(offer) {
        buffer.apply(EditCommand::Paste(offer.rest));
    }
    Came::Nothing
}

/// Says what a help did, and how it is taken back or switched off.
fn say_help(model: &mut Model, help: Help) {
    let (id, act) = match help {
        Help::PersianDigit => ("help-persian-digit", Act::Settings),
        Help::PersianLetters => ("help-persian-letters", Act::UndoTyped),
        Help::Guillemets => ("help-guillemets", Act::UndoTyped),
        Help::Clause => ("help-clause", Act::UndoTyped),
    };
    say_with_key(model, id, act, Role::Faint);
}

/// Writes what was copied or cut last into a file.
pub(in crate::app) fn write_copy(model: &mut Model) -> Vec<Effect> {
    if model.copied.is_empty() {
        model.say(model.words.say("nothing-copied"), Role::Faint);
        return Vec::new();
    }
    vec![Effect::WriteCopy {
        folder: model.setup.folder.clone(),
        text: model.copied.clone(),
    }]
}

/// Puts in what was copied or cut last.
fn paste_copied(model: &mut Model) -> Vec<Effect> {
    if model.copied.is_empty() {
        model.say(model.words.say("nothing-copied"), Role::Faint);
        return Vec::new();
    }
    let text = model.copied.clone();
    paste(model, &text)
}

fn by_act(form: &mut Form, act: Act) -> Came {
    match act {
        Act::NextField => form.move_focus(true),
        Act::PreviousField => form.move_focus(false),
        Act::Save => return Came::Save,
        Act::SaveAndNext => return Came::SaveAndNext,
        Act::Back => return Came::Leave,
        act => {
            let buffer = form.fields.get_mut(form.focus).and_then(Field::buffer_mut);
            let before = buffer.as_ref().map(|buffer| buffer.text().to_owned());
            let outcome = buffer.zip(edit_of(act)).map(|(buffer, edit)| buffer.apply(edit));
            let after = form.fields.get(form.focus).and_then(Field::buffer);
            if matches!(act, Act::UndoTyped | Act::RedoTyped)
                && after.map(EditBuffer::text) == before.as_deref()
            {
                return Came::NothingTyped(act);
            }
            match (act, outcome.and_then(|outcome| outcome.taken)) {
                (Act::CopyText, Some(text)) => return Came::Copy(text),
                (Act::CutText, Some(text)) => return Came::Cut(text),
                (Act::CopyText | Act::CutText, None) => return Came::NothingSelected,
                _ => {}
            }
        }
    }
    Came::Nothing
}

fn edit_of(act: Act) -> Option<EditCommand> {
    match act {
        Act::Zwnj => Some(EditCommand::Zwnj),
        Act::UndoTyped => Some(EditCommand::Undo),
        Act::RedoTyped => Some(EditCommand::Redo),
        Act::CopyText => Some(EditCommand::Copy),
        Act::CutText => Some(EditCommand::Cut),
        _ => None,
    }
}

fn by_key(form: &mut Form, books: &Books, key: Key, left_is_onward: bool) -> Came {
    let (small, last) = (form.is_small(), form.focus + 1 == form.fields.len());
    let session = form.session();
    let Some(field) = form.fields.get_mut(form.focus) else {
        return Came::Nothing;
    };
    match (&mut field.input, key.code) {
        (FieldInput::Line(_), Code::Enter) if small => return Came::Save,
        (FieldInput::Choice { .. }, Code::Enter) if small => return Came::Save,
        (FieldInput::Line(_) | FieldInput::Choice { .. }, Code::Enter) => {
            if !forms::clause_fields::back_to_words(form) && !last {
                form.move_focus(true);
            }
        }
        (FieldInput::Choice { options, at }, code) => match choose(options.len(), *at, key, left_is_onward) {
            Some(next) => *at = next,
            None => by_vertical(form, code),
        },
        (FieldInput::Names { chosen, typed, at }, _) => {
            if !press_names(chosen, typed, at, books, key) {
                match key.code {
                    Code::Enter if !last => form.move_focus(true),
                    code => by_vertical(form, code),
                }
            }
        }
        (FieldInput::Speaker { typed, at }, _) => {
            let offers = voices::offers(books, session.as_ref(), typed.text());
            let pressed = voices::press(typed, at, &offers, key);
            by_voice(form, pressed, key.code);
        }
        (FieldInput::Answerer { asked, typed, at }, _) => {
            let offers = answerers(books, asked, typed.text());
            let pressed = voices::press(typed, at, &offers, key);
            by_voice(form, pressed, key.code);
        }
        (FieldInput::Line(buffer) | FieldInput::Text(buffer), code) => {
            let outcome = press_editor(buffer, key);
            if let Some(help) = outcome.help.filter(|_| outcome.changed) {
                return Came::Helped(help);
            }
            if !outcome.changed && !outcome.moved && !key.shift {
                by_vertical(form, code);
            }
        }
    }
    Came::Nothing
}

/// What a key in a field for one name comes to.
fn by_voice(form: &mut Form, pressed: voices::SpeakerPressed, code: Code) {
    match pressed {
        voices::SpeakerPressed::Here => {}
        voices::SpeakerPressed::Done => form.move_focus(true),
        voices::SpeakerPressed::Nothing => by_vertical(form, code),
    }
}

/// Up and down leave a field at its edge.
fn by_vertical(form: &mut Form, code: Code) {
    match code {
        Code::Up if form.focus > 0 => form.move_focus(false),
        Code::Down if form.focus + 1 < form.fields.len() => form.move_focus(true),
        _ => {}
    }
}

/// Takes pasted text into the field that has the focus.
pub(in crate::app) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Model { form, books, .. } = model;
    let Some(form) = form.as_deref_mut() else {
        return Vec::new();
    };
    let buffer = form.fields.get_mut(form.focus).and_then(Field::buffer_mut);
    let outcome = buffer.map(|buffer| buffer.apply(EditCommand::Paste(text.to_owned())));
    let Some(outcome) = outcome.filter(|outcome| outcome.changed) else {
        return Vec::new();
    };
    form.problem = None;
    forms::clause_fields::settle(form, books);
    let kept = keep(form);
    let looks = alike::look(form, books).map(Effect::Ask);
    if let Some(help) = outcome.help {
        say_help(model, help);
    }
    let recounts = recount(model);
    std::iter::once(kept).chain(looks).chain(recounts).collect()
}
