//! One session: its tabs, and where one is on each. Does not know what is on a tab.

mod agenda;
mod attendance;
mod begin;
mod breaks;
mod details;
mod items;
mod notes;
mod offers;
mod places;
mod raw;
mod resolutions;
mod roll_bar;
mod roll_finder;
mod roll_view;

use super::Spot;
use super::page::Page;
use super::session_head::{clock, shown_tabs, title, view_tabs};
use super::session_state::ask_state;
use super::tab::Tab;
use super::talk::{self, TalkLine};
use crate::app::clocks;
use crate::app::context::Context;
use crate::app::keys::{Act, Place};
use crate::app::step::Step;
use crate::domain::correction::Corrected;
use crate::domain::ids::SessionId;
use crate::domain::session::SessionState;
use crate::office::query::{Query, ResolutionRow, SessionView};
use crate::ui::{Area, Canvas, Key, ListState, Role, sentence};

pub(in crate::app) use roll_finder::keys as finder_keys;

/// Where one is in one session.
#[derive(Clone, Debug)]
pub(in crate::app) struct SessionPage {
    id: SessionId,
    /// The open tab.
    pub tab: Tab,
    details: ListState,
    pub agenda: ListState,
    roll: ListState,
    pub notes: ListState,
    pub resolutions: ListState,
    raw: ListState,
    /// The first letters of a name in the roll; its list is where one was before the first of them.
    finder: Spot,
    /// Whether it was asked once if the session begins.
    begin_asked: bool,
    /// Whether the keys of the roll record answers to the invitation.
    answering: bool,
    /// Whether the roll was begun by the custom of the body.
    roll_opened: bool,
    /// The note or resolution to be selected when it is read.
    wanted: Option<String>,
    /// Whether a guest was just added, to be selected when it is read.
    wants_guest: bool,
}

impl SessionPage {
    /// A session where one has not been.
    pub fn new(id: &SessionId) -> SessionPage {
        SessionPage {
            id: id.clone(),
            tab: Tab::default(),
            details: ListState::default(),
            agenda: ListState::default(),
            roll: ListState::default(),
            notes: ListState::default(),
            resolutions: ListState::default(),
            raw: ListState::default(),
            finder: Spot::default(),
            begin_asked: false,
            answering: false,
            roll_opened: false,
            wanted: None,
            wants_guest: false,
        }
    }

    /// Does what a key asked for on the open tab. What happens only while a session meets asks first whether it begins,
    /// once.
    fn act_or_begin(&mut self, context: &Context, view: &SessionView, act: Act, key: Key) -> Vec<Step> {
        let asks =
            !self.begin_asked && !self.answers(view) && begin::offers(context, &view.session, self.tab, act);
        if !asks {
            return self.act_on_tab(context, view, act, key);
        }
        self.begin_asked = true;
        let mut running = view.clone();
        running.session.state = SessionState::Running;
        let roll = self.roll;
        let planned = self.act_on_tab(context, view, act, key);
        self.roll = roll;
        let begun = self.act_on_tab(context, &running, act, key);
        begin::ask(context, &view.session, begun, planned)
    }

    fn act_on_tab(&mut self, context: &Context, view: &SessionView, act: Act, key: Key) -> Vec<Step> {
        match self.tab {
            Tab::Details => details::act(context, view, &mut self.details, act, key),
            Tab::Agenda => agenda::act(context, view, &mut self.agenda, act, key),
            Tab::Attendance => {
                let answering = self.answers(view);
                attendance::act(context, view, &mut self.roll, answering, (act, key))
            }
            Tab::Notes => notes::act(context, view, &mut self.notes, act, key),
            Tab::Resolutions => resolutions::act(context, view, &mut self.resolutions, act, key),
            Tab::Raw => raw::act(context, view, &mut self.raw, act, key),
        }
    }

    /// Whether what is ticked are answers to the invitation; only of a session that is still to be held.
    fn answers(&self, view: &SessionView) -> bool {
        self.answering && view.session.state == SessionState::Planned
    }

    fn read<'a>(&self, context: &Context<'a>) -> Option<&'a SessionView> {
        context.books.session(&self.id)
    }

    /// Goes to another tab, when that is asked for.
    fn turned(&mut self, context: &Context, act: Act) -> Option<Vec<Step>> {
        let tabs = shown_tabs(self.read(context));
        let at = tabs.iter().position(|tab| *tab == self.tab).unwrap_or(0);
        let next = match act {
            Act::Tab(number) => usize::from(number),
            Act::Next => (at + 1) % tabs.len(),
            Act::Previous => (at + tabs.len() - 1) % tabs.len(),
            _ => return None,
        };
        if let Some(tab) = tabs.get(next) {
            self.tab = *tab;
        }
        Some(self.roll_begins(context))
    }
}

impl Page for SessionPage {
    fn place(&self) -> Place {
        match self.tab {
            Tab::Details => Place::Details,
            Tab::Agenda => Place::Agenda,
            Tab::Attendance => Place::Attendance,
            Tab::Notes => Place::Notes,
            Tab::Resolutions => Place::Resolutions,
            Tab::Raw => Place::Raw,
        }
    }

    fn wants(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Session(self.id.clone())]
    }

    fn waits(&self, context: &Context) -> bool {
        self.read(context).is_none()
    }

    fn act(&mut self, context: &Context, act: Act, key: Key) -> Vec<Step> {
        if let Some(steps) = self.turned(context, act) {
            return steps;
        }
        let Some(view) = self.read(context) else {
            return Vec::new();
        };
        if act == Act::SetState {
            return ask_state(context, &view.session);
        }
        if act == Act::Break {
            return breaks::turn(context, view);
        }
        if act == Act::Answers {
            self.answering = !self.answering;
            return Vec::new();
        }
        self.act_or_begin(context, view, act, key)
    }

    fn settle(&mut self, context: &Context) {
        let Some(view) = self.read(context) else {
            return;
        };
        if !shown_tabs(Some(view)).contains(&self.tab) {
            self.tab = Tab::default();
        }
        match self.tab {
            Tab::Details => details::settle(context, view, &mut self.details),
            Tab::Agenda => agenda::settle(context, view, &mut self.agenda),
            Tab::Attendance => roll_view::settle(context, view, &mut self.roll),
            Tab::Notes => notes::settle(context, view, &mut self.notes),
            Tab::Resolutions => resolutions::settle(context, view, &mut self.resolutions),
            Tab::Raw => raw::settle(context, view, &mut self.raw),
        }
    }

    fn view(&self, context: &Context, canvas: &mut Canvas, area: Area) {
        let Some(view) = self.read(context) else {
            return sentence(canvas, area, &context.words.say("reading"), Role::Faint);
        };
        match self.tab {
            Tab::Details => details::view(context, view, &self.details, canvas, area),
            Tab::Agenda => agenda::view(context, view, &self.agenda, canvas, area),
            Tab::Attendance => roll_view::view(context, view, &self.roll, canvas, area),
            Tab::Notes => notes::view(context, view, &self.notes, canvas, area),
            Tab::Resolutions => resolutions::view(context, view, &self.resolutions, canvas, area),
            Tab::Raw => raw::view(context, view, &self.raw, canvas, area),
        }
    }

    fn title(&self, context: &Context) -> String {
        title(context, &self.id)
    }

    fn view_sum(&self, context: &Context, canvas: &mut Canvas, row: u16) {
        view_tabs(context, &self.id, self.tab, canvas, row);
    }

    fn remark(&self, context: &Context) -> Option<(String, Role)> {
        let view = self.read(context)?;
        match self.tab {
            Tab::Attendance if self.answers(view) => {
                Some((context.words.say("roll-answers-only"), Role::Warn))
            }
            Tab::Attendance => roll_view::remark_on(context, view, &self.roll),
            Tab::Agenda => agenda::remark(context, view, self.agenda.selected),
            Tab::Resolutions => resolutions::remark(context, view, &self.resolutions),
            Tab::Details | Tab::Notes | Tab::Raw => {
                clock(context, view).map(|clock| clocks::sentence(context.words, &clock))
            }
        }
    }

    fn list(&mut self) -> &mut ListState {
        match self.tab {
            Tab::Details => &mut self.details,
            Tab::Agenda => &mut self.agenda,
            Tab::Attendance => &mut self.roll,
            Tab::Notes => &mut self.notes,
            Tab::Resolutions => &mut self.resolutions,
            Tab::Raw => &mut self.raw,
        }
    }

    fn offers(&self, context: &Context, act: Act) -> bool {
        let lacks_row = self
            .read(context)
            .is_some_and(|view| offers::lacks_row(self.tab, view));
        let is_planned = |view: &SessionView| view.session.state == SessionState::Planned;
        let fits = act != Act::Answers || self.read(context).is_some_and(is_planned);
        let is_there = match act {
            Act::Tab(number) => shown_tabs(self.read(context)).len() > usize::from(number),
            _ => true,
        };
        fits && is_there && !(lacks_row && offers::needs_row(act))
    }

    fn corrected(&self, context: &Context) -> Option<Corrected> {
        let view = self.read(context)?;
        match self.tab {
            Tab::Attendance => {
                let row = view.roll.get(self.roll.selected);
                let seat = row.map(|row| Corrected::Attendance(row.seat.id.clone()));
                Some(seat.unwrap_or(Corrected::Session))
            }
            Tab::Notes => Some(match talk::lines(view).get(self.notes.selected)? {
                TalkLine::Note(note) => Corrected::Note(note.id.clone()),
                TalkLine::Decided(row) => Corrected::Resolution(row.resolution.id.clone()),
            }),
            Tab::Resolutions => {
                let row = view.resolutions.get(self.resolutions.selected)?;
                Some(Corrected::Resolution(row.resolution.id.clone()))
            }
            Tab::Details | Tab::Agenda | Tab::Raw => Some(Corrected::Session),
        }
    }

    fn choosable<'a>(&self, context: &Context<'a>) -> &'a [ResolutionRow] {
        let view = self.read(context).filter(|_| self.tab == Tab::Resolutions);
        view.map(|view| view.resolutions.as_slice()).unwrap_or_default()
    }

    fn finder(&self) -> Option<&Spot> {
        (self.tab == Tab::Attendance).then_some(&self.finder)
    }

    fn finder_mut(&mut self) -> Option<&mut Spot> {
        (self.tab == Tab::Attendance).then_some(&mut self.finder)
    }

    fn find(&mut self, context: &Context) -> Vec<Step> {
        self.go_to_name(context);
        Vec::new()
    }

    fn finder_key(&mut self, context: &Context, key: Key) -> Option<Vec<Step>> {
        self.tick_or_go(context, key)
    }

    fn found(&self, context: &Context) -> String {
        context.words.say("roll-find-hint")
    }
}
