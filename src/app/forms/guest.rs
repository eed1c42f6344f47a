//! The small form of a guest. Does not know how guests are listed.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{line_field, place, words_of};
use crate::app::form::{About, After, FieldProblem, Form};
use crate::app::locked::unless_locked;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::session::{Guest, Session};
use crate::office::command::Command;

/// A guest.
#[derive(Clone, Debug)]
struct GuestForm {
    session: Session,
    /// Its place among the guests; none is a new one.
    at: Option<usize>,
}

impl About for GuestForm {
    fn title(&self) -> &'static str {
        "form-guest"
    }

    fn draft_key(&self) -> String {
        format!("guest/{}/{}", self.session.id, place(self.at))
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.session.id.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    fn after(&self) -> After {
        match self.at {
            None => After::NewGuest(self.session.id.clone()),
            Some(_) => After::Nothing,
        }
    }

    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let guest = Guest {
            name: words_of(form, "name")?,
            post: form.some("post"),
        };
        let mut after = self.session.clone();
        match self.at.and_then(|at| after.guests.get_mut(at)) {
            Some(place) => *place = guest,
            None => after.guests.push(guest),
        }
        Ok(Command::RecordSession {
            before: Some(Box::new(self.session.clone())),
            after: Box::new(after),
        })
    }
}

/// Opens the form of a guest; none is a new one.
pub(in crate::app) fn guest(session: &Session, at: Option<usize>) -> Vec<Step> {
    let guest = at
        .and_then(|at| session.guests.get(at))
        .cloned()
        .unwrap_or_default();
    let fields = vec![
        Field::line("name", "field-guest", &guest.name).hinted("hint-small"),
        line_field("post", "field-guest-post", &guest.post).hinted("hint-small"),
    ];
    let about = GuestForm {
        session: session.clone(),
        at,
    };
    unless_locked(session, Form::new(about, fields))
}
