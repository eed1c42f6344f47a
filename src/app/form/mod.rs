//! A form: fields, the one that has the focus, what it is about, and its draft. Does not know what is recorded; each
//! form of `forms` does.

pub(super) mod about;
pub(super) mod alike;
pub(super) mod parts;

use super::books::Books;
use super::context::Context;
use super::field::{Field, FieldInput, Values, values_of};
use super::phrases;
use crate::domain::body::ClauseLetters;
use crate::domain::ids::SessionId;
use crate::text::{EditBuffer, EditCommand, Motion, TypedLetters};
use crate::ui::Role;
use crate::words::Words;
use alike::Alike;

pub(super) use about::{About, After, FieldProblem};

/// What a draft keeps beside the fields: the field that has the focus, and the byte before which its caret stands.
const FOCUS: &str = "@focus";
const CARET: &str = "@caret";

/// A form that is open.
#[derive(Clone, Debug)]
pub(super) struct Form {
    pub about: Box<dyn About>,
    pub fields: Vec<Field>,
    pub focus: usize,
    /// The first field shown.
    pub top: usize,
    /// Whether a save was asked for and not answered yet.
    pub saving: bool,
    /// Whether the next one of its kind is to be written when it was recorded.
    pub then_next: bool,
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
    pub fn new(about: impl About + 'static, fields: Vec<Field>) -> Form {
        let mut form = Form {
            about: Box::new(about),
            fields,
            focus: 0,
            top: 0,
            saving: false,
            then_next: false,
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
                FieldInput::Choice { at, .. } => *at,
                _ => 0,
            })
    }

    pub fn values(&self) -> Values {
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

    /// Whether it is that of a resolution.
    pub fn is_of_resolution(&self) -> bool {
        self.about.resolution().is_some()
    }

    /// Whether the field that has the focus takes paragraphs, so that it can be edited outside.
    pub fn is_in_paragraphs(&self) -> bool {
        let field = self.fields.get(self.focus);
        matches!(field.map(|field| &field.input), Some(FieldInput::Text(_)))
    }

    /// What is written, as a draft, with where the caret stands.
    pub fn draft(&self) -> String {
        let mut values = self.values();
        if let Some(field) = self.fields.get(self.focus) {
            let caret = field.buffer().map_or(0, EditBuffer::caret_byte);
            values.insert(FOCUS.to_owned(), field.name.to_owned());
            values.insert(CARET.to_owned(), caret.to_string());
        }
        serde_json::to_string(&values).unwrap_or_default()
    }

    /// Whether a draft says something else than the form.
    pub fn differs(&self, draft: &str) -> bool {
        let written = |(name, _): &(&String, &String)| *name != FOCUS && *name != CARET;
        serde_json::from_str::<Values>(draft)
            .is_ok_and(|values| !values.iter().filter(written).eq(&self.values()))
    }

    /// Puts the focus and the caret where a draft was left.
    pub fn stand_as(&mut self, draft: &str) {
        let Ok(values) = serde_json::from_str::<Values>(draft) else {
            return;
        };
        let caret = values.get(CARET).and_then(|caret| caret.parse().ok());
        let (Some(field), Some(caret)) = (values.get(FOCUS), caret) else {
            return;
        };
        self.focus_on(field);
        let buffer = self.fields.get_mut(self.focus).and_then(Field::buffer_mut);
        if let Some(buffer) = buffer {
            buffer.apply(EditCommand::MoveTo(caret));
        }
    }

    /// Writes a draft into the fields.
    pub fn bring(&mut self, draft: &str) {
        let Ok(values) = serde_json::from_str::<Values>(draft) else {
            return;
        };
        // What is about a clause is shown anew, where the caret is then.
        self.fields.retain(|field| field.letter.is_none());
        for field in &mut self.fields {
            if let Some(value) = values.get(field.name) {
                field.set_value(value);
            }
        }
        self.focus = self.focus.min(self.fields.len().saturating_sub(1));
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

    /// Its title alone.
    pub fn title(&self, words: &Words) -> String {
        words.say(self.about.title())
    }

    /// Its title with what it is about.
    pub fn full_title(&self, context: &Context) -> String {
        let title = self.title(context.words);
        match self.about.subject(context) {
            Some(about) => {
                let args = [("form", title.into()), ("about", about.into())];
                context.words.say_with("form-title-about", &args)
            }
            None => title,
        }
    }

    /// How what is written in a field was understood, shown while it is typed.
    pub fn read_back(&self, context: &Context, field: &str) -> Option<(String, Role)> {
        let named = self.fields.iter().find(|one| one.name == field);
        let written = self.written(field);
        let is_choice = named.is_some_and(|field| matches!(field.input, FieldInput::Choice { .. }));
        if written.is_empty() && !is_choice {
            return named.and_then(|field| parts::near_names(context, field));
        }
        let own = self.about.read_back(context, self, field);
        own.or_else(|| parts::read_back(context, field, written))
    }

    /// By which letters clauses are counted in it: those of the body whose session it is about.
    pub fn letters(&self, books: &Books) -> TypedLetters {
        let open = self.session().and_then(|id| books.session(&id));
        match open.map(|view| view.body.letters) {
            Some(ClauseLetters::Abjad) => TypedLetters::Abjad,
            Some(ClauseLetters::Alphabet | ClauseLetters::Numbers) | None => TypedLetters::Alphabet,
        }
    }

    /// Whether it stands in a box over the list that it was opened from.
    pub fn is_small(&self) -> bool {
        self.about.is_small()
    }

    /// Puts the focus on the field of this name, where there is one.
    pub fn focus_on(&mut self, name: &str) {
        let at = self.fields.iter().position(|field| field.name == name);
        self.focus = at.unwrap_or(self.focus);
    }

    /// Selects what stands in the line that has the focus, so that the first letter typed takes its place.
    fn select_line(&mut self) {
        if let Some(FieldInput::Line(buffer)) = self.fields.get_mut(self.focus).map(|field| &mut field.input)
        {
            buffer.apply(EditCommand::SelectAll);
        }
    }

    /// Lets go of what is selected in the field that has the focus.
    fn let_go(&mut self) {
        let buffer = self.fields.get_mut(self.focus).and_then(Field::buffer_mut);
        if let Some(buffer) = buffer.filter(|buffer| buffer.is_single_line()) {
            buffer.apply(EditCommand::Move(Motion::TextEnd));
        }
    }

    /// Puts the focus on the next field, or on the one before.
    pub fn move_focus(&mut self, onward: bool) {
        self.let_go();
        self.step_focus(onward);
        self.select_line();
    }

    fn step_focus(&mut self, onward: bool) {
        let count = self.fields.len().max(1);
        self.focus = if onward {
            (self.focus + 1) % count
        } else {
            (self.focus + count - 1) % count
        };
    }
}

/// The words that are offered in the text that has the focus: phrases, and names of those who may speak and of
/// organisations.
pub(super) fn offered(form: &Form, books: &Books) -> Option<phrases::PhraseOffer> {
    let field = form.fields.get(form.focus)?;
    let buffer = match &field.input {
        FieldInput::Text(buffer) => buffer,
        FieldInput::Line(line) => return suggested(form, field.name, line),
        _ => return None,
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

/// What the form suggests for a line that is empty.
fn suggested(form: &Form, field: &str, line: &EditBuffer) -> Option<phrases::PhraseOffer> {
    let whole = form.about.suggested(field).filter(|_| line.text().is_empty())?;
    Some(phrases::PhraseOffer {
        whole: whole.to_owned(),
        rest: whole.to_owned(),
    })
}
