//! The machine under the pages: which page is shown, what it may read, and the one place where its steps are obeyed.
//! Does not know what a page shows.

pub(in crate::app) mod ahead;
pub(in crate::app) mod answers;
pub(in crate::app) mod at_hand;
pub(in crate::app) mod dialog;
pub(in crate::app) mod find;
pub(in crate::app) mod form;
pub(in crate::app) mod frame;
pub(in crate::app) mod giving;
mod going;
pub(in crate::app) mod import;
pub(in crate::app) mod lookup;
pub(in crate::app) mod offered;
pub(in crate::app) mod pointing;
pub(in crate::app) mod popup;
pub(in crate::app) mod press;
pub(in crate::app) mod shown;
pub(in crate::app) mod told;

use crate::app::address::Screen;
use crate::app::context::{Context, body_of};
use crate::app::filters::Naming;
use crate::app::form::Form;
use crate::app::keys::Act;
use crate::app::palette::Palette;
use crate::app::screens::{
    FigureRows, ImportPage, LookupPage, Page, SessionPage, SessionsPage, SettingsPage,
};
use crate::app::step::{End, Step, To};
use crate::app::tutor;
use crate::app::{Books, Effect, Model, Preparing, Tutor, forms};
use crate::domain::ids::SessionId;
use crate::domain::session::Session;
use crate::office::query::Query;
use crate::office::report::{ReportAsked, ReportKind};
use crate::search::Filter;
use crate::ui::{Key, Role};

/// What is looked for on a screen below: by quick lookup or in the open list.
fn sought<'a>(stack: &[Screen], books: &'a Books) -> Option<&'a Filter> {
    stack.iter().rev().find_map(|screen| match screen {
        Screen::Lookup => books.lookup.as_ref().map(|looked| &looked.filter),
        Screen::Open => Some(&books.open_filter),
        _ => None,
    })
}

/// What a page may read of a model. A macro and no method: it borrows these fields alone, so that the state of the
/// pages can be lent out beside it, to be changed.
macro_rules! context_of {
    ($model:expr) => {
        Context {
            words: &$model.words,
            look: &$model.look,
            setup: &$model.setup,
            keymap: &$model.keymap,
            books: &$model.books,
            chosen: &$model.chosen,
            now: $model.now,
            stack: &$model.stack,
            has_form: $model.form.is_some(),
            body: body_of(&$model.setup, lesson_rows($model.tutor.as_ref())),
            page: &$model.page,
            sought: sought(&$model.stack, &$model.books),
        }
    };
}

/// The rows that a lesson takes at the foot of the screen.
fn lesson_rows(tutor: Option<&Tutor>) -> u16 {
    tutor.map_or(0, |_| tutor::ROWS)
}

impl Model {
    /// What a page may read.
    pub(in crate::app) fn context(&self) -> Context<'_> {
        context_of!(self)
    }

    /// Lets a page do something with what is its own and what it may read.
    pub(in crate::app) fn with_page<T>(
        &mut self,
        screen: &Screen,
        run: impl FnOnce(&mut dyn Page, &Context) -> T,
    ) -> T {
        let context = context_of!(self);
        run(self.spots.page_mut(screen), &context)
    }

    /// As [`Model::with_page`], the shown one.
    pub(in crate::app) fn with_shown<T>(&mut self, run: impl FnOnce(&mut dyn Page, &Context) -> T) -> T {
        let screen = self.screen().clone();
        self.with_page(&screen, run)
    }

    /// Lets the list of sessions do something.
    pub(in crate::app) fn with_sessions<T>(
        &mut self,
        run: impl FnOnce(&mut SessionsPage, &Context) -> T,
    ) -> T {
        let context = context_of!(self);
        run(&mut self.spots.sessions, &context)
    }

    /// Lets the page of a session do something.
    pub(in crate::app) fn with_session<T>(
        &mut self,
        id: &SessionId,
        run: impl FnOnce(&mut SessionPage, &Context) -> T,
    ) -> T {
        let context = context_of!(self);
        run(self.spots.of_mut(id), &context)
    }

    /// Lets the open form be changed by what may be read beside it. None where none is open.
    pub(in crate::app) fn with_form<T>(&mut self, run: impl FnOnce(&mut Form, &Context) -> T) -> Option<T> {
        let context = context_of!(self);
        Some(run(self.form.as_deref_mut()?, &context))
    }

    /// Lets quick lookup do something.
    pub(in crate::app) fn with_lookup<T>(&mut self, run: impl FnOnce(&mut LookupPage, &Context) -> T) -> T {
        let context = context_of!(self);
        run(&mut self.spots.lookup, &context)
    }

    /// Lets the review of minutes do something.
    pub(in crate::app) fn with_import<T>(&mut self, run: impl FnOnce(&mut ImportPage, &Context) -> T) -> T {
        let context = context_of!(self);
        run(&mut self.spots.import, &context)
    }

    /// Lets the pop-up do something. None where it is not open.
    pub(in crate::app) fn with_palette<T>(
        &mut self,
        run: impl FnOnce(&mut Palette, &Context) -> T,
    ) -> Option<T> {
        let context = context_of!(self);
        Some(run(self.palette.as_mut()?, &context))
    }

    /// Lets the open settings do something. None where they are not open.
    pub(in crate::app) fn with_settings<T>(
        &mut self,
        run: impl FnOnce(&mut SettingsPage, &Context) -> T,
    ) -> Option<T> {
        let context = context_of!(self);
        Some(run(self.settings.as_mut()?, &context))
    }

    /// Lets the settings take a key.
    pub(in crate::app) fn press_settings(&mut self, key: Key) -> Vec<Effect> {
        let steps = self.with_settings(|settings, context| settings.press(context, key));
        self.obey(steps.unwrap_or_default())
    }

    /// Lets a page be read.
    pub(in crate::app) fn read_page<T>(
        &self,
        screen: &Screen,
        read: impl FnOnce(&dyn Page, &Context) -> T,
    ) -> T {
        let context = self.context();
        self.spots.read(screen, |page| read(page, &context))
    }

    /// Does what a page wants.
    pub(in crate::app) fn obey(&mut self, steps: Vec<Step>) -> Vec<Effect> {
        steps.into_iter().flat_map(|step| self.obey_one(step)).collect()
    }

    fn obey_one(&mut self, step: Step) -> Vec<Effect> {
        match step {
            Step::Do(command) => return self.ask_for(*command),
            Step::Ask(query) => {
                self.books.asked(&query);
                return vec![Effect::Ask(query)];
            }
            Step::AskRemoval(removal) => {
                self.preparing = Some(Preparing::Removal(removal.clone()));
                return vec![Effect::Ask(Query::Touched(removal))];
            }
            Step::Reopen(key) => return form::reopen::reopen(self, &key),
            Step::Open(to) => return self.open_at(to),
            Step::Form(form) => return form::open(self, *form),
            Step::Follow(row) => return form::follow(self, &row),
            Step::End(end) => return self.end_form(end),
            Step::Back => return self.back(),
            Step::Copy(text) => {
                self.say(self.words.say("did-copy"), Role::Good);
                return vec![Effect::Copy(text)];
            }
            Step::Settings(settings) => {
                self.put_on((*settings).clone());
                return vec![Effect::SaveSettings(settings)];
            }
            Step::Seek(id, within) => {
                self.spots.of_mut(&id).seek(self.books.session(&id), &within);
            }
            Step::Say(text, role) => self.say(text, role),
            Step::SayLocked => self.say_locked(),
            Step::OpenSettings => self.settings = Some(SettingsPage::default()),
            Step::DropTyped => self.ahead.clear(),
            Step::CloseSettings => self.settings = None,
            Step::Help => self.help = Some(0),
            Step::Question(dialog) => self.dialog = Some(dialog),
            Step::Choose(ids, true) => self.chosen.extend(ids),
            Step::Choose(ids, false) => self.chosen.retain(|id| !ids.contains(id)),
            Step::Pick(purpose) => return popup::pick(self, purpose),
            Step::Give(order) => return giving::give(self, order),
            Step::Preview(request) => return giving::preview(self, request),
            Step::TypeFolder => giving::type_folder(self),
            Step::TypeSetting(text) => {
                let holds = text.of(&self.setup.settings.documents).unwrap_or_default();
                self.naming = Some(Naming::of_document(text, holds));
            }
            Step::ReadMinutes(order) => return import::order(order),
            Step::Type(what, now) => self.naming = Some(Naming::of_words(what, &now)),
            Step::NameFilter(filter) => {
                self.naming = Naming::new(filter);
                if self.naming.is_none() {
                    self.say(self.words.say("filter-is-empty"), Role::Warn);
                }
            }
        }
        Vec::new()
    }

    /// Comes to the figures: those of the body and the year of the selected session at first.
    pub(in crate::app) fn go_to_figures(&mut self) -> Vec<Effect> {
        let session = shown::selected_session(self).map(|row| &row.session);
        let asked = ReportAsked {
            kind: ReportKind::Year,
            body: session.map(|session| session.body.clone()),
            year: session.and_then(Session::year_counted),
            days: None,
        };
        self.spots.figures.begin(asked);
        match self.stack.iter().position(|screen| *screen == Screen::Figures) {
            Some(depth) => self.back_to(depth + 1),
            None => self.open(Screen::Figures),
        }
    }

    fn say_locked(&mut self) {
        let key = self.context().key(Act::Correct, shown::place(self));
        let words = match key.is_empty() {
            true => self.words.say("refusal-session-is-final"),
            false => self
                .words
                .say_with("locked-but-corrected", &[("key", key.into())]),
        };
        self.say(words, Role::Bad);
    }

    fn open_at(&mut self, to: To) -> Vec<Effect> {
        match to {
            To::Over(screen) => self.open(screen),
            To::Instead(screen) => {
                self.stack.pop();
                self.open(screen)
            }
            To::Page(screen) => self.go_to(screen),
            To::Session(id, tab) => {
                if let Some(tab) = tab {
                    self.spots.of_mut(&id).tab = tab;
                }
                self.open(Screen::Session(id))
            }
            To::Within(id, within) => {
                let view = self.books.session(&id);
                self.spots.of_mut(&id).go_to(view, &within);
                self.open(Screen::Session(id))
            }
            To::BesideInOpenList(id, by) => match self.spots.open.beside(&id, by) {
                Some(next) => self.open_at(To::Instead(Screen::Resolution(next))),
                None => Vec::new(),
            },
            To::Behind(behind) => {
                self.spots.figure_rows = FigureRows::new(*behind);
                self.open(Screen::FigureRows)
            }
            To::Narrowed(filter) => {
                self.spots.open.narrow(self.stack.len(), filter);
                self.books.open = None;
                self.open(Screen::Open)
            }
            To::BackToSession(id) => self.go_to_session(&id),
            To::NewSession(None) => {
                self.preparing = Some(Preparing::ForSomeBody);
                Vec::new()
            }
            To::NewSession(Some(body)) => {
                let next = forms::next_session(&self.words, &body, None);
                self.preparing = Some(Preparing::For(body));
                vec![Effect::Ask(next)]
            }
        }
    }

    fn end_form(&mut self, end: End) -> Vec<Effect> {
        match end {
            End::Save => form::save(self),
            End::Drop => form::drop_words(self),
            End::BringDraft(text) => {
                form::bring(self, &text);
                Vec::new()
            }
            End::ForgetDraft => {
                let key = self.form().map(|form| form.draft_key());
                key.map(|key| Effect::ClearDraft { key }).into_iter().collect()
            }
        }
    }
}
