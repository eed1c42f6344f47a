//! The list of sessions, latest first. Does not know what is in a session.

mod queries;
mod rows;

use super::page::Page;
use super::session_state::ask_state;
use super::spot::{Spot, has_all};
use super::tab::Tab;
use super::tables::{moved, settled, table_rows};
use crate::app::books::{Books, Sessions};
use crate::app::context::Context;
use crate::app::dialog::Dialog;
use crate::app::drafts::form_of_draft;
use crate::app::keys::{Act, Place};
use crate::app::locked::locked;
use crate::app::step::{Duplicate, Purpose, Step, To};
use crate::app::{clocks, forms, say};
use crate::calendar::Day;
use crate::domain::body::Body;
use crate::domain::ids::SessionId;
use crate::office::command::Removal;
use crate::office::query::{Query, SessionRow};
use crate::text::fold;
use crate::ui::{Area, Canvas, Key, ListState, Origin, Role, sentence};
use rows::{cells, table};

pub(in crate::app) use queries::{all_sessions, sessions_query};

/// Where one is in the list of sessions.
#[derive(Default)]
pub(in crate::app) struct SessionsPage {
    pub spot: Spot,
    /// The session just made, to be selected when it is read.
    wanted: Option<SessionId>,
}

impl SessionsPage {
    /// The session that is selected.
    pub fn selected<'b>(&self, books: &'b Books) -> Option<&'b SessionRow> {
        self.row(books, self.spot.list.selected)
    }

    fn row<'b>(&self, books: &'b Books, at: usize) -> Option<&'b SessionRow> {
        books.session_rows().get(*self.spot.shown.get(at)?)
    }

    /// A session was made, to be selected when it is read.
    pub fn want(&mut self, id: SessionId) {
        self.wanted = Some(id);
    }

    /// Puts the sessions that were read into the books; the selection stays on its session, or goes to the one just made.
    pub fn take(&mut self, books: &mut Books, sessions: Sessions, today: Day) {
        let selected = match books.sessions {
            Some(_) => self.selected(books).map(|row| row.session.id.clone()),
            None => latest_held(&sessions, today),
        };
        let wanted = self.wanted.take().or(selected);
        books.sessions = Some(sessions);
        self.filter(books);
        let is_wanted = |row: &SessionRow| Some(&row.session.id) == wanted.as_ref();
        let again = (0..self.spot.shown.len()).find(|at| self.row(books, *at).is_some_and(is_wanted));
        self.spot.list.selected = again.unwrap_or(self.spot.list.selected);
    }

    /// Decides anew which sessions are shown.
    fn filter(&mut self, books: &Books) {
        let wanted = fold(&self.spot.filter);
        let found_by = books.sessions.iter().flat_map(|sessions| &sessions.found_by);
        let rows = found_by.enumerate().filter(|(_, text)| has_all(text, &wanted));
        self.spot.show(rows.map(|(row, _)| row).collect());
    }

    /// Begins a new session of the only body, or asks of which one.
    pub fn add(&self, context: &Context) -> Vec<Step> {
        let new_session = |body| vec![Step::Open(To::NewSession(body))];
        match context.books.bodies.as_deref() {
            None => new_session(None),
            Some([]) => {
                let said = Step::Say(context.words.say("sessions-no-body"), Role::Warn);
                std::iter::once(said).chain(forms::new_body(context)).collect()
            }
            Some([(body, _)]) => new_session(Some(body.id.clone())),
            Some(many) => {
                let selected = self.selected(context.books).map(|row| &row.session.body);
                let at = many.iter().position(|(body, _)| Some(&body.id) == selected);
                let answer = |(body, _): &(Body, _)| (body.name.clone(), new_session(Some(body.id.clone())));
                vec![Step::Question(Dialog {
                    title: context.words.say("new-session-body"),
                    text: String::new(),
                    answers: many.iter().map(answer).collect(),
                    at: at.unwrap_or(0),
                    is_unforeseen: false,
                })]
            }
        }
    }
}

/// At first the session of today is selected, or the last one before: planned ones stand above it.
fn latest_held(sessions: &Sessions, today: Day) -> Option<SessionId> {
    let held = |row: &&SessionRow| row.session.date.is_some_and(|day| day <= today);
    sessions.rows.iter().find(held).map(|row| row.session.id.clone())
}

impl Page for SessionsPage {
    fn place(&self) -> Place {
        Place::Sessions
    }

    fn wants(&self, context: &Context) -> Vec<Query> {
        vec![sessions_query(context.books.sessions.as_ref())]
    }

    fn waits(&self, context: &Context) -> bool {
        // A new session asks for its body.
        context.books.sessions.is_none() || context.books.bodies.is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        let (len, page) = (self.spot.shown.len(), usize::from(table_rows(context)));
        if moved(&mut self.spot.list, act, key, len, page) {
            let is_near_end = self.spot.list.selected + 2 * page >= len;
            return match is_near_end {
                true => all_sessions(context),
                false => Vec::new(),
            };
        }
        if act == Act::Add {
            return self.add(context);
        }
        if act == Act::Unsaved {
            let first = context.books.unsaved.first().cloned();
            return first.map(Step::Reopen).into_iter().collect();
        }
        let Some(row) = self.selected(context.books) else {
            return Vec::new();
        };
        let open = |tab| vec![Step::Open(To::Session(row.session.id.clone(), tab))];
        match act {
            Act::Open => open(None),
            Act::Tab(number) => open(Some(
                Tab::ALL.get(usize::from(number)).copied().unwrap_or_default(),
            )),
            Act::Edit => forms::edit_session(context, row.session.clone()),
            Act::Remove => remove(row),
            Act::Merge => put_into(row),
            Act::SetState => ask_state(context, &row.session),
            _ => Vec::new(),
        }
    }

    fn settle(&mut self, context: &Context) {
        let (list, len) = (self.spot.list, self.spot.shown.len());
        self.spot.list = settled(context, &table(context), list, len, |_| Vec::new());
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let spot = &self.spot;
        if context.books.sessions.is_none() {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        }
        if spot.shown.is_empty() {
            let id = if spot.filter.is_empty() {
                "sessions-empty"
            } else {
                "find-nothing"
            };
            return sentence(canvas, area, &context.words.say(id), Role::Plain);
        }
        table(context).paint(canvas, area, &spot.list, spot.shown.len(), |at| {
            let row = self.row(context.books, at);
            row.map(|row| cells(context, row)).unwrap_or_default()
        });
    }

    fn title(&self, context: &Context) -> String {
        context.words.say("screen-sessions")
    }

    /// What all sessions amount to.
    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        let Some(sessions) = &context.books.sessions else {
            return;
        };
        let (open, overdue) = sessions.total.unwrap_or_default();
        let args = [
            ("sessions", sessions.count.into()),
            ("open", open.into()),
            ("overdue", overdue.into()),
        ];
        let id = match sessions.total {
            Some(_) => "sessions-sum",
            None => "sessions-count",
        };
        let text = context.words.say_with(id, &args);
        let columns = context.body.columns.saturating_sub(2);
        let faint = canvas.style(Role::Faint);
        canvas.text(1, row, columns, &text, Origin::Ours, faint);
        let today = say::day_long(context.words, context.setup.today);
        let used = context.look.width(&text, Origin::Ours) + 3;
        canvas.text_at_end(
            1 + used,
            row,
            columns.saturating_sub(used),
            &today,
            Origin::Ours,
            faint,
        );
    }

    /// What was not saved before the program ended is gone to by its key.
    fn offers(&self, context: &Context, act: Act) -> bool {
        act != Act::Unsaved || !context.books.unsaved.is_empty()
    }

    /// What was not saved; else the legal clock of the selected session.
    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        if let Some(key) = context.books.unsaved.first() {
            return Some((unsaved(context, key), Role::Warn));
        }
        let clock = self.selected(context.books)?.clock.as_ref()?;
        Some(clocks::sentence(context.words, clock))
    }

    fn list(&mut self) -> &mut ListState {
        &mut self.spot.list
    }

    fn finder(&self) -> Option<&Spot> {
        Some(&self.spot)
    }

    fn finder_mut(&mut self) -> Option<&mut Spot> {
        Some(&mut self.spot)
    }

    fn begin_finding(&mut self, context: &Context) -> Vec<Step> {
        all_sessions(context)
    }

    fn answered(&mut self, context: &Context) {
        self.filter(context.books);
    }
}

/// What was being written under a key, where, and which key goes there.
fn unsaved(context: &Context, key: &str) -> String {
    let words = context.words;
    let session = context.books.session_rows().iter().find(|row| {
        let id = row.session.id.as_str();
        key.split('/').any(|part| part == id)
    });
    let form = words.say(form_of_draft(key));
    let what = match session {
        Some(row) => {
            let session = say::session_name(words, &row.session, &row.body);
            let args = [("form", form.into()), ("about", session.into())];
            words.say_with("form-title-about", &args)
        }
        None => form,
    };
    let args = [
        ("what", what.into()),
        ("count", context.books.unsaved.len().into()),
        ("key", context.key(Act::Unsaved, Place::Sessions).into()),
    ];
    words.say_with("unsaved-is-there", &args)
}

/// Finds the session that takes this one, which is recorded twice.
fn put_into(row: &SessionRow) -> Vec<Step> {
    let pick = || Step::Pick(Purpose::Take(Duplicate::Session(row.session.id.clone())));
    vec![locked(&row.session).unwrap_or_else(pick)]
}

fn remove(row: &SessionRow) -> Vec<Step> {
    let ask = || Step::AskRemoval(Removal::Session(row.session.id.clone()));
    vec![locked(&row.session).unwrap_or_else(ask)]
}
