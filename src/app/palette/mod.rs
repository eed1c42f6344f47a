//! The pop-up with a line to type in: every command that holds here, or anything of the office to go to. Does not know
//! what a command does, nor how things are found in the store.

mod commands;
mod things;
mod view;

use super::keymap::Binding;
use super::step::{Purpose, Step};
use super::{Effect, Model, press, screens};
use crate::domain::ids::{ResolutionId, SessionId};
use crate::office::query::ResolutionRow;
use crate::text::{EditBuffer, EditCommand, fold};
use crate::ui::{Code, Key, ListState, Origin, Role, latin_keys, persian_keys, press_editor};

pub(super) use commands::commands;
pub(super) use things::{answered, jump, pick};
pub(super) use view::paint;

/// Longest words to type, in characters.
const TYPED_MAX: usize = 200;

/// The pop-up while it is open.
pub(super) struct Palette {
    kind: Kind,
    typed: EditBuffer,
    list: ListState,
    /// What has the typed words.
    rows: Vec<Choice>,
    /// Whether Enter was pressed before anything was found.
    enters: bool,
}

/// What it offers.
enum Kind {
    /// Commands, each with the folded words by which it is found.
    Commands(Vec<(Choice, Vec<String>)>),
    /// Everything of the office.
    Things {
        /// What it is chosen for; only to go there are there others than resolutions.
        purpose: Purpose,
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
struct Choice {
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
enum What {
    Command(&'static Binding),
    Session(SessionId),
    /// A seat, by its place among all seats.
    Seat(usize),
    /// The open resolutions of an organisation, by its name.
    Organisation(String),
    Resolution(ResolutionId),
    /// What a kept filter selects.
    Filter(String),
}

impl Palette {
    fn new(kind: Kind) -> Palette {
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
        matches!(self.kind, Kind::Things { .. })
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
}

/// Whether all words of one of the folded texts occur in a folded text.
fn has_any(text: &str, wanted: &[String]) -> bool {
    wanted
        .iter()
        .any(|words| words.split(' ').all(|word| text.contains(word)))
}

/// Finds anew what has the typed words.
fn find(model: &mut Model) -> Vec<Effect> {
    let effects = model.palette.as_mut().map(things::ask).unwrap_or_default();
    fill(model);
    effects
}

/// Fills the list with what is at hand.
pub(super) fn fill(model: &mut Model) {
    let rows = match model.palette.as_ref().map(|palette| &palette.kind) {
        Some(Kind::Commands(all)) => model
            .palette
            .as_ref()
            .map(|palette| commands::found(all, &palette.wanted()))
            .unwrap_or_default(),
        _ => things::found(model),
    };
    let shown = view::list_rows(model);
    if let Some(palette) = &mut model.palette {
        palette.rows = rows;
        palette.list.settle(palette.rows.len(), shown, |_| 1);
    }
}

/// Takes a key: arrows choose, Enter does it, Escape closes, the others type.
pub(super) fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let shown = view::list_rows(model);
    let Some(palette) = &mut model.palette else {
        return Vec::new();
    };
    let len = palette.rows.len();
    match key.code {
        // What opens it closes it.
        Code::Char(_) if key.as_command() == Key::ctrl('p') || key.as_command() == Key::ctrl('k') => {
            model.palette = None;
        }
        Code::Escape => model.palette = None,
        Code::Enter => return take(model),
        Code::Up if palette.list.selected == 0 => palette.list.selected = len.saturating_sub(1),
        Code::Down | Code::Tab if palette.list.selected + 1 >= len => palette.list.selected = 0,
        Code::Tab => {
            palette.list.press(Code::Down, len, 1);
        }
        Code::Up | Code::Down | Code::PageUp | Code::PageDown => {
            palette.list.press(key.code, len, usize::from(shown));
        }
        _ if key.typed().is_some() && palette.typed.text().chars().count() >= TYPED_MAX => {}
        _ => {
            if press_editor(&mut palette.typed, key).changed {
                palette.list = ListState::default();
                palette.enters = false;
                return find(model);
            }
        }
    }
    if let Some(palette) = &mut model.palette {
        palette.list.settle(len, shown, |_| 1);
    }
    Vec::new()
}

/// Moves what the list shows by so many rows.
pub(super) fn scroll(model: &mut Model, rows: isize) {
    let shown = view::list_rows(model);
    if let Some(palette) = &mut model.palette {
        palette.list.scroll(rows);
        palette.list.settle(palette.rows.len(), shown, |_| 1);
    }
}

/// Selects a row and takes it.
pub(super) fn take_row(model: &mut Model, row: usize) -> Vec<Effect> {
    if let Some(palette) = &mut model.palette {
        palette.list.selected = row;
    }
    take(model)
}

/// Takes pasted text.
pub(super) fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if let Some(palette) = &mut model.palette {
        let room = TYPED_MAX.saturating_sub(palette.typed.text().chars().count());
        let text: String = text.chars().take(room).collect();
        palette.typed.apply(EditCommand::Paste(text));
        palette.list = ListState::default();
    }
    find(model)
}

/// Closes the pop-up and does what the selected row says.
fn take(model: &mut Model) -> Vec<Effect> {
    let Some(palette) = &mut model.palette else {
        return Vec::new();
    };
    let Some(choice) = palette.rows.get(palette.list.selected).cloned() else {
        palette.enters = true;
        return Vec::new();
    };
    let kind = model.palette.take().map(|palette| palette.kind);
    match (choice.what, kind) {
        (What::Command(binding), _) => press::perform_binding(model, binding),
        (
            What::Resolution(id),
            Some(Kind::Things {
                purpose, resolutions, ..
            }),
        ) if purpose != Purpose::Go => {
            let row = resolutions.into_iter().find(|row| row.resolution.id == id);
            row.map(|row| picked(model, &purpose, &row)).unwrap_or_default()
        }
        (thing, _) => things::go_to(model, thing),
    }
}

/// Does with a resolution what it was chosen for.
fn picked(model: &mut Model, purpose: &Purpose, row: &ResolutionRow) -> Vec<Effect> {
    match purpose {
        Purpose::Go => Vec::new(),
        Purpose::Follow => model.obey(vec![Step::Follow(Box::new(row.clone()))]),
        Purpose::CopyInto(session) => {
            let steps = screens::copy_into(&model.context(), row, session);
            model.obey(steps)
        }
    }
}
