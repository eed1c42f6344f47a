//! One person's screen as data: what is open, what was read, what stands over the pages, what is awaited. Does not know
//! what a message changes in it.

use super::address::Screen;
use super::books::Books;
use super::dialog::Dialog;
use super::filters::Naming;
use super::form::Form;
use super::giving::GiveOrder;
use super::keys::Keymap;
use super::message::{Effect, Msg};
use super::palette::Palette;
use super::peek::Peek;
use super::screens::{SettingsPage, Spots, sessions_query};
use super::settings::SettingsProblem;
use super::setup::Setup;
use crate::calendar::Moment;
use crate::domain::ids::{BodyId, ResolutionId};
use crate::office::command::Removal;
use crate::office::query::Query;
use crate::ui::{LastPage, Look, Role, Target, Theme};
use crate::words::Words;
use std::collections::{HashSet, VecDeque};

/// One person's screen.
pub struct Model {
    pub(super) setup: Setup,
    pub(super) words: Words,
    pub(super) look: Look,
    pub(super) keymap: Keymap,
    pub(super) stack: Vec<Screen>,
    /// The form over the shown page.
    pub(super) form: Option<Box<Form>>,
    pub(super) books: Books,
    pub(super) spots: Spots,
    /// Resolutions that are chosen in lists, to be changed together.
    pub(super) chosen: HashSet<ResolutionId>,
    /// The resolution or note that is read, broken into lines.
    pub(super) page: LastPage,
    pub(super) dialog: Option<Dialog>,
    /// News that waits until nothing else is asked.
    pub(super) news: Option<Dialog>,
    /// Where one is in the settings, while they stand over the screen.
    pub(super) settings: Option<SettingsPage>,
    /// What is wrong with the file of settings.
    pub(super) problems: Vec<SettingsProblem>,
    /// The first line shown of the help, while it is open.
    pub(super) help: Option<usize>,
    /// The pop-up of commands, or of things to go to.
    pub(super) palette: Option<Palette>,
    /// The name of a filter or a folder, while it is typed.
    pub(super) naming: Option<Naming>,
    /// What is being given out.
    pub(super) giving: Option<Box<GiveOrder>>,
    /// An earlier resolution that is read over the form.
    pub(super) peek: Option<Peek>,
    /// Whether the next key says where to go.
    pub(super) going: bool,
    /// The last click: a second one soon after is Enter.
    pub(super) clicked: Option<(Moment, Target)>,
    /// Whether the line to the terminal was seen to be slow.
    pub(super) line_is_slow: bool,
    /// Where one is in the tutor's lessons, while they are given.
    pub(super) tutor: Option<Tutor>,
    pub(super) status: Option<(String, Role)>,
    /// When the last message came.
    pub(super) now: Moment,
    /// What was copied or cut last, here or in a list.
    pub(super) copied: String,
    /// What was typed while an answer was awaited, in its order.
    pub(super) ahead: VecDeque<Msg>,
    /// When the open form was sent to be saved.
    pub(super) saving_since: Moment,
    /// The new session or the removal that was asked for, while an answer is awaited for it.
    pub(super) preparing: Option<Preparing>,
    /// The draft that was gone to and comes back without a question.
    pub(super) brings: Option<String>,
    /// Whether the last question could not be answered: then nothing is held for its answer.
    pub(super) unanswered: bool,
    /// What was asked for and not answered yet, oldest first; answers come in the same order.
    pub(super) asked: VecDeque<Asked>,
}

/// A new session before its form can open, or a removal before it is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Preparing {
    /// The bodies are not known yet.
    ForSomeBody,
    /// The next session of this body was asked for.
    For(BodyId),
    /// What a removal would touch is not known yet.
    Removal(Removal),
    /// The session is not read yet in which this draft was written.
    Draft(String),
}

/// A change that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
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
    /// To record that letters which were given out notify their session's resolutions.
    Notified,
    /// To take minutes in.
    Import,
}

/// Smallest screen that is worked on.
pub(super) const COLUMNS_MIN: u16 = 60;
pub(super) const ROWS_MIN: u16 = 16;

/// Where one is in the lessons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Tutor {
    /// The lesson, from 0; as many as there are when all were done.
    pub(super) lesson: usize,
}

impl Model {
    /// A workspace at the list of sessions, and what it wants to know first.
    pub fn new(setup: Setup) -> (Model, Vec<Effect>) {
        let theme = Theme {
            no_color: setup.no_color,
            name: setup.settings.theme,
            ground: setup.ground,
            is_spare: setup.is_spare(false),
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
            giving: None,
            peek: None,
            going: false,
            clicked: None,
            line_is_slow: false,
            tutor: setup.tutor.then(Tutor::default),
            status: None,
            now: Moment::default(),
            copied: String::new(),
            ahead: VecDeque::new(),
            saving_since: Moment::default(),
            preparing: None,
            brings: None,
            unanswered: false,
            asked: VecDeque::new(),
            setup,
        };
        (
            model,
            vec![
                Effect::Ask(sessions_query(None)),
                Effect::Ask(Query::Bodies),
                Effect::Ask(Query::Organisations),
                Effect::AskDrafts,
            ],
        )
    }

    /// The page that is shown, perhaps under a form.
    pub(super) fn screen(&self) -> &Screen {
        // The stack is never empty; the list of sessions stands in for what cannot be.
        self.stack.last().unwrap_or(&Screen::Sessions)
    }

    pub(super) fn form(&self) -> Option<&Form> {
        self.form.as_deref()
    }

    pub(super) fn form_mut(&mut self) -> Option<&mut Form> {
        self.form.as_deref_mut()
    }

    /// Whether the index is still being made and the shown list has what is ready so far.
    pub(super) fn shows_so_far(&self) -> bool {
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

    pub(super) fn too_small(&self) -> bool {
        self.setup.columns < COLUMNS_MIN || self.setup.rows < ROWS_MIN
    }

    /// Says something in the status line, until the next key.
    pub(super) fn say(&mut self, text: String, role: Role) {
        self.status = Some((text, role));
    }
}
