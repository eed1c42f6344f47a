//! A form: fields, the one that has the focus, and the way of a key through it. Does not know what is recorded;
//! `forms` does.

use super::books::Books;
use super::dialog::Dialog;
use super::field::{Field, Input, Values, answerers, choose, press_names, values_of};
use super::forms::alike::Alike;
use super::forms::{self, About};
use super::keymap::{Act, Place};
use super::{Asked, Effect, Model, Screen, outside, phrases, screens, voices};
use crate::domain::ids::SessionId;
use crate::office::command::{Created, Done};
use crate::office::query::Query;
use crate::text::{EditBuffer, EditCommand, Help};
use crate::ui::{Code, Key, Pointed, Role, press_editor};
use crate::words::Words;

/// A form that is open.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Form {
    pub about: About,
    pub fields: Vec<Field>,
    pub focus: usize,
    /// The first field shown.
    pub top: usize,
    /// Whether a save was asked for and not answered yet.
    pub saving: bool,
    /// Whether a draft of it may still come; nothing is written before, so that the draft is not written over.
    pub awaits_draft: bool,
    /// Whether a text of it is in an editor outside.
    pub is_outside: bool,
    /// Whether movements select text.
    pub is_selecting: bool,
    /// What is known of earlier resolutions that say nearly the same.
    pub alike: Alike,
    /// What is wrong with a field, by its place.
    pub problem: Option<(usize, String)>,
    /// The fields' values when the form was opened.
    opened: Values,
}

impl Form {
    pub fn new(about: About, fields: Vec<Field>) -> Form {
        let mut form = Form {
            about,
            fields,
            focus: 0,
            top: 0,
            saving: false,
            awaits_draft: true,
            is_outside: false,
            is_selecting: false,
            alike: Alike::default(),
            problem: None,
            opened: Values::new(),
        };
        form.opened = form.values();
        form
    }

    /// What is written in a field of this name, without blanks around it.
    pub fn written(&self, name: &str) -> &str {
        self.buffer(name)
            .map(|buffer| buffer.text().trim())
            .unwrap_or_default()
    }

    /// As [`Form::written`]; none when nothing is.
    pub fn some(&self, name: &str) -> Option<String> {
        Some(self.written(name))
            .filter(|text| !text.is_empty())
            .map(str::to_owned)
    }

    /// The place of what is chosen in a field of this name.
    pub fn chosen(&self, name: &str) -> usize {
        self.fields
            .iter()
            .find(|field| field.name == name)
            .map_or(0, |field| match &field.input {
                Input::Choice { at, .. } => *at,
                _ => 0,
            })
    }

    fn values(&self) -> Values {
        let mut values = values_of(&self.fields);
        values.extend(self.about.beside_the_fields());
        values
    }

    /// The buffer of a field of this name.
    pub fn buffer(&self, name: &str) -> Option<&EditBuffer> {
        self.fields.iter().find(|field| field.name == name)?.buffer()
    }

    /// Whether something was written since the form was opened.
    pub fn is_dirty(&self) -> bool {
        self.values() != self.opened
    }

    /// What is written, as a draft.
    fn draft(&self) -> String {
        serde_json::to_string(&self.values()).unwrap_or_default()
    }

    /// Whether a draft says something else than the form.
    pub fn differs(&self, draft: &str) -> bool {
        serde_json::from_str::<Values>(draft).is_ok_and(|values| values != self.values())
    }

    /// Writes a draft into the fields.
    pub fn bring(&mut self, draft: &str) {
        let Ok(values) = serde_json::from_str::<Values>(draft) else {
            return;
        };
        for field in &mut self.fields {
            if let Some(value) = values.get(field.name) {
                field.set_value(value);
            }
        }
        self.about.bring_beside(&values);
    }

    /// The key under which its draft is kept: form and record.
    pub fn draft_key(&self) -> String {
        self.about.draft_key()
    }

    /// The session that it is about.
    pub fn session(&self) -> Option<SessionId> {
        self.about.session()
    }

    pub fn title(&self, words: &Words) -> String {
        words.say(self.about.title())
    }

    /// Whether it stands in a box over the list that it was opened from.
    pub fn is_small(&self) -> bool {
        self.about.is_small()
    }

    fn move_focus(&mut self, onward: bool) {
        let count = self.fields.len().max(1);
        self.focus = if onward {
            (self.focus + 1) % count
        } else {
            (self.focus + count - 1) % count
        };
    }
}

/// Opens a form, and asks for a draft that may have been kept of it.
pub(super) fn open(model: &mut Model, form: Form) -> Vec<Effect> {
    let key = form.draft_key();
    model.stack.push(Screen::Form(Box::new(form)));
    put_on(model);
    vec![Effect::AskDraft { key }]
}

/// Puts the settings on whatever is typed in the open form: helps and arrows.
pub(super) fn put_on(model: &mut Model) {
    let Some(form) = model.form() else { return };
    let letters = forms::letters(model, form);
    let (helps, arrows) = (
        model.setup.settings.helps_for(letters),
        model.setup.settings.arrows,
    );
    let Some(form) = model.form_mut() else { return };
    for buffer in form.fields.iter_mut().filter_map(Field::buffer_mut) {
        buffer.helps = helps;
        buffer.arrows = arrows;
    }
}

/// What a key comes to in a form.
enum Came {
    Nothing,
    Leave,
    Save,
    Copy(String),
    Cut(String),
    /// A help had a hand in what was typed.
    Helped(Help),
    /// What was asked for needs selected text.
    NothingSelected,
}

/// Takes a key.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let Model {
        stack,
        books,
        look,
        keymap,
        ..
    } = model;
    let Some(Screen::Form(form)) = stack.last_mut() else {
        return Vec::new();
    };
    let before = form.values();
    let act = if key.typed().is_some() {
        None
    } else {
        keymap.act(key, Place::Form, !look.left_is_onward())
    };
    let came = match act {
        Some(Act::Help) => {
            model.help = Some(0);
            return Vec::new();
        }
        Some(Act::EditOutside) => return outside::open(model),
        Some(Act::PasteText) => return paste_copied(model),
        Some(Act::PickFollowed) => return forms::reference::pick(model),
        Some(Act::ShowAlike) => return super::peek::open(model),
        Some(Act::SplitHere) => return forms::split::here(model),
        Some(Act::Settings) => return screens::settings::open(model),
        // At the end of a text the arrow onward has nothing else to do.
        Some(Act::MoveInText) if is_onward(key, look.left_is_onward()) && offered(form, books).is_some() => {
            complete(form, books)
        }
        Some(Act::StartSelecting) => {
            form.is_selecting = !form.is_selecting;
            Came::Nothing
        }
        Some(Act::MoveInText) if form.is_selecting => {
            by_key(form, books, key.shifted(), look.left_is_onward())
        }
        Some(act) if !matches!(act, Act::MoveInText | Act::Select) => {
            form.is_selecting = false;
            by_act(form, act)
        }
        // What a resolution follows is found by its words: there is nothing else that Enter could mean there.
        _ if key.code == Code::Enter && is_named(form, "follows") => return forms::reference::pick(model),
        _ => by_key(form, books, key, look.left_is_onward()),
    };
    let changed = form.values() != before;
    if changed {
        form.problem = None;
        form.is_selecting = false;
    }
    let mut effects = if changed { vec![keep(form)] } else { Vec::new() };
    effects.extend(forms::alike::look(form, books));
    let selects = form.is_selecting;
    effects.extend(match came {
        Came::Nothing => {
            if selects {
                say_selecting(model);
            }
            Vec::new()
        }
        Came::Save => save(model),
        Came::Leave => leave(model),
        Came::Copy(text) => {
            model.say(model.words.say("did-copy"), Role::Good);
            vec![Effect::Copy(text)]
        }
        Came::Cut(text) => {
            let key = model.keymap.shown(Act::PasteText, Place::Form, &model.words);
            let sentence = model.words.say_with("did-cut", &[("key", key.into())]);
            model.say(sentence, Role::Good);
            vec![Effect::Copy(text)]
        }
        Came::Helped(help) => {
            say_help(model, help);
            Vec::new()
        }
        Came::NothingSelected => {
            let key = model.keymap.shown(Act::StartSelecting, Place::Form, &model.words);
            let sentence = model.words.say_with("nothing-selected", &[("key", key.into())]);
            model.say(sentence, Role::Faint);
            Vec::new()
        }
    });
    effects
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

/// The words that are offered in the text that has the focus: phrases, and names of those who may speak and of
/// organisations.
pub(super) fn offered(form: &Form, books: &Books) -> Option<phrases::Offer> {
    let Input::Text(buffer) = &form.fields.get(form.focus)?.input else {
        return None;
    };
    if form.is_selecting {
        return None;
    }
    let session = form.session();
    let voices = session.and_then(|id| books.voices_of(&id)).unwrap_or_default();
    let organisations = books.organisations.iter().flat_map(|all| &all.rows);
    let names = voices
        .iter()
        .map(|voice| voice.name.as_str())
        .chain(organisations.map(|organisation| organisation.name.as_str()));
    phrases::offer(buffer, names)
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

/// Says that movements select, as long as they do.
fn say_selecting(model: &mut Model) {
    let key = model.keymap.shown(Act::StartSelecting, Place::Form, &model.words);
    let sentence = model.words.say_with("selecting", &[("key", key.into())]);
    model.say(sentence, Role::Faint);
}

/// Says what a help did, and how it is taken back or switched off.
fn say_help(model: &mut Model, help: Help) {
    let (id, act) = match help {
        Help::PersianDigit => ("help-persian-digit", Act::Settings),
        Help::PersianLetters => ("help-persian-letters", Act::UndoTyped),
        Help::Guillemets => ("help-guillemets", Act::UndoTyped),
        Help::Clause => ("help-clause", Act::UndoTyped),
    };
    let key = model.keymap.shown(act, Place::Form, &model.words);
    let sentence = model.words.say_with(id, &[("key", key.into())]);
    model.say(sentence, Role::Faint);
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

/// Keeps what is written; what is as it was when the form was opened needs no draft.
pub(super) fn keep(form: &Form) -> Effect {
    let key = form.draft_key();
    if form.is_dirty() {
        Effect::KeepDraft {
            key,
            text: form.draft(),
        }
    } else {
        Effect::ClearDraft { key }
    }
}

fn by_act(form: &mut Form, act: Act) -> Came {
    match act {
        Act::NextField => form.move_focus(true),
        Act::PreviousField => form.move_focus(false),
        Act::Save => return Came::Save,
        Act::Back => return Came::Leave,
        act => {
            let buffer = form.fields.get_mut(form.focus).and_then(Field::buffer_mut);
            let outcome = buffer.zip(edit_of(act)).map(|(buffer, edit)| buffer.apply(edit));
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
        (Input::Line(_), Code::Enter) if small => return Came::Save,
        (Input::Choice { .. }, Code::Enter) if small => return Came::Save,
        (Input::Line(_) | Input::Choice { .. }, Code::Enter) => {
            if !last {
                form.move_focus(true);
            }
        }
        (Input::Choice { options, at }, code) => match choose(options.len(), *at, key, left_is_onward) {
            Some(next) => *at = next,
            None => by_vertical(form, code),
        },
        (Input::Names { chosen, typed, at }, _) => {
            if !press_names(chosen, typed, at, books, key) {
                match key.code {
                    Code::Enter if !last => form.move_focus(true),
                    code => by_vertical(form, code),
                }
            }
        }
        (Input::Speaker { typed, at }, code) => {
            let offers = voices::offers(books, session.as_ref(), typed.text());
            match voices::press(typed, at, &offers, key) {
                voices::Pressed::Here => {}
                voices::Pressed::Done => form.move_focus(true),
                voices::Pressed::Nothing => by_vertical(form, code),
            }
        }
        (Input::Answerer { asked, typed, at }, code) => {
            let offers = answerers(books, asked, typed.text());
            match voices::press(typed, at, &offers, key) {
                voices::Pressed::Here => {}
                voices::Pressed::Done => form.move_focus(true),
                voices::Pressed::Nothing => by_vertical(form, code),
            }
        }
        (Input::Line(buffer) | Input::Text(buffer), code) => {
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

/// Up and down leave a field at its edge.
fn by_vertical(form: &mut Form, code: Code) {
    match code {
        Code::Up if form.focus > 0 => form.move_focus(false),
        Code::Down if form.focus + 1 < form.fields.len() => form.move_focus(true),
        _ => {}
    }
}

/// Puts the focus and the caret where the mouse points; while it is dragged, text is selected.
pub(super) fn point(model: &mut Model, field: usize, pointed: Pointed, drags: bool) {
    let Some(form) = model.form_mut() else { return };
    if drags && form.focus != field {
        return;
    }
    let Some(buffer) = form.fields.get_mut(field).and_then(Field::buffer_mut) else {
        return;
    };
    let byte = buffer.byte_at(usize::from(pointed.row), usize::from(pointed.column));
    buffer.apply(if drags {
        EditCommand::SelectTo(byte)
    } else {
        EditCommand::MoveTo(byte)
    });
    form.focus = field;
}

/// Chooses one of the words of a field.
pub(super) fn choose_at(model: &mut Model, field: usize, option: usize) -> Vec<Effect> {
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    form.focus = field.min(form.fields.len().saturating_sub(1));
    let input = form.fields.get_mut(field).map(|field| &mut field.input);
    if let Some(Input::Choice { options, at }) = input
        && option < options.len()
    {
        *at = option;
        form.problem = None;
        return vec![keep(form)];
    }
    Vec::new()
}

/// Takes pasted text into the field that has the focus.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Model { stack, books, .. } = model;
    let Some(Screen::Form(form)) = stack.last_mut() else {
        return Vec::new();
    };
    let buffer = form.fields.get_mut(form.focus).and_then(Field::buffer_mut);
    let outcome = buffer.map(|buffer| buffer.apply(EditCommand::Paste(text.to_owned())));
    let Some(outcome) = outcome.filter(|outcome| outcome.changed) else {
        return Vec::new();
    };
    form.problem = None;
    let kept = keep(form);
    let looks = forms::alike::look(form, books);
    if let Some(help) = outcome.help {
        say_help(model, help);
    }
    std::iter::once(kept).chain(looks).collect()
}

/// Asks the office to record what is written, when the fields can be read.
pub(super) fn save(model: &mut Model) -> Vec<Effect> {
    let Some(form) = model.form() else {
        return Vec::new();
    };
    match forms::read(model, form) {
        Ok(command) => {
            let effects = model.ask_for(command);
            if let Some(asked) = model.asked.back_mut() {
                *asked = Asked::Form;
            }
            if let Some(form) = model.form_mut() {
                form.saving = true;
            }
            effects
        }
        Err(problem) => {
            let sentence = model.words.say(problem.word);
            model.say(sentence.clone(), Role::Bad);
            if let Some(form) = model.form_mut() {
                form.focus = form
                    .fields
                    .iter()
                    .position(|field| field.name == problem.field)
                    .unwrap_or(form.focus);
                form.problem = Some((form.focus, sentence));
            }
            Vec::new()
        }
    }
}

/// Leaves the form; asks first when something was written.
fn leave(model: &mut Model) -> Vec<Effect> {
    if model.form().is_some_and(Form::is_dirty) {
        model.dialog = Some(Dialog::before_leaving(&model.words));
        return Vec::new();
    }
    model.back()
}

/// Leaves the form and what is written in it.
pub(super) fn drop_words(model: &mut Model) -> Vec<Effect> {
    let Some(key) = model.form().map(Form::draft_key) else {
        return Vec::new();
    };
    let mut effects = vec![Effect::ClearDraft { key }];
    effects.extend(model.back());
    effects
}

/// The office has recorded the form: it closes, and the screen goes on from there.
pub(super) fn saved(model: &mut Model, done: &Done) -> Vec<Effect> {
    let Some(form) = model.form().cloned() else {
        return Vec::new();
    };
    let mut effects = vec![Effect::ClearDraft {
        key: form.draft_key(),
    }];
    model.stack.pop();
    match &form.about {
        About::Mark {
            goes_on: true, base, ..
        } => screens::go_on(model, &base.session.clone()),
        About::Seat { .. } | About::Body { .. } => effects.push(Effect::Ask(Query::Bodies)),
        About::Organisation { .. } => effects.push(Effect::Ask(Query::Organisations)),
        about => model.spots.chosen.retain(|id| !about.several().contains(id)),
    }
    let new_session = done.created.iter().find_map(|created| match created {
        Created::Session(id) => Some(id.clone()),
        _ => None,
    });
    effects.extend(match new_session {
        // A session that was prepared begins with its agenda.
        Some(id) => {
            model.spots.of_mut(&id).tab = screens::Tab::Agenda;
            model.open(Screen::Session(id))
        }
        None => screens::entered(model),
    });
    effects
}
