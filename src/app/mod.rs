//! One person's screen as data: [`update`] takes a message and a moment, changes the [`Model`] and returns what is to
//! be done; [`view`] paints it. Does nothing itself: no disk, no terminal, no clock.
//!
//! # How it hangs together
//! A [`Model`] is a stack of screens (the last one is shown), the answers it was given (`Books`), and where one was on
//! each screen (`Spots`). A key is looked up in `keymap` for the place one is in and becomes an `Act`; the shown
//! screen's module says what the act does. A form takes the keys itself. The settings stand over both, a dialog before
//! all of it. The table of commands is `bindings`; `keys` puts a person's own keys in.
//!
//! # Invariants
//! - The stack is never empty, its first screen is the list of sessions, and a form is only ever the last one.
//! - «ثبت شد» is said only upon [`Msg::Did`] with `Ok`.
//! - Nothing in a frame grows with the office: lists ask for the rows they show.

mod address;
mod ahead;
mod answers;
mod at_hand;
mod at_once;
mod beginnings;
mod bindings;
mod board;
mod books;
mod context;
mod dialog;
mod field;
mod figures;
mod filters;
mod find;
mod form;
mod form_view;
mod forms;
mod frame;
mod goes;
mod help;
pub mod invitation;
mod keymap;
mod keys;
mod locked;
mod lookup;
mod machine;
mod message;
pub mod not_edited;
mod offers;
mod palette;
mod peek;
mod phrases;
mod places;
mod pointing;
mod press;
mod screens;
pub mod settings;
mod setup;
mod shown;
mod stage;
mod step;
#[cfg(test)]
mod tests;
mod tutor;
mod voices;

pub use message::{Effect, Msg};
pub use settings::Settings;
pub use setup::Setup;

use crate::calendar::Moment;
use crate::domain::ids::{BodyId, ResolutionId, SessionId};
use crate::office::command::Command;
use crate::office::query::Query;
// What the screens say is the room below; they name it as `crate::app::say` and so on.
use crate::say::{self, clocks, figures as say_figures, sentences};
use crate::ui::{Canvas, LastPage, Look, Painted, Role, Target, Theme};
use crate::words::Words;
use address::Screen;
use books::Books;
use chrono::TimeDelta;
use dialog::Dialog;
use filters::Naming;
use form::Form;
use keys::Keymap;
use palette::Palette;
use peek::Peek;
use ratatui::buffer::Buffer;
use screens::{SettingsPage, Spots};
use settings::Problem;
use std::collections::{HashSet, VecDeque};
use tutor::Tutor;

/// One person's screen.
pub struct Model {
    setup: Setup,
    words: Words,
    look: Look,
    keymap: Keymap,
    stack: Vec<Screen>,
    /// The form over the shown page.
    form: Option<Box<Form>>,
    books: Books,
    spots: Spots,
    /// Resolutions that are chosen in lists, to be changed together.
    chosen: HashSet<ResolutionId>,
    /// The resolution or note that is read, broken into lines.
    page: LastPage,
    dialog: Option<Dialog>,
    /// News that waits until nothing else is asked.
    news: Option<Dialog>,
    /// Where one is in the settings, while they stand over the screen.
    settings: Option<SettingsPage>,
    /// What is wrong with the file of settings.
    problems: Vec<Problem>,
    /// The first line shown of the help, while it is open.
    help: Option<usize>,
    /// The pop-up of commands, or of things to go to.
    palette: Option<Palette>,
    /// The name of a filter, while it is typed.
    naming: Option<Naming>,
    /// An earlier resolution that is read over the form.
    peek: Option<Peek>,
    /// Whether the next key says where to go.
    going: bool,
    /// The last click: a second one soon after is Enter.
    clicked: Option<(Moment, Target)>,
    /// Where one is in the tutor's lessons, while they are given.
    tutor: Option<Tutor>,
    status: Option<(String, Role)>,
    /// When the last message came.
    now: Moment,
    /// What was copied or cut last, here or in a list.
    copied: String,
    /// What was typed while an answer was awaited, in its order.
    ahead: VecDeque<Msg>,
    /// The new session that was asked for, while an answer is awaited for it.
    preparing: Option<Preparing>,
    /// Whether the last question could not be answered: then nothing is held for its answer.
    unanswered: bool,
    /// What was asked for and not answered yet, oldest first; answers come in the same order.
    asked: VecDeque<Asked>,
}

/// A new session, before its form can open.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Preparing {
    /// The bodies are not known yet.
    ForSomeBody,
    /// The next session of this body was asked for.
    For(BodyId),
}

/// A change that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// By a key on a list.
    Change,
    /// By coming to the roll call.
    Roll,
    /// By the form that is open.
    Form,
    /// To take back.
    Undo,
    /// To bring back.
    Redo,
    /// To take a resolution apart, by a list or by the form that is open.
    Split,
    /// To put two resolutions together.
    Merge,
    /// To change the rows that are chosen.
    Chosen,
}

/// Smallest screen that is worked on.
const COLUMNS_MIN: u16 = 60;
const ROWS_MIN: u16 = 16;

impl Model {
    /// A workspace at the list of sessions, and what it wants to know first.
    pub fn new(setup: Setup) -> (Model, Vec<Effect>) {
        let theme = Theme {
            no_color: setup.no_color,
            name: setup.settings.theme,
        };
        let model = Model {
            words: Words::new(setup.lang, setup.digits),
            look: Look {
                direction: setup.lang.direction(),
                form: setup.form,
                theme,
            },
            keymap: Keymap::new(&setup.settings.keys).0,
            stack: vec![Screen::Sessions],
            form: None,
            books: Books::default(),
            spots: Spots::default(),
            chosen: HashSet::new(),
            page: LastPage::default(),
            dialog: None,
            news: None,
            settings: None,
            problems: Vec::new(),
            help: None,
            palette: None,
            naming: None,
            peek: None,
            going: false,
            clicked: None,
            tutor: setup.tutor.then(Tutor::default),
            status: None,
            now: Moment::default(),
            copied: String::new(),
            ahead: VecDeque::new(),
            preparing: None,
            unanswered: false,
            asked: VecDeque::new(),
            setup,
        };
        (
            model,
            vec![
                Effect::Ask(screens::sessions_query(None)),
                Effect::Ask(Query::Bodies),
                Effect::Ask(Query::Organisations),
            ],
        )
    }

    /// The page that is shown, perhaps under a form.
    fn screen(&self) -> &Screen {
        // The stack is never empty; the list of sessions stands in for what cannot be.
        self.stack.last().unwrap_or(&Screen::Sessions)
    }

    fn form(&self) -> Option<&Form> {
        self.form.as_deref()
    }

    fn form_mut(&mut self) -> Option<&mut Form> {
        self.form.as_deref_mut()
    }

    /// Works by these settings from now on.
    fn put_on(&mut self, settings: Settings) {
        let digits = settings.digits.unwrap_or(self.setup.digits);
        if digits != self.words.digits() {
            self.words = Words::new(self.setup.lang, digits);
            self.setup.digits = digits;
        }
        self.keymap = Keymap::new(&settings.keys).0;
        self.look.theme.name = settings.theme;
        self.setup.settings = settings;
        machine::form::put_on(self);
    }

    /// Whether the index is still being made and the shown list has what is ready so far.
    fn shows_so_far(&self) -> bool {
        match self.screen() {
            _ if self.form.is_some() => false,
            Screen::Open => self.books.open_so_far,
            Screen::Lookup => self
                .books
                .lookup
                .as_ref()
                .is_some_and(|looked| looked.found.so_far),
            _ => false,
        }
    }

    fn too_small(&self) -> bool {
        self.setup.columns < COLUMNS_MIN || self.setup.rows < ROWS_MIN
    }

    /// Says something in the status line, until the next key.
    fn say(&mut self, text: String, role: Role) {
        self.status = Some((text, role));
    }

    /// Asks for a change.
    fn ask_for(&mut self, command: Command) -> Vec<Effect> {
        self.asked.push_back(match command {
            Command::Undo => Asked::Undo,
            Command::Redo => Asked::Redo,
            Command::SplitResolution { .. } => Asked::Split,
            Command::MergeResolutions { .. } => Asked::Merge,
            Command::SetStatus { .. } => Asked::Chosen,
            Command::OpenRoll(_) => Asked::Roll,
            _ => Asked::Change,
        });
        self.books.at_once.asked_for(&command);
        let then = shown::shown_queries(self);
        vec![Effect::Do { command, then }]
    }

    /// Opens a screen over the shown one.
    fn open(&mut self, screen: Screen) -> Vec<Effect> {
        self.stack.push(screen);
        shown::entered(self)
    }

    /// Opens a screen over the shown one, unless it is the shown one.
    fn go_to(&mut self, screen: Screen) -> Vec<Effect> {
        if *self.screen() == screen {
            return shown::entered(self);
        }
        self.open(screen)
    }

    /// Goes to a session: back to it where it is open below the shown screen, so that it is never stacked twice.
    fn go_to_session(&mut self, id: &SessionId) -> Vec<Effect> {
        let is_it = |screen: &Screen| matches!(screen, Screen::Session(open) if open == id);
        match self.stack.iter().rposition(is_it) {
            Some(at) => self.back_to(at + 1),
            None => self.open(Screen::Session(id.clone())),
        }
    }

    /// Goes back to the screen below; the list of sessions stays. A form is left first.
    fn back(&mut self) -> Vec<Effect> {
        if self.form.take().is_some() {
            return shown::entered(self);
        }
        if self.stack.len() < 2 {
            return Vec::new();
        }
        self.stack.pop();
        self.spots.leave_narrowed(self.stack.len(), &mut self.books);
        shown::entered(self)
    }

    /// Goes back until so many screens are left; a form is not left this way.
    fn back_to(&mut self, depth: usize) -> Vec<Effect> {
        if self.form().is_some() || self.settings.is_some() || depth >= self.stack.len() {
            return Vec::new();
        }
        self.stack.truncate(depth.max(1));
        self.spots.leave_narrowed(self.stack.len(), &mut self.books);
        shown::entered(self)
    }
}

/// Takes a message in; returns what is to be done.
pub fn update(model: &mut Model, msg: Msg, now: Moment) -> Vec<Effect> {
    model.now = now;
    let typed = matches!(msg, Msg::Key(_) | Msg::Paste(_));
    let too_early = ahead::waits(model) || !model.ahead.is_empty() && !ahead::is_interrupted(model);
    if typed && too_early && !ahead::leaves(model, &msg) {
        return ahead::hold(model, msg);
    }
    let mut effects = take(model, msg);
    while let Some(held) = ahead::next(model) {
        effects.extend(take(model, held));
    }
    effects
}

fn take(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let effects = match msg {
        Msg::Key(key) => press::press(model, key),
        Msg::Paste(text) => press::paste(model, &text),
        Msg::Pointed(pointed) => pointing::point(model, pointed),
        Msg::Resized { columns, rows } => {
            (model.setup.columns, model.setup.rows) = (columns, rows);
            Vec::new()
        }
        Msg::Answered(query, answer) => {
            model.unanswered = false;
            answers::answered(model, &query, *answer)
        }
        Msg::NotAnswered(query, failure) => {
            model.unanswered = true;
            model.preparing = None;
            if let Some(form) = model.form_mut() {
                form::alike::not_answered(form, &query);
            }
            lookup::not_answered(model, &query);
            let sentence = sentences::unread(&model.words, &failure);
            model.say(sentence, Role::Bad);
            Vec::new()
        }
        Msg::Did { result, answers } => answers::did(model, result, answers),
        Msg::Draft(key, text) => answers::draft(model, &key, text),
        Msg::Changed => shown::entered(model),
        Msg::Tick if model.shows_so_far() => shown::entered(model),
        Msg::Tick => Vec::new(),
        Msg::EditedOutside(result) => machine::form::outside::edited(model, result),
        Msg::StoreNews(news) => answers::store_news(model, &news),
        Msg::SettingsRead(problems) => answers::settings_read(model, problems),
        Msg::SettingsSaved(result) => answers::settings_saved(model, result),
    };
    if model.dialog.is_none() {
        model.dialog = model.news.take();
    }
    shown::settle(model);
    tutor::watch(model, &effects);
    for effect in &effects {
        if let Effect::Copy(text) = effect {
            model.copied.clone_from(text);
        }
    }
    effects
}

/// Paints the screen over the whole buffer; returns where the caret stands and what can be clicked.
pub fn view(model: &Model, buffer: &mut Buffer) -> Painted {
    let mut canvas = Canvas::new(buffer, model.look);
    frame::paint(model, &mut canvas);
    canvas.painted()
}

/// Whether an answer is under way that the screen waits for: a frame painted now would be followed by another one with
/// it. An answer that may never come is not waited for.
pub fn awaits(model: &Model) -> bool {
    !model.asked.is_empty() || ahead::waits(model)
}

/// When the screen is to get [`Msg::Tick`]: soon, while it shows what is ready so far; at the next minute while it shows
/// a clock; else never.
pub fn wakes_at(model: &Model) -> Option<Moment> {
    if model.shows_so_far() {
        return Some(model.now + TimeDelta::seconds(1));
    }
    screens::shows_clock(&model.context()).then(|| crate::calendar::next_minute(model.now))
}

/// Whether the terminal is to report the mouse.
pub fn wants_mouse(model: &Model) -> bool {
    model.setup.settings.mouse
}
