//! A form: fields, the one that has the focus, and the way of a key through it. Does not know what is recorded;
//! `forms` does.

use super::books::Books;
use super::dialog::Dialog;
use super::forms::{self, About};
use super::keymap::{self, Act, Place};
use super::{Asked, Effect, Model, Screen, screens};
use crate::calendar::Moment;
use crate::domain::ids::SessionId;
use crate::domain::resolution::Responsible;
use crate::office::command::{Created, Done};
use crate::office::query::Query;
use crate::text::{EditBuffer, EditCommand};
use crate::ui::{Code, Key, Role, press_editor};
use crate::words::Words;
use std::collections::BTreeMap;

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
    /// What is wrong with a field, by its place.
    pub problem: Option<(usize, String)>,
    /// The fields' values when the form was opened.
    opened: Values,
}

/// What stands in the fields, by their names: the text of a draft.
type Values = BTreeMap<String, String>;

/// One field.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    /// Its name in drafts.
    pub name: &'static str,
    /// The word id of its label.
    pub label: &'static str,
    /// The word id of what may be written, said while it has the focus.
    pub hint: Option<&'static str>,
    pub input: Input,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Input {
    /// One line.
    Line(EditBuffer),
    /// Paragraphs.
    Text(EditBuffer),
    /// One of these words.
    Choice { options: Vec<String>, at: usize },
    /// Organisations, the lead first, and the name being typed.
    Names {
        chosen: Vec<Responsible>,
        typed: EditBuffer,
        at: usize,
    },
}

impl Field {
    pub fn line(name: &'static str, label: &'static str, text: &str) -> Field {
        Field {
            name,
            label,
            hint: None,
            input: Input::Line(EditBuffer::single_line(text)),
        }
    }

    pub fn text(name: &'static str, label: &'static str, text: &str) -> Field {
        Field {
            name,
            label,
            hint: None,
            input: Input::Text(EditBuffer::new(text)),
        }
    }

    pub fn choice(name: &'static str, label: &'static str, options: Vec<String>, at: usize) -> Field {
        Field {
            name,
            label,
            hint: Some("hint-choice"),
            input: Input::Choice { options, at },
        }
    }

    pub fn names(name: &'static str, label: &'static str, chosen: Vec<Responsible>) -> Field {
        let input = Input::Names {
            chosen,
            typed: EditBuffer::single_line(""),
            at: 0,
        };
        Field {
            name,
            label,
            hint: Some("hint-names"),
            input,
        }
    }

    pub fn hinted(self, hint: &'static str) -> Field {
        Field {
            hint: Some(hint),
            ..self
        }
    }

    /// The buffer that is typed into, where there is one.
    pub fn buffer(&self) -> Option<&EditBuffer> {
        match &self.input {
            Input::Line(buffer) | Input::Text(buffer) | Input::Names { typed: buffer, .. } => Some(buffer),
            Input::Choice { .. } => None,
        }
    }

    fn buffer_mut(&mut self) -> Option<&mut EditBuffer> {
        match &mut self.input {
            Input::Line(buffer) | Input::Text(buffer) | Input::Names { typed: buffer, .. } => Some(buffer),
            Input::Choice { .. } => None,
        }
    }

    fn value(&self) -> String {
        match &self.input {
            Input::Line(buffer) | Input::Text(buffer) => buffer.text().to_owned(),
            Input::Choice { at, .. } => at.to_string(),
            Input::Names { chosen, typed, .. } => {
                let names = chosen
                    .iter()
                    .map(|who| who.written.as_str())
                    .chain([typed.text()]);
                names
                    .filter(|name| !name.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n")
            }
        }
    }

    fn set_value(&mut self, value: &str) {
        match &mut self.input {
            Input::Line(buffer) => *buffer = EditBuffer::single_line(value),
            Input::Text(buffer) => *buffer = EditBuffer::new(value),
            Input::Choice { options, at } => {
                *at = value.parse().unwrap_or(0).min(options.len().saturating_sub(1))
            }
            Input::Names { chosen, .. } => {
                let known = std::mem::take(chosen);
                let named = |written: &str| known.iter().find(|who| who.written == written).cloned();
                let fresh = |written: &str| Responsible {
                    written: written.to_owned(),
                    organisation: None,
                };
                *chosen = value
                    .lines()
                    .map(|name| named(name).unwrap_or_else(|| fresh(name)))
                    .collect();
            }
        }
    }
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
            problem: None,
            opened: Values::new(),
        };
        form.opened = form.values();
        form
    }

    /// What is written in a field of this name, without blanks around it.
    pub fn written(&self, name: &str) -> &str {
        let field = self.fields.iter().find(|field| field.name == name);
        field
            .and_then(Field::buffer)
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
        self.fields
            .iter()
            .map(|field| (field.name.to_owned(), field.value()))
            .collect()
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
    vec![Effect::AskDraft { key }]
}

/// What a key comes to in a form.
enum Came {
    Nothing,
    Leave,
    Save,
    Copy(String),
}

/// Takes a key.
pub(super) fn press(model: &mut Model, key: Key, now: Moment) -> Vec<Effect> {
    let Model {
        stack, books, look, ..
    } = model;
    let Some(Screen::Form(form)) = stack.last_mut() else {
        return Vec::new();
    };
    let before = form.values();
    let act = if key.typed().is_some() {
        None
    } else {
        keymap::act(key, Place::Form, !look.left_is_onward())
    };
    let came = match act {
        Some(Act::Help) => {
            model.help = Some(0);
            return Vec::new();
        }
        Some(act) if !matches!(act, Act::MoveInText | Act::Select) => by_act(form, act),
        _ => by_key(form, books, key, look.left_is_onward()),
    };
    let changed = form.values() != before;
    if changed {
        form.problem = None;
    }
    let mut effects = if changed { vec![keep(form)] } else { Vec::new() };
    effects.extend(match came {
        Came::Nothing => Vec::new(),
        Came::Save => save(model, now),
        Came::Leave => leave(model),
        Came::Copy(text) => vec![Effect::Copy(text)],
    });
    effects
}

/// Keeps what is written; what is as it was when the form was opened needs no draft.
fn keep(form: &Form) -> Effect {
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
            if let Some(text) = outcome.and_then(|outcome| outcome.taken) {
                return Came::Copy(text);
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
        (Input::Line(buffer) | Input::Text(buffer), code) => {
            let outcome = press_editor(buffer, key);
            if let Some(text) = outcome.taken {
                return Came::Copy(text);
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

fn choose(count: usize, at: usize, key: Key, left_is_onward: bool) -> Option<usize> {
    let onward = if left_is_onward { Code::Left } else { Code::Right };
    match key.as_command().code {
        Code::Char(' ') => Some((at + 1) % count.max(1)),
        code if code == onward => Some((at + 1) % count.max(1)),
        Code::Left | Code::Right => Some((at + count.max(1) - 1) % count.max(1)),
        Code::Char(digit) => (digit.to_digit(10)? as usize)
            .checked_sub(1)
            .filter(|at| *at < count),
        _ => None,
    }
}

/// At most so many organisations are offered.
pub(super) const OFFERS_MAX: usize = 5;

/// The names that are offered for what is typed: organisations that have it in a name or alias, then what is typed
/// as it stands.
pub(super) fn offers(books: &Books, typed: &str) -> Vec<Responsible> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Vec::new();
    }
    let organisations = books.organisations.as_ref();
    let found = organisations
        .map(|all| all.matching(typed, OFFERS_MAX))
        .unwrap_or_default();
    let known = found.into_iter().map(|organisation| Responsible {
        written: organisation.name.clone(),
        organisation: Some(organisation.id.clone()),
    });
    let meant = organisations.and_then(|all| all.named(typed));
    let mut offers: Vec<Responsible> = known.collect();
    if offers.iter().all(|offer| offer.written != typed) {
        offers.push(Responsible {
            written: typed.to_owned(),
            organisation: meant,
        });
    }
    offers
}

/// A key in a list of names; returns whether it meant something there.
fn press_names(
    chosen: &mut Vec<Responsible>,
    typed: &mut EditBuffer,
    at: &mut usize,
    books: &Books,
    key: Key,
) -> bool {
    let offers = offers(books, typed.text());
    match key.code {
        Code::Enter if !offers.is_empty() => {
            let taken = offers.get(*at).or(offers.first()).cloned();
            chosen.extend(taken.filter(|taken| chosen.iter().all(|who| who.written != taken.written)));
            *typed = EditBuffer::single_line("");
            *at = 0;
        }
        Code::Up if *at > 0 => *at -= 1,
        Code::Down if *at + 1 < offers.len() => *at += 1,
        Code::Backspace if typed.text().is_empty() && !chosen.is_empty() => {
            chosen.pop();
        }
        _ => {
            let outcome = press_editor(typed, key);
            if outcome.changed {
                *at = 0;
            }
            return outcome.changed || outcome.moved;
        }
    }
    true
}

/// Takes pasted text into the field that has the focus.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    let Some(form) = model.form_mut() else {
        return Vec::new();
    };
    let buffer = form.fields.get_mut(form.focus).and_then(Field::buffer_mut);
    let changed = buffer.is_some_and(|buffer| buffer.apply(EditCommand::Paste(text.to_owned())).changed);
    if changed {
        form.problem = None;
        return vec![keep(form)];
    }
    Vec::new()
}

/// Asks the office to record what is written, when the fields can be read.
pub(super) fn save(model: &mut Model, now: Moment) -> Vec<Effect> {
    let Some(form) = model.form() else {
        return Vec::new();
    };
    match forms::read(model, form, now) {
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
        _ => {}
    }
    let new_session = done.created.iter().find_map(|created| match created {
        Created::Session(id) => Some(id.clone()),
        _ => None,
    });
    effects.extend(match new_session {
        Some(id) => model.open(Screen::Session(id)),
        None => screens::entered(model),
    });
    effects
}
