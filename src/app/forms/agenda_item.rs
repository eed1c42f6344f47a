//! The small form of an item of the agenda. Does not know the order of the items.

use crate::app::context::Context;
use crate::app::field::Field;
use crate::app::form::parts::{number_field, number_of, place, words_of};
use crate::app::form::{About, FieldProblem, Form};
use crate::app::locked::unless_locked;
use crate::app::step::Step;
use crate::domain::ids::SessionId;
use crate::domain::session::{AgendaItem, AgendaKind, Session};
use crate::office::command::Command;
use crate::say;

const KINDS: [AgendaKind; 3] = [
    AgendaKind::Ordinary,
    AgendaKind::OpenResolutions,
    AgendaKind::PreviousMinutes,
];

/// An item of the agenda.
#[derive(Clone, Debug)]
struct AgendaItemForm {
    session: Session,
    /// Its place in the agenda; none is a new one.
    at: Option<usize>,
}

impl About for AgendaItemForm {
    fn title(&self) -> &'static str {
        "form-agenda-item"
    }

    fn draft_key(&self) -> String {
        format!("agenda/{}/{}", self.session.id, place(self.at))
    }

    fn session(&self) -> Option<SessionId> {
        Some(self.session.id.clone())
    }

    fn is_small(&self) -> bool {
        true
    }

    fn read(&self, _context: &Context, form: &Form) -> Result<Command, FieldProblem> {
        let known = self.at.and_then(|at| self.session.agenda.get(at));
        let item = AgendaItem {
            title: words_of(form, "title")?,
            planned_minutes: number_of(form, "minutes")?,
            kind: KINDS.get(form.chosen("kind")).copied().unwrap_or_default(),
            ..known.cloned().unwrap_or_default()
        };
        let mut after = self.session.clone();
        match self.at.and_then(|at| after.agenda.get_mut(at)) {
            Some(place) => *place = item,
            None => after.agenda.push(item),
        }
        Ok(Command::RecordSession {
            before: Some(Box::new(self.session.clone())),
            after: Box::new(after),
        })
    }
}

/// Opens the form of an agenda item; none is a new one.
pub(in crate::app) fn agenda_item(context: &Context, session: &Session, at: Option<usize>) -> Vec<Step> {
    let item = at
        .and_then(|at| session.agenda.get(at))
        .cloned()
        .unwrap_or_default();
    let kinds = KINDS
        .map(|kind| context.words.say(say::agenda_kind(kind)))
        .to_vec();
    let kind = KINDS.iter().position(|kind| *kind == item.kind).unwrap_or(0);
    let fields = vec![
        Field::line("title", "field-agenda-item", &item.title).hinted("hint-small"),
        number_field(context, "minutes", "field-planned-minutes", item.planned_minutes).hinted("hint-small"),
        Field::choice("kind", "field-agenda-kind", kinds, kind),
    ];
    let about = AgendaItemForm {
        session: session.clone(),
        at,
    };
    unless_locked(session, Form::new(about, fields))
}
