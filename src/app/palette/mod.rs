//! The pop-up with a line to type in: every command that holds here, or anything of the office to go to. Does not know
//! what a command does, nor how things are found in the store.

mod commands;
mod things;
mod twins;
mod view;

use super::context::Context;
use super::keys::Binding;
use super::step::Purpose;
use crate::domain::ids::{ResolutionId, SessionId};
use crate::office::command::Removal;
use crate::office::query::{Query, ResolutionRow};
use crate::text::{EditBuffer, EditCommand, fold};
use crate::ui::{Code, Key, ListState, Origin, Role, latin_keys, persian_keys, press_editor};

pub(super) use commands::commands;
pub(super) use view::paint;

/// Longest words to type, in characters.
const TYPED_MAX: usize = 200;

/// The pop-up while it is open.
pub(super) struct Palette {
    kind: PaletteKind,
    typed: EditBuffer,
    list: ListState,
    /// What has the typed words.
    rows: Vec<Choice>,
    /// Whether Enter was pressed before anything was found.
    enters: bool,
}

/// What it offers.
enum PaletteKind {
    /// Commands, each with the folded words by which it is found.
    Commands(Vec<(Choice, Vec<String>)>),
    /// Everything of the office.
    Things {
        /// What it is chosen for; only to go there are there others than resolutions.
        purpose: Purpose,
        /// The resolution that is not to be chosen: none follows itself.
        apart: Option<ResolutionId>,
        /// The folded words by which each seat is found.
        seats: Vec<String>,
        /// The resolutions that were found last, most pressing first.
        resolutions: Vec<ResolutionRow>,
        /// The words that were asked for and not answered yet: one question at a time.
        asked: Option<Vec<String>>,
    },
}

/// One row.
#[derive(Clone)]
pub(super) struct Choice {
    what: What,
    /// What kind of thing it is; empty for commands.
    label: String,
    text: String,
    origin: Origin,
    /// At the end of the row: the keys, the session, the day.
    remark: String,
    role: Role,
}

/// What a row leads to.
#[derive(Clone)]
pub(super) enum What {
    Command(&'static Binding),
    Session(SessionId),
    /// A seat, by its place among all seats.
    Seat(usize),
    /// The open resolutions of an organisation, by its name.
    Organisation(String),
    Resolution(ResolutionId),
    /// What a kept filter selects.
    Filter(String),
    /// To put one thing into another of its kind.
    Removal(Removal),
}

/// What a key did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PalettePressed {
    /// It moved, or did nothing.
    Moved,
    /// Other words are typed now.
    Typed,
    /// It closes.
    Closed,
    /// The selected row is taken.
    Entered,
}

impl Palette {
    /// Of these commands, each with the folded words by which it is found.
    pub fn of_commands(all: Vec<(Choice, Vec<String>)>) -> Palette {
        Palette::new(PaletteKind::Commands(all))
    }

    /// Of the things of the office; the seats are found by these words.
    pub fn of_things(purpose: Purpose, apart: Option<ResolutionId>, seats: &[String]) -> Palette {
        Palette::new(PaletteKind::Things {
            purpose,
            apart,
            seats: seats.iter().map(|text| fold(text)).collect(),
            resolutions: Vec::new(),
            asked: None,
        })
    }

    fn new(kind: PaletteKind) -> Palette {
        Palette {
            kind,
            typed: EditBuffer::single_line(""),
            list: ListState::default(),
            rows: Vec::new(),
            enters: false,
        }
    }

    /// Whether it offers things to go to, not commands.
    pub fn goes(&self) -> bool {
        matches!(self.kind, PaletteKind::Things { .. })
    }

    /// The words of its rows.
    #[cfg(test)]
    pub fn words(&self) -> Vec<&str> {
        self.rows.iter().map(|choice| choice.text.as_str()).collect()
    }

    /// What is typed, folded: as it stands, and as it would be with the other keyboard layout.
    fn wanted(&self) -> Vec<String> {
        let typed = self.typed.text();
        let mut wanted = vec![fold(typed)];
        for other in [fold(&persian_keys(typed)), fold(&latin_keys(typed))] {
            if !wanted.contains(&other) && !other.is_empty() {
                wanted.push(other);
            }
        }
        wanted
    }

    /// Finds anew what has the typed words; returns what is to be asked for it.
    pub fn find(&mut self, context: &Context) -> Option<Query> {
        let asked = things::ask(self);
        self.fill(context);
        asked
    }

    /// Fills the list with what is at hand.
    pub fn fill(&mut self, context: &Context) {
        self.rows = match &self.kind {
            PaletteKind::Commands(all) => commands::found(all, &self.wanted()),
            PaletteKind::Things { .. } => things::found(context, self),
        };
        self.settle(context);
    }

    fn settle(&mut self, context: &Context) {
        let shown = view::list_rows(context);
        self.list.settle(self.rows.len(), shown, |_| 1);
    }

    /// Takes a key: arrows choose, Enter does it, Escape closes, the others type.
    pub fn press(&mut self, context: &Context, key: Key) -> PalettePressed {
        let (len, shown) = (self.rows.len(), usize::from(view::list_rows(context)));
        match key.code {
            // What opens it closes it.
            Code::Char(_) if key.as_command() == Key::ctrl('p') || key.as_command() == Key::ctrl('k') => {
                return PalettePressed::Closed;
            }
            Code::Escape => return PalettePressed::Closed,
            Code::Enter => return PalettePressed::Entered,
            Code::Up if self.list.selected == 0 => self.list.selected = len.saturating_sub(1),
            Code::Down | Code::Tab if self.list.selected + 1 >= len => self.list.selected = 0,
            Code::Tab => {
                self.list.press(Code::Down, len, 1);
            }
            Code::Up | Code::Down | Code::PageUp | Code::PageDown => {
                self.list.press(key.code, len, shown);
            }
            _ if key.typed().is_some() && self.typed.text().chars().count() >= TYPED_MAX => {}
            _ => {
                if press_editor(&mut self.typed, key).changed {
                    self.list = ListState::default();
                    self.enters = false;
                    return PalettePressed::Typed;
                }
            }
        }
        self.settle(context);
        PalettePressed::Moved
    }

    /// Moves what the list shows by so many rows.
    pub fn scroll(&mut self, context: &Context, rows: isize) {
        self.list.scroll(rows);
        self.settle(context);
    }

    /// Selects a row.
    pub fn select(&mut self, row: usize) {
        self.list.selected = row;
    }

    /// Takes pasted text.
    pub fn paste(&mut self, text: &str) {
        let room = TYPED_MAX.saturating_sub(self.typed.text().chars().count());
        let text: String = text.chars().take(room).collect();
        self.typed.apply(EditCommand::Paste(text));
        self.list = ListState::default();
    }

    /// What the selected row leads to. Where nothing is found yet, the first thing that is found is taken.
    pub fn chosen(&mut self) -> Option<What> {
        let choice = self.rows.get(self.list.selected);
        self.enters = choice.is_none();
        choice.map(|choice| choice.what.clone())
    }

    /// What a resolution is chosen for, and its row; none where it is chosen to go there.
    pub fn picked(self, id: &ResolutionId) -> Option<(Purpose, ResolutionRow)> {
        let PaletteKind::Things {
            purpose, resolutions, ..
        } = self.kind
        else {
            return None;
        };
        let row = resolutions.into_iter().find(|row| row.resolution.id == *id)?;
        (purpose != Purpose::Go).then_some((purpose, row))
    }

    /// Takes in what was found for these words; returns whether it is what was asked for last.
    pub fn takes(&mut self, any_of: &[String], rows: Vec<ResolutionRow>) -> bool {
        let wanted = self.wanted();
        let PaletteKind::Things {
            resolutions, asked, ..
        } = &mut self.kind
        else {
            return false;
        };
        if asked.as_deref() != Some(any_of) {
            return false;
        }
        *asked = None;
        // When others were typed meanwhile, these are asked for now.
        if wanted == any_of {
            *resolutions = rows;
        }
        true
    }

    /// Whether it still shows what was found for other words.
    pub fn is_overtaken(&self, any_of: &[String]) -> bool {
        self.wanted() != any_of
    }

    /// Whether Enter was pressed before anything was found; not any more then.
    pub fn entered_before(&mut self) -> bool {
        std::mem::take(&mut self.enters)
    }
}

/// Whether all words of one of the folded texts occur in a folded text.
fn has_any(text: &str, wanted: &[String]) -> bool {
    wanted
        .iter()
        .any(|words| words.split(' ').all(|word| text.contains(word)))
}
