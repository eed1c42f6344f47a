//! One note in full, to be read. Does not know how it is edited.

use super::page::Page;
use super::tables::{scrolled, settle_page};
use super::{notes, sought, talk};
use crate::app::address::{Screen, Within};
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::step::{Step, To};
use crate::domain::correction::Corrected;
use crate::domain::ids::NoteId;
use crate::domain::session::Note;
use crate::office::query::{Query, SessionView};
use crate::search::TextPart;
use crate::ui::{self, Area, Canvas, Key, ListState, PageEntry, Piece, Role, sentence};
use std::rc::Rc;

/// Where one is in a note.
pub(in crate::app) struct NotePage {
    id: NoteId,
    list: ListState,
}

impl NotePage {
    /// At the first line of a note.
    pub fn new(id: &NoteId) -> NotePage {
        NotePage {
            id: id.clone(),
            list: ListState::default(),
        }
    }

    /// The note and its session, as far as they were read.
    fn note<'b>(&self, context: &Context<'b>) -> Option<(&'b SessionView, &'b Note)> {
        let view = context.books.session(&self.id.session())?;
        let note = view.notes.iter().find(|note| note.id == self.id)?;
        Some((view, note))
    }

    /// Goes to the note so many behind this one.
    fn beside(&self, view: &SessionView, by: isize) -> Vec<Step> {
        let at = view.notes.iter().position(|other| other.id == self.id);
        let next = at.and_then(|at| at.checked_add_signed(by));
        let Some(next) = next.and_then(|at| view.notes.get(at)) else {
            return Vec::new();
        };
        vec![
            Step::Seek(self.id.session(), Within::Note(next.id.clone())),
            Step::Open(To::Instead(Screen::Note(next.id.clone()))),
        ]
    }
}

impl Page for NotePage {
    fn place(&self) -> Place {
        Place::Note
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.id.session())]
    }

    fn waits(&self, context: &Context) -> bool {
        context.books.session(&self.id.session()).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let Some((view, note)) = self.note(context) else {
            return Vec::new();
        };
        let lines = lines(context, view, note).rows();
        if scrolled(&mut self.list, act, key, lines, context.body.rows) {
            return Vec::new();
        }
        match act {
            Act::GoToSession => vec![Step::Open(To::BackToSession(self.id.session()))],
            Act::Next => self.beside(view, 1),
            Act::Previous => self.beside(view, -1),
            act => notes::act_on(context, view, note, act, true),
        }
    }

    fn settle(&mut self, context: &Context) {
        if let Some((view, note)) = self.note(context) {
            let lines = lines(context, view, note).rows();
            settle_page(&mut self.list, lines, context.body.rows);
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        match self.note(context) {
            Some((view, note)) => lines(context, view, note).paint(canvas, area, self.list.top),
            None => sentence(canvas, area, &context.words.say("note-is-gone"), Role::Faint),
        }
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-note")
    }

    fn corrected(&self, _context: &Context) -> Option<Corrected> {
        Some(Corrected::Note(self.id.clone()))
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.list
    }

    /// It is read, not selected from.
    fn select_row(&mut self, _row: usize) {}
}

fn lines(context: &Context, view: &SessionView, note: &Note) -> Rc<ui::EntryPage> {
    let entries = entries(context, view, note);
    context.page.of(context.look, context.body.columns, entries)
}

fn entries(context: &Context, view: &SessionView, note: &Note) -> Vec<PageEntry> {
    let entry = |label: &str, pieces| PageEntry {
        label: context.words.say(label),
        pieces,
    };
    let paragraphs = note.text.split('\n');
    let text = paragraphs
        .map(|text| sought::piece(context, text, TextPart::Text))
        .collect();
    let blank = PageEntry {
        label: String::new(),
        pieces: Vec::new(),
    };
    let mut entries = vec![
        entry("field-speaker", notes::who(context, note)),
        blank.clone(),
        entry("field-note", text),
    ];
    let made = view.made_from(&note.id);
    let made: Vec<Piece> = made.map(|row| talk::decided(context.words, view, row)).collect();
    if !made.is_empty() {
        entries.extend([blank, entry("field-decided", made)]);
    }
    entries
}
