//! The contract of a form: what it is about, under which key its draft is kept, and how what is written becomes a
//! command. Does not know any form.

use super::Form;
use crate::app::context::Context;
use crate::app::field::{Field, Values};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::domain::resolution::{Reference, Resolution, Responsible};
use crate::domain::session::Session;
use crate::office::command::Command;
use crate::office::query::Query;
use crate::ui::Role;
use crate::words::Words;
use std::fmt::Debug;

/// Why a form cannot be read.
pub(in crate::app) struct FieldProblem {
    /// The field's name.
    pub field: &'static str,
    /// The word id of the sentence.
    pub word: &'static str,
}

impl FieldProblem {
    /// What is wrong with a field.
    pub fn at(field: &'static str, word: &'static str) -> FieldProblem {
        FieldProblem { field, word }
    }
}

/// What is done when a form was recorded, beside closing it.
pub(in crate::app) enum After {
    /// Nothing.
    Nothing,
    /// The selection goes to the next seat of this session.
    NextSeat(SessionId),
    /// The guest that was added to this session is selected.
    NewGuest(SessionId),
    /// These are asked.
    Ask(Vec<Query>),
}

/// What a form is about: the record as it was read, and what its fields do not show of it.
pub(in crate::app) trait About: Debug + Cloned {
    /// The word id of its title.
    fn title(&self) -> &'static str;

    /// The key under which its draft is kept: form and record.
    fn draft_key(&self) -> String;

    /// The command that records what is written in the form.
    ///
    /// # Errors
    /// The field that could not be read, and why.
    fn read(&self, context: &Context, form: &Form) -> Result<Command, FieldProblem>;

    /// The session that it is about.
    fn session(&self) -> Option<SessionId> {
        None
    }

    /// What stands beside its title: the seat, the body.
    fn subject(&self, _context: &Context) -> Option<String> {
        None
    }

    /// Whether it stands in a box over the list that it was opened from.
    fn is_small(&self) -> bool {
        false
    }

    /// How what is written in a field was understood, where the form has its own way to read it.
    fn read_back(&self, _context: &Context, _form: &Form, _field: &str) -> Option<(String, Role)> {
        None
    }

    /// Whether a draft of a new record says what a record says that is there: it was recorded, and only its end was not
    /// noted (the power went just then).
    fn was_recorded(&self, _context: &Context, _draft: &str) -> bool {
        false
    }

    /// Whether it offers the names of those who may speak.
    fn offers_speakers(&self) -> bool {
        false
    }

    /// What may stand in a line that is empty: it is shown, and the arrow onward takes it. Nothing is ever taken by itself.
    fn suggested(&self, _field: &str) -> Option<&str> {
        None
    }

    /// What is done when it was recorded.
    fn after(&self) -> After {
        After::Nothing
    }

    /// Whether another one of its kind may be written when it was recorded.
    fn goes_on(&self) -> bool {
        false
    }

    /// The form of the next one of its kind.
    fn again(&self, _context: &Context) -> Option<Form> {
        None
    }

    /// The resolutions that are changed together, where they are several.
    fn several(&self) -> &[ResolutionId] {
        &[]
    }

    /// What a draft keeps beside the fields.
    fn beside_the_fields(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Takes over what a draft kept beside the fields.
    fn bring_beside(&mut self, _values: &Values) {}

    /// The resolution that is written, as far as the fields do not show it.
    fn resolution(&self) -> Option<&Resolution> {
        None
    }

    /// The resolution that is edited, as it is recorded.
    fn recorded(&self) -> Option<&Resolution> {
        None
    }

    /// Keeps who is to act on a clause of the resolution that is written, and until when.
    fn take_clause(&mut self, _letter: &str, _responsible: Vec<Responsible>, _deadline: Option<String>) {}

    /// Keeps which resolution the one that is written follows.
    fn follow(&mut self, _followed: Reference) {}

    /// The new session that is written, as far as the fields do not show it.
    fn new_session(&self) -> Option<&Session> {
        None
    }

    /// Writes anew what follows from other fields, after a key has changed one.
    fn rewrite(&mut self, _words: &Words, _fields: &mut [Field]) {}

    /// Keeps the ordinal and the year that were counted anew for a new session.
    fn recount(&mut self, _counted: &Session) {}
}

/// What lets a form be put into a question, which may be asked again.
pub(in crate::app) trait Cloned {
    /// The same once more.
    fn cloned(&self) -> Box<dyn About>;
}

impl<T: About + Clone + 'static> Cloned for T {
    fn cloned(&self) -> Box<dyn About> {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn About> {
    fn clone(&self) -> Box<dyn About> {
        (**self).cloned()
    }
}
